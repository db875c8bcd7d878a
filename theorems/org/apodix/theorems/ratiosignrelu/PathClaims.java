package org.apodix.theorems.ratiosignrelu;

import static org.apodix.expression.Formula.number;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.apodix.audit.Claim;
import org.apodix.audit.Edge;
import org.apodix.audit.Provenance;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Quantity;

/** R15 to R19 on Gaussian data: what a DDPM with affine predictors costs, exactly. */
final class PathClaims {

    private static final Rational HALF = Rational.of(1, 2);

    private static final Quantity<GaussDdpm> OUTPUT = Quantity.of("KL_q1_p1", "\\mathrm{KL}(q_1|\\hat p_1)", "from data to output at $t=1$", GaussDdpm::output);
    private static final Quantity<GaussDdpm> TERMINAL = Quantity.of("KL_T", "\\mathrm{KL}(q_T|N(0,1))", "", GaussDdpm::terminal);
    private static final Quantity<GaussDdpm> J_SUM = Quantity.of("J_sum", "\\textstyle\\sum_tJ_t", "", m -> m.sumOf(m::discretization));
    private static final Quantity<GaussDdpm> EXCESS = constant("excess", "\\mathcal E", "$\\sum_t\\frac{A_t^2}{2\\sigma_t^2}E|\\hat x_t-x_t^*|^2$", GaussDdpm::excess);
    private static final Quantity<GaussDdpm> PATH = Quantity.of("path_KL", "\\mathrm{path}", "", m -> TERMINAL.plus(J_SUM).plus(EXCESS).in(m));
    private static final Quantity<GaussDdpm> START = Quantity.of("U_T", "U_T", "", GaussDdpm::start);
    private static final Quantity<GaussDdpm> I_1 = Quantity.of("I_1", "I(x_0;x_1)", "", m -> m.information(1));
    private static final Quantity<GaussDdpm> I_T = Quantity.of("I_T", "I(x_0;x_T)", "", m -> m.information(m.steps()));
    private static final Quantity<GaussDdpm> J_BOUND = constant("J_bound", "\\tfrac12\\textstyle\\sum_t\\Delta_t(\\mathrm{mmse}_t-\\mathrm{mmse}_{t-1})", "",
        GaussDdpm::riemann);
    private static final Quantity<GaussDdpm> RISKS = constant("risk_difference", "\\mathcal R(\\hat\\mu)-\\mathcal R(\\mu^*)", "from the joint law of $x_0$ and $x_t$",
        GaussDdpm::riskDifference);
    private static final Quantity<GaussDdpm> EXCESS_BY_DROPS = constant("excess_by_drops", "\\textstyle\\sum_t\\tfrac{\\Delta_t}2E|\\hat x_t-x_t^*|^2", "",
        m -> m.sum(t -> m.schedule().drop(t).times(m.deviation(t)).times(HALF)));
    private static final Quantity<GaussDdpm> RIEMANN = constant("riemann_sum", "\\textstyle\\sum_t\\tfrac{\\Delta_t}2\\mathrm{mmse}_t", "",
        m -> m.sum(t -> m.schedule().drop(t).times(m.mmse(t)).times(HALF)));
    private static final Quantity<GaussDdpm> COARSE = constant("J_bound_coarse", "\\tfrac12\\max_t\\Delta_t\\,(\\mathrm{mmse}_T-\\mathrm{mmse}_1)", "", m -> {
        var most = Rational.ZERO;
        for (int t = 2; t <= m.steps(); t++) {
            most = most.max(m.schedule().drop(t));
        }
        return most.times(m.mmse(m.steps()).minus(m.mmse(1))).times(HALF);
    });
    private static final Quantity<GaussDdpm> LOGARITHMS = Quantity.of("J_matched_logs", "\\textstyle\\sum_t\\tfrac12\\ln(1+\\Delta_t\\mathrm{mmse}_t)", "",
        m -> m.sumOf(t -> Expr.of(m.schedule().drop(t).times(m.mmse(t))).log1p().over(2)));
    private static final Quantity<GaussDdpm> BUDGET = Quantity.of("budget", "U_T+\\textstyle\\sum_t\\tfrac{\\Delta_t}2E|x_0-\\hat x_t|^2", "",
        m -> START.in(m).plus(Expr.of(m.sum(t -> m.schedule().drop(t).times(m.prediction(t, m.b(), m.e())).times(HALF)))));
    private static final Quantity<GaussDdpm> MOMENT = constant("moment", "\\tfrac12\\bar\\alpha_TE|x_0|^2", "",
        m -> m.schedule().scale(m.steps()).pow(2).times(m.variance().plus(m.mean().pow(2))).times(HALF));

