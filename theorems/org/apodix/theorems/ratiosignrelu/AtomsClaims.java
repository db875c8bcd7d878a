package org.apodix.theorems.ratiosignrelu;

import static org.apodix.expression.Formula.number;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apodix.audit.Claim;
import org.apodix.audit.Edge;
import org.apodix.audit.Provenance;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Quantity;

/** R16 to R19 on finitely many atoms, where mmse and information are integrals; the predictor is the exact one or the best affine one. */
final class AtomsClaims {

    private static final Quantity<AtomsDdpm> J_SUM = Quantity.of("J_sum", "\\textstyle\\sum_tJ_t", "", AtomsDdpm::discretization);
    private static final Quantity<AtomsDdpm> J_BOUND = Quantity.of("J_bound", "\\tfrac12\\textstyle\\sum_t\\Delta_t(\\mathrm{mmse}_t-\\mathrm{mmse}_{t-1})", "",
        AtomsDdpm::discretizationBound);
    private static final Quantity<AtomsDdpm> J_MATCHED = Quantity.of("J_matched", "\\textstyle\\sum_tJ_t^{m}", "with the matched variance", AtomsDdpm::matched);
    private static final Quantity<AtomsDdpm> START = Quantity.of("U_T", "U_T", "", AtomsDdpm::start);
    private static final Quantity<AtomsDdpm> TERMINAL = Quantity.of("KL_T", "\\mathrm{KL}(q_T|N(0,1))", "$U_T-I(x_0;x_T)$", AtomsDdpm::terminal);
    private static final Quantity<AtomsDdpm> DIRECT = Quantity.of("KL_T_direct", "\\textstyle\\int q_T\\ln\\tfrac{q_T}{N(0,1)}", "as an integral",
        m -> m.at(m.steps()).divergence());
    private static final Quantity<AtomsDdpm> I_1 = Quantity.of("I_1", "I(x_0;x_1)", "", m -> m.information(1));
    private static final Quantity<AtomsDdpm> I_T = Quantity.of("I_T", "I(x_0;x_T)", "", m -> m.information(m.steps()));
    private static final Quantity<AtomsDdpm> COARSE = Quantity.of("J_bound_coarse", "\\tfrac12\\max_t\\Delta_t\\,(\\mathrm{mmse}_T-\\mathrm{mmse}_1)", "", AtomsDdpm::coarseBound);
    private static final Quantity<AtomsDdpm> STEP = Quantity.of("least_step", "\\min_t\\big(I_{t-1}-I_t-\\tfrac{\\Delta_t}2\\mathrm{mmse}_{t-1}\\big)", "", AtomsDdpm::leastStep);
    private static final Quantity<AtomsDdpm> RIEMANN = Quantity.of("riemann_sum", "\\textstyle\\sum_t\\tfrac{\\Delta_t}2\\mathrm{mmse}_t", "", AtomsDdpm::riemann);
    private static final Quantity<AtomsDdpm> AFFINE_RIEMANN = Quantity.of("affine_sum", "\\textstyle\\sum_t\\tfrac{\\Delta_t}2E|x_0-\\lambda_t|^2", "best affine predictors",
        AtomsDdpm::affineRiemann);
    private static final Quantity<AtomsDdpm> RISKS = Quantity.of("risk_difference", "\\mathcal R(\\lambda)-\\mathcal R(\\mu^*)", "second moments minus $\\int x_t^{*2}q_t$",
        AtomsDdpm::affineRiskDifference);
    private static final Quantity<AtomsDdpm> EXCESS = Quantity.of("excess", "\\mathcal E", "$\\sum_t\\frac{\\Delta_t}2\\int|\\lambda_t-x_t^*|^2q_t$", AtomsDdpm::affineExcess);
    private static final Quantity<AtomsDdpm> OUTPUT = Quantity.of("KL_q1_p1", "\\mathrm{KL}(q_1|\\hat p_1)", "with the best affine predictors, so that $\\hat p_1$ is Gaussian",
        AtomsDdpm::affineOutput);

    private static final Provenance IN_ONE = Provenance.derived("", "");

    private AtomsClaims() { }

    static List<Quantity<AtomsDdpm>> printed(AtomsDdpm model) {
        var quantities = new ArrayList<Quantity<AtomsDdpm>>();
        IntStream.range(0, model.steps()).forEach(i -> quantities.add(Quantity.of("MMSE[" + i + "]", "\\mathrm{mmse}_{" + (i + 1) + "}", "", m -> m.mmse(i + 1))));
        IntStream.range(0, model.steps()).forEach(i -> quantities.add(Quantity.of("I[" + i + "]", "I_{" + (i + 1) + "}", "", m -> m.information(i + 1))));
        quantities.addAll(List.of(J_SUM, J_BOUND, J_MATCHED, START, TERMINAL));
        return quantities;
    }

