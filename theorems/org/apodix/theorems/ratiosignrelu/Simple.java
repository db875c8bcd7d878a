package org.apodix.theorems.ratiosignrelu;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.apodix.audit.Draw;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.network.AffineMap;
import org.apodix.network.Network;

/** What the families share: small random fractions, lists in JSON, values of networks. */
final class Simple {

    private Simple() { }

    /** p/q with p and q from 1 to 20; 1 is simplest. */
    static Rational alpha(Draw draw) {
        return positive(draw, 20, 20);
    }

    static Rational positive(Draw draw, int numerators, int denominators) {
        return Rational.of(draw.integer(1, numerators), draw.integer(1, denominators));
    }

    /** A point of [lower, upper], one of at most 13 equally spaced ones; the lower end is simplest. */
    static Rational between(Draw draw, Rational lower, Rational upper) {
        int parts = draw.integer(1, 12);
        return lower.plus(upper.minus(lower).times(Rational.of(draw.integer(0, parts), parts)));
    }

    /** A point of [-bound, bound]; 0 is simplest. */
    static Rational within(Draw draw, Rational bound) {
        int parts = draw.integer(1, 12);
        return bound.times(Rational.of(draw.integer(-parts, parts), parts));
    }

    static void put(ObjectNode json, String name, List<Rational> values) {
        var list = json.putArray(name);
        values.forEach(value -> list.add(value.toString()));
    }

    /** The outputs of hidden layer number {@code layer}, counted from 1, as a network. */
    static Network units(Network network, int layer) {
        var hidden = network.hidden().subList(0, layer);
        return Network.of(hidden, AffineMap.identity(hidden.get(layer - 1).outputs()));
    }

    /** Output number i at a point. */
    static Expr at(Network network, int i, Rational... point) {
        return network.on(java.util.Arrays.stream(point).map(Expr::of).toList()).get(i);
    }
}
