package org.apodix.theorems.dimensionfreescore;

import org.apodix.enclosure.Rational;
import org.apodix.expression.Constant;

/**
 * Data N(0, vI) in d dimensions at a Pythagorean forward time, and the score psi(x) = -cx; all numbers are rational.
 *
 * @param variance v, positive
 * @param slope    c
 */
record GaussianScore(Rational variance, Rational slope, int dimension, ForwardTime time) {

    GaussianScore {
        if (variance.signum() <= 0 || dimension < 1) {
            throw new IllegalArgumentException("data of the variance " + variance + " in dimension " + dimension + ": both are positive");
        }
    }

    private Rational a() {
        return time.a();
    }

    private Rational sigma() {
        return ((Constant) time.noise()).value();
    }

    private Rational times(Rational value) {
        return value.times(Rational.of(dimension));
    }

    /** q, the variance of each coordinate of X_t. */
    Rational noised() {
        return a().pow(2).times(variance).plus(time.variance());
    }

    /** E|psi(X_t) + eps/sigma|^2 from the coefficients of X_0 and eps. */
    Rational denoisingLoss() {
        return times(slope.times(a()).pow(2).times(variance).plus(sigma().inverse().minus(slope.times(sigma())).pow(2)));
    }

    /** E|v^(X_t) - (a/sigma) U|^2 with v^(x) = (1 - c) x and U = sigma X_0 - a eps. */
    Rational regressionLoss() {
        var rest = Rational.ONE.minus(slope);
        var data = rest.times(a()).minus(a());
        var noise = rest.times(sigma()).plus(a().pow(2).over(sigma()));
        return times(data.pow(2).times(variance).plus(noise.pow(2)));
    }

    /** |psi - s|^2 in L^2(p_t). */
    Rational distance() {
        return times(noised().inverse().minus(slope).pow(2).times(noised()));
    }

    /** d/sigma^2. */
    Rational noiseTerm() {
        return times(time.variance().inverse());
    }

    /** |s|^2 in L^2(p_t). */
    Rational scoreSquare() {
        return times(noised().inverse());
    }

    /** The same loss at the minimizer c = 1/q. */
    Rational leastLoss() {
        return new GaussianScore(variance, noised().inverse(), dimension, time).denoisingLoss();
    }

    /** d (q - q^)^2/(q q^^2), where c = 1/q^; only for c other than 0. */
    Rational excess() {
        var estimated = slope.inverse();
        return times(noised().minus(estimated).pow(2).over(noised().times(estimated.pow(2))));
    }
}
