package org.apodix.expression;

import java.util.List;

/**
 * Expressions written out as scalar operations, one {@link Step} each, with an enclosure of every intermediate value: what a certificate holds.
 *
 * <p>The enclosure of a step contains the values of its operation at all points of the <em>claimed</em> enclosures of its operands. So each step can be
 * checked alone, by somebody who knows the operations and nothing else. Matrices, networks and sums over rows are written out down to numbers.
 *
 * @param steps   in an order in which operands stand before their users
 * @param outputs the steps of the expressions, in order
 * @param digits  how many significant decimal digits an end has at most that is not exact
 */
public record Recording(List<Step> steps, List<Step> outputs, int digits) {

    /**
     * Records expressions.
     *
     * @param digits    significant decimal digits of an enclosure that is not exact
     * @param exactBits values up to this size (numerator and denominator together) are kept as fractions where they are rational
     * @param maxSteps  the greatest number of steps
     * @throws NotRecordedException if there would be more steps, or if an expression holds a node that is not written out: an integral, a supremum,
     *                              the exponential of a matrix
     * @throws org.apodix.enclosure.UndefinedException if an operation is not proved to be defined on the enclosures of its operands
     */
    public static Recording of(List<Expr> expressions, int digits, int exactBits, int maxSteps) {
        var recorder = new Recorder(digits, exactBits, maxSteps);
        var outputs = Tape.of(expressions).evaluate(recorder);
        return new Recording(recorder.steps(), List.copyOf(outputs), digits);
    }
}
