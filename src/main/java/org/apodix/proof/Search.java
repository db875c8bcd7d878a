package org.apodix.proof;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.apodix.enclosure.Polynomial;
import org.apodix.enclosure.Rational;
import org.apodix.enclosure.UndefinedException;

/**
 * Covers a domain with cells on each of which a statement is proved, the greatest cells first. A cell on which an expression changes its branch
 * along the zeros of an affine polynomial is cut there; another one on which nothing is proved is halved.
 */
abstract class Search {

    /** Cells on which the result is held against both sides as they were stated, at corners and center. */
    private static final int GUARDED = 64;

    private record Part(Cover cover, int depth) {

        Cell cell() {
            return cover.cell();
        }
    }

    final Sides sides;
    final Budget budget;
    private final int mostDepth;
    private final ArrayDeque<Part> queue = new ArrayDeque<>();
    private final List<Cover> covers;
    private boolean cut;
    private boolean halved;
    private boolean enclosed;
    private long proved;
    private Sample refuted;

    Search(Sides sides, Domain domain, Budget budget, int mostDepth) {
        this.sides = sides;
        this.budget = budget;
        this.mostDepth = mostDepth;
        this.covers = domain.cells().stream().map(Cover::new).toList();
    }

    /** By what the statement is proved on the cell, from the values of both sides on it, or null; may call {@link #refute}. */
    abstract Cut.Reason proof(Cell cell, Piece<Void> left, Piece<Void> right);

    /** A polynomial whose variation is in the way of a proof on this cell, or null. */
    abstract Polynomial obstacle(Cell cell, Piece<Void> left, Piece<Void> right);

    /** Whether both sides at a point refute the statement. */
    abstract boolean fails(Sample sample);

    /** Notes a point at which both sides were computed. */
    abstract void note(Sample sample);

    /** The sample that a proof reports. */
    abstract Sample reported();

    /** The parts of the domain with their cuts, of a search that proved the statement. */
    final List<Evidence.Covered> evidence() {
        return covers.stream().map(Evidence.Covered::of).toList();
    }

    Finding run() {
        try {
            covers.forEach(cover -> queue.add(new Part(cover, 0)));
            for (var part : queue) {
                for (var t : points(part.cell())) {
                    note(refute(part.cell().at(t)));
                }
            }
            while (!queue.isEmpty() && refuted == null) {
                var reason = visit(queue.poll());
                if (reason != null && refuted == null) {
                    return new Finding.Open(reason);
                }
            }
        } catch (Budget.Exhausted e) {
            return refuted == null ? new Finding.Open(e.getMessage()) : new Finding.Refuted(refuted);
        }
        return refuted == null ? new Finding.Proved(method(), proved, reported()) : new Finding.Refuted(refuted);
    }

    private Finding.Method method() {
        return halved || enclosed ? Finding.Method.SUBDIVISION : cut ? Finding.Method.BREAKPOINTS : Finding.Method.ALGEBRA;
    }

    /** Looks at a part; the reason why the search has to end, or null. */
    private String visit(Part part) {
        budget.cell();
        var cell = part.cell();
        try {
            var values = values(cell);
            var left = values.get(0);
            var right = values.get(1);
            var reason = proof(cell, left, right);
            if (reason != null) {
                guard(cell, left, right);
                part.cover.prove(reason);
                enclosed |= reason != Cut.Reason.SIGNS;
                proved++;
                return null;
            }
            var obstacle = obstacle(cell, left, right);
            return halve(part, obstacle == null ? cell.halves() : smaller(cell, obstacle), "nothing was proved");
        } catch (Fork fork) {
            var parts = cell.cut(fork.affine());
            if (parts.isEmpty()) {
                return halve(part, cell.halves(), fork.getMessage());
            }
            cut = true;
            part.cover.divide(parts).forEach(smaller -> queue.add(new Part(smaller, part.depth)));
            return null;
        } catch (UndefinedException e) {
            return halve(part, cell.halves(), "not proved to be defined: " + e.getMessage());
        }
    }

    /** Both sides on a cell. */
    List<Piece<Void>> values(Cell cell) {
        var arithmetic = new CellArithmetic<Void>(cell, null, budget);
        return sides.tape().evaluate(arithmetic, arithmetic.variables(List.of()));
    }

    private List<Cell> smaller(Cell cell, Polynomial obstacle) {
        var parts = cell.dimension() == 1 ? List.<Cell>of() : cell.cutAtTouching(obstacle);
        return parts.isEmpty() ? cell.halves(obstacle) : parts;
    }

    private String halve(Part part, List<Cell> halves, String problem) {
        if (halves.isEmpty() || part.depth >= mostDepth) {
            return problem + " around " + part.cell().at(part.cell().center()) + (halves.isEmpty() ? "" : ", after " + part.depth + " halvings");
        }
        halved = true;
        part.cover.divide(halves).forEach(half -> queue.add(new Part(half, part.depth + 1)));
        return null;
    }

    static List<List<Rational>> points(Cell cell) {
        var points = new ArrayList<>(cell.corners());
        points.add(cell.center());
        return points;
    }

    /** Both sides at a point, which may turn out to refute the statement; null where they are not proved to be defined. */
    Sample refute(List<Rational> point) {
        var sample = sides.at(point);
        if (sample != null && fails(sample) && refuted == null) {
            refuted = sample;
        }
        return sample;
    }

    /** An independent check of a proof on a cell: both sides as they were stated agree with it at corners and center. */
    void guard(Cell cell, Piece<Void> left, Piece<Void> right) {
        if (proved >= GUARDED) {
            return;
        }
        for (var t : points(cell)) {
            var sample = sides.at(cell.at(t));
            if (sample == null) {
                continue; // at this point alone the intervals do not prove it: a square root of 0, say
            }
            if (fails(sample) || differs(left, t, sample.exactLeft()) || differs(right, t, sample.exactRight())) {
                throw new IllegalStateException("a proof on " + cell + " contradicts the values " + sample + " at " + cell.at(t));
            }
            note(sample);
        }
    }

    private static boolean differs(Piece<Void> side, List<Rational> t, Rational exact) {
        return side.form() != null && exact != null && !exact.equals(side.form().at(t));
    }
}
