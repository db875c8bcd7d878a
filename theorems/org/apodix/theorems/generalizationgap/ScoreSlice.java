package org.apodix.theorems.generalizationgap;

import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.ImproperIntegral;
import org.apodix.expression.TailBound;
import org.apodix.expression.Variable;

/**
 * The losses at one time t of the score theta cos(w x + u t + b) for data N(m, v) on the line: the model of the family {@code score_slice}.
 *
 * <p>Explicit: E|s(X_t) - grad log p_t(X_t)|^2/2. Denoising: E|s(X_t) + Z/sqrt(t)|^2/2. Implicit: E[|s|^2/2 + s'].
 */
public record ScoreSlice(Rational mean, Rational variance, Rational w, Rational u, Rational b, Rational time, Rational theta) implements Matching {

    private static final Variable Z = new Variable("z");
    private static final Variable L = new Variable("L");

    private Expr phase(Expr x) {
        return x.times(Expr.of(w)).plus(Expr.of(u.times(time).plus(b)));
    }

    private Expr late() {
        return Expr.of(variance.plus(time));
    }

    /** By quadrature over X_t = m + sqrt(v + t) z of the integrand (theta cos + z/sqrt(v + t))^2/2 phi. */
    Expr explicit() {
        var x = Expr.of(mean).plus(late().sqrt().times(Z));
        var gap = phase(x).cos().times(Expr.of(theta)).plus(Z.over(late().sqrt()));
        return overNormal(gap.square().over(2), late());
    }

    /**
     * By quadrature over the noise z; the data are integrated out, E cos(w X_0 + c) = e^{-w^2 v/2} cos(w m + c).
     */
    Expr denoising() {
        var noise = Expr.of(time).sqrt();
        var x = Expr.of(mean).plus(noise.times(Z));
        var rate = w.times(w).times(variance);
        var square = Expr.ONE.plus(Expr.of(rate.times(Rational.of(-2))).exp().times(phase(x).times(2).cos())).over(2).times(Expr.of(theta).square());
        var mixed = Expr.of(rate.over(Rational.of(-2))).exp().times(phase(x).cos()).times(Z).over(noise).times(Expr.of(theta.times(Rational.TWO)));
        return overNormal(square.plus(mixed).plus(Z.square().over(Expr.of(time))).over(2), Expr.of(time));
    }

    /**
     * Both integrands are at most (|theta| + |z|/sqrt(scale))^2/2 <= theta^2 + z^2/scale, and the integral of phi z^2 beyond L is L phi(L) + Q(L).
     */
    private Expr overNormal(Expr body, Expr scale) {
        var beyond = L.normalTail();
        var square = L.times(SignInformation.density(L)).plus(beyond);
        var tail = beyond.times(Expr.of(theta).square()).plus(square.over(scale)).times(2);
        return ImproperIntegral.of(body.times(SignInformation.density(Z)), Z, new TailBound(tail, L, Rational.ONE));
    }

    /** theta^2 E cos^2/2 - theta w E sin, in closed form. */
    Expr implicit() {
        var rate = w.times(w).times(variance.plus(time));
        var center = phase(Expr.of(mean));
        var square = Expr.ONE.plus(Expr.of(rate.times(Rational.of(-2))).exp().times(center.times(2).cos())).over(4).times(Expr.of(theta).square());
        return square.minus(Expr.of(rate.over(Rational.of(-2))).exp().times(center.sin()).times(Expr.of(theta.times(w))));
    }

    /** 1/(v + t). */
    Expr fisher() {
        return Expr.ONE.over(late());
    }

    /** v/(2 t (v + t)). */
    Expr difference() {
        return Expr.of(variance).over(late().times(Expr.of(time)).times(2));
    }
}
