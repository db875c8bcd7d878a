package org.apodix.enclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of table entry and constant keeps the error that the proofs count on: fresh tables against interval arithmetic. */
class FixedPointTest {

    private static final DyadicArithmetic FINE = new DyadicArithmetic(700);

    /** Whether |v - 2^f y| < 2. */
    private static void near(BigInteger v, DyadicInterval y, int f) {
        var unit = Dyadic.ONE.shift(-f);
        var difference = FINE.subtract(DyadicInterval.point(Dyadic.of(v, -f)), y);
        assertThat(difference.magnitude()).isLessThan(unit.shift(1));
    }

    /** Whether v <= 2^f y < v + 2. */
    private static void below(BigInteger v, DyadicInterval y, int f) {
        near(v, y, f);
        assertThat(Dyadic.of(v, -f)).isLessThanOrEqualTo(y.upper());
    }

    private static DyadicInterval fraction(long n, long d) {
        return FINE.of(Rational.of(n, d));
    }

    @ParameterizedTest
    @ValueSource(ints = {32, 96, 352, 512})
    void entriesAreOffByLessThanTwoUnits(int f) {
        var tables = new FixedPoint(f);
        for (int level = 0; level < 3; level++) {
            long d = 1L << FixedPoint.STEP * (level + 1);
            for (int i : new int[] {1, 2, 17, 51, 52, 64, 127}) {
                var x = fraction(i, d);
                for (int again = 0; again < 2; again++) { // computed, then kept
                    below(tables.exponential(level, i), FINE.exp(x), f);
                    near(tables.angle(level, i), FINE.atan(x), f);
                    near(tables.cosine(level, i), FINE.cos(x), f);
                    near(tables.sine(level, i), FINE.sin(x), f);
                }
            }
            below(tables.exponential(level, 0), FINE.of(Rational.ONE), f);
        }
        near(tables.angle(0, 128), FINE.atan(FINE.of(Rational.ONE)), f);
        for (int n : new int[] {171, 255, 256, 257, 340}) {
            near(tables.logarithm(n - 128, n, 256), FINE.log(fraction(n, 256)), f);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {32, 64, 512, 1024})
    void inversesAreFloors(int f) {
        var one = BigInteger.ONE.shiftLeft(f);
        var factorials = new FixedPoint(f).inverseFactorials();
        var factorial = BigInteger.ONE;
        int n = 0;
        for (; n < factorials.length; n++) {
            assertThat(factorials[n]).isEqualTo(one.divide(factorial));
            factorial = factorial.multiply(BigInteger.valueOf(n + 1L));
        }
        // the terms left out, from y^N / N! on for y < 2^-21, are at most half a unit
        assertThat(factorial.divide(BigInteger.valueOf(n)).multiply(BigInteger.valueOf(n)).shiftLeft(3 * FixedPoint.STEP * n))
                .isGreaterThanOrEqualTo(one.shiftLeft(1));
        for (int m : new int[] {1, 2, 3, f / 8 - 1, f / 8, f / 8 + 1, 1000}) {
            assertThat(FixedPoint.inverse(f, m)).isEqualTo(one.divide(BigInteger.valueOf(m)));
        }
        assertThat(FixedPoint.inverse(2048, 7)).isEqualTo(BigInteger.ONE.shiftLeft(2048).divide(BigInteger.valueOf(7)));
        assertThat(FixedPoint.inverse(2080, 7)).isEqualTo(BigInteger.ONE.shiftLeft(2080).divide(BigInteger.valueOf(7)));
    }

    @Test
    void wordsAreRoundedUp() {
        assertThat(FixedPoint.roundUp(0)).isZero();
        assertThat(FixedPoint.roundUp(1)).isEqualTo(32);
        assertThat(FixedPoint.roundUp(32)).isEqualTo(32);
        assertThat(FixedPoint.roundUp(33)).isEqualTo(64);
    }

    /** With the least and the greatest error that is allowed to the computation, the constant is still between v and v + 2. */
    @Test
    void constantsAreBoundedFromBelow() {
        var third = Rational.of(1, 3);
        for (long low : new long[] {0, (1L << 32) - 2}) {
            var constant = new DyadicConstant(n -> BigInteger.ONE.shiftLeft(n).divide(BigInteger.valueOf(3)).subtract(BigInteger.valueOf(low)));
            for (int bits : new int[] {0, 1, 5, 63, 64, 65, 127, 128, 129, 255, 256, 257, 1000, 1024, 5000}) {
                for (int again = 0; again < 2; again++) {
                    var v = Rational.of(constant.at(bits));
                    var scaled = third.times(Rational.of(BigInteger.ONE.shiftLeft(bits)));
                    assertThat(v).isLessThanOrEqualTo(scaled);
                    assertThat(v.plus(Rational.TWO)).isGreaterThan(scaled);
                }
            }
        }
    }

    @Test
    void arcsAreOffByTwoUnitsATerm() {
        for (int bits : new int[] {20, 64, 300}) {
            for (int[] ab : new int[][] {{0, 7}, {1, 2}, {1, 3}, {2, 5}, {3, 1000}}) {
                var x = fraction(ab[0], ab[1]);
                long allowed = 2L * (bits / 2 + 2);
                var atan = Dyadic.of(DyadicConstant.arc(ab[0], ab[1], -1, bits), -bits);
                assertThat(FINE.subtract(DyadicInterval.point(atan), FINE.atan(x)).magnitude()).isLessThan(Dyadic.of(allowed).shift(-bits));
                var atanh = Dyadic.of(DyadicConstant.arc(ab[0], ab[1], 1, bits), -bits);
                var one = FINE.of(Rational.ONE);
                var twice = FINE.log(FINE.divide(FINE.add(one, x), FINE.subtract(one, x)));
                assertThat(FINE.subtract(DyadicInterval.point(atanh.shift(1)), twice).magnitude()).isLessThan(Dyadic.of(2 * allowed).shift(-bits));
            }
        }
    }
}
