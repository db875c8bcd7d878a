package org.apodix.expression;

import org.apodix.enclosure.Arithmetic;
import org.apodix.enclosure.Rational;

/** An exact rational leaf. */
public final class Constant extends Expr {

    private final Rational value;

    Constant(Rational value) {
        this.value = value;
    }

    public Rational value() {
        return value;
    }

    @Override
    public String label() {
        return value.toString();
    }

    @Override
    <T> Object evaluate(Arithmetic<T> arithmetic, Object[] values) {
        return arithmetic.of(value);
    }
}
