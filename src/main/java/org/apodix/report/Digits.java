package org.apodix.report;

import java.math.BigDecimal;
import org.apodix.enclosure.Decimals;
import org.apodix.enclosure.DyadicArithmetic;
import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.Rational;

/** Enclosures as text for people: only digits that are true of every number of the enclosure. */
final class Digits {

    /** Digits shown of a side. */
    static final int SHOWN = 18;
    /** A radius below this is worth showing with its center. */
    private static final Rational SMALL = Rational.of(10).pow(-6);
    private static final DyadicArithmetic RATIO = new DyadicArithmetic(192);

    private Digits() { }

    /**
     * The common digits with dots, as in {@code 0.7592235...}. A narrow enclosure around a short number that its ends round to
     * differently, such as 1 or 0, is shown as {@code 1 +- 2.1e-39}, which contains it.
     */
    static String of(DyadicInterval x, int digits) {
        var common = Decimals.certified(x, digits);
        if (!common.startsWith("[") || !x.isBounded()) {
            return common;
        }
        var center = x.containsZero() ? Rational.ZERO : shortest(x, digits);
        if (center == null) {
            return common;
        }
        var radius = x.upper().toRational().minus(center).max(center.minus(x.lower().toRational()));
        var size = center.isZero() ? Rational.ONE : center.abs();
        return radius.compareTo(size.times(SMALL)) > 0 ? common
            : decimal(center, digits) + " \u00b1 " + Decimals.upper(DyadicInterval.of(radius, 64), 2);
    }

    /** left/right, or an empty text where the right side may be 0. */
    static String ratio(DyadicInterval left, DyadicInterval right) {
        return right.containsZero() || !right.isBounded() || !left.isBounded() ? "" : of(RATIO.divide(left, right), 10);
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

    private static String decimal(Rational terminating, int digits) {
        return new BigDecimal(terminating.numerator()).divide(new BigDecimal(terminating.denominator())).round(
            new java.math.MathContext(digits)).stripTrailingZeros().toPlainString();
    }
}
