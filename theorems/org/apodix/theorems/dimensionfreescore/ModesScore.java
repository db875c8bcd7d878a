package org.apodix.theorems.dimensionfreescore;

import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.StripBound;
import org.apodix.expression.StripIntegral;
import org.apodix.expression.Variable;

/**
 * Data of two modes at +-m theta in d dimensions and the score psi(x) = -cx + beta theta at a forward time.
 *
 * @param slope c
 * @param shift beta
 */
record ModesScore(TwoModes modes, Rational slope, Rational shift, int dimension, ForwardTime time) {

    private static final Variable X = new Variable("x");
    private static final Variable K = new Variable("k");
    private static final Variable L = new Variable("L");

    ModesScore {
        if (dimension < 1) {
            throw new IllegalArgumentException("dimension " + dimension + ": it is 1 or more");
        }
    }

    private Expr am() {
        return Expr.of(modes.m().times(time.a()));
    }

    /** E|psi(X_t) + eps/sigma|^2 from the moments of X_0 and eps: E|X_0|^2 = d + m^2, E X_0 = (2p - 1) m theta. */
    Expr denoisingLoss() {
        var data = Rational.of(dimension).plus(modes.m().pow(2)).times(slope.times(time.a()).pow(2));
        var mean = modes.p().times(Rational.TWO).minus(Rational.ONE).times(modes.m());
        var cross = slope.times(shift).times(time.a()).times(mean).times(Rational.TWO);
        var noise = time.noise();
        var part = Expr.ONE.over(noise).minus(noise.times(Expr.of(slope))).square().times(dimension);
        return part.plus(Expr.of(data.plus(shift.pow(2)).minus(cross)));
    }

    /** |psi - s|^2 + d/sigma^2 - |s|^2 in L^2(p_t): along theta by quadrature, orthogonally s(x) = -x. */
    Expr rightSide() {
        var across = Rational.ONE.minus(slope).pow(2).minus(Rational.ONE).times(Rational.of(dimension - 1L));
        var noise = Rational.of(dimension).over(time.variance());
        return square(Rational.ONE.minus(slope), shift).minus(square(Rational.ONE, Rational.ZERO)).plus(Expr.of(across.plus(noise)));
    }

    /** The same without 1/sigma^2. */
    Expr wrongSide() {
        return rightSide().minus(Expr.of(Rational.of(dimension).over(time.variance()))).plus(Expr.of(dimension));
    }

    /**
     * int (lx + b - v)^2 p_t along theta, v = am tanh(z), which is the square of the distance to the score -x + v. For |Im x| = k <= pi/(3am), |tanh z|^2 <= 3, so that with
     * B = |b| + sqrt(3) am the integrand is at most 2 (l^2 |x|^2 + B^2) e^{k^2/2} p_t. With y = |x| - am it is on the line at most (4 l^2 (y^2 + a^2 m^2) + 2 B^2) phi(y), which decreases for y >= 2.
     */
    private Expr square(Rational l, Rational b) {
        var line = new TwoModes(modes.m().times(time.a()), modes.p());
        var v = am().times(X.times(am()).plus(line.offset()).tanh());
        var body = X.times(Expr.of(l)).plus(Expr.of(b)).minus(v).square().times(line.at(ForwardTime.START, X).density()).times(Gauss.density(X));
        var size = Expr.of(b.abs()).plus(am().times(Expr.of(3).sqrt())).square();
        var l2 = Expr.of(l.pow(2));
        var most = l2.times(Expr.ONE.plus(am().square()).plus(K.square())).plus(size).times(2).times(K.square().over(2).exp());
        var y = L.minus(am());
        var second = y.times(Gauss.density(y)).plus(y.normalTail());
        var tail = l2.times(4).times(second.plus(am().square().times(y.normalTail()))).plus(size.times(2).times(y.normalTail())).times(2);
        return StripIntegral.of(body, X, new StripBound(Expr.PI.over(am().times(3)), most, K, tail, L, am().plus(Expr.TWO), false));
    }
}