    /** The part of R16 on atoms. */
    static Claim<AtomsDdpm> excess() {
        return claim("R16")
            .equal("ratio", "the ratio F_1/F_2 is the predictor whose risk is least: the best affine predictors are off by their distance from it", RISKS, EXCESS)
            .about(m -> m.steps() == 2 && !m.isPoint())
            .atMost("least", "no affine predictor has a smaller risk", RIEMANN, AFFINE_RIEMANN)
            .toothEqual("T17", "with sigma_t^2 four times in place of two", RISKS, EXCESS.scaled(1, 2), two())
            .ownTooth("least", "but half of it", RIEMANN, AFFINE_RIEMANN.scaled(1, 2), two())
            .on(AtomsDdpm::draw, List.of(new Edge<>("two atoms, two steps", two()), new Edge<>("three atoms, two steps", three()), new Edge<>("a point mass, two steps", point())));
    }

    /** The part of R17 on atoms. */
    static Claim<AtomsDdpm> path() {
        return claim("R17")
            .atMost("atoms", "the output is no farther from the data than start, discretization and excess risk together", OUTPUT, TERMINAL.plus(J_SUM).plus(EXCESS))
            .attainedWhen(m -> m.steps() == 1)
            .ownTooth("no-excess", "without the excess risk", OUTPUT, TERMINAL.plus(J_SUM), small())
            .on(AtomsDdpm::draw, List.of(new Edge<>("two atoms, two steps", two()), new Edge<>("three atoms, two steps", three()), new Edge<>("one huge step", huge()),
                new Edge<>("a point mass, two steps", point())));
    }

    /** The part of R18 on atoms. */
    static Claim<AtomsDdpm> riemann() {
        return claim("R18")
            .atMost("a-lower", "it is not negative", number(0), J_SUM)
            .atMost("a-step", "the information lost in a step is at least mmse before it times half of the drop", number(0), STEP).about(m -> m.steps() > 1)
            .atMost("a-upper", "and at most the sum over the steps of the drop of mmse", J_SUM, J_BOUND)
            .atMost("a-coarse", "which is at most the largest step times the whole drop", J_BOUND, COARSE).attainedWhen(m -> m.steps() == 2)
            .about(m -> m.steps() > 2 || m.isPoint())
            .atMost("b-lower", "matched variance: not negative either", number(0), J_MATCHED)
            .atMost("b-upper", "but no more than with the posterior variance", J_MATCHED, J_SUM)
            .tooth("T13", "half of the upper bound", J_SUM, J_BOUND.scaled(1, 2), huge())
            .ownTooth("a-step", "mmse after the step in place of before", Quantity.of("riemann", "\\tfrac{\\Delta_2}2\\mathrm{mmse}_2", "", AtomsDdpm::riemann),
                I_1.minus(I_T), two())
            .on(AtomsDdpm::draw, List.of(new Edge<>("two atoms, two steps", two()), new Edge<>("three atoms, two steps", three()), new Edge<>("one huge step", huge()),
                new Edge<>("eight steps", s8()), new Edge<>("a point mass, two steps", point())));
    }

    /** The part of R19 on atoms. */
    static Claim<AtomsDdpm> budget() {
        return claim("R19")
            .equal("terminal", "the start is U_T minus the information that is left", DIRECT.plus(I_T), START).about(m -> !m.isPoint() && m.steps() < 3)
            .atMost("terminal-upper", "so it is at most U_T", DIRECT, START).attainedWhen(AtomsDdpm::isPoint)
            .equal("atoms", "path = U_T + weighted prediction errors - I(x_0; x_1)", DIRECT.plus(J_SUM).plus(EXCESS).plus(I_1), START.plus(AFFINE_RIEMANN))
            .about(m -> m.steps() == 2 && !m.isPoint())
            .ownToothEqual("no-information", "without the information", DIRECT, START, two())
            .on(AtomsDdpm::draw, List.of(new Edge<>("two atoms, two steps", two()), new Edge<>("three atoms, two steps", three()), new Edge<>("a point mass, two steps", point())));
    }

    static AtomsDdpm s8() {
        return atoms(PathClaims.S8, List.of("1/2", "1/2"), List.of("-1", "1"));
    }

    private static AtomsDdpm two() {
        return atoms(List.of("1/3", "1/2"), List.of("1/2", "1/2"), List.of("-1", "1"));
    }

    private static AtomsDdpm three() {
        return atoms(List.of("1/4", "2/5"), List.of("1/4", "1/4", "1/2"), List.of("-1", "1/2", "1"));
    }

    private static AtomsDdpm huge() {
        return atoms(List.of("1/8", "3/4"), List.of("1/2", "1/2"), List.of("-1", "1"));
    }

    /** A small step, with little discretization. */
    private static AtomsDdpm small() {
        return atoms(List.of("1/5", "1/10"), List.of("1/2", "1/2"), List.of("-1", "1"));
    }

    private static AtomsDdpm point() {
        return atoms(List.of("1/3", "1/2"), List.of("1/2", "1/2"), List.of("1", "1"));
    }

    static AtomsDdpm atoms(List<String> r, List<String> weights, List<String> atoms) {
        return new AtomsDdpm(new Schedule(parse(r)), parse(weights), parse(atoms));
    }

    private static List<Rational> parse(List<String> list) {
        return list.stream().map(Rational::parse).toList();
    }

    private static Claim.Builder<AtomsDdpm> claim(String id) {
        return Claim.of(RatioSignRelu.ID, id, "on atoms", AtomsDdpm.class, IN_ONE);
    }
}
