package org.apodix.enclosure;

import java.math.BigInteger;
import java.nio.ByteBuffer;

/**
 * Arithmetic of dyadic numbers whose mantissas have at most 128 bits, without big integers.
 *
 * <p>A size is an unsigned number of two words, hi 2^64 + lo, and every exact result is one of four words, w3 2^192 + w2
 * 2^128 + w1 2^64 + w0, which {@link #cut} then rounds in the asked direction. Words are longs without sign.
 */
final class TwoWords {

    /** Bits of a size. */
    static final int BITS = 128;

    private TwoWords() { }

    /** Bits of the size. */
    static int length(long hi, long lo) {
        return hi != 0 ? 128 - Long.numberOfLeadingZeros(hi) : 64 - Long.numberOfLeadingZeros(lo);
    }

    private static int length(long w3, long w2, long w1, long w0) {
        return (w3 | w2) != 0 ? 128 + length(w3, w2) : length(w1, w0);
    }

    /** The signed integer of a size. */
    static BigInteger integer(int sign, long hi, long lo) {
        return hi == 0 && lo >= 0
                ? BigInteger.valueOf(sign < 0 ? -lo : lo)
                : new BigInteger(sign, ByteBuffer.allocate(16).putLong(hi).putLong(lo).array());
    }

    /**
     * The best bound of sign w 2^exponent with the given number of bits, where w is the number of four words, which has
     * at most {@code shift + bits} bits: the last {@code shift} of them are cut off, and make the number inexact unless
     * all of them are zero.
     */
    static Dyadic cut(int sign, long w3, long w2, long w1, long w0, long exponent, int shift, int bits,
            Rounding rounding) {
        int places = shift & 63;
        long x0; // the three words in which the kept bits begin, and all that is below them
        long x1;
        long x2;
        long lost;
        switch (shift >> 6) {
            case 0 -> {
                x0 = w0;
                x1 = w1;
                x2 = w2;
                lost = 0;
            }
            case 1 -> {
                x0 = w1;
                x1 = w2;
                x2 = w3;
                lost = w0;
            }
            case 2 -> {
                x0 = w2;
                x1 = w3;
                x2 = 0;
                lost = w0 | w1;
            }
            default -> {
                x0 = w3;
                x1 = 0;
                x2 = 0;
                lost = w0 | w1 | w2;
            }
        }
        long lo = x0;
        long hi = x1;
        if (places != 0) {
            lost |= x0 << -places;
            lo = x0 >>> places | x1 << -places;
            hi = x1 >>> places | x2 << -places;
        }
        long e = exponent + shift;
        if (lost != 0 && sign > 0 == (rounding == Rounding.UP)) {
            lo++;
            if (lo == 0) {
                hi++;
                if (hi == 0) { // 2^128
                    hi = Long.MIN_VALUE;
                    e++;
                }
            }
        }
        return Dyadic.limited(sign, hi, lo, e, bits, rounding);
    }

    /** Both best bounds; the same object where they are equal. Arguments as for {@link #cut}. */
    static DyadicInterval both(int sign, long w3, long w2, long w1, long w0, long exponent, int shift, int bits) {
        Dyadic lower = cut(sign, w3, w2, w1, w0, exponent, shift, bits, Rounding.DOWN);
        Dyadic upper = cut(sign, w3, w2, w1, w0, exponent, shift, bits, Rounding.UP);
        return DyadicInterval.ordered(lower, lower.equals(upper) ? lower : upper);
    }

    /** The best bound of sign (hi 2^64 + lo) 2^exponent, 1 <= bits <= 128. */
    static Dyadic round(int sign, long hi, long lo, long exponent, int bits, Rounding rounding) {
        return cut(sign, 0, 0, hi, lo, exponent, Math.max(0, length(hi, lo) - bits), bits, rounding);
    }

    /** The upper word of the product of two words. */
    static long high(long x, long y) {
        return Math.multiplyHigh(x, y) + (x >> 63 & y) + (y >> 63 & x);
    }

