package org.apodix.theorems.fisherkl;

import static org.apodix.theorems.fisherkl.OuQuantities.CHAIN_EI;
import static org.apodix.theorems.fisherkl.OuQuantities.CHAIN_TW;
import static org.apodix.theorems.fisherkl.OuQuantities.H0;
import static org.apodix.theorems.fisherkl.OuQuantities.HN;
import static org.apodix.theorems.fisherkl.OuQuantities.PATH_EI;
import static org.apodix.theorems.fisherkl.OuQuantities.SUM_I;
import static org.apodix.theorems.fisherkl.OuQuantities.TRUTH_EI;
import static org.apodix.theorems.fisherkl.OuQuantities.TRUTH_TW;
import static org.apodix.theorems.fisherkl.OuQuantities.exactScores;
import static org.apodix.theorems.fisherkl.OuQuantities.of;
import static org.apodix.theorems.fisherkl.OuQuantities.weight;

import java.util.ArrayList;
import java.util.List;
import org.apodix.audit.Claim;
import org.apodix.audit.Edge;
import org.apodix.audit.Provenance;
import org.apodix.diffusion.Scheme;
import org.apodix.diffusion.StepWeights;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Quantity;

/**
 * R4, R5, R10: the chain and path identities and what follows from them alone.
 *
 * <p>chain is KL between the joint laws on the grid, path between the laws of the continuous paths, truth between the data law
 * and the law of the output; the data law is always first.
 */
final class IdentityClaims {

    private static final Scheme EI = Scheme.EXPONENTIAL_INTEGRATOR;
    private static final Scheme TW = Scheme.TWEEDIE;

    private static final Quantity<OuRun> KERNELS_EI = of("kernels_EI",
        "H_T+\\textstyle\\sum_j E\\,\\mathrm{KL}\\big(p(x_{j-1}|x_j)\\,\\big|\\,Q_{EI}(\\cdot|x_j)\\big)",
        "the chain rule over backward kernels, without the identity", s -> s.chainByKernels(EI));
    private static final Quantity<OuRun> KERNELS_TW = of("kernels_TW",
        "H_T+\\textstyle\\sum_j E\\,\\mathrm{KL}\\big(p(x_{j-1}|x_j)\\,\\big|\\,Q_{TW}(\\cdot|x_j)\\big)",
        "the same for the Tweedie scheme", s -> s.chainByKernels(TW));
    private static final Quantity<OuRun> PRODUCT = of("sumSR", "\\textstyle\\sum_j E[\\hat s_j\\cdot r_{s_j}]",
        "from the true score", s -> s.sum(s::scoreProduct));
    private static final Quantity<OuRun> BY_PARTS = of("sumSR_by_parts",
        "\\textstyle\\sum_j E[X_{s_j}\\cdot\\hat s_j-\\mathrm{div}\\,\\hat s_j]", "from the network alone", s -> s.sum(s::scoreProductByParts));
    private static final Quantity<OuRun> SWAPPED = of("chain_swapped",
        "H_0-a_{EI}\\textstyle\\sum_{j=0}^{N-1}I_{s_j}", "the score evaluated at the less noisy end",
        s -> s.entropy(0).minus(s.weights().exponentialIntegrator().times(s.sum(j -> s.fisher(j - 1)))));
    private static final Quantity<OuRun> ERROR_PERCENT = Quantity.of("w_sumE2_percent", "\\tfrac{w}{100}\\textstyle\\sum_j\\varepsilon_j^2",
        "one per cent of the score-error term", run -> OuQuantities.W.times(OuQuantities.SUM_E2).scaled(1, 100).in(run));
    private static final Quantity<OuRun> SCORE_SQUARES = Quantity.of("sumS2", "\\textstyle\\sum_j E|\\hat s_j|^2", "", OuRun::sumScoreSquare);
    private static final Quantity<OuRun> PATH_GAP = weight("path_gap", "(h-2\\theta)", "", w -> w.step().minus(w.theta().times(2)));
    private static final Quantity<OuRun> OMEGA = weight("omega", "\\omega", "$w-a_{EI}=\\frac{(1-q)^3}{2q^2(1+q)}$", StepWeights::dominance);
    private static final Quantity<OuRun> CHAIN_EI_EXACT = exactScores("chain_EI_exact", "\\mathrm{chain}_{EI}(r)",
        "exact scores", s -> s.chain(EI));
    private static final Quantity<OuRun> CHAIN_TW_EXACT = exactScores("chain_TW_exact", "\\mathrm{chain}_{TW}(r)",
        "exact scores", s -> s.chain(TW));
    private static final Quantity<OuRun> CHAIN_EI_INFLATED = Quantity.of("chain_EI_inflated",
        "\\mathrm{chain}_{EI}(\\lambda^{*}r)", "the exact score inflated by $\\lambda^{*}=\\tfrac12(1+e^h)$",
        run -> ((GaussianRun) run).additiveAligned(Expr.ONE.over(Expr.of(run.q())).minus(Expr.ONE).over(2), s -> s.chain(EI)));

