package org.apodix.theorems.dimensionfreescore;

import java.util.ArrayList;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/**
 * Moments of the tilt of two modes. With z = a m x + b, T = tanh z, s = m^2 sigma^2 and the posterior weights P = (1 + T)/2 and Q = (1 - T)/2 of the modes,
 * W = P e^{m sigma u - s/2} + Q e^{-m sigma u - s/2}, so that E[u^p W^k] is a binomial sum without cancellation of large terms.
 */
final class TwoModesMoments extends Moments {

    private final TwoModes profile;
    private final ForwardTime time;
    private final Expr x;
    private final Expr tanh;
    private final Expr sech2;
    private final Rational spread;

    TwoModesMoments(TwoModes profile, ForwardTime time, Expr x) {
        this.profile = profile;
        this.time = time;
        this.x = x;
        this.spread = profile.spread(time);
        this.tanh = x.times(Expr.of(profile.tailFrom(time))).plus(profile.offset()).tanh();
        this.sech2 = Expr.ONE.minus(tanh.square());
    }

    /** p e^{amx - a^2 m^2/2} + (1 - p) e^{-amx - a^2 m^2/2}. */
    @Override
    Expr density() {
        var shift = profile.tailFrom(time);
        var y = x.times(Expr.of(shift));
        var half = Expr.of(shift.times(shift)).over(2);
        return Expr.of(profile.p()).times(y.minus(half).exp()).plus(Expr.of(Rational.ONE.minus(profile.p())).times(y.negate().minus(half).exp()));
    }

    /** sum_j C(k, j) P^j Q^{k-j} E[u^p e^{(2j - k) m sigma u}] e^{-ks/2}. */
    @Override
    Expr moment(int p, int k) {
        var terms = new ArrayList<Expr>();
        for (int j = 0; j <= k; j++) {
            int shift = 2 * j - k;
            var scale = Expr.of(spread.times(Rational.of((long) shift * shift - k, 2))).exp();
            terms.add(term(j, k).times(scale).times(Gauss.shifted(p, Expr.of(profile.m()).times(time.noise()).times(shift))));
        }
        return Expr.sum(terms);
    }

    private Expr term(int j, int k) {
        var up = Expr.ONE.plus(tanh).over(2);
        var down = Expr.ONE.minus(tanh).over(2);
        return up.pow(j).times(down.pow(k - j)).times(binomial(k, j));
    }

    private static long binomial(int k, int j) {
        return j == 0 ? 1 : binomial(k, j - 1) * (k - j + 1) / j;
    }

    /**
     * As h' = m (A - B)/(A + B) for A, B the two terms of W, E[h'^p W^k] = m^p E[(A - B)^p (A + B)^{k-p}], p <= k.
     */
    @Override
    Expr slopeMoment(int p, int k) {
        if (p > k) {
            throw new IllegalArgumentException("the moment " + p + " of the slope with the weight to the power " + k + " has no closed form");
        }
        var terms = new ArrayList<Expr>();
        for (int j = 0; j <= k; j++) {
            long coefficient = 0;
            for (int i = Math.max(0, j - (k - p)); i <= Math.min(j, p); i++) {
                // i of the p factors A - B and j - i of the others give A
                coefficient += binomial(p, i) * binomial(k - p, j - i) * ((p - i) % 2 == 0 ? 1 : -1);
            }
            int shift = 2 * j - k;
            var scale = Expr.of(spread.times(Rational.of((long) shift * shift - k, 2))).exp();
            terms.add(term(j, k).over(binomial(k, j)).times(coefficient).times(scale));
        }
        return Expr.of(profile.m().pow(p)).times(Expr.sum(terms));
    }

    @Override
    Expr mean() {
        return Expr.of(profile.m()).times(time.noise()).times(tanh);
    }

    @Override
    Expr slope() {
        return Expr.of(profile.m()).times(tanh);
    }

    /** e^s - sinh(s) sech^2 z. */
    @Override
    Expr rho() {
        return Expr.of(spread).exp().minus(sinh().times(sech2));
    }

    /** rho (1 + s tanh^2 z) + 2 s e^s sech^2 z. */
    @Override
    Expr steinVariance() {
        var s = Expr.of(spread);
        return rho().times(Expr.ONE.plus(s.times(tanh.square()))).plus(s.times(2).times(s.exp()).times(sech2));
    }

    /** m^2 sinh(s) sech^4 z. */
    @Override
    Expr gradientVariance() {
        return Expr.of(profile.m()).square().times(sinh()).times(sech2.square());
    }

    private Expr sinh() {
        return TwoModes.sinh(spread);
    }
}
