package org.apodix.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Option;

/** A command: it returns an exit code, or throws what {@link Failure} turns into one line. */
abstract class Command implements Callable<Integer> {

    final Console console;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help and exit.")
    private boolean help;

    Command(Console console) {
        this.console = console;
    }

    /** The folder that this command writes, where the log of an internal error belongs; or null. */
    Path folder() {
        return null;
    }
}
