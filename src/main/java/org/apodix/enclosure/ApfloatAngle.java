package org.apodix.enclosure;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import org.apfloat.Apfloat;

/**
 * sin and cos of decimal numbers, both as sin(x + shift pi/2).
 *
 * <p>With any integer k, r = x - k pi/2 is an enclosure that uses as many more digits of pi as x has before its point, and the value
 * is one of +-sin r, +-cos r. For s = r^2 <= 2 the series sin r = r sum_k (-1)^k s^k/(2k+1)! leaves out, in the factor of r, at most
 * s^(N+1)/(2N+3)! sum_i (s/6)^i <= 2 s^(N+1)/(2N+3)!, and the cosine, likewise, at most 2 s^(N+1)/(2N+2)!.
 *
 * <p>An argument with more than {@value #MOST_DIGITS} digits before its point gets [-1, 1].
 */
final class ApfloatAngle {

    static final int MOST_DIGITS = 1000;
    private static final ApfloatInterval ALL = ApfloatInterval.ONE.hull(ApfloatInterval.ONE.negate());

    private ApfloatAngle() { }

    /** sin(x + shift pi/2) for all elements x. */
    static ApfloatInterval sine(ApfloatInterval a, int shift, int digits) {
        if (a.magnitude().signum() != 0 && a.magnitude().scale() > MOST_DIGITS) {
            return ALL;
        }
        var low = ApfloatSeries.refined(digits, w -> sine(a.lower(), shift, w));
        if (a.isPoint()) {
            return low.within(-1, 1);
        }
        var ends = low.hull(ApfloatSeries.refined(digits, w -> sine(a.upper(), shift, w)));
        // the maxima of sin(x + shift pi/2) are where (x / (pi/2) + shift - 1) / 4 is an integer, the minima where (... + 1) / 4 is
        var w = new ApfloatArithmetic(digits + (int) Math.max(0, a.magnitude().scale()) + 5);
        var quarters = w.add(w.divide(a, halfPi(w)), integer(BigInteger.valueOf(shift)));
        if (holdsMultipleOfFour(w.subtract(quarters, ApfloatInterval.ONE))) {
            ends = ends.hull(ApfloatInterval.ONE);
        }
        if (holdsMultipleOfFour(w.add(quarters, ApfloatInterval.ONE))) {
            ends = ends.hull(ApfloatInterval.ONE.negate());
        }
        return ends.within(-1, 1);
    }

    private static boolean holdsMultipleOfFour(ApfloatInterval x) {
        var four = BigDecimal.valueOf(4);
        var above = decimal(x.lower()).divide(four).setScale(0, RoundingMode.CEILING);
        return above.multiply(four).compareTo(decimal(x.upper())) <= 0;
    }

    private static BigDecimal decimal(Apfloat x) {
        return new BigDecimal(x.toString());
    }

    /** sin(x + shift pi/2) at a number with at most {@value #MOST_DIGITS} digits before its point. */
    private static ApfloatInterval sine(Apfloat x, int shift, ApfloatArithmetic w) {
        int before = x.signum() == 0 ? 0 : (int) Math.max(0, x.scale());
        var wide = new ApfloatArithmetic(w.digits() + before + 5);
        var k = x.signum() == 0 || x.scale() < 0 ? BigInteger.ZERO // |x| < 1/10; the nearest, or almost
                : decimal(x).divide(decimal(halfPi(wide).lower()), new MathContext(before + 3)).setScale(0, RoundingMode.HALF_EVEN).toBigInteger();
        var r = wide.subtract(ApfloatInterval.point(x), wide.multiply(integer(k), halfPi(wide)));
        var value = k.add(BigInteger.valueOf(shift)).testBit(0) ? cosine(r, w) : sine(r, w);
        return k.add(BigInteger.valueOf(shift)).testBit(1) ? value.negate() : value;
    }

    private static ApfloatInterval halfPi(ApfloatArithmetic w) {
        return w.multiply(w.pi(), ApfloatInterval.point(ApfloatRounding.HALF));
    }

    private static ApfloatInterval integer(BigInteger n) {
        return ApfloatInterval.point(ApfloatRounding.exact(n));
    }

    private static ApfloatInterval sine(ApfloatInterval r, ApfloatArithmetic w) {
        return w.multiply(r, alternating(w.square(r), 1, w));
    }

    private static ApfloatInterval cosine(ApfloatInterval r, ApfloatArithmetic w) {
        return alternating(w.square(r), 0, w);
    }

    /** sum_k (-1)^k s^k/(2k+odd)! for a square s. */
    static ApfloatInterval alternating(ApfloatInterval s, int odd, ApfloatArithmetic w) {
        if (s.isZero()) {
            return ApfloatInterval.ONE;
        }
        if (s.upper().compareTo(ApfloatRounding.TWO) > 0) {
            throw new IllegalStateException("the angle of square " + s + " is not reduced");
        }
        return alternating(s, odd, terms(s.upper(), w.digits()), w);
    }

    /** The same for 0 <= s <= 2, whatever the number n of terms beyond the first. */
    static ApfloatInterval alternating(ApfloatInterval s, int odd, int n, ApfloatArithmetic w) {
        var numerators = new BigInteger[n + 1];
        var q = BigInteger.ONE;
        for (int k = n; k >= 0; k--) {
            numerators[k] = k % 2 == 0 ? q : q.negate(); // (2n+odd)!/(2k+odd)!
            q = q.multiply(BigInteger.valueOf(Math.max(1, (2L * k + odd) * (2L * k + odd - 1))));
        }
        var tail = ApfloatSeries.bound(s.upper(), n + 1, ApfloatSeries.factorial(2 * n + 2 + odd), w);
        return ApfloatSeries.sum(new ApfloatSeries.Partial(numerators, ApfloatSeries.factorial(2 * n + odd), tail.add(tail)), s, w);
    }

    private static int terms(Apfloat s, int digits) {
        double step = ApfloatSeries.log10(s);
        double size = 0;
        int n = 0;
        do {
            n++;
            size += step - StrictMath.log10(2.0 * n * (2.0 * n + 1));
        } while (size > -digits);
        return n;
    }
}
