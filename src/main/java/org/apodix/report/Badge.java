package org.apodix.report;

import org.apodix.audit.Tally;
import org.apodix.audit.Verdict;

/**
 * A label whose color says at a glance what was reached.
 *
 * @param style {@code good}, {@code evidence}, {@code open}, {@code bad} or {@code none}; a class of the style sheet
 */
public record Badge(String text, String style) {

    /** Not in this audit. */
    static final Badge NOT_RUN = new Badge("NOT RUN", "none");

    /** The strongest kind that a claim reached. Green only where the tally is green; evidence never looks like proof. */
    static Badge of(Tally tally) {
        if (tally.statements() == 0) {
            return NOT_RUN;
        }
        var strongest = tally.strongest();
        var text = strongest + " " + tally.count(strongest) + " of " + tally.statements();
        return switch (strongest) {
            case REFUTED -> new Badge(text, "bad");
            case PROVED -> new Badge("PROVED on " + instances(tally.count(strongest)), decided(tally));
            case VERIFIED, TOUCHING -> new Badge(text, decided(tally));
            case SUPPORTED -> new Badge(text + ", evidence only", tally.isGreen() ? "evidence" : "open");
            case UNDECIDED -> new Badge(text, "open");
            case VACUOUS -> new Badge(text, "none");
        };
    }

    private static String decided(Tally tally) {
        return tally.isGreen() ? "good" : "open";
    }

    private static String instances(int count) {
        return count == 1 ? "1 instance" : count + " instances";
    }

    /** How a count of this verdict is colored. */
    static String style(Verdict verdict) {
        return switch (verdict) {
            case PROVED, VERIFIED, TOUCHING -> "good";
            case SUPPORTED -> "evidence";
            case UNDECIDED -> "open";
            case REFUTED -> "bad";
            case VACUOUS -> "none";
        };
    }
}
