package org.apodix.theorems.generalizationgap;

import static org.apodix.theorems.generalizationgap.TrainingQuantities.BETA;
import static org.apodix.theorems.generalizationgap.TrainingQuantities.DB;
import static org.apodix.theorems.generalizationgap.TrainingQuantities.DG;
import static org.apodix.theorems.generalizationgap.TrainingQuantities.EXCESS;
import static org.apodix.theorems.generalizationgap.TrainingQuantities.LOSS_HAT;
import static org.apodix.theorems.generalizationgap.TrainingQuantities.MAIN;
import static org.apodix.theorems.generalizationgap.TrainingQuantities.MAIN_COMPARATOR;
import static org.apodix.theorems.generalizationgap.TrainingQuantities.of;

import java.util.ArrayList;
import java.util.List;
import org.apodix.audit.Claim;
import org.apodix.audit.Draw;
import org.apodix.audit.Edge;
import org.apodix.audit.Hypothesis;
import org.apodix.audit.Provenance;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Formula;
import org.apodix.expression.Quantity;

/** G9: the main theorem with explicit constants. */
final class MainClaims {

    /** The confidence at which part (c) is tried; it holds at each. */
    static final Rational DELTA = Rational.of(1, 20);

    private static final Quantity<TrainingRun> T = of("T", "T", "", TrainingRun::horizon);
    private static final Quantity<TrainingRun> ETA = of("eta", "\\eta", "$\\eta_n(\\delta/2)=(1+\\sqrt{2\\log(2/\\delta)})/\\sqrt n$ at $\\delta=\\tfrac1{20}$",
        r -> eta(r.instance().sample().size(), DELTA.over(Rational.TWO)));
    private static final Quantity<TrainingRun> SQUARES = of("bracket", "\\big[\\tfrac R{2\\sqrt\\tau}+\\sqrt\\tau D_\\tau\\big]^2", "",
        TrainingQuantities::bracket);
    private static final Quantity<TrainingRun> PROBABLE = of("probableRhs",
        "\\tfrac1e\\big[\\tfrac R{2\\sqrt\\tau}+\\sqrt\\tau D_0(1+\\tau T\\eta)\\big]^2", "$D_0=(\\beta+TR)\\eta$", r -> probable(r, r.tau()));
    private static final Quantity<TrainingRun> AT_BEST = of("bestRhs",
        "\\tfrac1e\\big[\\tfrac R{2\\sqrt{\\tau^\\circ}}+\\sqrt{\\tau^\\circ}D_0(1+\\tau^\\circ T\\eta)\\big]^2", "at $\\tau^\\circ=\\tfrac R{2D_0}$",
        r -> probable(r, bestTime(r)));
    private static final Quantity<TrainingRun> STOPPED = of("excessAtBest", "L(\\hat\\theta(\\tau^\\circ))-L^*", "$\\tau^\\circ=\\tfrac R{2D_0}$, whatever the $\\tau$ of the run",
        MainClaims::stopped);
    private static final Quantity<TrainingRun> STATISTICAL = of("statistical", "\\tfrac{25}{8e}R(\\beta+TR)\\eta", "",
        r -> statistical(r, ETA.in(r)));
    private static final Quantity<TrainingRun> ROOT_N = of("rootN", "\\sqrt n", "", r -> Expr.of(r.instance().sample().size()).sqrt());
    private static final Quantity<TrainingRun> COMPARATOR_LOSS = of("comparatorLoss", "L(\\bar\\theta)", "$\\bar\\theta$ with all entries 1",
        r -> r.loss(r.ones()));
    private static final Quantity<TrainingRun> COMPARATOR = of("comparator", "\\tfrac{|\\bar\\theta|^2}{\\tau}", "", r -> r.ones().squaredNorm().over(r.tau()));
    private static final Quantity<TrainingRun> RIDGE_LOSS = of("ridgeLoss", "L(\\bar\\theta_\\tau)",
        "$\\bar\\theta_\\tau=-B(G+\\tfrac1{2\\tau}I)^{-1}$, the minimizer of $L+\\tfrac1{4\\tau}|\\cdot|^2$", r -> r.loss(r.ridge()));
    private static final Quantity<TrainingRun> RIDGE = of("ridge", "\\tfrac{|\\bar\\theta_\\tau|^2}{\\tau}", "", r -> r.ridge().squaredNorm().over(r.tau()));
    private static final Quantity<TrainingRun> SPREAD = of("spread", "\\tfrac{2\\tau}eD_\\tau^2", "",
        r -> r.tau().times(2).over(Expr.ONE.exp()).times(r.driving().square()));
    private static final Quantity<TrainingRun> DRIVING = of("D", "D_\\tau", "", GradientFlows::driving);
    private static final Quantity<TrainingRun> APRIORI = of("aprioriD", "(|\\Delta_B|+|\\Delta_G|\\rho)(1+\\tau|\\Delta_G|)",
        "$\\rho=2|\\bar\\theta|+\\sqrt{2\\tau L(\\bar\\theta)}$", MainClaims::apriori);
    private static final Quantity<TrainingRun> WITHOUT_B = of("aprioriWithoutB", "|\\Delta_G|\\rho(1+\\tau|\\Delta_G|)", "",
        r -> r.gramDistance().times(rho(r)).times(growth(r)));
    private static final Quantity<TrainingRun> ZERO_LOSS = of("lossAt0", "L(0)", "", GradientFlows::constant);
    private static final Quantity<TrainingRun> ZERO_EXCESS = of("excessAt0", "{L(0)-L^*}", "", r -> r.minimizerGain().negate());

