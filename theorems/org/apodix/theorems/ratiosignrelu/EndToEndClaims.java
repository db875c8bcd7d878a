package org.apodix.theorems.ratiosignrelu;

import static org.apodix.expression.Formula.number;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apodix.audit.Claim;
import org.apodix.audit.Edge;
import org.apodix.audit.Hypothesis;
import org.apodix.audit.Provenance;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Quantity;

/** R21: from the units of the networks to the divergence of the sampler's output, on atoms. */
final class EndToEndClaims {

    private static final int MOST_INTEGRATED = 5;

    private static final Quantity<EndToEnd> EXCESS_BOUND = Quantity.of("excess_bound", "\\textstyle\\sum_t\\tfrac{\\Delta_t}2[\\varepsilon_t^2+(2D+\\varepsilon_t)^2\\pi_t]", "",
        EndToEnd::idealBound);
    private static final Quantity<EndToEnd> BUILT_BOUND = Quantity.of("excess_bound_built", "\\textstyle\\sum_t\\tfrac{\\Delta_t}2[\\varepsilon_t'^2+(2D+\\varepsilon_t')^2\\pi_t]",
        "$\\varepsilon_t'$ with the roundings of the networks", EndToEnd::builtBound);
    private static final Quantity<EndToEnd> INSIDE_BOUND = Quantity.of("inside_bound", "\\textstyle\\sum_t\\tfrac{\\Delta_t}2\\varepsilon_t'^2", "", EndToEnd::insideBound);
    private static final Quantity<EndToEnd> EXCESS = Quantity.of("excess", "\\mathcal E", "$\\sum_t\\frac{\\Delta_t}2E|\\hat x_t-x_t^*|^2$ of the networks", EndToEnd::excess);
    private static final Quantity<EndToEnd> TERMINAL = Quantity.of("KL_T", "\\mathrm{KL}(q_T|N(0,1))", "", m -> m.ddpm().terminal());
    private static final Quantity<EndToEnd> J_SUM = Quantity.of("J_sum", "\\textstyle\\sum_tJ_t", "", m -> m.ddpm().discretization());
    private static final Quantity<EndToEnd> J_BOUND = Quantity.of("J_bound", "\\tfrac12\\textstyle\\sum_t\\Delta_t(\\mathrm{mmse}_t-\\mathrm{mmse}_{t-1})", "",
        m -> m.ddpm().discretizationBound());
    private static final Quantity<EndToEnd> START = Quantity.of("U_T", "U_T", "", m -> m.ddpm().start());
    private static final Quantity<EndToEnd> KL_BOUND = Quantity.of("KL_bound", "U_T+J+\\mathcal E", "the sum of the three bounds",
        m -> START.plus(J_BOUND).plus(EXCESS_BOUND).in(m));
    private static final Quantity<EndToEnd> HARD_TAIL = Quantity.of("tail[5]", "E|x_5^*(\\mathrm{clip})-x_5^*|^2", "an exact predictor behind a hard clip",
        m -> m.step(5).hardTail());

    private static final Quantity<EndToEnd> POLYNOMIAL_ERROR = Quantity.of("polynomial_error", "\\max_{c,x}\\tfrac{|F_c-p_c|(x)}{\\varepsilon_c'}",
        "step 2, at 7 points of $[-R_2',R_2']$",
        EndToEndClaims::polynomialError);

    private EndToEndClaims() { }

    static List<Quantity<EndToEnd>> printed(EndToEnd model) {
        var quantities = new ArrayList<Quantity<EndToEnd>>();
        boolean useful = IntStream.rangeClosed(2, model.steps()).allMatch(t -> model.step(t).isUseful());
        for (int step = 2; step <= model.steps(); step++) {
            int t = step;
            var index = "[" + t + "]";
            quantities.add(Quantity.of("m_nc" + index, "m_{" + t + "}", "", m -> m.step(t).least()));
            quantities.add(Quantity.of("pi" + index, "\\pi_{" + t + "}", "", m -> m.step(t).outside()));
            if (useful) {
                quantities.add(Quantity.of("eps" + index, "\\varepsilon_{" + t + "}", "", m -> m.step(t).idealError()));
                quantities.add(Quantity.of("term" + index, "\\tfrac{\\Delta_{" + t + "}}2[\\cdot]", "", m -> m.term(t, m.step(t).idealError())));
            }
        }
        quantities.addAll(List.of(TERMINAL, J_SUM, J_BOUND, START));
        if (useful) {
            quantities.addAll(List.of(EXCESS_BOUND, KL_BOUND));
        }
        return quantities;
    }

