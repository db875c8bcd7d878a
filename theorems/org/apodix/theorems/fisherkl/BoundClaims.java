package org.apodix.theorems.fisherkl;

import static org.apodix.theorems.fisherkl.OuQuantities.CHAIN_EI;
import static org.apodix.theorems.fisherkl.OuQuantities.CHAIN_TW;
import static org.apodix.theorems.fisherkl.OuQuantities.C_H;
import static org.apodix.theorems.fisherkl.OuQuantities.C_PRIME_H;
import static org.apodix.theorems.fisherkl.OuQuantities.H;
import static org.apodix.theorems.fisherkl.OuQuantities.H0;
import static org.apodix.theorems.fisherkl.OuQuantities.H1;
import static org.apodix.theorems.fisherkl.OuQuantities.HN;
import static org.apodix.theorems.fisherkl.OuQuantities.HNP1;
import static org.apodix.theorems.fisherkl.OuQuantities.I0;
import static org.apodix.theorems.fisherkl.OuQuantities.IN;
import static org.apodix.theorems.fisherkl.OuQuantities.KAPPA;
import static org.apodix.theorems.fisherkl.OuQuantities.PATH_EI;
import static org.apodix.theorems.fisherkl.OuQuantities.SUM_E2;
import static org.apodix.theorems.fisherkl.OuQuantities.TRUTH_EI;
import static org.apodix.theorems.fisherkl.OuQuantities.TRUTH_TW;
import static org.apodix.theorems.fisherkl.OuQuantities.W;
import static org.apodix.theorems.fisherkl.OuQuantities.decay;
import static org.apodix.theorems.fisherkl.OuQuantities.decayBeyond;
import static org.apodix.theorems.fisherkl.OuQuantities.weight;

import java.util.ArrayList;
import java.util.List;
import org.apodix.audit.Claim;
import org.apodix.audit.Edge;
import org.apodix.audit.Hypothesis;
import org.apodix.audit.Provenance;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Formula;
import org.apodix.expression.Quantity;

/** R6, R7, R8: the bounds on the divergence of the output, with explicit constants. */
final class BoundClaims {

    /** The entropy lost by the data in one forward step, and the wrong start. */
    private static final Formula<OuRun> ENTROPY_DROP = H0.minus(H1).plus(HNP1);
    private static final Formula<OuRun> R6 = ENTROPY_DROP.plus(C_PRIME_H.times(SUM_E2));
    private static final Formula<OuRun> R6_TW = ENTROPY_DROP.plus(W.times(SUM_E2));
    private static final Formula<OuRun> R7 =
        decayBeyond().times(H0).plus(KAPPA.times(I0)).plus(C_PRIME_H.times(SUM_E2));
    private static final Formula<OuRun> R7_TW = decayBeyond().times(H0).plus(KAPPA.times(I0)).plus(W.times(SUM_E2));
    private static final Quantity<OuRun> PAPER_ERROR = weight("paper_error", "(1+0.36h)h", "", w ->
        w.step().times(Expr.ONE.plus(w.step().times(Expr.of(9, 25)))));
    private static final Quantity<OuRun> RESTATED = weight("restated", "4h\\max(\\tfrac h2,1)", "", w ->
        w.step().times(4).times(w.step().over(2).max(Expr.ONE)));
    private static final Quantity<OuRun> ETA2 = Quantity.of("eta2", "\\eta^2",
        "smallest $\\eta^2$ with $\\varepsilon_j^2\\le\\eta^2I_{s_j}$ for all $j$", OuRun::relativeError);
    private static final Quantity<OuRun> DECAY_STEP = weight("decay_step", "e^{-2h}", "",
        w -> Expr.ONE.minus(w.noise()));

    /**
     * For data on [-1, 1]. The last step of the sampler adds s Z, s^2 = 1 - q^2, to something, so that |X_0| > 1 with probability at least p = Q(1/s); mu has no
     * mass there, and KL(law X_0 | mu) is infinite: above p log(1/m) - log 2 for every m > 0, by data processing to the two events. Here m = 10^-1000.
     */
    private static final Quantity<OuRun> REVERSE = Quantity.of("reverse_least", "Q(1/s)\\ln 10^{1000}-\\ln2",
        "a lower bound of $\\mathrm{KL}(\\mathrm{law}\\,\\hat X_0|\\mu)=\\infty$ for data on $[-1,1]$: the output leaves it with probability at least $Q(1/s)$, "
            + "$s^2=1-q^2$", run -> {
                var scale = Expr.of(Rational.ONE.minus(run.q().pow(2))).sqrt();
                return Expr.ONE.over(scale).normalTail().times(Expr.of(10).log()).times(1000).minus(Expr.TWO.log());
            });

    private BoundClaims() { }

    static List<Claim<?>> claims() {
        return List.of(entropyDrop(), theorem(), relativeError());
    }