    /** 1 if x < y and 0 otherwise: the carry of the sum x when y was added, and the borrow of x - y. */
    static long below(long x, long y) {
        return x + Long.MIN_VALUE < y + Long.MIN_VALUE ? 1 : 0;
    }

    /** The best bound of a b for nonzero finite numbers, 1 <= bits <= 128. */
    static Dyadic product(Dyadic a, Dyadic b, int bits, Rounding rounding) {
        return (Dyadic) roundedProduct(a, b, bits, rounding);
    }

    /** Both best bounds of a b for nonzero finite numbers, 1 <= bits <= 128. */
    static DyadicInterval products(Dyadic a, Dyadic b, int bits) {
        return (DyadicInterval) roundedProduct(a, b, bits, null);
    }

    /** The bound in that direction, or both bounds for null. */
    private static Object roundedProduct(Dyadic a, Dyadic b, int bits, Rounding rounding) {
        long w0 = a.lo * b.lo;
        long w1 = high(a.lo, b.lo);
        long w2 = 0;
        long w3 = 0;
        if ((a.hi | b.hi) != 0) {
            long low = a.lo * b.hi;
            w1 += low;
            w2 = high(a.lo, b.hi) + below(w1, low);
            low = a.hi * b.lo;
            w1 += low;
            long middle = high(a.hi, b.lo) + below(w1, low); // at most 2^64 - 1, as the whole is below 2^128 here
            w2 += middle;
            w3 = below(w2, middle);
            low = a.hi * b.hi;
            w2 += low;
            w3 += high(a.hi, b.hi) + below(w2, low);
        }
        int sign = a.signum() * b.signum();
        long exponent = (long) a.exponent() + b.exponent();
        int shift = Math.max(0, length(w3, w2, w1, w0) - bits);
        return rounding == null ? both(sign, w3, w2, w1, w0, exponent, shift, bits)
                : cut(sign, w3, w2, w1, w0, exponent, shift, bits, rounding);
    }

    /** The best bound of a + b for nonzero finite numbers, 1 <= bits <= 128. */
    static Dyadic sum(Dyadic a, Dyadic b, int bits, Rounding rounding) {
        return (Dyadic) roundedSum(a, b, bits, rounding);
    }

    /** Both best bounds of a + b for nonzero finite numbers, 1 <= bits <= 128. */
    static DyadicInterval sums(Dyadic a, Dyadic b, int bits) {
        return (DyadicInterval) roundedSum(a, b, bits, null);
    }

