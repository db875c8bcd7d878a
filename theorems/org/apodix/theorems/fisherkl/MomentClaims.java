package org.apodix.theorems.fisherkl;

import static org.apodix.theorems.fisherkl.FlowClaims.ENTROPY_MOMENT;
import static org.apodix.theorems.fisherkl.FlowClaims.MOMENT_BOUND;
import static org.apodix.theorems.fisherkl.FlowClaims.MOMENT_ENTROPY;
import static org.apodix.theorems.fisherkl.FlowClaims.MOMENT_FISHER;
import static org.apodix.theorems.fisherkl.FlowClaims.POSTERIOR_GAP;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apodix.audit.Claim;
import org.apodix.audit.Draw;
import org.apodix.audit.Edge;
import org.apodix.audit.Provenance;
import org.apodix.diffusion.Mixture;
import org.apodix.diffusion.Scheme;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Formula;
import org.apodix.expression.Quantity;

/** R9: early stopping, for data with a second moment only. */
final class MomentClaims {

    private static final Quantity<MomentModel> ENTROPY_RULE = stopped("R9_entropy",
        "\\left(H_{s_N}+c\\,[\\delta I_\\delta+H_\\delta-H_1-I_{s_N}]\\right)", StoppedRun::entropyRule);
    private static final Quantity<MomentModel> MOMENT_RULE = stopped("R9_moment",
        "\\left(e^{-2(s_N-\\delta)}H_\\delta+c\\big[(\\delta+\\tfrac12)e^{-2\\delta}M_2+\\tfrac d2\\ln\\tfrac1{1-e^{-2\\delta}}\\big]\\right)",
        StoppedRun::momentRule);
    private static final Quantity<MomentModel> PATH = stopped("path_EI", "\\mathrm{path}_{EI}", StoppedRun::path);
    private static final Quantity<MomentModel> CHAIN_TW = stopped("chain_TW", "\\mathrm{chain}_{TW}", r -> r.chain(Scheme.TWEEDIE));
    private static final Quantity<MomentModel> CHAIN_EI = stopped("chain_EI", "\\mathrm{chain}_{EI}", r -> r.chain(Scheme.EXPONENTIAL_INTEGRATOR));
    private static final Quantity<MomentModel> TRUTH_EI = stopped("truth_EI", "\\mathrm{truth}_{EI}", r -> r.truth(Scheme.EXPONENTIAL_INTEGRATOR));
    private static final Quantity<MomentModel> TRUTH_TW = stopped("truth_TW", "\\mathrm{truth}_{TW}", r -> r.truth(Scheme.TWEEDIE));
    private static final Quantity<MomentModel> ERROR_EI = stopped("error_EI", "\\textstyle\\sum_jc'_{h_j}h_j\\varepsilon_j^2",
        r -> r.error(Scheme.EXPONENTIAL_INTEGRATOR));
    private static final Quantity<MomentModel> ERROR_TW = stopped("error_TW", "\\textstyle\\sum_jw_j\\varepsilon_j^2", r -> r.error(Scheme.TWEEDIE));
    private static final Quantity<MomentModel> START = stopped("H_delta", "H_\\delta", r -> r.entropy(0));
    private static final Quantity<MomentModel> END = stopped("HT", "H_{s_N}", r -> r.entropy(r.count()));
    private static final Quantity<MomentModel> STEPS = stopped("N", "N", r -> Expr.of(r.count()));
    private static final Quantity<MomentModel> MOST_STEPS = stopped("N_bound",
        "\\left(\\left\\lceil\\tfrac{\\ln(1/\\delta)}{\\ln(1+c)}\\right\\rceil+\\left\\lceil\\tfrac{T-1}c\\right\\rceil+1\\right)",
        r -> Expr.of(r.mostSteps()));

    private MomentClaims() { }

