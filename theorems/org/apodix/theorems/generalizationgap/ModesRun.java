package org.apodix.theorems.generalizationgap;

import java.util.List;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/** Training on the whole population N(-mu, v)/2 + N(mu, v)/2 on the line: the model of the family {@code modes}. */
public final class ModesRun implements Modes {

    /**
     * The exact parameters.
     *
     * @param w     the frequencies, one per feature
     * @param phase common phase, or null for -pi/2: exact sine features
     */
    public record Instance(List<Rational> w, Rational u, Rational phase, Rational horizon, Rational variance, Rational mu, Rational tau) { }

    private final Instance instance;
    private final Rational mu;
    private final Rational variance;
    private final Rational horizon;
    private final GradientFlows flow;

    /** The run; its expressions are built once, so that the statements about it share their integrals. */
    ModesRun(Instance instance) {
        this.instance = instance;
        this.mu = instance.mu();
        this.variance = instance.variance();
        this.horizon = instance.horizon();
        var law = new Law(List.of(Rational.of(1, 2), Rational.of(1, 2)), List.of(List.of(mu.negate()), List.of(mu)), variance);
        var b = instance.phase() == null ? Expr.PI.over(-2) : Expr.of(instance.phase());
        var moments = new FeatureMoments(instance.w().stream().map(x -> new Feature(List.of(x), instance.u(), b)).toList(), law, horizon);
        this.flow = new GradientFlows(moments.gram(), moments.linear(), moments.gram(), moments.linear(), law.scoreEnergy(horizon), Expr.of(instance.tau()));
    }

    public Instance instance() {
        return instance;
    }

    Rational mu() {
        return mu;
    }

    GradientFlows flow() {
        return flow;
    }

    /** C(mu). */
    Expr scoreEnergy() {
        return flow.constant();
    }

    Expr loss() {
        return flow.loss(flow.theta());
    }

    /** L(theta(tau)) - C. */
    Expr descent() {
        return flow.withoutConstant(flow.theta());
    }

    Expr thetaNorm() {
        return GradientFlows.norm(flow.theta());
    }

    /** s = v + T, the variance of a mode at the end. */
    private Rational late() {
        return variance.plus(horizon);
    }

    /** The two modes at T as a fair sign in noise. */
    SignChannel channel() {
        return new SignChannel(mu.times(mu).over(late()));
    }

    /** log((v + T)/v)/2. */
    Expr gaussianEnergy() {
        return Expr.of(late().over(variance)).log().over(2);
    }

    /** E ReLU(X_T)^2, mode by mode: (mu^2 + s) Phi(mu/sqrt(s)) + mu sqrt(s) phi(mu/sqrt(s)) of N(mu, s). */
    Expr reluMoment() {
        return reluMoment(mu).plus(reluMoment(mu.negate())).over(2);
    }

    private Expr reluMoment(Rational center) {
        var root = Expr.of(late()).sqrt();
        var z = Expr.of(center).over(root);
        return z.normalCdf().times(Expr.of(center.times(center).plus(late()))).plus(SignInformation.density(z).times(root).times(Expr.of(center)));
    }

    /** (mu^2 + s)/2. */
    Expr reluClosed() {
        return Expr.of(mu.times(mu).plus(late()).over(Rational.TWO));
    }

    ModesRun shifted(Rational step) {
        return new ModesRun(new Instance(instance.w(), instance.u(), instance.phase(), horizon, variance, mu.plus(step), instance.tau()));
    }

    /** The family of G12f: w_j = j/4 for j <= 12, u = 0, b = -pi/2, T = 2, v = 1, tau = 10. */
    static ModesRun sines(Rational mu) {
        return new ModesRun(grid(mu));
    }

    private static Instance grid(Rational mu) {
        var w = java.util.stream.IntStream.rangeClosed(1, 12).mapToObj(j -> Rational.of(j, 4)).toList();
        return new Instance(w, Rational.ZERO, null, Rational.TWO, Rational.ONE, mu, Rational.of(10));
    }

    /** Whether this is {@link #sines} at a multiple of 1/2 from 0 to 11/2. */
    boolean isOnGrid() {
        return instance.equals(grid(mu)) && mu.times(Rational.TWO).isInteger() && mu.signum() >= 0 && mu.compareTo(Rational.of(11, 2)) <= 0;
    }

    /** Whether B is not 0 by symmetry: cosine features of phase 0 are even, and the score is odd. */
    boolean learns() {
        return !(instance.u().isZero() && instance.phase() != null && instance.phase().isZero()) && instance.w().stream().noneMatch(Rational::isZero);
    }
}
