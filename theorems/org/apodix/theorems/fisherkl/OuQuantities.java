package org.apodix.theorems.fisherkl;

import java.util.List;
import java.util.function.Function;
import org.apodix.diffusion.AffineSampler;
import org.apodix.diffusion.Scheme;
import org.apodix.diffusion.StepWeights;
import org.apodix.expression.Expr;
import org.apodix.expression.Quantity;

/** The named quantities of a sampler run, as in the data dictionary: each name is defined here and nowhere else. */
final class OuQuantities {

    private static final Scheme EI = Scheme.EXPONENTIAL_INTEGRATOR;
    private static final Scheme TW = Scheme.TWEEDIE;

    static final Quantity<GaussianRun> H0 = of("H0", "H_0", "$\\mathrm{KL}(\\mu|\\gamma)$", s -> s.entropy(0));
    static final Quantity<GaussianRun> H1 = of("H1", "H_h", "$\\mathrm{KL}(p_h|\\gamma)$", s -> s.entropy(1));
    static final Quantity<GaussianRun> HN = of("HN", "H_T", "$\\mathrm{KL}(p_T|\\gamma)$, $T=Nh$", s -> s.entropy(s.steps()));
    static final Quantity<GaussianRun> HNP1 =
        of("HNp1", "H_{T+h}", "$\\mathrm{KL}(p_{T+h}|\\gamma)$", s -> s.entropy(s.steps() + 1));
    static final Quantity<GaussianRun> I0 =
        of("I0", "I_0", "relative Fisher information $I(\\mu|\\gamma)$", s -> s.fisher(0));
    static final Quantity<GaussianRun> IN = of("IN", "I_T", "$I(p_T|\\gamma)$", s -> s.fisher(s.steps()));
    static final Quantity<GaussianRun> SUM_I =
        of("sumI", "\\textstyle\\sum_{j=1}^N I_{s_j}", "sum of the Fisher informations on the grid", s -> s.sum(s::fisher));
    static final Quantity<GaussianRun> SUM_E2 =
        of("sumE2", "\\textstyle\\sum_{j=1}^N \\varepsilon_j^2", "$\\varepsilon_j^2=E|e_j(X_{s_j})|^2$, score errors under the true law",
            s -> s.sum(s::squaredError));
    static final Quantity<GaussianRun> SUM_RE =
        of("sumRE", "\\textstyle\\sum_{j=1}^N E[r_{s_j}\\!\\cdot e_j]", "products of score and error", s -> s.sum(s::errorProduct));
    static final Quantity<GaussianRun> TRUTH_EI = of("truth_EI", "\\mathrm{truth}_{EI}",
        "$\\mathrm{KL}(\\mu|\\mathrm{law}\\,\\hat X_0)$ of the exponential integrator", s -> s.truth(EI));
    static final Quantity<GaussianRun> TRUTH_TW = of("truth_TW", "\\mathrm{truth}_{TW}",
        "$\\mathrm{KL}(\\mu|\\mathrm{law}\\,\\hat X_0)$ of the Tweedie scheme", s -> s.truth(TW));
    static final Quantity<GaussianRun> CHAIN_EI = of("chain_EI", "\\mathrm{chain}_{EI}",
        "KL of the joint laws on the grid, exponential integrator", s -> s.chain(EI));
    static final Quantity<GaussianRun> CHAIN_TW = of("chain_TW", "\\mathrm{chain}_{TW}",
        "KL of the joint laws on the grid, Tweedie scheme", s -> s.chain(TW));
    static final Quantity<GaussianRun> PATH_EI = of("path_EI", "\\mathrm{path}_{EI}",
        "KL of the path laws, exponential integrator", AffineSampler::path);

