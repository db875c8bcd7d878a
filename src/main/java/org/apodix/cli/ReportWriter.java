package org.apodix.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.apodix.audit.Bites;
import org.apodix.audit.Catalogue;
import org.apodix.report.Site;

/** The one place where the command line calls the report. */
final class ReportWriter {

    private ReportWriter() { }

    /** Writes the site from the ledger in this folder, and returns the page to look at. */
    static Path write(Catalogue catalogue, Path folder) throws IOException {
        return new Site(catalogue).write(folder);
    }

    /** The same right after the audit, which has judged the teeth. */
    static Path write(Catalogue catalogue, Path folder, Bites bites) throws IOException {
        return new Site(catalogue).write(folder, bites);
    }
}
