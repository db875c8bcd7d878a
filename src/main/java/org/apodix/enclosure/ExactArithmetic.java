package org.apodix.enclosure;

import java.util.List;

import java.math.BigInteger;

/**
 * Arithmetic on exact rational numbers. What is not a rational number, has no value, or is larger than the limit throws
 * {@link InexactException}.
 */
public final class ExactArithmetic implements Arithmetic<Rational> {

    private static final int ENCLOSURE_BITS = 256;

    private final int limit;
    private long work;

    /** @param limit the greatest {@link Rational#bitLength} of a value */
    public ExactArithmetic(int limit) {
        this(limit, Long.MAX_VALUE);
    }

    private ExactArithmetic(int limit, long work) {
        if (limit < 2) {
            throw new IllegalArgumentException("a limit of " + limit + " bits holds no number: give 2 or more");
        }
        this.limit = limit;
        this.work = work;
    }

    /**
     * Arithmetic that ends when the results computed with it add up to too much work: a result of b bits counts b^2, what
     * its reduction to lowest terms costs. Such an instance belongs to one thread.
     */
    public static ExactArithmetic withBudget(long squaredBits) {
        return new ExactArithmetic((int) Math.min(Math.sqrt(squaredBits) + 2, Integer.MAX_VALUE), squaredBits);
    }

    @Override
    public String name() {
        return "exact";
    }

    private Rational checked(Rational value) {
        long bits = value.bitLength();
        work -= bits * bits;
        if (bits > limit || work < 0) {
            throw tooLarge();
        }
        return value;
    }

    private InexactException tooLarge() {
        return new InexactException("the exact value needs more than " + limit + " bits");
    }

    @Override
    public Rational of(Rational value) {
        return checked(value);
    }

    @Override
    public Rational pi() {
        throw new InexactException("pi is irrational");
    }

    @Override
    public Rational add(Rational a, Rational b) {
        return checked(a.plus(b));
    }

    @Override
    public Rational subtract(Rational a, Rational b) {
        return checked(a.minus(b));
    }

    @Override
    public Rational multiply(Rational a, Rational b) {
        return checked(a.times(b));
    }

    @Override
    public Rational divide(Rational a, Rational b) {
        if (b.isZero()) {
            throw new InexactException("division by zero");
        }
        return checked(a.over(b));
    }

    @Override
    public Rational negate(Rational a) {
        return a.negate();
    }

    @Override
    public Rational square(Rational a) {
        return checked(a.times(a));
    }

    @Override
    public Rational power(Rational a, int n) {
        if (n < 0 && a.isZero()) {
            throw new InexactException("zero to a negative power");
        }
        // a number of b bits is at least 2^(b-1): refuse before computing a giant
        long atLeast = Math.abs((long) n)
                * (Math.max(0, a.numerator().bitLength() - 1) + (long) a.denominator().bitLength() - 1);
        if (atLeast > limit) {
            throw tooLarge();
        }
        return checked(a.pow(n));
    }

    @Override
    public Rational sqrt(Rational a) {
        if (a.signum() < 0) {
            throw new InexactException("square root of a negative number");
        }
        return Rational.of(root(a.numerator()), root(a.denominator()));
    }

    private static BigInteger root(BigInteger n) {
        BigInteger[] root = DyadicSqrt.floorSqrtAndRemainder(n);
        if (root[1].signum() != 0) {
            throw new InexactException("irrational square root");
        }
        return root[0];
    }

    @Override
    public Rational exp(Rational a) {
        if (!a.isZero()) {
            throw new InexactException("the exponential of a rational number other than 0 is irrational");
        }
        return Rational.ONE;
    }

    @Override
    public Rational log(Rational a) {
        if (!a.equals(Rational.ONE)) {
            throw new InexactException("the logarithm of a rational number other than 1 is irrational or undefined");
        }
        return Rational.ZERO;
    }

    /** A sum of several exponentials of rational numbers has no rational logarithm, by the theorem of Lindemann and Weierstrass. */
    @Override
    public Rational logSumExp(List<Rational> terms) {
        if (LogSumExp.isOne(terms)) {
            return terms.get(0);
        }
        throw new InexactException("the logarithm of a sum of exponentials of rational numbers is irrational");
    }

    /** The cube root where numerator and denominator are cubes. */
    @Override
    public Rational cbrt(Rational a) {
        return Rational.of(cubeRoot(a.numerator()), cubeRoot(a.denominator()));
    }

    private static BigInteger cubeRoot(BigInteger n) {
        BigInteger size = DyadicCbrt.floorCbrt(n.abs());
        if (!size.pow(3).equals(n.abs())) {
            throw new InexactException("irrational cube root");
        }
        return n.signum() < 0 ? size.negate() : size;
    }

    /** The value at 0, the only rational point with a rational value. */
    private static Rational atZero(Rational a, Rational value, String otherwise) {
        if (!a.isZero()) {
            throw new InexactException(otherwise);
        }
        return value;
    }

    @Override
    public Rational expm1(Rational a) {
        return atZero(a, Rational.ZERO, "the exponential of a rational number other than 0 is irrational");
    }

    @Override
    public Rational log1p(Rational a) {
        return atZero(a, Rational.ZERO, "the logarithm of a rational number other than 1 is irrational or undefined");
    }

    @Override
    public Rational sin(Rational a) {
        return atZero(a, Rational.ZERO, "the sine of a rational number other than 0 is irrational");
    }

    @Override
    public Rational cos(Rational a) {
        return atZero(a, Rational.ONE, "the cosine of a rational number other than 0 is irrational");
    }

    @Override
    public Rational tanh(Rational a) {
        return atZero(a, Rational.ZERO, "the hyperbolic tangent of a rational number other than 0 is irrational");
    }

    @Override
    public Rational atan(Rational a) {
        return atZero(a, Rational.ZERO, "the arc tangent of a rational number other than 0 is irrational");
    }

    @Override
    public Rational erf(Rational a) {
        return atZero(a, Rational.ZERO, "no rational value of the error function is known except at 0");
    }

    @Override
    public Rational erfc(Rational a) {
        return atZero(a, Rational.ONE, "no rational value of the complementary error function is known except at 0");
    }

    @Override
    public Rational normalCdf(Rational a) {
        return atZero(a, Rational.of(1, 2), "no rational value of the normal distribution function is known except at 0");
    }

    @Override
    public Rational normalTail(Rational a) {
        return atZero(a, Rational.of(1, 2), "no rational value of the normal tail is known except at 0");
    }

    @Override
    public Rational abs(Rational a) {
        return a.abs();
    }

    @Override
    public Rational min(Rational a, Rational b) {
        return a.min(b);
    }

    @Override
    public Rational max(Rational a, Rational b) {
        return a.max(b);
    }

    /** The common value of two equal numbers; different numbers have no one-element hull. */
    @Override
    public Rational hull(Rational a, Rational b) {
        if (!a.equals(b)) {
            throw new InexactException("the hull of two different numbers is not a number");
        }
        return a;
    }

    /** The point itself when the denominator is a power of two, otherwise the tightest interval of 256 bits. */
    @Override
    public DyadicInterval enclosure(Rational a) {
        BigInteger denominator = a.denominator();
        if (denominator.bitCount() == 1) {
            return DyadicInterval.of(a, Math.max(ENCLOSURE_BITS, a.numerator().bitLength()));
        }
        return DyadicInterval.of(a, ENCLOSURE_BITS);
    }

    @Override
    public boolean isEntire(Rational a) {
        return false;
    }
}
