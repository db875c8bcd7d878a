package org.apodix.theorems.fisherkl;

import org.apodix.diffusion.AffineSampler;
import org.apodix.diffusion.Gaussian;
import org.apodix.diffusion.Scheme;
import org.apodix.diffusion.ScoreError;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/** The score network of a run on the line: its two moments under the true law p_{s_j}. */
interface LineScore {

    /** Which network. */
    enum Kind {
        /** The true relative score. */
        EXACT,
        /** The relative score of the Gaussian with the mean and variance of p_t (R13(d)). */
        MOMENTS,
        /** The two-neuron ReLU network for the mixture of N(m, 1) and N(-m, 1) with equal weights. */
        CLIP
    }

    /** E s_j^2. */
    Expr square(int j);

    /** E[s_j r_{s_j}]. */
    Expr product(int j);

    static LineScore of(LawRun.Instance instance) {
        return switch (instance.score()) {
            case EXACT -> null;
            case MOMENTS -> new Moments(instance);
            case CLIP -> new Clip(((org.apodix.diffusion.Mixture) instance.law()).centers().get(0).abs(), instance.q());
        };
    }

    /** By R4, E[s r] = E[x s - s'] depends on two moments only: both numbers are the Fisher information of the Gaussian. */
    final class Moments implements LineScore {

        private final AffineSampler gaussian;

        Moments(LawRun.Instance instance) {
            this.gaussian = new AffineSampler(Gaussian.onLine(Expr.of(instance.law().mean()), Expr.of(instance.law().variance())), Expr.of(instance.q()),
                instance.steps(), ScoreError.NONE);
        }

        @Override
        public Expr square(int j) {
            return gaussian.fisher(j);
        }

        @Override
        public Expr product(int j) {
            return gaussian.fisher(j);
        }

        /** The score is slope x + offset. */
        Expr slope(int j) {
            return gaussian.law(j).scoreMatrix().trace();
        }

        Expr offset(int j) {
            return gaussian.law(j).scoreOffset().entry(0, 0);
        }

        /** The law of the output: an affine network has a Gaussian one. */
        Gaussian output(Scheme scheme) {
            return gaussian.output(scheme);
        }
    }

    /**
     * s(x) = k (-1 + relu(kx + 1) - relu(kx - 1)) for data N(+-m, 1) with weights 1/2, k = q^j m, where r(x) = k tanh(kx). With
     * l = 1/k, a = -l - k, b = l - k, P = Phi(b) - Phi(a) (section 6.3 of fisher-kl), under N(k, 1) and by symmetry under the mixture:
     * S_in = E[x^2; |x| < l], S_out = E[|x|; |x| > l], E s^2 = k^2 (k^2 S_in + 1 - P), and by parts
     * E[s r] = E[x s - s'] = k (k S_in + S_out) - k^2 P.
     */
    record Clip(Rational m, Rational q) implements LineScore {

        private Expr k(int j) {
            return Expr.of(q.pow(j).times(m));
        }

        private static Expr density(Expr x) {
            return x.square().over(-2).exp().over(Expr.PI.times(2).sqrt());
        }

        @Override
        public Expr square(int j) {
            var k = k(j);
            return k.square().times(k.square().times(inner(k)).plus(outside(k)));
        }

        @Override
        public Expr product(int j) {
            var k = k(j);
            return k.times(k.times(inner(k)).plus(outer(k))).minus(k.square().times(Expr.ONE.minus(outside(k))));
        }

        private static Expr lower(Expr k) {
            return Expr.ONE.over(k).plus(k).negate();
        }

        private static Expr upper(Expr k) {
            return Expr.ONE.over(k).minus(k);
        }

        /** 1 - P. */
        private static Expr outside(Expr k) {
            return upper(k).normalTail().plus(lower(k).normalCdf());
        }

        /** S_in = k^2 P + 2k (phi(a) - phi(b)) + P + a phi(a) - b phi(b). */
        private static Expr inner(Expr k) {
            var a = lower(k);
            var b = upper(k);
            var p = Expr.ONE.minus(outside(k));
            return k.square().times(p).plus(k.times(2).times(density(a).minus(density(b)))).plus(p).plus(a.times(density(a)))
                .minus(b.times(density(b)));
        }

        /** S_out = k (1 - Phi(b)) + phi(b) - k Phi(a) + phi(a). */
        private static Expr outer(Expr k) {
            var a = lower(k);
            var b = upper(k);
            return k.times(b.normalTail().minus(a.normalCdf())).plus(density(b)).plus(density(a));
        }
    }
}
