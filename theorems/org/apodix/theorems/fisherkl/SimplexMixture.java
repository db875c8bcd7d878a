package org.apodix.theorems.fisherkl;

import org.apodix.diffusion.StepWeights;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/**
 * One step of the sampler with exact scores on mu = (1/M) sum_i N(A e_i, I) in dimension M = 10^k, A = a l, l = sqrt(2 log M): the model of
 * {@code simplex_mixture}, for R12(b).
 *
 * <p>By R1(a), J_t = A^2 E w_1 with w_1 = 1/(1 + S), S = sum_{j >= 2} exp(B (Z_j - Z_1) - B^2), B = e^-t A, Z_j independent standard Gaussian.
 * Bounds of E w_1 in closed form, with Q the upper tail, y = 4:
 * <ul>
 * <li>lower: with all Z_j <= l (probability at least 1 - M Q(l)) and Z_1 >= -y, Jensen's inequality gives
 *     E w_1 >= (1 - M Q(l)) (1 - Q(y))/(1 + M e^{B y - B^2/2} Q(B - l)/(1 - Q(l)));</li>
 * <li>upper: with m = (l + B)/2, S >= exp(B (m - y) - B^2) unless Z_1 > y or all Z_j < m, whose probability is at most
 *     e^{-(M-1) Q(m)} <= 1/(1 + M Q(m)/2), so E w_1 <= Q(y) + 1/(1 + M Q(m)/2) + exp(B^2 - B (m - y)).</li>
 * </ul>
 */
public final class SimplexMixture implements SharpModel {

    private static final Expr Y = Expr.of(4);

    /**
     * The exact parameters.
     *
     * @param q        e^-h
     * @param exponent k, the dimension is 10^k
     * @param a        the distance in units of sqrt(2 log M), between 1 and 1/q
     * @param middle   e^-s of a time s < h with a e^-s > 1, up to which the lower bound is used
     */
    public record Instance(Rational q, int exponent, Rational a, Rational middle) { }

    private final Instance instance;
    private final Expr logSize;
    private final Expr unit;

    public SimplexMixture(Instance instance) {
        this.instance = instance;
        this.logSize = Expr.of(10).log().times(instance.exponent());
        this.unit = logSize.times(2).sqrt();
    }

    public Instance instance() {
        return instance;
    }

    /** A^2, an upper bound of I_0. */
    Expr squaredDistance() {
        return logSize.times(2).times(Expr.of(instance.a().pow(2)));
    }

    Expr kappa() {
        return weights().kappa();
    }

    Expr step() {
        return weights().step();
    }

    private StepWeights weights() {
        return new StepWeights(Expr.of(instance.q()));
    }

    /** log(M Q(z)) is what is exponentiated: M alone is out of the range of doubles. */
    private Expr count(Expr z) {
        return logSize.exp().times(z.normalTail());
    }

    private Expr leastWeight(Rational b) {
        var big = unit.times(Expr.of(b));
        var exponent = logSize.plus(big.times(Y)).minus(big.square().over(2));
        var mean = exponent.exp().times(big.minus(unit).normalTail()).over(Expr.ONE.minus(unit.normalTail()));
        return Expr.ONE.minus(count(unit)).times(Expr.ONE.minus(Y.normalTail())).over(Expr.ONE.plus(mean));
    }

    private Expr mostWeight(Rational b) {
        var big = unit.times(Expr.of(b));
        var middle = unit.plus(big).over(2);
        return Y.normalTail().plus(Expr.ONE.over(Expr.ONE.plus(count(middle).over(2))))
            .plus(big.square().minus(big.times(middle.minus(Y))).exp());
    }

    /**
     * A lower bound of D = path - H_T = int_0^h I - W I_h: as J does not increase, int_0^h I is at least (1 - e^-2s)/2 J_s.
     */
    Expr leastExcess() {
        var r = instance.middle();
        var gain = Expr.of(Rational.ONE.minus(r.pow(2)).over(Rational.TWO)).times(leastWeight(instance.a().times(r)));
        var loss = weights().path().times(Expr.of(instance.q().pow(2))).times(mostWeight(instance.a().times(instance.q())));
        return squaredDistance().times(gain.minus(loss));
    }
}
