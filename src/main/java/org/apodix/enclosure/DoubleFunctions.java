package org.apodix.enclosure;

import java.util.function.DoubleUnaryOperator;

/**
 * Directed bounds of the functions of {@link StrictMath} on doubles that are no NaN: {@code ...Down} is at most the true
 * value, {@code ...Up} at least.
 *
 * <p>Java promises an error of at most 1 ulp for cbrt, expm1, log1p, sin, cos and atan, and 2.5 ulps for tanh. One step to
 * the neighbour may be half an ulp where it crosses a power of two; so two steps cover 1 ulp and five cover 2.5 ulps, and
 * one more is taken in each case. A bound never goes beyond what the function is known to satisfy (its sign, its range,
 * its side of the argument), which keeps 0 exact and is applied after the steps; so an underflow or a negative zero does
 * no harm. At infinite ends the limits are the bounds.
 */
final class DoubleFunctions {

    private static final int STEPS = 3;
    private static final int TANH_STEPS = 6;
    /** Beyond this size the number of quarter turns is not known well enough, and an interval gets [-1, 1]. */
    private static final double LARGE = 0x1p40;
    private static final DoubleInterval RANGE = DoubleInterval.of(-1, 1);
    /** pi/2 is above Math.PI / 2 and below its neighbour, as pi is. */
    private static final double HALF_PI_DOWN = Math.PI / 2;
    private static final double HALF_PI_UP = Math.nextUp(Math.PI / 2);

    private DoubleFunctions() { }

    private static double down(double y, int steps) {
        double result = y;
        for (int i = 0; i < steps; i++) {
            result = Math.nextDown(result);
        }
        return result;
    }

    /** The tightest doubles around the set. */
    static DoubleInterval outward(DyadicInterval y) {
        return DoubleInterval.ordered(y.lower().toDouble(Rounding.DOWN), y.upper().toDouble(Rounding.UP));
    }

    /** Integer roots of cubes below 2^53 are exact; the sign is that of the argument. */
    static double cbrtDown(double a) {
        double c = StrictMath.cbrt(a);
        if (a == 0 || Double.isInfinite(a) || Math.abs(a) < 0x1p53 && c == Math.rint(c) && c * c * c == a) {
            return c;
        }
        double below = down(c, STEPS);
        return a > 0 ? Math.max(below, 0) : below;
    }

    static double cbrtUp(double a) {
        return -cbrtDown(-a);
    }

    /** exp(x) - 1 is at least x, above -1, and 0 for 0 alone. */
    static double expm1Down(double a) {
        return a == 0 || Double.isInfinite(a) ? StrictMath.expm1(a) : Math.max(Math.max(a, -1), down(StrictMath.expm1(a), STEPS));
    }

    static double expm1Up(double a) {
        if (a == 0 || Double.isInfinite(a)) {
            return StrictMath.expm1(a);
        }
        double above = -down(-StrictMath.expm1(a), STEPS);
        return a < 0 ? Math.min(above, 0) : above;
    }

    /** For a > -1: log(1 + x) is at most x, with the sign of x. */
    static double log1pDown(double a) {
        if (a == 0 || Double.isInfinite(a)) {
            return a;
        }
        double below = down(StrictMath.log1p(a), STEPS);
        return a > 0 ? Math.max(below, 0) : below;
    }

    static double log1pUp(double a) {
        return a == 0 || Double.isInfinite(a) ? a : Math.min(a, -down(-StrictMath.log1p(a), STEPS));
    }

    /** Between -1 and 1, and between 0 and x. */
    static double tanhDown(double a) {
        if (a == 0 || Double.isInfinite(a)) {
            return a == 0 ? 0 : Math.signum(a);
        }
        double below = down(StrictMath.tanh(a), TANH_STEPS);
        return Math.max(below, a > 0 ? 0 : Math.max(a, -1));
    }

    static double tanhUp(double a) {
        return -tanhDown(-a);
    }

    /** Between -pi/2 and pi/2, and between 0 and x. */
    static double atanDown(double a) {
        if (a == 0) {
            return 0;
        }
        if (Double.isInfinite(a)) {
            return a > 0 ? HALF_PI_DOWN : -HALF_PI_UP;
        }
        double below = down(StrictMath.atan(a), STEPS);
        return Math.max(below, a > 0 ? 0 : Math.max(a, -HALF_PI_UP));
    }

    static double atanUp(double a) {
        return -atanDown(-a);
    }

    /** Between 0 and x, as far as the ends are on one side of 0; positive from 0 to 3. */
    static DoubleInterval sin(DoubleInterval a) {
        DoubleInterval y = circular(a, 0, StrictMath::sin);
        double low = a.lower() >= 0 && a.upper() <= 3 ? 0 : a.upper() <= 0 ? a.lower() : -1;
        double high = a.upper() <= 0 && a.lower() >= -3 ? 0 : a.lower() >= 0 ? a.upper() : 1;
        return DoubleInterval.ordered(Math.max(y.lower(), low), Math.min(y.upper(), high));
    }

    static DoubleInterval cos(DoubleInterval a) {
        return circular(a, 1, StrictMath::cos);
    }

    /**
     * sin(x + shift pi/2). The quarters floor(x / (pi/2)) of the ends are bounded outward, so that an extremum is never
     * missed; one that is only near the interval is taken for inside.
     */
    private static DoubleInterval circular(DoubleInterval a, int shift, DoubleUnaryOperator function) {
        if (Double.isInfinite(a.lower()) || Double.isInfinite(a.upper())) {
            return RANGE;
        }
        double atLower = function.applyAsDouble(a.lower());
        double low = low(a.lower(), atLower);
        double high = -low(-a.lower(), -atLower);
        if (a.isPoint()) {
            return DoubleInterval.ordered(low, high);
        }
        if (Math.max(-a.lower(), a.upper()) > LARGE) {
            return RANGE;
        }
        double atUpper = function.applyAsDouble(a.upper());
        low = Math.min(low, low(a.upper(), atUpper));
        high = Math.max(high, -low(-a.upper(), -atUpper));
        long first = quarterDown(a.lower()) + shift + 1;
        long last = quarterUp(a.upper()) + shift;
        return DoubleInterval.ordered(
                first + Math.floorMod(3 - first, 4L) <= last ? -1 : low, first + Math.floorMod(1 - first, 4L) <= last ? 1 : high);
    }

    /** A lower bound of y, given a value within 1 ulp of it; the value at x = 0 is exact. */
    private static double low(double x, double y) {
        return x == 0 ? y : Math.max(-1, down(y, STEPS));
    }

    /** At most floor(x / (pi/2)). */
    private static long quarterDown(double x) {
        return (long) Math.floor(x >= 0
                ? DoubleBounds.divideDown(x, HALF_PI_UP) : DoubleBounds.divideDown(x, HALF_PI_DOWN));
    }

    /**
     * At least k = floor(x / (pi/2)). Math.PI / 2 is below pi/2 by less than its 2^-54th part, so x over it is at least k, or k (1 + 2^-54)
     * for negative k; as k is a double, rounding to nearest leads back to k at least.
     */
    private static long quarterUp(double x) {
        return (long) Math.floor(x / HALF_PI_DOWN);
    }
}
