package org.apodix.enclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.List;
import java.util.SplittableRandom;
import org.apfloat.Apfloat;
import org.junit.jupiter.api.Test;

/**
 * The series of the Apfloat carrier, broken off after so few terms that what they leave out is far greater than every rounding: the bound of the
 * tail alone decides whether the value, known from the other carrier, is inside.
 */
class ApfloatSeriesTest {

    private static final ApfloatArithmetic W = new ApfloatArithmetic(60);
    private static final DyadicArithmetic DYADIC = new DyadicArithmetic(400);

    private static Apfloat number(String text) {
        return new Apfloat(text, Apfloat.INFINITE);
    }

    private static ApfloatInterval point(Apfloat x) {
        return ApfloatInterval.point(x);
    }

    private static DyadicInterval exact(Apfloat x) {
        return DYADIC.of(Rational.parse(x.toString()));
    }

    private static Rational power(Apfloat x, int n) {
        return Rational.parse(x.toString()).pow(n);
    }

    /** The values at two ends are inside the enclosure of a function of the set between them. */
    private static void assertEncloses(ApfloatInterval found, DyadicInterval first, DyadicInterval last, String what) {
        var set = W.enclosure(found);
        assertThat(set.contains(first)).as("%s: %s, %s", what, found, first).isTrue();
        assertThat(set.contains(last)).as("%s: %s, %s", what, found, last).isTrue();
    }

    /** The value is inside, and the width is that of a tail of the size that is stated. */
    private static void assertEncloses(ApfloatInterval found, DyadicInterval value, Rational size, String what) {
        var set = W.enclosure(found);
        assertThat(set.contains(value)).as("%s: %s, %s", what, found, value).isTrue();
        assertThat(set.width().toRational()).as("the width of %s", what).isLessThan(size.times(Rational.of(5)));
    }

    private static Rational factorial(int n) {
        return Rational.of(ApfloatSeries.factorial(n));
    }

    @Test
    void theExponentialSeriesIsEnclosedAfterAnyTerm() {
        for (var x : List.of(number("0.0625"), number("0.03"), number("0.0007"))) {
            for (int n = 0; n < 7; n++) {
                assertEncloses(ApfloatExp.series(point(x), n, W), DYADIC.exp(exact(x)), power(x, n + 1).over(factorial(n + 1)),
                        "exp " + x + " by " + n);
            }
        }
        var set = ApfloatInterval.of(number("1e-9"), number("0.0625"));
        for (int n = 0; n < 7; n++) {
            assertEncloses(ApfloatExp.series(set, n, W), DYADIC.exp(exact(set.lower())), DYADIC.exp(exact(set.upper())), "exp by " + n);
        }
        for (var x : List.of(number("0.25"), number("-0.25"), number("0.003"), number("-0.0007"))) {
            for (int n = 1; n < 7; n++) {
                assertEncloses(ApfloatExp.expm1Series(x, n, W), DYADIC.expm1(exact(x)), power(x, n + 1).abs().over(factorial(n + 1)),
                        "expm1 " + x + " by " + n);
            }
        }
    }

    @Test
    void theCircularSeriesAreEnclosedAfterAnyTerm() {
        for (var x : List.of(number("1.4"), number("-1.1"), number("0.7"), number("0.003"))) {
            var s = W.square(point(x));
            for (int n = 0; n < 6; n++) {
                assertEncloses(ApfloatAngle.alternating(s, 0, n, W), DYADIC.cos(exact(x)), power(x, 2 * n + 2).over(factorial(2 * n + 2)),
                        "cos " + x + " by " + n);
                assertEncloses(ApfloatAngle.alternating(s, 1, n, W), DYADIC.divide(DYADIC.sin(exact(x)), exact(x)),
                        power(x, 2 * n + 2).over(factorial(2 * n + 3)), "sin " + x + " by " + n);
            }
        }
    }

