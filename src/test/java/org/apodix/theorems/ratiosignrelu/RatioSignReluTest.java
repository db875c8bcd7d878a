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
import org.apodix.audit.Judge;
import org.apodix.audit.Ladder;
import org.apodix.audit.Tooth;
import org.apodix.audit.Verdict;
import org.apodix.enclosure.Rational;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Teeth, edges, reference values and round trips of ratio-signrelu. */
class RatioSignReluTest {

    private static final RatioSignRelu THEOREM = new RatioSignRelu();
    private static final Ladder LADDER = Ladder.ofDigits(600);
    private static final Judge JUDGE = new Judge(LADDER);

    @TestFactory
    Stream<DynamicTest> everyToothBitesOnItsWitnessWhereTheClaimItselfIsNotRefuted() {
        return THEOREM.claims().stream().flatMap(claim -> teeth(claim));
    }

    private static <M> Stream<DynamicTest> teeth(Claim<M> claim) {
        assertThat(claim.teeth()).as("teeth of %s", claim.id()).isNotEmpty();
        return claim.teeth().stream().map(tooth -> DynamicTest.dynamicTest(claim.id() + " " + tooth.id(), () -> bites(claim, tooth)));
    }

    private static <M> void bites(Claim<M> claim, Tooth<M> tooth) {
        assertThat(JUDGE.bite(tooth).verdict()).isEqualTo(Verdict.REFUTED);
        assertThat(JUDGE.judge(claim, tooth.witness())).anyMatch(judgement -> judgement.verdict().isDecided()).allSatisfy(judgement ->
            assertThat(judgement.verdict()).as(judgement.statement().part()).isNotIn(Verdict.REFUTED, Verdict.UNDECIDED));
    }

    @TestFactory
    Stream<DynamicTest> everyStatementIsDecidedOnSomeInstanceAndUndecidedOnNone() {
        return THEOREM.claims().stream().map(claim -> DynamicTest.dynamicTest(claim.id(), () -> decides(claim)));
    }

    private static <M> void decides(Claim<M> claim) {
        var decided = new HashSet<String>();
        int vacuous = 0;
        int all = 0;
        for (int k = 0; k < 60; k++) {
            var drawn = claim.instance(7, k);
            for (var judgement : JUDGE.judge(claim, drawn.model())) {
                assertThat(judgement.verdict()).as("%s of %s, instance %d (%s): %s", judgement.statement().part(), claim.id(), k,
                    drawn.origin(), judgement.reason()).isNotIn(Verdict.REFUTED, Verdict.UNDECIDED);
                if (judgement.verdict().isDecided()) {
                    decided.add(judgement.statement().part());
                }
                vacuous += judgement.verdict() == Verdict.VACUOUS ? 1 : 0;
                all++;
            }
        }
        assertThat(decided).hasSameSizeAs(claim.statements());
        assertThat(vacuous).as("vacuous of %d", all).isLessThan(all / 4);
    }

    @TestFactory
    Stream<DynamicTest> instancesSurviveBeingWrittenAndRead() {
        return THEOREM.claims().stream().map(claim -> DynamicTest.dynamicTest(claim.id(), () -> {
            for (int k = 0; k < 40; k++) {
                var model = claim.instance(3, k).model();
                var family = THEOREM.families().stream().filter(f -> f.writes(model)).findFirst().orElseThrow();
                var written = write(family, model);
                assertThat(rewritten(family, written)).isEqualTo(written);
                assertThat(family.read(new Fields(written))).isEqualTo(model);
            }
        }));
    }

    private static <F> JsonNode write(Family<F> family, Object model) {
        return family.write(family.type().cast(model));
    }

    private static <F> JsonNode rewritten(Family<F> family, JsonNode written) {
        return family.write(family.read(new Fields(written)));
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
