package org.apodix.theorems.factorizabledensity;

import java.util.List;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.apodix.audit.BadInput;
import org.apodix.audit.Draw;
import org.apodix.audit.InstanceFamily;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Quantity;

/**
 * Estimating a Bayesian network by the empirical tables of its families (F17): exact risks from n samples, by enumerating all counts; or, with
 * n = 0, the estimate from one given law e of the cells, which need not factorize.
 *
 * @param n         samples, 0 where a law is given
 * @param empirical e, or null
 */
record NetworkHistogram(BayesianNetwork network, int n, List<Rational> empirical) {

    private static final int MOST_CELLS = 256;

    static final Quantity<NetworkHistogram> DISTANCE = Quantity.of("tv", "TV(p,\\hat p)", "$\\hat p=\\prod_ie(x_i|x_{{\\rm pa}(i)})$, uniform on an empty row",
        h -> Expr.of(h.distance(h.empirical)));
    static final Quantity<NetworkHistogram> MASS = Quantity.of("estimate_mass", "\\textstyle\\sum_x\\hat p(x)", "over all cells", h ->
        Expr.of(h.network.fitted(h.empirical).joint().stream().reduce(Rational.ZERO, Rational::plus)));
    static final Quantity<NetworkHistogram> LEMMA = Quantity.of("lemma", "\\textstyle\\sum_i[TV(p_{{\\rm fa}(i)},e_{{\\rm fa}(i)})+TV(p_{{\\rm pa}(i)},e_{{\\rm pa}(i)})]", "",
        h -> Expr.of(h.lemma(h.empirical, true)));
    static final Quantity<NetworkHistogram> FAMILIES = Quantity.of("families", "\\textstyle\\sum_iTV(p_{{\\rm fa}(i)},e_{{\\rm fa}(i)})", "without the parents",
        h -> Expr.of(h.lemma(h.empirical, false)));
    static final Quantity<NetworkHistogram> GAP = Quantity.of("largest_gap", "\\max(TV-\\text{lemma})", "over all counts", h -> Expr.of(h.over(
        (probability, estimate) -> h.distance(estimate).minus(h.lemma(estimate, true)), Rational::max)));
    static final Quantity<NetworkHistogram> RISK = Quantity.of("exactRisk", "E\\,TV(p,\\hat p)", "over all counts of the cells",
        h -> Expr.of(h.over((probability, estimate) -> probability.times(h.distance(estimate)), Rational::plus)));
    static final Quantity<NetworkHistogram> ENUMERATED = Quantity.of("upper_enumerated", "E\\,[\\text{lemma}]", "over all counts of the cells",
        h -> Expr.of(h.over((probability, estimate) -> probability.times(h.lemma(estimate, true)), Rational::plus)));
    static final Quantity<NetworkHistogram> UPPER = Quantity.of("upper", "E\\,[\\text{lemma}]", "by de Moivre's mean absolute deviations",
        h -> Expr.of(h.deviations()));
    static final Quantity<NetworkHistogram> ROOT = Quantity.of("root_bound",
        "\\tfrac1{2\\sqrt n}\\textstyle\\sum_i\\big[\\sqrt{S^{|{\\rm fa}(i)|}-1}+\\sqrt{S^{|{\\rm pa}(i)|}-1}\\big]", "", NetworkHistogram::root);
    static final Quantity<NetworkHistogram> LARGEST = Quantity.of("family_bound", "\\tfrac D{\\sqrt n}S^{d_{\\rm eff}/2}", "$d_{\\rm eff}$ is the size of the largest family",
        h -> h.power(h.network.effectiveDimension()));
    static final Quantity<NetworkHistogram> SMALLER = Quantity.of("parents_bound", "\\tfrac D{\\sqrt n}S^{(d_{\\rm eff}-1)/2}", "",
        h -> h.power(h.network.effectiveDimension() - 1));

    static final InstanceFamily<NetworkHistogram> FAMILY = new InstanceFamily<>("network_histogram", NetworkHistogram.class, Set.of("S", "parents", "p", "n"),
        NetworkHistogram::isSampled, fields -> {
            int states = fields.integer("S", 2, 6);
            var network = BayesianNetwork.read(fields, "p", states, BayesianNetwork.readParents(fields, states, MOST_CELLS), true);
            int n = fields.integer("n", 1, 1000);
            Multinomial.requireFew(n, network.cells());
            return new NetworkHistogram(network, n, null);
        }, (h, json) -> {
            InstanceFamily.put(json.put("S", h.network.states()), "parents", h.network.parents().stream().map(Rational::of).toList());
            InstanceFamily.put(json, "p", h.network.flat());
            json.put("n", h.n);
        }, List.of(RISK, UPPER, ROOT, LARGEST));

