package org.apodix.enclosure;

import static org.apodix.enclosure.Rounding.DOWN;
import static org.apodix.enclosure.Rounding.UP;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** Decimal strings for enclosures, always rounded outward, computed with integers. */
public final class Decimals {

    /** Beyond this binary size a number is compared with a power of ten by directed arithmetic, not exactly. */
    private static final int EXACT_TOP = 8192;
    /** A longer mantissa is first rounded outward to this length. */
    private static final int EXACT_BITS = 1 << 15;
    private static final int FEW_DIGITS = 3;
    private static final int MAX_DIGITS = 10_000;

    private Decimals() { }

    /**
     * The lower end rounded down to that many significant digits: {@code 0}, {@code 0.5}, {@code -1.25e-9} or {@code
     * -inf}. Plain notation for decimal exponents from -6 to 20; no padding zeros.
     */
    public static String lower(DyadicInterval x, int digits) {
        return bound(x.lower(), digits, DOWN);
    }

    /** The upper end rounded up to that many significant digits, or {@code inf}. */
    public static String upper(DyadicInterval x, int digits) {
        return bound(x.upper(), digits, UP);
    }

    /** The fraction rounded down to that many significant digits; a fraction with a short decimal form is shown exactly. */
    public static String lower(Rational x, int digits) {
        return bound(x, digits, RoundingMode.FLOOR);
    }

    /** The fraction rounded up to that many significant digits. */
    public static String upper(Rational x, int digits) {
        return bound(x, digits, RoundingMode.CEILING);
    }

    private static String bound(Rational x, int digits, RoundingMode mode) {
        requireDigits(digits);
        var rounded = new BigDecimal(x.numerator()).divide(new BigDecimal(x.denominator()), new MathContext(digits, mode));
        return rounded.signum() < 0 ? "-" + format(rounded.negate()) : format(rounded);
    }

    /**
     * The digits that all numbers of the interval have in common, cut off and not rounded, followed by {@code ...}:
     * each digit shown is a true digit of every element. An exact short number is shown without dots; {@code [lower,
     * upper]} with three digits when not even the first digit is common.
     */
    public static String certified(DyadicInterval x, int maxDigits) {
        requireDigits(maxDigits);
        if (x.isPoint() && x.lower().signum() == 0) {
            return "0";
        }
        if (x.containsZero() || !x.isBounded()) {
            return pair(x);
        }
        boolean negative = x.isNegative();
        BigDecimal small = decimal(x.mignitude(), maxDigits, DOWN, RoundingMode.DOWN);
        BigDecimal large = decimal(x.magnitude(), maxDigits, UP, RoundingMode.DOWN);
        String text = common(small, large, maxDigits);
        if (text.isEmpty()) {
            return pair(x);
        }
        boolean exact = x.isPoint() && Math.abs((long) x.lower().top()) <= EXACT_TOP
                && x.lower().mantissa().bitLength() <= EXACT_BITS && exact(x.mignitude()).compareTo(small) == 0;
        return (negative ? "-" : "") + (exact ? format(small) : text);
    }

    /** The decimal digits before the relative width: floor(-log10(width / least |x|)), at least 0; all for a point. */
    public static int relativeDigits(DyadicInterval x) {
        if (x.isPoint()) {
            return Integer.MAX_VALUE;
        }
        if (x.containsZero() || !x.isBounded()) {
            return 0;
        }
        Dyadic ratio = Dyadic.quotient(x.mignitude(), x.width(), 64, DOWN);
        if (ratio.compareTo(Dyadic.ONE) < 0) {
            return 0;
        }
        return exponent(decimal(ratio, 20, DOWN, RoundingMode.DOWN));
    }

    private static String pair(DyadicInterval x) {
        return "[" + lower(x, FEW_DIGITS) + ", " + upper(x, FEW_DIGITS) + "]";
    }

