package org.apodix.theorems.ratiosignrelu;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apodix.audit.Claim;
import org.apodix.audit.Edge;
import org.apodix.audit.Hypothesis;
import org.apodix.audit.Provenance;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Formula;
import org.apodix.expression.Quantity;

/** R14: Gaussian-kernel marginals are entire, and their quotient is approximated faster than any power of the number of units. */
final class TaylorClaims {

    private static final int MOST_INTERPOLATED = 6;
    /** Beyond, the fractions of the network's weights have thousands of digits: seconds for an instance. */
    private static final int MOST_BUILT = 24;

    private static final Quantity<TaylorInstance> EPS1 = constant("eps1_taylor", "\\varepsilon_1", m -> m.error(0));
    private static final Quantity<TaylorInstance> EPS2 = constant("eps2_taylor", "\\varepsilon_2", m -> m.error(m.mixture().dimension()));
    private static final Quantity<TaylorInstance> CHEB1 = constant("eps1_cheb", "\\varepsilon_1^{C}", m -> m.mixture().chebyshevBound(0, m.radius(), m.degree()));
    private static final Quantity<TaylorInstance> CHEB2 = constant("eps2_cheb", "\\varepsilon_2^{C}", m -> m.mixture().chebyshevBound(1, m.radius(), m.degree()));
    private static final Quantity<TaylorInstance> LEAST = Quantity.of("m_nc", "m", "lower bound of $F_2$ by its nearest component", TaylorInstance::leastExpression);
    private static final Quantity<TaylorInstance> CRUDE = Quantity.of("m_crude", "m_{cr}", "lower bound of $F_2$", m -> m.mixture().crude(m.radius()));
    private static final Quantity<TaylorInstance> RHO = constant("rho", "\\rho", m -> m.mixture().reach());
    private static final Quantity<TaylorInstance> RATIO_BOUND = Quantity.of("ratio_bound_taylor",
        "\\tfrac{\\varepsilon_1+\\rho\\varepsilon_2}{m-\\varepsilon_2}", "", m -> EPS1.plus(RHO.times(EPS2)).over(LEAST.minus(EPS2)).in(m));
    private static final Quantity<TaylorInstance> ERROR1 = worst("error1", "\\max|F_1-P_1|", (m, t) -> difference(m, 0, t));
    private static final Quantity<TaylorInstance> ERROR2 = worst("error2", "\\max|F_2-P_2|", (m, t) -> difference(m, m.mixture().dimension(), t));
    private static final Quantity<TaylorInstance> ERROR_LAST = worst("error_last", "\\max|F_{1,d}-P_{1,d}|",
        (m, t) -> difference(m, m.mixture().dimension() - 1, t));
    private static final Quantity<TaylorInstance> EPS_LAST = constant("eps_last", "\\varepsilon_{1,d}", m -> m.error(m.mixture().dimension() - 1));
    private static final Quantity<TaylorInstance> RATIO_ERROR = worst("ratio_error", "\\max|\\tfrac{F_1}{F_2}-\\tfrac{P_1}{P_2}|",
        (m, t) -> target(m, t).minus(polynomials(m, t)));
    private static final Quantity<TaylorInstance> NETWORK = Quantity.of("network", "N(t)", "the network at the first point",
        m -> Simple.at(m.network(), 0, m.points().get(0).get(0)));
    private static final Quantity<TaylorInstance> POLYNOMIALS = Quantity.of("P1/P2", "P_1(Rt)/P_2(Rt)", "at the first point",
        m -> polynomials(m, m.points().get(0)));
    private static final Quantity<TaylorInstance> CHEB_ERROR1 = worst("cheb_error1", "\\max|F_1-I_{2K}F_1|", (m, t) -> interpolated(m, 0, t));
    private static final Quantity<TaylorInstance> CHEB_ERROR2 = worst("cheb_error2", "\\max|F_2-I_{2K}F_2|", (m, t) -> interpolated(m, 1, t));
    private static final Quantity<TaylorInstance> LEAST_VALUE = Quantity.of("least", "\\min F_2", "over the points of the instance", m ->
        m.points().stream().map(t -> m.mixture().component(m.mixture().dimension(), m.point(t))).reduce(Expr::min).orElseThrow());
    private static final Quantity<TaylorInstance> BETTER = constant("eps2_next", "\\varepsilon_2/(K+1)", m ->
        m.mixture().taylorBound(m.mixture().dimension(), m.radius(), m.degree(), 1));

