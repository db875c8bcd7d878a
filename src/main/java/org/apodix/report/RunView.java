package org.apodix.report;

import java.util.List;

/**
 * The run that the site reports.
 *
 * @param version  of Apodix
 * @param command  the exact command
 * @param facts    seed, size, carrier, and what the run recorded of time and machine
 * @param complete whether every instance is in the ledger
 */
public record RunView(String version, String command, List<Fact> facts, boolean complete) { }
