package org.apodix.theorems.fisherkl;

import static org.apodix.expression.Formula.number;

import java.util.List;
import java.util.function.Function;
import org.apodix.audit.Claim;
import org.apodix.audit.Draw;
import org.apodix.audit.Edge;
import org.apodix.audit.Hypothesis;
import org.apodix.audit.Provenance;
import org.apodix.diffusion.AffineSampler;
import org.apodix.diffusion.Mixture;
import org.apodix.diffusion.Scheme;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Quantity;

/** R13 and R14: what the output really is for Gaussian data. */
final class ClosedFormClaims {

    private static final Scheme EI = Scheme.EXPONENTIAL_INTEGRATOR;
    private static final Scheme TW = Scheme.TWEEDIE;

    static final Quantity<Refinement> EXPONENT_EI = refinement("exponent_EI", "\\mathrm{slope}(\\ln\\mathrm{truth}_{EI})", m -> m.exponent(s -> s.truth(EI)));
    static final Quantity<Refinement> EXPONENT_TW = refinement("exponent_TW", "\\mathrm{slope}(\\ln\\mathrm{truth}_{TW})", m -> m.exponent(s -> s.truth(TW)));
    static final Quantity<Refinement> FINEST_EI = refinement("finest_EI", "\\mathrm{truth}_{EI}/h^2", m -> m.finest(EI));
    static final Quantity<Refinement> FINEST_TW = refinement("finest_TW", "\\mathrm{truth}_{TW}/h^2", m -> m.finest(TW));
    static final Quantity<Refinement> LIMIT_EI = refinement("limit_EI",
        "\\tfrac14\\left[\\tfrac1v+\\tfrac{v\\ln v}{1-v}\\right]^2+\\tfrac{m^2}8\\tfrac{v\\ln^2v}{(1-v)^2}", Refinement::limitEi);
    static final Quantity<Refinement> LIMIT_TW = refinement("limit_TW", "\\tfrac14\\left[\\tfrac{1-v}v\\right]^2", Refinement::limitTw);

    /** z* where z(1/rho - 1 + ln rho), rho = z psi_1(z), is largest, to five digits: it only chooses instances. */
    private static final Rational Z_STAR = Rational.of(26157, 100_000);

    private static final Quantity<ClosedFormModel> TRUTH_EI = run(OuQuantities.TRUTH_EI);
    private static final Quantity<ClosedFormModel> TRUTH_TW = run(OuQuantities.TRUTH_TW);
    private static final Quantity<ClosedFormModel> CHAIN_EI = run(OuQuantities.CHAIN_EI);
    private static final Quantity<ClosedFormModel> H = run(OuQuantities.H);
    private static final Quantity<ClosedFormModel> I0 = run(OuQuantities.I0);
    private static final Quantity<ClosedFormModel> SHIFT_EI = shift("shift_EI",
        "\\tfrac{|m|^2}2\\big[q^{2N}+\\theta(1-q^{2N})\\big]^2", (power, r) ->
            power.plus(r.weights().theta().times(Expr.ONE.minus(power))).square().over(2));
    private static final Quantity<ClosedFormModel> SHIFT_TW = shift("shift_TW", "\\tfrac{|m|^2}2q^{4N}", (power, r) -> power.square().over(2));
    private static final Quantity<ClosedFormModel> SHIFT_TW_5 = shift("shift_TW_5", "\\tfrac{|m|^2}2q^{5N}", (power, r) -> r.decay(5).over(2));
    private static final Quantity<ClosedFormModel> SHIFT_CHAIN = shift("shift_chain",
        "|m|^2\\Big[\\tfrac12-\\tfrac{2q(1-q^{2N})}{(1+q)^2}\\Big]", (power, r) -> {
            var q = Expr.of(r.q());
            return Expr.HALF.minus(q.times(2).times(Expr.ONE.minus(power)).over(Expr.ONE.plus(q).square()));
        });
    private static final Quantity<ClosedFormModel> VARIANCE = run(OuQuantities.of("v", "v", "data variance", s -> s.law(0).covariance().trace()));

