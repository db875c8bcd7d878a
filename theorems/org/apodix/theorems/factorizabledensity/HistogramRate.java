package org.apodix.theorems.factorizabledensity;

import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.apodix.audit.Draw;
import org.apodix.audit.InstanceFamily;
import org.apodix.enclosure.Dyadic;
import org.apodix.enclosure.DyadicArithmetic;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Quantity;
import org.apodix.expression.Tape;

/**
 * The upper bound of F16 for Markov chains on [0, 1]^D with L-Lipschitz pair densities, from n samples and N bins, and the lower bound of F14 in the same class
 * (beta = 1, d = 2).
 */
record HistogramRate(int d, Rational l, int n, int bins) {

    private static final int MOST_SAMPLES = 1_000_000_000;
    private static final int MOST_BINS = 10_000;

    static final Quantity<HistogramRate> BOUND = Quantity.of("bound", PairHistogram.BOUND.tex(), "for this N", h -> bound(h.d, h.l, h.n, h.bins));
    static final Quantity<HistogramRate> AMBIENT = Quantity.of("ambient", "\\tfrac12n^{-1/(2+D)}", "the rate of a density on $[0,1]^D$ without factors, half of it", h ->
        Expr.of(h.n).log().over(-(h.d + 2L)).exp().over(2));
    static final Quantity<HistogramRate> BEST = Quantity.of("best_bound", "\\min_N\\text{bound}", "the upper bound with the number of bins that a search for the least finds", h ->
        bound(h.d, h.l, h.n, h.best(N -> bound(h.d, h.l, h.n, N).negate())));
    static final Quantity<HistogramRate> LOWER = Quantity.of("best_lower", "\\max_N\\tfrac12\\tfrac LN\\|B\\|_1\\big(1-\\sqrt{1-A^{2n}}\\big)",
        "F14 for $\\beta=1$, $d=2$ with the number of bumps that a search for the largest finds", h -> h.lower(h.best(h::lower)));
    static final Quantity<HistogramRate> UPPER_SLOPE = slope("upper_slope", "\\text{upper}", BEST);
    static final Quantity<HistogramRate> LOWER_SLOPE = slope("lower_slope", "\\text{lower}", LOWER);

    static final InstanceFamily<HistogramRate> FAMILY = new InstanceFamily<>("histogram_rate", HistogramRate.class, Set.of("D", "L", "n", "N"), h -> true,
        fields -> new HistogramRate(fields.integer("D", 2, 1000), fields.rational("L", Rational.of(1, 1000), Rational.of(4)), fields.integer("n", 1, MOST_SAMPLES),
            fields.integer("N", 1, MOST_BINS)),
        (h, json) -> json.put("D", h.d).put("L", h.l.toString()).put("n", h.n).put("N", h.bins), List.of(BOUND, BEST, LOWER));

    private static Quantity<HistogramRate> slope(String name, String side, Quantity<HistogramRate> quantity) {
        return Quantity.of(name, "\\log_{100}\\tfrac{" + side + "(100n)}{" + side + "(n)}", "", h -> {
            var more = new HistogramRate(h.d, h.l, Math.multiplyExact(h.n, 100), h.bins);
            return quantity.in(more).over(quantity.in(h)).log().over(Expr.of(100).log());
        });
    }

    /** sqrt((cells - 1)/n)/2. */
    static Expr deviation(long cells, int n) {
        return Expr.of(Rational.of(cells - 1, n)).sqrt().over(2);
    }

    static Expr bound(int d, Rational l, int n, int bins) {
        var pair = Expr.of(l.over(Rational.of(3L * bins))).plus(deviation((long) bins * bins, n));
        var single = Expr.of(l.over(Rational.of(6L * bins))).plus(deviation(bins, n));
        return pair.times(d - 1L).plus(single.times(d - 2L));
    }

    private Expr lower(int bumps) {
        return LowerBound.BOUND.in(new LowerBound(n, bumps, l, 1, 2));
    }

    /**
     * A number of bins near which the value is largest: doubled as long as that helps, then in smaller and smaller steps. Every number of bins gives a
     * true bound, so nothing rests on the search; it compares the lower ends of enclosures, and so depends on its arguments alone.
     */
    private int best(IntFunction<Expr> value) {
        // the densities of F14 are positive for L/(4N) < 1
        int at = l.over(Rational.of(4)).floor().intValueExact() + 1;
        for (int step = 1 << 12; step > 0; step /= 2) {
            while (at + step <= MOST_BINS && lowerEnd(value.apply(at + step)).compareTo(lowerEnd(value.apply(at))) > 0) {
                at += step;
            }
            while (at - step > l.over(Rational.of(4)).floor().intValueExact() && lowerEnd(value.apply(at - step)).compareTo(lowerEnd(value.apply(at))) > 0) {
                at -= step;
            }
        }
        return at;
    }

    private static Dyadic lowerEnd(Expr value) {
        return Tape.of(List.of(value)).evaluate(new DyadicArithmetic(96)).get(0).lower();
    }

    static HistogramRate draw(Draw draw) {
        int n = draw.of(draw.integer(1, 1000), draw.integer(1, 1_000_000), draw.integer(1, 10_000_000));
        return new HistogramRate(draw.of(2, 3, 10, 100), Rational.of(draw.integer(1, 16), 4), n, draw.integer(1, 200));
    }
}
