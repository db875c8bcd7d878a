package org.apodix.report;

import java.util.List;

/**
 * A theorem: a card on the front page, and a page of its own.
 *
 * @param page           file name of its page
 * @param arxiv          as in {@code arXiv 2308.12240}, or empty; {@code paperAddress} is where it is, or empty
 * @param published      where else the paper appeared, or empty
 * @param counts         the seven verdicts over all claims
 * @param tightest       the tightest instance of all claims, or null; {@code tightestClaim} is its claim
 * @param plannedClaims  not built yet, in no count; likewise {@code plannedFamilies}
 */
public record TheoremView(String id, String page, String title, Prose summary, String paper, String paperTitle, String arxiv,
        String paperAddress, String published, List<Count> counts, List<ClaimView> claims, ClaimView tightestClaim, InstanceView tightest,
        List<String> plannedClaims, List<String> plannedFamilies) {

    /** Claims that are in this audit. */
    public long claimsRun() {
        return claims.stream().filter(ClaimView::wasRun).count();
    }

    public long teeth() {
        return claims.stream().mapToLong(claim -> claim.teeth().size()).sum();
    }

    public long bites() {
        return claims.stream().mapToLong(ClaimView::bites).sum();
    }
}
