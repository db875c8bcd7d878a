package org.apodix.enclosure;

import java.math.BigInteger;

/**
 * The natural logarithm of 2, from ln 2 = 18 atanh(1/26) - 2 atanh(1/4801) + 8 atanh(1/8749).
 *
 * <p>Since 2 atanh(1/n) = ln((n+1)/(n-1)), the identity says (27/25)^9 (4800/4802) (8750/8748)^4 = 2, which holds by
 * factoring into 2, 3, 5 and 7. Each series has at most bits/9 + 1 terms and is off by at most 2 (bits/9 + 2) units
 * ({@link DyadicConstant#arc}), so the sum is off by at most 56 (bits/9 + 2) < 2^28 units for bits <= 2^24. Subtracting
 * 2^28 gives a lower bound less than 2^29 units low.
 */
final class DyadicLn2 {

    private static final DyadicConstant LN2 = new DyadicConstant(bits ->
            DyadicConstant.arc(1, 26, 1, bits).multiply(BigInteger.valueOf(18))
                    .subtract(DyadicConstant.arc(1, 4801, 1, bits).shiftLeft(1))
                    .add(DyadicConstant.arc(1, 8749, 1, bits).shiftLeft(3))
                    .subtract(BigInteger.ONE.shiftLeft(28)));

    private DyadicLn2() { }

    /** Some v with v <= 2^bits ln 2 < v + 2. */
    static BigInteger at(int bits) {
        return LN2.at(bits);
    }
}
