package org.apodix.theorems.generalizationgap;

import static org.apodix.theorems.generalizationgap.QuadraticFamily.scalar;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apodix.audit.Claim;
import org.apodix.audit.Edge;
import org.apodix.audit.Hypothesis;
import org.apodix.audit.Provenance;
import org.apodix.expression.Expr;
import org.apodix.expression.Formula;
import org.apodix.expression.MatrixExpr;
import org.apodix.expression.Quantity;

/** G5, G6: early stopping with sharp constants, and how far the flow of a sample strays. */
final class FlowClaims {

    private static final Quantity<GradientFlows> GAIN = quadratic("gain", "L(\\theta(\\tau))-L(\\bar\\theta)", "", QuadraticRun::gain);
    private static final Quantity<GradientFlows> COMPARATOR = quadratic("comparator", "\\tfrac{|\\bar\\theta|^2}{\\tau}", "",
        r -> r.comparator().squaredNorm().over(r.tau()));
    private static final Quantity<GradientFlows> DESCENT = flows("lossMinusC", "{L(\\theta(\\tau))-C}", "", f -> f.withoutConstant(f.theta()));
    private static final Quantity<GradientFlows> RIDGE = flows("ridgeMinusC", "{J_{1/(2\\tau)}-C}",
        "$J_\\lambda=\\min_{\\bar\\theta}\\{L(\\bar\\theta)+\\tfrac\\lambda2|\\bar\\theta|^2\\}$", GradientFlows::ridgeGain);
    private static final Quantity<GradientFlows> EXCESS = flows("excessPop", "{L(\\theta(\\tau))-L^*}", "", f -> f.excess(f.theta()));
    private static final Quantity<GradientFlows> R_SQUARED = flows("RoverTau", "\\tfrac{R^2}{\\tau}", "$R=|\\theta^*|$",
        f -> f.minimizer().squaredNorm().over(f.tau()));
    private static final Quantity<GradientFlows> EULER = flows("inverseE", "e^{-1}", "", f -> Expr.of(-1).exp());
    private static final Quantity<GradientFlows> DRIFT = flows("drift", "|\\delta\\theta|", "$\\delta\\theta=\\hat\\theta(\\tau)-\\theta(\\tau)$",
        GradientFlows::drift);
    private static final Quantity<GradientFlows> SMOOTH = flows("smoothLhs", "|\\delta\\theta\\,G^{1/2}|", "", GradientFlows::smoothedDrift);
    private static final Quantity<GradientFlows> TAU = flows("tau", "\\tau", "", GradientFlows::tau);
    private static final Quantity<GradientFlows> ROOT_TAU = flows("rootTau", "\\sqrt\\tau", "", f -> f.tau().sqrt());
    private static final Quantity<GradientFlows> SMOOTHING = flows("smoothing", "\\sqrt{2\\tau/e}", "", TrainingQuantities::smoothing);
    private static final Quantity<GradientFlows> DG = flows("dG", "|\\Delta_G|", "", GradientFlows::gramDistance);
    private static final Quantity<GradientFlows> DB = flows("dB", "|\\Delta_B|", "", GradientFlows::linearDistance);
    private static final Quantity<GradientFlows> THETA = flows("thetaTauNorm", "|\\theta(\\tau)|", "", f -> GradientFlows.norm(f.theta()));
    private static final Quantity<GradientFlows> THETA_HAT = flows("thetaHatTauNorm", "|\\hat\\theta(\\tau)|", "",
        f -> GradientFlows.norm(f.thetaHat()));
    private static final Quantity<GradientFlows> CRUDE = flows("crude", "\\tau^{3/2}\\sqrt C", "",
        f -> f.tau().times(f.tau().sqrt()).times(Simple.root(f.constant())));
    private static final Quantity<GradientFlows> DRIVING = flows("D", "D_\\tau", "$|\\Delta_B|+|\\Delta_G||\\hat\\theta(\\tau)|$",
        GradientFlows::driving);
    private static final Quantity<QuadraticRun> LOSS_GAIN = Quantity.of("gain", "L(\\theta(\\tau))-L(\\bar\\theta)", "", QuadraticRun::gain);

    /** c_1 = max (1 - e^{-x})/sqrt(x) = 0.638172..., rounded up; G1 proves the rounding. */
    private static final long C1_NUMERATOR = 6382;
    private static final long C1_DENOMINATOR = 10_000;

    private FlowClaims() { }

    static List<Claim<?>> claims() {
        return List.of(earlyStopping(), drift());
    }

