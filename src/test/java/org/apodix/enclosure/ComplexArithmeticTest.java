package org.apodix.enclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ComplexArithmeticTest {

    private final DyadicArithmetic a = new DyadicArithmetic(100);
    private final ComplexArithmetic<DyadicInterval> c = new ComplexArithmetic<>(a);

    private ComplexBox<DyadicInterval> box(double x0, double x1, double y0, double y1) {
        return c.box(DyadicInterval.of(Dyadic.ofExact(x0), Dyadic.ofExact(x1)), DyadicInterval.of(Dyadic.ofExact(y0), Dyadic.ofExact(y1)));
    }

    private ComplexBox<DyadicInterval> point(double x, double y) {
        return box(x, x, y, y);
    }

    private static boolean overlap(ComplexBox<DyadicInterval> z, ComplexBox<DyadicInterval> w) {
        return z.real().overlaps(w.real()) && z.imaginary().overlaps(w.imaginary());
    }

    private Map<String, UnaryOperator<ComplexBox<DyadicInterval>>> functions() {
        var one = c.of(Rational.ONE);
        var map = new LinkedHashMap<String, UnaryOperator<ComplexBox<DyadicInterval>>>();
        map.put("exp", c::exp);
        map.put("expm1", c::expm1);
        map.put("log", c::log);
        map.put("log1p", c::log1p);
        map.put("sqrt", c::sqrt);
        map.put("cbrt", c::cbrt);
        map.put("sin", c::sin);
        map.put("cos", c::cos);
        map.put("tanh", c::tanh);
        map.put("atan", c::atan);
        map.put("erf", c::erf);
        map.put("erfc", c::erfc);
        map.put("normalCdf", c::normalCdf);
        map.put("normalTail", c::normalTail);
        map.put("square", c::square);
        map.put("power 5", z -> c.power(z, 5));
        map.put("power -3", z -> c.power(z, -3));
        map.put("abs", c::abs);
        map.put("min", z -> c.min(z, one));
        map.put("max", z -> c.max(z, c.of(Rational.of(-9))));
        map.put("quotient", z -> c.divide(c.sin(z), c.add(z, one)));
        return map;
    }

    /** A box that has a value contains the values at its points; a point where the box has a value has one too. */
    @Test
    void boxesContainTheValuesAtTheirPoints() {
        var random = new Random(11);
        int compared = 0;
        for (int trial = 0; trial < 150; trial++) {
            double x = random.nextInt(65) / 16.0 - 2;
            double y = random.nextInt(65) / 16.0 - 2;
            double width = random.nextInt(9) / 32.0;
            double height = random.nextInt(9) / 32.0;
            var box = box(x, x + width, y, y + height);
            var point = point(x + width * random.nextInt(5) / 4, y + height * random.nextInt(5) / 4);
            for (var function : functions().entrySet()) {
                ComplexBox<DyadicInterval> onBox;
                try {
                    onBox = function.getValue().apply(box);
                } catch (UndefinedException e) {
                    continue;
                }
                assertThat(overlap(onBox, function.getValue().apply(point))).as(function.getKey()).isTrue();
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(2000);
    }

    @Test
    void functionalEquationsHoldAtPoints() {
        var random = new Random(12);
        var one = c.of(Rational.ONE);
        for (int trial = 0; trial < 60; trial++) {
            var z = point(random.nextInt(65) / 16.0 - 2, (1 + random.nextInt(31)) / 16.0);
            assertThat(overlap(c.exp(c.log(z)), z)).isTrue();
            assertThat(overlap(c.square(c.sqrt(z)), z)).isTrue();
            assertThat(overlap(c.add(c.square(c.sin(z)), c.square(c.cos(z))), one)).isTrue();
            assertThat(overlap(c.add(c.erf(z), c.erfc(z)), one)).isTrue();
            assertThat(overlap(c.add(c.normalCdf(z), c.normalTail(z)), one)).isTrue();
            assertThat(overlap(c.multiply(z, c.inverse(z)), one)).isTrue();
            assertThat(overlap(c.power(z, 3), c.multiply(z, c.square(z)))).isTrue();
            var e = c.exp(z);
            var tanh = c.divide(c.subtract(e, c.inverse(e)), c.add(e, c.inverse(e)));
            assertThat(overlap(c.tanh(z), tanh)).isTrue();
        }
    }

    /** erf(z) = 2/sqrt(pi) sum (-1)^k z^(2k+1) / (k! (2k+1)), for |z| <= 1 with the 40 first terms: the rest is far below 2^-100. */
    @Test
    void erfAgreesWithItsSeriesToTheWidthOfTheBox() {
        var factor = c.real(a.divide(a.of(Rational.of(2)), a.sqrt(a.pi())));
        for (double x : new double[] {-0.75, 0, 0.5}) {
            var z = point(x, 1.0 / 1024);
            var sum = c.of(Rational.ZERO);
            var power = z;
            for (int k = 0; k < 40; k++) {
                sum = c.add(sum, c.divide(power, c.of(Rational.of(2L * k + 1))));
                power = c.negate(c.divide(c.multiply(power, c.square(z)), c.of(Rational.of(k + 1L))));
            }
            var value = c.multiply(factor, sum);
            assertThat(overlap(c.erf(z), value)).isTrue();
            assertThat(c.erf(z).imaginary().width().compareTo(Dyadic.ONE.shift(-18))).isLessThan(0);
        }
    }

    @Test
    void branchesCutsAndPolesAreUndefined() {
        var aroundZero = box(-1, 1, -1, 1);
        var onCut = box(-2, -1, -1, 1);
        for (var function : functions().entrySet()) {
            if ("power -3 log sqrt cbrt abs".contains(function.getKey())) {
                assertThatThrownBy(() -> function.getValue().apply(aroundZero)).as(function.getKey()).isInstanceOf(UndefinedException.class);
            }
        }
        assertThatThrownBy(() -> c.log(onCut)).isInstanceOf(UndefinedException.class);
        assertThatThrownBy(() -> c.sqrt(onCut)).isInstanceOf(UndefinedException.class);
        assertThatThrownBy(() -> c.sqrt(box(0, 1, 0, 1))).isInstanceOf(UndefinedException.class);
        assertThatThrownBy(() -> c.atan(box(-1, 1, 0, 2))).isInstanceOf(UndefinedException.class);
        assertThatThrownBy(() -> c.tanh(box(-1, 1, 1, 2))).isInstanceOf(UndefinedException.class);
        assertThatThrownBy(() -> c.min(aroundZero, c.of(Rational.ZERO))).isInstanceOf(UndefinedException.class);
        assertThat(c.cbrt(onCut).real().isNegative()).isTrue();
    }

    @Test
    void realConstantsStayReal() {
        var third = c.of(Rational.of(1, 3));
        assertThat(c.isReal(c.exp(c.multiply(third, c.pi())))).isTrue();
        assertThat(c.sqrt(c.of(Rational.ZERO)).real().isPoint()).isTrue();
        assertThat(c.isReal(c.add(third, point(1, 1)))).isFalse();
    }

    @Test
    void theSquaredMagnitudeIsThatOfTheFurthestCorner() {
        assertThat(c.squaredMagnitude(box(1, 2, -3, 1))).isEqualTo(Dyadic.of(13));
        assertThat(c.squaredMagnitude(box(-3, 1, 0, 2))).isEqualTo(Dyadic.of(13));
        assertThat(new ComplexArithmetic<>(new DyadicArithmetic(2)).squaredMagnitude(point(1, 2))).isEqualTo(Dyadic.of(6)); // 5 has three bits
    }
}
