package org.apodix.enclosure;

import static org.apodix.enclosure.Rounding.DOWN;
import static org.apodix.enclosure.Rounding.UP;

import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Functions f of intervals [x, y] so thin that one evaluation, at x, serves both ends: by the mean value theorem f(y) = f(x) + f'(z) (y - x)
 * for some z in [x, y], and a few operations with {@value #FEW} bits enclose f' there. Each method returns null where it is not meant
 * for the interval, or where the bounds at either end are not decided; the ends are then to be computed one by one. The bounds returned
 * are the best ones, those of the ends alone.
 */
final class DyadicMeanValue {

    private static final int FEW = 62;
    private static final int GUARD = 16;
    /** What is tried: y - x < 2^-40, and less than 2^-40 times the smaller of |x|, |y|. */
    private static final int THIN = -40;

    private static final DyadicArithmetic SHORT = new DyadicArithmetic(FEW);
    private static final DyadicInterval ONE = DyadicInterval.point(Dyadic.ONE);
    private static final DyadicInterval THREE = DyadicInterval.point(Dyadic.of(3));
    /** From 1 to 1 + 2^-39. */
    private static final DyadicInterval ABOUT_ONE = DyadicInterval.of(Dyadic.ONE, Dyadic.ONE.plus(Dyadic.ONE.shift(THIN + 1L)));

    private DyadicMeanValue() { }

    /** atan' = 1 / (1 + z^2). */
    static DyadicInterval atan(Dyadic x, Dyadic y, int bits) {
        return odd(DyadicMeanValue::positiveAtan, x, y, bits);
    }

    private static DyadicInterval positiveAtan(Dyadic x, Dyadic y, int bits) {
        return DyadicNear.tiny(x, bits) ? null
                : enclose(x, y, bits, working -> DyadicAtan.approximate(x, working),
                        value -> SHORT.divide(ONE, SHORT.add(ONE, SHORT.square(hull(x, y)))));
    }

    /** tanh' = 1 - tanh^2; tanh is concave, so tanh(z) / tanh(x) is between 1 and z / x < 1 + 2^-40. */
    static DyadicInterval tanh(Dyadic x, Dyadic y, int bits) {
        return odd(DyadicMeanValue::positiveTanh, x, y, bits);
    }

    private static DyadicInterval positiveTanh(Dyadic x, Dyadic y, int bits) {
        return DyadicNear.tiny(x, bits) || DyadicTanh.isLarge(y, bits) ? null
                : enclose(x, y, bits, working -> DyadicTanh.approximate(x, working),
                        value -> SHORT.subtract(ONE, SHORT.square(SHORT.multiply(value.rounded(FEW), ABOUT_ONE))));
    }

    /** cbrt' = cbrt / (3 z); cbrt is concave, so cbrt(z) / cbrt(x) is between 1 and z / x < 1 + 2^-40. */
    static DyadicInterval cbrt(Dyadic x, Dyadic y, int bits) {
        return odd((a, b, n) -> enclose(a, b, n, working -> DyadicCbrt.approximate(a, working), value -> SHORT.divide(
                SHORT.multiply(value.rounded(FEW), ABOUT_ONE), SHORT.multiply(THREE, hull(a, b)))), x, y, bits);
    }

    /** expm1' = expm1 + 1, and e^(z - x) is between 1 and 1 + 2^-39. */
    static DyadicInterval expm1(Dyadic x, Dyadic y, int bits) {
        return !thin(x, y) || !DyadicExpm1.isModerate(x, bits) || !DyadicExpm1.isModerate(y, bits) ? null
                : enclose(x, y, bits, working -> DyadicExpm1.approximate(x, working),
                        value -> SHORT.multiply(SHORT.add(ONE, value.rounded(FEW)), ABOUT_ONE));
    }

    /** erf' = c e^(-u), u = z^2 or z^2/2. */
    static DyadicInterval erf(DyadicErf erf, Dyadic x, Dyadic y, int bits) {
        return odd((a, b, n) -> erf.isModerate(a, n) && erf.isModerate(b, n)
                ? enclose(a, b, n, working -> erf.approximate(a, working), value -> erf.slope(SHORT, hull(a, b)))
                : null, x, y, bits);
    }

    /** erfc' = -erf'. */
    static DyadicInterval erfc(DyadicErf erf, Dyadic x, Dyadic y, int bits) {
        return !thin(x, y) || !erf.isModerate(x, bits) || !erf.isModerate(y, bits) ? null
                : enclose(x, y, bits, working -> erf.approximateComplement(x, working),
                        value -> SHORT.negate(erf.slope(SHORT, hull(x, y))));
    }

    /**
     * sin(z + shift pi/2): its derivative changes by y - x at most. That it does not vanish, which {@link Approximation#plus} asks for,
     * leaves no extremum inside. (By half of y - x, nearly: the rounding of the width does not decide.)
     */
    static DyadicInterval sine(Dyadic x, Dyadic y, int shift, int bits) {
        Approximation[] both = thin(x, y) && !DyadicNear.tiny(x, bits) && !DyadicNear.tiny(y, bits)
                ? DyadicCircular.withDerivative(x, shift, bits + GUARD) : null;
        if (both == null) {
            return null;
        }
        DyadicInterval width = width(x, y);
        DyadicInterval change = DyadicInterval.ordered(width.upper().negate(), width.upper());
        return enclose(both[0], SHORT.add(both[1].rounded(FEW), change), width, bits);
    }

    private interface Ends {
        DyadicInterval of(Dyadic x, Dyadic y, int bits);
    }

    /** An odd function, from what it is for 0 < x < y. */
    private static DyadicInterval odd(Ends positive, Dyadic x, Dyadic y, int bits) {
        if (!thin(x, y)) {
            return null;
        }
        if (x.signum() > 0) {
            return positive.of(x, y, bits);
        }
        DyadicInterval size = positive.of(y.negate(), x.negate(), bits);
        return size == null ? null : DyadicNear.negate(size);
    }

    /** Rounding up may refuse an interval which is just thin enough; down would be right too. */
    private static boolean thin(Dyadic x, Dyadic y) {
        if (x.signum() * y.signum() <= 0 || x.isInfinite() || y.isInfinite()) {
            return false;
        }
        Dyadic width = Dyadic.sum(y, x.negate(), FEW, UP);
        return width.signum() > 0 && width.top() <= THIN + Math.min(0, Math.min(x.top(), y.top()) - 1);
    }

    /** All of [x, y], with few bits. */
    static DyadicInterval hull(Dyadic x, Dyadic y) {
        return DyadicInterval.ordered(x.round(FEW, DOWN), y.round(FEW, UP));
    }

    private static DyadicInterval enclose(Dyadic x, Dyadic y, int bits, IntFunction<Approximation> value,
            Function<Approximation, DyadicInterval> slope) {
        Approximation first = value.apply(bits + GUARD);
        return enclose(first, slope.apply(first), width(x, y), bits);
    }

    /** An interval of few bits with y - x. */
    static DyadicInterval width(Dyadic x, Dyadic y) {
        Dyadic minus = x.negate();
        return DyadicInterval.ordered(Dyadic.sum(y, minus, FEW, DOWN), Dyadic.sum(y, minus, FEW, UP));
    }

    private static DyadicInterval enclose(Approximation value, DyadicInterval slope, DyadicInterval width, int bits) {
        DyadicInterval step = SHORT.multiply(slope, width);
        Approximation first = value.cut(bits + GUARD); // in units large enough for the step
        Approximation second = first.plus(step);
        if (second == null) {
            return null;
        }
        Dyadic lower = (step.isPositive() ? first : second).neighbour(bits, DOWN);
        Dyadic upper = lower == null ? null : (step.isPositive() ? second : first).neighbour(bits, UP);
        return upper == null ? null : DyadicInterval.ordered(lower, upper);
    }
}
