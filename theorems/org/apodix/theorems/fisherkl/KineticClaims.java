package org.apodix.theorems.fisherkl;

import static org.apodix.expression.Formula.number;
import static org.apodix.theorems.fisherkl.KineticQuantities.BETA_HALF;
import static org.apodix.theorems.fisherkl.KineticQuantities.BOUND;
import static org.apodix.theorems.fisherkl.KineticQuantities.CHAIN;
import static org.apodix.theorems.fisherkl.KineticQuantities.ERROR_ETA;
import static org.apodix.theorems.fisherkl.KineticQuantities.EXACT_BOUND;
import static org.apodix.theorems.fisherkl.KineticQuantities.H;
import static org.apodix.theorems.fisherkl.KineticQuantities.H0;
import static org.apodix.theorems.fisherkl.KineticQuantities.HT;
import static org.apodix.theorems.fisherkl.KineticQuantities.I0;
import static org.apodix.theorems.fisherkl.KineticQuantities.PATH;
import static org.apodix.theorems.fisherkl.KineticQuantities.RHO2;
import static org.apodix.theorems.fisherkl.KineticQuantities.SUM_E2;
import static org.apodix.theorems.fisherkl.KineticQuantities.TRUTH;
import static org.apodix.theorems.fisherkl.KineticQuantities.TRUTH_X;
import static org.apodix.theorems.fisherkl.KineticQuantities.WEIGHT_ETA;
import static org.apodix.theorems.fisherkl.KineticQuantities.of;
import static org.apodix.theorems.fisherkl.KineticQuantities.run;
import static org.apodix.theorems.fisherkl.KineticQuantities.tableG;

import java.util.List;
import org.apodix.audit.Claim;
import org.apodix.audit.Edge;
import org.apodix.audit.Hypothesis;
import org.apodix.audit.Provenance;
import org.apodix.diffusion.KineticSampler;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Formula;
import org.apodix.expression.Quantity;

/** K4, K5, K7: the kinetic sampler on Gaussian data. */
final class KineticClaims {

    private static final Quantity<KineticRun> KERNELS = of("kernels",
        "H^k_T+\\textstyle\\sum_j E\\,\\mathrm{KL}\\big(p(z_{j-1}|z_j)\\,\\big|\\,Q(\\cdot|z_j)\\big)",
        "the chain rule over backward kernels of the plane", KineticSampler::chainByKernels);
    private static final Quantity<KineticRun> KERNELS_TW = of("kernels_TW",
        "H^k_T+\\textstyle\\sum_j E\\,\\mathrm{KL}\\big(p(z_{j-1}|z_j)\\,\\big|\\,Q_{TW}(\\cdot|z_j)\\big)",
        "the same for the mean of Tweedie's formula with the full score", KineticSampler::tweedieByKernels);
    private static final Quantity<KineticRun> OVERDAMPED_TW = of("chain_TW_tau",
        "H_0-\\textstyle\\sum_j\\tfrac12(\\rho_{s_{j-1}}^2-\\rho_{s_j}^2)\\,\\mathcal J(s_j)", "overdamped Tweedie chain on the grid $\\tau(s_j)$",
        KineticSampler::overdampedTweedieChain);
    private static final Quantity<KineticRun> BY_TIME = of("path_by_time",
        "H^k_T+\\textstyle\\sum_j2\\int_{s_{j-1}}^{s_j}E|r^v_s(Z_s)-\\hat s_j(Z_{s_j})|^2ds", "by quadrature", KineticSampler::pathByTime);
    private static final Quantity<KineticRun> FIRST_ORDER = Quantity.of("kappa_kin", "\\kappa_{kin}",
        "$\\int_0^\\infty2s(1-s)e^{-2s}\\mathcal J(s)\\,ds$", KineticRun::firstOrder);
    private static final Formula<KineticRun> DEFICIT = I0.scaled(1, 2).minus(H0);
    private static final int MOST_INTEGRALS = 3;

    private KineticClaims() { }

    static List<Claim<?>> claims() {
        return List.of(identities(), theorem(), firstOrder());
    }

