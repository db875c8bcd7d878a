package org.apodix.theorems.dimensionfreescore;

import java.util.List;
import java.util.function.Function;
import org.apodix.audit.Claim;
import org.apodix.audit.Draw;
import org.apodix.audit.Edge;
import org.apodix.audit.Hypothesis;
import org.apodix.audit.Provenance;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Formula;
import org.apodix.expression.Quantity;

/** R4, R5 and R10(b): the mean squared errors of the Monte-Carlo estimators, between the two sides of R5(c). */
final class ErrorClaims {

    private static final Quantity<RidgeNodes> GRADIENT_LOWER = of("grad_lower", "M\\max(0,\\sqrt{\\bar V'/M}-T'_M)^2", "at most $M\\,E\\|\\hat R'-r'\\|^2$", n -> n.lower(true));
    private static final Quantity<RidgeNodes> GRADIENT_UPPER = of("grad_upper", "M(\\sqrt{\\bar V'/M}+T'_M)^2", "at least $M\\,E\\|\\hat R'-r'\\|^2$", n -> n.upper(true));
    private static final Quantity<RidgeNodes> GRADIENT_LEADING = of("Vgradbar", "{\\bar V'}", "$\\int V'p_t$", n -> n.tilt().compared().gradientVariance());
    private static final Quantity<RidgeNodes> GRADIENT_BOUND = of("grad_bound", "C^2(\\sqrt{e^{\\kappa^2}-1}+e^{\\kappa^2/2})^2", "", RidgeNodes::gradientBound);
    private static final Quantity<RidgeNodes> SIMPLE_BOUND = of("grad_simple", "4C^2e^{\\kappa^2}", "", RidgeNodes::simpleGradientBound);
    private static final Quantity<RidgeNodes> GRADIENT_ONE = of("grad_one", "E\\|\\hat R'-r'\\|^2_{M=1}", "$\\int E|h'-r'|^2p_t$", RidgeNodes::oneNodeGradient);
    private static final Quantity<RidgeNodes> NO_EXPONENTIAL = of("grad_false", "4C^2", "", n -> Expr.of(n.tilt().profile().lipschitz().pow(2).times(Rational.of(4))));

    private static final Quantity<RidgeNodes> LOWER = of("stein_lower", "M\\max(0,\\sqrt{\\bar V/M}-T_M)^2", "at most $M\\,E\\|\\hat R-r\\|^2$", n -> n.lower(false));
    private static final Quantity<RidgeNodes> UPPER = of("stein_upper", "M(\\sqrt{\\bar V/M}+T_M)^2", "at least $M\\,E\\|\\hat R-r\\|^2$", n -> n.upper(false));
    private static final Quantity<RidgeNodes> LEADING = of("Vbar", "{\\bar V}", "$\\int Vp_t$", n -> n.tilt().compared().variance());
    private static final Quantity<RidgeNodes> BOUND = of("B_M", "B_M(d,\\kappa)", "", RidgeNodes::steinBound);
    private static final Quantity<RidgeNodes> OSCILLATION = of("osc_bound", "e^{2\\Delta}(\\sigma^2m_2+a^2d-\\tfrac{\\sigma^2}{a^2}J_t)", "", RidgeNodes::oscillationBound);
    private static final Quantity<RidgeNodes> SIMPLE_OSCILLATION = of("osc_simple", "e^{2\\Delta}(d+\\sigma^2\\sqrt{2d}\\sinh\\tfrac\\Delta2)", "", RidgeNodes::simpleOscillationBound);
    private static final Quantity<RidgeNodes> ONE = of("stein_one", "E\\|\\hat R-r\\|^2_{M=1}", "$d+\\int r^2p_t$", RidgeNodes::oneNodeStein);
    private static final Quantity<RidgeNodes> D = of("d", "d", "the dimension", n -> Expr.of(n.tilt().dimension()));
    private static final Quantity<RidgeNodes> FREE = of("stein_false", "\\kappa^2(\\sqrt{e^{\\kappa^2}-1}+e^{\\kappa^2/2})^2", "", n -> n.gradientBound().times(Expr.of(n.tilt().time().variance())));

