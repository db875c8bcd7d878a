package org.apodix.theorems.ratiosignrelu;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apodix.audit.Draw;
import org.apodix.enclosure.DyadicArithmetic;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Tape;
import org.apodix.network.AffineMap;
import org.apodix.network.Network;
import org.apodix.network.QuotientNetwork;
import org.apodix.network.Row;
import org.apodix.network.SignReluGates;

/**
 * Marginals of a mixture on [-R, R] and their piecewise linear interpolants on n equal pieces: the model of the family {@code mixture_interpolation}.
 *
 * @param points where the quotient is looked at, in [-R, R]
 */
record InterpolationInstance(Mixture mixture, Rational radius, int pieces, List<Rational> points) {

    /** Nodal values of the network are multiples of 2^-100 and at most 2^-99 away from the true ones. */
    private static final int NODE_BITS = 100;
    private static final Rational NODE_ERROR = Rational.TWO.pow(1 - NODE_BITS);
    private static final int ENCLOSED_BITS = 192;
    /** L of the units that stand for ReLU, with alpha = 1. */
    private static final Rational STEEPNESS = Rational.TWO.pow(80);

    Rational knot(int k) {
        return radius.times(Rational.of(2L * k - pieces, pieces));
    }

    /** The interpolant of component c (0 numerator, 1 denominator) at a point, with exact nodal values. */
    Expr interpolant(int c, Rational x) {
        var place = x.plus(radius).over(radius.times(Rational.TWO)).times(Rational.of(pieces));
        int k = Math.min(place.floor().intValueExact(), pieces - 1);
        var part = place.minus(Rational.of(k));
        if (part.isZero() || part.equals(Rational.ONE)) {
            return value(c, x);
        }
        return value(c, knot(k)).times(Expr.of(Rational.ONE.minus(part))).plus(value(c, knot(k + 1)).times(Expr.of(part)));
    }

    Expr value(int c, Rational x) {
        return mixture.component(c, List.of(Expr.of(x)));
    }

    boolean isKnot(Rational x) {
        return x.plus(radius).over(radius.times(Rational.TWO)).times(Rational.of(pieces)).isInteger();
    }

    /** eps_c = R^2/(2n^2) (1/v) sum_i |A_i|. */
    Rational error(int c) {
        return radius.over(Rational.of(pieces)).pow(2).over(Rational.TWO).times(mixture.mass(c)).over(mixture.variance());
    }

    /**
     * A SignReLU network of one hidden layer, and what its read-outs are off at most.
     *
     * @param readouts x -> (g_1, g_2)
     * @param errors   eps_c with the rounding of the nodal values and the error of the units
     */
    record Shallow(Network readouts, List<Rational> errors) { }

    /** g_c = F_c(-R) + s_1 (x + R) + sum_k (s_{k+1} - s_k) ReLU(x - x_k), with rounded nodal values and sigma(L t)/L for ReLU, alpha = 1. */
    Shallow shallow() {
        var rows = new ArrayList<Row>();
        rows.add(Row.unit(0, Rational.ONE, radius));
        for (int k = 1; k < pieces; k++) {
            rows.add(Row.unit(0, STEEPNESS, STEEPNESS.times(knot(k)).negate()));
        }
        var readouts = new ArrayList<Row>();
        var errors = new ArrayList<Rational>();
        for (int c = 0; c < 2; c++) {
            var nodes = nodes(c);
            var step = radius.times(Rational.of(2, pieces));
            var weights = new ArrayList<Rational>();
            var kinks = Rational.ZERO;
            var slope = Rational.ZERO;
            for (int k = 0; k < pieces; k++) {
                var next = nodes.get(k + 1).minus(nodes.get(k)).over(step);
                weights.add(k == 0 ? next : next.minus(slope).over(STEEPNESS));
                kinks = k == 0 ? kinks : kinks.plus(next.minus(slope).abs());
                slope = next;
            }
            readouts.add(Row.of(weights, nodes.get(0)));
            errors.add(error(c).plus(NODE_ERROR).plus(kinks.over(STEEPNESS)));
        }
        var gates = new SignReluGates(Rational.ONE);
        return new Shallow(Network.shallow(AffineMap.of(1, rows), gates.activation(), AffineMap.of(pieces, readouts)), List.copyOf(errors));
    }

    private List<Rational> nodes(int c) {
        var exact = IntStream.rangeClosed(0, pieces).mapToObj(k -> value(c, knot(k))).toList();
        var unit = Rational.TWO.pow(NODE_BITS);
        return Tape.of(exact).evaluate(new DyadicArithmetic(ENCLOSED_BITS)).stream().map(set -> {
            var value = Rational.of(set.lower().toRational().times(unit).floor()).over(unit);
            if (set.upper().toRational().minus(value).compareTo(NODE_ERROR) > 0) {
                throw new IllegalStateException("a nodal value is known too roughly: " + set);
            }
            return value;
        }).toList();
    }

    /** A rational lower bound of m_nc. */
    Rational least() {
        return Tape.of(List.of(mixture.nearestComponent(radius))).evaluate(new DyadicArithmetic(ENCLOSED_BITS)).get(0).lower().toRational();
    }

    /** m_2, G_1, G_2 of the gate behind these read-outs; needs eps_2 < m. */
    QuotientNetwork gate(Shallow shallow) {
        var second = shallow.errors.get(1);
        return new QuotientNetwork(mixture.mass(0).plus(shallow.errors.get(0)), least().minus(second), Rational.ONE.plus(second));
    }

    boolean isUseful() {
        return shallow().errors.get(1).compareTo(least()) < 0;
    }

    static InterpolationInstance draw(Draw draw) {
        var mixture = Mixture.draw(draw, 1);
        var radius = Rational.of(draw.integer(2, 8), 4);
        int pieces = draw.of(16, 32, 64, 10, 3, 33);
        return new InterpolationInstance(mixture, radius, pieces, draw.list(draw.integer(1, 2), x -> Simple.within(x, radius)));
    }
}
