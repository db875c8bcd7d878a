package org.apodix.enclosure;

import java.math.BigInteger;

/**
 * The error function erf(y) = (2 / sqrt(pi)) int_0^y e^(-t^2) dt and erfc = 1 - erf, at y = x or at y = x / sqrt(2), where
 * they are the standard normal distribution: its tail is erfc(x / sqrt 2) / 2.
 *
 * <p>Both are computed from u = y^2, which is a dyadic number in either case, and from the lead 2y / sqrt(pi) = c x with c
 * = 2 / sqrt(pi) or c = sqrt(2 / pi). Used for x > 0:
 * <ul>
 * <li>{@link #series}: erf(y) = c x e^(-u) (1 + 2u/3 + (2u)^2/15 + ...), all terms positive (NIST DLMF 7.6.2).
 * <li>{@link #asymptotic}: erfc(y) = c x e^(-u) / (2u) (1 - 1/(2u) + 3/(2u)^2 - ...), where the error is smaller than the
 * first term left out (DLMF 7.12(ii)), for u large against the precision; otherwise erfc(y) = 1 - erf(y) with erf at a
 * precision raised by the digits that cancel. {@link Approximation#enclose} sees an honest error in each case.
 * <li>0 < erfc(y) < e^(-u) for y > 0, which decides all arguments with u >= bits without a series.
 * </ul>
 * The values are not known to be irrational; if one were a number of the given bits, the enclosure would not be a point.
 */
final class DyadicErf {

    /** erf and erfc of x. */
    static final DyadicErf PLAIN = new DyadicErf(0);
    /** erf and erfc of x / sqrt(2). */
    static final DyadicErf NORMAL = new DyadicErf(1);

    private final int half;
    private final DyadicConstant lead;

    /** @param half 0 for u = x^2, 1 for u = x^2 / 2 */
    private DyadicErf(int half) {
        this.half = half;
        // c^2 = 2^(2-half) / pi; pi from above gives a lower bound, low by less than 2^3 units
        lead = new DyadicConstant(n -> DyadicSqrt.floorSqrtAndRemainder(BigInteger.ONE.shiftLeft(3 * n + 10 - half)
                .divide(DyadicPi.at(n + 8).add(BigInteger.TWO)))[0]);
    }

    /** The neighbours of erf(y) with the given number of bits; the point 0 for x = 0; the limits for infinite x. */
    DyadicInterval erf(Dyadic x, int bits) {
        if (x.signum() == 0) {
            return DyadicInterval.point(x);
        }
        if (x.signum() < 0) {
            return DyadicNear.negate(erf(x.negate(), bits));
        }
        if (squareIsAtLeast(x, bits)) {
            return DyadicNear.belowOne(bits);
        }
        return Approximation.enclose(working -> approximate(x, working), bits);
    }

    /** Whether x != 0 is neither so small nor so large that erf or erfc is next to a known number. */
    boolean isModerate(Dyadic x, int bits) {
        return x.top() >= -bits - 1 && !squareIsAtLeast(x, bits);
    }

    /** erf(y) for x > 0, u below about 1.5 times the precision. */
    Approximation approximate(Dyadic x, int working) {
        return erf(x, square(x, working), working);
    }

    /** erfc(y), in the same range of |x|. */
    Approximation approximateComplement(Dyadic x, int working) {
        return x.signum() > 0 ? erfc(x, square(x, working), working) : complement(approximate(x.negate(), working), 1);
    }

    /** All c e^(-u), the derivative of erf(y) by x. */
    DyadicInterval slope(DyadicArithmetic few, DyadicInterval x) {
        Dyadic low = Dyadic.of(lead.at(few.bits()), -few.bits());
        DyadicInterval c = few.enclose(DyadicInterval.of(low, low.plus(Dyadic.ONE.shift(1L - few.bits()))));
        DyadicInterval u = few.square(x);
        return few.multiply(c, few.exp(DyadicInterval.ordered(u.upper().shift(-half).negate(), u.lower().shift(-half).negate())));
    }

