package org.apodix.cli;

import java.io.PrintStream;

/** A progress bar on one terminal line, redrawn at most ten times a second. */
final class ProgressBar {

    private static final int CELLS = 30;
    private static final int COLUMNS = 79;
    private static final long PAUSE_NANOS = 100_000_000L;

    private final PrintStream err;
    private final long total;
    private final long start = System.nanoTime();
    private long done;
    private long drawn = start - PAUSE_NANOS;

    ProgressBar(PrintStream err, long total) {
        this.err = err;
        this.total = total;
    }

    /** Only a person at a terminal sees a bar. */
    static boolean isWanted() {
        return System.console() != null && System.getenv("CI") == null;
    }

    /** One more instance is done. */
    void step(String what) {
        done++;
        long now = System.nanoTime();
        if (now - drawn >= PAUSE_NANOS) {
            drawn = now;
            err.print("\r" + line(what, (now - start) / 1_000_000_000L));
            err.flush();
        }
    }

    /** Removes the bar, so that something else can be printed. */
    void clear() {
        err.print("\r" + " ".repeat(COLUMNS) + "\r");
        err.flush();
        drawn -= PAUSE_NANOS;
    }

    /** The bar as text, exactly as wide as what {@link #clear} removes. */
    String line(String what, long seconds) {
        int full = (int) (CELLS * done / total);
        var line = "[" + "#".repeat(full) + ".".repeat(CELLS - full) + "] " + 100 * done / total + " %  " + done + "/" + total
            + "  " + seconds + " s  " + what;
        return line.length() > COLUMNS ? line.substring(0, COLUMNS) : line + " ".repeat(COLUMNS - line.length());
    }
}
