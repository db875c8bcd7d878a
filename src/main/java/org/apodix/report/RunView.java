package org.apodix.report;

import java.util.List;

/**
 * The run that the site reports.
 *
 * @param version  of Apodix
 * @param command  the exact command
 * @param options its options besides the selection
 * @param facts    seed, size, carrier, and what the run recorded of time and machine
 * @param complete whether every instance is in the ledger
 */
public record RunView(String version, String command, String options, List<Fact> facts, boolean complete) {

    private static final List<String> BRIEF = List.of("Version", "Seed", "Claims", "Instances per claim", "Time");

    /** What a reader wants to know first. */
    public List<Fact> brief() {
        return facts.stream().filter(fact -> BRIEF.contains(fact.name())).toList();
    }
}
