package org.apodix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {

    @TempDir
    Path folder;

    @BeforeEach
    void audit() {
        assertThat(Run.of(Toy.right(), "", "audit", "--instances", "4", "--out", folder.resolve("a").toString()).exit()).isZero();
    }

    private Run report(String... more) {
        var args = new String[more.length + 2];
        args[0] = "report";
        args[1] = folder.resolve("a").resolve("ledger.jsonl").toString();
        System.arraycopy(more, 0, args, 2, more.length);
        return Run.of(Toy.right(), "", args);
    }

    @Test
    void theSiteIsRebuiltBesideItsLedger() throws IOException {
        var page = folder.resolve("a").resolve("index.html");
        var written = Files.readString(page);
        Files.delete(page);

        var run = report();

        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(run.out()).isEqualTo("look at " + page + "\n");
        assertThat(page).hasContent(written);
    }

    @Test
    void theSiteIsBuiltElsewhereWithItsLedger() {
        var other = folder.resolve("b");

        assertThat(report("--out", other.toString()).exit()).isZero();
        assertThat(other.resolve("index.html")).isNotEmptyFile();
        assertThat(other.resolve("ledger.jsonl")).hasSameBinaryContentAs(folder.resolve("a").resolve("ledger.jsonl"));
    }

    @Test
    void whatIsMissingIsNamed() throws IOException {
        Files.delete(folder.resolve("a").resolve("teeth.jsonl"));

        assertThat(report().err()).contains("there is no readable teeth.jsonl beside").hasLineCount(1);
        assertThat(report().exit()).isEqualTo(2);
    }

    @Test
    void aForeignFolderIsLeftAlone() throws IOException {
        Files.writeString(folder.resolve("theirs"), "x");

        assertThat(report("--out", folder.toString()).err()).contains("and no earlier audit, so nothing is written there");
    }
}
