package org.apodix.theorems.factorizabledensity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.apodix.audit.BadInput;
import org.apodix.audit.Draw;
import org.apodix.audit.Fields;
import org.apodix.audit.InstanceFamily;
import org.apodix.enclosure.Matrix;
import org.apodix.enclosure.Rational;

/**
 * The law of a Markov chain on S states and D coordinates, zeros allowed. A path is a number, its first coordinate the highest digit in base S.
 *
 * @param start       law of the first coordinate
 * @param transitions D - 1 matrices, row the present and column the next state
 */
record MarkovChain(List<Rational> start, List<Matrix<Rational>> transitions) {

    static MarkovChain read(Fields fields, String startName, String transitionName, int mostCells) {
        var start = fields.rationals(startName);
        int states = start.size();
        requireLaw(startName, start);
        var transitions = fields.matrices(transitionName, states, states);
        for (var matrix : transitions) {
            for (int i = 0; i < states; i++) {
                requireLaw(transitionName, row(matrix, i));
            }
        }
        if (states < 2 || Math.pow(states, transitions.size() + 1) > mostCells) {
            throw new BadInput("\"" + startName + "\" has " + states + " and \"" + transitionName + "\" " + transitions.size()
                + " entries; give at least 2 states, and at most " + mostCells + " paths");
        }
        return new MarkovChain(start, transitions);
    }

    private static void requireLaw(String name, List<Rational> law) {
        if (law.stream().anyMatch(p -> p.signum() < 0) || !law.stream().reduce(Rational.ZERO, Rational::plus).equals(Rational.ONE)) {
            throw new BadInput("\"" + name + "\" contains " + Fields.shorten(law.toString()) + "; a law has no negative entries, and they add to 1");
        }
    }

    void write(ObjectNode json, String startName, String transitionName) {
        InstanceFamily.put(json, startName, start);
        var list = json.putArray(transitionName);
        for (var matrix : transitions) {
            var rows = list.addArray();
            for (int i = 0; i < states(); i++) {
                var entries = rows.addArray();
                row(matrix, i).forEach(p -> entries.add(p.toString()));
            }
        }
    }

    private static List<Rational> row(Matrix<Rational> matrix, int i) {
        var row = new ArrayList<Rational>();
        for (int j = 0; j < matrix.columns(); j++) {
            row.add(matrix.at(i, j));
        }
        return row;
    }

    int states() {
        return start.size();
    }

    int d() {
        return transitions.size() + 1;
    }

    /** The probabilities of all S^D paths. */
    List<Rational> paths() {
        var law = start;
        for (var matrix : transitions) {
            var longer = new ArrayList<Rational>();
            for (int path = 0; path < law.size(); path++) {
                for (int next = 0; next < states(); next++) {
                    longer.add(law.get(path).times(matrix.at(path % states(), next)));
                }
            }
            law = longer;
        }
        return law;
    }

    /** The marginal of coordinates i, ..., i + length - 1 of a law on the paths of this chain, i from 0. */
    List<Rational> marginal(List<Rational> law, int i, int length) {
        int below = power(d() - i - length);
        int size = power(length);
        var marginal = new ArrayList<Rational>();
        for (int k = 0; k < size; k++) {
            marginal.add(Rational.ZERO);
        }
        for (int path = 0; path < law.size(); path++) {
            int place = path / below % size;
            marginal.set(place, marginal.get(place).plus(law.get(path)));
        }
        return marginal;
    }

    private int power(int exponent) {
        return exponent == 0 ? 1 : states() * power(exponent - 1);
    }

    /** Half of the sum of absolute differences. */
    static Rational variation(List<Rational> p, List<Rational> q) {
        var sum = Rational.ZERO;
        for (int k = 0; k < p.size(); k++) {
            sum = sum.plus(p.get(k).minus(q.get(k)).abs());
        }
        return sum.over(Rational.TWO);
    }

    /** The law with the pair marginals of a law on paths, as a chain; conditionals on a state without weight are uniform. */
    MarkovChain fitted(List<Rational> law) {
        var fitted = new ArrayList<Matrix<Rational>>();
        for (int i = 0; i + 1 < d(); i++) {
            var pair = marginal(law, i, 2);
            var single = marginal(law, i, 1);
            int s = states();
            fitted.add(Matrix.of(s, s, (a, b) -> single.get(a).isZero() ? Rational.of(1, s) : pair.get(a * s + b).over(single.get(a))));
        }
        return new MarkovChain(marginal(law, 0, 1), fitted);
    }

    /** Sum of the variations of the pairs and, if wanted, of the interior single coordinates: the bound of F15. */
    Rational lemma(List<Rational> law, List<Rational> other, boolean interior) {
        var sum = Rational.ZERO;
        for (int i = 0; i + 1 < d(); i++) {
            sum = sum.plus(variation(marginal(law, i, 2), marginal(other, i, 2)));
            sum = interior && i > 0 ? sum.plus(variation(marginal(law, i, 1), marginal(other, i, 1))) : sum;
        }
        return sum;
    }

    /** A chain with rational laws, a zero now and then. */
    static MarkovChain draw(Draw draw, int states, int d) {
        var start = law(draw, states);
        var transitions = new ArrayList<Matrix<Rational>>();
        for (int i = 1; i < d; i++) {
            var rows = draw.list(states, each -> law(each, states));
            transitions.add(Matrix.of(states, states, (a, b) -> rows.get(a).get(b)));
        }
        return new MarkovChain(start, transitions);
    }

    private static List<Rational> law(Draw draw, int states) {
        var weights = draw.list(states, each -> Rational.of(each.integer(0, 6)));
        var total = weights.stream().reduce(Rational.ZERO, Rational::plus);
        return total.isZero() ? weights.stream().map(w -> Rational.of(1, states)).toList() : weights.stream().map(w -> w.over(total)).toList();
    }
}
