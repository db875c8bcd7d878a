package org.apodix.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apodix.audit.Catalogue;

/** One run of the command line inside the test, with what it printed. */
record Run(int exit, String out, String err) {

    /** Over the theorems on the class path. */
    static Run of(String... args) {
        return of(null, "", args);
    }

    static Run of(Catalogue catalogue, String input, String... args) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int exit = Apodix.run(catalogue, args, new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, false, StandardCharsets.UTF_8), new PrintStream(err, false, StandardCharsets.UTF_8));
        return new Run(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
