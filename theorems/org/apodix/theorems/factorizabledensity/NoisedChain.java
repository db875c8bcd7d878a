package org.apodix.theorems.factorizabledensity;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apodix.audit.BadInput;
import org.apodix.audit.Draw;
import org.apodix.audit.Family;
import org.apodix.audit.Fields;
import org.apodix.audit.InstanceFamily;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Integral;
import org.apodix.expression.Quantity;
import org.apodix.expression.Variable;

/**
 * The density p_t and score of Y = alpha X_0 + sigma Z at a point y, X_0 the polynomial chain on [-1, 1]^D with coefficients a (F3).
 *
 * @param y as many numbers as a has, and one more
 */
record NoisedChain(List<Rational> y, List<Rational> a, Rational alpha, Rational sigma) {

    private static final int MOST = 10;
    private static final Rational STEP = Rational.of(1, 4);

    static final Quantity<NoisedChain> DENSITY = Quantity.of("density", "p_t(y)", "by message passing, one recursion for all sites",
        c -> c.messages(c.y, -1));
    static final Quantity<NoisedChain> SUBSETS = Quantity.of("density_subsets", "2^{-D}\\textstyle\\sum_s\\prod_{i\\in s}a_i\\prod_jM_{\\deg_s(j)}(y_j)",
        "over the $2^{D-1}$ sets of edges", c -> c.subsets(-1));
    static final Quantity<NoisedChain> TOP_MOMENT = Quantity.of("moment3", "M_3(y_1)", "by the recursion", c -> c.moments(c.y.get(0)).get(3));
    static final Quantity<NoisedChain> TOP_INTEGRAL = Quantity.of("moment3_integral", "\\textstyle\\int_{-1}^1x^3N(y_1;\\alpha x,\\varsigma^2)dx", "",
        NoisedChain::integral);
    static final Quantity<NoisedChain> WORK = Quantity.of("score1_integral", "\\textstyle\\int_{y_1}^{y_1+1/4}\\partial_1\\log p_t", "of the score by posterior means",
        NoisedChain::work);
    static final Quantity<NoisedChain> RISE = Quantity.of("density_rise", "\\log\\tfrac{p_t(y_1+\\frac14,\\dots)}{p_t(y)}", "of the densities at the two ends", NoisedChain::rise);
    static final Quantity<NoisedChain> MIXED = Quantity.of("mixed_difference", "\\Delta_{13}",
        "$\\log\\frac{p_t(\\frac12,-\\frac14,1)\\,p_t(-\\frac12,-\\frac14,0)}{p_t(-\\frac12,-\\frac14,1)\\,p_t(\\frac12,-\\frac14,0)}$", c ->
            c.corner(1, 1).times(c.corner(-1, 0)).over(c.corner(-1, 1).times(c.corner(1, 0))).log());

    static final Family<NoisedChain> FAMILY = new Family<>() {

        @Override
        public String name() {
            return "noise_level";
        }

        @Override
        public Class<NoisedChain> type() {
            return NoisedChain.class;
        }

        @Override
        public List<Set<String>> shapes() {
            return List.of(Set.of("y", "a", "alpha", "sigma"));
        }

        @Override
        public NoisedChain read(Fields fields) {
            var y = fields.rationals("y");
            if (y.size() < 2 || y.size() > MOST) {
                throw new BadInput("\"y\" has " + y.size() + " entries; give from 2 to " + MOST);
            }
            var chain = new NoisedChain(y, Chain.coefficients(fields, y.size() - 1), positive(fields, "alpha"), positive(fields, "sigma"));
            fields.requireNoOthers();
            return chain;
        }

        @Override
        public ObjectNode write(NoisedChain c) {
            var json = JsonNodeFactory.instance.objectNode().put("family", name());
            InstanceFamily.put(json, "y", c.y);
            InstanceFamily.put(json, "a", c.a);
            return json.put("alpha", c.alpha.toString()).put("sigma", c.sigma.toString());
        }

        @Override
        public List<Quantity<NoisedChain>> quantities(NoisedChain c) {
            var quantities = new ArrayList<Quantity<NoisedChain>>();
            quantities.add(DENSITY);
            for (int j = 0; j < c.y.size(); j++) {
                quantities.add(score(j));
            }
            return quantities;
        }
    };

