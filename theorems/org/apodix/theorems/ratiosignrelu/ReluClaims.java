package org.apodix.theorems.ratiosignrelu;

import static org.apodix.expression.Formula.number;
import static org.apodix.theorems.ratiosignrelu.ReluInstance.X;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apodix.audit.Claim;
import org.apodix.audit.Edge;
import org.apodix.audit.Provenance;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Quantity;
import org.apodix.network.Network;
import org.apodix.network.SignReluGates;
import org.apodix.proof.Domain;

/** R5: ReLU is exactly a network of two hidden layers if alpha is not 1, and of none if it is. */
final class ReluClaims {

    private static final Quantity<ReluInstance> OUTPUT = Quantity.of("output", "N(x)", "the exact gate at the point",
        m -> Simple.at(m.gates().relu(m.bound()), 0, m.x()));
    private static final Quantity<ReluInstance> SMOOTH = Quantity.of("smooth", "x-\\psi(\\sigma(x))", "at the point",
        m -> Simple.at(m.gates().smoothRelu(m.bound().max(m.x().abs())), 0, m.x()));
    private static final Quantity<ReluInstance> RELU = Quantity.of("relu", "\\mathrm{ReLU}(x)", "at the point", m -> Expr.of(m.x().max(Rational.ZERO)));
    private static final Quantity<ReluInstance> GATE = Quantity.of("gate", "N(x)", "", m -> m.gates().relu(m.bound()).on(List.of(X)).get(0));
    private static final Quantity<ReluInstance> POSITIVE_PART = Quantity.of("positive_part", "\\mathrm{ReLU}(x)", "", m -> X.relu());
    private static final Quantity<ReluInstance> ABSOLUTE = Quantity.of("absolute", "N_{|x|}(x)", "four units per layer",
        m -> m.gates().absoluteValue(m.bound()).on(List.of(X)).get(0));
    private static final Quantity<ReluInstance> MODULUS = Quantity.of("modulus", "|x|", "", m -> X.abs());
    private static final Quantity<ReluInstance> SMOOTH_GATE = Quantity.of("smooth_gate", "x-\\psi(\\sigma_1(x))", "",
        m -> m.gates().smoothRelu(m.bound()).on(List.of(X)).get(0));
    private static final Quantity<ReluInstance> SMOOTH_CLOSED = Quantity.of("smooth_closed", "\\tfrac{\\max(x,0)^2}{1+\\max(x,0)}", "",
        m -> X.relu().square().over(Expr.ONE.plus(X.relu())));
    private static final Quantity<AnyNetwork> NOT_RELU = Quantity.of("not_relu", "\\#\\{N\\ne\\mathrm{ReLU}\\}", "number of grid points where they differ",
        m -> Expr.of(Witness.line(m, ReluClaims::relu).differing()));
    private static final Quantity<AnyNetwork> FROM_RIGHT = Quantity.of("slope_right", "N'(0+)", "", m -> Expr.of(m.derivative(1)));
    private static final Quantity<AnyNetwork> FROM_LEFT = Quantity.of("slope_left", "N'(0-)", "", m -> Expr.of(m.derivative(-1).negate()));

    private ReluClaims() { }

    /** What {@code evaluate} prints of a gate; with alpha = 1 there is only the smooth relative. */
    static List<Quantity<ReluInstance>> printed(ReluInstance model) {
        if (model.isSmooth()) {
            return List.of(SMOOTH);
        }
        var quantities = new ArrayList<Quantity<ReluInstance>>();
        quantities.add(unit("s1", "\\sigma(-x)", 1, 0));
        quantities.add(unit("s2", "\\sigma(x/\\alpha)", 1, 1));
        quantities.add(unit("layer2a", "\\sigma_{2a}", 2, 0));
        quantities.add(unit("layer2b", "\\sigma_{2b}", 2, 1));
        quantities.add(Quantity.of("psi", "\\psi(\\sigma(-x))", "$1-\\tfrac\\alpha\\tau(1+\\sigma_{2a}/\\alpha)$, $\\tau=\\alpha/(1+B)$", m -> {
            var alpha = Expr.of(m.alpha());
            var threshold = alpha.over(Expr.ONE.plus(Expr.of(m.bound())));
            var second = unit("layer2a", "", 2, 0).in(m);
            return Expr.ONE.minus(alpha.over(threshold).times(Expr.ONE.plus(second.over(alpha))));
        }));
        quantities.add(OUTPUT);
        return quantities;
    }

