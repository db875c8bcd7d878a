package org.apodix.enclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Matrices of exact numbers: shapes, sums, products and equality. */
class MatrixTest {

    private final ExactArithmetic a = new ExactArithmetic(4096);

    private static Matrix<Rational> matrix(int rows, int columns, long... values) {
        return Matrix.of(rows, columns, (i, j) -> Rational.of(values[i * columns + j]));
    }

    private final Matrix<Rational> wide = matrix(2, 3, 1, 2, 3, 4, 5, 6);

    @Test
    void should_be_stored_by_rows() {
        assertThat(wide.rows()).isEqualTo(2);
        assertThat(wide.columns()).isEqualTo(3);
        assertThat(wide.at(0, 2)).isEqualTo(Rational.of(3));
        assertThat(wide.at(1, 0)).isEqualTo(Rational.of(4));
        assertThat(wide).hasToString("[[1, 2, 3], [4, 5, 6]]");
        assertThat(wide.transpose()).isEqualTo(matrix(3, 2, 1, 4, 2, 5, 3, 6));
        assertThat(Matrix.identity(2, a)).isEqualTo(matrix(2, 2, 1, 0, 0, 1));
    }

    @Test
    void should_add_scale_and_multiply() {
        var other = matrix(2, 3, 10, 20, 30, 40, 50, 60);
        assertThat(wide.plus(other, a)).isEqualTo(matrix(2, 3, 11, 22, 33, 44, 55, 66));
        assertThat(other.minus(wide, a)).isEqualTo(matrix(2, 3, 9, 18, 27, 36, 45, 54));
        assertThat(wide.scale(Rational.of(10), a)).isEqualTo(other);
        assertThat(wide.times(wide.transpose(), a)).isEqualTo(matrix(2, 2, 14, 32, 32, 77));
        assertThat(wide.inner(other, a)).isEqualTo(Rational.of(910));
        assertThat(wide.inner(wide, a)).isEqualTo(Rational.of(91));
        assertThat(matrix(3, 3, 1, 2, 3, 4, 5, 6, 7, 8, 10).trace(a)).isEqualTo(Rational.of(16));
    }

    @Test
    void should_know_the_square_of_an_entry_that_may_be_zero() {
        var sets = new DyadicArithmetic(64);
        var column = Matrix.of(2, 1, (i, j) -> DyadicInterval.of(Dyadic.of(-2), Dyadic.ONE));
        var copy = Matrix.of(2, 1, (i, j) -> DyadicInterval.of(Dyadic.of(-2), Dyadic.ONE));
        assertThat(column.inner(column, sets)).isEqualTo(DyadicInterval.of(Dyadic.ZERO, Dyadic.of(8)));
        assertThat(column.inner(copy, sets)).isEqualTo(DyadicInterval.of(Dyadic.of(-4), Dyadic.of(8)));
    }

    @Test
    void should_see_symmetry() {
        assertThat(matrix(2, 2, 1, 5, 5, 2).isSymmetric()).isTrue();
        assertThat(matrix(2, 2, 1, 5, 4, 2).isSymmetric()).isFalse();
        assertThat(matrix(1, 1, 3).isSymmetric()).isTrue();
        assertThat(matrix(1, 2, 3, 3).isSymmetric()).isFalse();
        assertThat(matrix(2, 1, 3, 3).isSymmetric()).isFalse();
        assertThat(matrix(3, 3, 1, 2, 3, 2, 4, 5, 3, 6, 6).isSymmetric()).isFalse();
    }

    @Test
    void should_compare_shape_and_entries() {
        assertThat(wide).isEqualTo(matrix(2, 3, 1, 2, 3, 4, 5, 6)).hasSameHashCodeAs(matrix(2, 3, 1, 2, 3, 4, 5, 6))
                .isNotEqualTo(matrix(2, 3, 1, 2, 3, 4, 5, 7)).isNotEqualTo(matrix(3, 2, 1, 2, 3, 4, 5, 6)).isNotEqualTo("a text");
        assertThat(wide.hashCode()).isEqualTo(62 + Arrays.hashCode(new Object[] {Rational.of(1), Rational.of(2), Rational.of(3),
            Rational.of(4), Rational.of(5), Rational.of(6)}));
    }

    @Test
    void should_reject_shapes_that_do_not_fit() {
        var square = matrix(2, 2, 1, 0, 0, 1);
        assertThatThrownBy(() -> matrix(0, 1)).hasMessage("a matrix of 0 rows and 1 columns");
        assertThatThrownBy(() -> matrix(1, 0)).hasMessage("a matrix of 1 rows and 0 columns");
        assertThatThrownBy(() -> wide.plus(square, a)).hasMessage("matrices of shapes 2 x 3 and 2 x 2");
        assertThatThrownBy(() -> wide.minus(wide.transpose(), a)).hasMessage("matrices of shapes 2 x 3 and 3 x 2");
        assertThatThrownBy(() -> wide.inner(matrix(1, 3, 1, 1, 1), a)).hasMessage("matrices of shapes 2 x 3 and 1 x 3");
        assertThatThrownBy(() -> wide.times(wide, a)).hasMessage("product of 2 x 3 and 2 x 3 matrices");
        assertThatThrownBy(() -> wide.trace(a)).hasMessage("a square matrix is needed, not 2 x 3");
    }
}