    private static final Quantity<GaussDdpm> DROP_GAP = gap("drop_gap", "\\textstyle\\sum_t\\big(\\tfrac{A_t^2}{2\\tilde\\beta_t}-\\tfrac{\\Delta_t}2\\big)^2",
        m -> t -> m.dataWeight(t).pow(2).over(m.posterior(t)).minus(m.drop(t)).times(HALF));
    private static final Quantity<GaussDdpm> PRECISION_GAP = gap("precision_gap",
        "\\textstyle\\sum_t\\big(\\tfrac1{\\tilde\\beta_t}-\\tfrac{\\alpha_t}{\\beta_t}-\\tfrac1{1-\\bar\\alpha_{t-1}}\\big)^2",
        m -> t -> m.posterior(t).inverse().minus(m.root(t).pow(2).over(m.beta(t))).minus(m.noise(t - 1).inverse()));
    private static final Quantity<GaussDdpm> DATA_GAP = gap("data_gap",
        "\\textstyle\\sum_t\\big(\\tfrac{A_t}{\\tilde\\beta_t}-\\tfrac{\\sqrt{\\bar\\alpha_{t-1}}}{1-\\bar\\alpha_{t-1}}\\big)^2",
        m -> t -> m.dataWeight(t).over(m.posterior(t)).minus(m.scale(t - 1).over(m.noise(t - 1))));
    private static final Quantity<GaussDdpm> STATE_GAP = gap("state_gap", "\\textstyle\\sum_t\\big(\\tfrac{B_t}{\\tilde\\beta_t}-\\tfrac{\\sqrt{\\alpha_t}}{\\beta_t}\\big)^2",
        m -> t -> m.stateWeight(t).over(m.posterior(t)).minus(m.root(t).over(m.beta(t))));
    private static final Quantity<GaussDdpm> HALF_GAP = gap("half_gap", "\\textstyle\\sum_t\\big(\\tfrac{A_t^2}{\\tilde\\beta_t}-\\tfrac{\\Delta_t}2\\big)^2",
        m -> t -> m.dataWeight(t).pow(2).over(m.posterior(t)).minus(m.drop(t).times(HALF)));

    static final List<String> S8 = List.of("1/8", "1/6", "1/5", "1/4", "1/3", "1/3", "2/5", "2/5");

    private static final Provenance ON_GAUSSIAN_DATA = Provenance.derived("", "on Gaussian data");

    private PathClaims() { }

    static List<Quantity<GaussDdpm>> printed(GaussDdpm model) {
        var quantities = new ArrayList<>(List.of(OUTPUT, TERMINAL, J_SUM, EXCESS, PATH, START, I_1, I_T));
        if (!model.matched()) {
            quantities.add(J_BOUND);
        }
        return quantities;
    }

    static List<Claim<?>> claims() {
        return List.of(posterior(),
            excess().and(AtomsClaims.excess(), "-atoms", "the Bayes predictor is a ratio; excess KL risk", new Provenance(Provenance.Origin.ABSTRACT,
                "the excess KL risk is split into approximation and estimation", "on Gaussian data with affine errors, from the joint law of x_0 and x_t; on atoms, "
                    + "where the ratio F_1/F_2 is the predictor, for the best affine predictors")),
            path().and(AtomsClaims.path(), "-atoms", "path bound", new Provenance(Provenance.Origin.CLASSICAL, "",
                "on Gaussian data, both sides in closed form; on atoms for the best affine predictors, for which the output is Gaussian")),
            riemann().and(AtomsClaims.riemann(), "-atoms", "discretization is Riemann sum minus integral", Provenance.derived("",
                "on Gaussian data the identity; on atoms, where the sum is computed by it, the bounds and every step of their proof")),
            budget().and(AtomsClaims.budget(), "-atoms", "terminal term, and the whole path budget in one formula", Provenance.derived("",
                "on Gaussian data; on atoms with the divergence of the start as an integral of its own")));
    }

    private static Claim<GaussDdpm> posterior() {
        return claim("R15", "posterior algebra", new Provenance(Provenance.Origin.CLASSICAL, "", "an identity of the schedule, for every t >= 2"))
            .equal("precision", "the posterior precision is the sum of two", PRECISION_GAP, number(0))
            .equal("data", "the weight of x_0", DATA_GAP, number(0))
            .equal("state", "the weight of x_t", STATE_GAP, number(0))
            .equal("", "A_t^2/(2 beta_t) is half the drop of the signal-to-noise ratio", DROP_GAP, number(0))
            .ownToothEqual("half", "without the factor 1/2", HALF_GAP, number(0), s8("0", "1", "0", "0", false))
            .on(GaussDdpm::draw, edges());
    }

    private static Claim<GaussDdpm> excess() {
        return claim("R16", "excess KL risk", ON_GAUSSIAN_DATA)
            .restsOn("R15")
            .equal("", "it is the weighted squared distance of the predictors", RISKS, EXCESS)
            .equal("drops", "with the posterior variance the weights are half the drops", EXCESS, EXCESS_BY_DROPS).about(m -> !m.matched())
            .toothEqual("T17", "with sigma_t^2 four times in place of two", RISKS, EXCESS.scaled(1, 2), s8("1/2", "2", "1/10", "1/20", false))
            .on(GaussDdpm::draw, edges());
    }

