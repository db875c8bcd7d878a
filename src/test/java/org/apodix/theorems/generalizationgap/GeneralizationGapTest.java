package org.apodix.theorems.generalizationgap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apodix.audit.Claim;
import org.apodix.audit.Enclosed;
import org.apodix.audit.Family;
import org.apodix.audit.Fields;
import org.apodix.audit.Json;
import org.apodix.audit.Judge;
import org.apodix.audit.Ladder;
import org.apodix.audit.Verdict;
import org.apodix.enclosure.Rational;
import org.apodix.theorems.TheoremChecks;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Teeth, edges, hypotheses, reference values and round trips of generalization-gap. */
class GeneralizationGapTest {

    private static final GeneralizationGap THEOREM = new GeneralizationGap();
    private static final Ladder LADDER = Ladder.ofDigits(600);

    @TestFactory
    Stream<DynamicTest> everyToothBitesOnItsWitnessWhereTheClaimItselfIsNotRefuted() {
        return TheoremChecks.teeth(THEOREM);
    }

    @TestFactory
    Stream<DynamicTest> everyStatementIsDecidedOnSomeInstanceAndUndecidedOnNone() {
        return TheoremChecks.decisions(THEOREM, 40, 4);
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
        for (var claim : new GeneralizationGap().claims()) {
            assertThat(claim.fingerprint()).isEqualTo(names.get(claim.name()));
        }
        assertThat(new HashSet<>(names.values())).hasSameSizeAs(names.keySet());
    }

    @Test
    void proofsRestOnClaimsThatExist() {
        var ids = THEOREM.claims().stream().map(Claim::id).toList();
        assertThat(THEOREM.claims()).allSatisfy(claim -> assertThat(ids).containsAll(claim.restsOn()));
    }

    /**
     * What the proofs of docs/mathematics/generalization-gap.md use: G3 that C is finite and L = Q + C, G4 that the gradient of L is theta G + B (both G2), G6 the
     * constant c_1 (G1) and monotone norms (G4), G9(d) a comparator of random features (G8).
     */
    @Test
    void proofsRestOnTheClaimsTheyUse() {
        var rests = new HashMap<String, List<String>>();
        THEOREM.claims().forEach(claim -> rests.put(claim.id(), claim.restsOn()));
        assertThat(rests).containsEntry("G1", List.of()).containsEntry("G2", List.of()).containsEntry("G3", List.of("G2"))
            .containsEntry("G4", List.of("G1", "G2")).containsEntry("G5", List.of("G4")).containsEntry("G6", List.of("G1", "G4"))
            .containsEntry("G7", List.of("G1")).containsEntry("G8", List.of()).containsEntry("G9", List.of("G1", "G3", "G4", "G5", "G6", "G7", "G8"))
            .containsEntry("G10", List.of()).containsEntry("G11", List.of()).containsEntry("G12", List.of("G2", "G4"))
            .containsEntry("clocks", List.of("G4", "G5", "G6"));
    }

    /** A bound that never beats the zero network would be untested where it matters: two edges of G9 are chosen so that each does. */
    @Test
    void everyBoundOfTheMainTheoremSaysSomethingSomewhere() {
        var main = THEOREM.claims().stream().filter(claim -> claim.id().equals("G9")).findFirst().orElseThrow();
        assertThat(informative(main)).contains("a", "b", "c", "c-best", "c-stop", "d", "d-ridge");
    }

    private static <M> Set<String> informative(Claim<M> claim) {
        var parts = new HashSet<String>();
        for (var edge : claim.edges()) {
            if (edge.label().endsWith("says something")) {
                for (var judgement : new Judge(LADDER).judge(claim, edge.model())) {
                    assertThat(judgement.verdict()).as(judgement.statement().part()).isEqualTo(Verdict.VERIFIED);
                    if (judgement.informative()) {
                        parts.add(judgement.statement().part());
                    }
                }
            }
        }
        return parts;
    }

