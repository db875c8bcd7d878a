package org.apodix.enclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every operation around the sizes at which it changes from machine words to big integers, against big integers alone. */
class RationalShortPathTest {

    private static final BigInteger MIN = BigInteger.valueOf(Long.MIN_VALUE);

    private record Fraction(BigInteger numerator, BigInteger denominator) {

        static Fraction of(Rational x) {
            return new Fraction(x.numerator(), x.denominator());
        }

        static Fraction of(BigInteger numerator, BigInteger denominator) {
            var divisor = numerator.gcd(denominator).multiply(BigInteger.valueOf(denominator.signum()));
            return new Fraction(numerator.divide(divisor), denominator.divide(divisor));
        }

        Fraction plus(Fraction that) {
            return of(numerator.multiply(that.denominator).add(that.numerator.multiply(denominator)), denominator.multiply(that.denominator));
        }

        Fraction times(Fraction that) {
            return of(numerator.multiply(that.numerator), denominator.multiply(that.denominator));
        }
    }

    private static List<Rational> numbers() {
        var parts = new LinkedHashSet<BigInteger>();
        for (long n : new long[] {1, 2, 6}) {
            parts.add(BigInteger.valueOf(n));
        }
        for (int bits : new int[] {31, 63, 64}) {
            for (int step = -1; step <= 1; step++) {
                parts.add(BigInteger.ONE.shiftLeft(bits).add(BigInteger.valueOf(step)));
            }
        }
        var numbers = new LinkedHashSet<>(List.of(Rational.ZERO));
        for (var n : parts) {
            for (var d : parts) {
                numbers.add(Rational.of(n, d));
                numbers.add(Rational.of(n.negate(), d));
            }
        }
        return new ArrayList<>(numbers);
    }

    private static void requireSame(Rational actual, Fraction expected) {
        assertThat(Fraction.of(actual)).isEqualTo(expected);
        // one representation per value, however it was computed
        var direct = Rational.of(expected.numerator, expected.denominator);
        assertThat(actual).isEqualTo(direct).hasSameHashCodeAs(direct).isEqualByComparingTo(direct);
    }

    @Test
    void sumsProductsAndComparisonsAreThoseOfBigIntegers() {
        var numbers = numbers();
        for (var a : numbers) {
            var x = Fraction.of(a);
            for (var b : numbers) {
                var y = Fraction.of(b);
                requireSame(a.plus(b), x.plus(y));
                requireSame(a.minus(b), x.plus(new Fraction(y.numerator.negate(), y.denominator)));
                requireSame(a.times(b), x.times(y));
                int order = x.numerator.multiply(y.denominator).compareTo(y.numerator.multiply(x.denominator));
                assertThat(a.compareTo(b)).isEqualTo(order);
                assertThat(a.equals(b)).isEqualTo(order == 0);
                if (!b.isZero()) {
                    requireSame(a.over(b), Fraction.of(x.numerator.multiply(y.denominator), x.denominator.multiply(y.numerator)));
                }
            }
        }
    }

    @Test
    void operationsOnOneNumberAreThoseOfBigIntegers() {
        for (var a : numbers()) {
            var x = Fraction.of(a);
            requireSame(a.negate(), new Fraction(x.numerator.negate(), x.denominator));
            requireSame(a.abs(), new Fraction(x.numerator.abs(), x.denominator));
            requireSame(a.pow(1), x);
            requireSame(a.pow(3), new Fraction(x.numerator.pow(3), x.denominator.pow(3)));
            assertThat(a.pow(0)).isEqualTo(Rational.ONE);
            assertThat(a.signum()).isEqualTo(x.numerator.signum());
            assertThat(a.isZero()).isEqualTo(x.numerator.signum() == 0);
            assertThat(a.isInteger()).isEqualTo(x.denominator.equals(BigInteger.ONE));
            assertThat(a.bitLength()).isEqualTo(x.numerator.bitLength() + x.denominator.bitLength());
            var whole = x.numerator.subtract(x.numerator.mod(x.denominator)).divide(x.denominator);
            assertThat(a.floor()).isEqualTo(whole);
            assertThat(Rational.parse(a.toString())).isEqualTo(a);
            if (!a.isZero()) {
                requireSame(a.inverse(), Fraction.of(x.denominator, x.numerator));
            }
        }
    }

