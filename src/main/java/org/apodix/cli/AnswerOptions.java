package org.apodix.cli;

import org.apodix.audit.Engine;
import org.apodix.audit.Options;
import picocli.CommandLine.Option;

/** The options of commands that answer with enclosures. */
final class AnswerOptions {

    @Option(names = "--digits", paramLabel = "D", description = "Digits of every enclosure (${DEFAULT-VALUE}).")
    private int digits = 20;

    @Option(names = "--engine", paramLabel = "dyadic|apfloat|both", description = "Arithmetic (${DEFAULT-VALUE}).")
    private String engine = Options.DEFAULT_ENGINE;

    @Option(names = "--json", description = "One JSON document on standard output.")
    private boolean json;

    /** The digits asked for; out of range is bad input. */
    int digits() {
        Limits.require("--digits", digits, 1, 1000);
        return digits;
    }

    /** The engine asked for; an unknown one is bad input. */
    Engine engine() {
        return Engine.of(engine);
    }

    boolean json() {
        return json;
    }
}
