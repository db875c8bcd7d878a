package org.apodix.enclosure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigitsTest {

    private static final DyadicArithmetic ARITHMETIC = new DyadicArithmetic(128);

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "-23/20, -1.15", "1/3, 0.333333...", "-2/3, -0.666666...",
        "100000000/3, 3.33333...e7", "1/3000000000, 3.33333...e-10",
        "10000001/100000000, 0.100000...", "1e20, 100000000000000000000", "1e21, 1e21", "1e-6, 0.000001", "1e-7, 1e-7",
        "1000000, 1000000", "123456, 123456", "1234567/2, 617283.5", "2/3000, 0.000666666...", "1000001/3, 3.33333...e5"})
    void exactValuesAreCutOffAndNeverRounded(String value, String shown) {
        assertThat(Digits.of(Rational.parse(value), value.equals("1234567/2") ? 7 : 6)).isEqualTo(shown);
    }

    @Test
    void anEnclosureShowsTheDigitsItsEndsShare() {
        assertThat(Digits.of(ARITHMETIC.exp(ARITHMETIC.of(Rational.ONE)), 10)).isEqualTo("2.718281828...");
        assertThat(Digits.of(interval("1/2", "2"), 10)).startsWith("[");
    }

    @Test
    void aNarrowEnclosureOfAShortNumberShowsItWithARadius() {
        assertThat(Digits.of(around("1"), 10)).isEqualTo("1 \u00b1 1.1e-30");
        assertThat(Digits.of(around("0"), 10)).isEqualTo("0 \u00b1 1.1e-30");
        assertThat(Digits.of(around("-23/20"), 10)).isEqualTo("-1.15 \u00b1 1.1e-30");
    }

    @Test
    void theRadiusReachesTheEndThatIsFurtherAway() {
        assertThat(Digits.of(interval("0.999999999999999999999999999997", "1.000000000000000000000000000001"), 10)).isEqualTo("1 \u00b1 3.1e-30");
        assertThat(Digits.of(interval("0.999999999999999999999999999999", "1.000000000000000000000000000003"), 10)).isEqualTo("1 \u00b1 3.1e-30");
    }

    @Test
    void aRatioNeedsADivisorApartFromZero() {
        assertThat(Digits.ratio(around("1"), around("0"))).isEmpty();
        assertThat(Digits.ratio(around("1"), around("4"))).startsWith("0.25 \u00b1 ");
    }

    /** {@link Rational#parse} reads no such power of ten, so no short center is looked for. */
    @ParameterizedTest
    @ValueSource(ints = {10_001, -10_001, 30_000, -30_000})
    void numbersBeyondWhatIsReadAreShownByBothEnds(int power) {
        var ten = DyadicInterval.point(Dyadic.of(10));
        var shown = Digits.of(ARITHMETIC.power(ten, power), 10);
        int below = power - 1;
        assertThat(shown).isEqualTo("[9.999999999e" + below + ", 1.000000001e" + power + "]");
    }

    private static DyadicInterval around(String center) {
        var radius = Rational.of(10).pow(-30);
        return interval(Rational.parse(center).minus(radius).toString(), Rational.parse(center).plus(radius).toString());
    }

    private static DyadicInterval interval(String lower, String upper) {
        return DyadicInterval.of(Rational.parse(lower), 200).hull(DyadicInterval.of(Rational.parse(upper), 200));
    }
}
