package org.apodix.enclosure;

import java.math.BigInteger;
import java.nio.ByteBuffer;

/**
 * Quotients of positive integers by school division in words of 64 bits, which is several times as fast as that of {@link BigInteger}
 * in words of 32 bits. Words are longs without sign, arrays have the last word first, and b = 2^64.
 *
 * <p>The divisor D has n >= 2 words and its first bit set. A step divides n + 1 words U < b D, giving q = floor(U / D) < b and leaving
 * U - q D. With U' the first three words of U and D' the first two of D, the guess is q' = min(b - 1, floor(U' / D')). From q D <= U
 * follows q D' < U' + 1, so q <= q'. And (q' - 1) D < (q' - 1) (D' + 1) b^(n-2) <= (U' - D' + b - 2) b^(n-2) <= U as D' >= b^2 / 2; so q'
 * is q or q + 1, and U - q' D < 0 in the second case alone.
 */
final class LongDivision {

    private static final int WORD = Long.SIZE;

    private LongDivision() { }

    /**
     * The value V of (a / b) 2^e for a, b > 0 with {@code bits} bits or more, as an {@link Approximation} that also rounds as V does: its
     * value v is V itself when that is a multiple of 256, and otherwise it lies strictly between the same two multiples of 256.
     *
     * <p>With A and B the numbers moved to 1/2 <= A, B < 1, and A halved unless A < B, the quotient Q is in [1/2, 1): after m words q the
     * value is Q 2^(64 m + 8), and v is 256 q, or 256 q + 128 when something remains.
     */
    static Approximation quotient(BigInteger a, long ea, BigInteger b, long eb, int bits) {
        int n = Math.max(2, words(b.bitLength()));
        int m = words(Math.max(1, bits));
        int length = Math.max(n + m, words(a.bitLength()) + 1);
        long[] d = aligned(b, n);
        long[] u = aligned(a, length);
        boolean half = !below(u, length, d, n);
        if (half) {
            halve(u);
        }
        boolean rest = divide(u, length, d, n, m);
        ByteBuffer bytes = ByteBuffer.allocate(8 * m + 1);
        for (int j = length - 1; j >= length - m; j--) {
            bytes.putLong(u[j]);
        }
        bytes.put((byte) (rest ? 128 : 0));
        long exponent = ea + a.bitLength() - eb - b.bitLength() - WORD * (long) m - 8 + (half ? 1 : 0);
        return Approximation.of(new BigInteger(1, bytes.array()), rest ? 128 : 0, exponent);
    }

    /** floor(a 2^f / b) for b > 0. */
    static BigInteger floor(BigInteger a, BigInteger b, int f) {
        int bits = f + a.bitLength() - b.bitLength() + 2; // of the quotient, and one more
        if (a.signum() == 0 || bits <= 1) { // |a| 2^f < b
            return BigInteger.valueOf(Math.min(0, a.signum()));
        }
        Approximation size = quotient(a.abs(), 0, b, 0, bits);
        BigInteger value = a.signum() < 0 ? size.value().negate() : size.value();
        return value.shiftRight(Math.toIntExact(-f - size.exponent()));
    }

    private static int words(int bits) {
        return (bits + WORD - 1) / WORD;
    }

    /** The number in that many words, enough for it, with its first bit at the first place. */
    private static long[] aligned(BigInteger x, int words) {
        byte[] bytes = x.toByteArray();
        int skipped = bytes[0] == 0 ? 1 : 0;
        int count = words(8 * (bytes.length - skipped));
        ByteBuffer buffer = ByteBuffer.allocate(8 * count).put(bytes, skipped, bytes.length - skipped);
        int left = Math.floorMod(-x.bitLength(), 8);
        long[] result = new long[words];
        long word = buffer.getLong(0);
        for (int i = 1; i <= count; i++) {
            long next = i < count ? buffer.getLong(8 * i) : 0;
            result[words - i] = left == 0 ? word : word << left | next >>> -left;
            word = next;
        }
        return result;
    }

    /** Moves all bits one place down; the last one is 0. */
    private static void halve(long[] u) {
        for (int i = 0; i < u.length - 1; i++) {
            u[i] = u[i] >>> 1 | u[i + 1] << 63;
        }
        u[u.length - 1] >>>= 1;
    }

    /** Whether the first n words of u are a smaller number than d. */
    private static boolean below(long[] u, int length, long[] d, int n) {
        for (int i = 1; i <= n; i++) {
            int order = Long.compareUnsigned(u[length - i], d[n - i]);
            if (order != 0) {
                return order < 0;
            }
        }
        return false;
    }

    /** Replaces the first m words of u by those of the quotient; true if anything remains. The first n words of u are below d. */
    private static boolean divide(long[] u, int length, long[] d, int n, int m) {
        long d1 = d[n - 1];
        long d0 = d[n - 2];
        long v = TwoWordQuotient.reciprocal(d1, d0);
        for (int top = length - 1; top >= length - m; top--) {
            long q = u[top] == d1 && u[top - 1] == d0 ? -1 : TwoWordQuotient.digit(u[top], u[top - 1], u[top - 2], d1, d0, v);
            if (subtract(u, top - n, d, n, q) != 0) {
                q--;
                add(u, top - n, d, n);
            }
            u[top] = q; // was 0 after the subtraction
        }
        for (int i = 0; i < length - m; i++) {
            if (u[i] != 0) {
                return true;
            }
        }
        return false;
    }

    /** U - q D for the n + 1 words of U from that place on, its first word left as it is; the borrow from the first word's difference. */
    private static long subtract(long[] u, int place, long[] d, int n, long q) {
        long carry = 0;
        for (int i = 0; i < n; i++) {
            long low = q * d[i];
            long high = TwoWords.high(q, d[i]);
            low += carry;
            high += TwoWords.below(low, carry);
            long old = u[place + i];
            u[place + i] = old - low;
            carry = high + TwoWords.below(old, low);
        }
        return carry - u[place + n];
    }

    /** Adds d to n words and drops the carry. */
    private static void add(long[] u, int place, long[] d, int n) {
        long carry = 0;
        for (int i = 0; i < n; i++) {
            long sum = u[place + i] + carry;
            carry = TwoWords.below(sum, carry);
            sum += d[i];
            carry += TwoWords.below(sum, d[i]);
            u[place + i] = sum;
        }
    }
}
