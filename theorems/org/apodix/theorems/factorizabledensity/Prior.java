package org.apodix.theorems.factorizabledensity;

import java.util.List;
import java.util.Set;
import org.apodix.audit.Draw;
import org.apodix.audit.InstanceFamily;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.ImproperIntegral;
import org.apodix.expression.Quantity;
import org.apodix.expression.TailBound;
import org.apodix.expression.Variable;

/**
 * The divergence of a law with much noise from the prior of the sampler (F12(b)), D = 1: X_0 + sqrt(T) Z from N(0, T), or alpha X_0 + sqrt(1 - alpha^2) Z from N(0, 1).
 *
 * @param preserving whether it is the second, variance-preserving one
 * @param parameter  T or alpha
 */
record Prior(Atoms law, boolean preserving, Rational parameter) implements Diffused {

    static final Quantity<Prior> DIVERGENCE = Quantity.of("kl", "D_{\\rm KL}", "of the law with noise from the prior", Prior::divergence);
    static final Quantity<Prior> BOUND = Quantity.of("kl_bound", "\\tfrac{E|X_0|^2}{2T}", "variance-preserving: $\\tfrac12(\\alpha^2(E|X_0|^2-1)-\\log(1-\\alpha^2))$",
        p -> p.bound(p.law.secondMoment()));
    static final Quantity<Prior> CUBE = Quantity.of("kl_cube", "\\tfrac D{2T}", "variance-preserving: $-\\tfrac D2\\log(1-\\alpha^2)$", p -> p.bound(Rational.ONE));

    static final InstanceFamily<Prior> BROWNIAN = new InstanceFamily<>("prior", Prior.class, Set.of("points", "weights", "T"), p -> !p.preserving,
        fields -> new Prior(Atoms.read(fields), false, fields.rational("T", Rational.of(1, 10), Rational.of(1_000_000))), (p, json) -> p.write(json, "T"),
        List.of(DIVERGENCE, BOUND));

    static final InstanceFamily<Prior> PRESERVING = new InstanceFamily<>("prior_preserving", Prior.class, Set.of("points", "weights", "alpha"), p -> p.preserving,
        fields -> new Prior(Atoms.read(fields), true, fields.rational("alpha", Rational.of(1, 1_000_000), Rational.of(19, 20))),
        (p, json) -> p.write(json, "alpha"), List.of(DIVERGENCE, BOUND));

    private void write(com.fasterxml.jackson.databind.node.ObjectNode json, String name) {
        InstanceFamily.put(json, "points", law.points());
        InstanceFamily.put(json, "weights", law.weights());
        json.put(name, parameter.toString());
    }

    private Expr bound(Rational secondMoment) {
        if (!preserving) {
            return Expr.of(secondMoment.over(parameter).over(Rational.TWO));
        }
        var square = parameter.pow(2);
        return Expr.of(square.times(secondMoment.minus(Rational.ONE))).minus(Expr.of(Rational.ONE.minus(square)).log()).over(2);
    }

    /** The law of the noised variable is a mixture of N(m_j, v). */
    private Atoms scaled() {
        return preserving ? new Atoms(law.points().stream().map(parameter::times).toList(), law.weights()) : law;
    }

    private Rational variance() {
        return preserving ? Rational.ONE.minus(parameter.pow(2)) : parameter;
    }

    /**
     * The integral of p log(p/g), g = N(0, tau). With r = max|m_j|: log(p/g) lies between log(tau/v)/2 - (|x| + r)^2/(2v) and log(tau/v)/2 + x^2/(2 tau), so for
     * |x| = r + y its size is at most k_0 + k_2 y^2, k_0 = |log(tau/v)|/2 + r^2/tau + 4r^2/v, k_2 = 1/tau + 1/v; and p is at most the density of N(0, v) at y. Hence beyond
     * L >= r, with z = (L - r)/sqrt(v), the integral of |p log(p/g)| is at most 2[k_0 Q(z) + k_2 v (z phi(z) + Q(z))].
     */
    private Expr divergence() {
        var scaled = scaled();
        var r = Expr.of(scaled.radius());
        var v = Expr.of(variance());
        var tau = preserving ? Expr.ONE : v;
        var x = new Variable("x");
        var ratio = scaled.sum(j -> Expr.of(scaled.weights().get(j)).times(scaled.likelihood(j, x, v)));
        var half = tau.over(v).log().over(2);
        // log(p/g) = log(tau/v)/2 + x^2/(2 tau) - x^2/(2v) + log of the mean likelihood ratio
        var square = preserving ? x.square().over(2).minus(x.square().over(v.times(2))) : Expr.ZERO;
        var body = scaled.density(x, v).times(half.plus(square).plus(ratio.log()));
        var from = new Variable("L");
        var z = from.minus(r).over(v.sqrt());
        var constant = half.abs().plus(r.square().over(tau)).plus(r.square().times(4).over(v));
        var quadratic = Expr.ONE.over(tau).plus(Expr.ONE.over(v)).times(v);
        var tail = constant.times(z.normalTail()).plus(quadratic.times(z.times(Diffused.normal(z)).plus(z.normalTail()))).times(2);
        return ImproperIntegral.of(body, x, new TailBound(tail, from, scaled.radius()));
    }

    static Prior draw(Draw draw) {
        var law = Atoms.draw(draw);
        return draw.yes() ? new Prior(law, true, Rational.of(draw.integer(1, 9), 10)) : new Prior(law, false, Rational.of(draw.integer(1, 40), draw.integer(1, 4)));
    }
}
