package org.apodix.theorems.dimensionfreescore;

import java.util.LinkedHashMap;
import java.util.List;
import org.apodix.audit.figure.Figure;
import org.apodix.enclosure.Rational;
import org.apodix.network.Network;
import org.apodix.network.ShallowBlocks;
import org.apodix.theorems.NetworkFigure;

/** Drawings of the blocks of R8: an exponential, a reciprocal, a square, a product. */
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
            NetworkFigure.sizes(Figure.Heading.of("network-block-sizes", "Sizes of the blocks", "One hidden layer each.", "R8"), sizes()));
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
