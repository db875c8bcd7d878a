package org.apodix.theorems.fisherkl;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apodix.diffusion.KineticSampler;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Formula;
import org.apodix.expression.Quantity;

/** The named quantities of a run of the kinetic sampler on Gaussian data, as in the data dictionary. */
final class KineticQuantities {

    static final Quantity<KineticRun> H0 = of("H0", "H_0", "$\\mathrm{KL}(\\mu|\\gamma)$", KineticSampler::entropy);
    static final Quantity<KineticRun> I0 = Quantity.of("I0", "I_0", "$I(\\mu|\\gamma)$", KineticRun::information);
    static final Quantity<KineticRun> HT = of("HT", "H^k_T", "$H_{\\tau(T)}$", s -> s.overdamped(s.steps()).relativeEntropy());
    static final Quantity<KineticRun> BETA_HALF = of("beta_half", "\\tfrac12\\beta_h", "$\\beta_h=\\mathbf b_h^TC_h^{-1}\\mathbf b_h$",
        s -> s.step().beta().over(2));
    static final Quantity<KineticRun> TRUTH = of("truth", "\\mathrm{truth}^k",
        "$\\mathrm{KL}(\\mu\\otimes\\gamma|\\mathrm{law}\\,\\hat Z_0)$", KineticSampler::truth);
    static final Quantity<KineticRun> TRUTH_X = of("truth_x", "\\mathrm{truth}^k_x",
        "$\\mathrm{KL}(\\mu|\\mathrm{law}\\,\\hat X_0)$", KineticSampler::positionTruth);
    static final Quantity<KineticRun> CHAIN = of("chain", "\\mathrm{chain}^k", "KL of the joint laws on the grid", KineticSampler::chain);
    static final Quantity<KineticRun> PATH = of("path", "\\mathrm{path}^k", "KL of the path laws", KineticSampler::path);
    static final Quantity<KineticRun> SUM_E2 = of("sumE2", "\\textstyle\\sum_j\\varepsilon_j^2",
        "$\\varepsilon_j^2=E|\\hat s_j-r^v_{s_j}|^2$", s -> s.sum(s::squaredError));
    static final Quantity<KineticRun> H = of("h", "h", "step size", s -> s.step().size());
    static final Quantity<KineticRun> RHO2 = Quantity.of("rho2_T", "e^{-2T}(1+2T+2T^2)", "$\\rho_T^2$", KineticRun::decay);
    static final Quantity<KineticRun> WEIGHT = of("weight_I", "\\left(2e^{-2}h+\\tfrac{h^2}4\\right)", "",
        s -> Expr.of(-2).exp().times(2).times(s.step().size()).plus(s.step().size().square().over(4)));
    static final Quantity<KineticRun> WEIGHT_ETA = Quantity.of("weight_I_eta",
        "\\left(2e^{-2}h+\\left(1+\\tfrac1\\eta\\right)\\tfrac{h^2}4\\right)", "", run -> {
            var h = run.sampler().step().size();
            return Expr.of(-2).exp().times(2).times(h).plus(h.square().over(4).times(Expr.ONE.plus(Expr.ONE.over(run.eta()))));
        });
    static final Quantity<KineticRun> ERROR_ETA = Quantity.of("weight_error_eta", "2(1+\\eta)h", "",
        run -> Expr.ONE.plus(run.eta()).times(2).times(run.sampler().step().size()));

    /** The right side of K5 for exact scores. */
    static final Formula<KineticRun> EXACT_BOUND = RHO2.times(H0).plus(WEIGHT.times(I0));
    /** The right side of K5. */
    static final Formula<KineticRun> BOUND = RHO2.times(H0).plus(WEIGHT_ETA.times(I0)).plus(ERROR_ETA.times(SUM_E2));

    private static final Quantity<KineticRun> K5 = Quantity.of("K5", "\\mathrm{K5}", "right side of K5 for exact scores", EXACT_BOUND::in);
    private static final Quantity<KineticRun> K5_ETA = Quantity.of("K5_eta", "\\mathrm{K5}_\\eta", "right side of K5", BOUND::in);

    private KineticQuantities() { }

    /** What {@code evaluate} prints. */
    static List<Quantity<KineticRun>> printed(KineticRun run) {
        var all = Stream.of(H0, I0, HT, BETA_HALF, mean("out_mean_x", 0), mean("out_mean_v", 1), covariance("out_cov_xx", 0, 0),
            covariance("out_cov_xv", 0, 1), covariance("out_cov_vv", 1, 1), TRUTH, TRUTH_X, CHAIN, PATH, K5);
        return Stream.concat(all, run.instance().givesError() ? Stream.of(SUM_E2, K5_ETA) : Stream.empty()).toList();
    }

    private static Quantity<KineticRun> mean(String name, int i) {
        return of(name, "\\hat m_" + (i + 1), "mean of the output", s -> s.output().mean().entry(i, 0));
    }

    private static Quantity<KineticRun> covariance(String name, int i, int j) {
        return of(name, "\\hat V_{" + (i + 1) + (j + 1) + "}", "covariance of the output", s -> s.output().covariance().entry(i, j));
    }

    static Quantity<KineticRun> of(String name, String tex, String meaning, Function<KineticSampler, Expr> definition) {
        return Quantity.of(name, tex, meaning, run -> definition.apply(run.sampler()));
    }

    /** Table G: N(1, 1/5), h = 1/10, with that many steps. */
    static KineticRun tableG(int steps) {
        return run("1", "1/5", "1/10", steps);
    }

    static KineticRun run(String mean, String variance, String h, int steps) {
        return new KineticRun(KineticRun.Instance.exact(Rational.parse(mean), Rational.parse(variance), Rational.parse(h), steps));
    }

    static KineticRun run(String mean, String variance, String h, int steps, String lambda, String offset, String eta) {
        return new KineticRun(new KineticRun.Instance(Rational.parse(mean), Rational.parse(variance), Rational.parse(h), steps,
            Rational.parse(lambda), Rational.parse(offset), Rational.parse(eta)));
    }
}
