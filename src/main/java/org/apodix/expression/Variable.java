package org.apodix.expression;

import org.apodix.enclosure.Arithmetic;

/**
 * A variable bound by an {@link IndexedSum}, an {@link Integral}, an {@link ImproperIntegral} or a {@link Supremum}, which has a value inside of
 * one, or a free variable of a {@link Tape}, which is evaluated at values of it.
 */
public final class Variable extends Expr {

    private final String name;

    public Variable(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    @Override
    public String label() {
        return "variable " + name;
    }

    @Override
    <T> Object evaluate(Arithmetic<T> arithmetic, Object[] values) {
        throw new IllegalStateException("the variable " + name
            + " is used outside of the sum, integral or supremum that binds it, and it was given no value");
    }
}
