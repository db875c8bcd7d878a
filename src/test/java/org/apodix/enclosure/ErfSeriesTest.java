package org.apodix.enclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class ErfSeriesTest {

    /** The same recursion on big integers. */
    private static void check(BigInteger u, int f, long rate) {
        var term = BigInteger.ONE.shiftLeft(f);
        var sum = term;
        int k = 0;
        while (term.signum() != 0 || 2L * k + 3 < rate) {
            k++;
            term = term.multiply(u).shiftRight(f - 1).divide(BigInteger.valueOf(2L * k + 1));
            sum = sum.add(term);
        }
        var terms = new ErfSeries(u, f, rate);
        assertThat(terms.sum()).as("u = %s, f = %d", u, f).isEqualTo(sum);
        assertThat(terms.last()).as("u = %s, f = %d", u, f).isEqualTo(k);
    }

    private static long rate(BigInteger u, int f) {
        return u.shiftLeft(2).shiftRight(f).longValueExact() + 1;
    }

    @Test
    void theWordsGiveWhatBigIntegersGive() {
        for (int run = 0; run < 3000; run++) {
            int f = 32 * (1 + run % 12);
            // the low bits of powers of 3: u from far below 1 to about 100
            var u = BigInteger.valueOf(3).pow(run + 300).mod(BigInteger.ONE.shiftLeft(run / 12 * 7 % (f + 7)));
            check(u, f, rate(u, f));
        }
    }

    @Test
    void theEndsAndFullWordsToo() {
        for (int f : new int[] {32, 64, 128, 160, 2048}) {
            var one = BigInteger.ONE.shiftLeft(f);
            for (var u : new BigInteger[] {BigInteger.ZERO, BigInteger.ONE, one, one.subtract(BigInteger.ONE), one.shiftRight(1), one.add(BigInteger.ONE),
                one.multiply(BigInteger.valueOf(300)).subtract(BigInteger.ONE), one.shiftRight(32), one.shiftRight(31).subtract(BigInteger.ONE)}) {
                check(u, f, rate(u, f));
            }
        }
    }

    @Test
    void theTermsGoOnUntilTheRateIsReached() {
        check(BigInteger.ZERO, 64, 1000);
        check(BigInteger.ONE, 64, 1001);
        assertThat(new ErfSeries(BigInteger.ZERO, 64, 1000).last()).isEqualTo(499);
    }
}
