package org.apodix.enclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Division in words of 64 bits against that of {@link BigInteger}. */
class LongDivisionTest {

    private static final BigInteger ONE = BigInteger.ONE;

    private final Random random = new Random(11);

    /** A positive number: of random bits, next to a power of two, with few bits, or of words that are mostly all zeros or all ones. */
    private BigInteger number(int bits) {
        BigInteger any = new BigInteger(bits, random).setBit(bits - 1);
        switch (random.nextInt(6)) {
            case 0:
                return ONE.shiftLeft(bits).subtract(ONE);
            case 1:
                return ONE.shiftLeft(bits).add(BigInteger.valueOf(random.nextInt(2)));
            case 2:
                return any.shiftRight(bits / 2).shiftLeft(bits / 2).add(ONE);
            case 3:
                BigInteger words = ONE;
                for (int i = 0; i <= bits / 64; i++) {
                    long word = random.nextInt(3) == 0 ? random.nextLong() : -random.nextInt(2);
                    words = words.shiftLeft(64).add(new BigInteger(Long.toUnsignedString(word)));
                }
                return words;
            default:
                return any;
        }
    }

    @Test
    void quotients_are_exact_with_a_mark_for_the_rest() {
        for (int i = 0; i < 100_000; i++) {
            BigInteger b = number(1 + random.nextInt(500));
            BigInteger a = i % 4 == 0 ? b.multiply(number(1 + random.nextInt(300))) : number(1 + random.nextInt(500));
            int bits = 1 + random.nextInt(500);
            int ea = random.nextInt(100) - 50;
            Approximation y = LongDivision.quotient(a, ea, b, 3, bits);
            assertThat(y.value().bitLength()).isGreaterThan(bits);
            // a 2^ea / (b 2^3) in units of 256 2^exponent
            long left = ea - 3 - 8 - y.exponent();
            BigInteger[] parts = left >= 0
                    ? a.shiftLeft((int) left).divideAndRemainder(b)
                    : a.divideAndRemainder(b.shiftLeft((int) -left));
            boolean exact = parts[1].signum() == 0;
            assertThat(y.value()).isEqualTo(parts[0].shiftLeft(8).add(BigInteger.valueOf(exact ? 0 : 128)));
            assertThat(y.error()).isEqualTo(BigInteger.valueOf(exact ? 0 : 128));
        }
    }

    @Test
    void floors_are_exact() {
        for (int i = 0; i < 100_000; i++) {
            BigInteger b = number(1 + random.nextInt(300));
            BigInteger a = i % 7 == 0 ? BigInteger.ZERO : i % 3 == 0 ? number(1 + random.nextInt(300)).negate() : number(1 + random.nextInt(300));
            int f = random.nextInt(300);
            BigInteger[] parts = a.shiftLeft(f).divideAndRemainder(b);
            assertThat(LongDivision.floor(a, b, f)).isEqualTo(parts[1].signum() < 0 ? parts[0].subtract(ONE) : parts[0]);
        }
    }
}
