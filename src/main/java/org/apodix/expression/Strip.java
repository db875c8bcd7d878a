package org.apodix.expression;

import org.apodix.enclosure.Dyadic;
import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.Rounding;

/**
 * Rectangles [-B, B] + i[-k, k] in which an integrand is proved to be holomorphic: complex arithmetic has values on boxes that cover the upper half and
 * share sides. By {@link org.apodix.enclosure.ComplexArithmetic} the values are those of one holomorphic function with f(conj z) = conj f(z), which on
 * the real line is the integrand.
 */
final class Strip {

    private static final int BITS = 64;
    private static final int DEEPEST = 10;
    /** Boxes for a rectangle, and more for each of its segments: a rectangle that needs more is given up. */
    private static final int BOXES = 256;
    private static final int BOXES_PER_SEGMENT = 16;
    private static final int MOST_SEGMENTS = 1 << 12;
    private static final int SLICES = 32;

    private final Integrand integrand;
    private final long reserve;
    private int boxes;

    /** @param reserve work that is left for what comes after */
    Strip(Integrand integrand, long reserve) {
        this.integrand = integrand;
        this.reserve = reserve;
    }

    /** Whether no work is left here. */
    boolean isExhausted() {
        return integrand.left() < reserve;
    }

    /** An upper bound of the integral of |f(x + ik)| over [-B, B], or null where f is not proved to be holomorphic near the rectangle. */
    Dyadic edge(Dyadic to, Dyadic height) {
        int segments = 1;
        while (to.shift(1).compareTo(height.times(Dyadic.of(segments))) > 0 && segments < MOST_SEGMENTS) {
            segments *= 2;
        }
        boxes = BOXES + segments * BOXES_PER_SEGMENT;
        var total = Dyadic.ZERO;
        var side = DyadicInterval.of(Dyadic.ZERO, height);
        var width = to.times(Dyadic.of(2)).shift(-Integer.numberOfTrailingZeros(segments));
        for (int i = 0; i < segments; i++) {
            var lower = width.times(Dyadic.of(i)).minus(to);
            var segment = DyadicInterval.of(lower, lower.plus(width));
            var part = isHolomorphic(segment, side, 0) ? edge(segment, height, 0) : null;
            if (part == null) {
                return null;
            }
            total = Dyadic.sum(total, part, BITS, Rounding.UP);
        }
        return total;
    }

    private Dyadic magnitude(DyadicInterval x, DyadicInterval y) {
        boxes--;
        integrand.spend(4);
        return integrand.bounds(0).magnitude(x, y);
    }

    private boolean isHolomorphic(DyadicInterval x, DyadicInterval y, int depth) {
        if (magnitude(x, y) != null) {
            return true;
        }
        if (depth == DEEPEST || boxes < 0 || isExhausted()) {
            return false;
        }
        if (x.width().compareTo(y.width()) >= 0) {
            return isHolomorphic(half(x, false), y, depth + 1) && isHolomorphic(half(x, true), y, depth + 1);
        }
        return isHolomorphic(x, half(y, true), depth + 1) && isHolomorphic(x, half(y, false), depth + 1);
    }

    private static DyadicInterval half(DyadicInterval x, boolean upper) {
        var middle = x.lower().plus(x.upper()).shift(-1);
        return upper ? DyadicInterval.of(middle, x.upper()) : DyadicInterval.of(x.lower(), middle);
    }

    /** An upper bound of the integral of |f(x + ik)| over the segment, or null. */
    private Dyadic edge(DyadicInterval segment, Dyadic height, int depth) {
        var magnitude = magnitude(segment, DyadicInterval.point(height));
        if (magnitude != null) {
            return Dyadic.product(magnitude, segment.width(), BITS, Rounding.UP);
        }
        if (depth == DEEPEST || boxes < 0 || isExhausted()) {
            return null;
        }
        var left = edge(half(segment, false), height, depth + 1);
        var right = left == null ? null : edge(half(segment, true), height, depth + 1);
        return right == null ? null : Dyadic.sum(left, right, BITS, Rounding.UP);
    }

    /**
     * The heights y_j = j k / n with bounds of |f(a + iy)| for y_j <= y <= y_(j+1), on a vertical line inside of a proved rectangle; an infinite bound where
     * a slice is too high for the arithmetic.
     */
    Dyadic[] slices(Dyadic at, Dyadic height) {
        var bounds = new Dyadic[SLICES];
        var step = height.shift(-Integer.numberOfTrailingZeros(SLICES));
        for (int j = 0; j < SLICES; j++) {
            var y = DyadicInterval.of(step.times(Dyadic.of(j)), step.times(Dyadic.of(j + 1)));
            var magnitude = magnitude(DyadicInterval.point(at), y);
            bounds[j] = magnitude == null ? Dyadic.POSITIVE_INFINITY : magnitude;
        }
        return bounds;
    }
}