    @Test
    void theTailOfASetIsThatOfItsGreatestElement() {
        var small = number("0.001");
        var large = number("0.7");
        var z = ApfloatInterval.of(small, large);
        var s = W.square(z);
        for (int n = 0; n < 6; n++) {
            assertEncloses(ApfloatAngle.alternating(s, 0, n, W), DYADIC.cos(exact(small)), DYADIC.cos(exact(large)), "cos by " + n);
            assertEncloses(ApfloatAtan.series(z, s, n, W), DYADIC.atan(exact(small)), DYADIC.atan(exact(large)), "atan by " + n);
            assertEncloses(ApfloatLog.twiceArtanh(z, s, n, W), twiceArtanh(small), twiceArtanh(large), "2 artanh by " + n);
            // the square may be known less well than the number
            assertEncloses(ApfloatAtan.series(point(large), s, n, W), DYADIC.atan(exact(large)), DYADIC.atan(exact(large)), "atan by " + n);
            assertEncloses(ApfloatLog.twiceArtanh(point(large), s, n, W), twiceArtanh(large), twiceArtanh(large), "2 artanh by " + n);
            assertEncloses(ApfloatErf.series(s, n, W), factorOfErf(small), factorOfErf(large), "erf by " + n);
        }
        assertThatThrownBy(() -> ApfloatAngle.alternating(ApfloatInterval.of(Apfloat.ONE, number("2.0001")), 0, W))
                .isInstanceOf(IllegalStateException.class).hasMessage("the angle of square [1, 2.0001] is not reduced");
        var tooLarge = ApfloatInterval.of(number("0.1"), number("0.8"));
        assertThatThrownBy(() -> ApfloatAtan.series(tooLarge, W)).isInstanceOf(IllegalStateException.class)
                .hasMessage("the series of atan at [1e-1, 8e-1], which is not small");
        assertThatThrownBy(() -> ApfloatLog.twiceArtanh(tooLarge, W)).isInstanceOf(IllegalStateException.class)
                .hasMessage("artanh of [1e-1, 8e-1], which is not small");
        assertThatThrownBy(() -> ApfloatErf.series(ApfloatInterval.of(Apfloat.ONE, number("1.2501")), 0, W))
                .isInstanceOf(IllegalStateException.class).hasMessage("too few terms of erf for the square [1, 1.2501]");
    }

    private static DyadicInterval twiceArtanh(Apfloat x) {
        var one = DyadicInterval.point(Dyadic.ONE);
        return DYADIC.log(DYADIC.divide(DYADIC.add(one, exact(x)), DYADIC.subtract(one, exact(x))));
    }

    /** sqrt(pi)/2 exp(x^2) erf(x) / x. */
    private static DyadicInterval factorOfErf(Apfloat x) {
        var y = exact(x);
        var twice = DYADIC.divide(DYADIC.multiply(DYADIC.sqrt(DYADIC.pi()), DYADIC.multiply(DYADIC.exp(DYADIC.square(y)), DYADIC.erf(y))), y);
        return DYADIC.multiply(twice, DYADIC.of(Rational.of(1, 2)));
    }

    @Test
    void theArcSeriesAreEnclosedAfterAnyTerm() {
        for (var x : List.of(number("0.7"), number("-0.7"), number("0.4"), number("0.01"), number("-0.0003"))) {
            var s = W.square(point(x));
            for (int n = 0; n < 6; n++) {
                var size = power(x, 2 * n + 3).abs();
                assertEncloses(ApfloatAtan.series(point(x), s, n, W), DYADIC.atan(exact(x)), size, "atan " + x + " by " + n);
                assertEncloses(ApfloatLog.twiceArtanh(point(x), s, n, W), twiceArtanh(x), size.plus(size), "2 artanh " + x + " by " + n);
            }
        }
    }

