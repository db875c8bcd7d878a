package org.apodix.theorems.fisherkl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apodix.audit.Claim;
import org.apodix.audit.Judge;
import org.apodix.audit.Ladder;
import org.apodix.audit.Verdict;
import org.apodix.diffusion.CriticalDamping;
import org.apodix.enclosure.DyadicArithmetic;
import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Integral;
import org.apodix.expression.Tape;
import org.apodix.expression.Variable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reference values and limits of the kinetic part. */
class KineticTest {

    private static DyadicInterval value(Expr e) {
        return Tape.of(List.of(e)).evaluate(new DyadicArithmetic(160)).get(0);
    }

    private static void assertNear(Expr e, String printed) {
        var digits = new java.math.BigDecimal(printed);
        var half = Rational.parse(digits.ulp().toString()).times(Rational.of(501, 1000));
        var interval = value(e);
        assertThat(interval.lower().toRational()).isGreaterThanOrEqualTo(Rational.parse(printed).minus(half));
        assertThat(interval.upper().toRational()).isLessThanOrEqualTo(Rational.parse(printed).plus(half));
    }

    @ParameterizedTest
    @CsvSource({"0.01, 3.95945, 47.1974", "0.2, 0.306550, 1.19528", "0.4, 0.0897641, 0.291855", "5, 0.194935, 0.404719"})
    void firstOrderCoefficients(String variance, String kinetic, String deficit) {
        // the mean does not matter
        for (var mean : List.of("0", "2")) {
            var run = KineticQuantities.run(mean, variance, "1/10", 1);
            assertNear(run.firstOrder(), kinetic);
            assertNear(run.information().over(2).minus(run.sampler().entropy()), deficit);
        }
    }

    /** C_Phi = int phi^2/Phi; below -16 the integrand is phi times at most |x| + 1/|x|, above 12 it is below 2 phi^2. */
    @Test
    void theConstantOfTheUniformLaw() {
        var x = new Variable("x");
        var density = x.square().over(-2).exp().over(Expr.PI.times(2).sqrt());
        var body = Integral.of(density.square().over(x.normalCdf()), x, Expr.of(-16), Expr.of(12));
        var difference = value(body.minus(UniformKineticRun.C_PHI));
        assertThat(difference.magnitude().toRational()).isLessThan(Rational.of(10).pow(-20));
    }

    /** On grids so coarse that the sums for K are far apart, K6 is not verified; it is true, and not refuted either. */
    @Test
    void coarseGridsDoNotRefuteTheRate() {
        var judge = new Judge(Ladder.ofDigits(40));
        for (KineticGrid grid : List.of(KineticQuantities.run("0", "1/100000", "3/4", 2), UniformKineticFamily.run("1", "10", 1))) {
            assertThat(judge.judge(rate(), grid)).isNotEmpty().noneMatch(judgement -> judgement.verdict() == Verdict.REFUTED);
        }
    }

    @SuppressWarnings("unchecked")
    private static Claim<KineticGrid> rate() {
        return (Claim<KineticGrid>) KineticRateClaims.claims().get(0);
    }

    /** K and the rest of the bound of K6 on Gaussian data, by quadrature: within the sets that the claim uses, however coarse the grid. */
    @ParameterizedTest
    @CsvSource({"1, 1/5, 1/10, 20", "0, 1/100, 3/4, 2", "-2, 3, 10, 1", "1, 1/2, 1/3, 2", "0, 5, 1, 1"})
    void theIntegralsOfTheRateLieWithinTheirSets(String mean, String variance, String h, int steps) {
        var run = KineticQuantities.run(mean, variance, h, steps);
        var s = new Variable("s");
        var weight = s.times(-2).exp().times(run.sampler().information(s));
        var integral = Integral.of(s.times(4).times(Expr.ONE.minus(s)).times(weight), s, Expr.ZERO, Expr.ONE);
        var rest = Integral.of(Expr.ONE.minus(s).square().times(weight), s, Expr.of(run.step()), Expr.of(80));
        assertThat(value(run.integral()).contains(value(integral).lower())).isTrue();
        assertThat(value(run.rest()).contains(value(rest).lower())).isTrue();
        assertThat(value(run.lowerIntegral()).upper()).isLessThanOrEqualTo(value(integral).lower());
    }

    /** The integral K of uniform data on [-1, 1] is 2.9680: between the sums. */
    @Test
    void theIntegralOfUniformDataLiesBetweenItsSums() {
        var run = UniformKineticFamily.run("1", "1/2", 2);
        assertThat(value(run.upperIntegral()).lower().toRational()).isGreaterThan(Rational.parse("2.9680"));
        assertThat(value(run.lowerIntegral()).upper().toRational()).isLessThan(Rational.parse("2.9680"));
    }

    /** At late times the relative score is lost among the digits: J, about 4 a^2/9 for L = 1, and the path stay narrow, whatever the horizon. */
    @Test
    void lateTimesOfUniformData() {
        var late = UniformKineticFamily.run("1", "5", 10);
        for (int j = 6; j <= 10; j++) {
            var quotient = value(late.informationAt(j).over(CriticalDamping.squaredCorrelation(Expr.of(5L * j))));
            assertThat(quotient.lower().toRational()).as("%d", j).isGreaterThan(Rational.of(4443, 10_000));
            assertThat(quotient.upper().toRational()).as("%d", j).isLessThan(Rational.of(4446, 10_000));
        }
        var longer = UniformKineticFamily.run("1", "5", 200);
        assertThat(value(longer.kineticPath()).width().toRational()).isLessThan(Rational.of(10).pow(-35));
        assertThat(value(longer.kineticPath()).overlaps(value(late.kineticPath()))).isTrue();
        assertThat(value(longer.kineticEnd()).upper().toRational()).isLessThan(Rational.of(10).pow(-45));
    }

    @ParameterizedTest
    @CsvSource({"1/1000000", "1/50", "1", "2", "5/2", "40"})
    void theLostCorrelationIsWhatSubtractionGives(String t) {
        var time = Rational.parse(t);
        var direct = value(Expr.ONE.minus(CriticalDamping.squaredCorrelation(Expr.of(time))));
        var series = value(CriticalDamping.lostCorrelation(time));
        assertThat(direct.overlaps(series)).isTrue();
        assertThat(series.isPositive()).isTrue();
        assertThat(series.width().toRational()).isLessThan(series.mignitude().toRational().times(Rational.of(10).pow(-40)));
    }
}
