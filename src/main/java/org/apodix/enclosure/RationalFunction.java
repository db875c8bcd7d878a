package org.apodix.enclosure;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A quotient of polynomials with rational coefficients. Common factors are canceled only where a division without remainder shows one; two
 * quotients are equal where they are equal as elements of the field of rational functions, which cross multiplication decides. Immutable.
 *
 * <p>The denominator of a result is, up to a constant factor, a divisor of a product of denominators of the operands, and of the numerator
 * of the divisor in a quotient: where those have no zero, it has none.
 */
public final class RationalFunction {

    private static final int SHARED = 16;
    /** The polynomial 1 in 0, 1, ... variables: the denominator of most functions. */
    private static final List<Polynomial> ONES = IntStream.range(0, SHARED).mapToObj(n -> Polynomial.constant(n, Rational.ONE)).toList();

    private final Polynomial numerator;
    private final Polynomial denominator;

    private RationalFunction(Polynomial numerator, Polynomial denominator) {
        this.numerator = numerator;
        this.denominator = denominator;
    }

    /** The polynomial over 1. */
    public static RationalFunction of(Polynomial polynomial) {
        int n = polynomial.variables();
        return new RationalFunction(polynomial, n < SHARED ? ONES.get(n) : Polynomial.constant(n, Rational.ONE));
    }

    /** The constant, as a function of so many variables. */
    public static RationalFunction constant(int variables, Rational value) {
        return of(Polynomial.constant(variables, value));
    }

    /** The quotient; the zero polynomial as denominator is rejected with an {@link ArithmeticException}. */
    public static RationalFunction of(Polynomial numerator, Polynomial denominator) {
        if (denominator.isZero()) {
            throw new ArithmeticException("division by the zero polynomial");
        }
        if (numerator.isZero() || denominator.isConstant()) {
            return of(numerator.times(denominator.leadingCoefficient().inverse()));
        }
        var whole = numerator.dividedBy(denominator);
        if (whole != null) {
            return of(whole);
        }
        var scale = denominator.leadingCoefficient().inverse();
        return new RationalFunction(numerator.times(scale), denominator.times(scale));
    }

    public Polynomial numerator() {
        return numerator;
    }

    /** The denominator: not the zero polynomial, with leading coefficient 1. */
    public Polynomial denominator() {
        return denominator;
    }

    public boolean isZero() {
        return numerator.isZero();
    }

    /** Whether numerator and denominator are constant. */
    public boolean isConstant() {
        return numerator.isConstant() && denominator.isConstant();
    }

    /** Whether the denominator is constant: it is 1 then. */
    private boolean isPolynomial() {
        return denominator.isConstant();
    }

    /** The polynomial over the denominator of this one, which is 1. */
    private RationalFunction over1(Polynomial polynomial) {
        return new RationalFunction(polynomial, denominator);
    }

    public RationalFunction plus(RationalFunction other) {
        if (isPolynomial() && other.isPolynomial()) {
            return over1(numerator.plus(other.numerator));
        }
        if (denominator.equals(other.denominator)) {
            return of(numerator.plus(other.numerator), denominator);
        }
        var factor = denominator.dividedBy(other.denominator);
        if (factor != null) {
            return of(numerator.plus(other.numerator.times(factor)), denominator);
        }
        factor = other.denominator.dividedBy(denominator);
        if (factor != null) {
            return of(numerator.times(factor).plus(other.numerator), other.denominator);
        }
        return of(numerator.times(other.denominator).plus(other.numerator.times(denominator)), denominator.times(other.denominator));
    }

    public RationalFunction minus(RationalFunction other) {
        return isPolynomial() && other.isPolynomial() ? over1(numerator.minus(other.numerator)) : plus(other.negate());
    }

    public RationalFunction negate() {
        return new RationalFunction(numerator.negate(), denominator);
    }

    public RationalFunction times(RationalFunction other) {
        if (isPolynomial() && other.isPolynomial()) {
            return over1(numerator.times(other.numerator));
        }
        var first = of(numerator, other.denominator);
        var second = of(other.numerator, denominator);
        return of(first.numerator.times(second.numerator), first.denominator.times(second.denominator));
    }

    /** The quotient; {@link ArithmeticException} where the other function is zero. */
    public RationalFunction over(RationalFunction other) {
        if (denominator.equals(other.denominator)) {
            return of(numerator, other.numerator);
        }
        return times(of(other.denominator, other.numerator));
    }

    /** The integer power; {@link ArithmeticException} for a negative power of zero. */
    public RationalFunction pow(int exponent) {
        return exponent >= 0 ? new RationalFunction(numerator.pow(exponent), denominator.pow(exponent))
            : of(denominator.pow(-exponent), numerator.pow(-exponent));
    }

    /** The value at a point, or null where the denominator is zero there. */
    public Rational at(List<Rational> point) {
        var divisor = denominator.at(point);
        return divisor.isZero() ? null : numerator.at(point).over(divisor);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RationalFunction that && numerator.variables() == that.numerator.variables()
            && numerator.times(that.denominator).equals(that.numerator.times(denominator));
    }

    /** The same for all functions of as many variables: equal functions may have different numerators. */
    @Override
    public int hashCode() {
        return numerator.variables();
    }

    @Override
    public String toString() {
        return "(" + numerator + ") / (" + denominator + ")";
    }
}
