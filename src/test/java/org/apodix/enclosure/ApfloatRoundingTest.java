package org.apodix.enclosure;

import static org.apodix.enclosure.Rounding.DOWN;
import static org.apodix.enclosure.Rounding.UP;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BinaryOperator;
import org.apfloat.Apfloat;
import org.junit.jupiter.api.Test;

/** Decimal numbers of few digits, where a rounding in the wrong direction is a large error: best bounds, and sets with all their points. */
class ApfloatRoundingTest {

    private static final DyadicArithmetic FINE = new DyadicArithmetic(300);

    private final SplittableRandom random = new SplittableRandom(13);

    private Rational number(int digits) {
        var m = Rational.of(random.nextInt(1, (int) StrictMath.pow(10, digits)));
        var x = m.times(Rational.of(10).pow(random.nextInt(-digits - 1, 2)));
        return random.nextBoolean() ? x : x.negate();
    }

    private static Rational exact(Apfloat x) {
        return Rational.parse(x.toString());
    }

    /** lo <= y <= hi, equal or the next numbers of that many digits. */
    private static void best(Apfloat lo, Rational y, Apfloat hi, int digits) {
        assertThat(exact(lo).compareTo(y)).isNotPositive();
        assertThat(exact(hi).compareTo(y)).isNotNegative();
        if (exact(lo).equals(y) || exact(hi).equals(y)) {
            assertThat(exact(lo)).isEqualTo(exact(hi));
        }
        assertThat(lo.size()).isLessThanOrEqualTo(digits);
        assertThat(hi.size()).isLessThanOrEqualTo(digits);
        long scale = Math.max(lo.signum() == 0 ? -99 : lo.scale(), hi.signum() == 0 ? -99 : hi.scale());
        assertThat(exact(hi).minus(exact(lo))).isLessThanOrEqualTo(Rational.of(10).pow((int) scale - digits));
    }

    @Test
    void operationsGiveTheBestBounds() {
        for (int i = 0; i < 250; i++) {
            int digits = 2 + i % 5;
            var w = new ApfloatArithmetic(digits);
            var x = w.of(number(digits)).lower();
            var y = w.of(number(digits)).lower();
            var a = ApfloatInterval.point(x);
            var b = ApfloatInterval.point(y);
            var third = number(3).over(Rational.of(7));
            best(w.of(third).lower(), third, w.of(third).upper(), digits);
            check(w.add(a, b), exact(x).plus(exact(y)), digits);
            check(w.subtract(a, b), exact(x).minus(exact(y)), digits);
            check(w.multiply(a, b), exact(x).times(exact(y)), digits);
            check(w.divide(a, b), exact(x).over(exact(y)), digits);
            check(w.square(a), exact(x).pow(2), digits);
            check(w.power(a, 3), exact(x).pow(3), digits);
            check(ApfloatInterval.point(x.multiply(y)).round(2), exact(x).times(exact(y)), 2);
            var inverse = w.power(a, -3);
            assertThat(exact(inverse.lower()).compareTo(exact(x).pow(-3))).isNotPositive();
            assertThat(exact(inverse.upper()).compareTo(exact(x).pow(-3))).isNotNegative();
        }
    }

    private static void check(ApfloatInterval found, Rational y, int digits) {
        best(found.lower(), y, found.upper(), digits);
    }

    @Test
    void sumsOfVeryDifferentSizeRoundOnTheRightSide() {
        for (int digits : new int[] {2, 3, 7}) {
            for (long far : new long[] {digits, digits + 1, digits + 2, digits + 3, 50, 100_000}) {
                for (int sign : new int[] {1, -1}) {
                    var one = new Apfloat(sign, Apfloat.INFINITE);
                    var tiny = ApfloatRounding.powerOfTen(-far);
                    var lower = ApfloatRounding.sum(one, tiny, digits, DOWN);
                    var upper = ApfloatRounding.sum(tiny, one, digits, UP);
                    assertThat(lower).isEqualTo(ApfloatRounding.round(one.add(tiny), digits, DOWN));
                    assertThat(upper).isEqualTo(ApfloatRounding.round(one.add(tiny), digits, UP));
                    assertThat(lower.equals(upper)).isEqualTo(sign < 0 && far <= digits);
                    var below = ApfloatRounding.sum(one, tiny.negate(), digits, DOWN);
                    var above = ApfloatRounding.sum(one, tiny.negate(), digits, UP);
                    assertThat(below).isEqualTo(ApfloatRounding.round(one.subtract(tiny), digits, DOWN));
                    assertThat(above).isEqualTo(ApfloatRounding.round(one.subtract(tiny), digits, UP));
                    assertThat(below.equals(above)).isEqualTo(sign > 0 && far <= digits);
                }
            }
        }
        assertThat(ApfloatRounding.sum(Apfloat.ZERO, ApfloatRounding.exact(BigInteger.valueOf(127)), 2, DOWN).intValue()).isEqualTo(120);
        assertThat(ApfloatRounding.sum(ApfloatRounding.exact(BigInteger.valueOf(127)), Apfloat.ZERO, 2, UP).intValue()).isEqualTo(130);
    }

