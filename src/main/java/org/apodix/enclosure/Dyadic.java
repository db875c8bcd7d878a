package org.apodix.enclosure;

import java.math.BigInteger;

/**
 * An exact number mantissa * 2^exponent, or one of the two infinities. Immutable; equality is equality of values.
 *
 * <p>A finite nonzero number has its leading bit between 2^-16777216 and 2^16777216, so that no operation can eat time
 * or memory through its exponent. An exact operation whose result leaves this range throws {@link ArithmeticException};
 * an operation with a {@link Rounding} never does: it returns an infinity or the largest finite number above the range,
 * zero or the smallest number below it, whichever is the bound in the asked direction.
 */
public final class Dyadic implements Comparable<Dyadic> {

    /** For every finite nonzero x there is an E with 2^(E-1) <= |x| < 2^E and |E| <= MAX_EXPONENT. */
    static final int MAX_EXPONENT = 1 << 24;

    private static final int INFINITE = Integer.MAX_VALUE;

    public static final Dyadic ZERO = new Dyadic(BigInteger.ZERO, 0);
    public static final Dyadic ONE = new Dyadic(BigInteger.ONE, 0);
    public static final Dyadic POSITIVE_INFINITY = new Dyadic(BigInteger.ONE, INFINITE);
    public static final Dyadic NEGATIVE_INFINITY = new Dyadic(BigInteger.ONE.negate(), INFINITE);

    private final BigInteger mantissa;
    private final int exponent;

    private Dyadic(BigInteger mantissa, int exponent) {
        this.mantissa = mantissa;
        this.exponent = exponent;
    }

    /** The integer. */
    public static Dyadic of(long value) {
        return new Dyadic(BigInteger.valueOf(value), 0);
    }

    /** The exact number mantissa * 2^exponent; {@link ArithmeticException} outside the range of this class. */
    public static Dyadic of(BigInteger mantissa, long exponent) {
        if (mantissa.signum() == 0) {
            return ZERO;
        }
        long top = length(mantissa) + exponent;
        if (top > MAX_EXPONENT || top < -MAX_EXPONENT) {
            throw new ArithmeticException("a number near 2^" + top + " is outside the range 2^-" + MAX_EXPONENT
                    + " .. 2^" + MAX_EXPONENT + ": use an operation with a rounding");
        }
        return new Dyadic(mantissa, (int) exponent);
    }

