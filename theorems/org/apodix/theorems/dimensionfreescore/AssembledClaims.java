package org.apodix.theorems.dimensionfreescore;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Function;
import org.apodix.audit.Claim;
import org.apodix.audit.Draw;
import org.apodix.audit.Edge;
import org.apodix.audit.Provenance;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Quantity;
import org.apodix.theorems.dimensionfreescore.AssembledScore.ExponentialPart;
import org.apodix.theorems.dimensionfreescore.AssembledScore.Path;
import org.apodix.theorems.dimensionfreescore.AssembledScore.Source;

/** R9: the assembled ReLU network. */
final class AssembledClaims {

    private static final Quantity<AssembledScore> LAMBDA = of("Lambda", "\\Lambda", "range of the centered potential", s -> Expr.of(s.range()));
    private static final Quantity<AssembledScore> KAPPA = of("kappa_E", "\\kappa_E", "error of the exponential", AssembledScore::exponentialError);
    private static final Quantity<AssembledScore> BOUND = of("bound", "\\nu", "for every $x$", AssembledScore::bound);
    private static final Quantity<AssembledScore> DEVIATION = of("deviation2", "|\\hat v_{\\rm net}-\\hat v|^2", "at $x$, the network in exact numbers", AssembledScore::deviation);
    private static final Quantity<AssembledScore> COARSE = of("deviation2_coarse", "|\\hat v_{\\rm net}(n_S=4)-\\hat v|^2", "at $x$, the network with squares of 4 pieces", s -> s.withSquares(4).deviation());
    private static final Quantity<AssembledScore> TRUE = of("true_error", "|\\hat v_{\\rm net}-v_t|", "at $x$, against the true score", s -> s.trueDeviation().sqrt());
    private static final Quantity<AssembledScore> NODES = of("node_error", "|\\hat v-v_t|", "at $x$, of the estimator itself", s -> s.nodeDeviation().sqrt());
    private static final Quantity<AssembledScore> LAYERS = of("hidden_layers", "L", "hidden layers, counted", s -> Expr.of(s.merged().hiddenLayers()));

    private AssembledClaims() { }

    private static Quantity<AssembledScore> of(String name, String tex, String meaning, Function<AssembledScore, Expr> definition) {
        return Quantity.of(name, tex, meaning, definition);
    }

    private static Quantity<AssembledScore> path(Path path, String tex, String meaning) {
        return of("path_" + path.name().toLowerCase(java.util.Locale.ROOT), tex, meaning, s -> Expr.of(s.paths(path)));
    }

    /** The square of nu without one of its terms. */
    private static Quantity<AssembledScore> without(Source source) {
        var name = "bound2_without_" + source.name().toLowerCase(java.util.Locale.ROOT);
        return of(name, "\\nu_-^2", "without one term", s -> s.bound(EnumSet.complementOf(EnumSet.of(source))).square());
    }

    /** Two nodes on the line, where one block is coarse and the others are fine. */
    private static AssembledScore fine(int pieces, int squares) {
        return hat("1", "3/5", "1", 1, 2, new ExponentialPart(pieces, 40), squares, Tilts.list("1/2"));
    }

    private static Quantity<AssembledScore> counted(int layer) {
        return of("units_" + layer, "w_" + layer, "units of hidden layer " + layer + ", counted", s -> Expr.of(s.merged().widths().get(layer - 1)));
    }

    private static Quantity<AssembledScore> formula(int layer, String tex) {
        return of("units_formula_" + layer, tex, "", s -> Expr.of(s.units(layer)));
    }

