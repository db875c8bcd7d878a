package org.apodix.theorems.fisherkl;

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
import org.apodix.audit.Verdict;
import org.apodix.enclosure.Rational;
import org.apodix.theorems.TheoremChecks;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Teeth, edges, hypotheses, reference values and round trips of fisher-kl. */
class FisherKlTest {

    private static final FisherKl THEOREM = new FisherKl();
    private static final Ladder LADDER = Ladder.ofDigits(600);
    private static final Judge JUDGE = new Judge(LADDER);

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

    /** Instances on which a rate or a limit is not visible must not be taken for counterexamples. */
    @TestFactory
    Stream<DynamicTest> limitsAreNotRefutedByCoarseInstances() {
        return Stream.of(
            "{'family':'gauss_refinement','m':'0','v':'1/100','horizon':1,'n':[2,3]}",
            "{'family':'gauss_refinement','m':'2','v':'1/1000','horizon':9,'n':[20,40,80]}",
            "{'family':'gauss_shrinking','q':'9/10','N':10,'exponents':[1,2]}",
            "{'family':'gauss_ou','q':'1999/2000','N':8000,'m':['0'],'Sigma':[['0.000250063']]}",
            "{'family':'gauss_ou_aligned','q':'1/2','N':40,'m':['1'],'Sigma':[['1']],'lambda':'1/2'}",
            "{'family':'gauss_flow','m':['0','0'],'Sigma':[['1','0.99999999999999999999'],['0.99999999999999999999','1']],'a':'1','q':'1/2',"
                + "'x':['1/3','-1/3']}").map(json -> DynamicTest.dynamicTest(json, () -> {
                    var fields = new Fields(Json.read(json.replace('\'', '"'), "test"));
                    var family = THEOREM.families().stream().filter(f -> f.name().equals(fields.family())).findFirst().orElseThrow();
                    var model = family.read(fields);
                    assertThat(THEOREM.claims().stream().filter(claim -> claim.type().isInstance(model))
                        .flatMap(claim -> judgements(claim, model))).isNotEmpty().noneMatch(verdict -> verdict == Verdict.REFUTED);
                }));
    }

    /** A weak lower bound of the cost says nothing about kappa: R12(b) speaks of the large instances of its construction alone. */
    @TestFactory
    Stream<DynamicTest> aWeakLowerBoundRefutesNothing() {
        return Stream.of("{'family':'simplex_mixture','q':'3/4','k':1,'a':'98/75','middle':'39/49'}",
            "{'family':'simplex_mixture','q':'3/4','k':100000,'a':'11/10','middle':'19/20'}").map(json -> DynamicTest.dynamicTest(json, () -> {
                var model = new SimplexFamily().read(new Fields(Json.read(json.replace('\'', '"'), "test")));
                assertThat(THEOREM.claims().stream().filter(claim -> claim.type().isInstance(model)).flatMap(claim -> judgements(claim, model)))
                    .doesNotContain(Verdict.REFUTED);
            }));
    }

    private static <M> Stream<Verdict> judgements(Claim<M> claim, Object model) {
        return JUDGE.judge(claim, claim.type().cast(model)).stream().map(org.apodix.audit.Judgement::verdict);
    }

    @Test
    void claimsHaveDifferentNamesAndStableFingerprints() {
        var names = new HashMap<String, String>();
        for (var claim : THEOREM.claims()) {
            assertThat(names.put(claim.name(), claim.fingerprint())).isNull();
        }
        for (var claim : new FisherKl().claims()) {
            assertThat(claim.fingerprint()).isEqualTo(names.get(claim.name()));
        }
        assertThat(new HashSet<>(names.values())).hasSameSizeAs(names.keySet());
    }

    @Test
    void proofsRestOnClaimsThatExist() {
        var ids = THEOREM.claims().stream().map(Claim::id).toList();
        assertThat(THEOREM.claims()).allSatisfy(claim -> assertThat(ids).containsAll(claim.restsOn()));
    }

    /** The reference values, computed by other means to 24 digits or more, half a unit of the last one. */
    @TestFactory
    List<DynamicTest> referenceValuesAgree() throws IOException {
        var tests = new ArrayList<>(tests("/fisher-kl-reference.json", 40));
        tests.addAll(tests("/fisher-kl-families.json", 30));
        return tests;
    }

    private static List<DynamicTest> tests(String resource, int digits) throws IOException {
        var tests = new ArrayList<DynamicTest>();
        for (var entry : read(resource)) {
            var fields = new Fields(entry.get("instance"));
            var family = THEOREM.families().stream().filter(f -> f.name().equals(fields.family())).findFirst().orElseThrow();
            tests.add(DynamicTest.dynamicTest(fields.family() + " " + entry.get("claim").textValue(),
                () -> assertAgrees(family, fields, entry.get("quantities"), digits)));
        }
        return tests;
    }

    private static <M> void assertAgrees(Family<M> family, Fields fields, JsonNode expected, int digits) {
        var model = family.read(fields);
        var quantities = family.quantities(model).stream().filter(quantity -> expected.has(quantity.name())).toList();
        assertThat(quantities).hasSize(expected.size());
        var values = Enclosed.of(quantities.stream().map(quantity -> quantity.in(model)).toList(), digits, LADDER);
        for (int i = 0; i < values.size(); i++) {
            assertAgrees(quantities.get(i).name(), expected.get(quantities.get(i).name()).textValue(), values.get(i));
        }
    }

    /** Every number of the enclosure rounds to the printed digits. */
    private static void assertAgrees(String name, String printed, Enclosed value) {
        var digits = new java.math.BigDecimal(printed);
        var half = Rational.parse(digits.ulp().toString()).times(Rational.of(501, 1000));
        var center = Rational.parse(digits.toString().replace("+", ""));
        assertThat(value.interval().lower().toRational()).as(name).isGreaterThanOrEqualTo(center.minus(half));
        assertThat(value.interval().upper().toRational()).as(name).isLessThanOrEqualTo(center.plus(half));
    }

    private static JsonNode read(String resource) throws IOException {
        try (var in = FisherKlTest.class.getResourceAsStream(resource)) {
            return Json.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), "reference");
        }
    }
}
