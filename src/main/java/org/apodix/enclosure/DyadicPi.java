package org.apodix.enclosure;

import java.math.BigInteger;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Pi, from Machin's formula pi = 16 atan(1/5) - 4 atan(1/239).
 *
 * <p>Each arc has at most bits/4 + 1 terms and is off by at most 2 (bits/4 + 2) units ({@link DyadicConstant#arc}), so
 * the sum is off by at most 40 (bits/4 + 2) < 2^28 units for bits <= 2^24. Subtracting 2^28 gives a lower bound that is
 * less than 2^29 units low.
 */
final class DyadicPi {

    private static final DyadicConstant PI = new DyadicConstant(bits -> DyadicConstant.arc(1, 5, -1, bits).shiftLeft(4)
            .subtract(DyadicConstant.arc(1, 239, -1, bits).shiftLeft(2)).subtract(BigInteger.ONE.shiftLeft(28)));

    private static final ConcurrentHashMap<Integer, DyadicInterval> NEIGHBOURS = new ConcurrentHashMap<>();

    private DyadicPi() { }

    /** Some v with v <= 2^bits pi < v + 2. */
    static BigInteger at(int bits) {
        return PI.at(bits);
    }

    /** The two neighbours of pi among the numbers of the given number of bits. */
    static DyadicInterval pi(int bits) {
        DyadicInterval known = NEIGHBOURS.get(bits);
        return known != null ? known : NEIGHBOURS.computeIfAbsent(bits,
                n -> Approximation.enclose(working -> Approximation.of(PI.at(working), 2, -working), n));
    }
}
