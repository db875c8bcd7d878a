package org.apodix.theorems.dimensionfreescore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apodix.audit.Enclosed;
import org.apodix.audit.Ladder;
import org.apodix.audit.figure.Curve;
import org.apodix.audit.figure.Table;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.theorems.FigureChecks;
import org.junit.jupiter.api.Test;

class NetworkFiguresTest {

    private static final Rational HALF = Rational.of(-1, 2);

    /** They can be drawn, and what the captions count is there. */
    @Test
    void figures() throws Exception {
        var theorem = new DimensionFreeScore();
        FigureChecks.all(theorem, theorem.figures());
        assertThat(FigureChecks.rows(theorem.figures(), "network-block-sizes")).isEqualTo(7);
        assertThat(FigureChecks.rows(theorem.figures(), "network-score-sizes")).isEqualTo(6);
        var claims = theorem.claims().stream().map(claim -> claim.id()).toList();
        theorem.beyondThePaper().forEach(remark -> assertThat(claims).containsAll(remark.claims()));
    }

    private static List<Rational> ends(Expr value) {
        var interval = Enclosed.of(List.of(value), 3, Ladder.ofDigits(20)).get(0).interval();
        return List.of(interval.lower().toRational(), interval.upper().toRational());
    }

    /** Every sampled curve of the rate falls with about the slope -1/2, and grids in more than one dimension fall slower. */
    @Test
    void slopesOfTheRate() {
        var curves = DimensionFreeScoreFigures.rate().curves();
        assertThat(curves.stream().filter(curve -> curve.role() == Curve.Role.BOUND)).hasSize(7);
        for (var curve : curves) {
            var slope = slope(curve);
            if (curve.role() == Curve.Role.BOUND) {
                assertThat(slope.get(0)).as(curve.label()).isGreaterThan(HALF.minus(Rational.of(1, 10)));
                assertThat(slope.get(1)).as(curve.label()).isLessThan(HALF.plus(Rational.of(1, 20)));
            } else if (!curve.label().endsWith("d = 1")) {
                assertThat(slope.get(0)).as(curve.label()).isGreaterThan(HALF);
            }
        }
    }

    /** Between the last two points. */
    private static List<Rational> slope(Curve curve) {
        var first = curve.points().get(curve.points().size() - 2);
        var last = curve.points().get(curve.points().size() - 1);
        return ends(last.y().over(first.y()).log().over(last.x().over(first.x()).log()));
    }

    /** In each row the ends are in order, and those of the slope lie around -1/2. */
    @Test
    void brackets() {
        var rows = DimensionFreeScoreFigures.brackets().rows();
        assertThat(rows).hasSize(7);
        for (var row : rows) {
            assertThat(ends(number(row, 1)).get(1)).isLessThan(ends(number(row, 2)).get(0));
            assertThat(ends(number(row, 3)).get(1)).isLessThan(HALF);
            assertThat(ends(number(row, 4)).get(0)).isGreaterThan(HALF);
        }
    }

    private static Expr number(List<Table.Cell> row, int column) {
        return ((Table.Number) row.get(column)).value();
    }
}
