package org.apodix.expression;

import java.util.Locale;
import org.apodix.enclosure.ApfloatArithmetic;
import org.apodix.enclosure.Arithmetic;
import org.apodix.enclosure.Defined;
import org.apodix.enclosure.DoubleArithmetic;
import org.apodix.enclosure.DyadicArithmetic;
import org.apodix.enclosure.Matrix;
import org.apodix.enclosure.MatrixExponential;
import org.apodix.enclosure.SymmetricFactor;
import org.apodix.enclosure.UndefinedException;

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

    /** Whether the entries are irrational unless the operand is special: an exact evaluation does not try. */
    boolean isTranscendental() {
        return operator == MatrixOperator.EXPONENTIAL || operator == MatrixOperator.PHI1;
    }

    @Override
    public String label() {
        var name = "matrix-" + operator.name().toLowerCase(Locale.ROOT);
        return operator == MatrixOperator.STACK && columns() > 1 ? name + "-" + columns() : name;
    }

    @Override
    @SuppressWarnings("unchecked")
    <T> Object evaluate(Arithmetic<T> a, Object[] values) {
        if (operator == MatrixOperator.SCALE) {
            return ((Matrix<T>) values[1]).scale((T) values[0], a);
        }
        if (operator == MatrixOperator.STACK) {
            return Matrix.<T>of(rows(), columns(), (i, j) -> (T) values[i * columns() + j]);
        }
        var first = (Matrix<T>) values[0];
        var recorder = Recorder.behind(a);
        return switch (operator) {
            case ADD -> first.plus((Matrix<T>) values[1], a);
            case SUBTRACT -> first.minus((Matrix<T>) values[1], a);
            case MULTIPLY -> first.times((Matrix<T>) values[1], a);
            case TRANSPOSE -> first.transpose();
            case INVERSE -> SymmetricFactor.of(first, a).inverse();
            case EXPONENTIAL -> recorder != null ? recorder.matrix("matrix_exp", (Matrix<Step>) first, MatrixExponential::exp)
                : MatrixExponential.exp(first, real(a));
            case PHI1 -> recorder != null ? recorder.matrix("matrix_phi1", (Matrix<Step>) first, MatrixExponential::phi1)
                : MatrixExponential.phi1(first, real(a));
            case SCALE, STACK -> throw new IllegalStateException();
        };
    }

    /** The remainder of the series is bounded for numbers: on jets and on complex boxes its derivatives and imaginary parts would be missing. */
    private static <T> Arithmetic<T> real(Arithmetic<T> a) {
        var carrier = a instanceof Defined<T> defined ? defined.carrier() : a;
        if (carrier instanceof DoubleArithmetic || carrier instanceof DyadicArithmetic || carrier instanceof ApfloatArithmetic) {
            return a;
        }
        throw new UndefinedException("the exponential of a matrix within an integral, a supremum or a statement about a domain");
    }

    @Override
    long operations() {
        long entries = (long) rows() * columns();
        return switch (operator) {
            case MULTIPLY -> 2 * entries * ((MatrixExpr) operands()[0]).columns();
            case INVERSE -> 3 * entries * rows();
            // about 40 products of the series and of squaring; phi_1 is the exponential of a block matrix of twice the size
            case EXPONENTIAL -> 80 * entries * rows();
            case PHI1 -> 640 * entries * rows();
            default -> entries;
        };
    }
}
