package org.apodix.enclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sums, products and comparisons around the sizes at which they change from machine words to big integers. */
class RationalShortPathTest {

    private static List<Rational> numbers() {
        var ends = new ArrayList<Long>(List.of(1L, 2L, 3L, 6L));
        for (int bits : new int[] {15, 16, 30, 31, 32, 62, 63}) {
            for (int step = -1; step <= 1; step++) {
                ends.add((bits == 63 ? Long.MAX_VALUE - 1 : 1L << bits) + step);
            }
        }
        var numbers = new ArrayList<Rational>(List.of(Rational.ZERO));
        for (long n : ends) {
            for (long d : List.of(1L, 2L, 6L, (1L << 31) - 1, 1L << 31, (1L << 32) + 1)) {
                numbers.add(Rational.of(n, d));
                numbers.add(Rational.of(-n, d));
            }
        }
        return numbers;
    }

    @Test
    void theyAreThoseOfBigIntegers() {
        var numbers = numbers();
        for (var a : numbers) {
            for (var b : numbers) {
                BigInteger left = a.numerator().multiply(b.denominator());
                BigInteger right = b.numerator().multiply(a.denominator());
                BigInteger below = a.denominator().multiply(b.denominator());
                assertThat(a.plus(b)).isEqualTo(Rational.of(left.add(right), below));
                assertThat(a.minus(b)).isEqualTo(Rational.of(left.subtract(right), below));
                assertThat(a.times(b)).isEqualTo(Rational.of(a.numerator().multiply(b.numerator()), below));
                assertThat(a.compareTo(b)).isEqualTo(left.compareTo(right));
            }
        }
    }
}
