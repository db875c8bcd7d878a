package org.apodix.audit;

/** The outcome of one statement on one instance. The seven are disjoint and counted apart; see docs/semantics.md. */
public enum Verdict {

    /** For every point of the stated domain of this instance: exact algebra, breakpoints, subdivision. */
    PROVED,
    /** Upper end of the left side at most the lower end of the right side, hypotheses too; or both sides exact and equal. */
    VERIFIED,
    /** Evidence only: a fitted rate or a statistical statement. */
    SUPPORTED,
    /** An equality, or an inequality that is attained here: the enclosures overlap and are narrower than 10^-30 relative. */
    TOUCHING,
    /** The precision or the work budget ended first. */
    UNDECIDED,
    /** A rigorous counterexample. */
    REFUTED,
    /** A hypothesis does not hold on this instance. */
    VACUOUS;

    /** Whether something was decided in favour of the statement. */
    public boolean isDecided() {
        return this == PROVED || this == VERIFIED || this == SUPPORTED || this == TOUCHING;
    }
}
