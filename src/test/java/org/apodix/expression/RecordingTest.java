package org.apodix.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apodix.enclosure.DyadicArithmetic;
import org.apodix.enclosure.Matrix;
import org.apodix.enclosure.Rational;
import org.junit.jupiter.api.Test;

/** What is written out is what is computed, operation by operation. */
class RecordingTest {

    private static Recording record(Expr expression, int digits) {
        return Recording.of(List.of(expression), digits, 512, 1000);
    }

    @Test
    void rationalStepsAreExactAndOthersClaimDecimals() {
        var third = Expr.of(1, 3);
        var recording = record(third.plus(Expr.TWO.sqrt()).times(third.exp()).minus(Expr.of(5).square()), 20);

        assertThat(recording.steps().stream().map(Step::operator)).containsExactly("const", "const", "sqrt", "add", "exp", "multiply", "const", "subtract");
        assertThat(recording.steps().stream().map(Step::isExact)).containsExactly(true, true, false, false, false, false, true, false);
        assertThat(recording.steps().get(2).lower()).isEqualTo(Rational.parse("1.4142135623730950488"));
        assertThat(recording.steps().get(2).upper()).isEqualTo(Rational.parse("1.4142135623730950489"));
        assertThat(recording.outputs().get(0).place()).isEqualTo(7);
    }

    @Test
    void everyClaimContainsTheOperationOnTheClaimsOfItsOperands() {
        var x = Expr.of(7, 5);
        var e = x.sqrt().exp().log1p().tanh().plus(x.erf().times(x.cos())).over(x.atan().plus(Expr.PI)).abs().max(x.normalTail()).minus(x.cbrt());
        var arithmetic = new DyadicArithmetic(400);
        for (var step : record(e, 25).steps()) {
            if (step.operands().size() == 1 && !step.operator().equals("power")) {
                var operator = Operator.valueOf(step.operator().toUpperCase(java.util.Locale.ROOT));
                for (var end : List.of(step.operands().get(0).lower(), step.operands().get(0).upper())) {
                    var value = operator.apply(arithmetic, arithmetic.of(end), null);
                    assertThat(step.lower()).as(step.operator()).isLessThanOrEqualTo(value.lower().toRational());
                    assertThat(step.upper()).as(step.operator()).isGreaterThanOrEqualTo(value.upper().toRational());
                }
            }
        }
    }

    @Test
    void moreDigitsLieWithinFewerOnes() {
        var e = Expr.of(3, 7).exp().log1p().sqrt();
        var coarse = record(e, 20).outputs().get(0);
        var fine = record(e, 60).outputs().get(0);
        assertThat(fine.lower()).isBetween(coarse.lower(), coarse.upper());
        assertThat(fine.upper()).isBetween(coarse.lower(), coarse.upper());
    }

    @Test
    void matricesAndSumsOverRowsAreWrittenOutToNumbers() {
        var matrix = MatrixExpr.of(Matrix.of(2, 2, (i, j) -> i.equals(j) ? Rational.TWO : Rational.ONE));
        var trace = record(matrix.inverse().trace(), 20);
        assertThat(trace.outputs().get(0).lower()).isEqualTo(Rational.of(4, 3));
        var n = new Variable("n");
        var sum = record(IndexedSum.of(n.square(), List.of(n), List.of(List.of(Rational.ONE), List.of(Rational.TWO))), 20);
        assertThat(sum.outputs().get(0).lower()).isEqualTo(Rational.of(5));
    }

    @Test
    void anIntegralIsOneStepWithItsIntegrandAsAProgram() {
        var x = new Variable("x");
        var y = Expr.TWO.sqrt();
        var z = new Variable("z");
        var recording = record(Integral.of(x.times(Expr.TWO.over(Expr.of(3))).exp(), x, Expr.ZERO, y), 10);
        var step = recording.outputs().get(0);

        assertThat(step.operator()).isEqualTo("integral");
        assertThat(step.operands().stream().map(Step::operator)).containsExactly("const", "sqrt");
        assertThat(step.body().stream().map(Step::operator)).containsExactly("input", "const", "multiply", "exp");
        // (e^(2 sqrt 2/3) - 1) 3/2
        assertThat(step.lower()).isLessThan(Rational.parse("2.350773934"));
        assertThat(step.upper()).isGreaterThan(Rational.parse("2.350773933"));
        assertThatThrownBy(() -> record(Integral.of(Integral.of(z.exp(), z, Expr.ZERO, Expr.ONE).times(x), x, Expr.ZERO, y), 10))
            .isInstanceOf(NotRecordedException.class).hasMessageContaining("within an integral");
    }

