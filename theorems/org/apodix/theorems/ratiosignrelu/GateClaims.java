package org.apodix.theorems.ratiosignrelu;

import static org.apodix.theorems.ratiosignrelu.GateInstance.X;
import static org.apodix.theorems.ratiosignrelu.GateInstance.Y;
import static org.apodix.theorems.ratiosignrelu.GateInstance.Z;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apodix.audit.Claim;
import org.apodix.audit.Edge;
import org.apodix.audit.Provenance;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Quantity;
import org.apodix.network.DivisionGate;
import org.apodix.network.Network;
import org.apodix.proof.Domain;

/** R3: six units compute y z / x. */
final class GateClaims {

    private static final String BOX = "x \\in [x_0,X],\\ |y| \\le Y,\\ |z| \\le Z";

    private static final Quantity<GateInstance> OUTPUT = Quantity.of("output", "G(x,y,z)", "the gate at the point", m -> m.at(m.network(), 0));
    private static final Quantity<GateInstance> TARGET = Quantity.of("target", "yz/x", "at the point",
        m -> Expr.of(m.y().times(m.z()).over(m.x())));
    private static final Quantity<GateInstance> GATE = all("gate", "G(x,y,z)", GateInstance::network, 0);
    private static final Quantity<GateInstance> QUOTIENT = free("yz/x", "yz/x", Y.times(Z).over(X));
    private static final Quantity<GateInstance> MINUS = all("H_x(y-z)", "H(x,y-z)", GateInstance::harmonic, 0);
    private static final Quantity<GateInstance> PLUS = all("H_x(y+z)", "H(x,y+z)", GateInstance::harmonic, 1);
    private static final Quantity<GateInstance> MINUS_CLOSED = free("minus_closed", "\\tfrac{x^2-(y-z)^2}{2x}",
        X.square().minus(Y.minus(Z).square()).over(X.times(2)));
    private static final Quantity<GateInstance> PLUS_CLOSED = free("plus_closed", "\\tfrac{x^2-(y+z)^2}{2x}",
        X.square().minus(Y.plus(Z).square()).over(X.times(2)));

    private static final Quantity<GateInstance> DIVISION = Quantity.of("division", "N_{y/x}(x,y)", "six units, $z$ a constant", m -> DivisionGate.quotient(
        m.gates(), m.gate().xLeast(), m.gate().xMost(), m.gate().yBound()).on(List.of(X, Y)).get(0));
    private static final Quantity<GateInstance> RATIO = free("y/x", "y/x", Y.over(X));
    private static final Quantity<GateInstance> PRODUCT = Quantity.of("product", "N_{yz}(y,z)", "six units, $x$ a constant",
        m -> DivisionGate.product(m.gates(), m.gate().yBound(), m.gate().zBound()).on(List.of(Y, Z)).get(0));
    private static final Quantity<GateInstance> YZ = free("yz", "yz", Y.times(Z));
    private static final Quantity<GateInstance> SQUARE = Quantity.of("square", "N_{y^2}(y)", "widths 2 and 1",
        m -> DivisionGate.square(m.gates(), m.gate().yBound()).on(List.of(Y)).get(0));
    private static final Quantity<GateInstance> YY = free("y^2", "y^2", Y.square());
    private static final Quantity<GateInstance> SQUARE_RATIO = Quantity.of("square_ratio", "N_{y^2/x}(x,y)", "six units, for $x\\ge2Y+1$",
        m -> DivisionGate.squareOverLinear(m.gates(), wide(m), wide(m).plus(m.gate().xMost()), m.gate().yBound()).on(List.of(X, Y)).get(0));
    private static final Quantity<GateInstance> YY_OVER_X = free("y^2/x", "y^2/x", Y.square().over(X));
    private static final Quantity<GateInstance> TOO_LARGE = Quantity.of("gate_large_threshold", "G_{2\\tau_1}(x,y,z)", "twice the inner threshold",
        m -> DivisionGate.network(m.gates(), m.gate().innerThreshold().times(Rational.TWO), m.gate().outerThreshold()).on(List.of(X, Y, Z)).get(0));
    private static final Quantity<GateInstance> OUTER_TOO_LARGE = Quantity.of("gate_large_outer", "G_{8\\tau_2}(x,y,z)", "eight times the outer threshold",
        m -> DivisionGate.network(m.gates(), m.gate().innerThreshold(), m.gate().outerThreshold().times(Rational.of(8))).on(List.of(X, Y, Z)).get(0));

    private GateClaims() { }

    static List<Quantity<GateInstance>> printed() {
        var quantities = new ArrayList<Quantity<GateInstance>>();
        quantities.add(constant("tau1", "\\tau_1", m -> m.gate().innerThreshold()));
        quantities.add(constant("tau2", "\\tau_2", m -> m.gate().outerThreshold()));
        for (int layer = 1; layer <= 2; layer++) {
            for (int i = 0; i < 6 - 2 * layer; i++) {
                int k = layer;
                int unit = i;
                quantities.add(Quantity.of("layer" + k + "[" + i + "]", "\\sigma_{" + k + "," + i + "}", "", m -> m.at(Simple.units(m.network(), k), unit)));
            }
        }
        quantities.add(Quantity.of("H_minus", "H_x(y-z)", "", m -> m.at(m.harmonic(), 0)));
        quantities.add(Quantity.of("H_plus", "H_x(y+z)", "", m -> m.at(m.harmonic(), 1)));
        quantities.add(OUTPUT);
        return quantities;
    }

