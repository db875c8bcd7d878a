package org.apodix.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apodix.enclosure.Rational;

/**
 * A continuous piecewise linear function of one variable: values at increasing knots, and the slopes before the first and after the last.
 *
 * @param before the slope to the left of the first knot
 * @param after  the slope to the right of the last knot
 */
public record PiecewiseLinear(List<Rational> knots, List<Rational> values, Rational before, Rational after) {

    public PiecewiseLinear {
        knots = List.copyOf(knots);
        values = List.copyOf(values);
        if (knots.isEmpty() || knots.size() != values.size()) {
            throw new IllegalArgumentException("an interpolant of " + values.size() + " values at " + knots.size() + " knots: give one value per knot");
        }
        for (int j = 1; j < knots.size(); j++) {
            if (knots.get(j - 1).compareTo(knots.get(j)) >= 0) {
                throw new IllegalArgumentException("the knots " + knots.get(j - 1) + ", " + knots.get(j) + " are not increasing");
            }
        }
    }

    /** The interpolant of at least two values, its outer pieces continued as straight lines. */
    public static PiecewiseLinear continued(List<Rational> knots, List<Rational> values) {
        var inner = new PiecewiseLinear(knots, values, Rational.ZERO, Rational.ZERO).inner();
        if (inner.isEmpty()) {
            throw new IllegalArgumentException("an interpolant of one value has no piece to continue: give its slopes");
        }
        return new PiecewiseLinear(knots, values, inner.get(0), inner.get(inner.size() - 1));
    }

    /** The slopes between the knots. */
    private List<Rational> inner() {
        var slopes = new ArrayList<Rational>();
        for (int j = 1; j < knots.size(); j++) {
            slopes.add(values.get(j).minus(values.get(j - 1)).over(knots.get(j).minus(knots.get(j - 1))));
        }
        return slopes;
    }

    /** All slopes, from left to right. */
    public List<Rational> slopes() {
        var slopes = new ArrayList<>(inner());
        slopes.add(0, before);
        slopes.add(after);
        return List.copyOf(slopes);
    }

    /** The value at one point, from the pieces; the network is another way to it. */
    public Rational at(Rational z) {
        int j = Collections.binarySearch(knots, z);
        if (j >= 0) {
            return values.get(j);
        }
        int piece = -j - 1;
        int knot = Math.max(piece - 1, 0);
        return values.get(knot).plus(slopes().get(piece).times(z.minus(knots.get(knot))));
    }

    /** z -> y_0 + before (z - z_0) + sum of jumps of the slope times max(z - z_j, 0); a jump of 0 at an end has no unit. */
    public Network network() {
        return ridge(Row.unit(0, Rational.ONE, Rational.ZERO), 1);
    }

    /** The same function of the ridge variable w . x + b of x with {@code inputs} entries. */
    public Network ridge(Row variable, int inputs) {
        var slopes = slopes();
        var units = new ArrayList<Row>();
        var weights = new ArrayList<Rational>();
        for (int j = 0; j < knots.size(); j++) {
            var jump = slopes.get(j + 1).minus(slopes.get(j));
            boolean end = j == 0 || j == knots.size() - 1;
            if (!(end && jump.isZero())) {
                units.add(Row.combination(List.of(variable), List.of(Rational.ONE), knots.get(j).negate()));
                weights.add(jump);
            }
        }
        if (!before.isZero() || units.isEmpty()) {
            for (var sign : List.of(Rational.ONE, Rational.ONE.negate())) {
                units.add(Row.combination(List.of(variable), List.of(sign), Rational.ZERO));
                weights.add(before.times(sign));
            }
        }
        return Network.shallow(AffineMap.of(inputs, units), Activation.RELU,
            AffineMap.of(units.size(), Row.of(weights, values.get(0).minus(before.times(knots.get(0))))));
    }
}