    static Claim<EndToEnd> endToEnd() {
        var useful = Hypothesis.<EndToEnd>exactly("$\\varepsilon_2<m$ at every step", EndToEnd::isUseful);
        return Claim.of(RatioSignRelu.ID, "R21", "from end to end", EndToEnd.class, new Provenance(Provenance.Origin.ABSTRACT,
                "approximation plus estimation, without constants",
                "derived with constants, on atoms on the line with networks of five hidden layers that are built: the excess risk of the networks is an integral; what learning "
                    + "adds follows from R20, which is tried on its own"))
            .restsOn("R2", "R9", "R14", "R16", "R17", "R18", "R19", "R20")
            .given(useful)
            .equal("network", "the five layers are the quotient of the two polynomials at the clipped point", at("network", "\\hat x_2(R_2/3)", m -> networkAt(m, inside(m))),
                at("quotient", "\\tfrac{p_1}{p_2}(R_2/3)", m -> m.step(2).quotient(Expr.of(inside(m))))).about(EndToEndClaims::isSmall)
            .equal("network-outside", "also where the clip acts", at("network_outside", "\\hat x_2(2R_2)", m -> networkAt(m, m.step(2).radius().times(Rational.TWO))),
                at("quotient_outside", "\\tfrac{p_1}{p_2}(\\mathrm{clip}(2R_2))", m -> m.step(2).predictor(Expr.of(m.step(2).radius().times(Rational.TWO)), 1)))
            .about(EndToEndClaims::isSmall)
            .atMost("polynomials", "numerator and denominator of the network are no farther from the marginals than their bounds, roundings included", POLYNOMIAL_ERROR, number(1))
            .atMost("excess", "the excess risk of the networks is at most the bound from their errors and from what is clipped", EXCESS, BUILT_BOUND)
            .about(EndToEndClaims::isSmall)
            .atMost("rounding", "roundings add next to nothing", BUILT_BOUND,
                EXCESS_BOUND.scaled(1001, 1000).plus(number(Rational.of(10).pow(-30))))
            .atMost("path", "start, discretization and excess risk together are at most the sum of their bounds", TERMINAL.plus(J_SUM).plus(EXCESS),
                START.plus(J_BOUND).plus(BUILT_BOUND)).about(EndToEndClaims::isSmall)
            .tooth("T16", "an exact predictor behind a clip has no excess risk", HARD_TAIL, number(0), narrow())
            .ownTooth("polynomials", "they are a hundred times nearer", POLYNOMIAL_ERROR, number(1, 100), two())
            .ownTooth("T16-network", "the error on the clipped range alone bounds the excess risk", EXCESS, INSIDE_BOUND, two())
            .ownTooth("no-start", "the path costs no more than discretization and excess risk", TERMINAL.plus(J_SUM).plus(EXCESS), J_SUM.plus(BUILT_BOUND), near())
            .ownToothEqual("no-clip", "far out, the network is the quotient itself", at("network_outside", "\\hat x_2(2R_2)",
                m -> networkAt(m, m.step(2).radius().times(Rational.TWO))), at("quotient_far", "\\tfrac{p_1}{p_2}(2R_2)", m -> m.step(2).quotient(Expr.of(
                    m.step(2).radius().times(Rational.TWO)))), two())
            .on(EndToEnd::draw, List.of(new Edge<>("eight steps", s8()), new Edge<>("two atoms, two steps", two()), new Edge<>("narrow clips", narrow()),
                new Edge<>("three atoms", three())));
    }

    private static Expr polynomialError(EndToEnd m) {
        var step = m.step(2);
        Expr most = Expr.ZERO;
        for (int k = -3; k <= 3; k++) {
            var x = Expr.of(step.outer().times(Rational.of(k, 3)));
            for (int c = 0; c < 2; c++) {
                most = most.max(step.marginal(c, x).minus(step.fit().polynomial(c, x.over(Expr.of(step.outer())))).abs().over(Expr.of(step.fit().error(c))));
            }
        }
        return most;
    }

    private static Rational inside(EndToEnd m) {
        return m.step(2).radius().over(Rational.of(3));
    }

    private static Expr networkAt(EndToEnd m, Rational x) {
        return Simple.at(m.step(2).network(), 0, x);
    }

    /** Few units and no point mass: the error of the networks is large enough for a quick integral of its square. */
    private static boolean isSmall(EndToEnd m) {
        return !m.ddpm().isPoint() && m.steps() <= 3 && m.degrees().stream().allMatch(k -> k <= MOST_INTEGRATED);
    }

    /** Eight steps, as in the table of the mathematics page. */
    static EndToEnd s8() {
        return new EndToEnd(AtomsClaims.s8(), parse("5/2", "3", "17/5", "19/5", "4", "41/10", "41/10"), List.of(26, 24, 22, 20, 19, 18, 18), Rational.of(1, 100));
    }

    private static EndToEnd narrow() {
        return new EndToEnd(AtomsClaims.s8(), parse("1", "1", "1", "499/500", "1", "1", "1"), List.of(12, 12, 10, 10, 10, 10, 10), Rational.of(1, 100));
    }

    private static EndToEnd two() {
        return new EndToEnd(AtomsClaims.atoms(List.of("1/3", "1/2"), List.of("1/2", "1/2"), List.of("-1", "1")), parse("3/2"), List.of(5), Rational.of(1, 10));
    }

    /** Two near atoms and little noise, so that the start is far from the Gaussian. */
    private static EndToEnd near() {
        return new EndToEnd(AtomsClaims.atoms(List.of("1/5", "1/5"), List.of("1/2", "1/2"), List.of("-1/2", "1/2")), parse("3/2"), List.of(7), Rational.of(1, 10));
    }

    private static EndToEnd three() {
        return new EndToEnd(AtomsClaims.atoms(List.of("2/5", "2/5", "1/2"), List.of("1/4", "1/4", "1/2"), List.of("-1", "1/2", "1")), parse("3/2", "2"), List.of(5, 5),
            Rational.of(1, 4));
    }

    private static List<Rational> parse(String... values) {
        return java.util.Arrays.stream(values).map(Rational::parse).toList();
    }

    private static Quantity<EndToEnd> at(String name, String tex, java.util.function.Function<EndToEnd, Expr> value) {
        return Quantity.of(name, tex, "", value);
    }
}
