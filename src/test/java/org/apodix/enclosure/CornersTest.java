package org.apodix.enclosure;

import static org.apodix.enclosure.Rounding.DOWN;
import static org.apodix.enclosure.Rounding.UP;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.Test;

/** + - * / of intervals of any signs are the exact hull of their corners, each end rounded outward once. */
class CornersTest {

    private final Random random = new Random(53);

    private Dyadic number(int bits) {
        var m = BigInteger.valueOf(random.nextInt(1 << bits) - (1 << bits - 1));
        return Dyadic.of(m, random.nextInt(3) - bits);
    }

    private DyadicInterval set(int bits) {
        Dyadic x = number(bits);
        Dyadic y = random.nextInt(4) == 0 ? x : number(bits);
        return DyadicInterval.of(x.min(y), x.max(y));
    }

    private static Rational[] hull(DyadicInterval a, DyadicInterval b, BinaryOperator<Rational> f) {
        Rational least = null;
        Rational greatest = null;
        for (var x : new Dyadic[] {a.lower(), a.upper()}) {
            for (var y : new Dyadic[] {b.lower(), b.upper()}) {
                var value = f.apply(x.toRational(), y.toRational());
                least = least == null ? value : least.min(value);
                greatest = greatest == null ? value : greatest.max(value);
            }
        }
        return new Rational[] {least, greatest};
    }

    private static void dyadic(DyadicInterval found, Rational[] hull, int bits) {
        assertThat(found).isEqualTo(DyadicInterval.of(Dyadic.of(hull[0], bits, DOWN), Dyadic.of(hull[1], bits, UP)));
    }

    @Test
    void dyadicOperationsAreTheHullOfTheirCorners() {
        for (int i = 0; i < 3000; i++) {
            int bits = 2 + i % 9;
            var a = new DyadicArithmetic(bits);
            var x = set(12);
            var y = set(12);
            dyadic(a.add(x, y), hull(x, y, Rational::plus), bits);
            dyadic(a.subtract(x, y), hull(x, y, Rational::minus), bits);
            dyadic(a.multiply(x, y), hull(x, y, Rational::times), bits);
            if (!y.containsZero()) {
                dyadic(a.divide(x, y), hull(x, y, Rational::over), bits);
            }
            var least = x.mignitude().toRational();
            var greatest = x.magnitude().toRational();
            dyadic(a.square(x), new Rational[] {least.pow(2), greatest.pow(2)}, bits);
            dyadic(a.power(x, 4), new Rational[] {least.pow(4), greatest.pow(4)}, bits);
            dyadic(a.power(x, 3), new Rational[] {x.lower().toRational().pow(3), x.upper().toRational().pow(3)}, bits);
            assertThat(a.abs(x)).isEqualTo(DyadicInterval.of(x.mignitude(), x.magnitude()));
            assertThat(a.min(x, y)).isEqualTo(DyadicInterval.of(x.lower().min(y.lower()), x.upper().min(y.upper())));
            assertThat(a.max(x, y)).isEqualTo(DyadicInterval.of(x.lower().max(y.lower()), x.upper().max(y.upper())));
            assertThat(a.enclose(x)).isEqualTo(DyadicInterval.of(x.lower().round(bits, DOWN), x.upper().round(bits, UP)));
        }
    }

    private DoubleInterval doubles() {
        double x = (random.nextDouble() - 0.5) * (1 + random.nextInt(3));
        double y = random.nextInt(4) == 0 ? x : random.nextDouble() - 0.5;
        return DoubleInterval.of(Math.min(x, y), Math.max(x, y));
    }

    private static void bounds(DoubleInterval found, Rational[] hull) {
        var lower = Dyadic.of(hull[0], 200, DOWN);
        var upper = Dyadic.of(hull[1], 200, UP);
        assertThat(found).isEqualTo(DoubleInterval.of(lower.toDouble(DOWN), upper.toDouble(UP)));
    }

    @Test
    void doubleOperationsAreTheHullOfTheirCorners() {
        var a = DoubleArithmetic.INSTANCE;
        for (int i = 0; i < 2000; i++) {
            var x = doubles();
            var y = doubles();
            var u = x.toDyadic();
            var v = y.toDyadic();
            bounds(a.add(x, y), hull(u, v, Rational::plus));
            bounds(a.subtract(x, y), hull(u, v, Rational::minus));
            bounds(a.multiply(x, y), hull(u, v, Rational::times));
            if (!y.containsZero()) {
                bounds(a.divide(x, y), hull(u, v, Rational::over));
            }
            bounds(a.square(x), new Rational[] {u.mignitude().toRational().pow(2), u.magnitude().toRational().pow(2)});
            bounds(a.abs(x), new Rational[] {u.mignitude().toRational(), u.magnitude().toRational()});
            bounds(a.min(x, y), new Rational[] {u.lower().min(v.lower()).toRational(), u.upper().min(v.upper()).toRational()});
            bounds(a.max(x, y), new Rational[] {u.lower().max(v.lower()).toRational(), u.upper().max(v.upper()).toRational()});
            var third = DyadicInterval.of(Dyadic.of(Rational.of(i - 1000, 3), 90, DOWN), Dyadic.of(Rational.of(i - 999, 3), 90, UP));
            bounds(a.enclose(third), new Rational[] {third.lower().toRational(), third.upper().toRational()});
        }
    }

    /** Where erfc(x / sqrt 2) is one and a half times the least number of all, its half is below that; and where it is 3/4 of it, too. */
    @Test
    void theNormalTailEndsOnBothSidesOfTheLeastNumber() {
        var least = Dyadic.ONE.shift(-Dyadic.MAX_EXPONENT - 1L);
        for (double factor : new double[] {1.5, 0.75}) {
            double log = Math.log(factor) - (Dyadic.MAX_EXPONENT + 1) * Math.log(2);
            double x = Math.sqrt(-2 * log);
            for (int i = 0; i < 20; i++) { // erfc(x / sqrt 2) is about exp(-x^2 / 2) / (x sqrt(pi / 2))
                x = Math.sqrt(-2 * (log + Math.log(x * Math.sqrt(Math.PI / 2))));
            }
            for (int bits : new int[] {24, 64}) {
                var tail = new DyadicArithmetic(bits).normalTail(DyadicInterval.point(Dyadic.ofExact(x)));
                assertThat(tail).isEqualTo(DyadicInterval.of(Dyadic.ZERO, least));
            }
        }
        var twice = new DyadicArithmetic(64).normalTail(DyadicInterval.point(Dyadic.of(4800)));
        assertThat(twice.isPositive()).isTrue();
    }
}
