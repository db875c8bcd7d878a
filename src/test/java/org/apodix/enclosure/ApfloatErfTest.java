package org.apodix.enclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apfloat.Apfloat;
import org.junit.jupiter.api.Test;

/** The error functions of the Apfloat carrier, above all where one method takes over from another. */
class ApfloatErfTest {

    private static final DyadicArithmetic FINE = new DyadicArithmetic(500);

    private static void check(String what, ApfloatInterval direct, ApfloatInterval refined, DyadicInterval value, int digits) {
        var wide = new ApfloatArithmetic(60);
        assertThat(wide.enclosure(direct).contains(value)).as("%s: %s, %s", what, direct, value).isTrue();
        assertThat(wide.enclosure(refined).contains(value)).as("%s: %s, %s", what, refined, value).isTrue();
        var unit = value.magnitude().toRational().times(Rational.of(10).pow(1 - digits));
        assertThat(wide.enclosure(refined).width().toRational()).as("%s: %s", what, refined).isLessThanOrEqualTo(unit.times(Rational.of(4)));
    }

    /** Bounds when computed once with the given digits, and at most two units of the last digit off when refined. */
    private static void check(Apfloat size, int digits) {
        var w = new ApfloatArithmetic(digits);
        for (var x : List.of(size, size.negate())) {
            var y = FINE.of(Rational.parse(x.toString()));
            var point = ApfloatInterval.point(x);
            check("erf " + x, ApfloatErf.erf(x, w), w.erf(point), FINE.erf(y), digits);
            check("erfc " + x, ApfloatErf.erfc(x, w), w.erfc(point), FINE.erfc(y), digits);
            check("normalCdf " + x, ApfloatErf.normalCdf(x, w), w.normalCdf(point), FINE.normalCdf(y), digits);
        }
    }

    @Test
    void one() {
        check(Apfloat.ONE, 8);
    }

    @Test
    void ten() {
        check(new Apfloat(10, Apfloat.INFINITE), 8);
    }

    @Test
    void zero() {
        var w = new ApfloatArithmetic(20);
        assertThat(ApfloatErf.erf(Apfloat.ZERO, w).isZero()).isTrue();
        assertThat(ApfloatErf.erfc(Apfloat.ZERO, w).isPoint()).isTrue();
        assertThat(ApfloatErf.erfc(Apfloat.ZERO, w).lower()).isEqualTo(Apfloat.ONE);
        assertThat(ApfloatErf.normalCdf(Apfloat.ZERO, w)).hasToString("[5e-1, 5e-1]");
    }

    /** From 1/8 to beyond the number where exp(-x^2) is 10^-(digits + 3). */
    @Test
    void allMethods() {
        for (int digits : new int[] {5, 13}) {
            double last = Math.sqrt((digits + 4) * 2.4);
            for (double x = 0.125; x < last; x += x < 2 ? 0.375 : 0.5) {
                check(new Apfloat(x, Apfloat.INFINITE), digits);
            }
        }
    }

    /** Next to 0 and far out nothing is lost and nothing is reached. */
    @Test
    void tinyAndHugeNumbers() {
        var w = new ApfloatArithmetic(15);
        for (var text : List.of("1e-9", "1e-40")) {
            var x = new Apfloat(text, Apfloat.INFINITE);
            var point = FINE.of(Rational.parse(text));
            var value = FINE.erf(point);
            var most = value.upper().toRational().times(Rational.of(10).pow(-12));
            var found = ApfloatErf.erf(x, w);
            assertThat(new ApfloatArithmetic(60).enclosure(found).overlaps(value)).isTrue();
            assertThat(new ApfloatArithmetic(60).enclosure(found).width().toRational()).isLessThan(most);
        }
        for (var text : List.of("1000", "1e30", "1e4000000")) {
            var x = new Apfloat(text, Apfloat.INFINITE);
            var erf = ApfloatErf.erf(x, w);
            assertThat(erf.upper()).isEqualTo(Apfloat.ONE);
            assertThat(erf.lower().size()).isEqualTo(15);
            assertThat(erf.lower().compareTo(Apfloat.ONE)).isNegative();
            var erfc = ApfloatErf.erfc(x, w);
            assertThat(erfc.isNonnegative()).isTrue();
            assertThat(erfc.upper().scale()).isLessThan(-400_000);
            assertThat(ApfloatErf.erfc(x.negate(), w).upper().compareTo(ApfloatRounding.TWO)).isZero();
        }
    }
}
