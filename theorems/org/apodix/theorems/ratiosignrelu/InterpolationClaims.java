package org.apodix.theorems.ratiosignrelu;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apodix.audit.Claim;
import org.apodix.audit.Edge;
import org.apodix.audit.Hypothesis;
import org.apodix.audit.Provenance;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Formula;
import org.apodix.expression.Quantity;
import org.apodix.expression.Supremum;
import org.apodix.expression.Variable;

/** R10: kernel marginals on the line by piecewise linear networks. */
final class InterpolationClaims {

    private static final Quantity<InterpolationInstance> EPS1 = constant("eps1", "\\varepsilon_1", "$\\frac{R^2}{2n^2v}\\sum w_i|a_i|$", m -> m.error(0));
    private static final Quantity<InterpolationInstance> EPS2 = constant("eps2", "\\varepsilon_2", "$\\frac{R^2}{2n^2v}$", m -> m.error(1));
    private static final Quantity<InterpolationInstance> M_NC = Quantity.of("m_nc", "m_{nc}", "nearest component, a lower bound of $F_2$",
        m -> m.mixture().nearestComponent(m.radius()));
    private static final Quantity<InterpolationInstance> RHO = constant("rho", "\\rho", "$\\max|a_i|$", m -> m.mixture().reach());
    private static final Quantity<InterpolationInstance> RATIO_BOUND = Quantity.of("ratio_bound",
        "\\tfrac{\\varepsilon_1+\\rho\\varepsilon_2}{m_{nc}-\\varepsilon_2}", "", m -> EPS1.plus(RHO.times(EPS2)).over(M_NC.minus(EPS2)).in(m));
    private static final Quantity<InterpolationInstance> ERROR1 = worst("error1", "\\max_x|F_1-g_1|(x)", (m, x) -> m.value(0, x).minus(m.interpolant(0, x)));
    private static final Quantity<InterpolationInstance> ERROR2 = worst("error2", "\\max_x|F_2-g_2|(x)", (m, x) -> m.value(1, x).minus(m.interpolant(1, x)));
    private static final Quantity<InterpolationInstance> RATIO_ERROR = worst("ratio_error", "\\max_x|\\tfrac{F_1}{F_2}-\\tfrac{g_1}{g_2}|(x)",
        InterpolationClaims::difference);
    private static final Quantity<InterpolationInstance> LEAST = Quantity.of("least", "\\min_xF_2(x)", "over the points of the instance",
        m -> m.points().stream().map(x -> m.value(1, x)).reduce(Expr::min).orElseThrow());
    private static final Quantity<InterpolationInstance> LEAST_OF_ALL = Quantity.of("least_of_all", "\\min_{[-R,R]}F_2", "over the whole range", m -> {
        var x = new Variable("x");
        return Supremum.infimum(m.mixture().component(1, List.of(x)), x, Expr.of(m.radius().negate()), Expr.of(m.radius()));
    });
    private static final Quantity<InterpolationInstance> LEAST_OF_ENDS = Quantity.of("least_of_ends", "\\min(F_2(-R),F_2(R))", "",
        m -> m.value(1, m.radius()).min(m.value(1, m.radius().negate())));
    private static final Quantity<InterpolationInstance> NETWORK_ERROR = Quantity.of("network_error", "\\max_x|\\tfrac{F_1}{F_2}-N|(x)",
        "the SignReLU network with rational weights", m -> {
            var shallow = m.shallow();
            var network = m.gate(shallow).of(new org.apodix.network.SignReluGates(Rational.ONE), shallow.readouts());
            return m.points().stream().map(x -> target(m, x).minus(Simple.at(network, 0, x)).abs()).reduce(Expr::max).orElseThrow();
        });
    private static final Quantity<InterpolationInstance> NETWORK_BOUND = Quantity.of("network_bound",
        "\\tfrac{\\varepsilon_1'+\\rho\\varepsilon_2'}{m-\\varepsilon_2'}", "$\\varepsilon_j'$ with the errors of nodal values and units", m -> {
            var errors = m.shallow().errors();
            var numerator = errors.get(0).plus(m.mixture().reach().times(errors.get(1)));
            return Expr.of(numerator.over(m.least().minus(errors.get(1))));
        });
    private static final Quantity<InterpolationInstance> TRIVIAL = constant("trivial", "2D", "both quotients within [-D, D]",
        m -> m.mixture().reach().times(Rational.TWO));

