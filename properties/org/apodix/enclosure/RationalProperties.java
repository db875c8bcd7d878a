package org.apodix.enclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.fraction.BigFraction;

class RationalProperties {

    @Provide
    Arbitrary<Rational> rationals() {
        return Numbers.rationals();
    }

    private static BigFraction fraction(Rational x) {
        return new BigFraction(x.numerator(), x.denominator());
    }

    private static void same(Rational ours, BigFraction theirs) {
        assertThat(ours.numerator()).isEqualTo(theirs.getNumerator());
        assertThat(ours.denominator()).isEqualTo(theirs.getDenominator());
    }

    @Property
    void agrees_with_another_library(@ForAll("rationals") Rational a, @ForAll("rationals") Rational b) {
        same(a.plus(b), fraction(a).add(fraction(b)));
        same(a.minus(b), fraction(a).subtract(fraction(b)));
        same(a.times(b), fraction(a).multiply(fraction(b)));
        if (!b.isZero()) {
            same(a.over(b), fraction(a).divide(fraction(b)));
            same(b.inverse(), fraction(b).reciprocal());
        }
        assertThat(Integer.signum(a.compareTo(b))).isEqualTo(Integer.signum(fraction(a).compareTo(fraction(b))));
        assertThat(a.equals(b)).isEqualTo(a.compareTo(b) == 0);
    }

    @Property
    void powers_agree_with_another_library(@ForAll("rationals") Rational a, @ForAll @IntRange(min = -9, max = 9) int n) {
        Assume.that(!a.isZero() || n >= 0);
        same(a.pow(n), fraction(a).pow(n));
    }

    @Property
    void prints_what_it_reads(@ForAll("rationals") Rational a) {
        assertThat(Rational.parse(a.toString())).isEqualTo(a);
    }

    @Property
    void reads_decimals_exactly(@ForAll BigDecimal value) {
        String text = value.toString().replace("+", "");
        Rational read = Rational.parse(text);
        assertThat(new BigDecimal(read.numerator()).compareTo(value.multiply(new BigDecimal(read.denominator())))).isZero();
    }

    @Property
    void floor_is_the_integer_below(@ForAll("rationals") Rational a) {
        Rational floor = Rational.of(a.floor());
        assertThat(floor).isLessThanOrEqualTo(a);
        assertThat(floor.plus(Rational.ONE)).isGreaterThan(a);
    }
}
