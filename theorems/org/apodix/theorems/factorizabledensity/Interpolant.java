package org.apodix.theorems.factorizabledensity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.apodix.audit.BadInput;
import org.apodix.audit.Draw;
import org.apodix.audit.Fields;
import org.apodix.audit.InstanceFamily;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Quantity;
import org.apodix.network.Figures;
import org.apodix.network.KuhnInterpolation;
import org.apodix.network.Network;

/**
 * The interpolant of F6 on the Kuhn triangulation of mesh 1/N, at a point of [0, 1]^d, of one of two functions:
 * c_0 + c_1 u + c_2 v + c_3 uv on the square, or the Lipschitz function H max_i |x_i - z_i|.
 *
 * @param bilinear  c, or null
 * @param lipschitz H, or null
 * @param apex      z, or null
 */
record Interpolant(int n, List<Rational> x, List<Rational> bilinear, Rational lipschitz, List<Rational> apex) {

    private static final int MOST_MESH = 12;
    private static final int MOST_SPIKES = 2_000;

    static final Quantity<Interpolant> VALUE = Quantity.of("value", "\\Pi_Nf(x)", "the network at $x$", i -> i.at(i.network(), i.x).get(0));
    static final Quantity<Interpolant> TARGET = Quantity.of("target", "f(x)", "the function at $x$", i -> Expr.of(i.function(i.x)));
    static final Quantity<Interpolant> ERROR = Quantity.of("abs_error", "|\\Pi_Nf(x)-f(x)|", "", i -> VALUE.in(i).minus(TARGET.in(i)).abs());
    static final Quantity<Interpolant> SUM = Quantity.of("sum_spikes", "\\textstyle\\sum_k\\varphi(Nx-k)", "over $k\\in\\{0..N\\}^d$",
        i -> Expr.sum(i.at(KuhnInterpolation.spikes(i.d(), i.n), i.x)));
    static final Quantity<Interpolant> WRONG_SUM = Quantity.of("sum_wrong_spikes", "\\textstyle\\sum_k\\varphi'(Nx-k)",
        "with $\\varphi'(y)=\\sigma(1-\\max_i|y_i|)$", i -> Expr.sum(i.points().stream().map(i::wrongSpike).toList()));
    static final Quantity<Interpolant> ACTIVE = count("active", "\\#\\{k:\\varphi(Nx-k)\\ne0\\}", "active spikes", Interpolant::active);
    static final Quantity<Interpolant> D = count("d", "d", "dimension", Interpolant::d);
    static final Quantity<Interpolant> N = count("N", "N", "inverse mesh", Interpolant::n);
    static final Quantity<Interpolant> SECOND = Quantity.of("M2", "M_2", "$\\sum_{i,k}\\sup|\\partial_{ik}f|$, ordered pairs",
        i -> Expr.of(i.bilinear.get(3)).abs().times(2));
    static final Quantity<Interpolant> LIPSCHITZ = Quantity.of("H", "H", "Lipschitz constant for the maximum norm", i -> Expr.of(i.lipschitz));
    static final Quantity<Interpolant> LEAST = Quantity.of("least", "\\min_kf(k/N)", "", i ->
        Expr.of(i.values().stream().reduce(Rational::min).orElseThrow()));
    static final Quantity<Interpolant> GREATEST = Quantity.of("greatest", "\\max_kf(k/N)", "", i ->
        Expr.of(i.values().stream().reduce(Rational::max).orElseThrow()));
    static final Quantity<Interpolant> CENTER = Quantity.of("center_error", "\\max_c|\\Pi_Nf(c)-f(c)|", "over the centers $c$ of the cells",
        i -> Expr.of(i.centerError()));
    static final Quantity<Interpolant> INTEGRAL = Quantity.of("integral_error", "\\textstyle\\int|\\Pi_Nf-f|",
        "exact for the quadratic error on each triangle, by the midpoints of its edges", i -> Expr.of(i.integral()));
    static final Quantity<Interpolant> DEPTH = count("depth", "\\ell", "affine maps of the network", i -> i.figures().affineMaps());
    static final Quantity<Interpolant> WIDTH = count("width", "w", "largest hidden layer", i -> i.figures().width());
    static final Quantity<Interpolant> NONZERO = count("nonzero", "S", "non-zero weights and biases", i -> i.figures().nonzeros());
    static final Quantity<Interpolant> ZEROS = count("zeros", "\\#\\{k:f(k/N)=0\\}", "grid points where the function is 0", i ->
        (int) i.values().stream().filter(Rational::isZero).count());

