package org.apodix.audit;

import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.Rational;

/**
 * The verdict of one statement on one instance, with the enclosures that decided it.
 *
 * @param left        the left side, or null when it was not enclosed (VACUOUS); likewise {@code right}, the range of a fit
 * @param exactLeft   the left side where it is rational and was needed exactly, or null; likewise {@code exactRight}
 * @param tightness   left/right, or null where the right side may be 0 or the statement is no comparison of sizes
 * @param informative whether the bound says more than what is known without it
 * @param level       the carrier that decided, or empty
 * @param reason      why it is VACUOUS or UNDECIDED, or empty
 */
public record Judgement(Statement<?> statement, Verdict verdict, DyadicInterval left, DyadicInterval right, Rational exactLeft,
        Rational exactRight, DyadicInterval tightness, boolean informative, String level, String reason) {

    static Judgement vacuous(Statement<?> statement, String reason) {
        return new Judgement(statement, Verdict.VACUOUS, null, null, null, null, null, true, "", reason);
    }

    static Judgement undecided(Statement<?> statement, Comparison last, String reason) {
        return new Judgement(statement, Verdict.UNDECIDED, last == null ? null : last.left(), last == null ? null : shown(statement, last),
            null, null, null, true, last == null ? "" : last.level(), reason);
    }

    /**
     * The judgement that a comparison implies.
     *
     * <p>A rate is a statement about a limit: numbers of one finite sequence that lie outside of the stated range do not refute it.
     * They leave it UNDECIDED, unless the statement is a tooth, which claims the range itself.
     */
    static Judgement of(Statement<?> statement, Comparison comparison, boolean informative, boolean tooth) {
        if (statement.relation() == Relation.FIT && comparison.outcome() == Comparison.Outcome.FAILS && !tooth) {
            return undecided(statement, comparison, "outside of the stated range on this sequence");
        }
        var verdict = switch (comparison.outcome()) {
            case HOLDS -> statement.kind() == Kind.FITTED || statement.kind() == Kind.STATISTICAL ? Verdict.SUPPORTED : Verdict.VERIFIED;
            case TOUCHES -> Verdict.TOUCHING;
            case FAILS -> Verdict.REFUTED;
            case OPEN -> throw new IllegalArgumentException("an open comparison has no verdict");
        };
        var tightness = statement.relation() == Relation.FIT ? null : comparison.tightness();
        return new Judgement(statement, verdict, comparison.left(), shown(statement, comparison), comparison.exactLeft(),
            comparison.exactRight(), tightness, informative, comparison.level(), "");
    }

    /** The right side, or the stated range of a fit. */
    private static DyadicInterval shown(Statement<?> statement, Comparison comparison) {
        var target = comparison.right();
        if (statement.relation() != Relation.FIT || !target.isBounded()) {
            return target;
        }
        var tolerance = DyadicInterval.of(statement.tolerance(), 128).upper();
        return DyadicInterval.of(target.lower().minus(tolerance), target.upper().plus(tolerance));
    }
}
