package org.apodix.enclosure;

import java.math.BigInteger;

/**
 * Directed sums of numbers of any length.
 *
 * <p>A summand far below the last bit is not shifted in place: when a is a multiple of u = 2^unit, |b| < u, and every
 * number of {@code bits} bits near a is a multiple of 2u, then a + b lies strictly between two neighbouring multiples of
 * u and rounds as a +- u/2 does.
 */
final class DyadicSum {

    private DyadicSum() { }

    /** The best bound of a + b for nonzero finite numbers. */
    static Dyadic sum(Dyadic a, Dyadic b, int bits, Rounding rounding) {
        int unit = near(a, b, bits);
        return Dyadic.rounded(integer(a, b, unit), unit, bits, rounding);
    }

    /** Both best bounds of a + b for nonzero finite numbers. */
    static DyadicInterval bounds(Dyadic a, Dyadic b, int bits) {
        int unit = near(a, b, bits);
        return DyadicInterval.rounded(integer(a, b, unit), unit, bits);
    }

    /** The unit in which the sum, or a number that rounds as it does, is an integer of a reasonable length. */
    private static int near(Dyadic a, Dyadic b, int bits) {
        int exact = Math.min(a.exponent(), b.exponent());
        if (Math.abs((long) a.exponent() - b.exponent()) > bits + 64L) {
            int unit = Math.min(a.exponent(), a.top() - bits - 2);
            if (b.top() <= unit) {
                return unit - 1;
            }
            unit = Math.min(b.exponent(), b.top() - bits - 2);
            if (a.top() <= unit) {
                return unit - 1;
            }
        }
        return exact;
    }

    private static BigInteger integer(Dyadic a, Dyadic b, int unit) {
        return part(a, unit).add(part(b, unit));
    }

    /** The number in that unit, or the sign of a number below it. */
    private static BigInteger part(Dyadic a, int unit) {
        return a.exponent() >= unit
                ? a.mantissa().shiftLeft(a.exponent() - unit)
                : BigInteger.valueOf(a.signum());
    }
}
