package org.apodix.report;

import java.math.BigDecimal;
import java.util.List;

/**
 * A claim: a section of its theorem's page, and a page of its own.
 *
 * @param anchor      its permanent address on the theorem's page; {@code page} is the file of its own page
 * @param kinds       what its statements are, in words
 * @param wasRun      whether it is in this audit
 * @param instances   how many instances were tried; {@code missing} are not in the ledger yet
 * @param refutations the first one of each refuted statement, shrunk where that is possible
 * @param tightest    the inequality nearest to attained, or null where the claim decided none; likewise {@code loosest}
 * @param example     some decided instance where there is no tightest one, or null
 * @param byDoubles   the share decided by double intervals alone, in words
 * @param table       the instances that its page shows
 * @param spreads     what was tried of every parameter
 * @param edges       how many of the instances are edges
 * @param untried     parts of the claim, and families of instances it may speak of, that no instance tried
 * @param certificates how many of them there are, and what a checker found
 * @param reasons     why instances were VACUOUS or UNDECIDED, with counts
 */
public record ClaimView(String id, String anchor, String page, String title, Badge badge, boolean isArmed, boolean wasRun,
        String kinds, String origin, Prose paperSays, Prose difference, List<Link> restsOn, List<Prose> hypotheses, List<StatementView> statements,
        List<Symbol> symbols, List<Count> counts, int instances, int missing, List<InstanceView> refutations, InstanceView tightest,
        InstanceView loosest, InstanceView example, String byDoubles, InstanceTable table, List<Spread> spreads, int edges, List<String> untried,
        List<Reason> reasons, List<ToothView> teeth, Checked certificates) {

    /** A claim that the proof uses; {@code isBuilt} is false where it has no page. */
    public record Link(String id, String anchor, boolean isBuilt) { }

    /** A named quantity. */
    public record Symbol(String tex, String name, Prose meaning) { }

    /** A reason recorded with a verdict. */
    public record Reason(String verdict, Prose words, int count) { }

    /** The lower end of the tightness of the tightest instance, to sort by; 0 where there is none. */
    BigDecimal tightness() {
        return table.rows().stream().filter(row -> row.pin().equals("tightest")).findFirst().map(row -> new BigDecimal(row.sort())).orElse(BigDecimal.ZERO);
    }

    /** How many true verdicts say nothing beyond what is known without the theorem. */
    public int uninformative() {
        return statements.stream().mapToInt(StatementView::uninformative).sum();
    }

    /** How many teeth bit. */
    public long bites() {
        return teeth.stream().filter(ToothView::bites).count();
    }
}