    /** The neighbours of erfc(y) with the given number of bits; the point 1 for x = 0; the limits for infinite x. */
    DyadicInterval erfc(Dyadic x, int bits) {
        if (x.signum() == 0) {
            return DyadicInterval.point(Dyadic.ONE);
        }
        boolean large = squareIsAtLeast(x, bits);
        if (x.signum() < 0) {
            if (large) { // 2 - e^-bits < erfc < 2
                DyadicInterval one = DyadicNear.belowOne(bits);
                return DyadicInterval.ordered(one.lower().shift(1), one.upper().shift(1));
            }
            return x.top() < -bits - 1 // erf is below 1.2 |x| < 2^-bits
                    ? DyadicNear.aboveOne(bits)
                    : Approximation.enclose(working -> approximateComplement(x, working), bits);
        }
        if (large && squareIsAtLeast(x, 1 << 25)) { // e^(-2^25) is below the range
            return DyadicInterval.ordered(Dyadic.ZERO,
                    Dyadic.rounded(BigInteger.ONE, -Dyadic.MAX_EXPONENT - 2L, bits, Rounding.UP));
        }
        return x.top() < -bits - 1
                ? DyadicNear.belowOne(bits)
                : Approximation.enclose(working -> approximateComplement(x, working), bits);
    }

    /** Proves u >= n; false near n too. (Rounded up it would prove u >= n (1 - 2^-62), which serves as well: e^(-u) < 2^-n with much to spare.) */
    private boolean squareIsAtLeast(Dyadic x, int n) {
        return Dyadic.product(x, x, 64, Rounding.DOWN).compareTo(Dyadic.of((long) n << half)) >= 0;
    }

    /**
     * Exactly u; 0 for numbers so small that the factor 1 - u/3 + .. of erf does not matter: |x| < 2^(-working-33) makes u < 2^(-2 working-66),
     * which is less than 2^-F, as F < working + 76 in {@link #series}, for 10 bits and more.
     */
    private Dyadic square(Dyadic x, int working) {
        return x.top() < -working - 32 ? Dyadic.ZERO : x.times(x).shift(-half);
    }

    private Approximation erf(Dyadic x, Dyadic u, int working) {
        long lost = (long) (1.44 * u.toDouble(Rounding.DOWN)); // the cost depends on it, not the bound
        if (lost > 8 && asymptoticReaches(u, working - lost)) {
            return complement(asymptotic(x, u, (int) Math.max(2, working - lost + 4)), -1);
        }
        return series(x, u, working);
    }

    private Approximation erfc(Dyadic x, Dyadic u, int working) {
        if (asymptoticReaches(u, working)) {
            return asymptotic(x, u, working);
        }
        int lost = (int) (1.45 * u.toDouble(Rounding.UP)) + 8;
        return complement(series(x, u, working + lost), -1);
    }

    /** 1 + y or 1 - y for |y| <= 2; the unit of y is at most 1. */
    private static Approximation complement(Approximation y, int sign) {
        BigInteger one = BigInteger.ONE.shiftLeft(Math.toIntExact(-y.exponent()));
        return new Approximation(sign > 0 ? one.add(y.value()) : one.subtract(y.value()), y.error(), y.exponent());
    }

    /**
     * With U = floor(u 2^F), T_0 = 2^F and T_k = floor(floor(2 T_(k-1) U 2^-F) / (2k+1)), from below; {@link ErfSeries} adds them.
     *
     * <p>Write S(u) for the sum, t_k for its terms. S' <= S (S = e^u g(u) with g decreasing), so the floor of u costs a
     * relative error below 2^-F. Each T_k adds a fresh error of at most 2/(2k+1) + 1 <= 5/3 units, which the later terms
     * multiply by at most 1 + 2u/(2k+3) + ... <= S in sum and by at most S each. The sum ends at T_K = 0 with 2u/(2K+3) <=
     * 1/2; then the terms left out are at most t_K, which is at most its error (5/3) K S. In all the sum is low by a
     * relative error below (4K + 1) 2^-F.
     *
     * <p>The factors c and e^(-u) are known with relative errors below 3 and 1 times 2^-F, and three products are cut to
     * F + 8 bits; u = 0 in place of a tiny u ({@link #square}) costs less than one more. So 4K + 16 covers everything.
     */
    private Approximation series(Dyadic x, Dyadic u, int working) {
        int f = FixedPoint.roundUp(working + 12 + 32 - Integer.numberOfLeadingZeros(working + Math.max(0, topOf(u))));
        BigInteger scaled = DyadicExp.shift(u.mantissa(), (long) u.exponent() + f);
        long rate = DyadicExp.shift(u.mantissa(), (long) u.exponent() + 2).longValueExact() + 1; // above 4u
        var terms = new ErfSeries(scaled, f, rate);
        return product(x, u, terms.sum(), -f, f, BigInteger.valueOf(4L * terms.last() + 16));
    }

