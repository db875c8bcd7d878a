package org.apodix.enclosure;

import static org.apodix.enclosure.Rounding.DOWN;
import static org.apodix.enclosure.Rounding.UP;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

/** Quarter turns next to the multiples of pi/2, which many bits do not tell apart. */
class DyadicCircularTest {

    @Test
    void quartersAreFloors() {
        var fine = new DyadicArithmetic(1200);
        var quarter = fine.divide(fine.pi(), fine.of(Rational.TWO));
        for (int bits : new int[] {60, 64, 66, 70, 130, 200, 500}) {
            for (long k : new long[] {1, 2, 3, 4, 5, 6, 7, 1000, 12_345_678_901L}) {
                var multiple = fine.multiply(fine.of(Rational.of(k)), quarter);
                var below = multiple.lower().round(bits, DOWN);
                var above = multiple.upper().round(bits, UP);
                assertThat(DyadicCircular.quarter(below)).isEqualTo(BigInteger.valueOf(k - 1));
                assertThat(DyadicCircular.quarter(above)).isEqualTo(BigInteger.valueOf(k));
                assertThat(DyadicCircular.quarter(below.negate())).isEqualTo(BigInteger.valueOf(-k));
                assertThat(DyadicCircular.quarter(above.negate())).isEqualTo(BigInteger.valueOf(-k - 1));
            }
        }
        assertThat(DyadicCircular.quarter(Dyadic.ZERO)).isZero();
        assertThat(DyadicCircular.quarter(Dyadic.ofExact(0.999))).isZero();
        assertThat(DyadicCircular.quarter(Dyadic.ofExact(-1e-9))).isEqualTo(-1);
    }

    /** The extremum is an end of the result just when it is inside, however near it is to the end of the set. */
    @Test
    void extremaNextToAnEndAreDecided() {
        var fine = new DyadicArithmetic(600);
        var peak = fine.divide(fine.pi(), fine.of(Rational.TWO));
        var a = new DyadicArithmetic(450);
        var before = DyadicInterval.of(Dyadic.ONE, peak.lower().round(200, DOWN));
        var beyond = DyadicInterval.of(Dyadic.ONE, peak.upper().round(200, UP));
        assertThat(a.sin(before).upper()).isLessThan(Dyadic.ONE);
        assertThat(a.sin(beyond).upper()).isEqualTo(Dyadic.ONE);
        assertThat(a.sin(a.negate(before)).lower()).isGreaterThan(Dyadic.of(-1));
        assertThat(a.sin(a.negate(beyond)).lower()).isEqualTo(Dyadic.of(-1));
    }

    /** Between two extrema both ends are those of points, whether the function rises or falls there. */
    @Test
    void setsBetweenExtremaHaveTheEndsOfPoints() {
        int compared = 0;
        for (int bits : new int[] {4, 10, 53, 100}) {
            for (int shift = 0; shift < 4; shift++) {
                for (int n = -40; n < 40; n++) {
                    var x = Dyadic.of(n).shift(-2);
                    var y = Dyadic.of(n + 1).shift(-2);
                    var ends = DyadicCircular.range(DyadicInterval.point(x), shift, bits).hull(DyadicCircular.range(DyadicInterval.point(y), shift, bits));
                    var range = DyadicCircular.range(DyadicInterval.of(x, y), shift, bits);
                    if (DyadicCircular.quarter(x).equals(DyadicCircular.quarter(y))) {
                        assertThat(range).isEqualTo(ends);
                        compared++;
                    }
                    assertThat(range.contains(ends)).isTrue();
                }
            }
        }
        assertThat(compared).isGreaterThan(800);
    }
}
