package org.apodix.report;

import java.util.List;

/**
 * A statement of a claim with what was found.
 *
 * @param part          letter, or empty
 * @param tex           the relation, built from the formulas that are computed
 * @param given         hypotheses of this statement alone
 * @param kind          what its verdict can mean, in words
 * @param counts        the seven verdicts
 * @param informative   LaTeX of when the statement says more than what is known without the theorem, or empty
 * @param uninformative how often the bound says no more than the trivial one
 * @param loosest       smallest tightness, or empty; {@code tightest} is the largest
 */
public record StatementView(String part, Prose words, String tex, List<Prose> given, String kind, List<Count> counts,
        String informative, int uninformative, String loosest, String tightest) {

    /** Whether some of its verdicts are evidence and not proof. */
    public boolean isEvidence() {
        return counts.stream().anyMatch(count -> count.verdict().equals("SUPPORTED") && count.number() > 0);
    }

    /** The verdicts that were found; all seven, each zero, where nothing was. */
    public List<Count> found() {
        var found = counts.stream().filter(count -> count.number() > 0).toList();
        return found.isEmpty() ? counts : found;
    }
}