    @Test
    void dyadicNumbersAreBoundedInBothDirections() {
        for (int i = 0; i < 400; i++) {
            int digits = 2 + i % 5;
            var x = Dyadic.of(BigInteger.valueOf(random.nextLong()).setBit(0), random.nextInt(-80, 20));
            best(ApfloatRounding.of(x, digits, DOWN), x.toRational(), ApfloatRounding.of(x, digits, UP), digits);
            var decimal = new ApfloatArithmetic(9).of(number(7)).lower();
            var lo = ApfloatRounding.dyadic(decimal, 5, DOWN);
            var hi = ApfloatRounding.dyadic(decimal, 5, UP);
            assertThat(lo.compareTo(exact(decimal))).isNotPositive();
            assertThat(hi.compareTo(exact(decimal))).isNotNegative();
            assertThat(hi.minus(lo).shift(4)).isLessThanOrEqualTo(hi.abs().max(lo.abs()));
        }
        for (int e : new int[] {-400, 400}) {
            var decimal = ApfloatRounding.exact(BigInteger.valueOf(7)).multiply(ApfloatRounding.powerOfTen(e));
            var lo = ApfloatRounding.dyadic(decimal, 60, DOWN);
            var hi = ApfloatRounding.dyadic(decimal, 60, UP);
            assertThat(lo.compareTo(exact(decimal))).isNegative();
            assertThat(hi.compareTo(exact(decimal))).isPositive();
        }
        // exponents that are not written out
        for (long e : new long[] {-400_000, 400_000}) {
            var x = Dyadic.of(BigInteger.valueOf(3), e);
            var w = new ApfloatArithmetic(30);
            var around = w.enclose(DyadicInterval.point(x));
            assertThat(around.lower()).isLessThan(around.upper());
            assertThat(w.enclosure(around).contains(x)).isTrue();
            assertThat(w.enclosure(around).width().shift(90)).isLessThan(x);
        }
        var set = new ApfloatArithmetic(3).enclose(DyadicInterval.of(Dyadic.of(-1234), Dyadic.of(1234)));
        assertThat(set).hasToString("[-1.24e3, 1.24e3]");
        assertThat(new ApfloatArithmetic(3).enclose(DyadicInterval.ENTIRE).isEntire()).isTrue();
    }

    @Test
    void theRangeEndsWhereItIsSaid() {
        var largest = ApfloatRounding.powerOfTen(ApfloatRounding.MAX_SCALE - 1);
        var beyond = ApfloatRounding.powerOfTen(ApfloatRounding.MAX_SCALE);
        var least = ApfloatRounding.powerOfTen(-ApfloatRounding.MAX_SCALE);
        assertThat(ApfloatRounding.round(largest, 5, UP)).isEqualTo(largest);
        assertThat(ApfloatRounding.round(beyond, 5, UP)).isEqualTo(ApfloatRounding.INFINITY);
        assertThat(ApfloatRounding.round(beyond, 5, DOWN)).isEqualTo(largest);
        assertThat(ApfloatRounding.round(beyond.negate(), 5, UP)).isEqualTo(largest.negate());
        assertThat(ApfloatRounding.round(beyond.negate(), 5, DOWN)).isEqualTo(ApfloatRounding.INFINITY.negate());
        assertThat(ApfloatRounding.round(least, 5, DOWN)).isEqualTo(least);
        var smaller = ApfloatRounding.powerOfTen(-ApfloatRounding.MAX_SCALE - 1);
        assertThat(ApfloatRounding.round(smaller, 5, DOWN).signum()).isZero();
        assertThat(ApfloatRounding.round(smaller, 5, UP)).isEqualTo(least);
        assertThat(ApfloatRounding.round(smaller.negate(), 5, DOWN)).isEqualTo(least.negate());
        assertThat(ApfloatRounding.round(smaller.negate(), 5, UP).signum()).isZero();
        var over = ApfloatRounding.quotient(largest, least, 5);
        assertThat(over.lower()).isEqualTo(largest);
        assertThat(over.upper()).isEqualTo(ApfloatRounding.INFINITY);
        var under = ApfloatRounding.quotient(least, largest, 5);
        assertThat(under.lower().signum()).isZero();
        assertThat(under.upper()).isEqualTo(least);
    }

    @Test
    void quotientsNextToTheEndsOfTheRangeAreTheBest() {
        var half = new Apfloat("0.5", Apfloat.INFINITE);
        var largest = ApfloatRounding.powerOfTen(ApfloatRounding.MAX_SCALE - 1);
        var least = ApfloatRounding.powerOfTen(-ApfloatRounding.MAX_SCALE);
        assertThat(ApfloatRounding.quotient(largest, half, 5).lower()).isEqualTo(largest.add(largest));
        assertThat(ApfloatRounding.quotient(largest, half, 5).isPoint()).isTrue();
        assertThat(ApfloatRounding.quotient(least, half, 5).upper()).isEqualTo(least.add(least));
        assertThat(ApfloatRounding.quotient(least, half, 5).isPoint()).isTrue();
    }

