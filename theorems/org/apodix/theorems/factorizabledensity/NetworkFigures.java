package org.apodix.theorems.factorizabledensity;

import java.util.LinkedHashMap;
import java.util.List;
import org.apodix.audit.figure.Figure;
import org.apodix.enclosure.Rational;
import org.apodix.network.KuhnInterpolation;
import org.apodix.network.Network;
import org.apodix.network.SawtoothProduct;
import org.apodix.network.SawtoothSquare;
import org.apodix.network.SquaringChain;
import org.apodix.theorems.NetworkFigure;

/** Drawings of the blocks: a square, a product, an interpolant, an exponential, a reciprocal; and how few numbers they share. */
final class NetworkFigures {

    private NetworkFigures() { }

    static List<Figure> figures() {
        return List.of(
            NetworkFigure.drawing(Figure.Heading.of("network-square", "Squaring network",
                "$f_4$, the linear interpolant of $x^2$ at the multiples of $\\frac1{16}$. All hidden layers but the first have the same weights.", "F4"),
                SawtoothSquare.shared(4)),
            NetworkFigure.weights(Figure.Heading.of("network-square-weights", "Weights of the squaring network",
                "All weights and biases of $f_4$, exact: 31 of them with eight distinct values.", "F4"), SawtoothSquare.shared(4)),
            NetworkFigure.drawing(Figure.Heading.of("network-product", "Product network",
                "$P_2(x,y)=f_2(\\frac{|x+y|}2)-f_2(\\frac{|x-y|}2)$: two squares side by side.", "F5"), SawtoothProduct.of(2)),
            NetworkFigure.drawing(Figure.Heading.of("network-tree", "Product of four factors",
                "A binary tree of three products with $m=2$; affine maps that meet are merged.", "F5"), SawtoothProduct.tree(4, 2)),
            NetworkFigure.drawing(Figure.Heading.of("network-interpolant", "Interpolant on the Kuhn triangulation",
                "The interpolant of $1+\\frac12(2u-1)(2v-1)$ on the grid of mesh 1: four spikes, exact on every triangle.", "F6"), interpolant(1)),
            NetworkFigure.drawing(Figure.Heading.of("network-interpolant-fine", "The same on a finer grid",
                "Mesh $\\frac14$: 25 spikes that share their first layer, drawn layer by layer.", "F6"), interpolant(4)),
            NetworkFigure.drawing(Figure.Heading.of("network-exponential", "Exponential by squaring",
                "$e^{-x}$ on $[0,4]$ as $(1-\\frac x4)^4$, by two squaring networks with $m=3$.", "F8"), SquaringChain.exponential(2, 3)),
            NetworkFigure.drawing(Figure.Heading.of("network-reciprocal", "Reciprocal by squaring",
                "$\\frac1x$ on $[\\frac14,1]$ by one factor of $\\prod_j(1+(1-x)^{2^j})$ with $m=2$; the square of $1-x$ is carried beside the product.", "F8"),
                SquaringChain.reciprocal(Rational.of(1, 4), 1, 2)),
            NetworkFigure.sizes(Figure.Heading.of("network-sizes", "Sizes of the blocks",
                "The number of weights grows with the accuracy; the number of distinct values among them does not.", "F4", "F5", "F6", "F8"), sizes()));
    }

    private static LinkedHashMap<String, Network> sizes() {
        var networks = new LinkedHashMap<String, Network>();
        for (int m : new int[] {2, 6, 10}) {
            networks.put("square, $m=" + m + "$", SawtoothSquare.shared(m));
        }
        networks.put("square, $m=10$, not shared", SawtoothSquare.unshared(10));
        for (int m : new int[] {2, 10}) {
            networks.put("product, $m=" + m + "$", SawtoothProduct.of(m));
        }
        networks.put("tree of 4, $m=4$", SawtoothProduct.tree(4, 4));
        networks.put("tree of 16, $m=4$", SawtoothProduct.tree(16, 4));
        networks.put("interpolant, $N=1$", interpolant(1));
        networks.put("interpolant, $N=4$", interpolant(4));
        networks.put("exponential, $k=4$, $m=6$", SquaringChain.exponential(4, 6));
        networks.put("reciprocal, $k=4$, $m=6$", SquaringChain.reciprocal(Rational.of(1, 4), 4, 6));
        return networks;
    }

    /** Of 1 + (2u - 1)(2v - 1)/2. */
    private static Network interpolant(int n) {
        var factor = Interpolant.factor(n, Rational.of(1, 2), Rational.ZERO, Rational.ZERO);
        return KuhnInterpolation.of(2, n, k -> factor.function(k.stream().map(c -> Rational.of(c, n)).toList()));
    }
}
