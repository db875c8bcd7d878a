package org.apodix.enclosure;

import static org.apodix.enclosure.Rounding.DOWN;
import static org.apodix.enclosure.Rounding.UP;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Directed results are the best bounds: checked against exact rational numbers. */
class DyadicProperties {

    @Provide
    Arbitrary<Dyadic> dyadics() {
        return Numbers.dyadics();
    }

    @Provide
    Arbitrary<Integer> precisions() {
        return Numbers.precisions();
    }

    /** lo <= y <= hi, each of the given number of bits, and no further number of that size fits in between. */
    private static void best(Rational y, Dyadic lo, Dyadic hi, int bits) {
        assertThat(lo.compareTo(y)).isLessThanOrEqualTo(0);
        assertThat(hi.compareTo(y)).isGreaterThanOrEqualTo(0);
        assertThat(fits(lo, bits)).isTrue();
        assertThat(fits(hi, bits)).isTrue();
        if (!lo.equals(hi)) {
            assertThat(lo.compareTo(y)).isNegative();
            assertThat(hi.compareTo(y)).isPositive();
            assertThat(fits(lo.plus(hi).shift(-1), bits)).as("a number lies between the bounds").isFalse();
        }
    }

    private static boolean fits(Dyadic x, int bits) {
        return x.signum() == 0 || x.mantissa().abs().bitLength() - x.mantissa().getLowestSetBit() <= bits;
    }

    @Property(tries = 500)
    void sums_are_best(@ForAll("dyadics") Dyadic a, @ForAll("dyadics") Dyadic b, @ForAll("precisions") int bits) {
        Rational y = a.toRational().plus(b.toRational());
        best(y, Dyadic.sum(a, b, bits, DOWN), Dyadic.sum(a, b, bits, UP), bits);
        assertThat(a.plus(b).toRational()).isEqualTo(y);
        assertThat(a.minus(b).toRational()).isEqualTo(a.toRational().minus(b.toRational()));
    }

    @Property(tries = 500)
    void products_are_best(@ForAll("dyadics") Dyadic a, @ForAll("dyadics") Dyadic b, @ForAll("precisions") int bits) {
        Rational y = a.toRational().times(b.toRational());
        best(y, Dyadic.product(a, b, bits, DOWN), Dyadic.product(a, b, bits, UP), bits);
        assertThat(a.times(b).toRational()).isEqualTo(y);
    }

    @Property(tries = 500)
    void quotients_are_best(@ForAll("dyadics") Dyadic a, @ForAll("dyadics") Dyadic b, @ForAll("precisions") int bits) {
        if (b.signum() != 0) {
            Rational y = a.toRational().over(b.toRational());
            best(y, Dyadic.quotient(a, b, bits, DOWN), Dyadic.quotient(a, b, bits, UP), bits);
            best(y, Dyadic.of(y, bits, DOWN), Dyadic.of(y, bits, UP), bits);
        }
    }

    @Property(tries = 500)
    void roots_are_best(@ForAll("dyadics") Dyadic a, @ForAll("precisions") int bits) {
        Dyadic x = a.abs();
        Dyadic lo = Dyadic.sqrt(x, bits, DOWN);
        Dyadic hi = Dyadic.sqrt(x, bits, UP);
        assertThat(lo.times(lo)).isLessThanOrEqualTo(x);
        assertThat(hi.times(hi)).isGreaterThanOrEqualTo(x);
        if (!lo.equals(hi)) {
            assertThat(lo.times(lo)).isLessThan(x);
            assertThat(hi.times(hi)).isGreaterThan(x);
            assertThat(fits(lo, bits) && fits(hi, bits) && !fits(lo.plus(hi).shift(-1), bits)).isTrue();
        }
    }

    @Property(tries = 500)
    void exact_roots_are_found(@ForAll("dyadics") Dyadic a, @ForAll("dyadics") Dyadic b) {
        Dyadic root = a.abs().plus(b.abs());
        assertThat(Dyadic.sqrt(root.times(root), 3000, DOWN)).isEqualTo(root);
        assertThat(Dyadic.sqrt(root.times(root), 3000, UP)).isEqualTo(root);
    }

    @Property(tries = 500)
    void integer_roots_are_floors(@ForAll BigInteger seed, @ForAll("dyadics") Dyadic a) {
        BigInteger r = seed.abs().multiply(a.mantissa().abs().add(BigInteger.ONE));
        BigInteger square = r.multiply(r);
        assertThat(floorSqrt(square)).isEqualTo(r);
        assertThat(floorSqrt(square.add(r).add(r))).isEqualTo(r);
        if (r.signum() != 0) {
            assertThat(floorSqrt(square.subtract(BigInteger.ONE))).isEqualTo(r.subtract(BigInteger.ONE));
        }
    }

    private static BigInteger floorSqrt(BigInteger n) {
        BigInteger[] root = DyadicSqrt.floorSqrtAndRemainder(n);
        assertThat(root[0].multiply(root[0]).add(root[1])).isEqualTo(n);
        return root[0];
    }

    @Property(tries = 500)
    void rounding_is_best_and_repeatable(@ForAll("dyadics") Dyadic a, @ForAll("precisions") int bits) {
        best(a.toRational(), a.round(bits, DOWN), a.round(bits, UP), bits);
        assertThat(a.round(bits, DOWN).round(bits, DOWN)).isEqualTo(a.round(bits, DOWN));
        assertThat(a.negate().round(bits, UP)).isEqualTo(a.round(bits, DOWN).negate());
    }

    @Property(tries = 500)
    void doubles_are_neighbours(@ForAll("dyadics") Dyadic a) {
        double lo = a.toDouble(DOWN);
        double hi = a.toDouble(UP);
        assertThat(Dyadic.ofExact(lo)).isLessThanOrEqualTo(a);
        assertThat(Dyadic.ofExact(hi)).isGreaterThanOrEqualTo(a);
        assertThat(lo == hi || Math.nextUp(lo) == hi).isTrue();
    }

    @Property(tries = 500)
    void order_agrees_with_rationals(@ForAll("dyadics") Dyadic a, @ForAll("dyadics") Dyadic b) {
        int order = a.toRational().compareTo(b.toRational());
        assertThat(Integer.signum(a.compareTo(b))).isEqualTo(Integer.signum(order));
        assertThat(Integer.signum(a.compareTo(b.toRational()))).isEqualTo(Integer.signum(order));
        Dyadic copy = Dyadic.of(a.mantissa().shiftLeft(5), a.exponent() - 5L);
        assertThat(copy).isEqualTo(a).hasSameHashCodeAs(a);
    }
}