    private static final Hypothesis<RidgeNodes> DECIDES_GRADIENT = Hypothesis.atMost("the two-sided bracket is narrow enough to decide it", GRADIENT_UPPER, GRADIENT_BOUND);
    private static final Hypothesis<RidgeNodes> DECIDES = Hypothesis.atMost("the two-sided bracket is narrow enough to decide it", UPPER, BOUND);

    static final List<Quantity<RidgeNodes>> PRINTED = List.of(GRADIENT_LOWER, GRADIENT_UPPER, GRADIENT_BOUND, LOWER, UPPER, BOUND);
    private static final Quantity<Rate> SLOPE_LOWER = Quantity.of("slope_lower", "\\text{slope}_-", "the lower end of the proved bracket", r -> r.slope(false));
    private static final Quantity<Rate> SLOPE_UPPER = Quantity.of("slope_upper", "\\text{slope}_+", "the upper end", r -> r.slope(true));
    static final List<Quantity<Rate>> SLOPES = List.of(SLOPE_LOWER, SLOPE_UPPER);

    private ErrorClaims() { }

    private static Quantity<RidgeNodes> of(String name, String tex, String meaning, Function<RidgeNodes, Expr> definition) {
        return Quantity.of(name, tex, meaning, definition);
    }

    static Claim<?> gradient() {
        var provenance = new Provenance(Provenance.Origin.ABSTRACT, "the score is approximated with a rate whose exponent does not contain the dimension",
            "for sampled nodes in the gradient form, with a constant without the dimension: this form and constant are derived here. Expected errors have no closed form: checked are the necessary "
                + "inequality for the lower end of the bracket of R5(c), the leading constant, the exact error with one node, and pointwise variances");
        return Claim.of(DimensionFreeScore.ID, "R4", "Monte-Carlo score network, gradient form", RidgeNodes.class, provenance)
            .restsOn("R3")
            .atMost("lower", "the error, bracketed from below", GRADIENT_LOWER, GRADIENT_BOUND)
            .atMost("upper", "and from above", GRADIENT_UPPER, GRADIENT_BOUND).onlyIf(DECIDES_GRADIENT).about(n -> !isConstant(n))
            .atMost("leading", "the leading constant", GRADIENT_LEADING, GRADIENT_BOUND).attainedWhen(ErrorClaims::isConstant)
            .atMost("simple", "the simpler constant", GRADIENT_BOUND, SIMPLE_BOUND).attainedWhen(ErrorClaims::isConstant)
            .atMost("one-node", "the exact error with one node", GRADIENT_ONE, GRADIENT_BOUND).about(ErrorClaims::hasSlopes).attainedWhen(ErrorClaims::isConstant)
            .tooth("T5", "without the exponential", GRADIENT_LOWER, NO_EXPONENTIAL, new RidgeNodes(Tilts.modes("2", "1/2", "5/13", 100), 1_000_000))
            .ownTooth("leading-twentieth", "a twentieth of the bound of the leading constant", GRADIENT_LEADING, GRADIENT_BOUND.scaled(1, 20), new RidgeNodes(Tilts.modes("2", "1/2", "5/13", 100), 1_000_000))
            .on(Tilts::nodes, edges()).and(points(provenance), "-point", "Monte-Carlo score network, gradient form", provenance);
    }

