package org.apodix.enclosure;

/**
 * Quotients of sizes of two words, by the division of Moeller and Granlund ("Improved division by invariant integers",
 * IEEE Transactions on Computers 60 (2011)): one reciprocal, then two words of the quotient, each exact with its
 * remainder.
 */
final class TwoWordQuotient {

    private static final long WORD = 0xffff_ffffL;

    private TwoWordQuotient() { }

    /** The best bound of a / b for nonzero finite numbers of at most 128 bits, 1 <= bits <= 128. */
    static Dyadic quotient(Dyadic a, Dyadic b, int bits, Rounding rounding) {
        return (Dyadic) roundedQuotient(a, b, bits, rounding);
    }

    /** Both best bounds of a / b for nonzero finite numbers of at most 128 bits, 1 <= bits <= 128. */
    static DyadicInterval quotients(Dyadic a, Dyadic b, int bits) {
        return (DyadicInterval) roundedQuotient(a, b, bits, null);
    }

    /**
     * With A and B the sizes moved to 2^127 <= A, B < 2^128, and U = A 2^128 if A < B, else A 2^127: the quotient Q = floor
     * (U / B) has 128 bits. A word under it that is 0 or 1 says whether there is a remainder, so it rounds as U / B.
     *
     * @param rounding the direction, or null for both bounds
     */
    private static Object roundedQuotient(Dyadic a, Dyadic b, int bits, Rounding rounding) {
        int aLeft = TwoWords.BITS - TwoWords.length(a.hi, a.lo);
        int bLeft = TwoWords.BITS - TwoWords.length(b.hi, b.lo);
        long d1 = TwoWords.leftHigh(b, bLeft);
        long d0 = TwoWords.leftLow(b, bLeft);
        long u2 = TwoWords.leftHigh(a, aLeft);
        long u1 = TwoWords.leftLow(a, aLeft);
        long u0 = 0;
        int half = 0;
        int order = Long.compareUnsigned(u2, d1);
        if (order > 0 || order == 0 && Long.compareUnsigned(u1, d0) >= 0) {
            u0 = u1 << 63;
            u1 = u2 << 63 | u1 >>> 1;
            u2 >>>= 1;
            half = 1;
        }
        long v = reciprocal(d1, d0);

        // twice the division of three words by two, with a remainder (r1, r0); first with u0, then with 0
        long upper = digit(u2, u1, u0, d1, d0, v);
        long t0 = upper * d0;
        long r0 = u0 - t0;
        long r1 = u1 - upper * d1 - TwoWords.high(upper, d0) - TwoWords.below(u0, t0);
        long lower = digit(r1, r0, 0, d1, d0, v);
        t0 = lower * d0;
        r1 = r0 - lower * d1 - TwoWords.high(lower, d0) - TwoWords.below(0, t0);
        long rest = (r1 | t0) == 0 ? 0 : 1;
        long exponent = (long) a.exponent() - aLeft - b.exponent() + bLeft - 192 + half;
        int sign = a.signum() * b.signum();
        return rounding == null ? TwoWords.both(sign, 0, upper, lower, rest, exponent, 192 - bits, bits)
                : TwoWords.cut(sign, 0, upper, lower, rest, exponent, 192 - bits, bits, rounding);
    }

    /**
     * floor((u2 b^2 + u1 b + u0) / (d1 b + d0)) for (u2, u1) < (d1, d0) and d1 >= b/2, b = 2^64, with v of {@link #reciprocal}: algorithm 4
     * of the article.
     */
    static long digit(long u2, long u1, long u0, long d1, long d0, long v) {
        long q0 = v * u2;
        long q = TwoWords.high(v, u2) + u2;
        q0 += u1;
        q += TwoWords.below(q0, u1);
        long r1 = u1 - q * d1 - TwoWords.high(d0, q);
        long t0 = d0 * q;
        r1 -= TwoWords.below(u0, t0);
        long r0 = u0 - t0;
        r1 -= d1 + TwoWords.below(r0, d0);
        r0 -= d0;
        q++;
        if (TwoWords.below(r1, q0) == 0) {
            q--;
            r0 += d0;
            r1 += d1 + TwoWords.below(r0, d0);
        }
        return notBelow(r1, r0, d1, d0) ? q + 1 : q;
    }

    private static boolean notBelow(long x1, long x0, long y1, long y0) {
        int order = Long.compareUnsigned(x1, y1);
        return order > 0 || order == 0 && Long.compareUnsigned(x0, y0) >= 0;
    }

    /** floor((2^192 - 1) / (d1 2^64 + d0)) - 2^64, for d1 >= 2^63: algorithm 6 of the article. */
    static long reciprocal(long d1, long d0) {
        long v = reciprocal(d1);
        long p = d1 * v + d0;
        if (TwoWords.below(p, d0) != 0) {
            v--;
            if (TwoWords.below(p, d1) == 0) {
                v--;
                p -= d1;
            }
            p -= d1;
        }
        long t1 = TwoWords.high(v, d0);
        long t0 = v * d0;
        p += t1;
        if (TwoWords.below(p, t1) != 0) {
            v--;
            if (notBelow(p, t0, d1, d0)) {
                v--;
            }
        }
        return v;
    }

    /** floor((2^128 - 1) / d) - 2^64 = floor((~d 2^64 + ~0) / d), for d >= 2^63, by two digits of 32 bits (Knuth's D). */
    private static long reciprocal(long d) {
        long first = digit(~d, WORD, d);
        long rest = (~d << 32 | WORD) - first * d;
        return (first << 32) + digit(rest, WORD, d);
    }

    /** floor((u 2^32 + next) / d) for u < d; the first guess, from the upper half of d, is at most 2 too large. */
    private static long digit(long u, long next, long d) {
        long top = d >>> 32;
        long q = Long.divideUnsigned(u, top);
        long r = u - q * top;
        while (q >>> 32 != 0 || Long.compareUnsigned(q * (d & WORD), r << 32 | next) > 0) {
            q--;
            r += top;
            if (r >>> 32 != 0) {
                break;
            }
        }
        return q;
    }
}
