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
     * The tightest interval of {@code bits} bits around an irrational y, given approximations of y at any working precision.
     *
     * <p>If both ends of an approximation round to the same numbers, these are the two neighbours of y. Otherwise the
     * precision is raised; it is not raised beyond four times the asked one, and the outward rounded ends are taken, which
     * contain y too. The result depends on y and {@code bits} only as long as {@code at} is a function.
     */
    static DyadicInterval enclose(IntFunction<Approximation> at, int bits) {
        for (int guard = 16;; guard *= 4) {
            Approximation y = at.apply(bits + guard);
            BigInteger low = y.value.subtract(y.error);
            BigInteger high = y.value.add(y.error);
            Dyadic lo = Dyadic.rounded(low, y.exponent, bits, Rounding.DOWN);
            Dyadic hi = Dyadic.rounded(high, y.exponent, bits, Rounding.UP);
            boolean neighbours = lo.equals(Dyadic.rounded(high, y.exponent, bits, Rounding.DOWN))
                    && hi.equals(Dyadic.rounded(low, y.exponent, bits, Rounding.UP));
            if (neighbours || guard > 3 * bits + 256) {
                return DyadicInterval.ordered(lo, hi);
            }
        }
    }
}
