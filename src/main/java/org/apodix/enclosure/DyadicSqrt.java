package org.apodix.enclosure;

import java.math.BigInteger;

/** Directed square root on integers. */
final class DyadicSqrt {

    private DyadicSqrt() { }

    /**
     * The best bound of sqrt(a) with the given number of bits; a negative number is rejected.
     *
     * <p>With a = n 2^(2e) and n of at least 2 bits + 2 bits, s = floor(sqrt(n)) has more than {@code bits} bits. The root
     * is s when n = s^2 and otherwise strictly between s and s + 1, so 2s + 1 at half the unit rounds as it does.
     */
    static Dyadic sqrt(Dyadic a, int bits, Rounding rounding) {
        if (a.signum() < 0) {
            throw new ArithmeticException("the negative number " + a + " has no real square root");
        }
        if (a.signum() == 0 || a.isInfinite()) {
            return a;
        }
        int shift = Math.max(0, 2 * bits + 2 - a.mantissa().bitLength());
        if ((a.exponent() - shift & 1) != 0) {
            shift++;
        }
        BigInteger n = a.mantissa().shiftLeft(shift);
        BigInteger s = floorSqrt(n);
        BigInteger size = s.shiftLeft(1);
        if (!s.multiply(s).equals(n)) {
            size = size.add(BigInteger.ONE);
        }
        return Dyadic.rounded(size, (a.exponent() - shift) / 2 - 1, bits, rounding);
    }

    static BigInteger floorSqrt(BigInteger n) {
        return n.sqrt();
    }
}
