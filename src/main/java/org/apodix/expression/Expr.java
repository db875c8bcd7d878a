package org.apodix.expression;

import java.util.ArrayList;
import java.util.List;
import org.apodix.enclosure.Rational;

/**
 * A real number as an immutable expression over exact leaves.
 *
 * <p>There is no leaf made from a {@code double}: a leaf is an exact rational, pi, a bound variable,
 * or a set of numbers between two exact rationals ({@link #between}). Operations on two
 * constants are folded exactly while the result is small ({@value #FOLDED_BITS} bits); bigger rational sub-expressions stay
 * operations and are evaluated exactly on demand ({@link Tape#exact}). Nothing else is simplified, so that a certificate
 * shows the formula that was stated.
 */
public abstract sealed class Expr extends Node permits Constant, Range, Variable, Operation, Power, Sum, LogSumExp, IndexedSum, Integral,
        ImproperIntegral, StripIntegral, Supremum, MatrixRead {

    /** Results of folding longer than this (numerator and denominator together) are kept as operations. */
    static final int FOLDED_BITS = 256;

    public static final Expr ZERO = new Constant(Rational.ZERO);
    public static final Expr ONE = new Constant(Rational.ONE);
    public static final Expr TWO = new Constant(Rational.of(2));
    public static final Expr HALF = new Constant(Rational.of(1, 2));
    public static final Expr PI = new Operation(Operator.PI);

    Expr(Node... operands) {
        super(operands);
    }

    public static Expr of(Rational value) {
        return new Constant(value);
    }

    public static Expr of(long value) {
        return new Constant(Rational.of(value));
    }

    public static Expr of(long numerator, long denominator) {
        return new Constant(Rational.of(numerator, denominator));
    }

    /** All numbers between two exact ends, see {@link Range}; rejected when they are out of order. */
    public static Expr between(Rational lower, Rational upper) {
        return Range.of(lower, upper);
    }

    public Expr plus(Expr other) {
        if (isZero()) {
            return other;
        }
        return other.isZero() ? this : Operation.folded(Operator.ADD, this, other);
    }

    public Expr minus(Expr other) {
        return other.isZero() ? this : Operation.folded(Operator.SUBTRACT, this, other);
    }

    public Expr times(Expr other) {
        if (isOne()) {
            return other;
        }
        return other.isOne() ? this : Operation.folded(Operator.MULTIPLY, this, other);
    }

    public Expr times(long factor) {
        return of(factor).times(this);
    }

    /** The quotient. A divisor that is the constant zero is rejected here; any other zero is found when enclosing. */
    public Expr over(Expr divisor) {
        if (divisor.isZero()) {
            throw new ArithmeticException("division by the constant 0");
        }
        return divisor.isOne() ? this : Operation.folded(Operator.DIVIDE, this, divisor);
    }

    public Expr over(long divisor) {
        return over(of(divisor));
    }

    public Expr negate() {
        return Operation.folded(Operator.NEGATE, this);
    }

    public Expr square() {
        return pow(2);
    }

    /** The integer power; {@code pow(0)} is 1, also of 0. */
    public Expr pow(int exponent) {
        return Power.of(this, exponent);
    }

    public Expr sqrt() {
        return Operation.folded(Operator.SQRT, this);
    }

    public Expr exp() {
        return isZero() ? ONE : new Operation(Operator.EXP, this);
    }

    /** The natural logarithm. */
    public Expr log() {
        return isOne() ? ZERO : new Operation(Operator.LOG, this);
    }

    /** The real cube root, of negative numbers too. */
    public Expr cbrt() {
        return Operation.folded(Operator.CBRT, this);
    }

    /** exp(x) - 1, without loss of digits near 0. */
    public Expr expm1() {
        return Operation.folded(Operator.EXPM1, this);
    }

    /** log(1 + x), without loss of digits near 0. */
    public Expr log1p() {
        return Operation.folded(Operator.LOG1P, this);
    }

    public Expr sin() {
        return Operation.folded(Operator.SIN, this);
    }

    public Expr cos() {
        return Operation.folded(Operator.COS, this);
    }

    public Expr tanh() {
        return Operation.folded(Operator.TANH, this);
    }

    public Expr atan() {
        return Operation.folded(Operator.ATAN, this);
    }

    /** (2/sqrt(pi)) int_0^x exp(-t^2) dt. */
    public Expr erf() {
        return Operation.folded(Operator.ERF, this);
    }

    /** 1 - erf(x), without loss of digits for large x. */
    public Expr erfc() {
        return Operation.folded(Operator.ERFC, this);
    }

    /** The probability that a standard normal variable is at most x. */
    public Expr normalCdf() {
        return Operation.folded(Operator.NORMAL_CDF, this);
    }

    /** The probability that a standard normal variable is above x. */
    public Expr normalTail() {
        return Operation.folded(Operator.NORMAL_TAIL, this);
    }

    public Expr abs() {
        return Operation.folded(Operator.ABS, this);
    }

    public Expr min(Expr other) {
        return Operation.folded(Operator.MIN, this, other);
    }

    public Expr max(Expr other) {
        return Operation.folded(Operator.MAX, this, other);
    }

    /** The positive part, max(x, 0). */
    public Expr relu() {
        return max(ZERO);
    }

    public static Expr sum(List<? extends Expr> terms) {
        return Sum.of(terms);
    }

    /** log(exp(x_1) + ... + exp(x_n)): never overflows on the way; one term alone is itself, none is rejected. */
    public static Expr logSumExp(List<? extends Expr> terms) {
        return LogSumExp.of(terms);
    }

    /** The scalar product of two lists of the same length. */
    public static Expr dot(List<? extends Expr> left, List<? extends Expr> right) {
        if (left.size() != right.size()) {
            throw new IllegalArgumentException("dot product of lists of lengths " + left.size() + " and " + right.size());
        }
        var products = new ArrayList<Expr>(left.size());
        for (int i = 0; i < left.size(); i++) {
            products.add(left.get(i).times(right.get(i)));
        }
        return sum(products);
    }

    final boolean isZero() {
        return this instanceof Constant c && c.value().isZero();
    }

    final boolean isOne() {
        return this instanceof Constant c && c.value().equals(Rational.ONE);
    }

    /** Whether an integral or a supremum, here or in the body of a sum, is part of it. */
    public final boolean hasSearch() {
        return Tape.hasSearch(this);
    }
}
