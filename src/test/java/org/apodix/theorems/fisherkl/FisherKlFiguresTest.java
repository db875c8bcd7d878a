package org.apodix.theorems.fisherkl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apodix.audit.Claim;
import org.apodix.audit.Enclosed;
import org.apodix.audit.Ladder;
import org.apodix.audit.figure.Figure;
import org.apodix.audit.figure.Plot;
import org.apodix.audit.figure.Table;
import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the report draws of fisher-kl: enclosed, in the order that the theorem says, and marked where the bound is vacuous. */
class FisherKlFiguresTest {

    private static final Map<String, Figure> FIGURES = new HashMap<>();

    static {
        new FisherKl().figures().forEach(figure -> FIGURES.put(figure.heading().id(), figure));
    }

    private static DyadicInterval value(Expr e) {
        return Enclosed.of(List.of(e), 12, Ladder.ofDigits(100)).get(0).interval();
    }

    private static List<DyadicInterval> ordinates(String id, int curve) {
        return ((Plot) FIGURES.get(id)).curves().get(curve).points().stream().map(point -> value(point.y())).toList();
    }

    /** Output, chain, path, R6, R7 at every step size; the output of the mixture on the coarse grids only. */
    @ParameterizedTest
    @ValueSource(strings = {"gaussian-step", "mixture-step"})
    void divergencesAndBoundsAreInOrder(String id) {
        for (int curve = 0; curve < 4; curve++) {
            var lower = ordinates(id, curve);
            var upper = ordinates(id, curve + 1);
            for (int i = 0; i < lower.size(); i++) {
                assertThat(lower.get(i).isPositive()).isTrue();
                assertThat(lower.get(i).upper()).as("curve %d of %s, point %d", curve, id, i).isLessThanOrEqualTo(upper.get(i).lower());
            }
        }
    }

    /** The mark is where kappa I_0 = H_0: R7 is above H_0 to its right, and below it at the finest grid. */
    @ParameterizedTest
    @ValueSource(strings = {"gaussian-step", "mixture-step"})
    void theVacuousPartIsMarked(String id) {
        var plot = (Plot) FIGURES.get(id);
        var trivial = value(plot.marks().get(0).at());
        var from = value(plot.marks().get(1).at());
        var bound = plot.curves().get(4).points();
        int vacuous = 0;
        for (var point : bound) {
            if (value(point.x()).lower().compareTo(from.upper()) > 0) {
                assertThat(value(point.y()).lower()).isGreaterThan(trivial.upper());
                vacuous++;
            }
        }
        assertThat(vacuous).isBetween(1, bound.size() - 1);
        assertThat(value(bound.get(bound.size() - 1).y()).upper()).isLessThan(trivial.lower());
    }

    /** From the last grid but one to the last, the output falls with a slope above 1.9 and the path with one between 0.9 and 1.1. */
    @Test
    void theOutputFallsFasterThanThePath() {
        var points = ((Plot) FIGURES.get("gaussian-step")).curves();
        assertThat(slope(points.get(0).points())).isGreaterThan(Rational.of(19, 10));
        assertThat(slope(points.get(2).points())).isBetween(Rational.of(9, 10), Rational.of(11, 10));
    }

    private static Rational slope(List<org.apodix.audit.figure.Curve.Point> points) {
        var last = points.get(points.size() - 1);
        var before = points.get(points.size() - 2);
        return value(before.y().over(last.y()).log().over(before.x().over(last.x()).log())).lower().toRational();
    }

    @Test
    void theShareOfTheSharpBoundTendsToOne() {
        for (int curve = 0; curve < 2; curve++) {
            var shares = ordinates("sharpness", curve);
            for (int i = 1; i < shares.size(); i++) {
                assertThat(shares.get(i).lower()).isGreaterThan(shares.get(i - 1).upper());
                assertThat(shares.get(i).upper().toRational()).isLessThan(Rational.ONE);
            }
            assertThat(shares.get(shares.size() - 1).lower().toRational()).isGreaterThan(Rational.of(998, 1000));
        }
    }

    /** The count of operations is affine in the dimension, exactly. */
    @Test
    void theCostIsLinearInTheDimension() {
        long perCoordinate = FisherKlFigures.operations(2) - FisherKlFigures.operations(1);
        for (int d : List.of(10, 100, 1000)) {
            assertThat(FisherKlFigures.operations(d)).isEqualTo(FisherKlFigures.operations(1) + (d - 1) * perCoordinate);
        }
        assertThat(ordinates("dimension-cost", 0)).hasSize(4);
    }

    /** Shares of a bound: from 0 to 1, but for the last column, which shows where it is vacuous. */
    @ParameterizedTest
    @ValueSource(strings = {"gaussian-tightness", "mixture-tightness"})
    void sharesAreShares(String id) {
        for (var row : ((Table) FIGURES.get(id)).rows()) {
            for (int k = 2; k < row.size() - 1; k++) {
                var share = value(((Table.Number) row.get(k)).value());
                assertThat(share.isPositive()).isTrue();
                assertThat(share.upper().toRational()).isLessThan(Rational.ONE);
            }
        }
    }

    @Test
    void figuresAndRemarksNameClaimsThatExist() {
        var theorem = new FisherKl();
        var ids = theorem.claims().stream().map(Claim::id).toList();
        assertThat(FIGURES.values()).allSatisfy(figure -> assertThat(ids).containsAll(figure.heading().claims()));
        assertThat(theorem.beyondThePaper()).isNotEmpty().allSatisfy(remark -> assertThat(ids).containsAll(remark.claims()));
        assertThat(theorem.constants()).isNotEmpty();
    }
}
