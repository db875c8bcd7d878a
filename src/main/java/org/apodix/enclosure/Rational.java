package org.apodix.enclosure;

import java.math.BigInteger;

/** An exact rational number, always reduced, with a positive denominator. Immutable. */
public final class Rational implements Comparable<Rational> {

    public static final Rational ZERO = new Rational(BigInteger.ZERO, BigInteger.ONE);
    public static final Rational ONE = new Rational(BigInteger.ONE, BigInteger.ONE);
    public static final Rational TWO = new Rational(BigInteger.TWO, BigInteger.ONE);

    private final BigInteger numerator;
    private final BigInteger denominator;

    /** The caller guarantees a reduced fraction with a positive denominator. */
    private Rational(BigInteger numerator, BigInteger denominator) {
        this.numerator = numerator;
        this.denominator = denominator;
    }

    /** The integer. */
    public static Rational of(long value) {
        return value == 0 ? ZERO : value == 1 ? ONE : new Rational(BigInteger.valueOf(value), BigInteger.ONE);
    }

    /** The fraction numerator / denominator; a zero denominator is rejected. */
    public static Rational of(long numerator, long denominator) {
        return of(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /** The integer. */
    public static Rational of(BigInteger value) {
        return new Rational(value, BigInteger.ONE);
    }

    /** The fraction numerator / denominator; a zero denominator is rejected. */
    public static Rational of(BigInteger numerator, BigInteger denominator) {
        if (denominator.signum() == 0) {
            throw new IllegalArgumentException(
                    "the fraction " + abbreviate(numerator) + "/0 has no value: give a denominator other than 0");
        }
        return denominator.signum() < 0
                ? reduced(numerator.negate(), denominator.negate())
                : reduced(numerator, denominator);
    }

    /**
     * Reads {@code 3/5}, {@code -7}, {@code -1.25}, {@code 1e-6} or {@code 2.5E3}, exactly. Everything else is rejected
     * with an {@link IllegalArgumentException}: spaces, a plus sign, other digits than 0-9, a zero denominator, more
     * than 10000 characters, a power of ten beyond 10000 in size.
     */
    public static Rational parse(String text) {
        return RationalText.parse(text);
    }

    private static Rational reduced(BigInteger numerator, BigInteger denominator) {
        if (denominator.equals(BigInteger.ONE)) {
            return new Rational(numerator, denominator);
        }
        BigInteger divisor = gcd(numerator, denominator);
        return divisor.equals(BigInteger.ONE)
                ? new Rational(numerator, denominator)
                : new Rational(numerator.divide(divisor), denominator.divide(divisor));
    }

    private static BigInteger over(BigInteger a, BigInteger divisor) {
        return divisor.equals(BigInteger.ONE) ? a : a.divide(divisor);
    }

    /** The greatest common divisor, for b > 0. */
    private static BigInteger gcd(BigInteger a, BigInteger b) {
        if (b.equals(BigInteger.ONE)) {
            return b;
        }
        if (a.bitLength() >= 63 || b.bitLength() >= 63) { // Long.MIN_VALUE has 63 bits, but its size is no long
            return a.gcd(b);
        }
        return BigInteger.valueOf(gcd(Math.abs(a.longValue()), b.longValue()));
    }

    private static long gcd(long u, long v) {
        while (v != 0) {
            long rest = u % v;
            u = v;
            v = rest;
        }
        return u;
    }

    /** Whether the size of the numerator is at most 2^31 and the denominator less. */
    private boolean isShort() {
        return numerator.bitLength() < Integer.SIZE && denominator.bitLength() < Integer.SIZE;
    }

    /** The fraction, for a positive denominator and a numerator other than the least number. */
    private static Rational reduced(long numerator, long denominator) {
        if (numerator == 0) {
            return ZERO;
        }
        if (denominator == 1) {
            return new Rational(BigInteger.valueOf(numerator), BigInteger.ONE);
        }
        long divisor = gcd(Math.abs(numerator), denominator);
        return new Rational(BigInteger.valueOf(numerator / divisor), BigInteger.valueOf(denominator / divisor));
    }

    /** The numerator of the reduced fraction; it carries the sign. */
    public BigInteger numerator() {
        return numerator;
    }

    /** The denominator of the reduced fraction, at least 1. */
    public BigInteger denominator() {
        return denominator;
    }

    /** Bits of the numerator plus bits of the denominator: the size of this number. */
    public int bitLength() {
        return numerator.bitLength() + denominator.bitLength();
    }

    public int signum() {
        return numerator.signum();
    }

    public boolean isZero() {
        return numerator.signum() == 0;
    }

    public boolean isInteger() {
        return denominator.equals(BigInteger.ONE);
    }

    /**
     * The sum, with gcds of half the size of the naive ones (Henrici 1956; Knuth, TAOCP 4.5.1): for g = gcd(b, d) and
     * t = a (d/g) + c (b/g), the fraction a/b + c/d is t / ((b/g) d), and only gcd(t, g) is left to cancel.
     */
    public Rational plus(Rational that) {
        if (isZero()) {
            return that;
        }
        if (that.isZero()) {
            return this;
        }
        if (isShort() && that.isShort()) { // each product below 2^62
            long d = denominator.longValue();
            long e = that.denominator.longValue();
            return reduced(numerator.longValue() * e + that.numerator.longValue() * d, d * e);
        }
        BigInteger g = gcd(denominator, that.denominator);
        BigInteger left = over(denominator, g);
        BigInteger sum = numerator.multiply(over(that.denominator, g)).add(that.numerator.multiply(left));
        if (sum.signum() == 0) {
            return ZERO;
        }
        BigInteger common = gcd(sum, g);
        return new Rational(over(sum, common), left.multiply(over(that.denominator, common)));
    }

    public Rational minus(Rational that) {
        return plus(that.negate());
    }

    /** The product; only gcd(a, d) and gcd(c, b) cancel from (a/b)(c/d). */
    public Rational times(Rational that) {
        if (isZero() || that.isZero()) {
            return ZERO;
        }
        if (isShort() && that.isShort()) {
            return reduced(numerator.longValue() * that.numerator.longValue(), denominator.longValue() * that.denominator.longValue());
        }
        BigInteger g = gcd(numerator, that.denominator);
        BigInteger h = gcd(that.numerator, denominator);
        return new Rational(over(numerator, g).multiply(over(that.numerator, h)),
            over(denominator, h).multiply(over(that.denominator, g)));
    }

    /** The quotient; throws {@link ArithmeticException} when {@code that} is zero. */
    public Rational over(Rational that) {
        return times(that.inverse());
    }

    public Rational negate() {
        return new Rational(numerator.negate(), denominator);
    }

    public Rational abs() {
        return signum() < 0 ? negate() : this;
    }

    /** One over this number; throws {@link ArithmeticException} when it is zero. */
    public Rational inverse() {
        if (isZero()) {
            throw new ArithmeticException("zero has no inverse");
        }
        return signum() < 0
                ? new Rational(denominator.negate(), numerator.negate())
                : new Rational(denominator, numerator);
    }

    /**
     * This number to an integer power; 0 to the power 0 is 1; throws {@link ArithmeticException} for 0 to a negative
     * power.
     */
    public Rational pow(int power) {
        if (power == Integer.MIN_VALUE) {
            return pow(power + 1).over(this);
        }
        if (power < 0) {
            return inverse().pow(-power);
        }
        return new Rational(numerator.pow(power), denominator.pow(power)); // powers of coprime numbers are coprime
    }

    /** The greatest integer that is not above this number. */
    public BigInteger floor() {
        BigInteger[] parts = numerator.divideAndRemainder(denominator);
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    public Rational min(Rational that) {
        return compareTo(that) <= 0 ? this : that;
    }

    public Rational max(Rational that) {
        return compareTo(that) >= 0 ? this : that;
    }

    @Override
    public int compareTo(Rational that) {
        if (signum() != that.signum()) {
            return Integer.compare(signum(), that.signum());
        }
        if (denominator.equals(that.denominator)) {
            return numerator.compareTo(that.numerator);
        }
        if (isShort() && that.isShort()) {
            return Long.compare(numerator.longValue() * that.denominator.longValue(), that.numerator.longValue() * denominator.longValue());
        }
        return numerator.multiply(that.denominator).compareTo(that.numerator.multiply(denominator));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Rational that
                && numerator.equals(that.numerator) && denominator.equals(that.denominator);
    }

    @Override
    public int hashCode() {
        return 31 * numerator.hashCode() + denominator.hashCode();
    }

    /** The form {@code 3/5}, or {@code -7} for an integer; {@link #parse} reads it back. */
    @Override
    public String toString() {
        return isInteger() ? numerator.toString() : numerator + "/" + denominator;
    }

    private static String abbreviate(BigInteger number) {
        return number.bitLength() <= 128 ? number.toString() : "(" + number.bitLength() + " bits)";
    }
}
