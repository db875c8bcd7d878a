package org.apodix.enclosure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Enclosures as text for people: only digits that are true of every number of the enclosure. */
public final class Digits {

    /** Digits shown of a side. */
    public static final int SHOWN = 18;
    /** Digits shown of a tightness. */
    public static final int RATIO = 10;
    /** A radius below this is worth showing with its center. */
    private static final Rational SMALL = Rational.of(10).pow(-6);
    /** Numbers outside of 2^-33000 to 2^33000, about 10^-9934 to 10^9934, are beyond what {@link Rational#parse} reads: they have no short center. */
    private static final int MOST_TOP = 33_000;
    private static final DyadicArithmetic DIVISION = new DyadicArithmetic(192);

    private Digits() { }

    /**
     * The common digits with dots, as in {@code 0.7592235...}. A narrow enclosure around a short number that its ends round to
     * differently, such as 1 or 0, is shown as {@code 1 +- 2.1e-39}, which contains it; one next to 10^30000 by both ends.
     */
    public static String of(DyadicInterval x, int digits) {
        var common = Decimals.certified(x, digits);
        if (!x.isBounded() || !losesDigits(x, common, digits)) {
            return common;
        }
        if (!x.containsZero() && Math.max(Math.abs(x.lower().top()), Math.abs(x.upper().top())) > MOST_TOP) {
            return "[" + Decimals.lower(x, digits) + ", " + Decimals.upper(x, digits) + "]";
        }
        var center = x.containsZero() ? Rational.ZERO : shortest(x, digits);
        if (center == null) {
            return common;
        }
        var radius = x.upper().toRational().minus(center).max(center.minus(x.lower().toRational()));
        var size = center.isZero() ? Rational.ONE : center.abs();
        return radius.compareTo(size.times(SMALL)) > 0 ? common
            : of(center, digits) + " \u00b1 " + Decimals.upper(DyadicInterval.of(radius, 64), 2);
    }

    /** The first digits of an exact value, cut off and followed by dots where more follow. */
    public static String of(Rational value, int digits) {
        var fraction = new BigDecimal(value.numerator()).divide(new BigDecimal(value.denominator()),
            new MathContext(digits, RoundingMode.DOWN));
        var isWhole = fraction.multiply(new BigDecimal(value.denominator())).compareTo(new BigDecimal(value.numerator())) == 0;
        var shown = isWhole ? fraction.stripTrailingZeros() : fraction;
        int exponent = shown.precision() - shown.scale() - 1;
        var isPlain = shown.signum() == 0 || exponent >= -6 && exponent < (isWhole ? 21 : digits - 1);
        var text = isPlain ? shown.toPlainString() : shown.movePointLeft(exponent).toPlainString();
        return text + (isWhole ? "" : "...") + (isPlain ? "" : "e" + exponent);
    }

    /** Whether far fewer digits are common than the width of the enclosure would let one expect. */
    private static boolean losesDigits(DyadicInterval x, String common, int digits) {
        if (common.startsWith("[")) {
            return true;
        }
        var shown = common.replaceAll("e.*", "").replaceAll("[^0-9]", "").replaceAll("^0+", "").length();
        return common.contains("...") && shown + 2 < Math.min(digits, Decimals.relativeDigits(x));
    }

    /** left/right, or an empty text where the right side may be 0. */
    public static String ratio(DyadicInterval left, DyadicInterval right) {
        return right.containsZero() || !right.isBounded() || !left.isBounded() ? "" : of(DIVISION.divide(left, right), RATIO);
    }

    /** The number of the interval with the fewest digits, or null if it needs more than {@code digits}. */
    private static Rational shortest(DyadicInterval x, int digits) {
        for (int n = 1; n <= digits; n++) {
            var candidate = Rational.parse(Decimals.upper(DyadicInterval.point(x.lower()), n));
            if (x.contains(candidate)) {
                return candidate;
            }
        }
        return null;
    }
}
