package org.apodix.expression;

import java.util.List;
import org.apodix.enclosure.Rational;

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

    /** A checker that computes exactly could not work with far greater ones. */
    static final int GREATEST_POWER = 99_999;

    /** The number behind the text of an end; its power of ten may be greater than those of numbers that people write, up to {@value #GREATEST_POWER}. */
    public static Rational end(String text) {
        int place = text.indexOf('e');
        if (place < 0) {
            return Rational.parse(text);
        }
        int power = Integer.parseInt(text.substring(place + 1));
        if (Math.abs((long) power) > GREATEST_POWER) {
            throw new IllegalArgumentException("the power of ten in " + text + " is beyond " + GREATEST_POWER);
        }
        return Rational.parse(text.substring(0, place)).times(Rational.of(10).pow(power));
    }

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
