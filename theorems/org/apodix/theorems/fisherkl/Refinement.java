package org.apodix.theorems.fisherkl;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apodix.diffusion.AffineSampler;
import org.apodix.diffusion.Gaussian;
import org.apodix.diffusion.Scheme;
import org.apodix.diffusion.ScoreError;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.LeastSquares;

/** The same one-dimensional Gaussian data on finer and finer grids: the model of the family {@code gauss_refinement}. */
public final class Refinement implements ClosedFormModel {

    /**
     * The exact parameters.
     *
     * @param mean     m
     * @param variance v
     * @param horizon  grid n has {@code horizon} n steps with q = 1 - 1/n, so that T is about {@code horizon}
     * @param grids    the values of n, increasing
     */
    public record Instance(Rational mean, Rational variance, int horizon, List<Integer> grids) { }

    private final Instance instance;
    private final List<AffineSampler> samplers = new ArrayList<>();

    public Refinement(Instance instance) {
        this.instance = instance;
        for (int n : instance.grids()) {
            samplers.add(new AffineSampler(Gaussian.onLine(Expr.of(instance.mean()), Expr.of(instance.variance())), Expr.of(n - 1L, n),
                instance.horizon() * n, ScoreError.NONE));
        }
    }

    public Instance instance() {
        return instance;
    }

    /** The fitted exponent p of quantity ~ h^p over the grids. */
    public Expr exponent(Function<AffineSampler, Expr> quantity) {
        return LeastSquares.exponent(samplers.stream().map(s -> s.weights().step()).toList(), samplers.stream().map(quantity).toList());
    }

    /** truth/h^2 on the finest grid. */
    public Expr finest(Scheme scheme) {
        var sampler = samplers.get(samplers.size() - 1);
        return sampler.truth(scheme).over(sampler.weights().step().square());
    }

    /** The limit of truth_EI/h^2 as T grows and then h vanishes: (1/v + v ln v/(1-v))^2/4 + m^2 v ln^2 v/(8 (1-v)^2), v != 1. */
    public Expr limitEi() {
        var v = Expr.of(instance.variance());
        var gap = Expr.ONE.minus(v);
        var bracket = Expr.ONE.over(v).plus(v.times(v.log()).over(gap));
        var mean = Expr.of(instance.mean()).square().times(v).times(v.log().square()).over(gap.square().times(8));
        return bracket.square().over(4).plus(mean);
    }

    /** The limit of truth_TW/h^2: ((1-v)/v)^2/4. */
    public Expr limitTw() {
        var v = Expr.of(instance.variance());
        return Expr.ONE.minus(v).over(v).square().over(4);
    }
}
