package org.apodix.theorems.dimensionfreescore;

import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.StripBound;
import org.apodix.expression.StripIntegral;
import org.apodix.expression.Variable;

/**
 * Integrals over the law p N(m, 1) + (1 - p) N(-m, 1) of two modes, with strips proved by hand. That law at a forward time is one of the same kind with a m in place of m, so that
 * these are the quantities at all times.
 *
 * <p>With z = mx + b, b = log(p/(1 - p))/2, the density is 2 sqrt(p (1 - p)) e^{-m^2/2} cosh(z) phi(x), and |cosh(X + iY)| >= cos(Y) cosh(X) for |Y| < pi/2.
 */
final class ModesLine {

    private static final Variable X = new Variable("x");
    private static final Variable K = new Variable("k");
    private static final Variable L = new Variable("L");

    private final TwoModes modes;
    private final Expr m;

    ModesLine(TwoModes modes) {
        this.modes = modes;
        this.m = Expr.of(modes.m());
    }

    /** The line at the signal a of a forward time, a > 0. */
    static ModesLine at(TwoModes modes, Rational a) {
        return new ModesLine(new TwoModes(modes.m().times(a), modes.p()));
    }

    private boolean isEven() {
        return modes.p().equals(Rational.of(1, 2));
    }

    private Expr angle() {
        return X.times(m).plus(modes.offset());
    }

    /**
     * E sech^k(z): 2 sqrt(p (1 - p)) e^{-m^2/2} times the integral of cosh^{1-k}(z) phi, which is at most cos(m eta)^{1-k} e^{eta^2/2} phi at x + i eta and at most phi on the line.
     *
     * @param k at least 1
     */
    Expr sech(int k) {
        var z = angle();
        var cosh = z.exp().plus(z.negate().exp()).over(2);
        var body = Gauss.density(X).over(cosh.pow(k - 1));
        var most = K.square().over(2).exp().over(K.times(m).cos().pow(k - 1));
        var strip = new StripBound(Expr.PI.over(m.times(2)), most, K, L.normalTail().times(2), L, Expr.ZERO, isEven());
        return modes.balance().times(Expr.of(modes.m().pow(2)).over(-2).exp()).times(StripIntegral.of(body, X, strip));
    }

    /** J relative to the standard Gaussian: m^2 (1 - S_2). */
    Expr fisher() {
        return Expr.of(modes.m().pow(2)).times(Expr.ONE.minus(sech(2)));
    }

    /**
     * KL relative to the standard Gaussian: the integral of h e^h phi, h = log(2 sqrt(p (1 - p))) + log cosh z - m^2/2. For |Im z| <= pi/3, |log cosh z| <= |Re z| + log 2 + pi/3,
     * so that |h| <= m |Re x| + c_0, and |e^h phi| <= e^{eta^2/2} times the density, under which E|x| <= sqrt(1 + m^2). Beyond |x| = L >= m + 1 the integrand is at most
     * (m y + m^2 + c_0) phi(y), y = |x| - m, which decreases for y >= 1.
     */
    Expr divergence() {
        var h = modes.value(X);
        var body = h.times(modes.at(ForwardTime.START, X).density()).times(Gauss.density(X));
        var c0 = modes.offset().abs().plus(Expr.TWO.log()).plus(Expr.PI.over(3)).plus(modes.balance().log().abs()).plus(Expr.of(modes.m().pow(2)).over(2));
        var square = Expr.of(Rational.ONE.plus(modes.m().pow(2)));
        var most = m.times(square.sqrt()).plus(c0).times(K.square().over(2).exp());
        var beyond = L.minus(m);
        var tail = m.times(Gauss.density(beyond)).plus(m.square().plus(c0).times(beyond.normalTail())).times(2);
        var strip = new StripBound(Expr.PI.over(m.times(3)), most, K, tail, L, m.plus(Expr.ONE), isEven());
        return StripIntegral.of(body, X, strip);
    }
}