    private static Claim<KineticRun> identities() {
        return claim("K4", "chain and path identities of the kinetic sampler", Provenance.derived("", "proved as R4 and R5; left sides from the "
                + "reduction K2, right sides from Gaussian laws of the plane"))
            .restsOn("K1", "K2", "R4")
            .given(Hypothesis.exactly("data other than the standard Gaussian, or a constant score error", r -> !r.isTrivial()))
            .equal("chain", "the chain divergence from one-time quantities equals the chain rule over kernels", CHAIN, KERNELS)
            .equal("time", "the path divergence is the time integral of the squared score difference", PATH, BY_TIME)
            .about(r -> r.instance().steps() <= MOST_INTEGRALS)
            .equal("tweedie", "with the full score and Tweedie's mean it is the overdamped Tweedie scheme at the slower clock", KERNELS_TW, OVERDAMPED_TW)
            .about(KineticRun::hasExactScores)
            .atMost("marginal", "the position alone is no farther", TRUTH_X, TRUTH).attainedWhen(KineticRun::hasZeroNetwork)
            .atMost("truth", "the output is no farther than the chain", TRUTH, CHAIN).attainedWhen(KineticRun::hasZeroNetwork)
            .atMost("path", "the chain is no farther than the path", CHAIN, PATH).attainedWhen(KineticRun::hasZeroNetwork)
            .atMost("beta", "the energy of the displacement of one step", BETA_HALF, H.scaled(2, 1))
            .atMost("start", "the path costs at least the wrong start", HT, PATH)
            .ownToothEqual("chain-path", "path and chain agree", PATH, KERNELS, tableG(5))
            .ownToothEqual("time-percent", "the time integral is one per cent larger", PATH, BY_TIME.scaled(101, 100), tableG(5))
            .ownToothEqual("tweedie-ei", "the full score changes nothing", KERNELS, OVERDAMPED_TW, tableG(60))
            .ownTooth("reversed", "the path is no farther than the chain", PATH, CHAIN, tableG(60))
            .ownTooth("half", "the output is at most a tenth as far as the chain", TRUTH, CHAIN.scaled(1, 10), tableG(60))
            .ownTooth("beta-percent", "the energy is one per cent less", BETA_HALF, H.scaled(99, 50), tableG(60))
            .on(KineticFamily::draw, edges());
    }

    private static Claim<KineticRun> theorem() {
        return claim("K5", "the kinetic theorem with explicit constants", Provenance.derived(
                "the abstract covers the kinetic Ornstein-Uhlenbeck process, with an unnamed constant",
                "the constants are derived here, for critical damping and steps of any size; the leading one, 2e^-2, is less than that of R7"))
            .restsOn("K2", "K3", "K4")
            .given(Hypothesis.exactly("data other than the standard Gaussian, or a constant score error", r -> !r.isTrivial()))
            .atMost("exact", "the whole path, exact velocity scores", PATH, EXACT_BOUND).about(KineticRun::hasExactScores)
            .against(H0, KineticRun::hasExactScores)
            .atMost("error", "the whole path, with a score error", PATH, BOUND).against(H0, KineticRun::hasExactScores)
            .atMost("truth", "the output", TRUTH, BOUND).against(H0, KineticRun::hasExactScores)
            .atMost("coefficient", "with eta = 1 and steps of at most 1 the Fisher information counts at most 0.7707 h", WEIGHT_ETA,
                H.scaled(7707, 10_000))
            .about(r -> r.instance().eta() == null || r.instance().eta().equals(Rational.ONE))
            .onlyIf(Hypothesis.atMost("steps of at most 1", H, number(1)))
            .tooth("T18", "constant 0.05 in front of h I", PATH, RHO2.times(H0).plus(H.times(I0).scaled(1, 20)), run("0", "2/5", "1/20", 160))
            .ownTooth("start", "the wrong start is forgotten at rate four", PATH, RHO2.squared().times(H0).plus(WEIGHT_ETA.times(I0)),
                run("1", "1", "1/20", 20))
            .ownTooth("error-weight", "score errors with nine tenths of their weight, as eta vanishes", PATH,
                RHO2.times(H0).plus(WEIGHT_ETA.times(I0)).plus(ERROR_ETA.times(SUM_E2).scaled(9, 10)),
                run("0", "1", "1/10", 10, "0", "1", "1/100"))
            .ownTooth("coefficient", "the Fisher information counts at most 0.77 h", WEIGHT_ETA, H.scaled(77, 100), run("0", "2/5", "1", 2))
            .on(KineticFamily::draw, edges());
    }

