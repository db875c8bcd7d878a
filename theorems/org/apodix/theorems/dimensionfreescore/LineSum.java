package org.apodix.theorems.dimensionfreescore;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apodix.enclosure.DyadicArithmetic;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.IndexedSum;
import org.apodix.expression.Tape;
import org.apodix.expression.Variable;

/**
 * Integrals over p_t by one trapezoid sum, with the error bound of a strip that is the same for all integrands: what claims compare on hundreds of
 * instances. (What {@code evaluate} prints comes from {@link RidgeTilt#average}, which derives its strip; tests compare the two.)
 *
 * <p><b>Strip.</b> The bounds N are those of any Lipschitz tilt; where e^h is entire, a greater strip is known, in which they grow ({@link Strip}). With theta = a eta/sigma, a moment at x + i eta is e^{theta^2/2} E[(u - i theta)^p e^{i theta u} e^{kh}], by the shift of the Gaussian density.
 * So F(x + i eta) = e^{theta^2/2} F(x) E_W e^{i theta U}, of size at least e^{theta^2/2} F(x) (1 - theta^2 Var(U)/2) >= e^{theta^2/2} F(x)/2 for theta (1 + kappa) <= 1, as the standard
 * deviation of U is at most 1 + kappa (R3(d)). In the strip |eta| <= k, k = min(1, sigma/(a (1 + kappa))), an integrand that is a sum of products of moments over
 * powers of F times phi is therefore holomorphic, and at most a number N times p_t(x): each moment brings e^{theta^2/2} mu_k (||u||_p + k kappa + theta)^p F^k, each division by F a factor
 * 2 e^{-theta^2/2}, and phi a factor e^{eta^2/2}. Then the sum h sum_n I(nh) is off by at most 2N/(e^{2 pi k/h} - 1).
 *
 * <p><b>Cut.</b> Beyond |x| = L the densities that bound p_t decrease, so that the terms left out are at most the bound of the integral beyond.
 */
final class LineSum {

    static final Variable X = new Variable("x");
    /** Steps and cuts are multiples of 2^-12. */
    private static final Rational GRID = Rational.of(1 << 12);
    private static final int BOUND_BITS = 64;
    /** Bits of the remainders of moments beyond those of the integral. */
    private static final int GUARD = 40;

    private final RidgeTilt tilt;
    private final Rational strip;
    private final Expr growth;
    private final Rational step;
    private final Rational cut;
    private final List<List<Rational>> rows;
    private final Moments moments;

    /**
     * A rule whose error terms are about 2^-bits for bounds N of that size.
     *
     * @param size about the largest bound N of the integrands, as of any Lipschitz tilt
     */
    LineSum(RidgeTilt tilt, int bits, Expr size) {
        this(tilt, bits, size, Strip.of(tilt));
    }

    /** With a strip in which the caller proves the bounds N. */
    LineSum(RidgeTilt tilt, int bits, Expr size, Expr height) {
        this(tilt, bits, size, new Strip(height, Expr.ONE));
    }

    private LineSum(RidgeTilt tilt, int bits, Expr size, Strip strip) {
        this.tilt = tilt;
        this.strip = rounded(strip.height(), false);
        this.growth = strip.growth();
        int total = bits + length(size.times(growth));
        // e^{2 pi k/h} >= 2^{9 k/h}
        this.step = grid(this.strip.times(Rational.of(9, total)), Rational.ONE).max(GRID.inverse());
        // phi(L) is below 2^-n for L^2 >= 1.4 n; on the line the integrands do not grow
        var root = rounded(Expr.of(Rational.of(14L * (bits + length(size)), 10)).sqrt(), true);
        this.cut = grid(root.plus(tilt.profile().weightFrom(tilt.time())), step).plus(step);
        this.rows = rows();
        this.moments = tilt.profile().sampled(tilt.time(), X, bits + GUARD);
    }

    private static int length(Expr size) {
        return Math.max(1, rounded(size, true).numerator().bitLength());
    }

    static Rational rounded(Expr value, boolean up) {
        var set = Tape.of(List.of(value)).evaluate(new DyadicArithmetic(BOUND_BITS)).get(0);
        return (up ? set.upper() : set.lower()).toRational();
    }

    /** The greatest multiple of unit/2^12 below the value for unit 1, else of the unit. */
    private static Rational grid(Rational value, Rational unit) {
        var scale = unit.equals(Rational.ONE) ? GRID.inverse() : unit;
        return Rational.of(value.over(scale).floor()).times(scale);
    }

    private List<List<Rational>> rows() {
        int points = cut.over(step).floor().intValueExact();
        var all = new ArrayList<List<Rational>>();
        for (int n = -points; n <= points; n++) {
            all.add(List.of(step.times(Rational.of(n))));
        }
        return List.copyOf(all);
    }

    /**
     * int g p_t.
     *
     * @param most  a bound of |g| on the line
     * @param bound N, a bound of the integrand in the strip relative to p_t
     */
    Expr average(Function<Moments, Expr> g, Expr most, Expr bound) {
        var left = tilt.profile().tail(tilt.time(), Expr.of(cut)).times(most);
        return kept(sum(g, left, bound.times(tilt.normalizer())).over(tilt.normalizer()));
    }

    /** int g (F e^-m)^2 p_t, m = inf f, with bounds relative to (F e^-m)^2 p_t. */
    Expr weighted(Function<Moments, Expr> g, Expr most, Expr bound) {
        var scale = tilt.profile().infimum().times(-2).exp();
        var left = tilt.profile().weightTail(tilt.time(), Expr.of(cut)).times(most);
        var strip = bound.times(tilt.profile().weightMass(tilt.time())).times(tilt.normalizer());
        return kept(sum(m -> g.apply(m).times(m.density().square()).times(scale), left, strip).over(tilt.normalizer()));
    }

    private Expr kept(Expr integral) {
        return tilt.isMeasured() ? Measured.of(integral) : integral;
    }

    private Expr sum(Function<Moments, Expr> g, Expr left, Expr bound) {
        var body = g.apply(moments).times(moments.density()).times(Gauss.density(X));
        var sum = IndexedSum.of(body, List.of(X), rows).times(Expr.of(step));
        var exponent = Expr.PI.times(Expr.of(strip.over(step))).times(2);
        var error = bound.times(growth).times(2).over(exponent.expm1());
        return sum.plus(Expr.between(Rational.of(-1), Rational.ONE).times(error.plus(left)));
    }
}
