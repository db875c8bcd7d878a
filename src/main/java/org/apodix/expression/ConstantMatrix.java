package org.apodix.expression;

import org.apodix.enclosure.Arithmetic;
import org.apodix.enclosure.Matrix;
import org.apodix.enclosure.Rational;

/** A matrix of exact rationals. */
public final class ConstantMatrix extends MatrixExpr {

    private final Matrix<Rational> value;

    ConstantMatrix(Matrix<Rational> value) {
        super(value.rows(), value.columns());
        this.value = value;
    }

    public Matrix<Rational> value() {
        return value;
    }

    @Override
    public String label() {
        return "matrix " + value;
    }

    @Override
    <T> Object evaluate(Arithmetic<T> arithmetic, Object[] values) {
        return Matrix.of(rows(), columns(), (i, j) -> arithmetic.of(value.at(i, j)));
    }
}
