package org.apodix.theorems.dimensionfreescore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.apodix.audit.Enclosed;
import org.apodix.audit.Ladder;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.theorems.TheoremChecks;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class DimensionFreeScoreTest {

    private static final DimensionFreeScore THEOREM = new DimensionFreeScore();

    @TestFactory
    Stream<DynamicTest> everyToothBites() {
        return TheoremChecks.teeth(THEOREM);
    }

    @TestFactory
    Stream<DynamicTest> everyStatementIsDecidedOnSomeInstanceAndOpenOnNone() {
        return TheoremChecks.decisions(THEOREM, 30);
    }

    @TestFactory
    Stream<DynamicTest> instancesSurviveBeingWrittenAndRead() {
        return TheoremChecks.roundTrips(THEOREM);
    }

    @Test
    void namesAndFingerprints() {
        TheoremChecks.names(THEOREM, new DimensionFreeScore());
    }

    /** The numbers of I7 and T11. */
    @Test
    void referenceValues() {
        agrees(ExponentialBlock.KAPPA.in(new ExponentialBlock(Rational.of(53, 64), 32, 40)), "0.000334902504383164883408531287670");
        agrees(ExponentialBlock.UNROUNDED.in(new ExponentialBlock(Rational.ONE, 32, 40)), "0.00048837397710386");
        agrees(ExponentialBlock.UNROUNDED.in(new ExponentialBlock(Rational.ONE, 16, 40)), "0.00195460905459393");
        var exact = Enclosed.of(List.of(ReciprocalBlock.KAPPA.in(new ReciprocalBlock(Rational.ONE, Rational.of(9, 8), 3))), 30, Ladder.ofDigits(100));
        assertThat(exact.get(0).exact()).isEqualTo(Rational.of(1, 288));
    }

    private static void agrees(Expr value, String printed) {
        var interval = Enclosed.of(List.of(value), 40, Ladder.ofDigits(200)).get(0).interval();
        var decimal = new java.math.BigDecimal(printed);
        var unit = Rational.parse(decimal.ulp().toPlainString());
        assertThat(interval.lower().toRational()).isGreaterThan(Rational.parse(printed).minus(unit));
        assertThat(interval.upper().toRational()).isLessThan(Rational.parse(printed).plus(unit));
    }
}
