package org.apodix.theorems.ratiosignrelu;

import java.util.LinkedHashMap;
import java.util.List;
import org.apodix.audit.figure.Figure;
import org.apodix.enclosure.Rational;
import org.apodix.network.DivisionGate;
import org.apodix.network.Network;
import org.apodix.network.QuotientNetwork;
import org.apodix.network.SignReluGates;
import org.apodix.theorems.NetworkFigure;

/** Drawings of the gates: the division gate with its weights, a product, a square, a quotient of read-outs. */
final class NetworkFigures {

    private static final SignReluGates GATES = new SignReluGates(Rational.of(2, 3));
    private static final SignReluGates UNIT_GATES = new SignReluGates(Rational.ONE);
    private static final Rational ONE = Rational.ONE;

    private NetworkFigures() { }

    static List<Figure> figures() {
        return List.of(
            NetworkFigure.drawing(Figure.Heading.of("network-division-gate", "Division gate",
                "$y/x$ for $3\\le x\\le10$, $|y|\\le1$, exactly, with six hidden units: four reciprocals, their sums in pairs, two reciprocals ($\\alpha=1$). In the drawing x1 is $x$ and x2 is $y$.",
                "R3"), division()),
            NetworkFigure.weights(Figure.Heading.of("network-division-gate-weights", "Weights of the division gate",
                "All weights and biases of the drawing, exact; seven distinct values.", "R3"), division()),
            NetworkFigure.drawing(Figure.Heading.of("network-square-gate", "Square gate",
                "$t^2$ for $|t|\\le3$, exactly, with three hidden units ($\\alpha=\\frac23$).", "R3"), square()),
            NetworkFigure.drawing(Figure.Heading.of("network-product-gate", "Product gate",
                "$yz$ for $|y|,|z|\\le1$, exactly: the division gate with a constant in place of $x$ ($\\alpha=\\frac23$).", "R3"), product()),
            NetworkFigure.drawing(Figure.Heading.of("network-quotients", "Two quotients with one denominator",
                "$(g_1/g_3,\\,g_2/g_3)$ for $|g_1|,|g_2|\\le1$, $\\frac12\\le g_3\\le2$: two division gates side by side, behind one scale of the denominator.",
                "R9"), quotients()),
            NetworkFigure.sizes(Figure.Heading.of("network-gate-sizes", "Sizes of the gates",
                "All have two hidden layers. A wider range of $x$ changes the weights, not their number.", "R3", "R9"), sizes()));
    }

    private static LinkedHashMap<String, Network> sizes() {
        var networks = new LinkedHashMap<String, Network>();
        networks.put("division gate, $3\\le x\\le10$, $|y|\\le1$", division());
        networks.put("the same, $3\\le x\\le1000$", DivisionGate.quotient(UNIT_GATES, Rational.of(3), Rational.of(1000), ONE));
        networks.put("square gate, $|t|\\le3$", square());
        networks.put("product gate, $|y|,|z|\\le1$", product());
        networks.put("two quotients", quotients());
        return networks;
    }

    static Network division() {
        return DivisionGate.quotient(UNIT_GATES, Rational.of(3), Rational.of(10), ONE);
    }

    private static Network square() {
        return DivisionGate.square(GATES, Rational.of(3));
    }

    private static Network product() {
        return DivisionGate.product(GATES, ONE, ONE);
    }

    private static Network quotients() {
        return new QuotientNetwork(ONE, Rational.of(1, 2), Rational.TWO).gates(GATES, 2);
    }
}
