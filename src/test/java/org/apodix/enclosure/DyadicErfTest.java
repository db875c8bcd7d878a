package org.apodix.enclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The error functions at small and large arguments, and the error that their approximations state, which is that of the proofs. */
class DyadicErfTest {

    private static final List<DyadicErf> BOTH = List.of(DyadicErf.PLAIN, DyadicErf.NORMAL);

    private interface At {
        Approximation of(Dyadic x, int working);
    }

    /** Against 80 more bits, at small and large arguments, by the series and by the asymptotic one. */
    @Test
    void errorFunctions() {
        var random = new Random(59);
        for (int i = 0; i < 2000; i++) {
            int working = 20 + random.nextInt(120);
            var x = Dyadic.of(BigInteger.valueOf(1L + random.nextInt(1 << 20)), -17L - random.nextInt(i % 4 == 0 ? 30 : 4));
            for (var erf : List.of(DyadicErf.PLAIN, DyadicErf.NORMAL)) {
                isHonest(erf::approximate, x, working);
                isHonest(erf::approximateComplement, x, working);
                isHonest(erf::approximateComplement, x.negate(), working);
            }
        }
    }

    /**
     * With c = 2/sqrt(pi), erf(x) = c x (1 - x^2/3 + ...): for c x between a number g of 6 bits and g (1 + x^2/3), so nearer to it than anything else
     * in sight, the value is below g.
     */
    @Test
    void smallArgumentsNextToTheGrid() {
        var fine = new DyadicArithmetic(400);
        for (int top = -60; top < -8; top++) {
            var g = Dyadic.of(41).shift(top - 6L);
            var x = fine.divide(fine.multiply(DyadicInterval.point(g), fine.sqrt(fine.pi())), DyadicInterval.point(Dyadic.of(2))).lower();
            for (int k = 2; k < 8; k++) {
                var argument = DyadicInterval.point(x.plus(x.times(Dyadic.ONE.shift(2L * top - k)).round(100, Rounding.DOWN)));
                for (int bits = 4; bits < 40; bits++) {
                    assertThat(new DyadicArithmetic(bits).erf(argument).contains(fine.erf(argument))).as("erf %s with %s bits", argument, bits).isTrue();
                }
            }
        }
    }

    private static void isHonest(At function, Dyadic x, int working) {
        var coarse = function.of(x, working);
        var fine = function.of(x, working + 80);
        var distance = Dyadic.of(coarse.value(), coarse.exponent()).minus(Dyadic.of(fine.value(), fine.exponent())).abs();
        var allowed = Dyadic.of(coarse.error(), coarse.exponent()).plus(Dyadic.of(fine.error(), fine.exponent()));
        assertThat(distance).as("at %s with %s bits", x, working).isLessThanOrEqualTo(allowed);
    }

    /** u as {@link DyadicErf} defines it. */
    private static Rational square(DyadicErf erf, Dyadic x) {
        var square = x.toRational().pow(2);
        return erf == DyadicErf.PLAIN ? square : square.over(Rational.TWO);
    }

    private static BigInteger floor(Rational x, int places) {
        return x.times(Rational.of(2).pow(places)).floor();
    }

    private static int length(int n) {
        return BigInteger.valueOf(n).bitLength();
    }

    /** The margin m of an error of m 2^-F of the value and 2 units: the value has F + 8 bits, so m is known. */
    private static BigInteger margin(Approximation y, int f) {
        var parts = y.error().subtract(BigInteger.TWO).shiftLeft(f).divideAndRemainder(y.value());
        return parts[1].signum() == 0 ? parts[0] : parts[0].add(BigInteger.ONE);
    }

    /** 4 K + 16, where T_K is the first term that is 0, and at least where the terms halve. */
    @Test
    void theSeriesStatesTheErrorOfItsProof() {
        for (var erf : BOTH) {
            for (var at : new double[] {0.001, 0.25, 0.7, 1.2, 2.3}) {
                var x = Dyadic.ofExact(at);
                var square = square(erf, x);
                for (int working : new int[] {30, 60, 61, 100, 200}) {
                    int top = square.compareTo(Rational.ONE) < 0 ? 0 : floor(square, 0).bitLength();
                    int f = FixedPoint.roundUp(working + 12 + length(working + top));
                    var u = floor(square, f);
                    var term = BigInteger.ONE.shiftLeft(f);
                    int k = 0;
                    while (term.signum() != 0) {
                        k++;
                        term = term.multiply(u).shiftRight(f).shiftLeft(1).divide(BigInteger.valueOf(2L * k + 1));
                    }
                    assertThat(2L * k + 3).isGreaterThan(floor(square, 2).longValue());
                    // the floor of 2 T U 2^-F is that of the kernel or one less: T_K may vanish one term earlier
                    assertThat(margin(erf.approximate(x, working), f)).isBetween(BigInteger.valueOf(4L * k + 16), BigInteger.valueOf(4L * k + 20));
                }
            }
        }
    }

