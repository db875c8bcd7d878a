package org.apodix.theorems.dimensionfreescore;

import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/** The digamma function by its asymptotic series, whose error is at most the first term that is left out. */
final class Digamma {

    private static final int TERMS = 32;
    private static final Rational FAR = Rational.of(64);
    private static final Rational[] BERNOULLI = bernoulli();

    private Digamma() { }

    /**
     * digamma(x) - log x = log(X/x) - 1/(2X) - sum_k B_{2k}/(2k X^{2k}) - sum_{i < s} 1/(x + i), X = x + s >= 64: off by less than 10^-80.
     *
     * @param x positive; others are rejected
     */
    static Expr lessLog(Rational x) {
        if (x.signum() <= 0) {
            throw new IllegalArgumentException("digamma at " + x + ": its argument is positive");
        }
        var sum = Rational.ZERO;
        var shifted = x;
        while (shifted.compareTo(FAR) < 0) {
            sum = sum.minus(shifted.inverse());
            shifted = shifted.plus(Rational.ONE);
        }
        sum = sum.minus(shifted.times(Rational.TWO).inverse());
        for (int k = 1; k <= TERMS; k++) {
            sum = sum.minus(term(k, shifted));
        }
        var error = term(TERMS + 1, shifted).abs();
        return Expr.of(shifted.over(x)).log().plus(Expr.of(sum)).plus(Expr.between(error.negate(), error));
    }

    private static Rational term(int k, Rational x) {
        return BERNOULLI[2 * k].over(x.pow(2 * k).times(Rational.of(2L * k)));
    }

    /** B_0, B_1, ... by sum_{j <= n} C(n + 1, j) B_j = 0. */
    private static Rational[] bernoulli() {
        var numbers = new Rational[2 * TERMS + 3];
        numbers[0] = Rational.ONE;
        for (int n = 1; n < numbers.length; n++) {
            var sum = Rational.ZERO;
            var binomial = Rational.ONE;
            for (int j = 0; j < n; j++) {
                sum = sum.plus(binomial.times(numbers[j]));
                binomial = binomial.times(Rational.of(n + 1L - j, j + 1L));
            }
            numbers[n] = sum.negate().over(Rational.of(n + 1L));
        }
        return numbers;
    }
}
