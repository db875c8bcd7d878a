package org.apodix.enclosure;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** exp, log and sqrt against themselves at another precision, against the doubles and against functional equations. */
class ElementaryProperties {

    @Provide
    Arbitrary<Dyadic> exponents() {
        return Numbers.exponents();
    }

    @Provide
    Arbitrary<Dyadic> positives() {
        return Numbers.positives();
    }

    @Provide
    Arbitrary<Integer> precisions() {
        return Numbers.precisions();
    }

    private static void check(DyadicInterval coarse, DyadicInterval fine, int bits) {
        assertThat(coarse.contains(fine)).as("%s should contain %s", coarse, fine).isTrue();
        assertThat(coarse.width()).isLessThanOrEqualTo(coarse.mignitude().shift(4L - bits));
    }

    @Property(tries = 500)
    void exp_contains_its_sharper_self(@ForAll("exponents") Dyadic x, @ForAll("precisions") int bits) {
        DyadicInterval point = DyadicInterval.point(x);
        check(new DyadicArithmetic(bits).exp(point), new DyadicArithmetic(2 * bits + 64).exp(point), bits);
    }

    @Property(tries = 500)
    void log_contains_its_sharper_self(@ForAll("positives") Dyadic x, @ForAll("precisions") int bits) {
        DyadicInterval point = DyadicInterval.point(x);
        check(new DyadicArithmetic(bits).log(point), new DyadicArithmetic(2 * bits + 64).log(point), bits);
    }

    @Property(tries = 500)
    void sqrt_contains_its_sharper_self(@ForAll("positives") Dyadic x, @ForAll("precisions") int bits) {
        DyadicInterval point = DyadicInterval.point(x);
        check(new DyadicArithmetic(bits).sqrt(point), new DyadicArithmetic(2 * bits + 64).sqrt(point), bits);
    }

    @Property(tries = 500)
    void doubles_contain_the_dyadic_values(@ForAll("exponents") Dyadic x) {
        DoubleInterval d = DoubleInterval.of(x.toDouble(Rounding.DOWN), x.toDouble(Rounding.UP));
        DyadicArithmetic fine = new DyadicArithmetic(256);
        DoubleArithmetic doubles = DoubleArithmetic.INSTANCE;
        assertThat(doubles.exp(d).toDyadic().contains(fine.exp(DyadicInterval.point(x)))).isTrue();
        DyadicInterval size = DyadicInterval.point(x.abs());
        assertThat(doubles.sqrt(doubles.abs(d)).toDyadic().contains(fine.sqrt(size))).isTrue();
        if (x.signum() != 0 && doubles.abs(d).lower() > 0) {
            assertThat(doubles.log(doubles.abs(d)).toDyadic().contains(fine.log(size))).isTrue();
        }
        assertThat(doubles.pi().toDyadic().contains(fine.pi())).isTrue();
    }

    @Property(tries = 500)
    void doubles_are_accurate_at_points(@ForAll("exponents") Dyadic x) {
        double v = x.toDouble(Rounding.DOWN);
        DoubleInterval point = DoubleInterval.of(v, v);
        DoubleInterval exp = DoubleArithmetic.INSTANCE.exp(point);
        assertThat(exp.upper() - exp.lower()).isLessThanOrEqualTo(exp.upper() * 0x1p-49 + Double.MIN_NORMAL);
        if (v > 0) {
            DoubleInterval log = DoubleArithmetic.INSTANCE.log(point);
            assertThat(log.upper() - log.lower()).isLessThanOrEqualTo(Math.abs(log.upper()) * 0x1p-49);
        }
    }

    @Property(tries = 500)
    void exp_turns_sums_into_products(@ForAll("exponents") Dyadic a, @ForAll("exponents") Dyadic b,
            @ForAll("precisions") int bits) {
        DyadicArithmetic c = new DyadicArithmetic(bits);
        DyadicInterval u = DyadicInterval.point(a);
        DyadicInterval v = DyadicInterval.point(b);
        DyadicInterval left = c.exp(DyadicInterval.point(a.plus(b)));
        assertThat(left.overlaps(c.multiply(c.exp(u), c.exp(v)))).isTrue();
        assertThat(c.multiply(c.exp(u), c.exp(c.negate(u))).contains(Rational.ONE)).isTrue();
        assertThat(c.square(c.exp(u)).overlaps(c.exp(DyadicInterval.point(a.shift(1))))).isTrue();
    }

    @Property(tries = 500)
    void log_turns_products_into_sums(@ForAll("positives") Dyadic a, @ForAll("positives") Dyadic b,
            @ForAll("precisions") int bits) {
        DyadicArithmetic c = new DyadicArithmetic(bits);
        DyadicInterval u = DyadicInterval.point(a);
        DyadicInterval v = DyadicInterval.point(b);
        assertThat(c.log(DyadicInterval.point(a.times(b))).overlaps(c.add(c.log(u), c.log(v)))).isTrue();
        assertThat(c.subtract(c.log(c.sqrt(u)), c.multiply(c.of(Rational.of(1, 2)), c.log(u))).containsZero()).isTrue();
    }

    @Property(tries = 500)
    void log_and_exp_are_inverse(@ForAll("exponents") Dyadic a, @ForAll("precisions") int bits) {
        DyadicArithmetic c = new DyadicArithmetic(bits);
        DyadicInterval u = DyadicInterval.point(a);
        assertThat(c.log(c.exp(u)).contains(u)).isTrue();
        if (a.signum() > 0) {
            assertThat(c.exp(c.log(u)).contains(u)).isTrue();
            assertThat(c.square(c.sqrt(u)).contains(u)).isTrue();
        }
    }

    /** Hard cases made here: the rounded exponential of a short number has a logarithm within a hair of that number. */
    @Property(tries = 500)
    void log_is_right_within_a_hair(@ForAll("exponents") Dyadic x, @ForAll("precisions") int bits) {
        DyadicArithmetic c = new DyadicArithmetic(bits);
        Dyadic a = x.round(bits, Rounding.DOWN);
        DyadicInterval e = new DyadicArithmetic(bits + 40).exp(DyadicInterval.point(a));
        if (!e.isPoint()) {
            assertThat(c.log(DyadicInterval.point(e.lower())).lower()).isLessThan(a);
            assertThat(c.log(DyadicInterval.point(e.upper())).upper()).isGreaterThan(a);
            if (e.upper().top() < -1 || e.lower().top() > 2) { // then log moves by less than the spacing of a
                assertThat(c.log(DyadicInterval.point(e.lower())).upper()).isLessThanOrEqualTo(a);
                assertThat(c.log(DyadicInterval.point(e.upper())).lower()).isGreaterThanOrEqualTo(a);
            }
        }
    }

    /** And the rounded logarithm of a short number has an exponential within a hair of it. */
    @Property(tries = 500)
    void exp_is_right_within_a_hair(@ForAll("positives") Dyadic x, @ForAll("precisions") int bits) {
        DyadicArithmetic c = new DyadicArithmetic(bits);
        Dyadic a = x.round(bits, Rounding.UP);
        DyadicInterval l = new DyadicArithmetic(bits + 40).log(DyadicInterval.point(a));
        if (!l.isPoint()) {
            DyadicInterval below = c.exp(DyadicInterval.point(l.lower()));
            DyadicInterval above = c.exp(DyadicInterval.point(l.upper()));
            assertThat(below.lower()).isLessThan(a);
            assertThat(below.upper()).isLessThanOrEqualTo(a);
            assertThat(above.lower()).isGreaterThanOrEqualTo(a);
            assertThat(above.upper()).isGreaterThan(a);
        }
    }
}
