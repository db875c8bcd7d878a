package org.apodix.theorems.factorizabledensity;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apodix.audit.BadInput;
import org.apodix.audit.Draw;
import org.apodix.audit.InstanceFamily;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Quantity;

/**
 * The factor-wise histogram with N bins per coordinate, from n samples, of a Markov chain on [0, 1]^D whose pair densities are the planes
 * 1 + a (u - 1/2) + b (v - 1/2) and, in turn, 1 + b (u - 1/2) + a (v - 1/2) (F16). Marginals are 1 + a (u - 1/2) and 1 + b (u - 1/2); the Lipschitz constant L for
 * the sum of the distances is max(|a|, |b|). All risks are exact.
 *
 * @param slopes a, b with |a| + |b| at most 2, so that the densities are not negative
 */
record PairHistogram(List<Rational> slopes, int bins, int n, int d) {

    private static final int MOST_TERMS = 20_000;

    static final Quantity<PairHistogram> RISK = Quantity.of("pairRisk", "E\\,TV(p_{12},\\hat p_{12})", "over the binomial counts of each cell, exact integrals on the cells",
        h -> Expr.of(h.pairRisk()));
    static final Quantity<PairHistogram> SINGLE = Quantity.of("singleRisk", "E\\,TV(p_2,\\hat p_2)", "of the second coordinate, in the same way", h -> Expr.of(h.singleRisk(1)));
    static final Quantity<PairHistogram> CHAIN = Quantity.of("lemmaMean", "E\\,[\\text{lemma of F15}]", "$D-1$ pairs and $D-2$ interior coordinates", h -> Expr.of(h.chain()));
    static final Quantity<PairHistogram> BIAS = Quantity.of("pairBias", "TV(p_{12},\\bar p_{12})", "against the averages over the cells", h -> Expr.of(h.pairBias()));
    static final Quantity<PairHistogram> LIPSCHITZ = Quantity.of("L", "L", "$\\max(|a|,|b|)$", h -> Expr.of(h.lipschitz()));
    static final Quantity<PairHistogram> THIRD = Quantity.of("bias_bound", "\\tfrac L{3N}", "", h -> Expr.of(h.bias(3)));
    /** E|m + LS| = L/4 + m^2/L for |m| at most L/2; with m = lT and E T^2 = 1/12 this is E|LS + lT|. */
    static final Quantity<PairHistogram> CONDITIONED = Quantity.of("bias_conditioned", "\\tfrac1{2N}\\big(\\tfrac L4+\\tfrac{\\min(|a|,|b|)^2}{12L}\\big)", "one coordinate after the other", h ->
        Expr.of(h.lipschitz().over(Rational.of(4)).plus(h.slopes.get(0).abs().min(h.slopes.get(1).abs()).pow(2).over(h.lipschitz().times(Rational.of(12))))
            .over(Rational.of(2L * h.bins))));
    static final Quantity<PairHistogram> SEVENTH = Quantity.of("bias_bound_7", "\\tfrac L{7N}", "", h -> Expr.of(h.bias(7)));
    static final Quantity<PairHistogram> PAIR_BOUND = Quantity.of("pair_bound", "\\tfrac L{3N}+\\tfrac12\\sqrt{\\tfrac{N^2-1}n}", "", h -> h.pairBound());
    static final Quantity<PairHistogram> SINGLE_BOUND = Quantity.of("single_bound", "\\tfrac L{6N}+\\tfrac12\\sqrt{\\tfrac{N-1}n}", "", h -> h.singleBound());
    static final Quantity<PairHistogram> BOUND = Quantity.of("bound",
        "(D-1)\\big[\\tfrac L{3N}+\\tfrac12\\sqrt{\\tfrac{N^2-1}n}\\big]+(D-2)\\big[\\tfrac L{6N}+\\tfrac12\\sqrt{\\tfrac{N-1}n}\\big]", "",
        h -> HistogramRate.bound(h.d, h.lipschitz(), h.n, h.bins));
    static final Quantity<PairHistogram> NO_BIAS = Quantity.of("no_bias", "\\tfrac12\\sqrt{\\tfrac{N^2-1}n}", "without the bias", h -> HistogramRate.deviation((long) h.bins * h.bins, h.n));

