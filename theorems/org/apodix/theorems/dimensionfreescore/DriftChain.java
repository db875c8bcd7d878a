package org.apodix.theorems.dimensionfreescore;

import java.util.function.IntFunction;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/**
 * R11(e): no tilt, f = 0, and the drifts v^_j(x) = c q^j e, e a unit vector, over K steps. The law of Y_0 is N(c (1 - q^{2K}) e, I).
 *
 * @param c     not negative
 * @param q     in (0, 1)
 * @param steps K, at least 1
 */
record DriftChain(Rational c, Rational q, int steps) {

    DriftChain {
        if (c.signum() < 0 || q.signum() <= 0 || q.compareTo(Rational.ONE) >= 0 || steps < 1) {
            throw new IllegalArgumentException(steps + " steps of the factor " + q + " with the drift " + c
                + ": there are one or more, the factor lies strictly between 0 and 1, and the drift is not negative");
        }
    }

    /** 1/q - q. */
    private Rational weight() {
        return q.inverse().minus(q);
    }

    private Rational drift(int j) {
        return c.times(q.pow(j));
    }

    private Rational sum(IntFunction<Rational> term) {
        var sum = Rational.ZERO;
        for (int j = 1; j <= steps; j++) {
            sum = sum.plus(term.apply(j));
        }
        return sum;
    }

    /** The mean of Y_0 along e, step by step. */
    Rational mean() {
        var mean = Rational.ZERO;
        for (int j = steps; j >= 1; j--) {
            mean = q.times(mean).plus(weight().times(drift(j)));
        }
        return mean;
    }

    /** 1 - q^{2K}. */
    Rational rest() {
        return Rational.ONE.minus(q.pow(2 * steps));
    }

    /** KL(p_0 | law of Y_0). */
    Rational divergence() {
        return mean().pow(2).over(Rational.TWO);
    }

    /** KL of the joint laws: each step has two Gaussian kernels of the variance 1 - q^2. */
    Rational chain() {
        var noise = Rational.ONE.minus(q.pow(2));
        return sum(j -> weight().times(drift(j)).pow(2).over(noise.times(Rational.TWO)));
    }

    /** KL_path of R11(c): KL(p_0 | gamma) and J are 0, eps_j^2 = c^2 q^{2j}. */
    Rational path() {
        var weight = q.pow(2).inverse().minus(Rational.ONE).over(Rational.TWO);
        return sum(j -> weight.times(drift(j).pow(2)));
    }

    /** TV(p_0, law of Y_0). */
    Expr distance() {
        return GaussianDistance.shifted(Expr.of(mean()));
    }
}