    @Test
    void theLeastLongIsANumberLikeAnyOther() {
        var least = Rational.of(Long.MIN_VALUE);
        requireSame(least, new Fraction(MIN, BigInteger.ONE));
        requireSame(Rational.of(Long.MIN_VALUE, 1), new Fraction(MIN, BigInteger.ONE));
        requireSame(Rational.of(1, Long.MIN_VALUE), new Fraction(BigInteger.ONE.negate(), MIN.negate()));
        requireSame(Rational.of(Long.MIN_VALUE, Long.MIN_VALUE), new Fraction(BigInteger.ONE, BigInteger.ONE));
        requireSame(Rational.of(Long.MIN_VALUE, -1), new Fraction(MIN.negate(), BigInteger.ONE));
        requireSame(Rational.of(Long.MAX_VALUE, Long.MIN_VALUE), new Fraction(BigInteger.valueOf(-Long.MAX_VALUE), MIN.negate()));
        // it is reached by a sum, by a product, and by a difference of the greatest and the least short number
        requireSame(Rational.of(-Long.MAX_VALUE).minus(Rational.ONE), new Fraction(MIN, BigInteger.ONE));
        requireSame(Rational.of(-1L << 32).times(Rational.of(1L << 31)), new Fraction(MIN, BigInteger.ONE));
        requireSame(Rational.of(-Long.MAX_VALUE, 3).minus(Rational.of(1, 3)), Fraction.of(MIN, BigInteger.valueOf(3)));
        requireSame(least.plus(Rational.ONE), new Fraction(BigInteger.valueOf(-Long.MAX_VALUE), BigInteger.ONE));
        requireSame(least.over(least), new Fraction(BigInteger.ONE, BigInteger.ONE));
        assertThat(least.negate()).isNotEqualTo(least).isGreaterThan(Rational.of(Long.MAX_VALUE));
        assertThat(least.floor()).isEqualTo(MIN);
        assertThat(least).isLessThan(Rational.of(-Long.MAX_VALUE));
    }

    @Test
    void greatestCommonDivisorsAreThoseOfBigIntegers() {
        var numbers = new long[] {0, 1, 2, 3, 4, 6, 12, 35, 1L << 31, 3L << 40, 1L << 62, Long.MAX_VALUE - 1, Long.MAX_VALUE,
            6_700_417L * 641, 641L << 52, 7_540_113_804_746_346_429L, 4_660_046_610_375_530_309L};
        for (long a : numbers) {
            for (long b : numbers) {
                if (b > 0) {
                    assertThat(Longs.gcd(a, b)).isEqualTo(BigInteger.valueOf(a).gcd(BigInteger.valueOf(b)).longValueExact());
                }
            }
        }
    }

    /** Also where the product or the sum just leaves the range, with a low word of either sign. */
    @Test
    void wordsThatOverflowAreNoticed() {
        var numbers = new ArrayList<Long>();
        for (int bits = 0; bits < Long.SIZE; bits++) {
            for (long step = -1; step <= 1; step++) {
                numbers.add((1L << bits) + step);
                numbers.add(-(1L << bits) + step);
            }
        }
        for (long a : numbers) {
            for (long b : numbers) {
                var product = BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
                assertThat(Longs.isProductLong(a, b)).isEqualTo(product.bitLength() < Long.SIZE);
                var sum = BigInteger.valueOf(a).add(BigInteger.valueOf(b));
                assertThat(Longs.isSum(a + b, a, b)).isEqualTo(sum.bitLength() < Long.SIZE && !sum.equals(MIN));
                assertThat(Longs.compareProducts(a, b, b, -a)).isEqualTo(product.compareTo(BigInteger.valueOf(b).multiply(BigInteger.valueOf(-a))));
            }
            assertThat(Longs.bitLength(a)).isEqualTo(BigInteger.valueOf(a).bitLength());
        }
    }
}
