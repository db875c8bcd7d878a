package org.apodix.theorems.generalizationgap;

import static org.apodix.expression.Formula.number;
import static org.apodix.theorems.generalizationgap.TrainingQuantities.BETA;
import static org.apodix.theorems.generalizationgap.TrainingQuantities.BFRO;
import static org.apodix.theorems.generalizationgap.TrainingQuantities.C;
import static org.apodix.theorems.generalizationgap.TrainingQuantities.EB2;
import static org.apodix.theorems.generalizationgap.TrainingQuantities.EG2;
import static org.apodix.theorems.generalizationgap.TrainingQuantities.DESCENT;
import static org.apodix.theorems.generalizationgap.TrainingQuantities.L_STAR;
import static org.apodix.theorems.generalizationgap.TrainingQuantities.L_STAR_GAIN;
import static org.apodix.theorems.generalizationgap.TrainingQuantities.R;
import static org.apodix.theorems.generalizationgap.TrainingQuantities.THETA;
import static org.apodix.theorems.generalizationgap.TrainingQuantities.of;

import java.util.function.Function;
import org.apodix.audit.Claim;
import org.apodix.audit.Hypothesis;
import org.apodix.audit.Provenance;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Quantity;
import org.apodix.expression.Variable;
import org.apodix.proof.Domain;

/** G1, G4: the training problem and its gradient flow in closed form. */
final class TrainingClaims {

    private static final Quantity<TrainingRun> T = of("T", "T", "", TrainingRun::horizon);
    private static final Quantity<TrainingRun> ROOT_T = of("rootT", "\\sqrt T", "", r -> r.horizon().sqrt());
    private static final Quantity<TrainingRun> G_LAST = of("G1m", "G_{1m}", "", r -> r.gram().entry(0, r.instance().width() - 1));
    private static final Quantity<TrainingRun> G_TIME = of("G1m_quadrature", "\\tfrac1m\\textstyle\\int_0^TE[\\cos a_1\\cos a_m]dt",
        "by quadrature, $a_j=w_j\\cdot X_t+u_jt+b_j$ jointly normal within a mode", TrainingRun::lastGramByQuadrature);
    private static final Quantity<TrainingRun> B_LAST = of("Bdm", "B_{dm}", "",
        r -> r.linear().entry(r.instance().dimension() - 1, r.instance().width() - 1));
    private static final Quantity<TrainingRun> B_TIME = of("Bdm_quadrature",
        "{-\\tfrac{w_{md}}{\\sqrt m}\\textstyle\\int_0^TE\\sin a_m\\,dt}", "by quadrature", TrainingRun::lastLinearByQuadrature);
    private static final Quantity<TrainingRun> GFRO = of("Gfro", "|G|", "", r -> GradientFlows.norm(r.gram()));
    private static final Quantity<TrainingRun> TRACE = of("traceG", "\\mathrm{tr}\\,G", "", r -> r.gram().trace());
    private static final Quantity<TrainingRun> HAT_EB2 = of("hatEB2", "\\hat E|B(X_0)|^2", "closed form with the sample's $\\hat\\chi$",
        r -> r.sampleMoments().linearSecondMoment());
    private static final Quantity<TrainingRun> MEAN_B2 = of("meanB2", "\\tfrac1n\\textstyle\\sum_k|B(x_k)|^2", "point by point",
        r -> mean(r, k -> r.pointMoments().get(k).linear().squaredNorm()));
    private static final Quantity<TrainingRun> HAT_EG2 = of("hatEG2", "\\hat E|G(X_0)|^2", "closed form with the sample's $\\hat\\chi$",
        r -> r.sampleMoments().gramSecondMoment());
    private static final Quantity<TrainingRun> MEAN_G2 = of("meanG2", "\\tfrac1n\\textstyle\\sum_k|G(x_k)|^2", "point by point",
        r -> mean(r, k -> r.pointMoments().get(k).gram().squaredNorm()));
    private static final Quantity<TrainingRun> POINT_B = of("pointB", "|B(x_1)|", "", r -> GradientFlows.norm(r.pointMoments().get(0).linear()));
    private static final Quantity<TrainingRun> POINT_G = of("pointG", "|G(x_1)|", "", r -> GradientFlows.norm(r.pointMoments().get(0).gram()));

    private static final Quantity<TrainingRun> SHIFT = of("shift", "1+T", "", r -> r.horizon().plus(Expr.ONE));

