package org.apodix.theorems.dimensionfreescore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apodix.audit.BadInput;
import org.apodix.audit.Enclosed;
import org.apodix.audit.Fields;
import org.apodix.audit.Json;
import org.apodix.audit.Ladder;
import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChainsTest {

    private static final Rational HALF = Rational.of(1, 2);

    private static DyadicInterval enclosed(Expr value) {
        return Enclosed.of(List.of(value), 25, Ladder.ofDigits(80)).get(0).interval();
    }

    private static void agrees(Expr value, String expected) {
        var gap = enclosed(value.minus(Expr.of(Rational.parse(expected)))).magnitude().toRational();
        assertThat(gap).as("%s", expected).isLessThan(Rational.of(10).pow(-18));
    }

    /** Quartiles of the normal law, and the symmetric grid of three points. */
    @Test
    void quantiles() {
        var modes = new TwoModes(Rational.ONE, HALF);
        agrees(new Grid(modes, Tilts.time("3/5"), 2).positive().get(0), "0.674489750196081743203");
        agrees(new Grid(modes, Tilts.time("3/5"), 3).positive().get(0), "0.967421566101701038960");
    }

    /** Student's law: arctan for one degree of freedom, c/(1 + c^2)^{1/2} for two, and the 95 per cent points of the tables. */
    @ParameterizedTest
    @CsvSource({"1, 12.7062047361747", "2, 4.30265272974946", "3, 3.18244630528371", "10, 2.22813885198627", "49, 2.00957523712924"})
    void studentsLaw(int degrees, String point) {
        var c = Expr.of(Rational.parse(point)).over(Expr.of(degrees).sqrt());
        var gap = enclosed(Sampler.student(c, degrees).minus(Expr.of(19, 20)));
        assertThat(gap.magnitude().toRational()).isLessThan(Rational.of(10).pow(-12));
    }

    /** No interval around 0 tells two Gaussian laws apart better than their distance, and none around the middle when the means differ. */
    @Test
    void distanceIsAboveEveryEvent() {
        for (var w : List.of(Rational.of(1, 4), Rational.of(3), Rational.ONE)) {
            for (var mean : List.of(Rational.ZERO, HALF, Rational.of(-2))) {
                var distance = GaussianDistance.of(Rational.TWO, mean, w);
                for (int k = -20; k <= 20; k++) {
                    var from = Expr.of(k, 4);
                    var to = Expr.of(k + 7, 4);
                    assertThat(enclosed(distance.minus(mass(from, to, Rational.ZERO, Rational.TWO).minus(mass(from, to, mean, w)).abs())).upper().signum()).isNotNegative();
                }
            }
        }
        agrees(GaussianDistance.of(Rational.ONE, Rational.of(1, 10), Rational.ONE), "0.03987761167674492319");
    }

    private static Expr mass(Expr from, Expr to, Rational mean, Rational variance) {
        var deviation = Expr.of(variance).sqrt();
        return to.minus(Expr.of(mean)).over(deviation).normalCdf().minus(from.minus(Expr.of(mean)).over(deviation).normalCdf());
    }

    /** A crossing of the wrong place gives less than the distance. */
    @Test
    void earlyStoppingIsAboveEveryEvent() {
        var stopping = new ModesStopping(new TwoModes(Rational.of(3, 2), HALF), Tilts.time("4/5"));
        for (int k = 1; k <= 30; k++) {
            var x = Expr.of(k, 10);
            var late = within(x, Expr.of(6, 5));
            var start = within(x, Expr.of(3, 2));
            assertThat(enclosed(stopping.distance().minus(late.minus(start))).lower().signum()).isPositive();
        }
    }

    private static Expr within(Expr x, Expr mean) {
        return x.minus(mean).normalCdf().minus(x.plus(mean).normalTail());
    }

    /** Equal steps given one by one are the same chain as by their number; refining the steps of the exact score brings the ends closer. */
    @Test
    void steps() {
        var coarse = GaussianChain.exact(Rational.of(1, 2), Rational.of(16, 25), 4, 3);
        var fine = GaussianChain.exact(Rational.of(1, 2), Rational.of(4, 5), 8, 3);
        assertThat(coarse.variance(4)).isEqualTo(fine.variance(8));
        assertThat(enclosed(coarse.path().minus(fine.path())).lower().signum()).isPositive();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "MIX; {'m': '1', 'p': '1/3', 'a': '3/5', 'sigma': '4/5'}; \"p\" is 1/3",
        "MIX; {'m': '1', 'p': '1/2', 'a': '3/5', 'sigma': '4/5', 'n': [4, 0]}; \"n\" contains 0",
        "MIX; {'m': '1', 'p': '1/2', 'a': '3/5', 'sigma': '4/5', 'n': 40, 'x': ['1', '2']}; \"n\" is 40",
        "MIX; {'m': '1', 'p': '1/2', 'q': '1', 'K': 3}; \"q\" is 1",
        "RAMP; {'n': '0', 'a': '3/5', 'sigma': '4/5'}; \"n\" is 0",
        "QUAD; {'lambda': '1', 'factors': ['1/2', '1/2'], 'd': 1}; \"factors\" are all equal",
        "QUAD; {'lambda': '1', 'factors': ['1/2', '2'], 'd': 1}; \"factors\" has 2 entries",
        "two_point_estimation; {'q': '1/2', 'betas': 'all', 'N': 3, 'a': '3/5', 'sigma': '4/5'}; \"betas\" is \"all\"",
        "gauss_estimation; {'v': '1', 'a': '3/5', 'sigma': '4/5', 'N': 2, 'd': 1}; \"N\" times \"d\" is 2"})
    void badInput(String name, String fields, String message) {
        var family = new DimensionFreeScore().families().stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
        var json = Json.read("{\"family\": \"" + name + "\", " + fields.replace('\'', '"').substring(1), "test");
        assertThatThrownBy(() -> family.read(new Fields(json))).isInstanceOf(BadInput.class).hasMessageContaining(message);
    }
}