    private static int topOf(Dyadic u) {
        return u.signum() == 0 ? 0 : u.top();
    }

    /** c x e^(-u) value 2^exponent, where the relative error of everything is below margin 2^-F. */
    private Approximation product(Dyadic x, Dyadic u, BigInteger value, long exponent, int f, BigInteger margin) {
        BigInteger v = value.multiply(lead.at(f));
        long e = exponent - f;
        int cut = Math.max(0, v.bitLength() - f - 8);
        v = v.shiftRight(cut).multiply(x.mantissa());
        e += cut + (long) x.exponent();
        cut = Math.max(0, v.bitLength() - f - 8);
        v = v.shiftRight(cut);
        e += cut;
        if (u.signum() != 0) {
            Approximation power = DyadicExp.approximate(u.negate(), f);
            v = v.multiply(power.value());
            e += power.exponent();
            cut = Math.max(0, v.bitLength() - f - 8);
            v = v.shiftRight(cut);
            e += cut;
        }
        BigInteger error = v.multiply(margin).shiftRight(f).add(BigInteger.TWO);
        return new Approximation(v, error, e);
    }

    /** Whether the least term of the asymptotic series, about e^(-u), is below 2^-working. */
    private static boolean asymptoticReaches(Dyadic u, long working) {
        return u.compareTo(Dyadic.of(working + 10).times(Dyadic.ofExact(0.7))) > 0;
    }

    /**
     * With W = floor(2^F / (2u)), T_0 = 2^F and T_(k+1) = (2k+1) floor(T_k W 2^-F), as long as 2k + 1 <= 2u.
     *
     * <p>An error e_k of T_k becomes at most (2k+1) (e_k / (2u) + 1 + 1) <= e_k + 2 (2k+1), so that e_k <= 2 k^2 and the
     * errors of T_0 .. T_(N-1) sum up to at most N^3. The sum alternates and is in error by less than the first term left
     * out, at most T_N + 2 N^2. The sum is above 1 - 1/(2u) > 1/2; so N^3, T_N and 2 N^2 units count twice as relative
     * errors, beside those of {@link #series} and the division by u.
     */
    private Approximation asymptotic(Dyadic x, Dyadic u, int working) {
        int f = FixedPoint.roundUp(working + 3 * (32 - Integer.numberOfLeadingZeros(working)) + 12);
        // 1/u = inverse 2^-scale, where the inverse has more than f + 7 bits and is off by less than one unit
        long scale = (long) f + 8 + u.mantissa().bitLength() + u.exponent();
        BigInteger inverse = LongDivision.floor(BigInteger.ONE, u.mantissa(), f + 8 + u.mantissa().bitLength());
        BigInteger w = DyadicExp.shift(inverse, f - 1 - scale);
        BigInteger enough = BigInteger.ONE.shiftLeft(Math.max(0, f - working - 4));
        long limit = DyadicExp.shift(u.mantissa(), (long) u.exponent() + 1).longValueExact(); // at most 2u
        BigInteger term = BigInteger.ONE.shiftLeft(f);
        BigInteger sum = BigInteger.ZERO;
        long n = 0;
        while (term.compareTo(enough) > 0 && 2 * n + 1 <= limit) {
            sum = n % 2 == 0 ? sum.add(term) : sum.subtract(term);
            term = term.multiply(w).shiftRight(f).multiply(BigInteger.valueOf(2 * n + 1));
            n++;
        }
        BigInteger margin = term.shiftLeft(1).add(BigInteger.valueOf(2 * n * n * n + 4 * n * n + 24));
        return product(x, u, sum.multiply(inverse), -(long) f - scale - 1, f, margin);
    }
}
