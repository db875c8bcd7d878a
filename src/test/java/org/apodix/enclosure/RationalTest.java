package org.apodix.enclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RationalTest {

    @ParameterizedTest
    @CsvSource({"3/5,3/5", "-1.25,-5/4", "1e-6,1/1000000", "-7,-7", "2.5E3,2500", "6/4,3/2", "-0,0", "0/7,0", "0.50,1/2",
        "-6/3,-2", "1e0,1", "12e-0,12", "0e10000,0", "007,7"})
    void should_read_exact_numbers(String text, String expected) {
        assertThat(Rational.parse(text)).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "+1", "1 ", " 1", "1/", "/2", "1//2", "1/-2", ".5", "5.", "-", "--1", "1e", "1e+6", "e5", "1.5/2",
        "1/2e3", "NaN", "Infinity", "0x10", "1_000", "1,5", "\u0661", "1e5.0", "1.2.3", "3/5\n", "\u22121"})
    void should_reject_everything_else_in_one_line(String text) {
        assertThatThrownBy(() -> Rational.parse(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not an exact number: write it as 3/5, -7, -1.25 or 1e-6")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    }

    @Test
    void should_name_value_rule_and_way_out() {
        assertThatThrownBy(() -> Rational.parse("1/0")).hasMessage(
                "the number \"1/0\" has the denominator 0, so it has no value: give another denominator");
        assertThatThrownBy(() -> Rational.parse("1e10001")).hasMessage(
                "the number \"1e10001\" has a power of ten beyond 10000 in size: rescale the quantity");
        assertThatThrownBy(() -> Rational.parse("1e-99999999999999999999")).hasMessageContaining("beyond 10000");
        assertThatThrownBy(() -> Rational.parse("7".repeat(10001))).hasMessage("the number \"" + "7".repeat(40)
                + "...\" has 10001 characters, more than the 10000 allowed: shorten it");
        assertThatThrownBy(() -> Rational.parse(null)).hasMessageStartingWith("a number is missing");
        assertThatThrownBy(() -> Rational.parse("a\nb")).hasMessageContaining("\"a\\u000ab\"");
        assertThatThrownBy(() -> Rational.parse("1e99999x")).hasMessageContaining("is not an exact number");
        assertThatThrownBy(() -> Rational.parse("a ~")).hasMessageContaining("\"a ~\"");
        assertThatThrownBy(() -> Rational.parse("x".repeat(40))).hasMessageContaining("\"" + "x".repeat(40) + "\"");
        assertThat(Rational.parse("7".repeat(10_000)).bitLength()).isGreaterThan(33_000);
        BigInteger long128 = BigInteger.ONE.shiftLeft(128).subtract(BigInteger.ONE);
        assertThatThrownBy(() -> Rational.of(long128, BigInteger.ZERO)).hasMessageContaining(" " + long128 + "/0");
        assertThatThrownBy(() -> Rational.of(long128.add(BigInteger.ONE), BigInteger.ZERO)).hasMessageContaining(" (129 bits)/0");
        assertThatThrownBy(() -> Rational.of(3, 0)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the fraction 3/0 has no value: give a denominator other than 0");
    }

    @Test
    void should_keep_fractions_reduced() {
        assertThat(Rational.of(6, -4)).hasToString("-3/2").isEqualTo(Rational.of(-3, 2));
        assertThat(Rational.of(0, -5)).isEqualTo(Rational.ZERO).hasSameHashCodeAs(Rational.ZERO);
        assertThat(Rational.of(Long.MIN_VALUE, Long.MIN_VALUE)).isEqualTo(Rational.ONE);
        assertThat(Rational.of(Long.MIN_VALUE, 6)).hasToString("-4611686018427387904/3");
        BigInteger giant = BigInteger.valueOf(3).shiftLeft(70);
        assertThat(Rational.of(BigInteger.valueOf(6), giant)).hasToString("1/" + BigInteger.ONE.shiftLeft(69));
        assertThat(Rational.of(giant, BigInteger.valueOf(-6))).hasToString("-" + BigInteger.ONE.shiftLeft(69));
        assertThat(Rational.of(Long.MIN_VALUE, 2).denominator()).isEqualTo(BigInteger.ONE);
        assertThat(Rational.of(1, 3).plus(Rational.of(2, 3)).isInteger()).isTrue();
        assertThat(Rational.of(5, 4).bitLength()).isEqualTo(6);
    }

    @Test
    void should_compute_exactly() {
        Rational x = Rational.of(-3, 4);
        assertThat(x.pow(-3)).isEqualTo(Rational.of(-64, 27));
        assertThat(x.pow(0)).isEqualTo(Rational.ONE);
        assertThat(Rational.ZERO.pow(0)).isEqualTo(Rational.ONE);
        assertThat(Rational.ONE.negate().pow(Integer.MIN_VALUE)).isEqualTo(Rational.ONE);
        assertThat(x.floor()).isEqualTo(-1);
        assertThat(Rational.of(7, 2).floor()).isEqualTo(3);
        assertThat(x.abs().inverse()).isEqualTo(Rational.of(4, 3));
        assertThat(x.inverse()).isEqualTo(Rational.of(-4, 3));
        assertThat(x.min(Rational.ONE)).isEqualTo(x);
        assertThat(x.max(Rational.ONE)).isEqualTo(Rational.ONE);
        assertThat(x).isLessThan(Rational.of(-2, 3)).isGreaterThan(Rational.of(-4, 5));
        assertThatThrownBy(() -> x.over(Rational.ZERO)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Rational.ZERO.pow(-1)).isInstanceOf(ArithmeticException.class);
    }
}
