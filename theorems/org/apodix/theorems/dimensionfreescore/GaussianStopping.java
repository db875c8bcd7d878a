package org.apodix.theorems.dimensionfreescore;

import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/**
 * Early stopping of a Gaussian law on the line, of the tilt bx or -(lambda/2)x^2.
 *
 * @param number    b or lambda, the latter above -1
 * @param quadratic which of the two
 */
record GaussianStopping(Rational number, boolean quadratic, ForwardTime time) implements EarlyStopping {

    GaussianStopping {
        if (quadratic && number.compareTo(Rational.of(-1)) <= 0) {
            throw new IllegalArgumentException("the tilt -(" + number + "/2)x^2: it has a density for lambda > -1");
        }
    }

    private Quadratic at(Rational a) {
        return new Quadratic(number, 1, new ForwardTime(a));
    }

    @Override
    public Expr distance() {
        return quadratic ? GaussianDistance.of(at(Rational.ONE).variance(), Rational.ZERO, at(time.a()).variance())
            : GaussianDistance.shifted(Expr.of(number.abs().times(Rational.ONE.minus(time.a()))));
    }

    /** |b|, or |lambda| sqrt(2 v_0/pi). */
    @Override
    public Expr meanSlope() {
        var size = Expr.of(number.abs());
        return quadratic ? size.times(Expr.of(at(Rational.ONE).variance().times(Rational.TWO)).over(Expr.PI).sqrt()) : size;
    }

    @Override
    public Expr lipschitz() {
        return quadratic ? null : Expr.of(number.abs());
    }
}