    /** Exactly the number that the double is, infinities included; a NaN is rejected. */
    public static Dyadic ofExact(double value) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("NaN is not a number: give a finite or infinite double");
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? POSITIVE_INFINITY : NEGATIVE_INFINITY;
        }
        long bits = Double.doubleToRawLongBits(value);
        int biased = (int) (bits >> 52) & 0x7ff;
        long fraction = bits & 0xfffffffffffffL;
        long size = biased == 0 ? fraction : fraction | 0x10000000000000L;
        if (size == 0) {
            return ZERO;
        }
        int zeros = Long.numberOfTrailingZeros(size);
        long odd = size >> zeros;
        return new Dyadic(BigInteger.valueOf(value < 0 ? -odd : odd), Math.max(biased, 1) - 1075 + zeros);
    }

    /** The best bound of the fraction with the given number of bits; exact when the fraction is dyadic and fits. */
    public static Dyadic of(Rational value, int bits, Rounding rounding) {
        BigInteger denominator = value.denominator();
        int zeros = denominator.getLowestSetBit();
        if (denominator.bitLength() == zeros + 1) {
            return rounded(value.numerator(), -(long) zeros, bits, rounding);
        }
        return DyadicQuotient.quotient(value.numerator(), 0, denominator, 0, bits, rounding);
    }

    /** The best bound of mantissa * 2^exponent with the given number of bits, saturating at the ends of the range. */
    static Dyadic rounded(BigInteger mantissa, long exponent, int bits, Rounding rounding) {
        if (bits < 1) {
            throw new IllegalArgumentException("cannot round to " + bits + " bits: give 1 or more");
        }
        BigInteger m = mantissa;
        long e = exponent;
        int excess = m.bitLength() - bits;
        if (excess > 0) {
            boolean inexact = m.getLowestSetBit() < excess;
            m = m.shiftRight(excess); // the floor, also of a negative number
            if (inexact && rounding == Rounding.UP) {
                m = m.add(BigInteger.ONE);
            }
            e += excess;
        }
        if (m.signum() == 0) {
            return ZERO;
        }
        long top = length(m) + e;
        if (top > MAX_EXPONENT || top < -MAX_EXPONENT) {
            return saturated(m.signum() > 0, top > 0, bits, rounding);
        }
        return new Dyadic(m, (int) e);
    }

    private static Dyadic saturated(boolean positive, boolean overflow, int bits, Rounding rounding) {
        boolean outward = positive == (rounding == Rounding.UP);
        Dyadic size;
        if (overflow) {
            size = outward ? POSITIVE_INFINITY
                    : new Dyadic(BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE), MAX_EXPONENT - bits);
        } else {
            size = outward ? new Dyadic(BigInteger.ONE, -MAX_EXPONENT - 1) : ZERO;
        }
        return positive ? size : size.negate();
    }

    /** The m of a finite number m * 2^e; it may be even. {@link ArithmeticException} for an infinity. */
    public BigInteger mantissa() {
        requireFinite();
        return mantissa;
    }

    /** The e of a finite number m * 2^e; {@link ArithmeticException} for an infinity. */
    public int exponent() {
        requireFinite();
        return exponent;
    }

    public boolean isInfinite() {
        return exponent == INFINITE;
    }

    public int signum() {
        return mantissa.signum();
    }

    /** The E with 2^(E-1) <= |x| < 2^E, for a finite nonzero x. */
    int top() {
        return length(mantissa) + exponent;
    }

    /** Bits of |m|: bitLength() counts one less for the negative of a power of two. */
    private static int length(BigInteger m) {
        int bits = m.bitLength();
        return m.signum() < 0 && m.getLowestSetBit() == bits ? bits + 1 : bits;
    }

    private void requireFinite() {
        if (isInfinite()) {
            throw new ArithmeticException("infinity has no exact finite form");
        }
    }

    /** The exact sum; opposite infinities have none and are rejected. */
    public Dyadic plus(Dyadic that) {
        if (isInfinite() || that.isInfinite()) {
            return infiniteSum(this, that);
        }
        if (signum() == 0) {
            return that;
        }
        if (that.signum() == 0) {
            return this;
        }
        return exponent >= that.exponent
                ? of(mantissa.shiftLeft(exponent - that.exponent).add(that.mantissa), that.exponent)
                : of(that.mantissa.shiftLeft(that.exponent - exponent).add(mantissa), exponent);
    }

    private static Dyadic infiniteSum(Dyadic a, Dyadic b) {
        if (a.isInfinite() && b.isInfinite() && a.signum() != b.signum()) {
            throw new ArithmeticException("the sum of opposite infinities has no value");
        }
        return a.isInfinite() ? a : b;
    }

    /** The exact difference; equal infinities have none and are rejected. */
    public Dyadic minus(Dyadic that) {
        return plus(that.negate());
    }

    /** The exact product; zero times an infinity is zero, as for the ends of an interval of real numbers. */
    public Dyadic times(Dyadic that) {
        if (signum() == 0 || that.signum() == 0) {
            return ZERO;
        }
        if (isInfinite() || that.isInfinite()) {
            return signum() == that.signum() ? POSITIVE_INFINITY : NEGATIVE_INFINITY;
        }
        return of(mantissa.multiply(that.mantissa), (long) exponent + that.exponent);
    }

    /** The best bound of a + b with the given number of bits. */
    public static Dyadic sum(Dyadic a, Dyadic b, int bits, Rounding rounding) {
        if (a.isInfinite() || b.isInfinite()) {
            return infiniteSum(a, b);
        }
        if (a.signum() == 0 || b.signum() == 0) {
            Dyadic other = a.signum() == 0 ? b : a;
            return other.round(bits, rounding);
        }
        int gap = a.exponent - b.exponent;
        if (Math.abs((long) gap) > bits + 64L) {
            int unit = Math.min(a.exponent, a.top() - bits - 2);
            if (b.top() <= unit) {
                return absorbed(a, b.signum(), unit, bits, rounding);
            }
            unit = Math.min(b.exponent, b.top() - bits - 2);
            if (a.top() <= unit) {
                return absorbed(b, a.signum(), unit, bits, rounding);
            }
        }
        return gap >= 0
                ? rounded(a.mantissa.shiftLeft(gap).add(b.mantissa), b.exponent, bits, rounding)
                : rounded(b.mantissa.shiftLeft(-gap).add(a.mantissa), a.exponent, bits, rounding);
    }

    /**
     * Rounds a + b when a is a multiple of u = 2^unit, |b| < u, and every number of {@code bits} bits near a is a
     * multiple of 2u: then a + b lies strictly between two neighbouring multiples of u and rounds as a +- u/2 does.
     */
    private static Dyadic absorbed(Dyadic a, int sign, int unit, int bits, Rounding rounding) {
        BigInteger doubled = a.mantissa.shiftLeft(a.exponent - unit + 1);
        return rounded(doubled.add(BigInteger.valueOf(sign)), unit - 1L, bits, rounding);
    }

    /** The best bound of a * b with the given number of bits; zero times an infinity is zero. */
    public static Dyadic product(Dyadic a, Dyadic b, int bits, Rounding rounding) {
        if (a.signum() == 0 || b.signum() == 0 || a.isInfinite() || b.isInfinite()) {
            return a.times(b);
        }
        return rounded(a.mantissa.multiply(b.mantissa), (long) a.exponent + b.exponent, bits, rounding);
    }

    /** The best bound of a / b with the given number of bits; b = 0 and infinity over infinity are rejected. */
    public static Dyadic quotient(Dyadic a, Dyadic b, int bits, Rounding rounding) {
        if (b.signum() == 0 || a.isInfinite() && b.isInfinite()) {
            throw new ArithmeticException("the quotient " + a + " / " + b + " has no value");
        }
        if (a.isInfinite()) {
            return b.signum() > 0 ? a : a.negate();
        }
        if (a.signum() == 0 || b.isInfinite()) {
            return ZERO; // an end at infinity is a limit: the quotient tends to 0
        }
        return DyadicQuotient.quotient(a.mantissa, a.exponent, b.mantissa, b.exponent, bits, rounding);
    }

    /** The best bound of the square root with the given number of bits; a negative number is rejected. */
    public static Dyadic sqrt(Dyadic a, int bits, Rounding rounding) {
        return DyadicSqrt.sqrt(a, bits, rounding);
    }

    public Dyadic negate() {
        if (isInfinite()) {
            return signum() > 0 ? NEGATIVE_INFINITY : POSITIVE_INFINITY;
        }
        return new Dyadic(mantissa.negate(), exponent);
    }

    public Dyadic abs() {
        return signum() < 0 ? negate() : this;
    }

    /** This number times 2^places, exactly. */
    public Dyadic shift(long places) {
        return isInfinite() || signum() == 0 ? this : of(mantissa, Math.addExact(exponent, places));
    }

    /** The best bound of this number with the given number of bits; itself when it fits. */
    public Dyadic round(int bits, Rounding rounding) {
        return isInfinite() || mantissa.bitLength() <= bits ? this : rounded(mantissa, exponent, bits, rounding);
    }

    /** The best bound of this number among the doubles, infinities included. */
    public double toDouble(Rounding rounding) {
        if (isInfinite()) {
            return signum() > 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
        if (signum() < 0) {
            return -negate().toDouble(rounding.opposite());
        }
        if (signum() == 0) {
            return 0;
        }
        if (top() > 1024) {
            return rounding == Rounding.UP ? Double.POSITIVE_INFINITY : Double.MAX_VALUE;
        }
        int unit = Math.max(top() - 53, -1074); // the spacing of the doubles there is 2^unit
        BigInteger m;
        if (exponent >= unit) {
            m = mantissa.shiftLeft(exponent - unit);
        } else {
            m = mantissa.shiftRight(unit - exponent);
            if (rounding == Rounding.UP && mantissa.getLowestSetBit() < unit - exponent) {
                m = m.add(BigInteger.ONE);
            }
        }
        return Math.scalb((double) m.longValue(), unit);
    }

    /** Exactly this number; {@link ArithmeticException} for an infinity. */
    public Rational toRational() {
        requireFinite();
        return exponent >= 0
                ? Rational.of(mantissa.shiftLeft(exponent))
                : Rational.of(mantissa, BigInteger.ONE.shiftLeft(-exponent));
    }

    public Dyadic min(Dyadic that) {
        return compareTo(that) <= 0 ? this : that;
    }

    public Dyadic max(Dyadic that) {
        return compareTo(that) >= 0 ? this : that;
    }

    @Override
    public int compareTo(Dyadic that) {
        int sign = signum();
        if (sign != that.signum() || sign == 0) {
            return Integer.compare(sign, that.signum());
        }
        if (isInfinite() || that.isInfinite()) {
            return isInfinite() == that.isInfinite() ? 0 : isInfinite() ? sign : -sign;
        }
        if (exponent == that.exponent) {
            return mantissa.compareTo(that.mantissa);
        }
        int size = Integer.compare(top(), that.top());
        if (size != 0) {
            return sign * size;
        }
        return exponent > that.exponent
                ? mantissa.shiftLeft(exponent - that.exponent).compareTo(that.mantissa)
                : mantissa.compareTo(that.mantissa.shiftLeft(that.exponent - exponent));
    }

    /** Compares with a rational number, exactly. */
    public int compareTo(Rational that) {
        if (isInfinite() || signum() != that.signum()) {
            return signum() == that.signum() ? signum() : Integer.compare(signum(), that.signum());
        }
        BigInteger scaled = mantissa.multiply(that.denominator());
        return exponent >= 0
                ? scaled.shiftLeft(exponent).compareTo(that.numerator())
                : scaled.compareTo(that.numerator().shiftLeft(-exponent));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Dyadic that && compareTo(that) == 0;
    }

    @Override
    public int hashCode() {
        if (isInfinite() || signum() == 0) {
            return signum();
        }
        int zeros = mantissa.getLowestSetBit(); // equal values may be stored with different trailing zeros
        return 31 * mantissa.shiftRight(zeros).hashCode() + exponent + zeros;
    }

    /** The exact value as {@code mantissa*2^exponent}, an integer, {@code inf} or {@code -inf}. */
    @Override
    public String toString() {
        if (isInfinite()) {
            return signum() > 0 ? "inf" : "-inf";
        }
        return exponent == 0 ? mantissa.toString() : mantissa + "*2^" + exponent;
    }
}
