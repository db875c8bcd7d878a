package org.apodix.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apodix.audit.Tally;
import org.apodix.audit.Verdict;

/** The last lines of an audit. */
final class AuditSummary {

    private AuditSummary() { }

    static List<String> lines(List<Tally> tallies, List<String> planned, List<String> notes, Path look) {
        var lines = new ArrayList<String>();
        var rest = tallies.stream().filter(tally -> !tally.isGreen()).toList();
        lines.add("");
        lines.add(tallies.size() - rest.size() + " of " + tallies.size() + " claims are green"
            + (rest.isEmpty() ? "" : "; not green: " + rest.stream().map(t -> t.claim().name() + " (" + why(t) + ")")
                .collect(Collectors.joining(", "))));
        lines.addAll(notes);
        var untried = tallies.stream().filter(tally -> !tally.untried().isEmpty())
            .map(tally -> tally.claim().name() + " " + tally.untried()).collect(Collectors.joining(", "));
        if (!untried.isEmpty()) {
            lines.add("statements that spoke of no instance, so that nothing is known of them: " + untried);
        }
        if (!planned.isEmpty()) {
            lines.add("not built yet, in no count: " + String.join(", ", planned));
        }
        lines.add("look at " + look);
        return lines;
    }

    private static String why(Tally tally) {
        if (tally.count(Verdict.REFUTED) > 0) {
            return "refuted";
        }
        if (tally.bites() < tally.teeth()) {
            return "a tooth did not bite";
        }
        if (tally.count(Verdict.VACUOUS) == tally.statements()) {
            return "vacuous on all its instances";
        }
        return tally.undecided().isEmpty() ? "unarmed" : "no instance decided" + (tally.undecided().contains("") ? "" : " " + tally.undecided());
    }
}