    private static Claim<KineticRun> firstOrder() {
        var tolerance = Rational.of(1, 8);
        var witness = run("1", "1/5", "1/40", 240);
        var cost = PATH.minus(HT).over(H);
        return claim("K7", "to first order the kinetic sampler costs less at equal step", Provenance.derived("",
                "the order of the coefficients is rigorous for each instance; the limit D/h is fitted at one small step, as evidence"))
            .restsOn("K2", "K6", "R3", "R11")
            .given(Hypothesis.exactly("exact scores", KineticRun::hasExactScores))
            .atMost("order", "the kinetic coefficient is at most the overdamped one, the log-Sobolev deficit", FIRST_ORDER, DEFICIT)
            .attainedWhen(KineticRun::hasUnitVariance)
            .fit("rate", "at a small step the cost is about the coefficient times the step", cost.over(FIRST_ORDER), number(1), tolerance)
            .about(KineticClaims::isFine)
            .ownTooth("half", "it is at most a quarter of the log-Sobolev deficit", FIRST_ORDER, DEFICIT.scaled(1, 4), witness)
            .ownToothFit("rate-deficit", "at a small step the cost is about the deficit times the step", cost.over(DEFICIT), number(1), tolerance,
                witness)
            .on(draw -> draw.yes() && draw.yes() && draw.yes() ? KineticFamily.drawFine(draw) : KineticFamily.drawExact(draw), List.of(
                new Edge<>("Gaussian shift, where both coefficients vanish", run("2", "1", "1/10", 5)),
                new Edge<>("table G data, a fine grid", witness),
                new Edge<>("narrow", run("0", "1/100", "1/10", 10)),
                new Edge<>("wide, a fine grid", run("0", "5", "1/50", 300))));
    }

    /** Steps and horizon of an instance at which the first order is visible. */
    private static boolean isFine(KineticRun run) {
        var i = run.instance();
        return i.h().compareTo(Rational.of(1, 30)) <= 0 && i.h().times(Rational.of(i.steps())).compareTo(Rational.of(6)) >= 0
            && i.mean().abs().compareTo(Rational.ONE) <= 0 && (isBetween(i.variance(), Rational.of(1, 5), Rational.of(1, 2))
                || isBetween(i.variance(), Rational.of(3), Rational.of(5)));
    }

    private static boolean isBetween(Rational x, Rational least, Rational most) {
        return x.compareTo(least) >= 0 && x.compareTo(most) <= 0;
    }

    private static List<Edge<KineticRun>> edges() {
        return List.of(
            new Edge<>("table G", tableG(60)),
            new Edge<>("table G data, five steps", tableG(5)),
            new Edge<>("Gaussian shift", run("1", "1", "1/5", 30)),
            new Edge<>("narrow", run("0", "1/100", "1/10", 4)),
            new Edge<>("wide, one giant step", run("-2", "10", "5", 1)),
            new Edge<>("a small step", run("1/2", "2", "1/50", 3)),
            new Edge<>("zero network", run("1", "1/5", "1/4", 5, "-1", "0", "1")),
            new Edge<>("constant error on the standard Gaussian", run("0", "1", "1/10", 5, "0", "1/5", "1")),
            new Edge<>("a score error of both kinds", run("-1", "1/2", "1/5", 5, "1/10", "-1/20", "1/2")));
    }

    private static Claim.Builder<KineticRun> claim(String id, String title, Provenance provenance) {
        return Claim.of(FisherKl.ID, id, title, KineticRun.class, provenance);
    }
}