    static final Quantity<InterpolationRate> SLOPE = Quantity.of("slope", "p", "slope of $\\sup|F_2-g_2|$ over $[-R,R]$ in $n$, both logarithmic", m -> m.slope(m::supremum));
    static final Quantity<InterpolationRate> QUOTIENT_SLOPE = Quantity.of("quotient_slope", "p_q",
        "slope of the largest error of the quotient over the midpoints of the pieces", m -> m.slope(m::quotient));

    private InterpolationClaims() { }

    static List<Quantity<InterpolationInstance>> printed(InterpolationInstance model) {
        var quantities = new ArrayList<>(List.of(EPS1, EPS2, M_NC));
        if (model.isUseful()) {
            quantities.add(RATIO_BOUND);
        }
        for (var x : model.points()) {
            quantities.add(Quantity.of("g1(" + x + ")", "g_1", "", m -> m.interpolant(0, x)));
            quantities.add(Quantity.of("g2(" + x + ")", "g_2", "", m -> m.interpolant(1, x)));
            quantities.add(Quantity.of("abs_err(" + x + ")", "|g_1/g_2-F_1/F_2|", "", m -> difference(m, x).abs()));
        }
        return quantities;
    }

    /** R10: bounds at points, and slopes over several n. */
    static Claim<Object> interpolation() {
        return Seldom.join(atPoints(), rate(), "-rate", "kernel marginals on the line, piecewise linear", Provenance.derived("the rate n^(-1/2-3/(2d)), here 1/n^2",
            "the bounds, from a classical one that holds for all x, at points; the error over the whole range enters the fitted slopes, which are evidence for the rate"));
    }

    /** One object for all who ask: what follows from it is much work, and done once. */
    static InterpolationRate fine() {
        return Fine.MODEL;
    }

    private static final class Fine {

        static final InterpolationRate MODEL = of(instance(List.of("1/4", "1/4", "1/2"), List.of("-1", "1/2", "1"), "3/5", "2", 64, List.of("0")));

        private static InterpolationRate of(InterpolationInstance model) {
            return new InterpolationRate(model.mixture(), model.radius(), List.of(32, 64, 128, 256, 512, 1024));
        }
    }

    private static Claim<InterpolationRate> rate() {
        var tolerance = Rational.of(1, 20);
        return Claim.of(RatioSignRelu.ID, "R10", "rates", InterpolationRate.class, Provenance.derived("", ""))
            .fit("rate", "the error of the denominator over the whole range falls like 1/n^2 (evidence: a slope over a few n)", SLOPE, Formula.number(-2), tolerance)
            .fit("rate-quotient", "so does the error of the quotient at the midpoints of the pieces (evidence)", QUOTIENT_SLOPE, Formula.number(-2), Rational.of(3, 20))
            .about(m -> m.mixture().atoms().stream().distinct().count() > 1)
            .ownToothFit("rate-3", "it falls like 1/n^3", SLOPE, Formula.number(-3), tolerance, fine())
            .ownToothFit("rate-quotient-1", "that of the quotient falls like 1/n only", QUOTIENT_SLOPE, Formula.number(-1), tolerance, fine())
            .on(InterpolationRate::draw, List.of(new Edge<>("three atoms, n from 32 to 1024", fine())));
    }

