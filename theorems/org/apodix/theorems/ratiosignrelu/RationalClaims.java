package org.apodix.theorems.ratiosignrelu;

import static org.apodix.theorems.ratiosignrelu.RationalInstance.T;

import java.util.List;
import java.util.function.Function;
import org.apodix.audit.Claim;
import org.apodix.audit.Edge;
import org.apodix.audit.Provenance;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Quantity;
import org.apodix.network.AffineMap;
import org.apodix.network.DivisionGate;
import org.apodix.network.Figures;
import org.apodix.network.Network;
import org.apodix.network.QuotientNetwork;
import org.apodix.network.Row;
import org.apodix.proof.Domain;

/** R7: every rational function of one variable without a pole on [-1, 1] is a network of widths 2K, 4, 2. */
final class RationalClaims {

    private static final Quantity<RationalInstance> G1_BOUND = constant("G1", "G_1", m -> m.function().bounds().numerators());
    private static final Quantity<RationalInstance> M2 = constant("m2", "m_2", m -> m.function().bounds().denominatorLeast());
    private static final Quantity<RationalInstance> G2_BOUND = constant("G2", "G_2", m -> m.function().bounds().denominatorMost());
    private static final Quantity<RationalInstance> SCALE = constant("gate_scale", "\\lambda", m -> m.function().bounds().scale());
    private static final Quantity<RationalInstance> G1 = Quantity.of("g1", "g_1(t)", "$Q/\\Pi$ read out at the point",
        m -> Simple.at(m.function().readouts(m.gates()), 0, m.t()));
    private static final Quantity<RationalInstance> G2 = Quantity.of("g2", "g_2(t)", "$S/\\Pi$ read out at the point",
        m -> Simple.at(m.function().readouts(m.gates()), 1, m.t()));
    private static final Quantity<RationalInstance> OUTPUT = Quantity.of("output", "N(t)", "the network at the point",
        m -> Simple.at(m.function().network(m.gates()), 0, m.t()));
    private static final Quantity<RationalInstance> TARGET = Quantity.of("target", "Q(t)/S(t)", "at the point", m -> quotient(m, Expr.of(m.t())));

    private static final Quantity<RationalInstance> NETWORK = all("network", "N(t)", m -> m.function().network(m.gates()).on(List.of(T)).get(0));
    private static final Quantity<RationalInstance> QUOTIENT = all("Q/S", "Q(t)/S(t)", m -> quotient(m, T));
    private static final Quantity<RationalInstance> FIRST = all("g1_all", "g_1(t)", m -> m.function().readouts(m.gates()).on(List.of(T)).get(0));
    private static final Quantity<RationalInstance> SECOND = all("g2_all", "g_2(t)", m -> m.function().readouts(m.gates()).on(List.of(T)).get(1));
    private static final Quantity<RationalInstance> FIRST_CLOSED = all("Q/Pi", "Q(t)/\\Pi(t)",
        m -> RationalInstance.polynomial(m.numerator(), T).over(m.poles(T)));
    private static final Quantity<RationalInstance> SECOND_CLOSED = all("S/Pi", "S(t)/\\Pi(t)",
        m -> RationalInstance.polynomial(m.denominator(), T).over(m.poles(T)));
    private static final Quantity<RationalInstance> PARAMETERS = Quantity.of("parameters", "\\#\\theta", "weights and biases that are not 0",
        m -> Expr.of(Figures.of(m.function().network(m.gates())).nonzeros()));
    private static final Quantity<RationalInstance> PARAMETERS_STATED = Quantity.of("parameters_stated", "12K+12", "$n(d+5)+12$, $n=2K$",
        m -> Expr.of(12L * m.pairs() + 12));
    private static final Quantity<RationalInstance> TIGHT_SCALE = Quantity.of("small_scale", "N_{\\lambda/4}(t)", "the gate at a quarter of the scale, at the point",
        m -> Simple.at(withScale(m, m.function().bounds()), 0, m.t()));

    private RationalClaims() { }

    static List<Quantity<RationalInstance>> printed() {
        return List.of(G1_BOUND, M2, G2_BOUND, SCALE, G1, G2, OUTPUT);
    }

