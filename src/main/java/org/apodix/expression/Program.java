package org.apodix.expression;

import java.util.List;

/**
 * Expressions with free variables written out as scalar operations that claim nothing of their values: an {@code input} for each variable, then a step per
 * operation. Matrices, networks and sums over rows are written out down to numbers.
 *
 * @param steps   in an order in which operands stand before their users; their ends are null, but of a {@code const}
 * @param outputs the steps of the expressions, in order
 */
public record Program(List<Step> steps, List<Step> outputs) {

    /**
     * Writes out expressions as functions of these variables.
     *
     * @throws NotRecordedException if an expression holds a node that is not written out: an integral, a supremum, the exponential of a matrix
     */
    public static Program of(List<Expr> expressions, List<Variable> variables) {
        return Programmer.program(Tape.of(expressions, variables), variables.size());
    }
}
