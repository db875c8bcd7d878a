package org.apodix.theorems.factorizabledensity;

import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apodix.audit.BadInput;
import org.apodix.audit.Draw;
import org.apodix.audit.Fields;
import org.apodix.audit.InstanceFamily;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.ImproperIntegral;
import org.apodix.expression.Quantity;
import org.apodix.expression.TailBound;
import org.apodix.expression.Variable;

/**
 * A law p_0 on points of [-1, 1] and an estimate with weights w_j h_j, |h_j - 1| <= rho &lt; 1, both with Gaussian noise of variance between t and T (F12(c), (d)); D = 1.
 *
 * <p>All integrals run over the line. Beyond L at least the radius r of the points, P(|X_t| > L) <= 2 Q((L - r)/sqrt(t)); posterior means differ by at most 2r, and
 * logarithms of the two densities, normalized, by at most log((1 + rho)/(1 - rho)): these are the tail bounds.
 *
 * @param factors h, not necessarily of mean 1
 * @param at      a point y, also the end of a half-line
 * @param scoreError E_{p_t}|grad log hat p_t - grad log p_t|^2, an integral that several statements share
 */
record AtomPair(Atoms law, List<Rational> factors, Rational t, Rational largest, Rational at, Expr scoreError) implements Diffused {

    static final Quantity<AtomPair> SCORE = Quantity.of("score_error", "E_{p_t}|\\nabla\\log\\hat p_t-\\nabla\\log p_t|^2", "by the posterior means", AtomPair::scoreError);
    static final Quantity<AtomPair> SCORE_BOUND = Quantity.of("score_bound", "\\big(\\tfrac{2\\rho}{1-\\rho}\\big)^2\\tfrac Dt", "$D=1$", p ->
        Expr.of(p.relative().pow(2).times(Rational.of(4)).over(p.t)));
    static final Quantity<AtomPair> SHARPER = Quantity.of("score_bound_1", "\\big(\\tfrac\\rho{1-\\rho}\\big)^2\\tfrac Dt", "by covariances", p ->
        Expr.of(p.relative().pow(2).over(p.t)));
    static final Quantity<AtomPair> QUARTER = Quantity.of("score_bound_quarter", "\\tfrac{\\rho^2}4\\tfrac Dt", "", p -> Expr.of(p.rho().pow(2).over(p.t.times(Rational.of(4)))));
    static final Quantity<AtomPair> RATIO = Quantity.of("ratio_error", "|\\hat p_t(y)/p_t(y)-1|", "", AtomPair::ratioError);
    static final Quantity<AtomPair> RHO = Quantity.of("rho", "\\rho", "$\\max_j|h_j-1|$", p -> Expr.of(p.rho()));
    static final Quantity<AtomPair> PATH = Quantity.of("path", "D_{\\rm KL}(p_t\\|\\hat p_t)-D_{\\rm KL}(p_T\\|\\hat p_T)",
        "normalized; it is $\\frac12\\int_t^TE|\\nabla\\log\\hat p_s-\\nabla\\log p_s|^2ds$", p -> p.divergence(p.t).minus(p.divergence(p.largest)));
    static final Quantity<AtomPair> PATH_BOUND = Quantity.of("path_bound", "\\tfrac{2\\rho^2}{(1-\\rho)^2}D\\log\\tfrac Tt", "$D=1$", p -> p.path(Rational.TWO));
    static final Quantity<AtomPair> PATH_QUARTER = Quantity.of("path_bound_small", "\\tfrac{\\rho^2}8D\\log\\tfrac Tt", "half the time integral of a quarter",
        p -> p.ratio().log().times(Expr.of(p.rho().pow(2).over(Rational.of(8)))));
    static final Quantity<AtomPair> OUTPUT = Quantity.of("output_gap", "|\\hat P(y,\\infty)-p_t(y,\\infty)|", "a lower bound of $TV(p_t,\\hat P)$, $\\hat P$ the law that the sampler has at $t$",
        AtomPair::outputGap);
    static final Quantity<AtomPair> OUTPUT_BOUND = Quantity.of("output_bound", "\\sqrt{\\tfrac12\\big[\\tfrac{2\\rho^2}{(1-\\rho)^2}D\\log\\tfrac Tt+\\tfrac D{2T}\\big]}", "",
        p -> p.path(Rational.TWO).plus(p.prior()).over(2).sqrt());
    static final Quantity<AtomPair> REVERSED = Quantity.of("reversed", "\\textstyle\\int\\hat p_T(x)\\,\\hat P(y,\\infty|x)\\,dx", "the sampler started from the estimate at $T$", AtomPair::reversed);
    static final Quantity<AtomPair> ESTIMATE = Quantity.of("estimate_beyond", "\\hat p_t(y,\\infty)", "the estimate at $t$, not normalized", p -> p.halfLine(true));
    static final Quantity<AtomPair> NO_PRIOR = Quantity.of("output_bound_score", "\\sqrt{\\tfrac{\\rho^2}{(1-\\rho)^2}D\\log\\tfrac Tt}", "without the error of the prior",
        p -> p.path(Rational.TWO).over(2).sqrt());

