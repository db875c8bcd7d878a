package org.apodix.theorems.dimensionfreescore;

import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/** A quadratic tilt at a distance from the origin, which is also where its tails are cut. */
record QuadraticPoint(Quadratic tilt, Rational radius) {

    Rational squared() {
        return radius.pow(2);
    }

    /** Z = (1 + lambda)^{-d/2}. */
    Expr normalizer() {
        return Growth.halfPower(Rational.ONE.plus(tilt.lambda()).inverse(), tilt.dimension());
    }

    /** F = (1 + lambda sigma^2)^{-d/2} e^{-lambda a^2 |x|^2/(2 (1 + lambda sigma^2))}. */
    Expr density() {
        var s = Rational.ONE.plus(tilt.lambda().times(tilt.time().variance()));
        var exponent = tilt.lambda().times(tilt.time().a().pow(2)).times(squared()).over(s.times(Rational.of(-2)));
        return Growth.halfPower(s.inverse(), tilt.dimension()).times(Expr.of(exponent).exp());
    }

    /** p_t(x) (2 pi)^{d/2} by the Gaussian density N(0, v). */
    Expr law() {
        return gaussian(tilt.variance());
    }

    /** Z^-1 F(x) e^{-|x|^2/2}, which is the same (R1(a)). */
    Expr tilted() {
        return density().times(Expr.of(squared().over(Rational.of(-2))).exp()).over(normalizer());
    }

    /** The density of N(0, s) at the point, times (2 pi)^{d/2}. */
    Expr gaussian(Rational s) {
        return Growth.halfPower(s.inverse(), tilt.dimension()).times(Expr.of(squared().over(s.times(Rational.of(-2)))).exp());
    }

    /** P(|X_t| > R). */
    Expr tail() {
        return Gauss.chiSquareTail(tilt.dimension(), Expr.of(squared().over(tilt.variance().times(Rational.TWO))));
    }

    /** E|X_t|^2 1_{|X_t| > R} = d v Q(d/2 + 1, R^2/(2v)). */
    Expr secondTail() {
        var v = tilt.variance();
        return Expr.of(v.times(Rational.of(tilt.dimension()))).times(Gauss.chiSquareTail(tilt.dimension() + 2, Expr.of(squared().over(v.times(Rational.TWO)))));
    }

    Growth growth(boolean attained) {
        return Growth.of(tilt, attained);
    }
}
