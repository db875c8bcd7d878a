package org.apodix.expression;

import java.util.List;
import org.apodix.enclosure.Arithmetic;
import org.apodix.enclosure.Rational;

/**
 * The sum of one body over rows of exact values of its variables: sum over r of body(r_1, ..., r_k).
 *
 * <p>The body is stored once, so that a sum over 10000 coordinates is as small as its body and its rows.
 */
public final class IndexedSum extends Expr {

    private final Expr body;
    private final List<Variable> variables;
    private final List<List<Rational>> rows;
    private final Tape tape;

    private IndexedSum(Expr body, List<Variable> variables, List<List<Rational>> rows) {
        this.body = body;
        this.variables = variables;
        this.rows = rows;
        this.tape = Tape.of(List.of(body), variables);
    }

    /**
     * The sum of {@code body} over {@code rows}.
     *
     * @param rows one list per term, one value per variable; a row of another length is rejected
     */
    public static Expr of(Expr body, List<Variable> variables, List<List<Rational>> rows) {
        for (var row : rows) {
            if (row.size() != variables.size()) {
                throw new IllegalArgumentException("a row of " + row.size() + " values for " + variables.size() + " variables");
            }
        }
        return rows.isEmpty() ? ZERO : new IndexedSum(body, List.copyOf(variables), List.copyOf(rows));
    }

    @Override
    public String label() {
        return "indexed sum over " + rows + " of " + Fingerprint.of(body, variables);
    }

    @Override
    <T> Object evaluate(Arithmetic<T> arithmetic, Object[] values) {
        return tape.sumRows(arithmetic, rows).get(0);
    }

    Expr body() {
        return body;
    }

    List<Variable> variables() {
        return variables;
    }

    List<List<Rational>> rows() {
        return rows;
    }

    /** Whether both are sums over the same rows, so that one pass over them serves both. */
    boolean runsWith(IndexedSum other) {
        return rows == other.rows && variables.equals(other.variables);
    }

    /** The exact sum, or null where some term is not rational or too long. */
    Rational exact(ExactReader reader) {
        Rational total = Rational.ZERO;
        for (var row : rows) {
            var term = tape.exactRow(reader, row);
            total = term == null ? null : reader.sum(total, term);
            if (total == null) {
                return null;
            }
        }
        return total;
    }

    /** Whether the first term may be rational, by {@link Tape#mayBeRational}. */
    boolean mayBeRational() {
        return tape.mayBeRational(rows.get(0));
    }

    @Override
    long operations() {
        return tape.operations() * rows.size();
    }
}
