package org.apodix.enclosure;

import java.math.BigInteger;

/**
 * The exponential function of a dyadic number.
 *
 * <p>All quantities are integers at scale 2^F; one unit is 2^-F. Reduction: x = k ln 2 + r with X = floor(x 2^F), L <=
 * 2^F ln 2 < L + 2, k = floor(X / L), R = X - k L in [0, L). Then R is off from r by less than d = 1 + 2 |k| units. Two
 * ways follow.
 *
 * <p><b>Tables</b> ({@link #byTables}). R is cut, exactly, into three digits of 7 bits and a rest y < 2^-21, so that
 * exp(r) is the product of three table entries A < 2, B < 1.01, C < 1.01, each less than 2 units low, and of exp(y).
 * Horner's rule S = c_n + floor(y S), with c_n = floor(2^F / n!), has an error e' <= 2^-21 e + 1 + 1, below 2.1 units;
 * the terms left out are below 2 y^N / N! <= 1 unit by the choice of N; an error d of y moves exp(y) by less than 1.01
 * d. So S is off by less than 3.1 + 1.01 d. The floored products are off by less than 2 (1.01) + 2 (2) + 1.1 < 7.2 for
 * A B, 7.2 (1.01) + 2 (2.02) + 1.1 < 12.5 for A B C, and 12.5 (1.01) + 2.05 (3.1 + 1.01 d) + 1.1 < 21 + 2.1 d <= 24 + 5
 * |k| in the end. (The products of two errors are below 0.1 units.)
 *
 * <p><b>Squaring</b> ({@link #bySquaring}). Y = floor(R / 2^s) is off by less than d' = 1 + d 2^-s units, Y < 2^-s and
 * s >= 2. The series, in blocks of m terms (Smith 1989), is T = y^i + floor(T / n) for n = N, N-1, .. 1 and i = (n-1)
 * mod m, where T becomes floor(y^m T) before i = m-1. The powers y^i are off by at most 4/3 units and y^0, y^1 by none,
 * so the errors e of T obey e' <= 4/3 + 1 + e/2 <= 14/3 down to n = 3, then 1 + e/2 <= 10/3 and 1 + 10/3 < 4.4; a block
 * change keeps e <= 14/3, as e/16 + 4/3 (4/3) + 1 is. The terms left out are below 1 unit; the error of Y moves exp by
 * less than 1.3 d'. So T is off by less than u = 5.4 + 1.3 d' units, relatively too since exp(y) >= 1. Squaring turns a
 * relative error of u units into at most 2u + u^2 2^-F + 1 (the floor), so s squarings end below 2^s (u + 1) (1 +
 * 2^-8), as u 2^s < 2^(F/2). The result is below 2.01, so it is off by less than 2.03 (2^s (7.7) + 1.3 d) < 16 * 2^s +
 * 4 + 8 |k|.
 */
final class DyadicExp {

    private DyadicExp() { }

    /** The two neighbours of exp(x) with the given number of bits; the point 1 for x = 0; limits for infinite x. */
    static DyadicInterval exp(Dyadic x, int bits) {
        if (x.signum() == 0) {
            return DyadicInterval.point(Dyadic.ONE);
        }
        // |x| >= 2^25 > 2^24 ln 2: the leading bit is outside the range of Dyadic
        if (x.isInfinite() || x.top() > 25) {
            return outside(x, bits);
        }
        if (x.top() < -bits) {
            return nearOne(x.signum(), bits);
        }
        return Approximation.enclose(working -> approximate(x, working), bits);
    }

    private static DyadicInterval outside(Dyadic x, int bits) {
        if (x.signum() > 0) {
            Dyadic largest = Dyadic.rounded(BigInteger.ONE, Dyadic.MAX_EXPONENT, bits, Rounding.DOWN);
            return DyadicInterval.ordered(largest, Dyadic.POSITIVE_INFINITY);
        }
        Dyadic smallest = Dyadic.rounded(BigInteger.ONE, -Dyadic.MAX_EXPONENT - 2L, bits, Rounding.UP);
        return DyadicInterval.ordered(Dyadic.ZERO, smallest);
    }

    /**
     * For 0 < |x| < 2^(-bits-1): |exp(x) - 1| < 2|x| < 2^-bits, and the neighbours of 1 are 1 + 2^(1-bits) and 1 -
     * 2^-bits.
     */
    private static DyadicInterval nearOne(int sign, int bits) {
        BigInteger one = BigInteger.ONE.shiftLeft(bits);
        return sign > 0
                ? DyadicInterval.ordered(Dyadic.ONE, Dyadic.of(one.add(BigInteger.TWO), -bits))
                : DyadicInterval.ordered(Dyadic.of(one.subtract(BigInteger.ONE), -bits), Dyadic.ONE);
    }

