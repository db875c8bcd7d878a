package org.apodix.enclosure;

import java.math.BigInteger;

/**
 * The hyperbolic tangent: tanh(x) = a / (2 - a) with a = 1 - exp(-2x), 0 < a < 1, for x > 0; the function is odd.
 *
 * <ul>
 * <li>For small x from x - x^3/3 < tanh(x) < x ({@link DyadicNear#below}).
 * <li>For x >= bits: 1 - tanh(x) < 2 exp(-2x) < 2^-bits.
 * <li>Otherwise a has a small relative error ({@link DyadicExpm1}), and a / (2 - a) one at most twice as large: its
 * logarithmic derivative in log a is 2 / (2 - a) <= 2.
 * </ul>
 */
final class DyadicTanh {

    private DyadicTanh() { }

    /** The neighbours of tanh(x) with the given number of bits; the point 0 for x = 0; limits for infinite x. */
    static DyadicInterval tanh(Dyadic x, int bits) {
        if (x.signum() == 0) {
            return DyadicInterval.point(x);
        }
        if (x.signum() < 0) {
            return DyadicNear.negate(tanh(x.negate(), bits));
        }
        if (isLarge(x, bits)) {
            return DyadicNear.belowOne(bits);
        }
        if (DyadicNear.tiny(x, bits)) {
            return DyadicNear.below(x, bits);
        }
        return Approximation.enclose(working -> approximate(x, working), bits);
    }

    /** Whether tanh(x) is between 1 - 2^-bits and 1. */
    static boolean isLarge(Dyadic x, int bits) {
        return x.compareTo(Dyadic.of(bits)) >= 0;
    }

    /**
     * tanh(x) for x > 0 below 2^24. In the unit 2^p of a, which is off by e units: the derivative 2 / (2 - a)^2 of the quotient is at most 2.1 for a <
     * 1.02, and the floor adds one unit.
     */
    static Approximation approximate(Dyadic x, int working) {
        Approximation a = DyadicExpm1.approximate(x.shift(1).negate(), working + 4);
        BigInteger size = a.value().negate();
        int scale = Math.toIntExact(-a.exponent());
        BigInteger denominator = BigInteger.ONE.shiftLeft(scale + 1).subtract(size);
        BigInteger error = a.error().multiply(BigInteger.valueOf(3)).add(BigInteger.ONE);
        return new Approximation(LongDivision.floor(size, denominator, scale), error, a.exponent());
    }
}