    static Claim<RationalInstance> rationalFunctions() {
        return Claim.of(RatioSignRelu.ID, "R7", "rational functions of one variable, exactly", RationalInstance.class, Provenance.derived("",
                "S_0 above the sum of the other |S_i|, which bounds S below; the network is proved equal to Q/S on all of [-1, 1]"))
            .restsOn("R1", "R3")
            .equal("numerator", "the units carry Q/Pi", FIRST, FIRST_CLOSED).everywhere("t \\in [-1,1]", RationalClaims::interval)
            .equal("denominator", "and S/Pi", SECOND, SECOND_CLOSED).everywhere("t \\in [-1,1]", RationalClaims::interval)
            .atMost("m2", "the stated lower bound of S/Pi holds", M2, SECOND_CLOSED).everywhere("t \\in [-1,1]", RationalClaims::interval)
            .equal("", "the network is Q/S on all of [-1, 1]", NETWORK, QUOTIENT).everywhere("t \\in [-1,1]", RationalClaims::interval)
            .equal("point", "the network at the point of the instance", OUTPUT, TARGET)
            .atMost("parameters", "it has at most n(d + 5) + 12 parameters", PARAMETERS, PARAMETERS_STATED).attainedWhen(m -> true)
            .ownToothEqual("scale", "a quarter of the gate's scale is enough", TIGHT_SCALE, TARGET, reference())
            .ownToothEqual("no-gate", "the numerator alone is enough", G1, TARGET, reference())
            .ownTooth("m2-twice", "twice the lower bound of S/Pi holds", M2.scaled(2, 1), SECOND_CLOSED, pole()).toothEverywhere("t \\in [-1,1]", RationalClaims::interval)
            .ownTooth("parameters", "eleven K + 12 parameters are enough", PARAMETERS, Quantity.of("fewer", "11K+12", "", m -> Expr.of(11L * m.pairs() + 12)), reference())
            .on(RationalInstance::draw, List.of(
                new Edge<>("reference point", reference()),
                new Edge<>("a pole close to -1", pole()),
                new Edge<>("zero numerator", rational("2", List.of("0"), List.of("1"), 1, "1/2")),
                new Edge<>("constant", rational("1", List.of("-3"), List.of("2"), 1, "-1")),
                new Edge<>("a polynomial of degree 11", rational("1/3", List.of("0", "0", "0", "0", "0", "0", "0", "0", "0", "0", "0", "1"),
                    List.of("1"), 6, "1")),
                new Edge<>("t = 1 with alpha = 1", rational("1", List.of("1", "-1"), List.of("3", "2"), 3, "1"))));
    }

    private static RationalInstance reference() {
        return rational("4/3", List.of("1", "-2", "0", "1/2"), List.of("5/2", "0", "1", "-1/3"), 2, "-3/7");
    }

    /** S = 1 + 1/1000 + t. */
    private static RationalInstance pole() {
        return rational("4/3", List.of("1", "1"), List.of("1001/1000", "1"), 1, "-1");
    }

    static RationalInstance rational(String alpha, List<String> numerator, List<String> denominator, int pairs, String t) {
        return new RationalInstance(Rational.parse(alpha), numerator.stream().map(Rational::parse).toList(),
            denominator.stream().map(Rational::parse).toList(), pairs, Rational.parse(t));
    }

    /** The network whose gate is fed with a quarter of the scale, its box unchanged. */
    private static Network withScale(RationalInstance m, QuotientNetwork bounds) {
        var scale = bounds.scale().over(Rational.of(4));
        var inputs = AffineMap.of(2, Row.unit(1, scale, Rational.ZERO),
            Row.unit(0, Rational.ONE, Rational.ZERO), new Row(List.of(), bounds.numerators()));
        var gate = DivisionGate.network(m.gates(), bounds.gate().innerThreshold(), bounds.gate().outerThreshold());
        return m.function().readouts(m.gates()).then(inputs).then(gate)
            .then(AffineMap.identity(1).scaled(scale.over(bounds.numerators())));
    }

    private static Domain interval(RationalInstance m) {
        return Domain.interval(T, Rational.of(-1), Rational.ONE);
    }

    private static Expr quotient(RationalInstance m, Expr t) {
        return RationalInstance.polynomial(m.numerator(), t).over(RationalInstance.polynomial(m.denominator(), t));
    }

    private static Quantity<RationalInstance> all(String name, String tex, Function<RationalInstance, Expr> value) {
        return Quantity.of(name, tex, "", value);
    }

    private static Quantity<RationalInstance> constant(String name, String tex, Function<RationalInstance, Rational> value) {
        return Quantity.of(name, tex, "", m -> Expr.of(value.apply(m)));
    }
}
