package org.apodix.theorems.factorizabledensity;

import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.apodix.audit.BadInput;
import org.apodix.audit.Draw;
import org.apodix.audit.Fields;
import org.apodix.audit.InstanceFamily;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Quantity;
import org.apodix.network.Figures;
import org.apodix.network.Network;
import org.apodix.network.SawtoothProduct;
import org.apodix.network.SawtoothSquare;

/**
 * The product network P_m, or the binary tree of K = 2^q factors, of F5 at a point.
 *
 * @param m       teeth layers of each square
 * @param x       the factors, in [-1, 1]
 * @param product whether it is an instance of the product of two, in the form x, y
 */
record Factors(int m, List<Rational> x, boolean product) {

    private static final int MOST_FACTORS = 64;

    static final Quantity<Factors> VALUE = Quantity.of("value", "\\widehat\\Pi", "the network at the factors", f -> at(f, f.x));
    static final Quantity<Factors> PRODUCT = Quantity.of("product", "\\textstyle\\prod_i x_i", "the exact product", f ->
        f.x.stream().map(Expr::of).reduce(Expr.ONE, Expr::times));
    static final Quantity<Factors> ERROR = Quantity.of("error", "\\widehat\\Pi-\\textstyle\\prod_i x_i", "network minus product",
        f -> VALUE.in(f).minus(PRODUCT.in(f)));
    static final Quantity<Factors> SIZE = Quantity.of("abs_error", "|\\widehat\\Pi-\\textstyle\\prod_i x_i|", "", f -> ERROR.in(f).abs());
    static final Quantity<Factors> PADDED = Quantity.of("abs_error_padded", "|\\widehat\\Pi(x_1,\\dots,x_{K-1},1)-\\textstyle\\prod_{i<K}x_i|", "the padded tree of all factors but the last",
        Factors::paddedError);
    static final Quantity<Factors> ABSOLUTE = Quantity.of("abs_value", "|\\widehat\\Pi|", "", f -> VALUE.in(f).abs());
    static final Quantity<Factors> AXIS = Quantity.of("on_axis", "|P_m(x,0)|+|P_m(0,x)|", "", f ->
        pair(f, f.x.get(0), Rational.ZERO).abs().plus(pair(f, Rational.ZERO, f.x.get(0)).abs()));
    static final Quantity<Factors> AT_ONE = Quantity.of("at_one", "P_m(x,1)", "", f -> pair(f, f.x.get(0), Rational.ONE));
    static final Quantity<Factors> AT_MINUS_ONE = Quantity.of("at_minus_one", "P_m(x,-1)", "",
        f -> pair(f, f.x.get(0), Rational.ONE.negate()));
    static final Quantity<Factors> FIRST = Quantity.of("x", "x", "the first factor", f -> Expr.of(f.x.get(0)));
    static final Quantity<Factors> EPSILON = Quantity.of("epsilon", "\\varepsilon_m", "$4^{-(m+1)}$", f -> Expr.of(SawtoothSquare.error(f.m)));
    static final Quantity<Factors> DEPTH = count("depth", "\\ell", "affine maps of the network", f -> f.figures().affineMaps());
    static final Quantity<Factors> WIDTH = count("width", "w", "largest hidden layer", f -> f.figures().width());
    static final Quantity<Factors> NONZERO = count("nonzero", "S", "non-zero weights and biases", f -> f.figures().nonzeros());
    static final Quantity<Factors> DISTINCT = count("distinct", "P", "distinct non-zero values among them", f -> f.figures().distinct());
    static final Quantity<Factors> OTHER_MAPS = count("other_maps", "\\#", "affine maps that are not those of the product network behind two trees of half the factors",
        Factors::otherMaps);
    static final Quantity<Factors> M = count("m", "m", "teeth layers of each square", Factors::m);
    static final Quantity<Factors> K = count("K", "K", "factors", f -> f.x.size());
    static final Quantity<Factors> LEVELS = count("q", "q", "levels of the tree, $\\log_2K$", Factors::levels);
    static final Quantity<Factors> TREE_NONZERO = count("S_tree", "S_{\\rm tree}(K,m)",
        "$\\frac K2(16m+6)+(\\frac K2-1)(16m+46)+6$, and 1 for $K=1$", f -> nonzeros(f.x.size(), f.m));

