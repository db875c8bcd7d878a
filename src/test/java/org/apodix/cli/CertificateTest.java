package org.apodix.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apodix.audit.Catalogue;
import org.apodix.audit.Json;
import org.apodix.theorems.fisherkl.FisherKl;
import org.apodix.theorems.ratiosignrelu.RatioSignRelu;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates from the audit to the checker, which is a program of its own in another language, and back by {@code replay}. */
class CertificateTest {

    @TempDir
    Path folder;

    private List<Path> audit(Catalogue catalogue, String... options) throws IOException {
        var args = new ArrayList<>(List.of("audit", "--certificates", "--out", folder.toString()));
        args.addAll(List.of(options));
        Run.of(catalogue, "", args.toArray(String[]::new));
        try (var files = Files.walk(folder.resolve("certificates"))) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
    }

    /** What a program says and its exit code, or nothing where there is no such program. */
    private static String python(List<String> arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("python3"));
        command.addAll(arguments);
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            assumeTrue(false, "not run: there is no python3");
            return "";
        }
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return text + "exit " + process.waitFor();
    }

    private static List<String> checker(List<Path> files) {
        var arguments = new ArrayList<>(List.of("checker/check.py"));
        files.forEach(file -> arguments.add(file.toString()));
        return arguments;
    }

    @Test
    void everyCertificateOfAnAuditPassesTheChecker() throws IOException, InterruptedException {
        var files = audit(new Catalogue(List.of(new FisherKl())), "fisher-kl/R1", "fisher-kl/R2", "fisher-kl/R3", "--instances", "14");

        assertThat(files).hasSizeGreaterThan(60);
        var said = python(checker(files));
        assertThat(said).endsWith("exit 0").doesNotContain("REJECTED", "NOT CHECKED");
        assertThat(said.lines().filter(line -> line.startsWith("L2 "))).hasSizeGreaterThan(60);
        assertThat(said.lines().filter(line -> line.startsWith("L2 REFUTED"))).hasSize(8);
        assertThat(Files.readAllLines(folder.resolve("certificates/index.jsonl"))).hasSize(files.size()); // nothing is left without one
    }

    @Test
    void theSameAuditWritesTheSameCertificatesOnAnyNumberOfThreads() throws IOException {
        var texts = new ArrayList<String>();
        for (var file : audit(Toy.right(), "--instances", "30", "--threads", "1")) {
            texts.add(Files.readString(file));
        }
        var again = audit(Toy.right(), "--instances", "30", "--threads", "3");
        assertThat(again).hasSize(texts.size()).isNotEmpty();
        for (int i = 0; i < texts.size(); i++) {
            assertThat(again.get(i)).content().isEqualTo(texts.get(i));
        }
    }

    @Test
    void noMutantThatIsFalsePassesTheChecker() throws IOException, InterruptedException {
        var files = audit(new Catalogue(List.of(new FisherKl())), "fisher-kl/R1", "fisher-kl/R2", "--instances", "12");
        var arguments = new ArrayList<>(List.of("checker/mutants.py", "1000"));
        for (var file : files) {
            if (!Files.readString(file).contains("integral\",")) { // each of them takes seconds to check
                arguments.add(file.toString());
            }
        }

        assertThat(python(arguments)).contains("1000 mutants of ", " 0 false passed or crashed").endsWith("exit 0");
    }

    @Test
    void aRefutationHasItsCertificateToo() throws IOException, InterruptedException {
        var files = audit(Toy.broken(), "--instances", "10");

        var said = python(checker(files));
        assertThat(said).contains("L1 REFUTED toy/").endsWith("exit 0");
    }

    @Test
    void aCounterexampleToAStatementAboutADomainIsOneAtItsPoint() throws IOException {
        var file = audit(Chords.right(), "--instances", "3").stream().filter(f -> f.getFileName().toString().contains("tooth")).findFirst().orElseThrow();

        var certificate = Json.read(Files.readString(file), "certificate");
        assertThat(certificate.get("verdict").textValue()).isEqualTo("REFUTED");
        assertThat(certificate.get("point").has("x")).isTrue();
        assertThat(Run.of(Chords.right(), "", "replay", file.toString()).exit()).isZero();
    }

    @Test
    void aProofForEveryPointOfADomainIsMadeAnewByTheChecker() throws IOException, InterruptedException {
        var files = audit(Chords.right(), "--instances", "3").stream().filter(f -> !f.getFileName().toString().contains("tooth")).toList();

        assertThat(files).hasSizeGreaterThan(2);
        var certificate = (ObjectNode) Json.read(Files.readString(files.get(0)), "certificate");
        assertThat(certificate.get("verdict").textValue()).isEqualTo("PROVED");
        assertThat(certificate.get("proof").get("variables").get(0).textValue()).isEqualTo("x");
        assertThat(python(checker(files))).endsWith("exit 0").contains("L1 PROVED chords/").doesNotContain("REJECTED", "NOT CHECKED");
        for (var file : files) {
            assertThat(Run.of(Chords.right(), "", "replay", file.toString()).out()).contains("certificate  PROVED", "found        PROVED", "they agree");
        }
        var text = Files.readString(files.get(0));
        assertThat(Run.of(Chords.broken(), text, "replay", "-").err()).contains("was written for another version of chords/");
    }

    @Test
    void noForgedProofPassesTheChecker() throws IOException, InterruptedException {
        var files = audit(new Catalogue(List.of(new RatioSignRelu())), "ratio-signrelu/R2", "ratio-signrelu/R8", "--instances", "3");
        var arguments = new ArrayList<>(List.of("checker/mutants.py", "400"));
        files.forEach(file -> arguments.add(file.toString()));

        assertThat(python(arguments)).contains("400 mutants of ", " 0 false passed or crashed", "ratio-signrelu proof ").endsWith("exit 0");
    }

    @Test
    void replayComputesTheStatementAnew() throws IOException {
        var files = audit(Toy.right(), "--instances", "10");
        var run = Run.of(Toy.right(), "", "replay", files.get(0).toString());

        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("certificate  VERIFIED", "found        VERIFIED on apfloat", "they agree");
    }

    @Test
    void replayRejectsWhatIsNoCertificateOfTheseClaims() throws IOException {
        var text = Files.readString(audit(Toy.right(), "--instances", "10").get(0));
        refused("{}", "is no certificate of the format theorem-certificate/1");
        refused(text.replace("VERIFIED", "REFUTED"), "the hash in standard input does not belong to its contents");
        assertThat(Run.of(Toy.broken(), text, "replay", "-").err()).contains("was written for another version of toy/");
        assertThat(Run.of(new Catalogue(List.of(new FisherKl())), text, "replay", "-").err()).contains("which is not built");
        var json = (ObjectNode) Json.read(text, "certificate");
        assertThat(json.get("sha256").textValue()).hasSize(64);
    }

    private static void refused(String text, String message) {
        var run = Run.of(Toy.right(), text, "replay", "-");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains(message);
        assertThat(run.err().lines()).hasSize(1);
    }
}
