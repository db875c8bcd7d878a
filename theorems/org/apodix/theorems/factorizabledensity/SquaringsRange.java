package org.apodix.theorems.factorizabledensity;

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
import org.apodix.network.SawtoothSquare;
import org.apodix.network.SquaringChain;
import org.apodix.proof.Domain;

/**
 * A reciprocal or an exponential by k squarings (F8) at all x from one end to the other.
 *
 * @param a lower end of the range [a, 1] of the reciprocal; null for the exponential on [0, 2^k]
 */
record SquaringsRange(Rational a, int k, int m, Rational from, Rational to) {

    private static final int MOST = 6;
    private static final Variable X = new Variable("x");

    private static final Variable Y = new Variable("y");
    private static final Variable Z = new Variable("z");

    static final String SQUARED = "0\\le y\\le z\\le1";
    static final String TEX = "x \\in [\\mathrm{from}, \\mathrm{to}]";

    static final Quantity<SquaringsRange> RECIPROCAL_ERROR = Quantity.of("error", "\\hat y(x)-\\tfrac1x", "network minus reciprocal",
        s -> Square.on(SquaringChain.reciprocal(s.a, s.k, s.m), X).minus(Expr.ONE.over(X)));
    static final Quantity<SquaringsRange> RECIPROCAL_BOUND = Quantity.of("bound",
        "\\tfrac1a(k2^{k-1}+2^k-1)\\varepsilon_m+\\tfrac1a(1-a)^{2^k}", "", s -> Expr.of(SquaringChain.reciprocalError(s.a, s.k, s.m)));
    static final Quantity<SquaringsRange> SERIES_ERROR = Quantity.of("series_error", "\\tfrac1x-\\textstyle\\prod_{j<k}(1+(1-x)^{2^j})", "", s -> {
        var product = Expr.ONE;
        for (int j = 0; j < s.k; j++) {
            product = product.times(Expr.ONE.plus(Expr.ONE.minus(X).pow(1 << j)));
        }
        return Expr.ONE.over(X).minus(product);
    });
    static final Quantity<SquaringsRange> SERIES_REST = Quantity.of("series_rest", "\\tfrac1x(1-x)^{2^k}", "", s ->
        Expr.ONE.minus(X).pow(1 << s.k).over(X));
    static final Quantity<SquaringsRange> SERIES_BOUND = Quantity.of("series_bound", "\\tfrac1a(1-a)^{2^k}", "", s ->
        Expr.of(Rational.ONE.minus(s.a)).pow(1 << s.k).over(Expr.of(s.a)));
    static final Quantity<SquaringsRange> EXCESS = Quantity.of("excess", "\\hat y(x)-(1-x2^{-k})^{2^k}", "network minus power",
        s -> Square.on(SquaringChain.exponential(s.k, s.m), X).minus(s.power()));
    static final Quantity<SquaringsRange> EXCESS_BOUND = Quantity.of("excess_bound", "(2^k-1)\\varepsilon_m", "", s ->
        Expr.of(Rational.TWO.pow(s.k).minus(Rational.ONE).times(SawtoothSquare.error(s.m))));
    static final Quantity<SquaringsRange> DEFECT = Quantity.of("defect", "e^{-x}-(1-x2^{-k})^{2^k}", "exponential minus power",
        s -> X.negate().exp().minus(s.power()));
    static final Quantity<SquaringsRange> DECAY = Quantity.of("decay", "x^2e^{-x}2^{-k}", "", s ->
        X.square().times(X.negate().exp()).over(1L << s.k));
    static final Quantity<SquaringsRange> LARGEST_DECAY = Quantity.of("largest_decay", "4e^{-2}2^{-k}", "the maximum, at $x=2$", s ->
        Expr.of(-2).exp().times(4).over(1L << s.k));
    static final Quantity<SquaringsRange> WITHOUT_SQUARE = Quantity.of("decay_1", "e^{-x}2^{-k}", "", s -> X.negate().exp().over(1L << s.k));