    static List<Claim<?>> claims() {
        Formula<MomentModel> rule = ENTROPY_RULE.plus(ERROR_EI);
        return List.of(Claim.of(FisherKl.ID, "R9", "early stopping: Fisher information, entropy and schedules from the second moment alone",
                MomentModel.class, Provenance.derived("an early-stopped version for data with only a second moment, with steps that grow "
                    + "geometrically and then stay constant (as summaries of the paper report)", "the constants are derived here; parts (a) "
                    + "and (b) also on Gaussian data, part (c) on atoms, with exact scores or an error proportional to the score"))
            .restsOn("R1", "R3", "R4", "R5")
            .equal("a", "the gap to the moment bound is the posterior variance", MOMENT_FISHER, MOMENT_BOUND.minus(POSTERIOR_GAP))
            .about(m -> m instanceof HasFlow || m.isPoint())
            .atMost("a-bound", "Fisher information is at most the moment bound", MOMENT_FISHER, MOMENT_BOUND).attainedWhen(MomentModel::isPoint)
            .atMost("b", "relative entropy from the second moment", MOMENT_ENTROPY, ENTROPY_MOMENT).attainedWhen(MomentModel::isPoint)
            .atMost("c-path", "the whole path on the schedule", PATH, rule).about(MomentClaims::isStopped).against(START, MomentClaims::isExact)
            .atMost("c-chain-TW", "the chain of the Tweedie scheme", CHAIN_TW, ENTROPY_RULE.plus(ERROR_TW)).about(MomentClaims::isStopped)
            .against(START, MomentClaims::isExact)
            .atMost("c-truth", "the output, for one point", TRUTH_EI, CHAIN_EI).about(MomentClaims::isStoppedPoint)
            .attainedWhen(MomentClaims::hasZeroNetwork)
            .atMost("c-truth-TW", "the output of the Tweedie scheme, for one point", TRUTH_TW, CHAIN_TW).about(MomentClaims::isStoppedPoint)
            .attainedWhen(MomentClaims::hasZeroNetwork)
            .atMost("c-moment", "the bound in terms of the second moment", ENTROPY_RULE, MOMENT_RULE).about(MomentClaims::isStopped)
            .atMost("c-steps", "the number of steps", STEPS, MOST_STEPS).about(MomentClaims::isStopped)
            .ownTooth("b-percent", "the entropy bound times 0.99", MOMENT_ENTROPY, ENTROPY_MOMENT.scaled(99, 100), tableI())
            .ownToothEqual("a-no-gap", "there is no gap to the moment bound", MOMENT_FISHER, MOMENT_BOUND, gaussian())
            .tooth("T15", "the moment bound times 0.99", MOMENT_FISHER, MOMENT_BOUND.scaled(99, 100), tableI())
            .ownTooth("c-start", "on the schedule the discretization is free", CHAIN_EI, END.scaled(2, 1), tableI())
            .ownTooth("c-quarter", "the moment bound times one quarter", CHAIN_EI, MOMENT_RULE.scaled(1, 4), tableI())
            .ownTooth("c-error", "a score error is free on the schedule", CHAIN_TW, ENTROPY_RULE, stopped(4, 4, "1/100", "1/5", 4, "-1"))
            .ownTooth("c-weight", "score errors of the Tweedie chain with the weight of the exponential integrator", CHAIN_TW, ENTROPY_RULE.plus(ERROR_EI),
                stopped(1, 1, "1/2", "1", 2, "4"))
            .ownTooth("c-steps", "half as many steps", STEPS, MOST_STEPS.scaled(1, 2), tableI())
            .on(MomentClaims::draw, edges()));
    }

    private static MomentModel draw(Draw draw) {
        return switch (draw.integer(0, 19)) {
            case 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 -> GaussFlowFamily.draw(draw);
            case 19 -> LineFamily.draw(draw);
            default -> StoppedFamily.draw(draw);
        };
    }

    private static List<Edge<MomentModel>> edges() {
        var edges = new ArrayList<Edge<MomentModel>>();
        FlowClaims.edges().forEach(edge -> edges.add(new Edge<>(edge.label(), edge.model())));
        edges.add(new Edge<>("table I", tableI()));
        edges.add(new Edge<>("the origin, one step after delta", stopped(0, 1, "1/2", "1", 1, null)));
        edges.add(new Edge<>("a point with a score error", stopped(2, 3, "1/10", "1/4", 3, "1/2")));
        edges.add(new Edge<>("a point with the zero network", stopped(4, 4, "1/100", "1/5", 4, "-1")));
        edges.add(new Edge<>("a point with a score error four times the score, long steps", stopped(1, 1, "1/2", "1", 2, "4")));
        edges.add(new Edge<>("two atoms", new StoppedRun(new StoppedRun.Instance(new Mixture(List.of(Rational.of(-1), Rational.ONE),
            List.of(Rational.of(1, 2), Rational.of(1, 2)), Rational.ZERO), null, Rational.of(1, 4), Rational.of(1, 2), Rational.ONE, null))));
        return List.copyOf(edges);
    }

    private static MomentModel tableI() {
        return stopped(4, 4, "1/100", "1/5", 4, null);
    }

    private static MomentModel stopped(long squaredNorm, int dimension, String delta, String c, long horizon, String lambda) {
        return StoppedRun.point(Rational.of(squaredNorm), dimension, Rational.parse(delta), Rational.parse(c), Rational.of(horizon),
            lambda == null ? null : Rational.parse(lambda));
    }

    private static MomentModel gaussian() {
        return Witnesses.tableA();
    }

    private static boolean isStopped(MomentModel model) {
        return model instanceof StoppedRun;
    }

    private static boolean isStoppedPoint(MomentModel model) {
        return isStopped(model) && model.isPoint();
    }

    private static boolean isExact(MomentModel model) {
        return model instanceof StoppedRun run && run.hasExactScores();
    }

    private static boolean hasZeroNetwork(MomentModel model) {
        var lambda = ((StoppedRun) model).instance().lambda();
        return lambda != null && lambda.equals(Rational.of(-1));
    }

    private static Quantity<MomentModel> stopped(String name, String tex, Function<StoppedRun, Expr> definition) {
        return Quantity.of(name, tex, "", m -> definition.apply((StoppedRun) m));
    }
}
