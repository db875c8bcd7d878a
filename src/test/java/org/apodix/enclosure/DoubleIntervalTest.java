package org.apodix.enclosure;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

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
}
