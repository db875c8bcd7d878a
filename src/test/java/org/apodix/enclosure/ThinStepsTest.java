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
                    assertThat(erf.slope(few, DyadicInterval.point(x)).contains(value)).isTrue();
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
        var one = Dyadic.ONE;
        assertThat(DyadicLog1p.thin(one, one.plus(one.shift(-201)), 100)).isNull();
        assertThat(DyadicLog1p.thin(one.plus(one.shift(-201)), one.plus(one.shift(-200)), 100)).isNull();
        assertThat(DyadicLog1p.thin(one, Dyadic.POSITIVE_INFINITY, 100)).isNull();
        assertThat(DyadicLog1p.thin(Dyadic.NEGATIVE_INFINITY, one, 100)).isNull();
    }

    private static void isFromAbove(Dyadic bound, Rational value) {
        assertThat(bound.compareTo(value)).isPositive();
        assertThat(bound.compareTo(value.times(Rational.ONE.plus(Rational.of(2).pow(-59))))).isNegative();
    }
}
