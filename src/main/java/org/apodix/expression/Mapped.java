package org.apodix.expression;

import java.util.List;
import java.util.stream.IntStream;
import org.apodix.enclosure.Arithmetic;
import org.apodix.enclosure.Matrix;

/** The column vector f(v) of a function f and a column vector v. */
final class Mapped extends MatrixExpr {

    private final VectorFunction function;

    Mapped(VectorFunction function, MatrixExpr vector) {
        super(function.outputs(), 1, vector);
        this.function = function;
    }

    @Override
    public String label() {
        return "map " + function.label();
    }

    @Override
    @SuppressWarnings("unchecked")
    <T> Object evaluate(Arithmetic<T> arithmetic, Object[] values) {
        var vector = (Matrix<T>) values[0];
        List<T> result = function.apply(arithmetic, IntStream.range(0, vector.rows()).mapToObj(i -> vector.at(i, 0)).toList());
        return Matrix.<T>of(rows(), 1, (i, j) -> result.get(i));
    }

    @Override
    long operations() {
        return function.operations();
    }
}
