package org.apodix.expression;

import java.util.List;
import java.util.stream.IntStream;
import org.apodix.enclosure.Matrix;
import org.apodix.enclosure.Rational;

/**
 * A matrix of real numbers as an immutable expression; a vector is a matrix of one column.
 *
 * <p>A product with zero is simplified only where the other operand is a constant: anything else may be undefined, and that has
 * to be found when it is evaluated.
 */
public abstract sealed class MatrixExpr extends Node permits ConstantMatrix, MatrixOperation, Mapped {

    private final int rows;
    private final int columns;

    MatrixExpr(int rows, int columns, Node... operands) {
        super(operands);
        this.rows = rows;
        this.columns = columns;
    }

    public static MatrixExpr of(Matrix<Rational> value) {
        return new ConstantMatrix(value);
    }

    /** A column vector of exact values. */
    public static MatrixExpr column(List<Rational> values) {
        return of(Matrix.of(values.size(), 1, (i, j) -> values.get(i)));
    }

    /** A column vector of numbers. */
    public static MatrixExpr stack(List<? extends Expr> entries) {
        return new MatrixOperation(MatrixOperator.STACK, entries.size(), 1, entries.toArray(Expr[]::new));
    }

    /** The matrix of these numbers, row after row. */
    public static MatrixExpr of(int rows, int columns, List<? extends Expr> entries) {
        if (rows < 1 || columns < 1 || entries.size() != rows * columns) {
            throw new IllegalArgumentException("a " + rows + " x " + columns + " matrix of " + entries.size() + " entries");
        }
        return new MatrixOperation(MatrixOperator.STACK, rows, columns, entries.toArray(Expr[]::new));
    }

    public static MatrixExpr identity(int size) {
        return of(Matrix.of(size, size, (i, j) -> i.equals(j) ? Rational.ONE : Rational.ZERO));
    }

    public static MatrixExpr zero(int rows, int columns) {
        return of(Matrix.of(rows, columns, (i, j) -> Rational.ZERO));
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    public MatrixExpr plus(MatrixExpr other) {
        requireShape(other.rows == rows && other.columns == columns, other);
        if (isZero()) {
            return other;
        }
        return other.isZero() ? this : new MatrixOperation(MatrixOperator.ADD, rows, columns, this, other);
    }

    public MatrixExpr minus(MatrixExpr other) {
        requireShape(other.rows == rows && other.columns == columns, other);
        return other.isZero() ? this : new MatrixOperation(MatrixOperator.SUBTRACT, rows, columns, this, other);
    }

    public MatrixExpr times(MatrixExpr other) {
        requireShape(columns == other.rows, other);
        if (isZero() && other instanceof ConstantMatrix || other.isZero() && this instanceof ConstantMatrix) {
            return zero(rows, other.columns);
        }
        return new MatrixOperation(MatrixOperator.MULTIPLY, rows, other.columns, this, other);
    }

    public MatrixExpr scale(Expr factor) {
        if (factor.isOne() || isZero() && factor instanceof Constant) {
            return this;
        }
        return factor.isZero() && this instanceof ConstantMatrix ? zero(rows, columns) : new MatrixOperation(MatrixOperator.SCALE, rows, columns, factor, this);
    }

    public MatrixExpr transpose() {
        return new MatrixOperation(MatrixOperator.TRANSPOSE, columns, rows, this);
    }

    /** The inverse of this symmetric positive definite matrix; only its lower triangle is read. */
    public MatrixExpr inverse() {
        requireShape(rows == columns, this);
        return new MatrixOperation(MatrixOperator.INVERSE, rows, columns, this);
    }

    /** The exponential of this square matrix. */
    public MatrixExpr exponential() {
        requireShape(rows == columns, this);
        return new MatrixOperation(MatrixOperator.EXPONENTIAL, rows, columns, this);
    }

    /** phi_1(A) = sum A^k / (k+1)! of this square matrix A, which is (e^A - I) A^(-1) where A is invertible. */
    public MatrixExpr phi1() {
        requireShape(rows == columns, this);
        return new MatrixOperation(MatrixOperator.PHI1, rows, columns, this);
    }

    /** The column vector f(v) of this column vector v; one of another shape than the function takes is rejected. */
    public MatrixExpr map(VectorFunction function) {
        if (columns != 1 || rows != function.inputs()) {
            throw new IllegalArgumentException("a function of " + function.inputs() + " numbers of a matrix of shape " + rows + " x " + columns);
        }
        return new Mapped(function, this);
    }

    public Expr trace() {
        requireShape(rows == columns, this);
        return new MatrixRead(MatrixReader.TRACE, this);
    }

    /** The logarithm of the determinant of this symmetric positive definite matrix; only its lower triangle is read. */
    public Expr logDeterminant() {
        requireShape(rows == columns, this);
        return new MatrixRead(MatrixReader.DETERMINANT, this).log();
    }

    /** tr(A^T B); the scalar product of two vectors. */
    public Expr inner(MatrixExpr other) {
        requireShape(other.rows == rows && other.columns == columns, other);
        boolean zero = isZero() && other instanceof ConstantMatrix || other.isZero() && this instanceof ConstantMatrix;
        return zero ? Expr.ZERO : new MatrixRead(MatrixReader.INNER, this, other);
    }

    /** The sum of the squares of the entries. */
    public Expr squaredNorm() {
        return inner(this);
    }

    /** One entry, counted from 0. */
    public Expr entry(int row, int column) {
        if (row < 0 || row >= rows || column < 0 || column >= columns) {
            throw new IllegalArgumentException("entry (" + row + ", " + column + ") of a " + rows + " x " + columns + " matrix");
        }
        var left = of(Matrix.of(1, rows, (i, j) -> j == row ? Rational.ONE : Rational.ZERO));
        var right = of(Matrix.of(columns, 1, (i, j) -> i == column ? Rational.ONE : Rational.ZERO));
        return left.times(this).times(right).trace();
    }

    final boolean isZero() {
        return this instanceof ConstantMatrix c && IntStream.range(0, rows * columns)
            .allMatch(k -> c.value().at(k / columns, k % columns).isZero());
    }

    private void requireShape(boolean fits, MatrixExpr other) {
        if (!fits) {
            throw new IllegalArgumentException("matrices of shapes " + rows + " x " + columns + " and "
                + other.rows + " x " + other.columns + " do not fit");
        }
    }
}
