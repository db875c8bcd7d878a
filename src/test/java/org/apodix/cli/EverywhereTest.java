package org.apodix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apodix.audit.Catalogue;
import org.apodix.audit.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Statements about every point of a domain, from the claim to the report. */
class EverywhereTest {

    private static final String ENTRY = "{\"claim\": \"C1\", \"instance\": {\"family\": \"length\", \"h\": \"3\"}}";

    @TempDir
    Path folder;

    private Run audit(Catalogue catalogue, String... options) {
        var args = new ArrayList<>(List.of("audit", "--out", folder.toString(), "--instances", "6"));
        args.addAll(Arrays.asList(options));
        return Run.of(catalogue, "", args.toArray(String[]::new));
    }

    @Test
    void aTheoremForAllPointsIsProvedOnItsInstances() throws IOException {
        var run = audit(Chords.right());

        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("PROVED 18", "teeth 2/2");
        var first = Json.read(Files.readString(folder.resolve("ledger.jsonl")).lines().findFirst().orElseThrow(), "ledger");
        var above = first.at("/verdicts/0");
        assertThat(above.toString()).contains("\"kind\":\"uniform\"", "\"verdict\":\"PROVED\"", "\"level\":\"proof\"");
        var bound = first.at("/verdicts/1");
        assertThat(bound.get("witness").toString()).isEqualTo("{\"x\":\"1/2\"}");
        assertThat(bound.at("/left/exact").textValue()).isEqualTo("1/4");
        assertThat(bound.at("/tightness/lo").textValue()).isEqualTo("1");
        assertThat(bound.get("method").textValue()).isEqualTo("algebra");
        assertThat(bound.get("informative").booleanValue()).isTrue();
        var kink = first.at("/verdicts/2");
        assertThat(kink.toString()).contains("\"kind\":\"exact\"", "\"method\":\"breakpoints\",\"cells\":2").doesNotContain("tightness");
        assertThat(Files.readString(folder.resolve("teeth.jsonl"))).contains("REFUTED", "\"reason\":\"fails at x = ").doesNotContain("method");
        assertThat(folder.resolve("theorem-chords.html")).content().contains("PROVED on 18 instances", "\\text{for all } x \\in [0, h]");
        assertThat(folder.resolve("chords/C1.html")).content().contains("a proof for all points of the domain, by ", "the counterexample x = ");
    }

    @Test
    void bothEnginesTakeOverTheProofs() throws IOException {
        audit(Chords.right());
        var ledger = Files.readString(folder.resolve("ledger.jsonl"));
        var run = audit(Chords.right(), "--engine", "both");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("computed again on the second carrier, which agrees");
        assertThat(folder.resolve("ledger.jsonl")).content().isEqualTo(ledger);
    }

    @Test
    void aFalseOneIsRefutedAtAPointOnAShrunkInstance() throws IOException {
        var run = audit(Chords.broken());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("REFUTED: chords/C1 (b): by this at most; it fails at x = ", "margin", "replay");
        var lines = Files.readString(folder.resolve("ledger.jsonl")).lines().toList();
        assertThat(Json.read(lines.get(1), "ledger").has("shrunk")).isTrue();
        assertThat(Json.read(lines.get(1), "ledger").at("/verdicts/1/witness").has("x")).isTrue();
        assertThat(folder.resolve("theorem-chords.html")).content().contains("REFUTED");
    }

    @Test
    void evaluateNamesThePoint() throws IOException {
        var text = Run.of(Chords.right(), ENTRY, "evaluate", "chords", "-");
        assertThat(text.exit()).isZero();
        assertThat(text.out()).contains("PROVED", "(for all points; the sides at x = 3/2)");

        var json = Json.read(Run.of(Chords.right(), ENTRY, "evaluate", "chords", "-", "--json").out(), "answer").at("/0/verdicts/1");
        assertThat(json.at("/left/exact").textValue()).isEqualTo("9/4");
        assertThat(json.at("/right/exact").textValue()).isEqualTo("9/4");
        assertThat(json.get("witness").toString()).isEqualTo("{\"x\":\"3/2\"}");
        assertThat(json.get("cells").intValue()).isEqualTo(1);

        var broken = Run.of(Chords.broken(), ENTRY, "evaluate", "chords", "-");
        assertThat(broken.exit()).isEqualTo(1);
        assertThat(broken.out()).contains("REFUTED", "fails at x = ");
    }
}