    /** For |x| < 2^25, with a relative error below 2^-working. */
    static Approximation approximate(Dyadic x, int working) {
        int f = FixedPoint.roundUp(working + 6 + Math.max(0, x.top()));
        return f <= FixedPoint.MAX_TABLE_BITS ? byTables(x, f) : bySquaring(x, working);
    }

    private static Approximation byTables(Dyadic x, int f) {
        BigInteger[] reduced = reduce(x, f);
        int k = reduced[0].intValueExact();
        BigInteger r = reduced[1];
        int digits = r.shiftRight(f - 3 * FixedPoint.STEP).intValue();
        BigInteger y = r.subtract(BigInteger.valueOf(digits).shiftLeft(f - 3 * FixedPoint.STEP));
        FixedPoint tables = FixedPoint.at(f);
        BigInteger[] coefficients = tables.inverseFactorials();
        BigInteger sum = coefficients[coefficients.length - 1];
        for (int n = coefficients.length - 2; n >= 0; n--) {
            sum = y.multiply(sum).shiftRight(f).add(coefficients[n]);
        }
        int mask = (1 << FixedPoint.STEP) - 1;
        for (int level = 0; level < 3; level++) {
            int digit = digits >> FixedPoint.STEP * (2 - level) & mask;
            if (digit != 0) {
                sum = sum.multiply(tables.exponential(level, digit)).shiftRight(f);
            }
        }
        return Approximation.of(sum, 24 + 5L * Math.abs(k), (long) k - f);
    }

    /** For |x| < 2^25, with a relative error below 2^-working, at any precision. */
    static Approximation bySquaring(Dyadic x, int working) {
        int s = 2 + (int) (1.5 * Math.cbrt(working)); // balances squarings against terms
        int f = FixedPoint.roundUp(working + s + 6 + Math.max(0, x.top()));
        BigInteger[] reduced = reduce(x, f);
        int k = reduced[0].intValueExact();
        BigInteger sum = series(reduced[1].shiftRight(s), f, terms(f, s));
        for (int i = 0; i < s; i++) {
            sum = sum.multiply(sum).shiftRight(f);
        }
        BigInteger error = BigInteger.ONE.shiftLeft(s + 4).add(BigInteger.valueOf(4 + 8L * Math.abs(k)));
        return new Approximation(sum, error, (long) k - f);
    }

    /** The sum of y^n / n! for n below some multiple of m that is at least {@code terms}. */
    private static BigInteger series(BigInteger y, int f, int terms) {
        int m = Math.max(2, (int) Math.sqrt(terms));
        BigInteger[] powers = new BigInteger[m + 1];
        powers[0] = BigInteger.ONE.shiftLeft(f);
        powers[1] = y;
        for (int i = 2; i <= m; i++) {
            powers[i] = powers[i - 1].multiply(y).shiftRight(f);
        }
        BigInteger sum = BigInteger.ZERO;
        for (int n = (terms + m - 1) / m * m; n >= 1; n--) {
            int i = (n - 1) % m;
            if (i == m - 1) {
                sum = powers[m].multiply(sum).shiftRight(f);
            }
            sum = powers[i].add(sum.divide(BigInteger.valueOf(n)));
        }
        return sum;
    }

    /**
     * The least N with s N + log2(N!) >= f + 1, where the logarithm is taken from below; then 2 * 2^(-sN) / N! is at
     * most a unit.
     */
    private static int terms(int f, int s) {
        long sum = 0;
        int n = 0;
        while (sum < f + 1) {
            n++;
            sum += s + 31 - Integer.numberOfLeadingZeros(n);
        }
        return n;
    }

    /** The k and R of the reduction. */
    private static BigInteger[] reduce(Dyadic x, int f) {
        BigInteger scaled = shift(x.mantissa(), (long) x.exponent() + f);
        BigInteger ln2 = DyadicLn2.at(f);
        if (scaled.signum() >= 0 && scaled.compareTo(ln2) < 0) {
            return new BigInteger[] {BigInteger.ZERO, scaled};
        }
        BigInteger[] parts = scaled.divideAndRemainder(ln2);
        if (parts[1].signum() < 0) {
            parts[0] = parts[0].subtract(BigInteger.ONE);
            parts[1] = parts[1].add(ln2);
        }
        return parts;
    }

    /** floor(m 2^places); a shift far below the last bit costs nothing. */
    static BigInteger shift(BigInteger m, long places) {
        return places >= 0 ? m.shiftLeft(Math.toIntExact(places)) : m.shiftRight((int) Math.min(-places, Integer.MAX_VALUE));
    }
}
