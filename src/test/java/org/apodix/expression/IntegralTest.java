package org.apodix.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apodix.enclosure.Dyadic;
import org.apodix.enclosure.DyadicArithmetic;
import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.DoubleArithmetic;
import org.apodix.enclosure.Rational;
import org.apodix.enclosure.UndefinedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IntegralTest {

    private static final DyadicArithmetic D = new DyadicArithmetic(120);

    private final Variable x = new Variable("x");

    private static DyadicInterval value(Expr e) {
        return Tape.of(List.of(e)).evaluate(D).get(0);
    }

    private static void assertNarrow(DyadicInterval set, int bits) {
        assertThat(set.width().compareTo(Dyadic.ONE.shift(-bits))).isLessThan(0);
    }

    @ParameterizedTest
    @EnumSource
    void polynomialsAreIntegratedAlmostExactly(QuadratureMethod method) {
        var body = x.pow(5).minus(x.times(3)).plus(Expr.of(1, 7));
        var set = value(Integral.of(body, x, Expr.of(-1), Expr.of(3), method));
        // [x^6/6 - 3x^2/2 + x/7] from -1 to 3
        assertThat(set.contains(Rational.of(728, 6).minus(Rational.of(12)).plus(Rational.of(4, 7)))).isTrue();
        assertNarrow(set, 100);
    }

    @ParameterizedTest
    @EnumSource
    void endsThatAreNotDyadicOrNotExactAreEnclosed(QuadratureMethod method) {
        var toThird = value(Integral.of(x.square(), x, Expr.of(1, 7), Expr.of(1, 3), method));
        assertThat(toThird.contains(Rational.of(1, 81).minus(Rational.of(1, 1029)))).isTrue();
        assertNarrow(toThird, 110);
        var toPi = value(Integral.of(Expr.ONE.over(x), x, Expr.PI, Expr.PI.times(2), method));
        assertThat(toPi.overlaps(D.log(D.of(Rational.TWO)))).isTrue();
        assertNarrow(toPi, 110);
        var backwards = value(Integral.of(x.exp(), x, Expr.ONE, Expr.ZERO, method));
        assertThat(backwards.overlaps(D.subtract(D.of(Rational.ONE), D.exp(D.of(Rational.ONE))))).isTrue();
        assertThat(value(Integral.of(x.exp(), x, Expr.ONE, Expr.ONE, method)).contains(Rational.ZERO)).isTrue();
    }

    /** Kinks and jumps of the derivative inside, at a point that is not dyadic. */
    @ParameterizedTest
    @EnumSource
    void kinksAreIntegrated(QuadratureMethod method) {
        var third = Expr.of(1, 3);
        var abs = value(Integral.of(x.minus(third).abs(), x, Expr.ZERO, Expr.ONE, method));
        assertThat(abs.contains(Rational.of(5, 18))).isTrue();
        assertNarrow(abs, 110);
        var relu = value(Integral.of(x.minus(third).max(Expr.ZERO), x, Expr.ZERO, Expr.ONE, method));
        assertThat(relu.contains(Rational.of(2, 9))).isTrue();
        assertNarrow(relu, 110);
        var cap = value(Integral.of(x.min(Expr.ONE.minus(x)), x, Expr.ZERO, Expr.ONE, method));
        assertThat(cap.contains(Rational.of(1, 4))).isTrue();
        assertNarrow(cap, 110);
    }

    @ParameterizedTest
    @EnumSource
    void branchPointsAtTheEndsAreIntegrated(QuadratureMethod method) {
        var root = value(Integral.of(x.sqrt(), x, Expr.ZERO, Expr.ONE, method));
        assertThat(root.contains(Rational.of(2, 3))).isTrue();
        assertNarrow(root, 100);
        var cusp = value(Integral.of(x.abs().sqrt(), x, Expr.of(-1), Expr.ONE, method));
        assertThat(cusp.contains(Rational.of(4, 3))).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotDefinedOnTheRangeHasNoIntegral(QuadratureMethod method) {
        for (var body : List.of(Expr.ONE.over(x), x.log(), x.sqrt(), x.minus(Expr.of(1, 3)).pow(-2),
                Expr.ONE.over(x.abs().sqrt()), x.minus(x).log())) {
            assertThatThrownBy(() -> value(Integral.of(body, x, Expr.of(-1), Expr.ONE, method)))
                .isInstanceOf(UndefinedException.class);
        }
        assertThatThrownBy(() -> value(Integral.of(x.log(), x, Expr.ZERO, Expr.ONE, method)))
            .isInstanceOf(UndefinedException.class).hasMessageContaining("integrand on [0");
        // a product with 0 does not hide it
        assertThatThrownBy(() -> value(Expr.ZERO.times(Integral.of(Expr.ONE.over(x), x, Expr.of(-1), Expr.ONE, method))))
            .isInstanceOf(UndefinedException.class);
    }

    /** Spikes between all points that a rule with a fixed number of points would look at. */
    @ParameterizedTest
    @EnumSource
    void narrowSpikesAreFound(QuadratureMethod method) {
        for (var width : List.of(Rational.of(1, 1000), Rational.of(1, 1_000_000))) {
            var u = x.minus(Expr.of(1, 3)).over(Expr.of(width));
            var spike = u.square().negate().exp().over(Expr.PI.sqrt().times(Expr.of(width)));
            var set = value(Integral.of(spike, x, Expr.of(-20), Expr.of(20), method));
            assertThat(set.contains(Rational.ONE)).isTrue(); // up to exp(-10^8)
            assertNarrow(set, 100);
            var hidden = value(Integral.of(Expr.ONE.plus(spike), x, Expr.of(-20), Expr.of(20), method));
            assertThat(hidden.contains(Rational.of(41))).isTrue();
        }
    }

    /** An essential singularity next to the range: the work ends first, and the enclosure is wide and true. */
    @ParameterizedTest
    @EnumSource
    void whatDoesNotConvergeStaysWideAndTrue(QuadratureMethod method) {
        var wild = x.times(Expr.ONE.over(x).exp().over(Expr.ONE.plus(Expr.ONE.over(x).exp())));
        var set = value(Integral.of(wild, x, Expr.of(-1), Expr.of(-1, 1_000_000), method));
        assertThat(set.isNegative() || set.containsZero()).isTrue();
        assertThatThrownBy(() -> value(Integral.of(wild, x, Expr.of(-1), Expr.ONE, method))).isInstanceOf(UndefinedException.class);
    }

    @Test
    void zeroIsIntegratedToZero() {
        assertThat(value(Integral.of(x.minus(x).times(Expr.ZERO), x, Expr.ZERO, Expr.ONE)).contains(Rational.ZERO)).isTrue();
        assertThat(value(Integral.of(Expr.ZERO, x, Expr.ZERO, Expr.ONE))).isEqualTo(DyadicInterval.point(Dyadic.ZERO));
    }

    /** sum over j of the integral of exp(-j x) over [0, j]: the variable of the sum is in the integrand and in an end. */
    @Test
    void aSumMayRunOverIntegrals() {
        var j = new Variable("j");
        var rows = List.of(List.of(Rational.of(1)), List.of(Rational.of(2)), List.of(Rational.of(1, 3)));
        var sum = IndexedSum.of(Integral.of(j.times(x).negate().exp(), x, Expr.ZERO, j), List.of(j), rows);
        var closed = IndexedSum.of(Expr.ONE.minus(j.square().negate().exp()).over(j), List.of(j), rows);
        assertThat(value(sum).overlaps(value(closed))).isTrue();
        assertNarrow(value(sum), 100);
        assertThat(Tape.of(List.of(sum)).evaluate(DoubleArithmetic.INSTANCE).get(0).toDyadic().overlaps(value(closed))).isTrue();
    }

    /** The integral of a sum whose body holds the variable of the integral: a mixture density. */
    @ParameterizedTest
    @EnumSource
    void anIntegrandMayBeASum(QuadratureMethod method) {
        var m = new Variable("m");
        var density = IndexedSum.of(x.minus(m).square().over(2).negate().exp(), List.of(m),
            List.of(List.of(Rational.of(-1)), List.of(Rational.of(1, 2)))).over(Expr.PI.times(2).sqrt());
        var set = value(Integral.of(density, x, Expr.of(-16), Expr.of(16), method));
        assertThat(set.contains(Rational.TWO)).isTrue();
        assertNarrow(set, 100);
    }

    @Test
    void theFilterOfDoublesAndExactReadingAgree() {
        var e = Integral.of(x.exp(), x, Expr.ZERO, Expr.ONE);
        var set = Tape.of(List.of(e)).evaluate(DoubleArithmetic.INSTANCE).get(0);
        assertThat(set.toDyadic().contains(value(e))).isTrue();
        assertThat(set.upper() - set.lower()).isLessThan(1e-14);
        assertThat(Tape.of(List.of(e, e.plus(Expr.ONE))).exact(1_000_000)).containsOnlyNulls();
    }

    @Test
    void anEnclosureDependsOnTheExpressionAndTheCarrierAlone() {
        var e = Integral.of(x.square().negate().exp(), x, Expr.ZERO, Expr.ONE);
        var first = value(e);
        Tape.of(List.of(e)).evaluate(new DyadicArithmetic(300));
        assertThat(value(e)).isEqualTo(first);
        assertThat(value(Integral.of(x.square().negate().exp(), x, Expr.ZERO, Expr.ONE))).isEqualTo(first);
    }

    @Test
    void theFingerprintTellsBodiesEndsAndMethodsApart() {
        var prints = List.of(
            Integral.of(x.exp(), x, Expr.ZERO, Expr.ONE),
            Integral.of(x.exp(), x, Expr.ZERO, Expr.TWO),
            Integral.of(x.square(), x, Expr.ZERO, Expr.ONE),
            Integral.of(x.exp(), x, Expr.ZERO, Expr.ONE, QuadratureMethod.TAYLOR)).stream().map(Fingerprint::of).toList();
        assertThat(prints).doesNotHaveDuplicates();
        var y = new Variable("x");
        assertThat(Fingerprint.of(Integral.of(y.exp(), y, Expr.ZERO, Expr.ONE))).isEqualTo(prints.get(0));
    }

    @Test
    void anIntegralOfAnIntegralThatDependsOnItsVariableIsRejected() {
        var y = new Variable("y");
        var inner = Integral.of(y.times(x).exp(), y, Expr.ZERO, Expr.ONE);
        assertThatThrownBy(() -> Integral.of(inner, x, Expr.ZERO, Expr.ONE))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("depends on its variable x");
        assertThatThrownBy(() -> Supremum.of(inner, x, Expr.ZERO, Expr.ONE)).isInstanceOf(IllegalArgumentException.class);
        var j = new Variable("j");
        var hidden = IndexedSum.of(inner.times(j), List.of(j), List.of(List.of(Rational.ONE), List.of(Rational.TWO)));
        assertThatThrownBy(() -> Integral.of(hidden, x, Expr.ZERO, Expr.ONE)).isInstanceOf(IllegalArgumentException.class);
        var constant = Integral.of(y.exp(), y, Expr.ZERO, Expr.ONE);
        assertThat(value(Integral.of(constant.times(x), x, Expr.ZERO, Expr.TWO)).overlaps(value(constant.times(2)))).isTrue();
    }
}