    private static final Quantity<TrainingRun> BIAS = of("bias", "\\tfrac{R^2}{4e\\tau}", "",
        r -> r.minimizer().squaredNorm().over(r.tau().times(4).times(Expr.ONE.exp())));

    private MainClaims() { }

    /** eta_n(delta) of G7b. */
    static Expr eta(int n, Rational delta) {
        return Expr.ONE.plus(Expr.of(delta.inverse()).log().times(2).sqrt()).over(Expr.of(n).sqrt());
    }

    /** 25/(8e) R (beta + T R) eta. */
    static Expr statistical(TrainingRun run, Expr eta) {
        var r = run.minimizerNorm();
        return r.times(run.beta().plus(run.horizon().times(r))).times(eta).times(25).over(Expr.ONE.exp().times(8));
    }

    private static Expr probable(TrainingRun run, Expr tau) {
        var eta = ETA.in(run);
        var d0 = run.beta().plus(run.horizon().times(run.minimizerNorm())).times(eta);
        var growth = Expr.ONE.plus(tau.times(run.horizon()).times(eta));
        return run.minimizerNorm().over(tau.sqrt().times(2)).plus(tau.sqrt().times(d0).times(growth)).square().over(Expr.ONE.exp());
    }

    /** tau-circle = R/(2 D_0), D_0 = (beta + T R) eta. */
    private static Expr bestTime(TrainingRun run) {
        return run.minimizerNorm().over(run.beta().plus(run.horizon().times(run.minimizerNorm())).times(ETA.in(run)).times(2));
    }

    private static Expr stopped(TrainingRun run) {
        var flows = run.at(bestTime(run));
        return flows.excess(flows.thetaHat());
    }

    private static Expr apriori(TrainingRun run) {
        return run.linearDistance().plus(run.gramDistance().times(rho(run))).times(growth(run));
    }

    /** 2 |theta-bar| + sqrt(2 tau L(theta-bar)). */
    private static Expr rho(TrainingRun run) {
        return GradientFlows.norm(run.ones()).times(2).plus(Simple.root(run.tau().times(2).times(run.loss(run.ones()))));
    }

    private static Expr growth(TrainingRun run) {
        return Expr.ONE.plus(run.tau().times(run.gramDistance()));
    }