    /** From the term on from which the rest halves; with fewer no bound of the rest is known. */
    @Test
    void theSeriesOfErfIsEnclosedAfterAnyTermThatHalves() {
        for (var x : List.of(number("2.5"), number("1.5"), number("0.8"), number("0.01"))) {
            var s = power(x, 2);
            int least = 0;
            while (s.times(Rational.of(4)).compareTo(Rational.of(2L * least + 5)) > 0) {
                int tooFew = least++;
                assertThatThrownBy(() -> ApfloatErf.series(W.square(point(x)), tooFew, W)).isInstanceOf(IllegalStateException.class)
                        .hasMessageStartingWith("too few terms of erf for the square [");
            }
            for (int n = least; n < least + 6; n++) {
                var next = Rational.ONE;
                for (int k = 0; k <= n; k++) {
                    next = next.times(s).times(Rational.of(2)).over(Rational.of(2L * k + 3));
                }
                assertEncloses(ApfloatErf.series(W.square(point(x)), n, W), factorOfErf(x), next, "erf " + x + " by " + n);
            }
        }
    }

    @Test
    void theContinuedFractionOfErfcIsEnclosedAfterAnyStep() {
        for (var x : List.of(number("0.5"), number("2"), number("7.5"), number("40"))) {
            var value = DYADIC.erfc(exact(x));
            Dyadic before = null;
            for (int n = 0; n < 8; n++) {
                var set = W.enclosure(ApfloatErf.continuedFraction(x, n, W));
                assertThat(set.contains(value)).as("erfc %s by %s: %s, %s", x, n, set, value).isTrue();
                // R_0 <= (2 + 1/x^2) x in the worst case, and every step is nearer
                assertThat(before == null || set.width().compareTo(before) < 0).as("erfc %s by %s", x, n).isTrue();
                before = set.width();
            }
        }
    }

    @Test
    void theBoundOfATermIsAboveIt() {
        var few = new ApfloatArithmetic(2);
        for (var x : List.of(number("0.37"), number("0.0613"), number("0.5"))) {
            for (int n = 1; n < 8; n++) {
                var term = power(x, n).over(Rational.of(7));
                var bound = Rational.parse(ApfloatSeries.bound(x, n, BigInteger.valueOf(7), few).toString());
                assertThat(bound).isGreaterThanOrEqualTo(term).isLessThan(term.times(Rational.of(5)));
            }
        }
    }

    /** What is left out may have either sign, whatever the sum is. */
    @Test
    void theTailIsAddedOnBothSides() {
        var tail = number("0.125");
        var partial = new ApfloatSeries.Partial(new BigInteger[] {BigInteger.TWO, BigInteger.ONE},
                BigInteger.TWO, tail);
        var sum = ApfloatSeries.sum(partial, ApfloatInterval.of(number("0.5"), number("1.5")), W);
        assertThat(sum.lower()).isEqualTo(number("1.125"));
        assertThat(sum.upper()).isEqualTo(number("1.875"));
    }

    private interface Function {
        ApfloatInterval at(Apfloat x, ApfloatArithmetic w);
    }

    /** Computed with two to five digits and no more, where every rounding is as wide as the result: the value is inside all the same. */
    @Test
    void fewDigitsAreEnough() {
        var random = new SplittableRandom(71);
        for (int i = 0; i < 250; i++) {
            var w = new ApfloatArithmetic(2 + i % 4);
            var more = new ApfloatArithmetic(8 + i % 4); // a logarithm is refused where its argument is not known at all
            var x = Rational.of(random.nextInt(1, 100_000)).over(Rational.of(i % 8 < 4 ? 100_000 : 3000));
            var positive = number(new BigDecimal(x.numerator()).divide(new BigDecimal(x.denominator()), new MathContext(4)).toPlainString());
            var either = i % 3 == 0 ? positive.negate() : positive;
            assertContains("exp", ApfloatExp::exp, either, w, DYADIC.exp(exact(either)));
            assertContains("expm1", ApfloatExp::expm1, either, w, DYADIC.expm1(exact(either)));
            assertContains("tanh", ApfloatExp::tanh, either, w, DYADIC.tanh(exact(either)));
            assertContains("log", ApfloatLog::log, positive, more, DYADIC.log(exact(positive)));
            assertContains("log1p", ApfloatLog::log1p, positive, more, DYADIC.log1p(exact(positive)));
            assertContains("atan", ApfloatAtan::atan, either, w, DYADIC.atan(exact(either)));
            assertContains("erf", ApfloatErf::erf, either, w, DYADIC.erf(exact(either)));
            assertContains("erfc", ApfloatErf::erfc, either, w, DYADIC.erfc(exact(either)));
            assertContains("normalCdf", ApfloatErf::normalCdf, either, w, DYADIC.normalCdf(exact(either)));
        }
    }

