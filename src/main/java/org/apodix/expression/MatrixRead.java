package org.apodix.expression;

import java.util.Locale;
import org.apodix.enclosure.Arithmetic;
import org.apodix.enclosure.Matrix;
import org.apodix.enclosure.SymmetricFactor;

/** A number read from one or two matrices. */
public final class MatrixRead extends Expr {

    private final MatrixReader reader;

    MatrixRead(MatrixReader reader, MatrixExpr... operands) {
        super(operands);
        this.reader = reader;
    }

    @Override
    public String label() {
        return "matrix-" + reader.name().toLowerCase(Locale.ROOT);
    }

    @Override
    @SuppressWarnings("unchecked")
    <T> Object evaluate(Arithmetic<T> a, Object[] values) {
        var first = (Matrix<T>) values[0];
        return switch (reader) {
            case TRACE -> first.trace(a);
            case DETERMINANT -> SymmetricFactor.of(first, a).positiveDeterminant();
            case INNER -> first.inner((Matrix<T>) values[1], a);
        };
    }

    @Override
    long operations() {
        var first = (MatrixExpr) operands()[0];
        long entries = (long) first.rows() * first.columns();
        return reader == MatrixReader.DETERMINANT ? entries * first.rows() / 3 + 1 : 2 * entries;
    }
}
