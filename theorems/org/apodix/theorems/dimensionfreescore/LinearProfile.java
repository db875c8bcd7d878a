package org.apodix.theorems.dimensionfreescore;

import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/** LIN: h(z) = b z. All laws are Gaussian with unit variance, and the posterior is N(sigma b, 1) at every x. */
record LinearProfile(Rational b) implements Profile {

    @Override
    public Expr value(Expr z) {
        return z.times(Expr.of(b));
    }

    @Override
    public Expr slope(Expr z) {
        return Expr.of(b);
    }

    @Override
    public Rational lipschitz() {
        return b.abs();
    }

    @Override
    public boolean isBounded() {
        return b.isZero();
    }

    @Override
    public boolean isBoundedBelow() {
        return b.isZero();
    }

    @Override
    public Expr infimum() {
        return bound();
    }

    @Override
    public Expr supremum() {
        return bound();
    }

    private Expr bound() {
        if (!b.isZero()) {
            throw new IllegalStateException("the linear tilt of slope " + b + " is not bounded");
        }
        return Expr.ZERO;
    }

    @Override
    public boolean isConstant() {
        return b.isZero();
    }

    /** e^{b^2/2}. */
    @Override
    public Expr normalizer() {
        return Expr.of(b.times(b)).over(2).exp();
    }

    @Override
    public Expr secondMoment() {
        return Expr.of(Rational.ONE.plus(b.times(b)));
    }

    @Override
    public Moments at(ForwardTime time, Expr x) {
        var s = Expr.of(b).times(time.noise());
        var square = b.times(b).times(time.variance());
        return new Moments() {

            @Override
            Expr density() {
                return x.times(Expr.of(b.times(time.a()))).plus(Expr.of(square).over(2)).exp();
            }

            /** W = e^{su - s^2/2}. */
            @Override
            Expr moment(int p, int k) {
                var scale = Expr.of(square.times(Rational.of((long) k * (k - 1), 2))).exp();
                return scale.times(Gauss.shifted(p, s.times(k)));
            }

            @Override
            Expr slopeMoment(int p, int k) {
                return Expr.of(b.pow(p)).times(weighted(0, k));
            }
        };
    }

    @Override
    public Moments under(ForwardTime time, Expr x, Size use) {
        return at(time, x);
    }

    @Override
    public Expr error() {
        return Expr.ZERO;
    }

    /** F phi/Z is the density of N(a b, 1). */
    @Override
    public Expr tail(ForwardTime time, Expr from) {
        return from.minus(Expr.of(tailFrom(time))).normalTail().times(2).times(normalizer());
    }

    @Override
    public Rational tailFrom(ForwardTime time) {
        return b.abs().times(time.a());
    }
}
