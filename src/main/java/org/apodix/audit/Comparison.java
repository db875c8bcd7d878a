package org.apodix.audit;

import org.apodix.enclosure.DyadicArithmetic;
import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.Rational;

/**
 * Two enclosed sides and what follows from them, by the rules of docs/semantics.md. Nothing but end points decides.
 *
 * @param exactLeft  the left side where it is known exactly, or null; likewise {@code exactRight}
 * @param level      what the enclosures were computed with: {@code double}, {@code dyadic-128}, ..., or {@code exact}
 */
record Comparison(Outcome outcome, DyadicInterval left, DyadicInterval right, Rational exactLeft, Rational exactRight,
        String level) {

    enum Outcome { HOLDS, TOUCHES, FAILS, OPEN }

    /** Narrower than this, relative to the value, enclosures that overlap are touching. */
    private static final Rational TOUCHING_WIDTH = Rational.of(10).pow(-30);
    private static final DyadicArithmetic RATIO = new DyadicArithmetic(192);

    /** Compares two enclosures; {@code touching} says whether overlapping narrow ones decide. */
    static Comparison of(Statement<?> statement, DyadicInterval left, DyadicInterval right, boolean touching, String level) {
        var outcome = switch (statement.relation()) {
            case AT_MOST -> left.upper().compareTo(right.lower()) <= 0 ? Outcome.HOLDS
                : left.lower().compareTo(right.upper()) > 0 ? Outcome.FAILS : Outcome.OPEN;
            // two equal points are exact and equal
            case EQUAL -> left.isPoint() && left.equals(right) ? Outcome.HOLDS
                : left.intersects(right) ? Outcome.OPEN : Outcome.FAILS;
            case FIT -> fit(left, right, statement.tolerance());
        };
        if (outcome == Outcome.OPEN && touching && narrow(left) && narrow(right)) {
            outcome = Outcome.TOUCHES;
        }
        return new Comparison(outcome, left, right, null, null, level);
    }

    /** Whether left lies within the tolerance of right: for all of the sets, for none, or open. */
    private static Outcome fit(DyadicInterval left, DyadicInterval right, Rational tolerance) {
        if (!left.isBounded() || !right.isBounded()) {
            return Outcome.OPEN;
        }
        var below = right.lower().toRational().minus(left.upper().toRational());
        var above = left.lower().toRational().minus(right.upper().toRational());
        if (below.compareTo(tolerance) > 0 || above.compareTo(tolerance) > 0) {
            return Outcome.FAILS;
        }
        var farBelow = right.upper().toRational().minus(left.lower().toRational());
        var farAbove = left.upper().toRational().minus(right.lower().toRational());
        return farBelow.max(farAbove).compareTo(tolerance) <= 0 ? Outcome.HOLDS : Outcome.OPEN;
    }

    /** Compares two exact values. */
    static Comparison exact(Statement<?> statement, Rational left, Rational right) {
        int order = left.compareTo(right);
        boolean holds = statement.relation() == Relation.EQUAL ? order == 0 : order <= 0;
        return new Comparison(holds ? Outcome.HOLDS : Outcome.FAILS, DyadicInterval.of(left, 256), DyadicInterval.of(right, 256),
            left, right, "exact");
    }

    /** Whether it is decided by separated enclosures or exact values: one that is open or touches may still be decided exactly. */
    boolean isStrict() {
        return outcome == Outcome.HOLDS || outcome == Outcome.FAILS;
    }

    private static boolean narrow(DyadicInterval x) {
        if (!x.isBounded() || x.containsZero()) {
            return false;
        }
        return x.width().toRational().compareTo(x.mignitude().toRational().times(TOUCHING_WIDTH)) <= 0;
    }

    /** left/right, or null where the right side may be 0. */
    DyadicInterval tightness() {
        if (exactLeft != null && exactRight != null) {
            return exactRight.isZero() ? null : DyadicInterval.of(exactLeft.over(exactRight), 256);
        }
        return right.containsZero() || !right.isBounded() || !left.isBounded() ? null : RATIO.divide(left, right);
    }
}
