package org.apodix.enclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Numbers of one and two words against the same operations on exact fractions, at every kind of carry. */
class TwoWordsTest {

    private static final int CASES = 5_000;
    private static final int[] BITS = {1, 2, 3, 24, 53, 63, 64, 65, 100, 113, 126, 127, 128};

    private final Random random = new Random(20261122);

    private BigInteger mantissa() {
        int length = 1 + random.nextInt(128);
        BigInteger m = switch (random.nextInt(5)) {
            case 0 -> BigInteger.ONE.shiftLeft(length - 1);
            case 1 -> BigInteger.ONE.shiftLeft(length).subtract(BigInteger.ONE);
            case 2 -> BigInteger.ONE.shiftLeft(length - 1).add(BigInteger.ONE);
            default -> new BigInteger(length, random).setBit(length - 1);
        };
        return random.nextBoolean() ? m : m.negate();
    }

    private Dyadic number() {
        BigInteger m = mantissa();
        int place = random.nextInt(4) == 0 ? random.nextInt(500) - 250 : random.nextInt(8) - 4;
        return Dyadic.of(m, place - m.bitLength());
    }

    private int bits() {
        return BITS[random.nextInt(BITS.length)];
    }

    /** The best bound by the definition: the greatest m 2^e below, the least above, with {@code bits} bits. */
    private static Rational bound(Rational exact, int bits, Rounding rounding) {
        if (exact.isZero()) {
            return exact;
        }
        int e = exact.numerator().abs().bitLength() - exact.denominator().bitLength() - 1 - bits;
        BigInteger most = BigInteger.ONE.shiftLeft(bits);
        while (true) {
            Rational scaled = exact.times(Rational.of(2).pow(-e));
            BigInteger m = rounding == Rounding.DOWN ? scaled.floor() : scaled.negate().floor().negate();
            if (scaled.abs().compareTo(Rational.of(most)) <= 0) {
                return Rational.of(m).times(Rational.of(2).pow(e));
            }
            e++;
        }
    }

    private static void same(Dyadic value, Rational exact, int bits, Rounding rounding) {
        assertThat(value.toRational()).as("%s to %s bits %s", exact, bits, rounding).isEqualTo(bound(exact, bits, rounding));
    }

    private static void same(DyadicInterval both, Rational exact, int bits) {
        same(both.lower(), exact, bits, Rounding.DOWN);
        same(both.upper(), exact, bits, Rounding.UP);
        assertThat(both.lower() == both.upper()).isEqualTo(both.lower().equals(both.upper()));
    }

    @Test
    void sums_are_best_bounds() {
        for (int i = 0; i < CASES; i++) {
            Dyadic a = number();
            Dyadic b = i % 5 == 0 ? Dyadic.of(a.mantissa().negate().add(BigInteger.valueOf(i % 3)), a.exponent()) : number();
            int bits = bits();
            Rational exact = a.toRational().plus(b.toRational());
            for (Rounding rounding : Rounding.values()) {
                same(Dyadic.sum(a, b, bits, rounding), exact, bits, rounding);
            }
            same(DyadicPoints.sum(a, b, bits), exact, bits);
        }
    }

    @Test
    void products_are_best_bounds() {
        for (int i = 0; i < CASES; i++) {
            Dyadic a = number();
            Dyadic b = number();
            int bits = bits();
            Rational exact = a.toRational().times(b.toRational());
            for (Rounding rounding : Rounding.values()) {
                same(Dyadic.product(a, b, bits, rounding), exact, bits, rounding);
                same(a.round(bits, rounding), a.toRational(), bits, rounding);
            }
            same(DyadicPoints.product(a, b, bits), exact, bits);
        }
    }

    @Test
    void quotients_are_best_bounds() {
        for (int i = 0; i < CASES; i++) {
            Dyadic b = number();
            Dyadic a = i % 4 == 0 ? b.times(Dyadic.of(1 + random.nextInt(9))).round(128, Rounding.DOWN) : number();
            int bits = bits();
            Rational exact = a.toRational().over(b.toRational());
            for (Rounding rounding : Rounding.values()) {
                same(Dyadic.quotient(a, b, bits, rounding), exact, bits, rounding);
            }
            same(DyadicQuotient.bounds(a, b, bits), exact, bits);
        }
    }

