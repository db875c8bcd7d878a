package org.apodix.enclosure;

import java.math.BigInteger;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/**
 * exp, expm1 and tanh of decimal numbers.
 *
 * <p><b>exp</b> of x > 0 is the 2^j-th power of exp(y), y = x / 2^j = x 5^j / 10^j <= 1/32, by j squarings; no constant is needed.
 * For 0 < y <= 1/32 the series sum_{k <= N} y^k/k! leaves out sum_{k > N} y^k/k! <= y^(N+1)/(N+1)! sum_i y^i, and the last sum is
 * below 2. For x < 0 it is 1 / exp(-x).
 *
 * <p><b>expm1</b> of |x| <= 1/4 is x sum_{k < N} x^k/(k+1)!, and the factor leaves out at most 2 |x|^N/(N+1)! by the same
 * argument; elsewhere it is exp(x) - 1, which loses one digit.
 *
 * <p><b>tanh</b> of x > 0 is m/(m + 2) with m = expm1(2x), which increases in m; where 2x > (digits + 1) log 10 it is 1 - 2/(m + 2) with
 * 2/(m + 2) <= 2 exp(-2x) < 10^-digits.
 */
final class ApfloatExp {

    /** exp(x) > 10^(MAX_SCALE - 1) from here on, because log 10 < 2.3025851. */
    private static final Apfloat OVERFLOW = new Apfloat(11_512_926, Apfloat.INFINITE);
    private static final Apfloat QUARTER = new Apfloat("0.25", Apfloat.INFINITE);
    private static final double LOG2_10 = 3.3219280948873626;

    private ApfloatExp() { }

    static ApfloatInterval exp(Apfloat x, ApfloatArithmetic w) {
        if (x.signum() == 0) {
            return ApfloatInterval.ONE;
        }
        if (x.signum() < 0) {
            return w.divide(ApfloatInterval.ONE, exp(x.negate(), w));
        }
        if (x.compareTo(OVERFLOW) > 0) {
            return ApfloatInterval.of(ApfloatRounding.powerOfTen(ApfloatRounding.MAX_SCALE - 1), ApfloatRounding.INFINITY);
        }
        int j = Math.max(0, (int) Math.ceil(ApfloatSeries.log10(x) * LOG2_10) + 6);
        var scaled = ApfloatMath.scale(x.multiply(ApfloatRounding.exact(BigInteger.valueOf(5).pow(j))), -j);
        var y = ApfloatInterval.point(scaled).round(w.digits());
        var value = series(y, terms(y.upper(), w.digits()), w);
        for (int i = 0; i < j; i++) {
            value = w.square(value);
        }
        return value;
    }

    /** exp of a set in (0, 1/16], whatever the number n of terms beyond the first. */
    static ApfloatInterval series(ApfloatInterval y, int n, ApfloatArithmetic w) {
        var denominator = ApfloatSeries.factorial(n);
        var numerators = new BigInteger[n + 1];
        var q = BigInteger.ONE;
        for (int k = n; k >= 0; k--) {
            numerators[k] = q; // n!/k!
            q = q.multiply(BigInteger.valueOf(Math.max(k, 1)));
        }
        var tail = twice(ApfloatSeries.bound(y.upper(), n + 1, denominator.multiply(BigInteger.valueOf(n + 1L)), w));
        return ApfloatSeries.sum(new ApfloatSeries.Partial(numerators, denominator, tail), y, w);
    }

    static ApfloatInterval expm1(Apfloat x, ApfloatArithmetic w) {
        if (x.signum() == 0) {
            return ApfloatInterval.ZERO;
        }
        var size = ApfloatRounding.abs(x);
        if (size.compareTo(QUARTER) > 0) {
            return w.subtract(exp(x, w), ApfloatInterval.ONE);
        }
        return expm1Series(x, terms(size, w.digits()), w);
    }

    /** expm1 for |x| <= 1/4, whatever the number n >= 1 of terms. */
    static ApfloatInterval expm1Series(Apfloat x, int n, ApfloatArithmetic w) {
        var denominator = ApfloatSeries.factorial(n + 1);
        var numerators = new BigInteger[n];
        var q = BigInteger.valueOf(n + 1L);
        for (int k = n - 1; k >= 0; k--) {
            numerators[k] = q; // (n+1)!/(k+1)!
            q = q.multiply(BigInteger.valueOf(k + 1L));
        }
        var tail = twice(ApfloatSeries.bound(ApfloatRounding.abs(x), n, denominator, w));
        var point = ApfloatInterval.point(x);
        return w.multiply(point, ApfloatSeries.sum(new ApfloatSeries.Partial(numerators, denominator, tail), point, w));
    }

    static ApfloatInterval tanh(Apfloat x, ApfloatArithmetic w) {
        if (x.signum() < 0) {
            return tanh(x.negate(), w).negate();
        }
        var twice = x.add(x);
        if (twice.compareTo(new Apfloat(24L * (w.digits() + 1) / 10 + 1, Apfloat.INFINITE)) > 0) {
            return ApfloatInterval.of(Apfloat.ONE.subtract(ApfloatRounding.powerOfTen(-w.digits())), Apfloat.ONE);
        }
        var m = expm1(twice, w);
        return w.divide(m, w.add(m, ApfloatInterval.point(ApfloatRounding.TWO))).within(0, 1);
    }

    /** A number of terms, at least 1, after which x^n/n! is below 10^-digits; a guess, the tail is computed. */
    private static int terms(Apfloat x, int digits) {
        double step = ApfloatSeries.log10(x);
        double size = 0;
        int n = 0;
        do {
            n++;
            size += step - StrictMath.log10(n);
        } while (size > -digits);
        return n;
    }

    private static Apfloat twice(Apfloat x) {
        return x.add(x);
    }
}
