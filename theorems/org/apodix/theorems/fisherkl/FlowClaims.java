package org.apodix.theorems.fisherkl;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apodix.audit.Claim;
import org.apodix.audit.Draw;
import org.apodix.audit.Edge;
import org.apodix.audit.Provenance;
import org.apodix.diffusion.Mixture;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Quantity;

/**
 * R1, R2, R3 and R9(a, b): the Ornstein-Uhlenbeck flow between two times s < t, u = t - s.
 *
 * <p>Notation: p_t the law at time t, f_t its density relative to gamma, r_t = grad log f_t, H_t = KL(p_t | gamma),
 * I_t = I(p_t | gamma) = E|r_t(X_t)|^2.
 */
final class FlowClaims {

    static final Function<GaussianFlow.Pair, Expr> EARLIER_ENTROPY = p -> p.earlier().relativeEntropy();
    static final Function<GaussianFlow.Pair, Expr> LATER_ENTROPY = p -> p.later().relativeEntropy();
    static final Function<GaussianFlow.Pair, Expr> EARLIER_FISHER = p -> p.earlier().relativeFisherInformation();
    static final Function<GaussianFlow.Pair, Expr> LATER_FISHER = p -> p.later().relativeFisherInformation();
    static final Function<GaussianFlow.Pair, Expr> SECOND_MOMENT = p -> p.data().secondMoment();

    static final Quantity<TwoTimes> HS = Quantity.of("Hs", "H_s", "$\\mathrm{KL}(p_s|\\gamma)$", TwoTimes::earlierEntropy);
    static final Quantity<TwoTimes> HT = Quantity.of("Ht", "H_t", "$\\mathrm{KL}(p_t|\\gamma)$", TwoTimes::laterEntropy);
    static final Quantity<TwoTimes> IS = Quantity.of("Is", "I_s", "$I(p_s|\\gamma)$", TwoTimes::earlierFisher);
    static final Quantity<TwoTimes> IT = Quantity.of("It", "I_t", "$I(p_t|\\gamma)$", TwoTimes::laterFisher);
    static final Quantity<MomentModel> MOMENT_FISHER = Quantity.of("It", "I_t", "$I(p_t|\\gamma)$", MomentModel::momentFisher);
    static final Quantity<MomentModel> MOMENT_ENTROPY = Quantity.of("Ht", "H_t", "$\\mathrm{KL}(p_t|\\gamma)$", MomentModel::momentEntropy);

    private static final Quantity<TwoTimes> REGRESSION =
        gaussian("regression", "z\\cdot E[X_s|X_t{=}x]", "from the joint Gaussian law of $(X_s,X_t)$", GaussianFlow.Pair::regression);
    private static final Quantity<TwoTimes> TWEEDIE = gaussian("tweedie", "z\\cdot\\left(e^{-u}x+2\\sinh(u)\\,r_t(x)\\right)",
        "Tweedie's formula", p -> p.tweedie(Expr.ONE.over(p.q()).minus(p.q())));
    private static final Quantity<TwoTimes> TWEEDIE_FROZEN = gaussian("tweedie_frozen", "z\\cdot\\left(e^{-u}x+2(1-e^{-u})\\,r_t(x)\\right)",
        "with the coefficient of the exponential integrator", p -> p.tweedie(Expr.ONE.minus(p.q()).times(2)));
    private static final Quantity<TwoTimes> SCORE = gaussian("score_t", "z\\cdot r_t(x)", "relative score at the later time",
        GaussianFlow.Pair::laterScore);
    private static final Quantity<TwoTimes> MEAN_SCORE = gaussian("mean_score_s", "z\\cdot E[r_s(X_s)|X_t{=}x]",
        "from the joint Gaussian law", GaussianFlow.Pair::meanEarlierScore);
    private static final Quantity<TwoTimes> INCREMENT = gaussian("increment", "E|r_s(X_s)-\\lambda r_t(X_t)|^2",
        "from the joint Gaussian law", GaussianFlow.Pair::increment);
    private static final Quantity<TwoTimes> INCREMENT_WEIGHT = Quantity.of("increment_weight", "\\left(2\\lambda e^u-\\lambda^2\\right)",
        "$\\lambda$ is a parameter of the instance", m -> {
            var f = ((HasFlow) m).flow();
            var lambda = Expr.of(f.instance().lambda());
            return lambda.times(2).over(f.q()).minus(lambda.square());
        });
    private static final Quantity<TwoTimes> MIXTURE_SCORE = mixture("score_h", "r_h(x)", "at one point $x$", LawRun::scoreAtPoint);
    private static final Quantity<TwoTimes> MIXTURE_MEAN_SCORE = mixture("mean_score_0", "E[r_0(X_0)|X_h{=}x]", "by quadrature", LawRun::meanScoreAtPoint);
    private static final Quantity<TwoTimes> MIXTURE_MEAN = mixture("mean_0", "E[X_0|X_h{=}x]", "by quadrature", LawRun::meanAtPoint);
    private static final Quantity<TwoTimes> MIXTURE_TWEEDIE = mixture("tweedie_h", "\\left(e^{-h}x+2\\sinh(h)\\,r_h(x)\\right)", "Tweedie's formula",
        LawRun::tweedieAtPoint);
    private static final Quantity<TwoTimes> CONTRACTION = between("contraction", "e^{-u}", "$u=t-s$", q -> q);
    private static final Quantity<TwoTimes> CONTRACTION2 = between("contraction2", "e^{-2u}", "$u=t-s$", q -> q.square());
    private static final Quantity<TwoTimes> CONTRACTION3 = between("contraction3", "e^{-3u}", "$u=t-s$", q -> q.pow(3));
    private static final Quantity<TwoTimes> EXPANSION = between("expansion", "\\tfrac12(e^{2u}-1)", "$u=t-s$",
        q -> Expr.ONE.over(q.square()).minus(Expr.ONE).over(2));
    private static final Quantity<TwoTimes> KAPPA = between("kappa_u", "\\tfrac12(1-e^{-2u})", "$u=t-s$",
        q -> Expr.ONE.minus(q.square()).over(2));

