package org.apodix.theorems.dimensionfreescore;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/** The node sets of consecutive seeds, of which the best is taken. */
final class Seeds {

    private final int count;
    private final List<SeededNodes> sets;
    private final List<NodeError> stein;
    private final List<NodeError> gradient;

    /** @param count at least 1 */
    Seeds(SeededNodes first, int count) {
        this.count = count;
        this.sets = IntStream.range(0, count).mapToObj(k -> k == 0 ? first : first.withSeed(first.seed().add(BigInteger.valueOf(k)))).toList();
        this.stein = sets.stream().map(nodes -> new NodeError(nodes, false)).toList();
        this.gradient = sets.stream().map(nodes -> new NodeError(nodes, true)).toList();
    }

    int count() {
        return count;
    }

    SeededNodes first() {
        return sets.get(0);
    }

    NodeError error(int k, boolean slopes) {
        return (slopes ? gradient : stein).get(k);
    }

    /** The least of the errors. */
    Expr best(boolean slopes) {
        return IntStream.range(0, count).mapToObj(k -> error(k, slopes).compared()).reduce(Expr::min).orElseThrow();
    }

    /** The tilt with the number of nodes, for the bounds of expected errors. */
    RidgeNodes expected() {
        return new RidgeNodes(first().tilt(), first().count());
    }

    boolean isFlat() {
        return first().tilt().profile().isConstant();
    }

    /** |u_1|^2 - 2 theta.u_1 int r p_t + int r^2 p_t, and int r p_t = sigma E[theta . X_0]. */
    Expr oneNode() {
        return oneNode(NodeError.meanAlong(first().tilt()));
    }

    /** The same without sigma. */
    Expr oneNodeFalse() {
        return oneNode(NodeError.meanAlong(first().tilt()).over(first().tilt().time().noise()));
    }

    private Expr oneNode(Expr mean) {
        var node = first().nodes().get(0);
        var along = Expr.of(first().along().get(0).times(Rational.TWO));
        return Expr.of(SeededNodes.dot(node, node)).minus(along.times(mean)).plus(first().tilt().equal().meanSquare());
    }
}
