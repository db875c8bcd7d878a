package org.apodix.enclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogSumExpTest {

    private static final DyadicArithmetic D = new DyadicArithmetic(200);

    static Stream<Arithmetic<?>> carriers() {
        return Stream.of(DoubleArithmetic.INSTANCE, new DyadicArithmetic(2), new DyadicArithmetic(53), new DyadicArithmetic(128),
            new DyadicArithmetic(1000), new ApfloatArithmetic(38));
    }

    private static <T> List<T> points(Arithmetic<T> a, String... values) {
        return Stream.of(values).map(value -> a.of(Rational.parse(value))).toList();
    }

    private static <T> DyadicInterval at(Arithmetic<T> a, String... values) {
        return a.enclosure(a.logSumExp(points(a, values)));
    }

    private static Dyadic power(long exponent) {
        return Dyadic.of(BigInteger.ONE, exponent);
    }

    @ParameterizedTest
    @MethodSource("carriers")
    <T> void oneTermIsItselfAndNoneHasNoValue(Arithmetic<T> a) {
        for (var value : List.of(a.of(Rational.parse("1e400")), a.of(Rational.of(-1, 3)), a.hull(a.of(Rational.ZERO), a.of(Rational.of(7))))) {
            assertThat(a.logSumExp(List.of(value))).isSameAs(value);
        }
        assertThatThrownBy(() -> a.logSumExp(List.of())).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("give one term or more");
    }

    @ParameterizedTest
    @MethodSource("carriers")
    <T> void equalTermsAddTheLogarithmOfTheirNumber(Arithmetic<T> a) {
        var three = a.of(Rational.of(3));
        assertThat(a.enclosure(a.logSumExp(Collections.nCopies(5, three))).overlaps(D.add(D.of(Rational.of(3)), D.log(D.of(Rational.of(5)))))).isTrue();
        assertThat(at(a, "0", "0").overlaps(D.log(D.of(Rational.TWO)))).isTrue();
    }

    /** exp(y) against the sum of the exponentials, both by other series. */
    @Test
    void theExponentialOfItIsTheSum() {
        var reference = new Reference(300);
        var random = new Random(31);
        for (int trial = 0; trial < 40; trial++) {
            var terms = new ArrayList<DyadicInterval>();
            var sum = DyadicInterval.point(Dyadic.ZERO);
            var fine = new DyadicArithmetic(300);
            for (int i = 0; i < 2 + trial % 6; i++) {
                var x = DyadicInterval.point(Dyadic.of(BigInteger.valueOf(random.nextInt(200_001) - 100_000), -12));
                terms.add(x);
                sum = fine.add(sum, reference.exp(x));
            }
            var y = D.logSumExp(terms);
            assertThat(reference.exp(y).overlaps(sum)).isTrue();
            assertThat(y.width().shift(199)).isLessThanOrEqualTo(y.magnitude());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 53, 64, 129, 1000, 4096})
    void endsAreNeighborsAtAnyPrecision(int bits) {
        var a = new DyadicArithmetic(bits);
        var fine = new DyadicArithmetic(bits + 60);
        for (var values : List.of(List.of("1", "2"), List.of("-1/4", "-3", "1/2"), List.of("0", "-1000000"), List.of("-20", "1"))) {
            var terms = values.stream().map(v -> DyadicInterval.of(Rational.parse(v), 20)).toList();
            if (terms.stream().allMatch(DyadicInterval::isPoint)) {
                var y = a.logSumExp(terms);
                assertThat(y.contains(fine.logSumExp(terms))).isTrue();
                assertThat(y.width().shift(bits - 1L)).as(values.toString()).isLessThanOrEqualTo(y.magnitude());
            }
        }
    }

    /** log(2 e^x) = x + log 2 near its zero: relative accuracy although both parts cancel, to four times the precision. */
    @ParameterizedTest
    @ValueSource(ints = {53, 64, 200})
    void cancellationKeepsTheDigits(int bits) {
        var fine = new DyadicArithmetic(2000);
        for (int places : new int[] {30, 60, bits - 10, bits + 10, bits + 50, 2 * bits, 4 * bits - 10}) {
            var x = fine.log(fine.of(Rational.TWO)).lower().round(places, Rounding.DOWN).negate();
            var terms = List.of(DyadicInterval.point(x), DyadicInterval.point(x));
            var y = new DyadicArithmetic(bits).logSumExp(terms);
            var truth = fine.add(terms.get(0), fine.log(fine.of(Rational.TWO)));
            assertThat(y.contains(truth)).isTrue();
            assertThat(y.width().shift(bits - 2L)).as("%s of %s", places, bits).isLessThanOrEqualTo(y.magnitude());
        }
    }

    @ParameterizedTest
    @MethodSource("carriers")
    <T> void oneTermMayDominate(Arithmetic<T> a) {
        var y = at(a, "0", "-1000000");
        assertThat(y.lower().signum()).isNotNegative();
        assertThat(y.upper().signum()).isPositive();
        assertThat(y.upper()).isLessThan(power(-1000));
        var shifted = at(a, "1000000", "0", "-1000000");
        assertThat(shifted.lower()).isGreaterThan(power(19));
        assertThat(shifted.contains(Rational.of(1_000_000))).isTrue();
    }

    @Test
    void exponentBombsAreAnsweredAtOnce() {
        var bombs = List.of(power(16_000_000), power(16_000_000).negate(), power(-16_000_000), power(200_000).negate(), power(24), Dyadic.ZERO);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (var x : bombs) {
                for (var y : bombs) {
                    var set = D.logSumExp(List.of(DyadicInterval.point(x), DyadicInterval.point(y), DyadicInterval.point(x)));
                    assertThat(set.lower()).isGreaterThanOrEqualTo(x.max(y));
                    assertThat(set.upper()).isGreaterThan(x.max(y));
                    assertThat(set.width().signum() == 0 || set.width().shift(190).compareTo(set.magnitude()) < 0
                        || set.lower().signum() == 0 && set.magnitude().top() <= 2 - Dyadic.MAX_EXPONENT).as("%s, %s: %s", x.top(), y.top(), set).isTrue();
                }
            }
            var decimal = new ApfloatArithmetic(38);
            assertThat(at(decimal, "1e400", "-1e4000").contains(Rational.parse("1e400"))).isTrue();
            assertThat(at(DoubleArithmetic.INSTANCE, "1e308", "-1e308", "1e308").contains(Rational.parse("1e308"))).isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("carriers")
    <T> void itIncreasesInEveryArgument(Arithmetic<T> a) {
        T low = a.of(Rational.of(-2));
        T high = a.of(Rational.of(5));
        T set = a.hull(low, high);
        var range = a.enclosure(a.logSumExp(List.of(set, set)));
        assertThat(range.lower()).isEqualTo(a.enclosure(a.logSumExp(List.of(low, low))).lower());
        assertThat(range.upper()).isEqualTo(a.enclosure(a.logSumExp(List.of(high, high))).upper());
    }

    @ParameterizedTest
    @MethodSource("carriers")
    <T> void infiniteEndsAreLimits(Arithmetic<T> a) {
        T line = a.divide(a.of(Rational.ONE), a.of(Rational.ZERO));
        T zero = a.of(Rational.ZERO);
        var above = a.enclosure(a.logSumExp(List.of(line, zero)));
        assertThat(above).isEqualTo(DyadicInterval.of(Dyadic.ZERO, Dyadic.POSITIVE_INFINITY));
        assertThat(a.enclosure(a.logSumExp(List.of(line, line))).isEntire()).isTrue();
        T below = a.min(line, zero);
        var small = a.enclosure(a.logSumExp(List.of(below, below)));
        assertThat(small.lower()).isEqualTo(Dyadic.NEGATIVE_INFINITY);
        assertThat(small.upper()).isGreaterThan(Dyadic.ofExact(0.69)).isLessThanOrEqualTo(Dyadic.ofExact(0.75));
    }

    @Test
    void exactArithmeticKnowsOneTermOnly() {
        var exact = new ExactArithmetic(1000);
        assertThat(exact.logSumExp(List.of(Rational.of(1, 3)))).isEqualTo(Rational.of(1, 3));
        assertThatThrownBy(() -> exact.logSumExp(List.of(Rational.ZERO, Rational.ZERO))).isInstanceOf(InexactException.class);
    }

    /** Against the jets of log(exp u + exp v + 1), which are other recurrences, and against the sharp value. */
    @Test
    void jetsAreThoseOfTheFormula() {
        var jets = new JetArithmetic<>(D, 9);
        var t = jets.variable(D.of(Rational.of(1, 3)), D.of(Rational.of(2)));
        var u = jets.sin(t);
        var v = jets.multiply(t, t);
        var one = jets.of(Rational.ONE);
        var direct = jets.log(jets.add(jets.add(jets.exp(u), jets.exp(v)), one));
        var found = jets.logSumExp(List.of(u, v, jets.of(Rational.ZERO)));
        for (int k = 0; k <= 9; k++) {
            var y = jets.coefficient(found, k);
            assertThat(y.overlaps(jets.coefficient(direct, k))).as("coefficient %s", k).isTrue();
            assertThat(y.width().compareTo(power(-170))).as("coefficient %s", k).isLessThan(0);
        }
        var wide = jets.variable(D.hull(D.of(Rational.of(-1000)), D.of(Rational.of(1000))), D.of(Rational.ONE));
        var slope = jets.coefficient(jets.logSumExp(List.of(wide, jets.of(Rational.ZERO))), 1);
        assertThat(slope.lower().signum()).isNotNegative();
        assertThat(slope.upper()).isLessThanOrEqualTo(Dyadic.ONE);
        assertThat(jets.logSumExp(List.of(one, one)).isConstant()).isTrue();
    }

    @Test
    void boxesContainTheValuesOfOneHolomorphicFunction() {
        var c = new ComplexArithmetic<>(D);
        var random = new Random(32);
        int compared = 0;
        for (int trial = 0; trial < 300; trial++) {
            var boxes = new ArrayList<ComplexBox<DyadicInterval>>();
            var points = new ArrayList<ComplexBox<DyadicInterval>>();
            var sum = c.of(Rational.ZERO);
            for (int i = 0; i < 3; i++) {
                var x = Dyadic.of(BigInteger.valueOf(random.nextInt(400) - 200), -5);
                var y = Dyadic.of(BigInteger.valueOf(random.nextInt(200) - 100), -5);
                var point = c.box(DyadicInterval.point(x), DyadicInterval.point(y));
                points.add(point);
                boxes.add(c.box(DyadicInterval.of(x, x.plus(power(-3))), DyadicInterval.of(y.minus(power(-3)), y)));
                sum = c.add(sum, c.exp(point));
            }
            try {
                var onBoxes = c.logSumExp(boxes);
                var atPoints = c.logSumExp(points);
                assertThat(onBoxes.real().overlaps(atPoints.real()) && onBoxes.imaginary().overlaps(atPoints.imaginary())).isTrue();
                var back = c.exp(atPoints);
                assertThat(back.real().overlaps(sum.real()) && back.imaginary().overlaps(sum.imaginary())).isTrue();
                compared++;
            } catch (UndefinedException e) {
                continue;
            }
        }
        assertThat(compared).isGreaterThan(150);
        // the phase that all terms share does not matter, an argument of the sum on the cut does
        var far = c.box(DyadicInterval.point(Dyadic.ZERO), DyadicInterval.point(Dyadic.of(40)));
        assertThat(c.logSumExp(List.of(far, far)).imaginary().contains(Rational.of(40))).isTrue();
        var opposite = c.box(DyadicInterval.point(Dyadic.ONE), D.pi());
        assertThatThrownBy(() -> c.logSumExp(List.of(c.of(Rational.ZERO), opposite))).isInstanceOf(UndefinedException.class);
        assertThat(c.isReal(c.logSumExp(List.of(c.of(Rational.ZERO), c.of(Rational.ONE))))).isTrue();
    }
}
