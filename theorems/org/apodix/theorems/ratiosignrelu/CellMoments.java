package org.apodix.theorems.ratiosignrelu;

import java.util.ArrayList;
import java.util.List;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/**
 * Moments of f_n(x) when every sample is uniform on the midpoints of 4^d parts of its cell; the bounds of R12 (c) and (d) on deviations from the mean hold for any law of the
 * samples.
 *
 * @param cells  per cut cell, the deviations from the cell's mean of |T| a R_T at the midpoints
 * @param lambda 2 over the largest b_T
 */
record CellMoments(List<List<Rational>> cells, Rational lambda) {

    static CellMoments of(Variation model) {
        var cells = new ArrayList<List<Rational>>();
        for (var cell : model.cut()) {
            var values = cell.grid();
            var mean = Variation.total(values).over(Rational.of(values.size()));
            cells.add(values.stream().map(value -> value.minus(mean)).toList());
        }
        var largest = model.cutBounds().stream().reduce(Rational.ZERO, Rational::max);
        return new CellMoments(List.copyOf(cells), largest.isZero() ? Rational.ZERO : Rational.TWO.over(largest));
    }

    private static Rational moment(List<Rational> deviations, int k) {
        return Variation.total(deviations.stream().map(value -> value.pow(k)).toList()).over(Rational.of(deviations.size()));
    }

    Rational variance() {
        return Variation.total(cells.stream().map(cell -> moment(cell, 2)).toList());
    }

    /** E(X_1 + ... + X_n)^4 of independent centered numbers: the sum of the fourth moments plus 6 times that of the products of two variances. */
    Rational fourth() {
        var fourth = Variation.total(cells.stream().map(cell -> moment(cell, 4)).toList());
        var squares = Variation.total(cells.stream().map(cell -> moment(cell, 2).pow(2)).toList());
        return fourth.plus(Rational.of(3).times(variance().pow(2).minus(squares)));
    }

    /** log E exp(lambda (X_1 + ... + X_n)). */
    Expr logExponential() {
        return Expr.sum(cells.stream().map(cell -> Expr.sum(cell.stream().map(value -> Expr.of(value.times(lambda)).exp()).toList()).over(cell.size()).log()).toList());
    }
}
