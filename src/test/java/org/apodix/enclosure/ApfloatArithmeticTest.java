package org.apodix.enclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apfloat.ApfloatContext;
import org.junit.jupiter.api.Test;

/** The two carriers, which share no algorithm above the integers, against each other. */
class ApfloatArithmeticTest {

    private static final int DIGITS = 38;
    private static final ApfloatArithmetic APFLOAT = new ApfloatArithmetic(DIGITS);
    private static final DyadicArithmetic DYADIC = new DyadicArithmetic(400);

    /** A function in any carrier. */
    private interface Unary {

        <T> T apply(Arithmetic<T> arithmetic, T x);
    }

    /** An operation in any carrier. */
    private interface Binary {

        <T> T apply(Arithmetic<T> arithmetic, T x, T y);
    }

    private static Map<String, Unary> unary() {
        var functions = new LinkedHashMap<String, Unary>();
        functions.put("sqrt", Arithmetic::sqrt);
        functions.put("exp", Arithmetic::exp);
        functions.put("log", Arithmetic::log);
        functions.put("cbrt", Arithmetic::cbrt);
        functions.put("expm1", Arithmetic::expm1);
        functions.put("log1p", Arithmetic::log1p);
        functions.put("sin", Arithmetic::sin);
        functions.put("cos", Arithmetic::cos);
        functions.put("tanh", Arithmetic::tanh);
        functions.put("atan", Arithmetic::atan);
        functions.put("erf", Arithmetic::erf);
        functions.put("erfc", Arithmetic::erfc);
        functions.put("normalCdf", Arithmetic::normalCdf);
        functions.put("normalTail", Arithmetic::normalTail);
        functions.put("square", Arithmetic::square);
        functions.put("negate", Arithmetic::negate);
        functions.put("abs", Arithmetic::abs);
        return functions;
    }

    private static Map<String, Binary> binary() {
        var operations = new LinkedHashMap<String, Binary>();
        operations.put("add", Arithmetic::add);
        operations.put("subtract", Arithmetic::subtract);
        operations.put("multiply", Arithmetic::multiply);
        operations.put("divide", Arithmetic::divide);
        operations.put("min", Arithmetic::min);
        operations.put("max", Arithmetic::max);
        operations.put("logSumExp", ApfloatArithmeticTest::logSumExp);
        return operations;
    }

    private static <T> T logSumExp(Arithmetic<T> arithmetic, T x, T y) {
        return arithmetic.logSumExp(List.of(x, y));
    }

    private static final List<Rational> SPECIAL = List.of("0", "1", "-1", "2", "-1/3", "1/2", "1e-30", "-1e-30", "1e-1000", "-1e-400", "1e30",
        "-1e30", "1e400", "22", "-22", "355/113", "1000000000001/1000000000000", "999999999999/1000000000000", "-999999999999/1000000000000",
        "11", "-11/2", "700", "-700").stream().map(Rational::parse).toList();

    private static List<Rational> numbers(int count) {
        var random = new SplittableRandom(20260101);
        var numbers = new ArrayList<>(SPECIAL);
        for (int i = 0; i < count; i++) {
            var size = Rational.of(10).pow(random.nextInt(5) == 0 ? random.nextInt(-40, 41) : random.nextInt(-2, 2));
            numbers.add(Rational.of(random.nextInt(-9999, 10_000), random.nextInt(1, 1000)).times(size));
        }
        return numbers;
    }

    private static <T> T range(Arithmetic<T> arithmetic, Rational a, Rational b) {
        return arithmetic.hull(arithmetic.of(a), arithmetic.of(b));
    }

