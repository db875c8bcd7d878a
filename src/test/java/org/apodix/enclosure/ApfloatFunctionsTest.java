package org.apodix.enclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.apfloat.Apfloat;
import org.junit.jupiter.api.Test;

/** The functions of the Apfloat carrier with few digits, at chosen numbers: bounds, at most two units of the last digit off. */
class ApfloatFunctionsTest {

    private static final DyadicArithmetic FINE = new DyadicArithmetic(400);

    private static final List<String> NUMBERS = List.of("0", "1", "2", "0.01", "0.010001", "0.1", "0.10001", "0.25", "0.25001", "0.5", "0.99",
        "0.9901", "0.999999", "1.000001", "1.01", "1.0101", "1.5707963", "3.1415926", "4.7123889", "6.2831853", "7", "9.99", "10", "12", "15.5", "22",
        "99.5", "1000", "1234567", "1e-7", "1e-30", "1e25", "1e-300");

    /** The value is not outside, and neither end is further from it than two units of the last digit of the larger end. */
    private static void check(DyadicInterval found, DyadicInterval value, int digits, String what) {
        assertThat(found.overlaps(value)).as(what + ": " + found + ", " + value).isTrue();
        if (found.isBounded() && !value.containsZero()) {
            var most = value.magnitude().toRational().times(Rational.of(2)).times(Rational.of(10).pow(1 - digits));
            assertThat(value.lower().minus(found.lower()).toRational()).as(what + ": " + found).isLessThanOrEqualTo(most);
            assertThat(found.upper().minus(value.upper()).toRational()).as(what + ": " + found).isLessThanOrEqualTo(most);
        }
    }

    @Test
    void functionsAtNumbers() {
        int digits = 12;
        var w = new ApfloatArithmetic(digits);
        for (var text : NUMBERS) {
            for (var x : List.of(Rational.parse(text), Rational.parse(text).negate())) {
                assertThat(w.of(x).isPoint()).isTrue();
                for (var f : Functions.VALUES) {
                    var value = f.at(FINE, FINE.of(x));
                    var found = w.enclosure(f.at(w, w.of(x)));
                    assertThat(found.isEntire()).as("%s of %s", f.name(), x).isEqualTo(value.isEntire());
                    if (value.isBounded() && Math.abs(value.magnitude().shift(1).top()) < 1_000_000) {
                        check(found, value, digits, f.name() + " of " + x);
                    }
                }
            }
        }
    }

    /** As near to a zero as 10^-(3 digits) the digits that cancel are found back. */
    @Test
    void digitsThatCancelAreFoundBack() {
        var fine = new DyadicArithmetic(1500);
        var pi = new BigDecimal(Decimals.lower(fine.pi(), 200));
        var ln2 = new BigDecimal(Decimals.lower(fine.log(fine.of(Rational.TWO)), 200));
        for (int digits : new int[] {2, 6, 20, 60}) {
            var w = new ApfloatArithmetic(digits);
            for (int places : new int[] {8, 12, 15, 2 * digits, 3 * digits - 5}) {
                var x = new Apfloat(pi.setScale(places, RoundingMode.FLOOR), Apfloat.INFINITE);
                check(w.enclosure(w.sin(ApfloatInterval.point(x))), fine.sin(fine.of(Rational.parse(x.toString()))), digits, "sin " + x);
                var half = x.multiply(ApfloatRounding.HALF);
                check(w.enclosure(w.cos(ApfloatInterval.point(half))), fine.cos(fine.of(Rational.parse(half.toString()))), digits, "cos " + half);
                var minus = new Apfloat(ln2.setScale(places, RoundingMode.FLOOR).negate(), Apfloat.INFINITE);
                var term = fine.of(Rational.parse(minus.toString()));
                var sum = w.logSumExp(List.of(ApfloatInterval.point(minus), ApfloatInterval.point(minus)));
                check(w.enclosure(sum), fine.logSumExp(List.of(term, term)), digits, "log(2 exp " + minus + ")");
            }
        }
    }

    /** High powers multiply every rounding by the exponent; the digits added for it are enough. */
    @Test
    void powersKeepTheDigits() {
        for (int digits : new int[] {2, 5, 16}) {
            var w = new ApfloatArithmetic(digits);
            for (var text : List.of("1.1", "-0.97", "3")) {
                for (int n : new int[] {2, 7, 10, 63, 64, 999, 12_345, 100_000}) {
                    var x = Rational.parse(text);
                    for (int sign : new int[] {1, -1}) {
                        var value = FINE.power(FINE.of(x), sign * n);
                        var point = ApfloatInterval.point(new Apfloat(text, Apfloat.INFINITE));
                        check(w.enclosure(w.power(point, sign * n)), value, digits, x + "^" + sign * n);
                    }
                }
            }
        }
    }

    @Test
    void namesAndDigits() {
        assertThat(new ApfloatArithmetic(38).name()).isEqualTo("apfloat-38");
        assertThat(new ApfloatArithmetic(2).digits()).isEqualTo(2);
        assertThat(new ApfloatArithmetic(100_000).digits()).isEqualTo(100_000);
        for (int digits : new int[] {2, 10, 30, 100}) { // in bits, by log2(10) = 3.32..; and these bits are kept
            var w = new ApfloatArithmetic(digits);
            assertThat(w.precision()).isBetween(digits * 10 / 3, digits * 10 / 3 + 1);
            var third = w.enclosure(w.of(Rational.of(1, 3)));
            assertThat(third.width().toRational()).isLessThan(Rational.of(10).pow(-digits).times(Rational.of(1001, 1000)));
            assertThat(third.contains(Rational.of(1, 3))).isTrue();
        }
    }
}
