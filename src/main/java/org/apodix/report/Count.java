package org.apodix.report;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import org.apodix.audit.Tally;
import org.apodix.audit.Verdict;

/** How often one verdict was reached. The seven stand side by side and are never added up. */
public record Count(String verdict, int number, String style) {

    static List<Count> of(Tally tally) {
        return of(tally::count);
    }

    static List<Count> of(List<Tally> tallies) {
        return of(verdict -> tallies.stream().mapToInt(tally -> tally.count(verdict)).sum());
    }

    private static List<Count> of(ToIntFunction<Verdict> number) {
        return Arrays.stream(Verdict.values())
            .map(verdict -> new Count(verdict.name(), number.applyAsInt(verdict), Badge.style(verdict))).toList();
    }
}
