package org.apodix.audit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Step;

/**
 * What follows from the claimed ends of two sides: the rules of docs/semantics.md once more, on fractions, as a checker applies them.
 *
 * @param attained whether overlapping narrow sides decide
 * @param tooth    whether the statement is false by intent: then a fit can be refuted
 */
record Conclusion(Statement<?> statement, Step left, Step right, boolean attained, boolean tooth) {

    private static final Rational TOUCHING_WIDTH = Rational.of(10).pow(-30);

    /** The verdict, or null where the ends leave it open. */
    Verdict verdict() {
        return switch (statement.relation()) {
            case AT_MOST -> left.upper().compareTo(right.lower()) <= 0 ? holds()
                : left.lower().compareTo(right.upper()) > 0 ? fails() : touching();
            case EQUAL -> left.isExact() && right.isExact() && left.lower().equals(right.lower()) ? holds()
                : overlap() ? touching() : Verdict.REFUTED;
            case FIT -> fit();
        };
    }

    private Verdict holds() {
        return statement.kind() == Kind.FITTED || statement.kind() == Kind.STATISTICAL ? Verdict.SUPPORTED : Verdict.VERIFIED;
    }

    /** One sample refutes no statement about a probability. */
    private Verdict fails() {
        return statement.kind() == Kind.STATISTICAL && !tooth ? null : Verdict.REFUTED;
    }

    private Verdict fit() {
        var tolerance = statement.tolerance();
        var apart = right.lower().minus(left.upper()).max(left.lower().minus(right.upper()));
        if (apart.compareTo(tolerance) > 0) {
            return tooth ? Verdict.REFUTED : null;
        }
        var most = right.upper().minus(left.lower()).max(left.upper().minus(right.lower()));
        return most.compareTo(tolerance) <= 0 ? holds() : null;
    }

    private Verdict touching() {
        return attained && overlap() && isNarrow(left) && isNarrow(right) ? Verdict.TOUCHING : null;
    }

    private boolean overlap() {
        return left.lower().compareTo(right.upper()) <= 0 && right.lower().compareTo(left.upper()) <= 0;
    }

    private static boolean isNarrow(Step side) {
        var least = side.lower().signum() > 0 ? side.lower() : side.upper().negate();
        return least.signum() > 0 && side.upper().minus(side.lower()).compareTo(least.times(TOUCHING_WIDTH)) <= 0;
    }

    ObjectNode json() {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("relation", statement.relation().symbol()).put("left", left.place()).put("right", right.place());
        if (statement.relation() == Relation.FIT) {
            json.put("tolerance", statement.tolerance().toString());
        }
        if (attained) {
            json.put("attained", true);
        }
        return json;
    }
}
