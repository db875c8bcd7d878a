package org.apodix.enclosure;

import static org.apodix.enclosure.Rounding.DOWN;
import static org.apodix.enclosure.Rounding.UP;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** From a value with an error to bounds of few bits; and every approximation of the kernel against a finer one. */
class ApproximationTest {

    private static Approximation of(long value, long error, long exponent) {
        return Approximation.of(BigInteger.valueOf(value), error, exponent);
    }

    private static Dyadic dyadic(BigInteger m, long exponent) {
        return Dyadic.of(m, exponent);
    }

    @Test
    void should_go_outward_where_no_precision_decides() {
        // always 1, more or less: never inside of one step
        var y = Approximation.enclose(working -> Approximation.of(BigInteger.ONE.shiftLeft(working), 1, -working), 10);
        assertThat(y).isEqualTo(DyadicInterval.of(Dyadic.ONE.minus(Dyadic.ONE.shift(-10)), Dyadic.ONE.plus(Dyadic.ONE.shift(-9))));
        var z = Approximation.enclose(working -> Approximation.of(BigInteger.ONE.shiftLeft(working).negate(), 1, -working), 10);
        assertThat(z).isEqualTo(new DyadicArithmetic(10).negate(y));
        assertThat(of(1000, 1, 0).rounded(5)).isEqualTo(DyadicInterval.of(Dyadic.of(992), Dyadic.of(1024)));
        assertThat(of(1000, 30, 0).rounded(5)).isEqualTo(DyadicInterval.of(Dyadic.of(960), Dyadic.of(1088)));
    }

    @Test
    void should_raise_the_precision_until_it_decides() {
        // 1 + 2^-200 with 10 bits: its neighbors are 1 and 1 + 2^-9
        var y = Approximation.enclose(working -> Approximation.of(
                BigInteger.ONE.shiftLeft(working).add(DyadicExp.shift(BigInteger.ONE, working - 200L)), 1, -working), 10);
        assertThat(y).isEqualTo(DyadicInterval.of(Dyadic.ONE, Dyadic.ONE.plus(Dyadic.ONE.shift(-9))));
    }

    /** 16 <= x < 32 in steps of 1 with 5 bits: 100 units of 1/4 and an error of e units. */
    @Test
    void should_know_a_neighbor_only_within_one_step() {
        assertThat(of(100, 0, -2).neighbour(5, DOWN)).isEqualTo(Dyadic.of(25));
        assertThat(of(100, 0, -2).neighbour(5, UP)).isEqualTo(Dyadic.of(26));
        assertThat(of(101, 1, -2).neighbour(5, DOWN)).isEqualTo(Dyadic.of(25)); // from 25 on
        assertThat(of(101, 2, -2).neighbour(5, DOWN)).isNull();
        assertThat(of(102, 1, -2).neighbour(5, UP)).isEqualTo(Dyadic.of(26)); // below 26
        assertThat(of(102, 2, -2).neighbour(5, UP)).isNull(); // 26 may be exceeded
        assertThat(of(-102, 1, -2).neighbour(5, DOWN)).isEqualTo(Dyadic.of(-26));
        assertThat(of(-102, 1, -2).neighbour(5, UP)).isEqualTo(Dyadic.of(-25));
        assertThat(of(-101, 1, -2).neighbour(5, UP)).isNull(); // -25 is reached
        assertThat(of(25, 0, 0).neighbour(5, DOWN)).isNull(); // no bit beyond those asked for
        assertThat(of(25, 0, 0).neighbour(6, DOWN)).isNull();
    }

    @Test
    void should_decide_alike_for_long_and_short_rests() {
        var random = new Random(31);
        for (int i = 0; i < 3000; i++) {
            int excess = 55 + random.nextInt(15); // on both sides of one word
            int bits = 20;
            var g = BigInteger.valueOf((1 << bits - 1) + random.nextInt(1 << bits - 1));
            var step = BigInteger.ONE.shiftLeft(excess);
            var error = BigInteger.valueOf(1L + random.nextInt(1000));
            var near = BigInteger.valueOf(random.nextInt(2001) - 1000);
            var value = (random.nextBoolean() ? g : g.negate()).multiply(step).add(near);
            var lower = value.subtract(error);
            var upper = value.add(error);
            var expected = lower.shiftRight(excess);
            var down = new Approximation(value, error, -excess).neighbour(bits, DOWN);
            boolean decided = expected.equals(upper.shiftRight(excess)) && value.bitLength() == bits + excess;
            if (value.bitLength() == bits + excess) {
                assertThat(down != null).isEqualTo(decided);
            }
            if (down != null && decided) {
                assertThat(down).isEqualTo(dyadic(expected, 0));
            }
        }
    }