    /** A product of two numbers of up to 128 bits together, by one of them: also quotients of two words have no remainder then. */
    @Test
    void exact_quotients_of_any_length_are_points() {
        for (int i = 0; i < CASES; i++) {
            int length = 1 + random.nextInt(127);
            var q = Dyadic.of(new BigInteger(length, random).setBit(length - 1).setBit(0), 0);
            var b = Dyadic.of(new BigInteger(128 - length, random).setBit(127 - length), i % 9);
            assertThat(DyadicQuotient.bounds(q.times(b), b, 128)).isEqualTo(DyadicInterval.point(q));
            assertThat(DyadicQuotient.bounds(q.times(b), q, 128)).isEqualTo(DyadicInterval.point(b));
        }
    }

    /** By the definition; with the divisors of 2^96 - 1 and of 2^128 - 1, for which one of its two steps leaves no remainder. */
    @Test
    void reciprocals_are_exact() {
        var word = BigInteger.ONE.shiftLeft(64);
        var divisors = new ArrayList<BigInteger>();
        for (int length : new int[] {96, 128}) {
            var all = BigInteger.ONE.shiftLeft(length).subtract(BigInteger.ONE);
            var found = new ArrayList<>(List.of(BigInteger.ONE));
            for (long prime : new long[] {3, 3, 5, 7, 13, 17, 97, 193, 241, 257, 641, 673, 65537, 274177, 6700417, 22253377, 67280421310721L}) {
                found.addAll(found.stream().map(d -> d.multiply(BigInteger.valueOf(prime))).filter(d -> all.mod(d).signum() == 0).toList());
            }
            found.stream().filter(d -> d.bitLength() == 64).distinct().forEach(divisors::add);
        }
        assertThat(divisors).hasSizeGreaterThan(30);
        for (int i = 0; i < CASES; i++) {
            divisors.add(new BigInteger(64, random).setBit(63));
        }
        for (var d1 : divisors) {
            for (var d0 : new BigInteger[] {BigInteger.ZERO, BigInteger.ONE, word.subtract(BigInteger.ONE), new BigInteger(64, random)}) {
                var expected = word.pow(3).subtract(BigInteger.ONE).divide(d1.multiply(word).add(d0)).subtract(word);
                assertThat(TwoWordQuotient.reciprocal(d1.longValue(), d0.longValue())).as("%s, %s", d1, d0).isEqualTo(expected.longValue());
            }
        }
    }

    @Test
    void order_and_exact_operations_are_those_of_fractions() {
        for (int i = 0; i < CASES; i++) {
            Dyadic a = number();
            Dyadic b = i % 3 == 0 ? Dyadic.of(a.mantissa().shiftLeft(i % 7).add(BigInteger.valueOf(i % 2)), a.exponent() - i % 7) : number();
            assertThat(Integer.signum(a.compareTo(b))).isEqualTo(a.toRational().compareTo(b.toRational()));
            assertThat(a.equals(b)).isEqualTo(a.toRational().equals(b.toRational()));
            assertThat(a.negate().toRational()).isEqualTo(a.toRational().negate());
            assertThat(a.plus(b).toRational()).isEqualTo(a.toRational().plus(b.toRational()));
            assertThat(a.times(b).toRational()).isEqualTo(a.toRational().times(b.toRational()));
            assertThat(a.shift(i % 9 - 4).toRational()).isEqualTo(a.toRational().times(Rational.of(2).pow(i % 9 - 4)));
            if (a.equals(b)) {
                assertThat(a).hasSameHashCodeAs(b);
            }
        }
    }

    @Test
    void roots_are_best_bounds() {
        for (int i = 0; i < 3000; i++) {
            Dyadic s = number().abs();
            Dyadic a = i % 3 == 0 ? s.times(s) : i % 3 == 1 ? s.times(s).plus(Dyadic.of(BigInteger.ONE, -900)) : s;
            int bits = i % 2 == 0 ? bits() : 1 + random.nextInt(700);
            Dyadic low = Dyadic.sqrt(a, bits, Rounding.DOWN);
            Dyadic high = Dyadic.sqrt(a, bits, Rounding.UP);
            assertThat(low.times(low)).isLessThanOrEqualTo(a);
            assertThat(high.times(high)).isGreaterThanOrEqualTo(a);
            if (low.equals(high)) {
                assertThat(low.times(low)).isEqualTo(a);
            } else {
                // neighbours: nothing of that many bits lies between
                Dyadic middle = low.plus(high).shift(-1);
                assertThat(middle.round(bits, Rounding.DOWN)).isEqualTo(low);
                assertThat(middle.round(bits, Rounding.UP)).isEqualTo(high);
            }
            assertThat(DyadicSqrt.bounds(a, bits)).isEqualTo(DyadicInterval.of(low, high));
        }
    }

