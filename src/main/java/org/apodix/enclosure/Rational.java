package org.apodix.enclosure;

import java.math.BigInteger;
import java.util.Objects;

/**
 * An exact rational number, always reduced, with a positive denominator. Immutable.
 *
 * <p>Fractions of numbers of at most 63 bits, most of those met, are two longs; all others are two big integers. A value has one of the two
 * representations alone, which its size decides.
 */
public final class Rational implements Comparable<Rational> {

    public static final Rational ZERO = new Rational(0, 1);
    public static final Rational ONE = new Rational(1, 1);
    public static final Rational TWO = new Rational(2, 1);

    /** A reduced fraction of which a part is {@link Long#MIN_VALUE} or no long. */
    private record Big(BigInteger numerator, BigInteger denominator) { }

    /** The parts where {@code big} is null: the numerator is not {@link Long#MIN_VALUE}, so it has an opposite. */
    private final long numerator;
    private final long denominator;
    private final Big big;

    /** The caller guarantees a reduced fraction with a positive denominator, and another numerator than {@link Long#MIN_VALUE}. */
    private Rational(long numerator, long denominator) {
        this.numerator = numerator;
        this.denominator = denominator;
        this.big = null;
    }

    private Rational(Big big) {
        this.numerator = 0;
        this.denominator = 0;
        this.big = big;
    }

    /** The integer. */
    public static Rational of(long value) {
        return value == 0 ? ZERO : value == 1 ? ONE : value == Long.MIN_VALUE ? of(BigInteger.valueOf(value)) : new Rational(value, 1);
    }

