package org.apodix.theorems.fisherkl;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.apodix.diffusion.FlowLaw;
import org.apodix.diffusion.Mixture;
import org.apodix.diffusion.NoiseLevel;
import org.apodix.diffusion.PointMass;
import org.apodix.diffusion.Scheme;
import org.apodix.diffusion.StepWeights;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/**
 * One run with early stopping at time delta, for data that have a second moment only, and the score (1 + lambda) r: the model of
 * {@code dirac_early_stopping} and {@code atoms_early_stopping}. Grid: s_0 = delta, s_{j+1} = s_j + c min(1, s_j), until s_N >= T.
 */
public final class StoppedRun implements MomentModel {

    /**
     * The exact parameters.
     *
     * @param point  the data as one point, of which {@code law} is the law, or null
     * @param lambda the score error is lambda r; null for exact scores
     */
    public record Instance(FlowLaw law, Point point, Rational delta, Rational c, Rational horizon, Rational lambda) { }

    /** The data x_0 of R^d: |x_0|^2 and d. */
    public record Point(Rational squaredNorm, int dimension) { }

    private final Instance instance;
    private final List<Rational> times = new ArrayList<>();
    private final List<StepWeights> steps = new ArrayList<>();
    private final Expr[] fishers;
    private final Expr[] entropies;
    private Expr unitEntropy;

    public StoppedRun(Instance instance) {
        this.instance = instance;
        times.add(instance.delta());
        while (last().compareTo(instance.horizon()) < 0) {
            var h = instance.c().times(last().min(Rational.ONE));
            times.add(last().plus(h));
            steps.add(StepWeights.ofStep(Expr.of(h)));
        }
        this.fishers = new Expr[times.size()];
        this.entropies = new Expr[times.size()];
    }

    private Rational last() {
        return times.get(times.size() - 1);
    }

    public Instance instance() {
        return instance;
    }

    /** N. */
    int count() {
        return steps.size();
    }

    /** s_N. */
    Expr end() {
        return Expr.of(last());
    }

    boolean hasExactScores() {
        return instance.lambda() == null || instance.lambda().isZero();
    }

    private Expr factor() {
        return Expr.of(instance.lambda() == null ? Rational.ONE : Rational.ONE.plus(instance.lambda()));
    }

    private NoiseLevel level(int j) {
        return NoiseLevel.atTime(Expr.of(times.get(j)));
    }

    /** I_{s_j}. */
    Expr fisher(int j) {
        if (fishers[j] == null) {
            fishers[j] = instance.law().fisher(level(j));
        }
        return fishers[j];
    }

    /** H_{s_j}. */
    Expr entropy(int j) {
        if (entropies[j] == null) {
            entropies[j] = instance.law().entropy(level(j));
        }
        return entropies[j];
    }

    /** H at time 1. */
    private Expr unitEntropy() {
        if (unitEntropy == null) {
            unitEntropy = instance.law().entropy(NoiseLevel.atTime(Expr.ONE));
        }
        return unitEntropy;
    }

    /** sum_j weight_j I_{s_j}. */
    private Expr sum(BiFunction<StepWeights, Integer, Expr> weight) {
        var terms = new ArrayList<Expr>();
        for (int j = 1; j < times.size(); j++) {
            terms.add(weight.apply(steps.get(j - 1), j).times(fisher(j)));
        }
        return Expr.sum(terms);
    }

    /** H_delta - sum_j (A (1 + lambda) - 2 theta (1 + lambda)^2) I for EI, H_delta - sum_j w (1 - lambda^2) I for TW. */
    Expr chain(Scheme scheme) {
        var f = factor();
        if (scheme == Scheme.TWEEDIE) {
            return entropy(0).minus(sum((w, j) -> w.tweedie()).times(f.times(Expr.TWO.minus(f))));
        }
        return entropy(0).minus(hasExactScores() ? sum((w, j) -> w.exponentialIntegrator())
            : sum((w, j) -> w.linear().times(f).minus(w.theta().times(2).times(f.square()))));
    }

    /** H_delta - sum_j (A (1 + lambda) - h (1 + lambda)^2) I. */
    Expr path() {
        return entropy(0).minus(sum((w, j) -> w.linear().times(factor()).minus(w.step().times(factor().square()))));
    }

