package org.apodix.theorems.generalizationgap;

import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Integral;
import org.apodix.expression.Variable;

/**
 * Two densities p(x)(1 +- eps x) on [-1, 1], p(x) = 15/16 (1 - x^2)^2, and n samples of one of them: the model of the family {@code two_point}.
 *
 * @param eps in (0, 1), or null for 3/(2 sqrt(n))
 */
public record TwoPoint(int n, Rational eps) {

    Expr epsilon() {
        return eps == null ? Expr.of(3).over(Expr.of(n).sqrt().times(2)) : Expr.of(eps);
    }

    private Expr square() {
        return eps == null ? Expr.of(9, 4L * n) : Expr.of(eps.times(eps));
    }

    /** A = 1 - eps^2/14 - eps^4/42. */
    Expr affinityBound() {
        return Expr.ONE.minus(square().over(14)).minus(square().square().over(42));
    }

    /** 2 (5 eps/32 (1 - sqrt(1 - A^{2n})))^2. */
    Expr lowerBound() {
        var distance = Expr.ONE.minus(affinityBound().pow(2 * n)).sqrt();
        return epsilon().times(5).over(32).times(Expr.ONE.minus(distance)).square().times(2);
    }

    /** int sqrt(p_+ p_-). */
    Expr affinity() {
        var x = new Variable("x");
        return Integral.of(density(x).times(Expr.ONE.minus(square().times(x.square())).sqrt()), x, Expr.of(-1), Expr.ONE);
    }

    /** int |p_+ - p_-|/2 = 2 eps int_0^1 x p(x) dx. */
    Expr totalVariation() {
        var x = new Variable("x");
        return Integral.of(density(x).times(x), x, Expr.ZERO, Expr.ONE).times(epsilon()).times(2);
    }

    /** KL(p_+ | p) = int p_+ log(1 + eps x): the risk, of both densities by symmetry, of the estimator that answers p whatever the samples are. */
    Expr blindRisk() {
        var x = new Variable("x");
        var ratio = Expr.ONE.plus(epsilon().times(x));
        return Integral.of(density(x).times(ratio).times(ratio.log()), x, Expr.of(-1), Expr.ONE);
    }

    private static Expr density(Expr x) {
        return Expr.ONE.minus(x.square()).square().times(Expr.of(15, 16));
    }

    TwoPoint withOneMore() {
        return new TwoPoint(n + 1, eps);
    }
}
