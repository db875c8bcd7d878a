package org.apodix.enclosure;

import java.math.BigInteger;
import java.util.function.IntToLongFunction;

/**
 * Sums S = 1 + r_1 + r_1 r_2 + ... with r_k = z / d(k) or -z / d(k), 0 <= z <= 1/4 and integers d(k) >= 2.
 *
 * <p>All quantities are integers at scale 2^F; one unit is 2^-F. The sum is taken in blocks of m terms (Smith 1989): T =
 * z^i +- T / d(n) for n = N, N-1, .. 1 and i = (n-1) mod m, where T becomes floor(z^m T) before i = m-1, so that only
 * about m + N/m products of full length are needed. The powers z^i = floor(z^(i-1) z) are off by e_i <= e_(i-1)/4 + 1 <=
 * 4/3 units, z^0 and z^1 by none. A step takes an error e of T to at most 4/3 + 1 + e/2, so that e <= 14/3 throughout; a
 * block change keeps this, as e/16 + (8/7) (4/3) + 1 < 14/3 for m >= 2 and |T| <= 1/(1 - 1/8) = 8/7. In the last step z^0
 * is exact: 1 + (14/3)/2 = 10/3. The terms left out are below 2^-(F+1) times 1 + 1/8 + ... by the choice of N, less than
 * one unit. So the sum is off by less than 5 units.
 */
final class DyadicSeries {

    private DyadicSeries() { }

    /** The sum with r_k = sign z / d(k), off by less than 5 units. */
    static BigInteger sum(BigInteger z, int f, int sign, IntToLongFunction divisor) {
        BigInteger one = BigInteger.ONE.shiftLeft(f);
        if (z.signum() == 0) {
            return one;
        }
        int terms = terms(f, f - z.bitLength(), divisor);
        int m = Math.max(2, (int) Math.sqrt(terms));
        BigInteger[] powers = new BigInteger[m + 1];
        powers[0] = one;
        powers[1] = z;
        for (int i = 2; i <= m; i++) {
            powers[i] = powers[i - 1].multiply(z).shiftRight(f);
        }
        BigInteger sum = BigInteger.ZERO;
        for (int n = (terms + m - 1) / m * m; n >= 1; n--) {
            int i = (n - 1) % m;
            if (i == m - 1) {
                sum = powers[m].multiply(sum).shiftRight(f);
            }
            BigInteger part = sum.divide(BigInteger.valueOf(divisor.applyAsLong(n)));
            sum = sign > 0 ? powers[i].add(part) : powers[i].subtract(part);
        }
        return sum;
    }

    /** The least N with r_1 .. r_N < 2^-(f+1) by the leading bits: z < 2^-gain. */
    private static int terms(int f, int gain, IntToLongFunction divisor) {
        if (gain < 2) {
            throw new IllegalArgumentException("the series is summed for z <= 1/4 only");
        }
        long bits = 0;
        int n = 0;
        while (bits < f + 1L) {
            n++;
            bits += gain + 63 - Long.numberOfLeadingZeros(divisor.applyAsLong(n));
        }
        return n;
    }
}