    /** 2^-60 above and below a decimal number: its neighbors on that side, not those around it. */
    @Test
    void dyadicNumbersNextToDecimalOnes() {
        var tiny = Dyadic.ONE.shift(-60);
        for (int n : new int[] {1, 3, 17, -40}) {
            var exact = ApfloatRounding.exact(BigInteger.valueOf(n));
            assertThat(ApfloatRounding.of(Dyadic.of(n).plus(tiny), 5, DOWN)).isEqualTo(exact);
            assertThat(ApfloatRounding.of(Dyadic.of(n).plus(tiny), 5, UP)).isGreaterThan(exact);
            assertThat(ApfloatRounding.of(Dyadic.of(n).minus(tiny), 5, UP)).isEqualTo(exact);
            assertThat(ApfloatRounding.of(Dyadic.of(n).minus(tiny), 5, DOWN)).isLessThan(exact);
        }
    }

    /** The enclosure of a set contains the value at its ends and at a point between, and it is not much larger than the hull of the ends. */
    @Test
    void functionsOfSetsContainTheValuesAtTheirPoints() {
        for (int i = 0; i < 24; i++) {
            int digits = 2 + i % 4;
            var w = new ApfloatArithmetic(digits);
            var p = number(2);
            var q = p.plus(number(2).abs());
            var points = List.of(p, p.plus(q).times(Rational.of(1, 2)), q);
            var set = w.of(p).hull(w.of(q));
            for (var f : Functions.VALUES) {
                var found = w.enclosure(f.at(w, set));
                if (found.isEntire()) {
                    assertThat(f.domain().test(w.enclosure(set))).isFalse();
                    continue;
                }
                for (var x : points) {
                    var truth = f.at(FINE, FINE.of(x));
                    assertThat(found.overlaps(truth)).as("%s of %s at %s", f.name(), x, digits).isTrue();
                    var point = f.at(w, w.of(x));
                    assertThat(w.enclosure(point).overlaps(truth)).as("%s of %s at %s", f.name(), x, digits).isTrue();
                }
            }
        }
    }

    @Test
    void extremaAreTakenWhereTheyAreInside() {
        var w = new ApfloatArithmetic(12);
        assertThat(w.sin(w.of(Rational.of(1, 10)).hull(w.of(Rational.of(1, 5)))).upper().doubleValue()).isLessThan(0.2);
        assertThat(w.sin(w.of(Rational.ONE).hull(w.of(Rational.TWO))).upper()).isEqualTo(Apfloat.ONE);
        assertThat(w.sin(w.of(Rational.of(4)).hull(w.of(Rational.of(5)))).lower()).isEqualTo(Apfloat.ONE.negate());
        assertThat(w.cos(w.of(Rational.of(1, 10)).hull(w.of(Rational.of(3)))).magnitude().doubleValue()).isLessThan(1);
        assertThat(w.cos(w.of(Rational.of(-1)).hull(w.of(Rational.of(1)))).upper()).isEqualTo(Apfloat.ONE);
    }

    @Test
    void operationsOnSetsContainTheValuesAtTheirCorners() {
        var w = new ApfloatArithmetic(3);
        for (int i = 0; i < 150; i++) {
            var a = ends(number(2), number(2));
            var b = ends(number(2), number(2));
            var x = w.of(a[0]).hull(w.of(a[1]));
            var y = w.of(b[0]).hull(w.of(b[1]));
            corners(w.add(x, y), Rational::plus, a, b);
            corners(w.subtract(x, y), Rational::minus, a, b);
            corners(w.multiply(x, y), Rational::times, a, b);
            if (!y.containsZero()) {
                corners(w.divide(x, y), Rational::over, a, b);
            }
            corners(w.min(x, y), Rational::min, a, b);
            corners(w.max(x, y), Rational::max, a, b);
            corners(w.hull(x, y), (s, t) -> s, a, b);
        }
    }

    private static Rational[] ends(Rational p, Rational q) {
        return new Rational[] {p.min(q), p.max(q)};
    }

    /** The hull of the four corners, each end rounded to three digits, is the set found. */
    private static void corners(ApfloatInterval found, BinaryOperator<Rational> f, Rational[] a, Rational[] b) {
        var values = List.of(f.apply(a[0], b[0]), f.apply(a[0], b[1]), f.apply(a[1], b[0]), f.apply(a[1], b[1]));
        var least = values.stream().reduce(Rational::min).orElseThrow();
        var greatest = values.stream().reduce(Rational::max).orElseThrow();
        if (f.apply(Rational.ONE, Rational.of(5)).equals(Rational.ONE) && f.apply(Rational.of(5), Rational.ONE).equals(Rational.of(5))) {
            least = least.min(b[0]); // the hull
            greatest = greatest.max(b[1]);
        }
        assertThat(exact(found.lower()).compareTo(least)).isNotPositive();
        assertThat(exact(found.upper()).compareTo(greatest)).isNotNegative();
        var slack = least.abs().max(greatest.abs()).times(Rational.of(1, 100));
        assertThat(least.minus(exact(found.lower()))).isLessThanOrEqualTo(slack);
        assertThat(exact(found.upper()).minus(greatest)).isLessThanOrEqualTo(slack);
    }
}
