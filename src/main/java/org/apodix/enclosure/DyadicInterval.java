package org.apodix.enclosure;

import java.math.BigInteger;

/**
 * A closed, nonempty set of real numbers between two dyadic ends, which may be infinite. Immutable.
 *
 * <p>The set is {x real : lower <= x <= upper}: an infinite end is never a member, and there is no NaN and no empty
 * interval.
 */
public final class DyadicInterval {

    /** All real numbers: the result of every operation that is undefined somewhere on its operands. */
    public static final DyadicInterval ENTIRE =
            new DyadicInterval(Dyadic.NEGATIVE_INFINITY, Dyadic.POSITIVE_INFINITY);

    private final Dyadic lower;
    private final Dyadic upper;

    private DyadicInterval(Dyadic lower, Dyadic upper) {
        this.lower = lower;
        this.upper = upper;
    }

    /** The interval from lo to hi; rejected when lo > hi or when it would hold no real number. */
    public static DyadicInterval of(Dyadic lo, Dyadic hi) {
        if (lo.compareTo(hi) > 0 || lo.isInfinite() && lo.signum() > 0 || hi.isInfinite() && hi.signum() < 0) {
            throw new IllegalArgumentException("[" + lo + ", " + hi + "] holds no number: give lower <= upper");
        }
        return new DyadicInterval(lo, lo.equals(hi) ? lo : hi);
    }

    /** The best lower and upper bound of mantissa * 2^exponent with the given number of bits. */
    static DyadicInterval rounded(BigInteger mantissa, long exponent, int bits) {
        int excess = mantissa.bitLength() - bits;
        if (excess <= 0 || mantissa.getLowestSetBit() >= excess) {
            Dyadic lo = Dyadic.rounded(mantissa, exponent, bits, Rounding.DOWN);
            Dyadic hi = Dyadic.rounded(mantissa, exponent, bits, Rounding.UP); // differs only outside the range
            return new DyadicInterval(lo, lo.equals(hi) ? lo : hi);
        }
        BigInteger floor = mantissa.shiftRight(excess);
        return new DyadicInterval(Dyadic.rounded(floor, exponent + excess, bits, Rounding.DOWN),
                Dyadic.rounded(floor.add(BigInteger.ONE), exponent + excess, bits, Rounding.UP));
    }

    /** For ends that are ordered by construction. */
    static DyadicInterval ordered(Dyadic lo, Dyadic hi) {
        return new DyadicInterval(lo, hi);
    }

    /** The one-element set of a finite number. */
    public static DyadicInterval point(Dyadic value) {
        return of(value, value);
    }

    /** The tightest interval with ends of the given number of bits around the fraction; a point when it fits. */
    public static DyadicInterval of(Rational value, int bits) {
        Dyadic lo = Dyadic.of(value, bits, Rounding.DOWN);
        return !lo.isInfinite() && lo.compareTo(value) == 0
                ? new DyadicInterval(lo, lo)
                : new DyadicInterval(lo, Dyadic.of(value, bits, Rounding.UP));
    }

    public Dyadic lower() {
        return lower;
    }

    public Dyadic upper() {
        return upper;
    }

    public boolean isPoint() {
        return lower == upper || lower.equals(upper);
    }

    public boolean isEntire() {
        return lower.isInfinite() && upper.isInfinite();
    }

    /** Whether both ends are finite. */
    public boolean isBounded() {
        return !lower.isInfinite() && !upper.isInfinite();
    }

    public boolean contains(Rational value) {
        return lower.compareTo(value) <= 0 && upper.compareTo(value) >= 0;
    }

    /** Whether the finite number is a member; an infinity never is. */
    public boolean contains(Dyadic value) {
        return !value.isInfinite() && lower.compareTo(value) <= 0 && upper.compareTo(value) >= 0;
    }

    /** Whether that interval is a subset of this one. */
    public boolean contains(DyadicInterval that) {
        return lower.compareTo(that.lower) <= 0 && upper.compareTo(that.upper) >= 0;
    }

    /** Whether the two sets have a common element. */
    public boolean overlaps(DyadicInterval that) {
        return lower.compareTo(that.upper) <= 0 && that.lower.compareTo(upper) <= 0;
    }

    /** The same as {@link #overlaps}. */
    public boolean intersects(DyadicInterval that) {
        return overlaps(that);
    }

    /** The common elements; {@link IllegalArgumentException} when there are none. */
    public DyadicInterval intersect(DyadicInterval that) {
        return of(lower.max(that.lower), upper.min(that.upper));
    }

    /** The smallest interval that contains both. */
    public DyadicInterval hull(DyadicInterval that) {
        return new DyadicInterval(lower.min(that.lower), upper.max(that.upper));
    }

    /** The tightest superset with ends of the given number of bits. */
    public DyadicInterval round(int bits) {
        return new DyadicInterval(lower.round(bits, Rounding.DOWN), upper.round(bits, Rounding.UP));
    }

    /** The greatest |x| of the set, or its supremum, infinity. */
    public Dyadic magnitude() {
        return lower.abs().max(upper.abs());
    }

    /** The least |x| of the set. */
    public Dyadic mignitude() {
        return containsZero() ? Dyadic.ZERO : lower.abs().min(upper.abs());
    }

    /** Exactly upper - lower; infinity also when that is beyond the range of {@link Dyadic}. */
    public Dyadic width() {
        return Dyadic.sum(upper, lower.negate(), 8 * Dyadic.MAX_EXPONENT, Rounding.UP);
    }

    /** Whether every element is above 0. */
    public boolean isPositive() {
        return lower.signum() > 0;
    }

    /** Whether every element is below 0. */
    public boolean isNegative() {
        return upper.signum() < 0;
    }

    /** Whether no element is below 0. */
    public boolean isNonnegative() {
        return lower.signum() >= 0;
    }

    public boolean containsZero() {
        return lower.signum() <= 0 && upper.signum() >= 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DyadicInterval that && lower.equals(that.lower) && upper.equals(that.upper);
    }

    @Override
    public int hashCode() {
        return 31 * lower.hashCode() + upper.hashCode();
    }

    /** Outward rounded decimal ends of 20 digits; for reading only. */
    @Override
    public String toString() {
        return "[" + Decimals.lower(this, 20) + ", " + Decimals.upper(this, 20) + "]";
    }
}