    /** For Gaussian data on the line, with a = e^-v: I_v = a^2 m^2 + a^4 (s - 1)^2/(1 + a^2 (s - 1)), s the variance of the data. */
    private static final Quantity<TwoTimes> FISHER_OVER_TIME = Quantity.of("fisher_over_time", "\\textstyle\\int_s^tI_v\\,dv",
        "by quadrature", m -> ((HasFlow) m).flow().fisherOverTime());

    static final Quantity<MomentModel> MOMENT_BOUND = Quantity.of("fisher_moment",
        "e^{-2t}\\left(M_2+\\tfrac{d}{e^{2t}-1}\\right)", "$M_2=E|X_0|^2$", MomentModel::fisherBound);
    static final Quantity<MomentModel> POSTERIOR_GAP = Quantity.of("posterior_gap",
        "\\tfrac{e^{-2t}}{(1-e^{-2t})^2}E\\,\\mathrm{tr\\,Cov}(X_0|X_t)", "the posterior variance of the data",
        m -> m.isPoint() ? Expr.ZERO : ((HasFlow) m).flow().additive(p -> {
            var a2 = p.a().times(p.q()).square();
            return p.posteriorVariance().times(a2).over(Expr.ONE.minus(a2).square());
        }));
    static final Quantity<MomentModel> ENTROPY_MOMENT = Quantity.of("entropy_moment",
        "\\tfrac12\\left(e^{-2t}M_2-d\\,e^{-2t}-d\\ln(1-e^{-2t})\\right)", "its value for a point mass", MomentModel::entropyBound);

    private FlowClaims() { }

    static List<Claim<?>> claims() {
        return List.of(tweedie(), fisherDecay(), entropy());
    }

    private static Claim<TwoTimes> tweedie() {
        return Claim.of(FisherKl.ID, "R1", "Tweedie's formula and the backward martingale", TwoTimes.class, new Provenance(Provenance.Origin.CLASSICAL, "",
                "Tweedie's formula and the commutation of gradient and semigroup; the left sides are computed from the joint Gaussian law, on mixtures the "
                    + "conditional means by quadrature over the earlier point"))
            .equal("a", "the relative score at the later time is a discounted conditional mean of the earlier one",
                SCORE, CONTRACTION.times(MEAN_SCORE)).about(m -> m instanceof HasFlow)
            .equal("b", "the conditional mean of the earlier state is affine in the later score", REGRESSION, TWEEDIE).about(m -> m instanceof HasFlow)
            .equal("a-mixture", "the same on a mixture", MIXTURE_SCORE, CONTRACTION.times(MIXTURE_MEAN_SCORE)).about(FlowClaims::isMixture)
            .equal("b-mixture", "the same on a mixture", MIXTURE_MEAN, MIXTURE_TWEEDIE).about(FlowClaims::isMixture)
            .ownToothEqual("undiscounted", "the score itself is a backward martingale", SCORE, MEAN_SCORE, tableA())
            .ownToothEqual("frozen", "the exponential integrator's mean is the conditional mean", REGRESSION, TWEEDIE_FROZEN, tableA())
            .ownToothEqual("undiscounted-mixture", "the score itself is a backward martingale on a mixture", MIXTURE_SCORE, MIXTURE_MEAN_SCORE,
                LineWitnesses.mixture(2, LineScore.Kind.EXACT))
            .on(GaussFlowFamily::draw, withMixtures());
    }

