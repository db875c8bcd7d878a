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

    public static final Dyadic ZERO = new Dyadic(0, 0, 0, 0);
    public static final Dyadic ONE = new Dyadic(1, 0, 1, 0);
    public static final Dyadic POSITIVE_INFINITY = new Dyadic(1, 0, 1, INFINITE);
    public static final Dyadic NEGATIVE_INFINITY = new Dyadic(-1, 0, 1, INFINITE);

    /** |mantissa| = hi 2^64 + lo, two words without sign, when it has at most 128 bits; otherwise {@link #big} holds it. */
    final long hi;
    final long lo;
    private final int sign;
    private final int exponent;
    private final BigInteger big;

    private Dyadic(int sign, long hi, long lo, int exponent) {
        this.sign = sign;
        this.hi = hi;
        this.lo = lo;
        this.exponent = exponent;
        this.big = null;
    }

    /** For a mantissa of more than 128 bits. */
    private Dyadic(BigInteger big, int exponent) {
        this.sign = big.signum();
        this.hi = 0;
        this.lo = 0;
        this.exponent = exponent;
        this.big = big;
    }

    private static Dyadic checked(BigInteger mantissa, int exponent) {
        int bits = mantissa.bitLength();
        if (bits < Long.SIZE) {
            long m = mantissa.longValue();
            return new Dyadic(Long.signum(m), 0, Math.abs(m), exponent);
        }
        if (bits > TwoWords.BITS || length(mantissa) > TwoWords.BITS) {
            return new Dyadic(mantissa, exponent);
        }
        long low = mantissa.longValue();
        long high = mantissa.shiftRight(Long.SIZE).longValue();
        return mantissa.signum() > 0
                ? new Dyadic(1, high, low, exponent)
                : new Dyadic(-1, ~high + (low == 0 ? 1 : 0), -low, exponent);
    }

    /** Whether the mantissas of both have at most 128 bits, and so have all numbers of {@code bits} bits. */
    static boolean small(Dyadic a, Dyadic b, int bits) {
        return a.big == null && b.big == null && bits >= 1 && bits <= TwoWords.BITS;
    }

    /** The integer. */
    public static Dyadic of(long value) {
        return new Dyadic(Long.signum(value), 0, Math.abs(value), 0); // the word 2^63 for Long.MIN_VALUE
    }

    /** The exact number mantissa * 2^exponent; {@link ArithmeticException} outside the range of this class. */
    public static Dyadic of(BigInteger mantissa, long exponent) {
        if (mantissa.signum() == 0) {
            return ZERO;
        }
        requireRange(length(mantissa) + exponent);
        return checked(mantissa, (int) exponent);
    }

    /** Exactly the number that the double is, infinities included; a NaN is rejected. */
    public static Dyadic ofExact(double value) {
        return DyadicDoubles.of(value);
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
        return checked(m, (int) e);
    }

    /** sign (hi 2^64 + lo) 2^e, nonzero and of that many bits, or its bound when that is outside of the range. */
    static Dyadic limited(int sign, long hi, long lo, long e, int bits, Rounding rounding) {
        long top = TwoWords.length(hi, lo) + e;
        return top > MAX_EXPONENT || top < -MAX_EXPONENT
                ? saturated(sign > 0, top > 0, bits, rounding)
                : new Dyadic(sign, hi, lo, (int) e);
    }

    private static Dyadic saturated(boolean positive, boolean overflow, int bits, Rounding rounding) {
        boolean outward = positive == (rounding == Rounding.UP);
        Dyadic size;
        if (overflow) {
            size = outward ? POSITIVE_INFINITY
                    : checked(BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE), MAX_EXPONENT - bits);
        } else {
            size = outward ? new Dyadic(1, 0, 1, -MAX_EXPONENT - 1) : ZERO;
        }
        return positive ? size : size.negate();
    }

    /** The m of a finite number m * 2^e; it may be even. {@link ArithmeticException} for an infinity. */
    public BigInteger mantissa() {
        requireFinite();
        return big != null ? big : TwoWords.integer(sign, hi, lo);
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
        return sign;
    }

    /** The E with 2^(E-1) <= |x| < 2^E, for a finite nonzero x. */
    int top() {
        return (big != null ? length(big) : TwoWords.length(hi, lo)) + exponent;
    }

    /** Bits of |m|: bitLength() counts one less for the negative of a power of two. */
    private static int length(BigInteger m) {
        int bits = m.bitLength();
        return m.signum() < 0 && m.getLowestSetBit() == bits ? bits + 1 : bits;
    }

    private static void requireRange(long top) {
        if (top > MAX_EXPONENT || top < -MAX_EXPONENT) {
            throw new ArithmeticException("a number near 2^" + top + " is outside the range 2^-" + MAX_EXPONENT
                    + " .. 2^" + MAX_EXPONENT + ": use an operation with a rounding");
        }
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
                ? of(mantissa().shiftLeft(exponent - that.exponent).add(that.mantissa()), that.exponent)
                : of(that.mantissa().shiftLeft(that.exponent - exponent).add(mantissa()), exponent);
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
        return of(mantissa().multiply(that.mantissa()), (long) exponent + that.exponent);
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
        if (small(a, b, bits)) {
            return TwoWords.sum(a, b, bits, rounding);
        }
        return DyadicSum.sum(a, b, bits, rounding);
    }

    /** The best bound of a * b with the given number of bits; zero times an infinity is zero. */
    public static Dyadic product(Dyadic a, Dyadic b, int bits, Rounding rounding) {
        if (a.signum() == 0 || b.signum() == 0 || a.isInfinite() || b.isInfinite()) {
            return a.times(b);
        }
        if (small(a, b, bits)) {
            return TwoWords.product(a, b, bits, rounding);
        }
        return rounded(a.mantissa().multiply(b.mantissa()), (long) a.exponent + b.exponent, bits, rounding);
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
        return DyadicQuotient.quotient(a, b, bits, rounding);
    }

    /** The best bound of the square root with the given number of bits; a negative number is rejected. */
    public static Dyadic sqrt(Dyadic a, int bits, Rounding rounding) {
        return DyadicSqrt.sqrt(a, bits, rounding);
    }

    public Dyadic negate() {
        if (isInfinite()) {
            return signum() > 0 ? NEGATIVE_INFINITY : POSITIVE_INFINITY;
        }
        return big == null ? new Dyadic(-sign, hi, lo, exponent) : new Dyadic(big.negate(), exponent);
    }

    public Dyadic abs() {
        return signum() < 0 ? negate() : this;
    }

    /** This number times 2^places, exactly. */
    public Dyadic shift(long places) {
        if (isInfinite() || sign == 0) {
            return this;
        }
        requireRange(Math.addExact(top(), places));
        return big == null ? new Dyadic(sign, hi, lo, (int) (exponent + places)) : new Dyadic(big, (int) (exponent + places));
    }

    /** A number of at least x 2^places and close to it, also where that leaves the range: for tolerances, which only steer work. */
    public Dyadic scaledUp(long places) {
        return product(this, ONE.shift(places), 64, Rounding.UP);
    }

    /** floor(x 2^-unit) for an x > 0 of at most 64 bits; the greatest long when that is greater. */
    long floor(long unit) {
        long places = exponent - unit;
        if (places >= 0) {
            return places >= Long.numberOfLeadingZeros(lo) ? Long.MAX_VALUE : lo << places;
        }
        return places > -Long.SIZE ? lo >>> -places : 0;
    }

    /** The best bound of this number with the given number of bits; itself when it fits. */
    public Dyadic round(int bits, Rounding rounding) {
        if (big != null) {
            return big.bitLength() <= bits ? this : rounded(big, exponent, bits, rounding);
        }
        if (isInfinite() || TwoWords.length(hi, lo) <= bits) {
            return this;
        }
        return bits < 1 ? rounded(mantissa(), exponent, bits, rounding)
                : TwoWords.round(sign, hi, lo, exponent, bits, rounding);
    }

    /** The best bound of this number among the doubles, infinities included. */
    public double toDouble(Rounding rounding) {
        return DyadicDoubles.bound(this, rounding);
    }

    /** Exactly this number; {@link ArithmeticException} for an infinity. */
    public Rational toRational() {
        requireFinite();
        return exponent >= 0
                ? Rational.of(mantissa().shiftLeft(exponent))
                : Rational.of(mantissa(), BigInteger.ONE.shiftLeft(-exponent));
    }

    public Dyadic min(Dyadic that) {
        return compareTo(that) <= 0 ? this : that;
    }

    public Dyadic max(Dyadic that) {
        return compareTo(that) >= 0 ? this : that;
    }

    @Override
    public int compareTo(Dyadic that) {
        if (sign != that.signum() || sign == 0) {
            return Integer.compare(sign, that.signum());
        }
        if (isInfinite() || that.isInfinite()) {
            return isInfinite() == that.isInfinite() ? 0 : isInfinite() ? sign : -sign;
        }
        int size = Integer.compare(top(), that.top());
        if (size != 0) {
            return sign * size;
        }
        if (big == null && that.big == null) {
            return sign * TwoWords.compareSizes(this, that);
        }
        return exponent > that.exponent
                ? mantissa().shiftLeft(exponent - that.exponent).compareTo(that.mantissa())
                : mantissa().compareTo(that.mantissa().shiftLeft(that.exponent - exponent));
    }

    /** Compares with a rational number, exactly. */
    public int compareTo(Rational that) {
        if (isInfinite() || signum() != that.signum()) {
            return signum() == that.signum() ? signum() : Integer.compare(signum(), that.signum());
        }
        BigInteger scaled = mantissa().multiply(that.denominator());
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
        BigInteger mantissa = mantissa();
        int zeros = mantissa.getLowestSetBit(); // equal values may be stored with different trailing zeros
        return 31 * mantissa.shiftRight(zeros).hashCode() + exponent + zeros;
    }

    /** The exact value as {@code mantissa*2^exponent}, an integer, {@code inf} or {@code -inf}. */
    @Override
    public String toString() {
        if (isInfinite()) {
            return signum() > 0 ? "inf" : "-inf";
        }
        return exponent == 0 ? mantissa().toString() : mantissa() + "*2^" + exponent;
    }
}
