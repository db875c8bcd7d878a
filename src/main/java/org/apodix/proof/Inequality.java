package org.apodix.proof;

import java.util.ArrayList;
import java.util.List;
import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.Polynomial;
import org.apodix.enclosure.Rational;
import org.apodix.enclosure.RationalFunction;
import org.apodix.expression.Expr;
import org.apodix.expression.Variable;

/**
 * Proves left <= right on a domain. Where both sides are rational functions on a cell, the numerator of the difference, with the sign of its
 * denominator, has no negative Bernstein coefficient. Otherwise the enclosures of the sides are apart, or a {@link TaylorForm} shows it.
 */
final class Inequality extends Search {

    private static final int MOST_DEPTH = 60;
    private static final int COMPARED_BITS = 64;

    private final Rational constant;
    private final KnownValues known;
    private Sample tightest;

    Inequality(Sides sides, Domain domain, Budget budget) {
        super(sides, domain, budget, MOST_DEPTH);
        this.constant = null;
        this.known = null;
    }

    /** The inequality constant <= function of one variable, with the function's values on some cells. */
    Inequality(Rational constant, Expr function, Variable variable, Domain interval, Budget budget, KnownValues known) {
        super(new Sides(Expr.of(constant), function, List.of(variable)), interval, budget, MOST_DEPTH);
        this.constant = constant;
        this.known = known;
    }

    @Override
    List<Piece<Void>> values(Cell cell) {
        return known == null ? super.values(cell)
            : List.of(new CellArithmetic<Void>(cell, null, budget).of(constant), known.on(cell, budget, () -> super.values(cell).get(1)));
    }

    @Override
    Cut.Reason proof(Cell cell, Piece<Void> left, Piece<Void> right) {
        if (left.forms().isEmpty() || right.forms().isEmpty()) {
            return byEnclosures(cell, left, right);
        }
        if (left.form() != null && right.form() != null) {
            consider(cell, left.form(), right.form());
        }
        for (var difference : differences(left, right)) {
            if (!isNonnegative(cell, difference)) {
                return null;
            }
        }
        return Cut.Reason.SIGNS;
    }

    private Cut.Reason byEnclosures(Cell cell, Piece<Void> left, Piece<Void> right) {
        if (left.range().upper().compareTo(right.range().lower()) <= 0) {
            return Cut.Reason.ENCLOSURES;
        }
        if (cell.dimension() == 1 && new TaylorForm(sides.tape(), cell, budget).proves()) {
            return Cut.Reason.TAYLOR;
        }
        refute(cell.at(cell.center()));
        return null;
    }

    private boolean isNonnegative(Cell cell, Polynomial difference) {
        if (cell.bounds(difference).isNonnegative()
            || cell.dimension() == 1 && cell.bounds(Univariate.withoutSquares(difference)).isNonnegative()) {
            return true;
        }
        for (var t : points(cell)) {
            if (difference.at(t).signum() < 0) {
                refute(cell.at(t));
            }
        }
        return false;
    }

    /** The numerators of right - left with the signs of their denominators, for all forms. */
    private List<Polynomial> differences(Piece<Void> left, Piece<Void> right) {
        var differences = new ArrayList<Polynomial>();
        for (var l : left.forms()) {
            for (var r : right.forms()) {
                differences.add(CellFunctions.signed(r.minus(l)));
            }
        }
        return differences;
    }

    @Override
    Polynomial obstacle(Cell cell, Piece<Void> left, Piece<Void> right) {
        return differences(left, right).stream().filter(difference -> !cell.bounds(difference).isNonnegative()).findFirst().orElse(null);
    }

    @Override
    boolean fails(Sample sample) {
        return sample.isAbove();
    }

    @Override
    void note(Sample sample) {
        if (sample != null && (tightest == null || isTighter(left(sample), right(sample), left(tightest), right(tightest)))) {
            tightest = sample;
        }
    }

    /** Whether a/b is greater than c/d; where b or d is not positive, the positive one wins, or the smaller of b - a and d - c. */
    private static boolean isTighter(Rational a, Rational b, Rational c, Rational d) {
        if (b.signum() > 0 != d.signum() > 0) {
            return b.signum() > 0;
        }
        return b.signum() > 0 ? a.times(d).compareTo(c.times(b)) > 0 : b.minus(a).compareTo(d.minus(c)) < 0;
    }

    /** Notes the points of the cell where the sides are closer than so far. */
    private void consider(Cell cell, RationalFunction left, RationalFunction right) {
        for (var t : points(cell)) {
            if (tightest == null || isTighter(left.at(t), right.at(t), left(tightest), right(tightest))) {
                note(refute(cell.at(t)));
            }
        }
    }

    private static Rational left(Sample sample) {
        return sample.exactLeft() != null ? sample.exactLeft() : point(sample.left());
    }

    private static Rational right(Sample sample) {
        return sample.exactRight() != null ? sample.exactRight() : point(sample.right());
    }

    private static Rational point(DyadicInterval set) {
        return set.round(COMPARED_BITS).upper().toRational();
    }

    @Override
    Sample reported() {
        return tightest;
    }
}
