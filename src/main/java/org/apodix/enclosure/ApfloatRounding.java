package org.apodix.enclosure;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/**
 * Directed rounding of decimal numbers: the bottom of the Apfloat carrier.
 *
 * <p><b>What is trusted of Apfloat</b>: sums, products and comparisons of numbers of infinite precision, which are exact.
 * Its rounding, quotients and roots are approximations here, and each is checked by such exact operations: a rounded number is
 * compared with the exact one, a quotient q of a and b with the sign of a - q b, a root r of a with the sign of a - r^n.
 *
 * <p><b>Range.</b> A finite nonzero number is between 10^-5000000 and 10^5000000. Beyond it an end becomes an infinity or the
 * largest finite number, zero or the smallest number, whichever is the bound in the asked direction. An infinity is stored as
 * 10^(10^12): it compares, multiplies and is rounded like the number without bound that it stands for, and 0 times it is 0.
 */
final class ApfloatRounding {

    /** Every finite nonzero x in range has 10^-MAX_SCALE <= |x| <= 10^MAX_SCALE. */
    static final long MAX_SCALE = 5_000_000;
    static final Apfloat INFINITY = powerOfTen(1_000_000_000_000L);
    static final Apfloat TWO = new Apfloat(2, Apfloat.INFINITE);
    static final Apfloat HALF = new Apfloat("0.5", Apfloat.INFINITE);

    private static final Apfloat LARGEST = powerOfTen(MAX_SCALE - 1);
    private static final Apfloat SMALLEST = powerOfTen(-MAX_SCALE);
    /** A power of two of at most this size is computed exactly. */
    private static final int FEW_BITS = 1 << 14;
    /** Digits of an approximate quotient or root beyond those asked for. */
    private static final int GUARD = 8;
    /** An approximation that is further off than this is no approximation. */
    private static final int MOST_CORRECTIONS = 1000;

    private ApfloatRounding() { }

    static Apfloat powerOfTen(long exponent) {
        return ApfloatMath.scale(new Apfloat(1, Apfloat.INFINITE), exponent);
    }

    static Apfloat exact(BigInteger value) {
        return new Apfloat(new BigDecimal(value), Apfloat.INFINITE);
    }

    static Apfloat exact(BigDecimal value) {
        return new Apfloat(value, Apfloat.INFINITE);
    }

    static boolean isInfinite(Apfloat x) {
        return x.signum() != 0 && x.scale() > 2 * MAX_SCALE;
    }

    static Apfloat abs(Apfloat x) {
        return x.signum() < 0 ? x.negate() : x;
    }

