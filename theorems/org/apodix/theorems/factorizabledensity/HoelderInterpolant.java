package org.apodix.theorems.factorizabledensity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apodix.audit.BadInput;
import org.apodix.audit.Draw;
import org.apodix.audit.Fields;
import org.apodix.audit.InstanceFamily;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Quantity;
import org.apodix.network.KuhnInterpolation;
import org.apodix.network.Network;

/**
 * The interpolant of F6 on the grid of mesh 1/N of H h(max_i |x_i - z_i|), h a rational Hölder function (F6(ii)): the network with rational weights, at
 * a point, and on the line at all points.
 */
record HoelderInterpolant(int n, Hoelder hoelder, Rational h, List<Rational> z, List<Rational> x) {

    private static final int MOST_SPIKES = 400;

    static final Quantity<HoelderInterpolant> VALUE = Quantity.of("value", "\\Pi_Nf(x)", "the network at $x$", i ->
        i.network().on(i.x.stream().map(Expr::of).toList()).get(0));
    static final Quantity<HoelderInterpolant> TARGET = Quantity.of("target", "f(x)", "the function at $x$", i -> Expr.of(i.function(i.x)));
    static final Quantity<HoelderInterpolant> ERROR = Quantity.of("abs_error", "|\\Pi_Nf(x)-f(x)|", "", i -> VALUE.in(i).minus(TARGET.in(i)).abs());
    static final Quantity<HoelderInterpolant> POWER = Quantity.of("error_power", "|\\Pi_Nf(x)-f(x)|^q", "$\\beta=p/q$", i -> ERROR.in(i).pow(i.hoelder.q()));
    static final Quantity<HoelderInterpolant> LARGEST = Quantity.of("largest_power", "\\max_{x\\in[0,1]}|\\Pi_Nf(x)-f(x)|^q",
        "both are linear between neighbors of the grid points, $z$ and the nodes: the largest of their errors", i -> Expr.of(i.largest().pow(i.hoelder.q())));
    static final Quantity<HoelderInterpolant> BOUND = Quantity.of("bound_power", "(HN^{-\\beta})^q", "", i -> Expr.of(i.bound(i.n)));
    static final Quantity<HoelderInterpolant> HALF = Quantity.of("line_bound_power", "(H(2N)^{-\\beta})^q", "", i -> Expr.of(i.bound(2 * i.n)));
    static final Quantity<HoelderInterpolant> THIRD = Quantity.of("third_bound_power", "(H(3N)^{-\\beta})^q", "", i -> Expr.of(i.bound(3 * i.n)));

    static final InstanceFamily<HoelderInterpolant> FAMILY = new InstanceFamily<>("hoelder_interpolant", HoelderInterpolant.class,
        Set.of("N", "beta", "M", "H", "z", "x"), i -> true, HoelderInterpolant::read, (i, json) -> {
            json.put("N", i.n).put("beta", i.hoelder.exponent().toString()).put("M", i.hoelder.nodes()).put("H", i.h.toString());
            InstanceFamily.put(json, "z", i.z);
            InstanceFamily.put(json, "x", i.x);
        }, List.of(VALUE, TARGET, ERROR));

    private static HoelderInterpolant read(Fields fields) {
        int n = fields.integer("N", 1, 20);
        var z = Interpolant.point(fields, "z");
        var x = Interpolant.point(fields, "x");
        if (x.size() != z.size() || x.size() > 3 || Math.pow(n + 1.0, x.size()) > MOST_SPIKES) {
            throw new BadInput("\"x\" has " + x.size() + " and \"z\" " + z.size() + " entries with N = " + n + "; give d <= 3 each with (N + 1)^d at most "
                + MOST_SPIKES);
        }
        return new HoelderInterpolant(n, Hoelder.read(fields, "beta"), fields.rational("H", Rational.ZERO, Rational.of(1_000_000)), z, x);
    }

    int d() {
        return x.size();
    }

    private Network network() {
        return KuhnInterpolation.of(d(), n, k -> function(k.stream().map(c -> Rational.of(c, n)).toList()));
    }

    private Rational function(List<Rational> at) {
        var distance = IntStream.range(0, d()).mapToObj(c -> at.get(c).minus(z.get(c)).abs()).reduce(Rational.ZERO, Rational::max);
        return h.times(hoelder.at(distance, 0));
    }

    /** (H mesh^-beta)^q. */
    private Rational bound(int mesh) {
        return h.pow(hoelder.q()).over(Rational.of(mesh).pow(hoelder.p()));
    }

    /** The largest error on [0, 1], for d = 1. */
    private Rational largest() {
        var center = z.get(0);
        var breaks = new ArrayList<>(List.of(center));
        IntStream.rangeClosed(0, n).forEach(k -> breaks.add(Rational.of(k, n)));
        hoelder.nodes(Rational.ONE).forEach(node -> breaks.addAll(List.of(center.plus(node), center.minus(node))));
        var network = network();
        return breaks.stream().filter(at -> at.signum() >= 0 && at.compareTo(Rational.ONE) <= 0).map(List::of)
            .map(at -> network.at(at).get(0).minus(function(at)).abs()).reduce(Rational.ZERO, Rational::max);
    }

    /** On the line, the center of a cell is z, and a node of h lies at half a cell: there the bound is attained. */
    boolean isTouching() {
        var half = Rational.of(1, 2L * n);
        return d() == 1 && (h.isZero() || z.get(0).over(half).isInteger() && !z.get(0).times(Rational.of(n)).isInteger()
            && (hoelder.p() == hoelder.q() || hoelder.nodes(Rational.ONE).contains(half)));
    }

    /** d up to 3, N up to 6, z and x in twelfths, on the grid or half-way. */
    static HoelderInterpolant draw(Draw draw) {
        int d = draw.of(1, 1, 2, 2, 3);
        int n = draw.integer(1, d == 3 ? 2 : 6);
        var hoelder = Hoelder.draw(draw);
        int parts = draw.of(12, 2 * n, draw.integer(1, 1000));
        return new HoelderInterpolant(n, hoelder, draw.rational(0, 3, 4), draw.list(d, each -> Rational.of(each.integer(0, parts), parts)),
            draw.list(d, each -> Rational.of(each.integer(0, parts), parts)));
    }
}