    @Test
    void functionsOfPointsAndSetsOverlapWithTheDyadicOnes() {
        var numbers = numbers(150);
        unary().forEach((name, f) -> {
            for (int i = 0; i < numbers.size(); i++) {
                var a = numbers.get(i);
                var b = i % 3 == 0 ? numbers.get((i + 7) % numbers.size()) : a;
                var set = range(APFLOAT, a, b);
                var found = APFLOAT.enclosure(f.apply(APFLOAT, set));
                // of the same set: what a function does to a rounded argument is no error of the function
                var expected = f.apply(DYADIC, range(DYADIC, Rational.parse(set.lower().toString()), Rational.parse(set.upper().toString())));

                assertThat(found.overlaps(expected)).as("%s of [%s, %s]: %s and %s", name, a, b, found, expected).isTrue();
                assertThat(found.isEntire()).as("%s of [%s, %s]", name, a, b).isEqualTo(expected.isEntire());
                if (!expected.isEntire()) {
                    assertNear(found, expected, name + " of [" + a + ", " + b + "]");
                }
            }
        });
    }

    /** Both ends lie within a few units of the last digit of those of the finer carrier. */
    private static void assertNear(DyadicInterval found, DyadicInterval expected, String what) {
        assertNear(found.lower(), expected.lower(), what);
        assertNear(found.upper(), expected.upper(), what);
    }

    private static void assertNear(Dyadic found, Dyadic expected, String what) {
        if (expected.isInfinite() || found.isInfinite() || expected.signum() == 0 || Math.abs(expected.top()) > 5_000_000) {
            return;
        }
        var difference = found.toRational().minus(expected.toRational()).abs();
        assertThat(difference.compareTo(expected.toRational().abs().times(Rational.of(10).pow(3 - DIGITS)))).as(what + ": " + found + ", "
            + expected).isNegative();
    }

    @Test
    void operationsOverlapWithTheDyadicOnes() {
        var numbers = numbers(60);
        binary().forEach((name, f) -> {
            for (int i = 0; i < 2_000; i++) {
                var a = numbers.get(i * 31 % numbers.size());
                var b = numbers.get(i * 17 % numbers.size());
                var c = numbers.get(i * 7 % numbers.size());
                var x = i % 2 == 0 ? APFLOAT.of(a) : range(APFLOAT, a, c);
                var u = i % 2 == 0 ? DYADIC.of(a) : range(DYADIC, a, c);
                var found = APFLOAT.enclosure(f.apply(APFLOAT, x, APFLOAT.of(b)));
                var expected = f.apply(DYADIC, u, DYADIC.of(b));

                assertThat(found.overlaps(expected)).as("%s of %s, %s, %s", name, a, c, b).isTrue();
                assertThat(found.isEntire()).isEqualTo(expected.isEntire());
                if (i % 2 == 0 && !name.equals("add") && !name.equals("subtract")) {
                    assertNear(found, expected, name + " of " + a + " and " + b);
                }
            }
        });
    }

    @Test
    void powersOverlapWithTheDyadicOnes() {
        for (var a : numbers(20)) {
            for (int n : new int[] {0, 1, 2, 3, 7, 64, 1001, -1, -2, -5, 1_000_000, Integer.MIN_VALUE}) {
                var found = APFLOAT.enclosure(APFLOAT.power(APFLOAT.of(a), n));

                assertThat(found.overlaps(DYADIC.power(DYADIC.of(a), n))).as("%s^%s", a, n).isTrue();
            }
            assertThat(APFLOAT.enclosure(APFLOAT.power(range(APFLOAT, a, Rational.ONE), 3)).contains(a.pow(3))).isTrue();
        }
    }

    @Test
    void exactResultsAreExact() {
        assertThat(APFLOAT.enclosure(APFLOAT.sqrt(APFLOAT.of(Rational.parse("12.25")))).contains(Rational.parse("3.5"))).isTrue();
        assertThat(APFLOAT.sqrt(APFLOAT.of(Rational.parse("12.25"))).isPoint()).isTrue();
        assertThat(APFLOAT.divide(APFLOAT.of(Rational.of(7)), APFLOAT.of(Rational.of(-8))).toString()).isEqualTo("[-8.75e-1, -8.75e-1]");
        assertThat(APFLOAT.exp(APFLOAT.of(Rational.ZERO)).isPoint()).isTrue();
        assertThat(APFLOAT.log(APFLOAT.of(Rational.ONE)).isZero()).isTrue();
        assertThat(APFLOAT.enclosure(APFLOAT.of(Rational.of(5, 1024))).isPoint()).isTrue();
        assertThat(APFLOAT.enclosure(APFLOAT.of(Rational.of(BigInteger.TWO.pow(100)))).isPoint()).isTrue();
    }

