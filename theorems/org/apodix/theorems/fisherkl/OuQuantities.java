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

    static final Quantity<OuRun> H0 = Quantity.of("H0", "H_0", "$\\mathrm{KL}(\\mu|\\gamma)$", r -> r.entropy(0));
    static final Quantity<OuRun> H1 = Quantity.of("H1", "H_h", "$\\mathrm{KL}(p_h|\\gamma)$", r -> r.entropy(1));
    static final Quantity<OuRun> HN = Quantity.of("HN", "H_T", "$\\mathrm{KL}(p_T|\\gamma)$, $T=Nh$", r -> r.entropy(r.steps()));
    static final Quantity<OuRun> HNP1 =
        Quantity.of("HNp1", "H_{T+h}", "$\\mathrm{KL}(p_{T+h}|\\gamma)$", r -> r.entropy(r.steps() + 1));
    static final Quantity<OuRun> I0 =
        Quantity.of("I0", "I_0", "relative Fisher information $I(\\mu|\\gamma)$", r -> r.fisher(0));
    static final Quantity<OuRun> IN = Quantity.of("IN", "I_T", "$I(p_T|\\gamma)$", r -> r.fisher(r.steps()));
    static final Quantity<OuRun> SUM_I =
        Quantity.of("sumI", "\\textstyle\\sum_{j=1}^N I_{s_j}", "sum of the Fisher informations on the grid", OuRun::sumFisher);
    static final Quantity<OuRun> SUM_E2 =
        Quantity.of("sumE2", "\\textstyle\\sum_{j=1}^N \\varepsilon_j^2", "$\\varepsilon_j^2=E|e_j(X_{s_j})|^2$, score errors under the true law",
            OuRun::sumSquaredError);
    static final Quantity<OuRun> SUM_RE =
        Quantity.of("sumRE", "\\textstyle\\sum_{j=1}^N E[r_{s_j}\\!\\cdot e_j]", "products of score and error", OuRun::sumErrorProduct);
    static final Quantity<OuRun> TRUTH_EI = Quantity.of("truth_EI", "\\mathrm{truth}_{EI}",
        "$\\mathrm{KL}(\\mu|\\mathrm{law}\\,\\hat X_0)$ of the exponential integrator", r -> r.truth(EI));
    static final Quantity<OuRun> TRUTH_TW = Quantity.of("truth_TW", "\\mathrm{truth}_{TW}",
        "$\\mathrm{KL}(\\mu|\\mathrm{law}\\,\\hat X_0)$ of the Tweedie scheme", r -> r.truth(TW));
    static final Quantity<OuRun> CHAIN_EI = Quantity.of("chain_EI", "\\mathrm{chain}_{EI}",
        "KL of the joint laws on the grid, exponential integrator", r -> r.chain(EI));
    static final Quantity<OuRun> CHAIN_TW = Quantity.of("chain_TW", "\\mathrm{chain}_{TW}",
        "KL of the joint laws on the grid, Tweedie scheme", r -> r.chain(TW));
    static final Quantity<OuRun> PATH_EI = Quantity.of("path_EI", "\\mathrm{path}_{EI}",
        "KL of the path laws, exponential integrator", OuRun::path);

    static final Quantity<OuRun> H = weight("h", "h", "step size, $h=-\\ln q$", StepWeights::step);
    static final Quantity<OuRun> KAPPA = weight("kappa", "\\kappa", "$\\tfrac12(1-e^{-2h})$", StepWeights::kappa);
    static final Quantity<OuRun> C_PRIME_H =
        weight("cprime_h", "c'h", "$h+\\tfrac12(e^h-1-h)$, weight of a score error", StepWeights::scoreError);
    static final Quantity<OuRun> C_H = weight("c_h", "c\\,h",
        "$2\\theta+\\frac{(A-4\\theta)^2}{4(a_{EI}-h)}$, its refinement for the chain", StepWeights::refinedScoreError);
    static final Quantity<OuRun> W = weight("w", "w", "$\\tfrac12(e^{2h}-1)$, weight of a score error of TW", StepWeights::tweedie);
    static final Quantity<OuRun> PATH_WEIGHT = weight("W", "W", "$2e^h-2-h$", StepWeights::path);

    static final Quantity<OuRun> R6_EI = Quantity.of("R6_EI", "\\mathrm{R6}_{EI}",
        "right side of R6: $H_0-H_h+H_{T+h}+c'h\\sum_j\\varepsilon_j^2$",
        run -> H0.minus(H1).plus(HNP1).plus(C_PRIME_H.times(SUM_E2)).in(run));
    static final Quantity<OuRun> R7_EI = Quantity.of("R7_EI", "\\mathrm{R7}_{EI}",
        "right side of R7: $e^{-2(T+h)}H_0+\\kappa I_0+c'h\\sum_j\\varepsilon_j^2$",
        run -> decayBeyond().times(H0).plus(KAPPA.times(I0)).plus(C_PRIME_H.times(SUM_E2)).in(run));
    static final Quantity<OuRun> PAPER = Quantity.of("paper", "\\mathrm{paper}",
        "the paper's bound with all constants 1: $e^{-2T}H_0+hI_0+4h\\sum_j\\varepsilon_j^2$",
        run -> decay(2).times(H0).plus(H.times(I0)).plus(H.times(SUM_E2).scaled(4, 1)).in(run));

    private OuQuantities() { }

    /** Whether the data are Gaussian. */
    static boolean isGaussian(OuRun run) {
        return run instanceof GaussianRun;
    }

    /** e^{-kT}. */
    static Quantity<OuRun> decay(int k) {
        return Quantity.of("decay" + k, "e^{-" + (k == 1 ? "" : k) + "T}", "$q^{" + (k == 1 ? "" : k) + "N}$", run -> run.decay(k));
    }

    /** e^{-2(T+h)}. */
    static Quantity<OuRun> decayBeyond() {
        return Quantity.of("decay2_next", "e^{-2(T+h)}", "$q^{2(N+1)}$", run -> Expr.of(run.q()).pow(2 * (run.steps() + 1)));
    }

    /** What {@code evaluate} prints of a run. */
    static List<Quantity<GaussianRun>> printed(GaussianRun run) {
        var exact = List.of(H0, H1, HNP1, HN, I0, IN, TRUTH_EI, CHAIN_EI, PATH_EI, TRUTH_TW, CHAIN_TW, SUM_I);
        var errors = run.instance().givesError() ? List.of(SUM_E2, SUM_RE) : List.<Quantity<OuRun>>of();
        var bounds = List.of(R6_EI, R7_EI, PAPER);
        return of(List.of(exact, errors, bounds).stream().flatMap(List::stream).toList());
    }

    /** The quantities as a family of one kind of run prints them. */
    static <M extends OuRun> List<Quantity<M>> of(List<Quantity<OuRun>> quantities) {
        return quantities.stream().map(quantity -> quantity.of((M run) -> run, "", "")).toList();
    }

    /** A quantity that only runs on Gaussian data have. */
    static Quantity<OuRun> of(String name, String tex, String meaning, Function<AffineSampler, Expr> definition) {
        return Quantity.of(name, tex, meaning, run -> ((GaussianRun) run).additive(definition));
    }

    /** A quantity of the same run on Gaussian data with exact scores. */
    static Quantity<OuRun> exactScores(String name, String tex, String meaning, Function<AffineSampler, Expr> definition) {
        return Quantity.of(name, tex, meaning, run -> ((GaussianRun) run).additiveExact(definition));
    }

    static Quantity<OuRun> weight(String name, String tex, String meaning, Function<StepWeights, Expr> definition) {
        return Quantity.of(name, tex, meaning, run -> definition.apply(run.weights()));
    }
}
