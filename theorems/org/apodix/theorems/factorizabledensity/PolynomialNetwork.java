package org.apodix.theorems.factorizabledensity;

import java.util.List;
import java.util.Set;
import org.apodix.audit.BadInput;
import org.apodix.audit.Draw;
import org.apodix.audit.Fields;
import org.apodix.audit.InstanceFamily;
import org.apodix.enclosure.Polynomial;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Quantity;

/**
 * The polynomial chain on [-1, 1]^D of F1(a), with coefficients a, and a last coordinate with two parents, the first and the last of the
 * chain: p(x_(D+1) | x_1, x_D) = (1 + x_(D+1) (b x_1 + c x_D + e x_1 x_D))/2, |b| + |c| + |e| <= 1. All three are 0 for the chain alone.
 *
 * @param a        coefficients of the chain, each in (-1, 1)
 * @param collider b, c, e
 */
record PolynomialNetwork(List<Rational> a, List<Rational> collider) implements Factored {

    static final Quantity<PolynomialNetwork> MASS = Quantity.of("mass", "\\textstyle\\int p", "the density expanded and integrated term by term",
        n -> Expr.of(n.integral(Polynomial.constant(n.variables(), Rational.ONE))));
    static final Quantity<PolynomialNetwork> CORRELATION = Quantity.of("correlation", "E[x_1x_D]", "in the same way", n ->
        Expr.of(n.integral(n.x(0).times(n.x(n.a.size())))));
    static final Quantity<PolynomialNetwork> FORMULA = Quantity.of("correlation_formula", "\\tfrac13\\textstyle\\prod_i\\tfrac{a_i}3", "", n ->
        n.a.stream().map(each -> Expr.of(each).over(3)).reduce(Expr.of(1, 3), Expr::times));

    static final InstanceFamily<PolynomialNetwork> FAMILY = new InstanceFamily<>("polynomial_network", PolynomialNetwork.class,
        Set.of("a", "collider"), n -> true, PolynomialNetwork::read, (n, json) -> {
            InstanceFamily.put(json, "a", n.a);
            InstanceFamily.put(json, "collider", n.collider);
        }, List.of(MASS, CORRELATION));

    private static PolynomialNetwork read(Fields fields) {
        int count = fields.rationals("a").size();
        var a = Chain.coefficients(fields, count);
        var collider = fields.rationals("collider");
        if (collider.size() != 3 || collider.stream().map(Rational::abs).reduce(Rational.ZERO, Rational::plus).compareTo(Rational.ONE) > 0) {
            throw new BadInput("\"collider\" must be three numbers whose absolute values add to at most 1");
        }
        if (count > 8) {
            throw new BadInput("\"a\" has " + count + " entries; at most 8 are supported");
        }
        return new PolynomialNetwork(a, collider);
    }

    private int variables() {
        return a.size() + 2;
    }

    private Polynomial x(int i) {
        return Polynomial.variable(variables(), i);
    }

    /** The integral of p f over the cube: an odd power of a coordinate gives 0, an even power k gives 2/(k + 1). */
    private Rational integral(Polynomial f) {
        int n = variables();
        var one = Polynomial.constant(n, Rational.ONE);
        var density = f.times(Rational.of(1, 2).pow(n));
        for (int i = 0; i + 2 < n; i++) {
            density = density.times(one.plus(x(i).times(x(i + 1)).times(a.get(i))));
        }
        var first = x(0);
        var last = x(n - 2);
        var h = first.times(collider.get(0)).plus(last.times(collider.get(1))).plus(first.times(last).times(collider.get(2)));
        density = density.times(one.plus(x(n - 1).times(h)));
        var sum = Rational.ZERO;
        for (var term : density.terms().entrySet()) {
            var moment = term.getValue();
            for (int power : term.getKey()) {
                moment = moment.times(power % 2 == 1 ? Rational.ZERO : Rational.of(2, power + 1));
            }
            sum = sum.plus(moment);
        }
        return sum;
    }

    /** D from 2 to 8; a collider half of the time. */
    static PolynomialNetwork draw(Draw draw) {
        int k = draw.integer(1, 7);
        var a = draw.list(k, Chain::coefficient);
        boolean collides = draw.yes();
        return new PolynomialNetwork(a, draw.list(3, d -> collides ? Rational.of(d.integer(-4, 4), 12) : Rational.ZERO));
    }
}
