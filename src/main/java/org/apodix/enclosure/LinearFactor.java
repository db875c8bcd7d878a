package org.apodix.enclosure;

import java.util.Arrays;

/**
 * The factorization P A = L U of a square matrix with row exchanges, L unit lower triangular, U upper triangular.
 *
 * <p>Over intervals, L and U contain the factors of P A for every matrix A within the entries and this one P, so solutions, the
 * inverse and the determinant contain those of every such A. The pivot of a column is the entry whose least absolute value is greatest; if no
 * entry is proved to be nonzero, an {@link UndefinedException} says so: the matrix may be singular.
 */
public final class LinearFactor<T> {

    private final Arithmetic<T> arithmetic;
    private final int size;
    private final Object[][] factors;
    private final int[] rows;
    private final boolean odd;

    private LinearFactor(Arithmetic<T> arithmetic, Object[][] factors, int[] rows, boolean odd) {
        this.arithmetic = arithmetic;
        this.size = rows.length;
        this.factors = factors;
        this.rows = rows;
        this.odd = odd;
    }

    /**
     * Factors the matrix.
     *
     * @throws UndefinedException if no pivot of some column is proved to be nonzero
     */
    public static <T> LinearFactor<T> of(Matrix<T> matrix, Arithmetic<T> arithmetic) {
        matrix.requireSquare();
        int n = matrix.rows();
        var a = new Defined<>(arithmetic);
        var cells = new Object[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                cells[i][j] = matrix.at(i, j);
            }
        }
        var rows = new int[n];
        Arrays.setAll(rows, i -> i);
        boolean odd = false;
        for (int k = 0; k < n; k++) {
            int pivot = pivot(cells, k, a);
            if (pivot != k) {
                var row = cells[k];
                cells[k] = cells[pivot];
                cells[pivot] = row;
                int place = rows[k];
                rows[k] = rows[pivot];
                rows[pivot] = place;
                odd = !odd;
            }
            for (int i = k + 1; i < n; i++) {
                T factor = a.divide(LinearFactor.<T>cell(cells, i, k), LinearFactor.<T>cell(cells, k, k));
                cells[i][k] = factor;
                for (int j = k + 1; j < n; j++) {
                    cells[i][j] = a.subtract(LinearFactor.<T>cell(cells, i, j), a.multiply(factor, LinearFactor.<T>cell(cells, k, j)));
                }
            }
        }
        return new LinearFactor<>(a, cells, rows, odd);
    }

    private static <T> int pivot(Object[][] cells, int column, Arithmetic<T> a) {
        int best = -1;
        var greatest = Dyadic.ZERO;
        for (int i = column; i < cells.length; i++) {
            var size = a.enclosure(LinearFactor.<T>cell(cells, i, column)).mignitude();
            if (size.compareTo(greatest) > 0) {
                best = i;
                greatest = size;
            }
        }
        if (best < 0) {
            throw new UndefinedException("inverse of a matrix without a pivot that is surely nonzero in column " + (column + 1));
        }
        return best;
    }

    /** The determinant of A: the product of the pivots, with the sign of the row exchanges. */
    public T determinant() {
        T product = cell(factors, 0, 0);
        for (int k = 1; k < size; k++) {
            product = arithmetic.multiply(product, LinearFactor.<T>cell(factors, k, k));
        }
        return odd ? arithmetic.negate(product) : product;
    }

    /** The solution X of A X = B. */
    public Matrix<T> solve(Matrix<T> right) {
        if (right.rows() != size) {
            throw new IllegalArgumentException("a system of size " + size + " with a right side of " + right.rows() + " rows");
        }
        var x = new Object[size][right.columns()];
        for (int c = 0; c < right.columns(); c++) {
            for (int i = 0; i < size; i++) {
                T value = right.at(rows[i], c);
                for (int k = 0; k < i; k++) {
                    value = arithmetic.subtract(value, product(i, k, x, c));
                }
                x[i][c] = value;
            }
            for (int i = size - 1; i >= 0; i--) {
                T value = cell(x, i, c);
                for (int k = i + 1; k < size; k++) {
                    value = arithmetic.subtract(value, product(i, k, x, c));
                }
                x[i][c] = arithmetic.divide(value, LinearFactor.<T>cell(factors, i, i));
            }
        }
        return Matrix.of(size, right.columns(), (i, j) -> LinearFactor.<T>cell(x, i, j));
    }

    private T product(int i, int k, Object[][] x, int column) {
        return arithmetic.multiply(LinearFactor.<T>cell(factors, i, k), LinearFactor.<T>cell(x, k, column));
    }

    /** The inverse of A. */
    public Matrix<T> inverse() {
        return solve(Matrix.identity(size, arithmetic));
    }

    @SuppressWarnings("unchecked")
    private static <T> T cell(Object[][] cells, int row, int column) {
        return (T) cells[row][column];
    }
}
