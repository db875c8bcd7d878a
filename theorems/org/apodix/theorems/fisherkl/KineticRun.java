package org.apodix.theorems.fisherkl;

import org.apodix.diffusion.CriticalDamping;
import org.apodix.diffusion.KineticSampler;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Integral;
import org.apodix.expression.Variable;

/** One run of the kinetic sampler on data N(m, v) on the line: the model of {@code gauss_kinetic}. */
public final class KineticRun implements HasKineticFlow, KineticGrid {

    /** Beyond this time the integral of K7 is bounded by its tail, which is below 10^-80 of J(0). */
    private static final long LAST_TIME = 100;

    /**
     * The exact parameters.
     *
     * @param lambda the velocity score has the error lambda r^v + offset, or null for no such error
     * @param offset or null
     * @param eta    the free parameter of K5, or null for 1
     */
    public record Instance(Rational mean, Rational variance, Rational h, int steps, Rational lambda, Rational offset, Rational eta) {

        /** Exact velocity scores. */
        static Instance exact(Rational mean, Rational variance, Rational h, int steps) {
            return new Instance(mean, variance, h, steps, null, null, null);
        }

        boolean givesError() {
            return lambda != null || offset != null;
        }
    }

    private final Instance instance;
    private final KineticSampler sampler;
    private KineticFlow flow;

    public KineticRun(Instance instance) {
        this.instance = instance;
        this.sampler = new KineticSampler(instance.mean(), instance.variance(), instance.h(), instance.steps(), orZero(instance.lambda()),
            orZero(instance.offset()));
    }

    private static Rational orZero(Rational value) {
        return value == null ? Rational.ZERO : value;
    }

    public Instance instance() {
        return instance;
    }

    public KineticSampler sampler() {
        return sampler;
    }

    @Override
    public Rational step() {
        return instance.h();
    }

    @Override
    public int count() {
        return instance.steps();
    }

    @Override
    public Expr informationAt(int j) {
        return sampler.information(sampler.time(j));
    }

    @Override
    public Expr kineticPath() {
        return sampler.path();
    }

    @Override
    public Expr kineticEnd() {
        return sampler.overdamped(instance.steps()).relativeEntropy();
    }

    /** The upper sum over the grid within [0, 1]: on each step, and from T on where T < 1, J is at most its value at the start. */
    @Override
    public Expr upperIntegral() {
        Expr sum = Expr.ZERO;
        for (int j = 0; j <= count() && step().times(Rational.of(j)).compareTo(Rational.ONE) < 0; j++) {
            var end = j == count() ? Rational.ONE : step().times(Rational.of(j + 1L)).min(Rational.ONE);
            sum = sum.plus(informationAt(j).times(KineticGrid.rise(Expr.of(end)).minus(KineticGrid.rise(sampler.time(j)))));
        }
        return sum;
    }

    @Override
    public boolean isExact() {
        return hasExactScores();
    }

    @Override
    public boolean isVoid() {
        return isTrivial();
    }

    boolean hasExactScores() {
        return orZero(instance.lambda()).isZero() && orZero(instance.offset()).isZero();
    }

    /** Whether the network is 0 by construction, lambda = -1. */
    boolean hasZeroNetwork() {
        return orZero(instance.lambda()).equals(Rational.of(-1)) && orZero(instance.offset()).isZero();
    }

    boolean hasUnitVariance() {
        return instance.variance().equals(Rational.ONE);
    }

    /** Whether data and network are those of the standard Gaussian, so that every divergence is 0. */
    boolean isTrivial() {
        return hasUnitVariance() && instance.mean().isZero() && orZero(instance.offset()).isZero();
    }

    Expr eta() {
        return Expr.of(instance.eta() == null ? Rational.ONE : instance.eta());
    }

    Expr horizon() {
        return sampler.time(instance.steps());
    }

    /** I_0 = m^2 + (1 - v)^2/v. */
    Expr information() {
        return sampler.information(Expr.ZERO);
    }

    /** rho_T^2 = e^-2T (1 + 2T + 2T^2). */
    Expr decay() {
        return CriticalDamping.squaredCorrelation(horizon());
    }

    /**
     * kappa_kin = int_0^infinity 2s(1 - s) e^-2s J(s) ds. The mean contributes m^2 int 2s(1 - s) e^-2s = 0; the rest is integrated to
     * {@value #LAST_TIME}, and beyond S = {@value #LAST_TIME} it lies between -R and 0 with
     * R = J(S) int_S^infinity 2 s^2 e^-2s ds = J(S) e^-2S (S^2 + S + 1/2), because J does not increase and 0 <= s - 1 <= s.
     */
    Expr firstOrder() {
        if (hasUnitVariance()) {
            return Expr.ZERO;
        }
        var s = new Variable("s");
        var last = Expr.of(LAST_TIME);
        var body = s.times(2).times(Expr.ONE.minus(s)).times(s.times(-2).exp()).times(excess(s));
        var tail = excess(last).times(last.times(-2).exp()).times(last.square().plus(last).plus(Expr.HALF));
        return Integral.of(body, s, Expr.ZERO, last).minus(Expr.between(Rational.ZERO, Rational.ONE).times(tail));
    }

    /** J(s) - m^2. */
    private Expr excess(Expr s) {
        return sampler.information(s).minus(Expr.of(instance.mean()).square());
    }

    /** The flow from time 0 to the first grid time h. */
    @Override
    public KineticFlow kineticFlow() {
        if (flow == null) {
            flow = new KineticFlow(KineticFlow.Instance.product(instance.mean(), instance.variance(), Rational.ZERO, instance.h()));
        }
        return flow;
    }
}
