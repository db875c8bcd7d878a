package org.apodix.diffusion;

import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/**
 * The uniform law on [-L, L]: its relative Fisher information is infinite. At time t > 0, with s^2 = 1 - a^2 and x >= 0,
 * p(x) = (Q((x - aL)/s) - Q((x + aL)/s))/(2aL), Q the upper tail of the standard Gaussian.
 */
public final class UniformLaw extends ConvolvedLaw {

    private final Rational radius;

    public UniformLaw(Rational radius) {
        this.radius = radius;
    }

    /** L. */
    @Override
    public Rational radius() {
        return radius;
    }

    @Override
    public Rational mean() {
        return Rational.ZERO;
    }

    @Override
    public Rational variance() {
        return radius.pow(2).over(Rational.of(3));
    }

    @Override
    public boolean hasFiniteFisher() {
        return false;
    }

    @Override
    Expr bound() {
        return Expr.of(radius);
    }

    @Override
    Expr kernel() {
        return Expr.ZERO;
    }

    @Override
    Rational middle() {
        return Rational.ZERO;
    }

    @Override
    boolean isSymmetric() {
        return true;
    }

    /** At time 0: -log 2L + log(2 pi)/2 + L^2/6. */
    @Override
    public Expr entropy(NoiseLevel level) {
        return level.isNone() ? Expr.PI.times(2).log().over(2).minus(Expr.of(radius).times(2).log()).plus(Expr.of(radius).square().over(6))
            : super.entropy(level);
    }

    @Override
    public Point at(NoiseLevel level, Expr x) {
        var edge = level.signal().times(Expr.of(radius));
        var s = level.noise().sqrt();
        var near = x.minus(edge).over(s);
        var far = x.plus(edge).over(s);
        var mass = near.normalTail().minus(far.normalTail());
        var density = mass.over(edge.times(2));
        var score = x.minus(normalDensity(near).minus(normalDensity(far)).over(s).over(mass));
        var logRatio = density.log().plus(x.square().over(2)).plus(Expr.PI.times(2).log().over(2));
        return new Point(density, score, logRatio);
    }
}