    @Test
    void should_move_by_steps_of_few_units() {
        var y = of(1000, 5, -3);
        assertThat(y.plus(Dyadic.of(2))).isEqualTo(of(1016, 9, -3));
        assertThat(y.plus(Dyadic.ONE.shift(53))).isEqualTo(of(1000 + (1L << 56), 9, -3));
        assertThat(y.plus(Dyadic.ONE.shift(54))).isNull();
        var step = DyadicInterval.of(Dyadic.of(1), Dyadic.of(2));
        assertThat(y.plus(step)).isEqualTo(of(1008, 5 + 8 + 1, -3));
        assertThat(y.plus(DyadicInterval.of(Dyadic.of(-2), Dyadic.of(-1)))).isEqualTo(of(992, 14, -3));
        assertThat(y.plus(DyadicInterval.of(Dyadic.of(-1), Dyadic.of(2)))).isNull();
        assertThat(y.plus(DyadicInterval.of(Dyadic.ONE, Dyadic.ONE.shift(54)))).isNull();
    }

    @Test
    void should_keep_what_it_says_when_bits_are_cut_off() {
        // 5 bits of 1000 +- 3, in units of 32: 31.25 +- 0.09375 is within 31 +- 2
        assertThat(of(1000, 3, 0).cut(5)).isEqualTo(of(31, 2, 5));
        assertThat(of(-1000, 40, 7).cut(5)).isEqualTo(of(-32, 3, 12));
        assertThat(of(1000, 3, 0).cut(10)).isEqualTo(of(1000, 3, 0));
    }

    private interface At {
        Approximation of(Dyadic x, int working);
    }

    /** |value - y| <= error, and the error is relatively small, against 80 more bits. */
    private static void honest(String name, At function, Dyadic x, int working) {
        var coarse = function.of(x, working);
        var fine = function.of(x, working + 80);
        var distance = dyadic(coarse.value(), coarse.exponent()).minus(dyadic(fine.value(), fine.exponent())).abs();
        var allowed = dyadic(coarse.error(), coarse.exponent()).plus(dyadic(fine.error(), fine.exponent()));
        assertThat(distance).as("%s of %s at %s bits", name, x, working).isLessThanOrEqualTo(allowed);
        assertThat(allowed.shift(working - 3L)).as("%s of %s at %s bits", name, x, working)
                .isLessThan(dyadic(fine.value(), fine.exponent()).abs());
    }

    @Test
    void should_be_off_by_no_more_than_the_error_that_is_stated() {
        var random = new Random(41);
        for (int i = 0; i < 1500; i++) {
            int working = 20 + random.nextInt(i % 50 == 0 ? 2500 : 300);
            var m = new BigInteger(1 + random.nextInt(90), random).setBit(0);
            var x = Dyadic.of(m, random.nextInt(10) - 5L - m.bitLength());
            var y = Dyadic.of(new BigInteger(60, random).setBit(59), -55);
            var either = random.nextBoolean() ? x : x.negate();
            honest("exp", DyadicExp::approximate, either, working);
            honest("exp by squaring", DyadicExp::bySquaring, either, working);
            honest("expm1", DyadicExpm1::approximate, either, working);
            honest("atan", DyadicAtan::approximate, x, working);
            honest("cbrt", DyadicCbrt::approximate, x, working);
            honest("sqrt", DyadicSqrt::approximate, x, working);
            honest("quotient", (z, n) -> DyadicQuotient.approximate(z, y, n), x, working);
            honest("sine", (z, n) -> DyadicCircular.approximate(z, 0, n), either, working);
            honest("cosine", (z, n) -> DyadicCircular.approximate(z, 1, n), either, working);
            if (x.top() < 4) {
                honest("tanh", DyadicTanh::approximate, x, working);
            }
            if (!x.equals(Dyadic.ONE) && DyadicLog.approximate(x, working, 0) != null) {
                honest("log", (z, n) -> DyadicLog.approximate(z, n, 0), x, working);
            }
        }
    }
}