    private static Rational positive(Fields fields, String name) {
        var value = fields.rational(name);
        if (value.signum() <= 0) {
            throw new BadInput("\"" + name + "\" is " + Fields.shorten(value.toString()) + "; it must be positive");
        }
        return value;
    }

    /** Component j of the score, counted from 0. */
    static Quantity<NoisedChain> score(int j) {
        return Quantity.of("score" + (j + 1), "\\partial_{" + (j + 1) + "}\\log p_t(y)", "$\\frac{\\alpha E[X_{0,j}|y]-y_j}{\\varsigma^2}$",
            c -> c.score(j, c.messages(c.y, j).over(c.messages(c.y, -1))));
    }

    /** The first component from the sum over sets of edges. */
    static final Quantity<NoisedChain> FIRST_SUBSETS = Quantity.of("score1_subsets", "\\partial_1\\log p_t(y)", "by the sums over sets of edges", c -> c.subsetScore(0));
    static final Quantity<NoisedChain> INNER = Quantity.of("score_inside", "\\partial_j\\log p_t(y)", "by message passing, at the site $j=\\lfloor D/2\\rfloor+1$",
        c -> score(c.inner()).in(c));
    static final Quantity<NoisedChain> INNER_SUBSETS = Quantity.of("score_inside_subsets", "\\partial_j\\log p_t(y)", "by the sums over sets of edges, at the same site",
        c -> c.subsetScore(c.inner()));
    static final Quantity<NoisedChain> LAST_SCORE = Quantity.of("last_score", "\\partial_D\\log p_t(y)", "by message passing", c -> score(c.y.size() - 1).in(c));
    static final Quantity<NoisedChain> LAST_SUBSETS = Quantity.of("last_score_subsets", "\\partial_D\\log p_t(y)", "by the sums over sets of edges",
        c -> c.subsetScore(c.y.size() - 1));
    static final Quantity<NoisedChain> LAST = Quantity.of("abs_last_score", "|\\partial_D\\log p_t(y)|", "", c -> score(c.y.size() - 1).in(c).abs());
    static final Quantity<NoisedChain> LAST_BOUND = Quantity.of("last_bound", "\\tfrac{|y_D|+\\alpha}{\\varsigma^2}", "", c ->
        Expr.of(c.y.get(c.y.size() - 1).abs().plus(c.alpha).over(c.sigma.times(c.sigma))));
    static final Quantity<NoisedChain> LAST_TIGHTER = Quantity.of("last_bound_alpha", "\\tfrac{\\alpha}{\\varsigma^2}", "", c ->
        Expr.of(c.alpha.over(c.sigma.times(c.sigma))));

    /** At y_1 = 0 odd moments are 0 by symmetry, which no enclosure shows. */
    boolean isOffCenter() {
        return !y.get(0).isZero();
    }

    boolean isOffCenterInside() {
        return y.size() > 2 && !y.get(inner()).isZero();
    }

    boolean isOffCenterAtTheEnd() {
        return !y.get(y.size() - 1).isZero();
    }

    /** A site, counted from 0, which has two neighbors if there are three or more. */
    private int inner() {
        return y.size() / 2;
    }

    private Expr subsetScore(int site) {
        return score(site, subsets(site).over(subsets(-1)));
    }

    /** The first component is integrated for two sites only, not far out: moments cancel there, and their digits take time. */
    boolean isNearPair() {
        return y.size() == 2 && y.get(0).abs().compareTo(Rational.of(3)) <= 0;
    }

    private Expr score(int j, Expr mean) {
        return score(Expr.of(y.get(j)), mean);
    }

    /** From the coordinate and the posterior mean. */
    private Expr score(Expr at, Expr mean) {
        return Expr.of(alpha).times(mean).minus(at).over(Expr.of(sigma).square());
    }

    /** M_0, ..., M_3 at a point, M_k = int x^k N(y; alpha x, sigma^2) dx over [-1, 1]; the difference of Phi is taken on the side of the tails. */
    private List<Expr> moments(Rational at) {
        return moments(Expr.of(at), at.signum() > 0);
    }

