package org.apodix.enclosure;

/**
 * Directed operations on doubles that are no NaN: each {@code ...Down} is at most the true value, each {@code ...Up} at
 * least.
 *
 * <p>+ * / and sqrt of Java are the IEEE 754 operations rounded to nearest, so the true value lies between the two
 * neighbours of the result. The sign of the rounding error, where an exact formula for it applies, says on which side,
 * and an exact result stays exact. The formulas need results away from underflow: every size above 2^-900 keeps the
 * error term a multiple of 2^-1074 with at most 53 bits. Elsewhere the result is moved outward unconditionally.
 */
final class DoubleBounds {

    private static final double SAFE = 0x1p-900;

    private DoubleBounds() { }

    static double addDown(double a, double b) {
        double s = a + b;
        return sumError(a, b, s) >= 0 || Double.isInfinite(a) || Double.isInfinite(b) ? s : Math.nextDown(s);
    }

    static double addUp(double a, double b) {
        return -addDown(-a, -b);
    }

    /** The exact a + b - s by Knuth's TwoSum, a NaN or infinity when something overflows on the way. */
    private static double sumError(double a, double b, double s) {
        double bRounded = s - a;
        return (a - (s - bRounded)) + (b - bRounded);
    }

    /** Zero times an infinity is zero: an infinite end is a limit of real numbers. */
    static double multiplyDown(double a, double b) {
        if (a == 0 || b == 0) {
            return 0;
        }
        double p = a * b;
        if (Math.abs(p) > SAFE) {
            if (Double.isInfinite(a) || Double.isInfinite(b)) {
                return p;
            }
            return Math.fma(a, b, -p) >= 0 ? p : Math.nextDown(p); // an overflown p gives -inf here
        }
        return a > 0 == b > 0 ? Math.max(0, Math.nextDown(p)) : Math.nextDown(p);
    }

    static double multiplyUp(double a, double b) {
        return -multiplyDown(-a, b);
    }

    /** For b > 0, not both infinite. A finite number over infinity is 0, the limit. */
    static double divideDown(double a, double b) {
        double q = a / b;
        if (a == 0 || Double.isInfinite(a) || Double.isInfinite(b)) {
            return q;
        }
        if (Math.abs(q) > SAFE && Math.abs(a) > SAFE && b > SAFE) {
            return Math.fma(-q, b, a) >= 0 ? q : Math.nextDown(q); // the remainder a - q b has the sign of a/b - q
        }
        return a > 0 ? Math.max(0, Math.nextDown(q)) : Math.nextDown(q);
    }

    static double divideUp(double a, double b) {
        return -divideDown(-a, b);
    }

    /** For a >= 0. */
    static double sqrtDown(double a) {
        double s = Math.sqrt(a);
        if (a == 0 || Double.isInfinite(a)) {
            return s;
        }
        if (a > SAFE) {
            return Math.fma(-s, s, a) >= 0 ? s : Math.nextDown(s);
        }
        return Math.nextDown(s); // s is at least 2^-537 here
    }

    static double sqrtUp(double a) {
        double s = Math.sqrt(a);
        if (a == 0 || Double.isInfinite(a)) {
            return s;
        }
        return a > SAFE && Math.fma(-s, s, a) <= 0 ? s : Math.nextUp(s);
    }

    /** StrictMath promises one ulp; two are taken. exp is above 0, and on the same side of 1 as its argument of 0. */
    static double expDown(double a) {
        if (a == 0) {
            return 1;
        }
        if (Double.isInfinite(a)) {
            return a > 0 ? a : 0;
        }
        double e = Math.nextDown(Math.nextDown(StrictMath.exp(a)));
        return Math.max(e, a > 0 ? 1 : 0);
    }

    static double expUp(double a) {
        if (a == 0) {
            return 1;
        }
        if (Double.isInfinite(a)) {
            return a > 0 ? a : 0;
        }
        double e = Math.nextUp(Math.nextUp(StrictMath.exp(a)));
        return a < 0 ? Math.min(e, 1) : e;
    }

    /** For a > 0. StrictMath promises one ulp; two are taken. The sign is that of a - 1. */
    static double logDown(double a) {
        if (a == 1 || Double.isInfinite(a)) {
            return a == 1 ? 0 : a;
        }
        double l = Math.nextDown(Math.nextDown(StrictMath.log(a)));
        return a > 1 ? Math.max(l, 0) : l;
    }

    static double logUp(double a) {
        if (a == 1 || Double.isInfinite(a)) {
            return a == 1 ? 0 : a;
        }
        double l = Math.nextUp(Math.nextUp(StrictMath.log(a)));
        return a < 1 ? Math.min(l, 0) : l;
    }

    /** For x >= 0 and n >= 1: repeated squaring, each product rounded down. */
    static double powerDown(double x, long n) {
        double result = x;
        for (int i = 62 - Long.numberOfLeadingZeros(n); i >= 0; i--) {
            result = multiplyDown(result, result);
            if ((n >> i & 1) != 0) {
                result = multiplyDown(result, x);
            }
        }
        return result;
    }

    static double powerUp(double x, long n) {
        double result = x;
        for (int i = 62 - Long.numberOfLeadingZeros(n); i >= 0; i--) {
            result = multiplyUp(result, result);
            if ((n >> i & 1) != 0) {
                result = multiplyUp(result, x);
            }
        }
        return result;
    }
}
