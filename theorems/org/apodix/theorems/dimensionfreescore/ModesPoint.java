package org.apodix.theorems.dimensionfreescore;

import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/**
 * Two modes on the line at a point, with the beta of the quadratic growth that is assumed of them.
 *
 * @param beta in (0, 1/2)
 */
record ModesPoint(TwoModes modes, ForwardTime time, Rational beta, Rational radius) {

    Growth growth() {
        return Growth.of(modes, beta, 1, time);
    }

    Expr density() {
        return modes.at(time, Expr.of(radius)).density();
    }

    /** P(|X_t| > R), p_t = p N(am, 1) + (1 - p) N(-am, 1): both modes have the same. */
    Expr tail() {
        var shift = modes.tailFrom(time);
        return Expr.of(radius.minus(shift)).normalTail().plus(Expr.of(radius.plus(shift)).normalTail());
    }

    /** E X_t^2 1_{|X_t| > R}: (1 + s^2) Q(l) + (l + 2s) phi(l) for N(s, 1) beyond s + l. */
    Expr secondTail() {
        var shift = modes.tailFrom(time);
        return beyond(shift).plus(beyond(shift.negate()));
    }

    private Expr beyond(Rational shift) {
        var l = Expr.of(radius.minus(shift));
        return Expr.of(Rational.ONE.plus(shift.pow(2))).times(l.normalTail()).plus(l.plus(Expr.of(shift.times(Rational.TWO))).times(Gauss.density(l)));
    }
}
