package org.apodix.theorems.factorizabledensity;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.apodix.audit.BadInput;
import org.apodix.audit.Draw;
import org.apodix.audit.Fields;
import org.apodix.audit.InstanceFamily;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Quantity;
import org.apodix.expression.Variable;
import org.apodix.network.SawtoothProduct;
import org.apodix.network.SawtoothSquare;
import org.apodix.proof.Domain;

/**
 * The product network P_m of F5 at all x = u + v, y = u - v with (u, v) in a box within [-1, 1]^2. The square |x|, |y| <= 1 is the part
 * |u| + |v| <= 1 of it.
 *
 * @param from least u and v
 * @param to   greatest u and v
 */
record ProductRange(int m, List<Rational> from, List<Rational> to) {

    private static final int MOST = 10;
    private static final Variable U = new Variable("u");
    private static final Variable V = new Variable("v");
    private static final Variable A = new Variable("a");
    private static final Variable B = new Variable("b");
    private static final Variable C = new Variable("c");
    private static final Variable D = new Variable("d");

    static final String TEX = "x=u+v,\\ y=u-v,\\ u\\in[\\mathrm{from}_1,\\mathrm{to}_1],\\ v\\in[\\mathrm{from}_2,\\mathrm{to}_2]";
    static final String FACTORS = "a,b,c,d\\in[-1,1]";
    static final String LINE = "u\\in[\\mathrm{from}_1,\\mathrm{to}_1]";

    static final Quantity<ProductRange> ERROR = Quantity.of("error", "P_m(x,y)-xy", "network minus product",
        p -> p.at(U.plus(V), U.minus(V)).minus(U.square().minus(V.square())));
    static final Quantity<ProductRange> EPSILON = Quantity.of("epsilon", "\\varepsilon_m", "$4^{-(m+1)}$", p -> Expr.of(SawtoothSquare.error(p.m)));
    static final Quantity<ProductRange> VALUE = Quantity.of("value", "P_m(x,y)", "the network", p -> p.at(U.plus(V), U.minus(V)));
    static final Quantity<ProductRange> PRODUCTS = Quantity.of("products", "|ab-cd|", "two products",
        p -> A.times(B).minus(C.times(D)).abs());
    static final Quantity<ProductRange> FACTORS_APART = Quantity.of("factors_apart", "|a-c|+|b-d|", "their factors",
        p -> A.minus(C).abs().plus(B.minus(D).abs()));
    static final Quantity<ProductRange> FIRST_AXIS = Quantity.of("first_axis", "P_m(u,0)", "", p -> p.at(U, Expr.ZERO));
    static final Quantity<ProductRange> SECOND_AXIS = Quantity.of("second_axis", "P_m(0,u)", "", p -> p.at(Expr.ZERO, U));
    static final Quantity<ProductRange> AT_ONE = Quantity.of("at_one", "P_m(u,1)", "", p -> p.at(U, Expr.ONE));
    static final Quantity<ProductRange> AT_MINUS_ONE = Quantity.of("at_minus_one", "P_m(u,-1)", "", p -> p.at(U, Expr.of(-1)));
    static final Quantity<ProductRange> X = Quantity.of("u", "u", "", p -> U);

    static final InstanceFamily<ProductRange> FAMILY = new InstanceFamily<>("product_range", ProductRange.class, Set.of("m", "from[]", "to[]"),
        p -> true, ProductRange::read, (p, json) -> {
            InstanceFamily.put(json.put("m", p.m), "from", p.from);
            InstanceFamily.put(json, "to", p.to);
        }, List.of(EPSILON));

    private static ProductRange read(Fields fields) {
        var range = new ProductRange(fields.integer("m", 1, MOST), fields.rationals("from"), fields.rationals("to"));
        if (range.from.size() != 2 || range.to.size() != 2) {
            throw new BadInput("\"from\" has " + range.from.size() + " and \"to\" " + range.to.size() + " entries; give u and v of each");
        }
        for (int i = 0; i < 2; i++) {
            SquareRange.requireOrder(range.from.get(i), range.to.get(i));
            if (range.from.get(i).compareTo(Rational.of(-1)) < 0 || range.to.get(i).compareTo(Rational.ONE) > 0) {
                throw new BadInput("the range of u and v must lie in [-1, 1]; it is from " + range.from + " to " + range.to);
            }
        }
        return range;
    }

    private Expr at(Expr x, Expr y) {
        return SawtoothProduct.of(m).on(List.of(x, y)).get(0);
    }

    Domain domain() {
        return Domain.box(List.of(U, V), from, to);
    }

    Domain factors() {
        return Domain.box(List.of(A, B, C, D), Collections.nCopies(4, Rational.of(-1)), Collections.nCopies(4, Rational.ONE));
    }

    Domain line() {
        return Domain.interval(U, from.get(0), to.get(0));
    }

    /** m up to 8 and a box that spans a few pieces in each direction. */
    static ProductRange draw(Draw draw) {
        int m = draw.integer(1, 8);
        int q = draw.of(1 << m, 2 << m, 3 << m);
        var from = draw.list(2, d -> d.integer(-q, q - 1));
        var to = from.stream().map(k -> Rational.of(k + draw.integer(1, Math.min(q - k, 3)), q)).toList();
        return new ProductRange(m, from.stream().map(k -> Rational.of(k, q)).toList(), to);
    }
}
