package org.apodix.theorems.dimensionfreescore;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/**
 * The mixture sum_k pi_k N(mu_k, s_k^2 I) at a point x, f = log of its density relative to the standard Gaussian, and the constants of growth of R7(e).
 *
 * @param scales s_k, positive
 * @param tau    positive
 */
record ScaledMixture(List<Rational> weights, List<List<Rational>> means, List<Rational> scales, Rational tau, List<Rational> x) {

    ScaledMixture {
        if (weights.size() != means.size() || weights.size() != scales.size()) {
            throw new IllegalArgumentException(weights.size() + " weights, " + means.size() + " means and " + scales.size() + " scales: give as many of each");
        }
        weights = List.copyOf(weights);
        means = List.copyOf(means);
        scales = List.copyOf(scales);
        x = List.copyOf(x);
    }

    private int dimension() {
        return x.size();
    }

    /** s_k^-2. */
    private Rational precision(int k) {
        return scales.get(k).pow(-2);
    }

    private Rational meanSquare(int k) {
        return SeededNodes.dot(means.get(k), means.get(k));
    }

    Rational square() {
        return SeededNodes.dot(x, x);
    }

    /** log(pi_k s_k^-d), an exact number inside. */
    private Expr logWeight(int k) {
        return Expr.of(weights.get(k).times(scales.get(k).pow(-dimension()))).log();
    }

    /** (1 - s_k^-2)|x|^2/2 + (mu_k.x - |mu_k|^2/2)/s_k^2. */
    private Rational exponent(int k) {
        return Rational.ONE.minus(precision(k)).times(square()).over(Rational.TWO)
            .plus(SeededNodes.dot(means.get(k), x).minus(meanSquare(k).over(Rational.TWO)).times(precision(k)));
    }

    /** f(x) = log sum_k pi_k s_k^-d exp((1 - s_k^-2)|x|^2/2 + (mu_k.x - |mu_k|^2/2)/s_k^2). */
    Expr value() {
        return Expr.logSumExp(IntStream.range(0, weights.size()).mapToObj(k -> logWeight(k).plus(Expr.of(exponent(k)))).toList());
    }

    /** The index of the widest component. */
    private int widest() {
        return IntStream.range(0, scales.size()).boxed().max((i, j) -> scales.get(i).compareTo(scales.get(j))).orElseThrow();
    }

    /** beta = max_k (1 - s_k^-2)/2 + tau; the positive part of the first where {@code positive}. */
    Rational beta(boolean positive) {
        var most = IntStream.range(0, scales.size()).mapToObj(k -> Rational.ONE.minus(precision(k)).over(Rational.TWO)).reduce(Rational::max).orElseThrow();
        return (positive ? most.max(Rational.ZERO) : most).plus(tau);
    }

    /** alpha = (s_*^-2 - 1)/2 + tau. */
    Rational alpha(boolean positive) {
        var value = precision(widest()).minus(Rational.ONE).over(Rational.TWO);
        return (positive ? value.max(Rational.ZERO) : value).plus(tau);
    }

    /** c_+ = log sum_k pi_k s_k^-d exp(|mu_k|^2/(4 tau s_k^4) - |mu_k|^2/(2 s_k^2)). */
    Expr above() {
        var terms = new ArrayList<Expr>();
        for (int k = 0; k < weights.size(); k++) {
            terms.add(logWeight(k).plus(Expr.of(shift(k).minus(meanSquare(k).times(precision(k)).over(Rational.TWO)))));
        }
        return Expr.logSumExp(terms);
    }

    /** |mu_k|^2/(4 tau s_k^4). */
    private Rational shift(int k) {
        return meanSquare(k).times(precision(k).pow(2)).over(tau.times(Rational.of(4)));
    }

    /** c_- = -log(pi_* s_*^-d) + |mu_*|^2/(4 tau s_*^4) + |mu_*|^2/(2 s_*^2). */
    Expr below() {
        int k = widest();
        return Expr.of(shift(k).plus(meanSquare(k).times(precision(k)).over(Rational.TWO))).minus(logWeight(k));
    }

    /** Whether the bound from above is attained: it is a bound of every term. */
    boolean isHighest(boolean positive) {
        return IntStream.range(0, weights.size()).allMatch(k -> exponent(k).equals(beta(positive).times(square()).plus(shift(k))
            .minus(meanSquare(k).times(precision(k)).over(Rational.TWO))));
    }

    /** Whether the bound from below is attained: it is one of the term of the widest component, which then is the only one. */
    boolean isLowest(boolean positive) {
        return weights.size() == 1 && exponent(0).equals(alpha(positive).times(square()).plus(shift(0))
            .plus(meanSquare(0).times(precision(0)).over(Rational.TWO)).negate());
    }

    Expr upper(boolean positive) {
        return Expr.of(beta(positive).times(square())).plus(above());
    }

    Expr lower(boolean positive) {
        return Expr.of(alpha(positive).times(square()).negate()).minus(below());
    }
}
