package org.apodix.theorems.generalizationgap;

import static org.apodix.expression.Formula.number;
import static org.apodix.theorems.generalizationgap.TrainingQuantities.B11;
import static org.apodix.theorems.generalizationgap.TrainingQuantities.BETA;
import static org.apodix.theorems.generalizationgap.TrainingQuantities.BFRO;
import static org.apodix.theorems.generalizationgap.TrainingQuantities.C;
import static org.apodix.theorems.generalizationgap.TrainingQuantities.EB2;
import static org.apodix.theorems.generalizationgap.TrainingQuantities.EG2;
import static org.apodix.theorems.generalizationgap.TrainingQuantities.G11;
import static org.apodix.theorems.generalizationgap.TrainingQuantities.LOSS;
import static org.apodix.theorems.generalizationgap.TrainingQuantities.L_STAR;
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
    private static final Quantity<TrainingRun> G11_TIME = of("G11_quadrature", "\\tfrac1m\\textstyle\\int_0^TE\\cos^2(w_1\\cdot X_t+u_1t+b_1)dt",
        "by quadrature", TrainingRun::firstGramByQuadrature);
    private static final Quantity<TrainingRun> B11_TIME = of("B11_quadrature",
        "{-\\tfrac{w_{11}}{\\sqrt m}\\textstyle\\int_0^TE\\sin(w_1\\cdot X_t+u_1t+b_1)dt}", "by quadrature", TrainingRun::firstLinearByQuadrature);
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

    private static final Variable Y = new Variable("y");
    private static final Quantity<TrainingRun> RISE = of("rise", "1-e^{-y^2}", "", r -> Y.square().negate().expm1().negate());
    private static final Quantity<TrainingRun> LINE = of("y", "y", "", r -> Y);

    private static final Quantity<TrainingRun> STATIONARY = of("thetaG", "|\\theta(\\tau)G|", "",
        r -> GradientFlows.norm(r.theta().times(r.gram())));
    private static final Quantity<TrainingRun> BY_EXPONENTIAL = of("BminusBexp", "|B-Be^{-\\tau G}|", "",
        r -> GradientFlows.norm(r.linear().minus(r.linear().times(r.gram().scale(r.tau().negate()).exponential()))));
    private static final Quantity<TrainingRun> TAU = of("tau", "\\tau", "", GradientFlows::tau);
    private static final Quantity<TrainingRun> LATER = of("thetaLater", "|\\theta(2\\tau)|", "", r -> GradientFlows.norm(later(r).theta()));
    private static final Quantity<TrainingRun> LOSS_LATER = of("lossLater", "L(\\theta(2\\tau))", "", r -> later(r).loss(later(r).theta()));
    private static final Quantity<TrainingRun> FALL = of("fall", "{C-L(\\theta(\\tau))}", "", r -> r.withoutConstant(r.theta()).negate());
    private static final Quantity<TrainingRun> FEWER = of("LstarFewer", "L^*_{m-1}", "without the last feature",
        r -> L_STAR.in(r.withoutLastFeature()));

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
            .equal("G", "an entry of G against quadrature in time", G11, G11_TIME)
            .equal("B", "an entry of B against quadrature in time, shifted away from 0",
                T.plus(number(1)).plus(B11), T.plus(number(1)).plus(B11_TIME))
            .atMost("trace", "the trace", TRACE, T)
            .atMost("point-G", "|G(x)| at a point of the sample", POINT_G, T).about(r -> !r.isExact())
            .atMost("point-B", "|B(x)| at a point of the sample", POINT_B, BETA).about(r -> !r.isExact())
            .atMost("beta", "the bound of B without dimension", BETA, ROOT_T.scaled(9026, 10_000))
            .atMost("c1", "the constant behind it (outside of this range by 1 - e^(-y^2) <= min(1, y^2)); the same for all instances, tried with one feature", RISE, LINE.scaled(6382, 10_000))
            .everywhere("y \\in [\\tfrac14,2]", r -> Domain.interval(Y, Rational.of(1, 4), Rational.TWO))
            .about(r -> r.instance().width() == 1)
            .equal("EB2", "the second moment of B of the sample, point by point, shifted away from 0", T.plus(HAT_EB2), T.plus(MEAN_B2))
            .about(r -> !r.isExact())
            .equal("EG2", "the second moment of G of the sample, point by point", HAT_EG2, MEAN_G2).about(r -> !r.isExact())
            .atMost("moment-B", "the second moment of B is at most beta^2", EB2, BETA.squared())
            .atMost("jensen-G", "the second moment of G is at least |G|^2", GFRO.squared(), EG2)
            .attainedWhen(TrainingRun::isConstant)
            .atMost("moment-G", "and at most T^2", EG2, T.squared())
            .tooth("c1", "63/100 in place of c_1", RISE, LINE.scaled(63, 100), Witnesses.i1())
            .toothEverywhere("y \\in [\\tfrac14,2]", r -> Domain.interval(Y, Rational.of(1, 4), Rational.TWO))
            .ownToothEqual("B-sign", "B with the other sign", T.plus(number(1)).plus(B11), T.plus(number(1)).minus(B11_TIME), Witnesses.i1())
            .ownToothEqual("G-half", "G without the factor 1/2", G11, G11_TIME.scaled(2, 1), Witnesses.i4())
            .ownTooth("beta-half", "half of beta for the point", POINT_B, BETA.scaled(1, 2), Witnesses.i4())
            .ownToothEqual("EB2-percent", "the second moment of B is one per cent larger", T.plus(HAT_EB2), T.plus(MEAN_B2).scaled(101, 100), Witnesses.i2())
            .ownToothEqual("EG2-percent", "the second moment of G is one per cent larger", HAT_EG2, MEAN_G2.scaled(101, 100), Witnesses.i2())
            .on(TrainingFamily::draw, Witnesses.training());
    }

    static Claim<TrainingRun> flow() {
        return claim("G4", "gradient flow in closed form", Provenance.derived("its Lemma 5 bounds the norm in a clock of its own",
                "exact for cosine features; the bounds of the norm in the clock of theta"))
            .restsOn("G1")
            .given(Hypothesis.exactly("$B\\ne0$, or constant features", r -> !r.isFlat() || r.isConstant()))
            .equal("flow", "theta(tau) G against the exponential", STATIONARY, BY_EXPONENTIAL).about(r -> !r.isFlat())
            .atMost("norm-B", "the norm by the speed at the start", THETA, TAU.times(BFRO))
            .atMost("norm-R", "the norm by that of the minimizer", THETA, R).about(TrainingClaims::hasNotConverged)
            .atMost("norm-C", "the norm by the descent", THETA.squared(), TAU.times(FALL))
            .atMost("norm-grows", "the norm does not decrease", THETA, LATER).about(TrainingClaims::hasNotConverged)
            .atMost("loss-falls", "the loss does not increase", LOSS_LATER, LOSS).about(r -> hasNotConverged(r) && !r.isFlat())
            .atMost("least", "the least loss", L_STAR, LOSS).about(r -> hasNotConverged(r) && !r.isFlat())
            .atMost("range", "is not negative", number(0), L_STAR).about(TrainingRun::hasDifferentFeatures)
            .atMost("start", "and training gains on C", LOSS, C).about(r -> !r.isFlat())
            .atMost("nested", "one feature more never increases it", L_STAR, FEWER)
            .about(r -> r.instance().width() > 1 && r.hasDifferentFeatures() && !r.isFlat())
            .ownTooth("norm-half", "half of the norm at the start", THETA, TAU.times(BFRO).scaled(1, 2), Witnesses.g9a("1/10"))
            .ownTooth("norm-R", "nine tenths of the norm of the minimizer", THETA, R.scaled(9, 10), Witnesses.g9a("20"))
            .ownTooth("norm-C", "the norm by a third of the descent", THETA.squared(), TAU.times(FALL).scaled(1, 3), Witnesses.g9a("1"))
            .ownToothEqual("flow", "the exponential at half of the rate", STATIONARY, BFRO, Witnesses.i1())
            .ownTooth("rises", "the loss increases", LOSS, LOSS_LATER, Witnesses.i1())
            .on(TrainingFamily::draw, Witnesses.training());
    }

    /** Later, the distance to the limit, e^{-tau lambda} with lambda <= T, may be below every precision. */
    private static boolean hasNotConverged(TrainingRun run) {
        return run.hasDifferentFeatures() && run.instance().tau().times(run.instance().horizon()).compareTo(Rational.of(200)) <= 0;
    }

    private static Claim.Builder<TrainingRun> claim(String id, String title, Provenance provenance) {
        return Claim.of(GeneralizationGap.ID, id, title, TrainingRun.class, provenance);
    }
}