    private static final Quantity<OuRun> EXCESS_BY_TIME = Quantity.of("excess_by_time",
        "\\textstyle\\sum_j\\int_{s_{j-1}}^{s_j}E|r_s(X_s)-r_{s_j}(X_{s_j})|^2ds", "by quadrature, from the joint Gaussian law",
        run -> ((GaussianRun) run).excessByTime());
    private static final int MOST_INTEGRALS = 3;

    private IdentityClaims() { }

    static List<Claim<?>> claims() {
        return List.of(chain(), path(), tweedieDominates());
    }

    private static Claim<OuRun> chain() {
        return claim("R4", "chain identity", Provenance.derived("", "the proof needs neither Girsanov nor time reversal of diffusions"))
            .restsOn("R1")
            .equal("EI", "the chain divergence from one-time quantities equals the chain rule over kernels", CHAIN_EI, KERNELS_EI).about(OuQuantities::isGaussian)
            .equal("TW", "the same for the Tweedie scheme", CHAIN_TW, KERNELS_TW).about(OuQuantities::isGaussian)
            .equal("by-parts", "the product of network and true score is known from the network alone", PRODUCT, BY_PARTS)
            .about(OuQuantities::isGaussian)
            .atMost("start", "the chain costs at least the wrong start", HN, CHAIN_EI).attainedWhen(OuRun::isStandard)
            .ownTooth("start-all", "the wrong start is all that it costs", CHAIN_EI, HN, Witnesses.tableA())
            .ownToothEqual("schemes", "both schemes have the same chain divergence", CHAIN_EI, KERNELS_TW, Witnesses.tableB())
            .ownToothEqual("errors", "score errors count one per cent more", CHAIN_TW.plus(ERROR_PERCENT), KERNELS_TW, Witnesses.tableB())
            .ownToothEqual("no-error", "the network is the true score", PRODUCT, SUM_I, Witnesses.tableB())
            .toothEqual("T20", "the score may be taken at the less noisy end", SWAPPED, KERNELS_EI, Witnesses.tableA())
            .on(draw -> LineFamily.drawAny(draw, GaussOuFamily::draw), Witnesses.edges(true));
    }

    private static Claim<OuRun> path() {
        return claim("R5", "path identity and ordering", Provenance.derived("", "the path functional itself is taken from the identity"))
            .restsOn("R1", "R4")
            .atMost("truth", "the output is no farther than the chain", TRUTH_EI, CHAIN_EI).about(OuRun::knowsTruth)
            .attainedWhen(OuRun::hasZeroNetwork)
            .atMost("truth-TW", "the same for the Tweedie scheme", TRUTH_TW, CHAIN_TW).about(OuRun::knowsTruth)
            .attainedWhen(OuRun::hasZeroNetwork)
            .atMost("path", "the chain is no farther than the path", CHAIN_EI, PATH_EI)
            .attainedWhen(OuRun::hasZeroNetwork)
            .equal("gap", "path and chain differ by the squares of the network", PATH_EI, CHAIN_EI.plus(PATH_GAP.times(SCORE_SQUARES)))
            .atMost("start", "the path costs at least the wrong start", HN, PATH_EI)
            .equal("excess", "the cost beyond the start is the time integral of the squared score increments", PATH_EI.minus(HN), EXCESS_BY_TIME)
            .about(IdentityClaims::isShortOnLine)
            .ownToothEqual("excess-percent", "the time integral is one per cent larger", PATH_EI.minus(HN), EXCESS_BY_TIME.scaled(101, 100),
                Witnesses.onLine("1", "1/5", "9/10", 2))
            .ownTooth("reversed", "the path is no farther than the chain", PATH_EI, CHAIN_EI, Witnesses.tableA())
            .ownToothEqual("gap-percent", "the squares of the network count one per cent more", PATH_EI,
                CHAIN_EI.plus(PATH_GAP.times(SCORE_SQUARES).scaled(101, 100)), Witnesses.tableB())
            .ownTooth("half-TW", "the output of the Tweedie scheme is at most half as far as the chain", TRUTH_TW, CHAIN_TW.scaled(1, 2),
                Witnesses.nearlyPoint())
            .ownTooth("half", "the output is at most half as far as the chain", TRUTH_EI, CHAIN_EI.scaled(1, 2), Witnesses.nearlyPoint())
            .on(draw -> LineFamily.drawAny(draw, GaussOuFamily::draw), withShort(Witnesses.edges(true)));
    }

