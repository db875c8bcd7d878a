package org.apodix.diffusion;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apodix.enclosure.Matrix;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Integral;
import org.apodix.expression.MatrixExpr;
import org.apodix.expression.Variable;

/**
 * The kinetic sampler for data N(m, v) on the line with an independent standard Gaussian velocity, on the grid s_j = j h, with
 * the velocity score s_j(z) = (1 + lambda) r^v_{s_j}(z) + b, evaluated at the noisier end of its step.
 *
 * <p>The law at time t is N(b_t m, I + (v - 1) b_t b_t^T). By K2 of fisher-kl everything of one time is a function of the martingale N_t,
 * with E N_t = m and E N_t^2 = J(t) = m^2 + rho_t^2 (v - 1)^2 / (1 + rho_t^2 (v - 1)), and r^v_t = -phi_t N_t.
 */
public final class KineticSampler {

    private final Rational dataVariance;
    private final Expr mean;
    private final Expr variance;
    private final Rational h;
    private final int steps;
    private final Expr factor;
    private final Expr offset;
    private final KineticStep step;
    private final List<Gaussian> laws = new ArrayList<>();
    private Gaussian output;

    /**
     * A sampler.
     *
     * @param lambda the score error is lambda r^v + offset
     */
    public KineticSampler(Rational mean, Rational variance, Rational h, int steps, Rational lambda, Rational offset) {
        this.dataVariance = variance;
        this.mean = Expr.of(mean);
        this.variance = Expr.of(variance);
        this.h = h;
        this.steps = steps;
        this.factor = Expr.of(Rational.ONE.plus(lambda));
        this.offset = Expr.of(offset);
        this.step = new KineticStep(Expr.of(h));
        for (int j = 0; j <= steps; j++) {
            laws.add(law(time(j)));
        }
    }

    private Gaussian law(Expr t) {
        var response = CriticalDamping.response(t);
        return Gaussian.of(response.scale(mean),
            MatrixExpr.identity(2).plus(response.times(response.transpose()).scale(variance.minus(Expr.ONE))));
    }

    public KineticStep step() {
        return step;
    }

    public int steps() {
        return steps;
    }

    /** s_j. */
    public Expr time(int j) {
        return Expr.of(h.times(Rational.of(j)));
    }

    /** The law of (X, V) at s_j, j = 0..N. */
    public Gaussian law(int j) {
        return laws.get(j);
    }

    /** The overdamped law at the slower clock, N(rho m, rho^2 v + 1 - rho^2) at s_j. */
    public Gaussian overdamped(int j) {
        return CriticalDamping.overdamped(mean, dataVariance, h.times(Rational.of(j)));
    }

    /** J(t) = E N_t^2. */
    public Expr information(Expr t) {
        var squared = CriticalDamping.squaredCorrelation(t);
        var excess = variance.minus(Expr.ONE);
        return mean.square().plus(squared.times(excess.square()).over(Expr.ONE.plus(squared.times(excess))));
    }

    private Expr phi(int j) {
        return CriticalDamping.velocity(time(j));
    }

    private Expr phiIntegral(int j) {
        return CriticalDamping.velocityIntegral(time(j - 1), time(j));
    }

    /** eps_j^2 = E|lambda r^v + b|^2. */
    public Expr squaredError(int j) {
        var lambda = factor.minus(Expr.ONE);
        return phi(j).times(lambda).square().times(information(time(j))).minus(phi(j).times(lambda).times(2).times(offset).times(mean))
            .plus(offset.square());
    }

    /** E|s_j|^2. */
    public Expr scoreSquare(int j) {
        return phi(j).times(factor).square().times(information(time(j))).minus(phi(j).times(factor).times(2).times(offset).times(mean))
            .plus(offset.square());
    }

    /** E[s_j g_j], g_j = -Phi_j N_{s_j}. */
    public Expr scoreProduct(int j) {
        return phiIntegral(j).times(factor.times(phi(j)).times(information(time(j))).minus(offset.times(mean)));
    }

    /** Sum of a quantity over the steps j = 1..N. */
    public Expr sum(IntFunction<Expr> term) {
        return Expr.sum(IntStream.rangeClosed(1, steps).mapToObj(term).toList());
    }

    /** H_0. */
    public Expr entropy() {
        return overdamped(0).relativeEntropy();
    }

    /** KL of the joint laws on the grid: H_0 - sum_j (4 E[s_j g_j] - beta/2 E|s_j|^2). */
    public Expr chain() {
        return entropy().minus(sum(this::scoreProduct).times(4)).plus(step.beta().over(2).times(sum(this::scoreSquare)));
    }

    /** KL of the path laws: H_0 - sum_j (4 E[s_j g_j] - 2h E|s_j|^2). */
    public Expr path() {
        return entropy().minus(sum(this::scoreProduct).times(4)).plus(step.size().times(2).times(sum(this::scoreSquare)));
    }

