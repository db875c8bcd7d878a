package org.apodix.theorems.fisherkl;

import java.util.List;
import java.util.function.Function;
import org.apodix.audit.Claim;
import org.apodix.audit.Edge;
import org.apodix.audit.Hypothesis;
import org.apodix.audit.Provenance;
import org.apodix.diffusion.CriticalDamping;
import org.apodix.enclosure.Matrix;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Integral;
import org.apodix.expression.Quantity;
import org.apodix.expression.Variable;

/**
 * K1, K2, K3: the kinetic flow dX = V dt, dV = -X dt - 2V dt + 2 dB between two times s < t, u = t - s, and its reduction to the
 * overdamped flow.
 */
final class KineticFlowClaims {

    private static final Quantity<HasKineticFlow> HS = of("Hs", "H^k_s", "$\\mathrm{KL}(\\mathrm{law}\\,Z_s|\\Gamma)$", f -> f.earlier().relativeEntropy());
    private static final Quantity<HasKineticFlow> HT = of("Ht", "H^k_t", "$\\mathrm{KL}(\\mathrm{law}\\,Z_t|\\Gamma)$", f -> f.later().relativeEntropy());
    private static final Quantity<HasKineticFlow> IVS = of("IVs", "E|r^v_s|^2", "velocity part of the Fisher information", f -> f.velocityInformation(false));
    private static final Quantity<HasKineticFlow> IVT = of("IVt", "E|r^v_t|^2", "velocity part of the Fisher information", f -> f.velocityInformation(true));
    private static final Quantity<HasKineticFlow> NOISE = of("noise", "z\\cdot(I-e^{uA}e^{uA^T})z", "", KineticFlow::noise);
    private static final Quantity<HasKineticFlow> NOISE_BY_TIME = of("noise_by_time",
        "z\\cdot\\textstyle\\int_0^ue^{rA}\\,\\mathrm{diag}(0,4)\\,e^{rA^T}dr\\;z", "by quadrature", KineticFlow::noiseByTime);
    private static final Quantity<HasKineticFlow> SCORE = of("mean_score_s", "z\\cdot E[r_s(Z_s)|Z_t]", "from the joint Gaussian law",
        f -> f.along(f.meanEarlierScore()));
    private static final Quantity<HasKineticFlow> PULLED = of("pulled_score_t", "z\\cdot e^{-uA}r_t(Z_t)", "", f -> f.along(f.pulledBack(false)));
    private static final Quantity<HasKineticFlow> PULLED_TRANSPOSED = of("pulled_score_t_transposed", "z\\cdot e^{-uA^T}r_t(Z_t)", "",
        f -> f.along(f.pulledBack(true)));
    private static final Quantity<HasKineticFlow> REGRESSION = of("regression", "z\\cdot E[Z_s|Z_t]", "from the joint Gaussian law",
        f -> f.along(f.regression()));
    private static final Quantity<HasKineticFlow> TWEEDIE = of("tweedie", "z\\cdot\\left(e^{uA^T}Z_t+(e^{-uA}-e^{uA^T})\\,r_t(Z_t)\\right)", "",
        f -> f.along(f.tweedie()));
    private static final Quantity<HasKineticFlow> LATER_SCORE = of("score_t", "z\\cdot r_t", "relative score of the plane", f -> f.along(f.laterScore()));
    private static final Quantity<HasKineticFlow> REDUCED_SCORE = of("reduced_score", "z\\cdot b_tN_t",
        "$N_t=e^{\\tau}r^{OU}_{\\tau}(\\hat b_t\\cdot Z_t)$", KineticFlow::reducedScore);
    private static final Quantity<HasKineticFlow> REDUCED_ENTROPY = of("H_tau", "H_{\\tau(t)}", "of the overdamped flow",
        f -> f.overdamped().relativeEntropy());
    private static final Quantity<HasKineticFlow> REDUCED_VELOCITY = of("reduced_velocity", "\\phi_t^2\\,\\mathcal J(t)",
        "$\\phi_t=te^{-t}$, $\\mathcal J(t)=I(p_{\\tau(t)}|\\gamma)/\\rho_t^2$", KineticFlow::reducedVelocityInformation);
    private static final Quantity<HasKineticFlow> GAP = of("gap", "1-\\rho_t^2", "by subtraction",
        f -> Expr.ONE.minus(CriticalDamping.squaredCorrelation(f.laterTime())));
    private static final Quantity<HasKineticFlow> GAP_SERIES = of("gap_series", "e^{-2t}\\textstyle\\sum_{k\\ge3}(2t)^k/k!", "with its remainder",
        f -> CriticalDamping.lostCorrelation(f.instance().t()));
    private static final Quantity<HasKineticFlow> CLOCK = of("clock", "\\tau(t)-\\tau(s)", "$\\tau(t)=t-\\tfrac12\\ln(1+2t+2t^2)$",
        f -> CriticalDamping.clock(f.laterTime()).minus(CriticalDamping.clock(Expr.of(f.instance().s()))));
    private static final Quantity<HasKineticFlow> CLOCK_BY_TIME = of("clock_by_time",
        "\\textstyle\\int_s^t\\frac{2r^2}{1+2r+2r^2}dr", "by quadrature", f -> {
            var r = new Variable("r");
            var square = r.square().times(2);
            return Integral.of(square.over(Expr.ONE.plus(r.times(2)).plus(square)), r, Expr.of(f.instance().s()), f.laterTime());
        });
    private static final Quantity<HasKineticFlow> H0 = of("H0", "H_0", "$\\mathrm{KL}(\\mu|\\gamma)$", KineticFlow::positionEntropy);
    private static final Quantity<HasKineticFlow> RHO2 = of("rho2", "e^{-2t}(1+2t+2t^2)", "$\\rho_t^2$",
        f -> CriticalDamping.squaredCorrelation(f.laterTime()));
    private static final Quantity<HasKineticFlow> DECAY = of("decay2", "e^{-2t}", "", f -> f.laterTime().times(-2).exp());
    private static final Quantity<HasKineticFlow> NORM2 = of("norm2", "e^{-2u}\\left(u+\\sqrt{1+u^2}\\right)^2", "the square of the norm of $e^{uA}$",
        f -> {
            var u = f.duration();
            return u.times(-2).exp().times(u.plus(Expr.ONE.plus(u.square()).sqrt()).square());
        });
    private static final Quantity<HasKineticFlow> DECAY_U = of("decay2_u", "e^{-2u}", "", f -> f.duration().times(-2).exp());
    private static final Quantity<HasKineticFlow> LOEWNER_LEFT = of("information_t", "z\\cdot E[r_tr_t^T]z", "", KineticFlow::laterInformation);
    private static final Quantity<HasKineticFlow> LOEWNER_RIGHT = of("information_s", "z\\cdot e^{uA}E[r_sr_s^T]e^{uA^T}z", "",
        KineticFlow::transportedInformation);

