package org.apodix.theorems.fisherkl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apodix.diffusion.Mixture;
import org.apodix.diffusion.Scheme;
import org.apodix.enclosure.DyadicArithmetic;
import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Tape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R13(e): brackets of the output's divergence against values computed by other means, and the density against closed forms. */
class ExactTruthTest {

    private static DyadicInterval value(Expr e) {
        return Tape.of(List.of(e)).evaluate(new DyadicArithmetic(128)).get(0);
    }

    private static void assertBracket(Expr bracket, String expected, Rational width) {
        var found = value(bracket);
        assertThat(found.lower().toRational()).as("%s", found).isLessThan(Rational.parse(expected));
        assertThat(found.upper().toRational()).as("%s", found).isGreaterThan(Rational.parse(expected));
        assertThat(found.width().toRational()).as("%s", found).isLessThan(width);
    }

    /** Table M and the instance of the instance file, to 18 digits by nested quadrature. */
    @ParameterizedTest
    @CsvSource({"-2, 2, 1/2, 1, 4/5, 0.234868728455983162, 0.163983910832350172", "-1, 3/2, 1/3, 4/5, 2/3, 0.0917158043745900622307, 0.0467625973922977583297"})
    void containsTheReferenceValue(String left, String right, String weight, String variance, String q, String ei, String tw) {
        var run = run(left, right, weight, variance, q, 2);
        assertBracket(run.fineTruth(Scheme.EXPONENTIAL_INTEGRATOR), ei, Rational.of(1, 1000));
        assertBracket(run.fineTruth(Scheme.TWEEDIE), tw, Rational.of(1, 1000));
        assertBracket(run.truth(Scheme.EXPONENTIAL_INTEGRATOR), ei, Rational.of(1, 50));
        assertBracket(run.truth(Scheme.TWEEDIE), tw, Rational.of(1, 50));
    }

    private static ExactTruthRun run(String left, String right, String weight, String variance, String q, int steps) {
        var w = Rational.parse(weight);
        return new ExactTruthRun(new Mixture(List.of(Rational.parse(left), Rational.parse(right)), List.of(w, Rational.ONE.minus(w)), Rational.parse(variance)),
            Rational.parse(q), steps);
    }

    /** One Gaussian has a Gaussian output: its divergence in closed form lies in the bracket, for one to four steps. */
    @Test
    void containsTheClosedFormOfOneGaussian() {
        for (int steps = 1; steps <= 4; steps++) {
            for (var scheme : Scheme.values()) {
                var run = run("1/2", "1/2", "1/3", "2/3", "3/4", steps);
                var known = value(run.closedForm(scheme));
                var found = value(run.truth(scheme));
                assertThat(found.contains(known.lower()) && found.contains(known.upper())).as("%s in %s", known, found).isTrue();
                assertThat(found.width().toRational()).isLessThan(Rational.of(1, 100));
            }
        }
    }

    /** The density at the nodes, for one Gaussian: the Gaussian that the linear recursion gives. */
    @Test
    void theDensityOfOneGaussianIsGaussian() {
        var q = Rational.of(4, 5);
        var law = new Mixture(List.of(Rational.ONE), List.of(Rational.ONE), Rational.of(1, 2));
        for (var scheme : Scheme.values()) {
            var found = new OutputDensity(law, q, 3, scheme, Rational.of(10).pow(-12)).logLaplace(Rational.of(1, 2), 8);
            var output = new org.apodix.diffusion.AffineSampler(org.apodix.diffusion.Gaussian.onLine(Expr.ONE, Expr.HALF), Expr.of(q), 3,
                org.apodix.diffusion.ScoreError.NONE).output(scheme);
            for (int k = -8; k <= 8; k++) {
                var y = Expr.of(k, 2);
                var variance = output.covariance().trace();
                var expected = y.minus(output.mean().entry(0, 0)).square().over(variance).plus(Expr.PI.times(2).times(variance).log()).over(-2)
                    .plus(y.square().over(Expr.of(Rational.ONE.minus(q.pow(2)).times(Rational.TWO))));
                var enclosure = value(found.get(k + 8));
                assertThat(enclosure.overlaps(value(expected))).as("%d/2: %s", k, enclosure).isTrue();
                assertThat(enclosure.width().toRational()).isLessThan(Rational.of(1, 1000));
            }
        }
    }

    /** A coarser bracket contains the finer one's middle, and no bracket is negative. */
    @Test
    void bracketsAreConsistent() {
        for (int steps = 1; steps <= 3; steps++) {
            var run = run("-1", "1", "1/4", "1", "1/2", steps);
            var coarse = value(run.truth(Scheme.EXPONENTIAL_INTEGRATOR));
            var fine = value(run.fineTruth(Scheme.EXPONENTIAL_INTEGRATOR));
            assertThat(coarse.overlaps(fine)).isTrue();
            assertThat(fine.isPositive()).isTrue();
        }
    }
}
