package org.apodix.theorems.ratiosignrelu;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apodix.enclosure.Rational;

/**
 * Points at which a network differs from a function that it cannot be, found by trying a finite grid (ratio-signrelu R4, R5a).
 *
 * <p>For a network of one hidden layer the grid lies inside of one cell of the arrangement of the lines on which its units change their branch.
 * There the network is rational, and its difference to y/x, y z or max(t, 0), cleared of denominators, is a polynomial of degree at most n + 2 in each
 * variable, n the number of units. If it is not the zero polynomial, it cannot vanish on a grid of n + 3 points per axis.
 *
 * @param points    the number of grid points
 * @param differing at how many of them network and function differ
 * @param point     the first of these, or the first grid point where there is none
 */
record Witness(int points, int differing, List<Rational> point) {

    /** Against a function of the plane on the box [1, 2] x [0, 1]. */
    static Witness plane(AnyNetwork network, Function<List<Rational>, Rational> target) {
        int units = network.layers().get(0).size();
        int size = 2 * units + 3;
        var grid = new ArrayList<List<Rational>>();
        var half = Rational.of(1, 2);
        var center = List.of(Rational.of(3, 2), half);
        var radius = half;
        if (network.depth() == 1) {
            var cell = cell(network);
            center = cell.center;
            radius = cell.radius;
        }
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                grid.add(List.of(center.get(0).plus(radius.times(step(i, size))), center.get(1).plus(radius.times(step(j, size)))));
            }
        }
        return of(network, grid, target);
    }

    /** Against a function of the line on both sides of 0, at points of (-1, 1) where no unit of the first layer changes its branch. */
    static Witness line(AnyNetwork network, Function<List<Rational>, Rational> target) {
        var radius = Rational.ONE;
        for (var unit : network.layers().get(0)) {
            if (!unit.get(0).isZero() && !unit.get(1).isZero()) {
                radius = radius.min(unit.get(1).over(unit.get(0)).abs());
            }
        }
        int size = network.layers().get(0).size() + 3;
        var grid = new ArrayList<List<Rational>>();
        for (int k = 1; k <= size; k++) {
            var t = radius.times(Rational.of(k, size + 1));
            grid.add(List.of(t));
            grid.add(List.of(t.negate()));
        }
        return of(network, grid, target);
    }

    private static Rational step(int i, int size) {
        return Rational.of(2L * i + 1 - size, size - 1);
    }

    private static Witness of(AnyNetwork any, List<List<Rational>> grid, Function<List<Rational>, Rational> target) {
        var network = any.network();
        var different = grid.stream().filter(point -> !network.at(point).get(0).equals(target.apply(point))).toList();
        return new Witness(grid.size(), different.size(), different.isEmpty() ? grid.get(0) : different.get(0));
    }

    private record Square(List<Rational> center, Rational radius) { }

    /**
     * A square of the box on which no unit of the first layer changes its branch. Its center is one of 2n + 1 points of the parabola
     * (1 + s, s^2), which each of the n lines meets at most twice.
     */
    private static Square cell(AnyNetwork network) {
        var units = network.layers().get(0);
        int parts = 2 * units.size() + 2;
        for (int k = 1; k < parts; k++) {
            var s = Rational.of(k, parts);
            var center = List.of(Rational.ONE.plus(s), s.times(s));
            var radius = s.times(s).min(Rational.ONE.minus(s));
            for (var unit : units) {
                var slope = unit.get(0).abs().plus(unit.get(1).abs());
                if (!slope.isZero()) {
                    var value = unit.get(0).times(center.get(0)).plus(unit.get(1).times(center.get(1))).plus(unit.get(2));
                    radius = radius.min(value.abs().over(slope));
                }
            }
            if (radius.signum() > 0) {
                return new Square(center, radius.times(Rational.of(1, 2)));
            }
        }
        throw new IllegalStateException("no point of the parabola is off all lines");
    }
}