    private static Claim<GaussDdpm> path() {
        return claim("R17", "path bound", ON_GAUSSIAN_DATA)
            .restsOn("R16")
            .atMost("", "the output is no farther from the data than start, discretization and excess risk together", OUTPUT, PATH)
            .attainedWhen(m -> m.steps() == 1)
            .tooth("T12", "without the discretization", OUTPUT, TERMINAL.plus(EXCESS), s8("0", "1", "0", "0", false))
            .ownTooth("no-start", "without the start", OUTPUT, J_SUM.plus(EXCESS), one())
            .on(GaussDdpm::draw, edges());
    }

    private static Claim<GaussDdpm> riemann() {
        return claim("R18", "discretization is Riemann sum minus integral", ON_GAUSSIAN_DATA)
            .restsOn("R15", "R17")
            .equal("a", "posterior variance: the Riemann sum of mmse minus its integral", J_SUM.plus(I_1).minus(I_T), RIEMANN)
            .about(m -> !m.matched() && m.steps() > 1 && m.variance().signum() > 0)
            .atMost("a-lower", "it is not negative", number(0), J_SUM).about(m -> !m.matched())
            .atMost("a-upper", "and at most the sum over the steps of the drop of mmse", J_SUM, J_BOUND).about(m -> !m.matched())
            .atMost("a-coarse", "which is at most the largest step times the whole drop", J_BOUND, COARSE).about(m -> !m.matched())
            .equal("b", "matched variance: nothing is lost", LOGARITHMS, I_1.minus(I_T)).about(m -> m.steps() > 1 && m.variance().signum() > 0)
            .equal("b-zero", "no discretization error at all", J_SUM, number(0)).about(GaussDdpm::matched)
            .tooth("T13", "half of the upper bound", J_SUM, J_BOUND.scaled(1, 2),
                gauss(List.of("1/20", "1/2"), "0", "4", "0", "0", false))
            .ownToothEqual("b-posterior", "nothing is lost with the posterior variance either", J_SUM, number(0), s8("0", "1", "0", "0", false))
            .on(GaussDdpm::draw, edges());
    }

    private static Claim<GaussDdpm> budget() {
        return claim("R19", "terminal term, and the whole path budget in one formula", ON_GAUSSIAN_DATA)
            .restsOn("R16", "R17", "R18")
            .equal("terminal", "the start is U_T minus the information that is left", TERMINAL.plus(I_T), START).about(m -> m.variance().signum() > 0)
            .atMost("terminal-upper", "so it is at most U_T", TERMINAL, START).attainedWhen(m -> m.variance().isZero())
            .equal("", "path = U_T + weighted prediction errors - I(x_0; x_1)", PATH.plus(I_1), BUDGET).about(m -> !m.matched())
            .tooth("T14", "the start is at most half the second moment that is left", TERMINAL, MOMENT, s8("0", "0", "0", "0", false))
            .ownToothEqual("no-information", "without the information", PATH, START.plus(RIEMANN), s8("1/2", "2", "0", "0", false))
            .on(GaussDdpm::draw, edges());
    }

    private static List<Edge<GaussDdpm>> edges() {
        return List.of(
            new Edge<>("reference, worse predictor", s8("1/2", "2", "1/10", "1/20", false)),
            new Edge<>("the same data, exact predictor: less path, but an output that is farther", s8("1/2", "2", "0", "0", false)),
            new Edge<>("standard Gaussian data", s8("0", "1", "0", "0", false)),
            new Edge<>("matched variance, exact predictor", s8("-1", "1/4", "0", "0", true)),
            new Edge<>("standard Gaussian data, matched variance: all is 0", s8("0", "1", "0", "0", true)),
            new Edge<>("one huge step", gauss(List.of("1/20", "1/2"), "0", "4", "0", "0", false)),
            new Edge<>("T = 1, where the path bound is an equality", one()),
            new Edge<>("a point mass", s8("1", "0", "1/10", "0", false)));
    }

    private static GaussDdpm one() {
        return gauss(List.of("1/3"), "2", "3", "0", "0", false);
    }

    private static GaussDdpm s8(String mean, String variance, String b, String e, boolean matched) {
        return gauss(S8, mean, variance, b, e, matched);
    }

    private static GaussDdpm gauss(List<String> r, String mean, String variance, String b, String e, boolean matched) {
        return new GaussDdpm(new Schedule(r.stream().map(Rational::parse).toList()), Rational.parse(mean), Rational.parse(variance), Rational.parse(b),
            Rational.parse(e), matched);
    }

    /** A sum of squares over t >= 2, which is 0 when every term is. */
    private static Quantity<GaussDdpm> gap(String name, String tex, Function<Schedule, IntFunction<Rational>> term) {
        return constant(name, tex, "", m -> m.sum(t -> term.apply(m.schedule()).apply(t).pow(2)));
    }

    private static Quantity<GaussDdpm> constant(String name, String tex, String meaning, Function<GaussDdpm, Rational> value) {
        return Quantity.of(name, tex, meaning, m -> Expr.of(value.apply(m)));
    }

    private static Claim.Builder<GaussDdpm> claim(String id, String title, Provenance provenance) {
        return Claim.of(RatioSignRelu.ID, id, title, GaussDdpm.class, provenance);
    }
}
