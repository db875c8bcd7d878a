package org.apodix.report;

import java.util.Comparator;
import java.util.List;
import org.apodix.report.figure.FigureView;

/**
 * A theorem: a card on the front page, and a page of its own.
 *
 * @param page           file name of its page
 * @param arxiv          as in {@code arXiv 2308.12240}, or empty; {@code paperAddress} is where it is, or empty
 * @param published      where else the paper appeared, or empty
 * @param counts         the seven verdicts over all claims
 * @param tightest       the tightest instance of all claims, or null; {@code tightestClaim} is its claim
 * @param graph          the drawing of what rests on what; {@code tree} says it in words
 * @param results        ids of the claims that are the theorem itself
 * @param trusted        what is rested upon without a green check here, by how many claims rest on it
 * @param constants      the symbols of the statement
 * @param figures        what is drawn beside the claims; {@code isDrawn} is false where no claim of the theorem is in this audit
 * @param remarks        what was found beyond the paper
 * @param plannedClaims  not built yet, in no count; likewise {@code plannedFamilies}
 */
public record TheoremView(String id, String page, String title, Prose summary, String paper, String paperTitle, String arxiv,
        String paperAddress, String published, List<Count> counts, List<ClaimView> claims, List<String> results, ClaimView tightestClaim, InstanceView tightest,
        String graph, List<Branch> tree, List<Trusted> trusted, List<ConstantView> constants, List<FigureView> figures, boolean isDrawn, List<RemarkView> remarks, List<String> plannedClaims, List<String> plannedFamilies) {

    /** A line of the graph as an indented list; {@code isRepeated} where what is below it was listed before. */
    public record Branch(int depth, Lemma lemma, boolean isRepeated) { }

    /** Something that the claims {@code above} rest on, directly or not. */
    public record Trusted(Lemma lemma, List<String> above) { }

    /** A symbol of the statement, and who fixed it. */
    public record ConstantView(String tex, Prose meaning, String fixedBy) { }

    /** Something found beyond the paper, and the claims that show it. */
    public record RemarkView(Prose text, List<String> claims) { }

    /** The claims that are the theorem itself. */
    public List<ClaimView> theoremItself() {
        return claims.stream().filter(claim -> results.contains(claim.id())).toList();
    }

    /** The claims that have a tightest instance, the tightest first. */
    public List<ClaimView> byTightness() {
        return claims.stream().filter(claim -> claim.tightest() != null).sorted(Comparator.comparing(ClaimView::tightness).reversed()).toList();
    }

    /** The claims with verdicts that are evidence and not proof. */
    public List<ClaimView> evidence() {
        return claims.stream().filter(claim -> claim.statements().stream().anyMatch(StatementView::isEvidence)).toList();
    }

    /** Claims that are in this audit. */
    public long claimsRun() {
        return claims.stream().filter(ClaimView::wasRun).count();
    }

    /** Whether a claim of this id is built. */
    public boolean has(String id) {
        return claims.stream().anyMatch(claim -> claim.id().equals(id));
    }

    public long teeth() {
        return claims.stream().mapToLong(claim -> claim.teeth().size()).sum();
    }

    public long bites() {
        return claims.stream().mapToLong(ClaimView::bites).sum();
    }
}
