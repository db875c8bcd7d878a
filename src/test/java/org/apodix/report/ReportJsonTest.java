package org.apodix.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apodix.audit.Catalogue;
import org.apodix.audit.Json;
import org.apodix.audit.Tally;
import org.apodix.audit.Verdict;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReportJsonTest {

    private static final Catalogue CATALOGUE = new Catalogue(List.of(new Toy()));

    @TempDir
    static Path folder;

    private static Map<String, Tally> tallies;
    private static ObjectNode report;
    private static JsonSchema schema;

    @BeforeAll
    static void audit() throws IOException {
        tallies = SiteTest.audit(folder, CATALOGUE, List.of());
        report = write(folder);
        schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(Json.read(Files.readString(folder.resolve("assets/report.schema.json")), "schema"));
    }

    private static ObjectNode write(Path folder) throws IOException {
        new Site(CATALOGUE).write(folder);
        return (ObjectNode) Json.read(Files.readString(folder.resolve("report.json")), "report");
    }

    private static ObjectNode claim(JsonNode report, int index) {
        return (ObjectNode) report.get("theorems").get(0).get("claims").get(index);
    }

    @Test
    void theReportFollowsItsSchema() {
        assertThat(schema.validate(report)).isEmpty();
    }

    @Test
    void aReportOfOneClaimFollowsItsSchema(@TempDir Path other) throws IOException {
        SiteTest.audit(other, CATALOGUE, List.of("toy/T1"));
        var one = write(other);
        assertThat(schema.validate(one)).isEmpty();
        assertThat(claim(one, 0).get("audited").booleanValue()).isTrue();
        assertThat(claim(one, 1).get("audited").booleanValue()).isFalse();
        assertThat(claim(one, 1).has("verdicts")).isFalse();
        assertThat(claim(one, 0).has("fingerprint")).isTrue();
        assertThat(claim(one, 1).has("fingerprint")).isFalse();
        claim(one, 1).put("fingerprint", claim(one, 0).get("fingerprint").asText());
        assertThat(schema.validate(one)).as("a fingerprint of what was not audited").isNotEmpty();
    }

    static Stream<Arguments> damages() {
        return Stream.of(
            damage("a count is missing", r -> ((ObjectNode) claim(r, 0).get("verdicts")).remove("UNDECIDED")),
            damage("an eighth verdict", r -> ((ObjectNode) claim(r, 0).get("verdicts")).put("PASSED", 1)),
            damage("a number where text is exact", r -> ((ObjectNode) claim(r, 0).get("tightest").get("left")).put("lo", 0.5)),
            damage("an end that is no decimal", r -> ((ObjectNode) claim(r, 0).get("tightest").get("left")).put("lo", "about 1")),
            damage("an audited claim without verdicts", r -> claim(r, 0).remove("verdicts")),
            damage("an audited claim without fingerprint", r -> claim(r, 0).remove("fingerprint")),
            damage("a claim that was not audited and is green", r -> claim(r, 0).put("audited", false)),
            damage("an unknown field", r -> claim(r, 0).put("score", "9/10")),
            damage("another format", r -> ((ObjectNode) r).put("format", "apodix-report/2")),
            damage("an address that is no claim's", r -> claim(r, 0).put("page", "https://example.org/")));
    }

    private static Arguments damage(String name, Consumer<JsonNode> change) {
        return Arguments.of(name, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("damages")
    void theSchemaRejectsWhatIsNoReport(String name, Consumer<JsonNode> change) {
        var damaged = report.deepCopy();
        change.accept(damaged);
        assertThat(schema.validate(damaged)).as(name).isNotEmpty();
    }

    @Test
    void itCountsAsTheLedgerDoes() {
        for (var claim : report.get("theorems").get(0).get("claims")) {
            var tally = tallies.get(claim.get("name").asText().substring("toy/".length()));
            for (var verdict : Verdict.values()) {
                assertThat(claim.get("verdicts").get(verdict.name()).intValue()).isEqualTo(tally.count(verdict));
            }
            assertThat(claim.get("green").booleanValue()).isEqualTo(tally.isGreen());
            assertThat(claim.get("fingerprint").asText()).isEqualTo(tally.claim().fingerprint());
            assertThat(folder.resolve(claim.get("page").asText())).exists();
        }
    }

    @Test
    void anExtremeNamesItsLineOfTheLedger() throws IOException {
        var tightest = claim(report, 0).get("tightest");
        var line = Json.read(Files.readAllLines(folder.resolve("ledger.jsonl")).get(tightest.get("ledgerLine").intValue() - 1), "line");
        assertThat(line.get("k")).isEqualTo(tightest.get("k"));
        assertThat(line.get("instance")).isEqualTo(tightest.get("instance"));
        assertThat(line.get("claim").asText()).isEqualTo("toy/T1");
    }
}