    /** What {@code evaluate} prints. */
    static List<Quantity<AssembledScore>> printed(AssembledScore score) {
        var all = new ArrayList<>(List.of(LAMBDA));
        for (int j = 0; j < score.dimension(); j++) {
            int index = j;
            all.add(of("out_" + (j + 1), "\\hat v_{{\\rm net}," + (j + 1) + "}", "output of the network", s -> Expr.of(s.output().get(index))));
            all.add(of("exact_" + (j + 1), "\\hat v_{" + (j + 1) + "}", "the estimator", s -> s.estimate(index)));
            all.add(of("path_" + (j + 1), "P_{" + (j + 1) + "}", "path norm", s -> Expr.of(s.apart().pathNorms().get(index))));
        }
        all.add(BOUND);
        all.add(KAPPA);
        return all;
    }

    static Claim<AssembledScore> network() {
        var recursion = path(Path.RECURSION, "\\textstyle\\sum_jP_j", "path norms by the recursion, added over the outputs");
        return Claim.of(DimensionFreeScore.ID, "R9", "Assembled ReLU network", AssembledScore.class, new Provenance(Provenance.Origin.ABSTRACT,
                "the score is approximated by a deep ReLU network with bounded weights",
                "the network of the Stein estimator is built layer by layer and evaluated in exact numbers; architecture, error bound and path norm are derived here. The bound holds for every x by the "
                    + "proofs of R3 and R8; what is executed is the network at points, also far out, and the counts"))
            .restsOn("R3", "R8")
            .atMost("error", "the network is within nu of the estimator", DEVIATION, BOUND.times(BOUND))
            .atMost("score", "and, with the estimator's own error, of the true score", TRUE, NODES.plus(BOUND)).about(AssembledScore::isNear)
            .equal("path", "path norms, counted and by the recursion", path(Path.APART, "\\textstyle\\sum_jP_j^{\\rm net}", "path norms counted on the network, linear maps apart"), recursion)
            .atMost("path-merged", "merging the linear maps does not raise them", path(Path.MERGED, "\\textstyle\\sum_jP_j^{\\rm merged}", "path norms of the network with merged maps"), recursion)
            .attainedWhen(s -> true)
            .atMost("path-bound", "and they are bounded however fine the blocks are", recursion, path(Path.BOUND,
                "\\textstyle\\sum_j\\tfrac a\\sigma X_jY\\big[4\\big(\\tfrac{2b_jp_e}{X_j}+\\tfrac{D_-^{-1}+2D_-^{-2}(p_e+D_{n_D})}Y\\big)+4\\big]", ""))
            .equal("layers", "four hidden layers", LAYERS, org.apodix.expression.Formula.number(4))
            .equal("units-1", "units of the first", counted(1), formula(1, "(M+1)\\mathsf K"))
            .equal("units-2", "of the second, where the rounded exponential has no two equal slopes side by side", counted(2), formula(2, "Mn_E"))
            .about(AssembledScore::hasDifferentSlopes)
            .atMost("units-2-most", "otherwise fewer", counted(2), formula(2, "Mn_E")).attainedWhen(AssembledScore::hasDifferentSlopes)
            .equal("units-3", "of the third", counted(3), formula(3, "n_D+2d"))
            .equal("units-4", "of the fourth", counted(4), formula(4, "4dn_S"))
            .tooth("T12", "the bound for squares of 64 pieces, the network with 4", COARSE, BOUND.times(BOUND), i7())
            .ownTooth("no-exponential", "the bound without the error of the exponential", DEVIATION, without(Source.EXPONENTIAL), fine(1, 64))
            .ownTooth("no-reciprocal", "without that of the reciprocal", DEVIATION, without(Source.RECIPROCAL), fine(64, 128))
            .ownTooth("no-product", "without that of the products", DEVIATION, without(Source.PRODUCT), fine(64, 1))
            .ownTooth("path-half", "half of the path norm", path(Path.APART, "\\textstyle\\sum_jP_j^{\\rm net}", ""), recursion.scaled(1, 2), i7())
            .ownToothEqual("one-node-less", "units without the center of the potential", counted(1),
                of("units_false", "M\\mathsf K", "", s -> Expr.of(s.units(1) - 3)), i7())
            .on(AssembledClaims::draw, edges());
    }

