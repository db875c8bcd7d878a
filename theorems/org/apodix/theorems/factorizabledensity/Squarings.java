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
import org.apodix.network.AffineMap;
import org.apodix.network.Network;
import org.apodix.network.SawtoothSquare;
import org.apodix.network.SquaringChain;

/**
 * A reciprocal or an exponential by k squarings (F8) at a point.
 *
 * @param a lower end of the range [a, 1] of the reciprocal; null for the exponential on [0, 2^k]
 */
record Squarings(Rational a, int k, int m, Rational x) {

    private static final int MOST = 8;

    static final Quantity<Squarings> VALUE = Quantity.of("value", "\\hat y", "the network at $x$", s -> Square.on(s.network(), Expr.of(s.x)));
    static final Quantity<Squarings> RECIPROCAL_ERROR = Quantity.of("error", "\\hat y-\\tfrac1x", "network minus reciprocal",
        s -> VALUE.in(s).minus(Expr.of(s.x.inverse())));
    static final Quantity<Squarings> RECIPROCAL_SIZE = Quantity.of("abs_error", "|\\hat y-\\tfrac1x|", "", s -> RECIPROCAL_ERROR.in(s).abs());
    static final Quantity<Squarings> RECIPROCAL_BOUND = Quantity.of("bound",
        "\\tfrac1a(k2^{k-1}+2^k-1)\\varepsilon_m+\\tfrac1a(1-a)^{2^k}", "", s -> Expr.of(SquaringChain.reciprocalError(s.a, s.k, s.m)));
    static final Quantity<Squarings> SERIES_ERROR = Quantity.of("series_error", "\\tfrac1x-\\textstyle\\prod_{j<k}(1+(1-x)^{2^j})",
        "reciprocal minus partial product", s -> Expr.of(s.x.inverse()).minus(Expr.of(s.partialProduct())));
    static final Quantity<Squarings> SERIES_REST = Quantity.of("series_rest", "\\tfrac1x(1-x)^{2^k}", "", s ->
        Expr.of(Rational.ONE.minus(s.x)).pow(1 << s.k).over(Expr.of(s.x)));
    static final Quantity<Squarings> SERIES_BOUND = Quantity.of("series_bound", "\\tfrac1a(1-a)^{2^k}", "", s ->
        Expr.of(Rational.ONE.minus(s.a)).pow(1 << s.k).over(Expr.of(s.a)));
    static final Quantity<Squarings> POWER = Quantity.of("power", "(1-x2^{-k})^{2^k}", "", s ->
        Expr.ONE.minus(Expr.of(s.x).over(1L << s.k)).pow(1 << s.k));
    static final Quantity<Squarings> EXPONENTIAL = Quantity.of("exponential", "e^{-x}", "", s -> Expr.of(s.x).negate().exp());
    static final Quantity<Squarings> EXPONENTIAL_ERROR = Quantity.of("error", "\\hat y-e^{-x}", "network minus exponential",
        s -> VALUE.in(s).minus(EXPONENTIAL.in(s)));
    static final Quantity<Squarings> DECAY = Quantity.of("decay", "x^2e^{-x}2^{-k}", "", s ->
        Expr.of(s.x).square().times(EXPONENTIAL.in(s)).over(1L << s.k));
    static final Quantity<Squarings> LARGEST_DECAY = Quantity.of("largest_decay", "4e^{-2}2^{-k}", "the maximum, at $x=2$", s ->
        Expr.of(-2).exp().times(4).over(1L << s.k));
    static final Quantity<Squarings> WITHOUT_SQUARE = Quantity.of("decay_1", "e^{-x}2^{-k}", "", s -> EXPONENTIAL.in(s).over(1L << s.k));
    static final Quantity<Squarings> EXCESS = Quantity.of("excess", "(2^k-1)\\varepsilon_m", "", s ->
        Expr.of(Rational.TWO.pow(s.k).minus(Rational.ONE).times(SawtoothSquare.error(s.m))));