    static final InstanceFamily<Factors> PRODUCT_FAMILY = new InstanceFamily<>("product", Factors.class, Set.of("m", "x", "y"),
        Factors::product, fields -> new Factors(fields.integer("m", 1, Square.MOST), List.of(factor(fields, "x"), factor(fields, "y")), true),
        (f, json) -> json.put("m", f.m).put("x", f.x.get(0).toString()).put("y", f.x.get(1).toString()), List.of(VALUE, ERROR, NONZERO));

    static final InstanceFamily<Factors> TREE_FAMILY = new InstanceFamily<>("tree", Factors.class, Set.of("m", "x[]"),
        f -> !f.product, fields -> tree(fields.integer("m", 1, Square.MOST), fields.rationals("x")),
        (f, json) -> InstanceFamily.put(json.put("m", f.m), "x", f.x), List.of(VALUE, PRODUCT, NONZERO, DEPTH, WIDTH));

    private static Rational factor(Fields fields, String name) {
        return fields.rational(name, Rational.ONE.negate(), Rational.ONE);
    }

    private static Factors tree(int m, List<Rational> x) {
        if (Integer.bitCount(x.size()) != 1 || x.size() > MOST_FACTORS) {
            throw new BadInput("\"x\" has " + x.size() + " entries; a tree has 1, 2, 4, ..., " + MOST_FACTORS + " factors: pad it with ones");
        }
        for (var factor : x) {
            if (factor.abs().compareTo(Rational.ONE) > 0) {
                throw new BadInput("\"x\" contains " + Fields.shorten(factor.toString()) + "; the factors must lie in [-1, 1]");
            }
        }
        return new Factors(m, x, false);
    }

    /** S_tree(K, m) of F5. */
    static int nonzeros(int factors, int m) {
        return factors == 1 ? 1 : factors / 2 * (16 * m + 6) + (factors / 2 - 1) * (16 * m + 46) + 6;
    }

    private static Quantity<Factors> count(String name, String tex, String meaning, ToIntFunction<Factors> number) {
        return Quantity.of(name, tex, meaning, f -> Expr.of(number.applyAsInt(f)));
    }

    Network network() {
        return SawtoothProduct.tree(x.size(), m);
    }

    boolean isPair() {
        return x.size() == 2;
    }

    /** Two factors 2^-(m+1), where the error is attained. */
    boolean isTouching() {
        var touching = Rational.TWO.pow(-m - 1);
        return isPair() && x.stream().allMatch(touching::equals);
    }

    private static Expr at(Factors f, List<Rational> x) {
        return f.network().on(x.stream().map(Expr::of).toList()).get(0);
    }

    private static Expr pair(Factors f, Rational x, Rational y) {
        return SawtoothProduct.of(f.m).on(List.of(Expr.of(x), Expr.of(y))).get(0);
    }

    private int otherMaps() {
        var half = SawtoothProduct.tree(x.size() / 2, m);
        var halves = half.beside(half).then(SawtoothProduct.of(m)).maps();
        var maps = network().maps();
        int same = 0;
        for (int i = 0; i < Math.min(maps.size(), halves.size()); i++) {
            same += maps.get(i).rows().equals(halves.get(i).rows()) ? 1 : 0;
        }
        return Math.max(maps.size(), halves.size()) - same;
    }

    private Expr paddedError() {
        var fewer = x.subList(0, x.size() - 1).stream().map(Expr::of).toList();
        return SawtoothProduct.padded(fewer.size(), m).on(fewer).get(0).minus(fewer.stream().reduce(Expr.ONE, Expr::times)).abs();
    }

    private int levels() {
        return Integer.numberOfTrailingZeros(x.size());
    }

    private Figures figures() {
        return Figures.of(network());
    }

    /** Two factors half of the time, else up to 8; twelfths, thousandths or multiples of 2^-m-1. */
    static Factors draw(Draw draw) {
        int m = draw.integer(1, 8);
        int count = 1 << draw.of(1, 1, 1, 2, 2, 3, 0);
        int q = draw.of(12, 2 << m, draw.integer(1, 1000));
        return new Factors(m, draw.list(count, d -> Rational.of(d.integer(-q, q), q)), count == 2 && draw.yes());
    }
}
