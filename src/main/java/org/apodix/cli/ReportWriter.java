package org.apodix.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.apodix.audit.Catalogue;

/** The one place where the command line calls the report. */
final class ReportWriter {

    private ReportWriter() { }

    /** Writes the site from the ledger in this folder, and says whether there is one. */
    static boolean write(Catalogue catalogue, Path folder) throws IOException {
        return false;
    }
}
