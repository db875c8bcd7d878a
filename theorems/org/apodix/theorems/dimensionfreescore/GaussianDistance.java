package org.apodix.theorems.dimensionfreescore;

import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/** Total variation between Gaussian laws on the line. */
final class GaussianDistance {

    private GaussianDistance() { }

    /** TV of N(0, v) and N(mean, w): between the points where both densities are equal one law has more mass than the other, and TV is the difference. */
    static Expr of(Rational v, Rational mean, Rational w) {
        if (v.equals(w)) {
            return shifted(Expr.of(mean.abs()).over(Expr.of(v).sqrt()));
        }
        // the logarithm of the ratio of the densities is alpha x^2 + beta x + gamma, of either sign
        var alpha = v.inverse().minus(w.inverse()).over(Rational.TWO);
        var beta = mean.over(w);
        var gamma = Expr.of(v.over(w)).log().over(2).minus(Expr.of(mean.pow(2).over(w)).over(2));
        var root = Expr.of(beta.pow(2)).minus(gamma.times(Expr.of(alpha.times(Rational.of(4))))).sqrt();
        var middle = Expr.of(beta.negate().over(alpha).over(Rational.TWO));
        var half = root.over(Expr.of(alpha.abs().times(Rational.TWO)));
        var first = mass(middle.minus(half), middle.plus(half), Rational.ZERO, v);
        var second = mass(middle.minus(half), middle.plus(half), mean, w);
        return alpha.signum() > 0 ? first.minus(second) : second.minus(first);
    }

    /** TV of N(0, 1) and N(s, 1), s >= 0: 2 Phi(s/2) - 1 = erf(s/(2 sqrt 2)). */
    static Expr shifted(Expr s) {
        return s.over(Expr.TWO.sqrt()).over(2).erf();
    }

    private static Expr mass(Expr from, Expr to, Rational mean, Rational variance) {
        var deviation = Expr.of(variance).sqrt();
        var center = Expr.of(mean);
        return to.minus(center).over(deviation).normalCdf().minus(from.minus(center).over(deviation).normalCdf());
    }
}
