package org.apodix.enclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Where no series is summed, as the value is next to a number that is known: the bounds are the neighbors, on the right side of it. */
class NextToKnownNumbersTest {

    private static final int[] PRECISIONS = {8, 53, 130};

    private static Dyadic power(int places) {
        return Dyadic.ONE.shift(places);
    }

    private static DyadicInterval between(Dyadic lower, Dyadic upper) {
        return DyadicInterval.of(lower, upper);
    }

    @Test
    void expm1() {
        for (int bits : PRECISIONS) {
            var low = Dyadic.of(-1).plus(power(-bits));
            for (var x : List.of(Dyadic.of(-bits - 1), Dyadic.of(-bits).minus(power(-40)), Dyadic.of(-100L * bits), Dyadic.NEGATIVE_INFINITY)) {
                assertThat(DyadicExpm1.expm1(x, bits)).isEqualTo(between(Dyadic.of(-1), low));
            }
            assertThat(DyadicExpm1.expm1(Dyadic.POSITIVE_INFINITY, bits).upper()).isEqualTo(Dyadic.POSITIVE_INFINITY);
            assertThat(DyadicExpm1.expm1(power(26), bits)).isEqualTo(DyadicExp.exp(power(26), bits));
            assertThat(DyadicExpm1.expm1(Dyadic.ZERO, bits)).isEqualTo(DyadicInterval.point(Dyadic.ZERO));
            for (int places : new int[] {1, 2, 3, 4, 100, 100_000}) {
                var x = power(-bits - places); // x < expm1(x) < x + x^2
                assertThat(DyadicExpm1.expm1(x, bits)).isEqualTo(between(x, x.plus(x.shift(1L - bits))));
                assertThat(DyadicExpm1.expm1(x.negate(), bits)).isEqualTo(between(x.negate(), x.shift(-bits).minus(x)));
            }
        }
    }

    @Test
    void tanhAndArcs() {
        for (int bits : PRECISIONS) {
            var below = between(Dyadic.ONE.minus(power(-bits)), Dyadic.ONE);
            for (var x : List.of(Dyadic.of(bits), Dyadic.of(bits + 1L), power(1000), Dyadic.POSITIVE_INFINITY)) {
                assertThat(DyadicTanh.tanh(x, bits)).isEqualTo(below);
                assertThat(DyadicTanh.tanh(x.negate(), bits)).isEqualTo(between(Dyadic.of(-1), below.lower().negate()));
            }
            assertThat(DyadicTanh.isLarge(Dyadic.of(bits), bits)).isTrue();
            assertThat(DyadicTanh.isLarge(Dyadic.of(bits).minus(power(-9)), bits)).isFalse();
            assertThat(DyadicTanh.tanh(Dyadic.ZERO, bits)).isEqualTo(DyadicInterval.point(Dyadic.ZERO));
            assertThat(DyadicAtan.atan(Dyadic.ZERO, bits)).isEqualTo(DyadicInterval.point(Dyadic.ZERO));
            for (int places : new int[] {1, 2, 3, 4, 100, 100_000}) {
                var x = power(-bits / 2 - places); // x - x^3 < y < x, where numbers below x are twice as near
                var next = between(x.minus(x.shift(-bits)), x);
                assertThat(DyadicTanh.tanh(x, bits)).isEqualTo(next);
                assertThat(DyadicTanh.tanh(x.negate(), bits)).isEqualTo(DyadicNear.negate(next));
                assertThat(DyadicAtan.atan(x, bits)).isEqualTo(next);
                assertThat(DyadicAtan.atan(x.negate(), bits)).isEqualTo(DyadicNear.negate(next));
                assertThat(DyadicCircular.point(x, 0, bits)).isEqualTo(next);
                assertThat(DyadicCircular.point(x.negate(), 0, bits)).isEqualTo(DyadicNear.negate(next));
                assertThat(DyadicCircular.point(x, 1, bits)).isEqualTo(below);
            }
        }
    }

