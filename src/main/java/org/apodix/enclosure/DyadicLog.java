package org.apodix.enclosure;

import java.math.BigInteger;

/**
 * The natural logarithm of a positive dyadic number.
 *
 * <p>Write x = m 2^k with 3/4 <= m < 3/2; then |log x| > 2^-2 unless k = 0.
 * <ul>
 * <li>{@link #general}: y is any number near log m (its quality affects the cost alone) and t = m exp(-y) - 1, so that
 * log x = k ln 2 + y + 2 atanh(t / (2 + t)). This identity is exact.
 * <li>{@link #near}: for k = 0 and |m - 1| < 2^-16, directly 2 atanh(t / (2 + t)) with t = x - 1, in units relative to t, so that no
 * accuracy is lost however close to 1 the number is.
 * <li>{@link #nearest}: for |t| < 2^(-bits-2), from t - t^2 < log(1 + t) < t.
 * </ul>
 */
final class DyadicLog {

    private DyadicLog() { }

    /** The neighbours of log(x), x > 0, with the given number of bits; the point 0 for x = 1. */
    static DyadicInterval log(Dyadic x, int bits) {
        if (x.isInfinite()) {
            return DyadicInterval.ordered(Dyadic.of(1), Dyadic.POSITIVE_INFINITY);
        }
        int top = x.top();
        if (top == 0 || top == 1) {
            Dyadic t = x.minus(Dyadic.ONE);
            if (t.signum() == 0) {
                return DyadicInterval.point(Dyadic.ZERO);
            }
            if (t.top() <= -bits - 2) {
                return nearest(t, bits);
            }
            if (t.top() <= -16) {
                return Approximation.enclose(working -> near(t, working), bits);
            }
        }
        // compare with 3/4 of the power of two above x
        int k = x.compareTo(Dyadic.of(BigInteger.valueOf(3), top - 2L)) < 0 ? top - 1 : top;
        Dyadic m = x.shift(-k);
        double seed = StrictMath.log(m.toDouble(Rounding.DOWN));
        // |log x| > 2^-2 unless k = 0, and then |log x| > |m - 1| / 2 > 2^-18
        int loss = k == 0 ? 18 : 2;
        return Approximation.enclose(working -> general(m, k, Dyadic.ofExact(seed), working + loss), bits);
    }

    /**
     * log(1 + t) for 0 < |t| < 2^(-bits-2): it is below t, and above t - t^2 since for t = -u < 0 the series gives
     * u + u^2/2 + u^3/3 + ... < u + u^2 when u <= 1/2, and for t > 0 it is above t - t^2/2.
     */
    private static DyadicInterval nearest(Dyadic t, int bits) {
        Dyadic square = Dyadic.product(t, t, 8, Rounding.UP);
        return DyadicInterval.ordered(
                Dyadic.sum(t, square.negate(), bits, Rounding.DOWN), t.round(bits, Rounding.UP));
    }

    /**
     * Units are 2^-(F+q) with 2^-q the size of t: T = floor(t 2^(q+F)) and D = floor((2 + t) 2^F) are off by less than 1, so that
     * S = floor(T 2^F / D), with |T| <= 2^F and D > 2^F, is off from t/(2+t) by less than 3 units; atanh then adds at most 5
     * ({@link #atanh}) and stretches the 3 by less than 1.1. Twice that is below 17; and |S| >= 2^(F-3).
     */
    private static Approximation near(Dyadic t, int working) {
        int f = FixedPoint.roundUp(working + 8);
        int q = -t.top();
        BigInteger numerator = DyadicExp.shift(t.mantissa(), (long) t.exponent() + q + f);
        BigInteger denominator = DyadicExp.shift(t.mantissa(), (long) t.exponent() + f)
                .add(BigInteger.ONE.shiftLeft(f + 1));
        BigInteger s = numerator.shiftLeft(f).divide(denominator);
        return Approximation.of(atanh(s, q, f).shiftLeft(1), 17, -(long) f - q);
    }

