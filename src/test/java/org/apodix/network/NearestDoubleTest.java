package org.apodix.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apodix.enclosure.Rational;
import org.junit.jupiter.api.Test;

class NearestDoubleTest {

    /** The second computation is Java's reading of decimals, which rounds correctly. */
    @Property(tries = 2000)
    void isWhatJavaReads(@ForAll long digits, @ForAll @IntRange(min = -345, max = 288) int exponent) {
        var text = digits + "e" + exponent;
        assertThat(NearestDouble.of(Rational.parse(text))).isEqualTo(Double.parseDouble(text) + 0.0);
    }

    @Property
    void aDoubleIsItself(@ForAll double value) {
        assertThat(NearestDouble.of(NearestDouble.exact(value))).isEqualTo(value + 0.0);
    }

    /** Halfway numbers go to the even neighbor, and a little more or less decides. */
    @Property
    void ties(@ForAll long bits) {
        double value = Math.abs(Double.longBitsToDouble(bits));
        if (!(value < Double.MAX_VALUE)) {
            return;
        }
        double next = Math.nextUp(value);
        var middle = NearestDouble.exact(value).plus(NearestDouble.exact(next)).over(Rational.TWO);
        double even = (Double.doubleToRawLongBits(value) & 1) == 0 ? value : next;
        assertThat(NearestDouble.of(middle)).isEqualTo(even);
        assertThat(NearestDouble.of(middle.negate())).isEqualTo(-even + 0.0);
        var little = Rational.TWO.pow(-1200);
        assertThat(NearestDouble.of(middle.plus(little))).isEqualTo(next);
        assertThat(NearestDouble.of(middle.minus(little))).isEqualTo(value);
    }

    @Test
    void edges() {
        assertThat(NearestDouble.of(Rational.TWO.pow(-1076))).isZero();
        assertThat(NearestDouble.of(Rational.of(1, 10))).isEqualTo(0.1);
        assertThat(NearestDouble.of(NearestDouble.exact(Double.MAX_VALUE))).isEqualTo(Double.MAX_VALUE);
        assertThat(NearestDouble.error(Rational.of(1, 2))).isEqualTo(Rational.ZERO);
        assertThatThrownBy(() -> NearestDouble.of(Rational.TWO.pow(1024).negate())).hasMessageContaining("is beyond float64 (2^1024): rescale");
    }
}
