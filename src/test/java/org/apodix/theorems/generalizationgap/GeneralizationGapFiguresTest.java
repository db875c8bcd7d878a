package org.apodix.theorems.generalizationgap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apodix.audit.Claim;
import org.apodix.audit.Constant;
import org.apodix.audit.Enclosed;
import org.apodix.audit.Ladder;
import org.apodix.audit.figure.Curve;
import org.apodix.audit.figure.Figure;
import org.apodix.audit.figure.Mark;
import org.apodix.audit.figure.Plot;
import org.apodix.audit.figure.Table;
import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Figures, constants and remarks of generalization-gap. */
class GeneralizationGapFiguresTest {

    private static final GeneralizationGap THEOREM = new GeneralizationGap();
    private static final Ladder LADDER = Ladder.ofDigits(100);

    private static Enclosed enclosed(Expr value) {
        return Enclosed.of(List.of(value), 12, LADDER).get(0);
    }

    private static DyadicInterval interval(Expr value) {
        return enclosed(value).interval();
    }

    private static boolean isBelow(Expr less, Expr more) {
        return interval(less).upper().compareTo(interval(more).lower()) < 0;
    }

    private static Figure figure(String id) {
        return THEOREM.figures().stream().filter(f -> f.heading().id().equals(id)).findFirst().orElseThrow();
    }

    @TestFactory
    Stream<DynamicTest> everyNumberIsEnclosed() {
        return THEOREM.figures().stream().map(figure -> DynamicTest.dynamicTest(figure.heading().id(), () ->
            assertThat(numbers(figure)).isNotEmpty().allSatisfy(value -> assertThat(interval(value).isBounded()).isTrue())));
    }

    private static List<Expr> numbers(Figure figure) {
        var numbers = new ArrayList<Expr>();
        if (figure instanceof Plot plot) {
            plot.curves().forEach(curve -> curve.points().forEach(point -> numbers.addAll(List.of(point.x(), point.y()))));
            plot.marks().forEach(mark -> numbers.add(mark.at()));
        } else if (figure instanceof Table table) {
            table.rows().forEach(row -> row.forEach(cell -> {
                if (cell instanceof Table.Number number) {
                    numbers.add(number.value());
                }
            }));
        }
        return numbers;
    }

    /** The excess stays below the bound, falls, and rises again: stopping early pays; the marked time lies between. */
    @Test
    void earlyStoppingPays() {
        var plot = (Plot) figure("early-stopping");
        var reached = curve(plot, Curve.Role.VALUE).points();
        var bound = curve(plot, Curve.Role.BOUND).points();
        for (int i = 0; i < reached.size(); i++) {
            assertThat(isBelow(reached.get(i).y(), bound.get(i).y())).as("point %d", i).isTrue();
        }
        int best = reached.size() / 2;
        assertThat(isBelow(reached.get(best).y(), reached.get(0).y())).isTrue();
        assertThat(isBelow(reached.get(best).y(), reached.get(reached.size() - 1).y())).isTrue();
        var mark = plot.marks().stream().filter(Mark::upright).findFirst().orElseThrow();
        assertThat(isBelow(reached.get(0).x(), mark.at()) && isBelow(mark.at(), reached.get(best + 1).x())).isTrue();
    }

    private static Curve curve(Plot plot, Curve.Role role) {
        return plot.curves().stream().filter(c -> c.role() == role).findFirst().orElseThrow();
    }

    @Test
    void theTableOfExponentsHasTheExponentsOfThePaper() {
        var rows = ((Table) figure("exponents")).rows();
        var one = rows.stream().filter(row -> exact(row.get(0)).equals(Rational.ONE)).findFirst().orElseThrow();
        assertThat(one.subList(1, 4)).extracting(GeneralizationGapFiguresTest::exact)
            .containsExactly(Rational.of(2, 5), Rational.of(2, 5), Rational.of(4, 5));
        assertThat(((Table) figure("ladder")).rows()).extracting(row -> exact(row.get(2)))
            .containsExactly(Rational.of(1, 4), Rational.of(1, 3), Rational.of(2, 5), Rational.of(1, 2));
    }

    private static Rational exact(Table.Cell cell) {
        return enclosed(((Table.Number) cell).value()).exact();
    }

    @Test
    void theLossFallsUpToOneAndRisesFromThereOn() {
        var points = ((Plot) figure("modes-shift")).curves().get(0).points();
        assertThat(points).hasSize(13);
        for (int k = 0; k < 12; k++) {
            assertThat(k < 2 ? isBelow(points.get(k + 1).y(), points.get(k).y()) : isBelow(points.get(k).y(), points.get(k + 1).y())).as("step %d", k).isTrue();
        }
    }

    @Test
    void theStatisticalTermFallsTenfoldOverTwoDecades() {
        var plot = (Plot) figure("rates");
        var points = plot.curves().get(0).points();
        assertThat(plot.curves().get(0).fitted()).isTrue();
        assertThat(interval(points.get(0).y().over(points.get(2).y()).minus(Expr.of(10))).magnitude().toRational()).isLessThan(Rational.parse("1e-9"));
    }

    @Test
    void nothingIsPlannedAndRemarksNameClaimsThatExist() {
        assertThat(THEOREM.plannedClaims()).isEmpty();
        assertThat(THEOREM.plannedFamilies()).isEmpty();
        var ids = THEOREM.claims().stream().map(Claim::id).toList();
        assertThat(THEOREM.beyondThePaper()).hasSizeGreaterThan(7).allSatisfy(remark -> assertThat(ids).containsAll(remark.claims()));
        assertThat(THEOREM.figures()).allSatisfy(figure -> assertThat(ids).containsAll(figure.heading().claims()));
        assertThat(THEOREM.figures()).extracting(figure -> figure.heading().id()).doesNotHaveDuplicates();
        assertThat(THEOREM.constants()).extracting(Constant::tex).doesNotHaveDuplicates();
    }
}