    private static final Quantity<ClosedFormModel> MATCHED_PRODUCT = matched("product_1", "E[r_h\\,\\hat s_1]", r -> r.productByQuadrature(1));
    private static final Quantity<ClosedFormModel> MATCHED_SQUARE = matched("square_1", "E|\\hat s_1|^2", r -> r.score().square(1));
    private static final Quantity<ClosedFormModel> FISHER = matched("I1", "I_h", r -> r.fisher(1));

    private static final Quantity<ClosedFormModel> BRACKET_EI = bracketed("truth_EI", "\\mathrm{truth}_{EI}", r -> r.truth(EI));
    private static final Quantity<ClosedFormModel> BRACKET_TW = bracketed("truth_TW", "\\mathrm{truth}_{TW}", r -> r.truth(TW));
    private static final Quantity<ClosedFormModel> EXACT_CHAIN_EI = bracketed("chain_EI", "\\mathrm{chain}_{EI}", r -> r.run().chain(EI));
    private static final Quantity<ClosedFormModel> EXACT_CHAIN_TW = bracketed("chain_TW", "\\mathrm{chain}_{TW}", r -> r.run().chain(TW));
    private static final Quantity<ClosedFormModel> BRACKET_GAP_EI = bracketed("gap_EI",
        "\\big|\\mathrm{truth}_{EI}-\\mathrm{KL}(\\mu|N(\\hat m,\\hat V))\\big|", r -> r.truth(EI).minus(r.closedForm(EI)).abs());
    private static final Quantity<ClosedFormModel> BRACKET_GAP_TW = bracketed("gap_TW",
        "\\big|\\mathrm{truth}_{TW}-\\mathrm{KL}(\\mu|N(\\hat m,\\hat V))\\big|", r -> r.truth(TW).minus(r.closedForm(TW)).abs());

    private static final Quantity<OuRun> ABSOLUTE_VARIANCE = OuQuantities.of("var_absolute", "\\mathrm{tr}\\,\\hat V_{abs}",
        "output variance with the absolute score frozen", s -> s.outputOfFrozenAbsoluteScore().covariance().trace());
    private static final Quantity<OuRun> ABSOLUTE_TRUTH = OuQuantities.of("truth_absolute", "\\mathrm{truth}_{abs}",
        "divergence of the output with the absolute score frozen", s -> s.law(0).divergence(s.outputOfFrozenAbsoluteScore()));
    private static final Quantity<OuRun> ONE_STEP_VARIANCE = Quantity.of("var_one_step", "d\\,\\big(1+2(e^h-1)^2\\big)", "",
        r -> oneStepVariance(r).times(dimension(r)));
    private static final Quantity<OuRun> ONE_STEP_TRUTH = Quantity.of("truth_one_step", "\\tfrac d2\\big(\\tfrac1{V_1}-1+\\ln V_1\\big)",
        "$V_1=1+2(e^h-1)^2$", r -> {
            var v = oneStepVariance(r);
            return Expr.ONE.over(v).minus(Expr.ONE).plus(v.log()).times(dimension(r)).over(2);
        });

    private ClosedFormClaims() { }

    static List<Claim<?>> claims() {
        return List.of(truth(), absoluteScore());
    }