    private static Claim<RidgePoint> points(Provenance provenance) {
        var variance = Quantity.<RidgePoint>of("Vgrad", "V'(x)", "$E[W^2(h'-r')^2]$", RidgePoint::gradientVariance);
        var local = Quantity.<RidgePoint>of("local", "C^2(\\sqrt{\\rho-1}+\\sqrt\\rho)^2", "", RidgePoint::localBound);
        var simple = Quantity.<RidgePoint>of("simple", "4C^2\\rho", "", p -> p.mu(2).times(Expr.of(p.tilt().profile().lipschitz().pow(2).times(Rational.of(4)))));
        return Claim.of(DimensionFreeScore.ID, "R4", "the variance at a point", RidgePoint.class, provenance)
            .atMost("x", "the variance at a point", variance, local).attainedWhen(p -> p.tilt().profile().isConstant())
            .atMost("x-simple", "and with the simpler constant", variance, simple).attainedWhen(p -> p.tilt().profile().isConstant())
            .ownTooth("x-tenth", "a tenth of it", variance, local.scaled(1, 10), new RidgePoint(Tilts.hat("1", "3/5", 2), Rational.ZERO))
            .on(Tilts::point, List.of(new Edge<>("I1 at 1", new RidgePoint(Tilts.i1(3), Rational.ONE)),
                new Edge<>("I5 at its kink", new RidgePoint(Tilts.hat("1", "3/5", 2), Rational.ZERO)),
                new Edge<>("LIN: no variance", new RidgePoint(Tilts.linear("1", "3/5", 3), Rational.ONE))));
    }

    static Claim<RidgeNodes> stein() {
        var flat = new RidgeNodes(Tilts.cosine("0", "1", "0", "3/5", 5), 100);
        var i1 = new RidgeNodes(Tilts.i1(3), 4096);
        return Claim.of(DimensionFreeScore.ID, "R5", "Monte-Carlo score network, Stein form", RidgeNodes.class, new Provenance(Provenance.Origin.ABSTRACT,
                "the score is approximated with a rate whose exponent does not contain the dimension",
                "for sampled nodes in the Stein form, which a ReLU network computes; constants derived here. Expected errors have no closed form beyond f = 0 and one node: they are bracketed by (c), whose "
                    + "remainder is bounded from above by the inequality of Cauchy and Schwarz"))
            .restsOn("R1", "R3")
            .atMost("a-lower", "bounded oscillation: the error, bracketed from below", LOWER, OSCILLATION).about(ErrorClaims::isBounded).attainedWhen(ErrorClaims::isConstant)
            .atMost("a-leading", "and its leading constant", LEADING, OSCILLATION).about(ErrorClaims::isBounded).attainedWhen(ErrorClaims::isConstant)
            .atMost("a-simple", "the simpler constant", OSCILLATION, SIMPLE_OSCILLATION).about(ErrorClaims::isBounded).attainedWhen(ErrorClaims::isConstant)
            .atMost("b-lower", "Lipschitz tilts: the error, bracketed from below", LOWER, BOUND).attainedWhen(ErrorClaims::isConstant)
            .atMost("b-upper", "and from above", UPPER, BOUND).onlyIf(DECIDES).about(n -> !isConstant(n))
            .atMost("b-one", "the exact error with one node", ONE, BOUND).about(n -> n.nodes() == 1).attainedWhen(ErrorClaims::isConstant)
            .atMost("c-lower", "the bracket contains the exact error with one node, from below", LOWER, ONE).about(n -> n.nodes() == 1).attainedWhen(ErrorClaims::isConstant)
            .atMost("c-upper", "and from above", ONE, UPPER).about(n -> n.nodes() == 1).attainedWhen(ErrorClaims::isConstant)
            .equal("d", "f = 0: the error is d/M", LOWER, D).about(ErrorClaims::isConstant)
            .tooth("T6-flat", "the dimension-free constant of R4, f = 0", LOWER, FREE, flat)
            .tooth("T6", "the dimension-free constant of R4", LOWER, FREE, new RidgeNodes(Tilts.i1(50), 4096))
            .tooth("T7", "half of the leading constant", LOWER, LEADING.scaled(1, 2), i1)
            .ownTooth("b-third", "a third of B_M", LOWER, BOUND.scaled(1, 3), flat)
            .on(Tilts::nodes, edges());
    }