    static final InstanceFamily<Interpolant> BILINEAR = new InstanceFamily<>("interpolant", Interpolant.class, Set.of("N", "c", "x"),
        i -> i.bilinear != null, Interpolant::readBilinear, (i, json) -> {
            InstanceFamily.put(json.put("N", i.n), "c", i.bilinear);
            InstanceFamily.put(json, "x", i.x);
        }, List.of(VALUE, TARGET, SUM, SECOND, DEPTH, WIDTH, NONZERO));

    static final InstanceFamily<Interpolant> CONE = new InstanceFamily<>("lipschitz_interpolant", Interpolant.class, Set.of("N", "H", "z", "x"),
        i -> i.lipschitz != null, Interpolant::readCone, (i, json) -> {
            json.put("N", i.n).put("H", i.lipschitz.toString());
            InstanceFamily.put(json, "z", i.apex);
            InstanceFamily.put(json, "x", i.x);
        }, List.of(VALUE, TARGET, SUM, ACTIVE));

    private static Interpolant readBilinear(Fields fields) {
        int n = fields.integer("N", 1, MOST_MESH);
        var c = fields.rationals("c");
        var x = point(fields, "x");
        if (c.size() != 4 || x.size() != 2) {
            throw new BadInput("\"c\" has " + c.size() + " and \"x\" " + x.size() + " entries; give the four coefficients of 1, u, v, uv and a point (u, v)");
        }
        return new Interpolant(n, x, c, null, null);
    }

    private static Interpolant readCone(Fields fields) {
        int n = fields.integer("N", 1, MOST_MESH);
        var h = fields.rational("H", Rational.ZERO, Rational.of(1_000_000));
        var z = point(fields, "z");
        var x = point(fields, "x");
        if (x.size() != z.size() || x.size() > 4 || Math.pow(n + 1.0, x.size()) > MOST_SPIKES) {
            throw new BadInput("\"x\" has " + x.size() + " and \"z\" " + z.size() + " entries with N = " + n
                + "; give d <= 4 each with (N + 1)^d at most " + MOST_SPIKES);
        }
        return new Interpolant(n, x, null, h, z);
    }

    /** A point of the unit cube. */
    static List<Rational> point(Fields fields, String name) {
        var x = fields.rationals(name);
        for (var c : x) {
            if (c.signum() < 0 || c.compareTo(Rational.ONE) > 0) {
                throw new BadInput("\"" + name + "\" contains " + Fields.shorten(c.toString()) + "; its entries must lie in [0, 1]");
            }
        }
        return x;
    }

    private static Quantity<Interpolant> count(String name, String tex, String meaning, ToIntFunction<Interpolant> number) {
        return Quantity.of(name, tex, meaning, i -> Expr.of(number.applyAsInt(i)));
    }

    boolean isOnTheGrid() {
        return x.stream().allMatch(c -> c.times(Rational.of(n)).isInteger());
    }

    boolean isBilinear() {
        return bilinear != null;
    }

    int d() {
        return x.size();
    }

    Network network() {
        return KuhnInterpolation.of(d(), n, this::gridValue);
    }

    private Figures figures() {
        return Figures.of(network());
    }

    private List<List<Integer>> points() {
        return KuhnInterpolation.points(d(), n);
    }

    private List<Rational> values() {
        return points().stream().map(this::gridValue).toList();
    }

