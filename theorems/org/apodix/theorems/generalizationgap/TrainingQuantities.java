package org.apodix.theorems.generalizationgap;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apodix.expression.Expr;
import org.apodix.expression.Quantity;

/** The named quantities of a training run. */
final class TrainingQuantities {

    static final Quantity<TrainingRun> G11 = of("G11", "G_{11}", "$\\int_0^TE[\\psi_1^2]dt$", r -> r.gram().entry(0, 0));
    static final Quantity<TrainingRun> G12 = of("G12", "G_{12}", "$\\int_0^TE[\\psi_1\\psi_2]dt$, 0 where there is one feature",
        r -> r.instance().width() == 1 ? Expr.ZERO : r.gram().entry(0, 1));
    static final Quantity<TrainingRun> B11 = of("B11", "B_{11}", "$\\int_0^TE[\\partial_1\\psi_1]dt$", r -> r.linear().entry(0, 0));
    static final Quantity<TrainingRun> BFRO = of("Bfro", "|B|", "", r -> GradientFlows.norm(r.linear()));
    static final Quantity<TrainingRun> BETA = of("beta", "\\beta", "", TrainingRun::beta);
    static final Quantity<TrainingRun> EB2 = of("EB2", "{E|B(X_0)|^2}", "", r -> r.moments().linearSecondMoment());
    static final Quantity<TrainingRun> EG2 = of("EG2", "{E|G(X_0)|^2}", "", r -> r.moments().gramSecondMoment());
    static final Quantity<TrainingRun> C = of("C", "C", "$\\tfrac12\\int_0^TE|\\nabla\\log p_t|^2dt=h(p_T)-h(p_0)$", GradientFlows::constant);
    static final Quantity<TrainingRun> L_STAR = of("Lstar", "L^*", "$C-\\tfrac12{\\rm tr}(BG^{-1}B^T)$",
        r -> r.constant().plus(r.minimizerGain()));
    static final Quantity<TrainingRun> R = of("thetaStarNorm", "R", "$|\\theta^*|$", GradientFlows::minimizerNorm);
    static final Quantity<TrainingRun> THETA = of("thetaTauNorm", "|\\theta(\\tau)|", "", r -> GradientFlows.norm(r.theta()));
    static final Quantity<TrainingRun> THETA_HAT = of("thetaHatTauNorm", "|\\hat\\theta(\\tau)|", "", r -> GradientFlows.norm(r.thetaHat()));
    static final Quantity<TrainingRun> LOSS = of("lossPop", "L(\\theta(\\tau))", "", r -> r.loss(r.theta()));
    static final Quantity<TrainingRun> LOSS_HAT = of("lossEmpTrained", "L(\\hat\\theta(\\tau))",
        "the population loss of what the sample trained", r -> r.loss(r.thetaHat()));
    static final Quantity<TrainingRun> DG = of("dG", "|\\Delta_G|", "", GradientFlows::gramDistance);
    static final Quantity<TrainingRun> DB = of("dB", "|\\Delta_B|", "", GradientFlows::linearDistance);
    static final Quantity<TrainingRun> SMOOTH_LEFT = of("smoothLhs", "|\\delta\\theta\\,G^{1/2}|",
        "$\\delta\\theta=\\hat\\theta(\\tau)-\\theta(\\tau)$", GradientFlows::smoothedDrift);
    static final Quantity<TrainingRun> SMOOTH_RIGHT = of("smoothRhs", "\\sqrt{2\\tau/e}\\,D_\\tau",
        "$D_\\tau=|\\Delta_B|+|\\Delta_G||\\hat\\theta(\\tau)|$", r -> smoothing(r).times(r.driving()));
    static final Quantity<TrainingRun> EXCESS = of("excess", "L(\\hat\\theta(\\tau))-L^*", "", r -> r.excess(r.thetaHat()));
    static final Quantity<TrainingRun> MAIN = of("mainRhs", "\\tfrac1e\\big[\\tfrac R{2\\sqrt\\tau}+\\sqrt\\tau D_\\tau\\big]^2", "",
        r -> bracket(r).over(Expr.ONE.exp()));
    static final Quantity<TrainingRun> MAIN_COMPARATOR = of("mainComparatorRhs",
        "\\tfrac12\\big(\\sqrt{2J}+\\sqrt{2\\tau/e}\\,D_\\tau\\big)^2",
        "$J=J_{1/(2\\tau)}=C-\\tfrac12{\\rm tr}\\,B(G+\\tfrac1{2\\tau}I)^{-1}B^T$",
        r -> Simple.root(r.constant().plus(r.ridgeGain()).times(2)).plus(smoothing(r).times(r.driving())).square().over(2));

    /** Without C, which is not known for every mixture. */
    static final Quantity<TrainingRun> DESCENT = of("lossPopMinusC", "{L(\\theta(\\tau))-C}", "", r -> r.withoutConstant(r.theta()));
    static final Quantity<TrainingRun> DESCENT_HAT = of("lossEmpMinusC", "{L(\\hat\\theta(\\tau))-C}", "", r -> r.withoutConstant(r.thetaHat()));
    static final Quantity<TrainingRun> L_STAR_GAIN = of("LstarMinusC", "{L^*-C}", "$-\\tfrac12{\\rm tr}(BG^{-1}B^T)$", GradientFlows::minimizerGain);

    private TrainingQuantities() { }

    /** sqrt(2 tau/e). */
    static Expr smoothing(GradientFlows flows) {
        return flows.tau().times(2).over(Expr.ONE.exp()).sqrt();
    }

    /** [R/(2 sqrt tau) + sqrt(tau) D_tau]^2. */
    static Expr bracket(GradientFlows flows) {
        var root = flows.tau().sqrt();
        return flows.minimizerNorm().over(root.times(2)).plus(root.times(flows.driving())).square();
    }

    /** What is known of the run: C only where it has a closed form, the minimizer only where no two features are the same. */
    static List<Quantity<TrainingRun>> printed(TrainingRun run) {
        var printed = new ArrayList<>(List.of(G11, G12, B11, BFRO, BETA, EB2, EG2));
        printed.addAll(run.knowsConstant() ? List.of(C) : List.of());
        printed.addAll(!run.hasDifferentFeatures() ? List.of() : run.knowsConstant() ? List.of(L_STAR, R) : List.of(L_STAR_GAIN, R));
        printed.addAll(List.of(THETA, THETA_HAT));
        printed.addAll(run.knowsConstant() ? List.of(LOSS, LOSS_HAT) : List.of(DESCENT, DESCENT_HAT));
        printed.addAll(List.of(DG, DB, SMOOTH_LEFT, SMOOTH_RIGHT));
        printed.addAll(run.hasDifferentFeatures() ? List.of(EXCESS, MAIN) : List.of());
        printed.addAll(run.knowsConstant() ? List.of(MAIN_COMPARATOR) : List.of());
        return printed;
    }

    static Quantity<TrainingRun> of(String name, String tex, String meaning, Function<TrainingRun, Expr> definition) {
        return Quantity.of(name, tex, meaning, definition);
    }
}