    static Claim<Rate> rate() {
        var lower = SLOPE_LOWER;
        var upper = SLOPE_UPPER;
        Formula<Rate> half = Formula.number(-1, 2);
        var large = large();
        return Claim.of(DimensionFreeScore.ID, "R10b", "The rate, proved", Rate.class, new Provenance(Provenance.Origin.ABSTRACT,
                "the rate in the number of nodes does not contain the dimension",
                "the slope of log E^{1/2}|error|^2 against log M lies between two computed ends, by R5(c); that both are near -1/2 at large M is a fit, evidence for the rate in the instance at hand"))
            .restsOn("R5")
            .atMost("bracket", "the ends are in order", lower, upper).onlyIf(Hypothesis.atMost("both lower norms are positive", Formula.number(0), positive())).attainedWhen(r -> isConstant(r.few()))
            .fit("lower", "the lower end is near -1/2", lower, half, Rational.of(2, 100)).onlyIf(large)
            .fit("upper", "and the upper one", upper, half, Rational.of(2, 100)).onlyIf(large)
            .tooth("T7-slope", "a norm slope of -3/5 or less", lower, Formula.number(-3, 5), new Rate(Tilts.i1(3), 256, 4096))
            .ownToothFit("quarter", "a slope of -1/4", upper, Formula.number(-1, 4), Rational.of(2, 100), new Rate(Tilts.i1(3), 1 << 20, 1 << 26))
            .on(ErrorClaims::drawRate, List.of(new Edge<>("I1", new Rate(Tilts.i1(3), 4096, 65536)), new Edge<>("I1, many nodes", new Rate(Tilts.i1(50), 1 << 20, 1 << 26)),
                new Edge<>("MIX, d = 100", new Rate(Tilts.modes("1", "1/2", "3/5", 100), 1_000_000, 100_000_000)),
                new Edge<>("f = 0", new Rate(Tilts.cosine("0", "1", "0", "3/5", 5), 16, 256))));
    }

    private static Formula<Rate> positive() {
        return Quantity.of("least_norm", "\\min_i(\\sqrt{\\bar V/M_i}-T_{M_i})", "less a little, so that it is strictly positive",
            r -> r.few().norm(false).min(r.many().norm(false)).minus(Expr.of(Rational.of(10).pow(-12))));
    }

    private static Hypothesis<Rate> large() {
        return Hypothesis.atMost("the remainders are at most a hundredth of the leading terms", Formula.number(0), Quantity.of("remainder_ratio", "\\tfrac1{100}\\sqrt{\\bar V/M_1}-T_{M_1}", "",
            r -> r.few().norm(true).over(100).minus(r.few().remainder(false).times(Expr.of(101, 100)))));
    }

    private static Rate drawRate(Draw draw) {
        int few = 1 << draw.integer(16, 22);
        return new Rate(Tilts.tilt(draw), few, few << draw.integer(3, 6));
    }

    private static boolean isBounded(RidgeNodes n) {
        return n.tilt().profile().isBounded();
    }

    private static boolean isConstant(RidgeNodes n) {
        return n.tilt().profile().isConstant();
    }

    private static boolean hasSlopes(RidgeNodes n) {
        return !(n.tilt().profile() instanceof TwoModes);
    }

    private static List<Edge<RidgeNodes>> edges() {
        return List.of(new Edge<>("I1", new RidgeNodes(Tilts.i1(3), 4096)), new Edge<>("I1, d = 50", new RidgeNodes(Tilts.i1(50), 4096)),
            new Edge<>("I3", new RidgeNodes(Tilts.modes("3/2", "1/4", "4/5", 10), 1_000_000)), new Edge<>("I5, one node", new RidgeNodes(Tilts.hat("1", "3/5", 2), 1)),
            new Edge<>("c = 0", new RidgeNodes(Tilts.cosine("0", "1", "0", "3/5", 7), 16)), new Edge<>("c = 0, one node", new RidgeNodes(Tilts.cosine("0", "1", "0", "4/5", 3), 1)),
            new Edge<>("one mode nearly", new RidgeNodes(Tilts.modes("1/8", "15/16", "24/25", 5), 100)));
    }
}
