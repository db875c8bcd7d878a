package org.apodix.theorems.factorizabledensity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apodix.audit.BadInput;
import org.apodix.audit.Draw;
import org.apodix.audit.Fields;
import org.apodix.audit.InstanceFamily;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Quantity;

/**
 * Two Bayesian networks with positive conditional tables on the same directed graph, S states per coordinate (F9(c)).
 *
 * @param parents per coordinate the set of its parents, all of them earlier, as bits
 * @param first   per coordinate, per state of its parents (the first parent slowest), the probabilities of its S states
 * @param second  the same of the second network
 */
record BayesianPair(int states, List<Integer> parents, List<List<List<Rational>>> first, List<List<List<Rational>>> second) implements Factored {

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
        Set.of("S", "parents", "p", "p_hat"), p -> true, BayesianPair::read, (p, json) -> {
            InstanceFamily.put(json.put("S", p.states), "parents", p.parents.stream().map(Rational::of).toList());
            InstanceFamily.put(json, "p", flat(p.first));
            InstanceFamily.put(json, "p_hat", flat(p.second));
        }, List.of(DIVERGENCE, CHAIN_RULE));

    private static BayesianPair read(Fields fields) {
        int states = fields.integer("S", 2, 6);
        var parents = new ArrayList<Integer>();
        double cells = 1;
        for (var set : fields.rationals("parents")) {
            int i = parents.size();
            if (!set.isInteger() || set.signum() < 0 || i > 20 || set.compareTo(Rational.of(1L << i)) >= 0) {
                throw new BadInput("\"parents\" contains " + Fields.shorten(set.toString()) + " for coordinate " + (i + 1)
                    + "; a set of earlier coordinates is a number from 0 to 2^" + i + " - 1, one bit each");
            }
            parents.add(set.numerator().intValueExact());
            cells *= states;
        }
        if (cells > MOST_CELLS) {
            throw new BadInput("\"parents\" has " + parents.size() + " entries with S = " + states + "; S^D may be at most " + MOST_CELLS);
        }
        return new BayesianPair(states, List.copyOf(parents), read(fields, "p", states, parents), read(fields, "p_hat", states, parents));
    }

    private static List<List<List<Rational>>> read(Fields fields, String name, int states, List<Integer> parents) {
        var values = fields.rationals(name);
        var tables = new ArrayList<List<List<Rational>>>();
        int from = 0;
        for (var set : parents) {
            var rows = new ArrayList<List<Rational>>();
            for (int row = 0; row < power(states, Integer.bitCount(set)); row++) {
                if (from + states > values.size()) {
                    throw new BadInput("\"" + name + "\" has only " + values.size() + " entries; give S for every coordinate and state of its parents");
                }
                rows.add(law(name, values.subList(from, from + states)));
                from += states;
            }
            tables.add(List.copyOf(rows));
        }
        if (from != values.size()) {
            throw new BadInput("\"" + name + "\" has " + values.size() + " entries; it must have " + from);
        }
        return List.copyOf(tables);
    }

    private static List<Rational> law(String name, List<Rational> row) {
        if (row.stream().anyMatch(value -> value.signum() <= 0) || !row.stream().reduce(Rational.ZERO, Rational::plus).equals(Rational.ONE)) {
            throw new BadInput("\"" + name + "\" contains the row " + Fields.shorten(row.toString()) + "; a law has positive entries that add to 1");
        }
        return List.copyOf(row);
    }

    private static List<Rational> flat(List<List<List<Rational>>> tables) {
        return tables.stream().flatMap(List::stream).flatMap(List::stream).toList();
    }

    private static int power(int base, int exponent) {
        return exponent == 0 ? 1 : base * power(base, exponent - 1);
    }

    private int cells() {
        return power(states, parents.size());
    }

    /** The state of coordinate i, the first one fastest. */
    private int state(int cell, int i) {
        return cell / power(states, i) % states;
    }

    /** The states of a set of coordinates as one number, the first coordinate slowest. */
    private int states(int cell, int set) {
        int number = 0;
        for (int i = 0; i < parents.size(); i++) {
            number = (set >> i & 1) == 1 ? number * states + state(cell, i) : number;
        }
        return number;
    }

    private List<Rational> conditional(List<List<List<Rational>>> tables, int cell, int i) {
        return tables.get(i).get(states(cell, parents.get(i)));
    }

    private Rational joint(List<List<List<Rational>>> tables, int cell) {
        var product = Rational.ONE;
        for (int i = 0; i < parents.size(); i++) {
            product = product.times(conditional(tables, cell, i).get(state(cell, i)));
        }
        return product;
    }

    private Rational marginal(List<List<List<Rational>>> tables, int set, int states) {
        var sum = Rational.ZERO;
        for (int cell = 0; cell < cells(); cell++) {
            sum = states(cell, set) == states ? sum.plus(joint(tables, cell)) : sum;
        }
        return sum;
    }

    private Expr divergence() {
        var terms = new ArrayList<Expr>();
        for (int cell = 0; cell < cells(); cell++) {
            terms.add(term(joint(first, cell), joint(second, cell)));
        }
        return Expr.sum(terms);
    }

    private static Expr term(Rational p, Rational q) {
        return Expr.of(p).times(Expr.of(p.over(q)).log());
    }

    private Expr chainRule() {
        var terms = new ArrayList<Expr>();
        for (int i = 0; i < parents.size(); i++) {
            for (int row = 0; row < first.get(i).size(); row++) {
                var weight = marginal(first, parents.get(i), row);
                for (int s = 0; s < states; s++) {
                    terms.add(Expr.of(weight).times(term(first.get(i).get(row).get(s), second.get(i).get(row).get(s))));
                }
            }
        }
        return Expr.sum(terms);
    }

    private Expr singles() {
        var terms = new ArrayList<Expr>();
        for (int i = 0; i < parents.size(); i++) {
            for (int s = 0; s < states; s++) {
                terms.add(term(marginal(first, 1 << i, s), marginal(second, 1 << i, s)));
            }
        }
        return Expr.sum(terms);
    }

    private Rational ratioDefect() {
        var sum = Rational.ZERO;
        for (int cell = 0; cell < cells(); cell++) {
            var product = Rational.ONE;
            for (int i = 0; i < parents.size(); i++) {
                product = product.times(recomputed(first, cell, i).over(recomputed(second, cell, i)));
            }
            sum = sum.plus(joint(first, cell).over(joint(second, cell)).minus(product).abs());
        }
        return sum;
    }

    /** p(x_i | pa) as a quotient of marginals of the joint law. */
    private Rational recomputed(List<List<List<Rational>>> tables, int cell, int i) {
        int family = parents.get(i) | 1 << i;
        return marginal(tables, family, states(cell, family)).over(marginal(tables, parents.get(i), states(cell, parents.get(i))));
    }

    /** A collider, a diamond or a chain of three, with 2 or 3 states. */
    static BayesianPair draw(Draw draw) {
        var parents = draw.of(List.of(0, 1, 2), List.of(0, 0, 3), List.of(0, 1, 1, 6));
        int states = parents.size() == 4 ? 2 : draw.integer(2, 3);
        return new BayesianPair(states, parents, tables(draw, states, parents), tables(draw, states, parents));
    }

    private static List<List<List<Rational>>> tables(Draw draw, int states, List<Integer> parents) {
        var tables = new ArrayList<List<List<Rational>>>();
        for (var set : parents) {
            tables.add(draw.list(power(states, Integer.bitCount(set)), each -> law(each, states)));
        }
        return List.copyOf(tables);
    }

    private static List<Rational> law(Draw draw, int states) {
        var weights = draw.list(states, each -> Rational.of(each.integer(1, 9)));
        var total = weights.stream().reduce(Rational.ZERO, Rational::plus);
        return weights.stream().map(weight -> weight.over(total)).toList();
    }
}
