package org.apodix.theorems.ratiosignrelu;

import static org.apodix.expression.Formula.number;
import static org.apodix.theorems.ratiosignrelu.StepInstance.ERROR1;
import static org.apodix.theorems.ratiosignrelu.StepInstance.ERROR2;
import static org.apodix.theorems.ratiosignrelu.StepInstance.RATIO;
import static org.apodix.theorems.ratiosignrelu.StepInstance.VALUE;

import java.util.List;
import java.util.function.Function;
import org.apodix.audit.Claim;
import org.apodix.audit.Edge;
import org.apodix.audit.Hypothesis;
import org.apodix.audit.Provenance;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Formula;
import org.apodix.expression.Quantity;
import org.apodix.proof.Domain;

/** R8: from the errors of numerator and denominator to that of the quotient. */
final class RatioClaims {

    private static final Quantity<RatioModel> LEAST = constant("m", "m", "the least value of $f_2$", StepInstance::least);
    private static final Quantity<RatioModel> LEAST_APPROXIMANT = constant("m_prime", "m'", "the least value of $g_2$", StepInstance::leastApproximant);
    private static final Quantity<RatioModel> RHO = constant("rho", "\\rho", "$\\sup|f_1/f_2|$", StepInstance::ratio);
    private static final Quantity<RatioModel> EPS1 = constant("eps1", "\\varepsilon_1", "$\\sup|e_1|$", m -> m.largest(m::error1));
    private static final Quantity<RatioModel> EPS2 = constant("eps2", "\\varepsilon_2", "$\\sup|e_2|$", m -> m.largest(m::error2));
    private static final Quantity<RatioModel> ERROR = constant("sup_error", "\\|\\tfrac{f_1}{f_2}-\\tfrac{g_1}{g_2}\\|_\\infty", "", m -> m.largest(m::difference));
    private static final Quantity<RatioModel> LEFT = free("difference", "r-\\tfrac{rf-e_1}{f-e_2}", "$r=f_1/f_2$, $f=f_2$",
        RATIO.minus(RATIO.times(VALUE).minus(ERROR1).over(VALUE.minus(ERROR2))));
    private static final Quantity<RatioModel> RIGHT = free("difference_by_errors", "\\tfrac{e_1-re_2}{f-e_2}", "",
        ERROR1.minus(RATIO.times(ERROR2)).over(VALUE.minus(ERROR2)));
    private static final Quantity<RatioModel> MINUS_RIGHT = free("difference_negated", "\\tfrac{re_2-e_1}{f-e_2}", "",
        RATIO.times(ERROR2).minus(ERROR1).over(VALUE.minus(ERROR2)));
    private static final Quantity<RatioModel> WEIGHTED = steps("weighted_error", "\\big(\\int f_2|\\tfrac{f_1}{f_2}-\\tfrac{g_1}{g_2}|^2\\big)^{1/2}", "",
        m -> Expr.of(weightedSquare(m)).sqrt());
    private static final Quantity<RatioModel> WEIGHTED_BOUND = steps("weighted_bound",
        "\\tfrac{1}{(1-\\eta)\\sqrt m}(\\|e_1\\|_2+\\rho\\|e_2\\|_2)", "$\\eta=\\varepsilon_2/m$", m -> errors(m, 2)
            .over(Expr.of(Rational.ONE.minus(eta(m)))).over(Expr.of(m.least()).sqrt()));

    private static final Quantity<RatioModel> DENOMINATOR_ERROR = spike("e2_p", "\\|e_2\\|_p^p", "as an integral", SpikeInstance::denominatorError);
    private static final Quantity<RatioModel> DENOMINATOR_CLOSED = spike("e2_p_closed", "\\tfrac{2\\varepsilon}{p+1}", "",
        m -> Expr.of(m.width()).times(2).over(m.p() + 1));
    private static final Quantity<RatioModel> QUOTIENT_ERROR = spike("cut_error",
        "\\int_{|x-\\frac12|\\ge\\varepsilon10^{-k}}\\big|1-\\tfrac1{g_2}\\big|", "as an integral", SpikeInstance::quotientError);
    private static final Quantity<RatioModel> QUOTIENT_CLOSED = spike("cut_error_closed", "2\\varepsilon(k\\ln10-1+10^{-k})", "",
        SpikeInstance::quotientErrorClosed);
    private static final Quantity<RatioModel> GROWING = spike("growing", "2\\varepsilon(2k-1)", "", m -> Expr.of(m.width()).times(2L * (2 * m.exponent() - 1)));

    private RatioClaims() { }

    static List<Quantity<StepInstance>> printed(StepInstance model) {
        return List.of(LEAST, LEAST_APPROXIMANT, RHO, EPS1, EPS2, ERROR, norm(1), norm(2), WEIGHTED).stream()
            .map(quantity -> quantity.of((StepInstance m) -> m, "", "")).toList();
    }

    static List<Quantity<SpikeInstance>> printed(SpikeInstance model) {
        return List.of(DENOMINATOR_ERROR, QUOTIENT_ERROR).stream().map(quantity -> quantity.of((SpikeInstance m) -> m, "", "")).toList();
    }

