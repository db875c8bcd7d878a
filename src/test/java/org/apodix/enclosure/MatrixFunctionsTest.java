package org.apodix.enclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.apache.commons.math3.fraction.BigFraction;
import org.apache.commons.math3.linear.Array2DRowFieldMatrix;
import org.apache.commons.math3.linear.FieldLUDecomposition;
import org.junit.jupiter.api.Test;

class MatrixFunctionsTest {

    private final DyadicArithmetic a = new DyadicArithmetic(200);

    private static Matrix<Rational> integers(int n, int[] values) {
        return Matrix.of(n, n, (i, j) -> Rational.of(values[i * n + j]));
    }

    private Matrix<DyadicInterval> dyadic(Matrix<Rational> m) {
        return Matrix.of(m.rows(), m.columns(), (i, j) -> a.of(m.at(i, j)));
    }

    private static void assertContains(Matrix<DyadicInterval> sets, Matrix<Rational> exact) {
        for (int i = 0; i < exact.rows(); i++) {
            for (int j = 0; j < exact.columns(); j++) {
                assertThat(sets.at(i, j).contains(exact.at(i, j))).isTrue();
                assertThat(sets.at(i, j).width().compareTo(Dyadic.ONE.shift(-150))).isLessThan(0);
            }
        }
    }

    /** Against the exact decomposition of commons-math, pivots that are 0 included. */
    @Test
    void determinantAndInverseAgreeWithTheExactOnes() {
        var random = new Random(3);
        var exact = new ExactArithmetic(1 << 14);
        int regular = 0;
        for (int trial = 0; trial < 60; trial++) {
            int n = 1 + random.nextInt(5);
            var values = random.ints(n * n, -3, 4).toArray();
            var matrix = integers(n, values);
            var fractions = new BigFraction[n][n];
            for (int i = 0; i < n * n; i++) {
                fractions[i / n][i % n] = new BigFraction(values[i]);
            }
            var reference = new FieldLUDecomposition<>(new Array2DRowFieldMatrix<>(fractions));
            var determinant = reference.getDeterminant();
            if (determinant.equals(BigFraction.ZERO)) {
                assertThatThrownBy(() -> LinearFactor.of(matrix, exact)).isInstanceOf(UndefinedException.class);
                assertThatThrownBy(() -> LinearFactor.of(dyadic(matrix), a)).isInstanceOf(UndefinedException.class);
                continue;
            }
            regular++;
            var expected = Rational.of(determinant.getNumerator(), determinant.getDenominator());
            assertThat(LinearFactor.of(matrix, exact).determinant()).isEqualTo(expected);
            assertThat(LinearFactor.of(dyadic(matrix), a).determinant().contains(expected)).isTrue();
            var inverse = LinearFactor.of(matrix, exact).inverse();
            assertThat(inverse.times(matrix, exact)).isEqualTo(Matrix.identity(n, exact));
            assertContains(LinearFactor.of(dyadic(matrix), a).inverse(), inverse);
        }
        assertThat(regular).isGreaterThan(30);
    }

    @Test
    void theExponentialOfANilpotentMatrixIsAPolynomial() {
        var nilpotent = integers(3, new int[] {0, 1, 5, 0, 0, 2, 0, 0, 0});
        var expected = Matrix.of(3, 3, (i, j) -> i > j ? Rational.ZERO : i.equals(j) ? Rational.ONE
                : i == 0 && j == 1 ? Rational.ONE : i == 1 ? Rational.of(2) : Rational.of(6));
        assertContains(MatrixExponential.exp(dyadic(nilpotent), a), expected);
        // phi_1(N) = I + N/2 + N^2/6
        var phi = Matrix.of(3, 3, (i, j) -> i > j ? Rational.ZERO : i.equals(j) ? Rational.ONE
                : i == 0 && j == 1 ? Rational.of(1, 2) : i == 1 ? Rational.ONE : Rational.of(5, 2).plus(Rational.of(1, 3)));
        assertContains(MatrixExponential.phi1(dyadic(nilpotent), a), phi);
    }

