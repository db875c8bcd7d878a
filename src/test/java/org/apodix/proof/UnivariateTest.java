package org.apodix.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apodix.enclosure.Polynomial;
import org.apodix.enclosure.Rational;
import org.junit.jupiter.api.Test;

class UnivariateTest {

    private static final Polynomial T = Polynomial.variable(1, 0);

    private static Polynomial minus(long numerator, long denominator) {
        return T.minus(Polynomial.constant(1, Rational.of(numerator, denominator)));
    }

    @Test
    void squaresGoAndOddPowersStay() {
        var p = minus(1, 3).pow(2).times(minus(1, 2).pow(3)).times(minus(2, 1)).times(Rational.of(-7));
        assertThat(Univariate.withoutSquares(p)).isEqualTo(minus(1, 2).times(minus(2, 1)).times(Rational.of(-7)));
        assertThat(Univariate.withoutSquares(minus(1, 5).pow(8))).isEqualTo(Polynomial.constant(1, Rational.ONE));
        var irrational = T.pow(2).minus(Polynomial.constant(1, Rational.TWO));
        assertThat(Univariate.withoutSquares(irrational)).isEqualTo(irrational);
        assertThat(Univariate.withoutSquares(irrational.pow(5))).isEqualTo(irrational);
    }

    @Test
    void theGreatestCommonDivisorIsMonic() {
        var p = minus(1, 3).times(minus(2, 1)).times(Rational.of(5));
        assertThat(Univariate.gcd(p, minus(2, 1).times(minus(7, 1)).times(Rational.of(3)))).isEqualTo(minus(2, 1));
        assertThat(Univariate.gcd(p, Polynomial.constant(1, Rational.ZERO))).isEqualTo(p.times(Rational.of(1, 5)));
    }

    @Test
    void aRepeatedRootInsideIsATouchingPoint() {
        assertThat(Univariate.touching(minus(1, 3).pow(2).times(minus(-1, 1)))).isEqualTo(Rational.of(1, 3));
        assertThat(Univariate.touching(minus(1, 1).pow(2))).isNull();
        assertThat(Univariate.touching(minus(1, 3))).isNull();
        assertThat(Univariate.touching(minus(1, 3).pow(2).times(minus(1, 2).pow(2)))).isNull();
    }

    @Test
    void onASegment() {
        var x = Polynomial.variable(2, 0);
        var y = Polynomial.variable(2, 1);
        var p = x.times(y).plus(x.pow(2));
        var a = List.of(Rational.ONE, Rational.TWO);
        var b = List.of(Rational.of(3), Rational.of(-1));
        for (int k = 0; k <= 4; k++) {
            var s = Rational.of(k, 4);
            var point = List.of(Rational.ONE.plus(s.times(Rational.TWO)), Rational.TWO.minus(s.times(Rational.of(3))));
            assertThat(Univariate.onSegment(p, a, b).at(List.of(s))).isEqualTo(p.at(point));
        }
    }
}