    static List<Quantity<QuadraticRun>> printed(QuadraticRun run) {
        var all = new ArrayList<Quantity<QuadraticRun>>(List.of(LOSS_GAIN));
        for (var quantity : List.of(DRIFT, SMOOTH, DG, DB, THETA, THETA_HAT, DRIVING)) {
            all.add(quantity.of(r -> r, "", ""));
        }
        if (run.hasMinimizer()) {
            all.add(EXCESS.of(r -> r, "", ""));
        }
        return all;
    }

    private static Claim<GradientFlows> earlyStopping() {
        var tenth = scalar(Simple.list("1"), "10.508331944775", Simple.list("1"), "10.508331944775", "1", "1/20");
        return claim("G5", "early stopping, with sharp constants", new Provenance(Provenance.Origin.TEXT,
                "part (a) with the factor 1/2, in its own clock",
                "parts (b), the factor 1/4 for every convex loss and comparator, and (c), 1/(4e) for quadratics against their minimizer, are derived "
                    + "here; executed on quadratic and linear losses, which attain both"))
            .restsOn("G4")
            .given(Hypothesis.exactly("$B\\ne0$, or constant features", f -> !(f instanceof TrainingRun r) || !r.isFlat() || r.isConstant()))
            .atMost("a", "any convex loss, any comparator", GAIN, COMPARATOR.scaled(1, 2)).about(FlowClaims::isQuadratic)
            .atMost("b", "the same with the best constant", GAIN, COMPARATOR.scaled(1, 4)).about(FlowClaims::isQuadratic)
            .attainedWhen(f -> f instanceof QuadraticRun r && r.isLinear())
            .atMost("b-ridge", "never worse than the ridge objective with parameter 1/(2 tau)", DESCENT, RIDGE)
            .attainedWhen(f -> f instanceof QuadraticRun r && r.isLinear())
            .atMost("c", "against the minimizer", EXCESS, EULER.times(R_SQUARED).scaled(1, 4)).about(FlowClaims::hasMinimizer)
            .attainedWhen(f -> f instanceof QuadraticRun r && r.hasCriticalMinimizer())
            .tooth("G5c", "1/12 in place of 1/(4e)", EXCESS, R_SQUARED.scaled(1, 12), scalar(Simple.list("1"), "1", Simple.list("1"), "1", "0", "1/2"))
            .tooth("G5b-fifth", "1/5 in place of 1/4", GAIN, COMPARATOR.scaled(1, 5), tenth)
            .tooth("G5b-minimizers", "1/(4e) for comparators that are not minimizers", GAIN, EULER.times(COMPARATOR).scaled(1, 4), tenth)
            .tooth("G5b-convex", "6/25 for convex losses", GAIN, COMPARATOR.scaled(6, 25), QuadraticFamily.linear("2", "1"))
            .ownTooth("ridge", "never worse than twice the gain of the ridge objective", DESCENT, RIDGE.scaled(2, 1), tenth)
            .on(FlowClaims::draw, edges());
    }

    private static Claim<GradientFlows> drift() {
        Formula<GradientFlows> crude = TAU.times(DB).plus(CRUDE.times(DG).scaled(2, 3));
        Formula<GradientFlows> contraction = TAU.times(DB.plus(DG.times(THETA)));
        Formula<GradientFlows> apriori = DB.plus(DG.times(THETA)).times(Formula.<GradientFlows>number(1).plus(TAU.times(DG)));
        var oneUnit = scalar(Simple.list("1"), "0", Simple.list("1"), "-1", "0", "1");
        return claim("G6", "the flow of a sample against the flow of the population", Provenance.derived(
                "a drift bound whose middle term does not decay with the sample size (see the claim \"clocks\")",
                "deterministic, for every sample: contraction and smoothing"))
            .restsOn("G1", "G4")
            .given(Hypothesis.exactly("something is learned, or the features are constant", f -> !f.isBlind()))
            .atMost("a", "crude", DRIFT, crude).about(FlowClaims::knowsConstant)
            .atMost("b", "contraction", DRIFT, contraction)
            .atMost("c", "smoothing", SMOOTH, SMOOTHING.times(DRIVING))
            .atMost("c'", "the part of Delta_B with the best constant c_1 <= 0.6382", SMOOTH,
                ROOT_TAU.times(DB).scaled(C1_NUMERATOR, C1_DENOMINATOR).plus(SMOOTHING.times(DG).times(THETA_HAT)))
            .atMost("d", "in terms of the population", DRIVING, apriori)
            .attainedWhen(GradientFlows::hasSameGram)
            .tooth("G6c'", "63/100 in place of c_1", SMOOTH, ROOT_TAU.times(DB).scaled(63, 100).plus(SMOOTHING.times(DG).times(THETA_HAT)),
                scalar(Simple.list("1"), "0", Simple.list("1"), "-1", "0", "5/4"))
            .tooth("G6-no-G", "without Delta_G", SMOOTH, SMOOTHING.times(DB),
                scalar(Simple.list("3/10", "1/10"), "-10", Simple.list("1"), "-1", "0", "5"))
            .tooth("G6-no-B", "without Delta_B", SMOOTH, SMOOTHING.times(DG).times(THETA_HAT), oneUnit)
            .ownTooth("a-half", "half of the crude bound", DRIFT, crude.scaled(1, 2), scalar(Simple.list("1/10"), "0", Simple.list("1/10"), "-100", "0", "1"))
            .ownTooth("b-half", "half of the contraction bound", DRIFT, contraction.scaled(1, 2),
                scalar(Simple.list("1/10"), "0", Simple.list("1/10"), "-100", "0", "1"))
            .ownTooth("d-no-growth", "without the factor 1 + tau |Delta_G|", DRIVING, DB.plus(DG.times(THETA)),
                scalar(Simple.list("1"), "-1", Simple.list("1/10"), "-100", "0", "5"))
            .on(FlowClaims::draw, edges());
    }

