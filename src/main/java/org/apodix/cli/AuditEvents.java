package org.apodix.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apodix.audit.AuditListener;
import org.apodix.audit.Claim;
import org.apodix.audit.Tally;

/** Shows how an audit goes on: a bar on a terminal, and a line per claim as it finishes. */
final class AuditEvents implements AuditListener, AutoCloseable {

    private final Console console;
    private final ClaimPrinter printer;
    private final boolean json;
    private final ProgressBar bar;
    private final Map<String, Double> perClaim = new LinkedHashMap<>();
    private final long start = System.nanoTime();
    private long claimStart = start;
    private volatile long examined;
    private final Thread farewell;
    private String certificates = "";
    private String recheck = "";

    AuditEvents(Console console, ClaimPrinter printer, boolean json, long total) {
        this.console = console;
        this.printer = printer;
        this.json = json;
        this.bar = ProgressBar.isWanted() && !json ? new ProgressBar(console.err(), total) : null;
        this.farewell = new Thread(() -> console.err().println("apodix: interrupted after " + examined + " of " + total
            + " instances; the same command with --resume continues"));
        Runtime.getRuntime().addShutdownHook(farewell);
    }

    @Override
    public void examined(Claim<?> claim, int k, int instances) {
        examined++;
        if (bar != null) {
            bar.step(claim.name());
        }
    }

    @Override
    public void finished(Tally tally) {
        long now = System.nanoTime();
        double seconds = (now - claimStart) / 1e9;
        claimStart = now;
        perClaim.put(tally.claim().name(), seconds);
        if (bar != null) {
            bar.clear();
        }
        var stream = json ? console.err() : console.out();
        printer.lines(tally, seconds).forEach(line -> stream.print(line + "\n"));
        stream.flush();
    }

    @Override
    public void rechecked(int instances, int teeth) {
        recheck = "computed again on the second carrier, which agrees: " + instances + " instances, " + teeth + " teeth";
    }

    @Override
    public void certified(int written, int left) {
        certificates = "certificates: " + written + " written" + (left == 0 ? "" : "; " + left + " decided statements have none, see their index");
    }

    /** How many certificates there are, in words. */
    String certificates() {
        return certificates;
    }

    /** What the second carrier was used for, in words; empty where it was not. */
    String recheck() {
        return recheck;
    }

    /** Leaves a clean line behind, also when the audit fails. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(farewell);
        } catch (IllegalStateException e) {
            // the machine is going down already, and the hook speaks
            return;
        }
        if (bar != null) {
            bar.clear();
        }
    }

    Times times() {
        return new Times((System.nanoTime() - start) / 1e9, perClaim, examined);
    }
}