    static Claim<TrainingRun> theorem() {
        Formula<TrainingRun> rkhs = COMPARATOR_LOSS.scaled(2, 1).plus(COMPARATOR.scaled(1, 2)).plus(SPREAD);
        return Claim.of(GeneralizationGap.ID, "G9", "the main theorem, with explicit constants", TrainingRun.class, Provenance.derived(
                "Theorem 1: with probability $1-\\delta$, $D_{\\rm KL}\\lesssim\\tfrac{\\tau^4}{mn}+\\tfrac{\\tau^3}{m^2}+\\tfrac1\\tau$ + approximation + prior, so "
                    + "$n^{-2/5}+m^{-4/5}$; constants hidden",
                "bounded cosine features in place of ReLU on a box, mixtures in place of compact support; the bound is of the same kind with better exponents. "
                    + "Executed: the bounds of the loss. The divergence is at most the loss plus that of the prior by G3, which is executed on Gaussian runs only; "
                    + "part (c) is executed for the sample at hand where it lies in the event, not over samples"))
            .restsOn("G1", "G3", "G4", "G5", "G6", "G7", "G8")
            .given(Hypothesis.exactly("something is learned, or the features are constant", r -> !r.isBlind()))
            .atMost("a", "excess of the loss", EXCESS, MAIN).about(TrainingRun::hasDifferentFeatures)
            .attainedWhen(r -> r.isConstant() && r.isExact())
            .against(ZERO_EXCESS, TrainingRun::hasDifferentFeatures)
            .atMost("b", "the loss itself, without the least one", LOSS_HAT, MAIN_COMPARATOR).about(TrainingRun::knowsConstant)
            .attainedWhen(TrainingRun::learnsNothing)
            .against(ZERO_LOSS, r -> true)
            .atMost("c", "on the event of G7", EXCESS, PROBABLE).about(r -> r.hasDifferentFeatures() && !r.isExact())
            .onlyIf(Hypothesis.atMost("$|\\Delta_B|\\le\\beta\\eta$", DB, BETA.times(ETA)))
            .onlyIf(Hypothesis.atMost("$|\\Delta_G|\\le T\\eta$", DG, T.times(ETA)))
            .against(ZERO_EXCESS, r -> true)
            .atMost("c-best", "at the best time", AT_BEST, STATISTICAL).about(r -> r.hasDifferentFeatures() && !r.isExact() && !r.isFlat())
            .against(ZERO_EXCESS, r -> true)
            .atMost("c-stop", "what is trained on the sample up to that time, on the event of G7", STOPPED, STATISTICAL)
            .about(r -> r.hasDifferentFeatures() && !r.isExact() && !r.isFlat())
            .onlyIf(Hypothesis.atMost("$|\\Delta_B|\\le\\beta\\eta$", DB, BETA.times(ETA)))
            .onlyIf(Hypothesis.atMost("$|\\Delta_G|\\le T\\eta$", DG, T.times(ETA)))
            .against(ZERO_EXCESS, r -> true)
            .atMost("d", "against any comparator, without the minimizer", LOSS_HAT, rkhs).about(TrainingRun::knowsConstant)
            .against(ZERO_LOSS, r -> true)
            .atMost("d-ridge", "against the minimizer of the ridge objective", LOSS_HAT, RIDGE_LOSS.scaled(2, 1).plus(RIDGE.scaled(1, 2)).plus(SPREAD))
            .about(TrainingRun::knowsConstant).against(ZERO_LOSS, r -> true)
            .atMost("d-driving", "and its D_tau", DRIVING, APRIORI).about(TrainingRun::knowsConstant)
            .tooth("G9a", "1/3 in place of 1/e", EXCESS, SQUARES.scaled(1, 3), Witnesses.g9a("1"))
            .ownTooth("b-half", "half of the comparator form", LOSS_HAT, MAIN_COMPARATOR.scaled(1, 2), Witnesses.g9a("1"))
            .ownTooth("c-bias", "without the statistical term", EXCESS, BIAS, Witnesses.i1())
            .ownTooth("c-best", "9/8 in place of 25/8", AT_BEST, STATISTICAL.scaled(9, 25), Witnesses.i1())
            .ownTooth("d-loss", "a quarter of the comparator's loss alone", LOSS_HAT, COMPARATOR_LOSS.scaled(1, 4), Witnesses.g9a("1000"))
            .ownTooth("c-stop", "the rate 1/n with the same constant", STOPPED, STATISTICAL.over(ROOT_N), Witnesses.thousand())
            .ownTooth("d-driving", "without Delta_B", DRIVING, WITHOUT_B, Witnesses.sameGram())
            .on(MainClaims::drawSpokenOf, edges());
    }

    /** Of a mixture with a repeated feature no part speaks; then the data have one or two modes of equal weights, whose C is known. */
    private static TrainingRun drawSpokenOf(Draw draw) {
        var run = TrainingFamily.drawAny(draw);
        return run.hasDifferentFeatures() || run.knowsConstant() ? run : TrainingFamily.draw(draw);
    }

    private static List<Edge<TrainingRun>> edges() {
        var edges = new ArrayList<>(Witnesses.training());
        edges.add(new Edge<>("all weights 0 and sample := population: both sides are 0",
            Witnesses.run(Witnesses.rows("0"), "1/2", "1/3", "1", "1", Witnesses.rows("1"), List.of(), "5")));
        edges.add(new Edge<>("a long time", Witnesses.run(Witnesses.rows("1", "2"), "0 1/2", "-1 1/3", "1", "1/2", Witnesses.rows("1/4"),
            Witnesses.rows("-1/2", "1/4", "3/2"), "10000")));
        edges.add(new Edge<>("six features in six dimensions", Witnesses.six()));
        edges.add(new Edge<>("a thousand sample points: part (c) says something", Witnesses.thousand()));
        edges.add(new Edge<>("a feature close to the score: part (d) says something", Witnesses.close()));
        return edges;
    }
}
