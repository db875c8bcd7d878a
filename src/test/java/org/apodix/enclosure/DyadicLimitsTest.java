package org.apodix.enclosure;

import static org.apodix.enclosure.Rounding.DOWN;
import static org.apodix.enclosure.Rounding.UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The ends of the range of dyadic numbers, to the exact exponent, and the length where one word or two no longer do. */
class DyadicLimitsTest {

    private static final long MAX = Dyadic.MAX_EXPONENT;
    private static final Dyadic INFINITY = Dyadic.POSITIVE_INFINITY;
    /** 2^(MAX-1), the greatest power of two in range. */
    private static final Dyadic HUGE = Dyadic.of(BigInteger.ONE, MAX - 1);
    /** 2^(-MAX-1), the least number of all. */
    private static final Dyadic TINY = Dyadic.of(BigInteger.ONE, -MAX - 1);

    private static Dyadic all(int bits) {
        return Dyadic.of(BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE), MAX - bits);
    }

    @Test
    void exact_numbers_end_where_the_range_ends() {
        assertThat(HUGE.top()).isEqualTo((int) MAX);
        assertThat(TINY.top()).isEqualTo((int) -MAX);
        assertThatThrownBy(() -> Dyadic.of(BigInteger.ONE, MAX)).isInstanceOf(ArithmeticException.class).hasMessage(
                "a number near 2^16777217 is outside the range 2^-16777216 .. 2^16777216: use an operation with a rounding");
        assertThatThrownBy(() -> Dyadic.of(BigInteger.ONE, -MAX - 2)).isInstanceOf(ArithmeticException.class);
        // the negative of a power of two is as long as the power
        assertThat(Dyadic.of(BigInteger.ONE.negate(), MAX - 1)).isEqualTo(HUGE.negate());
        assertThatThrownBy(() -> Dyadic.of(BigInteger.ONE.negate(), MAX)).isInstanceOf(ArithmeticException.class);
        assertThat(Dyadic.of(BigInteger.ONE.shiftLeft(200).negate(), 0).top()).isEqualTo(201);
        assertThat(Dyadic.of(BigInteger.ZERO, MAX + 5)).isEqualTo(Dyadic.ZERO);
        assertThat(HUGE.shift(-2 * MAX)).isEqualTo(TINY);
        assertThat(TINY.shift(2 * MAX)).isEqualTo(HUGE);
        assertThatThrownBy(() -> HUGE.shift(1)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> TINY.shift(-1)).isInstanceOf(ArithmeticException.class);
        assertThat(Dyadic.ZERO.shift(Long.MAX_VALUE)).isEqualTo(Dyadic.ZERO);
        assertThat(INFINITY.shift(5)).isEqualTo(INFINITY);
        Dyadic wide = Dyadic.of(BigInteger.ONE.shiftLeft(150).add(BigInteger.ONE), 0);
        assertThat(wide.shift(7).toRational()).isEqualTo(wide.toRational().times(Rational.of(128)));
    }

    @Test
    void rounded_numbers_saturate_where_the_range_ends() {
        for (int bits : new int[] {1, 20, 64, 127, 128, 129, 300}) {
            assertThat(Dyadic.rounded(BigInteger.ONE, MAX - 1, bits, UP)).isEqualTo(HUGE);
            assertThat(Dyadic.rounded(BigInteger.ONE, MAX, bits, UP)).isEqualTo(INFINITY);
            assertThat(Dyadic.rounded(BigInteger.ONE, MAX, bits, DOWN)).isEqualTo(all(bits));
            assertThat(Dyadic.rounded(BigInteger.ONE.negate(), MAX, bits, UP)).isEqualTo(all(bits).negate());
            assertThat(Dyadic.rounded(BigInteger.ONE.negate(), MAX, bits, DOWN)).isEqualTo(INFINITY.negate());
            assertThat(Dyadic.rounded(BigInteger.ONE, -MAX - 1, bits, DOWN)).isEqualTo(TINY);
            assertThat(Dyadic.rounded(BigInteger.ONE, -MAX - 2, bits, DOWN)).isEqualTo(Dyadic.ZERO);
            assertThat(Dyadic.rounded(BigInteger.ONE, -MAX - 2, bits, UP)).isEqualTo(TINY);
            assertThat(Dyadic.rounded(BigInteger.ONE.negate(), -MAX - 2, bits, DOWN)).isEqualTo(TINY.negate());
            Dyadic half = Dyadic.ONE.shift(-1);
            assertThat(Dyadic.product(HUGE, Dyadic.of(2), bits, UP)).isEqualTo(INFINITY);
            assertThat(Dyadic.product(HUGE, Dyadic.of(2), bits, DOWN)).isEqualTo(all(bits));
            assertThat(Dyadic.product(HUGE, Dyadic.ONE, bits, DOWN)).isEqualTo(HUGE);
            assertThat(Dyadic.product(TINY, Dyadic.ONE, bits, UP)).isEqualTo(TINY);
            assertThat(Dyadic.product(TINY, half, bits, UP)).isEqualTo(TINY);
            assertThat(Dyadic.product(TINY, half, bits, DOWN)).isEqualTo(Dyadic.ZERO);
            assertThat(Dyadic.quotient(TINY, Dyadic.of(-2), bits, DOWN)).isEqualTo(TINY.negate());
            assertThat(Dyadic.sum(HUGE, HUGE, bits, DOWN)).isEqualTo(all(bits));
            assertThat(Dyadic.sum(HUGE, HUGE, bits, UP)).isEqualTo(INFINITY);
            Dyadic largest = all(bits + 1);
            assertThat(largest.round(bits, UP)).isEqualTo(INFINITY);
            assertThat(largest.round(bits, DOWN)).isEqualTo(all(bits));
        }
    }

    @Test
    void tolerances_may_leave_the_range() {
        assertThat(HUGE.scaledUp(3)).isEqualTo(INFINITY);
        assertThat(TINY.scaledUp(-3)).isEqualTo(TINY);
        assertThat(Dyadic.of(3).scaledUp(2)).isEqualTo(Dyadic.of(12));
        Dyadic wide = Dyadic.of(BigInteger.ONE.shiftLeft(150).add(BigInteger.ONE), 0);
        assertThat(wide.scaledUp(0)).isGreaterThan(wide).isLessThan(wide.plus(Dyadic.ONE.shift(100)));
    }

    @Test
    void infinities_have_no_exact_form() {
        assertThatThrownBy(INFINITY::mantissa).isInstanceOf(ArithmeticException.class).hasMessage("infinity has no exact finite form");
        assertThatThrownBy(INFINITY::exponent).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(INFINITY::toRational).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> INFINITY.plus(INFINITY.negate())).hasMessage("the sum of opposite infinities has no value");
        assertThatThrownBy(() -> INFINITY.minus(INFINITY)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Dyadic.sum(INFINITY.negate(), INFINITY, 10, UP)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Dyadic.quotient(INFINITY, INFINITY, 10, UP)).hasMessage("the quotient inf / inf has no value");
        assertThatThrownBy(() -> Dyadic.quotient(Dyadic.ONE, Dyadic.ZERO, 10, UP)).hasMessage("the quotient 1 / 0 has no value");
        assertThatThrownBy(() -> Dyadic.of(5).round(0, UP)).hasMessage("cannot round to 0 bits: give 1 or more");
        assertThatThrownBy(() -> Dyadic.ofExact(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void infinities_compute_as_limits() {
        Dyadic minus = INFINITY.negate();
        assertThat(minus).isEqualTo(Dyadic.NEGATIVE_INFINITY);
        assertThat(minus.negate()).isEqualTo(INFINITY);
        assertThat(INFINITY.plus(Dyadic.ONE)).isEqualTo(INFINITY);
        assertThat(Dyadic.ONE.plus(minus)).isEqualTo(minus);
        assertThat(INFINITY.plus(INFINITY)).isEqualTo(INFINITY);
        assertThat(Dyadic.sum(Dyadic.ONE, minus, 10, UP)).isEqualTo(minus);
        assertThat(INFINITY.times(Dyadic.ZERO)).isEqualTo(Dyadic.ZERO);
        assertThat(Dyadic.ZERO.times(minus)).isEqualTo(Dyadic.ZERO);
        assertThat(INFINITY.times(Dyadic.of(-2))).isEqualTo(minus);
        assertThat(minus.times(minus)).isEqualTo(INFINITY);
        assertThat(Dyadic.product(Dyadic.of(-2), INFINITY, 10, DOWN)).isEqualTo(minus);
        assertThat(Dyadic.quotient(INFINITY, Dyadic.of(-2), 10, DOWN)).isEqualTo(minus);
        assertThat(Dyadic.quotient(minus, Dyadic.of(2), 10, DOWN)).isEqualTo(minus);
        assertThat(Dyadic.quotient(Dyadic.of(2), minus, 10, DOWN)).isEqualTo(Dyadic.ZERO);
        assertThat(Dyadic.quotient(Dyadic.ZERO, Dyadic.of(3), 10, UP)).isEqualTo(Dyadic.ZERO);
        assertThat(minus.abs()).isEqualTo(INFINITY);
        assertThat(INFINITY.round(3, DOWN)).isEqualTo(INFINITY);
        assertThat(INFINITY.compareTo(INFINITY)).isZero();
        assertThat(INFINITY).isGreaterThan(HUGE).isNotEqualTo(minus);
        assertThat(HUGE).isLessThan(INFINITY);
        assertThat(minus).isLessThan(HUGE.negate());
        assertThat(HUGE.negate()).isGreaterThan(minus);
        assertThat(INFINITY.hashCode()).isNotEqualTo(minus.hashCode());
        assertThat(INFINITY.compareTo(Rational.of(-1))).isPositive();
        assertThat(minus.compareTo(Rational.ONE)).isNegative();
        assertThat(minus.compareTo(Rational.of(-7))).isNegative();
        assertThat(Dyadic.ZERO.compareTo(Rational.ONE)).isNegative();
        assertThat(Dyadic.ONE.compareTo(Rational.ZERO)).isPositive();
        assertThat(Dyadic.ZERO.compareTo(Rational.ZERO)).isZero();
        assertThat(INFINITY).hasToString("inf");
    }

    /** Mantissas of 60 to 70, 120 to 136 bits: every value is the same as by exact fractions, whatever holds it. */
    @Test
    void words_of_any_length_hold_the_same_numbers() {
        var random = new Random(3);
        for (int i = 0; i < 3000; i++) {
            var a = word(random);
            var b = word(random);
            Dyadic x = Dyadic.of(a, random.nextInt(9) - 4L);
            Dyadic y = Dyadic.of(b, random.nextInt(9) - 4L);
            assertThat(x.mantissa()).isEqualTo(a);
            assertThat(x.negate().mantissa()).isEqualTo(a.negate());
            assertThat(x.top()).isEqualTo(a.abs().bitLength() + x.exponent());
            assertThat(Integer.signum(x.compareTo(y))).isEqualTo(Integer.signum(x.toRational().compareTo(y.toRational())));
            assertThat(x.plus(y).toRational()).isEqualTo(x.toRational().plus(y.toRational()));
            assertThat(x.times(y).toRational()).isEqualTo(x.toRational().times(y.toRational()));
            assertThat(x.min(y).toRational()).isEqualTo(x.toRational().min(y.toRational()));
            assertThat(x.max(y).toRational()).isEqualTo(x.toRational().max(y.toRational()));
            int bits = a.abs().bitLength() - a.getLowestSetBit();
            assertThat(x.round(bits, DOWN)).isEqualTo(x).isEqualTo(x.round(bits, UP));
            if (bits > 1) {
                assertThat(x.round(bits - 1, DOWN)).isLessThan(x);
                assertThat(x.round(bits - 1, UP)).isGreaterThan(x);
            }
            Dyadic copy = Dyadic.of(a.shiftLeft(70), x.exponent() - 70L);
            assertThat(copy).isEqualTo(x).hasSameHashCodeAs(x);
        }
    }

    private static BigInteger word(Random random) {
        int[] lengths = {1, 62, 63, 64, 65, 126, 127, 128, 129, 130};
        int length = lengths[random.nextInt(lengths.length)];
        var m = switch (random.nextInt(4)) {
            case 0 -> BigInteger.ONE.shiftLeft(length - 1);
            case 1 -> BigInteger.ONE.shiftLeft(length).subtract(BigInteger.ONE);
            case 2 -> BigInteger.ONE.shiftLeft(length - 1).add(BigInteger.valueOf(random.nextInt(3))).setBit(length - 1);
            default -> new BigInteger(length, random).setBit(length - 1);
        };
        return random.nextBoolean() ? m : m.negate();
    }

    @Test
    void units_are_counted_from_below() {
        assertThat(Dyadic.of(5).floor(0)).isEqualTo(5);
        assertThat(Dyadic.of(5).floor(1)).isEqualTo(2);
        assertThat(Dyadic.of(5).floor(-2)).isEqualTo(20);
        assertThat(Dyadic.of(5).floor(63)).isZero();
        assertThat(Dyadic.of(5).floor(64)).isZero();
        assertThat(Dyadic.of(5).floor(65)).isZero();
        assertThat(Dyadic.of(5).floor(-60)).isEqualTo(5L << 60);
        assertThat(Dyadic.of(5).floor(-61)).isEqualTo(Long.MAX_VALUE);
        assertThat(Dyadic.of(BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE), 0).floor(63)).isEqualTo(1);
    }

    /** pi/2 is irrational: both ends are next to it. */
    @Test
    void arcs_of_infinity_are_the_neighbors_of_a_right_angle() {
        for (int bits : new int[] {2, 53, 200}) {
            var pi = DyadicPi.pi(bits);
            var quarter = DyadicInterval.of(pi.lower().shift(-1), pi.upper().shift(-1));
            assertThat(quarter.isPoint()).isFalse();
            assertThat(DyadicAtan.atan(INFINITY, bits)).isEqualTo(quarter);
            assertThat(DyadicAtan.atan(INFINITY.negate(), bits)).isEqualTo(DyadicNear.negate(quarter));
        }
    }
}
