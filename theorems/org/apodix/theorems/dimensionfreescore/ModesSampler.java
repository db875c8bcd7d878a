package org.apodix.theorems.dimensionfreescore;

import java.util.ArrayList;
import java.util.List;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/** The sampler of R12 for two modes: KL_path of the exact score and the leading order, in 1/M, of what the sampled nodes add to it on average. */
final class ModesSampler {

    /** Bits of the integrals: inequalities compare them. */
    private static final int BITS = 20;

    private final TwoModes modes;
    private final Sampler sampler;
    private final RidgeChain chain;
    private final List<Averages> averages = new ArrayList<>();

    /** @param modes whose m is the sampler's Lipschitz constant; another one is rejected */
    ModesSampler(TwoModes modes, Sampler sampler) {
        if (!modes.m().equals(sampler.lipschitz())) {
            throw new IllegalArgumentException("modes at +-" + modes.m() + " with the Lipschitz constant " + sampler.lipschitz() + ": they agree");
        }
        this.modes = modes;
        this.sampler = sampler;
        this.chain = new RidgeChain(modes, sampler.factor(), sampler.steps());
        for (int j = 1; j <= sampler.steps(); j++) {
            averages.add(new Averages(new RidgeTilt(modes, sampler.dimension(), new ForwardTime(sampler.factor().pow(j))), BITS, false));
        }
    }

    TwoModes modes() {
        return modes;
    }

    Sampler sampler() {
        return sampler;
    }

    /** KL_path of the exact score. */
    Expr exactPath() {
        return chain.path();
    }

    /** ((1/q^2 - 1)/2M) sum_j of the leading constants of the mean squared errors of the drifts: a_j^2 Vbar'_j, or (a_j^2/sigma_j^2) Vbar_j. */
    Expr leading(boolean gradient) {
        var terms = new ArrayList<Expr>();
        for (int j = 1; j <= sampler.steps(); j++) {
            var square = sampler.factor().pow(2 * j);
            var average = averages.get(j - 1);
            terms.add(gradient ? average.gradientVariance().times(Expr.of(square)) : average.variance().times(Expr.of(square.over(Rational.ONE.minus(square)))));
        }
        return Expr.sum(terms).times(Expr.of(sampler.pathWeight().over(Rational.of(sampler.nodes()))));
    }

    /** (KL/2)^{1/2} of the sum of both. */
    Expr distance(boolean gradient) {
        return exactPath().plus(leading(gradient)).over(2).sqrt();
    }
}
