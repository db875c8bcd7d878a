package org.apodix.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apodix.enclosure.Rational;
import org.junit.jupiter.api.Test;

/** The files in docs/examples/networks are what this version writes. They are written anew to target/networks, from where they can be copied. */
class ExampleNetworksTest {

    private static final Path COMMITTED = Path.of("docs/examples/networks");
    private static final Path FRESH = Path.of("target/networks");

    @Test
    void divisionGate() throws IOException {
        var gate = Networks.divisionGate();
        isUpToDate("division-gate.json", NetworkJson.write(gate).getBytes(StandardCharsets.UTF_8));
        isUpToDate("division-gate.onnx", OnnxModel.of(gate));

        var point = List.of(Rational.of(4), Rational.of(-3, 4));
        assertThat(NetworkJson.read(Files.readString(COMMITTED.resolve("division-gate.json"))).at(point)).containsExactly(Rational.of(-3, 16));
    }

    /** The JSON in docs/networks.md is as it would be written. */
    @Test
    void theDocumentedJson() throws IOException {
        var text = Files.readString(Path.of("docs/networks.md")).split("```json\n")[1].split("```")[0];
        assertThat(NetworkJson.write(NetworkJson.read(text))).isEqualTo(text);
    }

    private static void isUpToDate(String name, byte[] content) throws IOException {
        Files.createDirectories(FRESH);
        Files.write(FRESH.resolve(name), content);
        assertThat(Arrays.equals(Files.readAllBytes(COMMITTED.resolve(name)), content))
            .as("%s is not what is written now: cp target/networks/%s %s", COMMITTED.resolve(name), name, COMMITTED).isTrue();
    }
}
