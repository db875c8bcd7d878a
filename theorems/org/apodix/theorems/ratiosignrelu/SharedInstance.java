package org.apodix.theorems.ratiosignrelu;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apodix.audit.Draw;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Variable;
import org.apodix.network.AffineMap;
import org.apodix.network.DivisionGate;
import org.apodix.network.Network;
import org.apodix.network.QuotientNetwork;
import org.apodix.network.Row;
import org.apodix.network.SignReluGates;

/**
 * Quotients of read-outs of one shared hidden layer on [-R, R]^d, and a point: the model of the family {@code shared}.
 *
 * @param units       per unit of the shared layer its weights and then its bias
 * @param numerators  per numerator its read-out weights and then its bias
 * @param denominator the same of the denominator
 * @param bounds      G_1, m_2, G_2
 * @param clip        m, where the denominator is clipped
 * @param radius      R
 * @param steepness   L, of the clip of the input
 */
record SharedInstance(Rational alpha, List<List<Rational>> units, List<List<Rational>> numerators, List<Rational> denominator,
        QuotientNetwork bounds, Rational clip, Rational radius, Rational steepness, List<Rational> x) {

    SignReluGates gates() {
        return new SignReluGates(alpha);
    }

    int dimension() {
        return x.size();
    }

    int quotients() {
        return numerators.size();
    }

    /** x -> (g_1, ..., g_q, g_2). */
    Network readouts() {
        var rows = new ArrayList<>(numerators);
        rows.add(denominator);
        return Network.shallow(map(units), gates().activation(), map(rows));
    }

    private static AffineMap map(List<List<Rational>> rows) {
        int inputs = rows.get(0).size() - 1;
        return AffineMap.of(inputs, rows.stream().map(row -> Row.of(row.subList(0, inputs), row.get(inputs))).toList());
    }

    Network quotient() {
        return bounds.of(gates(), readouts());
    }

    /** The quotient with the denominator clipped. */
    Network clipped() {
        return bounds.clipped(gates(), readouts(), clip);
    }

    /** The quotient behind the clip of the input. */
    Network behindClip() {
        return QuotientNetwork.behindClip(gates(), quotient(), radius, steepness);
    }

    /** The quotient with both clips. */
    Network clippedBehindClip() {
        return QuotientNetwork.behindClip(gates(), clipped(), radius, steepness);
    }

    /** The gate fed with (g_2, g_1, c) itself, without the scale. */
    Network unscaled() {
        var inputs = AffineMap.of(quotients() + 1, Row.unit(quotients(), Rational.ONE, Rational.ZERO), Row.unit(0, Rational.ONE, Rational.ZERO),
            new Row(List.of(), bounds.numerators()));
        var gate = DivisionGate.network(gates(), bounds.gate().innerThreshold(), bounds.gate().outerThreshold());
        return readouts().then(inputs).then(gate).then(AffineMap.identity(1).scaled(bounds.numerators().inverse()));
    }

    /** The clip of the denominator by itself. */
    Network denominatorClip() {
        return gates().clipBelow(clip, Rational.TWO.times(alpha).over(clip));
    }

    /** n(d + 1 + 4q) + 12q. */
    Rational parameters() {
        int n = units.size();
        int q = quotients();
        return Rational.of((long) n * (dimension() + 1 + 4 * q) + 12L * q);
    }

    boolean isInside() {
        return x.stream().allMatch(value -> value.abs().compareTo(radius) <= 0);
    }

    /** Whether |g_1| <= G_1 and m_2 <= g_2 <= G_2 at the point. */
    boolean boundsHoldHere() {
        var values = readouts().at(x);
        var g2 = values.get(quotients());
        return values.subList(0, quotients()).stream().allMatch(g -> g.abs().compareTo(bounds.numerators()) <= 0)
            && g2.compareTo(bounds.denominatorLeast()) >= 0 && g2.compareTo(bounds.denominatorMost()) <= 0;
    }

    /** Whether the same holds on [-r, r]^d, r = R + alpha/L, by the ranges of the units. */
    boolean boundsHold() {
        var r = outerRadius();
        for (int k = 0; k <= quotients(); k++) {
            var range = range(k < quotients() ? numerators.get(k) : denominator, r);
            boolean holds = k < quotients() ? range.get(0).negate().max(range.get(1)).compareTo(bounds.numerators()) <= 0
                : range.get(0).compareTo(bounds.denominatorLeast()) >= 0 && range.get(1).compareTo(bounds.denominatorMost()) <= 0;
            if (!holds) {
                return false;
            }
        }
        return true;
    }

    /** R + alpha/L, which the clip of the input does not exceed. */
    Rational outerRadius() {
        return radius.plus(alpha.over(steepness));
    }

    /** A lower and an upper bound of a read-out on [-r, r]^d: units are monotone. */
    private List<Rational> range(List<Rational> readout, Rational r) {
        return range(alpha, units, readout, r);
    }

    private static List<Rational> range(Rational alpha, List<List<Rational>> units, List<Rational> readout, Rational r) {
        var lower = readout.get(units.size());
        var upper = lower;
        for (int i = 0; i < units.size(); i++) {
            var unit = units.get(i);
            int d = unit.size() - 1;
            var reach = unit.subList(0, d).stream().map(Rational::abs).reduce(Rational.ZERO, Rational::plus).times(r);
            var low = readout.get(i).times(unit(alpha, unit.get(d).minus(reach)));
            var high = readout.get(i).times(unit(alpha, unit.get(d).plus(reach)));
            lower = lower.plus(low.min(high));
            upper = upper.plus(low.max(high));
        }
        return List.of(lower, upper);
    }

    private static Rational unit(Rational alpha, Rational u) {
        return u.signum() >= 0 ? u : alpha.times(u).over(Rational.ONE.minus(u));
    }

    static List<Variable> variables(int dimension) {
        return IntStream.rangeClosed(1, dimension).mapToObj(i -> new Variable("x" + i)).toList();
    }

    Expr at(Network network, int i) {
        return Simple.at(network, i, x.toArray(Rational[]::new));
    }

    static SharedInstance draw(Draw draw) {
        int d = draw.integer(1, 2);
        int n = draw.integer(1, 4);
        int q = draw.integer(1, 2);
        var alpha = Simple.alpha(draw);
        var radius = Simple.positive(draw, 6, 3);
        var steepness = Simple.positive(draw, 10, 3);
        var units = draw.list(n, u -> u.list(d + 1, w -> w.rational(-4, 4, 3)));
        var numerators = draw.list(q, g -> g.list(n + 1, w -> w.rational(-3, 3, 3)));
        var weights = draw.list(n, w -> w.rational(-3, 3, 3));
        var outer = radius.plus(alpha.over(steepness));
        var raw = new ArrayList<>(weights);
        raw.add(Rational.ZERO);
        // the bias makes the denominator at least m2
        var least = Simple.positive(draw, 12, 6);
        var low = range(alpha, units, raw, outer);
        raw.set(n, least.minus(low.get(0)));
        var most = low.get(1).minus(low.get(0)).plus(least);
        var bound = Rational.of(draw.integer(0, 2), 3);
        for (var numerator : numerators) {
            var range = range(alpha, units, numerator, outer);
            bound = bound.max(range.get(0).abs()).max(range.get(1).abs());
        }
        var clip = draw.yes() ? least : least.plus(Simple.positive(draw, 12, 4));
        var inside = draw.list(d, c -> Simple.within(c, radius));
        var x = draw.integer(0, 3) == 3 ? inside.stream().map(c -> c.times(Rational.of(5))).toList() : inside;
        return new SharedInstance(alpha, units, numerators, List.copyOf(raw), new QuotientNetwork(bound, least, most), clip, radius, steepness, x);
    }
}