    /** Of mixtures with centers farther than twenty standard deviations, or steps shorter than a tenth of one, the quadrature takes minutes. */
    private static boolean isMixture(TwoTimes model) {
        return model instanceof LawRun run && run.law() instanceof Mixture mixture && mixture.hasFiniteFisher() && !mixture.isStandard()
            && mixture.centers().stream().allMatch(c -> c.pow(2).compareTo(mixture.componentVariance().times(Rational.of(400))) <= 0)
            && Rational.ONE.minus(run.q().pow(2)).times(Rational.of(100)).compareTo(mixture.componentVariance()) >= 0;
    }

    private static List<Edge<TwoTimes>> withMixtures() {
        var all = new ArrayList<Edge<TwoTimes>>();
        edges().forEach(edge -> all.add(new Edge<>(edge.label(), edge.model())));
        LineWitnesses.edges().stream().filter(edge -> isMixture(edge.model())).forEach(edge -> all.add(new Edge<>(edge.label(), edge.model())));
        return List.copyOf(all);
    }

    private static Claim<TwoTimes> fisherDecay() {
        return Claim.of(FisherKl.ID, "R2", "exact increments and decay of the Fisher information", TwoTimes.class, Provenance.derived("",
                "an identity for every real $\\lambda$; the paper needs only its consequences"))
            .restsOn("R1")
            .equal("increment", "the mean square of r_s - lambda r_t, for every real lambda", INCREMENT, IS.minus(INCREMENT_WEIGHT.times(IT)))
            .about(m -> m instanceof HasFlow)
            .atMost("decay", "e^{2t} I_t does not increase", IT, CONTRACTION2.times(IS))
            .about(TwoTimes::hasFiniteFisher).attainedWhen(TwoTimes::isShift)
            .ownToothEqual("unweighted", "the increment is the difference of the Fisher informations", INCREMENT, IS.minus(IT), tableA())
            .tooth("T2", "e^{3t} I_t does not increase", IT, CONTRACTION3.times(IS), shift())
            .on(FlowClaims::drawAny, allEdges());
    }

    private static Claim<TwoTimes> entropy() {
        return Claim.of(FisherKl.ID, "R3", "entropy sandwich, decay, de Bruijn and logarithmic Sobolev inequality", TwoTimes.class,
            new Provenance(Provenance.Origin.CLASSICAL, "", "de Bruijn's identity with the monotone e^{2t} I_t; the constants are sharp"))
            .restsOn("R2")
            .equal("de-Bruijn", "the entropy lost is the time integral of the Fisher information", HS.minus(HT), FISHER_OVER_TIME)
            .about(FlowClaims::isOnLine)
            .atMost("lower", "the entropy lost is at least what the later Fisher information gives", EXPANSION.times(IT), HS.minus(HT))
            .attainedWhen(TwoTimes::isShift)
            .atMost("upper", "and at most what the earlier one gives", HS.minus(HT), KAPPA.times(IS)).about(TwoTimes::hasFiniteFisher)
            .attainedWhen(TwoTimes::isShift)
            .atMost("decay", "relative entropy decays at rate two", HT, CONTRACTION2.times(HS))
            .attainedWhen(TwoTimes::isShift)
            .atMost("log-sobolev", "the logarithmic Sobolev inequality of the Gaussian", HS, IS.scaled(1, 2)).about(TwoTimes::hasFiniteFisher)
            .attainedWhen(TwoTimes::isShift)
            .ownToothEqual("de-Bruijn-half", "half of it", HS.minus(HT), FISHER_OVER_TIME.scaled(1, 2), tableA())
            .ownTooth("lower-percent", "the entropy lost is one per cent more than the lower bound", EXPANSION.times(IT).scaled(101, 100),
                HS.minus(HT), shift())
            .ownTooth("upper-percent", "and one per cent less than the upper bound", HS.minus(HT), KAPPA.times(IS).scaled(99, 100), shift())
            .tooth("T1", "logarithmic Sobolev inequality with the constant 0.49", HS, IS.scaled(49, 100), shift())
            .ownTooth("decay-3", "relative entropy decays at rate three", HT, CONTRACTION3.times(HS), shift())
            .on(FlowClaims::drawAny, allEdges());
    }

