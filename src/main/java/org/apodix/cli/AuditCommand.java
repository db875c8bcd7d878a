package org.apodix.cli;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apodix.audit.Auditor;
import org.apodix.audit.BadInput;
import org.apodix.audit.Bites;
import org.apodix.audit.Claim;
import org.apodix.audit.Engine;
import org.apodix.audit.Fields;
import org.apodix.audit.Options;
import org.apodix.audit.Tally;
import org.apodix.cli.TopCommand.Version;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code audit}: tries the selected claims on their instances, and writes ledger, figures and report into a folder. */
@CommandLine.Command(name = "audit", sortOptions = false, description = "Tries claims on edge and random instances.")
final class AuditCommand extends Command {

    @Parameters(paramLabel = "SELECTOR", description = "THEOREM or THEOREM/CLAIM; none means everything.")
    private List<String> selectors = List.of();

    @Option(names = "--instances", paramLabel = "N", description = "Instances per claim (${DEFAULT-VALUE}).")
    private int instances = Options.DEFAULT_INSTANCES;

    @Option(names = "--seed", paramLabel = "S", description = "Seed of the random instances (${DEFAULT-VALUE}).")
    private long seed = Options.DEFAULT_SEED;

    @Option(names = "--engine", paramLabel = "dyadic|apfloat|both", description = "Arithmetic (${DEFAULT-VALUE}).")
    private String engine = Options.DEFAULT_ENGINE;

    @Option(names = "--max-digits", paramLabel = "D", description = "Where the precision ladder ends (${DEFAULT-VALUE}).")
    private int maxDigits = Options.DEFAULT_MAX_DIGITS;

    @Option(names = "--threads", paramLabel = "T", description = "Threads (all cores); the ledger does not depend on them.")
    private Integer threads;

    @Option(names = "--out", paramLabel = "DIR", description = "Folder to write (${DEFAULT-VALUE}).")
    private String out = "reports";

    @Option(names = "--resume", description = "Continue the ledger in DIR.")
    private boolean resume;

    @Option(names = "--certificates", description = "Write certificates too, for checker/check.py; this takes longer than the audit.")
    private boolean certificates;

    @Option(names = "--record", description = "Rewrite reports/record.json; with default options only.")
    private boolean record;

    @Option(names = "--json", description = "One JSON document on standard output.")
    private boolean json;

    private Path opened;

    AuditCommand(Console console) {
        super(console);
    }

    @Override
    Path folder() {
        return opened;
    }

    @Override
    public Integer call() throws IOException {
        var options = options();
        int workers = threads == null ? Runtime.getRuntime().availableProcessors() : Limits.require("--threads", threads, 1, 256);
        var claims = console.catalogue().select(selectors);
        if (claims.isEmpty()) {
            throw new BadInput("no claim of " + (selectors.isEmpty() ? "any theorem" : selectors) + " is built; ./apodix list shows the claims that are");
        }
        if (record && !options.areDefault()) {
            throw new BadInput("--record records the default audit only; leave out SELECTOR, --instances, --seed, --engine and --max-digits");
        }
        try (var folder = AuditFolder.open(path(out), options, resume)) {
            opened = folder.path();
            return audit(options, claims, workers);
        }
    }

    private int audit(Options options, List<Claim<?>> claims, int workers) throws IOException {
        var run = new RunFile(opened);
        run.start(options);
        var printer = new ClaimPrinter(console.catalogue(), claims, opened, options);
        List<Tally> tallies;
        List<String> notes;
        Bites bites;
        try (var events = new AuditEvents(console, printer, json, claims.size() * (long) instances)) {
            var auditor = new Auditor(console.catalogue(), options);
            tallies = auditor.run(opened, workers, resume, events);
            bites = auditor.bites();
            if (certificates) {
                auditor.certify(tallies, opened, workers, events);
            }
            run.finish(options, workers, events.times());
            notes = Stream.of(events.recheck(), events.certificates()).filter(note -> !note.isEmpty()).toList();
        }
        if (record) {
            new Record(console.record()).write(options, tallies);
        }
        var page = ReportWriter.write(console.catalogue(), opened, bites);
        var planned = Planned.names(console.catalogue(), selectors);
        if (json) {
            console.say(new AuditJson(console.catalogue()).document(options, tallies, planned));
        } else {
            AuditSummary.lines(tallies, planned, notes, page).forEach(console::say);
        }
        return tallies.stream().allMatch(Tally::isAcceptable) ? Exit.OK : Exit.NOT_GREEN;
    }

    private Options options() {
        Limits.require("--instances", instances, 1, 1_000_000);
        Limits.require("--max-digits", maxDigits, 20, 10_000);
        Engine.of(engine);
        selectors.forEach(selector -> Planned.theorem(console.catalogue(), selector));
        return new Options(Version.number(), List.copyOf(selectors), instances, seed, engine, maxDigits,
            console.catalogue().fingerprint(selectors));
    }

    /** The path of an option or argument. */
    static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new BadInput("\"" + Fields.shorten(text) + "\" is no path: " + e.getReason());
        }
    }
}