    static final InstanceFamily<AtomPair> FAMILY = new InstanceFamily<>("atom_pair", AtomPair.class, Set.of("points", "weights", "factors", "t", "T", "y"), p -> true,
        AtomPair::read, (p, json) -> {
            InstanceFamily.put(json, "points", p.law.points());
            InstanceFamily.put(json, "weights", p.law.weights());
            InstanceFamily.put(json, "factors", p.factors);
            json.put("t", p.t.toString()).put("T", p.largest.toString()).put("y", p.at.toString());
        }, List.of(SCORE, SCORE_BOUND, RHO, RATIO, PATH, OUTPUT, OUTPUT_BOUND));

    static AtomPair of(Atoms law, List<Rational> factors, Rational t, Rational largest, Rational at) {
        var pair = new AtomPair(law, factors, t, largest, at, null);
        return new AtomPair(law, factors, t, largest, at, pair.integrateScore());
    }

    private static AtomPair read(Fields fields) {
        var law = Atoms.read(fields);
        var factors = fields.rationals("factors");
        if (factors.size() != law.size() || factors.stream().anyMatch(h -> h.signum() <= 0 || h.compareTo(Rational.TWO) >= 0)) {
            throw new BadInput("\"factors\" must be " + law.size() + " numbers strictly between 0 and 2, one per point, so that rho is below 1");
        }
        var t = fields.rational("t", Rational.of(1, 20), Rational.of(1000));
        return of(law, factors, t, fields.rational("T", t, Rational.of(1_000_000)), fields.rational("y", Rational.of(-100), Rational.of(100)));
    }

    /** Whether the kernel of the sampler is tried: an identity, which needs many digits, on few points. */
    boolean isReversed() {
        return law.size() <= 2 && t.compareTo(largest) < 0;
    }

    Rational rho() {
        return factors.stream().map(h -> h.minus(Rational.ONE).abs()).reduce(Rational.ZERO, Rational::max);
    }

    private Rational relative() {
        return rho().over(Rational.ONE.minus(rho()));
    }

    private Expr ratio() {
        return Expr.of(largest.over(t));
    }

    private Expr path(Rational constant) {
        return ratio().log().times(Expr.of(relative().pow(2).times(constant)));
    }

    private Expr prior() {
        return Expr.of(largest.times(Rational.TWO).inverse());
    }

    private Rational weight(int j, boolean estimated) {
        return estimated ? law.weights().get(j).times(factors.get(j)) : law.weights().get(j);
    }

    /** The likelihoods of the points at x under a noise of variance s: built once for an integral, so that each exponential is computed once. */
    private List<Expr> likelihoods(Expr x, Expr s) {
        return IntStream.range(0, law.size()).mapToObj(j -> law.likelihood(j, x, s)).toList();
    }

    private Expr sum(List<Expr> likelihoods, boolean estimated, Function<Integer, Expr> number) {
        return Expr.sum(IntStream.range(0, law.size()).mapToObj(j -> Expr.of(weight(j, estimated)).times(likelihoods.get(j)).times(number.apply(j))).toList());
    }

    /** The mean of numbers of the points under the posterior. */
    private Expr posterior(List<Expr> likelihoods, boolean estimated, Function<Integer, Expr> number) {
        return sum(likelihoods, estimated, number).over(sum(likelihoods, estimated, j -> Expr.ONE));
    }