    /**
     * Let |a| have at least as many bits before the point as |b|. |a| is placed with its leading bit at 2^254, in units of 2^(top - 255), so that it is a multiple of 2^127; |b|
     * is cut to a whole number v of units, and v is made odd when anything was cut off. Then the true sum s and the
     * computed one lie strictly between the same two neighbouring even numbers. That rounds alike: something is cut off
     * only if the leading bit of |b| is below that of |a| by at least 127 places, so the sum has its leading bit at 2^253
     * or above, and every number of 128 bits there is even.
     *
     * @param rounding the direction, or null for both bounds
     */
    private static Object roundedSum(Dyadic x, Dyadic y, int bits, Rounding rounding) {
        int xTop = x.top();
        int yTop = y.top();
        boolean swap = xTop < yTop;
        Dyadic a = swap ? y : x;
        Dyadic b = swap ? x : y;
        int top = swap ? yTop : xTop;
        int aSign = swap ? y.signum() : x.signum();
        int bSign = swap ? x.signum() : y.signum();

        int left = BITS - (top - a.exponent());
        long hi = left < 64 ? a.hi << left | (left == 0 ? 0 : a.lo >>> -left) : a.lo << left;
        long lo = left < 64 ? a.lo << left : 0;
        long w3 = hi >>> 1;
        long w2 = hi << 63 | lo >>> 1;
        long w1 = lo << 63;
        long w0 = 0;

        // b = v3 .. v0, moved from the place of its exponent to that of the unit
        long move = (long) b.exponent() - (top - 255L);
        long v3 = 0;
        long v2 = 0;
        long v1 = 0;
        long v0;
        if (move >= 0) {
            int places = (int) move & 63;
            long s0 = b.lo << places;
            long s1 = places == 0 ? b.hi : b.hi << places | b.lo >>> -places;
            long s2 = places == 0 ? 0 : b.hi >>> -places;
            switch ((int) move >> 6) {
                case 0 -> {
                    v0 = s0;
                    v1 = s1;
                    v2 = s2;
                }
                case 1 -> {
                    v0 = 0;
                    v1 = s0;
                    v2 = s1;
                    v3 = s2;
                }
                case 2 -> {
                    v0 = 0;
                    v2 = s0;
                    v3 = s1;
                }
                default -> {
                    v0 = 0;
                    v3 = s0;
                }
            }
        } else if (move > -BITS) {
            int down = (int) -move;
            int places = down & 63;
            long cutOff;
            if (down < 64) {
                v0 = b.lo >>> places | b.hi << -places;
                v1 = b.hi >>> places;
                cutOff = b.lo << -places;
            } else {
                v0 = b.hi >>> places;
                cutOff = b.lo | (places == 0 ? 0 : b.hi << -places);
            }
            v0 |= cutOff != 0 ? 1 : 0;
        } else {
            v0 = 1;
        }

        if (aSign == bSign) {
            w0 = v0;
            w1 += v1;
            long c = below(w1, v1);
            w2 += c;
            c = below(w2, c);
            w2 += v2;
            c += below(w2, v2);
            w3 += v3 + c;
        } else {
            w0 = -v0;
            long borrow = v0 != 0 ? 1 : 0;
            long d = w1 - v1;
            long c = below(w1, v1);
            w1 = d - borrow;
            c += below(d, borrow);
            d = w2 - v2;
            borrow = below(w2, v2);
            w2 = d - c;
            borrow += below(d, c);
            w3 -= v3 + borrow;
            if (w3 < 0) { // |b| was the greater one; as both have the same top, nothing was cut off
                aSign = -aSign;
                w0 = -w0;
                w1 = ~w1 + (w0 == 0 ? 1 : 0);
                w2 = ~w2 + ((w0 | w1) == 0 ? 1 : 0);
                w3 = ~w3 + ((w0 | w1 | w2) == 0 ? 1 : 0);
            }
        }
        int length = length(w3, w2, w1, w0);
        if (length == 0) {
            return rounding == null ? DyadicInterval.point(Dyadic.ZERO) : Dyadic.ZERO;
        }
        // all below the lower exponent is zero
        long unit = top - 255L;
        int shift = (int) Math.max(length - bits, Math.min(a.exponent(), b.exponent()) - unit);
        return rounding == null ? both(aSign, w3, w2, w1, w0, unit, shift, bits)
                : cut(aSign, w3, w2, w1, w0, unit, shift, bits, rounding);
    }

    /** Compares |a| and |b| for nonzero finite numbers with the same number of bits before the point. */
    static int compareSizes(Dyadic a, Dyadic b) {
        int aLeft = BITS - length(a.hi, a.lo);
        int bLeft = BITS - length(b.hi, b.lo);
        int order = Long.compareUnsigned(leftHigh(a, aLeft), leftHigh(b, bLeft));
        return order != 0 ? order : Long.compareUnsigned(leftLow(a, aLeft), leftLow(b, bLeft));
    }

    static long leftHigh(Dyadic a, int left) {
        return left == 0 ? a.hi : left < 64 ? a.hi << left | a.lo >>> -left : a.lo << left;
    }

    static long leftLow(Dyadic a, int left) {
        return left < 64 ? a.lo << left : 0;
    }
}
