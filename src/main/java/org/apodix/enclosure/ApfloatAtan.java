package org.apodix.enclosure;

import java.math.BigInteger;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apfloat.Apfloat;

/**
 * atan of decimal numbers, and pi.
 *
 * <p>atan(x) = pi/2 - atan(1/x) for x > 1, and atan(z) = 2 atan(z / (1 + sqrt(1 + z^2))), three times, for 1/10 < z <= 1, which leaves z below
 * tan(pi/32) < 1/10. There atan(z) = z sum_k (-1)^k z^(2k)/(2k+1), and for s = z^2 <= 1/2 the terms k > N add up to at most 2 s^(N+1)
 * in size. pi = 16 atan(1/5) - 4 atan(1/239) (Machin 1706).
 */
final class ApfloatAtan {

    private static final Apfloat TENTH = new Apfloat("0.1", Apfloat.INFINITE);
    private static final int HALVINGS = 3;
    /** pi by digits; the values do not depend on what was asked for earlier. */
    private static final Map<Integer, ApfloatInterval> PI = new ConcurrentHashMap<>();

    private ApfloatAtan() { }

    static ApfloatInterval pi(int digits) {
        return PI.computeIfAbsent(digits, d -> {
            var w = new ApfloatArithmetic(d + 10);
            var fifth = w.multiply(integer(16), series(w.of(Rational.of(1, 5)), w));
            return w.subtract(fifth, w.multiply(integer(4), series(w.of(Rational.of(1, 239)), w))).round(d);
        });
    }

    static ApfloatInterval atan(Apfloat x, ApfloatArithmetic w) {
        if (x.signum() < 0) {
            return atan(x.negate(), w).negate();
        }
        var point = ApfloatInterval.point(x);
        if (x.compareTo(Apfloat.ONE) > 0) {
            var half = w.multiply(w.pi(), ApfloatInterval.point(ApfloatRounding.HALF));
            return w.subtract(half, upToOne(w.divide(ApfloatInterval.ONE, point), w));
        }
        return upToOne(point, w);
    }

    private static ApfloatInterval upToOne(ApfloatInterval a, ApfloatArithmetic w) {
        if (a.upper().compareTo(TENTH) <= 0) {
            return series(a, w);
        }
        var z = a;
        for (int i = 0; i < HALVINGS; i++) {
            z = w.divide(z, w.add(ApfloatInterval.ONE, w.sqrt(w.add(ApfloatInterval.ONE, w.square(z)))));
        }
        return w.multiply(integer(1 << HALVINGS), series(z, w));
    }

    static ApfloatInterval series(ApfloatInterval z, ApfloatArithmetic w) {
        if (z.isZero()) {
            return z;
        }
        var s = w.square(z);
        if (s.upper().compareTo(ApfloatRounding.HALF) > 0) {
            throw new IllegalStateException("the series of atan at " + z + ", which is not small");
        }
        return series(z, s, (int) (2 + w.digits() / -ApfloatSeries.log10(s.upper())), w);
    }

    /** atan z where s contains z^2, up to 1/2, whatever the number n of terms beyond the first. */
    static ApfloatInterval series(ApfloatInterval z, ApfloatInterval s, int n, ApfloatArithmetic w) {
        var odd = ApfloatSeries.product(n, k -> BigInteger.valueOf(2L * k + 1));
        var numerators = new BigInteger[n + 1];
        for (int k = 0; k <= n; k++) {
            var q = odd.divide(BigInteger.valueOf(2L * k + 1));
            numerators[k] = k % 2 == 0 ? q : q.negate();
        }
        var tail = ApfloatSeries.bound(s.upper(), n + 1, BigInteger.ONE, w);
        return w.multiply(z, ApfloatSeries.sum(new ApfloatSeries.Partial(numerators, odd, tail.add(tail)), s, w));
    }

    private static ApfloatInterval integer(long n) {
        return ApfloatInterval.point(new Apfloat(n, Apfloat.INFINITE));
    }
}
