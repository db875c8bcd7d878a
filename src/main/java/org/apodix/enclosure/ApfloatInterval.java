package org.apodix.enclosure;

import org.apfloat.Apfloat;

/**
 * A closed, nonempty set of real numbers between two decimal ends, which may be infinite: {x real : lower <= x <= upper}.
 * Immutable. The ends are {@link Apfloat} values of infinite precision, so that sums, products and comparisons of them are exact.
 */
public final class ApfloatInterval {

    static final ApfloatInterval ENTIRE = new ApfloatInterval(ApfloatRounding.INFINITY.negate(), ApfloatRounding.INFINITY);
    static final ApfloatInterval ZERO = point(Apfloat.ZERO);
    static final ApfloatInterval ONE = point(Apfloat.ONE);

    private final Apfloat lower;
    private final Apfloat upper;

    private ApfloatInterval(Apfloat lower, Apfloat upper) {
        this.lower = lower;
        this.upper = upper;
    }

    /** The interval between two ends of infinite precision; an {@link IllegalStateException} when they are out of order. */
    static ApfloatInterval of(Apfloat lower, Apfloat upper) {
        if (lower.compareTo(upper) > 0) {
            throw new IllegalStateException("the lower end " + lower + " is above the upper end " + upper);
        }
        return new ApfloatInterval(lower, upper);
    }

    static ApfloatInterval point(Apfloat value) {
        return new ApfloatInterval(value, value);
    }

    Apfloat lower() {
        return lower;
    }

    Apfloat upper() {
        return upper;
    }

    boolean isPoint() {
        return lower == upper || lower.compareTo(upper) == 0;
    }

    boolean isZero() {
        return lower.signum() == 0 && upper.signum() == 0;
    }

    boolean isNonnegative() {
        return lower.signum() >= 0;
    }

    boolean containsZero() {
        return lower.signum() <= 0 && upper.signum() >= 0;
    }

    boolean isEntire() {
        return ApfloatRounding.isInfinite(lower) && ApfloatRounding.isInfinite(upper);
    }

    boolean isBounded() {
        return !ApfloatRounding.isInfinite(lower) && !ApfloatRounding.isInfinite(upper);
    }

    ApfloatInterval negate() {
        return new ApfloatInterval(upper.negate(), lower.negate());
    }

    ApfloatInterval hull(ApfloatInterval that) {
        return new ApfloatInterval(ApfloatRounding.least(lower, that.lower), ApfloatRounding.greatest(upper, that.upper));
    }

    /** The elements between two integers that bound a function whose values this interval encloses. */
    ApfloatInterval within(int least, int most) {
        return of(ApfloatRounding.greatest(lower, new Apfloat(least, Apfloat.INFINITE)),
                ApfloatRounding.least(upper, new Apfloat(most, Apfloat.INFINITE)));
    }

    /** The tightest superset with ends of that many digits. */
    ApfloatInterval round(int digits) {
        return of(ApfloatRounding.round(lower, digits, Rounding.DOWN), ApfloatRounding.round(upper, digits, Rounding.UP));
    }

    /** The greatest |x| of the set. */
    Apfloat magnitude() {
        return ApfloatRounding.greatest(ApfloatRounding.abs(lower), ApfloatRounding.abs(upper));
    }

    /** The least |x| of the set. */
    Apfloat mignitude() {
        return containsZero() ? Apfloat.ZERO : ApfloatRounding.least(ApfloatRounding.abs(lower), ApfloatRounding.abs(upper));
    }

    /** Both ends in decimal, exactly. */
    @Override
    public String toString() {
        return "[" + lower + ", " + upper + "]";
    }
}
