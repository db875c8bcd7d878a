package org.apodix.theorems.generalizationgap;

import java.util.List;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/**
 * Training on the whole population N(-mu, v)/2 + N(mu, v)/2 on the line: the model of the family {@code modes}.
 *
 * @param w     the frequencies, one per feature
 * @param phase common phase, or null for -pi/2: exact sine features
 */
public record ModesRun(List<Rational> w, Rational u, Rational phase, Rational horizon, Rational variance, Rational mu, Rational tau) implements Modes {

    private Law law() {
        return new Law(List.of(Rational.of(1, 2), Rational.of(1, 2)), List.of(List.of(mu.negate()), List.of(mu)), variance);
    }

    GradientFlows flow() {
        var b = phase == null ? Expr.PI.over(-2) : Expr.of(phase);
        var moments = new FeatureMoments(w.stream().map(x -> new Feature(List.of(x), u, b)).toList(), law(), horizon);
        return new GradientFlows(moments.gram(), moments.linear(), moments.gram(), moments.linear(), scoreEnergy(), Expr.of(tau));
    }

    /** C(mu). */
    Expr scoreEnergy() {
        return law().scoreEnergy(horizon);
    }

    Expr loss() {
        var flow = flow();
        return flow.loss(flow.theta());
    }

    Expr thetaNorm() {
        return GradientFlows.norm(flow().theta());
    }

    /** s = v + T, the variance of a mode at the end. */
    private Rational late() {
        return variance.plus(horizon);
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
        return new ModesRun(w, u, phase, horizon, variance, mu.plus(step), tau);
    }

    /** The family of G12f: w_j = j/4 for j <= 12, u = 0, b = -pi/2, T = 2, v = 1, tau = 10. */
    static ModesRun sines(Rational mu) {
        var w = java.util.stream.IntStream.rangeClosed(1, 12).mapToObj(j -> Rational.of(j, 4)).toList();
        return new ModesRun(w, Rational.ZERO, null, Rational.TWO, Rational.ONE, mu, Rational.of(10));
    }

    /** Whether this is {@link #sines} at a multiple of 1/2 from 0 to 11/2. */
    boolean isOnGrid() {
        return equals(sines(mu)) && mu.times(Rational.TWO).isInteger() && mu.signum() >= 0 && mu.compareTo(Rational.of(11, 2)) <= 0;
    }
}
