package org.apodix.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What an audit by two carriers computes on the second one: of each claim the tightest and the loosest instance, the edges, a sample
 * of 2 % and the teeth. A contradiction is a {@link Disagreement}.
 */
final class Recheck {

    /** One instance in so many is in the sample. */
    private static final int SAMPLED = 50;

    private final Judge judge;
    private final long seed;

    /** @param judge one whose ladder has a second one */
    Recheck(Judge judge, long seed) {
        this.judge = judge;
        this.seed = seed;
    }

    /** The instances to recompute, in order: they depend on the claim and its verdicts alone, not on threads or interruptions. */
    List<Integer> chosen(Tally tally) {
        var claim = tally.claim();
        var chosen = new TreeSet<Integer>();
        for (int k = 0; k < tally.instances(); k++) {
            if (k < claim.edges().size() || isSampled(claim.name(), k)) {
                chosen.add(k);
            }
        }
        for (var extreme : new Tally.Extreme[] {tally.tightest(), tally.loosest()}) {
            if (extreme != null) {
                chosen.add(extreme.line().k());
            }
        }
        return new ArrayList<>(chosen);
    }

    /** Whether instance k is in the sample of the claim, by a hash of both. */
    static boolean isSampled(String claim, int k) {
        return new SplitMix(0, "recheck " + claim, k).below(SAMPLED - 1) == 0;
    }

    /** The judgements of instance k of the claim by both carriers. */
    <M> List<Judgement> instance(Claim<M> claim, int k) {
        try {
            return judge.judge(claim, claim.instance(seed, k).model());
        } catch (Disagreement e) {
            throw new Disagreement("at k = " + k + " of seed " + seed + ", " + e.getMessage());
        }
    }

    /** The judgements of the teeth of the claim by both carriers. */
    <M> List<Judgement> teeth(Claim<M> claim) {
        try {
            return claim.teeth().stream().map(judge::bite).toList();
        } catch (Disagreement e) {
            throw new Disagreement("on " + claim.name() + ", " + e.getMessage());
        }
    }
}
