package org.apodix.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.apodix.audit.Enclosed;
import org.apodix.audit.Engine;
import org.apodix.audit.Fields;
import org.apodix.enclosure.Decimals;
import org.apodix.enclosure.Digits;
import org.apodix.enclosure.UndefinedException;
import org.apodix.expression.Notation;
import org.apodix.expression.NotationException;
import org.apodix.expression.Tape;

/**
 * An expression in ordinary notation with its answer.
 *
 * @param value the enclosure, or null where there is none
 * @param error why there is none, or null
 */
record Calculation(String expression, Enclosed value, String error) {

    private static final int SHOWN_CHARACTERS = 40;
    /** Digits where the precision ladder ends, whatever is asked for: what cancels may need them. */
    private static final int LEAST_LADDER = 600;
    /** So many operations or more, which an integral has, are not tried with that many digits. */
    private static final int HEAVY = 1_000;
    private static final int HEAVY_RESERVE = 40;

    /** Encloses to {@code digits}; what is no expression, and what is not proved to be defined, gets an error. */
    static Calculation of(String expression, int digits, Engine engine) {
        try {
            var tree = List.of(Notation.parse(expression));
            boolean heavy = Tape.of(tree).operations() >= HEAVY;
            var ladder = engine.ladder(heavy ? 2 * digits + HEAVY_RESERVE : Math.max(LEAST_LADDER, 2 * digits));
            return new Calculation(expression, Enclosed.of(tree, digits, ladder).get(0), null);
        } catch (NotationException e) {
            return new Calculation(expression, null, e.getMessage());
        } catch (UndefinedException e) {
            return new Calculation(expression, null, "the expression \"" + Fields.shorten(expression)
                + "\" is not proved to be defined: " + e.getMessage() + " (keep to the domain of the operation)");
        } catch (ArithmeticException e) {
            // exact steps on numbers beyond 2^16777216: the line has an answer of its own, the other lines keep theirs
            return new Calculation(expression, null, "the expression \"" + Fields.shorten(expression)
                + "\" leaves the range of the arithmetic: " + e.getMessage() + " (scale it)");
        }
    }

    boolean failed() {
        return error != null;
    }

    /** {@code expression}, and the ends or the error, by docs/contract.md. */
    ObjectNode json(int digits) {
        var json = JsonNodeFactory.instance.objectNode().put("expression", expression);
        return failed() ? json.put("error", error) : json.setAll(Ends.json(value, digits));
    }

    /** The answer for people: certified digits where the digits asked for were reached, else both ends. */
    String line(int digits) {
        if (failed()) {
            return "error: " + error;
        }
        if (!value.reached()) {
            return "[" + Decimals.lower(value.interval(), digits) + ", " + Decimals.upper(value.interval(), digits) + "]";
        }
        if (value.exact() == null) {
            return Digits.of(value.interval(), digits);
        }
        var decimal = Digits.of(value.exact(), digits);
        var exact = value.exact().toString();
        return exact.equals(decimal) || exact.length() > SHOWN_CHARACTERS ? decimal : decimal + "  = " + exact;
    }
}
