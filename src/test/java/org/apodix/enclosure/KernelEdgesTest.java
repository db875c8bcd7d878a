package org.apodix.enclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Corners that random operands do not reach. */
class KernelEdgesTest {

    private static final double INF = Double.POSITIVE_INFINITY;

    @Test
    void double_functions_at_zero_infinity_and_exact_values() {
        assertThat(DoubleBounds.sqrtDown(INF)).isEqualTo(INF);
        assertThat(DoubleBounds.sqrtUp(INF)).isEqualTo(INF);
        assertThat(DoubleBounds.sqrtDown(0)).isZero();
        assertThat(DoubleBounds.logDown(INF)).isEqualTo(INF);
        assertThat(DoubleBounds.logUp(INF)).isEqualTo(INF);
        assertThat(DoubleBounds.logDown(1)).isZero();
        assertThat(DoubleBounds.expDown(INF)).isEqualTo(INF);
        assertThat(DoubleBounds.expUp(-INF)).isZero();
        // a tiny exact root is not known to be exact, and is moved outward by one step only
        assertThat(DoubleBounds.sqrtDown(0x1p-1000)).isEqualTo(Math.nextDown(0x1p-500));
        assertThat(DoubleBounds.sqrtUp(0x1p-1000)).isEqualTo(Math.nextUp(0x1p-500));
        assertThat(DoubleBounds.sqrtDown(4)).isEqualTo(2);
        assertThat(DoubleBounds.sqrtUp(4)).isEqualTo(2);
        assertThat(DoubleBounds.multiplyDown(0x1p-600, 0x1p-600)).isZero();
        assertThat(DoubleBounds.multiplyUp(0x1p-600, 0x1p-600)).isEqualTo(Double.MIN_VALUE);
        assertThat(DoubleBounds.multiplyDown(-0x1p-600, 0x1p-600)).isEqualTo(-Double.MIN_VALUE);
        assertThat(DoubleBounds.divideDown(0x1p-600, 0x1p600)).isZero();
        assertThat(DoubleBounds.divideUp(0x1p-600, 0x1p600)).isEqualTo(Double.MIN_VALUE);
        assertThat(DoubleBounds.divideDown(-0x1p-600, 0x1p600)).isEqualTo(-Double.MIN_VALUE);
    }

    @Test
    void squares_of_doubles_are_powers() {
        Random random = new Random(3);
        for (int i = 0; i < 2000; i++) {
            double a = random.nextGaussian() * Math.scalb(1.0, random.nextInt(40) - 20);
            DoubleInterval x = DoubleInterval.of(Math.min(a, random.nextGaussian()), Math.max(a, random.nextGaussian() + 9));
            if (x.lower() > x.upper()) {
                continue;
            }
            assertThat(DoubleArithmetic.INSTANCE.square(x)).isEqualTo(DoubleArithmetic.INSTANCE.power(x, 2));
        }
    }

    @Test
    void double_intervals_answer_as_sets() {
        DoubleInterval x = DoubleInterval.of(-1, 0.5);
        assertThat(x.isPoint()).isFalse();
        assertThat(DoubleInterval.of(2, 2).isPoint()).isTrue();
        assertThat(x.isEntire()).isFalse();
        assertThat(DoubleArithmetic.INSTANCE.isEntire(x)).isFalse();
        assertThat(DoubleArithmetic.INSTANCE.isEntire(DoubleInterval.ENTIRE)).isTrue();
        assertThat(DoubleInterval.of(-INF, 3).isEntire()).isFalse();
        assertThat(DoubleInterval.of(-3, INF).isEntire()).isFalse();
        assertThat(x.contains(Rational.of(1, 2))).isTrue();
        assertThat(x.contains(Rational.of(-1))).isTrue();
        assertThat(x.contains(Rational.of(3, 5))).isFalse();
        assertThat(x.contains(DoubleInterval.of(-1, 0.5))).isTrue();
        assertThat(x.contains(DoubleInterval.of(-1.5, 0))).isFalse();
        assertThat(x.contains(DoubleInterval.of(0, 1))).isFalse();
        assertThat(x).isEqualTo(DoubleInterval.of(-1, 0.5)).hasSameHashCodeAs(DoubleInterval.of(-1, 0.5))
                .isNotEqualTo(DoubleInterval.of(-1, 0.25)).isNotEqualTo(DoubleInterval.of(-2, 0.5));
        assertThat(x.hashCode()).isEqualTo(31 * Double.hashCode(-1.0) + Double.hashCode(0.5));
        assertThat(x).hasToString("[-1.0, 0.5]");
    }

