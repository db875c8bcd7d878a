package org.apodix.theorems.ratiosignrelu;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.apodix.audit.Claim;
import org.apodix.audit.Enclosed;
import org.apodix.audit.Family;
import org.apodix.audit.Fields;
import org.apodix.audit.Json;
import org.apodix.audit.Ladder;
import org.apodix.enclosure.Rational;
import org.apodix.theorems.TheoremChecks;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Teeth, edges, reference values and round trips of ratio-signrelu. */
class RatioSignReluTest {

    private static final RatioSignRelu THEOREM = new RatioSignRelu();
    private static final Ladder LADDER = Ladder.ofDigits(600);

    @TestFactory
    Stream<DynamicTest> everyToothBitesOnItsWitnessWhereTheClaimItselfIsNotRefuted() {
        return TheoremChecks.teeth(THEOREM);
    }

    @TestFactory
    Stream<DynamicTest> everyStatementIsDecidedOnSomeInstanceAndUndecidedOnNone() {
        return TheoremChecks.decisions(THEOREM, 60, 4);
    }

    @TestFactory
    Stream<DynamicTest> instancesSurviveBeingWrittenAndRead() {
        return TheoremChecks.roundTrips(THEOREM);
    }

    @Test
    void claimsHaveDifferentNamesAndStableFingerprints() {
        var names = new HashMap<String, String>();
        for (var claim : THEOREM.claims()) {
            assertThat(names.put(claim.name(), claim.fingerprint())).isNull();
        }
        for (var claim : new RatioSignRelu().claims()) {
            assertThat(claim.fingerprint()).isEqualTo(names.get(claim.name()));
        }
        assertThat(new HashSet<>(names.values())).hasSameSizeAs(names.keySet());
    }

    @Test
    void proofsRestOnClaimsThatExist() {
        var ids = THEOREM.claims().stream().map(Claim::id).toList();
        assertThat(THEOREM.claims()).allSatisfy(claim -> assertThat(ids).containsAll(claim.restsOn()));
        assertThat(THEOREM.plannedClaims()).doesNotContainAnyElementsOf(ids);
    }

    /** The reference values of the mathematics page and of the instance file, computed by other means to 24 digits or more, or exactly. */
    @TestFactory
    List<DynamicTest> referenceValuesAgree() throws IOException {
        var tests = new ArrayList<DynamicTest>();
        int number = 0;
        for (var entry : reference()) {
            number++;
            tests.add(DynamicTest.dynamicTest(entry.get("claim").textValue() + " (" + number + ")", () -> {
                var names = new Fields(entry.get("instance")).names();
                var family = THEOREM.families().stream().filter(f -> f.shapes().contains(names)).findFirst().orElseThrow();
                assertAgree(family, entry);
            }));
        }
        return tests;
    }

    private static <M> void assertAgree(Family<M> family, JsonNode entry) {
        var model = family.read(new Fields(entry.get("instance")).ofFamily(family.name()));
        var quantities = family.quantities(model);
        var values = Enclosed.of(quantities.stream().map(q -> q.in(model)).toList(), 40, LADDER);
        var found = new HashMap<String, Enclosed>();
        for (int i = 0; i < values.size(); i++) {
            found.put(quantities.get(i).name(), values.get(i));
        }
        var named = new HashSet<String>();
        entry.get("quantities").properties().forEach(field -> {
            var name = field.getKey().replaceAll("Exact$", "");
            named.add(name);
            assertThat(found).containsKey(name);
            if (field.getKey().equals(name)) {
                assertAgrees(name, field.getValue().textValue(), found.get(name));
            } else {
                assertThat(found.get(name).exact()).as(name).isEqualTo(Rational.parse(field.getValue().textValue()));
            }
        });
        assertThat(found.keySet()).containsAll(named);
    }

    /** Every number of the enclosure rounds to the printed digits. */
    private static void assertAgrees(String name, String printed, Enclosed value) {
        if (printed.contains("/")) {
            assertThat(value.exact()).as(name).isEqualTo(Rational.parse(printed));
            return;
        }
        var digits = new java.math.BigDecimal(printed);
        var half = digits.signum() == 0 ? Rational.ZERO : Rational.parse(digits.ulp().toString()).times(Rational.of(501, 1000));
        var center = Rational.parse(digits.toString().replace("+", ""));
        assertThat(value.interval().lower().toRational()).as(name).isGreaterThanOrEqualTo(center.minus(half));
        assertThat(value.interval().upper().toRational()).as(name).isLessThanOrEqualTo(center.plus(half));
    }

    private static JsonNode reference() throws IOException {
        try (var in = RatioSignReluTest.class.getResourceAsStream("/ratio-signrelu-reference.json")) {
            return Json.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), "reference");
        }
    }
}