    static Claim<RatioModel> ratioLemma() {
        var bound = EPS1.plus(RHO.times(EPS2)).over(LEAST.minus(EPS2));
        var withoutLoss = EPS1.plus(RHO.times(EPS2)).over(LEAST);
        var close = Hypothesis.<RatioModel>exactly("$\\varepsilon_2<m$", m -> !(m instanceof StepInstance s) || isClose(s));
        var positive = Hypothesis.<RatioModel>exactly("$g_2>0$", m -> !(m instanceof StepInstance s) || s.leastApproximant().signum() > 0);
        var builder = Claim.of(RatioSignRelu.ID, "R8", "the ratio lemma", RatioModel.class, Provenance.derived("",
                "(a) and (b) are proved for all values within the bounds of the instance; (c) and (d) are checked on step functions in L^1, L^2 and "
                    + "L^infinity; (e) is a counterexample, cut off ever closer to the zero of its denominator"))
            .equal("a", "the error of the quotient by those of its parts", LEFT, RIGHT).about(RatioClaims::isSteps)
            .onlyIf(close).everywhere("f \\in [m,\\sup f_2],\\ |r| \\le \\rho,\\ |e_j| \\le \\varepsilon_j", RatioClaims::box)
            .atMost("b-upper", "at most (eps1 + rho eps2)/(m - eps2)", RIGHT, bound).about(RatioClaims::isSteps)
            .onlyIf(close).everywhere("f \\in [m,\\sup f_2],\\ |r| \\le \\rho,\\ |e_j| \\le \\varepsilon_j", RatioClaims::box)
            .atMost("b-lower", "in absolute value", MINUS_RIGHT, bound).about(RatioClaims::isSteps)
            .onlyIf(close).everywhere("f \\in [m,\\sup f_2],\\ |r| \\le \\rho,\\ |e_j| \\le \\varepsilon_j", RatioClaims::box)
            .atMost("b", "so for the step functions themselves", ERROR, bound).about(RatioClaims::isSteps).onlyIf(close);
        for (int p = 0; p <= 2; p++) {
            int power = p;
            builder.atMost("c-" + (p == 0 ? "sup" : p), "in L^" + (p == 0 ? "infinity" : p) + ", by the least value of g_2", norm(p), normBound(p))
                .about(RatioClaims::isSteps).onlyIf(positive).attainedWhen(m -> power == 2 && isEqualInSquare((StepInstance) m));
        }
        return builder
            .atMost("d", "weighted with f_2, the price of the denominator is 1/sqrt(m) only", WEIGHTED, WEIGHTED_BOUND)
            .about(RatioClaims::isSteps).onlyIf(close).attainedWhen(m -> isEqualInWeight((StepInstance) m))
            .equal("e-denominator", "a denominator close to 1 in L^p", DENOMINATOR_ERROR, DENOMINATOR_CLOSED).about(RatioClaims::isSpike)
            .equal("e-quotient", "the error of its quotient up to a distance from its zero", QUOTIENT_ERROR, QUOTIENT_CLOSED).about(RatioClaims::isSpike)
            .atMost("e", "grows beyond all bounds as the distance shrinks", GROWING, QUOTIENT_CLOSED).about(RatioClaims::isSpike)
            .tooth("T6", "m in place of m - eps2", ERROR, withoutLoss, constants())
            .ownTooth("b-rho", "the error of the denominator does not count", ERROR, EPS1.over(LEAST.minus(EPS2)), constants())
            .ownTooth("c-m", "the least value of f_2 in place of that of g_2", norm(1), numerator(1).over(LEAST), constants())
            .ownTooth("d-eta", "without the factor 1/(1 - eta)", WEIGHTED, weightedWithoutLoss(), constants())
            .ownTooth("e-bounded", "the error of the quotient is at most 100 |e_2|_1", QUOTIENT_CLOSED, DENOMINATOR_CLOSED.scaled(100, 1),
                new SpikeInstance(Rational.of(1, 2), 100, 1))
            .on(draw -> draw.integer(0, 5) == 5 ? SpikeInstance.draw(draw) : StepInstance.draw(draw), List.of(
                new Edge<>("constants with equality", constants()),
                new Edge<>("no error", step(List.of("1", "2"), List.of("1", "3"), List.of("1", "2"), List.of("1", "3"))),
                new Edge<>("no error of the denominator, equality in L^2", step(List.of("1", "2"), List.of("2", "2"), List.of("2", "4"), List.of("2", "2"))),
                new Edge<>("eps2 > m, where nothing is known", step(List.of("1", "2"), List.of("1", "3"), List.of("1", "2"), List.of("5/2", "3"))),
                new Edge<>("g_2 changes its sign", step(List.of("1", "2"), List.of("1", "3"), List.of("1", "2"), List.of("-1", "3"))),
                new Edge<>("tiny denominator", step(List.of("1/1000", "1"), List.of("1/1000", "1"), List.of("1/1000", "2"), List.of("1/2000", "1"))),
                new Edge<>("the spike of half width", new SpikeInstance(Rational.of(1, 2), 1, 1)),
                new Edge<>("a thin spike, close to its zero", new SpikeInstance(Rational.of(1, 1000), 8, 4))));
    }

