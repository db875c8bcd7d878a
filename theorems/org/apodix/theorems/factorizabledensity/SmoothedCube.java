package org.apodix.theorems.factorizabledensity;

import java.util.List;
import java.util.Set;
import org.apodix.audit.Draw;
import org.apodix.audit.InstanceFamily;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Quantity;

/** The uniform law on [-1, 1]^D plus Gaussian noise of standard deviation sigma (F12(a)). */
record SmoothedCube(int d, Rational sigma) implements Diffused {

    /** p_t is at most p_0 in the cube and the coordinates are independent, so the distance is the mass outside. */
    static final Quantity<SmoothedCube> VARIATION = Quantity.of("tv", "TV(p_0,p_t)", "$1-(1-\\tau)^D$, $\\tau$ the distance for $D=1$", s ->
        Expr.ONE.minus(Expr.ONE.minus(Smoothing.VARIATION.in(new Smoothing(s.sigma))).pow(s.d)));
    static final Quantity<SmoothedCube> BOUND = Quantity.of("bound", "\\sqrt{\\tfrac t{2\\pi}}\\,D", "total variation 1 in each direction", s ->
        Smoothing.BOUND.in(new Smoothing(s.sigma)).times(s.d));
    static final Quantity<SmoothedCube> ONE_DIRECTION = Quantity.of("bound_one", "\\sqrt{\\tfrac t{2\\pi}}", "of one direction only", s ->
        Smoothing.BOUND.in(new Smoothing(s.sigma)));

    static final InstanceFamily<SmoothedCube> FAMILY = new InstanceFamily<>("smoothed_cube", SmoothedCube.class, Set.of("D", "sigma"), s -> true,
        fields -> new SmoothedCube(fields.integer("D", 2, 1000), fields.rational("sigma", Rational.of(1, 50), Rational.of(1000))),
        (s, json) -> json.put("D", s.d).put("sigma", s.sigma.toString()), List.of(VARIATION, BOUND));

    static SmoothedCube draw(Draw draw) {
        return new SmoothedCube(draw.integer(2, 12), Rational.of(draw.integer(1, 20), draw.integer(1, 20)));
    }
}