    private static final Variable Y = new Variable("y");
    private static final Quantity<TrainingRun> RISE = of("rise", "1-e^{-y^2}", "", r -> Y.square().negate().expm1().negate());
    private static final Quantity<TrainingRun> LINE = of("y", "y", "", r -> Y);

    private static final Quantity<TrainingRun> PART_B = of("partB", "\\max_j|w_j|^2({\\rm Im}\\,e^{i\\varphi}E_j)^2", "$E_j=E_T(-\\frac{|w_j|^2}2+iu_j)$",
        PhaseBounds::linear);
    private static final Quantity<TrainingRun> PART_G = of("partG", "\\max_j\\tfrac12\\big(T+{\\rm Re}\\,e^{2i\\varphi}E'_j\\big)",
        "$E'_j=E_T(-2|w_j|^2+2iu_j)$", PhaseBounds::trace);
    private static final Quantity<TrainingRun> POINT_TRACE = of("pointTrace", "{\\rm tr}\\,G(x_1)", "", r -> r.pointMoments().get(0).gram().trace());
    private static final Quantity<TrainingRun> POINT_PARTS_B = of("pointPartsB", "{\\tfrac1m\\textstyle\\sum_j|w_j|^2({\\rm Im}\\,e^{i\\varphi_j}E_j)^2}",
        "$\\varphi_j=w_j\\cdot x_1+b_j$", PhaseBounds::linearAtPoint);
    private static final Quantity<TrainingRun> POINT_PARTS_G = of("pointPartsG", "{\\tfrac1{2m}\\textstyle\\sum_j\\big(T+{\\rm Re}\\,e^{2i\\varphi_j}E'_j\\big)}", "",
        PhaseBounds::traceAtPoint);
    private static final Quantity<TrainingRun> REACH = of("reachB", "\\big(\\tfrac1m\\textstyle\\sum_j|w_j|^2|E_j|^2\\big)^{1/2}",
        "at least $\\sup_x|B(x)|$", PhaseBounds::reach);

    private static final Quantity<TrainingRun> STATIONARY = of("thetaG", "|\\theta(\\tau)G|", "",
        r -> GradientFlows.norm(r.theta().times(r.gram())));
    private static final Quantity<TrainingRun> BY_EXPONENTIAL = of("BminusBexp", "|B-Be^{-\\tau G}|", "",
        r -> GradientFlows.norm(r.linear().minus(r.linear().times(r.gram().scale(r.tau().negate()).exponential()))));
    private static final Quantity<TrainingRun> TAU = of("tau", "\\tau", "", GradientFlows::tau);
    private static final Quantity<TrainingRun> GRADIENT = of("gradient", "|\\theta(\\tau)G+B|", "", GradientFlows::gradientNorm);
    private static final Quantity<TrainingRun> DECAYED = of("Bexp", "|Be^{-\\tau G}|", "",
        r -> GradientFlows.norm(r.linear().times(r.gram().scale(r.tau().negate()).exponential())));
    private static final Quantity<TrainingRun> LATER = of("thetaLater", "|\\theta(2\\tau)|", "", r -> GradientFlows.norm(later(r).theta()));
    private static final Quantity<TrainingRun> DESCENT_LATER = of("laterMinusC", "{L(\\theta(2\\tau))-C}", "",
        r -> later(r).withoutConstant(later(r).theta()));
    private static final Quantity<TrainingRun> FALL = of("fall", "{C-L(\\theta(\\tau))}", "", r -> r.withoutConstant(r.theta()).negate());
    private static final Quantity<TrainingRun> FEWER = of("LstarFewer", "{L^*_{m-1}-C}", "without the last feature",
        r -> L_STAR_GAIN.in(r.withoutLastFeature()));

    private TrainingClaims() { }

    private static Expr mean(TrainingRun run, Function<Integer, Expr> value) {
        int n = run.instance().sample().size();
        return Expr.sum(java.util.stream.IntStream.range(0, n).mapToObj(value::apply).toList()).over(n);
    }

    private static GradientFlows later(TrainingRun run) {
        return new GradientFlows(run.gram(), run.linear(), run.gram(), run.linear(), run.constant(), run.tau().times(2), run.minimizer());
    }

