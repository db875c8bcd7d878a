package org.apodix.report;

import java.util.List;

/**
 * A claim as a section of its theorem's page.
 *
 * @param anchor      its permanent address on the page
 * @param wasRun      whether it is in this audit
 * @param instances   how many instances were tried; {@code missing} are not in the ledger yet
 * @param refutations the first one of each refuted statement, shrunk where that is possible
 * @param tightest    the inequality nearest to attained, or null where the claim decided none; likewise {@code loosest}
 * @param example     some decided instance where there is no tightest one, or null
 * @param byDoubles   the share decided by double intervals alone, in words
 * @param reasons     why instances were VACUOUS or UNDECIDED, with counts
 */
public record ClaimView(String id, String anchor, String title, Badge badge, boolean isArmed, boolean wasRun,
        String origin, Prose paperSays, Prose difference, List<Link> restsOn, List<Prose> hypotheses, List<StatementView> statements,
        List<Symbol> symbols, List<Count> counts, int instances, int missing, List<InstanceView> refutations, InstanceView tightest,
        InstanceView loosest, InstanceView example, String byDoubles, List<Reason> reasons, List<ToothView> teeth) {

    /** A claim that the proof uses; {@code anchor} is empty where it is not built. */
    public record Link(String id, String anchor) { }

    /** A named quantity. */
    public record Symbol(String tex, String name, Prose meaning) { }

    /** A reason recorded with a verdict. */
    public record Reason(String verdict, Prose words, int count) { }

    /** How many true verdicts say nothing beyond what is known without the theorem. */
    public int uninformative() {
        return statements.stream().mapToInt(StatementView::uninformative).sum();
    }

    /** How many teeth bit. */
    public long bites() {
        return teeth.stream().filter(ToothView::bites).count();
    }
}