    private static final Quantity<TaylorInstance> SUP2 = Quantity.of("sup2", "\\sup|F_2-P_2|", "over the whole of $[-R,R]$", m -> m.supremum(1));
    private static final Quantity<TaylorInstance> SUP_RATIO = Quantity.of("sup_ratio", "\\sup|\\tfrac{F_1}{F_2}-N|", "over the whole of $[-R,R]$",
        TaylorInstance::quotientSupremum);
    private static final Quantity<TaylorInstance> MARGINAL = Quantity.of("F2", "F_2(x)", "at the first point", m -> m.mixture().component(m.mixture().dimension(), first(m)));
    private static final Quantity<TaylorInstance> EXPANDED = Quantity.of("P2_and_rest", "P_2(x)+r_2(x)", "with the series of the remainder",
        m -> m.mixture().taylor(m.mixture().dimension(), m.degree(), first(m)).plus(m.remainder(m.mixture().dimension(), first(m))));
    private static final Quantity<TaylorInstance> RIDGE_ERROR = Quantity.of("ridge_error", "\\max_c|\\tfrac{F_{1,c}}{F_2}-N_c|(x)", "the network of ridge polynomials",
        TaylorClaims::ridgeError);
    private static final Quantity<TaylorInstance> RIDGE_BOUND = constant("ridge_bound", "\\max_c\\tfrac{\\varepsilon_c'+\\rho_c\\varepsilon_2'}{m-\\varepsilon_2'}",
        TaylorClaims::ridgeBound);

    private TaylorClaims() { }

    static List<Quantity<TaylorInstance>> printed(TaylorInstance model) {
        var quantities = new ArrayList<Quantity<TaylorInstance>>();
        int d = model.mixture().dimension();
        if (model.isOnLine()) {
            quantities.addAll(List.of(EPS1, EPS2, CHEB1, CHEB2, LEAST));
            if (model.isUseful()) {
                quantities.add(RATIO_BOUND);
            }
            for (var point : model.points()) {
                var t = "(" + point.get(0) + ")";
                quantities.add(Quantity.of("P1" + t, "P_1", "", m -> m.mixture().taylor(0, m.degree(), m.point(point))));
                quantities.add(Quantity.of("P2" + t, "P_2", "", m -> m.mixture().taylor(1, m.degree(), m.point(point))));
                quantities.add(Quantity.of("N" + t, "N", "", m -> m.isUseful() ? Simple.at(m.network(), 0, point.get(0)) : polynomials(m, point)));
                quantities.add(Quantity.of("target" + t, "F_1/F_2", "", m -> target(m, point)));
                quantities.add(Quantity.of("abs_err" + t, "|P_1/P_2-F_1/F_2|", "", m -> polynomials(m, point).minus(target(m, point)).abs()));
            }
            return quantities;
        }
        var x = model.points().get(0);
        for (int i = 0; i <= d; i++) {
            int c = i;
            quantities.add(constant("eps[" + c + "]", "\\varepsilon_{" + c + "}", m -> m.error(c)));
            quantities.add(Quantity.of("poly[" + c + "]", "P_{" + c + "}", "", m -> m.mixture().taylor(c, m.degree(), m.point(x))));
            quantities.add(Quantity.of("F[" + c + "]", "F_{" + c + "}", "", m -> m.mixture().component(c, m.point(x))));
        }
        quantities.add(CRUDE);
        return quantities;
    }