    /** The integral over the line of p_s times a body, a function of x and of the likelihoods there that is at most {@code most} in size. */
    private Expr mean(Rational s, BiFunction<Expr, List<Expr>, Expr> body, Expr most) {
        var x = new Variable("x");
        var from = new Variable("L");
        var deviation = Expr.of(s).sqrt();
        var likelihoods = likelihoods(x, Expr.of(s));
        var density = Diffused.normal(x.over(deviation)).over(deviation).times(sum(likelihoods, false, j -> Expr.ONE));
        var tail = from.minus(Expr.of(law.radius())).over(deviation).normalTail().times(2).times(most);
        return ImproperIntegral.of(density.times(body.apply(x, likelihoods)), x, new TailBound(tail, from, law.radius()));
    }

    private Expr integrateScore() {
        Function<Integer, Expr> point = j -> Expr.of(law.points().get(j));
        return mean(t, (x, likelihoods) -> posterior(likelihoods, true, point).minus(posterior(likelihoods, false, point)).over(Expr.of(t)).square(),
            Expr.of(law.radius()).times(2).over(Expr.of(t)).square());
    }

    /** hat p_s/p_s is the posterior mean of h. */
    private Expr factor(List<Expr> likelihoods) {
        return sum(likelihoods, true, j -> Expr.ONE).over(sum(likelihoods, false, j -> Expr.ONE));
    }

    private Expr ratioError() {
        return factor(likelihoods(Expr.of(at), Expr.of(t))).minus(Expr.ONE).abs();
    }

    /** E_p log(p_s/hat p_s) plus the logarithm of the mass of the estimate. */
    private Expr divergence(Rational s) {
        var mass = IntStream.range(0, law.size()).mapToObj(j -> weight(j, true)).reduce(Rational.ZERO, Rational::plus);
        var most = Expr.of(Rational.ONE.plus(rho()).over(Rational.ONE.minus(rho()))).log();
        return mean(s, (x, likelihoods) -> Expr.of(mass).over(factor(likelihoods)).log(), most);
    }

    /**
     * The sampler with the score of the estimate is the time reversal of X_0 + Brownian motion with X_0 from the (normalized) estimate: given X_T = x it ends, at time t,
     * at N(x_j + (t/T)(x - x_j), t (T - t)/T) with the posterior probability of x_j. This is the probability that it ends beyond y.
     */
    private Expr beyond(Expr x, List<Expr> likelihoods) {
        var spread = Expr.of(t.times(largest.minus(t)).over(largest)).sqrt();
        var share = Expr.of(t.over(largest));
        return posterior(likelihoods, true, j -> {
            var point = Expr.of(law.points().get(j));
            return Expr.of(at).minus(point).minus(share.times(x.minus(point))).over(spread).normalTail();
        });
    }

    /** The sampler starts at N(0, T). */
    private Expr outputGap() {
        var x = new Variable("x");
        var beyond = beyond(x, likelihoods(x, Expr.of(largest)));
        var deviation = Expr.of(largest).sqrt();
        var from = new Variable("L");
        var sampled = ImproperIntegral.of(Diffused.normal(x.over(deviation)).over(deviation).times(beyond), x,
            new TailBound(from.over(deviation).normalTail().times(2), from, Rational.ZERO));
        return sampled.minus(halfLine(false)).abs();
    }

    /** The probability of (y, infinity) at time t under the law, or the mass that the estimate has there. */
    private Expr halfLine(boolean estimated) {
        return law.sum(j -> Expr.of(weight(j, estimated)).times(Expr.of(at.minus(law.points().get(j))).over(Expr.of(t).sqrt()).normalTail()));
    }

    /** The kernel of the sampler applied to the estimate at T in place of the prior; p_T is at least hat p_T/2 as h is below 2. */
    private Expr reversed() {
        return mean(largest, (x, likelihoods) -> factor(likelihoods).times(beyond(x, likelihoods)), Expr.TWO);
    }

    /** rho up to 1/2; t from 1/10 to 4, T up to 16 times as large. */
    static AtomPair draw(Draw draw) {
        var law = Atoms.draw(draw);
        var factors = draw.list(law.size(), d -> Rational.of(10L + d.integer(-5, 5), 10));
        if (factors.stream().allMatch(Rational.ONE::equals)) {
            factors = IntStream.range(0, law.size()).mapToObj(j -> Rational.of(j == 0 ? 11 : 10, 10)).toList();
        }
        var t = Rational.of(draw.integer(1, 8), draw.integer(1, 5));
        return of(law, factors, t, t.times(Rational.of(draw.integer(2, 16))), Rational.of(draw.integer(-8, 8), 4));
    }
}
