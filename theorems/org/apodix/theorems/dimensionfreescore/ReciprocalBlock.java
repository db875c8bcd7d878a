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
import org.apodix.network.Network;
import org.apodix.network.ShallowBlocks;
import org.apodix.proof.Domain;

/** R8(b): the reciprocal on [start, start ratio^pieces] with geometric knots. */
record ReciprocalBlock(Rational start, Rational ratio, int pieces) implements Block {

    private static final Variable D = new Variable("D");
    private static final int MOST_PIECES = 200;

    static final Quantity<ReciprocalBlock> PRODUCT = Quantity.of("D_Rec", "D\\,\\mathrm{Rec}(D)", "", b -> D.times(b.network().on(List.of(D)).get(0)));
    static final Quantity<ReciprocalBlock> KAPPA = Quantity.of("kappa_D", "\\kappa_D", "$\\frac{(\\varrho-1)^2}{4\\varrho}$", b ->
        Expr.of(b.ratio).minus(Expr.ONE).square().over(Expr.of(b.ratio).times(4)));
    static final Quantity<ReciprocalBlock> MIDDLE = Quantity.of("middle", "\\min_l D\\,\\mathrm{Rec}(D)-1", "over the midpoints of the pieces",
        b -> Expr.of(b.middle()));
    static final Quantity<ReciprocalBlock> UNITS = Quantity.of("units_D", "w_D", "hidden units", b -> Expr.of(Figures.of(b.network()).width()));
    static final Quantity<ReciprocalBlock> PIECES = Quantity.of("n_D", "n_D", "pieces", b -> Expr.of(b.pieces));
    static final Quantity<ReciprocalBlock> PATH = Quantity.of("path_D", "A_D+B_D", "path norm", b -> Expr.of(Figures.of(b.network()).pathNorms().get(0)));
    static final Quantity<ReciprocalBlock> PATH_BOUND = Quantity.of("path_bound_D", "2D_-^{-2}+D_-^{-1}+2D_{n_D}D_-^{-2}", "", b -> {
        var square = Expr.of(b.start).pow(-2).times(2);
        return square.plus(Expr.of(b.start.inverse())).plus(square.times(Expr.of(b.end())));
    });

    static final InstanceFamily<ReciprocalBlock> FAMILY = new InstanceFamily<>("reciprocal_block", ReciprocalBlock.class,
        Set.of("D_minus", "rho", "n_D"), b -> true, ReciprocalBlock::read,
        (b, json) -> json.put("D_minus", b.start.toString()).put("rho", b.ratio.toString()).put("n_D", b.pieces), List.of(KAPPA, UNITS, PATH));

    private static ReciprocalBlock read(Fields fields) {
        var start = fields.rational("D_minus");
        var ratio = fields.rational("rho");
        if (start.signum() <= 0 || ratio.compareTo(Rational.ONE) <= 0) {
            throw new BadInput("\"D_minus\" is " + Fields.shorten(start.toString()) + " and \"rho\" " + Fields.shorten(ratio.toString())
                + "; give a positive number and one above 1");
        }
        return new ReciprocalBlock(start, ratio, fields.integer("n_D", 1, MOST_PIECES));
    }

    private Network network() {
        return ShallowBlocks.reciprocal(start, ratio, pieces).network();
    }

    private Rational end() {
        return start.times(ratio.pow(pieces));
    }

    private Rational middle() {
        var network = network();
        Rational least = null;
        for (int l = 0; l < pieces; l++) {
            var middle = start.times(ratio.pow(l)).times(Rational.ONE.plus(ratio)).over(Rational.TWO);
            var value = middle.times(network.at(List.of(middle)).get(0)).minus(Rational.ONE);
            least = least == null ? value : least.min(value);
        }
        return least;
    }

    Domain domain() {
        return Domain.interval(D, start, end());
    }

    static ReciprocalBlock draw(Draw draw) {
        return new ReciprocalBlock(Rational.of(draw.integer(1, 24), 12), Rational.ONE.plus(Rational.of(1, draw.integer(1, 12))), draw.integer(1, 12));
    }
}
