package org.apodix.enclosure;

import java.math.BigInteger;
import java.util.function.IntFunction;

/**
 * The natural logarithm of a positive dyadic number.
 *
 * <p>Write x = m 2^k with 3/4 <= m < 3/2; then |log x| > 2^-2 unless k = 0.
 * <ul>
 * <li>{@link #byTables}: m is multiplied by three short numbers, whose logarithms are in tables, so that t = m r_0 r_1 r_2 - 1 is small;
 * log x = k ln 2 - log r_0 - log r_1 - log r_2 + log(1 + t). This identity is exact.
 * <li>{@link #bySeed}, for thousands of bits: y is any number near log m (its quality affects the cost alone) and t = m exp(-y) - 1, so
 * that log x = k ln 2 + y + log(1 + t).
 * <li>{@link #near}: for k = 0 and |m - 1| < 2^-16, directly 2 atanh(t / (2 + t)) with t = x - 1, in units relative to
 * t, so that no accuracy is lost however close to 1 the number is.
 * <li>{@link #nearest}: for |t| < 2^(-bits-2), from t - t^2 < log(1 + t) < t.
 * </ul>
 */
final class DyadicLog {

    private DyadicLog() { }

    /** The neighbours of log(x), x > 0, with the given number of bits; the point 0 for x = 1. */
    static DyadicInterval log(Dyadic x, int bits) {
        if (x.isInfinite()) {
            return DyadicInterval.ENTIRE; // the logarithms near an infinite end; only the upper bound is of use
        }
        IntFunction<Approximation> at = method(x, bits);
        if (at != null) {
            return Approximation.enclose(at, bits);
        }
        Dyadic t = x.minus(Dyadic.ONE);
        return t.signum() == 0 ? DyadicInterval.point(Dyadic.ZERO) : nearest(t, bits);
    }

    /** An approximation with {@code bits} + {@code guard} bits, or null for an x next to 1. */
    static Approximation approximate(Dyadic x, int bits, int guard) {
        IntFunction<Approximation> at = method(x, bits);
        return at == null ? null : at.apply(bits + guard);
    }

    /** How to approximate log(x) with any number of bits from {@code bits} on; null for |x - 1| < 2^(-bits-2). */
    private static IntFunction<Approximation> method(Dyadic x, int bits) {
        int top = x.top();
        // compare with 3/4 of the power of two above x
        int k = x.compareTo(Dyadic.of(3).shift(top - 2L)) < 0 ? top - 1 : top;
        int loss = 2; // |log x| > 2^-2, or 2^-loss in the case k = 0
        if (k == 0) {
            Dyadic t = x.minus(Dyadic.ONE);
            if (t.signum() == 0 || t.top() <= -bits - 2) {
                return null;
            }
            if (t.top() <= -16) {
                return working -> near(t, working);
            }
            loss = 2 - t.top();
        }
        Dyadic m = x.shift(-k);
        int extra = loss;
        return working -> general(m, k, working + extra);
    }

    /**
     * log(1 + t) for 0 < |t| < 2^(-bits-2): it is below t, and above t - t^2 since for t = -u < 0 the series gives
     * u + u^2/2 + u^3/3 + ... < u + u^2 when u <= 1/2, and for t > 0 it is above t - t^2/2. (A factor near 2 is to spare,
     * so that the rounding of the square does not decide.)
     */
    static DyadicInterval nearest(Dyadic t, int bits) {
        Dyadic square = Dyadic.product(t, t, 8, Rounding.UP);
        return DyadicInterval.ordered(
                Dyadic.sum(t, square.negate(), bits, Rounding.DOWN), t.round(bits, Rounding.UP));
    }

    /**
     * Units are 2^-(F+q) with 2^-q the size of t: T = floor(t 2^(q+F)) and D = floor((2 + t) 2^F) are off by less than
     * 1, so that S = floor(T 2^F / D), with |T| <= 2^F and D > 2^F, is off from t/(2+t) by less than 3 units; atanh
     * then adds at most 5 ({@link #atanh}) and stretches the 3 by less than 1.1. Twice that is below 17; and |S| >=
     * 2^(F-3).
     */
    private static Approximation near(Dyadic t, int working) {
        int f = FixedPoint.roundUp(working + 8);
        int q = -t.top();
        BigInteger numerator = DyadicExp.shift(t.mantissa(), (long) t.exponent() + q + f);
        BigInteger denominator = DyadicExp.shift(t.mantissa(), (long) t.exponent() + f)
                .add(BigInteger.ONE.shiftLeft(f + 1));
        BigInteger s = LongDivision.floor(numerator, denominator, f);
        return Approximation.of(atanh(s, q, f).shiftLeft(1), 17, -(long) f - q);
    }

    private static Approximation general(Dyadic m, int k, int working) {
        int f = FixedPoint.roundUp(working + 8);
        return f <= FixedPoint.MAX_TABLE_BITS ? byTables(m, k, f) : bySeed(m, k, working);
    }