    static Claim<TrainingRun> closedForms() {
        return claim("G1", "the training problem in closed form", Provenance.derived(
                "ReLU features on a box; a factor d log(d+1) hidden in its bounds",
                "cosine features, for which every integral is elementary and the bounds are free of the dimension"))
            .equal("G", "an entry of G against quadrature in time, shifted away from 0", T.plus(G_LAST), T.plus(G_TIME))
            .equal("B", "an entry of B against quadrature in time, shifted away from 0",
                SHIFT.plus(B_LAST), SHIFT.plus(B_TIME))
            .atMost("trace", "the trace", TRACE, T)
            .atMost("point-G", "|G(x)| at a point of the sample", POINT_G, T).about(r -> !r.isExact())
            .atMost("point-B", "|B(x)| at a point of the sample", POINT_B, BETA).about(r -> !r.isExact())
            .atMost("all-x-B", "|B(x)| for all x: every feature's part, whatever its phase w_j.x + b_j", PART_B, T.scaled(9026 * 9026, 100_000_000))
            .everywhere(PhaseBounds.RANGE, r -> PhaseBounds.period()).about(r -> !r.isConstant())
            .atMost("all-x-G", "tr G(x), hence |G(x)|, for all x: the same", PART_G, T)
            .everywhere(PhaseBounds.RANGE, r -> PhaseBounds.period()).about(TrainingRun::moves)
            .equal("point-parts-B", "at a point of the sample these parts add up to |B(x)|^2, shifted away from 0", SHIFT.plus(POINT_B.squared()),
                SHIFT.plus(POINT_PARTS_B)).about(r -> !r.isExact())
            .equal("point-parts-G", "and to tr G(x)", SHIFT.plus(POINT_TRACE), SHIFT.plus(POINT_PARTS_G)).about(r -> !r.isExact())
            .atMost("all-x-beta", "|B(x)| for all x, since |Im z| <= |z|", REACH, BETA).attainedWhen(TrainingRun::hasRealParts)
            .atMost("beta", "the bound of B without dimension", BETA, ROOT_T.scaled(9026, 10_000))
            .atMost("c1", "the constant behind it (outside of this range by 1 - e^(-y^2) <= min(1, y^2)); the same for all instances, so proved on few", RISE, LINE.scaled(6382, 10_000))
            .everywhere("y \\in [\\tfrac14,2]", r -> Domain.interval(Y, Rational.of(1, 4), Rational.TWO))
            .about(r -> r.instance().width() == 1 && r.isExact())
            .equal("EB2", "the second moment of B of the sample, point by point, shifted away from 0", T.plus(HAT_EB2), T.plus(MEAN_B2))
            .about(r -> !r.isExact())
            .equal("EG2", "the second moment of G of the sample, point by point", HAT_EG2, MEAN_G2).about(r -> !r.isExact())
            .atMost("moment-B", "the second moment of B is at most beta^2", EB2, BETA.squared())
            .atMost("jensen-G", "the second moment of G is at least |G|^2", GFRO.squared(), EG2)
            .attainedWhen(TrainingRun::isConstant)
            .atMost("moment-G", "and at most T^2", EG2, T.squared())
            .tooth("c1", "63/100 in place of c_1", RISE, LINE.scaled(63, 100), Witnesses.i1())
            .toothEverywhere("y \\in [\\tfrac14,2]", r -> Domain.interval(Y, Rational.of(1, 4), Rational.TWO))
            .ownTooth("all-x-B", "89/100 in place of 0.9026 for all x", PART_B, T.scaled(89 * 89, 10_000), Witnesses.steep())
            .toothEverywhere(PhaseBounds.RANGE, r -> PhaseBounds.period())
            .ownTooth("all-x-G", "nine tenths of T for all x", PART_G, T.scaled(9, 10), Witnesses.slow())
            .toothEverywhere(PhaseBounds.RANGE, r -> PhaseBounds.period())
            .ownToothEqual("point-parts-B", "twice these parts", SHIFT.plus(POINT_B.squared()), SHIFT.plus(POINT_PARTS_B.scaled(2, 1)), Witnesses.i2())
            .ownToothEqual("point-parts-G", "one per cent more of them", SHIFT.plus(POINT_TRACE), SHIFT.plus(POINT_PARTS_G.scaled(101, 100)), Witnesses.i2())
            .ownTooth("all-x-beta", "nine tenths of beta for all x", REACH, BETA.scaled(9, 10), Witnesses.i4())
            .ownToothEqual("B-sign", "B with the other sign", SHIFT.plus(B_LAST), SHIFT.minus(B_TIME), Witnesses.i1())
            .ownToothEqual("G-half", "G without the factor 1/2", T.plus(G_LAST), T.plus(G_TIME.scaled(2, 1)), Witnesses.i2())
            .ownTooth("beta-half", "half of beta for the point", POINT_B, BETA.scaled(1, 2), Witnesses.i4())
            .ownToothEqual("EB2-percent", "the second moment of B is one per cent larger", T.plus(HAT_EB2), T.plus(MEAN_B2).scaled(101, 100), Witnesses.i2())
            .ownToothEqual("EG2-percent", "the second moment of G is one per cent larger", HAT_EG2, MEAN_G2.scaled(101, 100), Witnesses.i2())
            .on(TrainingFamily::drawAny, Witnesses.training());
    }

