package org.apodix.theorems.dimensionfreescore;

import java.util.ArrayList;
import java.util.List;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/**
 * MIXN: the mixture sum_k weight_k N(mean_k, I) at a forward time and one point x; Z = 1. Every exponent is rational.
 *
 * @param weights positive, of sum 1
 * @param means   one per weight, in the dimension of x
 */
record MixturePoint(List<Rational> weights, List<List<Rational>> means, ForwardTime time, List<Rational> x) {

    MixturePoint {
        weights = List.copyOf(weights);
        means = List.copyOf(means);
        x = List.copyOf(x);
        var sum = weights.stream().reduce(Rational.ZERO, Rational::plus);
        if (!sum.equals(Rational.ONE) || weights.stream().anyMatch(w -> w.signum() <= 0)) {
            throw new IllegalArgumentException("the weights " + weights + ": they are positive and add up to 1");
        }
        int dimension = x.size();
        if (means.size() != weights.size() || means.stream().anyMatch(mean -> mean.size() != dimension)) {
            throw new IllegalArgumentException(weights.size() + " weights with the means " + means + " in dimension " + dimension
                + ": give one mean per weight, each as long as x");
        }
    }

    int dimension() {
        return x.size();
    }

    static Rational dot(List<Rational> a, List<Rational> b) {
        var sum = Rational.ZERO;
        for (int i = 0; i < a.size(); i++) {
            sum = sum.plus(a.get(i).times(b.get(i)));
        }
        return sum;
    }

    private static List<Rational> plus(List<Rational> a, List<Rational> b) {
        var sum = new ArrayList<Rational>();
        for (int i = 0; i < a.size(); i++) {
            sum.add(a.get(i).plus(b.get(i)));
        }
        return sum;
    }

    /** C^2 = max |mean|^2. */
    Rational lipschitzSquared() {
        return means.stream().map(mean -> dot(mean, mean)).reduce(Rational::max).orElseThrow();
    }

    /** kappa^2 = sigma^2 C^2. */
    Rational kappaSquared() {
        return lipschitzSquared().times(time.variance());
    }

    /** e_k = weight_k e^{a mean.x - a^2 |mean|^2/2}. */
    private Expr part(int k) {
        var mean = means.get(k);
        var exponent = time.a().times(dot(mean, x)).minus(time.a().pow(2).times(dot(mean, mean)).over(Rational.TWO));
        return Expr.of(weights.get(k)).times(Expr.of(exponent).exp());
    }

    private List<Expr> parts() {
        return java.util.stream.IntStream.range(0, weights.size()).mapToObj(this::part).toList();
    }

    /** F_t(x). */
    Expr density() {
        return Expr.sum(parts());
    }

    /** r' = sum e_k mean_k/F. */
    List<Expr> slope() {
        var parts = parts();
        var density = Expr.sum(parts);
        var slope = new ArrayList<Expr>();
        for (int j = 0; j < dimension(); j++) {
            var terms = new ArrayList<Expr>();
            for (int k = 0; k < parts.size(); k++) {
                terms.add(parts.get(k).times(Expr.of(means.get(k).get(j))));
            }
            slope.add(Expr.sum(terms).over(density));
        }
        return slope;
    }

    /** v = a r', the relative score. */
    List<Expr> relativeScore() {
        return slope().stream().map(time.signal()::times).toList();
    }

    /**
     * The first coordinate of E[X_0 | X_t = x] by Bayes' formula: the modes have the weights weight_k phi(x - a mean_k), and within a mode X_0 has the mean
     * mean_k + a (x - a mean_k).
     */
    Expr regression() {
        var terms = new ArrayList<Expr>();
        for (int k = 0; k < weights.size(); k++) {
            var mean = means.get(k).get(0);
            terms.add(likelihood(k).times(Expr.of(mean.plus(time.a().times(x.get(0).minus(time.a().times(mean)))))));
        }
        return Expr.sum(terms).over(law());
    }

    /** weight_k phi(x - a mean_k) (2 pi)^{d/2}. */
    private Expr likelihood(int k) {
        var squares = Rational.ZERO;
        for (int j = 0; j < dimension(); j++) {
            squares = squares.plus(x.get(j).minus(time.a().times(means.get(k).get(j))).pow(2));
        }
        return Expr.of(weights.get(k)).times(Expr.of(squares.over(Rational.of(-2))).exp());
    }

    /** p_t(x) (2 pi)^{d/2}: X_t is the mixture of the N(a mean_k, I). */
    Expr law() {
        return Expr.sum(java.util.stream.IntStream.range(0, weights.size()).mapToObj(this::likelihood).toList());
    }

    /** F_t(x) e^{-|x|^2/2}, which is the same (R1(a)), Z = 1. */
    Expr tilted() {
        return density().times(Expr.of(dot(x, x).over(Rational.of(-2))).exp());
    }

    /** |r|^2 = sigma^2 |r'|^2. */
    Expr meanSquare() {
        return Expr.sum(slope().stream().map(Expr::square).toList()).times(Expr.of(time.variance()));
    }

    /**
     * E_kl = weight_k weight_l e^{a (m_k + m_l).x + sigma^2 |m_k + m_l|^2/2 - (|m_k|^2 + |m_l|^2)/2}, so that E[w^2] = sum E_kl.
     */
    private Expr pair(int k, int l) {
        var sum = plus(means.get(k), means.get(l));
        var squares = dot(means.get(k), means.get(k)).plus(dot(means.get(l), means.get(l)));
        var exponent = time.a().times(dot(sum, x)).plus(time.variance().times(dot(sum, sum)).minus(squares).over(Rational.TWO));
        return Expr.of(weights.get(k).times(weights.get(l))).times(Expr.of(exponent).exp());
    }

    /** sum E_kl factor(k, l)/F^2. */
    private Expr pairs(java.util.function.BiFunction<Integer, Integer, Expr> factor) {
        var terms = new ArrayList<Expr>();
        for (int k = 0; k < weights.size(); k++) {
            for (int l = 0; l < weights.size(); l++) {
                terms.add(pair(k, l).times(factor.apply(k, l)));
            }
        }
        return Expr.sum(terms).over(density().square());
    }

    /** rho. */
    Expr rho() {
        return pairs((k, l) -> Expr.ONE);
    }

    /** V' = sum E_kl (m_k - r').(m_l - r')/F^2. */
    Expr gradientVariance() {
        var slope = slope();
        return pairs((k, l) -> Expr.dot(away(k, slope), away(l, slope)));
    }

    private List<Expr> away(int k, List<Expr> slope) {
        var gap = new ArrayList<Expr>();
        for (int j = 0; j < dimension(); j++) {
            gap.add(Expr.of(means.get(k).get(j)).minus(slope.get(j)));
        }
        return gap;
    }

    /** V = sum E_kl (d + |sigma (m_k + m_l) - r|^2)/F^2. */
    Expr steinVariance() {
        var slope = slope();
        var square = Expr.of(time.variance());
        return pairs((k, l) -> {
            var sum = plus(means.get(k), means.get(l));
            var gap = new ArrayList<Expr>();
            for (int j = 0; j < dimension(); j++) {
                gap.add(Expr.of(sum.get(j)).minus(slope.get(j)).square());
            }
            // sigma (m_k + m_l) - r = sigma (m_k + m_l - r')
            return Expr.of(dimension()).plus(square.times(Expr.sum(gap)));
        });
    }
}
