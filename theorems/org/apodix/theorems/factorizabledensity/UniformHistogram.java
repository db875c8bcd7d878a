package org.apodix.theorems.factorizabledensity;

import java.util.List;
import java.util.Set;
import org.apodix.audit.BadInput;
import org.apodix.audit.Draw;
import org.apodix.audit.InstanceFamily;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Quantity;

/** Histograms of the uniform law on S^D cells from n samples, in closed form (F15). */
record UniformHistogram(int states, int d, int n) {

    static final Quantity<UniformHistogram> FULL = Quantity.of("fullHistogramRisk", "E\\,TV(p,\\hat p_{\\rm full})", "$\\frac{S^D}{2n}$ times a mean deviation",
        h -> Expr.of(h.risk(h.d)));
    static final Quantity<UniformHistogram> FACTORS = Quantity.of("factorUpper", "E\\,[\\text{lemma}]", "the factor-wise bound, by mean deviations", h ->
        Expr.of(h.risk(2).times(Rational.of(h.d - 1)).plus(h.risk(1).times(Rational.of(h.d - 2)))));
    static final Quantity<UniformHistogram> EMPTY = Quantity.of("empty", "1-\\tfrac n{S^D}", "at most n cells are occupied", h ->
        Expr.ONE.minus(Expr.of(Rational.of(h.n).over(Rational.of(h.states).pow(h.d)))));
    static final Quantity<UniformHistogram> ROOT = Quantity.of("root_bound", "\\tfrac{D-1}2\\sqrt{\\tfrac{S^2-1}n}+\\tfrac{D-2}2\\sqrt{\\tfrac{S-1}n}", "", h ->
        Expr.of(Rational.of((long) h.states * h.states - 1, h.n)).sqrt().times(h.d - 1)
            .plus(Expr.of(Rational.of(h.states - 1L, h.n)).sqrt().times(h.d - 2)).over(2));

    static final InstanceFamily<UniformHistogram> FAMILY = new InstanceFamily<>("uniform_histogram", UniformHistogram.class, Set.of("S", "D", "n"), h -> true,
        fields -> {
            var histogram = new UniformHistogram(fields.integer("S", 2, 100), fields.integer("D", 2, 60), fields.integer("n", 1, 2000));
            if (histogram.d * Math.log(histogram.states) > 200) {
                throw new BadInput("\"D\" is " + histogram.d + " with S = " + histogram.states + "; S^D may be at most e^200");
            }
            return histogram;
        }, (h, json) -> json.put("S", h.states).put("D", h.d).put("n", h.n), List.of(FULL, FACTORS));

    /** S^k MAD(S^-k)/(2 n). */
    private Rational risk(int k) {
        var cells = Rational.of(states).pow(k);
        return cells.times(Multinomial.deviation(n, cells.inverse())).over(Rational.of(2L * n));
    }

    static UniformHistogram draw(Draw draw) {
        return new UniformHistogram(draw.integer(2, 5), draw.integer(2, 12), draw.integer(1, 400));
    }
}