    /** f_1 = f_2 = 1, g_1 = 11/10, g_2 = 9/10. */
    private static StepInstance constants() {
        return step(List.of("1"), List.of("1"), List.of("11/10"), List.of("9/10"));
    }

    private static StepInstance step(List<String> f1, List<String> f2, List<String> g1, List<String> g2) {
        Function<List<String>, List<Rational>> parse = list -> list.stream().map(Rational::parse).toList();
        return new StepInstance(parse.apply(f1), parse.apply(f2), parse.apply(g1), parse.apply(g2));
    }

    private static Domain box(RatioModel model) {
        var m = (StepInstance) model;
        var rho = m.ratio();
        var eps1 = m.largest(m::error1);
        var eps2 = m.largest(m::error2);
        return Domain.box(List.of(VALUE, RATIO, ERROR1, ERROR2), List.of(m.least(), rho.negate(), eps1.negate(), eps2.negate()),
            List.of(m.greatest(), rho, eps1, eps2));
    }

    private static boolean isClose(StepInstance m) {
        return m.largest(m::error2).compareTo(m.least()) < 0;
    }

    private static Rational eta(StepInstance m) {
        return m.largest(m::error2).over(m.least());
    }

    private static boolean isSteps(RatioModel m) {
        return m instanceof StepInstance;
    }

    private static boolean isSpike(RatioModel m) {
        return m instanceof SpikeInstance;
    }

    /** |e_1|_p + rho |e_2|_p. */
    private static Expr errors(StepInstance m, int p) {
        return m.norm(m::error1, p).plus(Expr.of(m.ratio()).times(m.norm(m::error2, p)));
    }

    private static String index(int p) {
        return p == 0 ? "\\infty" : Integer.toString(p);
    }

    private static Quantity<RatioModel> norm(int p) {
        return steps("error_" + (p == 0 ? "sup" : p), "\\|\\tfrac{f_1}{f_2}-\\tfrac{g_1}{g_2}\\|_" + index(p), "", m -> m.norm(m::difference, p));
    }

    private static Quantity<RatioModel> numerator(int p) {
        return steps("errors_" + (p == 0 ? "sup" : p), "\\big(\\|e_1\\|_" + index(p) + "+\\rho\\|e_2\\|_" + index(p) + "\\big)", "", m -> errors(m, p));
    }

    private static Formula<RatioModel> normBound(int p) {
        return numerator(p).over(LEAST_APPROXIMANT);
    }

    private static Quantity<RatioModel> weightedWithoutLoss() {
        return steps("weighted_bound_without_eta", "\\tfrac1{\\sqrt m}(\\|e_1\\|_2+\\rho\\|e_2\\|_2)", "",
            m -> errors(m, 2).over(Expr.of(m.least()).sqrt()));
    }

    private static Rational weightedSquare(StepInstance m) {
        var sum = Rational.ZERO;
        for (int i = 0; i < m.cells(); i++) {
            sum = sum.plus(m.f2().get(i).times(m.difference(i).pow(2)));
        }
        return sum.over(Rational.of(m.cells()));
    }

    /** Whether both sides of (c) with p = 2 are equal. */
    private static boolean isEqualInSquare(StepInstance m) {
        return isSquareOfSum(m, m.integral(m::difference, 2).times(m.leastApproximant().pow(2)));
    }

    /** Whether both sides of (d) are equal. */
    private static boolean isEqualInWeight(StepInstance m) {
        return isSquareOfSum(m, weightedSquare(m).times(Rational.ONE.minus(eta(m)).pow(2)).times(m.least()));
    }

    /** Whether x = (|e_1|_2 + rho |e_2|_2)^2, that is, x - A - rho^2 B = 2 rho sqrt(A B), decided without roots. */
    private static boolean isSquareOfSum(StepInstance m, Rational x) {
        var a = m.integral(m::error1, 2);
        var b = m.integral(m::error2, 2).times(m.ratio().pow(2));
        var mixed = x.minus(a).minus(b);
        return mixed.signum() >= 0 && mixed.pow(2).equals(a.times(b).times(Rational.of(4)));
    }

    private static Quantity<RatioModel> constant(String name, String tex, String meaning, Function<StepInstance, Rational> value) {
        return steps(name, tex, meaning, m -> Expr.of(value.apply(m)));
    }

    private static Quantity<RatioModel> steps(String name, String tex, String meaning, Function<StepInstance, Expr> value) {
        return Quantity.of(name, tex, meaning, m -> value.apply((StepInstance) m));
    }

    private static Quantity<RatioModel> spike(String name, String tex, String meaning, Function<SpikeInstance, Expr> value) {
        return Quantity.of(name, tex, meaning, m -> value.apply((SpikeInstance) m));
    }

    private static Quantity<RatioModel> free(String name, String tex, String meaning, Expr value) {
        return Quantity.of(name, tex, meaning, m -> value);
    }
}
