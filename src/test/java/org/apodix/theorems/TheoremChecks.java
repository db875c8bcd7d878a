package org.apodix.theorems;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
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
import org.apodix.audit.Theorem;
import org.apodix.audit.Tooth;
import org.apodix.audit.Verdict;
import org.apodix.enclosure.Rational;
import org.junit.jupiter.api.DynamicTest;

/** What every theorem is tested for. */
public final class TheoremChecks {

    private static final Ladder LADDER = Ladder.ofDigits(600);
    private static final Judge JUDGE = new Judge(LADDER);

    private TheoremChecks() { }

    /** Every tooth bites on its witness, where the claim itself is neither refuted nor open. */
    public static Stream<DynamicTest> teeth(Theorem theorem) {
        return theorem.claims().stream().flatMap(TheoremChecks::teeth);
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

    /** On the first instances, the edges among them, every statement is decided somewhere and open or refuted nowhere. */
    public static Stream<DynamicTest> decisions(Theorem theorem, int instances) {
        return decisions(theorem, instances, 1);
    }

    /** The same, where of each claim less than one verdict in {@code share} is VACUOUS. */
    public static Stream<DynamicTest> decisions(Theorem theorem, int instances, int share) {
        return theorem.claims().stream().map(claim -> DynamicTest.dynamicTest(claim.id(), () -> decides(claim, instances, share)));
    }

    private static <M> void decides(Claim<M> claim, int instances, int share) {
        var decided = new HashSet<String>();
        int vacuous = 0;
        int all = 0;
        for (int k = 0; k < instances; k++) {
            var drawn = claim.instance(7, k);
            for (var judgement : JUDGE.judge(claim, drawn.model())) {
                assertThat(judgement.verdict()).as("%s of %s, instance %d (%s), %s and %s: %s", judgement.statement().part(), claim.id(), k,
                    drawn.origin(), judgement.left(), judgement.right(), judgement.reason()).isNotIn(Verdict.REFUTED, Verdict.UNDECIDED);
                if (judgement.verdict().isDecided()) {
                    decided.add(judgement.statement().part());
                }
                vacuous += judgement.verdict() == Verdict.VACUOUS ? 1 : 0;
                all++;
            }
        }
        assertThat(vacuous * share).as("%d vacuous of %d, times %d", vacuous, all, share).isLessThan(all);
        assertThat(decided).containsExactlyInAnyOrderElementsOf(claim.statements().stream().map(statement -> statement.part()).toList());
    }

    /** What a family writes, it reads. */
    public static Stream<DynamicTest> roundTrips(Theorem theorem) {
        return theorem.claims().stream().map(claim -> DynamicTest.dynamicTest(claim.id(), () -> {
            for (int k = 0; k < 30; k++) {
                var model = claim.instance(3, k).model();
                var families = theorem.families().stream().filter(f -> f.writes(model)).toList();
                assertThat(families).as("families of %s", model).hasSize(1);
                var written = write(families.get(0), model);
                assertThat(rewritten(families.get(0), written)).isEqualTo(written);
            }
        }));
    }

    private static <F> JsonNode write(Family<F> family, Object model) {
        return family.write(family.type().cast(model));
    }

    private static <F> JsonNode rewritten(Family<F> family, JsonNode written) {
        return family.write(family.read(new Fields(written)));
    }

    /**
     * Reference values, computed by other means: every printed number lies within a unit of its last digit, every exact one is equal. Entries of families that
     * are not built are left out.
     */
    public static Stream<DynamicTest> reference(Theorem theorem, String resource) {
        var entries = new ArrayList<DynamicTest>();
        for (var entry : read(resource)) {
            var fields = new Fields(entry.get("instance"));
            // fields that are lists first, as in an entry of evaluate
            Stream.of(fields.shape(), fields.names()).flatMap(shape -> theorem.families().stream().filter(family -> family.shapes().contains(shape)))
                .findFirst().ifPresent(family -> entries.add(DynamicTest.dynamicTest(entry.get("claim").textValue(),
                    () -> agrees(family, fields.ofFamily(family.name()), entry.get("quantities")))));
        }
        assertThat(entries).isNotEmpty();
        return entries.stream();
    }

    private static JsonNode read(String resource) {
        try (var in = TheoremChecks.class.getResourceAsStream(resource)) {
            return Json.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), resource);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
            var text = field.getValue().textValue();
            if (field.getKey().endsWith("Exact")) {
                var name = field.getKey().substring(0, field.getKey().length() - "Exact".length());
                assertThat(found).containsKey(name);
                assertThat(found.get(name).exact()).as(field.getKey()).isEqualTo(Rational.parse(text));
            } else {
                assertThat(found).containsKey(field.getKey());
                agrees(field.getKey(), text, found.get(field.getKey()));
            }
        });
    }

    /** The enclosure, which is far narrower, lies within a unit of the last printed digit; an integer is equal. */
    private static void agrees(String name, String printed, Enclosed value) {
        var decimal = new BigDecimal(printed);
        var unit = printed.contains(".") ? Rational.parse(decimal.ulp().toPlainString()) : Rational.ZERO;
        var center = Rational.parse(decimal.toPlainString());
        assertThat(value.interval().lower().toRational()).as(name).isGreaterThanOrEqualTo(center.minus(unit));
        assertThat(value.interval().upper().toRational()).as(name).isLessThanOrEqualTo(center.plus(unit));
    }

    /** Names differ, fingerprints do not change between two builds of the theorem, and proofs rest on claims that exist. */
    public static void names(Theorem theorem, Theorem again) {
        assertThat(theorem.claims().stream().map(Claim::name).distinct()).hasSameSizeAs(theorem.claims());
        assertThat(fingerprints(theorem)).isEqualTo(fingerprints(again)).doesNotHaveDuplicates();
        var ids = theorem.claims().stream().map(Claim::id).toList();
        assertThat(theorem.claims()).allSatisfy(claim -> assertThat(ids).containsAll(claim.restsOn()));
    }

    private static List<String> fingerprints(Theorem theorem) {
        return theorem.claims().stream().map(Claim::fingerprint).toList();
    }
}
