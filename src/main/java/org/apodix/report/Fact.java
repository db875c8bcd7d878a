package org.apodix.report;

/** A named value of a run. */
public record Fact(String name, String value) { }
