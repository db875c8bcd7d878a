package org.apodix.theorems.generalizationgap;

import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/** A complex number as two expressions. */
record ComplexExpr(Expr re, Expr im) {

    static final ComplexExpr ZERO = new ComplexExpr(Expr.ZERO, Expr.ZERO);

    /** e^{i x}. */
    static ComplexExpr unit(Expr x) {
        return new ComplexExpr(x.cos(), x.sin());
    }

    /** E_T(kappa) = int_0^T e^{kappa t} dt of kappa = decay + i u: (e^{kappa T} - 1)/kappa, and T where kappa is 0. */
    static ComplexExpr timeIntegral(Rational decay, Rational u, Rational horizon) {
        if (decay.isZero() && u.isZero()) {
            return new ComplexExpr(Expr.of(horizon), Expr.ZERO);
        }
        var end = unit(Expr.of(u.times(horizon))).scale(Expr.of(decay.times(horizon)).exp());
        // 1/kappa = (decay - i u)/|kappa|^2
        var norm = Expr.of(decay.times(decay).plus(u.times(u)));
        var inverse = new ComplexExpr(Expr.of(decay).over(norm), Expr.of(u.negate()).over(norm));
        return new ComplexExpr(end.re().minus(Expr.ONE), end.im()).times(inverse);
    }

    ComplexExpr plus(ComplexExpr other) {
        return new ComplexExpr(re.plus(other.re), im.plus(other.im));
    }

    ComplexExpr times(ComplexExpr other) {
        return new ComplexExpr(re.times(other.re).minus(im.times(other.im)), re.times(other.im).plus(im.times(other.re)));
    }

    ComplexExpr scale(Expr factor) {
        return new ComplexExpr(re.times(factor), im.times(factor));
    }

    ComplexExpr conjugate() {
        return new ComplexExpr(re, im.negate());
    }

    Expr squaredModulus() {
        return re.square().plus(im.square());
    }
}
