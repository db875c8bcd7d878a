package org.apodix.enclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** S = L D L^T of positive definite matrices, exactly and over intervals. */
class SymmetricFactorTest {

    private final ExactArithmetic exact = new ExactArithmetic(1 << 14);

    private static Matrix<Rational> matrix(int rows, int columns, long... values) {
        return Matrix.of(rows, columns, (i, j) -> Rational.of(values[i * columns + j]));
    }

    @Test
    void should_have_the_pivots_of_elimination() {
        // leading minors 4, 8, 28
        var s = matrix(3, 3, 4, 2, 2, 2, 3, 0, 2, 0, 5);
        var factor = SymmetricFactor.of(s, exact);
        assertThat(factor.pivots()).containsExactly(Rational.of(4), Rational.of(2), Rational.of(7, 2));
        assertThat(factor.positiveDeterminant()).isEqualTo(Rational.of(28));
        assertThat(factor.solve(matrix(3, 1, 8, 5, 7))).isEqualTo(matrix(3, 1, 1, 1, 1));
    }

    /** A^T A + I for random A: solutions and inverses checked by products, and within intervals. */
    @Test
    void should_solve_and_invert() {
        var random = new Random(11);
        var sets = new DyadicArithmetic(150);
        for (int n = 1; n <= 5; n++) {
            int size = n;
            var entries = random.longs((long) n * n, -4, 5).toArray();
            var a = matrix(n, n, entries);
            var s = a.transpose().times(a, exact).plus(Matrix.identity(n, exact), exact);
            var right = Matrix.of(n, 2, (i, j) -> Rational.of(i - 2L * j, 3));
            var factor = SymmetricFactor.of(s, exact);
            assertThat(s.times(factor.solve(right), exact)).isEqualTo(right);
            assertThat(s.times(factor.inverse(), exact)).isEqualTo(Matrix.identity(n, exact));
            assertThat(factor.positiveDeterminant()).isEqualTo(LinearFactor.of(s, exact).determinant());
            var enclosed = SymmetricFactor.of(Matrix.of(n, n, (i, j) -> sets.of(s.at(i, j))), new Defined<>(sets));
            var inverse = enclosed.inverse();
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    assertThat(inverse.at(i, j).contains(factor.inverse().at(i, j))).isTrue();
                    assertThat(inverse.at(i, j)).isEqualTo(inverse.at(j, i));
                    assertThat(inverse.at(i, j).width().compareTo(Dyadic.ONE.shift(-100))).isNegative();
                }
            }
            assertThat(enclosed.positiveDeterminant().contains(factor.positiveDeterminant())).isTrue();
        }
    }

    @Test
    void should_read_the_lower_triangle_alone() {
        var s = matrix(2, 2, 2, 99, 1, 3);
        assertThat(SymmetricFactor.of(s, exact).pivots()).containsExactly(Rational.of(2), Rational.of(5, 2));
    }

    @Test
    void should_not_call_positive_what_is_not_proved() {
        var indefinite = SymmetricFactor.of(matrix(2, 2, 1, 2, 2, 1), exact); // pivots 1 and -3
        assertThatThrownBy(indefinite::positiveDeterminant).isInstanceOf(UndefinedException.class)
                .hasMessage("a matrix that is not proved to be positive definite");
        var semidefinite = SymmetricFactor.of(matrix(2, 2, 1, 1, 1, 1), exact); // pivots 1 and 0
        assertThatThrownBy(semidefinite::positiveDeterminant).isInstanceOf(UndefinedException.class);
        assertThat(SymmetricFactor.of(matrix(1, 1, 7), exact).positiveDeterminant()).isEqualTo(Rational.of(7));
    }

    @Test
    void should_reject_shapes_that_do_not_fit() {
        assertThatThrownBy(() -> SymmetricFactor.of(matrix(1, 2, 1, 1), exact)).hasMessage("a square matrix is needed, not 1 x 2");
        var factor = SymmetricFactor.of(matrix(1, 1, 7), exact);
        assertThatThrownBy(() -> factor.solve(matrix(2, 1, 1, 1))).hasMessage("a system of size 1 with a right side of 2 rows");
        var linear = LinearFactor.of(matrix(1, 1, 7), exact);
        assertThatThrownBy(() -> linear.solve(matrix(2, 1, 1, 1))).hasMessage("a system of size 1 with a right side of 2 rows");
        assertThat(linear.solve(matrix(1, 2, 7, 14))).isEqualTo(matrix(1, 2, 1, 2));
    }
}