    private static Claim<OuRun> entropyDrop() {
        return claim("R6", "entropy-drop theorem", Provenance.derived("$C(e^{-2T}\\mathrm{KL}+T\\varepsilon^2+hI)$ with an unnamed constant",
                "explicit constants, and no Fisher information of the data"))
            .restsOn("R2", "R3", "R4", "R5")
            .atMost("truth", "the output", TRUTH_EI, R6).about(OuRun::knowsTruth).against(H0, OuRun::hasExactScores)
            .atMost("path", "the whole path", PATH_EI, R6).against(H0, OuRun::hasExactScores)
            .atMost("truth-TW", "the output of the Tweedie scheme", TRUTH_TW, R6_TW).about(OuRun::knowsTruth).against(H0, OuRun::hasExactScores)
            .atMost("chain-TW", "the chain of the Tweedie scheme", CHAIN_TW, R6_TW).against(H0, OuRun::hasExactScores)
            .atMost("chain-refined", "the chain, with the smaller weight of the score error", CHAIN_EI,
                ENTROPY_DROP.plus(C_H.times(SUM_E2))).against(H0, OuRun::hasExactScores)
            .tooth("T9", "nine tenths of the entropy drop", TRUTH_EI, H0.minus(H1).scaled(9, 10).plus(HNP1), Witnesses.nearlyPoint())
            .ownTooth("path", "nine tenths of the entropy drop, for the path", PATH_EI, H0.minus(H1).scaled(9, 10).plus(HNP1),
                Witnesses.nearlyPoint())
            .ownTooth("TW", "nine tenths of the entropy drop, for the Tweedie scheme", TRUTH_TW, H0.minus(H1).scaled(9, 10).plus(HNP1),
                Witnesses.nearlyPoint())
            .ownTooth("chain-TW", "score errors of the Tweedie chain with weight 0.9 w", CHAIN_TW,
                ENTROPY_DROP.plus(W.times(SUM_E2).scaled(9, 10)), Witnesses.constantError(5))
            .ownTooth("refined", "score errors of the chain with weight 0.9 c h", CHAIN_EI, ENTROPY_DROP.plus(C_H.times(SUM_E2).scaled(9, 10)),
                Witnesses.constantError(5))
            .tooth("T10", "finite entropy in place of finite Fisher information, and the rate h: the path costs at most 4 h", PATH_EI,
                decay(2).times(H0).plus(H.scaled(4, 1)), LineWitnesses.uniform("49/50", 100))
            .tooth("T12", "score errors with weight 0.9 h", CHAIN_EI, ENTROPY_DROP.plus(H.times(SUM_E2).scaled(9, 10)),
                Witnesses.constantError(5))
            .on(draw -> LineFamily.drawAny(draw, GaussOuFamily::draw), withUniform(Witnesses.edges(true)));
    }

    private static Claim<OuRun> theorem() {
        return claim("R7", "the paper's theorem with explicit constants", Provenance.derived(
                "in the abstract: $\\mathrm{KL}\\lesssim e^{-2T}\\mathrm{KL}(\\mu|\\gamma)+T\\varepsilon^2+hI(\\mu|\\gamma)$ with a universal constant",
                "the constants are derived here: 1, at most $\\tfrac{1+0.36h}{4}$ and $\\kappa\\le h$; so are the second form and the Tweedie "
                    + "scheme; the part \"restated\" is the form in code accompanying arXiv 2402.04650 (Strasman et al.)"))
            .restsOn("R3", "R6")
            .given(Hypothesis.exactly("finite relative Fisher information of the data", OuRun::hasFiniteFisher))
            .atMost("truth", "the output", TRUTH_EI, R7).about(OuRun::knowsTruth).against(H0, OuRun::hasExactScores)
            .atMost("path", "the whole path", PATH_EI, R7).against(H0, OuRun::hasExactScores)
            .atMost("path-second", "the second form, which keeps the Fisher information at the end", PATH_EI,
                HN.plus(KAPPA.times(I0.minus(IN))).plus(C_PRIME_H.times(SUM_E2))).against(H0, OuRun::hasExactScores)
            .atMost("chain-TW", "the chain of the Tweedie scheme", CHAIN_TW, R7_TW).against(H0, OuRun::hasExactScores)
            .atMost("chain-TW-second", "the second form for the Tweedie scheme", CHAIN_TW,
                HN.plus(KAPPA.times(I0.minus(IN))).plus(W.times(SUM_E2))).against(H0, OuRun::hasExactScores)
            .atMost("paper", "in the paper's normalization, constant 1 suffices", PATH_EI,
                decay(2).times(H0).plus(PAPER_ERROR.times(SUM_E2)).plus(H.times(I0))).against(H0, OuRun::hasExactScores)
            .onlyIf(Hypothesis.atMost("steps of at most 1", H, Formula.number(1)))
            .atMost("restated", "the form restated elsewhere follows", PATH_EI,
                decay(2).times(H0).plus(H.times(SUM_E2).scaled(2, 1)).plus(RESTATED.times(I0))).against(H0, OuRun::hasExactScores)
            .onlyIf(Hypothesis.atMost("steps of at most 1.9", H, Formula.number(19, 10)))
            .atMost("order", "R6 is never worse; both agree exactly for Gaussian shifts", R6, R7)
            .attainedWhen(OuRun::isShift)
            .tooth("T3", "initial error at rate three", CHAIN_EI, decay(3).times(H0).plus(KAPPA.times(I0)), Witnesses.shift(100))
            .tooth("T4", "initial error at rate five, for the output", TRUTH_TW, decay(5).times(H0), Witnesses.shift(100))
            .tooth("T5", "no initial error", CHAIN_EI, KAPPA.times(I0), Witnesses.shift(1))
            .tooth("T6", "discretization error of order h^2", TRUTH_EI, decay(2).times(H0).plus(H.squared().times(I0)), Witnesses.narrow())
            .tooth("T7", "constant 0.15 in front of h I", TRUTH_EI, decay(2).times(H0).plus(H.times(I0).scaled(3, 20)), Witnesses.narrow())
            .tooth("T8", "constant 0.4 in front of h I, for the path", PATH_EI, HN.plus(H.times(I0).scaled(2, 5)), Witnesses.fineGrid())
            .tooth("T19", "the divergence in the other direction, of which a lower bound stands here: it is infinite", REVERSE, R7, LineWitnesses.quartic("1/2", 1))
            .ownTooth("order", "R6 is better by one per cent", R6, R7.scaled(99, 100), Witnesses.shift(10))
            .ownTooth("path-second", "the second form with two fifths of its discretization term", PATH_EI,
                HN.plus(KAPPA.times(I0.minus(IN)).scaled(2, 5)), Witnesses.fineGrid())
            .ownTooth("start", "the wrong start costs nothing", CHAIN_TW, KAPPA.times(I0), Witnesses.shift(1))
            .on(draw -> LineFamily.drawAny(draw, GaussOuFamily::draw), withBounded(Witnesses.edges(true)));
    }

