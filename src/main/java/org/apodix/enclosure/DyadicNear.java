package org.apodix.enclosure;

import java.math.BigInteger;

/**
 * Bounds next to a number that is known exactly, where a series would need far more bits than its result has.
 */
final class DyadicNear {

    private DyadicNear() { }

    /** From the number below 1 to 1: for 1 - 2^-bits <= y <= 1. */
    static DyadicInterval belowOne(int bits) {
        BigInteger one = BigInteger.ONE.shiftLeft(bits);
        return DyadicInterval.ordered(Dyadic.of(one.subtract(BigInteger.ONE), -bits), Dyadic.ONE);
    }

    /** From 1 to the number above it: for 1 <= y <= 1 + 2^(1-bits). */
    static DyadicInterval aboveOne(int bits) {
        BigInteger one = BigInteger.ONE.shiftLeft(bits);
        return DyadicInterval.ordered(Dyadic.ONE, Dyadic.of(one.add(BigInteger.TWO), -bits));
    }

    /** For x > 0 and x - x^3 < y < x; where x^2 < 2^-bits, no more than two numbers of that many bits apart. */
    static DyadicInterval below(Dyadic x, int bits) {
        Dyadic cube = Dyadic.product(Dyadic.product(x, x, 8, Rounding.UP), x, 8, Rounding.UP);
        return DyadicInterval.ordered(Dyadic.sum(x, cube.negate(), bits, Rounding.DOWN), x.round(bits, Rounding.UP));
    }

    /** Whether 0 < |x| < 2^-(bits/2 + 1), so that x^2 < 2^-(bits+1). */
    static boolean tiny(Dyadic x, int bits) {
        return x.top() < -(bits / 2) - 1;
    }

    static DyadicInterval negate(DyadicInterval y) {
        return DyadicInterval.ordered(y.upper().negate(), y.lower().negate());
    }
}
