package org.apodix.diffusion;

import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/** The law of one point x_0 of R^d; only |x_0|^2 matters. It has neither entropy nor Fisher information at time 0. */
public final class PointMass implements FlowLaw {

    private final Expr squaredNorm;
    private final int dimension;

    public PointMass(Rational squaredNorm, int dimension) {
        this.squaredNorm = Expr.of(squaredNorm);
        this.dimension = dimension;
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public Expr secondMoment() {
        return squaredNorm;
    }

    /** (|m|^2 - d a^2 - d log(1 - a^2))/2 with |m|^2 = a^2 |x_0|^2. */
    @Override
    public Expr entropy(NoiseLevel level) {
        var a2 = level.signal().square();
        return a2.times(squaredNorm).minus(a2.plus(a2.negate().log1p()).times(dimension)).over(2);
    }

    /** a^2 |x_0|^2 + d a^4/(1 - a^2): N(a x_0, 1 - a^2) has 1 - a^2 + 1/(1 - a^2) - 2 per coordinate. */
    @Override
    public Expr fisher(NoiseLevel level) {
        var a2 = level.signal().square();
        return a2.times(squaredNorm).plus(a2.square().over(level.noise()).times(dimension));
    }

    @Override
    public boolean hasFiniteFisher() {
        return false;
    }
}
