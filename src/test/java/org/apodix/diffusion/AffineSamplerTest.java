package org.apodix.diffusion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apodix.enclosure.DyadicArithmetic;
import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Tape;
import org.junit.jupiter.api.Test;

/** The closed forms against the scalar recursion written out once more, and against themselves at equality cases. */
class AffineSamplerTest {

    private static final Rational M = Rational.of(-3, 2);
    private static final Rational V = Rational.of(1, 40);
    private static final Rational Q = Rational.of(19, 20);
    private static final int N = 6;
    private static final AffineSampler SAMPLER =
        new AffineSampler(Gaussian.onLine(Expr.of(M), Expr.of(V)), Expr.of(Q), N, ScoreError.NONE);

    @Test
    void fisherInformationIsRationalAndAgreesWithTheFormula() {
        for (int j = 0; j <= N; j++) {
            var v = varianceAt(j);
            var m = M.times(Q.pow(j));
            // I = m^2 + (1 - v)^2 / v
            assertThat(exact(SAMPLER.fisher(j))).isEqualTo(m.times(m).plus(Rational.ONE.minus(v).pow(2).over(v)));
        }
    }

    @Test
    void theOutputAgreesWithTheScalarRecursion() {
        for (var scheme : Scheme.values()) {
            var c = scheme == Scheme.TWEEDIE ? Rational.ONE.over(Q).minus(Q) : Rational.TWO.times(Rational.ONE.minus(Q));
            var mean = Rational.ZERO;
            var variance = Rational.ONE;
            for (int j = N; j >= 1; j--) {
                var v = varianceAt(j);
                var factor = Q.plus(c.times(Rational.ONE.minus(Rational.ONE.over(v))));
                mean = factor.times(mean).plus(c.times(M.times(Q.pow(j))).over(v));
                variance = factor.times(factor).times(variance).plus(Rational.ONE.minus(Q.times(Q)));
            }
            assertThat(exact(SAMPLER.output(scheme).mean().trace())).isEqualTo(mean);
            assertThat(exact(SAMPLER.output(scheme).covariance().trace())).isEqualTo(variance);
        }
    }

    @Test
    void scoreErrorsAgreeWithTheirMoments() {
        // e(x) = x/5 - 1/7: E e^2 = (v + m^2)/25 - 2m/35 + 1/49, E[r e] = (v + m^2)/5 - m/7 - 1/5
        var sampler = SAMPLER.with(ScoreError.constant(org.apodix.expression.MatrixExpr.identity(1).scale(Expr.of(1, 5)),
            org.apodix.expression.MatrixExpr.column(List.of(Rational.of(-1, 7)))));
        var v = varianceAt(2);
        var m = M.times(Q.pow(2));
        var second = v.plus(m.times(m));
        assertThat(exact(sampler.squaredError(2))).isEqualTo(second.over(Rational.of(25)).minus(m.times(Rational.of(2, 35)))
            .plus(Rational.of(1, 49)));
        assertThat(exact(sampler.errorProduct(2))).isEqualTo(second.over(Rational.of(5)).minus(m.over(Rational.of(7)))
            .minus(Rational.of(1, 5)));
    }

    @Test
    void divergenceFromItselfIsZero() {
        var value = enclose(SAMPLER.law(1).divergence(SAMPLER.law(1)));
        assertThat(value.contains(Rational.ZERO)).isTrue();
        assertThat(value.width().toRational()).isLessThan(Rational.of(10).pow(-50));
    }

    @Test
    void relativeEntropyIsTheDivergenceFromTheStandardGaussian() {
        var difference = enclose(SAMPLER.law(3).relativeEntropy().minus(SAMPLER.law(3).divergence(Gaussian.standard(1))));
        assertThat(difference.contains(Rational.ZERO)).isTrue();
        assertThat(difference.width().toRational()).isLessThan(Rational.of(10).pow(-50));
    }

    @Test
    void weightsAgreeWithTheirDefinitions() {
        var w = SAMPLER.weights();
        assertThat(exact(w.linear().minus(w.theta().times(2)))).isEqualTo(exact(w.exponentialIntegrator()));
        assertThat(exact(w.linear().minus(w.theta().times(4)))).isEqualTo(exact(w.cross()));
        assertThat(exact(w.tweedie().minus(w.exponentialIntegrator()))).isEqualTo(exact(w.dominance()));
        assertThat(exact(w.noise().over(2))).isEqualTo(exact(w.kappa()));
        assertThat(exact(w.tweedieShift())).isEqualTo(Rational.of(20, 19).minus(Q));
    }

    private static Rational varianceAt(int j) {
        return Rational.ONE.plus(Q.pow(2 * j).times(V.minus(Rational.ONE)));
    }

    private static Rational exact(Expr expression) {
        return Tape.of(List.of(expression)).exact(10_000_000_000L).get(0);
    }

    private static DyadicInterval enclose(Expr expression) {
        return Tape.of(List.of(expression)).evaluate(new DyadicArithmetic(256)).get(0);
    }
}
