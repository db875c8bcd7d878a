package org.apodix.enclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of the package documentation, and the exact special cases, for every interval carrier. */
class UndefinedOperationsTest {

    static Stream<Arithmetic<?>> carriers() {
        return Stream.of(DoubleArithmetic.INSTANCE, new DyadicArithmetic(2), new DyadicArithmetic(53),
                new DyadicArithmetic(128), new DyadicArithmetic(1000), new ApfloatArithmetic(16));
    }

    private static <T> T interval(Arithmetic<T> arithmetic, long lo, long hi) {
        return arithmetic.hull(arithmetic.of(Rational.of(lo)), arithmetic.of(Rational.of(hi)));
    }

    @ParameterizedTest
    @MethodSource("carriers")
    <T> void should_be_entire_where_undefined(Arithmetic<T> a) {
        T one = interval(a, 1, 1);
        for (T zeros : Stream.of(interval(a, 0, 0), interval(a, -1, 1), interval(a, 0, 1), interval(a, -1, 0)).toList()) {
            assertThat(a.enclosure(a.divide(one, zeros)).isEntire()).isTrue();
            assertThat(a.enclosure(a.power(zeros, -1)).isEntire()).isTrue();
            assertThat(a.enclosure(a.power(zeros, -2)).isEntire()).isTrue();
            assertThat(a.enclosure(a.log(zeros)).isEntire()).isTrue();
        }
        assertThat(a.enclosure(a.log(interval(a, -2, -1))).isEntire()).isTrue();
        assertThat(a.enclosure(a.sqrt(interval(a, -1, 1))).isEntire()).isTrue();
        assertThat(a.enclosure(a.sqrt(interval(a, -2, -1))).isEntire()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("carriers")
    <T> void should_stay_entire(Arithmetic<T> a) {
        T entire = a.divide(interval(a, 1, 1), interval(a, 0, 0));
        T one = interval(a, 1, 1);
        assertThat(a.enclosure(a.add(entire, one)).isEntire()).isTrue();
        assertThat(a.enclosure(a.subtract(entire, entire)).isEntire()).isTrue();
        assertThat(a.enclosure(a.multiply(entire, one)).isEntire()).isTrue();
        assertThat(a.enclosure(a.divide(entire, one)).isEntire()).isTrue();
        assertThat(a.enclosure(a.divide(one, entire)).isEntire()).isTrue();
        assertThat(a.enclosure(a.power(entire, 3)).isEntire()).isTrue();
        assertThat(a.enclosure(a.sqrt(entire)).isEntire()).isTrue();
        assertThat(a.enclosure(a.log(entire)).isEntire()).isTrue();
        DyadicInterval nonnegative = DyadicInterval.of(Dyadic.ZERO, Dyadic.POSITIVE_INFINITY);
        assertThat(a.enclosure(a.exp(entire))).isEqualTo(nonnegative);
        assertThat(a.enclosure(a.square(entire))).isEqualTo(nonnegative);
        assertThat(a.enclosure(a.power(entire, 4))).isEqualTo(nonnegative);
        assertThat(a.enclosure(a.abs(entire))).isEqualTo(nonnegative);
        assertThat(a.enclosure(a.sqrt(a.abs(entire)))).isEqualTo(nonnegative);
        assertThat(a.enclosure(a.min(entire, one))).isEqualTo(DyadicInterval.of(Dyadic.NEGATIVE_INFINITY, Dyadic.ONE));
        assertThat(a.enclosure(a.max(entire, one))).isEqualTo(DyadicInterval.of(Dyadic.ONE, Dyadic.POSITIVE_INFINITY));
        assertThat(a.enclosure(a.logSumExp(List.of(entire, entire))).isEntire()).isTrue();
        assertThat(a.enclosure(a.logSumExp(List.of(entire, one)))).isEqualTo(DyadicInterval.of(Dyadic.ONE, Dyadic.POSITIVE_INFINITY));
        assertThat(a.enclosure(a.power(entire, 0))).isEqualTo(DyadicInterval.point(Dyadic.ONE));
    }

    @ParameterizedTest
    @MethodSource("carriers")
    <T> void should_absorb_everything_into_an_exact_zero_factor(Arithmetic<T> a) {
        T zero = interval(a, 0, 0);
        T entire = a.divide(zero, zero);
        for (T other : Stream.of(entire, a.exp(entire), a.negate(a.exp(entire)), zero, interval(a, -3, 2)).toList()) {
            assertThat(a.enclosure(a.multiply(zero, other))).isEqualTo(DyadicInterval.point(Dyadic.ZERO));
            assertThat(a.enclosure(a.multiply(other, zero))).isEqualTo(DyadicInterval.point(Dyadic.ZERO));
        }
    }

    @ParameterizedTest
    @MethodSource("carriers")
    <T> void should_multiply_half_lines(Arithmetic<T> a) {
        T ray = a.exp(a.divide(interval(a, 1, 1), interval(a, 0, 0))); // [0, inf]
        assertThat(a.enclosure(a.multiply(ray, ray))).isEqualTo(a.enclosure(ray));
        assertThat(a.enclosure(a.multiply(ray, interval(a, -1, 1))).isEntire()).isTrue();
        assertThat(a.enclosure(a.multiply(a.negate(ray), interval(a, 2, 3)))).isEqualTo(a.enclosure(a.negate(ray)));
        assertThat(a.enclosure(a.divide(ray, interval(a, 2, 3)))).isEqualTo(a.enclosure(ray));
        assertThat(a.enclosure(a.divide(interval(a, 1, 1), a.add(ray, interval(a, 1, 1))))).isEqualTo(
                DyadicInterval.of(Dyadic.ZERO, Dyadic.ONE));
    }

    @ParameterizedTest
    @MethodSource("carriers")
    <T> void should_keep_exact_results_exact(Arithmetic<T> a) {
        T zero = interval(a, 0, 0);
        T one = interval(a, 1, 1);
        T three = interval(a, 3, 3);
        assertThat(a.enclosure(a.exp(zero))).isEqualTo(DyadicInterval.point(Dyadic.ONE));
        assertThat(a.enclosure(a.log(one))).isEqualTo(DyadicInterval.point(Dyadic.ZERO));
        assertThat(a.enclosure(a.sqrt(zero))).isEqualTo(DyadicInterval.point(Dyadic.ZERO));
        assertThat(a.enclosure(a.sqrt(a.of(Rational.of(1, 4))))).isEqualTo(DyadicInterval.point(Dyadic.ofExact(0.5)));
        assertThat(a.enclosure(a.subtract(three, three))).isEqualTo(DyadicInterval.point(Dyadic.ZERO));
        assertThat(a.enclosure(a.divide(three, three))).isEqualTo(DyadicInterval.point(Dyadic.ONE));
        assertThat(a.enclosure(a.divide(zero, three))).isEqualTo(DyadicInterval.point(Dyadic.ZERO));
        assertThat(a.enclosure(a.power(interval(a, 2, 2), -3))).isEqualTo(DyadicInterval.point(Dyadic.ofExact(0.125)));
        assertThat(a.enclosure(a.power(interval(a, -2, -2), -3))).isEqualTo(DyadicInterval.point(Dyadic.ofExact(-0.125)));
        assertThat(a.enclosure(a.power(interval(a, -2, 1), 2))).isEqualTo(a.enclosure(interval(a, 0, 4)));
        assertThat(a.enclosure(a.power(interval(a, -2, 1), 3))).isEqualTo(a.enclosure(interval(a, -8, 1)));
        assertThat(a.enclosure(a.square(interval(a, -2, 1)))).isEqualTo(a.enclosure(interval(a, 0, 4)));
        assertThat(a.enclosure(a.abs(interval(a, -2, 1)))).isEqualTo(a.enclosure(interval(a, 0, 2)));
        assertThat(a.enclosure(a.abs(interval(a, -2, -1)))).isEqualTo(a.enclosure(interval(a, 1, 2)));
        assertThat(a.enclosure(a.multiply(interval(a, -2, 3), interval(a, -3, 1)))).isEqualTo(
                a.enclosure(a.hull(a.negate(a.of(Rational.of(9))), a.of(Rational.of(6)))));
    }

    @ParameterizedTest
    @MethodSource("carriers")
    <T> void should_end_bombs_at_once(Arithmetic<T> a) {
        T huge = a.exp(a.of(Rational.parse("1e9")));
        assertThat(a.enclosure(huge).upper()).isEqualTo(Dyadic.POSITIVE_INFINITY);
        assertThat(a.enclosure(huge).lower()).isGreaterThan(Dyadic.ofExact(1e300));
        T tiny = a.exp(a.of(Rational.parse("-1e9")));
        assertThat(a.enclosure(tiny).lower()).isEqualTo(Dyadic.ZERO);
        assertThat(a.enclosure(tiny).upper()).isLessThan(Dyadic.ofExact(1e-300));
        T tower = a.power(a.power(interval(a, 2, 2), 1_000_000), 1_000_000);
        assertThat(a.enclosure(tower).upper()).isEqualTo(Dyadic.POSITIVE_INFINITY);
        assertThat(a.enclosure(a.exp(tower)).upper()).isEqualTo(Dyadic.POSITIVE_INFINITY);
        assertThat(a.enclosure(a.logSumExp(List.of(tower, huge))).upper()).isEqualTo(Dyadic.POSITIVE_INFINITY);
        assertThat(a.enclosure(a.logSumExp(List.of(tiny, a.negate(tower)))).contains(Rational.ZERO)).isTrue();
        T depth = a.power(interval(a, 2, 2), Integer.MIN_VALUE);
        assertThat(a.enclosure(depth).lower()).isEqualTo(Dyadic.ZERO);
        assertThat(a.enclosure(depth).upper().signum()).isPositive();
        assertThat(a.enclosure(a.log(tower)).contains(Rational.of(693_147_180_560L))).isTrue();
        assertThat(a.enclosure(a.add(tower, depth)).upper()).isEqualTo(Dyadic.POSITIVE_INFINITY);
        assertThat(a.enclosure(a.multiply(tower, depth)).contains(Rational.ONE)).isTrue();
        assertThat(Decimals.lower(a.enclosure(tower), 5)).contains("e");
        assertThat(Decimals.certified(a.enclosure(huge), 9)).endsWith("inf]");
    }
}
