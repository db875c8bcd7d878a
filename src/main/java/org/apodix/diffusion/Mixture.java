package org.apodix.diffusion;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/**
 * A mixture sum_i w_i N(c_i, v) on the line; atoms for v = 0. At time t it is the mixture with the centers a c_i and the variance
 * v_t = a^2 v + 1 - a^2.
 *
 * <p>With c the midpoint of the centers, d_i = c_i - c and y = x - a c: p(x) = N(y; 0, v_t) sum_i w_i e_i(x),
 * e_i = exp((a d_i y - a^2 d_i^2/2)/v_t), and r(x) = x (1 - 1/v_t) + (a/v_t)(c + sum_i w_i d_i e_i / sum_i w_i e_i).
 */
public final class Mixture extends ConvolvedLaw {

    private final List<Rational> centers;
    private final List<Rational> weights;
    private final Rational variance;
    private final Rational middle;
    private final Rational radius;

    /**
     * A mixture.
     *
     * @param weights  positive, with sum 1 (the caller's promise)
     * @param variance of every component, at least 0
     */
    public Mixture(List<Rational> centers, List<Rational> weights, Rational variance) {
        this.centers = List.copyOf(centers);
        this.weights = List.copyOf(weights);
        this.variance = variance;
        var least = centers.stream().reduce(Rational::min).orElseThrow();
        var most = centers.stream().reduce(Rational::max).orElseThrow();
        this.middle = least.plus(most).over(Rational.TWO);
        this.radius = most.minus(middle);
    }

    public List<Rational> centers() {
        return centers;
    }

    public List<Rational> weights() {
        return weights;
    }

    /** v. */
    public Rational componentVariance() {
        return variance;
    }

    private Rational average(UnaryOperator<Rational> value) {
        var sum = Rational.ZERO;
        for (int i = 0; i < centers.size(); i++) {
            sum = sum.plus(weights.get(i).times(value.apply(centers.get(i))));
        }
        return sum;
    }

    @Override
    public Rational mean() {
        return average(c -> c);
    }

    @Override
    public Rational variance() {
        var mean = average(c -> c);
        return variance.plus(average(c -> c.minus(mean).pow(2)));
    }

    @Override
    public boolean hasFiniteFisher() {
        return !variance.isZero();
    }

    /** Whether this is the standard Gaussian itself. */
    public boolean isStandard() {
        return variance.equals(Rational.ONE) && centers.stream().allMatch(Rational::isZero);
    }

    @Override
    Expr bound() {
        return Expr.of(centers.stream().map(Rational::abs).reduce(Rational::max).orElseThrow());
    }

    @Override
    Expr kernel() {
        return Expr.of(variance);
    }

    @Override
    Rational middle() {
        return middle;
    }

    @Override
    Rational radius() {
        return radius;
    }

    @Override
    boolean isSymmetric() {
        return centers.size() == 2 && centers.get(0).equals(centers.get(1).negate()) && weights.get(0).equals(weights.get(1));
    }

    @Override
    public Expr fisher(NoiseLevel level) {
        return isStandard() ? Expr.ZERO : super.fisher(level);
    }

    @Override
    public Expr entropy(NoiseLevel level) {
        return isStandard() ? Expr.ZERO : super.entropy(level);
    }

    @Override
    public Point at(NoiseLevel level, Expr x) {
        var v = variance(level);
        var c = Expr.of(middle);
        var y = x.minus(level.signal().times(c));
        var masses = new ArrayList<Expr>();
        var moments = new ArrayList<Expr>();
        for (int i = 0; i < centers.size(); i++) {
            var d = centers.get(i).minus(middle);
            var ad = level.signal().times(Expr.of(d));
            var exponential = d.isZero() ? Expr.ONE : ad.times(y).minus(ad.square().over(2)).over(v).exp();
            masses.add(exponential.times(Expr.of(weights.get(i))));
            moments.add(exponential.times(Expr.of(weights.get(i).times(d))));
        }
        var mass = Expr.sum(masses);
        var density = y.square().over(v.times(-2)).exp().over(Expr.PI.times(2).times(v).sqrt()).times(mass);
        var score = x.times(Expr.ONE.minus(Expr.ONE.over(v))).plus(level.signal().over(v).times(c.plus(Expr.sum(moments).over(mass))));
        var logRatio = x.square().minus(y.square().over(v)).minus(v.log()).over(2).plus(mass.log());
        return new Point(density, score, logRatio);
    }

    /**
     * E[X_0 | X_t = x] by quadrature over y = X_0: the ratio of the integrals of y p(y) K(y) and p(y) K(y), K(y) = e^{-(x - ay)^2/2(1 - a^2)}, t > 0. A mixture
     * with a density. Beyond |y| = M + z, K <= 1, p(y) is at most N(z; 0, v) and |y| <= M + 1/2 + z^2/2.
     */
    public Expr meanGiven(NoiseLevel level, Expr x) {
        return givenPoint(level, x, y -> y, bound().plus(Expr.HALF), Expr.HALF);
    }

    /** E[r_0(X_0) | X_t = x] in the same way: |r_0(y)| <= alpha |y| + M/v, alpha = |1 - 1/v|. */
    public Expr meanScoreGiven(NoiseLevel level, Expr x) {
        var alpha = Expr.ONE.minus(Expr.ONE.over(kernel())).abs();
        return givenPoint(level, x, y -> at(NoiseLevel.NONE, y).score(), alpha.times(bound().plus(Expr.HALF)).plus(bound().over(kernel())), alpha.over(2));
    }

    /** The ratio for g in place of y, |g| <= k_0 + k_2 z^2 beyond; both integrals end at z = {@value #CUT} standard deviations. */
    private Expr givenPoint(NoiseLevel level, Expr x, UnaryOperator<Expr> g, Expr k0, Expr k2) {
        var deviation = kernel().sqrt();
        var end = bound().plus(deviation.times(CUT));
        UnaryOperator<Expr> joint = y -> at(NoiseLevel.NONE, y).density()
            .times(x.minus(level.signal().times(y)).square().over(level.noise().times(-2)).exp());
        var z = Expr.of(CUT);
        var tail = k0.times(tailMoment(0, z)).plus(k2.times(kernel()).times(tailMoment(2, z))).times(2);
        return integral(y -> g.apply(y).times(joint.apply(y)), end.negate(), end).plus(Expr.between(Rational.of(-1), Rational.ONE).times(tail))
            .over(integral(joint, end.negate(), end).plus(Expr.between(Rational.ZERO, Rational.TWO).times(tailMoment(0, z))));
    }
}