    /** From which number on it is next to 1, so that no series is needed, depends on the digits. */
    @Test
    void theHyperbolicTangentNextToOne() {
        for (int digits = 2; digits <= 30; digits += 4) {
            var w = new ApfloatArithmetic(digits);
            for (int i = 10 * digits - 10; i < 14 * digits + 20; i++) {
                var x = number(i / 10 + "." + i % 10);
                var found = ApfloatExp.tanh(x, w);
                assertContains("tanh", (y, v) -> found, x, w, DYADIC.tanh(exact(x)));
                assertThat(found.upper()).isLessThanOrEqualTo(Apfloat.ONE);
                if (i >= 12 * digits + 20) {
                    assertThat(found.lower()).isEqualTo(Apfloat.ONE.subtract(ApfloatRounding.powerOfTen(-digits)));
                }
                if (i > 0) {
                    assertThat(ApfloatExp.tanh(x.negate(), w).negate().lower()).isEqualTo(found.lower());
                }
            }
        }
    }

    private static void assertContains(String name, Function function, Apfloat x, ApfloatArithmetic w, DyadicInterval value) {
        var found = function.at(x, w);
        assertThat(W.enclosure(found).contains(value)).as("%s of %s with %s digits: %s, %s", name, x, w.digits(), found, value).isTrue();
    }

    /** Ends of 52 digits, one tenth apart: every digit before the point is needed to see whether an extremum is between them. */
    @Test
    void theExtremaInsideAreKnownForLongAngles() {
        var huge = number("1e50");
        for (int i = 0; i < 70; i++) {
            var a = ApfloatInterval.of(huge.add(number("0.1").multiply(new Apfloat(i, Apfloat.INFINITE))),
                    huge.add(number("0.1").multiply(new Apfloat(i + 1, Apfloat.INFINITE))));
            for (int shift = 0; shift < 2; shift++) {
                var range = DYADIC.hull(exact(a.lower()), exact(a.upper()));
                var expected = shift == 0 ? DYADIC.sin(range) : DYADIC.cos(range);
                var found = W.enclosure(ApfloatAngle.sine(a, shift, 38));
                assertThat(found.contains(expected)).as("%s: %s, %s", a, found, expected).isTrue();
                assertThat(found.width().minus(expected.width()).toRational()).as("%s: %s, %s", a, found, expected)
                        .isLessThan(Rational.of(10).pow(-36));
                var mirrored = ApfloatAngle.sine(a.negate(), shift, 38);
                assertThat(W.enclosure(shift == 0 ? mirrored.negate() : mirrored)).isEqualTo(found);
            }
        }
    }

    /** A thousand digits before the point are reduced, one more is not, whichever end has them. */
    @Test
    void anglesOfTooManyDigitsHaveAllValues() {
        var all = ApfloatInterval.of(number("-1"), number("1"));
        var longest = ApfloatAngle.sine(point(number("1e999")), 0, 20);
        var fine = new DyadicArithmetic(3000); // 10^999 is exact
        assertThat(W.enclosure(longest).contains(fine.sin(fine.of(Rational.of(10).pow(999))))).isTrue();
        assertThat(longest.upper().subtract(longest.lower())).isLessThan(number("1e-18"));
        for (var text : List.of("1e1000", "1e4000000")) {
            var x = number(text);
            assertSame(ApfloatAngle.sine(point(x), 0, 20), all);
            assertSame(ApfloatAngle.sine(ApfloatInterval.of(Apfloat.ONE, x), 0, 20), all);
            assertSame(ApfloatAngle.sine(ApfloatInterval.of(x.negate(), Apfloat.ONE), 1, 20), all);
        }
    }

    private static void assertSame(ApfloatInterval found, ApfloatInterval expected) {
        assertThat(found.lower()).isEqualTo(expected.lower());
        assertThat(found.upper()).isEqualTo(expected.upper());
    }
}
