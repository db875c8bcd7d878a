package org.apodix.cli;

import java.io.IOException;
import org.apodix.audit.Engine;
import org.apodix.audit.Json;
import org.apodix.audit.Options;
import org.apodix.audit.Replay;
import org.apodix.audit.Verdict;
import org.apodix.enclosure.Digits;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code replay}: computes the statement of a certificate anew, by default on the other carrier than the audit's. */
@CommandLine.Command(name = "replay", sortOptions = false, description = "Computes the statement of a certificate anew.")
final class ReplayCommand extends Command {

    @Parameters(index = "0", paramLabel = "CERTIFICATE", description = "A file of reports/certificates/; - is standard input.")
    private String file;

    @Option(names = "--engine", paramLabel = "dyadic|apfloat|both", description = "Arithmetic (${DEFAULT-VALUE}).")
    private String engine = "apfloat";

    ReplayCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException {
        var ladder = Engine.of(engine).ladder(Options.DEFAULT_MAX_DIGITS);
        var input = Input.read(file, console.in());
        var replay = Replay.of(Json.read(input.text(), input.name()), input.name(), console.catalogue(), ladder);
        console.say(replay.name());
        console.say("  certificate  " + replay.claimed());
        console.say("  found        " + replay.found() + " on " + engine + ": left " + Digits.of(replay.left(), Digits.SHOWN) + ", right "
            + Digits.of(replay.right(), Digits.SHOWN));
        console.say(replay.agrees() ? "  they agree" : replay.overlap() ? "  THE VERDICTS DIFFER"
            : replay.claimed() == Verdict.PROVED ? "  THE PROOFS DIFFER" : "  THE ENCLOSURES DO NOT MEET");
        return replay.agrees() ? Exit.OK : Exit.NOT_GREEN;
    }
}