    private Rational gridValue(List<Integer> k) {
        return function(k.stream().map(c -> Rational.of(c, n)).toList());
    }

    Rational function(List<Rational> at) {
        if (isBilinear()) {
            return bilinear.get(0).plus(bilinear.get(1).times(at.get(0))).plus(bilinear.get(2).times(at.get(1)))
                .plus(bilinear.get(3).times(at.get(0)).times(at.get(1)));
        }
        return IntStream.range(0, d()).mapToObj(c -> at.get(c).minus(apex.get(c)).abs()).reduce(Rational.ZERO, Rational::max).times(lipschitz);
    }

    private List<Expr> at(Network network, List<Rational> at) {
        return network.on(at.stream().map(Expr::of).toList());
    }

    private int active() {
        return (int) KuhnInterpolation.spikes(d(), n).at(x).stream().filter(s -> !s.isZero()).count();
    }

    private Expr wrongSpike(List<Integer> k) {
        var most = Expr.ZERO;
        for (int c = 0; c < d(); c++) {
            most = most.max(Expr.of(x.get(c)).times(n).minus(Expr.of(k.get(c))).abs());
        }
        return Expr.ONE.minus(most).relu();
    }

    private Rational errorAt(Network network, Rational u, Rational v) {
        var at = List.of(u, v);
        return network.at(at).get(0).minus(function(at)).abs();
    }

    private Rational centerError() {
        var network = network();
        var most = Rational.ZERO;
        for (var k : KuhnInterpolation.points(2, n)) {
            if (k.get(0) < n && k.get(1) < n) {
                most = most.max(errorAt(network, Rational.of(2L * k.get(0) + 1, 2L * n), Rational.of(2L * k.get(1) + 1, 2L * n)));
            }
        }
        return most;
    }

    /** A third of the area times the sum over the midpoints of the edges: exact for polynomials of degree 2; the error keeps its sign. */
    private Rational integral() {
        var network = network();
        var sum = Rational.ZERO;
        // two triangles per cell, with the edge midpoints (1/2, 1/2) of both and two of the four sides' midpoints each
        for (var k : points()) {
            if (k.get(0) == n || k.get(1) == n) {
                continue;
            }
            for (var offset : List.of(List.of(1, 1), List.of(1, 1), List.of(1, 0), List.of(2, 1), List.of(0, 1), List.of(1, 2))) {
                sum = sum.plus(errorAt(network, Rational.of(2L * k.get(0) + offset.get(0), 2L * n), Rational.of(2L * k.get(1) + offset.get(1), 2L * n)));
            }
        }
        return sum.over(Rational.of(6L * n * n));
    }

    /** N up to 6; bilinear half of the time, else d up to 3. */
    static Interpolant draw(Draw draw) {
        int n = draw.integer(1, 6);
        Function<Draw, Rational> unit = d -> {
            int q = d.yes() ? 2 * n : d.integer(1, 1000);
            return Rational.of(d.integer(0, q), q);
        };
        if (draw.yes()) {
            return new Interpolant(n, draw.list(2, unit), draw.list(4, d -> d.rational(-2, 2, 4)), null, null);
        }
        int d = draw.integer(1, 3);
        return new Interpolant(d == 3 ? Math.min(n, 3) : n, draw.list(d, unit), null, draw.rational(0, 3, 4), draw.list(d, unit));
    }

    /** The chain's factor 1 + a (2u - 1)(2v - 1). */
    static Interpolant factor(int n, Rational a, Rational... x) {
        var four = a.times(Rational.of(4));
        var two = a.times(Rational.of(-2));
        return new Interpolant(n, List.of(x), List.of(Rational.ONE.plus(a), two, two, four), null, null);
    }

    static Interpolant uv(int n, Rational... x) {
        return new Interpolant(n, List.of(x), new ArrayList<>(List.of(Rational.ZERO, Rational.ZERO, Rational.ZERO, Rational.ONE)), null, null);
    }
}
