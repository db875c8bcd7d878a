package org.apodix.enclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalsTest {

    private static DyadicInterval around(String text) {
        return DyadicInterval.of(Rational.parse(text), 200);
    }

    private static DyadicInterval between(String lo, String hi) {
        return around(lo).hull(around(hi));
    }

    @ParameterizedTest
    @CsvSource({"0,0,0", "1/2,0.5,0.5", "1/3,0.33333,0.33334", "-1/3,-0.33334,-0.33333", "1/4096,0.00024414,0.00024415",
        "123456,123450,123460", "-123456,-123460,-123450", "99999.5,99999,100000",
        "1e20,100000000000000000000,100000000000000000000", "1e21,1e21,1e21", "1.5e-6,0.0000014999,0.0000015001", "1e-7,9.9999e-8,1.0001e-7", "12345678e20,1.2345e27,1.2346e27",
        "-1/1048576,-9.5368e-7,-9.5367e-7", "100,100,100"})
    void should_round_outward(String value, String lower, String upper) {
        // not a tight bound for 1.5e-6 and 1e-7: they are no dyadic numbers, so the interval's ends differ from them
        assertThat(Decimals.lower(around(value), 5)).isEqualTo(lower);
        assertThat(Decimals.upper(around(value), 5)).isEqualTo(upper);
    }

    @Test
    void should_show_infinite_ends() {
        assertThat(Decimals.lower(DyadicInterval.ENTIRE, 3)).isEqualTo("-inf");
        assertThat(Decimals.upper(DyadicInterval.ENTIRE, 3)).isEqualTo("inf");
        assertThat(DyadicInterval.ENTIRE).hasToString("[-inf, inf]");
        assertThatThrownBy(() -> Decimals.lower(DyadicInterval.ENTIRE, 0)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cannot show 0 digits: ask for 1 to 10000");
        assertThatThrownBy(() -> Decimals.certified(around("1"), 10_001)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void should_bound_giants_at_once() {
        DyadicInterval giant = DyadicInterval.point(Dyadic.of(BigInteger.ONE, 10_000_000));
        assertThat(Decimals.lower(giant, 6)).isEqualTo("9.04981e3010299"); // 10000000 log10(2) = 3010299.956639812
        assertThat(Decimals.upper(giant, 6)).isEqualTo("9.04982e3010299");
        DyadicInterval dwarf = DyadicInterval.point(Dyadic.of(BigInteger.valueOf(-1), -10_000_000));
        assertThat(Decimals.lower(dwarf, 6)).isEqualTo("-1.105e-3010300");
        assertThat(Decimals.certified(giant, 6)).isEqualTo("9.04981...e3010299");
        DyadicInterval exact = DyadicInterval.point(Dyadic.of(BigInteger.TEN.pow(2000), 0));
        assertThat(Decimals.lower(exact, 3)).isEqualTo("1e2000").isEqualTo(Decimals.upper(exact, 3));
    }

    /** One above and one below 10^3000, which is divided by an enclosure of itself: the quotient is next to 1 on either side. */
    @Test
    void should_bound_giants_next_to_a_power_of_ten() {
        BigInteger power = BigInteger.TEN.pow(3000);
        DyadicInterval below = DyadicInterval.point(Dyadic.of(power.subtract(BigInteger.ONE), 0));
        DyadicInterval above = DyadicInterval.point(Dyadic.of(power.add(BigInteger.ONE), 0));
        assertThat(Decimals.lower(below, 3)).isEqualTo("9.99e2999");
        assertThat(Decimals.upper(above, 3)).isEqualTo("1.01e3000");
        assertThat(Decimals.certified(below, 5)).isEqualTo("[9.99e2999, 1.01e3000]"); // not a digit is certain at this precision
        assertThat(Decimals.certified(above, 5)).isEqualTo("[9.99e2999, 1.01e3000]");
        DyadicInterval giant = DyadicInterval.point(Dyadic.of(BigInteger.valueOf(7), 10_000_000));
        assertThat(Decimals.certified(giant, 200).replaceAll("\\.\\.\\.e.*", "")).hasSize(201);
        assertThat(Decimals.certified(DyadicInterval.point(Dyadic.of(BigInteger.ONE, 8191)), 3000)).endsWith("e2465").doesNotContain("...");
    }

    @Test
    void should_change_the_notation_beyond_6_and_20() {
        assertThat(Decimals.certified(between("0.00000123", "0.00000124"), 10)).isEqualTo("0.0000012...");
        assertThat(Decimals.certified(between("0.000000123", "0.000000124"), 10)).isEqualTo("1.2...e-7");
        assertThat(Decimals.certified(between("123456789012345678901.25", "123456789012345678901.26"), 30))
                .isEqualTo("123456789012345678901.2...");
        assertThat(Decimals.certified(between("1234567890123456789012.25", "1234567890123456789012.26"), 30))
                .isEqualTo("1.2345678901234567890122...e21");
        assertThat(Decimals.lower(around("1"), 10_000)).isEqualTo("1");
        assertThatThrownBy(() -> Decimals.lower(Rational.ONE, 0)).hasMessage("cannot show 0 digits: ask for 1 to 10000");
        assertThatThrownBy(() -> Decimals.upper(Rational.ONE, 10_001)).hasMessage("cannot show 10001 digits: ask for 1 to 10000");
    }

    @Test
    void should_bound_long_mantissas_at_once() {
        DyadicInterval x = DyadicInterval.point(Dyadic.ONE.plus(Dyadic.of(BigInteger.ONE, -16_000_000)));
        assertThat(Decimals.lower(x, 6)).isEqualTo("1");
        assertThat(Decimals.upper(x, 6)).isEqualTo("1.00001");
        assertThat(Decimals.certified(x, 6)).isEqualTo("1.00000...");
        assertThat(Decimals.relativeDigits(x.hull(DyadicInterval.point(Dyadic.ONE)))).isEqualTo(4_816_479);
    }

    @ParameterizedTest
    @CsvSource({"0.7591,0.7599,0.759...", "-0.7599,-0.7591,-0.759...", "0.75,0.76,0.7...", "1/3,1/3,0.3333333333...",
        "0.5,0.5,0.5", "-0.5,-0.5,-0.5", "12.25,12.25,12.25", "1.5e30,1.59e30,1.5...e30", "0.00123,0.00124,0.0012...",
        "1.234e-9,1.235e-9,1.23...e-9", "1234.51,1234.59,1234.5...",
        "1234.5,1234.6,1.234...e3", "3.1,3.9,3...", "310,390,3...e2", "1234.5,1299.6,1.2...e3",
        "1e-300,1.01e-300,'[9.99e-301, 1.02e-300]'"})
    void should_show_only_digits_of_every_element(String lo, String hi, String expected) {
        assertThat(Decimals.certified(between(lo, hi), 10)).isEqualTo(expected);
    }

    @Test
    void should_show_both_ends_when_no_digit_is_common() {
        assertThat(Decimals.certified(between("-1", "1"), 10)).isEqualTo("[-1, 1]");
        assertThat(Decimals.certified(between("0", "1"), 10)).isEqualTo("[0, 1]");
        assertThat(Decimals.certified(between("1/3", "2/3"), 10)).isEqualTo("[0.333, 0.667]");
        assertThat(Decimals.certified(between("9", "10"), 10)).isEqualTo("[9, 10]");
        assertThat(Decimals.certified(DyadicInterval.ENTIRE, 10)).isEqualTo("[-inf, inf]");
        assertThat(Decimals.certified(around("0"), 10)).isEqualTo("0");
    }

    @Test
    void should_count_relative_digits() {
        assertThat(Decimals.relativeDigits(around("3"))).isEqualTo(Integer.MAX_VALUE);
        assertThat(Decimals.relativeDigits(around("0"))).isEqualTo(Integer.MAX_VALUE);
        assertThat(Decimals.relativeDigits(between("0", "1"))).isZero();
        Dyadic ten = Dyadic.of(10);
        assertThat(Decimals.relativeDigits(DyadicInterval.of(ten, ten.plus(Dyadic.ONE)))).isEqualTo(1);
        Dyadic less = ten.minus(Dyadic.ONE.shift(-80));
        assertThat(Decimals.relativeDigits(DyadicInterval.of(less, less.plus(Dyadic.ONE)))).isZero();
        assertThat(Decimals.relativeDigits(between("1", "100"))).isZero();
        assertThat(Decimals.relativeDigits(between("1000", "1001"))).isEqualTo(3);
        assertThat(Decimals.relativeDigits(between("-1001", "-1000"))).isEqualTo(3);
        assertThat(Decimals.relativeDigits(between("999", "1000"))).isEqualTo(2);
        assertThat(Decimals.relativeDigits(around("1/3"))).isEqualTo(60); // log10(2^201 / 3) = 60.03
        assertThat(Decimals.relativeDigits(DyadicInterval.ENTIRE)).isZero();
    }
}