    /**
     * Units are 2^-F. M = floor(m 2^F) is off by less than 1; with exp(-y) < 1.6 known up to a units, the product M exp(-y) is
     * off by less than 1.6 + 1.5 a + 1 <= p = 3 + 2 a, which moves log by less than 1.2 p as |t| <= 1/8 (checked; so exp(-y) = (1 + t) / m
     * < 1.6 too). The division is off by less than 1, so the term 2 atanh by less than 1.2 p + 2.2 + 10. The floor of y adds 1, and
     * k ln 2 adds 2 |k|, which is small beside |log x| > |k| / 4.
     */
    private static Approximation general(Dyadic m, int k, Dyadic y, int working) {
        int f = FixedPoint.roundUp(working + 8);
        Approximation power = DyadicExp.approximate(y.negate(), f);
        int scale = (int) power.exponent();
        BigInteger scaled = DyadicExp.shift(m.mantissa(), (long) m.exponent() + f);
        BigInteger t = DyadicExp.shift(scaled.multiply(power.value()), scale).subtract(BigInteger.ONE.shiftLeft(f));
        if (t.bitLength() > f - 3) {
            throw new IllegalStateException("the platform's log of " + m.toDouble(Rounding.DOWN) + " is off by more than 1/8");
        }
        BigInteger s = t.shiftLeft(f).divide(t.add(BigInteger.ONE.shiftLeft(f + 1)));
        BigInteger a = DyadicExp.shift(power.error(), (long) scale + f).add(BigInteger.ONE);
        BigInteger error = a.multiply(BigInteger.valueOf(4)).add(BigInteger.valueOf(24 + 2L * Math.abs(k)));
        BigInteger value = atanh(s, 0, f).shiftLeft(1)
                .add(DyadicExp.shift(y.mantissa(), (long) y.exponent() + f))
                .add(DyadicLn2.at(f).multiply(BigInteger.valueOf(k)));
        return new Approximation(value, error, -f);
    }

    /**
     * atanh(s) in units u = 2^-(F+q), for |s| = |S| u < 1/2: off by at most 5 units.
     *
     * <p>atanh(s) = s (1 + z A), z = s^2, A = 1/3 + z/5 + z^2/7 + ... Let Z = floor(z 2^F), below z by less than one unit of 2^-F, and z < 1/4.
     * Horner's rule A_n = floor(2^F/(2n+1)) + floor(Z A_(n+1) 2^-F) has an error e' <= 1 + 1 + 1/2 + e/4, at most 10/3; the terms
     * left out are below z^(N+1) / (1 - z) <= 4/3 of 2^-F by the choice of N, before the last factor z. So z A is off by less than
     * (10/3 + 4/3)/4 + 1/2 + 1 < 3 and S z A 2^-F by less than 3/2 + 1 < 5.
     */
    private static BigInteger atanh(BigInteger s, int q, int f) {
        BigInteger z = s.multiply(s).shiftRight(f + 2 * q);
        if (z.signum() == 0) {
            return s; // z A < 1/2 unit
        }
        int smallness = f - z.bitLength(); // z < 2^-smallness
        BigInteger one = BigInteger.ONE.shiftLeft(f);
        FixedPoint tables = f <= FixedPoint.MAX_TABLE_BITS ? FixedPoint.at(f) : null;
        BigInteger a = BigInteger.ZERO;
        for (int n = f / Math.max(1, smallness) + 1; n >= 1; n--) {
            a = inverseOdd(tables, n, one).add(z.multiply(a).shiftRight(f));
        }
        return s.add(s.multiply(z.multiply(a).shiftRight(f)).shiftRight(f));
    }

    private static BigInteger inverseOdd(FixedPoint tables, int n, BigInteger one) {
        BigInteger known = tables == null ? null : tables.inverseOdd(n);
        return known != null ? known : one.divide(BigInteger.valueOf(2L * n + 1));
    }
}