    private static List<Edge<OuRun>> withShort(List<Edge<OuRun>> edges) {
        var all = new ArrayList<>(edges);
        all.add(new Edge<>("table A data, two steps", Witnesses.onLine("1", "1/5", "9/10", 2)));
        all.add(new Edge<>("Gaussian shift, three steps", Witnesses.onLine("-2", "1", "1/2", 3)));
        return List.copyOf(all);
    }

    private static Claim<OuRun> tweedieDominates() {
        return claim("R10", "the Tweedie scheme dominates; the exact score is not optimal for EI", Provenance.derived("",
                "at the level of the chain; a consequence of the chain identity that the paper does not state"))
            .restsOn("R4")
            .equal("gap", "the chain divergences differ by the weighted Fisher informations", CHAIN_EI, CHAIN_TW.plus(OMEGA.times(SUM_I)))
            .about(OuRun::hasExactScores)
            .atMost("dominance", "Tweedie is never worse", CHAIN_TW, CHAIN_EI).about(OuRun::hasExactScores)
            .equal("optimum", "the inflated score gives EI the chain divergence of the Tweedie scheme", CHAIN_EI_INFLATED, CHAIN_TW_EXACT)
            .about(run -> OuQuantities.isGaussian(run) && run.hasExactScores())
            .atMost("minimum", "no multiple of the score does better", CHAIN_TW_EXACT, CHAIN_EI)
            .about(run -> run instanceof GaussianRun g && g.instance().alignment() != null)
            .attainedWhen(IdentityClaims::isBestMultiple)
            .ownTooth("minimum-percent", "every multiple of the score is one per cent worse", CHAIN_TW_EXACT.scaled(101, 100), CHAIN_EI,
                Witnesses.inflated())
            .ownToothEqual("gap-percent", "the difference of the schemes is one per cent larger", CHAIN_EI_EXACT,
                CHAIN_TW_EXACT.plus(OMEGA.times(SUM_I).scaled(101, 100)), Witnesses.tableA())
            .tooth("T14", "the exact score minimizes the chain divergence of EI", CHAIN_EI_EXACT, CHAIN_EI_INFLATED, Witnesses.tableA())
            .ownTooth("reversed", "EI is never worse than Tweedie", CHAIN_EI_EXACT, CHAIN_TW_EXACT, Witnesses.tableA())
            .on(draw -> LineFamily.exact(LineFamily.drawAny(draw, d -> d.yes() ? GaussOuFamily.drawAligned(d) : GaussOuFamily.drawExact(d))), Witnesses.inflatedEdges());
    }

    /** Exact scores for Gaussian data on the line, few steps. */
    private static boolean isShortOnLine(OuRun run) {
        return run instanceof GaussianRun g && g.hasExactScores() && g.data().isDense() && g.data().dimension() == 1 && !g.isStandard()
            && g.steps() <= MOST_INTEGRALS;
    }

    /** lambda* - 1 = (e^h - 1)/2. */
    private static boolean isBestMultiple(OuRun run) {
        return ((GaussianRun) run).instance().alignment().equals(run.q().inverse().minus(Rational.ONE).over(Rational.TWO));
    }

    private static Claim.Builder<OuRun> claim(String id, String title, Provenance provenance) {
        return Claim.of(FisherKl.ID, id, title, OuRun.class, provenance);
    }
}
