package org.apodix.enclosure;

import java.math.BigInteger;

/**
 * The arc tangent of a dyadic number x > 0; the function is odd.
 *
 * <p>For small x from x - x^3/3 < atan(x) < x ({@link DyadicNear#below}). Otherwise x = N / D or 1 / x = N / D with 0 <= N <= D, and
 * numbers y near atan(N / D) are taken off; their quality affects the cost alone:
 *
 * <pre>atan(N / D) = y + atan(t),  t = (N cos y - D sin y) / (D cos y + N sin y)</pre>
 *
 * which is the argument of the complex number (D + iN) (cos y - i sin y); exact, as both angles are between 0 and pi/2 and the real part
 * is positive. {@link #byTables} takes atan(c) with short numbers c from tables, where cos y and sin y are in proportion 1 : c.
 */
final class DyadicAtan {

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
        return Approximation.enclose(working -> approximate(x, working), bits);
    }

    /** For x > 0, with a relative error below 2^-working: the value is above x / 2 or above 1/2. */
    static Approximation approximate(Dyadic x, int working) {
        int f = FixedPoint.roundUp(working + Math.max(0, -x.top()) + 12);
        return f <= FixedPoint.MAX_TABLE_BITS ? byTables(x, f) : bySeed(x, working, f);
    }

    /**
     * Units are 2^-F. For x < 1 with N = floor(x 2^F) and D = 2^F the angle is off by less than 1. Otherwise, with 2^(e-1) <= x < 2^e, D =
     * floor(x 2^(F-e)) and N = 2^(F-e), or N = 0 for e > F; as N / (N^2 + D^2) <= 1 / (2 D) <= 2^-F, it is off by at most 1 again.
     *
     * <p>D + iN is multiplied by (1 - ic), exactly, for c = k_0 2^-7, k_1 2^-14, k_2 2^-21; a double leads to the k with which N / D becomes
     * about 2^-21 at most. As the angles of the factors add up to less than pi/2, their product has a positive real part, and the identity of
     * the class holds. The three angles are off by less than 2 each, the floored quotient by 1, {@link #series} by 2, and P <= 2^F pi/2 < P
     * + 2: less than 12 in all.
     */
    private static Approximation byTables(Dyadic x, int f) {
        FixedPoint tables = FixedPoint.at(f);
        boolean small = x.top() <= 0;
        int e = small ? 0 : x.top();
        double q = small ? x.toDouble(Rounding.DOWN) : 1 / x.toDouble(Rounding.DOWN); // near N / D
        long real = 1; // the product of the factors, real - i imaginary
        long imaginary = 0;
        BigInteger angle = BigInteger.ZERO;
        for (int level = 0; level < 3; level++) {
            int places = FixedPoint.STEP * (level + 1);
            int k = (int) Math.scalb(q, places); // at most 2^7
            if (k > 0) {
                double c = Math.scalb((double) k, -places);
                q = Math.max(0, (q - c) / (1 + c * q));
                long next = (real << places) - imaginary * k;
                imaginary = (imaginary << places) + real * k;
                real = next;
                angle = angle.add(tables.angle(level, k));
            }
        }
        BigInteger scaled = DyadicExp.shift(x.mantissa(), (long) x.exponent() + f - e);
        BigInteger one = e <= f ? BigInteger.ONE.shiftLeft(f - e) : BigInteger.ZERO;
        BigInteger a = BigInteger.valueOf(real);
        BigInteger b = BigInteger.valueOf(imaginary);
        BigInteger opposite = small ? scaled : one;
        BigInteger adjacent = small ? one : scaled;
        BigInteger n = opposite.multiply(a).subtract(adjacent.multiply(b));
        BigInteger d = adjacent.multiply(a).add(opposite.multiply(b));
        angle = angle.add(series(LongDivision.floor(n, d, f), f));
        return Approximation.of(small ? angle : DyadicPi.at(f - 1).subtract(angle), 12, -f);
    }

    /** A number near atan(x); 0 is near enough for small x. */
    private static Dyadic seed(Dyadic x, int working) {
        return x.top() < -60 ? Dyadic.ZERO : atan(x.round(working / 5, Rounding.DOWN), working / 5).lower();
    }

    /**
     * Units are 2^-F. N or D is x or 1/x, off by less than 1, and the other is 1; sin y and cos y, with a relative error below 2^-(F+2) and
     * floored, are off by less than 2. So numerator and denominator are off by less than 1 + 2 + 2 + 1 = 6 (with their floor). The
     * denominator is at least 0.99 as |t| <= 1/8 (checked) and (D + iN) has at least the size 1. So t is off by less than
     * 6 (1 + 1/8) / 0.98 + 1 < 8; the series adds 2 and the floor of y adds 1.
     */
    private static Approximation bySeed(Dyadic x, int working, int f) {
        Dyadic y = seed(x, working);
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
        BigInteger t = LongDivision.floor(numerator, denominator, f);
        return Approximation.of(DyadicExp.shift(y.mantissa(), (long) y.exponent() + f).add(series(t, f)), 12, -f);
    }

    private static BigInteger fixed(Approximation y, int f) {
        return DyadicExp.shift(y.value(), y.exponent() + f);
    }

    /** floor(2^f / x) for x >= 1. */
    private static BigInteger inverse(Dyadic x, int f) {
        long places = (long) f - x.exponent();
        return places < 0 ? BigInteger.ZERO : LongDivision.floor(BigInteger.ONE, x.mantissa(), Math.toIntExact(places));
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
        if (t.bitLength() > f - 3) {
            throw new IllegalStateException("the reduction of an arc tangent left 2^" + (t.bitLength() - f) + ", more than 1/8");
        }
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
