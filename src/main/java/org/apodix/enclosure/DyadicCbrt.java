package org.apodix.enclosure;

import java.math.BigInteger;

/**
 * Directed cube root on integers.
 *
 * <p>With |a| = n 2^(3e) and n of at least 3 bits + 3 bits, c = floor(cbrt(n)) has more than {@code bits} bits. The root
 * is c when n = c^3 and otherwise strictly between c and c + 1, so 2c + 1 at half the unit rounds as it does.
 */
final class DyadicCbrt {

    private DyadicCbrt() { }

    /** Both best bounds of the cube root, the exact one where it exists; an infinite end is its own root. */
    static DyadicInterval cbrt(Dyadic a, int bits) {
        if (a.signum() == 0 || a.isInfinite()) {
            return DyadicInterval.ordered(a, a);
        }
        if (a.signum() < 0) {
            return DyadicNear.negate(cbrt(a.negate(), bits));
        }
        int shift = Math.max(0, 3 * bits + 3 - a.mantissa().bitLength());
        shift += Math.floorMod(a.exponent() - shift, 3);
        BigInteger n = a.mantissa().shiftLeft(shift);
        BigInteger c = floorCbrt(n);
        BigInteger doubled = c.shiftLeft(1);
        if (!c.pow(3).equals(n)) {
            doubled = doubled.setBit(0);
        }
        return DyadicInterval.rounded(doubled, (a.exponent() - shift) / 3 - 1L, bits);
    }

    /**
     * floor(cbrt(n)) for n >= 0, by Newton's iteration from above: x' = floor((2x + floor(n / x^2)) / 3).
     *
     * <p>The mean of x, x and n / x^2 is at least their geometric mean cbrt(n), so x' >= floor(cbrt(n)); and for x >=
     * floor(cbrt(n)) + 1 > cbrt(n) it is n / x^2 < x, so x' < x. Thus the first x' >= x shows that x is the floor. The
     * start is the root of the leading half of the digits, plus one, which is above cbrt(n).
     */
    static BigInteger floorCbrt(BigInteger n) {
        int length = n.bitLength();
        if (length <= 3) {
            return n.signum() == 0 ? n : BigInteger.ONE; // n <= 7
        }
        BigInteger x;
        if (length <= 60) {
            x = BigInteger.valueOf((long) StrictMath.cbrt((double) n.longValue()) + 2); // one unit of the last place is promised
        } else {
            int places = length / 6;
            x = floorCbrt(n.shiftRight(3 * places)).add(BigInteger.ONE).shiftLeft(places);
        }
        BigInteger three = BigInteger.valueOf(3);
        while (true) {
            BigInteger next = x.shiftLeft(1).add(LongDivision.floor(n, x.multiply(x), 0)).divide(three);
            if (next.compareTo(x) >= 0) {
                return x;
            }
            x = next;
        }
    }
}
