package org.apodix.theorems.dimensionfreescore;

import java.util.List;
import java.util.function.Function;
import org.apodix.audit.Claim;
import org.apodix.audit.Draw;
import org.apodix.audit.Edge;
import org.apodix.audit.Hypothesis;
import org.apodix.audit.Provenance;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Formula;
import org.apodix.expression.Quantity;

/** R6: the clipped estimator under quadratic growth, on quadratic tilts. */
final class GrowthClaims {

    private static final Quantity<QuadraticNodes> K = of("K", "K_t", "$\\int\\rho_tp_t$", q -> q.tilt().chiSquare());
    private static final Quantity<QuadraticNodes> TAU = of("taubar", "{\\bar\\tau}", "$\\int E[|u|^2W^2]p_t$", q -> q.tilt().weightedSecondMoment());
    private static final Quantity<QuadraticNodes> V = of("Vbar", "{\\bar V}", "$\\int Vp_t$", q -> q.tilt().steinVariance());
    private static final Quantity<QuadraticNodes> K_BOUND = of("K_bound", "{\\bar K}", "$\\alpha,\\beta\\ge0$", q -> q.growth(false).mostK(2));
    private static final Quantity<QuadraticNodes> K_ATTAINED = of("K_attained", "{\\bar K}", "$\\alpha=-\\beta=\\lambda/2$", q -> q.growth(true).mostK(2));
    private static final Quantity<QuadraticNodes> K_FALSE = of("K_false", "{\\bar K}_{1-\\theta}", "", q -> q.growth(true).mostK(1));
    private static final Quantity<QuadraticNodes> TAU_BOUND = of("tau_bound", "{\\bar\\tau}_+", "$\\alpha,\\beta\\ge0$", q -> q.growth(false).mostTau());
    private static final Quantity<QuadraticNodes> TAU_ATTAINED = of("tau_attained", "{\\bar\\tau}_+", "$\\alpha=-\\beta=\\lambda/2$", q -> q.growth(true).mostTau());
    private static final Quantity<QuadraticNodes> BIAS = of("bias2", "E_{p_{t^*}}|X|^21_{|X|>B}", "", QuadraticNodes::bias);
    private static final Quantity<QuadraticNodes> BIAS_TAIL = of("bias2_tail", "G\\,d\\,s_*^2\\,Q(\\tfrac d2+1,\\tfrac{B^2}{2s_*^2})", "",
        q -> q.growth(false).secondTail(q.growth(false).clipSquared(q.nodes()), q.tilt().time().a().pow(2)));
    private static final Quantity<QuadraticNodes> BIAS_BOUND = of("bias2_bound", "G\\,d\\,s_*^2/M", "",
        q -> q.growth(false).factor().times(Expr.of(q.growth(false).complementarySpread().times(Rational.of(q.tilt().dimension(), q.nodes())))));
    private static final Quantity<QuadraticNodes> SIGN = of("sign", "1+\\lambda+2\\lambda\\sigma^2+2\\lambda^2\\sigma^4", "", q -> Expr.of(q.tilt().sign()));
    private static final Quantity<QuadraticNodes> CONDITIONS = of("conditions", "(1+\\lambda)(1+2\\lambda\\sigma^2)(1-2v\\varsigma)", "",
        q -> Expr.of(q.tilt().conditions()));

    private static final Quantity<QuadraticNodes> ERROR_BOUND = of("error_bound", "", "the bound of $E\\|\\hat R_B-r\\|^2$", QuadraticNodes::errorBound);

    private GrowthClaims() { }

    static List<Quantity<QuadraticNodes>> printed(QuadraticNodes q) {
        return q.tilt().isFinite() ? List.of(K, TAU, V, K_ATTAINED, TAU_ATTAINED, BIAS, BIAS_TAIL, ERROR_BOUND) : List.of(BIAS, BIAS_TAIL);
    }

    private static Quantity<QuadraticNodes> of(String name, String tex, String meaning, Function<QuadraticNodes, Expr> definition) {
        return Quantity.of(name, tex, meaning, definition);
    }

