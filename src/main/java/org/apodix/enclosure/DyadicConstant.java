package org.apodix.enclosure;

import java.math.BigInteger;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;

/**
 * A positive constant c below 4, kept per precision: {@link #at} returns v with v <= c 2^bits < v + 2.
 *
 * <p>Every precision is rounded up to one of a fixed list, and the value of each entry is computed on its own, so that
 * no result depends on which other precisions were asked for before.
 */
final class DyadicConstant {

    private final IntFunction<BigInteger> compute;
    private final ConcurrentHashMap<Integer, BigInteger> known = new ConcurrentHashMap<>();

    /** @param compute for n, some v with v <= c 2^n < v + 2^32 */
    DyadicConstant(IntFunction<BigInteger> compute) {
        this.compute = compute;
    }

    BigInteger at(int bits) {
        int step = Math.max(64, Integer.highestOneBit(bits) / 4);
        int entry = Math.floorDiv(bits + step - 1, step) * step + 64;
        // the error, below 2^32 units of 2^-entry, is below one unit of 2^-bits; the shift adds less than one more
        return known.computeIfAbsent(entry, compute::apply).shiftRight(entry - bits);
    }

    /**
     * Some v with |v - 2^bits sum_k sign^k (a/b)^(2k+1) / (2k+1)| <= 2 (number of terms + 1): atanh(a/b) for sign = 1, atan(a/b) for
     * sign = -1, where 0 <= a/b <= 1/2 and b < 2^31. There are at most bits/2 + 1 terms, and fewer for small a/b.
     *
     * <p>The power p_k = floor(p_(k-1) a^2 / b^2) is below the true 2^bits (a/b)^(2k+1) by less than 1 + 1/4 + ... < 2, the division by
     * 2k + 1 adds less than 1 and makes the first error at most 2/(2k+1), so a term is off by less than 2 from k = 1 on (below 2/3 + 1)
     * and by less than 1 for k = 0. The sum stops at p_k = 0: the terms left out are below 2 / (2k+1) times 1 + 1/4 + ..., less than 2
     * in all for k >= 1.
     */
    static BigInteger arc(int a, int b, int sign, int bits) {
        BigInteger multiplier = BigInteger.valueOf((long) a * a);
        BigInteger divisor = BigInteger.valueOf((long) b * b);
        BigInteger power = BigInteger.valueOf(a).shiftLeft(bits).divide(BigInteger.valueOf(b));
        BigInteger sum = BigInteger.ZERO;
        for (int k = 0; power.signum() != 0; k++) {
            BigInteger term = power.divide(BigInteger.valueOf(2L * k + 1));
            sum = sign < 0 && k % 2 != 0 ? sum.subtract(term) : sum.add(term);
            power = power.multiply(multiplier).divide(divisor);
        }
        return sum;
    }
}
