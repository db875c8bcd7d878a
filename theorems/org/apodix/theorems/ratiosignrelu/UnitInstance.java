package org.apodix.theorems.ratiosignrelu;

import org.apodix.audit.Draw;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Variable;
import org.apodix.network.SignReluGates;

/**
 * Gates of one unit per layer, with two points: the model of the family {@code units}.
 *
 * @param alpha     parameter of the activation
 * @param threshold tau > 0, the threshold of the reciprocal and the floor of the clip
 * @param steepness L > 0, of the clips and of the limit of ReLU
 * @param bound     B > 0, the bound of the carry, the radius of the clip and the range of the limit of ReLU
 * @param t         a point
 * @param f         a point, at least tau
 */
record UnitInstance(Rational alpha, Rational threshold, Rational steepness, Rational bound, Rational t, Rational f) {

    static final Variable T = new Variable("t");
    static final Variable F = new Variable("f");

    SignReluGates gates() {
        return new SignReluGates(alpha);
    }

    /** Statements for all points are proved up to this distance from 0, far beyond all breaks. */
    Rational far() {
        return threshold.max(bound).plus(Rational.ONE).times(Rational.of(1000));
    }

    static UnitInstance draw(Draw draw) {
        var threshold = Simple.positive(draw, 20, 20);
        return new UnitInstance(Simple.alpha(draw), threshold, Simple.positive(draw, 30, 6), Simple.positive(draw, 20, 6),
            draw.rational(-12, 12, 6), threshold.plus(draw.rational(0, 8, 6)));
    }
}
