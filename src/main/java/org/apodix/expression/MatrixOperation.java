package org.apodix.expression;

import java.util.Locale;
import org.apodix.enclosure.Arithmetic;
import org.apodix.enclosure.Matrix;
import org.apodix.enclosure.SymmetricFactor;

/** A matrix computed from matrices. */
public final class MatrixOperation extends MatrixExpr {

    private final MatrixOperator operator;

    MatrixOperation(MatrixOperator operator, int rows, int columns, Node... operands) {
        super(rows, columns, operands);
        this.operator = operator;
    }

    MatrixOperator operator() {
        return operator;
    }

    @Override
    public String label() {
        return "matrix-" + operator.name().toLowerCase(Locale.ROOT);
    }

    @Override
    @SuppressWarnings("unchecked")
    <T> Object evaluate(Arithmetic<T> a, Object[] values) {
        if (operator == MatrixOperator.SCALE) {
            return ((Matrix<T>) values[1]).scale((T) values[0], a);
        }
        if (operator == MatrixOperator.STACK) {
            return Matrix.<T>of(rows(), 1, (i, j) -> (T) values[i]);
        }
        var first = (Matrix<T>) values[0];
        return switch (operator) {
            case ADD -> first.plus((Matrix<T>) values[1], a);
            case SUBTRACT -> first.minus((Matrix<T>) values[1], a);
            case MULTIPLY -> first.times((Matrix<T>) values[1], a);
            case TRANSPOSE -> first.transpose();
            case INVERSE -> SymmetricFactor.of(first, a).inverse();
            case SCALE, STACK -> throw new IllegalStateException();
        };
    }

    @Override
    long operations() {
        long entries = (long) rows() * columns();
        return switch (operator) {
            case MULTIPLY -> 2 * entries * ((MatrixExpr) operands()[0]).columns();
            case INVERSE -> 3 * entries * rows();
            default -> entries;
        };
    }
}
