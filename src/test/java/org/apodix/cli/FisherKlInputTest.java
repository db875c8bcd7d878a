package org.apodix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.stream.Stream;
import org.apodix.audit.Catalogue;
import org.apodix.audit.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What users hand to {@code evaluate fisher-kl}, good and bad. */
class FisherKlInputTest {

    private static final String GOOD = "\"family\": \"gauss_ou\", \"q\": \"1/2\", \"N\": 3, ";

    private static void assertBad(String input, String message) {
        var run = Run.of(Catalogue.load(), input, "evaluate", "fisher-kl", "-");

        assertThat(run.err()).startsWith("apodix: ").contains(message).endsWith("\n").hasLineCount(1);
        assertThat(run.err().length()).isLessThan(400);
        assertThat(run.out()).isEmpty();
        assertThat(run.exit()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "\"m\": [\"1/0\"], \"Sigma\": [[\"1\"]]                                     | m[0]",
        "\"m\": [\"0\"], \"Sigma\": [[\"-1\"]]                                      | positive",
        "\"m\": [\"0\"], \"variances\": [\"-1\"]                                    | positive",
        "\"m\": [\"0\"], \"variances\": [\"0\"]                                     | positive",
        "\"m\": [\"0\", \"0\"], \"Sigma\": [[\"1\", \"1/2\"], [\"1/3\", \"1\"]]     | symmetric",
        "\"m\": [\"0\", \"0\"], \"Sigma\": [[\"1\", \"2\"], [\"2\", \"1\"]]         | positive definite",
        "\"m\": [\"0\", \"0\"], \"Sigma\": [[\"1\", \"2\"]]                         | rows",
        "\"m\": [\"0\"], \"Sigma\": [[\"1\"]], \"variances\": [\"1\"]               | variances",
        "\"m\": [\"0\"]                                                            | Sigma",
        "\"m\": [], \"Sigma\": []                                                  | \"m\"",
        "\"m\": [0.5], \"Sigma\": [[\"1\"]]                                         | numbers are exact",
        "\"m\": [\"0\"], \"Sigma\": [[\"1\"]], \"temperature\": 1                   | unknown field \"temperature\"",
    })
    void noObjectOfTheFamily(String fields, String message) {
        assertBad("{\"claim\": \"R7\", \"instance\": {" + GOOD + fields + "}}", message);
    }

