package org.apodix.diffusion;

import java.util.function.Function;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.StripBound;
import org.apodix.expression.StripIntegral;
import org.apodix.expression.Variable;

/**
 * A bounded law convolved with a Gaussian: at time t, the law of a C + sqrt(v_t) G with c_- <= C <= c_+, |C| <= c and v_t = a^2 v + 1 - a^2. Write w for v_t,
 * M = a c, D = a (c_+ - c_-), m = a (c_- + c_+)/2, alpha = |1 - 1/w|, S^2 = E X_t^2.
 *
 * <p><b>The strip</b> (lemma S and section 6.2 of fisher-kl). N(x + iy; u, w) = N(x; u, w) e^{y^2/2w} e^{-iy(x - m)/w} e^{iy(u - m)/w}, and for a point u of the law of
 * aC the last phase is within D|y|/2w of 0. So for |y| < pi w/D
 * e^{y^2/2w} cos(yD/2w) p(x) <= |p(x + iy)| <= e^{y^2/2w} p(x): p has no zero there, and r and log f are holomorphic. For |y| <= k:
 * <ul>
 * <li>the posterior center is within D/(2 cos(kD/2w)) of m, so |r(x + iy)| <= alpha (|x| + k) + beta with beta = (|m| + D/(2 cos(kD/2w)))/w, and by
 * Minkowski's inequality the integral of |r^2 p| is at most e^{k^2/2w} (alpha S + alpha k + beta)^2; that of |(s z + o) r p| is at most
 * e^{k^2/2w} (alpha S + alpha k + beta)(|s| S + |s| k + |o|) by that of Cauchy and Schwarz.
 * <li>|log f(x + iy)| <= alpha x^2/2 + (M/w + k alpha)|x| + |log w|/2 + M^2/2w + k^2 alpha/2 + k (|m| + D/2)/w + log(1/cos(kD/2w)), and E|X| <= S.
 * </ul>
 *
 * <p><b>The tails.</b> For |x| = M + y, y >= 0, p(x) is at most N(y; 0, w), |r(x)| <= alpha |x| + M/w and
 * |log f(x)| <= alpha x^2/2 + M|x|/w + M^2/2w + |log w|/2. With (s + t)^2 <= 2s^2 + 2t^2 and y <= (1 + y^2)/2 both integrands are at most k_0 + k_2 y^2
 * times N(y; 0, w), which does not increase from y = sqrt(2w) on (the logarithmic derivative is at most 2/y - y/w) and whose integral is closed.
 */
abstract class ConvolvedLaw extends LineLaw {

    /** max|C|. */
    abstract Expr bound();

    /** v. */
    abstract Expr kernel();

    /** (c_- + c_+)/2. */
    abstract Rational middle();

    /** (c_+ - c_-)/2. */
    abstract Rational radius();

    /** Whether the law is symmetric, so that the integrands of entropy and information are even. */
    abstract boolean isSymmetric();

    /** v_t. */
    final Expr variance(NoiseLevel level) {
        return level.isNone() ? kernel() : level.signal().square().times(kernel()).plus(level.noise());
    }

    @Override
    public Expr fisher(NoiseLevel level) {
        var at = new Bounds(level);
        var tail = at.tail(at.alpha.times(at.m).plus(at.m.over(at.v)).square().times(2), at.alpha.square().times(2));
        return at.integral(isSymmetric(), p -> p.score().square().times(p.density()), at.scoreNorm().square(), tail);
    }

    @Override
    public Expr entropy(NoiseLevel level) {
        var at = new Bounds(level);
        var k0 = at.alpha.times(at.m.square()).plus(at.m.square().times(3).over(at.v.times(2))).plus(at.m.over(at.v.times(2))).plus(at.v.log().abs().over(2));
        return at.integral(isSymmetric(), p -> p.density().times(p.logRatio()), at.logNorm(), at.tail(k0, at.alpha.plus(at.m.over(at.v.times(2)))));
    }

    /** E[(slope X + offset) r(X)]. In the tails |s r| <= (s^2 + r^2)/2 with s^2 <= 2(|slope| M + |offset|)^2 + 2 slope^2 y^2. */
    public Expr product(NoiseLevel level, Expr slope, Expr offset) {
        var at = new Bounds(level);
        var k0 = at.alpha.times(at.m).plus(at.m.over(at.v)).square().plus(slope.abs().times(at.m).plus(offset.abs()).square());
        var norm = slope.abs().times(at.deviation.plus(at.k)).plus(offset.abs());
        return at.integral(false, p -> slope.times(at.x).plus(offset).times(p.score()).times(p.density()), at.scoreNorm().times(norm),
            at.tail(k0, at.alpha.square().plus(slope.square())));
    }

    /** The numbers of the proof at one level. */
    private final class Bounds {

        /** Far above every height that pays: it keeps the strip of a law with one center bounded. */
        private static final long MOST_HEIGHT = 64;

        private final Variable x = new Variable("x");
        private final Variable k = new Variable("k");
        private final Variable from = new Variable("L");
        private final NoiseLevel level;
        private final Expr v;
        private final Expr alpha;
        private final Expr m;
        private final Expr center;
        private final Expr half;
        /** S. */
        private final Expr deviation;

        Bounds(NoiseLevel level) {
            this.level = level;
            v = ConvolvedLaw.this.variance(level);
            alpha = Expr.ONE.minus(Expr.ONE.over(v)).abs();
            m = level.signal().times(bound());
            center = level.signal().times(Expr.of(middle())).abs();
            half = level.signal().times(Expr.of(radius()));
            deviation = level.signal().square().times(secondMoment()).plus(level.noise()).sqrt();
        }

        private Expr cosine() {
            return radius().isZero() ? Expr.ONE : k.times(half).over(v).cos();
        }

        /** alpha S + alpha k + beta. */
        Expr scoreNorm() {
            return alpha.times(deviation.plus(k)).plus(center.plus(half.over(cosine())).over(v));
        }

        /** E of the bound of |log f|. */
        Expr logNorm() {
            var constant = v.log().abs().over(2).plus(m.square().over(v.times(2))).plus(k.square().times(alpha).over(2))
                .plus(k.times(center.plus(half)).over(v)).minus(cosine().log());
            return alpha.over(2).times(deviation.square()).plus(m.over(v).plus(k.times(alpha)).times(deviation)).plus(constant);
        }

        /** Both tails of k_0 + k_2 y^2 against N(0, w), y from L - M on. */
        Expr tail(Expr k0, Expr k2) {
            var z = from.minus(m).over(v.sqrt());
            return k0.times(tailMoment(0, z)).plus(k2.times(v).times(tailMoment(2, z))).times(2);
        }

        Expr integral(boolean even, Function<Point, Expr> body, Expr norm, Expr tail) {
            var scale = v.sqrt();
            var most = scale.times(MOST_HEIGHT);
            var limit = radius().isZero() ? most : Expr.PI.times(v).over(half.times(2)).min(most);
            var strip = new StripBound(limit, k.square().over(v.times(2)).exp().times(norm), k, tail, from, m.plus(scale.times(Expr.TWO.sqrt())), even);
            return StripIntegral.of(body.apply(at(level, x)), x, strip);
        }
    }
}
