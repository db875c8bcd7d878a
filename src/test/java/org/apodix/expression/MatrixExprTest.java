package org.apodix.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;
import org.apache.commons.math3.fraction.BigFractionField;
import org.apache.commons.math3.linear.Array2DRowFieldMatrix;
import org.apache.commons.math3.linear.FieldLUDecomposition;
import org.apodix.enclosure.DoubleArithmetic;
import org.apodix.enclosure.DyadicArithmetic;
import org.apodix.enclosure.Matrix;
import org.apodix.enclosure.Rational;
import org.apodix.enclosure.UndefinedException;
import org.junit.jupiter.api.Test;

class MatrixExprTest {

    private static final long WORK = 10_000_000_000L;
    private static final Matrix<Rational> SPD = Matrix.of(4, 4, (i, j) -> Rational.of(i.equals(j) ? 3 + i : 1, 1 + i + j));

    @Test
    void determinantAndInverseAgreeWithAnotherLibraryExactly() {
        var matrix = MatrixExpr.of(SPD);
        var library = new FieldLUDecomposition<>(toLibrary(SPD));
        assertThat(exact(new MatrixRead(MatrixReader.DETERMINANT, matrix))).isEqualTo(fromLibrary(library.getDeterminant()));
        var inverse = library.getSolver().getInverse();
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                assertThat(exact(matrix.inverse().entry(i, j))).isEqualTo(fromLibrary(inverse.getEntry(i, j)));
            }
        }
    }

    @Test
    void enclosuresContainTheExactValues() {
        var matrix = MatrixExpr.of(SPD);
        var values = List.of(matrix.inverse().trace(), matrix.times(matrix.transpose()).inner(matrix.inverse()),
            matrix.scale(Expr.of(1, 3)).plus(MatrixExpr.identity(4)).inverse().squaredNorm());
        var tape = Tape.of(values);
        var exact = tape.exact(WORK);
        var doubles = tape.evaluate(DoubleArithmetic.INSTANCE);
        var dyadic = tape.evaluate(new DyadicArithmetic(128));
        for (int k = 0; k < values.size(); k++) {
            assertThat(doubles.get(k).contains(exact.get(k))).isTrue();
            assertThat(dyadic.get(k).contains(exact.get(k))).isTrue();
            assertThat(dyadic.get(k).width().toRational()).isLessThan(Rational.of(10).pow(-30));
        }
    }

    @Test
    void singularMatricesHaveNoInverseAndNoLogDeterminant() {
        var singular = MatrixExpr.of(Matrix.of(2, 2, (i, j) -> Rational.ONE));
        assertThatThrownBy(() -> Tape.of(List.of(singular.logDeterminant())).evaluate(DoubleArithmetic.INSTANCE))
            .isInstanceOf(UndefinedException.class);
        assertThatThrownBy(() -> Tape.of(List.of(singular.inverse().trace())).evaluate(new DyadicArithmetic(200)))
            .isInstanceOf(UndefinedException.class);
    }

    @Test
    void productsWithZeroKeepUndefinedOperands() {
        var zero = MatrixExpr.zero(2, 2);
        for (var expression : List.of(zero.times(zero.inverse()).trace(), zero.inner(zero.inverse()),
            zero.inverse().scale(Expr.ZERO).trace(), zero.scale(Expr.of(-1).log()).trace(), Expr.of(-1).log().pow(0),
            MatrixExpr.identity(2).scale(Expr.of(-1)).logDeterminant())) {
            assertThatThrownBy(() -> Tape.of(List.of(expression)).evaluate(DoubleArithmetic.INSTANCE))
                .isInstanceOf(UndefinedException.class);
        }
    }

    @Test
    void shapesMustFit() {
        var column = MatrixExpr.column(List.of(Rational.ONE, Rational.TWO));
        assertThatThrownBy(() -> column.times(column)).hasMessageContaining("2 x 1");
        assertThatThrownBy(() -> column.plus(MatrixExpr.identity(2))).hasMessageContaining("do not fit");
        assertThatThrownBy(column::trace).isInstanceOf(IllegalArgumentException.class);
    }

    private static Rational exact(Expr expression) {
        return Tape.of(List.of(expression)).exact(WORK).get(0);
    }

    private static Array2DRowFieldMatrix<BigFraction> toLibrary(Matrix<Rational> matrix) {
        var copy = new Array2DRowFieldMatrix<>(BigFractionField.getInstance(), matrix.rows(), matrix.columns());
        for (int i = 0; i < matrix.rows(); i++) {
            for (int j = 0; j < matrix.columns(); j++) {
                copy.setEntry(i, j, new BigFraction(matrix.at(i, j).numerator(), matrix.at(i, j).denominator()));
            }
        }
        return copy;
    }

    private static Rational fromLibrary(BigFraction value) {
        return Rational.of(value.getNumerator(), value.getDenominator());
    }

    /** [[0, -t], [t, 0]] generates the rotation by t; (e^A - I) A^-1 of the symmetric [[1, 1/2], [1/2, 2]], scaled to -3 of it. */
    @Test
    void exponentialsAreRotationsAndPhi1SolvesItsEquation() {
        var t = Expr.of(7, 3);
        var zero = Expr.ZERO;
        var rotation = MatrixExpr.of(2, 2, List.of(zero, t.negate(), t, zero)).exponential();
        var symmetric = MatrixExpr.of(2, 2, List.of(Expr.ONE, Expr.HALF, Expr.HALF, Expr.TWO)).scale(Expr.of(-3));
        var left = symmetric.phi1().times(symmetric);
        var right = symmetric.exponential().minus(MatrixExpr.identity(2));
        var values = List.of(rotation.entry(0, 0).minus(t.cos()), rotation.entry(1, 0).minus(t.sin()), left.entry(0, 1).minus(right.entry(0, 1)),
            left.entry(1, 1).minus(right.entry(1, 1)), MatrixExpr.zero(1, 1).phi1().entry(0, 0).minus(Expr.ONE));
        for (var value : Tape.of(values).evaluate(new DyadicArithmetic(200))) {
            assertThat(value.containsZero()).isTrue();
            assertThat(value.width().toRational()).isLessThan(Rational.of(10).pow(-50));
        }
        assertThat(Tape.of(values).exact(WORK)).containsOnlyNulls();
        assertThatThrownBy(() -> MatrixExpr.of(2, 2, List.of(Expr.ONE))).isInstanceOf(IllegalArgumentException.class);
    }

    /** Its remainder has no bound on jets and complex boxes: a rule that needs them has to do without, and stays true. */
    @Test
    void anIntegralOfAnExponentialOfAMatrixIsWideAndTrue() {
        var x = new Variable("x");
        var body = MatrixExpr.of(1, 1, List.of(x)).exponential().trace();
        var value = Tape.of(List.of(Integral.of(body, x, Expr.ZERO, Expr.ONE))).evaluate(new DyadicArithmetic(16)).get(0);
        assertThat(value.overlaps(Tape.of(List.of(Expr.ONE.expm1())).evaluate(new DyadicArithmetic(100)).get(0))).isTrue();
    }
}
