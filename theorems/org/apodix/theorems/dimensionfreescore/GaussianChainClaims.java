package org.apodix.theorems.dimensionfreescore;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.apodix.audit.Claim;
import org.apodix.audit.Draw;
import org.apodix.audit.Edge;
import org.apodix.audit.Provenance;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Formula;
import org.apodix.expression.Quantity;

/** R11(a), (c), (d) on quadratic tilts, where the chain's kernels and laws are known, also with a wrong drift; R11(e). */
final class GaussianChainClaims {

    private static final Quantity<GaussianChain> VARIANCE = exact("Var_terminal", "\\mathcal V", "of each coordinate of $Y_0$", GaussianChain::terminalVariance);
    private static final Quantity<GaussianChain> TERMINAL = of("KL_terminal", "\\mathrm{KL}(p_0\\Vert\\hat p)", "", GaussianChain::terminalDivergence);
    private static final Quantity<GaussianChain> CHAIN = of("KL_chain", "\\mathrm{KL}_{\\rm chain}", "of the joint laws, from the kernels", GaussianChain::chain);
    private static final Quantity<GaussianChain> PATH = of("KL_path", "\\mathrm{KL}_{\\rm path}",
        "$\\mathrm{KL}(p_0\\Vert\\gamma)-\\tfrac12\\sum_j(q_j^{-2}-1)(J_{t_j}-\\varepsilon_j^2)$", GaussianChain::path);
    private static final Quantity<GaussianChain> BOUND = exact("KL_bound", "", "$\\tfrac12a_K^2J_0+\\tfrac12\\max_j(1-q_j^2)J_0+\\tfrac12\\sum_j(q_j^{-2}-1)\\varepsilon_j^2$",
        GaussianChain::simpleBound);
    static final List<Quantity<GaussianChain>> PRINTED = List.of(VARIANCE, TERMINAL, CHAIN, PATH, BOUND);

    private static final Quantity<GaussianChain> START = of("KL0", "\\mathrm{KL}(p_0\\Vert\\gamma)", "", c -> c.divergence(0));
    private static final Quantity<GaussianChain> END = of("KL_T", "\\mathrm{KL}(p_T\\Vert\\gamma)", "", c -> c.divergence(c.steps()));
    private static final Quantity<GaussianChain> DECAY = exact("decay", "e^{-2T}", "", c -> c.signal(c.steps()).pow(2));
    private static final Quantity<GaussianChain> J0 = exact("J0", "J_0", "", c -> c.fisher(0));
    private static final Quantity<GaussianChain> JK = exact("JK", "J_T", "", c -> c.fisher(c.steps()));
    private static final Quantity<GaussianChain> ERRORS = exact("errors", "\\tfrac12\\textstyle\\sum_j(q_j^{-2}-1)\\varepsilon_j^2", "", GaussianChain::errorSum);
    private static final Quantity<GaussianChain> STEPS = exact("step_term", "\\tfrac12\\textstyle\\sum_j(1-q_j^2)(J_{t_{j-1}}-J_{t_j})", "", GaussianChain::stepTerm);

    private static final Quantity<DriftChain> MEAN = drift("mean", "E\\,Y_0\\cdot e", "step by step", DriftChain::mean);
    private static final Quantity<DriftChain> SHIFT = drift("shift", "c(1-q^{2K})", "", c -> c.c().times(c.rest()));
    private static final Quantity<DriftChain> REST = drift("rest", "(1-q^{2K})", "", DriftChain::rest);
    private static final Quantity<DriftChain> DRIFT_TERMINAL = drift("KL_terminal", "\\mathrm{KL}(p_0\\Vert\\hat p)", "", DriftChain::divergence);
    private static final Quantity<DriftChain> DRIFT_CHAIN = drift("KL_chain", "\\mathrm{KL}_{\\rm chain}", "from the kernels", DriftChain::chain);
    private static final Quantity<DriftChain> DRIFT_PATH = drift("KL_path", "\\mathrm{KL}_{\\rm path}", "$\\tfrac12(q^{-2}-1)\\sum_jc^2q^{2j}$", DriftChain::path);
    private static final Quantity<DriftChain> DRIFT_TV = Quantity.of("TV", "\\mathrm{TV}(p_0,\\hat p)", "", DriftChain::distance);
    static final List<Quantity<DriftChain>> DRIFTS = List.of(MEAN, DRIFT_TERMINAL, DRIFT_PATH, DRIFT_TV);

    private GaussianChainClaims() { }

