package org.apodix.theorems.generalizationgap;

import java.util.Collections;
import java.util.List;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/**
 * m copies of one feature, trained by dA/dtau = -c grad_A L with s = A sigma/m: the model of the family {@code copies}.
 *
 * <p>The mean a of the m coefficients solves da/dtau = -(c/m)(g a + b) exactly, so that all is the problem of one feature at the effective time
 * c tau/m, and |theta|^2 = |A|^2/m = a^2.
 *
 * @param clock c: 1 where the parameter is A, m where it is theta = A/sqrt(m)
 */
public record CopiesRun(Rational w, Rational u, Rational b, Rational horizon, Rational mean, Rational variance, List<Rational> sample, Rational width,
        Rational clock, Rational tau) {

    /** c tau/m. */
    Rational effectiveTime() {
        return clock.times(tau).over(width);
    }

    /** Whether all copies are few enough to be trained one by one. */
    boolean hasFewCopies() {
        return width.compareTo(Rational.of(4)) <= 0;
    }

    /**
     * The run of all m copies, theta = A/sqrt(m): grad_A L = grad_theta L/sqrt(m), so that dtheta/dtau = -(c/m) grad_theta L, and theta has run for the
     * effective time.
     */
    TrainingRun all() {
        int m = width.numerator().intValueExact();
        return new TrainingRun(new TrainingRun.Instance(Collections.nCopies(m, List.of(w)), Collections.nCopies(m, u), Collections.nCopies(m, b), horizon,
            variance, List.of(Rational.ONE), List.of(List.of(mean)), sample.stream().map(List::of).toList(), effectiveTime()));
    }

    TrainingRun one() {
        return new TrainingRun(new TrainingRun.Instance(List.of(List.of(w)), List.of(u), List.of(b), horizon, variance, List.of(Rational.ONE),
            List.of(List.of(mean)), sample.stream().map(List::of).toList(), effectiveTime()));
    }

    /** L(theta-hat(tau)) - L(theta(tau)). */
    Expr variancePart() {
        var one = one();
        return one.withoutConstant(one.thetaHat()).minus(one.withoutConstant(one.theta()));
    }

    /** tau^4/(m n) + tau^3/m^2. */
    Expr bracket() {
        return Expr.of(tau.pow(4).over(width.times(Rational.of(sample.size()))).plus(tau.pow(3).over(width.times(width))));
    }

    /**
     * a_m (Ltilde(theta*)^{1/2} + 1/sqrt(m tau) + a_m), a_m = tau/sqrt(m) [(tau + 1)/sqrt(n) + (1 + sqrt(tau))/sqrt(m)], Ltilde = 2 L/T: the paper's
     * complete estimate of I_1 without its constants.
     */
    Expr complete() {
        var root = Expr.of(width).sqrt();
        var time = Expr.of(tau);
        var a = time.over(root).times(time.plus(Expr.ONE).over(Expr.of(sample.size()).sqrt()).plus(Expr.ONE.plus(time.sqrt()).over(root)));
        var one = one();
        var least = Simple.root(one.loss(one.minimizer()).times(2).over(Expr.of(horizon)));
        return a.times(least.plus(Expr.ONE.over(root.times(time.sqrt()))).plus(a));
    }

    /** The feature of the tooth G9a, N(1/4, 1/2), the sample -1/2, 1/4, 3/2. */
    static CopiesRun reference(long width, long clock, String tau) {
        return new CopiesRun(Rational.ONE, Rational.ZERO, Rational.of(-1), Rational.ONE, Rational.of(1, 4), Rational.of(1, 2),
            Simple.list("-1/2", "1/4", "3/2"), Rational.of(width), Rational.of(clock), Simple.parse(tau));
    }
}
