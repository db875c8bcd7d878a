package org.apodix.theorems.ratiosignrelu;

import java.util.List;
import org.apodix.audit.figure.Figure.Heading;
import org.apodix.audit.figure.Stack;
import org.apodix.expression.Expr;

/** The parts of the end-to-end bound R21 for eight steps on two atoms. */
final class EndToEndFigure {

    private static final int GRID_BITS = 400;

    private EndToEndFigure() { }

    static Stack parts() {
        var model = EndToEndClaims.s8();
        var prior = model.ddpm().start();
        var discretization = model.ddpm().discretizationBound();
        var approximation = model.builtBound();
        var heading = Heading.of("end-to-end", "What the end-to-end bound is made of",
            "Eight steps on the atoms $\\pm1$: the bound $U_T+\\tfrac12\\sum_t\\Delta_t(\\mathrm{mmse}_t-\\mathrm{mmse}_{t-1})+\\mathcal E$ of $\\mathrm{KL}(q_1|\\hat "
                + "p_1)$. Prior: $U_T$. Discretization: the middle term. Approximation: $\\sum_t\\tfrac{\\Delta_t}2[\\varepsilon_t^2+(2D+\\varepsilon_t)^2\\pi_t]$ for "
                + "networks of five hidden layers that are built, twice that where they are learned. Estimation: "
                + "$\\sum_t\\tfrac{\\Delta_t}2\\tfrac{40}3B_t^2\\ln|\\mathcal H_t|/m$ for $m$ pairs per step and networks of the same widths with weights on a grid of "
                + "$2^{400}+1$ values and outputs projected to $[-B_t,B_t]$, $B_t=D+\\varepsilon_t$. The last bar is what an exact predictor pays: "
                + "$\\mathrm{KL}(q_T|N(0,1))$ and $\\sum_tJ_t$.", "R21", "R18", "R19", "R20");
        return new Stack(heading, "nats", List.of("prior", "discretization", "approximation", "estimation"), List.of(
            new Stack.Bar("networks as built", List.of(prior, discretization, approximation, Expr.ZERO)),
            new Stack.Bar("learned, m = 10^8", List.of(prior, discretization, approximation.times(2), model.estimation(100_000_000L, GRID_BITS))),
            new Stack.Bar("learned, m = 10^10", List.of(prior, discretization, approximation.times(2), model.estimation(10_000_000_000L, GRID_BITS))),
            new Stack.Bar("exact predictor", List.of(model.ddpm().terminal(), model.ddpm().discretization(), Expr.ZERO, Expr.ZERO))));
    }
}
