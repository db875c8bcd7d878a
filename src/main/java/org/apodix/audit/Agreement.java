package org.apodix.audit;

import java.util.List;
import org.apodix.enclosure.Decimals;
import org.apodix.enclosure.DyadicInterval;

/**
 * Compares what two carriers found, by the rule of docs/contract.md.
 *
 * <p>Enclosures of the same number must have a common element. Verdicts must be the same, with two exceptions that are no
 * contradiction: one carrier may stay UNDECIDED where the other decides, and where the sides are equal one may see it exactly
 * (VERIFIED) and the other to 30 digits (TOUCHING).
 */
final class Agreement {

    private static final int SHOWN = 40;

    private Agreement() { }

    /** Rejects judgements of one claim on one instance that contradict each other, with a {@link Disagreement}. */
    static void require(String claim, List<Judgement> first, List<Judgement> second) {
        if (first.size() != second.size()) {
            throw new Disagreement(claim + ": one carrier judges " + first.size() + " statements, the other " + second.size());
        }
        for (int i = 0; i < first.size(); i++) {
            require(claim, first.get(i), second.get(i));
        }
    }

    static void require(String claim, Judgement first, Judgement second) {
        var part = first.statement().part();
        var name = claim + (part.isEmpty() ? "" : "(" + part + ")");
        if (!agree(first.verdict(), second.verdict())) {
            throw new Disagreement("the carriers disagree on " + name + ": " + first.verdict() + " by " + level(first) + ", "
                + second.verdict() + " by " + level(second));
        }
        if (first.left() != null && second.left() != null) {
            require("the left side of " + name, first.left(), second.left());
            require("the right side of " + name, first.right(), second.right());
        }
    }

    /** Rejects disjoint enclosures of the same number. */
    static void require(String what, DyadicInterval first, DyadicInterval second) {
        if (!first.overlaps(second)) {
            throw new Disagreement("the carriers disagree on " + what + ": " + shown(first) + " and " + shown(second) + " are disjoint");
        }
    }

    private static boolean agree(Verdict a, Verdict b) {
        return a == b || a == Verdict.UNDECIDED || b == Verdict.UNDECIDED || isEquality(a, b) || isEquality(b, a);
    }

    private static boolean isEquality(Verdict a, Verdict b) {
        return a == Verdict.VERIFIED && b == Verdict.TOUCHING;
    }

    private static String level(Judgement judgement) {
        return judgement.level().isEmpty() ? "a hypothesis" : judgement.level();
    }

    private static String shown(DyadicInterval x) {
        return "[" + Decimals.lower(x, SHOWN) + ", " + Decimals.upper(x, SHOWN) + "]";
    }
}
