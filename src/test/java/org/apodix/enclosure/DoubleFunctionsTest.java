package org.apodix.enclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the double functions know beside the value of {@link StrictMath}: exact cases, signs, ranges and extrema. */
class DoubleFunctionsTest {

    private static final double INF = Double.POSITIVE_INFINITY;
    private static final double LEAST = Double.MIN_VALUE;

    private static void ends(double lo, double hi, double lower, double upper) {
        assertThat(lo).isEqualTo(lower);
        assertThat(hi).isEqualTo(upper);
    }

    @Test
    void cube_roots_of_cubes_are_exact() {
        for (double r : new double[] {1, -3, 12, 200_000, 208_063}) {
            ends(DoubleFunctions.cbrtDown(r * r * r), DoubleFunctions.cbrtUp(r * r * r), r, r);
        }
        assertThat(DoubleFunctions.cbrtDown(28)).isLessThan(DoubleFunctions.cbrtUp(28));
        // 2^18 is the exact root of 2^54, but that size is not checked; and the root of 2^54 + 4 is not
        double above = 0x1p54 + 4;
        assertThat(Dyadic.ofExact(DoubleFunctions.cbrtUp(above)).toRational().pow(3)).isGreaterThanOrEqualTo(
                Dyadic.ofExact(above).toRational());
        assertThat(DoubleFunctions.cbrtUp(above)).isGreaterThan(0x1p18);
        ends(DoubleFunctions.cbrtDown(0), DoubleFunctions.cbrtUp(0), 0, 0);
        ends(DoubleFunctions.cbrtDown(-INF), DoubleFunctions.cbrtUp(INF), -INF, INF);
        assertThat(DoubleFunctions.cbrtDown(LEAST)).isPositive();
        assertThat(DoubleFunctions.cbrtUp(-LEAST)).isNegative();
    }

    @Test
    void functions_next_to_zero_lie_between_zero_and_the_argument() {
        assertThat(DoubleFunctions.expm1Down(LEAST)).isEqualTo(LEAST);
        assertThat(DoubleFunctions.expm1Down(-LEAST)).isEqualTo(-LEAST);
        assertThat(DoubleFunctions.expm1Up(-LEAST)).isZero();
        assertThat(DoubleFunctions.expm1Up(LEAST)).isGreaterThan(LEAST);
        assertThat(DoubleFunctions.log1pDown(LEAST)).isZero();
        assertThat(DoubleFunctions.log1pUp(LEAST)).isEqualTo(LEAST);
        assertThat(DoubleFunctions.log1pUp(-LEAST)).isEqualTo(-LEAST);
        assertThat(DoubleFunctions.log1pDown(-LEAST)).isLessThan(-LEAST);
        assertThat(DoubleFunctions.tanhDown(LEAST)).isZero();
        assertThat(DoubleFunctions.tanhUp(LEAST)).isEqualTo(LEAST);
        assertThat(DoubleFunctions.tanhDown(-LEAST)).isEqualTo(-LEAST);
        assertThat(DoubleFunctions.atanDown(LEAST)).isZero();
        assertThat(DoubleFunctions.atanUp(LEAST)).isEqualTo(LEAST);
        assertThat(DoubleFunctions.atanDown(-LEAST)).isEqualTo(-LEAST);
        assertThat(DoubleFunctions.atanUp(-LEAST)).isZero();
        assertThat(DoubleFunctions.sin(DoubleInterval.of(0, LEAST))).isEqualTo(DoubleInterval.of(0, LEAST));
        assertThat(DoubleFunctions.sin(DoubleInterval.of(-LEAST, 0))).isEqualTo(DoubleInterval.of(-LEAST, 0));
        assertThat(DoubleFunctions.sin(DoubleInterval.of(-LEAST, LEAST)).lower()).isBetween(-4 * LEAST, -LEAST);
    }

