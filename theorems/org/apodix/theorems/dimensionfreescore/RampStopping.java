package org.apodix.theorems.dimensionfreescore;

import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Integral;
import org.apodix.expression.Variable;

/**
 * Early stopping of RAMP, f(x) = n min(x, 0). With F = F_delta, log F - f decreases on x < 0, as |v| <= a n, and F < 1 on x >= 0: there is one crossing x* < 0, p_0 > p_delta beyond it, and
 * TV = P(X_0 > x*) - P(X_delta > x*).
 *
 */
final class RampStopping implements EarlyStopping {

    private static final int BITS = 200;
    /** Beyond it the normal law has less than 10^-57. */
    private static final long CUT = 16;
    private static final Variable Y = new Variable("y");

    private final Rational n;
    private final ForwardTime time;
    private Expr crossing;

    RampStopping(Rational n, ForwardTime time) {
        if (n.signum() <= 0) {
            throw new IllegalArgumentException("early stopping of the ramp of slope " + n + ": it is positive");
        }
        this.n = n;
        this.time = time;
    }

    Rational n() {
        return n;
    }

    @Override
    public ForwardTime time() {
        return time;
    }

    private Expr slope() {
        return Expr.of(n);
    }

    /** e^{n^2/2} P(u < -n) = E[e^{nu}; u < 0]. */
    private Expr left() {
        return slope().square().over(2).exp().times(slope().normalTail());
    }

    private Expr normalizer() {
        return Expr.HALF.plus(left());
    }

    /** E[e^{f(y)}; y < 0], y = ax + sigma u. */
    private Expr leftPart(Expr x) {
        var noise = Expr.of(time.variance().times(n));
        var drift = x.times(time.signal());
        return drift.times(slope()).plus(noise.times(slope()).over(2)).exp().times(drift.plus(noise).over(time.noise()).normalTail());
    }

    private Expr density(Expr x) {
        return x.times(time.ratio()).normalCdf().plus(leftPart(x));
    }

    /** x*. */
    synchronized Expr crossing() {
        if (crossing == null) {
            var slope = slope();
            var root = new Root(x -> x.times(slope).minus(density(x).log()),
                x -> slope.minus(slope.times(time.signal()).times(leftPart(x)).over(density(x))));
            crossing = root.between(below(), Rational.ZERO, BITS);
        }
        return crossing;
    }

    /** -1/(1 - a): by Jensen's inequality log F >= E f(ax + sigma u) >= -n (a |x| + sigma phi(0)), which is above -n|x| for (1 - a)|x| > phi(0). */
    private Rational below() {
        return Rational.ONE.minus(time.a()).inverse().negate();
    }

    /** P(X_0 > x*) from the closed form, P(X_delta > x*) as the mean of P(a X_0 + sigma eps > x*) over X_0 on either side of the kink; what is cut off is between 0 and the normal tail. */
    @Override
    public Expr distance() {
        var x = crossing();
        var scale = slope().square().over(2).exp();
        var data = Expr.HALF.plus(left()).minus(scale.times(slope().minus(x).normalTail()));
        var cut = Expr.of(CUT);
        var above = Y.times(time.signal()).minus(x).over(time.noise()).normalCdf().times(Gauss.density(Y));
        var right = Integral.of(above, Y, Expr.ZERO, cut);
        var left = Integral.of(above.times(Y.times(slope()).exp()), Y, cut.negate(), Expr.ZERO);
        var rest = Expr.between(Rational.ZERO, Rational.TWO).times(cut.normalTail());
        return data.minus(right.plus(left).plus(rest)).over(normalizer());
    }

    /** n E[e^{nu}; u < 0]/Z. */
    @Override
    public Expr meanSlope() {
        return slope().times(left()).over(normalizer());
    }

    @Override
    public Expr lipschitz() {
        return slope();
    }
}