    /** sum_j weight_j eps_j^2, eps_j^2 = lambda^2 I_{s_j}: the weight is c'h for EI and w for TW. */
    Expr error(Scheme scheme) {
        return hasExactScores() ? Expr.ZERO : sum((w, j) -> scheme == Scheme.TWEEDIE ? w.tweedie() : w.scoreError())
            .times(factor().minus(Expr.ONE).square());
    }

    /** H_{s_N} + c (delta I_delta + H_delta - H_1 - I_{s_N}). */
    Expr entropyRule() {
        var drop = Expr.of(instance.delta()).times(fisher(0)).plus(entropy(0)).minus(unitEntropy()).minus(fisher(count()));
        return entropy(count()).plus(Expr.of(instance.c()).times(drop));
    }

    /** e^{-2(s_N - delta)} H_delta + c ((delta + 1/2) e^{-2 delta} M_2 + (d/2) log(1/(1 - e^{-2 delta}))). */
    Expr momentRule() {
        var delta = Expr.of(instance.delta());
        var a2 = delta.times(-2).exp();
        var spread = delta.plus(Expr.HALF).times(a2).times(secondMoment())
            .minus(level(0).noise().log().times(dimension()).over(2));
        return Expr.of(last().minus(instance.delta())).times(-2).exp().times(entropy(0)).plus(Expr.of(instance.c()).times(spread));
    }

    /** The bound of R9(c) on N: the least k with (1 + c)^k >= 1/delta, plus the least k with k c >= T - 1, plus 1. */
    long mostSteps() {
        long geometric = 0;
        for (var s = instance.delta(); s.compareTo(Rational.ONE) < 0; s = s.times(Rational.ONE.plus(instance.c()))) {
            geometric++;
        }
        long linear = 0;
        for (var s = Rational.ONE; s.compareTo(instance.horizon()) < 0; s = s.plus(instance.c())) {
            linear++;
        }
        return geometric + linear + 1;
    }

    /**
     * KL(p_delta | law X_0) for one point: the output is N(m x_0, V I) from (0, 1) by F = q + c (1 + lambda)(1 - 1/v), m <- F m +
     * c (1 + lambda) a/v, V <- F^2 V + 1 - q^2, with a = e^-s, v = 1 - a^2 at s_j and c the coefficient of the scheme.
     */
    Expr truth(Scheme scheme) {
        Expr mean = Expr.ZERO;
        Expr variance = Expr.ONE;
        for (int j = count(); j >= 1; j--) {
            var q = Expr.of(times.get(j - 1).minus(times.get(j))).exp();
            var gain = scheme.coefficient(q).times(factor());
            var at = level(j);
            var slope = q.plus(gain.times(Expr.ONE.minus(Expr.ONE.over(at.noise()))));
            mean = slope.times(mean).plus(gain.times(at.signal()).over(at.noise()));
            variance = slope.square().times(variance).plus(steps.get(j - 1).noise());
        }
        var start = level(0);
        var ratio = start.noise().over(variance);
        var shift = start.signal().minus(mean).square().times(secondMoment()).over(variance);
        return shift.plus(ratio.minus(Expr.ONE).minus(ratio.log()).times(dimension())).over(2);
    }

    @Override
    public Expr momentEntropy() {
        return entropy(0);
    }

    @Override
    public Expr momentFisher() {
        return fisher(0);
    }

    @Override
    public Expr secondMoment() {
        return instance.law().secondMoment();
    }

    @Override
    public int dimension() {
        return instance.law().dimension();
    }

    @Override
    public Expr momentSignal() {
        return level(0).signal();
    }

    @Override
    public boolean isPoint() {
        return instance.point() != null || instance.law() instanceof Mixture mixture && mixture.centers().stream().distinct().count() == 1;
    }

    /** The instance for one point. */
    static StoppedRun point(Rational squaredNorm, int dimension, Rational delta, Rational c, Rational horizon, Rational lambda) {
        return new StoppedRun(new Instance(new PointMass(squaredNorm, dimension), new Point(squaredNorm, dimension), delta, c, horizon, lambda));
    }
}
