package org.apodix.theorems.fisherkl;

import java.util.List;
import org.apodix.enclosure.ExactArithmetic;
import org.apodix.enclosure.Matrix;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.MatrixExpr;

/**
 * The same data twice: as independent coordinates, and rotated, as one correlated law; the model of {@code gauss_rotated}.
 */
public final class RotatedRun {

    /**
     * The exact parameters.
     *
     * @param reflections vectors u; the rotation is the product of the reflections I - 2 u u^T/(u . u)
     */
    public record Instance(Rational q, int steps, List<Rational> mean, List<Rational> variances, List<List<Integer>> reflections) { }

    private final Instance instance;
    private final GaussianRun independent;
    private final GaussianRun rotated;
    private final Matrix<Rational> rotation;

    public RotatedRun(Instance instance) {
        this.instance = instance;
        int d = instance.mean().size();
        var exact = new ExactArithmetic(Integer.MAX_VALUE);
        var rotation = Matrix.of(d, d, (i, j) -> i.equals(j) ? Rational.ONE : Rational.ZERO);
        for (var u : instance.reflections()) {
            rotation = rotation.times(GaussianData.reflect(u), exact);
        }
        this.rotation = rotation;
        this.independent = new GaussianRun(GaussianRun.Instance.exact(instance.q(), instance.steps(),
            GaussianData.independent(instance.mean(), instance.variances())));
        this.rotated = new GaussianRun(GaussianRun.Instance.exact(instance.q(), instance.steps(),
            GaussianData.dense(GaussianData.rotated(rotation, instance.mean()), GaussianData.rotated(instance.variances(), rotation))));
    }

    public Instance instance() {
        return instance;
    }

    public GaussianRun independent() {
        return independent;
    }

    public GaussianRun rotated() {
        return rotated;
    }

    /** z . r(x) for the independent coordinates, coordinate by coordinate: sum_i x_i - (x_i - m_i)/v_i, x_i = i, z_i = 1. */
    public Expr scoreComponent() {
        Expr sum = Expr.ZERO;
        for (int i = 0; i < instance.mean().size(); i++) {
            var x = Expr.of(i + 1L);
            sum = sum.plus(x).minus(x.minus(Expr.of(instance.mean().get(i))).over(Expr.of(instance.variances().get(i))));
        }
        return sum;
    }

    /** (O z) . r(O x) for the rotated law. */
    public Expr rotatedScoreComponent() {
        int d = instance.mean().size();
        var o = MatrixExpr.of(rotation);
        var x = MatrixExpr.of(Matrix.of(d, 1, (i, j) -> Rational.of(i + 1L)));
        var z = MatrixExpr.of(Matrix.of(d, 1, (i, j) -> Rational.ONE));
        return o.times(z).inner(rotated.data().law().relativeScore(o.times(x)));
    }

    /** The sum of the squares of the entries of O diag(v) O^T off the diagonal. */
    public Expr offDiagonal() {
        int d = instance.mean().size();
        Expr sum = Expr.ZERO;
        for (int i = 0; i < d; i++) {
            for (int k = 0; k < d; k++) {
                if (i != k) {
                    sum = sum.plus(Expr.of(rotated.data().covariance(i, k)).square());
                }
            }
        }
        return sum;
    }
}
