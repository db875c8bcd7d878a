package org.apodix.enclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The functions against a second computation, against each other, and at arguments made to be hard. */
class FunctionProperties {

    @Provide
    Arbitrary<Dyadic> moderate() {
        return Numbers.exponents().map(x -> x.signum() == 0 || x.top() <= 2 ? x : x.shift(2L - x.top()));
    }

    @Provide
    Arbitrary<Integer> precisions() {
        return Arbitraries.integers().between(2, 300).withoutEdgeCases();
    }

    /** A result at 53 to 300 bits against intervals of 700 bits from + - * / sqrt alone. */
    @Property(tries = 60)
    void agree_with_a_second_computation(@ForAll("moderate") Dyadic number, @ForAll("precisions") int bits) {
        Reference reference = new Reference(700);
        DyadicArithmetic c = new DyadicArithmetic(bits);
        Dyadic short1 = number.round(60, Rounding.DOWN);
        Dyadic v = short1.signum() != 0 && short1.top() < -60 ? short1.shift(-60L - short1.top()) : short1;
        DyadicInterval x = DyadicInterval.point(v);
        DyadicInterval[] circle = reference.sinAndCos(x);
        agree("sin", c.sin(x), circle[0]);
        agree("cos", c.cos(x), circle[1]);
        agree("exp", c.exp(x), reference.exp(x));
        agree("expm1", c.expm1(x), reference.expm1(x));
        agree("tanh", c.tanh(x), reference.tanh(x));
        agree("atan", c.atan(x), reference.atan(x));
        agree("erf", c.erf(x), reference.erf(x));
        agree("erfc", c.erfc(x), reference.erfc(x));
        agree("normalCdf", c.normalCdf(x), reference.normalCdf(x));
        agree("normalTail", c.normalTail(DyadicInterval.point(v.negate())), reference.normalCdf(x));
        DyadicInterval root = c.cbrt(x);
        assertThat(reference.cube(root).contains(x)).isTrue();
    }

    private static void agree(String name, DyadicInterval ours, DyadicInterval truth) {
        assertThat(truth.width()).as(name).isLessThan(Dyadic.ONE.shift(-500));
        if (ours.width().compareTo(truth.width()) > 0) {
            assertThat(ours.contains(truth)).as("%s: %s should contain %s", name, ours, truth).isTrue();
        }
        assertThat(ours.overlaps(truth)).as("%s: %s and %s", name, ours, truth).isTrue();
    }

    @Property(tries = 300)
    void satisfy_their_functional_equations(@ForAll("moderate") Dyadic x, @ForAll("moderate") Dyadic y,
            @ForAll("precisions") int bits) {
        DyadicArithmetic c = new DyadicArithmetic(bits);
        equations(c, DyadicInterval.point(x), DyadicInterval.point(y));
        DoubleInterval u = DoubleInterval.of(x.toDouble(Rounding.DOWN), x.toDouble(Rounding.UP));
        equations(DoubleArithmetic.INSTANCE, u, DoubleInterval.of(y.toDouble(Rounding.DOWN), y.toDouble(Rounding.UP)));
    }

    private static <T> void equations(Arithmetic<T> c, T x, T y) {
        T one = c.of(Rational.ONE);
        T two = c.of(Rational.TWO);
        T minus = c.negate(x);
        same(c, c.add(c.square(c.sin(x)), c.square(c.cos(x))), one);
        same(c, c.sin(c.add(x, y)), c.add(c.multiply(c.sin(x), c.cos(y)), c.multiply(c.cos(x), c.sin(y))));
        same(c, c.cos(c.add(x, y)), c.subtract(c.multiply(c.cos(x), c.cos(y)), c.multiply(c.sin(x), c.sin(y))));
        same(c, c.erf(minus), c.negate(c.erf(x)));
        same(c, c.add(c.erf(x), c.erfc(x)), one);
        same(c, c.add(c.erfc(x), c.erfc(minus)), two);
        same(c, c.add(c.normalCdf(x), c.normalCdf(minus)), one);
        same(c, c.add(c.normalCdf(x), c.normalTail(x)), one);
        same(c, c.multiply(two, c.normalTail(c.multiply(x, c.sqrt(two)))), c.erfc(x));
        T e = c.exp(c.multiply(two, x));
        same(c, c.multiply(c.tanh(x), c.add(e, one)), c.subtract(e, one));
        same(c, c.add(c.expm1(x), one), c.exp(x));
        same(c, c.log1p(c.expm1(c.abs(x))), c.abs(x));
        same(c, c.power(c.cbrt(x), 3), x);
        same(c, c.atan(minus), c.negate(c.atan(x)));
        T size = c.divide(one, c.add(one, c.abs(x))); // atan a + atan b = atan((a + b) / (1 - ab)) for 0 < ab < 1
        T other = c.divide(one, c.add(two, c.abs(y)));
        same(c, c.add(c.atan(size), c.atan(other)),
                c.atan(c.divide(c.add(size, other), c.subtract(one, c.multiply(size, other)))));
    }

    private static <T> void same(Arithmetic<T> c, T left, T right) {
        assertThat(c.enclosure(left).overlaps(c.enclosure(right))).as("%s: %s and %s", c.name(), left, right).isTrue();
    }

