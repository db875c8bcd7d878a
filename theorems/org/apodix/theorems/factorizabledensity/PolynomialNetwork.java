package org.apodix.theorems.factorizabledensity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    static final Quantity<PolynomialNetwork> REBUILT = Quantity.of("rebuilt_at", "\\textstyle\\sum|p-\\prod_A\\psi_A|", "over the points with coordinates 0 or $\\frac i{i+1}$",
        n -> Expr.of(n.table().rebuilt()));
    static final Quantity<PolynomialNetwork> OUTSIDE = Quantity.of("outside_at", "\\textstyle\\sum_{A\\not\\subseteq I\\,\\forall I}|\\psi_A-1|", "over the same points, reference point 0",
        n -> Expr.of(n.table().outside(n.scopes())));
    static final Quantity<PolynomialNetwork> EFFECTIVE = Quantity.of("d_eff_at", "\\max\\{|A|:\\psi_A\\ne1\\}", "at the point with coordinates $\\frac i{i+1}$",
        n -> Expr.of(n.table().effectiveDimension()));
    static final Quantity<PolynomialNetwork> LARGEST = Quantity.of("largest_family", "1+\\max_i|{\\rm pa}(i)|", "coordinates of the largest family", n ->
        Expr.of(n.scopes().stream().mapToInt(Integer::bitCount).max().orElseThrow()));

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

    /** Whether the canonical factors are tried: their number, and the work for each, grow like 2^D. */
    boolean isShort() {
        return a.size() <= 3;
    }

    /** The coordinates of the factors, as bits: the pairs of the chain, and the last coordinate with its parents if it has any. */
    private List<Integer> scopes() {
        var scopes = IntStream.range(0, a.size()).mapToObj(i -> 3 << i).collect(Collectors.toCollection(ArrayList::new));
        if (collider.stream().anyMatch(c -> !c.isZero())) {
            scopes.add(1 | 1 << a.size() | 1 << a.size() + 1);
        }
        return scopes;
    }

    /** The density at the points of which coordinate i, counted from 1, is 0 or i/(i + 1), inside of the cube where it is positive; its canonical factors have reference point 0. */
    private BinaryTable table() {
        var density = density();
        return new BinaryTable(IntStream.range(0, 1 << variables()).mapToObj(state -> density.at(IntStream.range(0, variables())
            .mapToObj(i -> (state >> i & 1) == 1 ? Rational.of(i + 1L, i + 2L) : Rational.ZERO).toList())).toList());
    }

    private int variables() {
        return a.size() + 2;
    }

    private Polynomial x(int i) {
        return Polynomial.variable(variables(), i);
    }

    private Polynomial density() {
        int n = variables();
        var one = Polynomial.constant(n, Rational.ONE);
        var density = one.times(Rational.of(1, 2).pow(n));
        for (int i = 0; i + 2 < n; i++) {
            density = density.times(one.plus(x(i).times(x(i + 1)).times(a.get(i))));
        }
        var first = x(0);
        var last = x(n - 2);
        var h = first.times(collider.get(0)).plus(last.times(collider.get(1))).plus(first.times(last).times(collider.get(2)));
        return density.times(one.plus(x(n - 1).times(h)));
    }

    /** The integral of p f over the cube: an odd power of a coordinate gives 0, an even power k gives 2/(k + 1). */
    private Rational integral(Polynomial f) {
        var sum = Rational.ZERO;
        for (var term : density().times(f).terms().entrySet()) {
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
