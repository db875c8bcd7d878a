package org.apodix.theorems.factorizabledensity;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.apodix.audit.BadInput;
import org.apodix.audit.Draw;
import org.apodix.audit.Fields;
import org.apodix.audit.InstanceFamily;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Quantity;
import org.apodix.expression.Variable;
import org.apodix.network.KuhnInterpolation;
import org.apodix.proof.Domain;

/**
 * The interpolant of F6 on the grid of mesh 1/N at all points of the unit cube: of c_0 + c_1 u + c_2 v + c_3 uv on the square, and of the Lipschitz
 * function H max_i |x_i - z_i| in dimension d = 1 or 2; and its spikes, up to d = 3.
 *
 * @param bilinear c, or null
 * @param apex     z, or null
 */
record InterpolantRange(int n, int d, List<Rational> bilinear, Rational lipschitz, List<Rational> apex) {

    private static final List<Variable> VARIABLES = List.of(new Variable("u"), new Variable("v"), new Variable("w"));

    static final String TEX = "x\\in[0,1]^d";
    static final String ALL = "y\\in[-2,2]^d";

    static final Quantity<InterpolantRange> SUM = Quantity.of("sum_spikes", "\\textstyle\\sum_k\\varphi(Nx-k)", "over $k\\in\\{0..N\\}^d$, as a network",
        r -> Expr.sum(KuhnInterpolation.spikes(r.d, r.n).on(r.variables())));
    static final Quantity<InterpolantRange> SPIKE = Quantity.of("spike", "\\hat\\varphi(y)", "the spike network",
        r -> KuhnInterpolation.spike(r.d).on(r.variables()).get(0));
    static final Quantity<InterpolantRange> FORMULA = Quantity.of("spike_formula", "\\sigma(1-\\max_i\\sigma(y_i)-\\max_i\\sigma(-y_i))", "", r -> {
        var up = Expr.ZERO;
        var down = Expr.ZERO;
        for (var y : r.variables()) {
            up = up.max(y);
            down = down.max(y.negate());
        }
        return Expr.ONE.minus(up).minus(down).relu();
    });
    static final Quantity<InterpolantRange> ERROR = Quantity.of("interpolation_error", "\\Pi_Nf(x)-f(x)", "network minus function", InterpolantRange::error);
    static final Quantity<InterpolantRange> N = Quantity.of("N", "N", "inverse mesh", r -> Expr.of(r.n));
    static final Quantity<InterpolantRange> SECOND = Quantity.of("M2", "M_2", "$\\sum_{i,k}\\sup|\\partial_{ik}f|$, ordered pairs",
        r -> Expr.of(r.bilinear.get(3)).abs().times(2));
    static final Quantity<InterpolantRange> LIPSCHITZ = Quantity.of("H", "H", "Lipschitz constant for the maximum norm", r -> Expr.of(r.lipschitz));

    static final InstanceFamily<InterpolantRange> BILINEAR = new InstanceFamily<>("interpolant_range", InterpolantRange.class, Set.of("N", "c"),
        InterpolantRange::isBilinear, fields -> {
            var c = fields.rationals("c");
            if (c.size() != 4) {
                throw new BadInput("\"c\" has " + c.size() + " entries; give the four coefficients of 1, u, v, uv");
            }
            return bilinear(fields.integer("N", 1, 8), c);
        }, (r, json) -> InstanceFamily.put(json.put("N", r.n), "c", r.bilinear), List.of(SECOND));

    static final InstanceFamily<InterpolantRange> CONE = new InstanceFamily<>("lipschitz_range", InterpolantRange.class, Set.of("N", "H", "z"),
        r -> !r.isBilinear(), fields -> {
            var z = Interpolant.point(fields, "z");
            if (z.size() > 3) {
                throw new BadInput("\"z\" has " + z.size() + " entries; at most 3 are supported");
            }
            return cone(fields.integer("N", 1, z.size() == 3 ? 3 : 8), fields.rational("H", Rational.ZERO, Rational.of(1_000_000)), z);
        }, (r, json) -> InstanceFamily.put(json.put("N", r.n).put("H", r.lipschitz.toString()), "z", r.apex), List.of(LIPSCHITZ));

    static InterpolantRange bilinear(int n, List<Rational> c) {
        return new InterpolantRange(n, 2, c, null, null);
    }

    static InterpolantRange cone(int n, Rational h, List<Rational> apex) {
        return new InterpolantRange(n, apex.size(), null, h, apex);
    }

    boolean isBilinear() {
        return bilinear != null;
    }

    boolean isFlat() {
        return !isBilinear() && d <= 2;
    }

    List<Variable> variables() {
        return VARIABLES.subList(0, d);
    }

    private Expr error() {
        var network = KuhnInterpolation.of(d, n, k -> {
            var point = new Interpolant(n, k.stream().map(c -> Rational.of(c, n)).toList(), bilinear, lipschitz, apex);
            return point.function(point.x());
        });
        return network.on(variables()).get(0).minus(function());
    }

    private Expr function() {
        var x = variables();
        if (isBilinear()) {
            return Expr.of(bilinear.get(0)).plus(Expr.of(bilinear.get(1)).times(x.get(0))).plus(Expr.of(bilinear.get(2)).times(x.get(1)))
                .plus(Expr.of(bilinear.get(3)).times(x.get(0)).times(x.get(1)));
        }
        var most = Expr.ZERO;
        for (int i = 0; i < d; i++) {
            most = most.max(x.get(i).minus(Expr.of(apex.get(i))).abs());
        }
        return Expr.of(lipschitz).times(most);
    }

    Domain cube() {
        return box(Rational.ZERO, Rational.ONE);
    }

    Domain wide() {
        return box(Rational.of(-2), Rational.TWO);
    }

    private Domain box(Rational from, Rational to) {
        return Domain.box(variables(), Collections.nCopies(d, from), Collections.nCopies(d, to));
    }

    /** N = 1, 2 or 3; a bilinear function half of the time, else a distance on the line, or for N up to 2 in the plane. */
    static InterpolantRange draw(Draw draw) {
        int n = draw.integer(1, 3);
        if (draw.yes()) {
            return bilinear(n, draw.list(4, d -> d.rational(-2, 2, 4)));
        }
        return cone(n, draw.rational(0, 3, 4), draw.list(n < 3 ? draw.of(1, 1, 2) : 1, d -> Rational.of(d.integer(0, 12), 12)));
    }
}
