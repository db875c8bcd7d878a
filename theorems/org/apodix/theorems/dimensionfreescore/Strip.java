package org.apodix.theorems.dimensionfreescore;

import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/**
 * A strip |Im x| <= k in which the moments of a tilt are holomorphic and F has no zero, and by how much the bounds of {@link LineSum} grow in it.
 *
 * <p><b>Of any Lipschitz tilt</b>: k = min(1, sigma/(a (1 + kappa))), see {@link LineSum}; no growth.
 *
 * <p><b>Of an entire weight e^h.</b> Let h(z + i zeta) have |Im h| <= pi/3 (so that a mean of weights is at least half as large as the mean of their sizes), |Re h(z + i zeta) - h(z)| <= beta and
 * |h'(z + i zeta)| <= s C, s >= 1, for |zeta| <= ak. Then at x + i eta a moment E[u^p h'^q e^{jh}] is at most e^{j beta} (sC)^q times the bound E|u|^p e^{jh} of the real line, and
 * |F(x + i eta)| >= e^{-beta} F(x)/2: a division by F brings 2 e^beta, a product with it e^beta, and phi at most e^{k^2/2}. The bounds N of {@link Averages} have the factors 2; their integrands times the
 * powers of F that belong to them are products of moments with j = j_1, ..., j_r, over F to a power of at most j_1 + ... + j_r <= 8 or times F to a power of at most 3, with q_1 + ... + q_r <= 4. So
 * the growth is at most e^{16 beta} s^4 e^{k^2/2}.
 * <ul>
 * <li>MIX: e^h is proportional to p e^{mz} + (1 - p) e^{-mz}, whose terms turn by at most m a k, which k = pi/(3am) makes pi/3: beta = 0, by the parallelogram that the two terms span; no growth of
 * e^h but Re e^{h(z + i zeta)} >= e^{h(z)}/2. |tanh|^2 <= 3 there, as in {@link NodeError}: s^2 = 3.
 * <li>COS: h(z + i zeta) = c cos(v) cosh(omega zeta) - i c sin(v) sinh(omega zeta). With sinh(omega a k) = S := min(1/|c|, 4), |Im h| <= 1 < pi/3, and beta = |c| (sqrt(1 + S^2) - 1),
 * s = sqrt(1 + S^2).
 * </ul>
 * The greater strip is taken, k at most 4: phi grows.
 *
 * @param height k
 * @param growth at least 1
 */
record Strip(Expr height, Expr growth) {

    private static final Rational MOST = Rational.of(4);

    static Strip of(RidgeTilt tilt) {
        var lipschitz = new Strip(lipschitz(tilt), Expr.ONE);
        var entire = entire(tilt);
        return entire == null || LineSum.rounded(entire.height, false).compareTo(LineSum.rounded(lipschitz.height, false)) <= 0 ? lipschitz : entire;
    }

    private static Expr lipschitz(RidgeTilt tilt) {
        var one = Expr.ONE.plus(tilt.kappa());
        return tilt.time().noise().over(one).over(tilt.time().signal()).min(Expr.ONE);
    }

    private static Strip entire(RidgeTilt tilt) {
        if (tilt.profile() instanceof TwoModes modes) {
            var height = Expr.PI.over(Expr.of(modes.tailFrom(tilt.time()).times(Rational.of(3)))).min(Expr.of(MOST));
            return new Strip(height, Expr.of(9).times(phi(height)));
        }
        if (tilt.profile() instanceof Cosine cosine && !cosine.isConstant()) {
            var sinh = cosine.c().abs().inverse().min(MOST);
            var cosh = Expr.of(Rational.ONE.plus(sinh.pow(2))).sqrt();
            var asinh = Expr.of(sinh).plus(cosh).log();
            var height = asinh.over(Expr.of(cosine.omega().times(tilt.time().a()))).min(Expr.of(MOST));
            var beta = Expr.of(cosine.c().abs()).times(cosh.minus(Expr.ONE));
            return new Strip(height, beta.times(16).exp().times(cosh.pow(4)).times(phi(height)));
        }
        return null;
    }

    private static Expr phi(Expr height) {
        return height.square().over(2).exp();
    }
}
