package org.apodix.enclosure;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class DoubleIntervalTest {

    /** Small fractions are divided as doubles, long ones go through dyadic numbers: both give the tightest interval. */
    @Property(tries = 5000)
    void theTightestIntervalAroundAFraction(@ForAll long numerator, @ForAll @LongRange(min = 1) long denominator,
            @ForAll @IntRange(max = 62) int shorter, @ForAll @IntRange(max = 62) int shorterBelow) {
        var value = Rational.of(numerator >> shorter, Math.max(denominator >> shorterBelow, 1));
        var around = DoubleInterval.of(value);
        assertThat(around.lower()).isEqualTo(Dyadic.of(value, 64, Rounding.DOWN).toDouble(Rounding.DOWN));
        assertThat(around.upper()).isEqualTo(Dyadic.of(value, 64, Rounding.UP).toDouble(Rounding.UP));
    }

    @Test
    void logarithms_at_the_end_of_their_domain_are_undefined() {
        var a = DoubleArithmetic.INSTANCE;
        assertThat(a.log1p(DoubleInterval.of(-1, 0)).isEntire()).isTrue();
        assertThat(a.log1p(DoubleInterval.of(-1, -1)).isEntire()).isTrue();
        assertThat(a.log1p(DoubleInterval.of(Math.nextUp(-1.0), 0)).lower()).isBetween(-36.8, -36.7);
        assertThat(a.log(DoubleInterval.of(0, 1)).isEntire()).isTrue();
        assertThat(a.log(DoubleInterval.of(Double.MIN_VALUE, 1)).lower()).isBetween(-745.0, -744.4);
    }

    @Test
    void positive_means_above_zero() {
        var a = DoubleArithmetic.INSTANCE;
        assertThat(a.isPositive(DoubleInterval.of(Double.MIN_VALUE, 1))).isTrue();
        assertThat(a.isPositive(DoubleInterval.of(0, 1))).isFalse();
        assertThat(a.isPositive(DoubleInterval.of(-1, 1))).isFalse();
        assertThat(a.precision()).isEqualTo(53);
    }
}