    private KineticFlowClaims() { }

    static List<Quantity<HasKineticFlow>> printed() {
        return List.of(HS, HT, IVS, IVT);
    }

    static List<Claim<?>> claims() {
        return List.of(flow(), reduction(), convergence());
    }

    private static Claim<HasKineticFlow> flow() {
        return claim("K1", "the kinetic flow: noise, backward martingale, Tweedie's formula", new Provenance(Provenance.Origin.CLASSICAL, "",
                "for every Gaussian law of position and velocity, correlated or not; the left sides are computed from the joint Gaussian law"))
            .equal("noise", "the noise of the flow is what keeps the standard Gaussian invariant", NOISE, NOISE_BY_TIME)
            .equal("a", "the earlier score has the later one, pulled back, as its conditional mean", SCORE, PULLED)
            .about(f -> f.kineticFlow().seesEarlierScore())
            .equal("b", "the conditional mean of the earlier state is affine in the later score", REGRESSION, TWEEDIE)
            .about(f -> f.kineticFlow().seesRegression())
            .ownToothEqual("transposed", "the score is pulled back by the transpose", SCORE, PULLED_TRANSPOSED, correlated())
            .ownToothEqual("undamped", "the score itself is a backward martingale", SCORE, LATER_SCORE, correlated())
            .ownToothEqual("noise-percent", "one per cent more noise", NOISE, NOISE_BY_TIME.scaled(101, 100), correlated())
            .on(KineticFlowFamily::draw, edges());
    }

    private static Claim<HasKineticFlow> reduction() {
        return claim("K2", "the kinetic law is the overdamped law at a slower clock", Provenance.derived("",
                "an exact reduction of the kinetic part of the paper to its overdamped part; left sides from the Gaussian law of the plane"))
            .restsOn("K1")
            .equal("entropy", "relative entropy", HT, REDUCED_ENTROPY).about(KineticFlowClaims::isProduct)
            .equal("score", "the relative score is one number times the response", LATER_SCORE, REDUCED_SCORE).about(f -> f.kineticFlow().seesScore())
            .equal("velocity", "velocity part of the Fisher information", IVT, REDUCED_VELOCITY).about(KineticFlowClaims::isProduct)
            .equal("gap", "the lost correlation as a positive series", GAP, GAP_SERIES)
            .equal("clock", "the rate of the clock", CLOCK, CLOCK_BY_TIME)
            .tooth("T17", "the velocity part does not increase", IVT, IVS, product("1", "1", "0", "1"))
            .ownToothEqual("clock-percent", "the clock runs one per cent faster", CLOCK.scaled(101, 100), CLOCK_BY_TIME, product("1", "1", "0", "1"))
            .ownToothEqual("entropy-percent", "the entropy is one per cent larger", HT.scaled(101, 100), REDUCED_ENTROPY, product("1", "1/5", "0", "1"))
            .ownToothEqual("score-velocity", "the relative score is its own pull-back by the flow", LATER_SCORE, PULLED, product("1", "1/5", "0", "1"))
            .on(KineticFlowFamily::draw, edges());
    }

