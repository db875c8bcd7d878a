package org.apodix.theorems.dimensionfreescore;

import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/** A ridge tilt at one point: x = theta.x, a number. */
final class RidgePoint {

    private final RidgeTilt tilt;
    private final Rational x;
    private final Moments moments;

    RidgePoint(RidgeTilt tilt, Rational x) {
        this.tilt = tilt;
        this.x = x;
        // the weights of a constant tilt are 1: exactly, where its own formulas enclose
        var profile = tilt.profile().isConstant() ? new LinearProfile(Rational.ZERO) : tilt.profile();
        this.moments = profile.at(tilt.time(), Expr.of(x));
    }

    RidgeTilt tilt() {
        return tilt;
    }

    Rational x() {
        return x;
    }

    private synchronized Expr read(java.util.function.Function<Moments, Expr> reader) {
        return reader.apply(moments);
    }

    /** E[uW]. */
    Expr mean() {
        return read(m -> m.weighted(1, 1));
    }

    /** sigma E[h'W]. */
    Expr slopeMean() {
        return tilt.time().noise().times(read(m -> m.slopes(1, 1)));
    }

    /** mu_k. */
    Expr mu(int k) {
        return read(m -> m.mu(k));
    }

    /** V' = E[W^2 (h' - r')^2], from the moments. */
    Expr gradientVariance() {
        return read(m -> m.centralSlope(2, 2));
    }

    /** C^2 (sqrt(rho - 1) + sqrt(rho))^2, which R4 has before its bound of rho. */
    Expr localBound() {
        var rho = mu(2);
        var root = rho.minus(Expr.ONE).max(Expr.ZERO).sqrt().plus(rho.sqrt());
        return root.square().times(Expr.of(tilt.profile().lipschitz().pow(2)));
    }

    /** V = V_1 + (d - 1) rho. */
    Expr steinVariance() {
        return read(m -> m.central(2, 2)).plus(mu(2).times(tilt.dimension() - 1L));
    }
}