    static List<Quantity<AnyNetwork>> printedOfAny() {
        return List.of(NOT_RELU, FROM_LEFT, FROM_RIGHT,
            Quantity.of("witness", "x", "a point where they differ", m -> Expr.of(Witness.line(m, ReluClaims::relu).point().get(0))));
    }

    static Claim<ReluModel> dichotomy() {
        return Claim.of(RatioSignRelu.ID, "R5", "exact ReLU: two layers if alpha is not 1, none if it is", ReluModel.class, Provenance.derived("",
                "(b) is proved for every input of [-1000 (B + 1), B]; (a) and (c) are proved in the text for all networks, executed is their shadow on "
                    + "the networks tried: a point where it is not ReLU, one-sided slopes at 0 that agree"))
            .restsOn("R1", "R2")
            .atMost("a", "shadow: a network of one hidden layer differs from ReLU at some point near 0", number(1), any(NOT_RELU)).about(ReluClaims::isShallow)
            .equal("b", "two layers of width 2 are ReLU for every input up to B", gate(GATE), gate(POSITIVE_PART)).about(ReluClaims::isExact)
            .everywhere("x \\in [-1000(B+1),B]", m -> below((ReluInstance) m))
            .equal("b-modulus", "and two of width 4 the absolute value", gate(ABSOLUTE), gate(MODULUS)).about(ReluClaims::isExact)
            .everywhere("x \\in [-B,B]", m -> Domain.interval(X, ((ReluInstance) m).bound().negate(), ((ReluInstance) m).bound()))
            .equal("b-point", "the gate at the point of the instance", gate(OUTPUT), gate(RELU))
            .about(m -> isExact(m) && ((ReluInstance) m).isInside())
            .equal("b-network", "the exact gate up to 1, given as a network, is ReLU at every grid point", any(NOT_RELU), number(0))
            .about(m -> m.equals(exact("1/2")))
            .equal("c", "shadow: with alpha = 1 the slopes of a network of any depth agree at 0, those of ReLU are 0 and 1", any(FROM_LEFT), any(FROM_RIGHT))
            .about(m -> m instanceof AnyNetwork any && any.inputs() == 1 && any.alpha().equals(Rational.ONE))
            .equal("smooth", "with alpha = 1 the relative is 0 below 0 and x^2/(1 + x) above", gate(SMOOTH_GATE), gate(SMOOTH_CLOSED))
            .about(m -> m instanceof ReluInstance relu && relu.isSmooth())
            .everywhere("x \\in [-B,B]", m -> Domain.interval(X, ((ReluInstance) m).bound().negate(), ((ReluInstance) m).bound()))
            .toothEqual("T4", "with alpha = 1 the relative is ReLU", gate(SMOOTH), gate(RELU), relu("1", "2", "1"))
            .ownToothEqual("b-beyond", "the gate is exact beyond B too", gate(OUTPUT), gate(RELU), relu("1/2", "3", "4"))
            .ownToothEqual("c-two", "the slopes at 0 agree for every alpha", any(FROM_LEFT), any(FROM_RIGHT), exact("1/2"))
            .ownTooth("a-two", "a network of two hidden layers differs from ReLU too", number(1), any(NOT_RELU), exact("1/2"))
            .on(draw -> switch (draw.integer(0, 5)) {
                case 5 -> AnyNetwork.drawSmooth(draw);
                case 4 -> AnyNetwork.drawShallow(draw, 1);
                default -> ReluInstance.draw(draw);
            }, edges());
    }

