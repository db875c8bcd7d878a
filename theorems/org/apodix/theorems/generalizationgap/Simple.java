package org.apodix.theorems.generalizationgap;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.apodix.audit.BadInput;
import org.apodix.audit.Fields;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/** What several families read and write, and roots of sums of squares. */
final class Simple {

    private Simple() { }

    static Rational positive(Fields fields, String name) {
        var value = fields.rational(name);
        if (value.signum() <= 0) {
            throw new BadInput("\"" + name + "\" is " + Fields.shorten(value.toString()) + "; it must be positive");
        }
        return value;
    }

    /** Lists of the same length each; others are rejected. */
    static List<List<Rational>> rows(Fields fields, String name, int length) {
        var rows = fields.rows(name);
        for (var row : rows) {
            requireLength(row, name, length);
        }
        return rows;
    }

    static void requireLength(List<?> list, String name, int length) {
        if (list.size() != length) {
            throw new BadInput("\"" + name + "\" has a list of " + list.size() + " entries; it must have " + length);
        }
    }

    static void put(ObjectNode json, String name, List<Rational> values) {
        var list = json.putArray(name);
        values.forEach(value -> list.add(value.toString()));
    }

    /** Pairs [weight, coordinates]. */
    static void putWeighted(ObjectNode json, String name, List<Rational> weights, List<List<Rational>> points) {
        var pairs = json.putArray(name);
        for (int k = 0; k < weights.size(); k++) {
            var pair = pairs.addArray();
            pair.add(weights.get(k).toString());
            var point = pair.addArray();
            points.get(k).forEach(x -> point.add(x.toString()));
        }
    }

    static void putRows(ObjectNode json, String name, List<List<Rational>> rows) {
        var list = json.putArray(name);
        for (var row : rows) {
            var entries = list.addArray();
            row.forEach(value -> entries.add(value.toString()));
        }
    }

    /** Whether these are positive numbers of sum 1. */
    static boolean isDistribution(List<Rational> p) {
        return p.stream().allMatch(x -> x.signum() > 0) && p.stream().reduce(Rational.ZERO, Rational::plus).equals(Rational.ONE);
    }

    static Rational dot(List<Rational> a, List<Rational> b) {
        var sum = Rational.ZERO;
        for (int i = 0; i < a.size(); i++) {
            sum = sum.plus(a.get(i).times(b.get(i)));
        }
        return sum;
    }

    /** The root of a number that is known not to be negative: what an enclosure of it has below 0 is cut off. */
    static Expr root(Expr square) {
        return square.max(Expr.ZERO).sqrt();
    }

    static Rational parse(String text) {
        return Rational.parse(text);
    }

    static List<Rational> list(String... texts) {
        return java.util.Arrays.stream(texts).map(Rational::parse).toList();
    }
}
