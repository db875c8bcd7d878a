package org.apodix.theorems.ratiosignrelu;

import static org.apodix.expression.Formula.number;

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
import org.apodix.network.Network;
import org.apodix.network.Row;
import org.apodix.network.SignReluGates;

/** R4: one hidden layer cannot divide, shown on one network after the other by a point where it fails. */
final class DepthClaims {

    private static final Quantity<AnyNetwork> NOT_RATIO = count("not_ratio", "\\#\\{N\\ne y/x\\}", DepthClaims::ratio);
    private static final Quantity<AnyNetwork> NOT_PRODUCT = count("not_product", "\\#\\{N\\ne xy\\}", DepthClaims::product);
    private static final Quantity<AnyNetwork> POINTS = Quantity.of("grid_points", "\\#\\mathrm{grid}", "number of grid points",
        m -> Expr.of(Witness.plane(m, DepthClaims::ratio).points()));

    private DepthClaims() { }

    static List<Quantity<AnyNetwork>> printed() {
        return List.of(POINTS, NOT_RATIO, NOT_PRODUCT, witness("ratio_x", DepthClaims::ratio, 0), witness("ratio_y", DepthClaims::ratio, 1),
            Quantity.of("ratio_gap", "N-y/x", "at the first point where they differ", m -> gap(m, DepthClaims::ratio)),
            witness("product_x", DepthClaims::product, 0), witness("product_y", DepthClaims::product, 1),
            Quantity.of("product_gap", "N-xy", "at the first point where they differ", m -> gap(m, DepthClaims::product)));
    }

    static Claim<AnyNetwork> depth() {
        return Claim.of(RatioSignRelu.ID, "R4", "one hidden layer cannot divide or multiply", AnyNetwork.class, Provenance.derived("",
                "proved in the text for all networks of one hidden layer; executed is its shadow: for each network tried, a rational point "
                    + "of [1, 2] x [0, 1] where it is not the quotient is found on a grid that cannot miss one"))
            .restsOn("R3")
            .atMost("ratio", "shadow: the network differs from y/x at some grid point", number(1), NOT_RATIO).about(AnyNetwork::isShallowPlane)
            .atMost("product", "shadow: the network differs from x y at some grid point", number(1), NOT_PRODUCT).about(AnyNetwork::isShallowPlane)
            .equal("two-layers", "two hidden layers of widths 4 and 2 do divide: nowhere on the grid", NOT_RATIO, number(0)).about(DepthClaims::divides)
            .equal("two-layers-product", "and multiply: nowhere on the grid", NOT_PRODUCT, number(0)).about(DepthClaims::multiplies)
            .ownTooth("two-layers", "a network of two hidden layers differs from y/x too", number(1), NOT_RATIO, divider())
            .ownTooth("two-layers-product", "a network of two hidden layers differs from x y too", number(1), NOT_PRODUCT, multiplier())
            .ownTooth("everywhere", "a network of one hidden layer differs from x y at every grid point", POINTS, NOT_PRODUCT, lucky())
            .on(draw -> draw.integer(0, 7) == 7 ? (draw.yes() ? divider() : multiplier()) : AnyNetwork.drawShallow(draw, 2), List.of(
                new Edge<>("the six-unit division gate", divider()),
                new Edge<>("the six-unit product gate", multiplier()),
                new Edge<>("the zero network", plane("1", List.of(List.of("0", "0", "0")), "0", "0")),
                new Edge<>("y, which is y/x on a line", plane("1", List.of(List.of("0", "1", "0")), "1", "0")),
                new Edge<>("5/4 y, which is x y on a column of the grid", lucky()),
                new Edge<>("a unit that is 1/x", plane("1", List.of(List.of("-1", "0", "1"), List.of("0", "1", "0")), "1", "1", "1")),
                new Edge<>("lines that meet in one point", plane("2/3", List.of(List.of("1", "0", "-3/2"), List.of("0", "1", "-1/4"),
                    List.of("1", "1", "-7/4"), List.of("1", "-1", "-5/4")), "1", "-1", "2", "1/2", "0"))));
    }

    /** 5/4 y, which is x y on the column x = 5/4 in the middle of the grid of a network of one unit. */
    private static AnyNetwork lucky() {
        return plane("1", List.of(List.of("0", "1", "0")), "5/4", "0");
    }

    /** Whether it is the division gate of the edges. */
    private static boolean divides(AnyNetwork m) {
        return m.equals(divider());
    }

    private static boolean multiplies(AnyNetwork m) {
        return m.equals(multiplier());
    }

    private static AnyNetwork divider() {
        var gates = new SignReluGates(Rational.of(2, 3));
        // y/x = 2 (y/2)/x, because the gate needs |y| < x
        var half = Network.affine(AffineMap.of(2, Row.unit(0, Rational.ONE, Rational.ZERO), Row.unit(1, Rational.of(1, 2), Rational.ZERO)));
        return AnyNetwork.of(Rational.of(2, 3), half.then(DivisionGate.quotient(gates, Rational.ONE, Rational.TWO, Rational.of(1, 2)))
            .then(AffineMap.identity(1).scaled(Rational.TWO)));
    }

    private static AnyNetwork multiplier() {
        return AnyNetwork.of(Rational.of(2, 3), DivisionGate.product(new SignReluGates(Rational.of(2, 3)), Rational.TWO, Rational.ONE));
    }

    private static AnyNetwork plane(String alpha, List<List<String>> units, String... output) {
        return new AnyNetwork(Rational.parse(alpha), List.of(units.stream().map(unit -> unit.stream().map(Rational::parse).toList()).toList(),
            List.of(java.util.Arrays.stream(output).map(Rational::parse).toList())));
    }

    private static Rational ratio(List<Rational> point) {
        return point.get(1).over(point.get(0));
    }

    private static Rational product(List<Rational> point) {
        return point.get(0).times(point.get(1));
    }

    private static Quantity<AnyNetwork> count(String name, String tex, Function<List<Rational>, Rational> target) {
        return Quantity.of(name, tex, "number of grid points where they differ", m -> Expr.of(Witness.plane(m, target).differing()));
    }

    private static Quantity<AnyNetwork> witness(String name, Function<List<Rational>, Rational> target, int i) {
        return Quantity.of(name, name, "a point where they differ", m -> Expr.of(Witness.plane(m, target).point().get(i)));
    }

    private static Expr gap(AnyNetwork m, Function<List<Rational>, Rational> target) {
        var point = Witness.plane(m, target).point();
        return Simple.at(m.network(), 0, point.toArray(Rational[]::new)).minus(Expr.of(target.apply(point)));
    }
}
