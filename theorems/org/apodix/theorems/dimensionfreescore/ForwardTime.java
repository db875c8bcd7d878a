package org.apodix.theorems.dimensionfreescore;

import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/**
 * A time t of the forward process, X_t = a X_0 + sigma eps, a = e^-t: an exact rational, so that times of a chain and Pythagorean pairs are exact.
 *
 * @param a in [0, 1]; 1 is time 0, 0 the limit of late times; others are rejected
 */
record ForwardTime(Rational a) {

    /** Time 0. */
    static final ForwardTime START = new ForwardTime(Rational.ONE);
    /** The limit of late times, where X_t is the noise. */
    static final ForwardTime NOISE = new ForwardTime(Rational.ZERO);

    ForwardTime {
        if (a.signum() < 0 || a.compareTo(Rational.ONE) > 0) {
            throw new IllegalArgumentException("the signal a = " + a + " of a forward time: e^-t lies in [0, 1]");
        }
    }

    /** a. */
    Expr signal() {
        return Expr.of(a);
    }

    /** sigma^2 = 1 - a^2. */
    Rational variance() {
        return Rational.ONE.minus(a.times(a));
    }

    /** sigma: an exact number where (a, sigma) is Pythagorean. */
    Expr noise() {
        return Expr.of(variance()).sqrt();
    }

    /** sigma of a Pythagorean pair; a time whose sigma is irrational is rejected. */
    Rational exactNoise() {
        if (noise() instanceof org.apodix.expression.Constant constant) {
            return constant.value();
        }
        throw new IllegalStateException("sigma is irrational at a = " + a);
    }

    /** a/sigma, the factor from r to the relative score; only after time 0. */
    Expr ratio() {
        return signal().over(noise());
    }
}