    /** Other families: nothing odd in their fields is more than one clear line. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "'family':'clip_network_ou','q':'4/5','N':2,'m':'0'                                                            | m",
        "'family':'clip_network_ou','q':'4/5','N':2,'m':'-1'                                                           | m",
        "'family':'clip_network_ou','q':'4/5','N':2,'m':'1','score':'moments'                                          | unknown field",
        "'family':'uniform_ou','q':'1','N':3,'L':'1'                                                                   | q",
        "'family':'uniform_ou','q':'1/2','N':201,'L':'1'                                                               | N",
        "'family':'uniform_ou','q':'1/2','N':3.5,'L':'1'                                                               | N",
        "'family':'uniform_ou','q':'1/2','N':3,'L':'-1'                                                                | L",
        "'family':'uniform_ou','q':'1/2','N':1,'L':'1','score':'wrong'                                                 | moments",
        "'family':'uniform_kinetic','h':'0','N':2,'L':'1'                                                              | positive",
        "'family':'quartic_ou','q':'1/2','N':7                                                                         | q^N",
        "'family':'quartic_ou','q':'99/100','N':7                                                                      | q",
        "'family':'quartic_ou','q':'1/2','N':1,'L':'2'                                                                 | unknown field",
        "'family':'mixture_exact_truth_ou','q':'4/5','N':5,'centers':['0'],'weights':['1'],'v':'1'                     | N",
        "'family':'mixture_exact_truth_ou','q':'4/5','N':2,'centers':['0'],'weights':['1'],'v':'0'                     | v",
        "'family':'mixture_exact_truth_ou','q':'4/5','N':1,'centers':['0'],'weights':['1'],'v':'1','score':'moments'   | unknown field",
        "'family':'mixture_exact_truth_ou','q':'4/5','N':1,'centers':[],'weights':[],'v':'1'                           | centers",
        "'family':'mixture_ou','q':'1/2','N':1,'centers':['1'],'weights':['1/2'],'v':'1'                               | sum",
        "'family':'mixture_ou','q':'1/2','N':1,'centers':['1','2'],'weights':['1'],'v':'1'                             | one each",
        "'family':'mixture_ou','q':'1/2','N':1,'centers':['1','2'],'weights':['2','-1'],'v':'1'                        | positive",
        "'family':'mixture_ou','q':'1/2','N':1,'centers':'1','weights':['1'],'v':'1'                                   | centers",
        "'family':'mixture_ou','q':'1/2','N':1,'centers':['1e9'],'weights':['1'],'v':'1'                               | between",
        "'family':'quadratic_tilt_ou','q':'1/2','N':1,'a':'2'                                                          | (0, 1]",
        "'family':'hermite4_tilt_ou','q':'1/2','N':1,'a':'1/6'                                                         | (0, 1/6)",
    })
    void noObjectOfAnotherFamily(String fields, String message) {
        assertBad("{\"claim\": \"R7\", \"instance\": {" + fields.replace('\'', '"') + "}}", message);
    }

    /** What would take too long is named, and the other entries are answered. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "'family':'uniform_ou','q':'9999/10000','N':200,'L':'1'                                                                            | so sharp",
        "'family':'mixture_exact_truth_ou','q':'4/5','N':2,'centers':['50','-50'],'weights':['1/2','1/2'],'v':'1/1000'                     | a grid of more",
        "'family':'mixture_exact_truth_ou','q':'1/2','N':1,'centers':['100','-100'],'weights':['1/2','1/2'],'v':'10000'                    | a grid of more",
    })
    void refusedForItsWork(String fields, String message) {
        var input = "{\"claim\": \"R7\", \"instance\": {" + fields.replace('\'', '"') + "}}";
        var run = Run.of(Catalogue.load(), input, "evaluate", "fisher-kl", "-", "--json");

        assertThat(run.err()).isEmpty();
        assertThat(Json.read(run.out(), "standard output").at("/0/error").textValue()).contains(message);
    }

    @Test
    void aMillionDimensions() {
        var million = String.join(",", Collections.nCopies(1_000_000, "\"1\""));
        assertBad("{\"claim\": \"R7\", \"instance\": {" + GOOD + "\"m\": [" + million + "], \"variances\": [" + million + "]}}",
            "has 1000000 entries; at most 10000");
    }

    @Test
    void aHundredDenseDimensions() {
        var row = "[" + String.join(",", Collections.nCopies(100, "0")) + "]";
        assertBad("{\"claim\": \"R7\", \"instance\": {" + GOOD + "\"m\": " + row + ", \"Sigma\": ["
            + String.join(",", Collections.nCopies(100, row)) + "]}}", "64");
    }

    @Test
    void malformedJson() {
        assertBad("{\"claim\": \"R7\", \"instance\": {" + GOOD, "is not valid JSON at line 1");
        assertBad("[".repeat(100_000), "is not valid JSON");
    }

    @ParameterizedTest
    @CsvSource({"fisher-kl/R99, unknown claim", "fisher-lk, unknown theorem"})
    void unknownClaims(String selector, String message) {
        var run = Run.of("audit", selector);

        assertThat(run.err()).contains(message).hasLineCount(1);
        assertThat(run.exit()).isEqualTo(2);
    }

    static Stream<Path> examples() throws IOException {
        return Files.list(Path.of("docs/examples")).filter(file -> file.toString().endsWith(".json")).sorted();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleIsEvaluated(Path file) {
        var run = Run.of("evaluate", "fisher-kl", file.toString(), "--json");

        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        for (var entry : Json.read(run.out(), "standard output")) {
            assertThat(entry.fieldNames()).toIterable().containsExactly("claim", "instance", "quantities", "verdicts");
            assertThat(entry.get("quantities")).isNotEmpty().allSatisfy(value -> assertThat(value.get("lo").isTextual()).isTrue());
            assertThat(entry.get("verdicts")).noneMatch(v -> v.get("verdict").textValue().equals("REFUTED"))
                .noneMatch(v -> v.get("verdict").textValue().equals("UNDECIDED"));
        }
    }

    @Test
    void theUninformativeExampleSaysSo() {
        var run = Run.of("evaluate", "fisher-kl", "docs/examples/uninformative-bound.json", "--json");

        assertThat(Json.read(run.out(), "standard output").at("/0/verdicts"))
            .anyMatch(v -> v.path("claim").textValue().equals("R7") && v.has("informative") && !v.get("informative").booleanValue());
    }
}
