package org.apodix.theorems.fisherkl;

import java.util.stream.IntStream;
import org.apodix.diffusion.CriticalDamping;
import org.apodix.diffusion.NoiseLevel;
import org.apodix.diffusion.UniformLaw;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/** The kinetic sampler with exact velocity scores on data that are uniform on [-L, L]: the model of {@code uniform_kinetic}. */
public final class UniformKineticRun implements KineticGrid {

    /** Cells of the upper sum for K, in sqrt(s). */
    private static final int CELLS = 64;
    /** C_Phi = int phi^2/Phi, section 8 of fisher-kl; a test computes it by quadrature. */
    static final Expr C_PHI = Expr.between(Rational.parse("0.903197285568625353632"), Rational.parse("0.903197285568625353633"));

    /** From this time on e^-2s s^2 is below 10^-47. */
    private static final long LATE = 60;

    /** The exact parameters L, h, N. */
    public record Instance(Rational radius, Rational h, int steps) { }

    private final Instance instance;
    private final UniformLaw law;
    private final Expr[] fishers;
    private Expr end;

    public UniformKineticRun(Instance instance) {
        this.instance = instance;
        this.law = new UniformLaw(instance.radius());
        this.fishers = new Expr[instance.steps() + 1];
    }

    public Instance instance() {
        return instance;
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
    public boolean isExact() {
        return true;
    }

    @Override
    public boolean isVoid() {
        return false;
    }

    private Rational exactTime(int j) {
        return instance.h().times(Rational.of(j));
    }

    private static NoiseLevel level(Rational t) {
        return new NoiseLevel(CriticalDamping.squaredCorrelation(Expr.of(t)).sqrt(), CriticalDamping.lostCorrelation(t));
    }

    /** The level of the overdamped flow at grid time j. */
    NoiseLevel level(int j) {
        return level(exactTime(j));
    }

    Expr entropy() {
        return law.entropy(NoiseLevel.NONE);
    }

    /** tau(h). */
    Expr firstClock() {
        return CriticalDamping.clock(Expr.of(instance.h()));
    }

    /**
     * J(s_j), from {@value #LATE} on as the set from 0 to M_2 + a^2/(1 - a^2), a = rho (R9(a)): there the relative score is so small that it is lost among
     * the digits, and phi^2 J, which is what is summed, is below 10^-47 (1 + L^2).
     */
    @Override
    public Expr informationAt(int j) {
        if (fishers[j] == null) {
            var time = exactTime(j);
            var squared = CriticalDamping.squaredCorrelation(Expr.of(time));
            fishers[j] = time.compareTo(Rational.of(LATE)) < 0 ? law.fisher(level(time)).over(squared)
                : Expr.between(Rational.ZERO, Rational.ONE).times(law.secondMoment().plus(squared.over(Expr.ONE.minus(squared))));
        }
        return fishers[j];
    }

    /** H_0 - sum_j (4 Phi_j phi_{s_j} - 2h phi_{s_j}^2) J(s_j). */
    @Override
    public Expr kineticPath() {
        return entropy().minus(Expr.sum(IntStream.rangeClosed(1, count()).mapToObj(j -> {
            var t = Expr.of(exactTime(j));
            var phi = CriticalDamping.velocity(t);
            var gain = CriticalDamping.velocityIntegral(Expr.of(exactTime(j - 1)), t).times(4).minus(phi.times(Expr.of(step())).times(2));
            return gain.times(phi).times(informationAt(j));
        }).toList()));
    }

    /** H_{tau(T)}, late as the set from 0 to the bound of R9(b), which is about a^2 (M_2 + a^2/2)/2. */
    @Override
    public Expr kineticEnd() {
        if (end == null) {
            var time = exactTime(count());
            var squared = CriticalDamping.squaredCorrelation(Expr.of(time));
            end = time.compareTo(Rational.of(LATE)) < 0 ? law.entropy(level(time)) : Expr.between(Rational.ZERO, Rational.ONE)
                .times(squared.times(law.secondMoment()).minus(squared).minus(squared.negate().log1p()).over(2));
        }
        return end;
    }

    /**
     * The elementary upper bound of J(s), s > 0 (section 6.3 of fisher-kl): with a = rho_s and d^2 = 1 - a^2,
     * I <= C_Phi/(a L d)/(1 - Phi(-aL/d)/Phi(aL/d)) - 1 - a^2 + a^2 L^2/3, because for x >= 0 |p'| <= phi_d(x - aL)/(2aL) and
     * Phi((-aL - x)/d)/Phi((aL - x)/d) decreases in x.
     */
    Expr elementary(Rational s) {
        var at = level(s);
        var edge = at.signal().times(Expr.of(instance.radius()));
        var ratio = edge.over(at.noise().sqrt());
        var bound = C_PHI.over(edge.times(at.noise().sqrt())).over(Expr.ONE.minus(ratio.normalTail().over(ratio.normalCdf())))
            .minus(Expr.ONE).minus(at.signal().square()).plus(edge.square().over(3));
        return bound.over(at.signal().square());
    }

    /** The bound at s = h. */
    Expr elementaryFirst() {
        return elementary(instance.h());
    }

    /**
     * An upper bound of K by an upper sum in sqrt(s): on a cell J is at most the elementary bound at its start. On the first cell, up to
     * s_1: 1 - a^2 >= e^-2s (2s)^3/6 and e^-s <= a <= 1 give J(s) <= B s^{-3/2} + e^{2 s_1} L^2/3 with
     * B = C_Phi sqrt(6) e^{4 s_1}/(2^{3/2} L (1 - R)), R the ratio of tails at s_1 (it decreases with aL/d, and that with s). Weights there: 4s.
     */
    @Override
    public Expr upperIntegral() {
        var first = Rational.of(1, (long) CELLS * CELLS);
        var s = Expr.of(first);
        var at = level(first);
        var ratio = at.signal().times(Expr.of(instance.radius())).over(at.noise().sqrt());
        var b = C_PHI.times(Expr.of(6).sqrt()).times(s.times(4).exp()).over(Expr.of(8).sqrt().times(Expr.of(instance.radius())))
            .over(Expr.ONE.minus(ratio.normalTail().over(ratio.normalCdf())));
        // int_0^{s_1} 4s (B s^{-3/2} + k) ds = 8 B sqrt(s_1) + 2 k s_1^2
        var sum = b.times(s.sqrt()).times(8).plus(s.times(2).exp().times(Expr.of(instance.radius()).square()).over(3).times(s.square()).times(2));
        for (int i = 2; i <= CELLS; i++) {
            var from = Rational.of((long) (i - 1) * (i - 1), (long) CELLS * CELLS);
            var to = Rational.of((long) i * i, (long) CELLS * CELLS);
            sum = sum.plus(elementary(from).times(KineticGrid.rise(Expr.of(to)).minus(KineticGrid.rise(Expr.of(from)))));
        }
        return sum;
    }
}
