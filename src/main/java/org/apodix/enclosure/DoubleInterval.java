package org.apodix.enclosure;

/**
 * A closed, nonempty set of real numbers between two double ends, which may be infinite. Immutable; same semantics as
 * {@link DyadicInterval}. No end is NaN or negative zero.
 */
public final class DoubleInterval {

    public static final DoubleInterval ENTIRE = new DoubleInterval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    private final double lower;
    private final double upper;

    private DoubleInterval(double lower, double upper) {
        this.lower = lower + 0.0; // -0.0 + 0.0 is 0.0
        this.upper = upper + 0.0;
    }

    /**
     * The interval between two exactly meant ends; rejected when lo > hi, at a NaN, or when it would hold no real
     * number.
     */
    public static DoubleInterval of(double lo, double hi) {
        if (!(lo <= hi) || lo == Double.POSITIVE_INFINITY || hi == Double.NEGATIVE_INFINITY) {
            throw new IllegalArgumentException("[" + lo + ", " + hi + "] holds no number: give lower <= upper");
        }
        return new DoubleInterval(lo, hi);
    }

    /** For ends that are ordered by construction. */
    static DoubleInterval ordered(double lo, double hi) {
        return new DoubleInterval(lo, hi);
    }

    /** The tightest interval around the fraction. */
    public static DoubleInterval of(Rational value) {
        if (value.isInteger() && value.numerator().bitLength() <= 53) {
            double exact = value.numerator().longValue();
            return new DoubleInterval(exact, exact);
        }
        if (value.numerator().bitLength() <= 53 && value.denominator().bitLength() <= 53) {
            double numerator = value.numerator().longValue(); // both are doubles exactly
            double denominator = value.denominator().longValue();
            return new DoubleInterval(DoubleBounds.divideDown(numerator, denominator), DoubleBounds.divideUp(numerator, denominator));
        }
        return new DoubleInterval(bound(value, Rounding.DOWN), bound(value, Rounding.UP));
    }

    private static double bound(Rational value, Rounding rounding) {
        return Dyadic.of(value, 64, rounding).toDouble(rounding);
    }

    public double lower() {
        return lower;
    }

    public double upper() {
        return upper;
    }

    public boolean isPoint() {
        return lower == upper;
    }

    public boolean isEntire() {
        return lower == Double.NEGATIVE_INFINITY && upper == Double.POSITIVE_INFINITY;
    }

    public boolean containsZero() {
        return lower <= 0 && upper >= 0;
    }

    /** Whether the fraction is a member, decided exactly. */
    public boolean contains(Rational value) {
        return toDyadic().contains(value);
    }

    /** Whether that interval is a subset of this one. */
    public boolean contains(DoubleInterval that) {
        return lower <= that.lower && upper >= that.upper;
    }

    /** Exactly the same set. */
    public DyadicInterval toDyadic() {
        return DyadicInterval.ordered(Dyadic.ofExact(lower), Dyadic.ofExact(upper));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DoubleInterval that && lower == that.lower && upper == that.upper;
    }

    @Override
    public int hashCode() {
        return 31 * Double.hashCode(lower) + Double.hashCode(upper);
    }

    @Override
    public String toString() {
        return "[" + lower + ", " + upper + "]";
    }
}
