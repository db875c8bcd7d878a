package org.apodix.enclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Pivots over intervals, and the remainder of the matrix exponential. */
class LinearFactorTest {

    private final DyadicArithmetic a = new DyadicArithmetic(60);

    private static DyadicInterval set(double lo, double hi) {
        return DyadicInterval.of(Dyadic.ofExact(lo), Dyadic.ofExact(hi));
    }

    private static Matrix<DyadicInterval> matrix(int n, DyadicInterval... entries) {
        return Matrix.of(n, n, (i, j) -> entries[i * n + j]);
    }

    @Test
    void the_pivot_is_the_entry_that_is_farthest_from_zero() {
        // a pivot of 2^-50 would leave a relative width of about 2^50 units in the other one
        var m = matrix(2, a.of(Rational.parse("1e-15")), a.of(Rational.ONE), a.of(Rational.ONE), a.of(Rational.of(1, 3)));
        var inverse = LinearFactor.of(m, a).inverse();
        for (int i = 0; i < 4; i++) {
            assertThat(inverse.at(i / 2, i % 2).width()).isLessThan(Dyadic.ONE.shift(-55));
        }
        // [1, 9] is at least 1 and [-8, -2] at least 2 from zero
        var sets = matrix(2, set(1, 9), set(0, 0), set(-8, -2), set(1, 1));
        assertThat(LinearFactor.of(sets, a).determinant()).isEqualTo(set(0.25, 36)); // it would be [1, 9] by the other one
    }

    @Test
    void a_column_of_sets_around_zero_has_no_pivot() {
        var around = matrix(2, set(-1, 1), set(1, 1), set(0, 2), set(1, 1));
        assertThatThrownBy(() -> LinearFactor.of(around, a)).isInstanceOf(UndefinedException.class)
                .hasMessage("inverse of a matrix without a pivot that is surely nonzero in column 1");
        var second = matrix(2, set(1, 1), set(1, 1), set(1, 1), set(1, 2));
        assertThatThrownBy(() -> LinearFactor.of(second, a)).isInstanceOf(UndefinedException.class).hasMessageContaining("column 2");
        var swapped = LinearFactor.of(matrix(2, set(-1, 1), set(2, 2), set(4, 4), set(0, 0)), a);
        assertThat(swapped.determinant()).isEqualTo(set(-8, -8));
    }

    /** exp(2^-200) = 1 + 2^-200 + 2^-401 + ...: the first two terms are exact with 201 bits, and what is left out must be seen. */
    @Test
    void the_exponential_contains_the_terms_that_its_series_leaves_out() {
        var fine = new DyadicArithmetic(201);
        for (var x : new Dyadic[] {Dyadic.ONE.shift(-200), Dyadic.ONE.shift(-200).negate(), Dyadic.ONE.shift(-69), Dyadic.ONE.shift(-101)}) {
            var power = MatrixExponential.exp(Matrix.of(1, 1, (i, j) -> DyadicInterval.point(x)), fine).at(0, 0);
            var truth = new DyadicArithmetic(800).exp(DyadicInterval.point(x));
            assertThat(power.contains(truth)).isTrue();
            assertThat(power.width()).isLessThan(Dyadic.ONE.shift(-190));
        }
    }

    @Test
    void the_exponential_accepts_norms_up_to_the_limit() {
        var limit = Matrix.of(1, 1, (i, j) -> DyadicInterval.point(Dyadic.ONE.shift(59).negate()));
        assertThat(MatrixExponential.exp(limit, a).at(0, 0).magnitude()).isLessThan(Dyadic.ONE.shift(-1000));
        var beyond = Matrix.of(1, 1, (i, j) -> DyadicInterval.point(Dyadic.ONE.shift(59).plus(Dyadic.ONE)));
        assertThatThrownBy(() -> MatrixExponential.exp(beyond, a)).isInstanceOf(UndefinedException.class)
                .hasMessage("exponential of a matrix of norm above 2^59");
        assertThatThrownBy(() -> MatrixExponential.exp(Matrix.of(1, 2, (i, j) -> set(1, 1)), a)).hasMessage("a square matrix is needed, not 1 x 2");
        assertThatThrownBy(() -> MatrixExponential.phi1(Matrix.of(1, 2, (i, j) -> set(1, 1)), a)).hasMessageContaining("1 x 2");
    }

    /** The norm sums the whole row: entries of 1/2 each in a row of four, so that the powers do not shrink unless it is halved. */
    @Test
    void the_exponential_of_a_constant_matrix_is_known() {
        // A = c J with J all ones: A^k = c (4c)^(k-1) J, so e^A = I + (e^(4c) - 1) / 4 J
        for (long c : new long[] {1, 3, -5}) {
            var x = Matrix.of(4, 4, (i, j) -> a.of(Rational.of(c, 2)));
            var power = MatrixExponential.exp(x, a);
            var fine = new DyadicArithmetic(120);
            var off = fine.divide(fine.expm1(fine.of(Rational.of(2 * c))), fine.of(Rational.of(4)));
            assertThat(power.at(0, 1).contains(off)).isTrue();
            assertThat(power.at(2, 2).contains(fine.add(off, fine.of(Rational.ONE)))).isTrue();
            assertThat(power.at(3, 0).width()).isLessThan(Dyadic.ONE.shift(-40));
        }
    }
}
