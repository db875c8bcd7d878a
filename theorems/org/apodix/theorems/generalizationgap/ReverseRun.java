package org.apodix.theorems.generalizationgap;

import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Integral;
import org.apodix.expression.Variable;

/**
 * A reverse diffusion with an affine score, of Gaussian data; everything is in closed form.
 *
 * @param dimension   d; means differ along one axis
 * @param mean        m of the data N(m, v I)
 * @param scoreMean   the zero of the score: m~ of another heat flow N(m~, (v~ + t) I), or q of -kappa (x - q)
 * @param scoreShape  v~, or kappa
 * @param priorMean   of the start N(m_pi, v_pi I)
 */
public record ReverseRun(Kind kind, int dimension, Rational mean, Rational variance, Rational scoreMean, Rational scoreShape, Rational horizon,
        Rational priorMean, Rational priorVariance) {

    /** Which score and which start. */
    public enum Kind {
        /** The exact score of another heat flow q, started from q_T. */
        FLOW,
        /** The same score, another start. */
        PRIOR,
        /** The score -kappa (x - q). */
        SLOPE,
        /** dX = -X/2 dt + dB, data and start N(0, 1), the score -kappa x: two ReLU units. */
        ORNSTEIN_UHLENBECK
    }

    private boolean isHeatScore() {
        return kind == Kind.FLOW || kind == Kind.PRIOR;
    }

    /** KL(N(a, s I) | N(b, t I)) = (d (log(t/s) + s/t - 1) + |a - b|^2/t)/2. */
    private Expr divergence(Rational a, Rational s, Expr b, Expr t) {
        var log = t.over(Expr.of(s)).log();
        return log.plus(Expr.of(s).over(t)).minus(Expr.ONE).times(dimension).plus(Expr.of(a).minus(b).square().over(t)).over(2);
    }

    private Rational gap() {
        return mean.minus(scoreMean).times(mean.minus(scoreMean));
    }

    /** Mean of the output. */
    Expr outMean() {
        return switch (kind) {
            case FLOW, PRIOR -> Expr.of(scoreMean.plus(contraction().times(priorMean.minus(scoreMean))));
            case SLOPE -> decay(scoreShape.negate()).times(Expr.of(priorMean.minus(scoreMean))).plus(Expr.of(scoreMean));
            case ORNSTEIN_UHLENBECK -> Expr.ZERO;
        };
    }

    /** rho = v~/(v~ + T). */
    private Rational contraction() {
        return scoreShape.over(scoreShape.plus(horizon));
    }

    private Expr decay(Rational rate) {
        return Expr.of(rate.times(horizon)).exp();
    }

    /** Variance of the output per coordinate. */
    Expr outVariance() {
        if (isHeatScore()) {
            var rho = contraction();
            return Expr.of(scoreShape.plus(rho.times(rho).times(priorVariance.minus(scoreShape).minus(horizon))));
        }
        var rate = rate();
        if (rate.isZero()) {
            return Expr.of(priorVariance.plus(horizon));
        }
        var limit = rate.times(Rational.TWO).inverse();
        return limit.equals(priorVariance) ? Expr.of(limit)
            : decay(rate.times(Rational.of(-2))).times(Expr.of(priorVariance.minus(limit))).plus(Expr.of(limit));
    }

    /** dY = -rate (Y - q) dr + dB in reverse time. */
    private Rational rate() {
        return kind == Kind.ORNSTEIN_UHLENBECK ? scoreShape.minus(Rational.of(1, 2)) : scoreShape;
    }

    /** The variance of the output by variation of constants, by quadrature over the remaining time u. */
    Expr outVarianceByQuadrature() {
        var u = new Variable("u");
        var noise = isHeatScore() ? Expr.of(scoreShape).over(Expr.of(scoreShape).plus(u)).square()
            : u.times(Expr.of(rate().times(Rational.of(-2)))).exp();
        var kept = isHeatScore() ? Expr.of(contraction()).square() : decay(rate().times(Rational.of(-2)));
        return kept.times(Expr.of(priorVariance)).plus(Integral.of(noise, u, Expr.ZERO, Expr.of(horizon)));
    }

    /**
     * The mean of the output by variation of constants: the force is m~/(v~ + u), or rate q, at remaining time u, and what it pushes is contracted by
     * v~/(v~ + u), or e^{-rate u}.
     */
    Expr outMeanByQuadrature() {
        var u = new Variable("u");
        var push = isHeatScore() ? Expr.of(scoreShape.times(scoreMean)).over(Expr.of(scoreShape).plus(u).square())
            : u.times(Expr.of(rate().negate())).exp().times(Expr.of(rate().times(scoreMean)));
        var kept = isHeatScore() ? Expr.of(contraction()) : decay(rate().negate());
        return kept.times(Expr.of(priorMean)).plus(Integral.of(push, u, Expr.ZERO, Expr.of(horizon)));
    }

    /** KL(p_0 | law of the output). */
    Expr divergence() {
        return divergence(mean, variance, outMean(), outVariance());
    }

    /** KL(p_T | start). */
    Expr priorTerm() {
        var late = kind == Kind.ORNSTEIN_UHLENBECK ? Rational.ONE : variance.plus(horizon);
        return divergence(mean, late, Expr.of(priorMean), Expr.of(priorVariance));
    }

    /** (1/2) int_0^T E|s - grad log p_t|^2 dt. */
    Expr halfEnergy() {
        var late = variance.plus(horizon);
        if (kind == Kind.ORNSTEIN_UHLENBECK) {
            var gap = Rational.ONE.minus(scoreShape);
            return Expr.of(gap.times(gap).times(horizon).over(Rational.TWO));
        }
        if (kind == Kind.SLOPE) {
            var square = scoreShape.times(scoreShape);
            var polynomial = square.over(Rational.TWO).times(late.times(late).minus(variance.times(variance)))
                .minus(scoreShape.times(horizon).times(Rational.TWO));
            return Expr.of(late.over(variance)).log().plus(Expr.of(polynomial)).times(dimension)
                .plus(Expr.of(square.times(gap()).times(horizon))).over(2);
        }
        var wrongLate = scoreShape.plus(horizon);
        var logs = Expr.of(late.over(variance).times(scoreShape).over(wrongLate)).log();
        var rest = variance.minus(scoreShape).times(Rational.of(dimension)).plus(gap()).times(scoreShape.inverse().minus(wrongLate.inverse()));
        return logs.times(dimension).plus(Expr.of(rest)).over(2);
    }

    /** The same by quadrature over the error at one time; under the law of the score instead of p_t where {@code swapped}. */
    Expr energyByQuadrature(boolean swapped) {
        var t = new Variable("t");
        var own = Expr.of(variance).plus(t);
        var slope = isHeatScore() ? Expr.ONE.over(Expr.of(scoreShape).plus(t)) : Expr.of(scoreShape);
        var error = slope.minus(Expr.ONE.over(own)).square();
        var law = swapped ? Expr.of(scoreShape).plus(t) : own;
        var bias = (swapped ? Expr.ONE.over(own) : slope).square().times(Expr.of(gap()));
        return Integral.of(error.times(law).times(dimension).plus(bias).over(2), t, Expr.ZERO, Expr.of(horizon));
    }

    /** E_{p_s}[-log q_s] of the heat flow q at time 0 or T. */
    Expr crossEntropy(boolean late) {
        var own = late ? variance.plus(horizon) : variance;
        var other = late ? scoreShape.plus(horizon) : scoreShape;
        return Expr.PI.times(2).times(Expr.of(other)).log().times(dimension)
            .plus(Expr.of(own.times(Rational.of(dimension)).plus(gap()).over(other))).over(2);
    }

    /** Q = (1/2) int_0^T E[|s|^2 + 2 div s] dt of the score of the heat flow q. */
    Expr implicitLoss() {
        var late = scoreShape.plus(horizon);
        var rest = variance.minus(scoreShape).times(Rational.of(dimension)).plus(gap()).times(scoreShape.inverse().minus(late.inverse()));
        return Expr.of(late.over(scoreShape)).log().times(-dimension).plus(Expr.of(rest)).over(2);
    }

    /** Whether the bound is an equality: the start is the law at the end of the flow whose score is used. */
    boolean isMatched() {
        return isHeatScore() && priorMean.equals(scoreMean) && priorVariance.equals(scoreShape.plus(horizon))
            || kind == Kind.ORNSTEIN_UHLENBECK && scoreShape.equals(Rational.ONE);
    }

    /** Whether the score is the true one. */
    boolean isExact() {
        return isHeatScore() && mean.equals(scoreMean) && variance.equals(scoreShape);
    }

    static ReverseRun flow(int d, Rational m, Rational v, Rational mTilde, Rational vTilde, Rational horizon) {
        return new ReverseRun(Kind.FLOW, d, m, v, mTilde, vTilde, horizon, mTilde, vTilde.plus(horizon));
    }

    static ReverseRun ornsteinUhlenbeck(Rational kappa, Rational horizon) {
        return new ReverseRun(Kind.ORNSTEIN_UHLENBECK, 1, Rational.ZERO, Rational.ONE, Rational.ZERO, kappa, horizon, Rational.ZERO, Rational.ONE);
    }
}