    private static Claim<OuRun> relativeError() {
        var drop = ENTROPY_DROP.plus(ETA2.times(H1.minus(HNP1)));
        var moment = KAPPA.times(I0).plus(decayBeyond().times(H0)).plus(ETA2.times(DECAY_STEP).times(H0));
        return claim("R8", "score error relative to the size of the score", Provenance.derived(
                "a score error measured relative to the size of the score is treated too (as summaries of the paper report)", "no growth in the horizon"))
            .restsOn("R3", "R4", "R6")
            .given(Hypothesis.exactly("exact scores, or data other than the standard Gaussian", run ->
                run.hasExactScores() || !run.isStandard()))
            .given(Hypothesis.atMost("score error at most the score", ETA2, Formula.number(1)))
            .atMost("chain", "the chain of EI", CHAIN_EI, drop).against(H0, OuRun::hasExactScores)
            .attainedWhen(OuRun::hasZeroNetwork)
            .atMost("chain-TW", "the chain of TW", CHAIN_TW, drop).against(H0, OuRun::hasExactScores)
            .attainedWhen(run -> run.hasZeroNetwork() || run instanceof GaussianRun g && g.instance().alignment() != null
                && g.instance().alignment().abs().equals(Rational.ONE))
            .atMost("moment", "the bound in terms of the data alone", drop, moment).about(OuRun::hasFiniteFisher)
            .attainedWhen(run -> run.isShift() && run.hasExactScores())
            .tooth("T13", "the score error is free", CHAIN_EI, ENTROPY_DROP, Witnesses.zeroScore())
            .ownTooth("free-TW", "it is free for the Tweedie scheme", CHAIN_TW, ENTROPY_DROP, Witnesses.zeroScore())
            .ownTooth("free-moment", "the moment bound holds without it", drop, KAPPA.times(I0).plus(decayBeyond().times(H0)),
                Witnesses.zeroScoreShift())
            .on(draw -> LineFamily.drawAny(draw, d -> d.yes() ? GaussOuFamily.draw(d) : GaussOuFamily.drawAligned(d)), Witnesses.edges(true));
    }

    private static List<Edge<OuRun>> withBounded(List<Edge<OuRun>> edges) {
        var all = new ArrayList<>(withUniform(edges));
        all.add(new Edge<>("data on [-1, 1] whose Fisher information is finite", LineWitnesses.quartic("3/4", 3)));
        return List.copyOf(all);
    }

    /** A high dimension; and the uniform law, whose Fisher information is infinite: R6 speaks of it, R7 does not. */
    private static List<Edge<OuRun>> withUniform(List<Edge<OuRun>> edges) {
        var all = new ArrayList<>(edges);
        all.add(new Edge<>("a thousand independent coordinates", Witnesses.independent(1000, 5)));
        all.add(new Edge<>("uniform data, whose Fisher information is infinite", LineWitnesses.uniform("1/2", 1)));
        return List.copyOf(all);
    }

    private static Claim.Builder<OuRun> claim(String id, String title, Provenance provenance) {
        return Claim.of(FisherKl.ID, id, title, OuRun.class, provenance);
    }
}
