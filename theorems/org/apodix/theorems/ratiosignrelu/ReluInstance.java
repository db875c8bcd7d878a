package org.apodix.theorems.ratiosignrelu;

import org.apodix.audit.Draw;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Variable;
import org.apodix.network.SignReluGates;

/**
 * The exact ReLU gate on (-infinity, B], and a point: the model of the family {@code relu}. With alpha = 1 there is none, and the model stands
 * for its smooth relative.
 *
 * @param x a point; the gate is exact where it is at most B
 */
record ReluInstance(Rational alpha, Rational bound, Rational x) implements ReluModel {

    static final Variable X = new Variable("x");

    SignReluGates gates() {
        return new SignReluGates(alpha);
    }

    /** Whether alpha is 1, where sigma is continuously differentiable. */
    boolean isSmooth() {
        return alpha.equals(Rational.ONE);
    }

    boolean isInside() {
        return x.compareTo(bound) <= 0;
    }

    static ReluInstance draw(Draw draw) {
        var alpha = switch (draw.integer(0, 5)) {
            case 5 -> Rational.ONE;
            case 4 -> Rational.ONE.plus(Rational.of(10).pow(-draw.integer(1, 40)));
            case 3 -> Rational.ONE.minus(Rational.of(10).pow(-draw.integer(1, 40)));
            default -> Simple.alpha(draw);
        };
        var bound = Simple.positive(draw, 20, 6);
        var x = draw.yes() ? Simple.between(draw, Rational.ZERO, bound) : draw.rational(-30, 0, 6);
        return new ReluInstance(alpha, bound, x);
    }
}
