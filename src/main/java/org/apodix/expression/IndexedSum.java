package org.apodix.expression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apodix.enclosure.Arithmetic;
import org.apodix.enclosure.Rational;

/**
 * The sum of one body over rows of exact values of its variables: sum over r of body(r_1, ..., r_k).
 *
 * <p>The body is stored once, so that a sum over 10000 coordinates is as small as its body and its rows. A variable of the body
 * that another node binds (an integral of a sum, say) becomes an operand of the sum.
 */
public final class IndexedSum extends Expr {

    private final Expr body;
    private final List<Variable> variables;
    private final List<List<Rational>> rows;
    private final Tape tape;

    private IndexedSum(Expr body, List<Variable> variables, List<List<Rational>> rows, List<Variable> outer) {
        super(outer.toArray(Expr[]::new));
        this.body = body;
        this.variables = variables;
        this.rows = rows;
        this.tape = Tape.of(List.of(body), concat(variables, outer));
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
        var outer = Tape.free(body, variables);
        return rows.isEmpty() ? ZERO : new IndexedSum(body, List.copyOf(variables), List.copyOf(rows), outer);
    }

    private static <X> List<X> concat(List<? extends X> first, List<? extends X> second) {
        var all = new ArrayList<X>(first);
        all.addAll(second);
        return all;
    }

    @Override
    public String label() {
        return "indexed sum over " + rows + " of " + Fingerprint.of(body, variables);
    }

    @Override
    @SuppressWarnings("unchecked")
    <T> Object evaluate(Arithmetic<T> arithmetic, Object[] values) {
        return tape.sumRows(arithmetic, rows, (List<T>) Arrays.asList(values)).get(0);
    }

    boolean hasSearch(Variable variable) {
        return tape.hasSearch(variable);
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

    /** Whether both are closed sums over the same rows, so that one pass over them serves both. */
    boolean runsWith(IndexedSum other) {
        return rows == other.rows && variables.equals(other.variables) && operands().length == 0 && other.operands().length == 0;
    }

    /** The exact sum, or null where some term is not rational or too long. */
    Rational exact(ExactReader reader, Object[] outer) {
        Rational total = Rational.ZERO;
        for (var row : rows) {
            var term = tape.exactRow(reader, concat(row, Arrays.asList(outer)));
            total = term == null ? null : reader.sum(total, term);
            if (total == null) {
                return null;
            }
        }
        return total;
    }

    /** Whether the first term may be rational, by {@link Tape#allMayBeRational}. */
    boolean mayBeRational() {
        return operands().length > 0 || tape.operations() <= Tape.WORTH_TRYING && tape.allMayBeRational(rows.get(0));
    }

    @Override
    long operations() {
        return tape.operations() * rows.size();
    }
}
