package org.apodix.theorems.dimensionfreescore;

import java.util.ArrayList;
import java.util.List;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.StripBound;
import org.apodix.expression.StripIntegral;
import org.apodix.expression.Variable;

/**
 * The chain of R11(c) for a Lipschitz ridge tilt and the exact score, on the times a_j = q^j, j = 0, ..., K; nothing depends on the dimension.
 *
 * <p>Each expression is built once, so that all quantities share their integrals.
 */
final class RidgeChain {

    private static final Variable X = new Variable("x");
    private static final Variable HEIGHT = new Variable("k");
    private static final Variable L = new Variable("L");

    private final Profile profile;
    private final Rational q;
    private final int steps;
    private final List<Expr> fisher = new ArrayList<>();
    private Expr start;
    private Expr end;

    /**
     * A chain.
     *
     * @param profile COS, MIX or LIN; another one is rejected
     * @param q       in (0, 1)
     * @param steps   K, at least 1
     */
    RidgeChain(Profile profile, Rational q, int steps) {
        if (profile instanceof PiecewiseLinear || q.signum() <= 0 || q.compareTo(Rational.ONE) >= 0 || steps < 1) {
            throw new IllegalArgumentException("a chain of " + steps + " steps of the factor " + q + " for " + profile
                + ": there are one or more, the factor lies strictly between 0 and 1, and the tilt is COS, MIX or LIN");
        }
        this.profile = profile;
        this.q = q;
        this.steps = steps;
    }

    Profile profile() {
        return profile;
    }

    Rational q() {
        return q;
    }

    /** K. */
    int steps() {
        return steps;
    }

    /** J at t_j. */
    synchronized Expr fisher(int j) {
        while (fisher.size() <= j) {
            fisher.add(computedFisher(fisher.size()));
        }
        return fisher.get(j);
    }

    private Expr computedFisher(int j) {
        var signal = q.pow(j);
        if (profile instanceof LinearProfile linear) {
            return Expr.of(linear.b().times(signal).pow(2));
        }
        if (profile instanceof TwoModes modes) {
            return ModesLine.at(modes, signal).fisher();
        }
        if (profile.isConstant()) {
            return Expr.ZERO;
        }
        // at time 0 the score is h' itself
        return j == 0 ? profile.at(ForwardTime.NOISE, Expr.ZERO).slopes(2, 1) : new RidgeTilt(profile, 1, new ForwardTime(signal)).equal().fisher();
    }

    /** Whether the law at every time is of the same kind, so that its divergence is known. */
    boolean isClosed() {
        return !(profile instanceof Cosine);
    }

    /** KL(p_0 | gamma). */
    synchronized Expr divergence() {
        start = start == null ? profile instanceof Cosine cosine ? divergence(cosine) : divergence(Rational.ONE) : start;
        return start;
    }

    /** KL(p_T | gamma), T = Kh; only where {@link #isClosed}. */
    synchronized Expr lastDivergence() {
        end = end == null ? divergence(q.pow(steps)) : end;
        return end;
    }

    private Expr divergence(Rational signal) {
        if (profile instanceof LinearProfile linear) {
            return Expr.of(linear.b().times(signal).pow(2).over(Rational.TWO));
        }
        return ModesLine.at((TwoModes) profile, signal).divergence();
    }

    /** The integral of h e^h phi/Z less log Z. At x + ik, |h| <= |c| cosh(omega k) =: H and |e^h| <= e^H. */
    private static Expr divergence(Cosine cosine) {
        if (cosine.isConstant()) {
            return Expr.ZERO;
        }
        var size = Expr.of(cosine.c().abs());
        var growth = HEIGHT.times(Expr.of(cosine.omega()));
        var height = size.times(growth.exp().plus(growth.negate().exp())).over(2);
        var most = height.times(height.exp()).times(HEIGHT.square().over(2).exp());
        var tail = size.times(size.exp()).times(L.normalTail()).times(2);
        var strip = new StripBound(Expr.of(Rational.of(8).over(cosine.omega())), most, HEIGHT, tail, L, Expr.ZERO, false);
        var h = cosine.value(X);
        return StripIntegral.of(h.times(h.exp()).times(Gauss.density(X)), X, strip).over(cosine.normalizer()).minus(cosine.normalizer().log());
    }

    /** sum_j J_j, j = 1, ..., K. */
    Expr fisherSum() {
        var terms = new ArrayList<Expr>();
        for (int j = 1; j <= steps; j++) {
            terms.add(fisher(j));
        }
        return Expr.sum(terms);
    }

    /** KL_path = KL(p_0 | gamma) - (1/q^2 - 1) sum_j J_j/2. */
    Expr path() {
        return divergence().minus(fisherSum().times(Expr.of(q.pow(2).inverse().minus(Rational.ONE).over(Rational.TWO))));
    }

    /** 1 - q^2. */
    Rational noise() {
        return Rational.ONE.minus(q.pow(2));
    }

    /** C^2 (q^{2K} + 1 - q^2)/2. */
    Rational simpleBound() {
        return profile.lipschitz().pow(2).times(q.pow(2 * steps).plus(noise())).over(Rational.TWO);
    }
}