    /** I7 of section 8. */
    static AssembledScore i7() {
        return hat("1", "3/5", "3/5 4/5", 1, 4, new ExponentialPart(32, 40), 64, Tilts.list("1/2 -3/4"));
    }

    static AssembledScore hat(String c, String a, String theta, long seed, int count, ExponentialPart exponential, int squares, List<Rational> point) {
        var tilt = new RidgeTilt(PiecewiseLinear.hat(Tilts.q(c)), point.size(), Tilts.time(a));
        return new AssembledScore(new SeededNodes(tilt, direction(theta, point.size()), BigInteger.valueOf(seed), count), exponential, Rational.of(9, 8), squares, point);
    }

    /** The entries, then zeros. */
    static List<Rational> direction(String entries, int dimension) {
        var all = new ArrayList<>(Tilts.list(entries));
        all.addAll(Collections.nCopies(dimension - all.size(), Rational.ZERO));
        return all;
    }

    /** Fifty dimensions. */
    static AssembledScore wide(int count, ExponentialPart exponential, int squares) {
        return hat("1", "3/5", "2/3 1/3 2/3", 3, count, exponential, squares, Collections.nCopies(50, Rational.of(1, 4)));
    }

    private static List<Edge<AssembledScore>> edges() {
        var few = new ExponentialPart(8, 20);
        return List.of(new Edge<>("I7", i7()), new Edge<>("I7 far out", hat("1", "3/5", "3/5 4/5", 1, 4, new ExponentialPart(32, 40), 64, Tilts.list("10000 -9999"))),
            new Edge<>("no tilt", hat("0", "3/5", "1", 2, 3, few, 4, Tilts.list("1"))), new Edge<>("one node", hat("1", "4/5", "1", 5, 1, few, 8, Tilts.list("1/3"))),
            new Edge<>("one piece of each block", hat("-1/2", "4/5", "3/5 4/5", 6, 2, new ExponentialPart(1, 6), 1, Tilts.list("1 -1"))),
            new Edge<>("three dimensions", hat("2", "12/13", "2/3 1/3 2/3", 7, 5, new ExponentialPart(16, 30), 16, Tilts.list("1 0 -1"))),
            new Edge<>("four dimensions", hat("1", "3/5", "2/3 1/3 2/3", 8, 4, few, 16, Tilts.list("0 1/2 -1 2"))),
            new Edge<>("a coarse exponential", fine(1, 64)), new Edge<>("a coarse reciprocal", fine(64, 128)), new Edge<>("coarse products", fine(64, 1)),
            new Edge<>("fifty dimensions", wide(2, few, 4)));
    }

    private static AssembledScore draw(Draw draw) {
        int dimension = draw.integer(1, 4);
        var time = Tilts.time(draw);
        var profile = draw.integer(0, 3) < 3 ? PiecewiseLinear.hat(draw.rational(-2, 2, 4)) : Tilts.piecewise(draw);
        var nodes = new SeededNodes(new RidgeTilt(profile, dimension, time), direction(draw, dimension), BigInteger.valueOf(draw.integer(0, 1000)), draw.integer(1, 4));
        var exponential = new ExponentialPart(draw.integer(1, 8), draw.integer(6, 20));
        var ratio = Rational.ONE.plus(Rational.of(1, draw.integer(1, 8)));
        int squares = draw.integer(1, 8);
        boolean far = draw.integer(0, 7) == 7;
        var point = draw.list(dimension, d -> far ? Rational.of(d.integer(-10_000, 10_000)) : d.rational(-3, 3, 4));
        return new AssembledScore(nodes, exponential, ratio, squares, point);
    }

    /** Directions of rational entries and norm 1, as many as fit. */
    static List<Rational> direction(Draw draw, int dimension) {
        var all = List.of("1", "3/5 4/5", "5/13 12/13", "2/3 1/3 2/3");
        int most = dimension == 1 ? 0 : dimension == 2 ? 2 : 3;
        return direction(all.get(draw.integer(0, most)), dimension);
    }
}
