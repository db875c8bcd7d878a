package org.apodix.theorems.dimensionfreescore;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apodix.audit.Enclosed;
import org.apodix.audit.Family;
import org.apodix.audit.Fields;
import org.apodix.audit.Json;
import org.apodix.audit.Ladder;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Quantity;
import org.junit.jupiter.api.DynamicTest;

/** Entries of reference files: only the quantities that an entry prints are enclosed, and the remainders T_M, which take minutes, in long runs only. */
final class ReferenceEntries {

    private static final boolean LONG = Boolean.getBoolean("apodix.long");
    private static final DimensionFreeScore THEOREM = new DimensionFreeScore();

    private ReferenceEntries() { }

    static Stream<DynamicTest> of(String resource) {
        return StreamSupport.stream(read(resource).spliterator(), false).flatMap(entry -> {
            var fields = new Fields(entry.get("instance"));
            return THEOREM.families().stream().filter(f -> isOf(fields, f)).limit(1).flatMap(family -> test(family, fields, entry));
        });
    }

    private static boolean isOf(Fields fields, Family<?> family) {
        return fields.namesFamily() ? fields.family().equals(family.name()) : family.shapes().contains(fields.names());
    }

    private static JsonNode read(String resource) {
        try (var in = ReferenceEntries.class.getResourceAsStream(resource)) {
            return Json.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), resource);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <M> Stream<DynamicTest> test(Family<M> family, Fields fields, JsonNode entry) {
        var model = family.read(fields.namesFamily() ? fields : fields.ofFamily(family.name()));
        return Stream.of(DynamicTest.dynamicTest(entry.get("claim").textValue() + " " + family.name(), () -> agrees(family, model, entry.get("quantities"))));
    }

    private static <M> void agrees(Family<M> family, M model, JsonNode printed) {
        List<Quantity<M>> wanted = family.quantities(model).stream().filter(q -> printed.has(q.name())).toList();
        assertThat(wanted).hasSize(printed.size());
        if (!LONG) {
            wanted = wanted.stream().filter(q -> !q.name().startsWith("T_")).toList();
        }
        var values = Enclosed.of(wanted.stream().map(q -> q.in(model)).toList(), 30, Ladder.ofDigits(80));
        for (int i = 0; i < wanted.size(); i++) {
            var text = printed.get(wanted.get(i).name()).textValue();
            if (text.contains("/")) {
                assertThat(values.get(i).exact()).as(wanted.get(i).name()).isEqualTo(Rational.parse(text));
                continue;
            }
            var unit = Rational.parse(new BigDecimal(text).ulp().toPlainString());
            var center = Rational.parse(text);
            assertThat(values.get(i).interval().lower().toRational()).as(wanted.get(i).name()).isGreaterThanOrEqualTo(center.minus(unit));
            assertThat(values.get(i).interval().upper().toRational()).as(wanted.get(i).name()).isLessThanOrEqualTo(center.plus(unit));
        }
    }
}
