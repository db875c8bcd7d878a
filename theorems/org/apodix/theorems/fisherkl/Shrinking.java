package org.apodix.theorems.fisherkl;

import java.util.List;
import java.util.function.Function;
import org.apodix.diffusion.AffineSampler;
import org.apodix.diffusion.Gaussian;
import org.apodix.diffusion.ScoreError;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.LeastSquares;

/** Centered one-dimensional Gaussian data with smaller and smaller variance: the model of the family {@code gauss_shrinking}. */
public final class Shrinking implements SharpModel {

    /**
     * The exact parameters.
     *
     * @param q         e^-h
     * @param steps     N
     * @param exponents the variances are 10^-k for these k, increasing
     */
    public record Instance(Rational q, int steps, List<Integer> exponents) { }

    private final Instance instance;
    private final List<Expr> variances;
    private final List<AffineSampler> samplers;

    public Shrinking(Instance instance) {
        this.instance = instance;
        this.variances = instance.exponents().stream().map(k -> Expr.of(Rational.of(10).pow(-k))).toList();
        this.samplers = variances.stream().map(v ->
            new AffineSampler(Gaussian.onLine(Expr.ZERO, v), Expr.of(instance.q()), instance.steps(), ScoreError.NONE)).toList();
    }

    public Instance instance() {
        return instance;
    }

    /** The fitted slope of a quantity against (1/2) log(1/v). */
    public Expr slope(Function<AffineSampler, Expr> quantity) {
        return LeastSquares.slope(variances.stream().map(v -> v.log().over(-2)).toList(), samplers.stream().map(quantity).toList());
    }

    /** A quantity at the smallest variance. */
    public Expr last(Function<AffineSampler, Expr> quantity) {
        return quantity.apply(samplers.get(samplers.size() - 1));
    }
}
