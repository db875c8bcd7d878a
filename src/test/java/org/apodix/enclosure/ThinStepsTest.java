package org.apodix.enclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the steps from one end of a thin interval to the other are made of. */
class ThinStepsTest {

    private final Random random = new Random(11);

    /** With few bits: bounds in the direction that the proofs ask for, and close ones. */
    @Test
    void widths_and_factors_are_bounds() {
        for (int i = 0; i < 500; i++) {
            var x = Dyadic.of(new BigInteger(200, random).setBit(199), random.nextInt(8) - 204L);
            var y = x.plus(Dyadic.of(new BigInteger(100, random).setBit(99), x.top() - 145L));
            var width = y.minus(x);
            var hull = DyadicMeanValue.hull(x, y);
            assertThat(hull.contains(DyadicInterval.of(x, y))).isTrue();
            assertThat(hull.width()).isLessThan(width.plus(x.shift(-59)));
            var enclosed = DyadicMeanValue.width(x, y);
            assertThat(enclosed.contains(width)).isTrue();
            assertThat(enclosed.width()).isLessThan(width.shift(-60));
            isFromAbove(DyadicThin.width(x, y), width.toRational());
            isFromAbove(DyadicThin.relativeWidth(x, y), width.toRational().over(x.toRational()));
            isFromAbove(DyadicThin.up(x, y), x.times(y).toRational());
            isFromAbove(DyadicThin.leading(Approximation.of(x.mantissa(), 1, x.exponent())), x.toRational());
            var few = Dyadic.of(7).shift(-50);
            assertThat(DyadicThin.leading(Approximation.of(few.mantissa(), 1, few.exponent()))).isEqualTo(few);
        }
    }

    /** All values of the derivative of erf on a set, which falls from one end to the other. */
    @Test
    void slopes_contain_those_at_both_ends() {
        var few = new DyadicArithmetic(62);
        var fine = new DyadicArithmetic(200);
        for (int n = 0; n < 40; n++) {
            for (int half = 0; half <= 1; half++) {
                var erf = half == 0 ? DyadicErf.PLAIN : DyadicErf.NORMAL;
                var c = fine.sqrt(fine.divide(fine.of(Rational.of(4L >> half)), fine.pi()));
                var set = DyadicInterval.of(Dyadic.of(n).shift(-3), Dyadic.of(n + 1).shift(-3));
                for (var x : new Dyadic[] {set.lower(), set.upper()}) {
                    var u = DyadicInterval.point(x.times(x).shift(-half));
                    var value = fine.multiply(c, fine.exp(fine.negate(u)));
                    assertThat(erf.slope(few, set).contains(value)).isTrue();
                    var slope = erf.slope(few, DyadicInterval.point(x));
                    assertThat(slope.contains(value)).isTrue();
                    assertThat(slope.width().shift(50)).isLessThan(slope.lower());
                }
            }
        }
    }

    /** log(1 + x) is taken in one step where 1 + x has few bits more than x. */
    @Test
    void logarithms_of_long_sums_are_left_to_the_ends() {
        var three = Dyadic.of(3);
        var next = three.plus(Dyadic.ONE.shift(-90));
        assertThat(DyadicLog1p.thin(three.shift(-2), next.shift(-2), 100)).isEqualTo(
            DyadicInterval.of(DyadicLog1p.log1p(three.shift(-2), 100).lower(), DyadicLog1p.log1p(next.shift(-2), 100).upper()));
        for (int places : new int[] {-105, -1000, 105, 1000}) {
            assertThat(DyadicLog1p.thin(three.shift(places), next.shift(places), 100)).isNull();
        }
        for (int places : new int[] {-102, 98}) { // the first and the last
            var x = three.shift(places);
            var y = next.shift(places);
            var ends = DyadicInterval.of(DyadicLog1p.log1p(x, 100).lower(), DyadicLog1p.log1p(y, 100).upper());
            assertThat(DyadicLog1p.thin(x, y, 100)).isEqualTo(ends);
            assertThat(DyadicLog1p.thin(x.shift(places > 0 ? 1 : -1), y.shift(places > 0 ? 1 : -1), 100)).isNull();
        }
        var one = Dyadic.ONE;
        var last = one.plus(one.shift(-200));
        assertThat(DyadicLog1p.thin(one, last, 100)).isEqualTo(
            DyadicInterval.of(DyadicLog1p.log1p(one, 100).lower(), DyadicLog1p.log1p(last, 100).upper()));
        assertThat(DyadicLog1p.thin(last, last.plus(one.shift(-100)), 100)).isNotNull();
        assertThat(DyadicLog1p.thin(one, one.plus(one.shift(-201)), 100)).isNull();
        assertThat(DyadicLog1p.thin(one.plus(one.shift(-201)), one.plus(one.shift(-200)), 100)).isNull();
        assertThat(DyadicLog1p.thin(one, Dyadic.POSITIVE_INFINITY, 100)).isNull();
        assertThat(DyadicLog1p.thin(Dyadic.NEGATIVE_INFINITY, one, 100)).isNull();
    }