    /** What follows is computed on what is claimed, so the ends of a set of numbers are decimals too. */
    @Test
    void theEndsOfASetOfNumbersAreDecimals() {
        var steps = record(Expr.between(Rational.of(1, 3), Rational.of(2, 3)).times(Expr.of(3)), 5).steps();
        var hull = steps.stream().filter(step -> step.operator().equals("hull")).findFirst().orElseThrow();
        assertThat(hull.lower()).isEqualTo(Rational.parse("0.33333"));
        assertThat(hull.upper()).isEqualTo(Rational.parse("0.66667"));
        assertThat(steps.get(steps.size() - 1).upper()).isEqualTo(Rational.parse("2.0001"));
    }

    @Test
    void numbersOfManyDigitsHaveEnds() {
        var step = record(Expr.of(-50_000).times(Expr.of(4)).exp(), 20).outputs().get(0);
        assertThat(step.lower()).isLessThan(step.upper());
        assertThat(step.lower()).isGreaterThan(Rational.of(10).pow(-86_859)).isLessThan(Rational.of(10).pow(-86_858));
        assertThat(Recording.end("1.5e-20000")).isEqualTo(Rational.of(3, 2).times(Rational.of(10).pow(-20_000)));
        assertThat(Recording.end("-7.25")).isEqualTo(Rational.of(-29, 4));
        assertThatThrownBy(() -> record(Expr.of(-300_000).exp(), 20)).isInstanceOf(NotRecordedException.class).hasMessageContaining("10^-99999");
    }

    @Test
    void aSupremumIsOneStepOfItsEndsAndItsBody() {
        var x = new Variable("x");
        var step = record(Supremum.of(x.times(Expr.ONE.minus(x)), x, Expr.ZERO, Expr.TWO.sqrt()), 6).outputs().get(0);
        assertThat(step.operator()).isEqualTo("supremum");
        assertThat(step.operands().stream().map(Step::operator)).containsExactly("const", "sqrt");
        assertThat(step.body().stream().map(Step::operator)).containsExactly("input", "const", "subtract", "multiply");
        assertThat(step.lower()).isLessThanOrEqualTo(Rational.of(1, 4));
        assertThat(step.upper()).isGreaterThanOrEqualTo(Rational.of(1, 4)).isLessThan(Rational.parse("0.25001"));
    }

    @Test
    void anIntegralOverTheLineIsWrittenWithoutItsPromise() {
        var x = new Variable("x");
        var from = new Variable("L");
        var gauss = x.square().over(-2).exp();
        var tail = new TailBound(from.square().over(-2).exp().times(2), from, Rational.ONE);
        var step = record(ImproperIntegral.of(gauss, x, tail), 8).outputs().get(0);
        assertThat(step.operator()).isEqualTo("line_integral");
        assertThat(step.operands()).isEmpty();
        assertThat(step.body()).hasSize(5);
        assertThat(step.lower()).isLessThan(Rational.parse("2.50662828"));
        assertThat(step.upper()).isGreaterThan(Rational.parse("2.50662827"));
    }

    @Test
    void theExponentialOfAMatrixIsOneStepPerEntry() {
        var turn = MatrixExpr.of(Matrix.of(2, 2, (i, j) -> Rational.of(i.equals(j) ? 0 : i < j ? 1 : -1)));
        for (var matrix : List.of(turn.exponential(), turn.phi1())) {
            var steps = record(matrix.entry(0, 1), 20).steps().stream().filter(step -> step.operator().startsWith("matrix_")).toList();
            assertThat(steps.stream().map(Step::exponent)).containsExactly(0, 1, 2, 3);
            assertThat(steps.get(1).operands().stream().map(Step::lower)).containsExactly(Rational.ZERO, Rational.ONE, Rational.of(-1), Rational.ZERO);
        }
        // sin 1
        assertThat(record(turn.exponential().entry(0, 1), 20).outputs().get(0).lower()).isBetween(Rational.parse("0.8414709848"), Rational.parse("0.8414709849"));
    }

    @Test
    void whatIsNotWrittenOutSaysSo() {
        var x = new Variable("x");
        var y = new Variable("y");
        var zeros = List.of(Expr.ZERO, Expr.ZERO);
        assertThatThrownBy(() -> record(Supremum.of(x.times(y), List.of(x, y), zeros, List.of(Expr.ONE, Expr.ONE)), 20))
            .isInstanceOf(NotRecordedException.class).hasMessageContaining("more than one variable");
        assertThatThrownBy(() -> Recording.of(List.of(Expr.TWO.sqrt().plus(Expr.of(3).sqrt())), 20, 512, 4)).isInstanceOf(NotRecordedException.class)
            .hasMessage("more than 4 operations");
    }
}
