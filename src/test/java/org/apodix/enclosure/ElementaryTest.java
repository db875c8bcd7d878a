package org.apodix.enclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElementaryTest {

    private static final DyadicArithmetic D128 = new DyadicArithmetic(128);

    private static DyadicInterval point(BigInteger mantissa, long exponent) {
        return DyadicInterval.point(Dyadic.of(mantissa, exponent));
    }

    private static Dyadic power(long exponent) {
        return Dyadic.of(BigInteger.ONE, exponent);
    }

    /** Published decimals of the constants. */
    @Test
    void should_agree_with_the_known_digits() {
        assertThat(Decimals.certified(new DyadicArithmetic(400).pi(), 102)).isEqualTo(
                "3.14159265358979323846264338327950288419716939937510582097494459230781640628620899862803482534211706798...");
        DyadicArithmetic a = new DyadicArithmetic(250);
        assertThat(Decimals.certified(a.exp(a.of(Rational.ONE)), 61)).isEqualTo(
                "2.718281828459045235360287471352662497757247093699959574966967...");
        assertThat(Decimals.certified(a.log(a.of(Rational.TWO)), 60)).isEqualTo(
                "0.693147180559945309417232121458176568075500134360255254120680...");
        assertThat(Decimals.certified(a.sqrt(a.of(Rational.TWO)), 61)).isEqualTo(
                "1.414213562373095048801688724209698078569671875376948073176679...");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 31, 53, 64, 127, 128, 129, 256, 1000, 4096, 20000})
    void should_give_neighbouring_ends_at_any_precision(int bits) {
        DyadicArithmetic a = new DyadicArithmetic(bits);
        DyadicArithmetic fine = new DyadicArithmetic(bits + 50);
        Rational x = Rational.of(5, 4);
        for (DyadicInterval[] y : new DyadicInterval[][] {
            {a.pi(), fine.pi()},
            {a.exp(a.of(x)), fine.exp(fine.of(x))},
            {a.log(a.of(x)), fine.log(fine.of(x))},
            {a.sqrt(a.of(x)), fine.sqrt(fine.of(x))}}) {
            if (bits > 2) { // 5/4 has three bits
                assertThat(y[0].contains(y[1])).isTrue();
                // one unit in the last place
                assertThat(y[0].width().shift(bits - 1L)).isLessThanOrEqualTo(y[0].magnitude());
            }
            assertThat(y[0].overlaps(y[1])).isTrue();
        }
    }

    @Test
    void should_be_sharp_next_to_the_exact_values() {
        for (long e : new long[] {-129, -200, -10_000, -16_000_000}) {
            DyadicInterval up = D128.exp(point(BigInteger.ONE, e));
            assertThat(up).isEqualTo(DyadicInterval.of(Dyadic.ONE, Dyadic.ONE.plus(power(-127))));
            DyadicInterval down = D128.exp(point(BigInteger.ONE.negate(), e));
            assertThat(down).isEqualTo(DyadicInterval.of(Dyadic.ONE.minus(power(-128)), Dyadic.ONE));
        }
        Dyadic tiny = power(-500);
        DyadicInterval log = D128.log(DyadicInterval.point(Dyadic.ONE.plus(tiny)));
        assertThat(log.upper()).isEqualTo(tiny);
        assertThat(log.lower()).isEqualTo(tiny.minus(power(-628)));
        DyadicInterval below = D128.log(DyadicInterval.point(Dyadic.ONE.minus(tiny)));
        assertThat(below.upper()).isEqualTo(tiny.negate());
        assertThat(below.lower()).isEqualTo(tiny.plus(power(-627)).negate());
    }

    @Test
    void should_decide_what_needs_far_more_bits() {
        // exp(2^-100) = 1 + 2^-100 + 2^-201 + ..., where 1 + 2^-100 has 128 bits: only bit 201 tells the direction
        assertThat(D128.exp(point(BigInteger.ONE, -100)).lower()).isEqualTo(Dyadic.ONE.plus(power(-100)));
        // exp(-2^-100) is above 1 - 2^-100 by 2^-201
        assertThat(D128.exp(point(BigInteger.ONE.negate(), -100)).lower()).isEqualTo(Dyadic.ONE.minus(power(-100)));
        // log(1 + 2^-100) is 2^-100 - 2^-201 + 2^-300/3 - ..., where the first two terms have 101 bits
        assertThat(D128.log(DyadicInterval.point(Dyadic.ONE.plus(power(-100)))).lower())
                .isEqualTo(power(-100).minus(power(-201)));
        // the logarithm of a rounded exponential is within a hair of the argument
        DyadicInterval e = new DyadicArithmetic(300).exp(point(BigInteger.valueOf(3), -1));
        assertThat(D128.log(DyadicInterval.point(e.lower())).upper()).isEqualTo(Dyadic.ofExact(1.5));
        assertThat(D128.log(DyadicInterval.point(e.upper())).lower()).isEqualTo(Dyadic.ofExact(1.5));
        // and far beyond the precision limit of the search the result is still an enclosure of one or two units
        DyadicInterval far = new DyadicArithmetic(3000).exp(point(BigInteger.valueOf(3), -1));
        DyadicInterval log = D128.log(DyadicInterval.point(far.lower()));
        assertThat(log.contains(Dyadic.ofExact(1.5))).isTrue();
        assertThat(log.width()).isLessThanOrEqualTo(power(-125));
    }

    /** Arguments so long that every product of the powering loses what decides the direction. */
    @ParameterizedTest
    @ValueSource(ints = {-7, -6, -2, -1, 2, 3, 4, 5, 1000})
    void should_contain_powers_of_numbers_next_to_one(int n) {
        DyadicArithmetic coarse = new DyadicArithmetic(8);
        for (Dyadic x : new Dyadic[] {Dyadic.ONE.plus(power(-90)), Dyadic.ONE.minus(power(-90)),
            Dyadic.ONE.plus(power(-90)).negate(), power(-90).minus(Dyadic.ONE)}) {
            DyadicInterval y = coarse.power(DyadicInterval.point(x), n);
            assertThat(y.contains(x.toRational().pow(n))).as("(%s)^%s in %s", x, n, y).isTrue();
            assertThat(y.width()).isLessThanOrEqualTo(power(-6));
        }
    }

    @Test
    void should_enclose_on_the_whole_exponent_range() {
        DyadicInterval x = point(BigInteger.valueOf(11_000_000), 0);
        assertThat(D128.log(D128.exp(x)).contains(x)).isTrue();
        assertThat(D128.log(D128.exp(D128.negate(x))).contains(D128.negate(x))).isTrue();
        assertThat(D128.exp(point(BigInteger.ONE, 24)).upper()).isEqualTo(Dyadic.POSITIVE_INFINITY);
        assertThat(D128.exp(point(BigInteger.ONE.negate(), 24)).lower()).isEqualTo(Dyadic.ZERO);
        assertThat(D128.exp(point(BigInteger.ONE, 25)).lower()).isEqualTo(D128.exp(point(BigInteger.ONE, 24)).lower());
        assertThat(D128.exp(point(BigInteger.ONE.negate(), 25))).isEqualTo(D128.exp(point(BigInteger.ONE.negate(), 24)));
        DyadicInterval log = D128.log(point(BigInteger.ONE, 12_345_678));
        assertThat(D128.divide(log, D128.of(Rational.of(12_345_678))).overlaps(D128.log(D128.of(Rational.TWO)))).isTrue();
    }

    @Test
    void should_not_depend_on_what_was_computed_before() {
        DyadicInterval x = point(BigInteger.valueOf(12345), -7);
        DyadicArithmetic a = new DyadicArithmetic(777);
        DyadicInterval before = a.log(a.exp(x));
        new DyadicArithmetic(5000).exp(x);
        new DyadicArithmetic(778).log(x);
        assertThat(a.log(a.exp(x))).isEqualTo(before);
    }

    @Test
    void should_reject_precisions_outside_the_range() {
        assertThatThrownBy(() -> new DyadicArithmetic(1)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a precision of 1 bits: give 2 to 65536");
        assertThatThrownBy(() -> new DyadicArithmetic(65537)).isInstanceOf(IllegalArgumentException.class);
        assertThat(D128.name()).isEqualTo("dyadic-128");
        assertThat(D128.bits()).isEqualTo(128);
        assertThat(DoubleArithmetic.INSTANCE.name()).isEqualTo("double");
    }
}