    /** The fraction numerator / denominator; a zero denominator is rejected. */
    public static Rational of(long numerator, long denominator) {
        if (denominator == 0 || denominator == Long.MIN_VALUE || numerator == Long.MIN_VALUE) {
            return of(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
        }
        return denominator < 0 ? reduced(-numerator, -denominator) : reduced(numerator, denominator);
    }

    /** The integer. */
    public static Rational of(BigInteger value) {
        return fraction(value, BigInteger.ONE);
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

    /** The reduced fraction with a positive denominator, in the representation that its size decides. */
    private static Rational fraction(BigInteger numerator, BigInteger denominator) {
        if (isShort(numerator) && isShort(denominator)) {
            return new Rational(numerator.longValue(), denominator.longValue());
        }
        return new Rational(new Big(numerator, denominator));
    }

    private static boolean isShort(BigInteger n) {
        return n.bitLength() < Long.SIZE && n.longValue() != Long.MIN_VALUE;
    }

    private static Rational reduced(BigInteger numerator, BigInteger denominator) {
        if (isShort(numerator) && isShort(denominator)) {
            return reduced(numerator.longValue(), denominator.longValue());
        }
        var divisor = gcd(numerator, denominator);
        return fraction(over(numerator, divisor), over(denominator, divisor));
    }

    /** The quotient by a positive divisor. */
    private static BigInteger over(BigInteger a, BigInteger divisor) {
        return isPowerOfTwo(divisor) ? a.shiftRight(divisor.bitLength() - 1) : a.divide(divisor);
    }

    private static boolean isPowerOfTwo(BigInteger positive) {
        return positive.getLowestSetBit() == positive.bitLength() - 1;
    }

    /** The greatest common divisor, for b > 0. */
    private static BigInteger gcd(BigInteger a, BigInteger b) {
        if (isPowerOfTwo(b)) {
            return a.signum() == 0 || a.getLowestSetBit() >= b.getLowestSetBit() ? b : BigInteger.ONE.shiftLeft(a.getLowestSetBit());
        }
        return isShort(a) && isShort(b) ? BigInteger.valueOf(Longs.gcd(Math.abs(a.longValue()), b.longValue())) : a.gcd(b);
    }

    /** The fraction, for a positive denominator and a numerator other than the least number. */
    private static Rational reduced(long numerator, long denominator) {
        if (denominator == 1) {
            return of(numerator);
        }
        if (numerator == 0) {
            return ZERO;
        }
        long divisor = Longs.gcd(Math.abs(numerator), denominator);
        return divisor == 1 ? new Rational(numerator, denominator) : new Rational(numerator / divisor, denominator / divisor);
    }

    /** The numerator of the reduced fraction; it carries the sign. */
    public BigInteger numerator() {
        return big == null ? BigInteger.valueOf(numerator) : big.numerator;
    }

    /** The denominator of the reduced fraction, at least 1. */
    public BigInteger denominator() {
        return big == null ? BigInteger.valueOf(denominator) : big.denominator;
    }

    /** Bits of the numerator plus bits of the denominator, as of big integers: the size of this number. */
    public int bitLength() {
        return big == null ? Longs.bitLength(numerator) + Longs.bitLength(denominator)
                : big.numerator.bitLength() + big.denominator.bitLength();
    }

    public int signum() {
        return big == null ? Long.signum(numerator) : big.numerator.signum();
    }

    public boolean isZero() {
        return big == null && numerator == 0;
    }

    public boolean isInteger() {
        return big == null ? denominator == 1 : big.denominator.equals(BigInteger.ONE);
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
        var sum = big == null && that.big == null ? shortSum(that) : null;
        return sum == null ? longSum(that) : sum;
    }

    /** The sum where every number on the way to it is a long, or null. */
    private Rational shortSum(Rational that) {
        if (denominator == that.denominator) {
            long sum = numerator + that.numerator;
            return Longs.isSum(sum, numerator, that.numerator) ? reduced(sum, denominator) : null;
        }
        long g = Longs.gcd(denominator, that.denominator);
        long left = denominator / g;
        long right = that.denominator / g;
        if (!Longs.isProductLong(numerator, right) || !Longs.isProductLong(that.numerator, left)) {
            return null;
        }
        long a = numerator * right;
        long b = that.numerator * left;
        long sum = a + b;
        if (!Longs.isSum(sum, a, b)) {
            return null;
        }
        long common = g == 1 ? 1 : Longs.gcd(Math.abs(sum), g);
        long rest = that.denominator / common;
        return Longs.isProductLong(left, rest) ? new Rational(sum / common, left * rest) : null;
    }

    private Rational longSum(Rational that) {
        var g = gcd(denominator(), that.denominator());
        var left = over(denominator(), g);
        var sum = numerator().multiply(over(that.denominator(), g)).add(that.numerator().multiply(left));
        if (sum.signum() == 0) {
            return ZERO;
        }
        var common = gcd(sum, g);
        return fraction(over(sum, common), left.multiply(over(that.denominator(), common)));
    }

    public Rational minus(Rational that) {
        return plus(that.negate());
    }

    /** The product; only gcd(a, d) and gcd(c, b) cancel from (a/b)(c/d). */
    public Rational times(Rational that) {
        if (isZero() || that.isZero()) {
            return ZERO;
        }
        var product = big == null && that.big == null ? shortProduct(that) : null;
        return product == null ? longProduct(that) : product;
    }

    /** The product where it is a fraction of longs, or null. */
    private Rational shortProduct(Rational that) {
        long g = Longs.gcd(Math.abs(numerator), that.denominator);
        long h = Longs.gcd(Math.abs(that.numerator), denominator);
        long a = numerator / g;
        long c = that.numerator / h;
        long b = denominator / h;
        long d = that.denominator / g;
        return Longs.isProductLong(a, c) && Longs.isProductLong(b, d) && a * c != Long.MIN_VALUE ? new Rational(a * c, b * d) : null;
    }

    private Rational longProduct(Rational that) {
        var g = gcd(numerator(), that.denominator());
        var h = gcd(that.numerator(), denominator());
        return fraction(over(numerator(), g).multiply(over(that.numerator(), h)),
            over(denominator(), h).multiply(over(that.denominator(), g)));
    }

    /** The quotient; throws {@link ArithmeticException} when {@code that} is zero. */
    public Rational over(Rational that) {
        return times(that.inverse());
    }

    public Rational negate() {
        return big == null ? new Rational(-numerator, denominator) : fraction(big.numerator.negate(), big.denominator);
    }

    public Rational abs() {
        return signum() < 0 ? negate() : this;
    }

    /** One over this number; throws {@link ArithmeticException} when it is zero. */
    public Rational inverse() {
        if (isZero()) {
            throw new ArithmeticException("zero has no inverse");
        }
        if (big == null) {
            return numerator < 0 ? new Rational(-denominator, -numerator) : new Rational(denominator, numerator);
        }
        return signum() < 0
                ? fraction(big.denominator.negate(), big.numerator.negate())
                : fraction(big.denominator, big.numerator);
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
        if (power == 1) {
            return this;
        }
        return fraction(numerator().pow(power), denominator().pow(power)); // powers of coprime numbers are coprime
    }

    /** The greatest integer that is not above this number. */
    public BigInteger floor() {
        if (big == null) {
            return BigInteger.valueOf(Math.floorDiv(numerator, denominator));
        }
        BigInteger[] parts = big.numerator.divideAndRemainder(big.denominator);
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
        if (big == null && that.big == null) {
            return denominator == that.denominator ? Long.compare(numerator, that.numerator)
                    : Longs.compareProducts(numerator, that.denominator, that.numerator, denominator);
        }
        if (denominator().equals(that.denominator())) {
            return numerator().compareTo(that.numerator());
        }
        return numerator().multiply(that.denominator()).compareTo(that.numerator().multiply(denominator()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Rational that
                && numerator == that.numerator && denominator == that.denominator && Objects.equals(big, that.big);
    }

    @Override
    public int hashCode() {
        return big == null ? 31 * Long.hashCode(numerator) + Long.hashCode(denominator) : big.hashCode();
    }

    /** The form {@code 3/5}, or {@code -7} for an integer; {@link #parse} reads it back. */
    @Override
    public String toString() {
        return isInteger() ? numerator().toString() : numerator() + "/" + denominator();
    }

    private static String abbreviate(BigInteger number) {
        return number.bitLength() <= 128 ? number.toString() : "(" + number.bitLength() + " bits)";
    }
}