    @Test
    void functions_stay_in_their_range() {
        ends(DoubleFunctions.expm1Down(-INF), DoubleFunctions.expm1Up(INF), -1, INF);
        ends(DoubleFunctions.expm1Down(-60), DoubleFunctions.expm1Up(-60), -1, Math.nextUp(Math.nextUp(Math.nextUp(-1.0))));
        ends(DoubleFunctions.log1pDown(INF), DoubleFunctions.log1pUp(INF), INF, INF);
        ends(DoubleFunctions.tanhDown(-INF), DoubleFunctions.tanhUp(-INF), -1, -1);
        ends(DoubleFunctions.tanhDown(INF), DoubleFunctions.tanhUp(INF), 1, 1);
        assertThat(DoubleFunctions.tanhDown(-30)).isEqualTo(-1);
        assertThat(DoubleFunctions.tanhUp(30)).isEqualTo(1);
        assertThat(DoubleFunctions.tanhDown(30)).isLessThan(1).isGreaterThan(1 - 0x1p-50);
        double half = Math.PI / 2; // below pi/2, and its neighbour is above
        ends(DoubleFunctions.atanDown(INF), DoubleFunctions.atanUp(INF), half, Math.nextUp(half));
        ends(DoubleFunctions.atanDown(-INF), DoubleFunctions.atanUp(-INF), -Math.nextUp(half), -half);
        assertThat(DoubleFunctions.atanUp(1e300)).isEqualTo(Math.nextUp(half));
        assertThat(DoubleFunctions.atanDown(-1e300)).isEqualTo(-Math.nextUp(half));
        var peak = DoubleFunctions.sin(DoubleInterval.of(half, half));
        assertThat(peak.upper()).isEqualTo(1);
        assertThat(DoubleFunctions.cos(DoubleInterval.of(0, 0))).isEqualTo(DoubleInterval.of(1, 1));
        assertThat(DoubleFunctions.cos(DoubleInterval.of(Math.PI, Math.PI)).lower()).isEqualTo(-1);
    }

    @Test
    void a_sine_has_the_sign_that_its_arguments_give_it() {
        assertThat(DoubleFunctions.sin(DoubleInterval.of(0, 3)).lower()).isZero();
        assertThat(DoubleFunctions.sin(DoubleInterval.of(-3, 0)).upper()).isZero();
        assertThat(DoubleFunctions.sin(DoubleInterval.of(0, 3.2)).lower()).isNegative();
        assertThat(DoubleFunctions.sin(DoubleInterval.of(-3.2, 0)).upper()).isPositive();
        assertThat(DoubleFunctions.sin(DoubleInterval.of(0, 0.5)).upper()).isBetween(0.479425538604203, 0.4794255386042033);
    }

    /** Random intervals against the best bounds of the dyadic carrier: contained, and no wider than a few units or a missed extremum. */
    @Test
    void sines_and_cosines_of_intervals_are_tight() {
        var random = new Random(23);
        var fine = new DyadicArithmetic(90);
        for (int i = 0; i < 1000; i++) {
            double lo = random.nextGaussian() * (i % 4 == 0 ? 1e3 : 6);
            double hi = lo + random.nextDouble() * (i % 3 == 0 ? 7 : 2);
            var x = DoubleInterval.of(lo, hi);
            tight(DoubleFunctions.sin(x), fine.sin(x.toDyadic()));
            tight(DoubleFunctions.cos(x), fine.cos(x.toDyadic()));
        }
    }

    private static void tight(DoubleInterval y, DyadicInterval best) {
        assertThat(y.toDyadic().contains(best)).isTrue();
        assertThat(best.lower().minus(Dyadic.ofExact(y.lower()))).isLessThan(Dyadic.ONE.shift(-49));
        assertThat(Dyadic.ofExact(y.upper()).minus(best.upper())).isLessThan(Dyadic.ONE.shift(-49));
    }

    /**
     * An end next to a multiple of pi/2, where the extremum lies on the one side or the other. Far out, the doubles are sparse: the value at
     * the end is visibly below the extremum, and a quotient by pi/2 that is rounded wrongly would miss it.
     */
    @Test
    void extrema_next_to_an_end_are_not_missed() {
        var random = new Random(29);
        var fine = new DyadicArithmetic(120);
        var quarter = fine.divide(fine.pi(), fine.of(Rational.of(2)));
        for (int i = 0; i < 600; i++) {
            long k = i < 60 ? i : (random.nextLong() >>> 26 + random.nextInt(8)) + 1;
            var multiple = fine.multiply(fine.of(Rational.of(k)), quarter);
            for (double end : new double[] {multiple.lower().toDouble(Rounding.DOWN), multiple.upper().toDouble(Rounding.UP)}) {
                for (var x : new DoubleInterval[] {DoubleInterval.of(end - 0.25, end), DoubleInterval.of(end, end + 0.25),
                    DoubleInterval.of(-end, 0.25 - end), DoubleInterval.of(-end - 0.25, -end)}) {
                    assertThat(DoubleFunctions.sin(x).toDyadic().contains(fine.sin(x.toDyadic()))).isTrue();
                    assertThat(DoubleFunctions.cos(x).toDyadic().contains(fine.cos(x.toDyadic()))).isTrue();
                }
            }
        }
        // up to 2^40 the quarter turns are counted; beyond, an interval gets the whole range
        assertThat(DoubleFunctions.sin(DoubleInterval.of(0x1p40 - 0x1p-10, 0x1p40)).upper()).isLessThan(1);
        assertThat(DoubleFunctions.sin(DoubleInterval.of(0x1p41, 0x1p41 + 0x1p-10))).isEqualTo(DoubleInterval.of(-1, 1));
        assertThat(DoubleFunctions.cos(DoubleInterval.of(-0x1p41 - 0x1p-10, -0x1p41))).isEqualTo(DoubleInterval.of(-1, 1));
    }

