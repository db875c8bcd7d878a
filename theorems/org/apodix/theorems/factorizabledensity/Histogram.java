package org.apodix.theorems.factorizabledensity;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apodix.audit.BadInput;
import org.apodix.audit.Draw;
import org.apodix.audit.Fields;
import org.apodix.audit.InstanceFamily;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Quantity;

/**
 * Estimating a Markov chain from n paths by its empirical pair tables (F15): exact risks, by enumerating all counts; or, with n = 0, a second
 * chain in place of the estimate.
 *
 * @param n     paths, 0 where an estimate is given
 * @param other the estimate, or null
 */
record Histogram(MarkovChain chain, int n, MarkovChain other) {

    private static final int MOST_PATHS = 64;

    static final Quantity<Histogram> RISK = Quantity.of("exactRisk", "E\\,TV(p,\\hat p)", "over all counts of the paths",
        h -> Expr.of(h.expected(Histogram::distance)));
    static final Quantity<Histogram> UPPER = Quantity.of("upper", "E\\,[\\text{lemma}]", "by de Moivre's mean absolute deviations",
        h -> Expr.of(h.deviations()));
    static final Quantity<Histogram> ENUMERATED = Quantity.of("upper_enumerated", "E\\,[\\text{lemma}]", "over all counts of the paths", h ->
        Expr.of(h.expected(Histogram::lemma)));
    static final Quantity<Histogram> FULL = Quantity.of("fullHistogramRisk", "E\\,TV(p,\\hat p_{\\rm full})", "histogram on all paths, by de Moivre",
        h -> Expr.of(h.full()));
    static final Quantity<Histogram> GAP = Quantity.of("largest_gap", "\\max(TV-\\text{lemma})", "over all counts", h -> Expr.of(h.largestGap()));
    static final Quantity<Histogram> ROOT = Quantity.of("root_bound", "\\tfrac{D-1}2\\sqrt{\\tfrac{S^2-1}n}+\\tfrac{D-2}2\\sqrt{\\tfrac{S-1}n}", "", h -> {
        int s = h.chain.states();
        int d = h.chain.d();
        return Expr.of(Rational.of((long) s * s - 1, h.n)).sqrt().times(d - 1).plus(Expr.of(Rational.of(s - 1L, h.n)).sqrt().times(d - 2)).over(2);
    });
    static final Quantity<Histogram> DISTANCE = Quantity.of("tv", "TV(p,\\hat p)", "of the given estimate", h -> Expr.of(h.distance(h.other.paths())));
    static final Quantity<Histogram> LEMMA = Quantity.of("lemma", "\\textstyle\\sum_{i=2}^DTV(p_{i-1,i},\\hat p_{i-1,i})+\\sum_{i=2}^{D-1}TV(p_i,\\hat p_i)", "",
        h -> Expr.of(h.lemma(h.other.paths())));
    static final Quantity<Histogram> PAIRS = Quantity.of("pairs", "\\textstyle\\sum_{i=2}^DTV(p_{i-1,i},\\hat p_{i-1,i})", "without the interior coordinates",
        h -> Expr.of(h.chain.lemma(h.chain.paths(), h.other.paths(), false)));

    static final InstanceFamily<Histogram> FAMILY = new InstanceFamily<>("histogram", Histogram.class, Set.of("pi", "P", "n"), Histogram::isSampled,
        Histogram::readSampled, (h, json) -> {
            h.chain.write(json, "pi", "P");
            json.put("n", h.n);
        }, List.of(RISK, UPPER, FULL));

    static final InstanceFamily<Histogram> GIVEN = new InstanceFamily<>("chain_estimate", Histogram.class, Set.of("pi", "P", "pi_hat", "P_hat"),
        h -> !h.isSampled(), Histogram::readGiven, (h, json) -> {
            h.chain.write(json, "pi", "P");
            h.other.write(json, "pi_hat", "P_hat");
        }, List.of(DISTANCE, LEMMA));

    private static Histogram readSampled(Fields fields) {
        var chain = MarkovChain.read(fields, "pi", "P", MOST_PATHS);
        int n = fields.integer("n", 1, 1000);
        Multinomial.requireFew(n, chain.paths().size());
        return new Histogram(chain, n, null);
    }

    private static Histogram readGiven(Fields fields) {
        var chain = MarkovChain.read(fields, "pi", "P", 4096);
        var other = MarkovChain.read(fields, "pi_hat", "P_hat", 4096);
        if (chain.states() != other.states() || chain.d() != other.d()) {
            throw new BadInput("\"P_hat\" has " + (other.d() - 1) + " matrices of " + other.states() + " states; it must match \"P\" with "
                + (chain.d() - 1) + " of " + chain.states());
        }
        return new Histogram(chain, 0, other);
    }

    boolean isSampled() {
        return other == null;
    }

    boolean isGiven() {
        return other != null;
    }

    private Rational distance(List<Rational> estimate) {
        return MarkovChain.variation(chain.paths(), estimate);
    }

    private Rational lemma(List<Rational> estimate) {
        return chain.lemma(chain.paths(), estimate, true);
    }

    /** The mean of a number that depends on the estimate's law of the paths. */
    private Rational expected(java.util.function.BiFunction<Histogram, List<Rational>, Rational> number) {
        var sum = new Rational[] {Rational.ZERO};
        counts((probability, estimate) -> sum[0] = sum[0].plus(probability.times(number.apply(this, estimate))));
        return sum[0];
    }

    private Rational largestGap() {
        var most = new Rational[] {null};
        counts((probability, estimate) -> {
            var gap = distance(estimate).minus(lemma(estimate));
            most[0] = most[0] == null ? gap : most[0].max(gap);
        });
        return most[0];
    }

    /** All count vectors of positive probability, with their probabilities and the estimates. */
    private void counts(Multinomial.Visit visit) {
        Multinomial.forEach(chain.paths(), n, (probability, empirical) -> visit.at(probability, chain.fitted(empirical).paths()));
    }

    private Rational deviations() {
        var law = chain.paths();
        var sum = Rational.ZERO;
        for (int i = 0; i + 1 < chain.d(); i++) {
            sum = sum.plus(Multinomial.meanVariation(chain.marginal(law, i, 2), n));
            sum = i > 0 ? sum.plus(Multinomial.meanVariation(chain.marginal(law, i, 1), n)) : sum;
        }
        return sum;
    }

    private Rational full() {
        return Multinomial.meanVariation(chain.paths(), n);
    }

    /** Two states, D = 2 or 3, n up to 4; or two chains. */
    static Histogram draw(Draw draw) {
        int d = draw.integer(2, 3);
        Function<Integer, MarkovChain> chain = states -> MarkovChain.draw(draw, states, d);
        if (draw.yes()) {
            return new Histogram(chain.apply(2), draw.integer(1, d == 2 ? 6 : 3), null);
        }
        int states = draw.integer(2, 3);
        return new Histogram(chain.apply(states), 0, chain.apply(states));
    }
}
