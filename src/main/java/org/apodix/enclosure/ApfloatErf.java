package org.apodix.enclosure;

import java.math.BigInteger;
import org.apfloat.Apfloat;

/**
 * erf, erfc and the normal distribution function of decimal numbers.
 *
 * <p><b>Series.</b> y(x) = exp(x^2) int_0^x exp(-t^2) dt satisfies y' = 1 + 2xy, so y = x sum_k 2^k x^(2k)/(2k+1)!!, all terms positive for
 * x > 0, and erf x = 2/sqrt(pi) exp(-x^2) y. With s = x^2 each term is 2s/(2k+3) times the one before it; where that is at most 1/2 for all
 * k > N, the terms k > N add up to at most twice the first of them.
 *
 * <p><b>Continued fraction</b>, for large x. The repeated integrals I_n of erfc from x to infinity, I_{-1} = 2/sqrt(pi) exp(-x^2), I_0 = erfc,
 * are positive and satisfy I_{n-2} = 2x I_{n-1} + 2n I_n (one integration by parts). The quotients R_n = I_{n-1}/I_n therefore satisfy
 * R_n = 2x + 2(n+1)/R_{n+1} > 2x, and so R_N <= 2x + (N+1)/x. From that enclosure of R_N the recursion leads down to R_0, and
 * erfc x = I_{-1}/R_0.
 *
 * <p><b>Between</b>, erfc = 1 - erf, with the digits more that this loses. Where exp(-x^2), a bound of erfc x for x >= 0, is below one unit of
 * the last digit, erf is enclosed by 1 and 1 minus that bound.
 */
final class ApfloatErf {

    private static final double LOG10_E = 0.4342944819032518;

    private ApfloatErf() { }

    static ApfloatInterval erf(Apfloat x, ApfloatArithmetic w) {
        if (x.signum() == 0) {
            return ApfloatInterval.ZERO;
        }
        if (x.signum() < 0) {
            return erf(x.negate(), w).negate();
        }
        double lost = lostDigits(x);
        if (lost > w.digits() + 2) {
            return ApfloatInterval.of(w.subtract(ApfloatInterval.ONE, gauss(x, w)).lower(), Apfloat.ONE);
        }
        return series(x, terms(2 * ApfloatSeries.log10(x), w.digits()), w).within(0, 1);
    }

    static ApfloatInterval erfc(Apfloat x, ApfloatArithmetic w) {
        if (x.signum() < 0) {
            return w.add(ApfloatInterval.ONE, erf(x.negate(), w)).within(0, 2);
        }
        double lost = lostDigits(x);
        if (lost > 0.2 * w.digits()) {
            return continuedFraction(x, steps(StrictMath.pow(10, Math.min(ApfloatSeries.log10(x), 100)), w.digits()), w);
        }
        var more = new ApfloatArithmetic(w.digits() + (int) lost + 2);
        return more.subtract(ApfloatInterval.ONE, erf(x, more)).within(0, 1);
    }

    /** The probability that a standard normal variable is at most x: erfc(-x/sqrt 2)/2. */
    static ApfloatInterval normalCdf(Apfloat x, ApfloatArithmetic w) {
        var y = w.divide(ApfloatInterval.point(x), w.sqrt(ApfloatInterval.point(ApfloatRounding.TWO)));
        var hull = ApfloatInterval.of(erfc(y.lower().negate(), w).lower(), erfc(y.upper().negate(), w).upper());
        return w.multiply(hull, ApfloatInterval.point(ApfloatRounding.HALF));
    }

    /** About -log10(erfc x) for large x: the digits that 1 - erf(x) loses. */
    private static double lostDigits(Apfloat x) {
        return x.signum() == 0 ? 0 : StrictMath.pow(10, 2 * Math.min(ApfloatSeries.log10(x), 100)) * LOG10_E;
    }

    private static ApfloatInterval gauss(Apfloat x, ApfloatArithmetic w) {
        return ApfloatSeries.increasing(w.square(ApfloatInterval.point(x)).negate(), t -> ApfloatExp.exp(t, w));
    }

    /** 2/sqrt(pi) exp(-x^2). */
    private static ApfloatInterval density(Apfloat x, ApfloatArithmetic w) {
        return w.divide(w.multiply(ApfloatInterval.point(ApfloatRounding.TWO), gauss(x, w)), w.sqrt(w.pi()));
    }

    private static ApfloatInterval series(Apfloat x, int n, ApfloatArithmetic w) {
        var point = ApfloatInterval.point(x);
        return w.multiply(density(x, w), w.multiply(point, series(w.square(point), n, w)));
    }

    /** y/x from terms up to s^n, with n so large that the rest halves: otherwise an {@link IllegalStateException}. */
    static ApfloatInterval series(ApfloatInterval s, int n, ApfloatArithmetic w) {
        var odd = ApfloatSeries.product(n, k -> BigInteger.valueOf(2L * k + 1)); // (2n+1)!!
        var numerators = new BigInteger[n + 1];
        var q = odd;
        for (int k = 0; k <= n; k++) {
            numerators[k] = q.shiftLeft(k); // 2^k (2n+1)!!/(2k+1)!!
            q = q.divide(BigInteger.valueOf(2L * k + 3));
        }
        var twice = s.upper().add(s.upper());
        if (twice.add(twice).compareTo(new Apfloat(2L * n + 5, Apfloat.INFINITE)) > 0) {
            throw new IllegalStateException("too few terms of erf for the square " + s);
        }
        var next = ApfloatSeries.bound(twice, n + 1, odd.multiply(BigInteger.valueOf(2L * n + 3)), w);
        return ApfloatSeries.sum(new ApfloatSeries.Partial(numerators, odd, next.add(next)), s, w);
    }

    /** A number of terms after which they halve and are below 10^-digits; a guess, both are checked. */
    private static int terms(double logS, int digits) {
        double s = StrictMath.pow(10, logS) * 1.001;
        double size = 0;
        int n = 0;
        while (size > -digits || 4 * s > 2 * n + 5) {
            n++;
            size += logS + StrictMath.log10(2 / (2.0 * n + 1));
        }
        return n;
    }

    /** erfc x for x > 0, whatever the number n of steps. */
    static ApfloatInterval continuedFraction(Apfloat x, int n, ApfloatArithmetic w) {
        var twice = ApfloatInterval.point(x.add(x));
        var r = twice.hull(w.add(twice, w.divide(integer(n + 1L), ApfloatInterval.point(x))));
        for (int k = n; k > 0; k--) {
            r = w.add(twice, w.divide(integer(2L * k), r));
        }
        return w.divide(density(x, w), r);
    }

    /** A guess of the number of steps: step k divides the width of R_k, which is near x + sqrt(x^2 + 2k), by R_k^2/(2k). */
    private static int steps(double x, int digits) {
        double width = 0;
        int k = 0;
        while (width > -digits) {
            k++;
            double r = x + StrictMath.sqrt(x * x + 2.0 * k);
            width += StrictMath.log10(2 * k / (r * r));
        }
        return k;
    }

    private static ApfloatInterval integer(long n) {
        return ApfloatInterval.point(new Apfloat(n, Apfloat.INFINITE));
    }
}
