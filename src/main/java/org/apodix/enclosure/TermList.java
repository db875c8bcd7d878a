package org.apodix.enclosure;

import java.util.Arrays;

/** The terms of a polynomial as they are found, in lexicographic order; those with coefficient 0 are dropped. */
final class TermList {

    private final int variables;
    private final int[] exponents;
    private final Rational[] coefficients;
    private int size;

    /** @param most as many terms, at most */
    TermList(int variables, int most) {
        this.variables = variables;
        this.exponents = new int[most * variables];
        this.coefficients = new Rational[most];
    }

    /** Adds the term with the exponents at this place of an array of exponents; it must come after those added before. */
    void add(int[] from, int term, Rational coefficient) {
        if (!coefficient.isZero()) {
            System.arraycopy(from, term * variables, exponents, size * variables, variables);
            coefficients[size++] = coefficient;
        }
    }

    /** The polynomial; the list is not used any more. */
    Polynomial polynomial() {
        return size == coefficients.length ? new Polynomial(variables, exponents, coefficients)
            : new Polynomial(variables, Arrays.copyOf(exponents, size * variables), Arrays.copyOf(coefficients, size));
    }
}