    /**
     * Units are 2^-F. M = floor(m 2^F) is off by less than 1, which moves log by less than 4/3; all products are exact. The three
     * logarithms are off by less than 2 each, twice atanh of the floored quotient by less than 2 (1.1 + 5), and k ln 2 by at most 2 |k|:
     * less than 20 + 2 |k| in all.
     *
     * <p>The choice of r_0 = i/256, r_1 = 1 - j/2^14, r_2 = 1 - l/2^20 affects the cost alone; it is made for h = floor(2^48 m) in place of
     * m. With c = floor(256 m) from 192 to 383 and i next to 2^17 / (2c + 1), so from 171 to 340, m r_0 is off from 1 by less than 1/385 +
     * 1/341 < 2^-7; j = floor(2^14 t) is from -91 to 90, and leaves -2^-14 < t < 2^-14; l = floor(2^20 t) is from -64 to 63, and leaves
     * |t| < 2^-19.
     */
    private static Approximation byTables(Dyadic m, int k, int f) {
        BigInteger scaled = DyadicExp.shift(m.mantissa(), (long) m.exponent() + f);
        long h = DyadicExp.shift(scaled, 48L - f).longValue();
        int c = (int) (h >> 40);
        int i = ((1 << 18) / (2 * c + 1) + 1) / 2;
        h *= i;
        int j = (int) (h >> 56 - 14) - (1 << 14);
        h = (h >> 8) * ((1 << 14) - j);
        int l = (int) (h >> 62 - 20) - (1 << 20);
        BigInteger product = scaled.multiply(BigInteger.valueOf((long) i * ((1 << 14) - j) * ((1 << 20) - l)));
        FixedPoint tables = FixedPoint.at(f);
        BigInteger one = BigInteger.ONE.shiftLeft(f + 42);
        BigInteger s = LongDivision.floor(product.subtract(one), product.add(one), f);
        BigInteger value = atanh(s, 0, f).shiftLeft(1)
                .subtract(tables.logarithm(i - 128, i, 256))
                .subtract(tables.logarithm(256 + 128 + j, (1 << 14) - j, 1 << 14))
                .subtract(tables.logarithm(512 + 128 + l, (1 << 20) - l, 1 << 20));
        if (k != 0) {
            value = value.add(DyadicLn2.at(f).multiply(BigInteger.valueOf(k)));
        }
        return Approximation.of(value, 20 + 2L * Math.abs(k), -f);
    }

    /**
     * Units are 2^-F. M = floor(m 2^F) is off by less than 1; with exp(-y) < 1.6 known up to a units, the product M
     * exp(-y) is off by less than 1.6 + 1.5 a + 1 <= p = 3 + 2 a, which moves log by less than 1.2 p as |t| <= 1/8
     * (checked; so exp(-y) = (1 + t) / m < 1.6 too). The term log(1 + t) = 2 atanh(t / (2 + t)) adds at most 13 (the floored quotient 1,
     * doubled and stretched 2.2; atanh 2 (5)), the floor of y adds 1, and k ln 2 adds 2 |k|, which is small beside |log x| > |k| / 4.
     */
    private static Approximation bySeed(Dyadic m, int k, int working) {
        int few = working / 5; // a fifth of the digits first makes the series short
        Dyadic y = log(m.round(few, Rounding.DOWN), few).lower();
        int f = FixedPoint.roundUp(working + 10);
        Approximation power = DyadicExp.approximate(y.negate(), f - 6);
        int scale = (int) power.exponent();
        BigInteger one = BigInteger.ONE.shiftLeft(f);
        BigInteger scaled = DyadicExp.shift(m.mantissa(), (long) m.exponent() + f);
        BigInteger t = DyadicExp.shift(scaled.multiply(power.value()), scale).subtract(one);
        if (t.bitLength() > f - 3) {
            throw new IllegalStateException(
                    "the seed of the log of " + m.toDouble(Rounding.DOWN) + " is off by more than 1/8");
        }
        BigInteger a = DyadicExp.shift(power.error(), (long) scale + f).add(BigInteger.ONE);
        BigInteger error = a.multiply(BigInteger.valueOf(4)).add(BigInteger.valueOf(24 + 2L * Math.abs(k)));
        BigInteger s = LongDivision.floor(t, t.add(one.shiftLeft(1)), f);
        BigInteger value = atanh(s, 0, f).shiftLeft(1).add(DyadicExp.shift(y.mantissa(), (long) y.exponent() + f));
        if (k != 0) {
            value = value.add(DyadicLn2.at(f).multiply(BigInteger.valueOf(k)));
        }
        return new Approximation(value, error, -f);
    }

    /**
     * atanh(s) in units u = 2^-(F+q), for |s| = |S| u < 1/2: off by at most 5 units.
     *
     * <p>atanh(s) = s (1 + z A), z = s^2, A = 1/3 + z/5 + z^2/7 + ... Let Z = floor(z 2^F), below z by less than one
     * unit of 2^-F, and z < 1/4. Horner's rule A_n = floor(2^F/(2n+1)) + floor(Z A_(n+1) 2^-F) has an error e' <= 1 + 1
     * + 1/2 + e/4, at most 10/3; the terms left out are below z^N / (1 - z) <= 4/3 of 2^-F by the choice of N, before
     * the last factor z. So z A is off by less than (10/3 + 4/3)/4 + 1/2 + 1 < 3 and S z A 2^-F by less than 3/2 + 1 <
     * 5.
     */
    private static BigInteger atanh(BigInteger s, int q, int f) {
        BigInteger z = s.multiply(s).shiftRight(f + 2 * q);
        if (z.signum() == 0) {
            return s; // s z A is below half a unit, as z is below one
        }
        BigInteger a = BigInteger.ZERO;
        for (int n = f / (f - z.bitLength()) + 1; n >= 1; n--) { // z < 2^(z.bitLength() - f)
            a = FixedPoint.inverse(f, 2 * n + 1).add(z.multiply(a).shiftRight(f));
        }
        return s.add(s.multiply(z.multiply(a).shiftRight(f)).shiftRight(f));
    }
}