    @Test
    void the_ends_of_the_range_saturate() {
        Dyadic large = Dyadic.of(BigInteger.ONE, Dyadic.MAX_EXPONENT - 1L);
        Dyadic tiny = Dyadic.of(BigInteger.ONE, -Dyadic.MAX_EXPONENT - 1L);
        assertThat(Dyadic.product(large, large, 64, Rounding.UP)).isEqualTo(Dyadic.POSITIVE_INFINITY);
        assertThat(Dyadic.product(large, large, 64, Rounding.DOWN).isInfinite()).isFalse();
        assertThat(Dyadic.product(large.negate(), large, 64, Rounding.DOWN)).isEqualTo(Dyadic.NEGATIVE_INFINITY);
        assertThat(Dyadic.product(tiny, tiny, 64, Rounding.DOWN)).isEqualTo(Dyadic.ZERO);
        assertThat(Dyadic.product(tiny, tiny, 64, Rounding.UP)).isEqualTo(tiny);
        assertThat(Dyadic.product(tiny.negate(), tiny, 64, Rounding.DOWN)).isEqualTo(tiny.negate());
        assertThat(Dyadic.sum(large, large, 64, Rounding.UP)).isEqualTo(Dyadic.POSITIVE_INFINITY);
        assertThat(Dyadic.quotient(tiny, large, 64, Rounding.UP)).isEqualTo(tiny);
        assertThat(Dyadic.sum(large, tiny.negate(), 64, Rounding.UP)).isEqualTo(large);
        assertThat(Dyadic.sum(large, tiny.negate(), 64, Rounding.DOWN)).isLessThan(large);
    }

    /**
     * A power of two and a smaller number of either sign, at every distance: below a power of two there is one more place, so that all of the
     * smaller number counts, and a number of few ones, far below the last place, must not be lost.
     */
    @Test
    void sumsOfAPowerOfTwoAndANumberAtEveryDistance() {
        var smaller = new ArrayList<BigInteger>();
        for (int length : new int[] {1, 2, 33, 64, 65, 66, 100, 127, 128}) {
            smaller.add(BigInteger.ONE.shiftLeft(length - 1).setBit(0));
            smaller.add(BigInteger.ONE.shiftLeft(length).subtract(BigInteger.ONE));
            smaller.add(new BigInteger(length, random).setBit(length - 1).setBit(0));
        }
        for (var m : smaller) {
            for (int place = -260; place <= 2; place++) {
                var b = Dyadic.of(m, place - m.bitLength() + 1L);
                for (int bits : new int[] {1, 64, 127, 128}) {
                    sumsAre(Dyadic.ONE, b, Rational.ONE.plus(b.toRational()), bits);
                    sumsAre(b.negate(), Dyadic.ONE, Rational.ONE.minus(b.toRational()), bits);
                }
            }
        }
    }

    private static void sumsAre(Dyadic a, Dyadic b, Rational exact, int bits) {
        if (exact.isZero()) {
            assertThat(TwoWords.sum(a, b, bits, Rounding.DOWN)).isEqualTo(Dyadic.ZERO);
            return;
        }
        var scale = exact.denominator().bitLength() - 1; // a power of two
        int excess = exact.numerator().bitLength() - bits;
        var low = excess > 0 ? exact.numerator().shiftRight(excess) : exact.numerator();
        var high = excess > 0 ? exact.numerator().negate().shiftRight(excess).negate() : exact.numerator();
        int exponent = Math.max(0, excess) - scale;
        assertThat(TwoWords.sum(a, b, bits, Rounding.DOWN)).isEqualTo(Dyadic.of(low, exponent));
        assertThat(TwoWords.sum(a, b, bits, Rounding.UP)).isEqualTo(Dyadic.of(high, exponent));
    }
}
