package org.apodix.theorems.dimensionfreescore;

import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/**
 * The tensor grids of n and of 2n points for each of d coordinates and the product of two equal modes in each: M = n^d nodes, and the error sqrt(d) e_1(n).
 *
 * @param grid the one of n points
 */
record GridRate(Grid grid, Grid doubled, int dimension) {

    GridRate {
        if (dimension < 1 || doubled.points() != 2 * grid.points()) {
            throw new IllegalArgumentException("grids of " + grid.points() + " and " + doubled.points() + " points in dimension " + dimension
                + ": the second has twice as many, and the dimension is 1 or more");
        }
    }

    static GridRate of(TwoModes modes, ForwardTime time, int points, int dimension) {
        return new GridRate(new Grid(modes, time, points), new Grid(modes, time, 2 * points), dimension);
    }

    /** The slope of log error against log M. */
    Expr slope() {
        var root = Expr.of(dimension).sqrt();
        var errors = root.times(doubled.error()).over(root.times(grid.error())).log();
        var nodes = Rational.of(2L * grid.points()).pow(dimension).over(Rational.of(grid.points()).pow(dimension));
        return errors.over(Expr.of(nodes).log());
    }

    /** log_2(e_1(2n)/e_1(n)), by the closed form in which the integral cancels. */
    Expr lineSlope() {
        return doubled.gap().over(grid.gap()).log().over(Expr.TWO.log());
    }
}
