package org.apodix.theorems.factorizabledensity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
 * The blend of Taylor polynomials of F7 for smoothness beta = s + p/q: f(x) = H F(mean of x - z) on [0, 1]^d, whose s-th derivative F^(s)(u) = h(|u|) is a
 * rational Hölder function. All partial derivatives of f of order s are H d^-s h, so their Hölder constant for the maximum norm is H d^-s.
 *
 * @param s degree of the Taylor polynomials, from 0 to 5; beta is s + 1 for the exponent 1
 * @param m teeth layers of the squares of the network, which is built for s up to 2
 */
record Ridge(int n, int m, int s, Hoelder hoelder, Rational h, Rational z, List<Rational> x) {

    static final int MOST_NETWORK = 2;

    static final Quantity<Ridge> TARGET = Quantity.of("target", "f(x)", "the function at $x$", r -> Expr.of(r.derivative(0, r.mean(r.x))));
    static final Quantity<Ridge> BLEND = Quantity.of("blend", "\\tilde f(x)", "$\\sum_k\\varphi(Nx-k)P_k(x)$, $P_k$ the Taylor polynomial of degree $s$ at $k/N$",
        r -> Expr.of(r.blend()));
    static final Quantity<Ridge> POWER = Quantity.of("error_power", "|\\tilde f(x)-f(x)|^q", "$\\beta=s+p/q$", r ->
        BLEND.in(r).minus(TARGET.in(r)).abs().pow(r.hoelder.q()));
    static final Quantity<Ridge> BOUND = Quantity.of("bound_power", "\\big(\\tfrac{H_sd^s}{s!}N^{-\\beta}\\big)^q", "$H_s=Hd^{-s}$ is the Hölder constant of the derivatives of order $s$",
        r -> Expr.of(r.bound(0)));
    static final Quantity<Ridge> FASTER = Quantity.of("faster_bound_power", "\\big(\\tfrac{H_sd^s}{s!}N^{-\\beta-1}\\big)^q", "", r -> Expr.of(r.bound(1)));
    static final Quantity<Ridge> VALUE = Quantity.of("value", "\\hat f(x)", "the network at $x$", r ->
        TaylorNetwork.of(r.d(), r.n, r.m, r.quadratics()).on(r.x.stream().map(Expr::of).toList()).get(0));
    static final Quantity<Ridge> NETWORK_ERROR = Quantity.of("abs_network_error", "|\\hat f(x)-\\tilde f(x)|", "", r -> VALUE.in(r).minus(BLEND.in(r)).abs());
    static final Quantity<Ridge> NETWORK_BOUND = Quantity.of("network_bound",
        "(d+1)\\,c\\,\\varepsilon_m+\\max_k\\textstyle\\sum_{|\\alpha|=2}|c_{k,\\alpha}|\\,\\varepsilon_m", "", r -> Expr.of(r.networkBound()));

    static final InstanceFamily<Ridge> FAMILY = new InstanceFamily<>("smooth_ridge", Ridge.class, Set.of("N", "m", "s", "gamma", "M", "H", "z", "x"), r -> true,
        Ridge::read, (r, json) -> InstanceFamily.put(json.put("N", r.n).put("m", r.m).put("s", r.s).put("gamma", r.hoelder.exponent().toString())
            .put("M", r.hoelder.nodes()).put("H", r.h.toString()).put("z", r.z.toString()), "x", r.x), List.of(BLEND, TARGET));

    private static Ridge read(Fields fields) {
        var x = Interpolant.point(fields, "x");
        int n = fields.integer("N", 1, 20);
        if (x.size() > 2 || x.size() == 2 && n > 6) {
            throw new BadInput("\"x\" has " + x.size() + " entries with N = " + n + "; give one, or two with N up to 6");
        }
        return new Ridge(n, fields.integer("m", 1, 20), fields.integer("s", 0, 5), Hoelder.read(fields, "gamma"),
            fields.rational("H", Rational.of(-1_000_000), Rational.of(1_000_000)), fields.rational("z", Rational.ZERO, Rational.ONE), x);
    }

    int d() {
        return x.size();
    }

    boolean hasNetwork() {
        return s <= MOST_NETWORK;
    }

    private Rational mean(List<Rational> at) {
        return at.stream().reduce(Rational.ZERO, Rational::plus).over(Rational.of(d()));
    }

    private Rational grid(List<Integer> k) {
        return mean(k.stream().map(c -> Rational.of(c, n)).toList());
    }

    /** H F^(order) where the mean of the coordinates is u. */
    private Rational derivative(int order, Rational u) {
        return h.times(hoelder.antiderivative(u.minus(z), s - order));
    }

    private Rational blend() {
        var spikes = KuhnInterpolation.spikes(d(), n).at(x);
        var points = KuhnInterpolation.points(d(), n);
        var sum = Rational.ZERO;
        for (int k = 0; k < points.size(); k++) {
            if (!spikes.get(k).isZero()) {
                var from = grid(points.get(k));
                for (int j = 0; j <= s; j++) {
                    sum = sum.plus(spikes.get(k).times(derivative(j, from)).times(Hoelder.overFactorial(mean(x).minus(from), j)));
                }
            }
        }
        return sum;
    }

    /** (|H|/(s! N^(s + more)))^q N^-p. */
    private Rational bound(int more) {
        return h.abs().times(Hoelder.overFactorial(Rational.ONE, s)).over(Rational.of(n).pow(s + more)).pow(hoelder.q()).over(Rational.of(n).pow(hoelder.p()));
    }

    /** The Taylor polynomials, expanded in the mean u of the coordinates and then in the coordinates. */
    private List<TaylorNetwork.Quadratic> quadratics() {
        var polynomials = new ArrayList<TaylorNetwork.Quadratic>();
        for (var k : KuhnInterpolation.points(d(), n)) {
            var from = grid(k);
            var inMean = new Rational[] {Rational.ZERO, Rational.ZERO, Rational.ZERO};
            for (int j = 0; j <= s; j++) {
                for (int power = 0; power <= j; power++) {
                    // (u - u_k)^j/j! has u^power/power! (-u_k)^(j - power)/(j - power)!
                    inMean[power] = inMean[power].plus(derivative(j, from).times(Hoelder.overFactorial(Rational.ONE, power))
                        .times(Hoelder.overFactorial(from.negate(), j - power)));
                }
            }
            var slope = inMean[1].over(Rational.of(d()));
            var square = inMean[2].over(Rational.of((long) d() * d()));
            polynomials.add(new TaylorNetwork.Quadratic(inMean[0], java.util.Collections.nCopies(d(), slope),
                d() == 1 ? List.of(square) : List.of(square, square.times(Rational.TWO), square)));
        }
        return polynomials;
    }

    private Rational networkBound() {
        var quadratics = quadratics();
        var squares = quadratics.stream().map(TaylorNetwork.Quadratic::quadraticSize).reduce(Rational.ZERO, Rational::max);
        return SawtoothSquare.error(m).times(TaylorNetwork.scale(quadratics).times(Rational.of(d() + 1)).plus(squares));
    }

    /** One or two dimensions, s up to 4, N up to 6. */
    static Ridge draw(Draw draw) {
        int d = draw.integer(1, 2);
        int n = draw.integer(1, d == 1 ? 6 : 3);
        int q = draw.of(12, 2 * n, draw.integer(1, 1000));
        return new Ridge(n, draw.integer(1, 6), draw.integer(0, 4), Hoelder.draw(draw), draw.rational(-3, 3, 4), Rational.of(draw.integer(0, q), q),
            draw.list(d, each -> Rational.of(each.integer(0, q), q)));
    }
}
