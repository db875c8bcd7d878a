package org.apodix.theorems.dimensionfreescore;

import java.util.List;
import java.util.function.Function;
import org.apodix.audit.Claim;
import org.apodix.audit.Draw;
import org.apodix.audit.Edge;
import org.apodix.audit.Provenance;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Quantity;

/** R12: the law of the sampler is close to the data in total variation. */
final class SamplerClaims {

    private static final String TITLE = "Total variation of the sampler, end to end";

    private static final Quantity<Sampler> GRADIENT = of("gradient_bound", "\\tfrac C2\\sqrt{q^{2K}+1-q^2+\\tfrac{4e^{C^2}}M}", "gradient form", Sampler::gradientBound);
    private static final Quantity<Sampler> STEIN = of("stein_bound", "\\mathrm{TV}_S", "Stein form: $\\{\\tfrac12[\\tfrac{C^2}2(q^{2K}+1-q^2)+\\tfrac{q^{-2}-1}{2M}\\sum_j\\tfrac{q^{2j}}{1-q^{2j}}B_M(d,\\sigma_jC)]\\}^{1/2}$",
        Sampler::steinBound);
    private static final Quantity<Sampler> LINEAR_TV = of("TV_linear", "\\mathrm{TV}(p_0,\\hat p)", "for $f=Cx_1$, any nodes", Sampler::linearDistance);
    private static final Quantity<Sampler> FLAT_TV = of("E_TV_flat", "E\\,\\mathrm{TV}(\\gamma,\\hat p)", "for $f=0$, the same nodes in every step", Sampler::flatDistance);
    private static final Quantity<Sampler> FLAT_BOUND = of("flat_bound", "\\mathrm{TV}_S|_{C=0}", "$\\{\\tfrac{d(q^{-2}-1)}{4M}\\sum_j\\tfrac{q^{2j}}{1-q^{2j}}\\}^{1/2}$", s -> s.flatBound(s.dimension()));
    static final List<Quantity<Sampler>> BOUNDS = List.of(GRADIENT, STEIN, LINEAR_TV, FLAT_TV, FLAT_BOUND);

    private static final Quantity<ModesSampler> MODES_GRADIENT = modes("TV_gradient", "gradient form", s -> s.distance(true));
    private static final Quantity<ModesSampler> MODES_STEIN = modes("TV_stein", "Stein form", s -> s.distance(false));
    static final List<Quantity<ModesSampler>> MODES = List.of(Quantity.of("KL_path", "\\mathrm{KL}_{\\rm path}", "of the exact score", ModesSampler::exactPath), MODES_GRADIENT, MODES_STEIN);

    private static final Quantity<OneNodeSampler> GAP = Quantity.of("gap", "|p_0(X>\\tau)-\\hat p(X>\\tau)|", "at most $\\mathrm{TV}$", OneNodeSampler::gap);
    private static final Quantity<OneNodeSampler> PATH = Quantity.of("KL_path", "\\mathrm{KL}_{\\rm path}", "$\\mathrm{KL}(p_0\\Vert\\gamma)-\\tfrac{q^{-2}-1}2\\sum_j(J_{t_j}-(\\tfrac{a_j}{\\sigma_j}D_j+\\nu)^2)$",
        OneNodeSampler::path);
    private static final Quantity<OneNodeSampler> NODE_ERROR = Quantity.of("D2", "D_1^2", "$u^2-2u\\sigma_1m(2p-1)+\\tfrac{\\sigma_1^2}{a_1^2}J_{t_1}$", s -> s.squaredNodeError(1));
    private static final Quantity<OneNodeSampler> NODE_QUADRATURE = Quantity.of("D2_quadrature", "\\textstyle\\int(u-r)^2p_{t_1}", "by quadrature", s -> s.squaredNodeErrorByQuadrature(1));
    static final List<Quantity<OneNodeSampler>> ONE_NODE = List.of(GAP, PATH);

    private static final Quantity<SamplerRate> RATE_LEFT = Quantity.of("gradient_bound", "\\tfrac C2\\sqrt{q^{2K}+1-q^2+\\tfrac{4e^{C^2}}M}", "$q=e^{-1/M}$, $K=\\lceil\\tfrac12M\\log M\\rceil$", SamplerRate::bound);
    private static final Quantity<SamplerRate> RATE_RIGHT = Quantity.of("rate", "\\tfrac C2\\sqrt{3+4e^{C^2}}\\,M^{-1/2}", "", r -> r.rate(3));
    static final List<Quantity<SamplerRate>> RATES = List.of(RATE_LEFT, RATE_RIGHT);

