package org.apodix.theorems.dimensionfreescore;

import org.apodix.enclosure.Rational;
import org.apodix.expression.Constant;
import org.apodix.expression.Expr;

/**
 * QUAD: f(x) = -(lambda/2)|x|^2 in d dimensions at a forward time; all laws are Gaussian, and R6 is in closed form.
 *
 * @param lambda above -1
 */
record Quadratic(Rational lambda, int dimension, ForwardTime time) {

    Quadratic {
        if (lambda.compareTo(Rational.of(-1)) <= 0 || dimension < 1) {
            throw new IllegalArgumentException("the tilt -(" + lambda + "/2)|x|^2 in dimension " + dimension
                + ": it has a density for lambda > -1, and the dimension is 1 or more");
        }
    }

    /** 1 + lambda sigma^2. */
    private Rational once() {
        return Rational.ONE.plus(lambda.times(time.variance()));
    }

    /** 1 + 2 lambda sigma^2. */
    Rational twice() {
        return Rational.ONE.plus(lambda.times(time.variance()).times(Rational.TWO));
    }

    /** v: p_t = N(0, v I). */
    Rational variance() {
        return once().over(Rational.ONE.plus(lambda));
    }

    /** sigma of a Pythagorean time. */
    Rational sigma() {
        return ((Constant) time.noise()).value();
    }

    /** r at x = 1: the posterior density e^{-lambda |ax + sigma u|^2/2} phi has the precision 1 + lambda sigma^2. */
    Rational posteriorMean() {
        return lambda.times(time.a()).times(sigma()).over(once()).negate();
    }

    /** The variance of each coordinate of the posterior. */
    Rational posteriorVariance() {
        return once().inverse();
    }

    /** E[-lambda (ax + sigma U)] at x = 1. */
    Rational posteriorSlope() {
        return time.a().plus(sigma().times(posteriorMean())).times(lambda).negate();
    }

    /** E[X_0 | X_t = 1] by regression: Cov(X_0, X_t)/Var X_t with X_0 = N(0, 1/(1 + lambda)) and independent noise. */
    Rational regression() {
        var data = Rational.ONE.plus(lambda).inverse();
        return time.a().times(data).over(time.a().pow(2).times(data).plus(time.variance()));
    }

    /** varsigma = a^2 lambda^2 sigma^2/((1 + lambda sigma^2)(1 + 2 lambda sigma^2)); only where {@link #twice} is not 0. */
    Rational growth() {
        return time.a().pow(2).times(lambda.pow(2)).times(time.variance()).over(once().times(twice()));
    }

    /** 1 - 2 v varsigma. */
    private Rational rest() {
        return Rational.ONE.minus(variance().times(growth()).times(Rational.TWO));
    }

    /** 1 + lambda + 2 lambda sigma^2 + 2 lambda^2 sigma^4, which is positive exactly where K is finite. */
    Rational sign() {
        var s = time.variance();
        return Rational.ONE.plus(lambda).plus(lambda.times(s).times(Rational.TWO)).plus(lambda.pow(2).times(s.pow(2)).times(Rational.TWO));
    }

    /** (1 + lambda)(1 + 2 lambda sigma^2)(1 - 2 v varsigma), which is {@link #sign}; only where the middle factor is not 0. */
    Rational conditions() {
        return Rational.ONE.plus(lambda).times(twice()).times(rest());
    }

    /** Whether K is finite, by the two conditions of its computation. */
    boolean isFinite() {
        return twice().signum() > 0 && rest().signum() > 0;
    }

    /** J = d (v - 1)^2/v. */
    Rational fisher() {
        var v = variance();
        return Rational.of(dimension).times(v.minus(Rational.ONE).pow(2)).over(v);
    }

    /** kappa_*^2 = (1 + lambda sigma^2)^2/((1 + 2 lambda sigma^2)(1 - 2 v varsigma)). */
    Rational baseSquared() {
        return once().pow(2).over(twice().times(rest()));
    }

    /** kappa_*. */
    Expr base() {
        return Expr.of(baseSquared()).sqrt();
    }

    /** K = kappa_*^d. */
    Expr chiSquare() {
        var even = Expr.of(baseSquared().pow(dimension / 2));
        return dimension % 2 == 0 ? even : even.times(base());
    }

    /** The factor of K d in int V p_t. */
    Rational varianceFactor() {
        var s = lambda.pow(2).times(time.a().pow(2)).times(time.variance());
        return twice().inverse().plus(s.over(twice().pow(2).times(once().pow(2))).times(variance()).over(rest()));
    }

    /** int V p_t. */
    Expr steinVariance() {
        return chiSquare().times(Expr.of(varianceFactor().times(Rational.of(dimension))));
    }

    /** The factor of K d in taubar. */
    Rational secondMomentFactor() {
        var s = lambda.pow(2).times(time.a().pow(2)).times(time.variance()).times(Rational.of(4));
        return twice().inverse().plus(s.over(twice().pow(2)).times(variance()).over(rest()));
    }

    /** taubar = int E[|u|^2 W^2] p_t. */
    Expr weightedSecondMoment() {
        return chiSquare().times(Expr.of(secondMomentFactor().times(Rational.of(dimension))));
    }
}
