package org.apodix.enclosure;

import java.util.List;

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

    /**
     * A set that contains the given one.
     *
     * @throws UndefinedException if the set is unbounded and this carrier has no unbounded sets
     */
    default T enclose(DyadicInterval set) {
        if (!set.isBounded()) {
            throw new UndefinedException("unbounded set of numbers");
        }
        return hull(of(set.lower().toRational()), of(set.upper().toRational()));
    }

    /** The bits to which an operand is computed that does not come from this carrier, an integral for example. */
    default int precision() {
        return 64;
    }

    /** A set that contains pi. */
    T pi();

    /** All x + y. */
    T add(T a, T b);

    /** All x - y, for independent x and y. */
    T subtract(T a, T b);

    /** All x y; the exact 0 times an unbounded set is 0. */
    T multiply(T a, T b);

    /** All x / y; everything when b contains 0. */
    T divide(T a, T b);

    /** All -x. */
    T negate(T a);

    /** All x^2; never below 0. */
    T square(T a);

    /** All x^n; everything when n < 0 and a contains 0; x^0 = 1 also for x = 0. */
    T power(T a, int n);

    /** All square roots; everything when some element is below 0. */
    T sqrt(T a);

    /** All e^x. */
    T exp(T a);

    /** All natural logarithms; everything when some element is not above 0. */
    T log(T a);

    /**
     * All log(e^x_1 + ... + e^x_n), without overflow on the way; one set alone is returned as it is.
     *
     * @param terms at least one set; an {@link IllegalArgumentException} for none
     */
    T logSumExp(List<T> terms);

    /** All real cube roots; those of negative numbers are negative. */
    T cbrt(T a);

    /** All e^x - 1, relatively accurate near 0. */
    T expm1(T a);

    /** All log(1 + x), relatively accurate near 0; everything when some element is not above -1. */
    T log1p(T a);

    /** All sines; within [-1, 1], and [-1, 1] for arguments too large for the carrier. */
    T sin(T a);

    /** All cosines; within [-1, 1], and [-1, 1] for arguments too large for the carrier. */
    T cos(T a);

    /** All hyperbolic tangents; within [-1, 1]. */
    T tanh(T a);

    /** All arc tangents between -pi/2 and pi/2. */
    T atan(T a);

    /** All (2 / sqrt(pi)) int_0^x e^(-t^2) dt; within [-1, 1]. */
    T erf(T a);

    /** All 1 - erf(x), relatively accurate for large x; within [0, 2]. */
    T erfc(T a);

    /** All P(Z <= x) for a standard normal Z: erfc(-x / sqrt 2) / 2, relatively accurate for large -x; within [0, 1]. */
    T normalCdf(T a);

    /** All P(Z > x) for a standard normal Z: erfc(x / sqrt 2) / 2, relatively accurate for large x; within [0, 1]. */
    T normalTail(T a);

    /** All |x|. */
    T abs(T a);

    /** All min(x, y). */
    T min(T a, T b);

    /** All max(x, y). */
    T max(T a, T b);

    /** A set that contains both operands. */
    T hull(T a, T b);

    /** Whether every element is proved to be above 0. */
    default boolean isPositive(T a) {
        return enclosure(a).isPositive();
    }

    /** Whether the set is the whole line. */
    boolean isEntire(T a);

    /** A dyadic interval that contains the set, equal to it where that is possible. */
    DyadicInterval enclosure(T a);
}
