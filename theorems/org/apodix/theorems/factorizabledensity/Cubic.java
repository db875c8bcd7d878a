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
import org.apodix.network.SawtoothSquare;
import org.apodix.network.TaylorNetwork;

/**
 * A cubic polynomial on [0, 1]^d, d = 1 or 2, and its blend of Taylor polynomials of degree 2 on the grid of mesh 1/N (F7), at a point.
 *
 * @param m teeth layers of the squares of the network
 * @param c coefficients of 1, x, x^2, x^3, or of 1, x, y, x^2, xy, y^2, x^3, x^2 y, x y^2, y^3
 */
record Cubic(int n, int m, List<Rational> c, List<Rational> x) {

    /** The exponents of the monomials for d = 1 and 2. */
    private static final List<int[][]> MONOMIALS = List.of(new int[][] {{0}, {1}, {2}, {3}},
        new int[][] {{0, 0}, {1, 0}, {0, 1}, {2, 0}, {1, 1}, {0, 2}, {3, 0}, {2, 1}, {1, 2}, {0, 3}});

    static final Quantity<Cubic> TARGET = Quantity.of("target", "f(x)", "the polynomial at $x$", p -> Expr.of(p.value(p.x)));
    static final Quantity<Cubic> BLEND = Quantity.of("blend", "\\tilde f(x)", "$\\sum_k\\varphi(Nx-k)P_k(x)$, $P_k$ the Taylor polynomial at $k/N$",
        p -> Expr.of(p.blend()));
    static final Quantity<Cubic> ERROR = Quantity.of("error", "\\tilde f(x)-f(x)", "", p -> BLEND.in(p).minus(TARGET.in(p)));
    static final Quantity<Cubic> SIZE = Quantity.of("abs_error", "|\\tilde f(x)-f(x)|", "", p -> ERROR.in(p).abs());
    static final Quantity<Cubic> VALUE = Quantity.of("value", "\\hat f(x)", "the network at $x$", p ->
        TaylorNetwork.of(p.d(), p.n, p.m, p.quadratics()).on(p.x.stream().map(Expr::of).toList()).get(0));
    static final Quantity<Cubic> NETWORK_ERROR = Quantity.of("abs_network_error", "|\\hat f(x)-\\tilde f(x)|", "", p ->
        VALUE.in(p).minus(BLEND.in(p)).abs());
    static final Quantity<Cubic> THIRD = Quantity.of("M3", "M_3", "$\\max_{|\\alpha|=3}|D^\\alpha f|$, constant for a cubic", p -> Expr.of(p.third()));
    static final Quantity<Cubic> HOLDER = Quantity.of("H", "H", "Lipschitz constant of the second derivatives for the maximum norm",
        p -> Expr.of(p.holder()));
    static final Quantity<Cubic> BOUND = Quantity.of("bound", "\\tfrac{M_3d^3}{3!}N^{-3}", "", p ->
        THIRD.in(p).times(p.d() * p.d() * p.d()).over(6).over(Expr.of(p.n).pow(3)));
    static final Quantity<Cubic> HOLDER_BOUND = Quantity.of("holder_bound", "\\tfrac{H\\,d^2}{2!}N^{-3}", "", p ->
        HOLDER.in(p).times(p.d() * p.d()).over(2).over(Expr.of(p.n).pow(3)));
    static final Quantity<Cubic> FOURTH = Quantity.of("bound_4", "\\tfrac{M_3d^3}{3!}N^{-4}", "", p -> BOUND.in(p).over(p.n));
    static final Quantity<Cubic> NETWORK_BOUND = Quantity.of("network_bound",
        "(d+1)\\,c\\,\\varepsilon_m+\\max_k\\textstyle\\sum_{|\\alpha|=2}|c_{k,\\alpha}|\\,\\varepsilon_m", "", p -> Expr.of(p.networkBound()));

    static final InstanceFamily<Cubic> FAMILY = new InstanceFamily<>("cubic", Cubic.class, Set.of("N", "m", "c", "x"), p -> true, Cubic::read,
        (p, json) -> {
            InstanceFamily.put(json.put("N", p.n).put("m", p.m), "c", p.c);
            InstanceFamily.put(json, "x", p.x);
        }, List.of(BLEND, ERROR, BOUND, THIRD, VALUE, NETWORK_BOUND));

    private static Cubic read(Fields fields) {
        var x = Interpolant.point(fields, "x");
        var c = fields.rationals("c");
        if (x.size() > 2 || c.size() != MONOMIALS.get(x.size() - 1).length) {
            throw new BadInput("\"c\" has " + c.size() + " and \"x\" " + x.size() + " entries; give 4 and 1, or 10 and 2");
        }
        return new Cubic(fields.integer("N", 1, 20), fields.integer("m", 1, 20), c, x);
    }

    boolean hasNoCubicTerm() {
        return third().isZero();
    }

    int d() {
        return x.size();
    }

    private int[][] monomials() {
        return MONOMIALS.get(d() - 1);
    }

    private static int degree(int[] exponents) {
        return IntStream.of(exponents).sum();
    }

