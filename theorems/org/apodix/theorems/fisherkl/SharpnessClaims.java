package org.apodix.theorems.fisherkl;

import static org.apodix.expression.Formula.number;
import static org.apodix.theorems.fisherkl.OuQuantities.CHAIN_TW;
import static org.apodix.theorems.fisherkl.OuQuantities.H;
import static org.apodix.theorems.fisherkl.OuQuantities.H0;
import static org.apodix.theorems.fisherkl.OuQuantities.HN;
import static org.apodix.theorems.fisherkl.OuQuantities.I0;
import static org.apodix.theorems.fisherkl.OuQuantities.IN;
import static org.apodix.theorems.fisherkl.OuQuantities.PATH_EI;
import static org.apodix.theorems.fisherkl.OuQuantities.PATH_WEIGHT;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apodix.audit.Claim;
import org.apodix.audit.Draw;
import org.apodix.audit.Edge;
import org.apodix.audit.Hypothesis;
import org.apodix.audit.Provenance;
import org.apodix.diffusion.AffineSampler;
import org.apodix.diffusion.HermiteTilt;
import org.apodix.diffusion.Scheme;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Formula;
import org.apodix.expression.MatrixExpr;
import org.apodix.expression.Quantity;

/** R11 and R12(a): how far the bounds are from sharp. */
final class SharpnessClaims {

    static final Quantity<Shrinking> SLOPE_EI = slope("slope_truth_EI", "\\mathrm{slope}(\\mathrm{truth}_{EI})",
        s -> s.truth(Scheme.EXPONENTIAL_INTEGRATOR));
    static final Quantity<Shrinking> SLOPE_TW = slope("slope_truth_TW", "\\mathrm{slope}(\\mathrm{truth}_{TW})", s -> s.truth(Scheme.TWEEDIE));
    static final Quantity<Shrinking> SLOPE_R6 = slope("slope_R6", "\\mathrm{slope}(H_0-H_h+H_{T+h})", SharpnessClaims::entropyDrop);
    static final Quantity<Shrinking> LAST_TRUTH = Quantity.of("last_truth_EI", "\\mathrm{truth}_{EI}", "at the smallest variance",
        m -> m.last(s -> s.truth(Scheme.EXPONENTIAL_INTEGRATOR)));
    static final Quantity<Shrinking> LAST_R6 = Quantity.of("last_R6", "H_0-H_h+H_{T+h}", "at the smallest variance",
        m -> m.last(SharpnessClaims::entropyDrop));

    /** |I_0'| = 2 I_0 + 2 |I - Sigma^-1|_F^2 for Gaussian data. */
    private static final Quantity<OuRun> SLOPE_OF_FISHER = OuQuantities.of("dI0", "|I_0'|", "$2I_0+2\\|I-\\Sigma^{-1}\\|_F^2$", s -> {
        var law = s.law(0);
        return s.fisher(0).plus(MatrixExpr.identity(law.dimension()).minus(law.precision()).squaredNorm()).times(2);
    });
    private static final Formula<OuRun> UPPER = H0.minus(HN).times(Formula.<OuRun>number(1).minus(PATH_WEIGHT.over(H)))
        .plus(PATH_WEIGHT.scaled(1, 2).times(I0.minus(IN)));

    private static final Quantity<SharpModel> SIMPLEX_KAPPA = simplex("kappa", "\\kappa", "", SimplexMixture::kappa);
    private static final Quantity<SharpModel> SIMPLEX_STEP = simplex("h", "h", "", SimplexMixture::step);
    private static final Quantity<SharpModel> SIMPLEX_SQUARE = simplex("A2", "A^2", "at least $I_0$", SimplexMixture::squaredDistance);
    private static final Quantity<SharpModel> LEAST_EXCESS = simplex("D_least", "\\underline D", "a lower bound of $\\mathrm{path}-H_T$",
        SimplexMixture::leastExcess);
    private static final Quantity<SharpModel> EDGE_EXCESS = edge("D", "D", UniformEdge::excess);
    private static final Quantity<SharpModel> EDGE_STEP = edge("h", "h", UniformEdge::step);
    private static final Quantity<SharpModel> EDGE_COST = edge("D_over_sqrth", "\\frac D{\\sqrt h}", UniformEdge::excessOverRoot);
    private static final Quantity<SharpModel> EDGE_LIMIT = edge("limit", "\\frac{-\\zeta(1/2)\\,C_\\Phi}{L\\sqrt2}", UniformEdge::limit);
    private static final Formula<OuRun> DEFICIT = I0.minus(IN).scaled(1, 2).minus(H0.minus(HN));

