package org.apodix.enclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.BinaryOperator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The rational operations of every interval carrier contain the exact results and are isotonic. */
class InclusionProperties {

    @Provide
    Arbitrary<Rational[]> ranges() {
        return Numbers.ranges();
    }

    @Provide
    Arbitrary<Integer> precisions() {
        return Numbers.precisions();
    }

    private static List<Arithmetic<?>> carriers(int bits) {
        return List.of(DoubleArithmetic.INSTANCE, new DyadicArithmetic(bits));
    }

    @Property(tries = 500)
    void results_of_members_are_members(@ForAll("ranges") Rational[] x, @ForAll("ranges") Rational[] y,
            @ForAll @IntRange(max = 16) int i, @ForAll @IntRange(max = 16) int j, @ForAll("precisions") int bits) {
        Rational a = Numbers.inside(x, i);
        Rational b = Numbers.inside(y, j);
        for (Arithmetic<?> carrier : carriers(bits)) {
            members(carrier, x, y, a, b);
        }
    }

    private static <T> void members(Arithmetic<T> c, Rational[] x, Rational[] y, Rational a, Rational b) {
        T u = Numbers.enclose(c, x);
        T v = Numbers.enclose(c, y);
        contains(c, u, a);
        contains(c, c.add(u, v), a.plus(b));
        contains(c, c.subtract(u, v), a.minus(b));
        contains(c, c.multiply(u, v), a.times(b));
        contains(c, c.square(u), a.times(a));
        contains(c, c.abs(u), a.abs());
        contains(c, c.negate(u), a.negate());
        contains(c, c.min(u, v), a.min(b));
        contains(c, c.max(u, v), a.max(b));
        contains(c, c.hull(u, v), a);
        contains(c, c.hull(u, v), b);
        if (!b.isZero()) {
            contains(c, c.divide(u, v), a.over(b));
        }
    }

    private static <T> void contains(Arithmetic<T> c, T set, Rational value) {
        assertThat(c.enclosure(set).contains(value)).as("%s: %s should contain %s", c.name(), set, value).isTrue();
    }

    @Property(tries = 500)
    void powers_of_members_are_members(@ForAll("ranges") Rational[] x, @ForAll @IntRange(max = 16) int i,
            @ForAll @IntRange(min = -12, max = 12) int n, @ForAll("precisions") int bits) {
        Rational a = Numbers.inside(x, i);
        if (!a.isZero() || n >= 0) {
            for (Arithmetic<?> carrier : carriers(bits)) {
                power(carrier, x, a, n);
            }
        }
    }

    private static <T> void power(Arithmetic<T> c, Rational[] x, Rational a, int n) {
        contains(c, c.power(Numbers.enclose(c, x), n), a.pow(n));
    }

    @Property(tries = 500)
    void point_results_are_sharp(@ForAll("ranges") Rational[] x, @ForAll @IntRange(min = -12, max = 12) int n,
            @ForAll("precisions") int bits) {
        DyadicArithmetic c = new DyadicArithmetic(bits);
        DyadicInterval u = DyadicInterval.point(Dyadic.of(x[0], bits, Rounding.DOWN));
        DyadicInterval v = DyadicInterval.point(Dyadic.of(x[1], bits, Rounding.UP));
        sharp(c.add(u, v), bits);
        sharp(c.subtract(u, v), bits);
        sharp(c.multiply(u, v), bits);
        if (!v.containsZero()) {
            sharp(c.divide(u, v), bits);
            sharp(c.power(v, n), bits);
        }
    }

    /** The relative width is at most 2^(4 - bits): an arithmetic that gives up would not pass. */
    private static void sharp(DyadicInterval y, int bits) {
        assertThat(y.width()).isLessThanOrEqualTo(y.mignitude().shift(4L - bits));
    }

    @Property(tries = 500)
    void double_results_of_points_are_sharp(@ForAll("ranges") Rational[] x) {
        DoubleArithmetic c = DoubleArithmetic.INSTANCE;
        DoubleInterval u = DoubleInterval.of(-2, -2);
        for (Rational r : x) {
            double d = Dyadic.of(r, 53, Rounding.DOWN).toDouble(Rounding.DOWN);
            if (Double.isFinite(d) && Math.abs(d) > 1e-130 && Math.abs(d) < 1e130) {
                DoubleInterval v = DoubleInterval.of(d, d);
                for (DoubleInterval y : List.of(c.multiply(u, v), c.divide(u, v), c.add(u, v), c.square(v),
                        c.sqrt(c.abs(v)))) {
                    assertThat(y.upper()).isLessThanOrEqualTo(Math.nextUp(y.lower()));
                }
            }
        }
    }

    @Property(tries = 500)
    void wider_operands_give_wider_results(@ForAll("ranges") Rational[] x, @ForAll("ranges") Rational[] y,
            @ForAll @IntRange(max = 16) int i, @ForAll @IntRange(max = 16) int j, @ForAll("precisions") int bits) {
        for (Arithmetic<?> carrier : carriers(bits)) {
            Rational[] part = {Numbers.inside(x, Math.min(i, j)), Numbers.inside(x, Math.max(i, j))};
            isotonic(carrier, x, y, part, i - j);
        }
    }

    private static <T> void isotonic(Arithmetic<T> c, Rational[] x, Rational[] y, Rational[] part, int n) {
        T wide = Numbers.enclose(c, x);
        T narrow = Numbers.enclose(c, part);
        T other = Numbers.enclose(c, y);
        for (BinaryOperator<T> operation : List.<BinaryOperator<T>>of(
                c::add, c::subtract, c::multiply, c::divide, c::min, c::max, (a, b) -> c.divide(b, a), (a, b) -> c.square(a), (a, b) -> c.power(a, n), (a, b) -> c.sqrt(a),
                (a, b) -> c.exp(a), (a, b) -> c.log(a), (a, b) -> c.abs(a))) {
            T large = operation.apply(wide, other);
            T small = operation.apply(narrow, other);
            assertThat(c.enclosure(large).contains(c.enclosure(small)))
                    .as("%s: %s should contain %s", c.name(), large, small).isTrue();
        }
    }
}
