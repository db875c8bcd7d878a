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

    /** The same in a unit in which the value has at most that many bits: the floors of value and error add one unit each. */
    Approximation cut(int bits) {
        int excess = value.bitLength() - bits;
        return excess <= 0 ? this
                : new Approximation(value.shiftRight(excess), error.shiftRight(excess).add(BigInteger.TWO), exponent + excess);
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
            DyadicInterval neighbours = y.neighbours(bits);
            if (neighbours != null) {
                return neighbours;
            }
            if (guard > 3 * bits + 256) {
                return y.rounded(bits);
            }
        }
    }

    /** An interval of that many bits that contains y. */
    DyadicInterval rounded(int bits) {
        return DyadicInterval.ordered(Dyadic.rounded(value.subtract(error), exponent, bits, Rounding.DOWN),
                Dyadic.rounded(value.add(error), exponent, bits, Rounding.UP));
    }

    /** The neighbours of an irrational y among the numbers of that many bits, or null when they are not known. */
    private DyadicInterval neighbours(int bits) {
        int excess = value.bitLength() - bits;
        BigInteger floor = floor(excess);
        return floor == null ? null
                : DyadicInterval.ordered(Dyadic.rounded(floor, exponent + excess, bits, Rounding.DOWN),
                        Dyadic.rounded(floor.add(BigInteger.ONE), exponent + excess, bits, Rounding.UP));
    }

    /** The best bound of an irrational y with that many bits, or null when it is not known. */
    Dyadic neighbour(int bits, Rounding rounding) {
        int excess = value.bitLength() - bits;
        BigInteger floor = floor(excess);
        return floor == null ? null
                : Dyadic.rounded(rounding == Rounding.DOWN ? floor : floor.add(BigInteger.ONE),
                        exponent + excess, bits, rounding);
    }

    /** The g with g 2^excess <= value - error and value + error < (g + 1) 2^excess, or null when there is none. */
    private BigInteger floor(int excess) {
        if (excess <= 0) {
            return null;
        }
        if (excess < Long.SIZE - 1 && error.bitLength() < Long.SIZE - 1) {
            long rest = value.longValue() & (1L << excess) - 1;
            long e = error.longValue();
            return rest >= e && rest < (1L << excess) - e ? value.shiftRight(excess) : null;
        }
        BigInteger floor = value.subtract(error).shiftRight(excess);
        return floor.equals(value.add(error).shiftRight(excess)) ? floor : null;
    }

    /** The same about y + s for any s that is off from {@code step} by at most 3 units; null for a step of 2^57 units. */
    Approximation plus(Dyadic step) {
        long units = step.floor(exponent);
        return units >= 1L << 57 ? null
                : new Approximation(value.add(BigInteger.valueOf(units)), error.add(BigInteger.valueOf(4)), exponent);
    }

    /** The same about y + s for any s in the interval, whose ends have at most 64 bits; null for 2^57 units, or with 0. */
    Approximation plus(DyadicInterval step) {
        if (step.containsZero()) {
            return null;
        }
        long least = step.mignitude().floor(exponent);
        long most = step.magnitude().floor(exponent);
        return most >= 1L << 57 ? null : new Approximation(value.add(BigInteger.valueOf(step.isNegative() ? -least : least)),
                error.add(BigInteger.valueOf(most - least + 1)), exponent);
    }
}
