package org.apodix.enclosure;

import java.math.BigInteger;

/**
 * exp(x) - 1, without loss of relative accuracy near 0.
 *
 * <ul>
 * <li>For 0 < |x| < 2^(-bits-2): x < exp(x) - 1 < x + x^2. Indeed exp(x) - 1 - x = x^2 (1/2 + x/6 + ...) lies between 0
 * and x^2, as |x| < 1.
 * <li>For x < -bits: exp(x) < 2^-bits, so the value is between -1 and its neighbour.
 * <li>Otherwise exp(x) is taken with as many more bits as the subtraction cancels: |exp(x) - 1| > |x| / 2 for |x| < 1.
 * </ul>
 */
final class DyadicExpm1 {

    private DyadicExpm1() { }

    /** The neighbours of exp(x) - 1 with the given number of bits; the point 0 for x = 0; limits for infinite x. */
    static DyadicInterval expm1(Dyadic x, int bits) {
        if (x.signum() == 0) {
            return DyadicInterval.point(Dyadic.ZERO);
        }
        if (x.compareTo(Dyadic.of(-bits)) < 0) {
            return DyadicNear.negate(DyadicNear.belowOne(bits));
        }
        if (x.isInfinite() || x.top() > 25) {
            return DyadicExp.exp(x, bits); // above the range, as exp is
        }
        if (x.top() < -bits - 1) {
            Dyadic square = Dyadic.product(x, x, 8, Rounding.UP); // either direction: x < expm1(x) < x + 0.6 x^2
            return DyadicInterval.ordered(
                    x.round(bits, Rounding.DOWN), Dyadic.sum(x, square, bits, Rounding.UP));
        }
        return Approximation.enclose(working -> approximate(x, working), bits);
    }

    /** Whether x is neither so small nor so large that the value is next to a known number or outside of the range. */
    static boolean isModerate(Dyadic x, int bits) {
        return x.top() >= -bits - 1 && x.top() <= 25 && x.compareTo(Dyadic.of(-bits)) >= 0;
    }

    /**
     * For 0 < |x| < 2^25, with a relative error below 2^-working: exp(x) is off by less than 2^-(working + loss + 2)
     * times exp(x) <= max(e, 2 exp(x) - 2), where |exp(x) - 1| >= 2^-(loss + 2) if x < 1.
     */
    static Approximation approximate(Dyadic x, int working) {
        int loss = Math.max(0, -x.top());
        Approximation power = DyadicExp.approximate(x, working + loss + 4);
        if (power.exponent() > 0) { // 1 is below one unit
            return new Approximation(power.value(), power.error().add(BigInteger.ONE), power.exponent());
        }
        BigInteger one = BigInteger.ONE.shiftLeft(Math.toIntExact(-power.exponent()));
        return new Approximation(power.value().subtract(one), power.error(), power.exponent());
    }
}
