package org.apodix.theorems.ratiosignrelu;

import static org.apodix.theorems.ratiosignrelu.RidgeInstance.U;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apodix.audit.Claim;
import org.apodix.audit.Edge;
import org.apodix.audit.Provenance;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Quantity;
import org.apodix.proof.Domain;

/** R13: one hidden layer of k units approximates a polynomial of degree k to any accuracy. */
final class RidgeClaims {

    private static final Quantity<RidgeInstance> VALUE = Quantity.of("value", "N(u)", "the network at the point",
        m -> Simple.at(m.network(), 0, m.u()));
    private static final Quantity<RidgeInstance> POLYNOMIAL = Quantity.of("poly", "p(u)", "at the point", m -> m.polynomial(Expr.of(m.u())));
    private static final Quantity<RidgeInstance> ERROR = Quantity.of("error", "N(u)-p(u)", "at the point", m -> VALUE.in(m).minus(POLYNOMIAL.in(m)));
    private static final Quantity<RidgeInstance> SIZE = Quantity.of("abs_error", "|N(u)-p(u)|", "at the point", m -> ERROR.in(m).abs());
    private static final Quantity<RidgeInstance> BOUND = Quantity.of("bound", "\\delta(H)", "$\\|a\\|_1\\frac{(1+H)^{k+1}-1-(k+1)H}{(1-H)^{k+1}}$",
        RidgeInstance::bound);
    private static final Quantity<RidgeInstance> NETWORK = all("network", "N(u)", m -> m.network().on(List.of(U)).get(0));
    private static final Quantity<RidgeInstance> FRACTIONS = all("fractions", "\\textstyle\\sum_i\\frac{c_i}{1-h_iu}", m -> m.value(U));
    private static final Quantity<RidgeInstance> DIFFERENCE = all("difference", "N(u)-p(u)", m -> m.value(U).minus(m.polynomial(U)));
    private static final Quantity<RidgeInstance> REVERSED = all("difference_negated", "p(u)-N(u)", m -> m.polynomial(U).minus(m.value(U)));
    private static final Quantity<RidgeInstance> CLOSED = all("error_closed",
        "-\\tfrac{u^{k+1}}{\\prod_i(1-h_iu)}\\textstyle\\sum_la_l\\sum_{j\\le l}e_ju^{l-j}", m -> m.error(U));
    private static final Quantity<RidgeInstance> SQUARE = Quantity.of("aH2", "\\|a\\|_1H^2", "", m -> Expr.of(m.size().times(m.radius().pow(2))));
    private static final Quantity<RidgeInstance> SHORT_CLOSED = all("error_closed_short", "-u^{k+1}\\textstyle\\sum_la_l\\sum_{j\\le l}e_ju^{l-j}", m -> {
        Expr product = Expr.ONE;
        for (int i = 0; i <= m.degree(); i++) {
            product = product.times(Expr.ONE.minus(Expr.of(m.ridge().node(i)).times(U)));
        }
        return m.error(U).times(product);
    });

    private RidgeClaims() { }

    static List<Quantity<RidgeInstance>> printed(RidgeInstance model) {
        var quantities = new ArrayList<Quantity<RidgeInstance>>();
        for (int i = 0; i <= model.degree(); i++) {
            int k = i;
            quantities.add(Quantity.of("c[" + i + "]", "c_{" + i + "}", "", m -> Expr.of(m.ridge().coefficient(k))));
        }
        quantities.addAll(List.of(VALUE, POLYNOMIAL, ERROR, BOUND));
        return quantities;
    }

    static Claim<RidgeInstance> ridge() {
        return Claim.of(RatioSignRelu.ID, "R13", "polynomials by one hidden layer, to any accuracy", RidgeInstance.class, Provenance.derived("",
                "identity and bound are proved for every u of [-1, 1]"))
            .restsOn("R1")
            .equal("network", "k units carry the sum of the fractions", NETWORK, FRACTIONS).everywhere("u \\in [-1,1]", RidgeClaims::interval)
            .equal("", "the error in closed form", DIFFERENCE, CLOSED).everywhere("u \\in [-1,1]", RidgeClaims::interval)
            .atMost("upper", "it is at most delta(H)", DIFFERENCE, BOUND).everywhere("u \\in [-1,1]", RidgeClaims::interval)
            .atMost("lower", "in absolute value", REVERSED, BOUND).everywhere("u \\in [-1,1]", RidgeClaims::interval)
            .atMost("point", "so at the point of the instance", SIZE, BOUND)
            .tooth("T10", "the error is at most |a|_1 H^2", SIZE, SQUARE, ridge("1", "1/2", List.of("0", "0", "1"), "1"))
            .ownToothEqual("closed", "without the product in the denominator", DIFFERENCE, SHORT_CLOSED, reference()).toothEverywhere("u \\in [-1,1]", RidgeClaims::interval)
            .ownTooth("upper", "the error is at most delta(H)/1000", REVERSED, BOUND.scaled(1, 1000), reference()).toothEverywhere("u \\in [-1,1]", RidgeClaims::interval)
            .on(RidgeInstance::draw, List.of(
                new Edge<>("reference point", reference()),
                new Edge<>("u^2 with H = 1/2 at u = 1", ridge("1", "1/2", List.of("0", "0", "1"), "1")),
                new Edge<>("u = -1", ridge("3", "1/10", List.of("1", "1", "1"), "-1")),
                new Edge<>("u = 0, where the error is 0", ridge("1/3", "1/10", List.of("1", "1", "1"), "0")),
                new Edge<>("the zero polynomial", ridge("1/3", "1/10", List.of("0", "0", "0"), "1/2")),
                new Edge<>("H close to 1", ridge("2", "99/100", List.of("1", "-2", "1"), "1")),
                new Edge<>("tiny H: coefficients of 10^24", ridge("2", "1e-6", List.of("1", "-2", "1", "0", "1"), "1"))));
    }

    /** (1, -3, 0, 2, 1/2), H = 1/100, u = -3/4. */
    private static RidgeInstance reference() {
        return ridge("1", "1/100", List.of("1", "-3", "0", "2", "1/2"), "-3/4");
    }

    private static RidgeInstance ridge(String alpha, String radius, List<String> coefficients, String u) {
        return new RidgeInstance(Rational.parse(alpha), coefficients.stream().map(Rational::parse).toList(), Rational.parse(radius), Rational.parse(u));
    }

    private static Domain interval(RidgeInstance m) {
        return Domain.interval(U, Rational.of(-1), Rational.ONE);
    }

    private static Quantity<RidgeInstance> all(String name, String tex, Function<RidgeInstance, Expr> value) {
        return Quantity.of(name, tex, "", value);
    }
}