    private Rational value(List<Rational> at) {
        var sum = Rational.ZERO;
        for (int j = 0; j < c.size(); j++) {
            sum = sum.plus(c.get(j).times(power(at, monomials()[j])));
        }
        return sum;
    }

    private static Rational power(List<Rational> at, int[] exponents) {
        return IntStream.range(0, at.size()).mapToObj(i -> at.get(i).pow(exponents[i])).reduce(Rational.ONE, Rational::times);
    }

    /** The Taylor polynomial of degree 2 at p leaves exactly the sum of c_alpha (x - p)^alpha over |alpha| = 3. */
    private Rational blend() {
        var spikes = KuhnInterpolation.spikes(d(), n).at(x);
        var points = KuhnInterpolation.points(d(), n);
        var sum = Rational.ZERO;
        for (int k = 0; k < points.size(); k++) {
            var point = points.get(k);
            var step = IntStream.range(0, d()).mapToObj(i -> x.get(i).minus(Rational.of(point.get(i), n))).toList();
            var rest = Rational.ZERO;
            for (int j = 0; j < c.size(); j++) {
                rest = degree(monomials()[j]) == 3 ? rest.plus(c.get(j).times(power(step, monomials()[j]))) : rest;
            }
            sum = sum.plus(spikes.get(k).times(value(x).minus(rest)));
        }
        return sum;
    }

    /** The expanded Taylor polynomials, from derivatives: the coefficient of x^b is sum over a >= b of c_a (...) p^(a - b). */
    private List<TaylorNetwork.Quadratic> quadratics() {
        return KuhnInterpolation.points(d(), n).stream().map(k -> {
            var p = k.stream().map(j -> Rational.of(j, n)).toList();
            var coefficients = new ArrayList<Rational>();
            for (var b : monomials()) {
                if (degree(b) < 3) {
                    coefficients.add(coefficient(b, p));
                }
            }
            return new TaylorNetwork.Quadratic(coefficients.get(0), coefficients.subList(1, 1 + d()), coefficients.subList(1 + d(), coefficients.size()));
        }).toList();
    }

    /** c_b minus, for each cubic term a >= b, c_a binom(a, b) (-p)^(a - b). */
    private Rational coefficient(int[] b, List<Rational> p) {
        var sum = Rational.ZERO;
        for (int j = 0; j < c.size(); j++) {
            var a = monomials()[j];
            if (java.util.Arrays.equals(a, b)) {
                sum = sum.plus(c.get(j));
            } else if (degree(a) == 3 && IntStream.range(0, d()).allMatch(i -> a[i] >= b[i])) {
                var term = c.get(j);
                for (int i = 0; i < d(); i++) {
                    term = term.times(Rational.of(binomial(a[i], b[i]))).times(p.get(i).negate().pow(a[i] - b[i]));
                }
                sum = sum.minus(term);
            }
        }
        return sum;
    }

    private static int binomial(int n, int k) {
        return k == 0 || k == n ? 1 : binomial(n - 1, k - 1) + binomial(n - 1, k);
    }

    private Rational third() {
        var most = Rational.ZERO;
        for (int j = 0; j < c.size(); j++) {
            if (degree(monomials()[j]) == 3) {
                most = most.max(c.get(j).abs().times(factorials(monomials()[j])));
            }
        }
        return most;
    }

    private static Rational factorials(int[] exponents) {
        return Rational.of(IntStream.of(exponents).map(e -> e == 3 ? 6 : e == 2 ? 2 : 1).reduce(1, (a, b) -> a * b));
    }

    /** max over |alpha| = 2 of sum_i |D^(alpha + e_i) f|. */
    private Rational holder() {
        var most = Rational.ZERO;
        for (var alpha : monomials()) {
            if (degree(alpha) != 2) {
                continue;
            }
            var sum = Rational.ZERO;
            for (int j = 0; j < c.size(); j++) {
                var a = monomials()[j];
                if (degree(a) == 3 && IntStream.range(0, d()).allMatch(i -> a[i] >= alpha[i])) {
                    sum = sum.plus(c.get(j).abs().times(factorials(a)));
                }
            }
            most = most.max(sum);
        }
        return most;
    }

    private Rational networkBound() {
        var quadratics = quadratics();
        var squares = quadratics.stream().map(TaylorNetwork.Quadratic::quadraticSize).reduce(Rational.ZERO, Rational::max);
        return SawtoothSquare.error(m).times(TaylorNetwork.scale(quadratics).times(Rational.of(d() + 1)).plus(squares));
    }

    /** Coefficients in Z/4 between -2 and 2, N up to 4. */
    static Cubic draw(Draw draw) {
        int d = draw.integer(1, 2);
        int n = draw.integer(1, d == 1 ? 6 : 3);
        int m = draw.integer(1, 8);
        var c = draw.list(MONOMIALS.get(d - 1).length, each -> Rational.of(each.integer(-8, 8), 4));
        int q = draw.integer(1, 1000);
        return new Cubic(n, m, c, draw.list(d, each -> Rational.of(each.integer(0, q), q)));
    }
}
