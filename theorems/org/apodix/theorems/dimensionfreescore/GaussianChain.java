package org.apodix.theorems.dimensionfreescore;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Integral;
import org.apodix.expression.Variable;

/**
 * The chain of R11(c) for the quadratic tilt f = -(lambda/2)|x|^2, p_0 = N(0, I/(1 + lambda)): from Y_K standard normal Y_{j-1} = q_j Y_j + (1/q_j - q_j) v^_j(Y_j) + sqrt(1 - q_j^2) xi_j, with the
 * drift v^_j(x) = (1 + eta)(1 - 1/v_j) x + c e, e a unit vector; the exact one for eta = c = 0. All laws are Gaussian, and everything but logarithms is rational.
 */
final class GaussianChain {

    private static final Variable A = new Variable("a");

    private final Rational lambda;
    private final List<Rational> factors;
    private final int dimension;
    private final Rational eta;
    private final Rational shift;
    /** a_0 = 1, a_j = q_1...q_j. */
    private final List<Rational> signals;
    private Rational terminal;

    /**
     * A chain.
     *
     * @param lambda  above -1
     * @param factors q_1, ..., q_K, each in (0, 1), at least one
     * @param eta     the relative error of the drift
     * @param shift   c
     */
    GaussianChain(Rational lambda, List<Rational> factors, int dimension, Rational eta, Rational shift) {
        if (lambda.compareTo(Rational.of(-1)) <= 0 || factors.isEmpty() || dimension < 1) {
            throw new IllegalArgumentException("a chain of " + factors.size() + " steps for the tilt -(" + lambda + "/2)|x|^2 in dimension " + dimension
                + ": lambda is above -1, and there are one or more steps and dimensions");
        }
        this.lambda = lambda;
        this.factors = List.copyOf(factors);
        this.dimension = dimension;
        this.eta = eta;
        this.shift = shift;
        var all = new ArrayList<>(List.of(Rational.ONE));
        for (var q : factors) {
            if (q.signum() <= 0 || q.compareTo(Rational.ONE) >= 0) {
                throw new IllegalArgumentException("the factor " + q + " of a step: e^-h lies strictly between 0 and 1");
            }
            all.add(all.get(all.size() - 1).times(q));
        }
        this.signals = List.copyOf(all);
    }

    /** With K equal steps and the exact score. */
    static GaussianChain exact(Rational lambda, Rational q, int steps, int dimension) {
        return new GaussianChain(lambda, Collections.nCopies(steps, q), dimension, Rational.ZERO, Rational.ZERO);
    }

    Rational lambda() {
        return lambda;
    }

    List<Rational> factors() {
        return factors;
    }

    int dimension() {
        return dimension;
    }

    Rational eta() {
        return eta;
    }

    Rational shift() {
        return shift;
    }

    /** K. */
    int steps() {
        return factors.size();
    }

    /** Whether all steps are equal. */
    boolean isUniform() {
        return factors.stream().distinct().count() == 1;
    }

    boolean isExact() {
        return eta.isZero() && shift.isZero();
    }

    /** Whether the drifts are 0: then Y is the stationary process, of the same bridges as X, and the ends alone differ. */
    boolean hasNoDrift() {
        return shift.isZero() && (lambda.isZero() || eta.equals(Rational.of(-1)));
    }

    /** a_j. */
    Rational signal(int j) {
        return signals.get(j);
    }

    /** v_j: p_{t_j} = N(0, v_j I). */
    Rational variance(int j) {
        return Rational.ONE.minus(signal(j).pow(2).times(lambda).over(Rational.ONE.plus(lambda)));
    }

    /** J at t_j: d (v - 1)^2/v. */
    Rational fisher(int j) {
        var v = variance(j);
        return Rational.of(dimension).times(v.minus(Rational.ONE).pow(2)).over(v);
    }

    /** eps_j^2, the mean squared error of the drift under p_{t_j}. */
    Rational squaredError(int j) {
        return eta.pow(2).times(fisher(j)).plus(shift.pow(2));
    }

    private Rational factor(int j) {
        return factors.get(j - 1);
    }

    /** 1/q_j - q_j. */
    private Rational weight(int j) {
        return factor(j).inverse().minus(factor(j));
    }

    private static Rational noise(Rational q) {
        return Rational.ONE.minus(q.pow(2));
    }

    /** A_j: the chain's slope in step j. */
    private Rational slope(int j) {
        var drift = Rational.ONE.minus(variance(j).inverse()).times(Rational.ONE.plus(eta));
        return factor(j).plus(weight(j).times(drift));
    }

    /** The variance of each coordinate of Y_0. */
    synchronized Rational terminalVariance() {
        if (terminal == null) {
            var v = Rational.ONE;
            for (int j = steps(); j >= 1; j--) {
                v = slope(j).pow(2).times(v).plus(noise(factor(j)));
            }
            terminal = v;
        }
        return terminal;
    }

    /** The mean of Y_0 along e. */
    Rational terminalMean() {
        var mean = Rational.ZERO;
        for (int j = steps(); j >= 1; j--) {
            mean = slope(j).times(mean).plus(weight(j).times(shift));
        }
        return mean;
    }

    private static Rational sum(int from, int to, java.util.function.IntFunction<Rational> term) {
        var sum = Rational.ZERO;
        for (int j = from; j <= to; j++) {
            sum = sum.plus(term.apply(j));
        }
        return sum;
    }

