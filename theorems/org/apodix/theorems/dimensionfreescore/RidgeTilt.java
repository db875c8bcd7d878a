package org.apodix.theorems.dimensionfreescore;

import java.util.function.Function;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.ImproperIntegral;
import org.apodix.expression.TailBound;
import org.apodix.expression.Variable;

/**
 * The tilt f(x) = h(theta.x) of the standard Gaussian in d dimensions at a forward time, and the integrals over p_t of which the errors of the
 * Monte-Carlo estimators are made. The density of theta.X_t is F phi/Z; orthogonally to theta everything is Gaussian, so that every integral is one over the line.
 */
final class RidgeTilt {

    static final Variable X = new Variable("x");
    private static final Variable L = new Variable("L");
    /** Bits of the integrals that claims compare, and of those whose equality they state. */
    private static final int COMPARED = 20;
    private static final int EQUAL = 112;

    private final Profile profile;
    private final int dimension;
    private final ForwardTime time;
    private Expr normalizer;
    private Expr chiSquare;
    private Expr lineVariance;
    private Expr sech2;
    private Expr sech4;
    private final Averages compared;
    private final Averages equal;
    private final boolean measured;

    /** A tilt; a dimension below 1 is rejected. */
    RidgeTilt(Profile profile, int dimension, ForwardTime time) {
        this(profile, dimension, time, false);
    }

    private RidgeTilt(Profile profile, int dimension, ForwardTime time, boolean measured) {
        if (dimension < 1) {
            throw new IllegalArgumentException("dimension " + dimension + ": it is 1 or more");
        }
        this.profile = profile;
        this.dimension = dimension;
        this.time = time;
        this.compared = new Averages(this, COMPARED, profile.isBoundedBelow());
        this.equal = new Averages(this, EQUAL, false);
        this.measured = measured;
    }

    /** The same tilt, whose sums over the line are {@link Measured}: for what is drawn. */
    RidgeTilt measured() {
        return new RidgeTilt(profile, dimension, time, true);
    }

    boolean isMeasured() {
        return measured;
    }

    Profile profile() {
        return profile;
    }

    /** d. */
    int dimension() {
        return dimension;
    }

    ForwardTime time() {
        return time;
    }

    /** The integrals that inequalities compare: {@value #COMPARED} bits. */
    Averages compared() {
        return compared;
    }

    /** The integrals of which an equality is stated: {@value #EQUAL} bits. */
    Averages equal() {
        return equal;
    }

    /** kappa = sigma C. */
    Expr kappa() {
        return time.noise().times(Expr.of(profile.lipschitz()));
    }

    /** kappa^2, an exact rational. */
    Rational kappaSquared() {
        return profile.lipschitz().pow(2).times(time.variance());
    }

    /** Z. */
    synchronized Expr normalizer() {
        normalizer = normalizer == null ? profile.normalizer() : normalizer;
        return normalizer;
    }

    /** m_2 = E_{p_0}|X|^2. */
    Expr secondMoment() {
        return profile.secondMoment().plus(Expr.of(dimension - 1L));
    }

    /** The moments at the number x = theta.x. */
    Moments at(Expr x) {
        return profile.at(time, x);
    }

    /**
     * int g p_t dx for g a function of the moments at theta.x.
     *
     * @param most an upper bound of |g|
     * @param size of the product g F as a function of the moments that are not normalized
     */
    Expr average(Function<Moments, Expr> g, Expr most, Size size) {
        if (profile.isConstant()) {
            return g.apply(profile.at(time, Expr.ZERO)); // p_t is Gaussian and the moments do not depend on x
        }
        var moments = profile.under(time, X, size);
        var body = g.apply(moments).times(moments.density()).times(Gauss.density(X));
        var error = profile.error();
        var tail = profile.tail(time, L).times(most).plus(error.times(L.normalTail()).times(2));
        var integral = ImproperIntegral.of(body, X, new TailBound(tail, L, profile.tailFrom(time)));
        return integral.plus(Expr.between(Rational.of(-1), Rational.ONE).times(error)).over(normalizer());
    }

    /** E_{p_t} r^2; |r| <= kappa. */
    Expr meanSquare() {
        return average(m -> m.mean().square(), Expr.of(kappaSquared()), Size.of(1, 2, 1, 1));
    }

    /** J = int |v_t|^2 p_t. */
    Expr fisher() {
        if (profile instanceof TwoModes modes) {
            return Expr.of(modes.tailFrom(time).pow(2)).times(Expr.ONE.minus(sech2()));
        }
        return meanSquare().times(Expr.of(time.a().pow(2).over(time.variance())));
    }

    /** An upper bound of rho: e^{kappa^2}. */
    Expr rhoBound() {
        return Expr.of(kappaSquared()).exp();
    }

    /** S_2 of two modes. */
    synchronized Expr sech2() {
        sech2 = sech2 == null ? ((TwoModes) profile).sech(2, time) : sech2;
        return sech2;
    }

    /** S_4 of two modes. */
    synchronized Expr sech4() {
        sech4 = sech4 == null ? ((TwoModes) profile).sech(4, time) : sech4;
        return sech4;
    }

    /** K = int rho p_t. */
    synchronized Expr chiSquare() {
        chiSquare = chiSquare == null ? computedChiSquare() : chiSquare;
        return chiSquare;
    }

    private Expr computedChiSquare() {
        if (profile instanceof TwoModes modes) {
            var s = modes.spread(time);
            return Expr.of(s).exp().minus(TwoModes.sinh(s).times(sech2()));
        }
        return average(Moments::rho, rhoBound(), Size.of(1, 1, 1, 2));
    }

    /** int V_1 p_t; V_1 <= rho (1 + 3 kappa)^2. */
    synchronized Expr lineVariance() {
        lineVariance = lineVariance == null ? computedLineVariance() : lineVariance;
        return lineVariance;
    }

    private Expr computedLineVariance() {
        if (profile instanceof TwoModes modes) {
            return modesVariance(modes);
        }
        var most = rhoBound().times(Expr.ONE.plus(kappa().times(3)).square());
        return average(Moments::steinVariance, most, Size.of(4, 3, 3, 2));
    }

    /** e^s (1 + s) + (s e^s - (1 + s) sinh s) S_2 + s sinh(s) S_4. */
    private Expr modesVariance(TwoModes modes) {
        var s = Expr.of(modes.spread(time));
        var sinh = TwoModes.sinh(modes.spread(time));
        var first = s.exp().times(Expr.ONE.plus(s));
        var second = s.times(s.exp()).minus(Expr.ONE.plus(s).times(sinh)).times(sech2());
        return first.plus(second).plus(s.times(sinh).times(sech4()));
    }

    /** int V p_t, V = V_1 + (d - 1) rho: the leading constant of the Stein estimator. */
    Expr variance() {
        return dimension == 1 ? lineVariance() : lineVariance().plus(chiSquare().times(dimension - 1L));
    }

    /** int V' p_t: the leading constant of the gradient estimator; V' <= 4 C^2 rho. */
    Expr gradientVariance() {
        if (profile instanceof TwoModes modes) {
            return Expr.of(modes.m().pow(2)).times(TwoModes.sinh(modes.spread(time))).times(sech4());
        }
        var most = rhoBound().times(Expr.of(profile.lipschitz().pow(2).times(Rational.of(4))));
        return average(Moments::gradientVariance, most, Size.of(4, 3, 3, 2));
    }
}
