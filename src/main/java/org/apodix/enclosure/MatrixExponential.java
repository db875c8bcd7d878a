package org.apodix.enclosure;

/**
 * The exponential of a square matrix, and phi_1(A) = sum A^k / (k+1)!, which is (e^A - I) A^(-1) where A is invertible.
 *
 * <p><b>Exponential.</b> Let |A| be the greatest sum of absolute values in a row. With s so that b = 2^(-s) |A| <= 1/2 and B = 2^(-s) A,
 * e^A = (e^B)^(2^s) and e^B = sum_{k<=K} B^k / k! + R with |R| <= sum_{k>K} b^k / k! <= b^(K+1) / (K+1)! / (1 - b / (K+2)), a geometric series;
 * the bound of the norm holds for every entry of R. K is the least for which the remainder is below 2^-(p + 2s + 8), p the precision of
 * the carrier. Products of interval matrices contain the products of their members, and the same B everywhere only narrows the true set.
 *
 * <p><b>phi_1.</b> The exponential of the block matrix [[A, I], [0, 0]] is [[e^A, phi_1(A)], [0, I]], since its k-th power is
 * [[A^k, A^(k-1)], [0, 0]].
 */
public final class MatrixExponential {

    private static final int MOST_HALVINGS = 60;

    private MatrixExponential() { }

    /**
     * The exponential of every matrix within the entries.
     *
     * @throws UndefinedException if an entry is unbounded, or the norm is above 2^59
     */
    public static <T> Matrix<T> exp(Matrix<T> matrix, Arithmetic<T> a) {
        matrix.requireSquare();
        int halvings = halvings(norm(matrix, a));
        T unit = a.power(a.of(Rational.of(2)), -halvings);
        var scaled = matrix.scale(unit, a);
        var result = series(scaled, a, a.precision() + 2 * halvings + 8);
        for (int i = 0; i < halvings; i++) {
            result = result.times(result, a);
        }
        return result;
    }

    /** phi_1 of every matrix within the entries; rejects what {@link #exp} rejects. */
    public static <T> Matrix<T> phi1(Matrix<T> matrix, Arithmetic<T> a) {
        matrix.requireSquare();
        int n = matrix.rows();
        T zero = a.of(Rational.ZERO);
        T one = a.of(Rational.ONE);
        var block = Matrix.of(2 * n, 2 * n, (i, j) -> i >= n ? zero : j < n ? matrix.at(i, j) : j - n == i ? one : zero);
        var exponential = exp(block, a);
        return Matrix.of(n, n, (i, j) -> exponential.at(i, j + n));
    }

    private static <T> Dyadic norm(Matrix<T> matrix, Arithmetic<T> a) {
        var greatest = Dyadic.ZERO;
        for (int i = 0; i < matrix.rows(); i++) {
            T sum = a.abs(matrix.at(i, 0));
            for (int j = 1; j < matrix.columns(); j++) {
                sum = a.add(sum, a.abs(matrix.at(i, j)));
            }
            greatest = greatest.max(a.enclosure(sum).upper());
        }
        return greatest;
    }

    /** The least s with norm <= 2^(s-1). */
    private static int halvings(Dyadic norm) {
        int s = 0;
        while (norm.compareTo(Dyadic.ONE.shift(s - 1L)) > 0) {
            s++;
            if (s > MOST_HALVINGS) {
                throw new UndefinedException("exponential of a matrix of norm above 2^" + (MOST_HALVINGS - 1));
            }
        }
        return s;
    }

    private static <T> Matrix<T> series(Matrix<T> b, Arithmetic<T> a, int bits) {
        int n = b.rows();
        var sum = Matrix.identity(n, a);
        var term = sum;
        var bound = DyadicInterval.point(norm(b, a)).round(64);
        var arithmetic = new Defined<>(new DyadicArithmetic(64));
        var size = DyadicInterval.point(Dyadic.ONE); // contains a number >= b^k / k!
        for (int k = 1;; k++) {
            T step = a.divide(a.of(Rational.ONE), a.of(Rational.of(k)));
            term = term.times(b, a).scale(step, a);
            sum = sum.plus(term, a);
            size = arithmetic.divide(arithmetic.multiply(size, bound), arithmetic.of(Rational.of(k)));
            // the remainder after the terms up to k: b^(k+1) / (k+1)! / (1 - b / (k+2)), and b <= 1/2
            var next = arithmetic.divide(arithmetic.multiply(size, bound), arithmetic.of(Rational.of(k + 1L)));
            var rest = arithmetic.divide(next, arithmetic.subtract(arithmetic.of(Rational.ONE),
                    arithmetic.divide(bound, arithmetic.of(Rational.of(k + 2L))))).upper();
            if (rest.compareTo(Dyadic.ONE.shift(-bits)) < 0) {
                T error = a.enclose(DyadicInterval.of(rest.negate(), rest));
                var total = sum;
                return Matrix.of(n, n, (i, j) -> a.add(total.at(i, j), error));
            }
        }
    }
}
