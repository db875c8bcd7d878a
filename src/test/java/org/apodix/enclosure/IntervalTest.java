package org.apodix.enclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class IntervalTest {

    private static DyadicInterval interval(long lo, long hi) {
        return DyadicInterval.of(Dyadic.of(lo), Dyadic.of(hi));
    }

    @Test
    void should_reject_what_holds_no_number() {
        assertThatThrownBy(() -> interval(2, 1)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("[2, 1] holds no number: give lower <= upper");
        assertThatThrownBy(() -> DyadicInterval.point(Dyadic.POSITIVE_INFINITY)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DyadicInterval.point(Dyadic.NEGATIVE_INFINITY)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DoubleInterval.of(2, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DoubleInterval.of(Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DoubleInterval.of(1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DoubleInterval.of(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("holds no number");
        assertThatThrownBy(() -> DoubleInterval.of(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void should_answer_as_a_set() {
        DyadicInterval x = interval(-2, 3);
        assertThat(x.contains(Rational.of(-2))).isTrue();
        assertThat(x.contains(Rational.of(3))).isTrue();
        assertThat(x.contains(Rational.of(10, 3))).isFalse();
        assertThat(x.contains(Rational.of(-7, 3))).isFalse();
        assertThat(x.contains(Dyadic.of(-2))).isTrue();
        assertThat(x.contains(Dyadic.of(3))).isTrue();
        assertThat(x.contains(Dyadic.of(-3))).isFalse();
        assertThat(x.contains(Dyadic.of(4))).isFalse();
        assertThat(DyadicInterval.ENTIRE.contains(Dyadic.POSITIVE_INFINITY)).isFalse();
        assertThat(x.contains(interval(-2, 0))).isTrue();
        assertThat(x.contains(x)).isTrue();
        assertThat(x.contains(interval(-3, 0))).isFalse();
        assertThat(x.contains(interval(0, 4))).isFalse();
        assertThat(x.overlaps(interval(3, 4))).isTrue();
        assertThat(interval(3, 4).overlaps(x)).isTrue();
        assertThat(x.intersects(interval(3, 4))).isTrue();
        assertThat(x.intersects(interval(4, 5))).isFalse();
        assertThat(interval(4, 5).overlaps(x)).isFalse();
        assertThat(x.hull(interval(5, 6))).isEqualTo(interval(-2, 6));
        assertThat(x.intersect(interval(1, 6))).isEqualTo(interval(1, 3));
        assertThatThrownBy(() -> x.intersect(interval(4, 5))).isInstanceOf(IllegalArgumentException.class);
        assertThat(x.magnitude()).isEqualTo(Dyadic.of(3));
        assertThat(x.mignitude()).isEqualTo(Dyadic.ZERO);
        assertThat(interval(-5, -2).mignitude()).isEqualTo(Dyadic.of(2));
        assertThat(interval(-5, -2).magnitude()).isEqualTo(Dyadic.of(5));
        assertThat(x.width()).isEqualTo(Dyadic.of(5));
        assertThat(DyadicInterval.ENTIRE.width()).isEqualTo(Dyadic.POSITIVE_INFINITY);
        Dyadic huge = Dyadic.ONE.shift(Dyadic.MAX_EXPONENT - 1L);
        assertThat(DyadicInterval.of(huge.negate(), huge).width()).isEqualTo(Dyadic.POSITIVE_INFINITY);
        assertThat(DyadicInterval.of(Dyadic.ONE, huge).width()).isEqualTo(huge.minus(Dyadic.ONE));
    }

    @Test
    void should_know_signs_and_shape() {
        assertThat(interval(0, 1).isPositive()).isFalse();
        assertThat(interval(0, 1).isNonnegative()).isTrue();
        assertThat(interval(1, 2).isPositive()).isTrue();
        assertThat(interval(-2, 0).isNegative()).isFalse();
        assertThat(interval(-2, -1).isNegative()).isTrue();
        assertThat(interval(0, 0).containsZero()).isTrue();
        assertThat(interval(1, 2).containsZero()).isFalse();
        assertThat(interval(-2, -1).containsZero()).isFalse();
        assertThat(interval(4, 4).isPoint()).isTrue();
        assertThat(interval(4, 5).isPoint()).isFalse();
        assertThat(DyadicInterval.ENTIRE.isEntire()).isTrue();
        assertThat(DyadicInterval.of(Dyadic.ZERO, Dyadic.POSITIVE_INFINITY).isEntire()).isFalse();
        assertThat(DyadicInterval.of(Dyadic.ZERO, Dyadic.POSITIVE_INFINITY).isBounded()).isFalse();
        assertThat(interval(0, 1).isBounded()).isTrue();
    }

    @Test
    void should_show_ends_rounded_outward() {
        assertThat(interval(-2, 3)).hasToString("[-2, 3]");
        var third = DyadicInterval.of(Rational.of(1, 3), 100);
        assertThat(third).hasToString("[0.33333333333333333333, 0.33333333333333333334]");
    }

    @Test
    void should_enclose_fractions_tightly() {
        assertThat(DyadicInterval.of(Rational.of(3, 8), 2)).isEqualTo(DyadicInterval.point(Dyadic.ofExact(0.375)));
        assertThat(DyadicInterval.of(Rational.of(1, 3), 2)).isEqualTo(
                DyadicInterval.of(Dyadic.ofExact(0.25), Dyadic.ofExact(0.375)));
        assertThat(DoubleInterval.of(Rational.of(1, 3))).isEqualTo(DoubleInterval.of(1 / 3.0, Math.nextUp(1 / 3.0)));
        assertThat(DoubleInterval.of(Rational.of(-7))).isEqualTo(DoubleInterval.of(-7, -7));
        assertThat(DoubleInterval.of(Rational.parse("1e400"))).isEqualTo(
                DoubleInterval.of(Double.MAX_VALUE, Double.POSITIVE_INFINITY));
        assertThat(DoubleInterval.of(Rational.parse("-1e-400"))).isEqualTo(DoubleInterval.of(-Double.MIN_VALUE, 0));
    }

    @Test
    void should_never_show_a_negative_zero() {
        DoubleInterval zero = DoubleInterval.of(-0.0, -0.0);
        assertThat(1 / zero.lower()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(zero).isEqualTo(DoubleInterval.of(0, 0)).hasSameHashCodeAs(DoubleInterval.of(0, 0));
        assertThat(zero.toDyadic()).isEqualTo(interval(0, 0));
    }
}
