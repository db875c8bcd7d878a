package org.apodix.theorems.dimensionfreescore;

import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/**
 * Early stopping of two equal modes. p_0 < p_delta exactly for |z| < x*, where cosh(mx)/cosh(amx) = e^{(1 - a^2) m^2/2}: the left side increases with |x|.
 */
final class ModesStopping implements EarlyStopping {

    private static final int BITS = 200;

    private final TwoModes modes;
    private final ForwardTime time;
    private Expr crossing;

    /** @param modes of equal weights; others are rejected */
    ModesStopping(TwoModes modes, ForwardTime time) {
        if (!modes.p().equals(Rational.of(1, 2))) {
            throw new IllegalArgumentException("early stopping of two modes of the weight " + modes.p() + ": the one crossing is known for 1/2");
        }
        this.modes = modes;
        this.time = time;
    }

    TwoModes modes() {
        return modes;
    }

    @Override
    public ForwardTime time() {
        return time;
    }

    /** log(2 cosh y). */
    private static Expr logCosh(Expr y) {
        return y.plus(y.times(-2).exp().log1p());
    }

    /** x*. */
    synchronized Expr crossing() {
        if (crossing == null) {
            var m = Expr.of(modes.m());
            var am = Expr.of(modes.m().times(time.a()));
            var level = Expr.of(time.variance().times(modes.m().pow(2))).over(2);
            var root = new Root(x -> logCosh(x.times(m)).minus(logCosh(x.times(am))).minus(level),
                x -> m.times(x.times(m).tanh()).minus(am.times(x.times(am).tanh())));
            crossing = root.between(Rational.ZERO, above(), BITS);
        }
        return crossing;
    }

    /** m + 1/((1 - a) m): log cosh(mx) - log cosh(amx) >= (1 - a) m x - log 2, which is above (1 - a^2) m^2/2 for (1 - a) m x >= (1 - a) m^2 + 1. */
    private Rational above() {
        return modes.m().plus(modes.m().times(Rational.ONE.minus(time.a())).inverse());
    }

    private Expr within(Expr mean) {
        return crossing().minus(mean).normalCdf().minus(crossing().plus(mean).normalTail());
    }

    /** P(|N(am, 1)| < x*) - P(|N(m, 1)| < x*). */
    @Override
    public Expr distance() {
        return within(Expr.of(modes.m().times(time.a()))).minus(within(Expr.of(modes.m())));
    }

    /** m (2 Phi(m) - 1). */
    @Override
    public Expr meanSlope() {
        return Expr.of(modes.m()).times(Expr.of(modes.m()).over(Expr.TWO.sqrt()).erf());
    }

    @Override
    public Expr lipschitz() {
        return Expr.of(modes.m());
    }
}