    /** Numbers with many more bits than the result: the argument, which is one bound of the value, is rounded outward. */
    @Test
    void longArguments() {
        var random = new Random(73);
        var fine = new DyadicArithmetic(1200);
        for (int i = 0; i < 200; i++) {
            int bits = PRECISIONS[i % 3];
            var a = new DyadicArithmetic(bits);
            var m = Dyadic.of(new BigInteger(300, random).setBit(299).setBit(0), -300);
            for (int places : new int[] {-bits - 6, -bits / 2 - 6}) {
                var size = DyadicInterval.point(m.shift(places));
                for (var x : List.of(size, a.negate(size))) {
                    assertThat(a.log1p(x).contains(fine.log1p(x))).isTrue();
                    assertThat(a.expm1(x).contains(fine.expm1(x))).isTrue();
                    assertThat(a.tanh(x).contains(fine.tanh(x))).isTrue();
                    assertThat(a.atan(x).contains(fine.atan(x))).isTrue();
                    assertThat(a.sin(x).contains(fine.sin(x))).isTrue();
                    var next = DyadicInterval.point(Dyadic.ONE.plus(x.lower()));
                    assertThat(a.log(next).contains(fine.log(next))).isTrue();
                }
            }
        }
    }

    /** What may go through the derivative: neither next to a known number nor outside of the range. */
    @Test
    void moderateNumbers() {
        for (int bits : PRECISIONS) {
            assertThat(DyadicExpm1.isModerate(power(-bits - 2), bits)).isTrue();
            assertThat(DyadicExpm1.isModerate(power(-bits - 3), bits)).isFalse();
            assertThat(DyadicExpm1.isModerate(power(24), bits)).isTrue();
            assertThat(DyadicExpm1.isModerate(power(25), bits)).isFalse();
            assertThat(DyadicExpm1.isModerate(Dyadic.of(-bits), bits)).isTrue();
            assertThat(DyadicExpm1.isModerate(Dyadic.of(-bits).minus(power(-9)), bits)).isFalse();
            assertThat(DyadicNear.tiny(power(-bits / 2 - 3), bits)).isTrue();
            assertThat(DyadicNear.tiny(power(-bits / 2 - 2), bits)).isFalse();
            assertThat(DyadicNear.tiny(power(-bits / 2 - 2).minus(power(-100)).negate(), bits)).isTrue();
            for (var erf : List.of(DyadicErf.PLAIN, DyadicErf.NORMAL)) {
                assertThat(erf.isModerate(power(-bits - 2), bits)).isTrue();
                assertThat(erf.isModerate(power(-bits - 3).negate(), bits)).isFalse();
                assertThat(erf.isModerate(Dyadic.ONE, bits)).isTrue();
                assertThat(erf.isModerate(Dyadic.of(2L * bits).negate(), bits)).isFalse();
            }
        }
    }

    @Test
    void exponentials() {
        for (int bits : PRECISIONS) {
            for (int places : new int[] {1, 2, 3, 100, 100_000}) {
                var x = power(-bits - places);
                assertThat(DyadicExp.exp(x, bits)).isEqualTo(between(Dyadic.ONE, Dyadic.ONE.plus(power(1 - bits))));
                assertThat(DyadicExp.exp(x.negate(), bits)).isEqualTo(between(Dyadic.ONE.minus(power(-bits)), Dyadic.ONE));
                var y = x.shift(-2); // x - x^2 < log(1 + x) < x
                assertThat(DyadicLog1p.log1p(y, bits)).isEqualTo(between(y.minus(y.shift(-bits)), y));
                assertThat(DyadicLog1p.log1p(y.negate(), bits)).isEqualTo(between(y.negate().minus(y.shift(1L - bits)), y.negate()));
            }
            assertThat(DyadicExp.exp(Dyadic.ZERO, bits)).isEqualTo(DyadicInterval.point(Dyadic.ONE));
            assertThat(DyadicLog1p.log1p(Dyadic.ZERO, bits)).isEqualTo(DyadicInterval.point(Dyadic.ZERO));
        }
    }

    /** Arguments so long that 1 + x is rounded, with a logarithm as near to a short number as they allow: on the right side of it. */
    @Test
    void logarithmsOfLongSums() {
        var fine = new DyadicArithmetic(3000);
        for (int bits : new int[] {2, 10, 53}) {
            for (long n : new long[] {-3, -1, 1, 2, 3}) {
                var number = Dyadic.of(n);
                var x = fine.expm1(DyadicInterval.point(number));
                var unit = Dyadic.ONE.shift(number.top() - bits + 1L);
                var below = DyadicLog1p.log1p(x.lower(), bits);
                assertThat(below.lower()).isLessThan(number).isGreaterThanOrEqualTo(number.minus(unit));
                assertThat(below.upper()).isGreaterThanOrEqualTo(number);
                var above = DyadicLog1p.log1p(x.upper(), bits);
                assertThat(above.lower()).isLessThanOrEqualTo(number);
                assertThat(above.upper()).isGreaterThan(number).isLessThanOrEqualTo(number.plus(unit));
            }
        }
    }
}
