package org.apodix.enclosure;

import java.math.BigInteger;

/**
 * Directed quotient of integers with binary exponents.
 *
 * <p>With |a| shifted so that q = floor(|a| / |b|) has more than {@code bits} bits, the quotient equals q when the
 * remainder is 0 and otherwise lies strictly between q and q + 1; 2q + 1 at half the unit then rounds as it does,
 * because every number of {@code bits} bits of that size is a multiple of the unit.
 */
final class DyadicQuotient {

    private DyadicQuotient() { }

    /** The best bound of (a 2^ea) / (b 2^eb) with the given number of bits, b nonzero. */
    static Dyadic quotient(BigInteger a, long ea, BigInteger b, long eb, int bits, Rounding rounding) {
        int shift = shift(a, b, bits);
        return Dyadic.rounded(doubledQuotient(a, b, shift), ea - eb - shift - 1, bits, rounding);
    }

    /** The best bound of a / b for nonzero finite numbers. */
    static Dyadic quotient(Dyadic a, Dyadic b, int bits, Rounding rounding) {
        return Dyadic.small(a, b, bits)
                ? TwoWordQuotient.quotient(a, b, bits, rounding)
                : quotient(a.mantissa(), a.exponent(), b.mantissa(), b.exponent(), bits, rounding);
    }

    /** Both best bounds of a / b for finite numbers, b nonzero. */
    static DyadicInterval bounds(Dyadic a, Dyadic b, int bits) {
        if (Dyadic.small(a, b, bits) && a.signum() != 0) {
            return TwoWordQuotient.quotients(a, b, bits);
        }
        int shift = shift(a.mantissa(), b.mantissa(), bits);
        return DyadicInterval.rounded(doubledQuotient(a.mantissa(), b.mantissa(), shift),
                (long) a.exponent() - b.exponent() - shift - 1, bits);
    }

    /** a / b for positive numbers with at least that many bits: it is at least the value, and less than one unit above it. */
    static Approximation approximate(Dyadic a, Dyadic b, int bits) {
        BigInteger n = a.mantissa();
        BigInteger d = b.mantissa();
        int shift = shift(n, d, bits);
        return Approximation.of(n.shiftLeft(shift).divide(d), 2, (long) a.exponent() - b.exponent() - shift);
    }

    private static int shift(BigInteger a, BigInteger b, int bits) {
        return Math.max(0, bits + 2 + b.bitLength() - a.bitLength());
    }

    /** With q = floor(|a| 2^shift / |b|): 2q, or 2q + 1 when there is a remainder, with the sign of a / b. */
    private static BigInteger doubledQuotient(BigInteger a, BigInteger b, int shift) {
        BigInteger[] parts = a.abs().shiftLeft(shift).divideAndRemainder(b.abs());
        BigInteger size = parts[0].shiftLeft(1);
        if (parts[1].signum() != 0) {
            size = size.setBit(0);
        }
        return a.signum() == b.signum() ? size : size.negate();
    }
}
