package org.apodix.enclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GaussLegendreTest {

    private final DyadicArithmetic a = new DyadicArithmetic(400);

    /** sum w x^(2j) = 2 / (2j + 1) for 2j <= 2n - 1; for the degree 2n it is no longer so. */
    @ParameterizedTest
    @CsvSource({"1, 100", "2, 60", "3, 333", "5, 128", "16, 128", "33, 200", "64, 340", "128, 400"})
    void momentsAreExactUpToTheDegreeOfTheRule(int n, int bits) {
        var rule = GaussLegendre.compute(n, bits);
        var tolerance = Dyadic.ONE.shift(-bits + 8L);
        for (int j = 0; j <= n; j++) {
            var sum = moment(rule, j);
            boolean exact = sum.contains(Rational.of(2, 2L * j + 1));
            assertThat(exact).isEqualTo(j < n);
            assertThat(sum.width().compareTo(tolerance)).isLessThan(0);
        }
    }

    private DyadicInterval moment(GaussLegendre rule, int j) {
        var sum = a.of(Rational.ZERO);
        for (int k = 0; k < rule.half(); k++) {
            boolean single = k == 0 && rule.points() % 2 == 1;
            var term = a.multiply(rule.weight(k), a.power(rule.node(k), 2 * j));
            sum = a.add(sum, single ? term : a.add(term, term));
        }
        return sum;
    }

    @Test
    void smallRulesHaveTheirKnownNodes() {
        assertThat(GaussLegendre.of(1, 64).node(0)).isEqualTo(DyadicInterval.point(Dyadic.ZERO));
        assertThat(GaussLegendre.of(1, 64).weight(0).contains(Rational.of(2))).isTrue();
        assertThat(a.square(GaussLegendre.of(2, 90).node(0)).contains(Rational.of(1, 3))).isTrue();
        var three = GaussLegendre.of(3, 90);
        assertThat(a.square(three.node(1)).contains(Rational.of(3, 5))).isTrue();
        assertThat(three.weight(0).contains(Rational.of(8, 9))).isTrue();
        assertThat(three.weight(1).contains(Rational.of(5, 9))).isTrue();
    }

    @Test
    void nodesAreNarrowOrderedAndTheSameAtEveryPrecision() {
        var fine = GaussLegendre.compute(41, 300);
        var coarse = GaussLegendre.compute(41, 80);
        for (int k = 0; k < fine.half(); k++) {
            assertThat(coarse.node(k).overlaps(fine.node(k))).isTrue();
            assertThat(coarse.weight(k).overlaps(fine.weight(k))).isTrue();
            assertThat(fine.node(k).width().compareTo(Dyadic.ONE.shift(-300))).isLessThan(0);
            assertThat(k == 0 || fine.node(k - 1).upper().compareTo(fine.node(k).lower()) < 0).isTrue();
        }
    }

    @Test
    void aRootThatIsNotThereIsNotCertified() {
        var value = new LegendreValue(4, 80);
        var one = BigInteger.ONE.shiftLeft(value.scale() - 40);
        var half = BigInteger.ONE.shiftLeft(value.scale() - 1);
        assertThatThrownBy(() -> value.certify(half, half.add(one), BigInteger.ZERO)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> GaussLegendre.of(0, 64)).isInstanceOf(IllegalArgumentException.class);
    }

    /** f = 1 / (c - x) with c = 5/4 outside of the ellipse of radius r = 7/4 < 2: the true error is below the bound. */
    @Test
    void theEllipseBoundHoldsForAPole() {
        var c = Rational.of(5, 4);
        var radius = Dyadic.ofExact(1.75);
        // the ellipse reaches (r + 1/r) / 2 = 65/56, so |f| <= 1 / (5/4 - 65/56) = 56/5
        var magnitude = Dyadic.of(Rational.of(56, 5), 60, Rounding.UP);
        var integral = a.log(a.of(Rational.of(9)));
        for (int n : new int[] {1, 2, 5, 10, 30}) {
            var rule = GaussLegendre.of(n, 300);
            var sum = a.of(Rational.ZERO);
            for (int k = 0; k < rule.half(); k++) {
                var right = a.divide(rule.weight(k), a.subtract(a.of(c), rule.node(k)));
                var left = a.divide(rule.weight(k), a.add(a.of(c), rule.node(k)));
                sum = a.add(sum, k == 0 && n % 2 == 1 ? right : a.add(left, right));
            }
            var error = a.abs(a.subtract(sum, integral));
            var bound = GaussError.bound(magnitude, radius, n);
            assertThat(error.upper().compareTo(bound)).isLessThan(0);
            assertThat(error.lower().compareTo(bound.shift(-8L - n))).isGreaterThan(0); // and not absurdly far below
            assertThat(GaussError.points(magnitude, radius, bound, new int[] {1, 2, 5, 10, 30})).isEqualTo(n);
        }
        assertThat(GaussError.points(magnitude, radius, Dyadic.ZERO, new int[] {1, 2})).isEqualTo(-1);
    }
}
