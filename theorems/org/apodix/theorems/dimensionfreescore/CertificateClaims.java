package org.apodix.theorems.dimensionfreescore;

import java.math.BigInteger;
import java.util.List;
import java.util.function.Function;
import org.apodix.audit.Claim;
import org.apodix.audit.Draw;
import org.apodix.audit.Edge;
import org.apodix.audit.Provenance;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Quantity;

/** R10(a): the error of given nodes, certified. */
final class CertificateClaims {

    private static final Quantity<Seeds> STEIN = of("stein_best", "\\min D^2", "$D^2=\\int|\\hat R-r|^2p_t$, the least over the seeds", s -> s.best(false));
    private static final Quantity<Seeds> GRADIENT = of("grad_best", "\\min D'^2", "$D'^2=\\int|\\hat R'-r'|^2p_t$, the least over the seeds", s -> s.best(true));
    private static final Quantity<Seeds> STEIN_BOUND = of("stein_limit", "\\tfrac{2B_M}M", "", s -> s.expected().steinBound().times(2).over(s.first().count()));
    private static final Quantity<Seeds> GRADIENT_BOUND = of("grad_limit", "\\tfrac{2C^2}M(\\sqrt{e^{\\kappa^2}-1}+e^{\\kappa^2/2})^2", "",
        s -> s.expected().gradientBound().times(2).over(s.first().count()));
    private static final Quantity<Seeds> MOST = of("stein_most", "(\\max|u_i|+\\kappa)^2", "of the first seed", s -> {
        var nodes = s.first();
        return Expr.of(nodes.mostSquare()).sqrt().plus(nodes.tilt().kappa()).square();
    });
    private static final Quantity<Seeds> SLOPE_MOST = of("grad_most", "4C^2", "", s -> s.first().mostGradient());
    private static final Quantity<Seeds> FIRST = of("stein_first", "D^2", "of the first seed", s -> s.error(0, false).compared());
    private static final Quantity<Seeds> SLOPE_FIRST = of("grad_first", "D'^2", "of the first seed", s -> s.error(0, true).compared());
    private static final Quantity<Seeds> FINE = of("stein_fine", "D^2", "of the first seed, 112 bits", s -> s.error(0, false).equal());
    private static final Quantity<Seeds> ONE = of("one_node", "|u_1|^2-2\\,\\theta\\cdot u_1\\,\\sigma E[\\theta\\cdot X_0]+\\int r^2p_t", "", Seeds::oneNode);
    private static final Quantity<Seeds> FLAT = of("flat", "|\\bar u|^2", "the mean of the nodes", s -> Expr.of(SeededNodes.dot(s.first().mean(), s.first().mean())));

    static final Quantity<SeededNodes> PRINTED_STEIN = Quantity.of("stein", "D^2", "$\\int|\\hat R-r|^2p_t$ of these nodes", n -> new NodeError(n, false).value());
    static final Quantity<SeededNodes> PRINTED_GRADIENT = Quantity.of("grad", "D'^2", "$\\int|\\hat R'-r'|^2p_t$ of these nodes", n -> new NodeError(n, true).value());
    static final List<Quantity<SeededNodes>> PRINTED = List.of(PRINTED_STEIN, PRINTED_GRADIENT);
    static final List<Quantity<Seeds>> PRINTED_BEST = List.of(STEIN, GRADIENT, STEIN_BOUND, GRADIENT_BOUND);

    private CertificateClaims() { }

    private static Quantity<Seeds> of(String name, String tex, String meaning, Function<Seeds, Expr> definition) {
        return Quantity.of(name, tex, meaning, definition);
    }

    static Claim<Seeds> certificate() {
        return Claim.of(DimensionFreeScore.ID, "R10a", "Certificate of given nodes", Seeds.class, new Provenance(Provenance.Origin.DERIVED,
                "networks with the stated error exist",
                "the existence made constructive: the error of given nodes is enclosed, an integral over the line in any dimension. That the best of n seeds is within twice the bound of the expected error holds except with "
                    + "probability 2^-n, so these parts are evidence of one sample, and speak of eight seeds or more; the others hold for every node set"))
            .restsOn("R1", "R3", "R4", "R5")
            .atMost("stein", "the best of n seeds, except with probability 2^-n", STEIN, STEIN_BOUND).statistical().about(CertificateClaims::hasManySeeds)
            .atMost("gradient", "and for the gradient form", GRADIENT, GRADIENT_BOUND).statistical().about(CertificateClaims::hasManySeeds)
            .atMost("stein-any", "any node set", FIRST, MOST).about(s -> !s.isFlat())
            .atMost("gradient-any", "and for the gradient form", SLOPE_FIRST, SLOPE_MOST).attainedWhen(Seeds::isFlat)
            .equal("one-node", "one node: by the first two moments", FINE, ONE).about(s -> s.first().count() == 1 && s.first().tilt().profile() instanceof TwoModes)
            .equal("flat", "no tilt: the mean of the nodes", FIRST, FLAT).about(Seeds::isFlat)
            .ownTooth("any-thousandth", "a thousandth of the bound for any node set", FIRST, MOST.scaled(1, 1000), i1(1))
            .ownTooth("gradient-thousandth", "a thousandth of it for the gradient form", SLOPE_FIRST, SLOPE_MOST.scaled(1, 1000), i1(1))
            .ownToothEqual("one-node-sigma", "one node, without sigma at the mean of the data", FINE, of("one_false", "|u_1|^2-2\\,\\theta\\cdot u_1\\,E[\\theta\\cdot X_0]+\\int r^2p_t", "", Seeds::oneNodeFalse), one())
            .on(CertificateClaims::draw, List.of(new Edge<>("I1, d = 3, eight seeds", i1(8)), new Edge<>("MIX, d = 2", new Seeds(
                    new SeededNodes(Tilts.modes("1", "1/2", "3/5", 2), AssembledClaims.direction("1", 2), BigInteger.valueOf(5), 8), 2)),
                new Edge<>("MIX, d = 50, eight seeds", new Seeds(new SeededNodes(Tilts.modes("1", "1/4", "4/5", 50), AssembledClaims.direction("2/3 1/3 2/3", 50), BigInteger.TEN, 4), 8)),
                new Edge<>("one node", one()), new Edge<>("no tilt", new Seeds(new SeededNodes(Tilts.cosine("0", "1", "0", "3/5", 3), AssembledClaims.direction("1", 3), BigInteger.TWO, 5), 4))));
    }

    /** With fewer, the statement may well fail by chance: its probability is 2^-n only. */
    private static boolean hasManySeeds(Seeds seeds) {
        return seeds.count() >= 8;
    }

    private static Seeds i1(int seeds) {
        return new Seeds(new SeededNodes(Tilts.i1(3), AssembledClaims.direction("1", 3), BigInteger.ONE, 16), seeds);
    }

    private static Seeds one() {
        return new Seeds(new SeededNodes(Tilts.modes("1", "1/4", "3/5", 2), AssembledClaims.direction("3/5 4/5", 2), BigInteger.valueOf(11), 1), 1);
    }

    private static Seeds draw(Draw draw) {
        int dimension = draw.of(1, 2, 3, 5, 10);
        Profile profile = draw.integer(0, 7) < 6 ? Tilts.modes(draw) : Tilts.cosine(draw);
        var tilt = new RidgeTilt(profile, dimension, Tilts.time(draw));
        return new Seeds(new SeededNodes(tilt, AssembledClaims.direction(draw, dimension), BigInteger.valueOf(draw.integer(0, 1000)), draw.integer(1, 8)), draw.integer(1, 2));
    }
}
