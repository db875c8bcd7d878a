package org.apodix.theorems.fisherkl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apodix.diffusion.AffineSampler;
import org.apodix.diffusion.Gaussian;
import org.apodix.diffusion.NoiseLevel;
import org.apodix.diffusion.Scheme;
import org.apodix.diffusion.ScoreError;
import org.apodix.diffusion.UniformLaw;
import org.apodix.enclosure.DyadicArithmetic;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Tape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values at finite steps, computed by other means, of the quotients whose limits R11 and R13 state. */
class LimitValuesTest {

    /** z* of R13(c). */
    private static final Expr Z_STAR = Expr.of(Rational.parse("0.26156919524473261062692463477581"));

    private static void assertNear(Expr e, String printed) {
        var unit = Rational.parse(new java.math.BigDecimal(printed).ulp().toString());
        var interval = Tape.of(List.of(e)).evaluate(new DyadicArithmetic(160)).get(0);
        assertThat(interval.lower().toRational()).isGreaterThanOrEqualTo(Rational.parse(printed).minus(unit));
        assertThat(interval.upper().toRational()).isLessThanOrEqualTo(Rational.parse(printed).plus(unit));
    }

    private static AffineSampler sampler(Expr mean, Expr variance, Expr q, int steps) {
        return new AffineSampler(Gaussian.onLine(mean, variance), q, steps, ScoreError.NONE);
    }

    /** Output over h^2 for both schemes, and the cost of the path over h, at q = 199/200, T about 9. */
    @ParameterizedTest
    @CsvSource({"1, 1/5, 5.3561594, 3.9982151, 1.1873546", "0, 3, 0.4308363, 0.1111108, 0.2170735"})
    void fixedDataOnAFineGrid(String mean, String variance, String ei, String tw, String cost) {
        var run = sampler(Expr.of(Rational.parse(mean)), Expr.of(Rational.parse(variance)), Expr.of(199, 200), 1795);
        var h = run.weights().step();
        assertNear(run.truth(Scheme.EXPONENTIAL_INTEGRATOR).over(h.square()), ei);
        assertNear(run.truth(Scheme.TWEEDIE).over(h.square()), tw);
        assertNear(run.path().minus(run.entropy(1795)).over(h), cost);
    }

    /** Output over h I_0 at the variance 2 z* h. */
    @ParameterizedTest
    @CsvSource({"19/20, 80, 0.1749984", "49/50, 250, 0.1737324"})
    void theWorstVariance(String q, int steps, String expected) {
        var exact = Expr.of(Rational.parse(q));
        var h = exact.log().negate();
        var run = sampler(Expr.ZERO, Z_STAR.times(h).times(2), exact, steps);
        assertNear(run.truth(Scheme.EXPONENTIAL_INTEGRATOR).over(h.times(run.fisher(0))), expected);
    }

    /** The elementary bounds of R12(c) contain the Fisher information of uniform data by quadrature, and are narrow where the edges are apart. */
    @ParameterizedTest
    @CsvSource({"1941/2000, 1", "49/50, 1", "99/100, 3/4"})
    void theElementaryBoundsOfUniformData(String q, String radius) {
        var instance = new UniformEdge.Instance(Rational.parse(radius), Rational.parse(q), 1);
        assertThat(instance.isShort()).isTrue();
        var carrier = new DyadicArithmetic(128);
        var bounds = Tape.of(List.of(new UniformEdge(instance).fisher(1))).evaluate(carrier).get(0);
        var value = Tape.of(List.of(new UniformLaw(instance.radius()).fisher(NoiseLevel.of(Expr.of(instance.q()))))).evaluate(carrier).get(0);
        assertThat(bounds.contains(value.lower()) && bounds.contains(value.upper())).as("%s in %s", value, bounds).isTrue();
        assertThat(bounds.width().toRational()).isLessThan(Rational.of(10).pow(-3));
    }
}
