package org.apodix.enclosure;

import java.math.BigInteger;

/**
 * Directed cube root on integers.
 *
 * <p>With |a| = n 2^(3e) and n of at least 3 bits + 3 bits, c = floor(cbrt(n)) has more than {@code bits} bits. The root
 * is c when n = c^3 and otherwise strictly between c and c + 1, so 2c + 1 at half the unit rounds as it does.
 */
final class DyadicCbrt {

    /** Up to this length a double has all bits of the root. */
    private static final int SHORT = 150;
    private static final BigInteger THREE = BigInteger.valueOf(3);

    private DyadicCbrt() { }

    /** Both best bounds of the cube root, the exact one where it exists; an infinite end is its own root. */
    static DyadicInterval cbrt(Dyadic a, int bits) {
        if (a.signum() == 0 || a.isInfinite()) {
            return DyadicInterval.ordered(a, a);
        }
        if (a.signum() < 0) {
            return DyadicNear.negate(cbrt(a.negate(), bits));
        }
        int shift = shift(a, bits);
        BigInteger[] root = floorAndRemainder(a.mantissa().shiftLeft(shift));
        BigInteger doubled = root[0].shiftLeft(1);
        return DyadicInterval.rounded(root[1].signum() == 0 ? doubled : doubled.setBit(0), (a.exponent() - shift) / 3 - 1L, bits);
    }

    /** The root of a finite a > 0 with at least that many bits: it is at least the value, and less than one unit above it. */
    static Approximation approximate(Dyadic a, int bits) {
        int shift = shift(a, bits);
        return Approximation.of(floorAndRemainder(a.mantissa().shiftLeft(shift))[0], 2, (a.exponent() - shift) / 3);
    }

    private static int shift(Dyadic a, int bits) {
        int shift = Math.max(0, 3 * bits + 3 - a.mantissa().bitLength());
        return shift + Math.floorMod(a.exponent() - shift, 3);
    }

    /** floor(cbrt(n)) for n >= 0. */
    static BigInteger floorCbrt(BigInteger n) {
        return floorAndRemainder(n)[0];
    }

    /** c = floor(cbrt(n)) and n - c^3, for n >= 0: {@link #above} is lowered as long as its cube is too large. */
    private static BigInteger[] floorAndRemainder(BigInteger n) {
        BigInteger c = above(n);
        BigInteger rest = n.subtract(c.multiply(c).multiply(c));
        while (rest.signum() < 0) {
            c = c.subtract(BigInteger.ONE);
            rest = n.subtract(c.multiply(c).multiply(c));
        }
        return new BigInteger[] {c, rest};
    }

    /**
     * At least floor(cbrt(n)), and above it by a few units at most.
     *
     * <p>A step of Newton's iteration, x' = floor((2x + floor(n / x^2)) / 3), is at least floor(cbrt(n)) for every x > 0: the mean of x, x
     * and n / x^2 is at least their geometric mean. From x = (1 + s) cbrt(n) it is less than about s^2 cbrt(n) above it. With L bits of the
     * root and x from the leading L/2 + 4 of them, off by a few units there, s^2 2^L is below one unit. For short n the double, as
     * {@link StrictMath#cbrt} promises one unit of its last place, is off by less than 1/2, and its whole part by less than 2.
     */
    private static BigInteger above(BigInteger n) {
        int length = n.bitLength();
        if (length <= SHORT) {
            return BigInteger.valueOf((long) StrictMath.cbrt(n.doubleValue()) + 1);
        }
        int places = length / 6 - 4;
        BigInteger x = above(n.shiftRight(3 * places)).shiftLeft(places);
        return x.shiftLeft(1).add(LongDivision.floor(n, x.multiply(x), 0)).divide(THREE);
    }
}
