package org.apodix.theorems.dimensionfreescore;

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

/** R11(a) and (d) on Lipschitz ridge tilts with the exact score, and R11(b). */
final class RidgeChainClaims {

    private static final Quantity<RidgeChain> START = of("KL0", "\\mathrm{KL}(p_0\\Vert\\gamma)", "", RidgeChain::divergence);
    private static final Quantity<RidgeChain> J0 = of("J0", "J_0", "", c -> c.fisher(0));
    private static final Quantity<RidgeChain> J1 = of("J1", "J_{t_1}", "", c -> c.fisher(1));
    private static final Quantity<RidgeChain> JK = of("JK", "J_T", "", c -> c.fisher(c.steps()));
    private static final Quantity<RidgeChain> PATH = of("KL_path", "\\mathrm{KL}_{\\rm path}", "$\\mathrm{KL}(p_0\\Vert\\gamma)-\\tfrac12(q^{-2}-1)\\sum_jJ_{t_j}$", RidgeChain::path);
    private static final Quantity<RidgeChain> BOUND = exact("KL_bound", "\\tfrac12C^2(q^{2K}+1-q^2)", RidgeChain::simpleBound);
    static final List<Quantity<RidgeChain>> PRINTED = List.of(START, J0, J1, JK, PATH, BOUND);

    private static final Quantity<RidgeChain> END = of("KL_T", "\\mathrm{KL}(p_T\\Vert\\gamma)", "", RidgeChain::lastDivergence);
    private static final Quantity<RidgeChain> NOISE = exact("noise", "(1-q^2)", RidgeChain::noise);
    private static final Quantity<RidgeChain> SLOPE = exact("C2", "C^2", c -> c.profile().lipschitz().pow(2));

    static final Quantity<EarlyStopping> TV = Quantity.of("TV", "\\mathrm{TV}(p_0,p_\\delta)", "", EarlyStopping::distance);
    static final Quantity<EarlyStopping> SLOPES = Quantity.of("E_grad", "E_{p_0}|\\nabla f|", "", EarlyStopping::meanSlope);
    static final Quantity<EarlyStopping> STOPPING = Quantity.of("bound", "\\tfrac{\\arccos e^{-\\delta}}{\\sqrt{2\\pi}}E_{p_0}|\\nabla f|", "", EarlyStopping::bound);

    private RidgeChainClaims() { }

    private static Quantity<RidgeChain> of(String name, String tex, String meaning, Function<RidgeChain, Expr> definition) {
        return Quantity.of(name, tex, meaning, definition);
    }

    private static Quantity<RidgeChain> exact(String name, String tex, Function<RidgeChain, Rational> definition) {
        return Quantity.of(name, tex, "", c -> Expr.of(definition.apply(c)));
    }

    /** q^power. */
    private static Formula<RidgeChain> decay(String tex, Function<RidgeChain, Integer> power) {
        return exact("decay", tex, c -> c.q().pow(power.apply(c)));
    }

    static Claim<?> decay() {
        var title = "Forward decay, early stopping, exact path divergence";
        var provenance = Provenance.derived("the sampler is close to the data in total variation",
            "(a) is classical; (b)-(e) are derived here. (c) is executed where the kernels of the chain are Gaussian: quadratic tilts, also with wrong linear drifts and unequal steps, and no tilt; both sides "
                + "are computed by different recursions and agree as exact numbers. For other tilts KL_path is the formula of (c), and its bounds are compared");
        return ridges(title, provenance).and(GaussianChainClaims.drifts(title, provenance), "-drift", title, provenance)
            .and(stopping(title, provenance), "-stopping", title, provenance).and(GaussianChainClaims.chains(title, provenance), "-gauss", title, provenance);
    }

