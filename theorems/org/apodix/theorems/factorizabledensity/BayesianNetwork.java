package org.apodix.theorems.factorizabledensity;

import java.util.ArrayList;
import java.util.List;
import org.apodix.audit.BadInput;
import org.apodix.audit.Draw;
import org.apodix.audit.Fields;
import org.apodix.enclosure.Rational;

/**
 * A law on S^D states that factorizes over a directed graph, zeros allowed. A state of all coordinates is a number, the first coordinate fastest.
 *
 * @param parents per coordinate the set of its parents, all of them earlier, as bits
 * @param tables  per coordinate, per state of its parents (the first parent slowest), the probabilities of its S states
 */
record BayesianNetwork(int states, List<Integer> parents, List<List<List<Rational>>> tables) {

    /** The parents of a graph of at most {@code mostCells} = S^D states. */
    static List<Integer> readParents(Fields fields, int states, int mostCells) {
        var parents = new ArrayList<Integer>();
        long cells = 1;
        for (var set : fields.rationals("parents")) {
            int i = parents.size();
            if (!set.isInteger() || set.signum() < 0 || i > 20 || set.compareTo(Rational.of(1L << i)) >= 0) {
                throw new BadInput("\"parents\" contains " + Fields.shorten(set.toString()) + " for coordinate " + (i + 1)
                    + "; a set of earlier coordinates is a number from 0 to 2^" + i + " - 1, one bit each");
            }
            parents.add(set.numerator().intValueExact());
            cells = Math.min(cells * states, Integer.MAX_VALUE);
        }
        if (cells > mostCells) {
            throw new BadInput("\"parents\" has " + parents.size() + " entries with S = " + states + "; S^D may be at most " + mostCells);
        }
        return List.copyOf(parents);
    }

    /** The network with the tables of this field, row after row. */
    static BayesianNetwork read(Fields fields, String name, int states, List<Integer> parents, boolean zeros) {
        var values = fields.rationals(name);
        var tables = new ArrayList<List<List<Rational>>>();
        int from = 0;
        for (var set : parents) {
            var rows = new ArrayList<List<Rational>>();
            for (int row = 0; row < power(states, Integer.bitCount(set)); row++) {
                if (from + states > values.size()) {
                    throw new BadInput("\"" + name + "\" has only " + values.size() + " entries; give S for every coordinate and state of its parents");
                }
                rows.add(law(name, values.subList(from, from + states), zeros));
                from += states;
            }
            tables.add(List.copyOf(rows));
        }
        if (from != values.size()) {
            throw new BadInput("\"" + name + "\" has " + values.size() + " entries; it must have " + from);
        }
        return new BayesianNetwork(states, parents, List.copyOf(tables));
    }

    /** The entries, if they are a law. */
    static List<Rational> law(String name, List<Rational> row, boolean zeros) {
        boolean bad = row.stream().anyMatch(value -> zeros ? value.signum() < 0 : value.signum() <= 0);
        if (bad || !row.stream().reduce(Rational.ZERO, Rational::plus).equals(Rational.ONE)) {
            throw new BadInput("\"" + name + "\" contains the row " + Fields.shorten(row.toString()) + "; a law has "
                + (zeros ? "no negative entries, and they add to 1" : "positive entries that add to 1"));
        }
        return List.copyOf(row);
    }

    /** The entries of all tables, as they are read. */
    List<Rational> flat() {
        return tables.stream().flatMap(List::stream).flatMap(List::stream).toList();
    }

    static int power(int base, int exponent) {
        return exponent == 0 ? 1 : base * power(base, exponent - 1);
    }

    int d() {
        return parents.size();
    }

    int cells() {
        return power(states, d());
    }

    /** The state of coordinate i. */
    int state(int cell, int i) {
        return cell / power(states, i) % states;
    }

    /** The states of a set of coordinates as one number, the first coordinate slowest. */
    int states(int cell, int set) {
        int number = 0;
        for (int i = 0; i < d(); i++) {
            number = (set >> i & 1) == 1 ? number * states + state(cell, i) : number;
        }
        return number;
    }

    /** Coordinate i and its parents. */
    int family(int i) {
        return parents.get(i) | 1 << i;
    }

    /** The size of the largest family. */
    int effectiveDimension() {
        int most = 0;
        for (int i = 0; i < d(); i++) {
            most = Math.max(most, Integer.bitCount(family(i)));
        }
        return most;
    }

    /** The probabilities of all cells. */
    List<Rational> joint() {
        var law = new ArrayList<Rational>();
        for (int cell = 0; cell < cells(); cell++) {
            var product = Rational.ONE;
            for (int i = 0; i < d(); i++) {
                product = product.times(tables.get(i).get(states(cell, parents.get(i))).get(state(cell, i)));
            }
            law.add(product);
        }
        return law;
    }

    /** The marginal of a set of coordinates, of any law on the cells. */
    List<Rational> marginal(List<Rational> law, int set) {
        var marginal = new ArrayList<>(java.util.Collections.nCopies(power(states, Integer.bitCount(set)), Rational.ZERO));
        for (int cell = 0; cell < law.size(); cell++) {
            if (!law.get(cell).isZero()) {
                int place = states(cell, set);
                marginal.set(place, marginal.get(place).plus(law.get(cell)));
            }
        }
        return marginal;
    }

    /** The network on the same graph whose conditionals are those of a law on the cells, uniform on a state of the parents without weight. */
    BayesianNetwork fitted(List<Rational> law) {
        var fitted = new ArrayList<List<List<Rational>>>();
        for (int i = 0; i < d(); i++) {
            var above = marginal(law, parents.get(i));
            var rows = new ArrayList<List<Rational>>();
            for (int row = 0; row < above.size(); row++) {
                rows.add(new ArrayList<>(java.util.Collections.nCopies(states, above.get(row).isZero() ? Rational.of(1, states) : Rational.ZERO)));
            }
            for (int cell = 0; cell < law.size(); cell++) {
                if (!law.get(cell).isZero()) {
                    int row = states(cell, parents.get(i));
                    var entries = rows.get(row);
                    entries.set(state(cell, i), entries.get(state(cell, i)).plus(law.get(cell).over(above.get(row))));
                }
            }
            fitted.add(rows);
        }
        return new BayesianNetwork(states, parents, fitted);
    }

    /** Tables of small weights on this graph. */
    static BayesianNetwork draw(Draw draw, int states, List<Integer> parents, boolean zeros) {
        var tables = new ArrayList<List<List<Rational>>>();
        for (var set : parents) {
            tables.add(draw.list(power(states, Integer.bitCount(set)), each -> law(each, states, zeros)));
        }
        return new BayesianNetwork(states, parents, List.copyOf(tables));
    }

    /** A law of small weights; uniform where all of them came out as 0. */
    static List<Rational> law(Draw draw, int size, boolean zeros) {
        var weights = draw.list(size, each -> Rational.of(zeros ? each.integer(0, 6) : each.integer(1, 9)));
        var total = weights.stream().reduce(Rational.ZERO, Rational::plus);
        return weights.stream().map(weight -> total.isZero() ? Rational.of(1, size) : weight.over(total)).toList();
    }
}