    static final InstanceFamily<NetworkHistogram> GIVEN = new InstanceFamily<>("network_estimate", NetworkHistogram.class, Set.of("S", "parents", "p", "cells"),
        NetworkHistogram::isGiven, fields -> {
            int states = fields.integer("S", 2, 6);
            var network = BayesianNetwork.read(fields, "p", states, BayesianNetwork.readParents(fields, states, MOST_CELLS), true);
            var cells = fields.rationals("cells");
            if (cells.size() != network.cells()) {
                throw new BadInput("\"cells\" has " + cells.size() + " entries; it must have S^D = " + network.cells() + ", the first coordinate fastest");
            }
            return new NetworkHistogram(network, 0, BayesianNetwork.law("cells", cells, true));
        }, (h, json) -> {
            InstanceFamily.put(json.put("S", h.network.states()), "parents", h.network.parents().stream().map(Rational::of).toList());
            InstanceFamily.put(json, "p", h.network.flat());
            InstanceFamily.put(json, "cells", h.empirical);
        }, List.of(DISTANCE, LEMMA));

    boolean isSampled() {
        return empirical == null;
    }

    boolean isGiven() {
        return empirical != null;
    }

    private Rational distance(List<Rational> law) {
        return MarkovChain.variation(network.joint(), network.fitted(law).joint());
    }

    private Rational lemma(List<Rational> law, boolean parents) {
        var joint = network.joint();
        var sum = Rational.ZERO;
        for (int i = 0; i < network.d(); i++) {
            sum = sum.plus(variation(joint, law, network.family(i)));
            sum = parents ? sum.plus(variation(joint, law, network.parents().get(i))) : sum;
        }
        return sum;
    }

    private Rational variation(List<Rational> law, List<Rational> other, int set) {
        return MarkovChain.variation(network.marginal(law, set), network.marginal(other, set));
    }

    private Rational over(OfCounts number, BinaryOperator<Rational> join) {
        var result = new Rational[1];
        Multinomial.forEach(network.joint(), n, (probability, estimate) -> {
            var value = number.at(probability, estimate);
            result[0] = result[0] == null ? value : join.apply(result[0], value);
        });
        return result[0];
    }

    /** A number that depends on the counts. */
    private interface OfCounts {

        Rational at(Rational probability, List<Rational> empirical);
    }

    private Rational deviations() {
        var joint = network.joint();
        var sum = Rational.ZERO;
        for (int i = 0; i < network.d(); i++) {
            sum = sum.plus(Multinomial.meanVariation(network.marginal(joint, network.family(i)), n));
            sum = sum.plus(Multinomial.meanVariation(network.marginal(joint, network.parents().get(i)), n));
        }
        return sum;
    }

    private Expr root() {
        var sum = Expr.ZERO;
        for (int i = 0; i < network.d(); i++) {
            sum = sum.plus(excess(network.family(i))).plus(excess(network.parents().get(i)));
        }
        return sum.over(Expr.of(4L * n).sqrt());
    }

    private Expr excess(int set) {
        return Expr.of(BayesianNetwork.power(network.states(), Integer.bitCount(set)) - 1L).sqrt();
    }

    private Expr power(int exponent) {
        return Expr.of(Rational.of(network.states()).pow(exponent).over(Rational.of(n))).sqrt().times(network.d());
    }

    /** A chain, a collider or a diamond, 2 or 3 states; few samples, or a law that does not factorize. */
    static NetworkHistogram draw(Draw draw) {
        var parents = draw.of(List.of(0, 1, 2), List.of(0, 0, 3), List.of(0, 1, 1, 6), List.of(0, 1), List.of(0, 0));
        int states = parents.size() == 4 ? 2 : draw.integer(2, 3);
        var network = BayesianNetwork.draw(draw, states, parents, true);
        if (draw.yes()) {
            int n = draw.integer(1, network.cells() > 16 ? 1 : network.cells() > 8 ? 2 : 4);
            return new NetworkHistogram(network, n, null);
        }
        return new NetworkHistogram(network, 0, BayesianNetwork.law(draw, network.cells(), true));
    }
}
