package org.apodix.report.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apodix.audit.Enclosed;
import org.apodix.audit.Ladder;
import org.apodix.enclosure.Decimals;
import org.apodix.enclosure.Digits;
import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.UndefinedException;
import org.apodix.expression.Expr;

/**
 * A number of a figure: its enclosure, or why there is none.
 *
 * @param enclosed the enclosure, bounded; null where there is none
 * @param problem  why there is none, or empty
 */
record Value(Enclosed enclosed, String problem) {

    /** Digits asked for: more than can be drawn, few enough to be cheap. */
    static final int DIGITS = 12;
    private static final int FRACTION = 24;
    private static final Ladder LADDER = Ladder.ofDigits(100);

    /** Encloses every number; those that are undefined do not disturb the others. */
    static List<Value> of(List<Expr> numbers) {
        try {
            return numbers.isEmpty() ? List.of() : Enclosed.shown(numbers, Collections.nCopies(numbers.size(), DIGITS), LADDER).stream().map(Value::bounded).toList();
        } catch (UndefinedException e) {
            var values = new ArrayList<Value>();
            numbers.forEach(number -> values.add(alone(number)));
            return values;
        }
    }

    static Value of(Expr number) {
        return alone(number);
    }

    private static Value alone(Expr number) {
        try {
            return bounded(Enclosed.shown(List.of(number), List.of(DIGITS), LADDER).get(0));
        } catch (UndefinedException e) {
            return none("not proved to be defined");
        }
    }

    private static Value bounded(Enclosed enclosed) {
        return enclosed.interval().isBounded() ? new Value(enclosed, "") : none("not enclosed within the precision budget");
    }

    static Value none(String problem) {
        return new Value(null, problem);
    }

    boolean isKnown() {
        return enclosed != null;
    }

    boolean isPositive() {
        return isKnown() && interval().isPositive();
    }

    DyadicInterval interval() {
        return enclosed.interval();
    }

    /** The lower end, rounded down, for a table that is read by machines. */
    String lower() {
        return isKnown() ? enclosed.lower(DIGITS) : "";
    }

    String upper() {
        return isKnown() ? enclosed.upper(DIGITS) : "";
    }

    /** The value itself where it is rational and short, else empty. */
    String exact() {
        return isKnown() && enclosed.exact() != null ? enclosed.exact().toString() : "";
    }

    /** For people: the number itself where it is short, else its certified digits, or why there are none. */
    String shown() {
        if (!isKnown()) {
            return problem;
        }
        var exact = exact();
        if (!exact.isEmpty() && exact.length() <= FRACTION) {
            return exact;
        }
        return digits(DIGITS);
    }

    /** Certified digits. */
    String digits(int digits) {
        return enclosed.exact() != null ? Digits.of(enclosed.exact(), digits) : Digits.of(enclosed.interval(), digits);
    }

    /** Few digits: for words that describe a drawing. */
    String roughly() {
        return isKnown() ? new BigDecimal(Decimals.lower(interval(), 9)).round(new MathContext(3)).stripTrailingZeros().toString().replace("E+", "e").replace('E', 'e') : problem;
    }
}
