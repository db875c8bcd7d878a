package org.apodix.enclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JetArithmeticTest {

    private static final int ORDER = 7;

    private final JetArithmetic<Rational> exact = new JetArithmetic<>(new ExactArithmetic(4096), ORDER);
    private final JetArithmetic<DyadicInterval> dyadic = new JetArithmetic<>(new DyadicArithmetic(120), ORDER);

    private Jet<Rational> t(long value) {
        return exact.variable(Rational.of(value), Rational.ONE);
    }

    private List<Rational> read(Jet<Rational> jet) {
        return IntStream.rangeClosed(0, ORDER).mapToObj(k -> exact.coefficient(jet, k)).toList();
    }

    private static List<Rational> fractions(String... values) {
        return Arrays.stream(values).map(v -> {
            var parts = v.split("/");
            return Rational.of(Long.parseLong(parts[0]), parts.length > 1 ? Long.parseLong(parts[1]) : 1);
        }).toList();
    }

    @Test
    void rationalFunctionsHaveTheirExactCoefficients() {
        var one = exact.of(Rational.ONE);
        assertThat(read(exact.divide(one, exact.subtract(one, t(0))))).containsOnly(Rational.ONE);
        assertThat(read(exact.power(t(1), 3))).isEqualTo(fractions("1", "3", "3", "1", "0", "0", "0", "0"));
        assertThat(read(exact.power(t(1), 6))).isEqualTo(fractions("1", "6", "15", "20", "15", "6", "1", "0"));
        assertThat(read(exact.power(t(0), 6))).isEqualTo(fractions("0", "0", "0", "0", "0", "0", "1", "0"));
        assertThat(read(exact.power(t(1), -2))).isEqualTo(fractions("1", "-2", "3", "-4", "5", "-6", "7", "-8"));
        assertThat(read(exact.square(exact.add(t(0), exact.power(t(0), 2))))).isEqualTo(fractions("0", "0", "1", "2", "1", "0", "0", "0"));
        assertThat(read(exact.divide(t(3), exact.of(Rational.of(2))))).isEqualTo(fractions("3/2", "1/2", "0", "0", "0", "0", "0", "0"));
    }

    @Test
    void functionsAtZeroHaveTheirKnownSeries() {
        assertThat(read(exact.exp(t(0)))).isEqualTo(fractions("1", "1", "1/2", "1/6", "1/24", "1/120", "1/720", "1/5040"));
        assertThat(read(exact.expm1(t(0)))).isEqualTo(fractions("0", "1", "1/2", "1/6", "1/24", "1/120", "1/720", "1/5040"));
        assertThat(read(exact.log(t(1)))).isEqualTo(fractions("0", "1", "-1/2", "1/3", "-1/4", "1/5", "-1/6", "1/7"));
        assertThat(read(exact.log1p(t(0)))).isEqualTo(fractions("0", "1", "-1/2", "1/3", "-1/4", "1/5", "-1/6", "1/7"));
        assertThat(read(exact.sqrt(t(1)))).isEqualTo(fractions("1", "1/2", "-1/8", "1/16", "-5/128", "7/256", "-21/1024", "33/2048"));
        assertThat(read(exact.cbrt(t(1))).subList(0, 4)).isEqualTo(fractions("1", "1/3", "-1/9", "5/81"));
        assertThat(read(exact.cbrt(t(-1))).subList(0, 4)).isEqualTo(fractions("-1", "1/3", "1/9", "5/81"));
        assertThat(read(exact.sin(t(0)))).isEqualTo(fractions("0", "1", "0", "-1/6", "0", "1/120", "0", "-1/5040"));
        assertThat(read(exact.cos(t(0)))).isEqualTo(fractions("1", "0", "-1/2", "0", "1/24", "0", "-1/720", "0"));
        assertThat(read(exact.tanh(t(0)))).isEqualTo(fractions("0", "1", "0", "-1/3", "0", "2/15", "0", "-17/315"));
        assertThat(read(exact.atan(t(0)))).isEqualTo(fractions("0", "1", "0", "-1/3", "0", "1/5", "0", "-1/7"));
    }

    @Test
    void errorFunctionsHaveTheirKnownSeries() {
        var a = new DyadicArithmetic(120);
        var x = dyadic.variable(a.of(Rational.ZERO), a.of(Rational.ONE));
        var factor = a.divide(a.of(Rational.of(2)), a.sqrt(a.pi()));
        var erf = fractions("0", "1", "0", "-1/3", "0", "1/10", "0", "-1/42");
        for (int k = 0; k <= ORDER; k++) {
            var expected = a.multiply(factor, a.of(erf.get(k)));
            assertThat(dyadic.coefficient(dyadic.erf(x), k).overlaps(expected)).isTrue();
            var complement = k == 0 ? a.of(Rational.ONE) : a.negate(expected);
            assertThat(dyadic.coefficient(dyadic.erfc(x), k).overlaps(complement)).isTrue();
        }
        // Phi(u) = 1/2 + (1 / sqrt(2 pi)) (u - u^3/6 + u^5/40 - ...)
        var density = a.divide(a.of(Rational.ONE), a.sqrt(a.multiply(a.of(Rational.of(2)), a.pi())));
        var cdf = fractions("0", "1", "0", "-1/6", "0", "1/40", "0", "-1/336");
        for (int k = 1; k <= ORDER; k++) {
            var expected = a.multiply(density, a.of(cdf.get(k)));
            assertThat(dyadic.coefficient(dyadic.normalCdf(x), k).overlaps(expected)).isTrue();
            assertThat(dyadic.coefficient(dyadic.normalTail(x), k).overlaps(a.negate(expected))).isTrue();
        }
    }

    /** The coefficients on an interval contain those at each of its points. */
    @Test
    void coefficientsOnASetContainThoseAtItsPoints() {
        var random = new Random(5);
        var a = new DyadicArithmetic(80);
        var jets = new JetArithmetic<>(a, ORDER);
        BinaryOperator<Jet<DyadicInterval>> quotient = jets::divide;
        var shifted = jets.of(Rational.of(5, 2));
        List<UnaryOperator<Jet<DyadicInterval>>> functions = List.of(jets::exp, jets::log, jets::sqrt, jets::cbrt, jets::sin, jets::cos,
                jets::tanh, jets::atan, jets::erf, jets::erfc, jets::normalCdf, jets::normalTail, jets::expm1, jets::log1p, jets::square,
                x -> jets.power(x, 5), x -> jets.power(x, -3), x -> quotient.apply(jets.sin(x), jets.add(x, shifted)), jets::abs,
                x -> jets.min(x, jets.square(jets.add(x, shifted))), x -> jets.max(jets.negate(x), jets.exp(x)));
        var slope = a.of(Rational.of(1, 8));
        for (int trial = 0; trial < 40; trial++) {
            var low = Rational.of(1 + random.nextInt(40), 16);
            var wide = a.of(low).hull(a.of(low.plus(Rational.of(1, 8))));
            var point = a.of(low.plus(Rational.of(random.nextInt(9), 64)));
            for (var function : functions) {
                var onSet = function.apply(jets.variable(wide, slope));
                var atPoint = function.apply(jets.variable(point, slope));
                for (int k = 0; k <= ORDER; k++) {
                    assertThat(jets.coefficient(onSet, k).overlaps(jets.coefficient(atPoint, k))).isTrue();
                    assertThat(jets.coefficient(onSet, k).hull(jets.coefficient(atPoint, k)).width().compareTo(
                            jets.coefficient(onSet, k).width().plus(Dyadic.ONE.shift(-60)))).isLessThan(0);
                }
            }
        }
    }

    @Test
    void whatIsNotDifferentiableIsUndefined() {
        var around = dyadic.variable(DyadicInterval.of(Dyadic.ofExact(-0.5), Dyadic.ofExact(0.5)), DyadicInterval.point(Dyadic.ONE));
        assertThatThrownBy(() -> dyadic.abs(around)).isInstanceOf(UndefinedException.class);
        assertThatThrownBy(() -> dyadic.min(around, dyadic.of(Rational.ZERO))).isInstanceOf(UndefinedException.class);
        assertThatThrownBy(() -> dyadic.max(around, dyadic.of(Rational.ZERO))).isInstanceOf(UndefinedException.class);
        assertThatThrownBy(() -> dyadic.sqrt(dyadic.square(around))).isInstanceOf(UndefinedException.class);
        assertThatThrownBy(() -> dyadic.cbrt(around)).isInstanceOf(UndefinedException.class);
        assertThatThrownBy(() -> dyadic.log(around)).isInstanceOf(UndefinedException.class);
        assertThatThrownBy(() -> dyadic.divide(around, around)).isInstanceOf(UndefinedException.class);
        assertThat(dyadic.abs(dyadic.constant(DyadicInterval.of(Dyadic.ofExact(-1), Dyadic.ONE))).isConstant()).isTrue();
        assertThatThrownBy(() -> new JetArithmetic<>(new DyadicArithmetic(64), -1)).isInstanceOf(IllegalArgumentException.class);
    }
}
