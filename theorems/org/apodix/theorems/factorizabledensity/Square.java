package org.apodix.theorems.factorizabledensity;

import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.apodix.audit.Draw;
import org.apodix.audit.InstanceFamily;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Quantity;
import org.apodix.network.Figures;
import org.apodix.network.Network;
import org.apodix.network.SawtoothSquare;

/**
 * The squaring network f_m of F4 at a point.
 *
 * @param m number of teeth layers
 * @param x in [0, 1]
 */
record Square(int m, Rational x) {

    static final int MOST = 60;

    static final Quantity<Square> VALUE = Quantity.of("value", "f_m(x)", "the weight-shared network at $x$",
        s -> on(s.network(), Expr.of(s.x)));
    static final Quantity<Square> UNSHARED = Quantity.of("value_unshared", "\\bar f_m(x)", "the un-shared network at $x$",
        s -> on(SawtoothSquare.unshared(s.m), Expr.of(s.x)));
    static final Quantity<Square> ERROR = Quantity.of("error", "\\delta_m(x)", "$f_m(x)-x^2$",
        s -> VALUE.in(s).minus(Expr.of(s.x).square()));
    static final Quantity<Square> EPSILON = Quantity.of("epsilon", "\\varepsilon_m", "$4^{-(m+1)}$", s -> Expr.of(SawtoothSquare.error(s.m)));
    static final Quantity<Square> DEFINITION = Quantity.of("definition", "x-\\textstyle\\sum_{k\\le m}4^{-k}T^k(x)",
        "the sum of the saw teeth", Square::teeth);
    static final Quantity<Square> CHORD = Quantity.of("chord_error", "(x-x_0)(x_1-x)", "between the neighboring multiples $x_0\\le x\\lt x_1$ of $2^{-m}$",
        s -> chord(s.m, s.x, Expr.of(s.x)));
    static final Quantity<Square> DEPTH = count("depth", "\\ell", "affine maps of the network", s -> s.figures().affineMaps());
    static final Quantity<Square> WIDTH = count("width", "w", "largest hidden layer", s -> s.figures().width());
    static final Quantity<Square> NONZERO = count("nonzero", "S", "non-zero weights and biases", s -> s.figures().nonzeros());
    static final Quantity<Square> DISTINCT = count("distinct", "P", "distinct non-zero values among them", s -> s.figures().distinct());
    static final Quantity<Square> NONZERO_UNSHARED = count("nonzero_unshared", "\\bar S", "the same of the un-shared network",
        s -> Figures.of(SawtoothSquare.unshared(s.m)).nonzeros());
    static final Quantity<Square> DISTINCT_UNSHARED = count("distinct_unshared", "\\bar P", "the same of the un-shared network",
        s -> Figures.of(SawtoothSquare.unshared(s.m)).distinct());
    static final Quantity<Square> M = count("m", "m", "teeth layers", Square::m);

    static final InstanceFamily<Square> FAMILY = new InstanceFamily<>("square", Square.class, Set.of("m", "x"), s -> true,
        fields -> new Square(fields.integer("m", 1, MOST), fields.rational("x", Rational.ZERO, Rational.ONE)),
        (s, json) -> json.put("m", s.m).put("x", s.x.toString()),
        List.of(VALUE, ERROR, DEPTH, NONZERO, DISTINCT));

    private static Quantity<Square> count(String name, String tex, String meaning, ToIntFunction<Square> number) {
        return Quantity.of(name, tex, meaning, s -> Expr.of(number.applyAsInt(s)));
    }

    static Expr on(Network network, Expr x) {
        return network.on(List.of(x)).get(0);
    }

    /** (x - x_0)(x_1 - x) on the piece of f_m that begins at or before a point. */
    static Expr chord(int m, Rational at, Expr x) {
        return x.minus(Expr.of(knot(m, at, 0))).times(Expr.of(knot(m, at, 1)).minus(x));
    }

    /** The multiple of 2^-m at or before a point, or a later one. */
    static Rational knot(int m, Rational at, int later) {
        return Rational.of(at.times(Rational.TWO.pow(m)).floor()).plus(Rational.of(later)).over(Rational.TWO.pow(m));
    }

    /** Whether x is a multiple of 2^-m. */
    boolean isKnot() {
        return x.times(Rational.TWO.pow(m)).isInteger();
    }

    /** Whether x is half way between two of them. */
    boolean isMidpoint() {
        return !isKnot() && x.times(Rational.TWO.pow(m + 1)).isInteger();
    }

    Network network() {
        return SawtoothSquare.shared(m);
    }

    private Figures figures() {
        return Figures.of(network());
    }

    private Expr teeth() {
        var x = Expr.of(this.x);
        var sum = x;
        var tooth = x;
        for (int k = 1; k <= m; k++) {
            tooth = tooth.min(Expr.ONE.minus(tooth)).times(2);
            sum = sum.minus(tooth.over(Expr.of(4).pow(k)));
        }
        return sum;
    }

    /** m up to 10, x = j/q with q up to 1000 or a breakpoint or a midpoint of f_m. */
    static Square draw(Draw draw) {
        int m = draw.integer(1, 10);
        int q = draw.yes() ? 2 << m : draw.integer(1, 1000);
        return new Square(m, Rational.of(draw.integer(0, q), q));
    }
}
