package org.apodix.enclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The error that an approximation states: that of the proof in its class, to the unit, so that no bound shrinks unseen; and relatively as small
 * as its class promises. For erf and erfc see {@link DyadicErfTest}, for the true errors {@link ApproximationTest}.
 */
class ApproximationErrorTest {

    private static final Dyadic TEN = Dyadic.of(10);

    private interface At {
        Approximation of(Dyadic x, int working);
    }

    private static void states(Approximation y, long units) {
        assertThat(y.error()).isEqualTo(BigInteger.valueOf(units));
    }

    /** 24 + 5 |k| units by tables and 16 2^s + 4 + 8 |k| by squaring, s = 2 + floor(1.5 cbrt(working)), where x = k ln 2 + r. */
    @Test
    void exponentials() {
        for (int working : new int[] {40, 100, 700}) {
            int s = 2 + (int) (1.5 * Math.cbrt(working));
            for (var row : List.of(new int[] {0, 0}, new int[] {1, 1}, new int[] {10, 14}, new int[] {-1, 2}, new int[] {-10, 15}, new int[] {100, 144})) {
                var x = row[0] == 0 ? Dyadic.ofExact(0.5) : Dyadic.of(row[0]);
                states(DyadicExp.approximate(x, working), 24 + 5L * row[1]);
                states(DyadicExp.bySquaring(x, working), (16L << s) + 4 + 8L * row[1]);
                if (x.compareTo(TEN) <= 0) {
                    states(DyadicExpm1.approximate(x, working), 24 + 5L * row[1]);
                }
            }
        }
        // at 2048 bits of tables the other way begins
        states(DyadicExp.approximate(Dyadic.ofExact(0.5), 2042), 24);
        assertThat(DyadicExp.approximate(Dyadic.ofExact(0.5), 2043).error()).isEqualTo(DyadicExp.bySquaring(Dyadic.ofExact(0.5), 2043).error());
        // e^1000, where 1 is less than a unit
        var large = DyadicExp.approximate(Dyadic.of(1000), 44);
        assertThat(large.exponent()).isPositive();
        assertThat(DyadicExpm1.approximate(Dyadic.of(1000), 40)).isEqualTo(
                new Approximation(large.value(), large.error().add(BigInteger.ONE), large.exponent()));
    }

    /** 20 + 2 |k| units by tables, where x = m 2^k with 3/4 <= m < 3/2; 17 near 1. */
    @Test
    void logarithms() {
        states(DyadicLog.approximate(Dyadic.ofExact(0.75), 100, 0), 20);
        states(DyadicLog.approximate(Dyadic.ofExact(1.25), 100, 0), 20);
        states(DyadicLog.approximate(Dyadic.ofExact(1.5), 100, 0), 22);
        states(DyadicLog.approximate(Dyadic.ofExact(0.625), 100, 0), 22);
        states(DyadicLog.approximate(TEN, 100, 0), 26); // 10/8
        states(DyadicLog.approximate(Dyadic.of(13), 100, 0), 28); // 13/16
        states(DyadicLog.approximate(Dyadic.ONE.plus(Dyadic.ONE.shift(-17)), 100, 0), 17);
        states(DyadicLog.approximate(Dyadic.ONE.minus(Dyadic.ONE.shift(-60)), 100, 0), 17);
        states(DyadicLog.approximate(Dyadic.ONE.plus(Dyadic.ONE.shift(-16)), 100, 0), 20);
        // by a seed: 4 a + 24 + 2 |k|, where the exponential is known up to a = 1 unit
        states(DyadicLog.approximate(TEN, 3000, 0), 4 + 24 + 6);
    }

    /** d = 1 + 2 |n| for n quarter turns: d + 18 by tables; 2^(2s+3) + 3 d by doubling; (d + 6 r) relative to the series near a zero. */
    @Test
    void circularFunctions() {
        for (var row : List.of(new double[] {0.7, 0}, new double[] {2, 1}, new double[] {-2, 1}, new double[] {4, 3}, new double[] {100, 64})) {
            var x = Dyadic.ofExact(row[0]);
            long d = 1 + 2 * (long) row[1];
            for (int working : new int[] {40, 130}) {
                int s = 2 + (int) (1.5 * Math.cbrt(working));
                for (int shift = 0; shift < 2; shift++) {
                    states(DyadicCircular.approximate(x, shift, working), d + 18);
                    for (var one : DyadicCircular.withDerivative(x, shift, working)) {
                        states(one, d + 18);
                    }
                    states(DyadicCircular.byDoubling(x, shift, working), (8L << 2 * s) + 3 * d);
                }
            }
        }
        var tiny = Dyadic.ONE.shift(-40);
        var y = DyadicCircular.byDoubling(tiny, 0, 100);
        int g = FixedPoint.roundUp(108);
        var r = BigInteger.ONE.shiftLeft((int) (-y.exponent() - g - 40));
        assertThat(y.error()).isEqualTo(BigInteger.ONE.shiftLeft(g).add(r.multiply(BigInteger.valueOf(6))));
    }

