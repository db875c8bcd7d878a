package org.apodix.enclosure;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/**
 * log and log1p of decimal numbers.
 *
 * <p>log x = y + log(x e^-y) for every y. Here y is a guess of 17 digits, which may be as wrong as it likes, and t = x e^-y is near 1, with
 * log t = 2 artanh z, z = (t - 1)/(t + 1). Where x itself is near 1, y is 0 and t is exact.
 *
 * <p>artanh z = z sum_k z^(2k)/(2k+1). For s = z^2 <= 1/2 the terms k > N add up to at most s^(N+1)(1 + s + ...) <= 2 s^(N+1).
 *
 * <p>log1p x = 2 artanh(x/(2 + x)) for |x| <= 1/100, else log(1 + x), where the sum is exact for negative x of at most as many digits.
 */
final class ApfloatLog {

    private static final Apfloat HUNDREDTH = new Apfloat("0.01", Apfloat.INFINITE);
    private static final double LOG_10 = 2.302585092994046;

    private ApfloatLog() { }

    /** log of a positive number. */
    static ApfloatInterval log(Apfloat x, ApfloatArithmetic w) {
        if (ApfloatRounding.isInfinite(x)) {
            return ApfloatInterval.of(Apfloat.ZERO, x);
        }
        if (x.scale() == 0 || x.scale() == 1) {
            var above = x.subtract(Apfloat.ONE);
            if (ApfloatRounding.abs(above).compareTo(HUNDREDTH) <= 0) {
                return twiceArtanh(w.divide(ApfloatInterval.point(above), ApfloatInterval.point(x.add(Apfloat.ONE))), w);
            }
        }
        var leading = ApfloatMath.scale(x, -x.scale()).doubleValue();
        var guess = new BigDecimal(StrictMath.log(leading) + x.scale() * LOG_10).round(new MathContext(17));
        var y = ApfloatRounding.exact(guess);
        var t = w.multiply(ApfloatInterval.point(x), ApfloatExp.exp(y.negate(), w));
        var z = w.divide(w.subtract(t, ApfloatInterval.ONE), w.add(t, ApfloatInterval.ONE));
        return w.add(ApfloatInterval.point(y), twiceArtanh(z, w));
    }

    /** log(1 + x) for x > -1. */
    static ApfloatInterval log1p(Apfloat x, ApfloatArithmetic w) {
        if (x.signum() == 0) {
            return ApfloatInterval.ZERO;
        }
        var point = ApfloatInterval.point(x);
        if (ApfloatRounding.abs(x).compareTo(HUNDREDTH) <= 0) {
            return twiceArtanh(w.divide(point, w.add(point, ApfloatInterval.point(ApfloatRounding.TWO))), w);
        }
        return ApfloatSeries.increasing(w.add(ApfloatInterval.ONE, point), t -> log(t, w));
    }

    static ApfloatInterval twiceArtanh(ApfloatInterval z, ApfloatArithmetic w) {
        if (z.isZero()) {
            return z;
        }
        var s = w.square(z);
        if (s.upper().compareTo(ApfloatRounding.HALF) > 0) {
            throw new IllegalStateException("artanh of " + z + ", which is not small");
        }
        return twiceArtanh(z, s, (int) Math.min(w.digits(), 2 + w.digits() / -ApfloatSeries.log10(s.upper())), w);
    }

    /** 2 artanh z where s contains z^2, up to 1/2, whatever the number n of terms beyond the first. */
    static ApfloatInterval twiceArtanh(ApfloatInterval z, ApfloatInterval s, int n, ApfloatArithmetic w) {
        var odd = ApfloatSeries.product(n, k -> BigInteger.valueOf(2L * k + 1));
        var numerators = new BigInteger[n + 1];
        for (int k = 0; k <= n; k++) {
            numerators[k] = odd.divide(BigInteger.valueOf(2L * k + 1));
        }
        var tail = ApfloatSeries.bound(s.upper(), n + 1, BigInteger.ONE, w);
        var sum = ApfloatSeries.sum(new ApfloatSeries.Partial(numerators, odd, tail.add(tail)), s, w);
        return w.multiply(w.add(z, z), sum);
    }
}
