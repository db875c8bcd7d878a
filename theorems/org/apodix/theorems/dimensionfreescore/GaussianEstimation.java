package org.apodix.theorems.dimensionfreescore;

import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.StripBound;
import org.apodix.expression.StripIntegral;
import org.apodix.expression.Variable;

/**
 * R14(a), (c): score matching from N samples of N(0, vI) in d dimensions. The estimated variance is v e^Y, Y = log(chi^2_n/n) with n = Nd degrees of freedom, of which the density is
 * C e^{(n/2)(y - e^y)}, C = (n/2)^{n/2}/Gamma(n/2).
 *
 * <p>At y + ik with |k| < pi/2 the size of the density is C e^{(n/2)(y - e^y cos k)}, of the integral cos(k)^{-n/2}.
 *
 * @param variance v, positive
 * @param samples  N; n is from 3 to {@value #MOST_DEGREES}
 */
record GaussianEstimation(Rational variance, ForwardTime time, int samples, int dimension) {

    static final int MOST_DEGREES = 4000;
    private static final Variable Y = new Variable("y");
    private static final Variable K = new Variable("k");
    private static final Variable L = new Variable("L");

    GaussianEstimation {
        if (variance.signum() <= 0 || samples < 1 || dimension < 1 || (long) samples * dimension < 3 || (long) samples * dimension > MOST_DEGREES) {
            throw new IllegalArgumentException(samples + " samples of the variance " + variance + " in dimension " + dimension + ": all are positive and N d is from 3 to " + MOST_DEGREES);
        }
    }

    /** n. */
    int degrees() {
        return samples * dimension;
    }

    private Rational half() {
        return Rational.of(degrees(), 2);
    }

    /** a^2 v. */
    private Rational signal() {
        return time.a().pow(2).times(variance);
    }

    /** q = a^2 v + sigma^2. */
    Rational noised() {
        return signal().plus(time.variance());
    }

    /** C e^{-n/2}: (n/2)^{n/2}/(n/2 - 1)! for even n, n^{(n-1)/2}/(n - 2)!! (n/(2 pi))^{1/2} for odd n. */
    private Expr scale() {
        int n = degrees();
        var product = Rational.ONE;
        for (int i = 2 - n % 2; i <= n - 2; i += 2) {
            // one factor n for each of the (n - 1)/2 or (n - 2)/2 factors i
            product = product.times(Rational.of(n, i));
        }
        var rest = n % 2 == 0 ? Expr.of(half()) : Expr.of(n).over(Expr.PI.times(2)).sqrt();
        return Expr.of(product).times(rest).times(Expr.of(half().negate()).exp());
    }

    /** e^{(n/2)(1 + y - e^y)}. */
    private Expr shape(Expr y) {
        return y.plus(Expr.ONE).minus(y.exp()).times(Expr.of(half())).exp();
    }

    /**
     * E of d (q - q^)^2/(q q^^2), q^ = a^2 v e^Y + sigma^2. With A = a^2 v the square of A(e^y - 1)/(A e^y + sigma^2) is at most (1 + A/sigma^2)^2 where Re e^y >= 0. The density decreases in
     * |y| on either side of 0, with logarithmic derivatives of at least (n/2)(e^L - 1) and (n/2)(1 - e^-L) in size beyond L.
     */
    Expr excess() {
        var ratio = Expr.of(signal()).times(Y.expm1()).over(Y.exp().times(Expr.of(signal())).plus(Expr.of(time.variance())));
        var most = Expr.of(Rational.ONE.plus(signal().over(time.variance())).pow(2));
        var n2 = Expr.of(half());
        var tail = shape(L).over(L.expm1()).plus(shape(L.negate()).over(Expr.ONE.minus(L.negate().exp()))).over(n2).times(scale()).times(most).times(2);
        var height = most.times(cosine(degrees()));
        var strip = new StripBound(Expr.PI.over(2), height, K, tail, L, Expr.of(1, 64), false);
        return StripIntegral.of(ratio.square().times(shape(Y)).times(scale()), Y, strip).times(Expr.of(Rational.of(dimension).over(noised())));
    }

    /** cos(k)^{-power/2}. */
    private static Expr cosine(int power) {
        return K.cos().log().times(Expr.of(-power, 2)).exp();
    }

    /** 2 a^4 v^2/(N sigma^4 q). */
    Rational excessBound() {
        return signal().pow(2).times(Rational.TWO).over(time.variance().pow(2).times(noised()).times(Rational.of(samples)));
    }

    /** 2 a^4 v^2/(N q^3). */
    Rational wrongExcessBound() {
        return signal().pow(2).times(Rational.TWO).over(noised().pow(3).times(Rational.of(samples)));
    }

    /**
     * E KL(N(0, vI) | N(0, v e^Y I)) = (d/2) E[e^-Y - 1 + Y] by quadrature. At y + ik the bracket is at most e^-y + 1 + (e^y + e^-y + k), and E e^-Y = n/(n - 2), E e^Y = 1. On the line it is
     * at most e^|y|; e^|y| times the density decreases in |y| beyond log(n/(n - 2)).
     */
    Expr divergence() {
        int n = degrees();
        var mean = Expr.of(Rational.of(2L * n, n - 2).plus(Rational.TWO));
        var height = mean.plus(K).times(cosine(n + 2));
        var n2 = Expr.of(half());
        var above = L.exp().times(shape(L)).over(n2.times(L.expm1()).minus(Expr.ONE));
        var below = L.exp().times(shape(L.negate())).over(n2.times(Expr.ONE.minus(L.negate().exp())).minus(Expr.ONE));
        var least = Expr.of(n, n - 2L).log().plus(Expr.of(1, 64));
        var strip = new StripBound(Expr.PI.over(2), height, K, above.plus(below).times(scale()).times(2), L, least, false);
        var body = Y.negate().expm1().plus(Y).times(shape(Y)).times(scale());
        return StripIntegral.of(body, Y, strip).times(Expr.of(dimension, 2));
    }

    /** (d/2)(2/(n - 2) + digamma(n/2) - log(n/2)). */
    Expr closedDivergence() {
        return Expr.of(Rational.of(2, degrees() - 2L)).plus(Digamma.lessLog(half())).times(Expr.of(dimension, 2));
    }

    /** d (n + 2)/(2n (n - 2)). */
    Rational divergenceBound() {
        long n = degrees();
        return Rational.of(dimension * (n + 2), 2 * n).over(Rational.of(n - 2));
    }
}
