package org.apodix.enclosure;

import static org.apodix.enclosure.Rounding.DOWN;
import static org.apodix.enclosure.Rounding.UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DyadicTest {

    private static final Dyadic TINY = power(-Dyadic.MAX_EXPONENT);
    private static final Dyadic HUGE = power(Dyadic.MAX_EXPONENT - 1);

    private static Dyadic power(long exponent) {
        return Dyadic.of(BigInteger.ONE, exponent);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -1, 0.1, -0.3, Double.MIN_VALUE, -Double.MIN_VALUE, Double.MIN_NORMAL, Double.MAX_VALUE, 0x1.8p-1070,
        Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e300, 12345})
    void should_keep_doubles_exactly(double value) {
        Dyadic exact = Dyadic.ofExact(value);
        assertThat(exact.toDouble(DOWN)).isEqualTo(value);
        assertThat(exact.toDouble(UP)).isEqualTo(value);
        if (!exact.isInfinite()) {
            assertThat(exact.toRational().numerator()).isEqualTo(
                    new java.math.BigDecimal(value).multiply(new java.math.BigDecimal(exact.toRational().denominator()))
                            .toBigIntegerExact());
        }
    }

    @Test
    void should_reject_nan_and_lost_infinities() {
        assertThatThrownBy(() -> Dyadic.ofExact(Double.NaN)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("NaN is not a number: give a finite or infinite double");
        assertThatThrownBy(() -> Dyadic.POSITIVE_INFINITY.plus(Dyadic.NEGATIVE_INFINITY)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(Dyadic.POSITIVE_INFINITY::toRational).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Dyadic.quotient(Dyadic.ONE, Dyadic.ZERO, 9, UP)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Dyadic.sqrt(Dyadic.of(-1), 9, UP)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void should_compare_values_not_forms() {
        Dyadic six = Dyadic.of(BigInteger.valueOf(3), 1);
        assertThat(six).isEqualTo(Dyadic.of(6)).hasSameHashCodeAs(Dyadic.of(6)).isGreaterThan(Dyadic.of(5));
        assertThat(Dyadic.of(-8)).isLessThan(Dyadic.of(-7)).isEqualTo(Dyadic.of(BigInteger.ONE.negate(), 3));
        assertThat(HUGE).isLessThan(Dyadic.POSITIVE_INFINITY).isGreaterThan(TINY);
        assertThat(Dyadic.NEGATIVE_INFINITY).isLessThan(HUGE.negate());
        assertThat(Dyadic.of(6).compareTo(Rational.of(13, 2))).isNegative();
        assertThat(power(-3).compareTo(Rational.of(1, 9))).isPositive();
        assertThat(Dyadic.POSITIVE_INFINITY.compareTo(Rational.ONE)).isPositive();
        assertThat(Dyadic.NEGATIVE_INFINITY.compareTo(Rational.of(-1))).isNegative();
    }

    @Test
    void should_round_in_the_asked_direction() {
        assertThat(Dyadic.of(13).round(2, DOWN)).isEqualTo(Dyadic.of(12));
        assertThat(Dyadic.of(13).round(2, UP)).isEqualTo(Dyadic.of(16));
        assertThat(Dyadic.of(-13).round(2, DOWN)).isEqualTo(Dyadic.of(-16));
        assertThat(Dyadic.of(-13).round(2, UP)).isEqualTo(Dyadic.of(-12));
        assertThat(Dyadic.of(12).round(2, UP)).isEqualTo(Dyadic.of(12));
        assertThat(Dyadic.of(Rational.of(1, 3), 2, DOWN)).isEqualTo(power(-3).times(Dyadic.of(2)));
        assertThat(Dyadic.of(Rational.of(1, 3), 2, UP)).isEqualTo(Dyadic.of(BigInteger.valueOf(3), -3));
    }

    @Test
    void should_saturate_instead_of_overflowing() {
        assertThat(Dyadic.product(HUGE, HUGE, 20, UP)).isEqualTo(Dyadic.POSITIVE_INFINITY);
        assertThat(Dyadic.product(HUGE, HUGE, 20, DOWN)).isLessThan(Dyadic.POSITIVE_INFINITY).isGreaterThan(HUGE);
        assertThat(Dyadic.product(HUGE.negate(), HUGE, 20, DOWN)).isEqualTo(Dyadic.NEGATIVE_INFINITY);
        assertThat(Dyadic.product(TINY, TINY, 20, DOWN)).isEqualTo(Dyadic.ZERO);
        assertThat(Dyadic.product(TINY, TINY, 20, UP).signum()).isPositive();
        assertThat(Dyadic.product(TINY.negate(), TINY, 20, UP)).isEqualTo(Dyadic.ZERO);
        assertThat(Dyadic.product(TINY.negate(), TINY, 20, DOWN).signum()).isNegative();
        assertThat(Dyadic.sum(HUGE, HUGE, 20, UP)).isEqualTo(Dyadic.POSITIVE_INFINITY);
        assertThat(Dyadic.quotient(HUGE, TINY, 20, UP)).isEqualTo(Dyadic.POSITIVE_INFINITY);
        assertThatThrownBy(() -> HUGE.times(HUGE)).isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("is outside the range");
        assertThatThrownBy(() -> Dyadic.ONE.shift(1L << 40)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Dyadic.ONE.shift(Long.MAX_VALUE).shift(5)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void should_add_numbers_of_very_different_size_at_once() {
        assertThat(Dyadic.sum(Dyadic.ONE, TINY, 10, DOWN)).isEqualTo(Dyadic.ONE);
        assertThat(Dyadic.sum(Dyadic.ONE, TINY, 10, UP)).isEqualTo(Dyadic.ONE.plus(power(-9)));
        assertThat(Dyadic.sum(TINY.negate(), Dyadic.ONE, 10, DOWN)).isEqualTo(Dyadic.ONE.minus(power(-10)));
        assertThat(Dyadic.sum(TINY.negate(), Dyadic.ONE, 10, UP)).isEqualTo(Dyadic.ONE);
        assertThat(Dyadic.sum(HUGE.negate(), TINY, 10, UP).plus(HUGE)).isEqualTo(HUGE.shift(-10));
    }

    @Test
    void should_give_outward_doubles() {
        Dyadic half = power(-1075);
        assertThat(half.toDouble(DOWN)).isZero();
        assertThat(half.toDouble(UP)).isEqualTo(Double.MIN_VALUE);
        assertThat(TINY.negate().toDouble(DOWN)).isEqualTo(-Double.MIN_VALUE);
        assertThat(power(1024).toDouble(DOWN)).isEqualTo(Double.MAX_VALUE);
        assertThat(power(1024).minus(Dyadic.ONE).toDouble(UP)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(HUGE.negate().toDouble(DOWN)).isEqualTo(Double.NEGATIVE_INFINITY);
        Dyadic nearOne = Dyadic.ONE.plus(power(-60));
        assertThat(nearOne.toDouble(DOWN)).isEqualTo(1);
        assertThat(nearOne.toDouble(UP)).isEqualTo(Math.nextUp(1.0));
        assertThat(Dyadic.of(Long.MAX_VALUE).toDouble(UP)).isEqualTo(0x1p63);
    }

    @Test
    void should_take_roots_exactly_where_they_are_exact() {
        assertThat(Dyadic.sqrt(Dyadic.of(9), 2, DOWN)).isEqualTo(Dyadic.of(3)).isEqualTo(Dyadic.sqrt(Dyadic.of(9), 2, UP));
        assertThat(Dyadic.sqrt(power(-7), 30, DOWN)).isLessThan(Dyadic.sqrt(power(-7), 30, UP));
        assertThat(Dyadic.sqrt(TINY, 8, UP)).isEqualTo(power(-Dyadic.MAX_EXPONENT / 2));
        assertThat(Dyadic.sqrt(Dyadic.POSITIVE_INFINITY, 8, UP)).isEqualTo(Dyadic.POSITIVE_INFINITY);
    }

    @Test
    void should_not_take_an_infinity_for_a_fraction() {
        assertThatThrownBy(Dyadic.POSITIVE_INFINITY::toRational).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(Dyadic.NEGATIVE_INFINITY::toRational).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void should_print_the_exact_value() {
        assertThat(Dyadic.of(-5).shift(3)).hasToString("-5*2^3");
        assertThat(Dyadic.NEGATIVE_INFINITY).hasToString("-inf");
        assertThat(Dyadic.of(7)).hasToString("7");
    }
}
