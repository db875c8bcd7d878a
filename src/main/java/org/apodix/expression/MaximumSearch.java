package org.apodix.expression;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apodix.enclosure.Dyadic;
import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.Rounding;
import org.apodix.enclosure.UndefinedException;

/**
 * Branch and bound for the greatest value of a body over a box.
 *
 * <p>L is the greatest proved lower bound of f at a point of the range, U the greatest bound of the boxes that are left: L <= sup f <= max(L, U). A
 * box is bounded by its range, by the mean value form and, where there is one variable, by its Taylor polynomial. A box goes when its bound is at most L, or by monotonicity:
 *
 * <p><b>Monotonicity.</b> Let the partial derivative d_i f be positive on the closed box B by interval jets. Those exist only where every operation
 * is differentiable near its operands, so f is differentiable in a neighbourhood of B. A maximum z over the range in B with z_i below
 * the upper end of B_i is impossible (move up within B), and so is one with z_i at that end if the range goes on above it (move up
 * a little: the derivative at z is positive). So B holds no maximum unless the end is one of the range; then only that face of B matters. This
 * compares with the range, never with a neighbouring box, so boxes cannot refer to each other in circles. The same for negative derivatives.
 *
 * <p>Where the ends of the range are known as intervals, points are taken in the smallest and boxes in the largest possible range.
 */
final class MaximumSearch {

    private static final int GUARD_BITS = 32;
    /** A difference of 2^-(p + 24) of the first bound is not worth more work: below it lie rounding errors. */
    private static final int FLOOR_BITS = 24;
    private static final int BOXES_PER_BIT = 100;
    private static final int SIZE_BITS = 64;

    private record Box(List<DyadicInterval> sides, List<DyadicInterval> slopes, Dyadic bound, int depth, long number) { }

    private final BoxBounds bounds;
    private final List<DyadicInterval> range = new ArrayList<>();
    private final List<DyadicInterval> inner = new ArrayList<>();
    private final int bits;
    private final PriorityQueue<Box> queue = new PriorityQueue<>(Comparator.comparing(Box::bound).reversed()
            .thenComparing(Comparator.comparing(Box::depth).reversed()).thenComparing(Box::number));
    private final List<Leaf> leaves = new ArrayList<>();
    private Dyadic floor = Dyadic.ZERO;
    private Dyadic least = Dyadic.NEGATIVE_INFINITY;
    private List<Dyadic> witness;
    private long boxes;

    /** @param ends the lower and the upper end of each side, in turn */
    MaximumSearch(Tape tape, List<DyadicInterval> ends, List<DyadicInterval> outer, int bits) {
        this.bounds = new BoxBounds(tape, outer, bits + GUARD_BITS);
        this.bits = bits;
        for (int i = 0; i < ends.size(); i += 2) {
            var from = ends.get(i);
            var to = ends.get(i + 1);
            if (!from.isBounded() || !to.isBounded()) {
                throw new UndefinedException("supremum over an unbounded range");
            }
            if (from.lower().compareTo(to.upper()) > 0) {
                throw new UndefinedException("supremum over the empty range from " + from + " to " + to);
            }
            range.add(DyadicInterval.of(from.lower(), to.upper()));
            inner.add(from.upper().compareTo(to.lower()) <= 0 ? DyadicInterval.of(from.upper(), to.lower()) : null);
        }
    }

    Maximum run() {
        var whole = bounds.range(range);
        if (inner.contains(null)) { // no point is known to belong to the range: one of it has a value of the whole
            return atSomePoint(whole);
        }
        floor = whole == null ? Dyadic.ZERO : whole.magnitude().scaledUp(-bits - FLOOR_BITS);
        visit(List.copyOf(range), 0);
        boolean exhausted = false;
        while (!queue.isEmpty()) {
            var box = queue.poll();
            if (box.bound().compareTo(least) <= 0 || isNear(box.bound())) {
                leaves.add(Leaf.bound(box.sides(), box.bound()));
            } else if (exhausted || boxes > (long) BOXES_PER_BIT * bits || !split(box)) {
                exhausted = true;
                leaves.add(Leaf.bound(box.sides(), box.bound()));
            }
        }
        return result(exhausted);
    }

    private Maximum atSomePoint(DyadicInterval whole) {
        if (whole == null) {
            throw new UndefinedException("supremum of a function on " + range);
        }
        return new Maximum(whole, null, List.of(Leaf.bound(List.copyOf(range), whole.upper())), true);
    }

