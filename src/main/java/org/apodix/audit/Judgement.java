package org.apodix.audit;

import java.util.List;
import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Variable;
import org.apodix.proof.Finding;
import org.apodix.proof.Sample;

/**
 * The verdict of one statement on one instance, with the enclosures that decided it.
 *
 * @param left        the left side, or null when it was not enclosed (VACUOUS); likewise {@code right}, the range of a fit
 * @param exactLeft   the left side where it is rational and was needed exactly, or null; likewise {@code exactRight}
 * @param tightness   left/right, or null where the right side may be 0 or the statement is no comparison of sizes
 * @param informative whether the bound says more than what is known without it
 * @param level       the carrier that decided, or empty
 * @param reason      why it is VACUOUS or UNDECIDED, at which point it is REFUTED, or empty
 * @param proof       of a statement about all points of a domain, what its verdict rests on; else null
 */
public record Judgement(Statement<?> statement, Verdict verdict, DyadicInterval left, DyadicInterval right, Rational exactLeft,
        Rational exactRight, DyadicInterval tightness, boolean informative, String level, String reason, Proof proof) {

    /** The level of what holds, or fails, for all points of a domain. */
    private static final String LEVEL = "proof";

    static Judgement vacuous(Statement<?> statement, String reason) {
        return new Judgement(statement, Verdict.VACUOUS, null, null, null, null, null, true, "", reason, null);
    }

    static Judgement undecided(Statement<?> statement, Comparison last, String reason) {
        return new Judgement(statement, Verdict.UNDECIDED, last == null ? null : last.left(), last == null ? null : shown(statement, last),
            null, null, null, true, last == null ? "" : last.level(), reason, null);
    }

    /**
     * The judgement that a comparison implies.
     *
     * <p>A rate is a statement about a limit: numbers of one finite sequence that lie outside of the stated range do not refute it.
     * They leave it UNDECIDED, unless the statement is a tooth, which claims the range itself. A statistical statement is one about a probability: one sample
     * that does not meet it leaves it UNDECIDED too.
     */
    static Judgement of(Statement<?> statement, Comparison comparison, boolean informative, boolean tooth) {
        if (comparison.outcome() == Comparison.Outcome.FAILS && !tooth) {
            if (statement.relation() == Relation.FIT) {
                return undecided(statement, comparison, "outside of the stated range on this sequence");
            }
            if (statement.kind() == Kind.STATISTICAL) {
                return undecided(statement, comparison, "not met by this sample, which refutes no statement about a probability");
            }
        }
        var verdict = switch (comparison.outcome()) {
            case HOLDS -> statement.kind() == Kind.FITTED || statement.kind() == Kind.STATISTICAL ? Verdict.SUPPORTED : Verdict.VERIFIED;
            case TOUCHES -> Verdict.TOUCHING;
            case FAILS -> Verdict.REFUTED;
            case OPEN -> throw new IllegalArgumentException("an open comparison has no verdict");
        };
        var tightness = statement.relation() == Relation.FIT ? null : comparison.tightness();
        return new Judgement(statement, verdict, comparison.left(), shown(statement, comparison), comparison.exactLeft(),
            comparison.exactRight(), tightness, informative, comparison.level(), "", null);
    }

    /** The judgement that a finding about all points of a domain implies. Its sides are those at a point, see {@link Proof}. */
    static Judgement of(Statement<?> statement, Finding finding, List<Variable> variables) {
        if (finding instanceof Finding.Refuted refuted) {
            var proof = new Proof(null, 0, variables, refuted.witness().point());
            return at(statement, Verdict.REFUTED, refuted.witness(), proof, "fails at " + proof.words());
        }
        if (finding instanceof Finding.Proved proved && proved.sample() != null) {
            return at(statement, Verdict.PROVED, proved.sample(), new Proof(proved.method(), proved.cells(), variables, proved.sample().point()), "");
        }
        var reason = finding instanceof Finding.Open open ? open.reason() : "proved, but the sides are enclosed at no point: nothing checks the proof";
        return undecided(statement, null, reason);
    }

    private static Judgement at(Statement<?> statement, Verdict verdict, Sample sample, Proof proof, String reason) {
        var comparison = new Comparison(verdict == Verdict.REFUTED ? Comparison.Outcome.FAILS : Comparison.Outcome.HOLDS, sample.left(),
            sample.right(), sample.exactLeft(), sample.exactRight(), LEVEL);
        return new Judgement(statement, verdict, sample.left(), sample.right(), sample.exactLeft(), sample.exactRight(),
            statement.relation() == Relation.AT_MOST ? comparison.tightness() : null, true, LEVEL, reason, proof);
    }

    Judgement informative(boolean says) {
        return new Judgement(statement, verdict, left, right, exactLeft, exactRight, tightness, says, level, reason, proof);
    }

    /** The point of the domain to which both sides belong, or null: they are numbers of the instance, or there are none. */
    public List<Rational> point() {
        return proof == null ? null : proof.point();
    }

    /** Whether there are sides to show: of a statement about a domain only at the point of a proof or of a counterexample. */
    public boolean hasSides() {
        return verdict != Verdict.VACUOUS && (statement.everywhere() == null || proof != null);
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