    /**
     * The path divergence as H^k_T + sum_j 2 int E|r^v_s(Z_s) - s_j(Z_{s_j})|^2 ds over each step, with the integrand from the joint
     * Gaussian law alone: r^v_s(Z) = -phi_s (m + k_s b_s . (Z - E Z)), k_s = (v - 1)/(1 + rho_s^2 (v - 1)), and
     * Cov(b_s . Z_s, b_t . Z_t) = (1 + (v - 1) rho_s^2) rho_t^2 for s < t.
     */
    public Expr pathByTime() {
        return law(steps).relativeEntropy().plus(sum(j -> {
            var s = new Variable("s");
            return Integral.of(distance(s, time(j)), s, time(j - 1), time(j)).times(2);
        }));
    }

    private Expr distance(Expr s, Expr t) {
        var excess = variance.minus(Expr.ONE);
        var earlier = CriticalDamping.velocity(s);
        var later = CriticalDamping.velocity(t).times(factor);
        var gain = excess.times(spread(t));
        return earlier.minus(later).times(mean).plus(offset).square()
            .plus(earlier.square().times(excess).times(spread(s)))
            .minus(earlier.times(later).times(2).times(gain))
            .plus(later.square().times(gain));
    }

    /** k_t rho_t^2. */
    private Expr spread(Expr t) {
        var squared = CriticalDamping.squaredCorrelation(t);
        var excess = variance.minus(Expr.ONE);
        return excess.times(squared).over(Expr.ONE.plus(squared.times(excess)));
    }

    /** The velocity row of the score network of step j: s_j(z) = row . z + offset. */
    private MatrixExpr networkRow(int j) {
        return velocityRow().times(law(j).scoreMatrix()).scale(factor);
    }

    private Expr networkOffset(int j) {
        return velocityRow().times(law(j).scoreOffset()).trace().times(factor).plus(offset);
    }

    private static MatrixExpr velocityRow() {
        return MatrixExpr.of(Matrix.of(1, 2, (i, j) -> j == 1 ? Rational.ONE : Rational.ZERO));
    }

    /** The chain divergence by the chain rule over backward kernels of the plane, without the identities of K2 and K4. */
    public Expr chainByKernels() {
        return byKernels(j -> step.mean().plus(step.shift().times(networkRow(j))), j -> step.shift().scale(networkOffset(j)));
    }

    /** The same for the mean of Tweedie's formula, e^{hA^T} z + (e^{-hA} - e^{hA^T}) r(z) with the full score. */
    public Expr tweedieByKernels() {
        var gain = step.inverse().minus(step.mean());
        return byKernels(j -> step.mean().plus(gain.times(law(j).scoreMatrix())), j -> gain.times(law(j).scoreOffset()));
    }

    /** H^k_T + sum_j E KL(p(z_{j-1} | z_j) | N(M_j z_j + a_j, C_h)). */
    private Expr byKernels(IntFunction<MatrixExpr> matrix, IntFunction<MatrixExpr> shift) {
        var precision = step.noise().inverse();
        return law(steps).relativeEntropy().plus(sum(j -> {
            var earlier = law(j - 1);
            var later = law(j);
            var regression = earlier.covariance().times(step.mean()).times(later.precision());
            var spread = earlier.covariance().minus(regression.times(step.forward()).times(earlier.covariance()));
            var difference = regression.minus(matrix.apply(j));
            var constant = earlier.mean().minus(regression.times(later.mean())).minus(shift.apply(j));
            var center = difference.times(later.mean()).plus(constant);
            return precision.inner(spread).minus(Expr.TWO)
                .plus(precision.times(difference).times(later.covariance()).inner(difference))
                .plus(precision.times(center).inner(center))
                .plus(step.noise().logDeterminant()).minus(spread.logDeterminant())
                .times(Expr.HALF);
        }));
    }

    /** The overdamped chain divergence of the Tweedie scheme on the grid tau(s_j): H_0 - sum_j (rho_{j-1}^2 - rho_j^2)/2 J(s_j). */
    public Expr overdampedTweedieChain() {
        return entropy().minus(sum(j -> CriticalDamping.squaredCorrelation(time(j - 1)).minus(CriticalDamping.squaredCorrelation(time(j)))
            .times(information(time(j)))).over(2));
    }

    /** The law of the output (X_0, V_0), from the standard Gaussian by the affine steps. */
    public Gaussian output() {
        if (output == null) {
            var center = MatrixExpr.zero(2, 1);
            var covariance = MatrixExpr.identity(2);
            for (int j = steps; j >= 1; j--) {
                var slope = step.mean().plus(step.shift().times(networkRow(j)));
                center = slope.times(center).plus(step.shift().scale(networkOffset(j)));
                covariance = slope.times(covariance).times(slope.transpose()).plus(step.noise());
            }
            output = Gaussian.of(center, covariance);
        }
        return output;
    }

    /** KL of the data law with a standard Gaussian velocity from the law of the output. */
    public Expr truth() {
        return law(0).divergence(output());
    }

    /** KL of the data law from the first marginal of the output. */
    public Expr positionTruth() {
        return Gaussian.onLine(mean, variance).divergence(
            Gaussian.onLine(output().mean().entry(0, 0), output().covariance().entry(0, 0)));
    }
}
