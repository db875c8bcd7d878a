package org.apodix.enclosure;

import static org.apodix.enclosure.Rounding.DOWN;
import static org.apodix.enclosure.Rounding.UP;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;
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

    @Test
    void zeroIsExactAndWhatCannotBeReducedHasAllValues() {
        var all = DyadicInterval.of(Dyadic.of(-1), Dyadic.ONE);
        int[] values = {0, 1, 0, -1};
        for (int shift = 0; shift < 4; shift++) {
            assertThat(DyadicCircular.point(Dyadic.ZERO, shift, 53)).isEqualTo(DyadicInterval.point(Dyadic.of(values[shift])));
            var first = Dyadic.ONE.shift(DyadicCircular.MAX_TOP);
            for (var set : List.of(DyadicInterval.point(first), DyadicInterval.of(Dyadic.ONE, first), DyadicInterval.of(first.negate(), Dyadic.ONE),
                    DyadicInterval.of(Dyadic.ONE, Dyadic.POSITIVE_INFINITY), DyadicInterval.of(Dyadic.NEGATIVE_INFINITY, Dyadic.ONE),
                    DyadicInterval.of(Dyadic.ZERO, Dyadic.of(8)))) {
                assertThat(DyadicCircular.range(set, shift, 53)).isEqualTo(all);
            }
        }
        var last = DyadicInterval.point(Dyadic.ONE.shift(DyadicCircular.MAX_TOP - 1));
        var a = new DyadicArithmetic(53);
        assertThat(a.sin(last).width()).isLessThan(Dyadic.ONE.shift(-50));
        assertThat(a.add(a.square(a.sin(last)), a.square(a.cos(last))).contains(Dyadic.ONE)).isTrue();
    }

    /** Near k pi/2 the value is +-sin or +-cos of the small distance d, which needs no reduction. */
    @Test
    void anglesNextToMultiplesOfTheRightAngle() {
        for (int places : new int[] {20, 60, 100, 300, 2000}) {
            var fine = new DyadicArithmetic(2 * places + 400);
            for (int k = -7; k < 8; k++) {
                var multiple = fine.multiply(fine.pi(), fine.of(Rational.of(k, 2)));
                var x = DyadicInterval.point(multiple.lower().round(places, DOWN));
                var d = fine.subtract(x, multiple);
                for (int bits : new int[] {20, 53, 150}) {
                    var a = new DyadicArithmetic(bits);
                    var sine = k % 2 == 0 ? fine.sin(d) : fine.cos(d);
                    var cosine = k % 2 == 0 ? fine.cos(d) : fine.negate(fine.sin(d));
                    boolean positive = Math.floorMod(k, 4) < 2;
                    isSharp(a.sin(x), positive ? sine : fine.negate(sine), bits);
                    isSharp(a.cos(x), positive ? cosine : fine.negate(cosine), bits);
                }
            }
        }
    }

    private static void isSharp(DyadicInterval found, DyadicInterval value, int bits) {
        assertThat(found.overlaps(value)).as("%s: %s", found, value).isTrue();
        assertThat(found.width().shift(bits - 1L)).isLessThanOrEqualTo(found.magnitude());
    }

    /** By doubling and by tables; and sin(2x) = 2 sin(x) cos(x) for small x, by the tables, by doubling and by the series near 0. */
    @Test
    void methodsAgree() {
        var random = new Random(17);
        var fine = new DyadicArithmetic(400);
        for (int i = 0; i < 60; i++) {
            var x = Dyadic.of(new BigInteger(60, random).setBit(59), i % 3 - 61L);
            for (int shift = 0; shift < 4; shift++) {
                for (int working : new int[] {50, 200, 700}) {
                    var doubled = DyadicCircular.byDoubling(x, shift, working).rounded(working);
                    assertThat(doubled.overlaps(DyadicCircular.approximate(x, shift, working + 60).rounded(working + 40))).isTrue();
                }
            }
            for (int places : new int[] {8, 14, 20, 60}) {
                var small = x.shift(-(x.top() + (long) places));
                var product = fine.multiply(fine.sin(DyadicInterval.point(small)), fine.cos(DyadicInterval.point(small)));
                var twice = DyadicInterval.point(small.shift(1));
                assertThat(fine.sin(twice).overlaps(fine.add(product, product))).isTrue();
            }
        }
    }
}
