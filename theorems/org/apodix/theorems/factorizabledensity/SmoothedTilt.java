package org.apodix.theorems.factorizabledensity;

import java.util.List;
import java.util.Set;
import org.apodix.audit.Draw;
import org.apodix.audit.InstanceFamily;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Integral;
import org.apodix.expression.Quantity;
import org.apodix.expression.Variable;

/** The density (1 + a x)/2 on [-1, 1] plus Gaussian noise of standard deviation sigma (F12(a)): p_t is not below p_0 everywhere. */
record SmoothedTilt(Rational a, Rational sigma) implements Diffused {

    static final Quantity<SmoothedTilt> VARIATION = Quantity.of("tv", "TV(p_0,p_t)", "$\\int_{-1}^1(p_0-p_t)_+$, as $p_0=0$ outside", SmoothedTilt::variation);
    static final Quantity<SmoothedTilt> BOUND = Quantity.of("bound", "\\sqrt{\\tfrac t{2\\pi}}\\,(1+|a|)", "the jumps add to 1, the slope adds $|a|$", s ->
        s.times(Expr.ONE.plus(Expr.of(s.a.abs()))));
    static final Quantity<SmoothedTilt> NO_JUMPS = Quantity.of("bound_without_jumps", "\\sqrt{\\tfrac t{2\\pi}}\\,|a|", "total variation without the jumps at the ends", s ->
        s.times(Expr.of(s.a.abs())));

    static final InstanceFamily<SmoothedTilt> FAMILY = new InstanceFamily<>("smoothed_tilt", SmoothedTilt.class, Set.of("a", "sigma"), s -> true,
        fields -> new SmoothedTilt(fields.rational("a", Rational.of(-1), Rational.ONE), fields.rational("sigma", Rational.of(1, 50), Rational.of(1000))),
        (s, json) -> json.put("a", s.a.toString()).put("sigma", s.sigma.toString()), List.of(VARIATION, BOUND));

    private Expr times(Expr variation) {
        return Smoothing.BOUND.in(new Smoothing(sigma)).times(variation);
    }

    /** p_t(x) = E[p_0(x - sigma Z)] with Z between (x - 1)/sigma and (x + 1)/sigma. */
    private Expr variation() {
        var x = new Variable("x");
        var s = Expr.of(sigma);
        var from = x.minus(Expr.ONE).over(s);
        var to = x.plus(Expr.ONE).over(s);
        var density = Expr.of(a).times(x).plus(Expr.ONE).over(2);
        var outside = from.normalCdf().plus(to.normalTail());
        var moved = Expr.of(a).times(s).over(2).times(Diffused.normal(from).minus(Diffused.normal(to)));
        return Integral.of(density.times(outside).plus(moved).relu(), x, Expr.of(-1), Expr.ONE);
    }

    static SmoothedTilt draw(Draw draw) {
        return new SmoothedTilt(Rational.of(draw.integer(-12, 12), 12), Rational.of(draw.integer(1, 20), draw.integer(1, 12)));
    }
}
