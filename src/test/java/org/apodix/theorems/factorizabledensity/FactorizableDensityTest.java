package org.apodix.theorems.factorizabledensity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.apodix.audit.Enclosed;
import org.apodix.audit.Ladder;
import org.apodix.enclosure.Rational;
import org.apodix.theorems.TheoremChecks;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactorizableDensityTest {

    private static final FactorizableDensity THEOREM = new FactorizableDensity();

    @TestFactory
    Stream<DynamicTest> everyToothBites() {
        return TheoremChecks.teeth(THEOREM);
    }

    @TestFactory
    Stream<DynamicTest> everyStatementIsDecidedOnSomeInstanceAndOpenOnNone() {
        return TheoremChecks.decisions(THEOREM, 40);
    }

    @TestFactory
    Stream<DynamicTest> instancesSurviveBeingWrittenAndRead() {
        return TheoremChecks.roundTrips(THEOREM);
    }

    @TestFactory
    Stream<DynamicTest> referenceValues() {
        return Stream.concat(TheoremChecks.reference(THEOREM, "/factorizable-density-reference.json"),
            TheoremChecks.reference(THEOREM, "/factorizable-density-tables.json"));
    }

    @Test
    void noiseOnFiveCoordinatesLeavesEffectiveDimensionFour() {
        for (var pair : List.of("1/3 1/20", "1/4 1/10", "9/20 3/10", "1/40 1/40")) {
            var parts = pair.split(" ");
            assertThat(NoiseClaims.witness(5, parts[0], parts[1]).law().effectiveDimension()).as(pair).isEqualTo(4);
        }
    }

    /** Fitted slopes of F11, to the digits of its reference. */
    @ParameterizedTest
    @CsvSource({"3, 0.99974", "5, 0.99987", "9, 0.99990", "17, 0.99993"})
    void slopes(int d, String slope) {
        var size = Size.of(d, Rational.of(1, 2), Rational.of(10).pow(-6));
        var value = Enclosed.of(List.of(Size.SLOPE.in(size)), 20, Ladder.ofDigits(100)).get(0).interval();
        assertThat(value.lower().toRational()).isBetween(Rational.parse(slope).minus(Rational.parse("1e-5")), Rational.parse(slope).plus(Rational.parse("1e-5")));
    }

    @Test
    void namesAndFingerprints() {
        TheoremChecks.names(THEOREM, new FactorizableDensity());
    }
}
