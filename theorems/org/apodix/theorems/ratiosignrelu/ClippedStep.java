package org.apodix.theorems.ratiosignrelu;

import java.util.List;
import org.apodix.enclosure.DyadicArithmetic;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Tape;
import org.apodix.network.AffineMap;
import org.apodix.network.Network;
import org.apodix.network.QuotientNetwork;
import org.apodix.network.Row;
import org.apodix.network.SignReluGates;

/**
 * One step of R21: the predictor xhat(x) = N(clip(x)), with N = p_1/p_2 on [-R', R'], R' = R + margin, and a clip that is the identity on [-R, R] and maps the line into
 * [-R', R']. The activation has alpha = 1, so that the margin is 1/L.
 */
final class ClippedStep {

    private static final int ENCLOSED_BITS = 192;
    private static final SignReluGates GATES = new SignReluGates(Rational.ONE);

    private final Atoms law;
    private final Mixture mixture;
    private final Rational radius;
    private final int pairs;
    private final Rational margin;
    private final Expr least;
    private ChebyshevFit fit;
    private Expr deviation;
    private Rational leastRational;

    ClippedStep(Atoms law, Mixture mixture, Rational radius, int pairs, Rational margin) {
        this.law = law;
        this.mixture = mixture;
        this.radius = radius;
        this.pairs = pairs;
        this.margin = margin;
        this.least = mixture.nearestComponent(outer());
    }

    Rational radius() {
        return radius;
    }

    /** R'. */
    Rational outer() {
        return radius.plus(margin);
    }

    /** D. */
    Rational reach() {
        return mixture.reach();
    }

    /** m_nc on [-R', R']. */
    Expr least() {
        return least;
    }

    private synchronized Rational leastRational() {
        if (leastRational == null) {
            leastRational = Tape.of(List.of(least)).evaluate(new DyadicArithmetic(ENCLOSED_BITS)).get(0).lower().toRational();
        }
        return leastRational;
    }

    /** The bound R14(b) of the interpolant of F_1 (0) or F_2 (1), without roundings. */
    Rational ideal(int c) {
        return mixture.chebyshevBound(c, outer(), pairs);
    }

    /** F_1 (0) or F_2 (1). */
    Expr marginal(int c, Expr x) {
        return mixture.component(c, List.of(x));
    }

    /** The interpolants with rational coefficients. */
    synchronized ChebyshevFit fit() {
        if (fit == null) {
            fit = new ChebyshevFit(mixture, outer(), pairs);
        }
        return fit;
    }

    /** Whether the denominator of the network is positive by its bounds. */
    boolean isUseful() {
        return ideal(1).plus(Rational.TWO.pow(-NODE_RESERVE)).compareTo(leastRational()) < 0 && fit().error(1).compareTo(leastRational()) < 0;
    }

    /** Below the least denominators that are met; a cheap test before the interpolants are computed. */
    private static final int NODE_RESERVE = 1000;

    /** eps = (eps_1 + D eps_2)/(m - eps_2), without roundings. */
    Expr idealError() {
        var numerator = ideal(0).plus(reach().times(ideal(1)));
        return Expr.of(numerator).over(least.minus(Expr.of(ideal(1))));
    }

    /** The same with the roundings of the network that is built. */
    Rational error() {
        return fit().error(0).plus(reach().times(fit().error(1))).over(leastRational().minus(fit().error(1)));
    }

    /** pi = P(|x_t| > R). */
    Expr outside() {
        return law.outside(radius);
    }

    /** N on [-R', R'] as the quotient of polynomials that it is. */
    Expr quotient(Expr x) {
        return fit().quotient(x);
    }

    /** The clip beyond R, for |x| > R: R + (1/L) u/(1 + u), u = L(|x| - R), with the sign of x. */
    private Expr clipped(Expr distance) {
        var u = distance.over(Expr.of(margin));
        return Expr.of(radius).plus(Expr.of(margin).times(u).over(Expr.ONE.plus(u)));
    }

    /** xhat(x) for x on one side: -1 for x < -R, 0 inside, 1 for x > R. */
    Expr predictor(Expr x, int side) {
        if (side == 0) {
            return quotient(x);
        }
        var clipped = clipped(x.times(side).minus(Expr.of(radius)));
        return quotient(side > 0 ? clipped : clipped.negate());
    }

    /** E|xhat(x_t) - x*(x_t)|^2 as three integrals; beyond the cut |xhat| <= D + eps and |x*| <= D. */
    synchronized Expr deviation() {
        if (deviation == null) {
            var most = reach().times(Rational.TWO).plus(error());
            deviation = law.within(x -> difference(x, 0), radius).plus(law.beyond(x -> difference(x, 1), radius, most, 1))
                .plus(law.beyond(x -> difference(x, -1), radius, most, -1));
        }
        return deviation;
    }

    private Expr difference(Expr x, int side) {
        return predictor(x, side).minus(law.predictor(x)).square().times(law.density(x));
    }

    /** E|x*(hard clip of x_t) - x*(x_t)|^2, the part beyond R of an exact predictor behind a hard clip. */
    Expr hardTail() {
        Expr sum = Expr.ZERO;
        for (int side : new int[] {1, -1}) {
            var end = law.predictor(Expr.of(radius.times(Rational.of(side))));
            sum = sum.plus(law.beyond(x -> end.minus(law.predictor(x)).square().times(law.density(x)), radius, reach().times(Rational.TWO), side));
        }
        return sum;
    }

    /** The network of five hidden layers. */
    Network network() {
        var scaled = Network.affine(AffineMap.of(1, Row.unit(0, outer().inverse(), Rational.ZERO))).then(fit().network(GATES, leastRational()));
        return QuotientNetwork.behindClip(GATES, scaled, radius, margin.inverse());
    }
}
