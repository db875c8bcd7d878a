package org.apodix.report;

import java.util.List;

/** The front page. {@code planned} theorems are not built yet. */
public record FrontView(RunView run, List<TheoremView> theorems, List<String> planned) { }