    private SharpnessClaims() { }

    static List<Claim<?>> claims() {
        return List.of(firstOrder(), sharpness());
    }

    private static Claim<OuRun> firstOrder() {
        return Claim.of(FisherKl.ID, "R11", "the discretization cost is the log-Sobolev deficit, two-sided", OuRun.class,
                Provenance.derived("", "two-sided and non-asymptotic for Gaussian data; the limit "
                    + "$D/h\\to\\tfrac12(I_0-I_T)-(H_0-H_T)$ for other data is evidence at one step size"))
            .restsOn("R3", "R5")
            .given(Hypothesis.exactly("exact scores", OuRun::hasExactScores))
            .atMost("upper", "the path cost beyond the start", PATH_EI.minus(HN), UPPER).about(OuQuantities::isGaussian)
            .atMost("lower", "and from below, up to second order", UPPER.minus(PATH_WEIGHT.times(H).times(SLOPE_OF_FISHER).scaled(1, 8)),
                PATH_EI.minus(HN)).about(OuQuantities::isGaussian)
            .above(number(0))
            .fit("limit", "on a fine grid the cost per step size is the log-Sobolev deficit up to the horizon", PATH_EI.minus(HN).over(H).over(DEFICIT),
                number(1), Rational.of(1, 8))
            .about(SharpnessClaims::isFine)
            .fit("limit-TW", "the same for the chain of the Tweedie scheme", CHAIN_TW.minus(HN).over(H).over(DEFICIT), number(1), Rational.of(1, 8))
            .about(SharpnessClaims::isFine)
            .ownToothFit("limit-half", "it is half of the Fisher information alone", PATH_EI.minus(HN).over(H).over(I0.minus(IN)), number(1, 2),
                Rational.of(1, 8), LineWitnesses.quadratic("1/2", "99/100", 100))
            .ownTooth("nine-tenths", "nine tenths of the upper bound", PATH_EI.minus(HN), UPPER.scaled(9, 10), Witnesses.fineGrid())
            .ownTooth("no-remainder", "the upper bound is attained", UPPER, PATH_EI.minus(HN), Witnesses.tableA())
            .on(SharpnessClaims::drawFine, withFine(Witnesses.edges(false)));
    }

    /** Tilts of order 2 on a grid on which the limit is visible. */
    private static boolean isFine(OuRun run) {
        return run instanceof LawRun r && r.hasExactScores() && r.law() instanceof HermiteTilt tilt && tilt.order() == 2
            && tilt.alpha().compareTo(Rational.of(1, 2)) <= 0 && tilt.alpha().compareTo(Rational.of(1, 10)) >= 0
            && run.q().compareTo(Rational.of(99, 100)) >= 0 && Rational.ONE.minus(run.q()).times(Rational.of(run.steps())).compareTo(Rational.ONE) >= 0;
    }

    private static List<Edge<OuRun>> withFine(List<Edge<OuRun>> edges) {
        var all = new ArrayList<>(edges);
        all.add(new Edge<>("the tilt with alpha = 1/2 on a fine grid", LineWitnesses.quadratic("1/2", "99/100", 100)));
        return List.copyOf(all);
    }

    /** Mostly Gaussian data, and a tilt on a fine grid now and then. */
    private static OuRun drawFine(Draw draw) {
        if (draw.integer(0, 19) < 19) {
            return GaussOuFamily.drawExact(draw);
        }
        int n = draw.integer(100, 140);
        return LineWitnesses.quadratic("" + draw.of(Rational.of(1, 2), Rational.of(1, 4), Rational.of(1, 3)), (n - 1) + "/" + n, n);
    }