    private static Claim<HasKineticFlow> convergence() {
        return claim("K3", "convergence of the kinetic flow", Provenance.derived(
                "the abstract covers the kinetic Ornstein-Uhlenbeck process", "the rates are derived here: (a) from the reduction, (b) for every "
                    + "initial law of position and velocity, checked on Gaussian ones, the order of matrices along one direction at a time"))
            .restsOn("K1", "K2", "R3")
            .given(Hypothesis.exactly("a law other than the standard Gaussian", f -> !isStandard(f)))
            .atMost("a", "relative entropy from an independent velocity", HT, RHO2.times(H0)).about(KineticFlowClaims::isProduct)
            .attainedWhen(f -> f.kineticFlow().hasUnitCovariance())
            .atMost("b", "relative entropy from any law", HT, NORM2.times(HS))
            .attainedWhen(f -> f.kineticFlow().decaysSlowest())
            .atMost("b-information", "the matrix of the Fisher information, along one direction", LOEWNER_LEFT, LOEWNER_RIGHT)
            .about(f -> f.kineticFlow().seesInformation()).attainedWhen(f -> f.kineticFlow().hasKnownScore())
            .tooth("T16", "relative entropy decays like e^{-2T}", HT, DECAY.times(H0), product("1", "1", "0", "3"))
            .ownTooth("b-rate", "relative entropy from any law decays like e^{-2u}", HT, DECAY_U.times(HS), product("1", "1", "0", "1"))
            .ownTooth("b-information-percent", "the matrix is one per cent smaller", LOEWNER_LEFT, LOEWNER_RIGHT.scaled(99, 100),
                product("1", "1", "0", "1"))
            .on(KineticFlowFamily::draw, edges());
    }

    private static boolean isProduct(HasKineticFlow flow) {
        return flow.kineticFlow().isProduct();
    }

    private static boolean isStandard(HasKineticFlow flow) {
        return flow.kineticFlow().hasUnitCovariance() && flow.kineticFlow().instance().mean().stream().allMatch(Rational::isZero);
    }

    private static List<Edge<HasKineticFlow>> edges() {
        return List.of(
            new Edge<>("Gaussian shift from time 0, where (a) is an equality", product("1", "1", "0", "1")),
            new Edge<>("table G data", product("1", "1/5", "0", "1/10")),
            new Edge<>("correlated position and velocity", correlated()),
            new Edge<>("a small time", product("0", "1/100", "0", "1/1000")),
            new Edge<>("a long time", product("-2", "3", "1", "30")),
            new Edge<>("a shift of the velocity", flow(List.of("0", "1"), List.of("1", "0", "1"), "0", "2")),
            new Edge<>("along a direction of unit variance, where (b) is an equality", flow(List.of("1", "0"), List.of("1", "0", "2"), "1/2", "2")),
            new Edge<>("a shift along the direction that decays slowest, where (b) is an equality", flow(List.of("3", "1"), List.of("1", "0", "1"), "0", "3/4")),
            new Edge<>("across the only direction of the score", flow(List.of("0", "0"), List.of("1", "0", "2"), "2", "3")),
            new Edge<>("fast and narrow", flow(List.of("1", "0"), List.of("1/100", "0", "10"), "1/2", "3/4")));
    }

    private static HasKineticFlow correlated() {
        return flow(List.of("1", "-1/2"), List.of("2", "1/2", "1/3"), "1/2", "5/4");
    }

    private static HasKineticFlow product(String mean, String variance, String s, String t) {
        return new KineticFlow(KineticFlow.Instance.product(Rational.parse(mean), Rational.parse(variance), Rational.parse(s), Rational.parse(t)));
    }

    private static HasKineticFlow flow(List<String> mean, List<String> lower, String s, String t) {
        Matrix<Rational> covariance = Matrix.of(2, 2, (i, j) -> Rational.parse(lower.get(i + j)));
        return new KineticFlow(new KineticFlow.Instance(mean.stream().map(Rational::parse).toList(), covariance, Rational.parse(s),
            Rational.parse(t), List.of(Rational.of(3, 2), Rational.of(-1)), List.of(Rational.ONE, Rational.TWO)));
    }

    private static Claim.Builder<HasKineticFlow> claim(String id, String title, Provenance provenance) {
        return Claim.of(FisherKl.ID, id, title, HasKineticFlow.class, provenance);
    }

    private static Quantity<HasKineticFlow> of(String name, String tex, String meaning, Function<KineticFlow, Expr> definition) {
        return Quantity.of(name, tex, meaning, f -> definition.apply(f.kineticFlow()));
    }
}