    private static Claim<ClosedFormModel> truth() {
        var tolerance = Rational.of(1, 8);
        var refinement = new Refinement(new Refinement.Instance(Rational.ONE, Rational.of(1, 5), 9, List.of(50, 100, 200)));
        return Claim.of(FisherKl.ID, "R13", "the output's divergence in closed form", ClosedFormModel.class,
                Provenance.derived("", "(a), (b), (c) on Gaussian data; (b) and (c) are limits: (b) is "
                    + "fitted, (c) is checked at finite step sizes around the worst variance; (d) is on mixtures and tilts; "
                    + "(e) is a bracket of the output's divergence, about a hundredth wide in the claim and below a thousandth in what is evaluated"))
            .restsOn("R1", "R4")
            .equal("a-EI", "Gaussian shift, exponential integrator", TRUTH_EI, SHIFT_EI).about(ClosedFormClaims::isShift)
            .equal("a-TW", "Gaussian shift, Tweedie scheme", TRUTH_TW, SHIFT_TW).about(ClosedFormClaims::isShift)
            .equal("a-chain", "Gaussian shift, chain of the exponential integrator", CHAIN_EI, SHIFT_CHAIN).about(ClosedFormClaims::isShift)
            .fit("b-EI", "for fixed data the divergence is of order h^2", refined(EXPONENT_EI), number(2), tolerance)
            .about(m -> m instanceof Refinement)
            .fit("b-TW", "the same for the Tweedie scheme", refined(EXPONENT_TW), number(2), tolerance).about(m -> m instanceof Refinement)
            .fit("b-limit-EI", "with the stated coefficient", refined(FINEST_EI).over(refined(LIMIT_EI)), number(1), tolerance)
            .about(m -> m instanceof Refinement)
            .fit("b-limit-TW", "with the stated coefficient", refined(FINEST_TW).over(refined(LIMIT_TW)), number(1), tolerance)
            .about(m -> m instanceof Refinement)
            .atMost("c", "on data of variance 2 z* h, no constant below 0.1728 in front of h I can hold", H.times(I0).scaled(108, 625), TRUTH_EI)
            .about(ClosedFormClaims::isNarrow)
            .onlyIf(Hypothesis.atMost("v >= 0.521 h", H.scaled(521, 1000), VARIANCE))
            .onlyIf(Hypothesis.atMost("v <= 0.525 h", VARIANCE, H.scaled(525, 1000)))
            .equal("d", "the score of the Gaussian with the same moments: its product with the true score is its own square", MATCHED_PRODUCT,
                MATCHED_SQUARE)
            .about(ClosedFormClaims::isMatchedMixture)
            .atMost("d-error", "so its error is what the Fisher information exceeds the Gaussian's by, and not negative", MATCHED_SQUARE, FISHER)
            .about(m -> m instanceof LawRun r && r.knowsTruth() && !r.isOneGaussian())
            .atMost("d-truth", "its output is no farther than its chain", TRUTH_EI, CHAIN_EI)
            .about(m -> m instanceof LawRun r && r.knowsTruth())
            .attainedWhen(m -> ((OuRun) m).hasZeroNetwork())
            .atMost("e", "the output of exact scores on a mixture, bracketed to a hundredth, is no farther than its chain and a hundredth", BRACKET_EI,
                EXACT_CHAIN_EI.plus(number(1, 100)))
            .about(ClosedFormClaims::isBracketed)
            .atMost("e-TW", "the same for the Tweedie scheme", BRACKET_TW, EXACT_CHAIN_TW.plus(number(1, 100))).about(ClosedFormClaims::isBracketed)
            .atMost("e-known", "on one Gaussian the bracket is within a hundredth of the closed form", BRACKET_GAP_EI, number(1, 100))
            .about(m -> m instanceof ExactTruthRun r && r.isOneGaussian())
            .atMost("e-known-TW", "the same for the Tweedie scheme", BRACKET_GAP_TW, number(1, 100))
            .about(m -> m instanceof ExactTruthRun r && r.isOneGaussian())
            .ownToothEqual("d-score", "its product with the true score is the square of the true score", MATCHED_PRODUCT, FISHER,
                LineWitnesses.mixture(1, LineScore.Kind.MOMENTS))
            .ownTooth("d-truth-tenth", "its output is at most a tenth as far as its chain", TRUTH_EI, CHAIN_EI.scaled(1, 10),
                LineWitnesses.mixture(2, LineScore.Kind.MOMENTS))
            .ownTooth("e-third", "the output of exact scores is at most a third as far as its chain", BRACKET_EI, EXACT_CHAIN_EI.scaled(1, 3),
                ExactTruthFamily.tableM())
            .ownTooth("e-third-TW", "the same for the Tweedie scheme", BRACKET_TW, EXACT_CHAIN_TW.scaled(1, 3), ExactTruthFamily.tableM())
            .ownTooth("e-closed", "on two Gaussians the closed form of one is within a hundredth", BRACKET_GAP_EI, number(1, 100), ExactTruthFamily.tableM())
            .ownTooth("e-closed-TW", "the same for the Tweedie scheme", BRACKET_GAP_TW, number(1, 100), ExactTruthFamily.tableM())
            .ownToothEqual("a-schemes", "a shift has the same output under both schemes", TRUTH_EI, SHIFT_TW, Witnesses.shift(100))
            .ownToothEqual("a-chain-half", "half of the chain's divergence", CHAIN_EI, SHIFT_CHAIN.scaled(1, 2), Witnesses.shift(100))
            .ownToothFit("b-order-TW", "for fixed data the Tweedie divergence is of order h", refined(EXPONENT_TW), number(1), tolerance, refinement)
            .ownToothEqual("a-rate", "the shift is forgotten at rate five", TRUTH_TW, SHIFT_TW_5, Witnesses.shift(100))
            .ownToothFit("b-order-1", "for fixed data the divergence is of order h", refined(EXPONENT_EI), number(1), tolerance, refinement)
            .ownTooth("c-0.18", "no constant below 0.18 can hold", H.times(I0).scaled(9, 50), TRUTH_EI, narrow(100))
            .on(ClosedFormClaims::draw, List.of(
                new Edge<>("shift in three dimensions", (ClosedFormModel) Witnesses.edges(false).get(1).model()),
                new Edge<>("mixture of table C with the moment-matched score", LineWitnesses.mixture(2, LineScore.Kind.MOMENTS)),
                new Edge<>("mixture of table M, the output of exact scores", ExactTruthFamily.tableM()),
                new Edge<>("one Gaussian as a mixture, the output of exact scores", ExactTruthFamily.of(List.of(Rational.ONE), List.of(Rational.ONE), "1/2", "4/5",
                    2)),
                new Edge<>("shift, one step", Witnesses.shift(1)),
                new Edge<>("shift, 100 steps", Witnesses.shift(100)),
                new Edge<>("finer grids at (1, 1/5)", refinement),
                new Edge<>("v = 2 z* h, n = 20", narrow(20)),
                new Edge<>("v = 2 z* h, n = 200", narrow(200))));
    }

