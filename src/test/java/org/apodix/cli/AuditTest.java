package org.apodix.cli;

import static org.apodix.audit.Options.DEFAULT_INSTANCES;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apodix.audit.Catalogue;
import org.apodix.audit.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTest {

    @TempDir
    Path folder;

    private Run audit(Catalogue catalogue, Path out, String... options) {
        var args = new ArrayList<>(List.of("audit", "--out", out.toString()));
        args.addAll(Arrays.asList(options));
        return Run.of(catalogue, "", args.toArray(String[]::new));
    }

    private byte[] ledger(Path out) throws IOException {
        return Files.readAllBytes(out.resolve("ledger.jsonl"));
    }

    @Test
    void aTrueTheoremIsGreen() throws IOException {
        var run = audit(Toy.right(), folder, "--instances", "20");

        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("toy/T1", "VERIFIED 20", "teeth 1/1", "tightest 0.999", "(k=0)", "unarmed", "VACUOUS",
            "1 of 2 claims are green; not green: toy/T2 (unarmed)", "not built yet, in no count: toy/T9, ratio-signrelu", "look at " + folder.resolve("index.html"));
        assertThat(folder.resolve("index.html")).isNotEmptyFile();
        var report = Json.read(Files.readString(folder.resolve("run.json")), "run.json");
        assertThat(report.get("complete").booleanValue()).isTrue();
        assertThat(report.at("/options/instances").intValue()).isEqualTo(20);
        assertThat(report.has("seconds") && report.has("instancesPerSecond") && report.has("java") && report.has("os")
            && report.has("cores") && report.has("threads")).isTrue();
        assertThat(report.get("secondsPerClaim").has("toy/T2")).isTrue();
    }

    @Test
    void bothCarriersLeaveTheLedgerOfTheFirst() throws IOException {
        var dyadic = folder.resolve("dyadic");
        var both = folder.resolve("both");
        audit(Toy.right(), dyadic, "--instances", "60");
        var run = audit(Toy.right(), both, "--instances", "60", "--engine", "both");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).containsPattern("computed again on the second carrier, which agrees: [3-9] instances, 1 teeth");
        assertThat(ledger(both)).isEqualTo(ledger(dyadic));
        assertThat(both.resolve("teeth.jsonl")).hasSameTextualContentAs(dyadic.resolve("teeth.jsonl"));
        var other = audit(Toy.right(), dyadic, "--instances", "60", "--engine", "both", "--resume");
        assertThat(other.exit()).isEqualTo(2);
        assertThat(other.err()).contains("--engine is \"dyadic\" there and \"both\" here");
    }

    @Test
    void theSecondCarrierAuditsAlone() throws IOException {
        var run = audit(Toy.right(), folder, "--instances", "20", "--engine", "apfloat");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("VERIFIED 20", "teeth 1/1").doesNotContain("second carrier");
        assertThat(new String(ledger(folder))).contains("\"level\":\"apfloat-38\"").doesNotContain("double", "dyadic");
        assertThat(folder.resolve("theorem-toy.html")).content().contains("on Apfloat");
        assertThat(audit(Toy.broken(), folder, "--instances", "20", "--engine", "apfloat").exit()).isEqualTo(1);
    }

    @Test
    void aBrokenTheoremIsRedWithAShrunkInstance() throws Exception {
        var run = audit(Toy.broken(), folder, "--instances", "50");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("REFUTED: toy/T1: log(1 + x) is at most x", "left ", "right ", "margin ",
            "echo '{\"claim\":\"T1\",\"instance\":", "' | ./apodix evaluate toy -", "not green: toy/T1 (refuted)");
        var replay = run.out().lines().filter(line -> line.contains("./apodix evaluate")).findFirst().orElseThrow();
        var input = replay.substring(replay.indexOf("'") + 1, replay.lastIndexOf("'"));
        var again = Run.of(Toy.broken(), input, "evaluate", "toy", "-");
        assertThat(again.exit()).isEqualTo(1);
        assertThat(again.out()).contains("REFUTED");
    }

    @Test
    void theMarginIsTheGapOfThePrintedEnclosures() {
        var claim = json(audit(Toy.broken(), folder, "toy/T1", "--instances", "50", "--json")).at("/claims/0/refuted");

        var gap = new BigDecimal(claim.at("/left/lo").textValue()).subtract(new BigDecimal(claim.at("/right/hi").textValue()));
        var margin = new BigDecimal(claim.get("margin").textValue());
        assertThat(margin).isPositive().isLessThanOrEqualTo(gap);
        assertThat(gap.subtract(margin)).isLessThan(new BigDecimal("1e-18"));
    }

    @Test
    void jsonIsOneDocumentAndNothingElse() {
        var document = json(audit(Toy.right(), folder, "--instances", "12", "--json"));

        assertThat(document.fieldNames()).toIterable().containsExactly("options", "claims", "planned");
        assertThat(document.at("/claims/0/name").textValue()).isEqualTo("toy/T1");
        assertThat(document.at("/claims/0/verdicts/VERIFIED").intValue()).isEqualTo(12);
        assertThat(document.at("/claims/0/verdicts/REFUTED").intValue()).isZero();
        assertThat(document.at("/claims/0/bites").intValue()).isEqualTo(1);
        assertThat(document.at("/claims/0/tightest/instance/family").textValue()).isEqualTo("point");
        assertThat(document.at("/claims/0/green").booleanValue()).isTrue();
        assertThat(document.at("/planned/0").textValue()).isEqualTo("toy/T9");
    }

    private static JsonNode json(Run run) {
        return Json.read(run.out(), "standard output");
    }

    @Test
    void theLedgerDoesNotDependOnThreads() throws IOException {
        audit(Toy.right(), folder.resolve("1"), "--threads", "1");
        audit(Toy.right(), folder.resolve("2"), "--threads", "2");
        audit(Toy.right(), folder.resolve("4"), "--threads", "4");

        assertThat(ledger(folder.resolve("2"))).isEqualTo(ledger(folder.resolve("1")));
        assertThat(ledger(folder.resolve("4"))).isEqualTo(ledger(folder.resolve("1")));
    }

    @Test
    void aLedgerCutAnywhereIsResumedToTheSameBytes() throws IOException {
        var cut = folder.resolve("cut");
        audit(Toy.right(), cut, "--instances", "15");
        var whole = ledger(cut);

        for (int length : new int[] {0, 1, 100, whole.length / 3, whole.length / 2, whole.length - 1, whole.length}) {
            Files.write(cut.resolve("ledger.jsonl"), Arrays.copyOf(whole, length));
            var run = audit(Toy.right(), cut, "--instances", "15", "--resume");

            assertThat(run.exit()).isZero();
            assertThat(ledger(cut)).isEqualTo(whole);
            assertThat(run.out()).contains("VERIFIED 15");
        }
        Files.delete(cut.resolve("ledger.jsonl"));
        assertThat(audit(Toy.right(), cut, "--instances", "15", "--resume").exit()).isZero();
        assertThat(ledger(cut)).isEqualTo(whole);
    }

    @Test
    void resumeNamesTheOptionThatDiffers() {
        audit(Toy.right(), folder, "--instances", "5");

        assertThat(audit(Toy.right(), folder, "--instances", "6", "--resume").err())
            .contains("--instances is 5 there and 6 here; repeat that, or leave --resume out").hasLineCount(1);
        assertThat(audit(Toy.right(), folder, "toy/T1", "--instances", "5", "--resume").err()).contains("SELECTOR is [] there and [\"toy/T1\"] here");
        assertThat(audit(Toy.right(), folder, "--instances", "5", "--seed", "9", "--resume").exit()).isEqualTo(2);
        assertThat(audit(Toy.right(), folder.resolve("none"), "--resume").err()).contains("--resume finds no earlier audit in");
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void aForeignFolderIsLeftAlone() throws IOException {
        var theirs = Files.writeString(folder.resolve("ledger.jsonl"), "theirs");

        var run = audit(Toy.right(), folder);

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("holds \"ledger.jsonl\" and no earlier audit, so nothing is written there").hasLineCount(1);
        assertThat(theirs).hasContent("theirs");
        Files.writeString(folder.resolve("run.json"), "{}");
        assertThat(audit(Toy.right(), folder).err()).contains("run.json was not written by an audit").hasLineCount(1);
    }

    @Test
    void aLedgerCutWithinACharacterIsResumed() throws IOException {
        audit(Toy.right(), folder, "--instances", "3");
        var whole = ledger(folder);
        Files.write(folder.resolve("ledger.jsonl"), new byte[] {(byte) 0xc3});

        assertThat(audit(Toy.right(), folder, "--instances", "3", "--resume").exit()).isZero();
        assertThat(ledger(folder)).isEqualTo(whole);
    }

    @Test
    void oneFolderIsWrittenByOneAuditAtATime() throws IOException {
        try (var held = FolderLock.take(folder)) {
            assertThat(held).isNotNull();
            var run = audit(Toy.right(), folder, "--instances", "3");

            assertThat(run.exit()).isEqualTo(2);
            assertThat(run.err()).contains("another audit is writing to " + folder + "; wait until it ends").hasLineCount(1);
        }
        assertThat(audit(Toy.right(), folder, "--instances", "3").exit()).isZero();
    }

    @Test
    void anEarlierAuditIsOverwritten() throws IOException {
        audit(Toy.right(), folder, "--instances", "9");
        assertThat(audit(Toy.right(), folder, "--instances", "5").exit()).isZero();
        assertThat(Files.readAllLines(folder.resolve("ledger.jsonl"))).hasSize(10);
    }

    @Test
    void theRecordIsDeterministicAndListed() throws IOException {
        System.setProperty("apodix.home", folder.toString());
        var record = folder.resolve("reports").resolve("record.json");

        assertThat(audit(Toy.right(), folder.resolve("reports"), "--record").exit()).isZero();
        var first = Files.readString(record);
        assertThat(audit(Toy.right(), folder.resolve("other"), "--record", "--threads", "1").exit()).isZero();

        assertThat(record).hasContent(first);
        assertThat(Run.of(Toy.right(), "", "list").out()).contains("last recorded: VERIFIED " + DEFAULT_INSTANCES + "\n");
        assertThat(Run.of(Toy.broken(), "", "list").out()).contains("VERIFIED " + DEFAULT_INSTANCES + " (stale: recorded for another form of the claim)");
        var listed = Json.read(Run.of(Toy.right(), "", "list", "--json").out(), "standard output");
        assertThat(listed.at("/theorems/0/claims/0/recorded/verdicts/VERIFIED").intValue()).isEqualTo(DEFAULT_INSTANCES);
        assertThat(listed.at("/theorems/0/claims/0/stale").booleanValue()).isFalse();
    }

    @AfterEach
    void forgetHome() {
        System.clearProperty("apodix.home");
    }
}
