package org.apodix.theorems.dimensionfreescore;

import java.util.List;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/**
 * The linear tilt f = bz and phi = f + q for a piecewise linear q that is constant outside of its knots (R7): 2 delta = max q - min q exactly, and the posterior of f is Gaussian with variance 1.
 *
 * @param added q
 * @param x     the point theta . x; the half line z <= x and the set |z| <= |x| stand for sets on which laws are compared
 */
record AddedTilt(Rational b, PiecewiseLinear added, ForwardTime time, Rational x) {

    AddedTilt {
        if (!added.isBounded()) {
            throw new IllegalArgumentException("a perturbation that is not bounded: give one that is constant outside of its knots");
        }
    }

    /** phi. */
    PiecewiseLinear sum() {
        var values = new java.util.ArrayList<Rational>();
        for (int i = 0; i < added.knots().size(); i++) {
            values.add(added.values().get(i).plus(b.times(added.knots().get(i))));
        }
        return new PiecewiseLinear(added.knots(), values, b, b);
    }

    /** delta: half of the oscillation of q. */
    Rational delta() {
        return halfRange(added.values());
    }

    private static Rational halfRange(List<Rational> values) {
        return values.stream().reduce(Rational::max).orElseThrow().minus(values.stream().reduce(Rational::min).orElseThrow()).over(Rational.TWO);
    }

    /** Half of the oscillation of q on |z| <= |x|. */
    Rational deltaInside() {
        var values = new java.util.ArrayList<>(List.of(added.at(x), added.at(x.negate())));
        for (int i = 0; i < added.knots().size(); i++) {
            if (added.knots().get(i).abs().compareTo(x.abs()) <= 0) {
                values.add(added.values().get(i));
            }
        }
        return halfRange(values);
    }

    /** |r_phi - r_f|, r_f = sigma b. */
    Expr shift() {
        return sum().at(time, Expr.of(x)).mean().minus(time.noise().times(Expr.of(b))).abs();
    }

    /** sinh(delta). */
    Expr sinh() {
        return TwoModes.sinh(delta());
    }

    /** tanh(delta/2). */
    Expr tanh() {
        return Expr.of(delta()).over(2).tanh();
    }

    /** |P_f(z <= s) - P_phi(z <= s)|. */
    Expr halfLine(Rational s) {
        return Expr.of(s.minus(b)).normalCdf().minus(below(s)).abs();
    }

    /** P_phi(z <= s): e^phi is an exponential on each piece. */
    private Expr below(Rational s) {
        var phi = sum();
        Expr part = Expr.ZERO;
        Expr all = Expr.ZERO;
        for (int i = 0; i < phi.pieces(); i++) {
            var slope = phi.slope(i);
            var from = i == 0 ? null : phi.knots().get(i - 1);
            var to = i == phi.knots().size() ? null : phi.knots().get(i);
            var factor = Expr.of(phi.intercept(i).plus(slope.pow(2).over(Rational.TWO))).exp();
            all = all.plus(factor.times(mass(from, to, slope)));
            if (from == null || from.compareTo(s) < 0) {
                part = part.plus(factor.times(mass(from, to == null ? s : to.min(s), slope)));
            }
        }
        return part.over(all);
    }

    /** The normal law of [from - slope, to - slope], from the side on which it is small. */
    private static Expr mass(Rational from, Rational to, Rational slope) {
        if (to != null && slope.signum() > 0) {
            var below = Expr.of(to.minus(slope)).normalCdf();
            return from == null ? below : below.minus(Expr.of(from.minus(slope)).normalCdf());
        }
        if (from == null) {
            return Expr.of(to.minus(slope)).normalCdf();
        }
        var tail = Expr.of(from.minus(slope)).normalTail();
        return to == null ? tail : tail.minus(Expr.of(to.minus(slope)).normalTail());
    }

    /** tanh(delta_A/2) + P_f(A^c) + P_phi(A^c) for A = {|z| <= |x|}. */
    Expr setBound() {
        var s = x.abs();
        var outsideF = Expr.of(s.negate().minus(b)).normalCdf().plus(Expr.of(s.minus(b)).normalTail());
        var outsidePhi = below(s.negate()).plus(Expr.ONE.minus(below(s)));
        return Expr.of(deltaInside()).over(2).tanh().plus(outsideF).plus(outsidePhi);
    }
}
