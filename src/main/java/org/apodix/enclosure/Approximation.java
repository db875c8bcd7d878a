package org.apodix.enclosure;

import java.math.BigInteger;
import java.util.function.IntFunction;

/**
 * The statement |y - value * 2^exponent| <= error * 2^exponent about a real number y.
 */
record Approximation(BigInteger value, BigInteger error, long exponent) {

    static Approximation of(BigInteger value, long error, long exponent) {
        return new Approximation(value, BigInteger.valueOf(error), exponent);
    }

    /**
     * The tightest interval of {@code bits} bits around an irrational y, given approximations of y at any working
     * precision.
     *
     * <p>If both ends of an approximation lie in the same step g <= x < g + 1 of the grid of {@code bits} bits, then y,
     * which is irrational, lies strictly inside, and g and g + 1 are its neighbours. Otherwise the precision is raised;
     * but not beyond four times the asked one, where the outward rounded ends are taken, which contain y too.
     */
    static DyadicInterval enclose(IntFunction<Approximation> at, int bits) {
        for (int guard = 16;; guard *= 4) {
            Approximation y = at.apply(bits + guard);
            BigInteger low = y.value.subtract(y.error);
            BigInteger high = y.value.add(y.error);
            int excess = high.bitLength() - bits;
            if (excess >= 0 && low.bitLength() == high.bitLength()) {
                BigInteger floor = low.shiftRight(excess);
                if (floor.equals(high.shiftRight(excess))) {
                    return DyadicInterval.ordered(Dyadic.rounded(floor, y.exponent + excess, bits, Rounding.DOWN),
                            Dyadic.rounded(floor.add(BigInteger.ONE), y.exponent + excess, bits, Rounding.UP));
                }
            }
            if (guard > 3 * bits + 256) {
                return DyadicInterval.ordered(Dyadic.rounded(low, y.exponent, bits, Rounding.DOWN),
                        Dyadic.rounded(high, y.exponent, bits, Rounding.UP));
            }
        }
    }
}