    private static Quantity<GaussianChain> of(String name, String tex, String meaning, Function<GaussianChain, Expr> definition) {
        return Quantity.of(name, tex, meaning, definition);
    }

    private static Quantity<GaussianChain> exact(String name, String tex, String meaning, Function<GaussianChain, Rational> definition) {
        return Quantity.of(name, tex, meaning, c -> Expr.of(definition.apply(c)));
    }

    private static Quantity<DriftChain> drift(String name, String tex, String meaning, Function<DriftChain, Rational> definition) {
        return Quantity.of(name, tex, meaning, c -> Expr.of(definition.apply(c)));
    }

    /** sqrt(part of a divergence): what Pinsker's inequality bounds TV by for 2. */
    static <M> Quantity<M> root(String name, String tex, Quantity<M> divergence, int part) {
        return Quantity.of(name, tex, "", model -> divergence.in(model).over(part).sqrt());
    }

    static Claim<GaussianChain> chains(String title, Provenance provenance) {
        var i8 = GaussianChain.exact(Rational.of(1, 2), Rational.of(4, 5), 8, 1);
        Formula<GaussianChain> zero = Formula.number(0);
        var tv = of("TV", "\\mathrm{TV}(p_0,\\hat p)", "$d=1$", c -> GaussianDistance.of(c.variance(0), c.terminalMean(), c.terminalVariance()));
        return Claim.of(DimensionFreeScore.ID, "R11", title, GaussianChain.class, provenance)
            .atMost("a-J", "the Fisher information decays", JK, DECAY.times(J0)).attainedWhen(c -> c.lambda().isZero())
            .equal("a-integral", "KL is the integral of J over the later times", START.plus(Formula.number(10)),
                of("J_integral", "\\textstyle\\int_0^\\infty J_s\\,ds", "", c -> c.fisherIntegral(0)).plus(Formula.number(10)))
            .atMost("a-KL", "and so does KL", END, DECAY.times(START)).attainedWhen(c -> c.lambda().isZero())
            .atMost("a-KL-J", "KL is at most half of J", START, J0.scaled(1, 2)).attainedWhen(c -> c.lambda().isZero())
            .equal("c-logs", "the arguments of the logarithms on both sides of (c) agree", exact("log_product", "v_K\\textstyle\\prod_j\\frac{\\tau_j}{1-q_j^2}", "", GaussianChain::logProduct),
                exact("v0", "v_0", "", c -> c.variance(0)))
            .equal("c-rational", "and their rational parts", exact("chain_rational", "\\mathrm{KL}_{\\rm chain}^{\\mathbb Q}", "without logarithms", GaussianChain::chainRational),
                exact("path_rational", "\\mathrm{KL}_{\\rm path}^{\\mathbb Q}", "without logarithms", GaussianChain::pathRational))
            .equal("c", "the divergence of the joint laws is KL_path", CHAIN.plus(Formula.number(10)), PATH.plus(Formula.number(10)))
            .atMost("c-start", "it is at least that of the starts", END, PATH).attainedWhen(c -> c.lambda().isZero() && c.shift().isZero())
            .atMost("c-end", "and at least that of the ends", TERMINAL, PATH).attainedWhen(GaussianChain::hasNoDrift)
            .atMost("c-TV", "total variation, on the line", tv, root("pinsker", "\\sqrt{\\mathrm{KL}_{\\rm path}/2}", PATH, 2)).about(c -> c.dimension() == 1 && !c.lambda().isZero())
            .atMost("d", "decay and steps", PATH, END.plus(STEPS).plus(ERRORS)).attainedWhen(c -> c.lambda().isZero())
            .atMost("d-coarsest", "with the coarsest step", STEPS, exact("coarsest", "\\tfrac12\\max_j(1-q_j^2)(J_0-J_T)", "", GaussianChain::coarsestStepTerm))
            .attainedWhen(GaussianChain::isUniform)
            .atMost("d-simple", "and J_0 alone", PATH, BOUND).attainedWhen(c -> c.lambda().isZero())
            .tooth("T17", "without the term of the steps", TERMINAL, exact("start_term", "\\tfrac12q^{2K}J_0", "", GaussianChain::startTerm), i8)
            .ownToothEqual("c-no-weight", "the sum of J with the weight 1 - q^2", CHAIN, of("path_false", "", "", c -> c.divergence(0).minus(
                Expr.of(c.fisher(1).times(Rational.ONE.minus(c.factors().get(0).pow(2))).over(Rational.TWO)))), GaussianChain.exact(Rational.of(1, 2), Rational.of(4, 5), 1, 1))
            .ownTooth("d-no-errors", "without the errors of the drift", PATH, END.plus(STEPS), perturbed())
            .ownTooth("c-exact", "the exact score gives the exact law", TERMINAL, zero, i8)
            .on(GaussianChainClaims::draw, List.of(new Edge<>("I8", i8), new Edge<>("I8, perturbed", perturbed()), new Edge<>("no tilt", GaussianChain.exact(Rational.ZERO, Rational.of(3, 4), 3, 2)),
                new Edge<>("no tilt, a drift", new GaussianChain(Rational.ZERO, Collections.nCopies(4, Rational.of(1, 2)), 5, Rational.ZERO, Rational.ONE)),
                new Edge<>("one step", GaussianChain.exact(Rational.of(-1, 3), Rational.of(3, 4), 1, 1)), new Edge<>("wide data", GaussianChain.exact(Rational.of(-9, 10), Rational.of(19, 20), 12, 3)),
                new Edge<>("steps of three sizes", new GaussianChain(Rational.of(2), Tilts.list("19/20 4/5 1/2"), 1, Rational.of(-1, 2), Rational.of(1, 10)))));
    }