    /** Non-trivial Gaussian data on the line. */
    private static boolean isOnLine(TwoTimes model) {
        return model instanceof HasFlow f && f.flow().data().dimension() == 1 && f.flow().data().isDense() && !f.flow().data().isStandard();
    }

    /** The edges of Gaussian flows, and other data. */
    private static List<Edge<TwoTimes>> allEdges() {
        var all = new ArrayList<Edge<TwoTimes>>();
        edges().forEach(edge -> all.add(new Edge<>(edge.label(), edge.model())));
        LineWitnesses.edges().forEach(edge -> all.add(new Edge<>(edge.label(), edge.model())));
        return List.copyOf(all);
    }

    /** Gaussian flows, and now and then the first step of a run on other data. */
    private static TwoTimes drawAny(Draw draw) {
        return draw.integer(0, 9) < 9 ? GaussFlowFamily.draw(draw) : LineFamily.draw(draw);
    }

    static List<Edge<HasFlow>> edges() {
        var quarter = Rational.of(1, 4);
        return List.of(
            new Edge<>("Gaussian shift, s = 0", shift()),
            new Edge<>("Gaussian shift in three dimensions", flow(GaussianData.shifted(
                List.of(Rational.of(-1), Rational.of(1, 2), Rational.of(2, 3))), Rational.of(3, 4), Rational.of(4, 5), Rational.of(5, 4))),
            new Edge<>("standard Gaussian", flow(GaussianData.shifted(List.of(Rational.ZERO)), Rational.ONE, quarter, Rational.ZERO)),
            new Edge<>("nearly degenerate", flow(GaussianData.onLine(Rational.ZERO, Rational.of(1, 1_000_000)), Rational.ONE,
                Rational.of(99, 100), Rational.ONE)),
            new Edge<>("wide", flow(GaussianData.onLine(Rational.of(3), Rational.of(100)), Rational.ONE, quarter, Rational.of(-1))),
            new Edge<>("table A", tableA()),
            new Edge<>("independent coordinates", flow(GaussianData.independent(List.of(Rational.ONE, Rational.of(-2), Rational.ZERO),
                List.of(Rational.of(1, 10), Rational.of(1), Rational.of(7))), Rational.of(1, 2), Rational.of(1, 3), Rational.of(3))),
            new Edge<>("long time", flow(GaussianData.onLine(Rational.ONE, Rational.of(1, 5)), Rational.ONE,
                Rational.of(1, 1_000_000), Rational.ONE)));
    }

    /** N(1, 1), s = 0, e^-u = 1/2: where the entropy and Fisher inequalities are equalities. */
    private static HasFlow shift() {
        return flow(GaussianData.shifted(List.of(Rational.ONE)), Rational.ONE, Rational.of(1, 2), Rational.ONE);
    }

    private static HasFlow tableA() {
        return flow(GaussianData.onLine(Rational.ONE, Rational.of(1, 5)), Rational.ONE, Rational.of(9, 10), Rational.of(1, 2));
    }

    private static HasFlow flow(GaussianData data, Rational a, Rational q, Rational lambda) {
        var x = data.mean().stream().map(m -> Rational.of(3, 2)).toList();
        var z = data.mean().stream().map(m -> Rational.ONE).toList();
        return new GaussianFlow(new GaussianFlow.Instance(data, a, q, lambda, x, z));
    }

    private static Quantity<TwoTimes> mixture(String name, String tex, String meaning, Function<LawRun, Expr> definition) {
        return Quantity.of(name, tex, meaning, m -> definition.apply((LawRun) m));
    }

    private static Quantity<TwoTimes> gaussian(String name, String tex, String meaning, Function<GaussianFlow.Pair, Expr> definition) {
        return Quantity.of(name, tex, meaning, m -> ((HasFlow) m).flow().additive(definition));
    }

    private static Quantity<TwoTimes> between(String name, String tex, String meaning, Function<Expr, Expr> definition) {
        return Quantity.of(name, tex, meaning, m -> definition.apply(m.contraction()));
    }
}
