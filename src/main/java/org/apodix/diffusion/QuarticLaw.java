package org.apodix.diffusion;

import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/**
 * The law with density (15/16)(1 - c^2)^2 on [-1, 1]: bounded support, and yet finite relative Fisher information, because p'^2/p = 15 c^2 there.
 *
 * <p>At time t, with s^2 = 1 - a^2 and u_n = int_{-1}^1 c^n N(x; ac, s^2) dc: p = (15/16)(u_0 - 2u_2 + u_4), and by parts, as the density vanishes at the ends,
 * p' = (1/a) int rho'(c) N(x; ac, s^2) dc = -(15/4a)(u_1 - u_3). By parts too, x u_n - a u_{n+1} = (s^2/a)(B_n - n u_{n-1}) with
 * B_n = N(x; a, s^2) - (-1)^n N(x; -a, s^2).
 */
public final class QuarticLaw extends ConvolvedLaw {

    @Override
    public Rational mean() {
        return Rational.ZERO;
    }

    @Override
    public Rational variance() {
        return Rational.of(1, 7);
    }

    @Override
    public boolean hasFiniteFisher() {
        return true;
    }

    @Override
    Expr bound() {
        return Expr.ONE;
    }

    @Override
    Expr kernel() {
        return Expr.ZERO;
    }

    @Override
    Rational middle() {
        return Rational.ZERO;
    }

    @Override
    Rational radius() {
        return Rational.ONE;
    }

    @Override
    boolean isSymmetric() {
        return true;
    }

    /** At time 0: log(15/16) + 2 E log(1 - c^2) + 1/14 + log(2 pi)/2, where (1 + c)/2 has the law Beta(3, 3) and E log of it is -(1/3 + 1/4 + 1/5). */
    @Override
    public Expr entropy(NoiseLevel level) {
        if (!level.isNone()) {
            return super.entropy(level);
        }
        return Expr.of(15, 16).log().plus(Expr.of(4).log().minus(Expr.of(47, 30)).times(2)).plus(Expr.of(1, 14)).plus(Expr.PI.times(2).log().over(2));
    }

    /** At time 0: int p'^2/p + 2 int c p' + int c^2 p = 10 - 2 + 1/7. */
    @Override
    public Expr fisher(NoiseLevel level) {
        return level.isNone() ? Expr.of(57, 7) : super.fisher(level);
    }

    @Override
    public Point at(NoiseLevel level, Expr x) {
        var a = level.signal();
        var scale = level.noise().sqrt();
        var near = x.minus(a).over(scale);
        var far = x.plus(a).over(scale);
        var right = normalDensity(near).over(scale);
        var left = normalDensity(far).over(scale);
        var ratio = level.noise().over(a);
        var u0 = near.normalTail().minus(far.normalTail()).over(a);
        var u1 = x.times(u0).minus(ratio.times(right.minus(left))).over(a);
        var u2 = x.times(u1).minus(ratio.times(right.plus(left).minus(u0))).over(a);
        var u3 = x.times(u2).minus(ratio.times(right.minus(left).minus(u1.times(2)))).over(a);
        var u4 = x.times(u3).minus(ratio.times(right.plus(left).minus(u2.times(3)))).over(a);
        var density = u0.minus(u2.times(2)).plus(u4).times(Expr.of(15, 16));
        var score = x.minus(u1.minus(u3).times(Expr.of(15, 4)).over(a.times(density)));
        var logRatio = density.log().plus(x.square().over(2)).plus(Expr.PI.times(2).log().over(2));
        return new Point(density, score, logRatio);
    }
}
