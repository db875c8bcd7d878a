package org.apodix.theorems.ratiosignrelu;

import java.util.List;
import org.apodix.audit.Draw;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Variable;
import org.apodix.network.DivisionGate;
import org.apodix.network.Network;
import org.apodix.network.SignReluGates;

/**
 * The gate y z / x on a box, and a point: the model of the family {@code gate}. The point may lie outside of the box.
 *
 * @param alpha parameter of the activation
 * @param gate  the box
 */
record GateInstance(Rational alpha, DivisionGate gate, Rational x, Rational y, Rational z) {

    static final Variable X = new Variable("x");
    static final Variable Y = new Variable("y");
    static final Variable Z = new Variable("z");

    SignReluGates gates() {
        return new SignReluGates(alpha);
    }

    Network network() {
        return gate.network(gates());
    }

    boolean isInside() {
        return x.compareTo(gate.xLeast()) >= 0 && x.compareTo(gate.xMost()) <= 0 && y.abs().compareTo(gate.yBound()) <= 0
            && z.abs().compareTo(gate.zBound()) <= 0;
    }

    Expr at(Network network, int i) {
        return Simple.at(network, i, x, y, z);
    }

    /** Output number i at every point of the box. */
    static Expr everywhere(Network network, int i) {
        return network.on(List.of(X, Y, Z)).get(i);
    }

    /** The two inner values H_x(y - z), H_x(y + z) of the gate. */
    Network harmonic() {
        return DivisionGate.harmonic(gates(), gate.innerThreshold(), gate.outerThreshold());
    }

    static GateInstance draw(Draw draw) {
        var yBound = Simple.positive(draw, 10, 4);
        var zBound = Simple.positive(draw, 10, 4);
        var slack = draw.yes() ? Rational.of(draw.integer(1, 2000), 1000) : draw.of(Rational.ONE, Rational.TWO, Rational.of(1, 1000));
        var least = yBound.plus(zBound).plus(slack);
        var most = least.plus(Rational.of(draw.integer(0, 50)));
        var gate = new DivisionGate(least, most, yBound, zBound);
        return new GateInstance(Simple.alpha(draw), gate, Simple.between(draw, least, most), Simple.within(draw, yBound),
            Simple.within(draw, zBound));
    }
}