    private Maximum result(boolean exhausted) {
        var greatest = least;
        for (var leaf : leaves) {
            if (leaf.kind() == Leaf.Kind.BOUND) {
                greatest = greatest.max(leaf.bound());
                if (leaf.bound().isInfinite()) {
                    throw new UndefinedException("supremum of a function on " + leaf.box());
                }
            }
        }
        return new Maximum(DyadicInterval.of(least, greatest), witness, List.copyOf(leaves), exhausted);
    }

    /** Whether the bound is within the goal of the proved lower bound. */
    private boolean isNear(Dyadic bound) {
        if (bound.isInfinite() || least.isInfinite()) {
            return false;
        }
        var goal = bound.abs().max(least.abs()).scaledUp(-bits).max(floor);
        return Dyadic.sum(bound, least.negate(), SIZE_BITS, Rounding.UP).compareTo(goal) <= 0;
    }

    private void visit(List<DyadicInterval> sides, int depth) {
        boxes++;
        var values = bounds.range(sides);
        var slopes = new ArrayList<DyadicInterval>();
        for (int i = 0; i < sides.size(); i++) {
            var slope = values == null || sides.get(i).isPoint() ? null : bounds.slope(sides, i);
            slopes.add(slope);
            if (slope != null && !slope.containsZero()) {
                var leaf = monotone(sides, i, slope.isPositive());
                leaves.add(leaf);
                if (leaf.kind() == Leaf.Kind.FACE) {
                    visit(leaf.face(), depth);
                }
                return;
            }
        }
        var centre = centre(sides);
        var bound = values == null ? Dyadic.POSITIVE_INFINITY : values.upper();
        if (values != null) {
            var form = bounds.meanValue(sides, centre, slopes);
            bound = form == null ? bound : bound.min(form.upper());
            bound = sides.size() > 1 || sides.get(0).isPoint() ? bound : bound.min(bounds.taylor(sides.get(0)));
            point(centre);
        }
        queue.add(new Box(sides, slopes, bound, depth, boxes));
    }

    private Leaf monotone(List<DyadicInterval> sides, int i, boolean increasing) {
        var side = sides.get(i);
        boolean atEnd = increasing ? side.upper().equals(range.get(i).upper()) : side.lower().equals(range.get(i).lower());
        return new Leaf(sides, atEnd ? Leaf.Kind.FACE : Leaf.Kind.NO_MAXIMUM, null, i, increasing);
    }

    private static List<DyadicInterval> centre(List<DyadicInterval> sides) {
        return sides.stream().map(side -> DyadicInterval.point(side.lower().plus(side.upper()).shift(-1))).toList();
    }

    /** A lower bound at a point, moved into the smallest possible range. */
    private void point(List<DyadicInterval> centre) {
        var place = new ArrayList<Dyadic>();
        for (int i = 0; i < centre.size(); i++) {
            place.add(centre.get(i).lower().max(inner.get(i).lower()).min(inner.get(i).upper()));
        }
        var value = bounds.range(place.stream().map(DyadicInterval::point).toList());
        if (value != null && value.lower().compareTo(least) > 0) {
            least = value.lower();
            witness = List.copyOf(place);
        }
    }

    /** Halves the side along which the bound varies most; false if the box has no side to halve, or is deeper than any use. */
    private boolean split(Box box) {
        int widest = -1;
        var most = Dyadic.ZERO;
        for (int i = 0; i < box.sides().size(); i++) {
            var width = box.sides().get(i).width();
            var slope = box.slopes().get(i);
            var variation = slope == null ? width : Dyadic.product(width, slope.magnitude(), SIZE_BITS, Rounding.UP);
            boolean unknown = slope == null && widest >= 0 && box.slopes().get(widest) != null;
            if (width.signum() > 0 && (widest < 0 || unknown || variation.compareTo(most) > 0)) {
                widest = i;
                most = variation;
            }
        }
        if (widest < 0 || box.depth() > (bits + 2 * SIZE_BITS) * box.sides().size()) {
            return false;
        }
        var side = box.sides().get(widest);
        var middle = side.lower().plus(side.upper()).shift(-1);
        visit(Leaf.with(box.sides(), widest, DyadicInterval.of(side.lower(), middle)), box.depth() + 1);
        visit(Leaf.with(box.sides(), widest, DyadicInterval.of(middle, side.upper())), box.depth() + 1);
        return true;
    }
}
