package org.apodix.theorems.generalizationgap;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Integral;
import org.apodix.expression.MatrixExpr;
import org.apodix.expression.Variable;

/**
 * A sampler whose output is Gaussian although the data are any mixture: the model of the family {@code likelihood}.
 *
 * <p>The score is s(t, x) = -kappa x + f(t), f(t) = theta psi(t) with features psi_j(t) = cos(u_j t + b_j)/sqrt(m) of time alone. From N(m_pi, v_pi I) the reverse
 * diffusion dY = s(T - r, Y) dr + dB ends in N(M, V I) with M = e^{-kappa T} m_pi + int_0^T e^{-kappa t} f(t) dt and
 * V = e^{-2 kappa T} v_pi + int_0^T e^{-2 kappa t} dt, by variation of constants. The frozen weights of x are 0, the linear unit is one of its own.
 */
public final class LikelihoodRun {

    /**
     * The exact parameters.
     *
     * @param weights  of the centers, positive of sum 1
     * @param variance v of every mode, 0 for finitely many points
     * @param theta    d rows of length m
     * @param kappa    not negative
     */
    public record Instance(List<Rational> weights, List<List<Rational>> centers, Rational variance, List<Rational> u, List<Rational> b,
            List<List<Rational>> theta, Rational kappa, Rational horizon, List<Rational> priorMean, Rational priorVariance) {

        int dimension() {
            return centers.get(0).size();
        }
    }

    private static final Variable TIME = new Variable("t");

    private final Instance instance;
    private final int d;

    LikelihoodRun(Instance instance) {
        this.instance = instance;
        this.d = instance.dimension();
    }

    public Instance instance() {
        return instance;
    }

    private Expr horizon() {
        return Expr.of(instance.horizon());
    }

    private Rational mean(int i) {
        var sum = Rational.ZERO;
        for (int k = 0; k < instance.weights().size(); k++) {
            sum = sum.plus(instance.weights().get(k).times(instance.centers().get(k).get(i)));
        }
        return sum;
    }

    /** E|X_0 - c|^2. */
    private Expr spread(List<Expr> c) {
        var terms = new ArrayList<Expr>(List.of(Expr.of(instance.variance().times(Rational.of(d)))));
        for (int k = 0; k < instance.weights().size(); k++) {
            for (int i = 0; i < d; i++) {
                terms.add(Expr.of(instance.centers().get(k).get(i)).minus(c.get(i)).square().times(Expr.of(instance.weights().get(k))));
            }
        }
        return Expr.sum(terms);
    }

    /** int_0^T e^{-rate t} f_i(t) dt, by E_T(-rate + i u_j). */
    private Expr force(int i, Rational rate) {
        var terms = new ArrayList<Expr>();
        for (int j = 0; j < instance.u().size(); j++) {
            var e = ComplexExpr.timeIntegral(rate.negate(), instance.u().get(j), instance.horizon());
            terms.add(ComplexExpr.unit(Expr.of(instance.b().get(j))).times(e).re().times(Expr.of(instance.theta().get(i).get(j))));
        }
        return Expr.sum(terms).over(Expr.of(instance.u().size()).sqrt());
    }

    /** f_i(t). */
    private Expr drive(int i) {
        var terms = new ArrayList<Expr>();
        for (int j = 0; j < instance.u().size(); j++) {
            var angle = TIME.times(Expr.of(instance.u().get(j))).plus(Expr.of(instance.b().get(j)));
            terms.add(angle.cos().times(Expr.of(instance.theta().get(i).get(j))));
        }
        return Expr.sum(terms).over(Expr.of(instance.u().size()).sqrt());
    }

    private Expr decay(int times) {
        return Expr.of(instance.kappa().times(instance.horizon()).times(Rational.of(-times))).exp();
    }

    /** -E log of the density of N(mean, variance I) under the data with {@code extra} noise. */
    private Expr crossEntropy(List<Expr> mean, Expr variance, Rational extra) {
        var square = spread(mean).plus(Expr.of(extra.times(Rational.of(d))));
        return Expr.PI.times(2).times(variance).log().times(d).plus(square.over(variance)).over(2);
    }

