package org.apodix.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.apodix.enclosure.Arithmetic;
import org.apodix.enclosure.Bernstein;
import org.apodix.enclosure.DyadicArithmetic;
import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.ExactArithmetic;
import org.apodix.enclosure.InexactException;
import org.apodix.enclosure.Jet;
import org.apodix.enclosure.JetArithmetic;
import org.apodix.enclosure.Polynomial;
import org.apodix.enclosure.Rational;
import org.apodix.enclosure.UndefinedException;
import org.apodix.expression.Tape;

/**
 * Proves f = right - left >= 0 on a cell of one dimension by Taylor's theorem at an end of it.
 *
 * <p>For t in [0,1], f(t) = sum_{j<k} a_j t^j + K t^k, where a_j = f^(j)(0)/j! and K = f^(k)(s)/k! for some s in the cell. Lower bounds of the a_j
 * and of K on the cell give a polynomial below f; its Bernstein coefficients show that it is not negative. At the other end the same
 * holds in 1 - t. The a_j are computed exactly where they are rational: so a zero of f at an end (k - 1 derivatives may be zero there too) is no
 * obstacle. With k = 1 this is monotonicity.
 *
 * <p>The jets on the cell exist only where the branch of every |x|, min and max is the same on the cell; so the jets at an end, which follow
 * that branch, are those of one smooth function.
 */
final class TaylorForm {

    private static final int MOST_ORDER = 5;
    private static final int EXACT_BITS = 10_000;

    private final Tape tape;
    private final Cell cell;
    private final Budget budget;

    TaylorForm(Tape tape, Cell cell, Budget budget) {
        this.tape = tape;
        this.cell = cell;
        this.budget = budget;
    }

    /** Whether left <= right is proved on the cell. */
    boolean proves() {
        List<DyadicInterval> onCell;
        try {
            onCell = onCell();
        } catch (UndefinedException e) {
            return false;
        }
        for (int order = 1; order <= MOST_ORDER; order++) {
            if (proves(order, onCell.get(order), Rational.ZERO) || proves(order, onCell.get(order), Rational.ONE)) {
                return true;
            }
        }
        return false;
    }

    private boolean proves(int order, DyadicInterval remainder, Rational end) {
        boolean fromRight = !end.isZero();
        var coefficients = new ArrayList<Rational>();
        var atEnd = atEnd(order - 1, end);
        if (atEnd == null || !remainder.isBounded()) {
            return false;
        }
        for (int j = 0; j < order; j++) {
            var bounds = atEnd.get(j);
            coefficients.add(fromRight && j % 2 == 1 ? bounds.upper().negate() : bounds.lower());
        }
        if (coefficients.get(0).signum() < 0) {
            return false;
        }
        coefficients.add(fromRight && order % 2 == 1 ? remainder.upper().toRational().negate() : remainder.lower().toRational());
        budget.numbers(coefficients);
        return Bernstein.rangeOnCube(Polynomial.of(coefficients)).get(0).signum() >= 0;
    }

    /** Sets that contain f^(k)/k! on the cell, k = 0, ..., the greatest order. */
    private List<DyadicInterval> onCell() {
        var arithmetic = new DyadicArithmetic(CellArithmetic.BITS);
        var jets = new JetArithmetic<>(arithmetic, MOST_ORDER);
        var variables = new ArrayList<Jet<DyadicInterval>>();
        for (var x : cell.coordinates()) {
            variables.add(jets.variable(cell.bounds(x).outward(CellArithmetic.BITS), arithmetic.of(Cell.slope(x, 0))));
        }
        var difference = difference(jets, variables);
        var sets = new ArrayList<DyadicInterval>();
        for (int k = 0; k <= MOST_ORDER; k++) {
            sets.add(jets.coefficient(difference, k));
        }
        return sets;
    }

    /** The bounds of f^(j)/j! at an end, j = 0, ..., order: exact numbers where all are rational; null where they are not proved to exist. */
    private List<Bounds> atEnd(int order, Rational end) {
        try {
            var exact = new ExactArithmetic(EXACT_BITS);
            var jets = new JetArithmetic<>(exact, order);
            var difference = difference(jets, at(jets, exact, end));
            return bounds(order, k -> new Bounds(jets.coefficient(difference, k), jets.coefficient(difference, k)));
        } catch (InexactException | UndefinedException e) {
            return enclosedAtEnd(order, end);
        }
    }

    private List<Bounds> enclosedAtEnd(int order, Rational end) {
        try {
            var arithmetic = new DyadicArithmetic(CellArithmetic.BITS);
            var jets = new JetArithmetic<>(arithmetic, order);
            var difference = difference(jets, at(jets, arithmetic, end));
            return bounds(order, k -> bounded(jets.coefficient(difference, k)));
        } catch (UndefinedException e) {
            return null;
        }
    }

    private static Bounds bounded(DyadicInterval set) {
        if (!set.isBounded()) {
            throw new UndefinedException("unbounded derivative");
        }
        return new Bounds(set.lower().toRational(), set.upper().toRational());
    }

    private static List<Bounds> bounds(int order, IntFunction<Bounds> coefficient) {
        var bounds = new ArrayList<Bounds>();
        for (int k = 0; k <= order; k++) {
            bounds.add(coefficient.apply(k));
        }
        return bounds;
    }

    private <T> List<Jet<T>> at(JetArithmetic<T> jets, Arithmetic<T> arithmetic, Rational end) {
        return cell.coordinates().stream()
            .map(x -> jets.variable(arithmetic.of(x.at(List.of(end))), arithmetic.of(Cell.slope(x, 0)))).toList();
    }

    /** right - left as a jet, along the branches of the cell. */
    private <T> Jet<T> difference(JetArithmetic<T> jets, List<Jet<T>> variables) {
        var arithmetic = new CellArithmetic<>(cell, jets, budget);
        budget.terms(tape.operations());
        var values = tape.evaluate(arithmetic, arithmetic.variables(variables));
        return jets.subtract(values.get(1).extra(), values.get(0).extra());
    }
}