    /** 2 T_N + 2 N^3 + 4 N^2 + 24, for the first T_N that is below 2^-working or that is followed by a greater one. */
    @Test
    void theAsymptoticSeriesStatesTheErrorOfItsProof() {
        for (var erf : BOTH) {
            for (var at : new double[] {10.5, 20, 100.25}) {
                var x = Dyadic.ofExact(at);
                var square = square(erf, x);
                for (int working : new int[] {30, 31, 60}) {
                    int f = FixedPoint.roundUp(working + 3 * length(working) + 12);
                    var w = floor(Rational.ONE.over(square.times(Rational.TWO)), f);
                    var enough = BigInteger.ONE.shiftLeft(f - working - 4);
                    var term = BigInteger.ONE.shiftLeft(f);
                    long n = 0;
                    while (term.compareTo(enough) > 0 && 2 * n + 1 <= floor(square, 1).longValue()) {
                        term = term.multiply(w).shiftRight(f).multiply(BigInteger.valueOf(2 * n + 1));
                        n++;
                    }
                    var expected = term.shiftLeft(1).add(BigInteger.valueOf(2 * n * n * n + 4 * n * n + 24));
                    var stated = margin(erf.approximateComplement(x, working), f);
                    // the kernel's w may be one less
                    assertThat(stated.subtract(expected).abs()).as("%s at %s bits: %s, %s", x, working, stated, expected)
                            .isLessThanOrEqualTo(BigInteger.valueOf(2 * n + 2));
                }
            }
        }
    }

    /** The stated error against the value, at 64 successive precisions. */
    @Test
    void theErrorIsRelativelySmall() {
        var random = new Random(61);
        for (int top = -80; top < 3; top += top < -30 ? 7 : 1) {
            var x = Dyadic.of(new BigInteger(50, random).setBit(0).setBit(49), top - 50L);
            for (var erf : BOTH) {
                for (int working = 40; working < 104; working++) {
                    for (var y : List.of(erf.approximate(x, working), erf.approximateComplement(x, working),
                            erf.approximateComplement(x.negate(), working))) {
                        assertThat(y.error().shiftLeft(working)).as("at %s with %s bits", x, working).isLessThanOrEqualTo(y.value());
                    }
                }
            }
        }
    }

    /** Next to 0, to 1 and to 2, where no series is summed: the neighbors of the known number on the right side of it. */
    @Test
    void endsNextToAKnownNumber() {
        for (int bits : new int[] {5, 53, 130}) {
            var below = DyadicInterval.of(Dyadic.ONE.minus(Dyadic.ONE.shift(-bits)), Dyadic.ONE);
            var above = DyadicInterval.of(Dyadic.ONE, Dyadic.ONE.plus(Dyadic.ONE.shift(1L - bits)));
            for (var erf : BOTH) {
                for (int places : new int[] {2, 3, 50, 1000}) {
                    var tiny = Dyadic.ONE.shift(-bits - places);
                    assertThat(erf.erfc(tiny, bits)).isEqualTo(below);
                    assertThat(erf.erfc(tiny.negate(), bits)).isEqualTo(above);
                }
                for (int size : new int[] {1, 2, 1000}) {
                    var large = Dyadic.of((long) size * 2 * bits);
                    assertThat(erf.erf(large, bits)).isEqualTo(below);
                    assertThat(erf.erf(large.negate(), bits)).isEqualTo(DyadicNear.negate(below));
                    assertThat(erf.erfc(large.negate(), bits)).isEqualTo(DyadicInterval.of(below.lower().shift(1), Dyadic.of(2)));
                }
                assertThat(erf.erf(Dyadic.ZERO, bits)).isEqualTo(DyadicInterval.point(Dyadic.ZERO));
                assertThat(erf.erfc(Dyadic.ZERO, bits)).isEqualTo(DyadicInterval.point(Dyadic.ONE));
                assertThat(erf.erf(Dyadic.POSITIVE_INFINITY, bits)).isEqualTo(below);
                assertThat(erf.erfc(Dyadic.POSITIVE_INFINITY, bits).lower()).isEqualTo(Dyadic.ZERO);
                assertThat(erf.erfc(Dyadic.NEGATIVE_INFINITY, bits).upper()).isEqualTo(Dyadic.of(2));
            }
        }
    }

    /** On both sides of every change of method: u = bits, u = 2^25, |x| = 2^-bits, and where the asymptotic series begins. */
    @Test
    void methodsAgreeWhereTheyMeet() {
        for (int bits : new int[] {20, 53, 100}) {
            var coarse = new DyadicArithmetic(bits);
            var fine = new DyadicArithmetic(bits + 200);
            for (var at : List.of(Math.sqrt(bits), Math.sqrt(2.0 * bits), Math.sqrt(0.7 * (bits + 26)), Math.sqrt(1.4 * (bits + 26)), 5792.6, 8191.9,
                    Math.scalb(1.0, -bits - 1), Math.scalb(1.0, -bits))) {
                for (var x = at * (1 - 0x1p-4); x < at * 1.07; x += at * 0x1p-7) {
                    for (var point : List.of(DyadicInterval.point(Dyadic.ofExact(x)), DyadicInterval.point(Dyadic.ofExact(-x)))) {
                        assertThat(coarse.erf(point).contains(fine.erf(point))).isTrue();
                        assertThat(coarse.erfc(point).contains(fine.erfc(point))).isTrue();
                        assertThat(coarse.normalCdf(point).contains(fine.normalCdf(point))).isTrue();
                        assertThat(coarse.normalTail(point).contains(fine.normalTail(point))).isTrue();
                    }
                }
            }
        }
    }

    /** Beyond the range of the exponents erfc is still above 0. */
    @Test
    void should_not_vanish_below_the_range() {
        for (int bits : new int[] {2, 53, 500}) {
            for (var x : new Dyadic[] {Dyadic.ONE.shift(13), Dyadic.ONE.shift(20), Dyadic.ONE.shift(100_000)}) {
                for (var erf : new DyadicErf[] {DyadicErf.PLAIN, DyadicErf.NORMAL}) {
                    var y = erf.erfc(x, bits);
                    assertThat(y.lower().signum()).isNotNegative();
                    assertThat(y.upper().signum()).isPositive();
                    assertThat(y.upper()).isLessThan(Dyadic.ONE.shift(-1L << 20));
                }
            }
        }
    }
}