    static Claim<TrainingRun> flow() {
        return claim("G4", "gradient flow in closed form", Provenance.derived("its Lemma 5 bounds the norm in a clock of its own",
                "exact for cosine features; the bounds of the norm in the clock of theta"))
            .restsOn("G1", "G2")
            .given(Hypothesis.exactly("$B\\ne0$, or constant features", r -> !r.isFlat() || r.isConstant()))
            .equal("flow", "theta(tau) G against the exponential", STATIONARY, BY_EXPONENTIAL).about(r -> !r.isFlat())
            .equal("gradient", "the gradient at theta(tau) is the first one, contracted", GRADIENT, DECAYED)
            .about(r -> !r.isFlat() && isShort(r))
            .atMost("norm-B", "the norm by the speed at the start", THETA, TAU.times(BFRO))
            .atMost("norm-R", "the norm by that of the minimizer", THETA, R).about(TrainingClaims::hasNotConverged)
            .atMost("norm-C", "the norm by the descent", THETA.squared(), TAU.times(FALL))
            .atMost("norm-grows", "the norm does not decrease", THETA, LATER).about(TrainingClaims::hasNotConverged)
            .atMost("loss-falls", "the loss does not increase", DESCENT_LATER, DESCENT).about(r -> hasNotConverged(r) && !r.isFlat())
            .atMost("least", "the least loss", L_STAR_GAIN, DESCENT).about(r -> hasNotConverged(r) && !r.isFlat())
            .atMost("range", "is not negative", number(0), L_STAR).about(r -> r.hasDifferentFeatures() && r.knowsConstant())
            .atMost("start", "and training gains on the zero network", DESCENT, number(0)).about(r -> !r.isFlat())
            .atMost("nested", "one feature more never increases it", L_STAR_GAIN, FEWER)
            .about(r -> r.instance().width() > 1 && r.hasDifferentFeatures() && !r.isFlat())
            .ownTooth("norm-half", "half of the norm at the start", THETA, TAU.times(BFRO).scaled(1, 2), Witnesses.g9a("1/10"))
            .ownTooth("norm-R", "nine tenths of the norm of the minimizer", THETA, R.scaled(9, 10), Witnesses.g9a("20"))
            .ownTooth("norm-C", "the norm by a third of the descent", THETA.squared(), TAU.times(FALL).scaled(1, 3), Witnesses.g9a("1"))
            .ownToothEqual("flow", "the exponential at half of the rate", STATIONARY, BFRO, Witnesses.i1())
            .ownToothEqual("gradient", "the gradient after twice the time", GRADIENT, DECAYED.times(DECAYED).over(BFRO), Witnesses.g9a("1"))
            .ownTooth("rises", "the loss increases", DESCENT, DESCENT_LATER, Witnesses.i1())
            .ownTooth("nested", "one feature more gains nothing", FEWER, L_STAR_GAIN, Witnesses.i1())
            .ownTooth("range", "the least loss is at least nine tenths of C", C.scaled(9, 10), L_STAR, Witnesses.i1())
            .on(TrainingFamily::drawAny, Witnesses.training());
    }

    /** Later, the distance to the limit, e^{-tau lambda} with lambda <= T, may be below every precision. */
    private static boolean hasNotConverged(TrainingRun run) {
        return run.hasDifferentFeatures() && isShort(run);
    }

    private static boolean isShort(TrainingRun run) {
        return run.instance().tau().times(run.instance().horizon()).compareTo(Rational.of(200)) <= 0;
    }

    private static Claim.Builder<TrainingRun> claim(String id, String title, Provenance provenance) {
        return Claim.of(GeneralizationGap.ID, id, title, TrainingRun.class, provenance);
    }
}
