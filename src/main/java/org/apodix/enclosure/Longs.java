package org.apodix.enclosure;

/** Exact arithmetic on longs, with what is no long found out. */
final class Longs {

    private Longs() { }

    /** The greatest common divisor of numbers that are not negative, of which the second is positive. */
    static long gcd(long a, long b) {
        if (a == 0 || b == 1) {
            return b;
        }
        // by halving and subtraction (Stein 1967): a division takes longer than several such steps
        int twos = Long.numberOfTrailingZeros(a | b);
        long u = a >> Long.numberOfTrailingZeros(a);
        long v = b >> Long.numberOfTrailingZeros(b);
        while (u != v && u != 1 && v != 1) {
            long difference = u - v;
            v = Math.min(u, v);
            u = Math.abs(difference) >> Long.numberOfTrailingZeros(difference);
        }
        return Math.min(u, v) << twos; // once one of two odd numbers is 1, so is their divisor
    }

    /** Whether a b is a long. */
    static boolean isProductLong(long a, long b) {
        return Math.multiplyHigh(a, b) == a * b >> Long.SIZE - 1;
    }

    /** Whether the sum as computed is a + b, and not the least number, which has no opposite. */
    static boolean isSum(long sum, long a, long b) {
        return ((a ^ sum) & (b ^ sum)) >= 0 && sum != Long.MIN_VALUE;
    }

    /** The sign of a b - c d. */
    static int compareProducts(long a, long b, long c, long d) {
        long left = Math.multiplyHigh(a, b);
        long right = Math.multiplyHigh(c, d);
        return left != right ? Long.compare(left, right) : Long.compareUnsigned(a * b, c * d);
    }

    /** {@link java.math.BigInteger#bitLength} of the number. */
    static int bitLength(long a) {
        return Long.SIZE - Long.numberOfLeadingZeros(a < 0 ? ~a : a);
    }
}