    static Apfloat least(Apfloat a, Apfloat b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    static Apfloat greatest(Apfloat a, Apfloat b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    /** The best bound of a fraction with that many digits; {@link BigDecimal#divide(BigDecimal, MathContext)} is specified so. */
    static Apfloat of(Rational value, int digits, Rounding rounding) {
        var mode = rounding == Rounding.DOWN ? RoundingMode.FLOOR : RoundingMode.CEILING;
        var quotient = new BigDecimal(value.numerator()).divide(new BigDecimal(value.denominator()), new MathContext(digits, mode));
        return round(exact(quotient), digits, rounding);
    }

    /** A bound of a dyadic number with that many digits; the best one unless its exponent is huge. */
    static Apfloat of(Dyadic value, int digits, Rounding rounding) {
        if (value.isInfinite()) {
            return value.signum() > 0 ? INFINITY : INFINITY.negate();
        }
        int e = value.exponent();
        if (Math.abs((long) e) <= FEW_BITS) {
            return of(value.toRational(), digits, rounding);
        }
        var w = new ApfloatArithmetic(digits + 10);
        var scaled = w.multiply(ApfloatInterval.point(exact(value.mantissa())), w.power(ApfloatInterval.point(TWO), e)).round(digits);
        return rounding == Rounding.DOWN ? scaled.lower() : scaled.upper();
    }

    /** The best bound of an exact number with that many digits; itself when it fits. */
    static Apfloat round(Apfloat x, int digits, Rounding rounding) {
        if (x.signum() == 0) {
            return x;
        }
        long scale = x.scale(); // 10^(scale-1) <= |x| < 10^scale
        if (scale > MAX_SCALE || scale <= -MAX_SCALE) {
            return saturated(x.signum() > 0, scale > 0, rounding);
        }
        if (x.size() <= digits) {
            return x;
        }
        var mode = rounding == Rounding.DOWN ? RoundingMode.FLOOR : RoundingMode.CEILING;
        var rounded = ApfloatMath.roundToPrecision(x, digits, mode).precision(Apfloat.INFINITE);
        int side = rounded.compareTo(x);
        if (rounding == Rounding.DOWN ? side > 0 : side < 0) {
            throw new IllegalStateException(x + " was rounded " + rounding + " to " + rounded);
        }
        return rounded;
    }

    private static Apfloat saturated(boolean positive, boolean overflow, Rounding rounding) {
        boolean outward = positive == (rounding == Rounding.UP);
        Apfloat size;
        if (overflow) {
            size = outward ? INFINITY : LARGEST;
        } else {
            size = outward ? SMALLEST : Apfloat.ZERO;
        }
        return positive ? size : size.negate();
    }

    /** The best bound of a + b with that many digits. */
    static Apfloat sum(Apfloat a, Apfloat b, int digits, Rounding rounding) {
        if (a.signum() == 0 || b.signum() == 0) {
            return round(a.signum() == 0 ? b : a, digits, rounding);
        }
        var large = a.scale() >= b.scale() ? a : b;
        var small = large == a ? b : a;
        // large and all numbers of that many digits near it are multiples of 10^(unit+1); |small| < 10^unit rounds like 10^(unit-1)
        long unit = large.scale() - Math.max(large.size(), digits) - 2;
        if (small.scale() <= unit) {
            var step = powerOfTen(unit - 1);
            return round(large.add(small.signum() > 0 ? step : step.negate()), digits, rounding);
        }
        return round(large.add(small), digits, rounding);
    }

    /** The best bound of a b with that many digits. */
    static Apfloat product(Apfloat a, Apfloat b, int digits, Rounding rounding) {
        return round(a.multiply(b), digits, rounding);
    }

    /** The best bounds of a / b with that many digits, for b other than 0. */
    static ApfloatInterval quotient(Apfloat a, Apfloat b, int digits) {
        if (a.signum() == 0) {
            return ApfloatInterval.ZERO;
        }
        if (a.signum() != b.signum()) {
            return quotient(abs(a), abs(b), digits).negate();
        }
        long scale = a.scale() - b.scale(); // 10^(scale-1) < a/b < 10^(scale+1)
        if (scale > MAX_SCALE || scale < -MAX_SCALE) {
            return ApfloatInterval.of(saturated(true, scale > 0, Rounding.DOWN), saturated(true, scale > 0, Rounding.UP));
        }
        var x = abs(a);
        var y = abs(b);
        long precision = digits + GUARD;
        var q = floor(x.precision(precision).divide(y.precision(precision)), digits);
        var unit = powerOfTen(q.scale() - digits);
        for (int i = 0; i < MOST_CORRECTIONS; i++) {
            var rest = x.subtract(q.multiply(y));
            if (rest.signum() == 0) {
                return ApfloatInterval.point(q);
            }
            if (rest.signum() > 0 && rest.compareTo(unit.multiply(y)) < 0) {
                return ApfloatInterval.of(q, q.add(unit));
            }
            q = rest.signum() < 0 ? q.subtract(unit) : q.add(unit);
        }
        throw new IllegalStateException("no quotient of " + a + " and " + b + " near " + q);
    }

    /** The best bounds of the n-th root, n = 2 or 3, of a nonnegative number with that many digits. */
    static ApfloatInterval root(Apfloat a, int n, int digits) {
        if (a.signum() == 0) {
            return ApfloatInterval.ZERO;
        }
        if (isInfinite(a)) {
            return ApfloatInterval.of(LARGEST, INFINITY);
        }
        var r = floor(ApfloatMath.root(a.precision(digits + GUARD), n), digits);
        var unit = powerOfTen(r.scale() - digits);
        for (int i = 0; i < MOST_CORRECTIONS; i++) {
            int side = power(r, n).compareTo(a);
            if (side == 0) {
                return ApfloatInterval.point(r);
            }
            if (side < 0 && power(r.add(unit), n).compareTo(a) > 0) {
                return ApfloatInterval.of(r, r.add(unit));
            }
            r = side > 0 ? r.subtract(unit) : r.add(unit);
        }
        throw new IllegalStateException("no root of degree " + n + " of " + a + " near " + r);
    }

    private static Apfloat power(Apfloat x, int n) {
        return n == 2 ? x.multiply(x) : x.multiply(x).multiply(x);
    }

    private static Apfloat floor(Apfloat approximation, int digits) {
        return ApfloatMath.roundToPrecision(approximation, digits, RoundingMode.FLOOR).precision(Apfloat.INFINITE);
    }

    /** The best bound of a decimal number with that many bits, and the number itself where it fits. */
    static Dyadic dyadic(Apfloat x, int bits, Rounding rounding) {
        if (isInfinite(x)) {
            return x.signum() > 0 ? Dyadic.POSITIVE_INFINITY : Dyadic.NEGATIVE_INFINITY;
        }
        var decimal = new BigDecimal(x.toString());
        var digits = Dyadic.of(decimal.unscaledValue(), 0);
        var enough = Math.max(bits, digits.mantissa().bitLength());
        if (Math.abs((long) decimal.scale()) <= 2L * bits) {
            return Dyadic.of(Rational.of(decimal.unscaledValue()).times(Rational.of(10).pow(-decimal.scale())), enough, rounding);
        }
        var arithmetic = new DyadicArithmetic(enough);
        var scaled = arithmetic.multiply(DyadicInterval.point(digits),
                arithmetic.power(DyadicInterval.point(Dyadic.of(10)), -decimal.scale()));
        return rounding == Rounding.DOWN ? scaled.lower() : scaled.upper();
    }
}
