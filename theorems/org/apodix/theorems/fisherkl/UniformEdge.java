package org.apodix.theorems.fisherkl;

import org.apodix.diffusion.NoiseLevel;
import org.apodix.diffusion.StepWeights;
import org.apodix.diffusion.UniformLaw;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/**
 * A fine grid over a short time on data uniform on [-L, L], exact scores: the model of {@code uniform_edge}, for R12(c).
 *
 * <p>With a = e^-t, d^2 = 1 - a^2, r = aL/d and Q the upper tail, I_t = int p'^2/p - 1 - a^2 + a^2 L^2/3, and aLd int p'^2/p lies between
 * C_Phi - Q(r sqrt(2))/(2 sqrt(pi) Phi(r)) - e^{-r^2}/sqrt(pi) - 2 phi(2r) and C_Phi/(1 - Phi(-r)/Phi(r)). Above: section 6.3 of fisher-kl. Below,
 * with u = (aL - x)/d, x >= 0: 2aL p <= Phi(u) and (2aLd p')^2 >= phi(u)^2 - 2 phi(u) phi(2r - u). Then int_r phi^2/Phi <= Q(r sqrt(2))/(2 sqrt(pi)
 * Phi(r)); for u >= 0, 2 phi(u) phi(2r - u)/Phi(u) <= (2/pi) e^{-r^2 - (u - r)^2}; for u = -v < 0, phi(u)/Phi(u) <= v + 1 <= 2r + v, so that the integral of
 * its product with phi(2r + v) is at most phi(2r). So r >= 1/2 is needed; the family requires r >= 4.
 */
public final class UniformEdge implements SharpModel {

    /** -zeta(1/2), section 8 of fisher-kl. */
    private static final Expr ZETA = Expr.between(Rational.parse("1.4603545088095868128894991525"), Rational.parse("1.4603545088095868128894991526"));

    /** The exact parameters L, q = e^-h, N. */
    public record Instance(Rational radius, Rational q, int steps) {

        /** Whether aL/d >= 4 at the end of the grid. */
        boolean isShort() {
            var square = q.pow(2 * steps);
            return square.times(radius.pow(2)).compareTo(Rational.of(16).times(Rational.ONE.minus(square))) >= 0;
        }
    }

    private final Instance instance;
    private final StepWeights weights;
    private Expr excess;

    public UniformEdge(Instance instance) {
        this.instance = instance;
        this.weights = new StepWeights(Expr.of(instance.q()));
    }

    public Instance instance() {
        return instance;
    }

    Expr step() {
        return weights.step();
    }

    private NoiseLevel level(int j) {
        return NoiseLevel.of(Expr.of(instance.q()).pow(j));
    }

    /** I_{s_j}, within the two elementary bounds. */
    Expr fisher(int j) {
        var at = level(j);
        var edge = at.signal().times(Expr.of(instance.radius()));
        var d = at.noise().sqrt();
        var r = edge.over(d);
        var rootPi = Expr.PI.sqrt();
        var upper = UniformKineticRun.C_PHI.over(Expr.ONE.minus(r.normalTail().over(r.normalCdf())));
        var loss = r.times(Expr.TWO.sqrt()).normalTail().over(rootPi.times(2).times(r.normalCdf()))
            .plus(r.square().negate().exp().over(rootPi))
            .plus(r.square().times(-2).exp().times(2).over(Expr.PI.times(2).sqrt()));
        var lower = UniformKineticRun.C_PHI.minus(loss);
        var middle = lower.plus(Expr.between(Rational.ZERO, Rational.ONE).times(upper.minus(lower)));
        return middle.over(edge.times(d)).minus(Expr.ONE).minus(at.signal().square()).plus(edge.square().over(3));
    }

    /** D = H_0 - H_T - W sum_j I_{s_j}. */
    Expr excess() {
        if (excess == null) {
            var law = new UniformLaw(instance.radius());
            var sum = Expr.ZERO;
            for (int j = 1; j <= instance.steps(); j++) {
                sum = sum.plus(fisher(j));
            }
            excess = law.entropy(NoiseLevel.NONE).minus(law.entropy(level(instance.steps()))).minus(weights.path().times(sum));
        }
        return excess;
    }

    /** -zeta(1/2) C_Phi/(L sqrt(2)). */
    Expr limit() {
        return ZETA.times(UniformKineticRun.C_PHI).over(Expr.TWO.sqrt().times(Expr.of(instance.radius())));
    }

    Expr excessOverRoot() {
        return excess().over(step().sqrt());
    }
}
