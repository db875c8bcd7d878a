package org.apodix.theorems.dimensionfreescore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apodix.audit.Enclosed;
import org.apodix.audit.Ladder;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Sums over the line by the strip of entire weights and by that of any Lipschitz tilt: two steps, two numbers of points, the same integrals. */
class StripTest {

    private static final int BITS = 90;

    private static Expr lipschitz(RidgeTilt tilt) {
        return tilt.time().noise().over(Expr.ONE.plus(tilt.kappa())).over(tilt.time().signal()).min(Expr.ONE);
    }

    private static List<RidgeTilt> tilts() {
        return List.of(Tilts.modes("1", "1/2", "24/25", 5), Tilts.modes("3/2", "1/16", "15/17", 2), Tilts.modes("1/8", "1/3", "5/13", 1), Tilts.cosine("1", "2", "1/2", "24/25", 3),
            Tilts.cosine("-1/4", "5/4", "7/8", "12/13", 20), Tilts.cosine("1/8", "1/4", "0", "7/25", 2));
    }

    @TestFactory
    Stream<DynamicTest> bothStripsGiveTheSameIntegrals() {
        return tilts().stream().map(tilt -> DynamicTest.dynamicTest(tilt.profile() + " " + tilt.time(), () -> {
            var size = Expr.of(Rational.TWO.pow(40));
            var wide = new LineSum(tilt, BITS, size);
            var narrow = new LineSum(tilt, BITS, size, lipschitz(tilt));
            var remainder = new Remainder(tilt, 7, false);
            var slopes = new Remainder(tilt, 7, true);
            var integrands = new LinkedHashMap<String, Function<Moments, Expr>>();
            integrands.put("r^2", m -> m.mean().square());
            integrands.put("rho", Moments::rho);
            integrands.put("V_1", Moments::steinVariance);
            integrands.put("V'", Moments::gradientVariance);
            integrands.put("E|Xi|^4", remainder::own);
            integrands.put("pairs", remainder::pairs);
            integrands.put("E|Xi'|^4", slopes::own);
            integrands.put("E(W - 1)^4", Moments::excessFourth);
            // bounds of these integrands are far below 2^40; what is compared are the sums, the error terms hold for that number
            integrands.forEach((name, g) -> {
                same(name, wide.average(g, Expr.of(1L << 40), size), narrow.average(g, Expr.of(1L << 40), size));
                same(name + " weighted", wide.weighted(g, Expr.of(1L << 40), size), narrow.weighted(g, Expr.of(1L << 40), size));
            });
        }));
    }

    private static void same(String name, Expr wide, Expr narrow) {
        var values = Enclosed.of(List.of(wide, narrow), 12, Ladder.ofDigits(40));
        assertThat(values.get(0).interval().intersects(values.get(1).interval())).as("%s: %s and %s", name, values.get(0), values.get(1)).isTrue();
        assertThat(values).allSatisfy(value -> assertThat(value.interval().width().toRational()).as(name).isLessThan(Rational.of(10).pow(-6)));
    }

    @Test
    void theGreaterStripIsTaken() {
        for (var tilt : tilts()) {
            var strip = Strip.of(tilt);
            var heights = Enclosed.of(List.of(strip.height(), lipschitz(tilt), strip.growth()), 12, Ladder.ofDigits(40));
            assertThat(heights.get(0).interval().lower()).as("%s", tilt.profile()).isGreaterThan(heights.get(1).interval().upper());
            assertThat(heights.get(2).interval().lower().toRational()).isGreaterThan(Rational.ONE);
        }
        assertThat(Strip.of(Tilts.hat("1", "24/25", 2)).growth()).isSameAs(Expr.ONE);
        assertThat(Strip.of(Tilts.linear("1", "24/25", 2)).growth()).isSameAs(Expr.ONE);
    }

    /** |F(x + ik)| >= F(x)/2 for two modes, from the real and the imaginary part: with equality in the middle. */
    @Test
    void theDensityOfTwoModesHasNoZeroInItsStrip() {
        for (var weight : List.of("1/2", "1/16")) {
            var tilt = Tilts.modes("1", weight, "24/25", 1);
            var modes = (TwoModes) tilt.profile();
            var am = Expr.of(modes.tailFrom(tilt.time()));
            var turn = am.times(Strip.of(tilt).height());
            for (int n = -8; n <= 8; n++) {
                var up = Expr.of(modes.p()).times(am.times(Expr.of(n, 2)).exp());
                var down = Expr.of(Rational.ONE.minus(modes.p())).times(am.times(Expr.of(-n, 2)).exp());
                var square = turn.cos().times(up.plus(down)).square().plus(turn.sin().times(up.minus(down)).square());
                var margin = Enclosed.of(List.of(square.over(up.plus(down).square())), 12, Ladder.ofDigits(40)).get(0).interval();
                assertThat(margin.upper().toRational()).isGreaterThanOrEqualTo(Rational.of(1, 4));
            }
        }
    }
}
