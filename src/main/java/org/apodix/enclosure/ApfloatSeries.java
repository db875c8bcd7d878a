package org.apodix.enclosure;

import java.math.BigInteger;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.apfloat.Apfloat;

/** What the functions of the Apfloat carrier have in common: power series with rational coefficients, and growing precision. */
final class ApfloatSeries {

    /** Digits beyond those asked for, at first. */
    private static final int GUARD = 12;

    private ApfloatSeries() { }

    /** The first coefficients of a power series over one denominator, and a bound of |what they leave out|. */
    record Partial(BigInteger[] numerators, BigInteger denominator, Apfloat tail) { }

    /** All sums of the series for elements of s: Horner's rule, one division, and the tail of either sign. */
    static ApfloatInterval sum(Partial series, ApfloatInterval s, ApfloatArithmetic w) {
        var numerators = series.numerators();
        var value = ApfloatInterval.ZERO;
        for (int k = numerators.length - 1; k >= 0; k--) {
            value = w.add(w.multiply(value, s), ApfloatInterval.point(ApfloatRounding.exact(numerators[k])));
        }
        value = w.divide(value, ApfloatInterval.point(ApfloatRounding.exact(series.denominator())));
        return w.add(value, ApfloatInterval.of(series.tail().negate(), series.tail()));
    }

    /** An upper bound of s^n / d for a nonnegative s. */
    static Apfloat bound(Apfloat s, int n, BigInteger d, ApfloatArithmetic w) {
        var power = w.power(ApfloatInterval.point(s), n);
        return w.divide(power, ApfloatInterval.point(ApfloatRounding.exact(d))).upper();
    }

    /** log10 of a positive number, for guesses only. */
    static double log10(Apfloat x) {
        var leading = org.apfloat.ApfloatMath.scale(x, -x.scale()).doubleValue();
        return StrictMath.log10(leading) + x.scale();
    }

    /**
     * The value of f at growing working precision, rounded outward to {@code digits}: until the enclosure is narrower than a tenth
     * of a unit of the last digit, or four times the digits are reached. It contains the value in either case.
     */
    static ApfloatInterval refined(int digits, Function<ApfloatArithmetic, ApfloatInterval> f) {
        for (int guard = GUARD;; guard *= 3) {
            var w = new ApfloatArithmetic(digits + guard);
            var value = f.apply(w);
            if (guard > 3 * digits + 50 || isNarrow(value, digits)) {
                return value.round(digits);
            }
        }
    }

    private static boolean isNarrow(ApfloatInterval x, int digits) {
        if (x.isPoint() || !x.isBounded() || x.magnitude().scale() <= 2 - ApfloatRounding.MAX_SCALE) {
            return true; // nothing to gain, also next to the least number of the range
        }
        var least = x.mignitude();
        // ends of very different size: their difference could be a very long number
        return least.signum() != 0 && x.lower().scale() - x.upper().scale() <= 1 && x.upper().scale() - x.lower().scale() <= 1
                && x.upper().subtract(x.lower()).compareTo(ApfloatRounding.powerOfTen(least.scale() - digits - 2)) <= 0;
    }

    /** All values of an increasing function of which {@code at} encloses single values. */
    static ApfloatInterval increasing(ApfloatInterval a, Function<Apfloat, ApfloatInterval> at) {
        var low = at.apply(a.lower());
        return a.isPoint() ? low : ApfloatInterval.of(low.lower(), at.apply(a.upper()).upper());
    }

    /** n!, and with it every coefficient of the exponential series. */
    static BigInteger factorial(int n) {
        return product(n, k -> BigInteger.valueOf(k));
    }

    /** f(1) ... f(n). */
    static BigInteger product(int n, IntFunction<BigInteger> f) {
        var product = BigInteger.ONE;
        for (int k = 1; k <= n; k++) {
            product = product.multiply(f.apply(k));
        }
        return product;
    }
}
