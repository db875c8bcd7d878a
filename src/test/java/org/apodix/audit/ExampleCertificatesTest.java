package org.apodix.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The certificates in docs/examples are what this version writes, and pass. They are written anew to target/certificates, from where they can be copied. */
class ExampleCertificatesTest {

    private static final Path COMMITTED = Path.of("docs/examples/certificates");
    private static final Path WRITTEN = Path.of("target/certificates");

    static Stream<Path> files() throws IOException {
        try (var files = Files.list(COMMITTED)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void theyAreUpToDate(Path file) throws IOException {
        var committed = (ObjectNode) Json.read(Files.readString(file), file.toString());
        var catalogue = Catalogue.load();
        var claim = catalogue.theorems().stream().flatMap(t -> t.claims().stream())
            .filter(c -> c.name().equals(committed.get("claim").textValue())).findFirst().orElseThrow();
        var text = Json.line(again(claim, committed, catalogue)) + "\n";
        Files.createDirectories(WRITTEN);
        Files.writeString(WRITTEN.resolve(file.getFileName()), text);
        assertThat(Files.readString(file)).as("%s has changed: copy it from %s", file, WRITTEN).isEqualTo(text);
    }

    private static <M> ObjectNode again(Claim<M> claim, ObjectNode committed, Catalogue catalogue) {
        var statement = claim.statements().stream().filter(s -> s.part().equals(committed.path("part").asText())).findFirst().orElseThrow();
        var fields = new Fields(committed.get("instance"));
        var model = catalogue.theorem(claim.theorem()).families().stream().filter(family -> family.name().equals(fields.family()))
            .findFirst().map(family -> claim.type().cast(family.read(fields))).orElseThrow();
        return Certificate.of(claim, statement, model, null, (ObjectNode) committed.get("instance"), "");
    }

    /** The first half of the tutorial, for those who have Python alone, says what happens. */
    @Test
    void theTutorialWorksAsWritten(@TempDir Path folder) throws IOException, InterruptedException {
        var tutorial = Files.readString(Path.of("docs/certificates.md")).split("## Check a result yourself in five minutes")[1].split("Certificates of your own")[0];
        var blocks = tutorial.split("```\n");
        var commands = new StringBuilder("set +e; cd " + folder + "\n");
        for (var name : List.of("checker", "docs")) {
            commands.append("ln -s ").append(Path.of(name).toAbsolutePath()).append('\n');
        }
        var promised = new ArrayList<String>();
        for (int i = 1; i < blocks.length; i += 2) {
            if (blocks[i].startsWith("python3") || blocks[i].startsWith("sed")) {
                commands.append(blocks[i]);
            } else {
                promised.add(blocks[i].strip().replaceAll(", \\d+ nodes/s", ""));
            }
        }
        commands.append("rm checker docs\n");
        Process process;
        try {
            process = new ProcessBuilder("bash", "-c", "command -v python3 >/dev/null || exit 9\n" + commands).redirectErrorStream(true).start();
        } catch (IOException e) {
            assumeTrue(false, "not run: there is no bash");
            return;
        }
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assumeTrue(process.waitFor() != 9, "not run: there is no python3");
        assertThat(promised).hasSize(3);
        assertThat(text.replaceAll(", \\d+ nodes/s", "").lines()).as(text).startsWith(promised.toArray(String[]::new)).hasSize(6);
    }

    @Test
    void theyPassTheChecker() throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("python3", "checker/check.py"));
        files().forEach(file -> command.add(file.toString()));
        assertThat(command).hasSizeGreaterThan(3);
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            assumeTrue(false, "not run: there is no python3");
            return;
        }
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(text).isZero();
        assertThat(text.lines().filter(line -> line.startsWith("L2 "))).as(text).hasSize(command.size() - 2);
    }
}
