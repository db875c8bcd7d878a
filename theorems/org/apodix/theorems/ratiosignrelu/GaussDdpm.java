package org.apodix.theorems.ratiosignrelu;

import java.util.function.IntFunction;
import org.apodix.audit.Draw;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/**
 * A DDPM on one-dimensional Gaussian data with affine predictors: the model of the family {@code gauss_ddpm}. The predictor of x_0 is the exact one plus
 * b + e x.
 *
 * @param mean     mu
 * @param variance s2 >= 0, the variance of the data
 * @param matched  whether the reverse variance is the matched one, otherwise the posterior variance
 */
record GaussDdpm(Schedule schedule, Rational mean, Rational variance, Rational b, Rational e, boolean matched) {

    private static final Rational HALF = Rational.of(1, 2);

    int steps() {
        return schedule.steps();
    }

    boolean isExact() {
        return b.isZero() && e.isZero();
    }

    /** V_t, the variance of x_t. */
    Rational variance(int t) {
        return schedule.scale(t).pow(2).times(variance).plus(schedule.noise(t));
    }

    /** M_t, the mean of x_t. */
    Rational mean(int t) {
        return schedule.scale(t).times(mean);
    }

    /** mmse_t = s2/(1 + s2 gamma_t). */
    Rational mmse(int t) {
        return variance.over(Rational.ONE.plus(variance.times(schedule.ratio(t))));
    }

    /** The slope of E[x_0 | x_t]. */
    private Rational slope(int t) {
        return variance.times(schedule.scale(t)).over(variance(t));
    }

    /** sigma_t^2, t >= 2. */
    Rational reverse(int t) {
        var spread = schedule.dataWeight(t).pow(2).times(mmse(t));
        return matched ? schedule.posterior(t).plus(spread) : schedule.posterior(t);
    }

    /** E|x_0 - kx_t - l|^2 with the slope and intercept of the exact predictor plus e and b, from the joint law of x_0 and x_t. */
    Rational prediction(int t, Rational b, Rational e) {
        var k = slope(t).plus(e);
        var l = mean.minus(slope(t).times(mean(t))).plus(b);
        var covariance = schedule.scale(t).times(variance);
        return mean.minus(k.times(mean(t))).minus(l).pow(2).plus(variance).minus(k.times(covariance).times(Rational.TWO)).plus(k.pow(2).times(variance(t)));
    }

    /** E|xhat_t - x*_t|^2 = (b + e M_t)^2 + e^2 V_t. */
    Rational deviation(int t) {
        return b.plus(e.times(mean(t))).pow(2).plus(e.pow(2).times(variance(t)));
    }

    /** A sum over t = 2..T. */
    Rational sum(IntFunction<Rational> term) {
        var sum = Rational.ZERO;
        for (int t = 2; t <= steps(); t++) {
            sum = sum.plus(term.apply(t));
        }
        return sum;
    }

    Expr sumOf(IntFunction<Expr> term) {
        Expr sum = Expr.ZERO;
        for (int t = 2; t <= steps(); t++) {
            sum = sum.plus(term.apply(t));
        }
        return sum;
    }

    /** KL(N(m, v) | N(m', v')). */
    static Expr divergence(Rational m, Rational v, Rational other, Rational otherVariance) {
        var ratio = v.over(otherVariance);
        var shift = m.minus(other).pow(2).over(otherVariance);
        return Expr.of(ratio.plus(shift).minus(Rational.ONE)).minus(Expr.of(ratio).log()).over(2);
    }

    /** A Gaussian law on the line. */
    record Law(Rational mean, Rational variance) { }

    /** p_1, from the affine recursion that starts at N(0, 1). */
    Law outputLaw() {
        var m = Rational.ZERO;
        var v = Rational.ONE;
        for (int t = steps(); t >= 2; t--) {
            var a = schedule.dataWeight(t);
            var k = a.times(slope(t).plus(e)).plus(schedule.stateWeight(t));
            var l = a.times(mean.minus(slope(t).times(mean(t))).plus(b));
            m = k.times(m).plus(l);
            v = k.pow(2).times(v).plus(reverse(t));
        }
        return new Law(m, v);
    }

    /** KL(q_1 | p_1). */
    Expr output() {
        var law = outputLaw();
        return divergence(mean(1), variance(1), law.mean(), law.variance());
    }

    /** KL(q_T | N(0, 1)). */
    Expr terminal() {
        return divergence(mean(steps()), variance(steps()), Rational.ZERO, Rational.ONE);
    }

    /** J_t = (rho - 1 - log rho)/2, rho = (A_t^2 mmse_t + posterior variance)/sigma_t^2. */
    Expr discretization(int t) {
        var ratio = schedule.dataWeight(t).pow(2).times(mmse(t)).plus(schedule.posterior(t)).over(reverse(t));
        return Expr.of(ratio.minus(Rational.ONE)).minus(Expr.of(ratio).log()).over(2);
    }

    /** sum_t A_t^2/(2 sigma_t^2) E|xhat_t - x*_t|^2. */
    Rational excess() {
        return sum(t -> schedule.dataWeight(t).pow(2).times(deviation(t)).over(reverse(t)).times(HALF));
    }

    /** The same as a difference of risks: sum_t A_t^2/(2 sigma_t^2) (E|x_0 - xhat_t|^2 - E|x_0 - x*_t|^2). */
    Rational riskDifference() {
        return sum(t -> schedule.dataWeight(t).pow(2).times(prediction(t, b, e).minus(prediction(t, Rational.ZERO, Rational.ZERO))).over(reverse(t))
            .times(HALF));
    }

    /** I(x_0; x_t). */
    Expr information(int t) {
        return Expr.of(Rational.ONE.plus(variance.times(schedule.ratio(t)))).log().over(2);
    }

    /** U_T. */
    Expr start() {
        int t = steps();
        var moment = variance.plus(mean.pow(2)).minus(Rational.ONE);
        return Expr.of(schedule.scale(t).pow(2).times(moment)).minus(Expr.of(schedule.noise(t)).log()).over(2);
    }

    /** sum_t Delta_t (mmse_t - mmse_{t-1})/2. */
    Rational riemann() {
        return sum(t -> schedule.drop(t).times(mmse(t).minus(mmse(t - 1))).times(HALF));
    }

    static GaussDdpm draw(Draw draw) {
        var schedule = Schedule.draw(draw, 12);
        var mean = draw.rational(-2, 2, 4);
        var variance = draw.yes() ? Rational.of(draw.integer(1, 50), 10) : draw.of(Rational.ONE, Rational.TWO, Rational.of(1, 10), Rational.of(5));
        boolean exact = draw.yes();
        var b = exact ? Rational.ZERO : Rational.of(draw.integer(-4, 4), 20);
        var e = exact ? Rational.ZERO : Rational.of(draw.integer(-4, 4), 20);
        return new GaussDdpm(schedule, mean, variance, b, e, draw.yes());
    }
}