    /** E_{p_0}[-log p_0^theta] with the output in closed form. */
    Expr outputCrossEntropy() {
        var output = new ArrayList<Expr>();
        for (int i = 0; i < d; i++) {
            output.add(decay(1).times(Expr.of(instance.priorMean().get(i))).plus(force(i, instance.kappa())));
        }
        var noise = ComplexExpr.timeIntegral(instance.kappa().times(Rational.of(-2)), Rational.ZERO, instance.horizon()).re();
        return crossEntropy(output, decay(2).times(Expr.of(instance.priorVariance())).plus(noise), Rational.ZERO);
    }

    /** The same with the mean and the variance of the output by quadrature. */
    Expr outputCrossEntropyByQuadrature() {
        var output = new ArrayList<Expr>();
        var weight = TIME.times(Expr.of(instance.kappa().negate())).exp();
        for (int i = 0; i < d; i++) {
            output.add(decay(1).times(Expr.of(instance.priorMean().get(i))).plus(Integral.of(weight.times(drive(i)), TIME, Expr.ZERO, horizon())));
        }
        var variance = decay(2).times(Expr.of(instance.priorVariance())).plus(Integral.of(weight.square(), TIME, Expr.ZERO, horizon()));
        return crossEntropy(output, variance, Rational.ZERO);
    }

    /** E_{p_0}[-log pi] or E_{p_T}[-log pi]. */
    Expr priorCrossEntropy(boolean late) {
        var mean = instance.priorMean().stream().map(Expr::of).toList();
        return crossEntropy(mean, Expr.of(instance.priorVariance()), late ? instance.horizon() : Rational.ZERO);
    }

    /** (1/2) int_0^T E|s|^2 dt, in closed form; |f|^2 by G of G1 for features of time. */
    Expr halfSquare() {
        int m = instance.u().size();
        var features = new ArrayList<Feature>();
        for (int j = 0; j < m; j++) {
            features.add(new Feature(Collections.nCopies(d, Rational.ZERO), instance.u().get(j), Expr.of(instance.b().get(j))));
        }
        var gram = new FeatureMoments(features, Law.empirical(instance.centers()), instance.horizon()).gram();
        var theta = MatrixExpr.of(org.apodix.enclosure.Matrix.of(d, m, (i, j) -> instance.theta().get(i).get(j)));
        var cross = new ArrayList<Expr>();
        for (int i = 0; i < d; i++) {
            cross.add(force(i, Rational.ZERO).times(Expr.of(mean(i).times(instance.kappa()).times(Rational.of(-2)))));
        }
        var square = spread(Collections.nCopies(d, Expr.ZERO)).times(horizon())
            .plus(Expr.of(instance.horizon().times(instance.horizon()).times(Rational.of(d)).over(Rational.TWO)));
        return square.times(Expr.of(instance.kappa()).square()).plus(Expr.sum(cross)).plus(theta.times(gram).inner(theta)).over(2);
    }

    /** The same by quadrature: E|s|^2 = kappa^2 (E|X_0|^2 + d t) - 2 kappa E X_0 . f + |f|^2 at one time. */
    Expr halfSquareByQuadrature() {
        var kappa = Expr.of(instance.kappa());
        var terms = new ArrayList<Expr>();
        terms.add(spread(Collections.nCopies(d, Expr.ZERO)).plus(TIME.times(d)).times(kappa.square()));
        for (int i = 0; i < d; i++) {
            terms.add(drive(i).square().minus(kappa.times(2).times(Expr.of(mean(i))).times(drive(i))));
        }
        return Integral.of(Expr.sum(terms).over(2), TIME, Expr.ZERO, horizon());
    }

    /** -int_0^T E div s dt = kappa d T. */
    Expr contraction() {
        return Expr.of(instance.kappa().times(instance.horizon()).times(Rational.of(d)));
    }
}