    private static Claim<OuRun> absoluteScore() {
        return Claim.of(FisherKl.ID, "R14", "freezing the absolute score fails", OuRun.class,
                Provenance.derived("", "data that are Gaussian already, where every bound on the relative score is 0"))
            .given(Hypothesis.exactly("the data law is the standard Gaussian, exact scores", r -> r.isStandard() && r.hasExactScores()
                && OuQuantities.isGaussian(r)))
            .atMost("variance", "the output variance exceeds 1 by what one step does", ONE_STEP_VARIANCE, ABSOLUTE_VARIANCE)
            .attainedWhen(ClosedFormClaims::forgetsItsStart)
            .atMost("truth", "so the output stays away from the data", ONE_STEP_TRUTH, ABSOLUTE_TRUTH)
            .attainedWhen(ClosedFormClaims::forgetsItsStart)
            .tooth("T11", "R7 holds with the absolute score frozen", ABSOLUTE_TRUTH,
                OuQuantities.decay(2).times(OuQuantities.H0).plus(OuQuantities.H.times(OuQuantities.I0)), Witnesses.standard(1, "9/10", 1))
            .on(draw -> new GaussianRun(GaussianRun.Instance.exact(GaussOuFamily.drawStep(draw), draw.integer(1, 40),
                GaussianData.shifted(java.util.Collections.nCopies(draw.integer(1, 4), Rational.ZERO)))), List.of(
                new Edge<>("one step", Witnesses.standard(1, "9/10", 1)),
                new Edge<>("e^h = 2, where the slope vanishes", Witnesses.standard(2, "1/2", 5)),
                new Edge<>("fine grid", Witnesses.standard(1, "99/100", 200))));
    }

    private static boolean isShift(ClosedFormModel model) {
        return model instanceof GaussianRun r && r.hasExactScores() && r.data().hasUnitCovariance();
    }