    @Test
    void quotientsAndRootsAreTheBestBounds() {
        for (var a : numbers(100)) {
            if (a.signum() <= 0) {
                continue;
            }
            var unit = Rational.of(10).pow(-DIGITS + 1);
            var q = APFLOAT.enclosure(APFLOAT.divide(APFLOAT.of(Rational.ONE), APFLOAT.of(Rational.of(a.numerator()))));
            assertThat(q.width().toRational().compareTo(Rational.of(a.numerator()).inverse().times(unit))).isNotPositive();
            var r = APFLOAT.enclosure(APFLOAT.sqrt(APFLOAT.of(Rational.of(a.numerator()))));
            assertThat(r.width().toRational().compareTo(r.upper().toRational().times(unit))).isNotPositive();
        }
    }

    @Test
    void piAtManyPrecisionsIsNested() {
        var expected = DyadicPi.pi(2000);
        for (int digits = 2; digits <= 500; digits = digits * 3 / 2 + 1) {
            assertThat(new ApfloatArithmetic(digits).enclosure(new ApfloatArithmetic(digits).pi()).contains(expected)).isTrue();
        }
    }

    @Test
    void endsBeyondTheRangeSaturateOutward() {
        var huge = APFLOAT.power(APFLOAT.of(Rational.parse("1e1000")), 4_999);
        var more = APFLOAT.multiply(huge, huge);
        var tiny = APFLOAT.divide(APFLOAT.of(Rational.ONE), more);

        assertThat(huge.isBounded()).isTrue();
        assertThat(more.isBounded()).isFalse();
        assertThat(more.lower().signum()).isPositive();
        assertThat(tiny.lower().signum()).isZero();
        assertThat(tiny.upper().signum()).isPositive();
        assertThat(APFLOAT.multiply(APFLOAT.of(Rational.ZERO), ApfloatInterval.ENTIRE).isZero()).isTrue();
        assertThat(APFLOAT.add(more, APFLOAT.negate(more)).isEntire()).isTrue();
        assertThat(APFLOAT.sqrt(more).isBounded()).isFalse();
        assertThat(APFLOAT.log(more).upper()).isEqualTo(ApfloatRounding.INFINITY);
        assertThat(APFLOAT.exp(APFLOAT.negate(more)).lower().signum()).isZero();
        assertThat(APFLOAT.enclosure(more).upper().isInfinite()).isTrue();
        assertThat(APFLOAT.enclosure(huge).overlaps(DYADIC.power(DYADIC.of(Rational.parse("1e1000")), 4_999))).isTrue();
        assertThat(APFLOAT.add(APFLOAT.of(Rational.ONE), tiny).lower().size()).isEqualTo(1);
        assertThat(APFLOAT.subtract(APFLOAT.of(Rational.ONE), tiny).lower().size()).isEqualTo(DIGITS);
    }

    @Test
    void roundingIsOutward() {
        for (var a : numbers(300)) {
            for (int digits : new int[] {2, 7, 38}) {
                var w = new ApfloatArithmetic(digits);
                assertThat(w.enclosure(w.of(a)).contains(a)).isTrue();
                assertThat(w.enclosure(APFLOAT.of(a).round(digits)).contains(a)).isTrue();
            }
        }
    }

    @Test
    void rejectsAPrecisionOutOfRange() {
        assertThatThrownBy(() -> new ApfloatArithmetic(1)).hasMessageContaining("give 2 to 100000");
        assertThatThrownBy(() -> new ApfloatArithmetic(100_001)).hasMessageContaining("give 2 to 100000");
    }

    @Test
    void apfloatStartsNoThreadsAndWritesNoFiles() {
        assertThat(ApfloatContext.getContext().getNumberOfProcessors()).isEqualTo(1);
        assertThat(ApfloatContext.getContext().getMemoryThreshold()).isEqualTo(Integer.MAX_VALUE);
    }
}