    static Claim<QuadraticNodes> growth() {
        Hypothesis<QuadraticNodes> room = Hypothesis.exactly("$4\\beta\\sigma^2\\lt 1$ and $\\theta\\lt \\frac12$", q -> q.growth(false).isEnough());
        Hypothesis<QuadraticNodes> finite = Hypothesis.exactly("$K_t\\lt \\infty$: $1+2\\lambda\\sigma^2>0$ and $1+\\lambda+2\\lambda\\sigma^2+2\\lambda^2\\sigma^4>0$",
            q -> q.tilt().isFinite());
        var t23 = new QuadraticNodes(new Quadratic(Rational.of(-11, 20), 3, Tilts.time("5/13")), 100);
        return Claim.of(DimensionFreeScore.ID, "R6", "Quadratic growth: the clipped estimator", QuadraticNodes.class, Provenance.derived(
                "sub-Gaussian laws: f grows at most quadratically at infinity",
                "explicit constants; the ingredients K, tau and the clip bias of the error bound are compared with their exact values for quadratic tilts, where the bounds of K and tau are attained; "
                    + "the error itself has no closed form and is not computed"))
            .restsOn("R1", "R2", "R4")
            .atMost("K", "the mean of rho", K, K_BOUND).onlyIf(finite).onlyIf(room).attainedWhen(q -> q.tilt().lambda().isZero())
            .atMost("K-attained", "attained for alpha = -beta", K, K_ATTAINED).onlyIf(finite).attainedWhen(q -> true)
            .atMost("tau", "the second moment of the weighted nodes", TAU, TAU_BOUND).onlyIf(finite).onlyIf(room).attainedWhen(q -> q.tilt().lambda().isZero())
            .atMost("tau-attained", "attained for alpha = -beta", TAU, TAU_ATTAINED).onlyIf(finite).attainedWhen(q -> true)
            .atMost("leading", "the leading constant of the unclipped estimator is below tau", V, TAU).onlyIf(finite).attainedWhen(q -> q.tilt().lambda().isZero())
            .atMost("bias", "the bias of the clip", BIAS, BIAS_TAIL).attainedWhen(q -> q.tilt().lambda().signum() <= 0)
            .atMost("bias-M", "is of order 1/M", BIAS_TAIL, BIAS_BOUND)
            .equal("finite", "both conditions for a finite K are one", CONDITIONS, SIGN)
            .tooth("T9", "K at most 2 in every dimension", K, Formula.number(2), new QuadraticNodes(new Quadratic(Rational.of(1, 2), 20, Tilts.time("3/5")), 100))
            .tooth("T23", "K finite whenever 4 beta sigma^2 < 1", Formula.number(0), SIGN, t23)
            .tooth("T24", "1 - theta in place of 1 - 2 theta", K, K_FALSE, new QuadraticNodes(new Quadratic(Rational.of(-1, 4), 20, Tilts.time("5/13")), 100))
            .ownTooth("bias-small", "the bias of order 1/M^2", BIAS_TAIL, BIAS_BOUND.over(of("M", "M", "nodes", q -> Expr.of(q.nodes()))),
                new QuadraticNodes(new Quadratic(Rational.of(1, 2), 1, Tilts.time("3/5")), 10_000))
            .on(GrowthClaims::draw, List.of(new Edge<>("I4", new QuadraticNodes(new Quadratic(Rational.of(1, 2), 10, Tilts.time("3/5")), 10_000)),
                new Edge<>("T23: K is infinite", t23), new Edge<>("no tilt", new QuadraticNodes(new Quadratic(Rational.ZERO, 4, Tilts.time("4/5")), 1000)),
                new Edge<>("one node", new QuadraticNodes(new Quadratic(Rational.of(1, 3), 2, Tilts.time("4/5")), 1)),
                new Edge<>("wide data at a short time", new QuadraticNodes(new Quadratic(Rational.of(-1, 2), 7, Tilts.time("24/25")), 50))));
    }

    private static QuadraticNodes draw(Draw draw) {
        return new QuadraticNodes(Tilts.quadratic(draw), Tilts.count(draw, 6));
    }
}
