package org.apodix.enclosure;

import static org.apodix.enclosure.Rounding.DOWN;
import static org.apodix.enclosure.Rounding.UP;

import java.math.BigInteger;

/**
 * Functions of intervals [x, y] so thin that one evaluation, at x, serves both ends.
 *
 * <p>Let V be the value at the first end in the units of its {@link Approximation}, v with |v - V| <= e. The value at the
 * other end is V + s, and a few directed operations with 62 bits give a first-order step t. Let d be the relative step
 * of the argument (for exp the step itself), from above and by less than the factor 1 + 2^-59 too large. The demands
 * <ul>
 * <li>t < 2^57 units, so that the relative errors of t, below 2^-57 in all, are below 1 unit;
 * <li>t d <= 1 unit which bounds all terms of second order;
 * <li>e d < 1 unit, so that v may stand for V in t
 * </ul>
 * make t right up to 3 units, as each method shows. Each method returns null where a demand is not met, or where the
 * bounds at either end are not decided by the approximations; the ends are then to be computed one by one. The bounds
 * returned are the best ones: the neighbours of irrational values, or of rational values that are off the grid.
 */
final class DyadicThin {

    /** Bits of steps. */
    private static final int FEW = 62;
    private static final int GUARD = 16;
    /** The least that is tried: d < 2^-40. */
    private static final int THIN = -40;
    /** Values beyond 2^(2^20) are left to the careful ways, which know the ends of the range. */
    private static final int MODERATE = 20;

    private DyadicThin() { }

    /** For |x|, |y| >= 2^-bits: s = V (exp(w) - 1) for w = y - x, which lies between V w and V (w + w^2); t = v w. */
    static DyadicInterval exp(Dyadic x, Dyadic y, int bits) {
        Dyadic w = width(x, y);
        if (w == null || x.signum() == 0 || y.signum() == 0 || x.top() > MODERATE || x.top() < -bits || y.top() < -bits) {
            return null;
        }
        Approximation low = DyadicExp.approximate(x, bits + GUARD);
        return enclose(low, up(leading(low), w), w, bits);
    }

    /** For x > 0, x and y not 1: s = log(1 + d) lies between d - d^2 and d; t = d. */
    static DyadicInterval log(Dyadic x, Dyadic y, int bits) {
        Dyadic d = relativeWidth(x, y);
        if (d == null || d.signum() == 0 || y.equals(Dyadic.ONE)) {
            return null;
        }
        Approximation low = DyadicLog.approximate(x, bits, GUARD);
        return low == null ? null : enclose(low, d, d, bits);
    }

    /** For x > 0: s = V (sqrt(1 + d) - 1) lies between V (d/2 - d^2/8) and V d/2; t = v d/2. */
    static DyadicInterval sqrt(Dyadic x, Dyadic y, int bits) {
        Dyadic d = relativeWidth(x, y);
        if (d == null || d.signum() == 0) {
            return null;
        }
        Approximation low = DyadicSqrt.approximate(x, bits + GUARD);
        return enclose(low, up(leading(low), d).shift(-1), d, bits);
    }

    /**
     * a / b for a > 0 and b > 0: the ends are V = a.lower / b.upper and V (1 + c) (1 + d) with the relative widths c of a
     * and d of b, so s = V (c + d + c d), and c d V <= V (c + d)^2 is of second order; t = v (c + d).
     */
    static DyadicInterval divide(DyadicInterval a, DyadicInterval b, int bits) {
        Dyadic c = relativeWidth(a.lower(), a.upper());
        Dyadic d = c == null ? null : relativeWidth(b.lower(), b.upper());
        if (d == null) {
            return null;
        }
        Dyadic both = Dyadic.sum(c, d, FEW, UP); // rounded down it would serve too: c d <= (c + d)^2 / 4, and 2^-61 is little in 2^-57
        if (both.signum() == 0 || Math.abs(a.lower().top() - b.upper().top()) > 1 << MODERATE) {
            return null;
        }
        Approximation low = DyadicQuotient.approximate(a.lower(), b.upper(), bits + GUARD);
        return enclose(low, up(leading(low), both), both, bits);
    }

    private static DyadicInterval enclose(Approximation low, Dyadic step, Dyadic relative, int bits) {
        if (step.top() + relative.top() > low.exponent() || low.error().bitLength() + relative.top() > 0) {
            return null;
        }
        Approximation high = low.plus(step);
        Dyadic lower = high == null ? null : low.neighbour(bits, DOWN);
        Dyadic upper = lower == null ? null : high.neighbour(bits, UP);
        return upper == null ? null : DyadicInterval.ordered(lower, upper);
    }

    /** a b from above. */
    static Dyadic up(Dyadic a, Dyadic b) {
        return Dyadic.product(a, b, FEW, UP);
    }

    /** The value of a positive approximation from above, by less than the factor 1 + 2^-61 too large. */
    static Dyadic leading(Approximation y) {
        BigInteger value = y.value();
        int excess = value.bitLength() - FEW;
        return excess <= 0 ? Dyadic.of(value, y.exponent())
                : Dyadic.of(value.shiftRight(excess).longValue() + 1).shift(y.exponent() + excess);
    }

    /** y - x from above, or null when it is infinite, 0 or not small. */
    static Dyadic width(Dyadic x, Dyadic y) {
        if (x.isInfinite() || y.isInfinite()) {
            return null;
        }
        Dyadic w = Dyadic.sum(y, x.negate(), FEW, UP);
        return w.signum() <= 0 || w.isInfinite() || w.top() > THIN ? null : w;
    }

    /** (y - x) / x from above, for 0 < x <= y; null when it is not small. */
    static Dyadic relativeWidth(Dyadic x, Dyadic y) {
        if (x.signum() <= 0 || y.isInfinite()) {
            return null;
        }
        Dyadic w = Dyadic.sum(y, x.negate(), FEW, UP);
        if (w.signum() == 0) {
            return w;
        }
        return w.isInfinite() || w.top() > x.top() + THIN ? null : Dyadic.quotient(w, x.round(FEW, DOWN), FEW, UP);
    }
}
