package org.apodix.enclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What proves a node of a Gauss rule: signs beyond the error, in order, and values with all of their error. */
class LegendreValueTest {

    private static final int DIGITS = 60;

    /** P_n(x), exactly. */
    private static Rational legendre(int n, Rational x) {
        Rational before = Rational.ONE;
        Rational value = n == 0 ? before : x;
        for (int j = 1; j < n; j++) {
            Rational next = x.times(value).times(Rational.of(2L * j + 1)).minus(before.times(Rational.of(j))).over(Rational.of(j + 1L));
            before = value;
            value = next;
        }
        return value;
    }

    @Test
    void valuesContainThoseOfTheWholeInterval() {
        var random = new Random(19);
        for (int i = 0; i < 200; i++) {
            int n = 2 + random.nextInt(12);
            var value = new LegendreValue(n, DIGITS);
            var x = new BigInteger(value.scale(), random);
            var unit = Rational.of(BigInteger.ONE, BigInteger.ONE.shiftLeft(value.scale()));
            var at = Rational.of(x).times(unit);
            int digits = 10 + random.nextInt(40);
            var enclosed = value.previous(x, digits);
            assertThat(enclosed.contains(legendre(n - 1, at))).isTrue();
            assertThat(enclosed.contains(legendre(n - 1, at.plus(Rational.of(2).pow(1 - digits))))).isTrue();
            assertThat(enclosed.width()).isLessThan(Dyadic.of((long) n * n).shift(2L - digits));
            // at the number alone: no more than the error of the recurrence
            var alone = value.previous(x, value.scale() + 64);
            assertThat(alone.contains(legendre(n - 1, at))).isTrue();
            assertThat(alone.width()).isLessThan(Dyadic.ONE.shift(1L - DIGITS));
        }
    }

    /** Next to 1, where the polynomial is steepest, by n (n - 1) / 2. */
    @Test
    void valuesContainThoseOfTheWholeIntervalNextToOne() {
        for (int n = 2; n < 30; n++) {
            var value = new LegendreValue(n, DIGITS);
            int digits = 40;
            var x = BigInteger.ONE.shiftLeft(value.scale()).subtract(BigInteger.ONE.shiftLeft(value.scale() - digits + 1));
            var enclosed = value.previous(x, digits);
            assertThat(enclosed.contains(Rational.ONE)).isTrue();
            assertThat(enclosed.contains(legendre(n - 1, Rational.ONE.minus(Rational.of(2).pow(1 - digits))))).isTrue();
        }
    }

    /** The bits beyond those asked for are those of e_n, by its recurrence in fractions, each step rounded up to an integer. */
    @Test
    void theScaleHoldsTheErrorOfTheRecurrence() {
        for (int n = 1; n <= 200; n++) {
            var before = Rational.ZERO;
            var error = Rational.ZERO;
            for (int j = 1; j < n; j++) {
                var next = error.plus(Rational.ONE).times(Rational.of(2L * j + 1)).plus(before.times(Rational.of(j))).over(Rational.of(j + 1L)).plus(Rational.ONE);
                before = error;
                error = next;
            }
            int bits = new LegendreValue(n, DIGITS).scale() - DIGITS;
            assertThat(error).isLessThanOrEqualTo(Rational.of(2).pow(bits));
            assertThat(n == 1 || error.times(Rational.of(8)).compareTo(Rational.of(2).pow(bits)) > 0).isTrue();
        }
    }

    /** The root of P_2 = (3 x^2 - 1) / 2 is 1 / sqrt(3). */
    @Test
    void aRootIsCertifiedByProvedSignsInOrder() {
        var value = new LegendreValue(2, DIGITS);
        int scale = value.scale();
        var one = BigInteger.ONE.shiftLeft(scale);
        var root = one.multiply(one).divide(BigInteger.valueOf(3)).sqrt();
        var step = BigInteger.ONE.shiftLeft(scale - 20);
        var low = root.subtract(step);
        var high = root.add(step);
        assertThatCode(() -> value.certify(low, high, BigInteger.ZERO)).doesNotThrowAnyException();
        assertThatCode(() -> value.certify(low, high, low.subtract(BigInteger.ONE))).doesNotThrowAnyException();
        assertThatCode(() -> value.certify(low, one, BigInteger.ZERO)).doesNotThrowAnyException();
        assertThatCode(() -> value.certify(BigInteger.ONE, high, BigInteger.ZERO)).doesNotThrowAnyException();
        rejects(value, low, high, low);
        rejects(value, low, high, high);
        rejects(value, BigInteger.ZERO, high, BigInteger.ONE.negate());
        rejects(value, low.negate(), high, one.negate());
        rejects(value, low, one.add(BigInteger.ONE), BigInteger.ZERO);
        rejects(value, low, low, BigInteger.ZERO);
        rejects(value, high, low, BigInteger.ZERO);
        rejects(value, low, root.subtract(step.shiftRight(1)), BigInteger.ZERO);
        rejects(value, high, high.add(step), BigInteger.ZERO);
        // the sign changes, but the values are within their error
        rejects(value, root, root.add(BigInteger.ONE), BigInteger.ZERO);
        rejects(value, low, root.add(BigInteger.ONE), BigInteger.ZERO);
        rejects(value, root, high, BigInteger.ZERO);
    }

    private static void rejects(LegendreValue value, BigInteger low, BigInteger high, BigInteger last) {
        assertThatThrownBy(() -> value.certify(low, high, last)).isInstanceOf(IllegalStateException.class)
                .hasMessage("a node of the Gauss rule with 2 points is not certified");
    }

    @Test
    void rulesAreKeptWithinTheirLimits() {
        assertThatThrownBy(() -> GaussLegendre.of(GaussLegendre.MAX_POINTS + 1, 64)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a Gauss rule with 2049 points: give 1 to 2048");
        assertThat(GaussLegendre.of(7, 64)).isSameAs(GaussLegendre.of(7, 64));
        assertThat(GaussLegendre.of(7, 64).half()).isEqualTo(4);
        assertThat(GaussLegendre.of(8, 64).half()).isEqualTo(4);
        assertThat(GaussLegendre.of(8, 64).points()).isEqualTo(8);
        assertThat(GaussLegendre.of(8, 64).node(0).isPositive()).isTrue();
    }

    /** The least number of points in the list whose bound is small enough; the bound is that of the formula, from above. */
    @Test
    void theErrorBoundIsTheFormula() {
        var magnitude = Dyadic.of(3);
        var radius = Dyadic.of(2);
        for (int n : new int[] {1, 2, 5}) {
            // (64/15) 3 4^-n / (3/4)
            var exact = Rational.of(256, 15).times(Rational.of(4).pow(-n));
            var bound = GaussError.bound(magnitude, radius, n);
            assertThat(bound.compareTo(exact)).isNotNegative();
            assertThat(bound.compareTo(exact.times(Rational.of(1_000_001, 1_000_000)))).isNegative();
            assertThat(GaussError.points(magnitude, radius, bound, new int[] {1, 2, 5})).isEqualTo(n);
        }
        var sizes = new int[] {1, 2, 3, 4};
        var third = GaussError.bound(magnitude, radius, 3);
        assertThat(GaussError.points(magnitude, radius, third.minus(Dyadic.ONE.shift(-60)), sizes)).isEqualTo(4);
        assertThat(GaussError.points(magnitude, radius, Dyadic.ONE.shift(-60), sizes)).isEqualTo(-1);
    }
}
