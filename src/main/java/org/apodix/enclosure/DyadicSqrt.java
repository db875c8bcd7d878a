package org.apodix.enclosure;

import java.math.BigInteger;

/**
 * Directed square root on integers.
 *
 * <p>With a = n 2^(2e) and n of 2 bits - 1 bits or more, s = floor(sqrt(n)) has at least {@code bits} bits. The root
 * is s when n = s^2 and otherwise strictly between s and s + 1, so 2s + 1 at half the unit rounds as it does.
 */
final class DyadicSqrt {

    /** Up to this size the root is found in longs. */
    private static final int SMALL = 126;

    private DyadicSqrt() { }

    /** The best bound of sqrt(a) with the given number of bits; a negative number is rejected. */
    static Dyadic sqrt(Dyadic a, int bits, Rounding rounding) {
        if (trivial(a)) {
            return a;
        }
        int shift = shift(a, bits);
        return Dyadic.rounded(doubledRoot(a, shift), (a.exponent() - shift) / 2 - 1, bits, rounding);
    }

    /** Both best bounds of sqrt(a) for a finite a >= 0. */
    static DyadicInterval bounds(Dyadic a, int bits) {
        if (trivial(a)) {
            return DyadicInterval.point(a);
        }
        int shift = shift(a, bits);
        return DyadicInterval.rounded(doubledRoot(a, shift), (a.exponent() - shift) / 2 - 1, bits);
    }

    /** The root of a > 0 with at least that many bits: it is at least the value, and less than one unit above it. */
    static Approximation approximate(Dyadic a, int bits) {
        int shift = shift(a, bits);
        BigInteger[] root = floorSqrtAndRemainder(a.mantissa().shiftLeft(shift));
        return Approximation.of(root[0], 2, (a.exponent() - shift) / 2);
    }

    private static boolean trivial(Dyadic a) {
        if (a.signum() < 0) {
            throw new ArithmeticException("the negative number " + a + " has no real square root");
        }
        return a.signum() == 0 || a.isInfinite();
    }

    private static int shift(Dyadic a, int bits) {
        int shift = Math.max(0, 2 * bits - 1 - a.mantissa().bitLength());
        return (a.exponent() - shift & 1) != 0 ? shift + 1 : shift;
    }

    /** 2s, or 2s + 1 when the root is not exact, for s = floor(sqrt(m 2^shift)). */
    private static BigInteger doubledRoot(Dyadic a, int shift) {
        BigInteger[] root = floorSqrtAndRemainder(a.mantissa().shiftLeft(shift));
        BigInteger doubled = root[0].shiftLeft(1);
        return root[1].signum() == 0 ? doubled : doubled.setBit(0);
    }

    /** s = floor(sqrt(n)) and n - s^2, for n >= 0. */
    static BigInteger[] floorSqrtAndRemainder(BigInteger n) {
        int length = n.bitLength();
        int depth = 0;
        while ((length + (1L << depth) - 1) >> depth > SMALL) {
            depth++;
        }
        // a length with the factor 2^(depth+1), and n moved by an even number of places to it or to one bit less
        int rounded = (int) ((length + (2L << depth) - 1) >> depth + 1) << depth + 1;
        int half = (rounded - length) / 2;
        BigInteger[] root = normalized(n.shiftLeft(2 * half), rounded);
        if (half == 0) {
            return root;
        }
        BigInteger s = root[0].shiftRight(half);
        return new BigInteger[] {s, n.subtract(s.multiply(s))};
    }

    /**
     * Zimmermann's Karatsuba square root (INRIA report 3805), for n of {@code length} or {@code length} - 1 bits.
     *
     * <p>Let b = 2^(length/4), n = h b^2 + a1 b + a0, h = s'^2 + r' with s' = floor(sqrt(h)), r' b + a1 = 2 s' q + u, s
     * = s' b + q. Then n - s^2 = r with r = u b + a0 - q^2. As u <= 2s' - 1 and a0 < b, r < 2 s' b <= 2s, so s is the
     * root when r >= 0. Otherwise q >= 1; h >= b^2/4 gives s' >= b/2, and r' <= 2s' gives q <= b + (b-1)/(2s') < b + 1;
     * thus r >= -b^2 and n - (s-1)^2 = r + 2s - 1 >= -b^2 + 2 s' b + 2q - 1 >= 1 > 0, so s - 1 is the root.
     */
    private static BigInteger[] normalized(BigInteger n, int length) {
        if (length <= SMALL) {
            return small(n.shiftRight(Long.SIZE).longValue(), n.longValue());
        }
        int quarter = length / 4;
        BigInteger mask = BigInteger.ONE.shiftLeft(quarter).subtract(BigInteger.ONE);
        BigInteger[] high = normalized(n.shiftRight(2 * quarter), length / 2);
        BigInteger a1 = n.shiftRight(quarter).and(mask);
        BigInteger[] parts = high[1].shiftLeft(quarter).or(a1).divideAndRemainder(high[0].shiftLeft(1));
        BigInteger q = parts[0];
        BigInteger s = high[0].shiftLeft(quarter).add(q);
        BigInteger r = parts[1].shiftLeft(quarter).or(n.and(mask)).subtract(q.multiply(q));
        if (r.signum() < 0) {
            r = r.add(s.shiftLeft(1)).subtract(BigInteger.ONE);
            s = s.subtract(BigInteger.ONE);
        }
        return new BigInteger[] {s, r};
    }

    /**
     * For n = hi 2^64 + lo < 2^126: doubles only guess, first the root and then, by Newton's rule, its correction;
     * integers decide. A root that is too large has r < 0 and is lowered, one that is too small has r > 2s and is raised.
     */
    private static BigInteger[] small(long hi, long lo) {
        long s = (long) Math.sqrt(size(hi, lo));
        while (true) {
            long square = s * s;
            long rHi = hi - Math.multiplyHigh(s, s) - TwoWords.below(lo, square);
            long r = lo - square;
            if (rHi == 0 && Long.compareUnsigned(r, 2 * s) <= 0) {
                return new BigInteger[] {BigInteger.valueOf(s), TwoWords.integer(1, 0, r)};
            }
            long correction = (long) Math.floor(size(rHi, r) / (2.0 * s));
            s += rHi < 0 ? Math.min(correction, -1) : Math.max(correction, 1);
        }
    }

    /** hi 2^64 + lo, rounded; lo is taken without sign. */
    private static double size(long hi, long lo) {
        return hi * 0x1p64 + (lo >>> 1) * 2.0;
    }
}