    /** Tables serve from |r| = 2^-8 on, and any cosine, up to 2048 bits of F = working + 18. */
    @Test
    void circularFunctionsByTables() {
        var least = Dyadic.ONE.shift(-8);
        var less = least.minus(Dyadic.ONE.shift(-30));
        for (var x : List.of(least, less, less.negate(), Dyadic.of(3), Dyadic.ofExact(-40.5))) {
            for (int shift = 0; shift < 4; shift++) {
                var small = x.abs().equals(less) && shift % 2 == 0;
                for (int working = 40; working < 104; working++) {
                    var value = DyadicCircular.approximate(x, shift, working);
                    var both = DyadicCircular.withDerivative(x, shift, working);
                    assertThat(both == null).as("%s, %s at %s bits", x, shift, working).isEqualTo(small);
                    if (!small) {
                        assertThat(both[0]).isEqualTo(value);
                        assertThat(both[1].exponent()).isEqualTo(value.exponent());
                        var derivative = DyadicCircular.byDoubling(x, shift + 1, working);
                        assertThat(both[1].rounded(30).overlaps(derivative.rounded(30))).as("%s, %s at %s bits", x, shift, working).isTrue();
                        assertThat(both[1].error()).isEqualTo(both[0].error()).isLessThan(BigInteger.valueOf(80));
                    } else {
                        assertThat(value).isEqualTo(DyadicCircular.byDoubling(x, shift, working));
                    }
                }
            }
        }
        states(DyadicCircular.approximate(least, 0, 2030), 19);
        assertThat(DyadicCircular.withDerivative(least, 0, 2030)).isNotNull();
        assertThat(DyadicCircular.approximate(least, 0, 2031)).isEqualTo(DyadicCircular.byDoubling(least, 0, 2031));
        assertThat(DyadicCircular.withDerivative(least, 0, 2031)).isNull();
    }

    @Test
    void arcsAndRoots() {
        for (var x : List.of(Dyadic.ofExact(0.3), TEN)) {
            states(DyadicAtan.approximate(x, 100), 12);
            states(DyadicAtan.approximate(x, 2500), 12);
            states(DyadicSqrt.approximate(x, 100), 2);
            states(DyadicCbrt.approximate(x, 100), 2);
            var half = DyadicExpm1.approximate(x.shift(1).negate(), 104);
            assertThat(DyadicTanh.approximate(x, 100).error()).isEqualTo(half.error().multiply(BigInteger.valueOf(3)).add(BigInteger.ONE));
        }
    }

    /** The error below 2^-working relatively, at 64 successive precisions, so at every distance from the next whole word. */
    private static void isRelativelySmall(String name, At function, Dyadic x, int slack) {
        for (int working = 40; working < 104; working++) {
            var y = function.of(x, working);
            assertThat(y.error().shiftLeft(working)).as("%s of %s at %s bits", name, x, working).isLessThanOrEqualTo(y.value().abs().shiftLeft(slack));
        }
    }

    @Test
    void relativeErrors() {
        var random = new Random(53);
        for (int top = -25; top < 16; top++) {
            var x = Dyadic.of(new BigInteger(50, random).setBit(0).setBit(49), top - 50L);
            var either = top % 2 == 0 ? x : x.negate();
            isRelativelySmall("exp", DyadicExp::approximate, either, 0);
            isRelativelySmall("exp by squaring", DyadicExp::bySquaring, either, 0);
            isRelativelySmall("expm1", DyadicExpm1::approximate, either, 0);
            isRelativelySmall("atan", DyadicAtan::approximate, x, 0);
            isRelativelySmall("cbrt", DyadicCbrt::approximate, x, 2);
            isRelativelySmall("sqrt", DyadicSqrt::approximate, x, 2);
            for (int shift = 0; shift < 2; shift++) {
                int turn = shift;
                isRelativelySmall("sine", (z, n) -> DyadicCircular.approximate(z, turn, n), either, 0);
                isRelativelySmall("sine by doubling", (z, n) -> DyadicCircular.byDoubling(z, turn, n), either, 0);
            }
            isRelativelySmall("log", (z, n) -> DyadicLog.approximate(z, n, 0), x, 0);
            isRelativelySmall("log near 1", (z, n) -> DyadicLog.approximate(z, n, 0), Dyadic.ONE.plus(either.shift(-16)), 0);
            if (top < 5) {
                isRelativelySmall("tanh", DyadicTanh::approximate, x, 0);
            }
        }
    }
}
