package org.apodix.theorems.dimensionfreescore;

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
import org.apodix.network.Figures;
import org.apodix.network.PiecewiseLinear;
import org.apodix.network.ShallowBlocks;
import org.apodix.proof.Domain;

/**
 * R8(a): the exponential on [-length, length] from {@code pieces} equal pieces, its values rounded up to {@code bits} bits after the leading one.
 */
record ExponentialBlock(Rational length, int pieces, int bits) implements Block {

    private static final Variable Z = new Variable("z");
    private static final int MOST_PIECES = 256;

    static final Quantity<ExponentialBlock> VALUE = Quantity.of("exp_block", "E(z)", "the network", b -> b.function().network().on(List.of(Z)).get(0));
    static final Quantity<ExponentialBlock> EXPONENTIAL = Quantity.of("exp", "e^z", "", b -> Z.exp());
    static final Quantity<ExponentialBlock> KAPPA = Quantity.of("kappa_E", "\\kappa_E", "$(1+2^{-p})\\,s\\,e^{1/s-1}-1$, $s=(e^H-1)/H$, $H=2\\Lambda/n_E$",
        b -> Expr.of(Rational.ONE.plus(Rational.TWO.pow(-b.bits))).times(b.chord(b.pieces)).minus(Expr.ONE));
    static final Quantity<ExponentialBlock> UNROUNDED = Quantity.of("kappa_E_exact", "\\kappa_E^0", "$s\\,e^{1/s-1}-1$, without rounding",
        b -> b.chord(b.pieces).minus(Expr.ONE));
    static final Quantity<ExponentialBlock> FINER = Quantity.of("kappa_E_finer", "\\kappa_E(2n_E)", "the bound for twice as many pieces",
        b -> Expr.of(Rational.ONE.plus(Rational.TWO.pow(-b.bits))).times(b.chord(2 * b.pieces)).minus(Expr.ONE));
    static final Quantity<ExponentialBlock> UNITS = Quantity.of("units_E", "w_E", "hidden units", b -> Expr.of(b.figures().width()));
    static final Quantity<ExponentialBlock> PIECES = Quantity.of("n_E", "n_E", "pieces", b -> Expr.of(b.pieces));
    static final Quantity<ExponentialBlock> SLOPES = Quantity.of("A_E", "\\textstyle\\sum_j|c_j|", "changes of the slope", b -> Expr.of(b.changes()));
    static final Quantity<ExponentialBlock> LAST = Quantity.of("last_slope", "E'(\\Lambda)", "slope of the last piece",
        b -> Expr.of(b.slopes().get(b.pieces)));

    static final InstanceFamily<ExponentialBlock> FAMILY = new InstanceFamily<>("exponential_block", ExponentialBlock.class,
        Set.of("Lambda", "n_E", "p_bits"), b -> true, ExponentialBlock::read,
        (b, json) -> json.put("Lambda", b.length.toString()).put("n_E", b.pieces).put("p_bits", b.bits), List.of(KAPPA, UNROUNDED, UNITS, SLOPES));

    private static ExponentialBlock read(Fields fields) {
        var length = fields.rational("Lambda");
        if (length.signum() <= 0 || length.compareTo(Rational.of(64)) > 0) {
            throw new BadInput("\"Lambda\" is " + Fields.shorten(length.toString()) + "; it must be positive and at most 64");
        }
        return new ExponentialBlock(length, fields.integer("n_E", 1, MOST_PIECES), fields.integer("p_bits", 1, 200));
    }

    PiecewiseLinear function() {
        return ShallowBlocks.exponential(length, pieces, bits);
    }

    private Figures figures() {
        return Figures.of(function().network());
    }

    private List<Rational> slopes() {
        return function().slopes();
    }

    private Rational changes() {
        var sum = Rational.ZERO;
        for (int j = 1; j < slopes().size(); j++) {
            sum = sum.plus(slopes().get(j).minus(slopes().get(j - 1)).abs());
        }
        return sum;
    }

    /** Whether rounding has left the values convex. */
    boolean isConvex() {
        var slopes = slopes();
        return java.util.stream.IntStream.range(1, slopes.size()).allMatch(j -> slopes.get(j).compareTo(slopes.get(j - 1)) >= 0);
    }

    /** s e^(1/s - 1): the maximum of the chord over the exponential on a piece, for n pieces. */
    private Expr chord(int n) {
        var h = Expr.of(length.times(Rational.of(2, n)));
        var s = h.expm1().over(h);
        return s.times(Expr.ONE.over(s).minus(Expr.ONE).exp());
    }

    Domain domain() {
        return Domain.interval(Z, length.negate(), length);
    }

    static ExponentialBlock draw(Draw draw) {
        return new ExponentialBlock(Rational.of(draw.integer(1, 32), 16), draw.integer(1, 6), draw.integer(6, 30));
    }
}
