package org.apodix.enclosure;

/**
 * A carrier of interval arithmetic: values T stand for sets of real numbers, and every operation returns a set that
 * contains the operation's result for all elements of its operands. The package documentation states the rules for
 * operations that are undefined somewhere on their operands.
 *
 * @param <T> an immutable value, a set of real numbers
 */
public interface Arithmetic<T> {

    /** The name of the carrier, such as {@code double} or {@code dyadic-128}. */
    String name();

    /** A set that contains the fraction. */
    T of(Rational value);

    /** A set that contains pi. */
    T pi();

    T add(T a, T b);

    T subtract(T a, T b);

    T multiply(T a, T b);

    /** All a / b; everything when b contains 0. */
    T divide(T a, T b);

    T negate(T a);

    /** All x^2, for one x at a time: never below 0. */
    T square(T a);

    /** All x^n, for one x at a time; everything when n < 0 and a contains 0; x^0 = 1 also for x = 0. */
    T power(T a, int n);

    /** All square roots; everything when some element is below 0. */
    T sqrt(T a);

    T exp(T a);

    /** All natural logarithms; everything when some element is not above 0. */
    T log(T a);

    T abs(T a);

    T min(T a, T b);

    T max(T a, T b);

    /** A set that contains both operands. */
    T hull(T a, T b);

    /** A dyadic interval that contains the set, equal to it where that is possible. */
    DyadicInterval enclosure(T a);
}
