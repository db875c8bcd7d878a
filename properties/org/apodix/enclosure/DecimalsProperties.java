package org.apodix.enclosure;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class DecimalsProperties {

    @Provide
    Arbitrary<Dyadic> dyadics() {
        return Numbers.dyadics();
    }

    @Property(tries = 500)
    void ends_are_rounded_outward_and_tight(@ForAll("dyadics") Dyadic a, @ForAll("dyadics") Dyadic b,
            @ForAll @IntRange(min = 1, max = 60) int digits) {
        DyadicInterval x = DyadicInterval.of(a.min(b), a.max(b));
        outward(x.lower().toRational(), Rational.parse(Decimals.lower(x, digits)), digits, 1);
        outward(x.upper().toRational(), Rational.parse(Decimals.upper(x, digits)), digits, -1);
    }

    /** sign (exact - printed) is nonnegative and below one unit of the last digit. */
    private static void outward(Rational exact, Rational printed, int digits, int sign) {
        Rational gap = exact.minus(printed).times(Rational.of(sign));
        assertThat(gap.signum()).isGreaterThanOrEqualTo(0);
        assertThat(gap).isLessThanOrEqualTo(exact.abs().times(Rational.of(10).pow(1 - digits)));
    }

    /** Cutting any element of the interval to as many digits as are shown gives the shown number. */
    @Property(tries = 500)
    void certified_digits_are_common_to_all_elements(@ForAll("dyadics") Dyadic a,
            @ForAll @IntRange(min = 2, max = 90) int bits, @ForAll @IntRange(min = 1, max = 40) int digits) {
        DyadicInterval x = DyadicInterval.of(a.round(bits, Rounding.DOWN), a.round(bits, Rounding.UP));
        String text = Decimals.certified(x, digits);
        if (text.startsWith("[")) {
            assertThat(x.isPoint()).isFalse();
            return;
        }
        Rational shown = Rational.parse(text.replace("...", "")).abs();
        if (!text.contains("...")) {
            assertThat(x.isPoint() && x.lower().toRational().abs().equals(shown)).isTrue();
            return;
        }
        Rational unit = unit(text);
        assertThat(x.mignitude().toRational()).isGreaterThanOrEqualTo(shown);
        assertThat(x.magnitude().toRational()).isLessThan(shown.plus(unit));
    }

    /** One unit of the last digit shown before the dots. */
    private static Rational unit(String text) {
        String mantissa = text.substring(0, text.indexOf("..."));
        String exponent = text.substring(text.indexOf("...") + 3).replace("e", "");
        int places = mantissa.contains(".") ? mantissa.length() - mantissa.indexOf('.') - 1 : 0;
        return Rational.of(10).pow((exponent.isEmpty() ? 0 : Integer.parseInt(exponent)) - places);
    }

    @Property(tries = 500)
    void relative_digits_bound_the_width(@ForAll("dyadics") Dyadic a, @ForAll("dyadics") Dyadic b) {
        DyadicInterval x = DyadicInterval.of(a.min(b), a.max(b));
        int n = Decimals.relativeDigits(x);
        if (n != Integer.MAX_VALUE && !x.containsZero()) {
            Rational width = x.width().toRational();
            Rational least = x.mignitude().toRational();
            if (n > 0) {
                assertThat(width.times(Rational.of(10).pow(n))).isLessThanOrEqualTo(least);
            }
            assertThat(width.times(Rational.of(10).pow(n + 1))).isGreaterThan(least);
        }
    }
}