    @Test
    void theExponentialOfADiagonalMatrixAndOfARotationAreKnown() {
        var diagonal = MatrixExponential.exp(dyadic(integers(2, new int[] {3, 0, 0, -40})), a);
        assertThat(diagonal.at(0, 0).overlaps(a.exp(a.of(Rational.of(3))))).isTrue();
        assertThat(diagonal.at(1, 1).overlaps(a.exp(a.of(Rational.of(-40))))).isTrue();
        var rotation = MatrixExponential.exp(dyadic(integers(2, new int[] {0, -2, 2, 0})), a);
        assertThat(rotation.at(0, 0).overlaps(a.cos(a.of(Rational.of(2))))).isTrue();
        assertThat(rotation.at(1, 0).overlaps(a.sin(a.of(Rational.of(2))))).isTrue();
        assertThat(rotation.at(0, 0).width().compareTo(Dyadic.ONE.shift(-180))).isLessThan(0);
    }

    /** phi_1(A) A + I = e^A, and e^A e^(-A) = I; a matrix of intervals contains the exponential of each of its members. */
    @Test
    void identitiesAndInclusion() {
        var matrix = dyadic(integers(3, new int[] {1, 2, 0, -1, 3, 1, 0, 1, -2}));
        var exponential = MatrixExponential.exp(matrix, a);
        var phi = MatrixExponential.phi1(matrix, a).times(matrix, a).plus(Matrix.identity(3, a), a);
        var unit = exponential.times(MatrixExponential.exp(matrix.scale(a.of(Rational.of(-1)), a), a), a);
        var wide = MatrixExponential.exp(matrix.plus(Matrix.of(3, 3, (i, j) -> DyadicInterval.of(Dyadic.ofExact(-0.0625), Dyadic.ZERO)), a), a);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                assertThat(exponential.at(i, j).overlaps(phi.at(i, j))).isTrue();
                assertThat(unit.at(i, j).contains(i == j ? Rational.ONE : Rational.ZERO)).isTrue();
                assertThat(wide.at(i, j).contains(exponential.at(i, j))).isTrue();
            }
        }
        var doubles = MatrixExponential.exp(Matrix.of(3, 3, (i, j) -> DoubleArithmetic.INSTANCE.enclose(matrix.at(i, j))), DoubleArithmetic.INSTANCE);
        assertThat(doubles.at(0, 0).toDyadic().overlaps(exponential.at(0, 0))).isTrue();
    }

    /** The norm of a set of matrices is that of its greatest member. */
    @Test
    void theExponentialOfASetContainsThoseOfItsEnds() {
        for (long eighths = 1; eighths <= 64; eighths *= 2) {
            var end = Dyadic.of(eighths).shift(-3);
            for (var set : new DyadicInterval[] {DyadicInterval.of(Dyadic.ZERO, end), DyadicInterval.of(end.negate(), Dyadic.ZERO)}) {
                var exponential = MatrixExponential.exp(Matrix.of(1, 1, (i, j) -> set), a).at(0, 0);
                assertThat(exponential.contains(a.exp(set))).isTrue();
                var phi = MatrixExponential.phi1(Matrix.of(1, 1, (i, j) -> set), a).at(0, 0);
                for (var x : new Dyadic[] {set.lower(), set.upper()}) {
                    var point = DyadicInterval.point(x);
                    assertThat(phi.contains(x.signum() == 0 ? DyadicInterval.point(Dyadic.ONE) : a.divide(a.expm1(point), point))).isTrue();
                }
            }
        }
    }

    /** For b times the cyclic permutation of three numbers, one entry of the remainder is b^2/2 + b^5/120: no more than b^5/120 from its first-order bound. */
    @Test
    void theRemainderIsRoundedUp() {
        var few = new DyadicArithmetic(100);
        var b = Dyadic.ONE.shift(-70);
        var cyclic = Matrix.of(3, 3, (i, j) -> DyadicInterval.point((i + 1) % 3 == j ? b : Dyadic.ZERO));
        var entry = MatrixExponential.exp(cyclic, few).at(0, 2);
        assertThat(entry.contains(Rational.of(2).pow(-141).plus(Rational.of(2).pow(-350).over(Rational.of(120))))).isTrue();
    }

    @Test
    void whatHasNoValueIsRejected() {
        var huge = Matrix.of(1, 1, (i, j) -> DyadicInterval.point(Dyadic.ONE.shift(70)));
        assertThatThrownBy(() -> MatrixExponential.exp(huge, a)).isInstanceOf(UndefinedException.class).hasMessageContaining("2^59");
        assertThatThrownBy(() -> LinearFactor.of(Matrix.of(1, 2, (i, j) -> Rational.ONE), new ExactArithmetic(64)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