    /** The limits of what is tried, on both sides. */
    @Test
    void steps_are_small_and_numbers_moderate() {
        var one = Dyadic.ONE;
        var step = one.shift(-41); // the greatest power of two below 2^-40
        assertThat(DyadicThin.width(one, one.plus(step))).isEqualTo(step);
        assertThat(DyadicThin.width(one, one.plus(step.shift(1)))).isNull();
        assertThat(DyadicThin.width(one, one)).isNull();
        assertThat(DyadicThin.relativeWidth(one, one)).isEqualTo(Dyadic.ZERO);
        assertThat(DyadicThin.relativeWidth(Dyadic.ZERO, step)).isNull();
        for (int places : new int[] {-100, 0, 100}) {
            var x = one.shift(places);
            assertThat(DyadicThin.relativeWidth(x, x.plus(x.shift(-40)))).isEqualTo(step.shift(1));
            assertThat(DyadicThin.relativeWidth(x, x.plus(x.shift(-39)))).isNull();
        }
        var few = Dyadic.of(new BigInteger(62, random).setBit(61).setBit(0), -7);
        assertThat(DyadicThin.leading(Approximation.of(few.mantissa(), 1, few.exponent()))).isEqualTo(few);

        for (int places : new int[] {-257, 19}) {
            var x = one.shift(places);
            var y = x.plus(one.shift(-300));
            assertThat(DyadicThin.exp(x, y, 256)).isEqualTo(ends(DyadicExp.exp(x, 256), DyadicExp.exp(y, 256)));
            assertThat(DyadicThin.exp(y.negate(), x.negate(), 256)).isEqualTo(ends(DyadicExp.exp(y.negate(), 256), DyadicExp.exp(x.negate(), 256)));
            int beyond = places < 0 ? -1 : 1;
            assertThat(DyadicThin.exp(x.shift(beyond), y.shift(beyond), 256)).isNull();
            assertThat(DyadicThin.exp(y.negate().shift(beyond), x.negate().shift(beyond), 256)).isNull();
        }
        assertThat(DyadicThin.exp(x(-258), x(-257), 256)).isNull();
        assertThat(DyadicThin.exp(x(-257).negate(), x(-258).negate(), 256)).isNull();
    }

    private static Dyadic x(int places) {
        return Dyadic.ONE.shift(places);
    }

    private static DyadicInterval ends(DyadicInterval low, DyadicInterval high) {
        return DyadicInterval.of(low.lower(), high.upper());
    }

    /** Also of a point by a thin set and the other way round, and of numbers far from 1 that are near each other. */
    @Test
    void quotients_of_sets_that_may_be_points() {
        for (int i = 0; i < 100; i++) {
            var x = Dyadic.of(new BigInteger(128, random).setBit(127), -128);
            var z = Dyadic.of(new BigInteger(128, random).setBit(127), -128);
            var point = DyadicInterval.point(x);
            var thin = DyadicInterval.of(z, z.plus(x(-127)));
            isQuotient(DyadicThin.divide(point, thin, 128), point, thin);
            isQuotient(DyadicThin.divide(thin, point, 128), thin, point);
            isQuotient(DyadicThin.divide(shift(point, 1 << 21), shift(thin, 1 << 21), 128), point, thin);
            int equal = z.top() - x.top();
            isQuotient(shift(DyadicThin.divide(shift(point, equal + (1 << 20)), thin, 128), -equal - (1 << 20)), point, thin);
            assertThat(DyadicThin.divide(shift(point, equal + 1 + (1 << 20)), thin, 128)).isNull();
            assertThat(DyadicThin.divide(point, point, 128)).isNull();
        }
    }

    private static DyadicInterval shift(DyadicInterval a, int places) {
        return DyadicInterval.of(a.lower().shift(places), a.upper().shift(places));
    }

    private static void isQuotient(DyadicInterval found, DyadicInterval a, DyadicInterval b) {
        assertThat(found).isEqualTo(DyadicInterval.of(
            Dyadic.quotient(a.lower(), b.upper(), 128, Rounding.DOWN), Dyadic.quotient(a.upper(), b.lower(), 128, Rounding.UP)));
    }

    private static void isFromAbove(Dyadic bound, Rational value) {
        assertThat(bound.compareTo(value)).isPositive();
        assertThat(bound.compareTo(value.times(Rational.ONE.plus(Rational.of(2).pow(-59))))).isNegative();
    }
}