    private static List<Edge<ReluModel>> edges() {
        var edges = new ArrayList<Edge<ReluModel>>(List.of(
            new Edge<>("reference point, alpha = 1/2", relu("1/2", "3", "5/4")),
            new Edge<>("reference point, alpha = 3", relu("3", "2", "-7/3")),
            new Edge<>("x = 0", relu("1/2", "3", "0")),
            new Edge<>("x = B, where a pre-activation is 0", relu("1/2", "3", "3")),
            new Edge<>("alpha = 1", relu("1", "3", "2")),
            new Edge<>("the exact gate as a network", exact("1/2")),
            new Edge<>("the smooth relative as a network", AnyNetwork.of(Rational.ONE, new SignReluGates(Rational.ONE).smoothRelu(Rational.ONE))),
            new Edge<>("one layer, exact for x >= 0", line("1/2", "1", "0", "1", "0")),
            new Edge<>("one layer, breaks at 0 twice", new AnyNetwork(Rational.of(1, 2), List.of(
                List.of(List.of(Rational.ONE, Rational.ZERO), List.of(Rational.of(-1), Rational.ZERO)),
                List.of(List.of(Rational.ONE, Rational.of(1, 2), Rational.ZERO)))))));
        for (int k : new int[] {1, 3, 10, 30, 100}) {
            var small = Rational.of(10).pow(-k);
            edges.add(new Edge<>("alpha = 1 + 10^-" + k, new ReluInstance(Rational.ONE.plus(small), Rational.TWO, Rational.of(3, 2))));
            edges.add(new Edge<>("alpha = 1 - 10^-" + k, new ReluInstance(Rational.ONE.minus(small), Rational.TWO, Rational.of(-3, 2))));
        }
        return edges;
    }

    private static ReluInstance relu(String alpha, String bound, String x) {
        return new ReluInstance(Rational.parse(alpha), Rational.parse(bound), Rational.parse(x));
    }

    /** The exact gate up to 1 as a network. */
    private static AnyNetwork exact(String alpha) {
        return AnyNetwork.of(Rational.parse(alpha), new SignReluGates(Rational.parse(alpha)).relu(Rational.ONE));
    }

    private static AnyNetwork line(String alpha, String weight, String bias, String scale, String shift) {
        return new AnyNetwork(Rational.parse(alpha), List.of(List.of(List.of(Rational.parse(weight), Rational.parse(bias))),
            List.of(List.of(Rational.parse(scale), Rational.parse(shift)))));
    }

    private static boolean isShallow(ReluModel m) {
        return m instanceof AnyNetwork any && any.inputs() == 1 && any.depth() == 1;
    }

    private static boolean isExact(ReluModel m) {
        return m instanceof ReluInstance relu && !relu.isSmooth();
    }

    private static Domain below(ReluInstance m) {
        return Domain.interval(X, m.bound().plus(Rational.ONE).times(Rational.of(-1000)), m.bound());
    }

    private static Rational relu(List<Rational> point) {
        return point.get(0).max(Rational.ZERO);
    }

    private static Quantity<ReluInstance> unit(String name, String tex, int layer, int i) {
        Function<ReluInstance, Network> network = m -> Simple.units(m.gates().relu(m.bound()), layer);
        return Quantity.of(name, tex, "", m -> Simple.at(network.apply(m), i, m.x()));
    }

    private static Quantity<ReluModel> gate(Quantity<ReluInstance> quantity) {
        return quantity.of((ReluModel m) -> (ReluInstance) m, "", "");
    }

    private static Quantity<ReluModel> any(Quantity<AnyNetwork> quantity) {
        return quantity.of((ReluModel m) -> (AnyNetwork) m, "", "");
    }
}