    static final InstanceFamily<PairHistogram> FAMILY = new InstanceFamily<>("pair_histogram", PairHistogram.class, Set.of("slopes", "N", "n", "D"), h -> true, fields -> {
        var slopes = fields.rationals("slopes");
        if (slopes.size() != 2 || slopes.get(0).abs().plus(slopes.get(1).abs()).compareTo(Rational.TWO) > 0) {
            throw new BadInput("\"slopes\" must be two numbers whose absolute values add to at most 2, so that 1 + a (u - 1/2) + b (v - 1/2) is a density");
        }
        var h = new PairHistogram(slopes, fields.integer("N", 1, 20), fields.integer("n", 1, 1000), fields.integer("D", 2, 1000));
        if ((long) h.bins * h.bins * h.n > MOST_TERMS) {
            throw new BadInput("\"n\" is " + h.n + " with N = " + h.bins + "; N^2 n may be at most " + MOST_TERMS);
        }
        return h;
    }, (h, json) -> {
        InstanceFamily.put(json, "slopes", h.slopes);
        json.put("N", h.bins).put("n", h.n).put("D", h.d);
    }, List.of(RISK, SINGLE, CHAIN, BIAS, BOUND));

    Rational lipschitz() {
        return slopes.get(0).abs().max(slopes.get(1).abs());
    }

    private Rational bias(int divisor) {
        return lipschitz().over(Rational.of((long) divisor * bins));
    }

    private Expr pairBound() {
        return Expr.of(bias(3)).plus(HistogramRate.deviation((long) bins * bins, n));
    }

    private Expr singleBound() {
        return Expr.of(bias(6)).plus(HistogramRate.deviation(bins, n));
    }

    /** a or b over N: how much the density changes over a bin. */
    private Rational step(int which) {
        return slopes.get(which).over(Rational.of(bins));
    }

    /** The value of 1 + slope (u - 1/2) in the middle of a bin, less 1. */
    private Rational middle(int which, int bin) {
        return slopes.get(which).times(Rational.of(2L * bin + 1, 2L * bins).minus(Rational.of(1, 2)));
    }

    private Rational pairRisk() {
        var sum = Rational.ZERO;
        for (int i = 0; i < bins; i++) {
            for (int j = 0; j < bins; j++) {
                sum = sum.plus(cell(Rational.ONE.plus(middle(0, i)).plus(middle(1, j)), (long) bins * bins, step(0), step(1)));
            }
        }
        return sum.over(Rational.TWO);
    }

    private Rational singleRisk(int which) {
        return IntStream.range(0, bins).mapToObj(i -> cell(Rational.ONE.plus(middle(which, i)), bins, step(which), Rational.ZERO)).reduce(Rational.ZERO, Rational::plus)
            .over(Rational.TWO);
    }

    /** Interior coordinates are the second, the third and so on: their slopes are b, a, b, ... */
    private Rational chain() {
        var second = singleRisk(1).times(Rational.of((d - 1) / 2));
        var third = singleRisk(0).times(Rational.of((d - 2) / 2));
        return pairRisk().times(Rational.of(d - 1L)).plus(second).plus(third);
    }

    /** The mean of the integral over a cell of |density - cells k/n|, k binomial: the density is its mean plus two uniform parts. */
    private Rational cell(Rational mean, long cells, Rational first, Rational second) {
        var p = mean.over(Rational.of(cells));
        var sum = Rational.ZERO;
        for (int k = 0; k <= n; k++) {
            var weight = Rational.of(Multinomial.binomial(n, k)).times(p.pow(k)).times(Rational.ONE.minus(p).pow(n - k));
            sum = sum.plus(weight.times(meanAbsolute(mean.minus(Rational.of(cells * k, n)), first, second)));
        }
        return sum.over(Rational.of(cells));
    }

    private Rational pairBias() {
        return meanAbsolute(Rational.ZERO, step(0), step(1)).over(Rational.TWO);
    }

    /** E|m + a S + b T| for S, T uniform on [-1/2, 1/2]: second differences of |x|^3/6, first ones of x|x|/2 where a or b is 0. */
    static Rational meanAbsolute(Rational m, Rational a, Rational b) {
        if (a.isZero() && b.isZero()) {
            return m.abs();
        }
        var half = Rational.of(1, 2);
        if (a.isZero() || b.isZero()) {
            var c = a.plus(b).times(half);
            return square(m.plus(c)).minus(square(m.minus(c))).over(c.times(Rational.TWO));
        }
        var sum = a.plus(b).times(half);
        var difference = a.minus(b).times(half);
        return cube(m.plus(sum)).minus(cube(m.plus(difference))).minus(cube(m.minus(difference))).plus(cube(m.minus(sum))).over(a.times(b));
    }

    private static Rational square(Rational x) {
        return x.times(x.abs()).over(Rational.TWO);
    }

    private static Rational cube(Rational x) {
        return x.times(x).times(x.abs()).over(Rational.of(6));
    }

    /** Slopes in Z/6, N up to 4, n up to 24. */
    static PairHistogram draw(Draw draw) {
        int a = draw.integer(-12, 12);
        int b = draw.integer(Math.abs(a) - 12, 12 - Math.abs(a));
        return new PairHistogram(List.of(Rational.of(a, 6), Rational.of(b, 6)), draw.integer(1, 4), draw.integer(1, 24), draw.of(2, 3, 4, 10));
    }
}
