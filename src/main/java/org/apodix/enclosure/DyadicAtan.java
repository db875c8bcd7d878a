package org.apodix.enclosure;

import java.math.BigInteger;

/**
 * The arc tangent of a dyadic number x > 0; the function is odd.
 *
 * <p>For small x from x - x^3/3 < atan(x) < x ({@link DyadicNear#below}). Otherwise x = N / D with N, D <= 1, one of them
 * 1, and for any number y near atan(x) (its quality affects the cost alone)
 *
 * <pre>atan(x) = y + atan(t),  t = (N cos y - D sin y) / (D cos y + N sin y)</pre>
 *
 * which is the argument of the complex number (D + iN) (cos y - i sin y); exact for |t| < 1, as both angles are between 0
 * and pi/2 and the real part is positive.
 */
final class DyadicAtan {

    /** From this precision on the double seed is replaced by a better one. */
    private static final int LONG = 1000;

    private DyadicAtan() { }

    /** The neighbours of atan(x) with the given number of bits; the point 0 for x = 0; those of +-pi/2 for infinite x. */
    static DyadicInterval atan(Dyadic x, int bits) {
        if (x.signum() == 0) {
            return DyadicInterval.point(x);
        }
        if (x.signum() < 0) {
            return DyadicNear.negate(atan(x.negate(), bits));
        }
        if (x.isInfinite()) {
            DyadicInterval pi = DyadicPi.pi(bits);
            return DyadicInterval.ordered(pi.lower().shift(-1), pi.upper().shift(-1));
        }
        if (DyadicNear.tiny(x, bits)) {
            return DyadicNear.below(x, bits);
        }
        Dyadic seed = seed(x, bits);
        return Approximation.enclose(working -> approximate(x, seed, working), bits);
    }

    /** A number near atan(x); 0 is near enough for small x. */
    private static Dyadic seed(Dyadic x, int bits) {
        if (x.top() < -60) {
            return Dyadic.ZERO;
        }
        return bits < LONG
                ? Dyadic.ofExact(StrictMath.atan(x.toDouble(Rounding.DOWN)))
                : atan(x.round(bits / 5, Rounding.DOWN), bits / 5).lower();
    }

    /**
     * Units are 2^-F. One of N, D is off by less than 1; sin y and cos y, with a relative error below 2^-(F+2) and
     * floored, by less than 2. So numerator and denominator are off by less than 1 + 2 + 2 + 1 = 6 (with their floor). The
     * denominator is at least 0.99 as |t| <= 1/8 (checked) and (D + iN) has at least the size 1. So t is off by less than
     * 6 (1 + 1/8) / 0.98 + 1 < 8; the series adds 2 and the floor of y adds 1. The value is above x / 2 or above 1/2.
     */
    private static Approximation approximate(Dyadic x, Dyadic y, int working) {
        int f = FixedPoint.roundUp(working + Math.max(0, -x.top()) + 12);
        BigInteger one = BigInteger.ONE.shiftLeft(f);
        boolean small = x.top() <= 0;
        BigInteger numerator = small ? DyadicExp.shift(x.mantissa(), (long) x.exponent() + f) : one;
        BigInteger denominator = small ? one : inverse(x, f);
        if (y.signum() != 0) {
            BigInteger cos = fixed(DyadicCircular.approximate(y, 1, f + 2), f);
            BigInteger sin = fixed(DyadicCircular.approximate(y, 0, f + 2), f);
            BigInteger imaginary = numerator.multiply(cos).subtract(denominator.multiply(sin)).shiftRight(f);
            denominator = denominator.multiply(cos).add(numerator.multiply(sin)).shiftRight(f);
            numerator = imaginary;
        }
        BigInteger t = numerator.shiftLeft(f).divide(denominator);
        if (t.bitLength() > f - 3) {
            throw new IllegalStateException("the seed of the arc tangent of " + x.toDouble(Rounding.DOWN)
                    + " is off by more than 1/8");
        }
        return Approximation.of(DyadicExp.shift(y.mantissa(), (long) y.exponent() + f).add(series(t, f)), 12, -f);
    }

    private static BigInteger fixed(Approximation y, int f) {
        return DyadicExp.shift(y.value(), y.exponent() + f);
    }

    /** floor(2^f / x) for x >= 1. */
    private static BigInteger inverse(Dyadic x, int f) {
        long places = (long) f - x.exponent();
        return places < 0 ? BigInteger.ZERO : BigInteger.ONE.shiftLeft(Math.toIntExact(places)).divide(x.mantissa());
    }

    /**
     * atan(t) for |t| <= 1/8: off by at most 2 units.
     *
     * <p>atan(t) = t (1 - z A), z = t^2 <= 1/64, A = 1/3 - z/5 + z^2/7 - ... Horner's rule A_n = floor(2^F/(2n+1)) -
     * floor(Z A_(n+1)) has an error e' <= 1 + 1 + 1/3 + e/64 < 2.4, where Z = floor(z 2^F); the terms left out are below
     * z^N / (1 - z) < 1.1 units by the choice of N, before the last factor z. So z A is off by less than 3.5/64 + 1/3 + 1
     * < 1.4, and t z A by less than 1.4/8 + 1 < 2.
     */
    private static BigInteger series(BigInteger t, int f) {
        BigInteger z = t.multiply(t).shiftRight(f);
        if (z.signum() == 0) {
            return t;
        }
        BigInteger a = BigInteger.ZERO;
        for (int n = f / (f - z.bitLength()) + 1; n >= 1; n--) { // z < 2^(z.bitLength() - f)
            a = FixedPoint.inverse(f, 2 * n + 1).subtract(z.multiply(a).shiftRight(f));
        }
        return t.subtract(t.multiply(z.multiply(a).shiftRight(f)).shiftRight(f));
    }
}
