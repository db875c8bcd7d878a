package org.apodix.enclosure;

import java.util.List;

/**
 * Taylor coefficients a_0, a_1, ..., of a function of t at 0: a set of functions, those with coefficients in these sets.
 * Coefficients beyond the last one that is stored are exactly 0, up to the order of the {@link JetArithmetic} it belongs to.
 *
 * @param <T> a set of real numbers
 */
public final class Jet<T> {

    private final Object[] coefficients;

    Jet(Object[] coefficients) {
        this.coefficients = coefficients;
    }

    /** The number of stored coefficients, at least 1. */
    int length() {
        return coefficients.length;
    }

    /** The stored coefficient k. */
    @SuppressWarnings("unchecked")
    T at(int k) {
        return (T) coefficients[k];
    }

    /** Whether the function is known not to depend on t. */
    public boolean isConstant() {
        return coefficients.length == 1;
    }

    /** The stored coefficients, from a_0 on. */
    @SuppressWarnings("unchecked")
    public List<T> coefficients() {
        return (List<T>) List.of(coefficients);
    }
}
