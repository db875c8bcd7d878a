package org.apodix.theorems.factorizabledensity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apodix.audit.Draw;
import org.apodix.audit.InstanceFamily;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Quantity;

/** Two Bayesian networks with positive conditional tables on the same directed graph (F9(c)). */
record BayesianPair(BayesianNetwork first, BayesianNetwork second) implements Factored {

    private static final int MOST_CELLS = 1_000;

    static final Quantity<BayesianPair> DIVERGENCE = Quantity.of("kl", "D_{\\rm KL}(p\\|\\hat p)", "over all states", BayesianPair::divergence);
    static final Quantity<BayesianPair> CHAIN_RULE = Quantity.of("kl_chain",
        "\\textstyle\\sum_iE_pD_{\\rm KL}(p(\\cdot|{\\rm pa}_i)\\|\\hat p(\\cdot|{\\rm pa}_i))", "", BayesianPair::chainRule);
    static final Quantity<BayesianPair> RATIO = Quantity.of("ratio_defect",
        "\\textstyle\\sum_x\\big|\\tfrac{p(x)}{\\hat p(x)}-\\prod_i\\tfrac{p(x_i|{\\rm pa})}{\\hat p(x_i|{\\rm pa})}\\big|",
        "joint laws against conditionals recomputed from the joint laws", p -> Expr.of(p.ratioDefect()));
    static final Quantity<BayesianPair> SINGLES = Quantity.of("kl_singles", "\\textstyle\\sum_iD_{\\rm KL}(p_i\\|\\hat p_i)",
        "of the one-dimensional marginals", BayesianPair::singles);

    static final InstanceFamily<BayesianPair> FAMILY = new InstanceFamily<>("network_pair", BayesianPair.class,
        Set.of("S", "parents", "p", "p_hat"), p -> true, fields -> {
            int states = fields.integer("S", 2, 6);
            var parents = BayesianNetwork.readParents(fields, states, MOST_CELLS);
            return new BayesianPair(BayesianNetwork.read(fields, "p", states, parents, false), BayesianNetwork.read(fields, "p_hat", states, parents, false));
        }, (p, json) -> {
            InstanceFamily.put(json.put("S", p.first.states()), "parents", p.first.parents().stream().map(Rational::of).toList());
            InstanceFamily.put(json, "p", p.first.flat());
            InstanceFamily.put(json, "p_hat", p.second.flat());
        }, List.of(DIVERGENCE, CHAIN_RULE));

    private Expr divergence() {
        return relative(first.joint(), second.joint());
    }

    /** The divergence of two positive laws. */
    private static Expr relative(List<Rational> p, List<Rational> q) {
        return Expr.sum(IntStream.range(0, p.size()).mapToObj(k -> term(p.get(k), q.get(k))).toList());
    }

    private static Expr term(Rational p, Rational q) {
        return Expr.of(p).times(Expr.of(p.over(q)).log());
    }

    private Expr chainRule() {
        var terms = new ArrayList<Expr>();
        var joint = first.joint();
        for (int i = 0; i < first.d(); i++) {
            var above = first.marginal(joint, first.parents().get(i));
            for (int row = 0; row < above.size(); row++) {
                terms.add(Expr.of(above.get(row)).times(relative(first.tables().get(i).get(row), second.tables().get(i).get(row))));
            }
        }
        return Expr.sum(terms);
    }

    private Expr singles() {
        var laws = List.of(first.joint(), second.joint());
        return Expr.sum(IntStream.range(0, first.d()).mapToObj(i -> relative(first.marginal(laws.get(0), 1 << i), first.marginal(laws.get(1), 1 << i))).toList());
    }

    /** The conditionals are recomputed as quotients of marginals of the joint laws. */
    private Rational ratioDefect() {
        var laws = List.of(first.joint(), second.joint());
        var conditionals = List.of(first.fitted(laws.get(0)).joint(), second.fitted(laws.get(1)).joint());
        return IntStream.range(0, first.cells()).mapToObj(cell -> laws.get(0).get(cell).over(laws.get(1).get(cell))
            .minus(conditionals.get(0).get(cell).over(conditionals.get(1).get(cell))).abs()).reduce(Rational.ZERO, Rational::plus);
    }

    /** A collider, a diamond or a chain of three, with 2 or 3 states. */
    static BayesianPair draw(Draw draw) {
        var parents = draw.of(List.of(0, 1, 2), List.of(0, 0, 3), List.of(0, 1, 1, 6));
        int states = parents.size() == 4 ? 2 : draw.integer(2, 3);
        return new BayesianPair(BayesianNetwork.draw(draw, states, parents, false), BayesianNetwork.draw(draw, states, parents, false));
    }
}
