package org.apodix.theorems.dimensionfreescore;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
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
        return TheoremChecks.decisions(THEOREM, 40);
    }

    @TestFactory
    Stream<DynamicTest> instancesSurviveBeingWrittenAndRead() {
        return TheoremChecks.roundTrips(THEOREM);
    }

    @Test
    void namesAndFingerprints() {
        TheoremChecks.names(THEOREM, new DimensionFreeScore());
    }

    /** The entries of built families of the instance file and of the table of section 8, quantity by quantity. */
    @TestFactory
    Stream<DynamicTest> reference() {
        return Stream.of("/dimension-free-score-reference.json", "/dimension-free-score-table.json").flatMap(ReferenceEntries::of);
    }

    /** What a claim compares is what evaluate prints: two quadratures, the strip of one promised by a proof and that of the other derived. */
    @TestFactory
    Stream<DynamicTest> bothQuadraturesAgree() {
        return Stream.of(Tilts.i1(3), Tilts.modes("3/2", "1/4", "4/5", 10), Tilts.hat("1", "3/5", 2), Tilts.cosine("-1/2", "2", "3", "24/25", 1),
            Tilts.linear("1", "3/5", 2)).map(tilt -> DynamicTest.dynamicTest(tilt.profile().toString(), () -> {
                overlap(tilt.compared().fisher(), tilt.fisher());
                overlap(tilt.compared().chiSquare(), tilt.chiSquare());
                overlap(tilt.compared().lineVariance(), tilt.lineVariance());
                overlap(tilt.compared().gradientVariance(), tilt.gradientVariance());
            }));
    }

    private static void overlap(Expr claimed, Expr printed) {
        var values = Enclosed.of(List.of(claimed, printed), 12, Ladder.ofDigits(40));
        assertThat(values.get(0).interval().intersects(values.get(1).interval())).as("%s and %s", values.get(0), values.get(1)).isTrue();
        assertThat(values.get(0).interval().width().toRational()).isLessThan(Rational.of(1, 100_000));
    }

    /** T_M of I1 lies below the bound that claims use, and not far. */
    @Test
    void remainderBoundIsAboveTheRemainder() {
        var bound = Enclosed.of(List.of(Tilts.i1(3).compared().remainderBound(new Remainder(Tilts.i1(3), 256, false))), 12, Ladder.ofDigits(40)).get(0).interval();
        assertThat(bound.lower().toRational()).isGreaterThan(Rational.parse("0.0174691989394308495"));
        assertThat(bound.upper().toRational()).isLessThan(Rational.parse("0.019"));
    }

    /** I(l, y) by its recurrence I_(l-1) - I_(l+1) = 2 l I_l/y, and I_0(1). */
    @Test
    void besselFunctions() {
        var y = Rational.of(7, 3);
        var series = new BesselSeries(y, 20, 200);
        var unit = Rational.TWO.pow(-180);
        for (int l = 1; l < 20; l++) {
            var gap = upper(series, l - 1).minus(lower(series, l + 1)).minus(lower(series, l).times(Rational.of(2L * l)).over(y));
            assertThat(gap.abs()).isLessThan(unit);
            assertThat(lower(series, l)).isLessThan(upper(series, l));
            assertThat(upper(series, l).minus(lower(series, l))).isLessThan(unit);
        }
        var one = Rational.parse("1.26606587775200833559824462521471753760767031135496");
        assertThat(lower(new BesselSeries(Rational.ONE, 0, 150), 0).minus(one).abs()).isLessThan(Rational.of(10).pow(-40));
    }

    private static Rational lower(BesselSeries series, int l) {
        return Rational.of(series.lower(l), BigInteger.ONE.shiftLeft(series.scale()));
    }

    private static Rational upper(BesselSeries series, int l) {
        return Rational.of(series.upper(l), BigInteger.ONE.shiftLeft(series.scale()));
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
