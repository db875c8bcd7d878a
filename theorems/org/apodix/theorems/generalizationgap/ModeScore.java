package org.apodix.theorems.generalizationgap;

import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Integral;
import org.apodix.expression.Variable;
import org.apodix.proof.Domain;

/**
 * The score of N(-mu, s)/2 + N(mu, s)/2 on the line: the model of the family {@code mode_score}.
 *
 * @param s variance of a mode, v + t
 * @param x where the score is compared with its definition
 */
public record ModeScore(Rational mu, Rational s, Rational x) implements Modes {

    /** y = tanh(mu x/s), which runs through (-1, 1) as x runs through the line. */
    static final Variable Y = new Variable("y");
    /** A point of [0, 10]. */
    static final Variable POINT = new Variable("x");

    static Domain slopes() {
        return Domain.interval(Y, Rational.of(-1), Rational.ONE);
    }

    static Domain points() {
        return Domain.interval(POINT, Rational.ZERO, Rational.of(10));
    }

    /** -x/s + (mu/s) tanh(mu x/s). */
    private Expr score(Expr at) {
        return at.times(Expr.of(mu.over(s))).tanh().times(Expr.of(mu)).minus(at).over(Expr.of(s));
    }

    Expr score() {
        return score(Expr.of(x));
    }

    /** (sum_k w_k (m_k - x)/s)/(sum_k w_k), w_k = e^{-(x - m_k)^2/(2 s)}: the derivative of the density over the density. */
    Expr scoreFromDensity() {
        var left = weight(mu.negate());
        var right = weight(mu);
        var top = left.times(Expr.of(mu.negate().minus(x))).plus(right.times(Expr.of(mu.minus(x))));
        return top.over(left.plus(right)).over(Expr.of(s));
    }

    private Expr weight(Rational center) {
        var gap = x.minus(center);
        return Expr.of(gap.times(gap).over(s.times(Rational.of(-2)))).exp();
    }

    /** The slope where tanh(mu x/s) is y: -1/s + (mu^2/s^2)(1 - y^2). */
    Expr slope(Expr y) {
        return Expr.ONE.minus(y.square()).times(Expr.of(mu.times(mu).over(s.times(s)))).minus(Expr.of(s.inverse()));
    }

    /** int_0^x of the slope, which is the score at x as that at 0 is 0. */
    Expr scoreFromSlope() {
        var z = new Variable("z");
        return Integral.of(slope(z.times(Expr.of(mu.over(s))).tanh()), z, Expr.ZERO, Expr.of(x));
    }

    /** s (score at POINT) + POINT = mu tanh(mu x/s). */
    Expr pull() {
        return POINT.times(Expr.of(mu.over(s))).tanh().times(Expr.of(mu));
    }

    Expr pullLine() {
        return POINT.times(Expr.of(mu.times(mu).over(s)));
    }

    /** (mu^2 - s)/s^2, the slope at 0. */
    Expr greatestSlope() {
        return Expr.of(mu.times(mu).minus(s).over(s.times(s)));
    }

    Expr leastSlope() {
        return Expr.of(s.inverse().negate());
    }
}
