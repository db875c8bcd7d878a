package org.apodix.theorems.dimensionfreescore;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import org.apodix.audit.figure.Figure;
import org.apodix.audit.figure.Table;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.network.Network;
import org.apodix.network.ShallowBlocks;
import org.apodix.theorems.NetworkFigure;
import org.apodix.theorems.dimensionfreescore.AssembledScore.ExponentialPart;

/** Drawings of the blocks of R8, an exponential, a reciprocal, a square, a product, and of the assembled network of R9. */
final class NetworkFigures {

    private NetworkFigures() { }

    static List<Figure> figures() {
        return List.of(
            NetworkFigure.drawing(Figure.Heading.of("network-exponential-block", "Exponential block",
                "Chords of $e^z$ on $[-1,1]$ over eight equal pieces, values rounded up to 6 bits after the leading one.", "R8"), exponential(8, 6)),
            NetworkFigure.drawing(Figure.Heading.of("network-reciprocal-block", "Reciprocal block",
                "Chords of $\\frac1D$ from $\\frac13$ on, six pieces whose ends grow by the factor $\\frac98$.", "R8"), reciprocal(6)),
            NetworkFigure.weights(Figure.Heading.of("network-reciprocal-block-weights", "Weights of the reciprocal block",
                "All weights and biases of the drawing, exact.", "R8"), reciprocal(6)),
            NetworkFigure.drawing(Figure.Heading.of("network-square-block", "Square block",
                "Chords of $z^2$ on $[-1,1]$ over eight pieces: two units for each $k<4$.", "R8"), ShallowBlocks.square(4)),
            NetworkFigure.drawing(Figure.Heading.of("network-product-block", "Product block",
                "$xy$ for $|x|\\le2$, $|y|\\le1$ as a difference of two square blocks.", "R8"), ShallowBlocks.product(Rational.TWO, Rational.ONE, 3)),
            NetworkFigure.sizes(Figure.Heading.of("network-block-sizes", "Sizes of the blocks", "One hidden layer each.", "R8"), sizes()),
            NetworkFigure.drawing(Figure.Heading.of("network-score-small", "A small score network",
                "The network of the Stein estimator on the line: two nodes, a hat, blocks of two pieces. From left to right the potential at both nodes and at the center, the exponentials of its differences, the "
                    + "reciprocal of their mean beside their average with the nodes, and the product.", "R9"), small().network()),
            NetworkFigure.drawing(Figure.Heading.of("network-score", "A score network in the plane",
                "Four nodes on the plane, a hat, exponentials of 32 pieces, reciprocal knots of ratio $\\frac98$, squares of 64 pieces.", "R9"), AssembledClaims.i7().network()),
            scores());
    }

    private static AssembledScore small() {
        return AssembledClaims.hat("1", "3/5", "1", 1, 2, new ExponentialPart(2, 4), 2, List.of(Rational.ONE));
    }

    /** Score networks from 1 to 50 dimensions at a point, with their errors and bounds. */
    static Table scores() {
        var rows = new ArrayList<List<Table.Cell>>();
        for (int d : List.of(1, 2, 3, 4, 10, 50)) {
            var direction = d == 1 ? "1" : d == 2 ? "3/5 4/5" : "2/3 1/3 2/3";
            var score = AssembledClaims.hat("1", "3/5", direction, 1, 4, new ExponentialPart(16, 30), 16, Collections.nCopies(d, Rational.of(1, 2)));
            var figures = score.merged();
            var ratio = score.nodes().tilt().time().ratio();
            var error = Measured.of(new NodeError(score.nodes(), false).value()).sqrt().times(ratio);
            rows.add(List.of(Table.number(d), Table.words(figures.widths().toString()), Table.number(figures.nonzeros()), Table.number(Expr.of(score.paths(AssembledScore.Path.RECURSION))),
                Table.number(Expr.of(score.paths(AssembledScore.Path.BOUND))), Table.number(score.deviation().sqrt()), Table.number(score.bound()), Table.number(error),
                Table.number(error.plus(score.bound()))));
        }
        return new Table(Figure.Heading.of("network-score-sizes", "Score networks that are built, and their errors",
            "The hat along a direction, four nodes of seed 1, $a=\\tfrac35$, $n_E=16$, $\\varrho=\\tfrac98$, $n_S=16$. Widths and weights are counted; path norms are added over the outputs. $|\\hat v_{\\rm net}-\\hat v|$ at the point of entries $\\tfrac12$, in exact "
                + "numbers for the network, lies below $\\nu$; $\\|\\hat v-v_t\\|$ is the certified error of the nodes in $L^2(p_t)$, and the last number bounds that of the network against the true score. With four nodes it is large: it falls like $M^{-1/2}$.",
            "R9", "R10a"), List.of("d", "units", "weights not 0", "path norms", "their bound", "network - estimator", "nu", "estimator - score", "network - score, at most"), rows);
    }

    private static LinkedHashMap<String, Network> sizes() {
        var networks = new LinkedHashMap<String, Network>();
        networks.put("exponential, 8 pieces, 6 bits", exponential(8, 6));
        networks.put("exponential, 32 pieces, 40 bits", exponential(32, 40));
        networks.put("reciprocal, 6 pieces", reciprocal(6));
        networks.put("reciprocal, 14 pieces", reciprocal(14));
        networks.put("square, $n=4$", ShallowBlocks.square(4));
        networks.put("square, $n=64$", ShallowBlocks.square(64));
        networks.put("product, $n=3$", ShallowBlocks.product(Rational.TWO, Rational.ONE, 3));
        return networks;
    }

    private static Network exponential(int pieces, int bits) {
        return ShallowBlocks.exponential(Rational.ONE, pieces, bits).network();
    }

    private static Network reciprocal(int pieces) {
        return ShallowBlocks.reciprocal(Rational.of(1, 3), Rational.of(9, 8), pieces).network();
    }
}