    static final Quantity<SquaringsRange> GROWTH = Quantity.of("growth", "z^2-y^2", "", s -> Z.square().minus(Y.square()));
    static final Quantity<SquaringsRange> TWICE = Quantity.of("twice", "2(z-y)", "", s -> Z.minus(Y).times(2));

    static final InstanceFamily<SquaringsRange> RECIPROCAL_FAMILY = new InstanceFamily<>("reciprocal_range", SquaringsRange.class,
        Set.of("a", "k", "m", "from", "to"), SquaringsRange::isReciprocal, SquaringsRange::readReciprocal,
        (s, json) -> json.put("a", s.a.toString()).put("k", s.k).put("m", s.m).put("from", s.from.toString()).put("to", s.to.toString()),
        List.of(RECIPROCAL_BOUND, SERIES_BOUND));

    static final InstanceFamily<SquaringsRange> EXPONENTIAL_FAMILY = new InstanceFamily<>("exponential_range", SquaringsRange.class,
        Set.of("k", "m", "from", "to"), s -> !s.isReciprocal(), SquaringsRange::readExponential,
        (s, json) -> json.put("k", s.k).put("m", s.m).put("from", s.from.toString()).put("to", s.to.toString()), List.of(EXCESS_BOUND, LARGEST_DECAY));

    private static SquaringsRange readReciprocal(Fields fields) {
        var a = fields.rational("a");
        if (a.signum() <= 0 || a.compareTo(Rational.ONE) > 0) {
            throw new BadInput("\"a\" is " + Fields.shorten(a.toString()) + "; it must lie in (0, 1]");
        }
        return ordered(new SquaringsRange(a, fields.integer("k", 0, MOST), fields.integer("m", 1, 12), fields.rational("from", a, Rational.ONE),
            fields.rational("to", a, Rational.ONE)));
    }

    private static SquaringsRange readExponential(Fields fields) {
        int k = fields.integer("k", 0, MOST);
        var most = Rational.TWO.pow(k);
        return ordered(new SquaringsRange(null, k, fields.integer("m", 1, 12), fields.rational("from", Rational.ZERO, most),
            fields.rational("to", Rational.ZERO, most)));
    }

    private static SquaringsRange ordered(SquaringsRange range) {
        SquareRange.requireOrder(range.from, range.to);
        return range;
    }

    boolean isReciprocal() {
        return a != null;
    }

    boolean isExponential() {
        return a == null;
    }

    /** For k = 0 and x = 1 the power is 0 and its bound is attained, between irrational numbers: no enclosure decides that. */
    boolean touchesAtItsEnd() {
        return k == 0 && to.equals(Rational.ONE);
    }

    private Expr power() {
        return Expr.ONE.minus(X.over(1L << k)).pow(1 << k);
    }

    Domain domain() {
        return Domain.interval(X, from, to);
    }

    Domain squared() {
        return Domain.simplex(List.of(Y, Z), List.of(List.of(Rational.ZERO, Rational.ZERO), List.of(Rational.ZERO, Rational.ONE),
            List.of(Rational.ONE, Rational.ONE)));
    }

    /** k up to 5 or 6, m up to 10, and a range of 1/2^m of the whole, at most a sixteenth; or all of it for k = 1, m up to 3. */
    static SquaringsRange draw(Draw draw) {
        boolean reciprocal = draw.yes();
        int k = draw.integer(1, reciprocal ? 5 : 6);
        int m = draw.integer(1, k == 1 ? 3 : 10);
        var a = Rational.of(1, draw.of(1, 2, 4, 8, 16));
        var start = reciprocal ? a : Rational.ZERO;
        var length = (reciprocal ? Rational.ONE : Rational.TWO.pow(k)).minus(start);
        int parts = k == 1 ? 1 : Math.max(16, 1 << m);
        int part = draw.integer(0, parts - 1);
        return new SquaringsRange(reciprocal ? a : null, k, m, start.plus(length.times(Rational.of(part, parts))),
            start.plus(length.times(Rational.of(part + 1, parts))));
    }
}