    /** The value at 0 is exact, but not that at the other end. */
    @Test
    void sets_from_zero_have_the_ends_of_points() {
        for (double x : new double[] {0x1p-600, 0.001, 0.3, 1, 1.5}) {
            var point = DoubleInterval.of(x, x);
            assertThat(DoubleFunctions.sin(DoubleInterval.of(0, x))).isEqualTo(DoubleInterval.of(0, DoubleFunctions.sin(point).upper()));
            assertThat(DoubleFunctions.sin(DoubleInterval.of(-x, 0))).isEqualTo(DoubleInterval.of(-DoubleFunctions.sin(point).upper(), 0));
            assertThat(DoubleFunctions.cos(DoubleInterval.of(0, x))).isEqualTo(DoubleInterval.of(DoubleFunctions.cos(point).lower(), 1));
            assertThat(DoubleFunctions.cos(DoubleInterval.of(-x, 0))).isEqualTo(DoubleInterval.of(DoubleFunctions.cos(point).lower(), 1));
        }
    }

    /** Where the other end decides, beyond the extremum or beyond a zero. */
    @Test
    void sets_from_zero_to_the_third_quarter_have_the_ends_of_points() {
        for (double x : new double[] {3.25, 4, 4.5}) {
            var sine = DoubleFunctions.sin(DoubleInterval.of(x, x));
            assertThat(DoubleFunctions.sin(DoubleInterval.of(0, x))).isEqualTo(DoubleInterval.of(sine.lower(), 1));
            assertThat(DoubleFunctions.sin(DoubleInterval.of(-x, 0))).isEqualTo(DoubleInterval.of(-1, -sine.lower()));
        }
        for (double x : new double[] {2, 2.5, 3}) {
            var cosine = DoubleFunctions.cos(DoubleInterval.of(x, x));
            assertThat(DoubleFunctions.cos(DoubleInterval.of(0, x))).isEqualTo(DoubleInterval.of(cosine.lower(), 1));
            assertThat(DoubleFunctions.cos(DoubleInterval.of(-x, 0))).isEqualTo(DoubleInterval.of(cosine.lower(), 1));
        }
    }

    @Test
    void negative_powers_are_rounded_outward() {
        var a = DoubleArithmetic.INSTANCE;
        for (double x : new double[] {3, 7, 11, 13}) {
            var inverse = a.divide(DoubleInterval.of(1, 1), DoubleInterval.of(x, x));
            assertThat(a.power(DoubleInterval.of(x, x), -1)).isEqualTo(inverse);
            assertThat(a.power(DoubleInterval.of(-x, -x), -1)).isEqualTo(a.negate(inverse));
            assertThat(a.power(DoubleInterval.of(-x, -x), -3)).isEqualTo(a.negate(a.power(DoubleInterval.of(x, x), -3)));
            assertThat(a.power(DoubleInterval.of(x, x), -3).lower()).isLessThan(a.power(DoubleInterval.of(x, x), -3).upper());
        }
    }

    /** Quarter turns beyond the range of a long would not be counted. */
    @Test
    void one_huge_end_gives_the_whole_range() {
        for (double huge : new double[] {0x1p41, 0x1p70, Double.MAX_VALUE}) {
            for (var x : new DoubleInterval[] {DoubleInterval.of(0, huge), DoubleInterval.of(-huge, 0), DoubleInterval.of(1, huge), DoubleInterval.of(-huge, huge)}) {
                assertThat(DoubleFunctions.cos(x)).isEqualTo(DoubleInterval.of(-1, 1));
                assertThat(DoubleArithmetic.INSTANCE.sin(x)).isEqualTo(DoubleInterval.of(-1, 1));
            }
        }
    }
}
