package org.apodix.expression;

import org.apodix.enclosure.Arithmetic;

/** A variable bound by an {@link IndexedSum}, an {@link Integral}, an {@link ImproperIntegral} or a {@link Supremum}; it has a value only inside of one. */
public final class Variable extends Expr {

    private final String name;

    public Variable(String name) {
        this.name = name;
    }

    @Override
    public String label() {
        return "variable " + name;
    }

    @Override
    <T> Object evaluate(Arithmetic<T> arithmetic, Object[] values) {
        throw new IllegalStateException("the variable " + name + " is used outside of the sum, integral or supremum that binds it");
    }
}
