package org.apodix.audit.figure;

import java.util.List;
import org.apodix.expression.Expr;

/**
 * Rows of words and numbers, such as sizes of networks beside a formula.
 *
 * @param columns heads of the columns
 */
public record Table(Heading heading, List<String> columns, List<List<Cell>> rows) implements Figure {

    /** @throws IllegalArgumentException if a row has not one cell for each column */
    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (var row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException("a row of " + row.size() + " cells under " + columns.size() + " heads");
            }
        }
    }

    /** A cell. */
    public sealed interface Cell { }

    /** Words; LaTeX between dollar signs. */
    public record Words(String text) implements Cell { }

    /** A number: shown exactly where it is rational and short, else its certified digits. */
    public record Number(Expr value) implements Cell { }

    /** A cell of words. */
    public static Cell words(String text) {
        return new Words(text);
    }

    /** A cell with a number. */
    public static Cell number(Expr value) {
        return new Number(value);
    }

    /** A cell with a whole number. */
    public static Cell number(long value) {
        return new Number(Expr.of(value));
    }
}