    @Test
    void dyadic_intervals_compare_and_round() {
        DyadicInterval x = DyadicInterval.of(Dyadic.of(-5), Dyadic.of(7));
        assertThat(x.round(2)).isEqualTo(DyadicInterval.of(Dyadic.of(-6), Dyadic.of(8)));
        assertThat(x).isNotEqualTo(DyadicInterval.of(Dyadic.of(-5), Dyadic.of(8)))
                .isNotEqualTo(DyadicInterval.of(Dyadic.of(-4), Dyadic.of(7)))
                .hasSameHashCodeAs(DyadicInterval.of(Dyadic.of(BigInteger.valueOf(-10), -1), Dyadic.of(7)));
        assertThat(x.hashCode()).isEqualTo(31 * x.lower().hashCode() + x.upper().hashCode());
        assertThat(DyadicInterval.of(Dyadic.of(2), Dyadic.of(BigInteger.valueOf(4), -1)).lower()).isEqualTo(Dyadic.of(2));
        assertThat(Rational.of(2, 3).hashCode()).isEqualTo(31 * BigInteger.TWO.hashCode() + BigInteger.valueOf(3).hashCode());
    }

    @Test
    void precisions_are_from_2_to_65536_bits() {
        for (int bits : new int[] {2, 53, 65536}) {
            assertThat(new DyadicArithmetic(bits).precision()).isEqualTo(bits);
            assertThat(new DyadicArithmetic(bits).name()).isEqualTo("dyadic-" + bits);
        }
        assertThatThrownBy(() -> new DyadicArithmetic(1)).hasMessage("a precision of 1 bits: give 2 to 65536");
        assertThatThrownBy(() -> new DyadicArithmetic(65537)).hasMessage("a precision of 65537 bits: give 2 to 65536");
    }

    @Test
    void powers_are_bounds_in_their_direction() {
        Random random = new Random(5);
        for (int i = 0; i < 2000; i++) {
            int bits = 4 + random.nextInt(120);
            Dyadic a = Dyadic.of(new BigInteger(bits + 60, random), -60L);
            DyadicInterval x = DyadicInterval.point(i % 2 == 0 ? a : a.negate());
            int n = 1 + random.nextInt(9);
            Rational exact = x.lower().toRational().pow(n);
            DyadicInterval power = new DyadicArithmetic(bits).power(x, n);
            assertThat(power.lower().compareTo(exact)).isNotPositive();
            assertThat(power.upper().compareTo(exact)).isNotNegative();
            if (exact.signum() != 0) {
                assertThat(new DyadicArithmetic(bits).power(x, -n).contains(exact.inverse())).isTrue();
            }
        }
    }

    @Test
    void an_inverse_power_that_leaves_the_range_has_an_infinite_end() {
        DyadicInterval tiny = DyadicInterval.point(Dyadic.of(BigInteger.ONE, -Dyadic.MAX_EXPONENT / 2 - 5L));
        DyadicArithmetic arithmetic = new DyadicArithmetic(53);
        DyadicInterval power = arithmetic.power(tiny, -3);
        assertThat(power.upper()).isEqualTo(Dyadic.POSITIVE_INFINITY);
        assertThat(power.isPositive()).isTrue();
        DyadicInterval negative = arithmetic.power(arithmetic.negate(tiny), -3);
        assertThat(negative.lower()).isEqualTo(Dyadic.NEGATIVE_INFINITY);
        assertThat(negative.isNegative()).isTrue();
    }

    @Test
    void decimals_of_fractions_round_outward() {
        assertThat(Decimals.lower(Rational.of(1, 3), 4)).isEqualTo("0.3333");
        assertThat(Decimals.upper(Rational.of(1, 3), 4)).isEqualTo("0.3334");
        assertThat(Decimals.lower(Rational.of(-1, 3), 4)).isEqualTo("-0.3334");
        assertThat(Decimals.upper(Rational.of(-1, 3), 4)).isEqualTo("-0.3333");
        assertThat(Decimals.lower(Rational.of(5, 4), 4)).isEqualTo("1.25");
        assertThat(Decimals.upper(Rational.ZERO, 4)).isEqualTo("0");
    }
}