    static final Quantity<GaussianRun> H = weight("h", "h", "step size, $h=-\\ln q$", StepWeights::step);
    static final Quantity<GaussianRun> KAPPA = weight("kappa", "\\kappa", "$\\tfrac12(1-e^{-2h})$", StepWeights::kappa);
    static final Quantity<GaussianRun> C_PRIME_H =
        weight("cprime_h", "c'h", "$h+\\tfrac12(e^h-1-h)$, weight of a score error", StepWeights::scoreError);
    static final Quantity<GaussianRun> C_H = weight("c_h", "c\\,h",
        "$2\\theta+\\frac{(A-4\\theta)^2}{4(a_{EI}-h)}$, its refinement for the chain", StepWeights::refinedScoreError);
    static final Quantity<GaussianRun> W = weight("w", "w", "$\\tfrac12(e^{2h}-1)$, weight of a score error of TW", StepWeights::tweedie);
    static final Quantity<GaussianRun> PATH_WEIGHT = weight("W", "W", "$2e^h-2-h$", StepWeights::path);

    static final Quantity<GaussianRun> R6_EI = Quantity.of("R6_EI", "\\mathrm{R6}_{EI}",
        "right side of R6: $H_0-H_h+H_{T+h}+c'h\\sum_j\\varepsilon_j^2$",
        run -> H0.minus(H1).plus(HNP1).plus(C_PRIME_H.times(SUM_E2)).in(run));
    static final Quantity<GaussianRun> R7_EI = Quantity.of("R7_EI", "\\mathrm{R7}_{EI}",
        "right side of R7: $e^{-2(T+h)}H_0+\\kappa I_0+c'h\\sum_j\\varepsilon_j^2$",
        run -> decayBeyond().times(H0).plus(KAPPA.times(I0)).plus(C_PRIME_H.times(SUM_E2)).in(run));
    static final Quantity<GaussianRun> PAPER = Quantity.of("paper", "\\mathrm{paper}",
        "the paper's bound with all constants 1: $e^{-2T}H_0+hI_0+4h\\sum_j\\varepsilon_j^2$",
        run -> decay(2).times(H0).plus(H.times(I0)).plus(H.times(SUM_E2).scaled(4, 1)).in(run));

    private OuQuantities() { }

    /** e^{-kT}. */
    static Quantity<GaussianRun> decay(int k) {
        return Quantity.of("decay" + k, "e^{-" + (k == 1 ? "" : k) + "T}", "$q^{" + (k == 1 ? "" : k) + "N}$", run -> run.decay(k));
    }

    /** e^{-2(T+h)}. */
    static Quantity<GaussianRun> decayBeyond() {
        return Quantity.of("decay2_next", "e^{-2(T+h)}", "$q^{2(N+1)}$", run -> Expr.of(run.q()).pow(2 * (run.steps() + 1)));
    }

    /** What {@code evaluate} prints of a run. */
    static List<Quantity<GaussianRun>> printed(GaussianRun run) {
        var exact = List.of(H0, H1, HNP1, HN, I0, IN, TRUTH_EI, CHAIN_EI, PATH_EI, TRUTH_TW, CHAIN_TW, SUM_I);
        var errors = run.instance().givesError() ? List.of(SUM_E2, SUM_RE) : List.<Quantity<GaussianRun>>of();
        var bounds = List.of(R6_EI, R7_EI, PAPER);
        return List.of(exact, errors, bounds).stream().flatMap(List::stream).toList();
    }

    static Quantity<GaussianRun> of(String name, String tex, String meaning, Function<AffineSampler, Expr> definition) {
        return Quantity.of(name, tex, meaning, run -> run.additive(definition));
    }

    /** A quantity of the same run with exact scores. */
    static Quantity<GaussianRun> exactScores(String name, String tex, String meaning, Function<AffineSampler, Expr> definition) {
        return Quantity.of(name, tex, meaning, run -> run.additiveExact(definition));
    }

    static Quantity<GaussianRun> weight(String name, String tex, String meaning, Function<StepWeights, Expr> definition) {
        return Quantity.of(name, tex, meaning, run -> definition.apply(run.weights()));
    }
}
