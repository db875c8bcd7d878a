package org.apodix.theorems.dimensionfreescore;

import java.util.List;
import java.util.Set;
import org.apodix.audit.Draw;
import org.apodix.audit.InstanceFamily;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Quantity;
import org.apodix.expression.Variable;
import org.apodix.network.Figures;
import org.apodix.network.ShallowBlocks;
import org.apodix.proof.Domain;

/** R8(c): the interpolant T of the square at k/n on [-1, 1]. */
record SquareBlock(int n) implements Block {

    private static final Variable Z = new Variable("z");

    static final Quantity<SquareBlock> ERROR = Quantity.of("square_error", "T(z)-z^2", "network minus square",
        b -> ShallowBlocks.square(b.n).on(List.of(Z)).get(0).minus(Z.square()));
    static final Quantity<SquareBlock> BOUND = Quantity.of("square_bound", "\\tfrac1{4n^2}", "", b -> Expr.of(Rational.of(1, 4L * b.n * b.n)));
    static final Quantity<SquareBlock> MIDDLE = Quantity.of("square_middle", "\\min_kT(z_k)-z_k^2", "over the midpoints $z_k$ of all pieces",
        b -> Expr.of(b.middle()));
    static final Quantity<SquareBlock> UNITS = Quantity.of("units_T", "w_T", "hidden units", b -> Expr.of(Figures.of(ShallowBlocks.square(b.n)).width()));
    static final Quantity<SquareBlock> N = Quantity.of("n_S", "n", "pieces on [0, 1]", b -> Expr.of(b.n));
    static final Quantity<SquareBlock> PATH = Quantity.of("path_T", "A_T+B_T", "path norm",
        b -> Expr.of(Figures.of(ShallowBlocks.square(b.n)).pathNorms().get(0)));
    static final Quantity<SquareBlock> PATH_FORMULA = Quantity.of("path_formula_T", "\\tfrac{2(2n-1)}n+\\tfrac{2(n-1)}n", "",
        b -> Expr.of(Rational.of(6L * b.n - 4, b.n)));

    static final InstanceFamily<SquareBlock> FAMILY = new InstanceFamily<>("square_block", SquareBlock.class, Set.of("n_S"), b -> true,
        fields -> new SquareBlock(fields.integer("n_S", 1, 512)), (b, json) -> json.put("n_S", b.n), List.of(BOUND, UNITS, PATH));

    private Rational middle() {
        var network = ShallowBlocks.square(n);
        Rational least = null;
        for (int k = -n; k < n; k++) {
            var z = Rational.of(2L * k + 1, 2L * n);
            var value = network.at(List.of(z)).get(0).minus(z.times(z));
            least = least == null ? value : least.min(value);
        }
        return least;
    }

    Domain domain() {
        return Domain.interval(Z, Rational.of(-1), Rational.ONE);
    }

    static SquareBlock draw(Draw draw) {
        return new SquareBlock(draw.integer(1, 24));
    }
}