    private static Claim<InterpolationInstance> atPoints() {
        var close = Hypothesis.atMost("$\\varepsilon_2<m_{nc}$", EPS2, M_NC);
        var room = Hypothesis.<InterpolationInstance>exactly("$\\varepsilon_2'<m_{nc}$", InterpolationInstance::isUseful);
        return Claim.of(RatioSignRelu.ID, "R10", "kernel marginals on the line, piecewise linear", InterpolationInstance.class,
                Provenance.derived("", ""))
            .restsOn("R6", "R8", "R9")
            .atMost("numerator", "the interpolant of F_1 is off by at most eps1", ERROR1, EPS1)
            .atMost("denominator", "that of F_2 by at most eps2", ERROR2, EPS2)
            .atMost("least", "F_2 is at least m_nc", M_NC, LEAST)
            .attainedWhen(InterpolationClaims::isFarEnd)
            .atMost("least-everywhere", "over the whole range", M_NC, LEAST_OF_ALL).attainedWhen(m -> m.mixture().size() == 1)
            .atMost("quotient", "their quotient by at most (eps1 + rho eps2)/(m_nc - eps2)", RATIO_ERROR, RATIO_BOUND).onlyIf(close)
            .onlyIf(room).against(TRIVIAL, m -> true)
            .atMost("network", "and the SignReLU network with n + 6 units by what rounding adds", NETWORK_ERROR, NETWORK_BOUND).onlyIf(room)
            .tooth("T7", "the constant 1/16 in place of 1/8", ERROR2, EPS2.scaled(1, 2), oneAtom())
            .ownTooth("ratio-half", "the error of the quotient is at most eps1/2", RATIO_ERROR, EPS1.scaled(1, 2), two())
            .ownTooth("least-twice", "F_2 is at least twice m_nc", M_NC.scaled(2, 1), LEAST, end())
            .ownTooth("least-ends", "F_2 is least at an end of the range", LEAST_OF_ENDS, LEAST_OF_ALL, farApart())
            .on(InterpolationInstance::draw, List.of(
                new Edge<>("three atoms, 64 pieces", instance(List.of("1/4", "1/4", "1/2"), List.of("-1", "1/2", "1"), "3/5", "2", 64, List.of("1/7", "-19/10"))),
                new Edge<>("one atom", oneAtom()),
                new Edge<>("one atom, the end of the range", end()),
                new Edge<>("coinciding atoms", instance(List.of("1/2", "1/2"), List.of("1", "1"), "3/5", "1", 16, List.of("1/7"))),
                new Edge<>("x at a knot", instance(List.of("1/2", "1/2"), List.of("1", "-1"), "3/5", "1", 16, List.of("0", "1", "-1"))),
                new Edge<>("two atoms far apart", farApart()),
                new Edge<>("one of them light, so that terms cross off the middle", instance(List.of("9/10", "1/10"), List.of("3/2", "-3/2"), "9/10", "3/2", 64,
                    List.of("1/100"))),
                new Edge<>("two atoms, in the middle of a piece", two())));
    }

    private static InterpolationInstance oneAtom() {
        return instance(List.of("1"), List.of("0"), "3/5", "1", 9, List.of("0"));
    }

    private static InterpolationInstance end() {
        return instance(List.of("1"), List.of("0"), "3/5", "1", 9, List.of("1"));
    }

    /** F_2 is least between the atoms. */
    private static InterpolationInstance farApart() {
        return instance(List.of("1/2", "1/2"), List.of("3/2", "-3/2"), "9/10", "2", 64, List.of("1/100"));
    }

    private static InterpolationInstance two() {
        return instance(List.of("1/2", "1/2"), List.of("1", "-1"), "9/10", "2", 64, List.of("5/32"));
    }

    static InterpolationInstance instance(List<String> weights, List<String> atoms, String scale, String radius, int pieces, List<String> x) {
        return new InterpolationInstance(new Mixture(weights.stream().map(Rational::parse).toList(),
            atoms.stream().map(a -> List.of(Rational.parse(a))).toList(), Rational.parse(scale)), Rational.parse(radius), pieces,
            x.stream().map(Rational::parse).toList());
    }

    /** One atom, and among the points the end of the range that is farther from its mean: F_2 is m_nc there. */
    private static boolean isFarEnd(InterpolationInstance m) {
        var mean = m.mixture().mean(0).get(0);
        return m.mixture().size() == 1 && m.points().stream().anyMatch(x -> x.minus(mean).abs().equals(m.radius().plus(mean.abs())));
    }

    private static Expr target(InterpolationInstance m, Rational x) {
        return m.value(0, x).over(m.value(1, x));
    }

    private static Expr difference(InterpolationInstance m, Rational x) {
        return m.isKnot(x) ? Expr.ZERO : m.interpolant(0, x).over(m.interpolant(1, x)).minus(target(m, x));
    }

    /** The largest absolute value over the points of the instance. */
    private static Quantity<InterpolationInstance> worst(String name, String tex, BiFunction<InterpolationInstance, Rational, Expr> error) {
        return Quantity.of(name, tex, "over the points of the instance",
            m -> m.points().stream().map(x -> m.isKnot(x) ? Expr.ZERO : error.apply(m, x).abs()).reduce(Expr::max).orElseThrow());
    }

    private static Quantity<InterpolationInstance> constant(String name, String tex, String meaning, Function<InterpolationInstance, Rational> value) {
        return Quantity.of(name, tex, meaning, m -> Expr.of(value.apply(m)));
    }
}