    /** d (r - 1)/2, the rational part of the divergence of variances of the ratio r. */
    private Rational half(Rational ratio) {
        return ratio.minus(Rational.ONE).times(Rational.of(dimension, 2));
    }

    /** -d (log r)/2, its logarithm. */
    private Expr logarithm(Rational ratio) {
        return Expr.of(ratio).log().times(Expr.of(-dimension, 2));
    }

    /** KL(p_{t_j} | gamma). */
    Expr divergence(int j) {
        return Expr.of(half(variance(j))).plus(logarithm(variance(j)));
    }

    /** The integral of J over all times from t_j on: of d e^2 a^3/(1 + e a^2), v = 1 + e a^2, over the signals from 0 to a_j. */
    Expr fisherIntegral(int j) {
        var e = Expr.of(lambda.negate().over(Rational.ONE.plus(lambda)));
        var fisher = e.square().times(A.pow(3)).times(dimension).over(Expr.ONE.plus(e.times(A.square())));
        return Integral.of(fisher, A, Expr.ZERO, Expr.of(signal(j)));
    }

    /** KL(p_0 | law of Y_0). */
    Expr terminalDivergence() {
        var ratio = variance(0).over(terminalVariance());
        var mean = terminalMean().pow(2).over(terminalVariance()).over(Rational.TWO);
        return Expr.of(half(ratio).plus(mean)).plus(logarithm(ratio));
    }

    /** The slope of the true reverse kernel in step j, by regression of X_{t_{j-1}} on X_{t_j}. */
    private Rational trueSlope(int j) {
        return factor(j).times(variance(j - 1)).over(variance(j));
    }

    /** Its variance over 1 - q_j^2. */
    private Rational kernelRatio(int j) {
        var kernel = variance(j - 1).minus(trueSlope(j).pow(2).times(variance(j)));
        return kernel.over(noise(factor(j)));
    }

    /** The expected divergence of the means of both kernels of step j. */
    private Rational meanTerm(int j) {
        var slopes = trueSlope(j).minus(slope(j)).pow(2).times(variance(j)).times(Rational.of(dimension));
        var constant = weight(j).times(shift).pow(2);
        return slopes.plus(constant).over(noise(factor(j)).times(Rational.TWO));
    }

    /** KL of the joint laws without its logarithms: the rational parts of the start and of the kernels of all steps. */
    Rational chainRational() {
        return half(variance(steps())).plus(sum(1, steps(), j -> half(kernelRatio(j)).plus(meanTerm(j))));
    }

    /** KL of the joint laws of (X_{t_K}, ..., X_0) and (Y_K, ..., Y_0), from the kernels. */
    Expr chain() {
        var logs = new ArrayList<Expr>(List.of(logarithm(variance(steps()))));
        for (int j = 1; j <= steps(); j++) {
            logs.add(logarithm(kernelRatio(j)));
        }
        return Expr.of(chainRational()).plus(Expr.sum(logs));
    }

    /** v_K times the product of the kernels' ratios. */
    Rational logProduct() {
        var product = variance(steps());
        for (int j = 1; j <= steps(); j++) {
            product = product.times(kernelRatio(j));
        }
        return product;
    }

    /** (1/q_j^2 - 1)/2. */
    private Rational pathWeight(int j) {
        return factor(j).pow(2).inverse().minus(Rational.ONE).over(Rational.TWO);
    }

    /** sum_j (1/q_j^2 - 1) eps_j^2/2. */
    Rational errorSum() {
        return sum(1, steps(), j -> pathWeight(j).times(squaredError(j)));
    }

    /** KL_path of R11(c) without the logarithm of KL(p_0 | gamma). */
    Rational pathRational() {
        return half(variance(0)).minus(sum(1, steps(), j -> pathWeight(j).times(fisher(j)))).plus(errorSum());
    }

    /** KL_path = KL(p_0 | gamma) - sum_j (1/q_j^2 - 1)(J_j - eps_j^2)/2. */
    Expr path() {
        return Expr.of(pathRational()).plus(logarithm(variance(0)));
    }

    /** sum_j (1 - q_j^2)(J_{j-1} - J_j)/2, the term of the steps in R11(d). */
    Rational stepTerm() {
        return sum(1, steps(), j -> noise(factor(j)).times(fisher(j - 1).minus(fisher(j)))).over(Rational.TWO);
    }

    /** max_j (1 - q_j^2). */
    private Rational coarsest() {
        return factors.stream().map(GaussianChain::noise).reduce(Rational::max).orElseThrow();
    }

    /** The same with the coarsest step throughout. */
    Rational coarsestStepTerm() {
        return coarsest().times(fisher(0).minus(fisher(steps()))).over(Rational.TWO);
    }

    /** a_K^2 J_0/2, a bound of KL(p_T | gamma). */
    Rational startTerm() {
        return signal(steps()).pow(2).times(fisher(0)).over(Rational.TWO);
    }

    /** a_K^2 J_0/2 + max_j (1 - q_j^2) J_0/2 + the errors. */
    Rational simpleBound() {
        return startTerm().plus(coarsest().times(fisher(0)).over(Rational.TWO)).plus(errorSum());
    }
}