    static Claim<GateInstance> gate() {
        return Claim.of(RatioSignRelu.ID, "R3", "six units compute y z / x", GateInstance.class, Provenance.derived("",
                "exact on the box, proved for all its points by branch and polynomial identity; the corollaries have the same size"))
            .restsOn("R1")
            .equal("", "the gate is y z / x on the whole box", GATE, QUOTIENT).everywhere(BOX, GateClaims::box)
            .equal("harmonic-minus", "inside of it H_x(y - z) is computed", MINUS, MINUS_CLOSED).everywhere(BOX, GateClaims::box)
            .equal("harmonic-plus", "and H_x(y + z)", PLUS, PLUS_CLOSED).everywhere(BOX, GateClaims::box)
            .equal("division", "corollary: y / x by six units", DIVISION, RATIO).everywhere("x \\in [x_0,X],\\ |y| \\le Y", GateClaims::plane)
            .equal("product", "corollary: y z by six units", PRODUCT, YZ).everywhere("|y| \\le Y,\\ |z| \\le Z", GateClaims::factors)
            .equal("square-ratio", "corollary: y^2 / x by six units", SQUARE_RATIO, YY_OVER_X).everywhere("x \\in [2Y+1,2Y+1+X],\\ |y| \\le Y", GateClaims::widePlane)
            .equal("square", "corollary: y^2 by three units", SQUARE, YY).everywhere("|y| \\le Y", m -> Domain.interval(Y, m.gate().yBound().negate(), m.gate().yBound()))
            .equal("point", "the gate at the point of the instance", OUTPUT, TARGET).about(GateInstance::isInside)
            .toothEqual("T2", "the gate is valid for x >= 1 too", OUTPUT, TARGET, gate("1", "1", "1", "5/2", "3", "3/2", "1", "1"))
            .toothEqual("T3", "no scaling is needed for small x", OUTPUT, TARGET, gate("1", "1", "1", "3", "10", "1/2", "1", "1"))
            .ownToothEqual("inner", "twice the inner threshold is as good", TOO_LARGE, QUOTIENT, touching()).toothEverywhere(BOX, GateClaims::box)
            .ownToothEqual("outer", "eight times the outer threshold is as good", OUTER_TOO_LARGE, QUOTIENT, touching()).toothEverywhere(BOX, GateClaims::box)
            .on(GateInstance::draw, edges());
    }

    private static List<Edge<GateInstance>> edges() {
        var edges = new ArrayList<Edge<GateInstance>>();
        for (var x : List.of("7/2", "5")) {
            for (var y : List.of("-2", "2")) {
                for (var z : List.of("-1", "1")) {
                    edges.add(new Edge<>("vertex (" + x + ", " + y + ", " + z + ")", gate("2/3", "2", "1", "7/2", "5", x, y, z)));
                }
            }
        }
        edges.add(new Edge<>("reference point", gate("2/3", "2", "1", "7/2", "5", "4", "-3/2", "1/2")));
        edges.add(new Edge<>("a pre-activation is 0: both branches touch", touching()));
        edges.add(new Edge<>("y = 0", gate("2/3", "2", "1", "7/2", "5", "4", "0", "1/2")));
        edges.add(new Edge<>("z = 0", gate("2/3", "2", "1", "7/2", "5", "4", "-3/2", "0")));
        edges.add(new Edge<>("the box is one x", gate("5", "1/2", "1/3", "1", "1", "1", "1/2", "-1/3")));
        edges.add(new Edge<>("slack 1/1000000 of a long box", gate("1/20", "10", "10", "20000001/1000000", "1000000", "20000001/1000000", "10", "10")));
        return edges;
    }

    private static GateInstance touching() {
        return gate("1", "1", "1", "5/2", "3", "5/2", "1", "1");
    }

    static GateInstance gate(String alpha, String yBound, String zBound, String least, String most, String x, String y, String z) {
        return new GateInstance(Rational.parse(alpha), new DivisionGate(Rational.parse(least), Rational.parse(most), Rational.parse(yBound),
            Rational.parse(zBound)), Rational.parse(x), Rational.parse(y), Rational.parse(z));
    }

    private static Domain box(GateInstance m) {
        var gate = m.gate();
        return Domain.box(List.of(X, Y, Z), List.of(gate.xLeast(), gate.yBound().negate(), gate.zBound().negate()),
            List.of(gate.xMost(), gate.yBound(), gate.zBound()));
    }

    private static Domain plane(GateInstance m) {
        return Domain.box(List.of(X, Y), List.of(m.gate().xLeast(), m.gate().yBound().negate()), List.of(m.gate().xMost(), m.gate().yBound()));
    }

    private static Domain widePlane(GateInstance m) {
        return Domain.box(List.of(X, Y), List.of(wide(m), m.gate().yBound().negate()), List.of(wide(m).plus(m.gate().xMost()), m.gate().yBound()));
    }

    private static Rational wide(GateInstance m) {
        return m.gate().yBound().times(Rational.TWO).plus(Rational.ONE);
    }

    private static Domain factors(GateInstance m) {
        return Domain.box(List.of(Y, Z), List.of(m.gate().yBound().negate(), m.gate().zBound().negate()), List.of(m.gate().yBound(), m.gate().zBound()));
    }

    private static Quantity<GateInstance> all(String name, String tex, Function<GateInstance, Network> network, int i) {
        return Quantity.of(name, tex, "", m -> GateInstance.everywhere(network.apply(m), i));
    }

    private static Quantity<GateInstance> free(String name, String tex, Expr value) {
        return Quantity.of(name, tex, "", m -> value);
    }

    private static Quantity<GateInstance> constant(String name, String tex, Function<GateInstance, Rational> value) {
        return Quantity.of(name, tex, "", m -> Expr.of(value.apply(m)));
    }
}