    private SamplerClaims() { }

    private static Quantity<Sampler> of(String name, String tex, String meaning, Function<Sampler, Expr> definition) {
        return Quantity.of(name, tex, meaning, definition);
    }

    private static Quantity<ModesSampler> modes(String name, String meaning, Function<ModesSampler, Expr> definition) {
        return Quantity.of(name, "\\sqrt{\\tfrac12(\\mathrm{KL}_{\\rm path}+\\tfrac1M\\,\\text{leading})}", meaning, definition);
    }

    static Claim<Object> samplers() {
        var provenance = new Provenance(Provenance.Origin.ABSTRACT, "empirical score matching over deep ReLU networks gives a sampler close to the data in total variation, with a rate that does not contain the dimension",
            "an end-to-end bound for sampled nodes in place of learned ones, with constants derived here. The mean total variation is known for linear tilts in the gradient form and for no tilt in the Stein form: there "
                + "the bounds are checked as they stand. For two modes they are compared with KL_path of the exact score and the leading order, in 1/M, of what the nodes add: a necessary inequality. "
                + "(N) is checked for one given node and a constant deviation in place of a network's, on events");
        var bounds = bounds(provenance);
        var rates = rates(provenance);
        var modes = modes(provenance);
        var nodes = oneNode(provenance);
        var all = bounds.and(rates, "-rate", TITLE, provenance).and(modes, "-modes", TITLE, provenance).and(nodes, "-node", TITLE, provenance);
        return Spaces.of(all, Spaces.share(10, bounds), Spaces.share(3, rates), Spaces.share(2, nodes), Spaces.share(1, modes));
    }

    private static Claim<Sampler> bounds(Provenance provenance) {
        var t22 = new Sampler(Rational.ONE, Rational.of(19, 20), 1, 10_000, 3);
        var wide = new Sampler(Rational.ONE, Rational.of(4, 5), 8, 4096, 50);
        return Claim.of(DimensionFreeScore.ID, "R12", TITLE, Sampler.class, provenance)
            .restsOn("R4", "R5", "R7", "R9", "R11")
            .atMost("G", "gradient form, a linear tilt", LINEAR_TV, GRADIENT).attainedWhen(s -> s.lipschitz().isZero())
            .atMost("S", "Stein form, no tilt", FLAT_TV, FLAT_BOUND)
            .atMost("S-C", "whose bound grows with C", FLAT_BOUND, STEIN).attainedWhen(s -> s.lipschitz().isZero())
            .atMost("S-sum", "the sum over the steps is of the order of a logarithm", of("step_sum", "\\tfrac{q^{-2}-1}2\\textstyle\\sum_j\\tfrac{q^{2j}}{1-q^{2j}}", "", s -> Expr.of(s.stepSum())),
                of("step_sum_bound", "\\tfrac12[1+\\tfrac{e^{2h}-1}{2h}\\log\\tfrac1{1-q^2}]", "$h=-\\log q$", Sampler::stepSumBound))
            .tooth("T22", "without the term of the start", LINEAR_TV, of("bound_false", "\\tfrac C2\\sqrt{1-q^2+\\tfrac{4e^{C^2}}M}", "", Sampler::boundWithoutStart), t22)
            .ownTooth("S-free", "the Stein form without the dimension", FLAT_TV, of("flat_false", "\\mathrm{TV}_S|_{C=0,d=1}", "", s -> s.flatBound(1)), wide)
            .on(SamplerClaims::drawBounds, List.of(new Edge<>("T22", t22), new Edge<>("I8", new Sampler(Rational.ONE, Rational.of(4, 5), 8, 64, 1)), new Edge<>("I8, d = 50", wide),
                new Edge<>("C = 0", new Sampler(Rational.ZERO, Rational.of(1, 2), 3, 10, 2)), new Edge<>("one node", new Sampler(Rational.TWO, Rational.of(9, 10), 20, 1, 100))));
    }

    private static Sampler drawBounds(Draw draw) {
        var lipschitz = Rational.of(draw.integer(0, 16), 8);
        return new Sampler(lipschitz, GaussianChainClaims.factor(draw), draw.integer(1, 24), Tilts.count(draw, 6), Tilts.dimension(draw));
    }