    /**
     * Hard cases by inversion: for y = f(g(a)) with an inverse g and a number a of few bits, the rounded g(a) has a value
     * within a hair of a, on a known side: f increases.
     */
    @Property(tries = 200)
    void are_right_within_a_hair_of_a_short_number(@ForAll("moderate") Dyadic number, @ForAll("precisions") int bits,
            @ForAll @IntRange(min = 20, max = 300) int extra) {
        DyadicArithmetic c = new DyadicArithmetic(bits);
        DyadicArithmetic fine = new DyadicArithmetic(bits + extra);
        Dyadic a = number.abs().round(bits, Rounding.DOWN);
        if (a.signum() > 0 && a.top() > -200) {
            DyadicInterval x = DyadicInterval.point(a);
            hair(fine.log1p(x), a, c::expm1);
            hair(fine.expm1(x), a, c::log1p);
            hair(fine.power(x, 3), a, c::cbrt);
            hair(fine.divide(fine.sin(x), fine.cos(x)), a, a.compareTo(Dyadic.ofExact(1.5)) < 0 ? c::atan : null);
            Dyadic unit = a.top() <= 0 ? a : a.shift(-a.top());
            DyadicInterval u = DyadicInterval.point(unit);
            DyadicInterval half = fine.of(Rational.of(1, 2));
            DyadicInterval one = fine.of(Rational.ONE);
            if (unit.top() < 0) {
                hair(fine.multiply(half, fine.subtract(fine.log1p(u), fine.log1p(fine.negate(u)))), unit, c::tanh);
                hair(fine.atan(fine.divide(u, fine.sqrt(fine.subtract(one, fine.square(u))))), unit, c::sin);
            }
            hair(inverseErf(fine, unit), unit, c::erf);
        }
    }

    /** Bisection until the ends are neighbours at the precision; null where erf does not reach the number. */
    private static DyadicInterval inverseErf(DyadicArithmetic c, Dyadic y) {
        Dyadic low = Dyadic.ZERO;
        Dyadic high = Dyadic.of(2);
        if (y.top() < -6 || y.compareTo(Dyadic.ofExact(0.99)) > 0 || c.bits() > 200) {
            return null;
        }
        for (int i = 0; i < c.bits(); i++) {
            Dyadic middle = low.plus(high).shift(-1);
            boolean above = c.erf(DyadicInterval.point(middle)).lower().compareTo(y) >= 0;
            high = above ? middle : high;
            low = above ? low : middle;
        }
        return DyadicInterval.of(low, high);
    }

    private static void hair(DyadicInterval argument, Dyadic value, UnaryOperator<DyadicInterval> function) {
        if (argument != null && function != null) {
            DyadicInterval below = function.apply(DyadicInterval.point(argument.lower()));
            DyadicInterval above = function.apply(DyadicInterval.point(argument.upper()));
            assertThat(below.lower()).isLessThanOrEqualTo(value);
            assertThat(above.upper()).isGreaterThanOrEqualTo(value);
            assertThat(below.upper()).isLessThanOrEqualTo(above.upper());
        }
    }

    @Provide
    Arbitrary<Dyadic> nearMultiples() {
        return Combinators.combine(Arbitraries.integers().between(1, 1_000_000), Arbitraries.integers().between(2, 400),
                Arbitraries.of(Rounding.values())).as((n, bits, rounding) -> {
                    DyadicInterval pi = DyadicPi.pi(500);
                    return Dyadic.product(pi.lower(), Dyadic.of(n), bits, rounding).shift(-1);
                });
    }

    /** The best approximations of n pi/2: sines and cosines as near 0 as they come must keep their relative accuracy. */
    @Property(tries = 300)
    void are_accurate_next_to_multiples_of_half_pi(@ForAll("nearMultiples") Dyadic x, @ForAll("precisions") int bits) {
        DyadicInterval point = DyadicInterval.point(x);
        DyadicArithmetic c = new DyadicArithmetic(bits);
        DyadicArithmetic fine = new DyadicArithmetic(2 * bits + 64);
        for (DyadicInterval[] y : new DyadicInterval[][] {{c.sin(point), fine.sin(point)}, {c.cos(point), fine.cos(point)}}) {
            assertThat(y[0].contains(y[1])).isTrue();
            assertThat(y[0].width().shift(bits - 1L)).isLessThanOrEqualTo(y[0].magnitude());
            assertThat(y[0].containsZero()).isFalse();
        }
        DyadicInterval around = DyadicInterval.of(x, x.plus(Dyadic.ONE.shift(-420)));
        assertThat(c.sin(around).contains(fine.sin(point))).isTrue();
        assertThat(c.cos(around).contains(fine.cos(point))).isTrue();
    }

    /** Arguments next to a rational multiple of pi by continued fractions: 355/113 and its successors. */
    @Property(tries = 30)
    void survive_the_convergents_of_pi(@ForAll("precisions") int bits) {
        DyadicArithmetic c = new DyadicArithmetic(bits);
        for (String numerator : new String[] {"22", "355", "103993", "104348", "208341", "312689", "5419351", "80143857",
            "6167950454", "21053343141", "1783366216531"}) {
            DyadicInterval x = DyadicInterval.point(Dyadic.of(Long.parseLong(numerator)));
            DyadicInterval sin = c.sin(x);
            assertThat(sin.magnitude()).isLessThan(Dyadic.ONE.shift(-6));
            assertThat(sin.contains(new DyadicArithmetic(2 * bits + 64).sin(x))).isTrue();
            assertThat(c.cos(x).magnitude()).isGreaterThan(Dyadic.ofExact(0.99));
        }
    }
}
