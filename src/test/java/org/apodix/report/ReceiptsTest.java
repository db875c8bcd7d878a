package org.apodix.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apodix.audit.BadInput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the report says of checked certificates is what a checker said of exactly these. */
class ReceiptsTest {

    /** The SHA-256 of the bytes {@code {}}, and of {@code {} } with a space; the hashes that the index names are others, those of the contents. */
    private static final String ONE = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";
    private static final String TWO = "3d8e6a3f3561a8683abc16c3851110c4e607124c4c5a919cb7e78764882f37ad";
    private static final String OTHER = "3".repeat(64);
    private static final String FIRST = "5".repeat(64);
    private static final String SECOND = "6".repeat(64);

    @TempDir
    Path folder;

    @BeforeEach
    void certificates() throws IOException {
        Files.createDirectories(folder.resolve("certificates/toy"));
        Files.writeString(folder.resolve("certificates/toy/T1-a-1.json"), "{}");
        Files.writeString(folder.resolve("certificates/toy/T1-tooth-steeper.json"), "{} ");
        Files.writeString(folder.resolve("certificates/index.jsonl"), """
            {"claim":"toy/T1","part":"a","k":1,"file":"toy/T1-a-1.json","sha256":"%s"}
            {"claim":"toy/T1","tooth":"steeper","file":"toy/T1-tooth-steeper.json","sha256":"%s"}
            {"claim":"toy/T1","part":"a","k":2,"file":"toy/lost.json","sha256":"%s"}
            {"claim":"toy/T1","part":"b","k":0,"none":"too long"}
            """.formatted(FIRST, SECOND, OTHER));
    }

    private Checked checked(String... receipts) throws IOException {
        Files.writeString(folder.resolve("certificates/receipts.jsonl"), String.join("", receipts));
        return Certificates.read(folder).of("toy/T1");
    }

    private static String receipt(String file, String result, String level) {
        return receipt(file, ONE.equals(file) ? FIRST : SECOND, result, level, ONE.equals(file) ? "toy/T1(a)" : "toy/T1(tooth steeper)");
    }

    private static String receipt(String file, String contents, String result, String level, String claim) {
        return "{\"file\":\"x\",\"file_sha256\":%s,\"sha256\":\"%s\",\"claim\":\"%s\",\"result\":\"%s\",%s\"checker\":\"checker/check.py 0123\",\"run\":{\"seconds\":1.5}}%n".formatted(
            file == null ? null : "\"" + file + "\"", contents, claim, result, level.isEmpty() ? "" : "\"level\":\"" + level + "\",");
    }

    @Test
    void withoutReceiptsNothingIsChecked() throws IOException {
        var checked = Certificates.read(folder).of("toy/T1");
        assertThat(checked).isEqualTo(new Checked(2, 1, Map.of(), 0, 0, 2, java.util.List.of()));
        assertThat(checked.found()).isEmpty();
        assertThat(Certificates.read(folder).of("toy/T2")).isEqualTo(Checked.NONE);
    }

    @Test
    void levelsAreCountedPerCertificate() throws IOException {
        var checked = checked(receipt(ONE, "passed", "L2"), receipt(TWO, "passed", "L1"), receipt(null, "refused", ""));
        assertThat(checked.found()).isEqualTo("1 passed at level L2 (every step, and the formula), 1 passed at level L1 (every step)");
        assertThat(checked.checkers()).containsExactly("checker/check.py 0123");
    }

    @Test
    void aReceiptOfAnotherCertificateCountsForNone() throws IOException {
        var checked = checked(receipt(OTHER, "passed", "L2"), receipt("4".repeat(64), "passed", "L2"));
        assertThat(checked.levels()).isEmpty();
        assertThat(checked.unchecked()).isEqualTo(2);
        assertThat(checked.checkers()).isEmpty();
    }

    @Test
    void aFileThatWasChangedHasNoReceipt() throws IOException {
        Files.writeString(folder.resolve("certificates/toy/T1-a-1.json"), "{  }");
        assertThat(checked(receipt(ONE, "passed", "L2"), receipt(TWO, "passed", "L1")).found()).isEqualTo("1 passed at level L1 (every step), 1 not checked");
    }

    @Test
    void aCopyOfAnotherCertificateHasNoReceipt() throws IOException {
        Files.writeString(folder.resolve("certificates/toy/T1-tooth-steeper.json"), "{}");
        assertThat(checked(receipt(ONE, "passed", "L2")).found()).isEqualTo("1 passed at level L2 (every step, and the formula), 1 not checked");
        assertThat(checked(receipt(ONE, SECOND, "passed", "L2", "toy/T1(a)")).found()).isEmpty();
        assertThat(checked(receipt(ONE, FIRST, "passed", "L2", "toy/T1(b)")).found()).isEmpty();
        assertThat(checked(receipt(ONE, "rejected", "")).found()).isEqualTo("2 REJECTED");
    }

    @Test
    void theWorstReceiptCounts() throws IOException {
        var checked = checked(receipt(ONE, "passed", "L2"), receipt(ONE, "rejected", ""), receipt(ONE, "passed", "L1"), receipt(TWO, "refused", ""));
        assertThat(checked.found()).isEqualTo("1 REJECTED, 1 beyond its limits");
        assertThat(checked(receipt(ONE, "passed", "L2"), receipt(ONE, "passed", "L1")).found()).isEqualTo("1 passed at level L1 (every step), 1 not checked");
    }

    @Test
    void whatIsNoReceiptIsRefused() {
        for (var line : new String[] {"{}\n", "no json\n", receipt(ONE, "passed", ""), receipt(ONE, "passed", "L9"), receipt(ONE, "green", "L2"),
            receipt(ONE, "passed", "rejected"), receipt(ONE, "L2", "L2")}) {
            assertThatThrownBy(() -> checked(line)).as(line).isInstanceOf(BadInput.class).hasMessageContaining("line 1 of ");
        }
    }
}
