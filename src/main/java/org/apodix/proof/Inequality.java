package org.apodix.proof;

import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.Polynomial;
import org.apodix.enclosure.Rational;
import org.apodix.enclosure.RationalFunction;

/**
 * Proves left <= right on a domain. Where both sides are rational functions on a cell, the numerator of the difference, with the sign of its
 * denominator, has no negative Bernstein coefficient. Otherwise the enclosures of the sides are apart, or a {@link TaylorForm} shows it.
 */
final class Inequality extends Search {

    private static final int MOST_DEPTH = 60;
    private static final int COMPARED_BITS = 64;

    private Sample tightest;
    private boolean enclosures;

    Inequality(Sides sides, Domain domain, Budget budget) {
        super(sides, domain, budget, MOST_DEPTH);
    }

    @Override
    boolean isProved(Cell cell, Piece<Void> left, Piece<Void> right) {
        var difference = obstacle(cell, left, right);
        if (difference != null) {
            consider(cell, left.form(), right.form());
            return isNonnegative(cell, difference);
        }
        boolean apart = left.range().upper().compareTo(right.range().lower()) <= 0;
        if (apart || cell.dimension() == 1 && new TaylorForm(sides.tape(), cell, budget).proves()) {
            enclosures = true;
            return true;
        }
        refute(cell.at(cell.center()));
        return false;
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

    /** The numerator of right - left with the sign of its denominator. */
    @Override
    Polynomial obstacle(Cell cell, Piece<Void> left, Piece<Void> right) {
        return left.form() == null || right.form() == null ? null
            : new CellArithmetic<Void>(cell, null, budget).signed(right.form().minus(left.form()));
    }

    @Override
    boolean fails(Sample sample) {
        return sample.isAbove();
    }

    @Override
    void note(Sample sample) {
        if (sample != null && (tightest == null || isTighter(sample, tightest))) {
            tightest = sample;
        }
    }

    private static boolean isTighter(Sample a, Sample b) {
        boolean first = a.right().isPositive();
        boolean second = b.right().isPositive();
        if (first != second) {
            return first;
        }
        return first ? left(a).over(right(a)).compareTo(left(b).over(right(b))) > 0
            : right(a).minus(left(a)).compareTo(right(b).minus(left(b))) < 0;
    }

    /** Notes the points of the cell where the sides are closer than so far. */
    private void consider(Cell cell, RationalFunction left, RationalFunction right) {
        for (var t : points(cell)) {
            var l = left.at(t);
            var r = right.at(t);
            var here = new Sample(cell.at(t), DyadicInterval.of(l, COMPARED_BITS), DyadicInterval.of(r, COMPARED_BITS), l, r);
            if (tightest == null || isTighter(here, tightest)) {
                note(refute(here.point()));
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

    @Override
    boolean usedEnclosures() {
        return enclosures;
    }
}