    static Claim<TaylorInstance> taylor() {
        var room = Hypothesis.<TaylorInstance>exactly("$\\varepsilon_2<m$", TaylorInstance::isUseful);
        return Claim.of(RatioSignRelu.ID, "R14", "kernel marginals by polynomials, faster than any power", TaylorInstance.class,
                Provenance.derived("the rate n^(-1/2-3/(2d))", "d = 1: the errors of F_2 and of the quotient over the whole range, as suprema; d = 2, 3: at the point "
                    + "of the instance, networks of up to 60 shared units; that the rate is faster than any power follows from the bounds"))
            .restsOn("R7", "R8", "R9", "R11", "R13")
            .atMost("a-numerator", "the Taylor polynomial of F_1, first component", ERROR1, EPS1)
            .attainedWhen(m -> m.mixture().mass(0).isZero())
            .atMost("a-last", "of its last component", ERROR_LAST, EPS_LAST)
            .attainedWhen(m -> m.mixture().mass(m.mixture().dimension() - 1).isZero())
            .atMost("a-denominator", "and of F_2", ERROR2, EPS2)
            .atMost("least", "F_2 is at least m", LEAST, LEAST_VALUE).attainedWhen(TaylorClaims::isFarCorner)
            .atMost("b-numerator", "interpolation at 2K Chebyshev nodes, F_1", CHEB_ERROR1, CHEB1).about(TaylorClaims::isShort)
            .atMost("b-denominator", "and F_2", CHEB_ERROR2, CHEB2).about(TaylorClaims::isShort)
            .equal("remainder", "the marginal is the polynomial and the series that is left", MARGINAL, EXPANDED).about(TaylorClaims::isNear)
            .atMost("a-sup-denominator", "over the whole range, F_2", SUP2, EPS2).about(TaylorInstance::isOnLine)
            .equal("c", "the network of widths 2K, 4, 2 is exactly P_1/P_2, at the first point, K up to 24", NETWORK, POLYNOMIALS)
            .about(m -> m.isOnLine() && m.degree() <= MOST_BUILT).onlyIf(room)
            .atMost("d", "so that over the whole range it is off by at most (eps1 + rho eps2)/(m - eps2)", SUP_RATIO, RATIO_BOUND)
            .about(m -> m.isOnLine() && m.mixture().atoms().stream().distinct().count() > 1).onlyIf(room)
            .atMost("d-point", "at the points it is no farther off than that", RATIO_ERROR, RATIO_BOUND).about(TaylorInstance::isOnLine).onlyIf(room)
            .atMost("c-ridge", "in the plane and in space, the network of ridge polynomials is off by at most what its errors allow", RIDGE_ERROR, RIDGE_BOUND)
            .about(TaylorInstance::isRidge)
            .tooth("T11", "(K + 1)! in place of K!", ERROR2, BETTER, oneAtom())
            .ownTooth("b-half", "the Chebyshev bound divided by 10", CHEB_ERROR2, CHEB2.scaled(1, 10), narrow())
            .ownTooth("a-sup", "over the whole range at most half of that", SUP2, EPS2.scaled(1, 2), oneAtom())
            .ownTooth("c-ridge", "off by at most 10^-6", RIDGE_ERROR, Formula.number(1, 1_000_000), ridge())
            .ownToothEqual("remainder", "the marginal is the polynomial", MARGINAL,
                Quantity.of("P2", "P_2(x)", "", m -> m.mixture().taylor(m.mixture().dimension(), m.degree(), first(m))), two())
            .ownTooth("d-eps1", "the quotient is off by at most eps2/100", RATIO_ERROR, EPS2.scaled(1, 100), two())
            .ownToothEqual("c-numerator", "the network is P_1 alone", NETWORK, Quantity.of("P1", "P_1(Rt)", "",
                m -> m.mixture().taylor(0, m.degree(), m.point(m.points().get(0)))), two())
            .on(TaylorInstance::draw, List.of(
                new Edge<>("three atoms, K = 24", line(List.of("1/4", "1/4", "1/2"), List.of("-1", "1/2", "1"), "3/5", "2", 24, List.of("-1", "3/10"))),
                new Edge<>("one atom", oneAtom()),
                new Edge<>("one wide atom", narrow()),
                new Edge<>("two atoms", two()),
                new Edge<>("two atoms far apart", line(List.of("1/2", "1/2"), List.of("2", "-2"), "9/10", "1/2", 50, List.of("1/100"))),
                new Edge<>("the plane, network of 42 units", ridge()),
                new Edge<>("space, network of 60 units", space()),
                new Edge<>("the plane", new TaylorInstance(new Mixture(parse(List.of("1/2", "1/4", "1/4")), List.of(parse(List.of("1", "0")),
                    parse(List.of("-1/2", "1/2")), parse(List.of("0", "-1"))), Rational.of(3, 5)), Rational.ONE, 14, null,
                    List.of(parse(List.of("1/3", "-2/3")))))));
    }

    static TaylorInstance ridge() {
        return new TaylorInstance(new Mixture(parse(List.of("1/2", "1/4", "1/4")), List.of(parse(List.of("1", "0")), parse(List.of("-1/2", "1/2")),
            parse(List.of("0", "-1"))), Rational.of(1, 5)), Rational.of(1, 2), 4, null, List.of(parse(List.of("1/3", "-2/3"))));
    }

    static TaylorInstance space() {
        return new TaylorInstance(new Mixture(parse(List.of("1/4", "3/4")), List.of(parse(List.of("1/2", "-1", "0")), parse(List.of("0", "1/3", "-1/2"))),
            Rational.of(1, 5)), Rational.of(1, 3), 3, null, List.of(parse(List.of("-3/4", "3/5", "1/2"))));
    }