    /** The perturbed chain of I8. */
    static GaussianChain perturbed() {
        return new GaussianChain(Rational.of(1, 2), Collections.nCopies(6, Rational.of(4, 5)), 1, Rational.of(1, 3), Rational.of(1, 5));
    }

    private static GaussianChain draw(Draw draw) {
        int steps = draw.integer(1, 12);
        var lambda = Rational.of(draw.integer(-7, 32), 8);
        var factors = new ArrayList<Rational>();
        if (draw.integer(0, 3) < 3) {
            factors.addAll(Collections.nCopies(steps, factor(draw)));
        } else {
            for (int j = 0; j < Math.min(steps, 5); j++) {
                factors.add(factor(draw));
            }
        }
        var eta = draw.yes() ? Rational.of(draw.integer(-8, 8), 8) : Rational.ZERO;
        var shift = draw.yes() ? Rational.of(draw.integer(-8, 8), 10) : Rational.ZERO;
        return new GaussianChain(lambda, factors, draw.yes() ? 1 : draw.integer(2, 50), eta, shift);
    }

    static Rational factor(Draw draw) {
        return Tilts.q(draw.of("1/2", "3/4", "4/5", "9/10", "19/20"));
    }

    static Claim<DriftChain> drifts(String title, Provenance provenance) {
        var witness = new DriftChain(Rational.of(1, 10), Rational.of(4, 5), 8);
        return Claim.of(DimensionFreeScore.ID, "R11", title, DriftChain.class, provenance)
            .equal("e-mean", "no tilt, drifts c q^j: the mean of the last law", MEAN, SHIFT)
            .equal("e-terminal", "its divergence", DRIFT_TERMINAL, SHIFT.squared().scaled(1, 2))
            .equal("e-chain", "the divergence of the joint laws, by steps", DRIFT_CHAIN, DRIFT_PATH)
            .equal("e", "the ratio of both tends to 1: the constant is sharp", DRIFT_TERMINAL, REST.times(DRIFT_PATH))
            .atMost("e-TV", "Pinsker", DRIFT_TV, root("pinsker", "\\sqrt{\\mathrm{KL}_{\\rm path}/2}", DRIFT_PATH, 2)).attainedWhen(c -> c.c().isZero())
            .tooth("T15-Pinsker", "Pinsker with KL/4", DRIFT_TV, root("pinsker_false", "\\sqrt{\\mathrm{KL}/4}", DRIFT_TERMINAL, 4), witness)
            .tooth("T15", "nine tenths of the errors of the drift", DRIFT_TERMINAL, DRIFT_PATH.scaled(9, 10), new DriftChain(Rational.ONE, Rational.of(1, 2), 2))
            .on(draw -> new DriftChain(Rational.of(draw.integer(0, 20), 10), factor(draw), draw.integer(1, 30)), List.of(new Edge<>("small drift", witness),
                new Edge<>("no drift", new DriftChain(Rational.ZERO, Rational.of(1, 2), 3)), new Edge<>("one step", new DriftChain(Rational.ONE, Rational.of(3, 4), 1)),
                new Edge<>("many steps", new DriftChain(Rational.TWO, Rational.of(19, 20), 60))));
    }
}
