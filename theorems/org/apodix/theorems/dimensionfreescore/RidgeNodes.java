package org.apodix.theorems.dimensionfreescore;

import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/** A ridge tilt with a number of Gaussian nodes: the mean squared errors of the Monte-Carlo estimators, and their bounds. */
final class RidgeNodes {

    private final RidgeTilt tilt;
    private final int nodes;
    private Expr steinRemainder;
    private Expr gradientRemainder;

    RidgeNodes(RidgeTilt tilt, int nodes) {
        this.tilt = tilt;
        this.nodes = nodes;
    }

    RidgeTilt tilt() {
        return tilt;
    }

    /** M. */
    int nodes() {
        return nodes;
    }

    /** An upper bound of T_M, or of T'_M. */
    synchronized Expr remainder(boolean gradient) {
        if (gradient) {
            if (gradientRemainder == null) {
                gradientRemainder = tilt.compared().remainderBound(new Remainder(tilt, nodes, true));
            }
            return gradientRemainder;
        }
        if (steinRemainder == null) {
            steinRemainder = tilt.compared().remainderBound(new Remainder(tilt, nodes, false));
        }
        return steinRemainder;
    }

    private Expr leading(boolean gradient) {
        var constant = gradient ? tilt.compared().gradientVariance() : tilt.compared().variance();
        return constant.max(Expr.ZERO).over(nodes).sqrt();
    }

    /** M max(0, sqrt(Vbar/M) - T)^2 <= M E|error|^2. */
    Expr lower(boolean gradient) {
        return leading(gradient).minus(remainder(gradient)).relu().square().times(nodes);
    }

    /** M (sqrt(Vbar/M) + T)^2 >= M E|error|^2. */
    Expr upper(boolean gradient) {
        return leading(gradient).plus(remainder(gradient)).square().times(nodes);
    }

    /** sqrt(Vbar) - sqrt(M) T and sqrt(Vbar) + sqrt(M) T, for the norms with M nodes. */
    Expr norm(boolean upper) {
        return upper ? leading(false).plus(remainder(false)) : leading(false).minus(remainder(false));
    }

    /** C^2 (sqrt(e^{kappa^2} - 1) + e^{kappa^2/2})^2. */
    Expr gradientBound() {
        var exp = Expr.of(tilt.kappaSquared()).exp();
        var root = exp.minus(Expr.ONE).max(Expr.ZERO).sqrt().plus(exp.sqrt());
        return root.square().times(Expr.of(tilt.profile().lipschitz().pow(2)));
    }

    /** 4 C^2 e^{kappa^2}. */
    Expr simpleGradientBound() {
        return Expr.of(tilt.kappaSquared()).exp().times(Expr.of(tilt.profile().lipschitz().pow(2))).times(4);
    }

    /** B_M(d, kappa). */
    Expr steinBound() {
        return steinBound(tilt.kappaSquared(), tilt.dimension(), nodes);
    }

    /** B_M(d, kappa). */
    static Expr steinBound(Rational kappaSquared, long d, int nodes) {
        var kappa = Expr.of(kappaSquared).sqrt();
        var theta = Remainder.theta(kappaSquared, nodes).max(Expr.ZERO).sqrt().sqrt();
        var first = theta.times(Expr.of(d * d + 2 * d).sqrt().sqrt().plus(kappa));
        var second = Expr.of(kappaSquared).exp().sqrt().times(Expr.of(d).sqrt().plus(kappa.times(2)));
        return first.plus(second).square();
    }

    /** e^{2 Delta}(sigma^2 m_2 + a^2 d - (sigma^2/a^2) J). */
    Expr oscillationBound() {
        var d = Rational.of(tilt.dimension());
        var rest = tilt.secondMoment().times(Expr.of(tilt.time().variance())).plus(Expr.of(tilt.time().a().pow(2).times(d)));
        return tilt.profile().oscillation().times(2).exp().times(rest.minus(tilt.compared().meanSquare()));
    }

    /** e^{2 Delta}(d + sigma^2 sqrt(2d) sinh(Delta/2)). */
    Expr simpleOscillationBound() {
        var half = tilt.profile().oscillation().over(2);
        var sinh = half.exp().minus(half.negate().exp()).over(2);
        var d = Expr.of(tilt.dimension());
        var sum = d.plus(d.times(2).sqrt().times(Expr.of(tilt.time().variance())).times(sinh));
        return half.times(4).exp().times(sum);
    }

    /** E|u - r|^2 averaged over p_t, d + int r^2 p_t: the error with one node. */
    Expr oneNodeStein() {
        return Expr.of(tilt.dimension()).plus(tilt.compared().meanSquare());
    }

    /** int E|h'(y) - r'|^2 p_t: the error of the gradient estimator with one node. */
    Expr oneNodeGradient() {
        return tilt.compared().oneNodeGradient();
    }
}
