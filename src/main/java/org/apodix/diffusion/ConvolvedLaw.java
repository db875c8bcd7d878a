package org.apodix.diffusion;

import java.util.function.Function;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Integral;
import org.apodix.expression.Variable;

/**
 * A bounded law convolved with a Gaussian: at time t, the law of a C + sqrt(v_t) G with |C| bounded and v_t = a^2 v + 1 - a^2.
 *
 * <p>The integrals I_t = int r^2 p and H_t = int p log f run over |x| <= R = M + 15 sqrt(v_t), M = a max|C|. Beyond, p(x) is at most the
 * Gaussian density N(|x|; M, v_t), and with alpha = |1 - 1/v_t| (section 6.2 of fisher-kl)
 * |r(x)| <= alpha |x| + M/v_t and |log f(x)| <= alpha x^2/2 + M|x|/v_t + M^2/(2 v_t) + |log v_t|/2. With |x| = M + y and
 * (s + t)^2 <= 2s^2 + 2t^2, y <= (1 + y^2)/2 both are at most k_0 + k_2 y^2, whose integral against N(0, v_t) beyond 15 sqrt(v_t) is closed.
 */
abstract class ConvolvedLaw extends LineLaw {

    /** max|C|. */
    abstract Expr bound();

    /** v. */
    abstract Expr kernel();

    /** Whether the law is symmetric, so that the integrals run over half of the line. */
    abstract boolean isSymmetric();

    /** v_t. */
    final Expr variance(NoiseLevel level) {
        return level.isNone() ? kernel() : level.signal().square().times(kernel()).plus(level.noise());
    }

    @Override
    public Expr fisher(NoiseLevel level) {
        var v = variance(level);
        var alpha = Expr.ONE.minus(Expr.ONE.over(v)).abs();
        var m = level.signal().times(bound());
        var k0 = alpha.times(m).plus(m.over(v)).square().times(2);
        var tail = tail(k0, alpha.square().times(2), v);
        return line(level, p -> p.score().square().times(p.density())).plus(Expr.between(Rational.ZERO, Rational.ONE).times(tail));
    }

    @Override
    public Expr entropy(NoiseLevel level) {
        var v = variance(level);
        var alpha = Expr.ONE.minus(Expr.ONE.over(v)).abs();
        var m = level.signal().times(bound());
        var k0 = alpha.times(m.square()).plus(m.square().times(3).over(v.times(2))).plus(m.over(v.times(2))).plus(v.log().abs().over(2));
        var tail = tail(k0, alpha.plus(m.over(v.times(2))), v);
        return line(level, p -> p.density().times(p.logRatio())).plus(Expr.between(Rational.of(-1), Rational.ONE).times(tail));
    }

    /**
     * E[(slope X + offset) r(X)]. Beyond the cut, |s r| <= (s^2 + r^2)/2 with s^2 <= k_0 + k_2 y^2 for k_0 = 2(|slope| M + |offset|)^2,
     * k_2 = 2 slope^2.
     */
    public Expr product(NoiseLevel level, Expr slope, Expr offset) {
        var v = variance(level);
        var alpha = Expr.ONE.minus(Expr.ONE.over(v)).abs();
        var m = level.signal().times(bound());
        var k0 = alpha.times(m).plus(m.over(v)).square().plus(slope.abs().times(m).plus(offset.abs()).square());
        var tail = tail(k0, alpha.square().plus(slope.square()), v);
        var x = new Variable("x");
        var point = at(level, x);
        var end = m.plus(v.sqrt().times(CUT));
        return Integral.of(slope.times(x).plus(offset).times(point.score()).times(point.density()), x, end.negate(), end)
            .plus(Expr.between(Rational.of(-1), Rational.ONE).times(tail));
    }

    /** The integral over the part of the line that is not cut off. */
    private Expr line(NoiseLevel level, Function<Point, Expr> body) {
        var end = level.signal().times(bound()).plus(variance(level).sqrt().times(CUT));
        return isSymmetric() ? integral(x -> body.apply(at(level, x)), Expr.ZERO, end).times(2)
            : integral(x -> body.apply(at(level, x)), end.negate(), end);
    }

    /** Both tails of k_0 + k_2 y^2 against N(0, v). */
    private static Expr tail(Expr k0, Expr k2, Expr v) {
        var z = Expr.of(CUT);
        return k0.times(tailMoment(0, z)).plus(k2.times(v).times(tailMoment(2, z))).times(2);
    }
}
