package org.apodix.theorems.ratiosignrelu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import org.apodix.audit.Claim;
import org.apodix.audit.Enclosed;
import org.apodix.audit.Ladder;
import org.apodix.audit.figure.Curve;
import org.apodix.audit.figure.Figure;
import org.apodix.audit.figure.Plot;
import org.apodix.audit.figure.Stack;
import org.apodix.audit.figure.Table;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.LeastSquares;
import org.junit.jupiter.api.Test;

/** What the figures of ratio-signrelu show. */
class RatioSignReluFiguresTest {

    private static final Ladder LADDER = Ladder.ofDigits(600);
    private static final RatioSignRelu THEOREM = new RatioSignRelu();

    private static <F extends Figure> F figure(Class<F> type, String id) {
        return type.cast(THEOREM.figures().stream().filter(f -> f.heading().id().equals(id)).findFirst().orElseThrow());
    }

    private static List<Expr> numbers(Figure figure) {
        if (figure instanceof Stack stack) {
            return stack.bars().stream().flatMap(bar -> bar.values().stream()).toList();
        }
        if (figure instanceof Plot plot) {
            return plot.curves().stream().flatMap(curve -> curve.points().stream()).map(Curve.Point::y).toList();
        }
        return ((Table) figure).rows().stream().flatMap(List::stream).filter(Table.Number.class::isInstance).map(cell -> ((Table.Number) cell).value()).toList();
    }

    private static Rational lower(Expr value) {
        return Enclosed.of(List.of(value), 12, LADDER).get(0).interval().lower().toRational();
    }

    private static Rational upper(Expr value) {
        return Enclosed.of(List.of(value), 12, LADDER).get(0).interval().upper().toRational();
    }

    @Test
    void everyNumberEncloses() {
        for (var figure : RatioSignReluFigures.all()) {
            assertThat(Enclosed.of(numbers(figure), 12, LADDER)).as(figure.heading().id()).isNotEmpty().allSatisfy(value -> {
                assertThat(value.interval().isBounded()).isTrue();
                assertThat(value.interval().lower().signum()).isNotNegative();
            });
        }
    }

    @Test
    void figuresAndRemarksSpeakOfClaimsThatExist() {
        var ids = new HashSet<>(THEOREM.claims().stream().map(Claim::id).toList());
        assertThat(THEOREM.figures()).allSatisfy(figure -> assertThat(ids).containsAll(figure.heading().claims()));
        assertThat(THEOREM.beyondThePaper()).isNotEmpty().allSatisfy(remark -> assertThat(ids).containsAll(remark.claims()));
        assertThat(THEOREM.constants()).isNotEmpty();
        assertThat(THEOREM.plannedClaims()).isEmpty();
    }

    @Test
    void networksOfEveryDimensionAreShallowerThanThePaperSays() {
        var table = figure(Table.class, "network-sizes");
        int inputs = table.columns().indexOf("inputs");
        int depth = table.columns().indexOf("hidden layers");
        var dimensions = new HashSet<Rational>();
        for (var row : table.rows()) {
            dimensions.add(lower(((Table.Number) row.get(inputs)).value()));
            assertThat(upper(((Table.Number) row.get(depth)).value())).isLessThan(Rational.of(7));
        }
        assertThat(dimensions).contains(Rational.ONE, Rational.TWO, Rational.of(3));
    }

    @Test
    void thePartsOfTheBoundAddUpToTheReferenceValue() {
        var bar = figure(Stack.class, "end-to-end").bars().get(0);
        // KL_bound of the reference, to what the roundings of the networks change
        assertThat(upper(Expr.sum(bar.values()).minus(Expr.of(Rational.parse("0.633514248177195924762693643205"))).abs())).isLessThan(Rational.parse("1e-20"));
        var approximation = figure(Stack.class, "end-to-end").parts().indexOf("approximation");
        for (var value : bar.values().subList(0, 2)) {
            assertThat(lower(value)).isGreaterThan(upper(bar.values().get(approximation)));
        }
    }

    @Test
    void slopesAreThoseOfTheTheory() {
        assertSlope("interpolation-rate", 0, "-2", "1/20");
        assertSlope("variation-rate", 0, "-5/2", "1/10");
        assertSlope("variation-rate", 1, "-5/2", "3/10");
        assertSlope("variation-rate", 2, "-2", "1/20");
    }

    private static void assertSlope(String id, int number, String expected, String tolerance) {
        var curve = figure(Plot.class, id).curves().get(number);
        assertThat(curve.fitted()).isTrue();
        var slope = LeastSquares.exponent(curve.points().stream().map(Curve.Point::x).toList(), curve.points().stream().map(Curve.Point::y).toList());
        assertThat(upper(slope.minus(Expr.of(Rational.parse(expected))).abs())).as(curve.label()).isLessThan(Rational.parse(tolerance));
    }

    @Test
    void polynomialsOvertakeThePiecewiseLinearNetworkOfAsManyUnits() {
        var curves = figure(Plot.class, "quotient-error").curves();
        var linear = curves.get(0).points();
        var chebyshev = curves.get(1).points();
        for (int k = 1; k < linear.size(); k++) {
            assertThat(upper(chebyshev.get(k).y())).isLessThan(lower(linear.get(k).y()));
        }
    }

    @Test
    void aSupremumIsBelowItsBound() {
        var curves = figure(Plot.class, "quotient-error").curves();
        for (int k = 0; k < curves.get(2).points().size(); k++) {
            assertThat(upper(curves.get(2).points().get(k).y())).isLessThan(lower(curves.get(3).points().get(k).y()));
        }
    }
}
