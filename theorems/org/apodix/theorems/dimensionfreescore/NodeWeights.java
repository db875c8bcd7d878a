package org.apodix.theorems.dimensionfreescore;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/**
 * The weights w_i = e^{h(ax + sigma theta.u_i)} of given nodes at one x, up to a factor that they share, and the two estimators.
 *
 * @param weights w_i
 * @param sloped  w_i h'(ax + sigma theta.u_i)
 */
record NodeWeights(SeededNodes nodes, List<Expr> weights, List<Expr> sloped) {

    /** At a number: for a piecewise linear tilt h' at a kink is the mean of both slopes. */
    static NodeWeights at(SeededNodes nodes, Rational x) {
        var profile = nodes.tilt().profile();
        if (profile instanceof PiecewiseLinear linear) {
            return on(nodes, linear, Expr.of(x), t -> linear.slopeAt(place(nodes, x, t)), t -> {
                var y = place(nodes, x, t);
                return linear.at(y).minus(linear.slopeAt(y).times(y));
            });
        }
        return smooth(nodes, Expr.of(x));
    }

    private static Rational place(SeededNodes nodes, Rational x, Rational along) {
        return nodes.tilt().time().a().times(x).plus(nodes.tilt().time().exactNoise().times(along));
    }

    /** At any x where h is given by one formula. */
    static NodeWeights smooth(SeededNodes nodes, Expr x) {
        if (nodes.tilt().profile() instanceof TwoModes modes) {
            return modes(nodes, modes, x);
        }
        var profile = nodes.tilt().profile();
        return each(nodes, along -> {
            var y = x.times(nodes.tilt().time().signal()).plus(nodes.tilt().time().noise().times(Expr.of(along)));
            var weight = profile.value(y).exp();
            // the slope of a piecewise linear tilt is no expression: its gradient estimator is taken at numbers and on pieces alone
            return List.of(weight, profile instanceof PiecewiseLinear ? Expr.ZERO : weight.times(profile.slope(y)));
        });
    }

    /** On a range of x over which every node stays on one piece: the piece of the middle. */
    static NodeWeights piece(SeededNodes nodes, Expr x, Rational middle) {
        var linear = (PiecewiseLinear) nodes.tilt().profile();
        return on(nodes, linear, x, t -> linear.slopeAt(place(nodes, middle, t)), t -> {
            var y = place(nodes, middle, t);
            return linear.at(y).minus(linear.slopeAt(y).times(y));
        });
    }

    private static NodeWeights on(SeededNodes nodes, PiecewiseLinear linear, Expr x, Function<Rational, Rational> slope, Function<Rational, Rational> intercept) {
        var time = nodes.tilt().time();
        return each(nodes, along -> {
            var constant = intercept.apply(along).plus(slope.apply(along).times(time.exactNoise()).times(along));
            var weight = x.times(Expr.of(slope.apply(along).times(time.a()))).plus(Expr.of(constant)).exp();
            return List.of(weight, weight.times(Expr.of(slope.apply(along))));
        });
    }

    /**
     * With z = a m x + b and s_i = m sigma theta.u_i the weight p e^{m y} + (1 - p) e^{-m y} is proportional to cosh(z + s_i)/cosh z = cosh s_i + tanh z sinh s_i, and its slope
     * to m (sinh s_i + tanh z cosh s_i).
     */
    private static NodeWeights modes(SeededNodes nodes, TwoModes modes, Expr x) {
        var time = nodes.tilt().time();
        var tanh = x.times(Expr.of(modes.tailFrom(time))).plus(modes.offset()).tanh();
        return each(nodes, along -> {
            var up = Expr.of(modes.m().times(along)).times(time.noise()).exp();
            var cosh = up.plus(Expr.ONE.over(up)).over(2);
            var sinh = up.minus(Expr.ONE.over(up)).over(2);
            return List.of(cosh.plus(tanh.times(sinh)), Expr.of(modes.m()).times(sinh.plus(tanh.times(cosh))));
        });
    }

    private static NodeWeights each(SeededNodes nodes, Function<Rational, List<Expr>> pair) {
        var weights = new ArrayList<Expr>();
        var sloped = new ArrayList<Expr>();
        for (var along : nodes.along()) {
            var both = pair.apply(along);
            weights.add(both.get(0));
            sloped.add(both.get(1));
        }
        return new NodeWeights(nodes, weights, sloped);
    }

    private Expr sum() {
        return Expr.sum(weights);
    }

    /** The normalized sum of numbers with the weights. */
    private Expr average(Function<Integer, Rational> number) {
        var terms = new ArrayList<Expr>();
        for (int i = 0; i < weights.size(); i++) {
            if (!number.apply(i).isZero()) {
                terms.add(weights.get(i).times(Expr.of(number.apply(i))));
            }
        }
        return terms.isEmpty() ? Expr.ZERO : Expr.sum(terms).over(sum());
    }

    /** R^_j. */
    Expr estimate(int j) {
        return average(i -> nodes.nodes().get(i).get(j));
    }

    /** theta . R^. */
    Expr along() {
        return average(i -> nodes.along().get(i));
    }

    /** |R^|^2, by coordinates or by the scalar products of the nodes, whichever is less work. */
    private Expr square() {
        int d = nodes.tilt().dimension();
        int m = nodes.count();
        var terms = new ArrayList<Expr>();
        if (d <= (m + 1) / 2) {
            for (int j = 0; j < d; j++) {
                terms.add(estimate(j).square());
            }
            return Expr.sum(terms);
        }
        for (int i = 0; i < m; i++) {
            for (int k = 0; k <= i; k++) {
                var product = SeededNodes.dot(nodes.nodes().get(i), nodes.nodes().get(k));
                terms.add(weights.get(i).times(weights.get(k)).times(Expr.of(i == k ? product : product.times(Rational.TWO))));
            }
        }
        return Expr.sum(terms).over(sum().square());
    }

    /** |R^ - r theta|^2 for r of the same x. */
    Expr steinError(Expr mean) {
        return square().minus(mean.times(2).times(along())).plus(mean.square());
    }

    /** (R'^ - r')^2 for r' of the same x. */
    Expr gradientError(Expr slope) {
        return Expr.sum(sloped).over(sum()).minus(slope).square();
    }
}
