package org.apodix.theorems.generalizationgap;

import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.ImproperIntegral;
import org.apodix.expression.TailBound;
import org.apodix.expression.Variable;

/**
 * The losses at one time t of the score theta cos(w x + u t + b) for data N(mean - mu, v)/2 + N(mean + mu, v)/2 on the line: the model of the family
 * {@code score_slice}.
 *
 * <p>Explicit: E|s(X_t) - grad log p_t(X_t)|^2/2. Denoising: E|s(X_t) + Z/sqrt(t)|^2/2. Implicit: E[|s|^2/2 + s'].
 *
 * <p>mu is 0 for one Gaussian. The expressions are built once, so that the statements about a slice share their integrals.
 */
public final class ScoreSlice implements Matching {

    /** The exact parameters. */
    public record Instance(Rational mean, Rational variance, Rational mu, Rational w, Rational u, Rational b, Rational time, Rational theta) { }

    private static final Variable Z = new Variable("z");
    private static final Variable L = new Variable("L");

    private final Instance instance;
    private final Rational mean;
    private final Rational variance;
    private final Rational mu;
    private final Rational w;
    private final Rational time;
    private final Rational theta;
    private final Expr fisher;
    private final Expr explicit;
    private final Expr denoising;

    ScoreSlice(Instance instance) {
        this.instance = instance;
        this.mean = instance.mean();
        this.variance = instance.variance();
        this.mu = instance.mu();
        this.w = instance.w();
        this.time = instance.time();
        this.theta = instance.theta();
        this.fisher = new ModePair(mu.times(mu), variance.plus(time)).fisher();
        this.explicit = explicitLoss();
        this.denoising = denoisingLoss();
    }

    public Instance instance() {
        return instance;
    }

    boolean isGaussian() {
        return mu.isZero();
    }

    private Expr phase(Expr x) {
        return x.times(Expr.of(w)).plus(Expr.of(instance.u().times(time).plus(instance.b())));
    }

    private Expr late() {
        return Expr.of(variance.plus(time));
    }

    /** E|s(X_t) - grad log p_t(X_t)|^2/2. */
    Expr explicit() {
        return explicit;
    }

    /** E|s(X_t) + Z/sqrt(t)|^2/2. */
    Expr denoising() {
        return denoising;
    }

    /** By quadrature over z, X_t = mean -+ mu + sqrt(v + t) z; |grad log p_t| <= (|z| + 2 mu/sqrt(v + t))/sqrt(v + t). */
    private Expr explicitLoss() {
        var body = isGaussian() ? squaredGap(mu) : squaredGap(mu).plus(squaredGap(mu.negate())).over(2);
        return overNormal(body.over(2), late(), Expr.of(mu.abs().times(Rational.TWO)).over(late()));
    }

    private Expr squaredGap(Rational center) {
        var root = late().sqrt();
        var x = Expr.of(mean.plus(center)).plus(root.times(Z));
        var score = ModePair.scaledScore(Expr.of(mu).over(root), Z.plus(Expr.of(center).over(root))).over(root);
        return phase(x).cos().times(Expr.of(theta)).minus(score).square();
    }

    /**
     * By quadrature over the noise z; the data are integrated out, E cos(w X_0 + c) = e^{-w^2 v/2} cos(w mu) cos(w mean + c).
     */
    private Expr denoisingLoss() {
        var noise = Expr.of(time).sqrt();
        var x = Expr.of(mean).plus(noise.times(Z));
        var rate = w.times(w).times(variance);
        var square = Expr.ONE.plus(Expr.of(rate.times(Rational.of(-2))).exp().times(modes(2)).times(phase(x).times(2).cos())).over(2)
            .times(Expr.of(theta).square());
        var mixed = Expr.of(rate.over(Rational.of(-2))).exp().times(modes(1)).times(phase(x).cos()).times(Z).over(noise)
            .times(Expr.of(theta.times(Rational.TWO)));
        return overNormal(square.plus(mixed).plus(Z.square().over(Expr.of(time))).over(2), Expr.of(time), Expr.ZERO);
    }

    /** cos(k w mu): what the two modes do to the mean of cos(k w X + c). */
    private Expr modes(int k) {
        return Expr.of(w.times(mu).times(Rational.of(k))).cos();
    }

    /**
     * Both integrands are at most (|theta| + |z|/sqrt(scale) + shift)^2/2 <= 3 (theta^2 + z^2/scale + shift^2)/2, and the integral of phi z^2 beyond L is
     * L phi(L) + Q(L).
     */
    private Expr overNormal(Expr body, Expr scale, Expr shift) {
        var beyond = L.normalTail();
        var square = L.times(SignInformation.density(L)).plus(beyond);
        var tail = beyond.times(Expr.of(theta).square().plus(shift.square())).plus(square.over(scale)).times(3);
        return ImproperIntegral.of(body.times(SignInformation.density(Z)), Z, new TailBound(tail, L, Rational.ONE));
    }

    /** theta^2 E cos^2/2 - theta w E sin, in closed form. */
    Expr implicit() {
        var rate = w.times(w).times(variance.plus(time));
        var center = phase(Expr.of(mean));
        var square = Expr.ONE.plus(Expr.of(rate.times(Rational.of(-2))).exp().times(modes(2)).times(center.times(2).cos())).over(4)
            .times(Expr.of(theta).square());
        return square.minus(Expr.of(rate.over(Rational.of(-2))).exp().times(modes(1)).times(center.sin()).times(Expr.of(theta.times(w))));
    }

    /** E|grad log p_t|^2: 1/(v + t) of one Gaussian, of two modes by quadrature. */
    Expr fisher() {
        return fisher;
    }

    /** v/(2 t (v + t)): {@link #difference} of one Gaussian. */
    Expr gaussianDifference() {
        return Expr.of(variance).over(late().times(Expr.of(time)).times(2));
    }

    Rational time() {
        return time;
    }

    /** (1/t - E|grad log p_t|^2)/2, which is v/(2 t (v + t)) for one Gaussian. */
    Expr difference() {
        return isGaussian() ? gaussianDifference()
            : Expr.of(time.inverse()).minus(fisher).over(2);
    }
}