    /** Both sides of part (c) of G9, computed by other means to 30 digits or more: for I1, and for a thousand samples. */
    @ParameterizedTest
    @CsvSource({"I1,c,5078.73290928695143023410447832,0.0905565477192939995484037871076",
        "I1,c-best,6.45689335275696820643815817681,5.47263820374028972809816065518",
        "I1,c-stop,6.45689335275696820643815817681,0.210749192584334757223714909769",
        "thousand,c,0.0123331537296167957849465375197,0.00145558966989309892394573402979",
        "thousand,c-best,0.0154938003590024004422417860353,0.0124987830926291791362136049691",
        "thousand,c-stop,0.0154938003590024004422417860353,0.00130447993174074564151394072417"})
    void theBoundsInProbabilityHaveTheirValues(String run, String part, String right, String left) {
        var model = run.equals("I1") ? Witnesses.i1() : Witnesses.thousand();
        var statement = MainClaims.theorem().statements().stream().filter(s -> s.part().equals(part)).findFirst().orElseThrow();
        var values = Enclosed.of(List.of(statement.right().in(model), statement.left().in(model)), 40, LADDER);
        assertAgrees("right", right, values.get(0));
        assertAgrees("left", left, values.get(1));
    }

    /** The reference values, computed by other means to 24 digits or more, half a unit of the last one. */
    @TestFactory
    List<DynamicTest> referenceValuesAgree() throws IOException {
        var tests = new ArrayList<DynamicTest>();
        for (var entry : entries()) {
            tests.add(DynamicTest.dynamicTest(entry.get("claim").textValue() + " " + (tests.size() + 1), () -> {
                var fields = new Fields(entry.get("instance"));
                var family = THEOREM.families().stream().filter(f -> f.shapes().contains(fields.names())).findFirst().orElseThrow();
                agrees(family, fields.ofFamily(family.name()), entry.get("quantities"));
            }));
        }
        assertThat(tests).hasSizeGreaterThan(50);
        return tests;
    }

    private static <M> void agrees(Family<M> family, Fields fields, JsonNode printed) {
        var model = family.read(fields);
        var quantities = family.quantities(model);
        var values = Enclosed.of(quantities.stream().map(q -> q.in(model)).toList(), 40, LADDER);
        var found = new HashMap<String, Enclosed>();
        for (int i = 0; i < values.size(); i++) {
            found.put(quantities.get(i).name(), values.get(i));
        }
        printed.properties().forEach(field -> {
            if (field.getKey().endsWith("Exact")) {
                var name = field.getKey().substring(0, field.getKey().length() - "Exact".length());
                assertThat(found.get(name).exact()).as(name).isEqualTo(Rational.parse(field.getValue().textValue()));
            } else {
                assertAgrees(field.getKey(), field.getValue().textValue(), found.get(field.getKey()));
            }
        });
    }

    /** Every number of the enclosure rounds to the printed digits. */
    private static void assertAgrees(String name, String printed, Enclosed value) {
        assertThat(value).as(name).isNotNull();
        var digits = new java.math.BigDecimal(printed);
        var half = Rational.parse(digits.ulp().toString()).times(Rational.of(501, 1000)).plus(Rational.of(10).pow(-41));
        var center = Rational.parse(digits.toString().replace("+", ""));
        assertThat(value.interval().lower().toRational()).as(name).isGreaterThanOrEqualTo(center.minus(half));
        assertThat(value.interval().upper().toRational()).as(name).isLessThanOrEqualTo(center.plus(half));
    }

    private static List<JsonNode> entries() throws IOException {
        var all = new ArrayList<JsonNode>();
        for (var name : List.of("/generalization-gap-reference.json", "/generalization-gap-table.json")) {
            try (var in = GeneralizationGapTest.class.getResourceAsStream(name)) {
                Json.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), name).forEach(all::add);
            }
        }
        return all;
    }
}
