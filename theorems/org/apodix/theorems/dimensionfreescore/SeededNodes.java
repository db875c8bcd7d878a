package org.apodix.theorems.dimensionfreescore;

import java.math.BigInteger;
import java.util.List;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/** A ridge tilt f(x) = h(theta . x) with the Gaussian nodes of a seed: what the Monte-Carlo estimators of these very nodes are made of. */
final class SeededNodes {

    private final RidgeTilt tilt;
    private final List<Rational> theta;
    private final BigInteger seed;
    private final int count;
    private List<List<Rational>> nodes;
    private List<Rational> along;

    /** @param theta of d entries and of Euclidean norm 1, exactly; others are rejected */
    SeededNodes(RidgeTilt tilt, List<Rational> theta, BigInteger seed, int count) {
        if (theta.size() != tilt.dimension() || !dot(theta, theta).equals(Rational.ONE)) {
            throw new IllegalArgumentException("the direction " + theta + " in dimension " + tilt.dimension() + ": give as many entries, with squares that add to 1");
        }
        this.tilt = tilt;
        this.theta = List.copyOf(theta);
        this.seed = seed;
        this.count = count;
    }

    RidgeTilt tilt() {
        return tilt;
    }

    List<Rational> theta() {
        return theta;
    }

    BigInteger seed() {
        return seed;
    }

    /** M. */
    int count() {
        return count;
    }

    SeededNodes withSeed(BigInteger other) {
        return new SeededNodes(tilt, theta, other, count);
    }

    static Rational dot(List<Rational> x, List<Rational> y) {
        var sum = Rational.ZERO;
        for (int j = 0; j < x.size(); j++) {
            sum = sum.plus(x.get(j).times(y.get(j)));
        }
        return sum;
    }

    /** u_1, ..., u_M. */
    synchronized List<List<Rational>> nodes() {
        nodes = nodes == null ? GaussianNodes.of(seed, count, tilt.dimension()) : nodes;
        return nodes;
    }

    /** theta . u_i. */
    synchronized List<Rational> along() {
        along = along == null ? nodes().stream().map(node -> dot(theta, node)).toList() : along;
        return along;
    }

    /** max |theta . u_i|. */
    Rational mostAlong() {
        return along().stream().map(Rational::abs).reduce(Rational.ZERO, Rational::max);
    }

    /** max |u_i|^2. */
    Rational mostSquare() {
        return nodes().stream().map(node -> dot(node, node)).reduce(Rational.ZERO, Rational::max);
    }

    /** sum_j max_i |u_ij|^2. */
    Rational boxSquare() {
        var sum = Rational.ZERO;
        for (int j = 0; j < tilt.dimension(); j++) {
            int column = j;
            sum = sum.plus(nodes().stream().map(node -> node.get(column).abs()).reduce(Rational.ZERO, Rational::max).pow(2));
        }
        return sum;
    }

    /** The estimators at the number theta . x. */
    NodeWeights at(Rational x) {
        return NodeWeights.at(this, x);
    }

    /** The mean of the nodes. */
    List<Rational> mean() {
        return java.util.stream.IntStream.range(0, tilt.dimension()).mapToObj(j ->
            nodes().stream().map(node -> node.get(j)).reduce(Rational.ZERO, Rational::plus).over(Rational.of(count))).toList();
    }

    /** An upper bound of |R^ - r|^2: 2 max |u_i|^2 + 2 kappa^2. */
    Expr mostStein() {
        return Expr.of(mostSquare().plus(tilt.kappaSquared()).times(Rational.TWO));
    }

    /** An upper bound of |R'^ - r'|^2: 4 C^2. */
    Expr mostGradient() {
        return Expr.of(tilt.profile().lipschitz().pow(2).times(Rational.of(4)));
    }
}