    static final Quantity<Squarings> OTHER_MAPS = Quantity.of("other_maps", "\\#",
        "affine maps that are not those of one step more behind the network of one step less", s -> Expr.of(s.otherMaps()));

    static final InstanceFamily<Squarings> RECIPROCAL_FAMILY = new InstanceFamily<>("reciprocal", Squarings.class, Set.of("a", "k", "m", "x"),
        Squarings::isReciprocal, Squarings::readReciprocal,
        (s, json) -> json.put("a", s.a.toString()).put("k", s.k).put("m", s.m).put("x", s.x.toString()),
        List.of(VALUE, RECIPROCAL_ERROR, RECIPROCAL_BOUND));

    static final InstanceFamily<Squarings> EXPONENTIAL_FAMILY = new InstanceFamily<>("exponential", Squarings.class, Set.of("k", "m", "x"),
        s -> !s.isReciprocal(), Squarings::readExponential, (s, json) -> json.put("k", s.k).put("m", s.m).put("x", s.x.toString()),
        List.of(VALUE, POWER, EXPONENTIAL_ERROR));

    private static Squarings readReciprocal(Fields fields) {
        var a = fields.rational("a");
        if (a.signum() <= 0 || a.compareTo(Rational.ONE) > 0) {
            throw new BadInput("\"a\" is " + Fields.shorten(a.toString()) + "; it must lie in (0, 1]");
        }
        return new Squarings(a, fields.integer("k", 0, MOST), fields.integer("m", 1, Square.MOST), fields.rational("x", a, Rational.ONE));
    }

    private static Squarings readExponential(Fields fields) {
        int k = fields.integer("k", 0, MOST);
        return new Squarings(null, k, fields.integer("m", 1, Square.MOST), fields.rational("x", Rational.ZERO, Rational.TWO.pow(k)));
    }

    boolean isReciprocal() {
        return a != null;
    }

    boolean isExponential() {
        return a == null;
    }

    Network network() {
        return isReciprocal() ? SquaringChain.reciprocal(a, k, m) : SquaringChain.exponential(k, m);
    }

    private int otherMaps() {
        var shorter = (isReciprocal() ? SquaringChain.reciprocalPair(a, k - 1, m).then(SquaringChain.reciprocalStep(m))
            .then(AffineMap.selection(2, 0).scaled(a.inverse()))
            // the first map of the shorter network is 1 - x 2^-(k-1): fed with half of x
            : Network.affine(AffineMap.identity(1).scaled(Rational.of(1, 2))).then(SquaringChain.exponential(k - 1, m)).then(SawtoothSquare.shared(m))).maps();
        var maps = network().maps();
        int same = 0;
        for (int i = 0; i < Math.min(maps.size(), shorter.size()); i++) {
            same += maps.get(i).rows().equals(shorter.get(i).rows()) ? 1 : 0;
        }
        return Math.max(maps.size(), shorter.size()) - same;
    }

    private Rational partialProduct() {
        var product = Rational.ONE;
        var power = Rational.ONE.minus(x);
        for (int j = 0; j < k; j++) {
            product = product.times(Rational.ONE.plus(power));
            power = power.times(power);
        }
        return product;
    }

    /** a from 1 to 1/16, k up to 5 (6 for the exponential), m up to 10. */
    static Squarings draw(Draw draw) {
        int m = draw.integer(1, 10);
        if (draw.yes()) {
            int k = draw.integer(0, 6);
            return new Squarings(null, k, m, Rational.of(draw.integer(0, 64 << k), 64));
        }
        var a = Rational.of(1, draw.of(1, 2, 4, 8, 16));
        int q = draw.integer(1, 1000);
        return new Squarings(a, draw.integer(0, 5), m, a.plus(Rational.ONE.minus(a).times(Rational.of(draw.integer(0, q), q))));
    }
}
