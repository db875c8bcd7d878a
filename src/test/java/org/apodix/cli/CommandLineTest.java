package org.apodix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apodix.audit.Disagreement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "                                    | no command given; the commands are list, audit, evaluate, enclose, replay, report",
        "frobnicate                          | unknown command \"frobnicate\"; the commands are",
        "--frob                              | Unknown option: '--frob'; see ./apodix --help",
        "audit --frob                        | Unknown option: '--frob'; see ./apodix audit --help",
        "audit --instances few               | 'few' is not an int",
        "audit --instances 0                 | --instances is 0; it must be an integer from 1 to 1000000",
        "audit --threads 257                 | --threads is 257; it must be an integer from 1 to 256",
        "audit --max-digits 19               | --max-digits is 19; it must be an integer from 20 to 10000",
        "audit --seed 1 --seed 2             | '--seed' (S) should be specified only once",
        "audit --engine abacus               | --engine \"abacus\" is unknown; the engines are dyadic, apfloat and both",
        "audit nothing                       | unknown theorem \"nothing\"; the theorems are toy",
        "audit toy/T7                        | unknown claim \"toy/T7\"; ./apodix list shows the claims",
        "audit toy/T9                        | claim \"toy/T9\" is not built yet",
        "audit ratio-signrelu                | theorem \"ratio-signrelu\" is not built yet",
        "audit toy --record                  | --record records the default audit only",
        "audit --out pom.xml                 | --out pom.xml is a file; give the name of a folder",
        "audit --out src                     | the folder src holds \"main\" and no earlier audit, so nothing is written there",
        "replay x.json --engine dyadic       | x.json does not exist",
        "evaluate                            | Missing required parameters",
        "evaluate toy                        | Missing required parameter: 'FILE'",
        "evaluate toy/T1 -                   | \"toy/T1\" is no theorem; evaluate judges every claim that applies, so write toy",
        "evaluate toy - --digits 0           | --digits is 0; it must be an integer from 1 to 1000",
        "evaluate toy - --digits 1001        | --digits is 1001; it must be an integer from 1 to 1000",
        "evaluate toy - --engine decimal     | --engine \"decimal\" is unknown",
        "evaluate toy src                    | src is a directory; give a JSON file, or - for standard input",
        "evaluate toy no/such.json           | no/such.json does not exist; give a JSON file",
        "report no/such.jsonl                | there is no ledger no/such.jsonl; run ./apodix audit first",
        "report src                          | src is a directory; give the file src/ledger.jsonl",
        "report pom.xml                      | pom.xml is not named ledger.jsonl",
    })
    void badUsageIsOneLineAndExitCodeTwo(String args, String message) {
        var run = Run.of(Toy.right(), "", args == null ? new String[0] : args.strip().split("\\s+"));

        assertThat(run.err()).startsWith("apodix: ").contains(message).endsWith("\n").hasLineCount(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.exit()).isEqualTo(2);
    }

    @Test
    void aNegativeSeedIsASeed() {
        assertThat(Run.of(Toy.right(), "", "audit", "--seed", "-5", "--engine", "abacus").err()).contains("\"abacus\" is unknown");
    }

    @Test
    void helpAndVersionGoToStandardOutput() {
        assertThat(Run.of("--help").out()).contains("audit", "evaluate", "Exit codes");
        assertThat(Run.of("audit", "--help").out()).contains("--resume", "--max-digits");
        assertThat(Run.of("--version").out()).matches("apodix \\d+\\.\\d+\\.\\d+.*\n");
        assertThat(Run.of("--version").exit()).isZero();
    }

    @Test
    void listNamesClaimsAndWhatIsNotBuilt() {
        var run = Run.of(Toy.right(), "", "list");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("toy/T1", "the tangent is above", "derived here", "1 tooth", "not recorded",
            "claims not built yet: T9", "ratio-signrelu");
    }

    @Test
    void anInternalErrorIsOneLineThatNamesALogFile() throws Exception {
        for (var error : List.of(new StackOverflowError(), new OutOfMemoryError("heap"), new IllegalStateException("two\nlines"))) {
            var run = runWith(error);

            assertThat(run.exit()).isEqualTo(3);
            assertThat(run.err()).startsWith("apodix: internal error (" + error.getClass().getSimpleName()).hasLineCount(1)
                .doesNotContain("\tat ");
            var log = Path.of(run.err().strip().replaceAll(".*details are in ", ""));
            assertThat(log).content().contains(error.getClass().getName(), "\tat ");
            Files.delete(log);
        }
    }

    @Test
    void anInternalErrorOfAnAuditIsLoggedInItsFolder(@TempDir Path folder) {
        var failure = Failure.of(new IllegalStateException("x"), folder);

        assertThat(failure.message()).endsWith("details are in " + folder.resolve("apodix.log"));
        assertThat(folder.resolve("apodix.log")).content().contains("IllegalStateException: x");
    }

    @Test
    void carriersThatDisagreeAreAnErrorOfTheProgram(@TempDir Path folder) {
        var failure = Failure.of(new Disagreement("at k = 3 of seed 1, the carriers disagree on toy/T1: VERIFIED by double, REFUTED by apfloat-38"),
            folder);

        assertThat(failure.exit()).isEqualTo(3);
        assertThat(failure.message()).startsWith("at k = 3 of seed 1, the carriers disagree on toy/T1: VERIFIED by double, REFUTED by ")
            .contains("this is an error of Apodix").endsWith("details are in " + folder.resolve("apodix.log")).hasLineCount(1);
    }

    private static Run runWith(Throwable error) {
        var err = new java.io.ByteArrayOutputStream();
        var in = new InputStream() {
            @Override
            public int read() {
                if (error instanceof Error e) {
                    throw e;
                }
                throw (RuntimeException) error;
            }
        };
        var quiet = new java.io.PrintStream(java.io.OutputStream.nullOutputStream());
        int exit = Apodix.run(Toy.right(), new String[] {"evaluate", "toy", "-"}, in, quiet, new java.io.PrintStream(err));
        return new Run(exit, "", err.toString());
    }
}
