package org.apodix.enclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Directed operations on doubles against exact numbers, overflow and underflow included, and what Java promises of functions. */
class DoubleBoundsTest {

    private static final double INF = Double.POSITIVE_INFINITY;

    private final Random random = new Random(17);

    /** Any size, with a short mantissa now and then, so that results are exact or half way between two doubles. */
    private double number(int range) {
        double m = 1 + (random.nextInt(3) == 0 ? random.nextInt(4) / 4.0 : random.nextDouble());
        double x = Math.scalb(m, random.nextInt(2 * range) - range);
        return random.nextBoolean() ? x : -x;
    }

    private static Rational exact(double x) {
        return Dyadic.ofExact(x).toRational();
    }

    private static int compare(double x, Rational y) {
        return Dyadic.ofExact(x).compareTo(y);
    }

    /** Bounds on their side; the same where the value is a double of ordinary size; elsewhere at most two steps apart. */
    private static void bounds(double lo, Rational y, double hi) {
        assertThat(compare(lo, y)).isNotPositive();
        assertThat(compare(hi, y)).isNotNegative();
        boolean ordinary = Math.abs(lo) > 0x1p-900 && Math.abs(hi) > 0x1p-900 && Math.abs(lo) < INF && Math.abs(hi) < INF;
        assertThat(hi == lo || hi == Math.nextUp(lo) || !ordinary && hi <= Math.nextUp(Math.nextUp(lo))).isTrue();
        if (ordinary && (compare(lo, y) == 0 || compare(hi, y) == 0)) {
            assertThat(lo).isEqualTo(hi);
        }
    }

    @Test
    void sums_products_and_quotients_of_any_size() {
        for (int i = 0; i < 4000; i++) {
            double a = number(i % 3 == 0 ? 8 : 1000);
            double b = i % 2 == 0 ? number(8) : Math.scalb(number(60), -Math.getExponent(a));
            double c = Math.scalb(number(3), -1074 - Math.getExponent(b)); // products with b are next to the least double
            if (b == 0 || c == 0 || Double.isInfinite(b) || Double.isInfinite(c)) {
                continue;
            }
            double d = Math.abs(b);
            bounds(DoubleBounds.addDown(a, b), exact(a).plus(exact(b)), DoubleBounds.addUp(a, b));
            bounds(DoubleBounds.multiplyDown(a, b), exact(a).times(exact(b)), DoubleBounds.multiplyUp(a, b));
            bounds(DoubleBounds.multiplyDown(b, c), exact(b).times(exact(c)), DoubleBounds.multiplyUp(b, c));
            bounds(DoubleBounds.divideDown(a, d), exact(a).over(exact(d)), DoubleBounds.divideUp(a, d));
        }
    }

    @Test
    void products_and_quotients_keep_their_sign_when_they_underflow() {
        // 1.5 times the least double is rounded to twice it, and a half to 0
        double least = Double.MIN_VALUE;
        assertThat(DoubleBounds.multiplyDown(3 * 0x1p-537, 0x1p-538)).isLessThanOrEqualTo(least).isNotNegative();
        assertThat(DoubleBounds.multiplyUp(-3 * 0x1p-537, 0x1p-538)).isGreaterThanOrEqualTo(-least).isNotPositive();
        assertThat(DoubleBounds.divideDown(3 * least, 2)).isLessThanOrEqualTo(least).isNotNegative();
        assertThat(DoubleBounds.divideUp(-3 * least, 2)).isGreaterThanOrEqualTo(-least).isNotPositive();
        assertThat(DoubleBounds.multiplyDown(-3 * 0x1p-537, 0x1p-537)).isLessThanOrEqualTo(-3 * least);
        assertThat(DoubleBounds.divideDown(-3 * least, 2)).isLessThanOrEqualTo(-2 * least);
        assertThat(DoubleBounds.multiplyDown(-0x1p-600, -0x1p-600)).isZero();
        assertThat(DoubleBounds.divideDown(-0x1p-1000, 0x1p1000)).isEqualTo(-least);
    }

    @Test
    void infinite_operands_are_limits() {
        assertThat(DoubleBounds.multiplyDown(0, INF)).isZero();
        assertThat(DoubleBounds.multiplyDown(INF, 0)).isZero();
        assertThat(DoubleBounds.multiplyUp(-INF, 3)).isEqualTo(-INF);
        assertThat(DoubleBounds.multiplyDown(2, INF)).isEqualTo(INF);
        assertThat(DoubleBounds.divideDown(INF, 2)).isEqualTo(INF);
        assertThat(DoubleBounds.divideUp(-INF, 2)).isEqualTo(-INF);
        assertThat(DoubleBounds.divideDown(2, INF)).isZero();
        assertThat(DoubleBounds.divideUp(2, INF)).isZero();
        assertThat(DoubleBounds.divideDown(-2, INF)).isZero();
        assertThat(DoubleBounds.addDown(INF, 1)).isEqualTo(INF);
        assertThat(DoubleBounds.addUp(1, -INF)).isEqualTo(-INF);
        assertThat(DoubleBounds.addDown(Double.MAX_VALUE, Double.MAX_VALUE)).isEqualTo(Double.MAX_VALUE);
        assertThat(DoubleBounds.addUp(Double.MAX_VALUE, Double.MAX_VALUE)).isEqualTo(INF);
        assertThat(DoubleBounds.multiplyDown(Double.MAX_VALUE, 2)).isEqualTo(Double.MAX_VALUE);
        assertThat(DoubleBounds.multiplyUp(-Double.MAX_VALUE, 2)).isEqualTo(-Double.MAX_VALUE);
    }

