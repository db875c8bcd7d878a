package org.apodix.theorems.dimensionfreescore;

import java.util.ArrayList;
import java.util.List;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/**
 * The Stein estimator of a product of equal modes with the tensor grid of n^d nodes, at one point.
 *
 * @param x d coordinates; more than 1000 nodes are rejected
 */
record TensorPoint(Grid grid, List<Rational> x) {

    static final int MOST_NODES = 1000;

    TensorPoint {
        x = List.copyOf(x);
        if (x.isEmpty() || Rational.of(grid.points()).pow(x.size()).compareTo(Rational.of(MOST_NODES)) > 0) {
            throw new IllegalArgumentException("a grid of " + grid.points() + " points in each of " + x.size() + " coordinates: give 1 to " + MOST_NODES + " nodes in all");
        }
    }

    /** The first coordinate of the estimator, a sum over all nodes. */
    Expr tensor() {
        var sums = new ArrayList<List<Expr>>();
        collect(0, Expr.ONE, null, sums);
        var up = sums.stream().map(node -> node.get(0).times(node.get(1))).toList();
        return Expr.sum(up).over(Expr.sum(sums.stream().map(node -> node.get(1)).toList()));
    }

    /** The first coordinate and the weight of every node that continues a choice of the first coordinates. */
    private void collect(int coordinate, Expr weight, Expr first, List<List<Expr>> found) {
        if (coordinate == x.size()) {
            found.add(List.of(first, weight));
            return;
        }
        for (var node : grid.weights(Expr.of(x.get(coordinate)))) {
            collect(coordinate + 1, weight.times(node.get(1)), first == null ? node.get(0) : first, found);
        }
    }

    /** The estimator on the line at a coordinate. */
    Expr line(int coordinate) {
        return grid.estimator(Expr.of(x.get(coordinate)));
    }
}