    private List<Expr> moments(Expr at, boolean positive) {
        var upper = at.plus(Expr.of(alpha)).over(Expr.of(sigma));
        var lower = at.minus(Expr.of(alpha)).over(Expr.of(sigma));
        var mass = positive ? lower.normalTail().minus(upper.normalTail()) : upper.normalCdf().minus(lower.normalCdf());
        var moments = new ArrayList<Expr>();
        moments.add(mass.over(Expr.of(alpha)));
        var spread = Expr.of(sigma.times(sigma).over(alpha));
        for (int k = 0; k < 3; k++) {
            var ends = k % 2 == 0 ? normal(lower).minus(normal(upper)) : normal(lower).plus(normal(upper));
            var inner = k == 0 ? ends : ends.minus(moments.get(k - 1).times(k));
            moments.add(at.times(moments.get(k)).minus(spread.times(inner)).over(Expr.of(alpha)));
        }
        return moments;
    }

    /** The density of N(0, sigma^2) at sigma z. */
    private Expr normal(Expr z) {
        return z.square().over(-2).exp().over(Expr.PI.times(2).sqrt().times(Expr.of(sigma)));
    }

    private Expr integral() {
        var x = new Variable("x");
        var z = Expr.of(y.get(0)).minus(Expr.of(alpha).times(x)).over(Expr.of(sigma));
        return Integral.of(x.pow(3).times(normal(z)), x, Expr.of(-1), Expr.ONE);
    }

    /** p_t at a point, with x_j as a factor under the integral if j is a site. */
    private Expr messages(List<Rational> at, int site) {
        return messages(at.stream().map(this::moments).toList(), a, site);
    }

    private static Expr messages(List<List<Expr>> moments, List<Rational> a, int site) {
        var first = Expr.HALF;
        var second = Expr.ZERO;
        for (int i = 0; i < a.size(); i++) {
            var m = moments.get(i);
            int shift = i == site ? 1 : 0;
            var next = first.times(m.get(shift)).plus(second.times(m.get(1 + shift))).over(2);
            second = first.times(m.get(1 + shift)).plus(second.times(m.get(2 + shift))).times(Expr.of(a.get(i))).over(2);
            first = next;
        }
        var last = moments.get(a.size());
        int shift = a.size() == site ? 1 : 0;
        return first.times(last.get(shift)).plus(second.times(last.get(1 + shift)));
    }

    /** The integral of the first component of the score for its coordinate from y_1 to y_1 + 1/4. */
    private Expr work() {
        var x = new Variable("y");
        var moments = new ArrayList<>(y.stream().map(this::moments).toList());
        moments.set(0, moments(x, y.get(0).signum() > 0));
        var mean = messages(moments, a, 0).over(messages(moments, a, -1));
        return Integral.of(score(x, mean), x, Expr.of(y.get(0)), Expr.of(y.get(0).plus(STEP)));
    }

    private Expr rise() {
        var moved = new ArrayList<>(y);
        moved.set(0, y.get(0).plus(STEP));
        return messages(moved, -1).over(messages(y, -1)).log();
    }

    private Expr subsets(int site) {
        var moments = y.stream().map(this::moments).toList();
        var terms = new ArrayList<Expr>();
        for (int edges = 0; edges < 1 << a.size(); edges++) {
            var term = Expr.of(Rational.of(1, 2).pow(y.size()));
            for (int j = 0; j < y.size(); j++) {
                int degree = (j < a.size() ? edges >> j & 1 : 0) + (j > 0 ? edges >> j - 1 & 1 : 0);
                term = term.times(moments.get(j).get(degree + (j == site ? 1 : 0)));
                term = j < a.size() && (edges >> j & 1) == 1 ? term.times(Expr.of(a.get(j))) : term;
            }
            terms.add(term);
        }
        return Expr.sum(terms);
    }

    /** p_t at (first/2, -1/4, last). */
    private Expr corner(int first, int last) {
        return messages(List.of(Rational.of(first, 2), Rational.of(-1, 4), Rational.of(last)), -1);
    }

    /** One of four Pythagorean pairs, D from 2 to 5, y in Z/4 between -3 and 3. */
    static NoisedChain draw(Draw draw) {
        int k = draw.integer(1, 4);
        var pair = draw.of(List.of(3, 4, 5), List.of(4, 3, 5), List.of(5, 12, 13), List.of(12, 5, 13));
        return new NoisedChain(draw.list(k + 1, d -> Rational.of(d.integer(-12, 12), 4)), draw.list(k, Chain::coefficient),
            Rational.of(pair.get(0), pair.get(2)), Rational.of(pair.get(1), pair.get(2)));
    }
}
