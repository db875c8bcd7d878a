package org.apodix.expression;

import java.util.PriorityQueue;
import org.apodix.enclosure.Dyadic;
import org.apodix.enclosure.DyadicArithmetic;
import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.Rounding;
import org.apodix.enclosure.UndefinedException;

/**
 * Adaptive bisection of the range of an integral. A cell is settled by a {@link CellMethod} within the tolerance, or by its direct
 * enclosure (length times range) once that is within the tolerance, or once the work is spent: the sum of the settled cells is a true
 * enclosure at every moment, whatever the integrand does.
 *
 * <p>The tolerance of a cell is 2^-(p + 6) S, where S is a lower bound of the integral of |f| (or, where none above 0 is found, an upper
 * bound, or 1). S steers the work alone: the result is true for every S.
 */
final class Quadrature {

    private static final int SCALE_BITS = 64;
    private static final int SCALE_CELLS = 1024;
    /** The lower bound of the integral of |f| is good enough within this many bits of the upper bound. */
    private static final int SCALE_RATIO = 5;
    private static final int DOUBLE_RANGE = 900;

    private final Integrand integrand;
    private final CellMethod method;
    private final DyadicArithmetic arithmetic;

    Quadrature(Integrand integrand, CellMethod method) {
        this.integrand = integrand;
        this.method = method;
        this.arithmetic = new DyadicArithmetic(integrand.workingBits());
    }

    /** All integrals from a number of the first set to one of the second. */
    DyadicInterval over(DyadicInterval from, DyadicInterval to) {
        if (!from.isBounded() || !to.isBounded()) {
            throw new UndefinedException("integral over an unbounded range");
        }
        if (from.overlaps(to)) {
            return arithmetic.multiply(arithmetic.subtract(to, from), integrand.range(from.hull(to)));
        }
        if (to.upper().compareTo(from.lower()) < 0) {
            return arithmetic.negate(over(to, from));
        }
        var sum = cells(from.upper(), to.lower());
        return arithmetic.add(sum, arithmetic.add(end(from, from.upper()), end(to, to.lower())));
    }

    /** All integrals between the number and an element of the set, which it belongs to; positive lengths only. */
    private DyadicInterval end(DyadicInterval set, Dyadic number) {
        if (set.isPoint()) {
            return DyadicInterval.point(Dyadic.ZERO);
        }
        var length = arithmetic.abs(arithmetic.subtract(set, DyadicInterval.point(number)));
        return arithmetic.multiply(length, integrand.range(set));
    }

    private DyadicInterval cells(Dyadic from, Dyadic to) {
        var tolerance = tolerance(from, to);
        int deepest = 2 * integrand.precision() + 64;
        int deepestUndefined = integrand.precision() + 64;
        var queue = new PriorityQueue<Cell>();
        queue.add(cell(from, to, 0));
        var total = DyadicInterval.point(Dyadic.ZERO);
        while (!queue.isEmpty()) {
            var cell = queue.poll();
            boolean last = integrand.isExhausted();
            if (cell.area() == null && (last || cell.depth() > deepestUndefined)) {
                throw new UndefinedException("integrand on " + cell.range());
            }
            if (cell.area() != null) {
                last |= cell.depth() > deepest || cell.area().width().compareTo(tolerance) <= 0;
                var settled = last ? cell.area() : byMethod(cell, tolerance);
                if (settled != null) {
                    total = arithmetic.add(total, settled);
                    continue;
                }
            }
            halve(cell, queue);
        }
        return total;
    }

    private void halve(Cell cell, PriorityQueue<Cell> queue) {
        var middle = cell.middle();
        queue.add(cell(cell.lower(), middle, cell.depth() + 1));
        queue.add(cell(middle, cell.upper(), cell.depth() + 1));
    }

    /** Both enclosures are true, so they meet. */
    private DyadicInterval byMethod(Cell cell, Dyadic tolerance) {
        try {
            var found = method.enclose(cell, tolerance);
            return found == null ? null : found.intersect(cell.area());
        } catch (UndefinedException e) {
            return null;
        }
    }

    private Cell cell(Dyadic lower, Dyadic upper, int depth) {
        var bare = new Cell(lower, upper, null, depth);
        var range = integrand.bounds(bare.depthOfPoints()).range(bare.range());
        integrand.spend(1);
        if (range == null) {
            return bare;
        }
        var length = DyadicInterval.point(upper.minus(lower));
        var area = arithmetic.multiply(length, range);
        return area.isBounded() ? new Cell(lower, upper, area, depth) : bare;
    }

    /** 2^-(p + 6) S for the range. */
    Dyadic tolerance(Dyadic from, Dyadic to) {
        var scale = scale(from, to);
        if (scale.signum() == 0 || Math.abs(Cell.exponent(scale)) > DOUBLE_RANGE) {
            integrand.leaveDoubles();
            scale = scale(from, to);
        }
        return scale.scaledUp(-integrand.precision() - 6);
    }

    /** A guess at the integral of |f|, below it where possible. */
    private Dyadic scale(Dyadic from, Dyadic to) {
        var queue = new PriorityQueue<Cell>();
        queue.add(cell(from, to, 0));
        var least = Dyadic.ZERO;
        var greatest = Dyadic.ZERO;
        for (int size = 8; size <= SCALE_CELLS; size *= 2) {
            while (queue.size() < size) {
                halve(queue.poll(), queue);
            }
            least = Dyadic.ZERO;
            greatest = Dyadic.ZERO;
            boolean defined = true;
            for (var cell : queue) {
                defined &= cell.area() != null;
                if (cell.area() != null) {
                    least = Dyadic.sum(least, cell.area().mignitude(), SCALE_BITS, Rounding.DOWN);
                    greatest = Dyadic.sum(greatest, cell.area().magnitude(), SCALE_BITS, Rounding.UP);
                }
            }
            if (defined && least.shift(SCALE_RATIO).compareTo(greatest) >= 0) {
                break;
            }
        }
        return least.signum() > 0 ? least : greatest;
    }
}