    /** Centered data on the line, q >= 19/20, T at least about 4. */
    private static boolean isNarrow(ClosedFormModel model) {
        return model instanceof GaussianRun r && r.hasExactScores() && r.data().dimension() == 1 && r.data().mean().get(0).isZero()
            && r.q().compareTo(Rational.of(19, 20)) >= 0
            && Rational.ONE.minus(r.q()).times(Rational.of(r.steps())).compareTo(Rational.of(4)) >= 0
            && r.data().covariance(0, 0).compareTo(Rational.ONE.minus(r.q())) < 0;
    }

    /** q = 1 - 1/n, N = 5n, v close to 2 z* h by the series h = 1/n + 1/(2n^2) + 1/(3n^3) + ... */
    private static GaussianRun narrow(int n) {
        var x = Rational.of(1, n);
        var h = x.plus(x.pow(2).over(Rational.of(2))).plus(x.pow(3).over(Rational.of(3)));
        return new GaussianRun(GaussianRun.Instance.exact(Rational.of(n - 1, n), 5 * n,
            GaussianData.onLine(Rational.ZERO, h.times(Z_STAR).times(Rational.TWO))));
    }

    private static Quantity<ClosedFormModel> matched(String name, String tex, Function<LawRun, Expr> definition) {
        return Quantity.of(name, tex, "with the moment-matched score", m -> definition.apply((LawRun) m));
    }

    private static Quantity<ClosedFormModel> bracketed(String name, String tex, Function<ExactTruthRun, Expr> definition) {
        return Quantity.of(name, tex, "with exact scores", m -> definition.apply((ExactTruthRun) m));
    }

    private static boolean isBracketed(ClosedFormModel model) {
        return model instanceof ExactTruthRun;
    }

    private static boolean isMatchedMixture(ClosedFormModel model) {
        return model instanceof LawRun run && run.knowsTruth() && run.law() instanceof Mixture && !run.hasZeroNetwork();
    }

    private static ClosedFormModel draw(Draw draw) {
        return switch (draw.integer(0, 19)) {
            case 19 -> draw.yes() ? LineFamily.drawMixture(draw).matched() : ExactTruthFamily.draw(draw);
            case 17, 18 -> LineFamily.drawTilt(draw).matched();
            case 15, 16 -> RefinementFamily.draw(draw);
            case 13, 14 -> narrow(draw.integer(20, 200));
            default -> new GaussianRun(GaussianRun.Instance.exact(GaussOuFamily.drawStep(draw), draw.integer(1, 60),
                GaussianData.shifted(draw.list(draw.integer(1, 4), m -> m.rational(-3, 3, 4)))));
        };
    }

    /** One step, or e^h = 2, where the factor (2 - e^h)^2 of the old variance vanishes. */
    private static boolean forgetsItsStart(OuRun run) {
        return run.steps() == 1 || run.q().equals(Rational.of(1, 2));
    }

    private static long dimension(OuRun run) {
        return ((GaussianRun) run).data().dimension();
    }

    private static Expr oneStepVariance(OuRun run) {
        return Expr.ONE.over(Expr.of(run.q())).minus(Expr.ONE).square().times(2).plus(Expr.ONE);
    }

    private static Quantity<Refinement> refinement(String name, String tex, Function<Refinement, Expr> definition) {
        return Quantity.of(name, tex, "", definition);
    }

    private static Quantity<ClosedFormModel> refined(Quantity<Refinement> quantity) {
        return quantity.of((ClosedFormModel m) -> (Refinement) m, "", "");
    }

    private static Quantity<ClosedFormModel> run(Quantity<OuRun> quantity) {
        return quantity.of((ClosedFormModel m) -> (OuRun) m, "", "");
    }

    /** |m|^2 times a function of q^{2N}. */
    private static Quantity<ClosedFormModel> shift(String name, String tex, java.util.function.BiFunction<Expr, GaussianRun, Expr> factor) {
        return run(Quantity.of(name, tex, "", r -> ((GaussianRun) r).additive(s -> s.law(0).mean().squaredNorm())
            .times(factor.apply(r.decay(2), (GaussianRun) r))));
    }
}