    @Test
    void square_roots_of_any_size() {
        for (int i = 0; i < 3000; i++) {
            double a = Math.abs(number(1022));
            double x = i % 2 == 0 ? a : (double) (float) a * (float) a;
            if (x > 0 && x < INF) {
                double lo = DoubleBounds.sqrtDown(x);
                double hi = DoubleBounds.sqrtUp(x);
                assertThat(compare(x, exact(lo).pow(2))).isNotNegative();
                assertThat(compare(x, exact(hi).pow(2))).isNotPositive();
                assertThat(hi).isLessThanOrEqualTo(Math.nextUp(x > 0x1p-900 ? lo : Math.nextUp(lo)));
                if (x > 0x1p-900 && compare(x, exact(lo).pow(2)) == 0) {
                    assertThat(hi).isEqualTo(lo);
                }
            }
        }
        // next to the least double, where the residue of the root is no double
        double x = 3 * Double.MIN_VALUE;
        assertThat(compare(x, exact(DoubleBounds.sqrtDown(x)).pow(2))).isPositive();
        assertThat(compare(x, exact(DoubleBounds.sqrtUp(x)).pow(2))).isNegative();
    }

    /**
     * Java promises one ulp, whatever this machine does. An ulp is twice as large above a power of two as below it, and the result and
     * the true value may lie on either side; so the greater one counts.
     */
    private static void promised(DoubleUnaryOperator function, DoubleUnaryOperator down, DoubleUnaryOperator up, double x) {
        double y = function.applyAsDouble(x);
        double below = Math.max(Math.ulp(y), Math.ulp(Math.nextDown(y)));
        double above = Math.max(Math.ulp(y), Math.ulp(Math.nextUp(y)));
        assertThat(compare(down.applyAsDouble(x), exact(y).minus(exact(below)))).isNotPositive();
        assertThat(compare(up.applyAsDouble(x), exact(y).plus(exact(above)))).isNotNegative();
    }

    @Test
    void functions_leave_the_error_that_java_allows() {
        for (double power : new double[] {0.125, 0.25, 0.5, 2, 4, 64}) {
            for (double x : around(Math.log(power))) {
                promised(StrictMath::exp, DoubleBounds::expDown, DoubleBounds::expUp, x);
            }
            for (double sign : new double[] {1, -1}) {
                for (double x : around(Math.exp(sign * power))) {
                    promised(StrictMath::log, DoubleBounds::logDown, DoubleBounds::logUp, x);
                }
            }
        }
    }

    private static double[] around(double x) {
        var near = new double[65];
        near[0] = x;
        for (int i = 1; i < near.length; i += 2) {
            near[i] = Math.nextUp(near[Math.max(0, i - 2)]);
            near[i + 1] = Math.nextDown(near[i - 1 == 0 ? 0 : i - 1]);
        }
        return near;
    }

    @Test
    void exponentials_and_logarithms_stay_on_their_side() {
        assertThat(DoubleBounds.expDown(Double.MIN_VALUE)).isEqualTo(1);
        assertThat(DoubleBounds.expUp(-Double.MIN_VALUE)).isEqualTo(1);
        assertThat(DoubleBounds.expDown(0)).isEqualTo(1);
        assertThat(DoubleBounds.expUp(0)).isEqualTo(1);
        assertThat(DoubleBounds.expDown(-800)).isZero();
        assertThat(DoubleBounds.expUp(-800)).isPositive().isLessThan(0x1p-1070);
        assertThat(DoubleBounds.expUp(800)).isEqualTo(INF);
        assertThat(DoubleBounds.expDown(800)).isLessThan(INF).isGreaterThan(0x1p1023);
        assertThat(DoubleBounds.logUp(Math.nextDown(1.0))).isNotPositive();
        assertThat(DoubleBounds.logDown(Math.nextUp(1.0))).isNotNegative();
        assertThat(DoubleBounds.logUp(1)).isZero();
        assertThat(DoubleBounds.logDown(5)).isGreaterThan(1.60943791243);
        assertThat(DoubleBounds.logUp(0.2)).isLessThan(-1.60943791243);
        assertThat(DoubleBounds.expDown(2)).isGreaterThan(7.389056098930);
        assertThat(DoubleBounds.expUp(-2)).isLessThan(0.1353352832367);
    }

    @Test
    void powers_are_bounds_of_any_exponent() {
        for (int i = 0; i < 1500; i++) {
            double x = Math.abs(number(i % 2 == 0 ? 2 : 150));
            int n = 1 + random.nextInt(12);
            Rational y = exact(x).pow(n);
            double lo = DoubleBounds.powerDown(x, n);
            double hi = DoubleBounds.powerUp(x, n);
            assertThat(compare(lo, y)).isNotPositive();
            assertThat(compare(hi, y)).isNotNegative();
            if (lo > 1e-250 && hi < INF) {
                assertThat(hi - lo).isLessThanOrEqualTo(lo * n * 0x1p-51);
            }
        }
        assertThat(DoubleBounds.powerDown(3, 1)).isEqualTo(3).isEqualTo(DoubleBounds.powerUp(3, 1));
        assertThat(DoubleBounds.powerDown(3, 7)).isEqualTo(2187).isEqualTo(DoubleBounds.powerUp(3, 7));
    }
}