    private static String bound(Dyadic value, int digits, Rounding rounding) {
        requireDigits(digits);
        if (value.isInfinite()) {
            return value.signum() > 0 ? "inf" : "-inf";
        }
        if (value.signum() < 0) {
            return "-" + bound(value.negate(), digits, rounding.opposite());
        }
        return format(decimal(value, digits, rounding, rounding == UP ? RoundingMode.CEILING : RoundingMode.FLOOR));
    }

    private static void requireDigits(int digits) {
        if (digits < 1 || digits > MAX_DIGITS) {
            throw new IllegalArgumentException("cannot show " + digits + " digits: ask for 1 to " + MAX_DIGITS);
        }
    }

    /**
     * A bound of a nonnegative number in the given direction, then rounded to the given number of digits in the given
     * mode.
     */
    private static BigDecimal decimal(Dyadic value, int digits, Rounding bound, RoundingMode mode) {
        MathContext context = new MathContext(digits, mode);
        if (value.signum() == 0) {
            return BigDecimal.ZERO;
        }
        if (Math.abs((long) value.top()) <= EXACT_TOP) {
            return exact(value.round(EXACT_BITS, bound)).round(context);
        }
        // value = (value / 10^k) 10^k with k near log10(value): any k is right, this one keeps the quotient short
        int k = (int) (value.top() * 30103L / 100_000);
        DyadicArithmetic arithmetic = new DyadicArithmetic(4 * digits + 64);
        DyadicInterval power = arithmetic.power(DyadicInterval.point(Dyadic.of(10)), k);
        DyadicInterval scaled = arithmetic.divide(DyadicInterval.point(value), power);
        return exact(bound == UP ? scaled.upper() : scaled.lower()).round(context).scaleByPowerOfTen(k);
    }

    private static BigDecimal exact(Dyadic value) {
        int e = value.exponent();
        return e >= 0
                ? new BigDecimal(value.mantissa().shiftLeft(e))
                : new BigDecimal(value.mantissa().multiply(BigInteger.valueOf(5).pow(-e)), -e); // 2^e = 5^-e 10^e
    }

    /** The k with 10^k <= |x| < 10^(k+1). */
    private static int exponent(BigDecimal x) {
        return x.precision() - x.scale() - 1;
    }

    private static String format(BigDecimal x) {
        if (x.signum() == 0) {
            return "0";
        }
        int k = exponent(x);
        BigDecimal shortest = x.stripTrailingZeros();
        if (k >= -6 && k <= 20) {
            return shortest.toPlainString();
        }
        return shortest.scaleByPowerOfTen(-k).toPlainString() + "e" + k;
    }

    /** The common leading digits of two positive numbers, with dots, or an empty string. */
    private static String common(BigDecimal a, BigDecimal b, int maxDigits) {
        int k = exponent(a);
        if (k != exponent(b)) {
            return "";
        }
        String left = digits(a, maxDigits);
        String right = digits(b, maxDigits);
        int n = 0;
        while (n < maxDigits && left.charAt(n) == right.charAt(n)) {
            n++;
        }
        return n == 0 ? "" : shown(left.substring(0, n), k);
    }

    /** The first digits of a positive number that has at most that many, padded with its zeros. */
    private static String digits(BigDecimal x, int count) {
        return (x.unscaledValue() + "0".repeat(count)).substring(0, count);
    }

    private static String shown(String digits, int k) {
        // digits before the point that are unknown cannot be left out, and a number of them must be seen to be complete
        if (k < -6 || k > 20 || k >= Math.max(1, digits.length() - 1)) {
            String rest = digits.substring(1);
            return digits.charAt(0) + (rest.isEmpty() ? "" : "." + rest) + "...e" + k;
        }
        if (digits.length() == 1 && k == 0) {
            return digits + "...";
        }
        return k < 0
                ? "0." + "0".repeat(-k - 1) + digits + "..."
                : digits.substring(0, k + 1) + "." + digits.substring(k + 1) + "...";
    }
}