    private static Claim<RidgeChain> ridges(String title, Provenance provenance) {
        var i8 = new RidgeChain(new TwoModes(Rational.ONE, Rational.of(1, 2)), Rational.of(4, 5), 8);
        var linear = new RidgeChain(new LinearProfile(Rational.of(3, 2)), Rational.of(4, 5), 5);
        return Claim.of(DimensionFreeScore.ID, "R11", title, RidgeChain.class, provenance)
            .restsOn("R1")
            .atMost("a-J", "the Fisher information decays, in the first step", J1, decay("q^2", c -> 2).times(J0)).attainedWhen(RidgeChainClaims::isGaussian)
            .atMost("a-J-later", "and later", JK, decay("q^{2K-2}", c -> 2 * c.steps() - 2).times(J1)).attainedWhen(c -> isGaussian(c) || c.steps() == 1)
            .atMost("a-C", "from at most C^2 on", J0, SLOPE).attainedWhen(RidgeChainClaims::isGaussian)
            .atMost("a-KL", "KL decays", END, decay("q^{2K}", c -> 2 * c.steps()).times(START)).about(RidgeChain::isClosed).attainedWhen(RidgeChainClaims::isGaussian)
            .atMost("a-KL-J", "and is at most half of J", START, J0.scaled(1, 2)).attainedWhen(RidgeChainClaims::isGaussian)
            .atMost("c-start", "KL_path is at least KL of the start", END, PATH).about(RidgeChain::isClosed).attainedWhen(RidgeChainClaims::isGaussian)
            .equal("c-linear", "a linear tilt: the kernels of all steps are exact, the starts alone differ", PATH, END).about(c -> c.profile() instanceof LinearProfile)
            .atMost("c-positive", "and not negative", Formula.number(0), PATH).about(c -> !c.isClosed())
            .atMost("d", "decay and steps", PATH, END.plus(NOISE.scaled(1, 2).times(J0.minus(JK)))).about(RidgeChain::isClosed).attainedWhen(RidgeChainClaims::isFlat)
            .atMost("d-C", "and C alone", PATH, BOUND).attainedWhen(RidgeChainClaims::isFlat)
            .tooth("T16", "KL decays with e^-3t", END, decay("q^{3K}", c -> 3 * c.steps()).times(START), linear)
            .ownTooth("a-third", "KL is at most a third of J", START, J0.scaled(1, 3), linear)
            .ownToothEqual("c-weight", "the sum of J with the weight 1 - q^2", of("path_false", "\\mathrm{KL}(p_0\\Vert\\gamma)-\\tfrac12(1-q^2)\\textstyle\\sum_jJ_{t_j}", "",
                c -> c.divergence().minus(c.fisherSum().times(Expr.of(c.noise().over(Rational.TWO))))), END, linear)
            .ownTooth("d-no-steps", "without the term of the steps", PATH, END, i8)
            .on(RidgeChainClaims::draw, List.of(new Edge<>("I8, two modes", i8), new Edge<>("a linear tilt", linear),
                new Edge<>("COS", new RidgeChain(new Cosine(Rational.ONE, Rational.TWO, Rational.of(1, 2)), Rational.of(3, 4), 4)),
                new Edge<>("c = 0", new RidgeChain(new Cosine(Rational.ZERO, Rational.ONE, Rational.ZERO), Rational.of(3, 4), 2)),
                new Edge<>("one step", new RidgeChain(new TwoModes(Rational.of(1, 8), Rational.of(15, 16)), Rational.of(19, 20), 1)),
                new Edge<>("many steps", new RidgeChain(new TwoModes(Rational.of(5, 4), Rational.of(1, 3)), Rational.of(4, 5), 14))));
    }

    private static boolean isGaussian(RidgeChain chain) {
        return chain.profile() instanceof LinearProfile || chain.profile().isConstant();
    }

    private static boolean isFlat(RidgeChain chain) {
        return chain.profile().isConstant();
    }

    private static RidgeChain draw(Draw draw) {
        int kind = draw.integer(0, 15);
        Profile profile = kind < 3 ? new LinearProfile(draw.rational(-2, 2, 4)) : kind < 15 ? Tilts.modes(draw) : Tilts.cosine(draw);
        return new RidgeChain(profile, GaussianChainClaims.factor(draw), profile instanceof Cosine ? draw.integer(1, 3) : draw.integer(1, 8));
    }

    private static Claim<EarlyStopping> stopping(String title, Provenance provenance) {
        var lipschitz = Quantity.<EarlyStopping>of("bound_C", "\\tfrac{\\arccos e^{-\\delta}}{\\sqrt{2\\pi}}C", "", s -> s.factor().times(s.lipschitz()));
        var narrow = Quantity.<EarlyStopping>of("bound_false", "\\tfrac7{20}\\arccos(e^{-\\delta})\\,E_{p_0}|\\nabla f|", "", s -> s.angle().times(s.meanSlope()).times(Expr.of(7, 20)));
        var sharp = new RampStopping(Rational.of(20), Tilts.time("4/5"));
        return Claim.of(DimensionFreeScore.ID, "R11", title, EarlyStopping.class, provenance)
            .atMost("b", "early stopping", TV, STOPPING).attainedWhen(s -> s instanceof GaussianStopping g && g.number().isZero())
            .atMost("b-C", "for Lipschitz tilts", STOPPING, lipschitz).about(s -> s.lipschitz() != null).attainedWhen(s -> s instanceof GaussianStopping)
            .tooth("T14", "the constant 0.35", TV, narrow, sharp)
            .tooth("T14-steep", "and for a steeper ramp", TV, narrow, new RampStopping(Rational.of(100), Tilts.time("4/5")))
            .on(RidgeChainClaims::drawStopping, List.of(new Edge<>("I9", new ModesStopping(new TwoModes(Rational.ONE, Rational.of(1, 2)), Tilts.time("4/5"))),
                new Edge<>("I9, the ramp", sharp), new Edge<>("the steepest ramp", new RampStopping(Rational.of(100), Tilts.time("24/25"))),
                new Edge<>("no tilt", new GaussianStopping(Rational.ZERO, false, Tilts.time("3/5"))),
                new Edge<>("wide data", new GaussianStopping(Rational.of(-9, 10), true, Tilts.time("12/13")))));
    }

    private static EarlyStopping drawStopping(Draw draw) {
        int kind = draw.integer(0, 7);
        var time = Tilts.time(draw);
        if (kind < 3) {
            return new GaussianStopping(Rational.of(draw.integer(-7, 32), 8), kind < 2, time);
        }
        return kind < 6 ? new ModesStopping(new TwoModes(Rational.of(draw.integer(1, 16), 8), Rational.of(1, 2)), time)
            : new RampStopping(draw.yes() ? Tilts.q(draw.of("1", "5", "20", "100")) : Rational.of(draw.integer(1, 64), 8), time);
    }
}