    private static Claim<SamplerRate> rates(Provenance provenance) {
        return Claim.of(DimensionFreeScore.ID, "R12", TITLE, SamplerRate.class, provenance)
            .atMost("G-rate", "steps of 1/M give the rate M^{-1/2}", RATE_LEFT, RATE_RIGHT).attainedWhen(r -> r.lipschitz().isZero())
            .ownTooth("G-two", "2 in place of 3", RATE_LEFT, Quantity.of("rate_false", "\\tfrac C2\\sqrt{2+4e^{C^2}}\\,M^{-1/2}", "", r -> r.rate(2)), new SamplerRate(Rational.ONE, 1000))
            .on(draw -> new SamplerRate(Rational.of(draw.integer(0, 24), 8), draw.integer(2, 1000) * Tilts.count(draw, 4)), List.of(new Edge<>("two nodes", new SamplerRate(Rational.ONE, 2)),
                new Edge<>("a thousand nodes", new SamplerRate(Rational.ONE, 1000)), new Edge<>("C = 0", new SamplerRate(Rational.ZERO, 100))));
    }

    private static Claim<ModesSampler> modes(Provenance provenance) {
        var bounded = Quantity.<ModesSampler>of("gradient_bound", "\\tfrac C2\\sqrt{q^{2K}+1-q^2+\\tfrac{4e^{C^2}}M}", "", s -> s.sampler().gradientBound());
        var stein = Quantity.<ModesSampler>of("stein_bound", "\\mathrm{TV}_S", "", s -> s.sampler().steinBound());
        var witness = modes("1", "1/2", "4/5", 3, 64, 5);
        return Claim.of(DimensionFreeScore.ID, "R12", TITLE, ModesSampler.class, provenance)
            .atMost("G-leading", "gradient form, two modes, to the leading order in 1/M", MODES_GRADIENT, bounded)
            .atMost("S-leading", "and in the Stein form", MODES_STEIN, stein)
            .ownTooth("S-leading-third", "a third of the bound", MODES_STEIN, stein.scaled(1, 3), modes("1/8", "1/2", "4/5", 3, 4, 50))
            .on(draw -> {
                var two = Tilts.modes(draw);
                return new ModesSampler(two, new Sampler(two.m(), GaussianChainClaims.factor(draw), draw.integer(1, 4), Tilts.count(draw, 6), Tilts.dimension(draw)));
            }, List.of(new Edge<>("two modes", witness), new Edge<>("many nodes", modes("3/2", "1/4", "1/2", 2, 1_000_000, 100))));
    }

    private static ModesSampler modes(String m, String p, String q, int steps, int nodes, int dimension) {
        return new ModesSampler(new TwoModes(Tilts.q(m), Tilts.q(p)), new Sampler(Tilts.q(m), Tilts.q(q), steps, nodes, dimension));
    }

    private static Claim<OneNodeSampler> oneNode(Provenance provenance) {
        var root = GaussianChainClaims.root("pinsker", "\\sqrt{\\mathrm{KL}_{\\rm path}/2}", PATH, 2);
        var witness = new OneNodeSampler(chain("1", "3/4", "1/2", 4), Rational.ONE, Rational.of(1, 4), Rational.of(1, 2));
        var far = new OneNodeSampler(chain("1/8", "1/2", "1/2", 6), Rational.ZERO, Rational.of(1, 10), Rational.ZERO);
        return Claim.of(DimensionFreeScore.ID, "R12", TITLE, OneNodeSampler.class, provenance)
            .atMost("N", "one given node and a constant deviation: the event of a half line", GAP, root)
            .equal("N-error", "the error of the node in the first step, by moments and by quadrature", NODE_ERROR, NODE_QUADRATURE)
            .ownToothEqual("N-error-mean", "without the mean of the data", Quantity.of("D2_false", "u^2+\\int r^2p_t", "", s -> s.squaredNodeErrorOfMeanZero(1)), NODE_QUADRATURE, witness)
            .ownTooth("N-half", "half of Pinsker's bound", GAP, root.scaled(1, 2), far)
            .on(draw -> new OneNodeSampler(new RidgeChain(Tilts.modes(draw), GaussianChainClaims.factor(draw), draw.integer(1, 5)), draw.rational(-2, 2, 4), Rational.of(draw.integer(0, 8), 16),
                draw.rational(-2, 2, 4)), List.of(new Edge<>("one node", witness), new Edge<>("a small deviation", far)));
    }

    private static RidgeChain chain(String m, String p, String q, int steps) {
        return new RidgeChain(new TwoModes(Tilts.q(m), Tilts.q(p)), Tilts.q(q), steps);
    }
}
