package org.apodix.enclosure;

import static org.apodix.enclosure.Rounding.DOWN;
import static org.apodix.enclosure.Rounding.UP;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Operations on points find both bounds in one go: the same two as are found alone, at every length and at the ends of the range. */
class DyadicPointsTest {

    private static final long MAX = Dyadic.MAX_EXPONENT;

    private static List<Dyadic> numbers() {
        var random = new Random(37);
        var numbers = new ArrayList<Dyadic>(List.of(Dyadic.ZERO, Dyadic.ONE, Dyadic.of(-3), Dyadic.of(9)));
        for (int length : new int[] {1, 63, 64, 65, 127, 128, 129, 200}) {
            var ones = BigInteger.ONE.shiftLeft(length).subtract(BigInteger.ONE);
            var any = new BigInteger(length, random).setBit(length - 1);
            for (long top : new long[] {0, MAX, -MAX, MAX / 2 + 1, -MAX / 2 - 1, MAX / 2, -MAX / 2}) {
                numbers.add(Dyadic.of(ones, top - length));
                numbers.add(Dyadic.of(any.negate(), top - length));
            }
        }
        return numbers;
    }

    @Test
    void bothBoundsAreThoseFoundAlone() {
        var numbers = numbers();
        var random = new Random(5);
        for (int bits : new int[] {2, 53, 64, 127, 128, 129, 150, 300}) {
            var a = new DyadicArithmetic(bits);
            for (int i = 0; i < 400; i++) {
                var x = numbers.get(random.nextInt(numbers.size()));
                var y = numbers.get(random.nextInt(numbers.size()));
                var p = DyadicInterval.point(x);
                var q = DyadicInterval.point(y);
                if (x.signum() == 0 || y.signum() == 0 || Math.abs((long) x.top() - y.top()) < 1000 || bits <= 128) {
                    assertThat(a.add(p, q)).isEqualTo(DyadicInterval.ordered(Dyadic.sum(x, y, bits, DOWN), Dyadic.sum(x, y, bits, UP)));
                }
                assertThat(a.multiply(p, q)).isEqualTo(
                        DyadicInterval.ordered(Dyadic.product(x, y, bits, DOWN), Dyadic.product(x, y, bits, UP)));
                assertThat(a.square(p)).isEqualTo(a.multiply(p, p));
                if (y.signum() != 0) {
                    assertThat(a.divide(p, q)).isEqualTo(
                            DyadicInterval.ordered(Dyadic.quotient(x, y, bits, DOWN), Dyadic.quotient(x, y, bits, UP)));
                }
                var size = x.abs();
                assertThat(a.sqrt(DyadicInterval.point(size))).isEqualTo(
                        DyadicInterval.ordered(Dyadic.sqrt(size, bits, DOWN), Dyadic.sqrt(size, bits, UP)));
                assertThat(p.round(bits)).isEqualTo(DyadicInterval.ordered(x.round(bits, DOWN), x.round(bits, UP)));
            }
        }
    }

    @Test
    void productsBeyondTheRangeSaturateOnBothSides() {
        var huge = Dyadic.ONE.shift(MAX - 1);
        var tiny = Dyadic.ONE.shift(-MAX - 1);
        for (int bits : new int[] {53, 128, 200}) {
            var a = new DyadicArithmetic(bits);
            var largest = Dyadic.of(BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE), MAX - bits);
            var over = DyadicInterval.ordered(largest, Dyadic.POSITIVE_INFINITY);
            var long1 = DyadicInterval.point(Dyadic.of(BigInteger.ONE.shiftLeft(190).add(BigInteger.ONE), MAX - 191));
            var four = DyadicInterval.point(Dyadic.of(4));
            assertThat(a.multiply(DyadicInterval.point(huge), four)).isEqualTo(over);
            assertThat(a.multiply(DyadicInterval.point(huge.negate()), four)).isEqualTo(a.negate(over));
            assertThat(a.multiply(long1, four)).isEqualTo(over);
            assertThat(a.multiply(a.negate(long1), four)).isEqualTo(a.negate(over));
            assertThat(a.divide(DyadicInterval.point(tiny), four)).isEqualTo(DyadicInterval.ordered(Dyadic.ZERO, tiny));
            assertThat(a.divide(DyadicInterval.point(tiny.negate()), four)).isEqualTo(DyadicInterval.ordered(tiny.negate(), Dyadic.ZERO));
            var ones = DyadicInterval.point(Dyadic.of(BigInteger.ONE.shiftLeft(bits + 1).subtract(BigInteger.ONE), MAX - bits - 1));
            assertThat(a.multiply(ones, DyadicInterval.point(Dyadic.ONE))).isEqualTo(over);
            assertThat(a.add(ones, DyadicInterval.point(Dyadic.ZERO))).isEqualTo(over);
            assertThat(a.cbrt(DyadicInterval.point(tiny)).contains(new DyadicArithmetic(bits + 30).cbrt(DyadicInterval.point(tiny)))).isTrue();
        }
    }
}
