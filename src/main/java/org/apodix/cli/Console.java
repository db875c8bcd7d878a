package org.apodix.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apodix.audit.Catalogue;

/** What a command talks to: the theorems, standard input, standard output and standard error. */
record Console(Catalogue catalogue, InputStream in, PrintStream out, PrintStream err) {

    /** The folder that holds {@code reports/record.json}: the launcher's, or the current one. */
    Path home() {
        return Path.of(System.getProperty("apodix.home", ""));
    }

    /** The recorded verdicts. */
    Path record() {
        return home().resolve("reports").resolve("record.json");
    }

    /** Standard output for the help texts. */
    PrintWriter writer() {
        return new PrintWriter(out, true, StandardCharsets.UTF_8);
    }

    /** A line on standard output. */
    void say(String line) {
        out.print(line + "\n");
        out.flush();
    }
}