    private static TaylorInstance oneAtom() {
        return line(List.of("1"), List.of("0"), "3/5", "1/2", 3, List.of("1"));
    }

    /** A wide atom at 0, interpolated at two nodes. */
    private static TaylorInstance narrow() {
        return line(List.of("1"), List.of("0"), "1/5", "1/2", 2, List.of("0"));
    }

    private static TaylorInstance two() {
        return line(List.of("1/3", "2/3"), List.of("-1", "1"), "3/5", "1", 8, List.of("-1"));
    }

    private static TaylorInstance line(List<String> weights, List<String> atoms, String scale, String radius, int degree, List<String> t) {
        return new TaylorInstance(new Mixture(parse(weights), parse(atoms).stream().map(List::of).toList(), Rational.parse(scale)),
            Rational.parse(radius), degree, Rational.ONE, parse(t).stream().map(List::of).toList());
    }

    private static List<Rational> parse(List<String> list) {
        return list.stream().map(Rational::parse).toList();
    }

    /** Arguments of the exponential for which the series of the remainder is long enough. */
    private static boolean isNear(TaylorInstance m) {
        return IntStream.range(0, m.mixture().size()).allMatch(i -> m.mixture().farthest(i, m.radius()).compareTo(Rational.of(20)) <= 0);
    }

    private static List<Expr> first(TaylorInstance m) {
        return m.point(m.points().get(0));
    }

    private static Expr ridgeError(TaylorInstance m) {
        int d = m.mixture().dimension();
        var values = m.ridgeValues();
        Expr most = Expr.ZERO;
        for (int c = 0; c < d; c++) {
            most = most.max(m.mixture().component(c, first(m)).over(m.mixture().component(d, first(m))).minus(Expr.of(values.get(c))).abs());
        }
        return most;
    }

    private static Rational ridgeBound(TaylorInstance m) {
        int d = m.mixture().dimension();
        var ridges = m.ridges().value();
        var most = Rational.ZERO;
        for (int component = 0; component < d; component++) {
            int c = component;
            var reach = m.mixture().atoms().stream().map(atom -> atom.get(c).abs()).reduce(Rational.ZERO, Rational::max);
            most = most.max(ridges.error(c).plus(reach.times(ridges.error(d))).over(m.least().minus(ridges.error(d))));
        }
        return most;
    }

    /** Few enough nodes for Lagrange's form. */
    private static boolean isShort(TaylorInstance m) {
        return m.isOnLine() && m.degree() <= MOST_INTERPOLATED;
    }

    /** One atom, and the corner that is farthest from its mean among the points. */
    private static boolean isFarCorner(TaylorInstance m) {
        if (m.mixture().size() > 1) {
            return false;
        }
        var mean = m.mixture().mean(0);
        return m.points().stream().anyMatch(t -> {
            var sum = Rational.ZERO;
            for (int k = 0; k < mean.size(); k++) {
                sum = sum.plus(t.get(k).times(m.radius()).minus(mean.get(k)).pow(2));
            }
            return sum.equals(m.mixture().farthest(0, m.radius()).times(m.mixture().variance()));
        });
    }

    private static Expr difference(TaylorInstance m, int c, List<Rational> t) {
        return m.mixture().component(c, m.point(t)).minus(m.mixture().taylor(c, m.degree(), m.point(t)));
    }

    private static Expr interpolated(TaylorInstance m, int c, List<Rational> t) {
        var x = m.point(t);
        return m.mixture().component(c, x).minus(m.chebyshev(c, x.get(0)));
    }

    private static Expr target(TaylorInstance m, List<Rational> t) {
        return m.mixture().component(0, m.point(t)).over(m.mixture().component(1, m.point(t)));
    }

    private static Expr polynomials(TaylorInstance m, List<Rational> t) {
        return m.mixture().taylor(0, m.degree(), m.point(t)).over(m.mixture().taylor(1, m.degree(), m.point(t)));
    }

    private static Quantity<TaylorInstance> worst(String name, String tex, BiFunction<TaylorInstance, List<Rational>, Expr> error) {
        return Quantity.of(name, tex, "over the points of the instance", m -> m.points().stream().map(t -> error.apply(m, t).abs()).reduce(Expr::max).orElseThrow());
    }

    private static Quantity<TaylorInstance> constant(String name, String tex, Function<TaylorInstance, Rational> value) {
        return Quantity.of(name, tex, "", m -> Expr.of(value.apply(m)));
    }
}
