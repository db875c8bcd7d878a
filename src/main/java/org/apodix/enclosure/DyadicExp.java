package org.apodix.enclosure;

import java.math.BigInteger;

/**
 * The exponential function of a dyadic number.
 *
 * <p>Proof of the bound of {@link #approximate}. All quantities are integers at scale 2^-F (units). Let x = k ln 2 + r with
 * k = floor(X / L), where X = floor(x 2^F) and L = floor(ln 2 * 2^F) up to one unit below, so that r = X - k L is in [0, L) and is off by
 * at most 1 + 2|k| units. Let y = floor(r / 2^s), off from its true value by d = 1 + (1 + 2|k|) 2^-s units.
 * <ul>
 * <li>Series: y < 2^-s, s >= 2. Horner's rule S = 1 + floor(floor(y S) / n), n = N-1 .. 1, has an error e' <= (y/n) e + 1/n + 1 <= e/4 + 2, so
 * at most 8/3 units, all downwards. The terms left out are below 2 y^N/N! <= 2 * 2^(-sN) / N! <= 1 unit by the choice of N.
 * <li>The error of y multiplies exp by at most exp(d 2^-F), less than 2 d units for exp(y) < 4/3 and d 2^-F < 1/4.
 * <li>Together S is off from exp(true y) by less than 4 + 2d units, relatively too, since exp(y) >= 1.
 * <li>Squaring s times: with a relative error u before, after it is at most 2u + u^2 + 1 unit for the floor (values are >= 1 up to
 * that error). As u stays below 2^-16, this gives at most 2^s (u + 1 unit) (1 + 2^-10).
 * </ul>
 * The result is below 2 (1 + 2^-10), so its error is at most 2 (1 + 2^-9) 2^s (5 + 2d) < 2^s * 15 + 9 (1 + 2|k|) + ... units;
 * {@code 16 * 2^s + 16 (1 + 2 |k|)} covers it, and F exceeds the asked precision by the bits of that.
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
            return x.signum() > 0
                    ? DyadicInterval.ordered(beyond(bits, Rounding.DOWN), Dyadic.POSITIVE_INFINITY)
                    : DyadicInterval.ordered(Dyadic.ZERO, x.isInfinite() ? Dyadic.ZERO : below(bits));
        }
        if (x.top() < -bits) {
            return nearOne(x.signum(), bits);
        }
        return Approximation.enclose(working -> approximate(x, working), bits);
    }

    private static Dyadic beyond(int bits, Rounding rounding) {
        return Dyadic.rounded(BigInteger.ONE, Dyadic.MAX_EXPONENT, bits, rounding);
    }

    private static Dyadic below(int bits) {
        return Dyadic.rounded(BigInteger.ONE, -Dyadic.MAX_EXPONENT - 2L, bits, Rounding.UP);
    }

    /**
     * For 0 < |x| < 2^(-bits-1): |exp(x) - 1| < 2|x| < 2^-bits, and the neighbours of 1 are 1 + 2^(1-bits) and 1 - 2^-bits.
     */
    private static DyadicInterval nearOne(int sign, int bits) {
        BigInteger one = BigInteger.ONE.shiftLeft(bits);
        return sign > 0
                ? DyadicInterval.ordered(Dyadic.ONE, Dyadic.of(one.add(BigInteger.TWO), -bits))
                : DyadicInterval.ordered(Dyadic.of(one.subtract(BigInteger.ONE), -bits), Dyadic.ONE);
    }

    /** For |x| < 2^25, with a relative error of about 2^-working. */
    static Approximation approximate(Dyadic x, int working) {
        int s = 2 + (int) Math.sqrt(working) / 2;
        int f = working + s + Math.max(0, x.top()) + 8;
        BigInteger scaled = shift(x.mantissa(), (long) x.exponent() + f);
        BigInteger ln2 = DyadicLn2.at(f);
        BigInteger[] parts = scaled.divideAndRemainder(ln2);
        if (parts[1].signum() < 0) {
            parts[0] = parts[0].subtract(BigInteger.ONE);
            parts[1] = parts[1].add(ln2);
        }
        long k = parts[0].longValueExact();
        BigInteger y = parts[1].shiftRight(s);
        BigInteger one = BigInteger.ONE.shiftLeft(f);
        BigInteger sum = one;
        for (int n = terms(f, s) - 1; n >= 1; n--) {
            sum = one.add(y.multiply(sum).shiftRight(f).divide(BigInteger.valueOf(n)));
        }
        for (int i = 0; i < s; i++) {
            sum = sum.multiply(sum).shiftRight(f);
        }
        BigInteger error = BigInteger.valueOf(16 * (1 + 2 * Math.abs(k))).add(BigInteger.ONE.shiftLeft(s + 4));
        return new Approximation(sum, error, k - f);
    }

    /** The least N with s N + log2(N!) >= f + 1, where the logarithm is taken from below. */
    private static int terms(int f, int s) {
        long sum = 0;
        int n = 0;
        while (sum < f + 1) {
            n++;
            sum += s + 31 - Integer.numberOfLeadingZeros(n);
        }
        return n;
    }

    /** floor(m 2^places); a shift far below the last bit costs nothing. */
    static BigInteger shift(BigInteger m, long places) {
        return places >= 0 ? m.shiftLeft(Math.toIntExact(places)) : m.shiftRight((int) Math.min(-places, Integer.MAX_VALUE));
    }
}
