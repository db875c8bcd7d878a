package org.apodix.theorems.fisherkl;

import java.util.List;
import org.apodix.enclosure.ExactArithmetic;
import org.apodix.enclosure.Matrix;
import org.apodix.enclosure.Rational;

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

    public RotatedRun(Instance instance) {
        this.instance = instance;
        int d = instance.mean().size();
        var exact = new ExactArithmetic(Integer.MAX_VALUE);
        var rotation = Matrix.of(d, d, (i, j) -> i.equals(j) ? Rational.ONE : Rational.ZERO);
        for (var u : instance.reflections()) {
            rotation = rotation.times(GaussianData.reflect(u), exact);
        }
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
}