    private static Claim<SharpModel> sharpness() {
        var tolerance = Rational.of(1, 64);
        var witness = new Shrinking(new Shrinking.Instance(Rational.of(9, 10), 10, List.of(8, 16, 32)));
        var edge = UniformEdgeFamily.instance(Rational.ONE, 400);
        var simplex = SimplexFamily.instance(Rational.of(3, 4), 100_000);
        return Claim.of(FisherKl.ID, "R12", "R6 is sharp for the output in dimension one, kappa for the path in many; infinite Fisher information costs the rate", SharpModel.class,
                Provenance.derived("", "part (a): both sides grow like half the logarithm of the inverse variance, a fitted slope; part (b): "
                    + "a lower bound of the cost in closed form, for dimensions like 10^100000; part (c): evidence at one small step"))
            .restsOn("R1", "R6", "R7", "R13")
            .atMost("a-bound", "R6 at the smallest variance", shrinking(LAST_TRUTH), shrinking(LAST_R6)).about(m -> m instanceof Shrinking)
            .fit("a", "the output's divergence grows with slope 1", shrinking(SLOPE_EI), number(1), tolerance).about(m -> m instanceof Shrinking)
            .fit("a-TW", "the same for the Tweedie scheme", shrinking(SLOPE_TW), number(1), tolerance).about(m -> m instanceof Shrinking)
            .fit("a-right", "and so does the right side of R6", shrinking(SLOPE_R6), number(1), tolerance).about(m -> m instanceof Shrinking)
            .atMost("b", "no constant below four fifths of kappa can hold in front of the Fisher information, which is at most A^2",
                SIMPLEX_KAPPA.times(SIMPLEX_SQUARE).scaled(4, 5), LEAST_EXCESS)
            .about(SharpnessClaims::isLargeSimplex)
            .fit("c", "for uniform data the path costs the order of the square root of h, with the stated coefficient", EDGE_COST.over(EDGE_LIMIT), number(1),
                Rational.of(1, 32))
            .about(m -> m instanceof UniformEdge e && e.instance().steps() >= 256)
            .ownToothFit("c-half", "with half of the stated coefficient", EDGE_COST.over(EDGE_LIMIT), number(1, 2), Rational.of(1, 32), edge)
            .ownTooth("c-rate", "without finite Fisher information the path costs at most 4 h", EDGE_EXCESS, EDGE_STEP.scaled(4, 1), edge)
            .ownTooth("half", "half of the right side at the smallest variance", shrinking(LAST_TRUTH), shrinking(LAST_R6).scaled(1, 2), witness)
            .ownToothFit("slope-half", "the output's divergence grows with slope 1/2", shrinking(SLOPE_EI), number(1, 2), tolerance, witness)
            .ownTooth("b-half-h", "the path costs at most half of h I, whatever the dimension", LEAST_EXCESS,
                SIMPLEX_STEP.times(SIMPLEX_SQUARE).scaled(1, 2), simplex)
            .ownTooth("b-kappa", "this lower bound is all of kappa", SIMPLEX_KAPPA.times(SIMPLEX_SQUARE), LEAST_EXCESS, simplex)
            .on(SharpnessClaims::drawSharp, List.of(
                new Edge<>("uniform data on a fine grid", edge),
                new Edge<>("q = 9/10, N = 30", new Shrinking(new Shrinking.Instance(Rational.of(9, 10), 30, List.of(8, 16, 32, 64)))),
                new Edge<>("one step", new Shrinking(new Shrinking.Instance(Rational.of(1, 2), 1, List.of(6, 12, 24)))),
                new Edge<>("10^100000 Gaussians, q = 3/4", simplex)));
    }

    private static SharpModel drawSharp(Draw draw) {
        int kind = draw.integer(0, 39);
        return kind < 28 ? ShrinkingFamily.draw(draw) : kind < 39 ? SimplexFamily.draw(draw) : UniformEdgeFamily.draw(draw);
    }

    /** Where the lower bound of the cost is near the cost; a weak one, on fewer dimensions or other distances, refutes nothing. */
    private static boolean isLargeSimplex(SharpModel model) {
        return model instanceof SimplexMixture s && s.instance().q().compareTo(Rational.of(5, 6)) <= 0
            && s.instance().exponent() >= SimplexFamily.LEAST_LARGE
            && s.instance().equals(SimplexFamily.instance(s.instance().q(), s.instance().exponent()).instance());
    }

    private static Quantity<SharpModel> edge(String name, String tex, Function<UniformEdge, Expr> definition) {
        return Quantity.of(name, tex, "", m -> definition.apply((UniformEdge) m));
    }

    private static Quantity<SharpModel> shrinking(Quantity<Shrinking> quantity) {
        return quantity.of((SharpModel m) -> (Shrinking) m, "", "");
    }

    private static Quantity<SharpModel> simplex(String name, String tex, String meaning, Function<SimplexMixture, Expr> definition) {
        return Quantity.of(name, tex, meaning, m -> definition.apply((SimplexMixture) m));
    }

    private static Quantity<Shrinking> slope(String name, String tex, Function<AffineSampler, Expr> quantity) {
        return Quantity.of(name, tex, "slope against $\\tfrac12\\ln(1/\\sigma^2)$", m -> m.slope(quantity));
    }

    private static Expr entropyDrop(AffineSampler s) {
        return s.entropy(0).minus(s.entropy(1)).plus(s.entropy(s.steps() + 1));
    }
}
