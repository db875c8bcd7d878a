package org.apodix.enclosure;

import java.math.BigInteger;

/** Directed quotients of integers with binary exponents: exact division gives a number that rounds as the quotient does. */
final class DyadicQuotient {

    private DyadicQuotient() { }

    /** The best bound of (a 2^ea) / (b 2^eb) with the given number of bits, b nonzero. */
    static Dyadic quotient(BigInteger a, long ea, BigInteger b, long eb, int bits, Rounding rounding) {
        if (a.signum() == 0) {
            return Dyadic.ZERO;
        }
        Approximation size = LongDivision.quotient(a.abs(), ea, b.abs(), eb, bits);
        return Dyadic.rounded(signed(size, a, b), size.exponent(), bits, rounding);
    }

    /** The best bound of a / b for nonzero finite numbers. */
    static Dyadic quotient(Dyadic a, Dyadic b, int bits, Rounding rounding) {
        return Dyadic.small(a, b, bits)
                ? TwoWordQuotient.quotient(a, b, bits, rounding)
                : quotient(a.mantissa(), a.exponent(), b.mantissa(), b.exponent(), bits, rounding);
    }

    /** Both best bounds of a / b for finite numbers, b nonzero. */
    static DyadicInterval bounds(Dyadic a, Dyadic b, int bits) {
        if (a.signum() == 0) {
            return DyadicInterval.point(Dyadic.ZERO);
        }
        if (Dyadic.small(a, b, bits)) {
            return TwoWordQuotient.quotients(a, b, bits);
        }
        BigInteger n = a.mantissa();
        BigInteger d = b.mantissa();
        Approximation size = LongDivision.quotient(n.abs(), a.exponent(), d.abs(), b.exponent(), bits);
        return DyadicInterval.rounded(signed(size, n, d), size.exponent(), bits);
    }

    /** a / b for positive numbers with at least that many bits. */
    static Approximation approximate(Dyadic a, Dyadic b, int bits) {
        return LongDivision.quotient(a.mantissa(), a.exponent(), b.mantissa(), b.exponent(), bits).cut(bits);
    }

    private static BigInteger signed(Approximation size, BigInteger a, BigInteger b) {
        return a.signum() == b.signum() ? size.value() : size.value().negate();
    }
}
