package org.apodix.enclosure;

import java.util.ArrayList;
import java.util.List;

/**
 * The factorization S = L D L^T of a symmetric positive definite matrix, L unit lower triangular, D diagonal.
 *
 * <p>Only the lower triangle of S is read. Over intervals the pivots contain the pivots of every symmetric matrix within
 * the entries: d_j = s_jj - sum_{k<j} l_jk^2 d_k, l_ij = (s_ij - sum_{k<j} l_ik l_jk d_k) / d_j. If every pivot interval
 * is positive, every symmetric matrix within the entries is positive definite (all leading minors are products of pivots).
 */
public final class SymmetricFactor<T> {

    private final Arithmetic<T> arithmetic;
    private final int size;
    private final Object[][] lower;
    private final List<T> pivots;

    private SymmetricFactor(Arithmetic<T> arithmetic, int size, Object[][] lower, List<T> pivots) {
        this.arithmetic = arithmetic;
        this.size = size;
        this.lower = lower;
        this.pivots = pivots;
    }

    /**
     * Factors the matrix.
     *
     * @throws UndefinedException if a pivot is not proved to be nonzero, so that a quotient by it is undefined
     */
    public static <T> SymmetricFactor<T> of(Matrix<T> matrix, Arithmetic<T> a) {
        matrix.requireSquare();
        int n = matrix.rows();
        var lower = new Object[n][n];
        var scaled = new Object[n][n];
        var pivots = new ArrayList<T>(n);
        for (int j = 0; j < n; j++) {
            for (int i = j; i < n; i++) {
                T value = matrix.at(i, j);
                for (int k = 0; k < j; k++) {
                    T left = SymmetricFactor.<T>cell(lower, i, k);
                    T right = SymmetricFactor.<T>cell(scaled, j, k);
                    value = a.subtract(value, i == j ? a.multiply(a.square(left), pivots.get(k)) : a.multiply(left, right));
                }
                if (i == j) {
                    pivots.add(value);
                } else {
                    lower[i][j] = a.divide(value, pivots.get(j));
                    scaled[i][j] = value;
                }
            }
        }
        return new SymmetricFactor<>(a, n, lower, pivots);
    }

    /** The diagonal of D. */
    public List<T> pivots() {
        return List.copyOf(pivots);
    }

    /**
     * The determinant of a positive definite matrix: the product of the pivots.
     *
     * @throws UndefinedException if some pivot is not proved to be positive, so that the matrix is not proved to be positive definite
     */
    public T positiveDeterminant() {
        for (T pivot : pivots) {
            if (!arithmetic.enclosure(pivot).isPositive()) {
                throw new UndefinedException("a matrix that is not proved to be positive definite");
            }
        }
        T product = pivots.get(0);
        for (T pivot : pivots.subList(1, size)) {
            product = arithmetic.multiply(product, pivot);
        }
        return product;
    }

    /** The solution X of S X = B, by forward and back substitution. */
    public Matrix<T> solve(Matrix<T> right) {
        if (right.rows() != size) {
            throw new IllegalArgumentException("a system of size " + size + " with a right side of " + right.rows() + " rows");
        }
        int columns = right.columns();
        var x = new Object[size][columns];
        for (int c = 0; c < columns; c++) {
            for (int i = 0; i < size; i++) {
                T value = right.at(i, c);
                for (int k = 0; k < i; k++) {
                    value = subtractProduct(value, lower, i, k, x, k, c);
                }
                x[i][c] = value;
            }
            for (int i = size - 1; i >= 0; i--) {
                T value = arithmetic.divide(SymmetricFactor.<T>cell(x, i, c), pivots.get(i));
                for (int k = i + 1; k < size; k++) {
                    value = subtractProduct(value, lower, k, i, x, k, c);
                }
                x[i][c] = value;
            }
        }
        return Matrix.of(size, columns, (i, j) -> SymmetricFactor.<T>cell(x, i, j));
    }

    /** The inverse of S; for i != j the two triangles are the same entries. */
    public Matrix<T> inverse() {
        var full = solve(Matrix.identity(size, arithmetic));
        return Matrix.of(size, size, (i, j) -> i >= j ? full.at(i, j) : full.at(j, i));
    }

    private T subtractProduct(T value, Object[][] left, int i, int k, Object[][] right, int r, int c) {
        return arithmetic.subtract(value, arithmetic.multiply(SymmetricFactor.<T>cell(left, i, k), SymmetricFactor.<T>cell(right, r, c)));
    }

    @SuppressWarnings("unchecked")
    private static <T> T cell(Object[][] cells, int row, int column) {
        return (T) cells[row][column];
    }
}
