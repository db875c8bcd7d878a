package org.apodix.theorems.generalizationgap;

import java.util.List;
import java.util.stream.IntStream;
import org.apodix.enclosure.Matrix;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.MatrixExpr;

/**
 * Two quadratic losses with rational coefficients: the model of the family {@code quadratic}.
 *
 * <p>G = M^T M and B = -theta* G + D; D is 0 unless the loss shall have no minimizer. C = |theta* M^T|^2/2, so that the least loss is 0 where D is 0.
 */
public final class QuadraticRun extends GradientFlows {

    /**
     * The exact parameters: matrices as lists of rows.
     *
     * @param root       M, any number of rows, m columns
     * @param minimizer  theta*, d rows of length m
     * @param drift      D, d rows of length m, or null for 0
     * @param comparator theta-bar, d rows of length m
     */
    public record Instance(List<List<Rational>> root, List<List<Rational>> minimizer, List<List<Rational>> rootHat,
            List<List<Rational>> minimizerHat, List<List<Rational>> drift, List<List<Rational>> comparator, Rational tau) {

        private Matrix<Rational> gram() {
            return gram(root);
        }

        private Matrix<Rational> gramHat() {
            return gram(rootHat);
        }

        /** Whether theta* G is the same for both, where G is. */
        private boolean hasSameLinear() {
            var gram = gram();
            return IntStream.range(0, minimizer.size())
                .allMatch(i -> product(minimizer.get(i), gram).equals(product(minimizerHat.get(i), gram)));
        }

        private static Matrix<Rational> gram(List<List<Rational>> rows) {
            int m = rows.get(0).size();
            return Matrix.of(m, m, (i, j) -> rows.stream().map(row -> row.get(i).times(row.get(j))).reduce(Rational.ZERO, Rational::plus));
        }
    }

    private final Instance instance;
    private final MatrixExpr comparator;

    public QuadraticRun(Instance instance) {
        this(instance, MatrixExpr.of(instance.gram()), instance.gram().equals(instance.gramHat()));
    }

    private QuadraticRun(Instance instance, MatrixExpr gram, boolean sameGram) {
        this(instance, gram, sameGram ? gram : MatrixExpr.of(instance.gramHat()), linear(instance.minimizer(), instance.gram(), instance.drift()),
            sameGram && instance.hasSameLinear());
    }

    private QuadraticRun(Instance instance, MatrixExpr gram, MatrixExpr gramHat, MatrixExpr linear, boolean same) {
        super(gram, linear, gramHat, same ? linear : linear(instance.minimizerHat(), instance.gramHat(), instance.drift()),
            matrix(instance.minimizer()).times(matrix(instance.root()).transpose()).squaredNorm().over(2), Expr.of(instance.tau()),
            matrix(instance.minimizer()));
        this.instance = instance;
        this.comparator = matrix(instance.comparator());
    }

    /** B = -theta* G + D in exact numbers, so that it is seen where it vanishes. */
    private static MatrixExpr linear(List<List<Rational>> minimizer, Matrix<Rational> gram, List<List<Rational>> drift) {
        return matrix(pull(minimizer, gram, drift));
    }

    private static List<List<Rational>> pull(List<List<Rational>> minimizer, Matrix<Rational> gram, List<List<Rational>> drift) {
        return IntStream.range(0, minimizer.size()).mapToObj(i -> {
            var product = product(minimizer.get(i), gram);
            return IntStream.range(0, product.size())
                .mapToObj(j -> drift == null ? product.get(j).negate() : drift.get(i).get(j).minus(product.get(j))).toList();
        }).toList();
    }

    private static MatrixExpr matrix(List<List<Rational>> rows) {
        return MatrixExpr.of(Matrix.of(rows.size(), rows.get(0).size(), (i, j) -> rows.get(i).get(j)));
    }

    public Instance instance() {
        return instance;
    }

    /** theta-bar. */
    MatrixExpr comparator() {
        return comparator;
    }

    boolean hasMinimizer() {
        return instance.drift() == null;
    }

    /** Whether B G = 0: the loss is linear along its flow. */
    boolean isLinear() {
        var gram = instance.gram();
        return pull(instance.minimizer(), gram, instance.drift()).stream().allMatch(row -> product(row, gram).stream().allMatch(Rational::isZero));
    }

    /** Whether 2 tau theta* G = theta*: every row of theta* is 0 or an eigenvector of 1/(2 tau). */
    boolean hasCriticalMinimizer() {
        var gram = instance.gram();
        var twice = instance.tau().times(Rational.TWO);
        return instance.minimizer().stream().allMatch(row -> product(row, gram).stream().map(twice::times).toList().equals(row));
    }

    private static List<Rational> product(List<Rational> row, Matrix<Rational> gram) {
        return IntStream.range(0, row.size()).mapToObj(j -> IntStream.range(0, row.size())
            .mapToObj(i -> row.get(i).times(gram.at(i, j))).reduce(Rational.ZERO, Rational::plus)).toList();
    }

    /** L(theta(tau)) - L(theta-bar). */
    Expr gain() {
        return withoutConstant(theta()).minus(withoutConstant(comparator));
    }
}
