package org.apodix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apodix.audit.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluateTest {

    private static final String HALF = "{\"claim\": \"mine\", \"instance\": {\"family\": \"point\", \"note\": \"n\", \"x\": \"1/2\"}, \"quantities\": 7}";
    private static final String LATER = "{\"claim\": \"not yet\", \"instance\": {\"family\": \"later\", \"whatever\": 1.5}}";

    private static JsonNode json(String input, String... options) {
        var args = new String[options.length + 4];
        System.arraycopy(new String[] {"evaluate", "toy", "-", "--json"}, 0, args, 0, 4);
        System.arraycopy(options, 0, args, 4, options.length);
        var run = Run.of(Toy.right(), input, args);
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        return Json.read(run.out(), "standard output");
    }

    @Test
    void anEntryIsEchoedWithItsQuantitiesAndVerdicts() {
        var entry = json(HALF).get(0);

        assertThat(entry.get("claim").textValue()).isEqualTo("mine");
        assertThat(entry.get("instance").get("note").textValue()).isEqualTo("n");
        assertThat(entry.at("/quantities/x").toString()).isEqualTo("{\"lo\":\"0.5\",\"hi\":\"0.5\",\"exact\":\"1/2\"}");
        assertThat(entry.at("/quantities/log/lo").textValue()).startsWith("0.40546510810816438197");
        assertThat(entry.at("/quantities/log/hi").textValue()).startsWith("0.40546510810816438197");
        assertThat(entry.at("/quantities/log").has("digits")).isFalse();
        var first = entry.at("/verdicts/0");
        assertThat(first.fieldNames()).toIterable().containsExactly("claim", "relation", "kind", "verdict", "left", "right",
            "tightness", "informative");
        assertThat(first.get("verdict").textValue()).isEqualTo("VERIFIED");
        assertThat(first.at("/tightness/lo").textValue()).startsWith("0.8109302162163287639");
        assertThat(entry.at("/verdicts/2/part").textValue()).isEqualTo("b");
    }

    @Test
    void aVacuousVerdictHasAReasonAndNoSides() {
        var verdict = json(HALF.replace("1/2", "3/2")).at("/0/verdicts/1");

        assertThat(verdict.get("verdict").textValue()).isEqualTo("VACUOUS");
        assertThat(verdict.get("reason").textValue()).isEqualTo("x is at most 1");
        assertThat(verdict.has("left")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1", "20", "137", "1000"})
    void digitsAreReached(int digits) {
        var log = json(HALF, "--digits", "" + digits).at("/0/quantities/log");

        var lo = new java.math.BigDecimal(log.get("lo").textValue());
        var hi = new java.math.BigDecimal(log.get("hi").textValue());
        assertThat(hi.subtract(lo)).isLessThanOrEqualTo(lo.movePointLeft(digits));
    }

    @Test
    void theOtherEnginesSayTheSame() {
        var dyadic = json(HALF);

        for (var engine : new String[] {"apfloat", "both"}) {
            var other = json(HALF, "--engine", engine);
            assertThat(other.at("/0/quantities/x")).isEqualTo(dyadic.at("/0/quantities/x"));
            assertThat(other.at("/0/quantities/log/lo").textValue()).startsWith("0.40546510810816438197");
            assertThat(other.at("/0/verdicts").findValuesAsText("verdict")).isEqualTo(dyadic.at("/0/verdicts").findValuesAsText("verdict"));
        }
    }

    @Test
    void aPlannedFamilyIsAnsweredAndTheOthersAreEvaluated() {
        var answers = json("[" + LATER + "," + HALF + "]");

        assertThat(answers.get(0).fieldNames()).toIterable().containsExactly("claim", "instance", "error");
        assertThat(answers.get(0).get("error").textValue()).isEqualTo("the family \"later\" is not built yet");
        assertThat(answers.get(1).has("verdicts")).isTrue();
    }

    @Test
    void plainOutputIsAlignedWithinAHundredColumns() {
        var run = Run.of(Toy.right(), "[" + LATER + "," + HALF + "]", "evaluate", "toy", "-");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("0.40546510810816438197...", "0.5  = 1/2", "T2(b)", "not built yet")
            .isEqualTo(run.out().stripTrailing() + "\n");
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void aRefutedVerdictIsExitCodeOne() {
        var run = Run.of(Toy.broken(), HALF, "evaluate", "toy", "-");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("REFUTED");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "``                                                       | standard input is empty",
        "{\"claim\":                                              | standard input is not valid JSON at line 1",
        "{} {}                                                    | standard input is not valid JSON",
        "[]                                                       | is an empty array; write at least one",
        "[7]                                                      | entry 1 of standard input: an entry is an object",
        "{\"family\": \"point\", \"x\": 1}                        | this is an instance without its entry; write {\"claim\":",
        "{\"claim\": \"a\"}                                       | the entry has no field \"instance\"",
        "{\"instance\": {\"family\": \"point\", \"x\": 1}}        | the field \"claim\" must be a text",
        "{\"claim\": \"a\", \"instance\": {}, \"x\": 1}           | unknown field \"x\" of an entry",
        "{\"claim\": \"a\", \"instance\": 5}                      | an instance must be a JSON object",
        "{\"claim\": \"a\", \"instance\": {\"family\": \"f\"}}    | unknown family \"f\" of toy; the families are point",
        "{\"claim\": \"a\", \"instance\": {\"family\": \"point\", \"x\": \"1/0\"}}            | \"x\"",
        "{\"claim\": \"a\", \"instance\": {\"family\": \"point\", \"x\": 0.5}}                | numbers are exact: write a string such as \"3/5\"",
        "{\"claim\": \"a\", \"instance\": {\"family\": \"point\", \"x\": 1, \"y\": 1}}        | unknown field \"y\"",
        "{\"claim\": \"a\", \"instance\": {\"family\": \"point\", \"x\": -1}}                 | \"x\" is -1; it must be positive",
    })
    void badInputIsOneLineAndExitCodeTwo(String input, String message) {
        for (var args : new String[][] {{"evaluate", "toy", "-"}, {"evaluate", "toy", "-", "--json"}}) {
            var run = Run.of(Toy.right(), input, args);

            assertThat(run.err()).startsWith("apodix: ").contains(message).endsWith("\n").hasLineCount(1);
            assertThat(run.out()).isEmpty();
            assertThat(run.exit()).isEqualTo(2);
        }
    }

    @Test
    void nothingIsPrintedWhenALaterEntryIsBad() {
        var run = Run.of(Toy.right(), "[" + HALF + ", 7]", "evaluate", "toy", "-");

        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("entry 2 of standard input");
    }

    @Test
    void filesThatAreNoText(@TempDir Path folder) throws IOException {
        var binary = Files.write(folder.resolve("binary"), new byte[] {'[', (byte) 0xff, ']'});
        var big = folder.resolve("big");
        try (var file = new java.io.RandomAccessFile(big.toFile(), "rw")) {
            file.setLength(50_000_001);
        }

        assertThat(Run.of(Toy.right(), "", "evaluate", "toy", binary.toString()).err()).contains("is not UTF-8 text").hasLineCount(1);
        assertThat(Run.of(Toy.right(), "", "evaluate", "toy", big.toString()).err()).contains("is longer than 50 MB").hasLineCount(1);
    }

    @Test
    void standardInputIsReadAsUtf8() throws IOException {
        var input = Input.read("-", new ByteArrayInputStream("é".getBytes(StandardCharsets.UTF_8)));

        assertThat(input.text()).isEqualTo("é");
    }
}
