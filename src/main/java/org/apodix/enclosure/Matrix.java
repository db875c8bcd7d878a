package org.apodix.enclosure;

import java.util.Arrays;
import java.util.function.BiFunction;

/**
 * An immutable matrix over a carrier of arithmetic (exact rationals or intervals), stored by rows.
 *
 * <p>Over an interval carrier an entry is a set, and every result contains the result for every choice of matrices from the
 * operands' entries. A vector is a matrix of one column.
 */
public final class Matrix<T> {

    private final int rows;
    private final int columns;
    private final Object[] entries;

    private Matrix(int rows, int columns, Object[] entries) {
        this.rows = rows;
        this.columns = columns;
        this.entries = entries;
    }

    /** The matrix with {@code entry.apply(i, j)} in row i and column j, both counted from 0. */
    public static <T> Matrix<T> of(int rows, int columns, BiFunction<Integer, Integer, T> entry) {
        if (rows < 1 || columns < 1) {
            throw new IllegalArgumentException("a matrix of " + rows + " rows and " + columns + " columns");
        }
        var entries = new Object[rows * columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                entries[i * columns + j] = entry.apply(i, j);
            }
        }
        return new Matrix<>(rows, columns, entries);
    }

    /** The matrix with 1 on the diagonal and 0 elsewhere. */
    public static <T> Matrix<T> identity(int size, Arithmetic<T> a) {
        T zero = a.of(Rational.ZERO);
        T one = a.of(Rational.ONE);
        return of(size, size, (i, j) -> i.equals(j) ? one : zero);
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    @SuppressWarnings("unchecked")
    public T at(int row, int column) {
        return (T) entries[row * columns + column];
    }

    public Matrix<T> transpose() {
        return of(columns, rows, (i, j) -> at(j, i));
    }

    public Matrix<T> plus(Matrix<T> other, Arithmetic<T> a) {
        requireSameShape(other);
        return of(rows, columns, (i, j) -> a.add(at(i, j), other.at(i, j)));
    }

    public Matrix<T> minus(Matrix<T> other, Arithmetic<T> a) {
        requireSameShape(other);
        return of(rows, columns, (i, j) -> a.subtract(at(i, j), other.at(i, j)));
    }

    public Matrix<T> scale(T factor, Arithmetic<T> a) {
        return of(rows, columns, (i, j) -> a.multiply(factor, at(i, j)));
    }

    public Matrix<T> times(Matrix<T> other, Arithmetic<T> a) {
        if (columns != other.rows) {
            throw new IllegalArgumentException("product of " + shape() + " and " + other.shape() + " matrices");
        }
        return of(rows, other.columns, (i, j) -> {
            T sum = a.multiply(at(i, 0), other.at(0, j));
            for (int k = 1; k < columns; k++) {
                sum = a.add(sum, a.multiply(at(i, k), other.at(k, j)));
            }
            return sum;
        });
    }

    /** The sum of the products of corresponding entries: tr(A^T B), and the scalar product of vectors. */
    public T inner(Matrix<T> other, Arithmetic<T> a) {
        requireSameShape(other);
        T sum = null;
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                // an entry with itself is a square: at least zero also where its enclosure contains zero
                T product = this == other ? a.square(at(i, j)) : a.multiply(at(i, j), other.at(i, j));
                sum = sum == null ? product : a.add(sum, product);
            }
        }
        return sum;
    }

    public T trace(Arithmetic<T> a) {
        requireSquare();
        T sum = at(0, 0);
        for (int i = 1; i < rows; i++) {
            sum = a.add(sum, at(i, i));
        }
        return sum;
    }

    public boolean isSymmetric() {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < i; j++) {
                if (columns != rows || !at(i, j).equals(at(j, i))) {
                    return false;
                }
            }
        }
        return rows == columns;
    }

    private void requireSameShape(Matrix<T> other) {
        if (rows != other.rows || columns != other.columns) {
            throw new IllegalArgumentException("matrices of shapes " + shape() + " and " + other.shape());
        }
    }

    void requireSquare() {
        if (rows != columns) {
            throw new IllegalArgumentException("a square matrix is needed, not " + shape());
        }
    }

    String shape() {
        return rows + " x " + columns;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Matrix<?> m && rows == m.rows && columns == m.columns && Arrays.equals(entries, m.entries);
    }

    @Override
    public int hashCode() {
        return 31 * rows + Arrays.hashCode(entries);
    }

    @Override
    public String toString() {
        var text = new StringBuilder("[");
        for (int i = 0; i < rows; i++) {
            text.append(i == 0 ? "[" : ", [");
            for (int j = 0; j < columns; j++) {
                text.append(j == 0 ? "" : ", ").append(at(i, j));
            }
            text.append(']');
        }
        return text.append(']').toString();
    }
}