    private static List<Edge<GradientFlows>> edges() {
        var edges = new ArrayList<Edge<GradientFlows>>();
        Witnesses.training().forEach(edge -> edges.add(new Edge<>(edge.label(), edge.model())));
        edges.add(new Edge<>("a linear loss, where G5b is attained", QuadraticFamily.linear("2", "1")));
        edges.add(new Edge<>("a loss that is linear along its flow and not across it, where G5b is attained", QuadraticFamily.drifting(
            List.of(Simple.list("3/2", "0")), List.of(Simple.list("0", "-2")), "3/4")));
        edges.add(new Edge<>("a flat quadratic loss, where G5b is nearly attained",
            scalar(Simple.list("1"), "1000.5000833", Simple.list("1"), "1000.5000833", "1", "1/2000")));
        edges.add(new Edge<>("one eigenvalue 1/(2 tau), where G5c is attained", scalar(Simple.list("1"), "1", Simple.list("1"), "1", "0", "1/2")));
        edges.add(new Edge<>("two parameters, the minimizer among the eigenvectors of 1/(2 tau)", QuadraticFamily.exact(
            List.of(Simple.list("1", "0"), Simple.list("0", "2")), List.of(Simple.list("3", "0")), "1/2")));
        edges.add(new Edge<>("tau g = 1.2564, where c_1 is attained", scalar(Simple.list("1"), "0", Simple.list("1"), "-1", "0", "1.2564312")));
        edges.add(new Edge<>("a short time", scalar(Simple.list("1"), "2", Simple.list("3/2"), "-1", "1", "1e-6")));
        edges.add(new Edge<>("everything 0", scalar(Simple.list("0"), "0", Simple.list("0"), "0", "0", "3")));
        return List.copyOf(edges);
    }

    private static GradientFlows draw(org.apodix.audit.Draw draw) {
        return draw.yes() ? TrainingFamily.drawAny(draw) : QuadraticFamily.draw(draw);
    }

    private static boolean isQuadratic(GradientFlows flows) {
        return flows instanceof QuadraticRun;
    }

    /** Whether C is known and at least the least loss. */
    private static boolean knowsConstant(GradientFlows flows) {
        return flows instanceof QuadraticRun r ? r.hasMinimizer() : ((TrainingRun) flows).knowsConstant();
    }

    private static boolean hasMinimizer(GradientFlows flows) {
        return flows instanceof QuadraticRun r ? r.hasMinimizer() : ((TrainingRun) flows).hasDifferentFeatures();
    }

    private static Quantity<GradientFlows> quadratic(String name, String tex, String meaning, Function<QuadraticRun, Expr> definition) {
        return flows(name, tex, meaning, f -> definition.apply((QuadraticRun) f));
    }

    private static Quantity<GradientFlows> flows(String name, String tex, String meaning, Function<GradientFlows, Expr> definition) {
        return Quantity.of(name, tex, meaning, definition);
    }

    private static Claim.Builder<GradientFlows> claim(String id, String title, Provenance provenance) {
        return Claim.of(GeneralizationGap.ID, id, title, GradientFlows.class, provenance);
    }
}
