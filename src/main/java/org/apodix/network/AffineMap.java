package org.apodix.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apodix.enclosure.Arithmetic;
import org.apodix.enclosure.Rational;

/**
 * A sparse affine map x -> W x + b with exact rational weights. Immutable.
 *
 * <p>Equal weights are one shared value: it is converted once per evaluation and counted once in the distinct weights.
 */
public final class AffineMap {

    private final int inputs;
    private final List<Row> rows;
    /** The distinct weights and biases, and per row the places of its weights among them, the bias last. */
    private final List<Rational> values;
    private final int[][] places;
    /** The place of the weight 1, or -1. */
    private final int one;

    private AffineMap(int inputs, List<Row> rows) {
        this.inputs = inputs;
        this.rows = List.copyOf(rows);
        this.places = new int[rows.size()][];
        var known = new LinkedHashMap<Rational, Integer>();
        for (int i = 0; i < places.length; i++) {
            var terms = rows.get(i).terms();
            if (!terms.isEmpty() && terms.get(terms.size() - 1).column() >= inputs) {
                throw new IllegalArgumentException("a row with column " + terms.get(terms.size() - 1).column() + " of a map of " + inputs
                    + " inputs");
            }
            places[i] = new int[terms.size() + 1];
            for (int k = 0; k < terms.size(); k++) {
                places[i][k] = place(terms.get(k).weight(), known);
            }
            places[i][terms.size()] = place(rows.get(i).bias(), known);
        }
        this.values = List.copyOf(known.keySet());
        this.one = known.getOrDefault(Rational.ONE, -1);
    }

    private static int place(Rational value, Map<Rational, Integer> known) {
        var place = known.putIfAbsent(value, known.size());
        return place == null ? known.size() - 1 : place;
    }

    /** The map with these rows; none, or one that reads beyond the inputs, is rejected. */
    public static AffineMap of(int inputs, List<Row> rows) {
        if (inputs < 1 || rows.isEmpty()) {
            throw new IllegalArgumentException("an affine map from " + inputs + " to " + rows.size() + " numbers");
        }
        return new AffineMap(inputs, rows);
    }

    public static AffineMap of(int inputs, Row... rows) {
        return of(inputs, List.of(rows));
    }

    public static AffineMap identity(int size) {
        return of(size, IntStream.range(0, size).mapToObj(j -> Row.unit(j, Rational.ONE, Rational.ZERO)).toList());
    }

    /** The entries of these columns, in this order. */
    public static AffineMap selection(int inputs, int... columns) {
        return of(inputs, IntStream.of(columns).mapToObj(j -> Row.unit(j, Rational.ONE, Rational.ZERO)).toList());
    }

    public int inputs() {
        return inputs;
    }

    public int outputs() {
        return rows.size();
    }

    public List<Row> rows() {
        return rows;
    }

    /** The map x -> next(this(x)), with one matrix. */
    public AffineMap then(AffineMap next) {
        require(next.inputs == outputs(), next);
        var merged = new ArrayList<Row>();
        for (var row : next.rows) {
            merged.add(Row.combination(row.terms().stream().map(term -> rows.get(term.column())).toList(),
                row.terms().stream().map(Row.Term::weight).toList(), row.bias()));
        }
        return of(inputs, merged);
    }

    /** (x, y) -> (this(x), other(y)). */
    public AffineMap beside(AffineMap other) {
        var shifted = other.rows.stream().map(row -> row.shifted(inputs));
        return of(inputs + other.inputs, Stream.concat(rows.stream(), shifted).toList());
    }

    /** x -> (this(x), other(x)). */
    public AffineMap stackedOn(AffineMap other) {
        require(inputs == other.inputs, other);
        return of(inputs, Stream.concat(rows.stream(), other.rows.stream()).toList());
    }

    /** factor times this map. */
    public AffineMap scaled(Rational factor) {
        return of(inputs, rows.stream().map(row -> Row.combination(List.of(row), List.of(factor), Rational.ZERO)).toList());
    }

    /** The number of weights and biases that are not 0. */
    public int nonzeros() {
        return rows.stream().mapToInt(Row::nonzeros).sum();
    }

    /** The distinct non-zero weights and biases, in order of appearance. */
    public List<Rational> distinct() {
        return values.stream().filter(value -> !value.isZero()).toList();
    }

    /** Sets around W x + b for all x with entries from the given sets. */
    public <T> List<T> apply(Arithmetic<T> arithmetic, List<T> input) {
        var weights = new ArrayList<T>(values.size());
        for (var value : values) {
            weights.add(arithmetic.of(value));
        }
        var results = new ArrayList<T>(rows.size());
        for (int i = 0; i < places.length; i++) {
            var row = rows.get(i);
            int size = row.terms().size();
            T sum = row.bias().isZero() && size > 0 ? null : weights.get(places[i][size]);
            for (int k = 0; k < size; k++) {
                var term = row.terms().get(k);
                T x = input.get(term.column());
                T product = places[i][k] == one ? x : arithmetic.multiply(weights.get(places[i][k]), x);
                sum = sum == null ? product : arithmetic.add(sum, product);
            }
            results.add(sum);
        }
        return results;
    }

    private void require(boolean fits, AffineMap other) {
        if (!fits) {
            throw new IllegalArgumentException("affine maps from " + inputs + " to " + outputs() + " and from " + other.inputs + " to "
                + other.outputs() + " numbers do not fit");
        }
    }
}
