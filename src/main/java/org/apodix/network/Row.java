package org.apodix.network;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apodix.enclosure.Rational;

/**
 * One affine function w . x + b with exact weights, of which only the non-zero ones are kept.
 *
 * @param terms the non-zero weights by increasing column
 */
public record Row(List<Term> terms, Rational bias) {

    /** A weight and the entry of x that it belongs to, counted from 0. */
    public record Term(int column, Rational weight) { }

    public Row {
        terms = List.copyOf(terms);
        int last = -1;
        for (var term : terms) {
            if (term.column <= last || term.weight.isZero()) {
                throw new IllegalArgumentException("the terms of a row are non-zero and ordered by column: column " + term.column
                    + ", weight " + term.weight);
            }
            last = term.column;
        }
    }

    /** The row of a full list of weights. */
    public static Row of(List<Rational> weights, Rational bias) {
        var terms = new ArrayList<Term>();
        for (int j = 0; j < weights.size(); j++) {
            if (!weights.get(j).isZero()) {
                terms.add(new Term(j, weights.get(j)));
            }
        }
        return new Row(terms, bias);
    }

    /** weight * x_column + bias. */
    public static Row unit(int column, Rational weight, Rational bias) {
        return new Row(weight.isZero() ? List.of() : List.of(new Term(column, weight)), bias);
    }

    /** The sum of the rows, each times its factor. */
    static Row combination(List<Row> rows, List<Rational> factors, Rational bias) {
        var weights = new TreeMap<Integer, Rational>();
        for (int k = 0; k < rows.size(); k++) {
            var factor = factors.get(k);
            bias = bias.plus(factor.times(rows.get(k).bias));
            for (var term : rows.get(k).terms) {
                weights.merge(term.column, factor.times(term.weight), Rational::plus);
            }
        }
        var terms = new ArrayList<Term>();
        weights.forEach((column, weight) -> {
            if (!weight.isZero()) {
                terms.add(new Term(column, weight));
            }
        });
        return new Row(terms, bias);
    }

    /** The same function of a vector in which this one's entries start at {@code offset}. */
    Row shifted(int offset) {
        return new Row(terms.stream().map(term -> new Term(term.column + offset, term.weight)).toList(), bias);
    }

    int nonzeros() {
        return terms.size() + (bias.isZero() ? 0 : 1);
    }
}
