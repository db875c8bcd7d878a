package org.apodix.expression;

import org.apodix.enclosure.Arithmetic;
import org.apodix.enclosure.Rational;

/**
 * All numbers between two exact ends, as a leaf: an expression with such a leaf stands for the set of its values, and an
 * enclosure contains all of them. It has no exact value. Every use ranges on its own: nothing ties two uses of one leaf together.
 */
public final class Range extends Expr {

    private final Rational lower;
    private final Rational upper;

    private Range(Rational lower, Rational upper) {
        this.lower = lower;
        this.upper = upper;
    }

    /** The range, or the constant where both ends agree; ends out of order are rejected. */
    static Expr of(Rational lower, Rational upper) {
        int order = lower.compareTo(upper);
        if (order > 0) {
            throw new IllegalArgumentException("the range from " + lower + " to " + upper + " is empty: give the lower end first");
        }
        return order == 0 ? new Constant(lower) : new Range(lower, upper);
    }

    public Rational lower() {
        return lower;
    }

    public Rational upper() {
        return upper;
    }

    @Override
    public String label() {
        return "range " + lower + " " + upper;
    }

    @Override
    <T> Object evaluate(Arithmetic<T> arithmetic, Object[] values) {
        return arithmetic.hull(arithmetic.of(lower), arithmetic.of(upper));
    }
}
