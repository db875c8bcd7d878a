package org.apodix.theorems.dimensionfreescore;

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
import org.apodix.network.Figures;
import org.apodix.network.Network;
import org.apodix.network.ShallowBlocks;
import org.apodix.proof.Domain;

/**
 * R8(d): the product of |x| <= X and |y| <= Y, as a function of u = (x/X + y/Y)/2 and v = (x/X - y/Y)/2 in [-1, 1]^2, which contains all
 * such (x, y).
 */
record ProductBlock(Rational most, Rational mostOther, int n) implements Block {

    private static final Variable U = new Variable("u");
    private static final Variable V = new Variable("v");

    static final Quantity<ProductBlock> ERROR = Quantity.of("product_error", "P(x,y)-xy", "network minus product", b -> {
        var x = Expr.of(b.most).times(U.plus(V));
        var y = Expr.of(b.mostOther).times(U.minus(V));
        return b.at(x, y).minus(Expr.of(b.most.times(b.mostOther)).times(U.square().minus(V.square())));
    });
    static final Quantity<ProductBlock> BOUND = Quantity.of("product_bound", "\\tfrac{XY}{4n^2}", "", b ->
        Expr.of(b.most.times(b.mostOther).over(Rational.of(4L * b.n * b.n))));
    static final Quantity<ProductBlock> FIRST_AXIS = Quantity.of("first_axis", "P(Xu,0)", "", b -> b.at(Expr.of(b.most).times(U), Expr.ZERO));
    static final Quantity<ProductBlock> SECOND_AXIS = Quantity.of("second_axis", "P(0,Yu)", "", b -> b.at(Expr.ZERO, Expr.of(b.mostOther).times(U)));
    static final Quantity<ProductBlock> UNITS = Quantity.of("units_P", "w_P", "hidden units", b -> Expr.of(Figures.of(b.network()).width()));
    static final Quantity<ProductBlock> N = Quantity.of("n_S", "n", "pieces of the squares on [0, 1]", b -> Expr.of(b.n));

    static final InstanceFamily<ProductBlock> FAMILY = new InstanceFamily<>("product_block", ProductBlock.class, Set.of("X", "Y", "n_S"), b -> true,
        ProductBlock::read, (b, json) -> json.put("X", b.most.toString()).put("Y", b.mostOther.toString()).put("n_S", b.n), List.of(BOUND, UNITS));

    private static ProductBlock read(Fields fields) {
        var x = fields.rational("X");
        var y = fields.rational("Y");
        if (x.signum() <= 0 || y.signum() <= 0) {
            throw new BadInput("\"X\" is " + Fields.shorten(x.toString()) + " and \"Y\" " + Fields.shorten(y.toString()) + "; both must be positive");
        }
        return new ProductBlock(x, y, fields.integer("n_S", 1, 64));
    }

    private Network network() {
        return ShallowBlocks.product(most, mostOther, n);
    }

    private Expr at(Expr x, Expr y) {
        return network().on(List.of(x, y)).get(0);
    }

    Domain domain() {
        return Domain.box(List.of(U, V), Collections.nCopies(2, Rational.of(-1)), Collections.nCopies(2, Rational.ONE));
    }

    Domain line() {
        return Domain.interval(U, Rational.of(-1), Rational.ONE);
    }

    static ProductBlock draw(Draw draw) {
        return new ProductBlock(Rational.of(draw.integer(1, 12), 4), Rational.of(draw.integer(1, 12), 4), draw.integer(1, 24));
    }
}
