package org.apodix.theorems.dimensionfreescore;

import java.util.List;
import org.apodix.audit.Claim;
import org.apodix.audit.Draw;
import org.apodix.audit.Edge;
import org.apodix.audit.Provenance;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Formula;
import org.apodix.expression.Quantity;

/** R10(c): grids in place of sampled nodes. */
final class GridClaims {

    private static final String TITLE = "Grids: the rate that depends on the dimension";

    private static final Quantity<GridRate> SQUARE = Quantity.of("e1_squared", "e_1(n)^2", "", r -> r.grid().error().square());
    private static final Quantity<GridRate> QUADRATURE = Quantity.of("e1_quadrature", "\\textstyle\\int(\\hat R-r)^2p_t", "$d=1$, by quadrature of the estimator", r -> r.grid().squaredError());
    private static final Quantity<GridRate> SLOPE = Quantity.of("slope", "\\text{slope}", "of the error against $M=n^d$, from $n$ to $2n$", GridRate::slope);
    private static final Quantity<GridRate> LINE = Quantity.of("line_slope", "\\log_2\\tfrac{e_1(2n)}{e_1(n)}", "", GridRate::lineSlope);
    private static final Quantity<GridRate> D = Quantity.of("d", "d", "the dimension", r -> Expr.of(r.dimension()));
    static final List<Quantity<GridRate>> PRINTED = List.of(Quantity.of("e1", "e_1(n)", "", r -> r.grid().error()), SLOPE);

    private static final Quantity<TensorPoint> TENSOR = Quantity.of("tensor", "\\hat R_1(x)", "from all $n^d$ nodes", TensorPoint::tensor);
    private static final Quantity<TensorPoint> FIRST = Quantity.of("line", "\\hat R(x_1)", "from $n$ nodes on the line", p -> p.line(0));
    static final List<Quantity<TensorPoint>> POINTS = List.of(TENSOR, FIRST);

    private GridClaims() { }

    static Claim<?> grids() {
        var provenance = Provenance.derived("the rate does not contain the dimension",
            "a control: with the nodes of a tensor grid the same estimator has a rate that does. Two equal modes in each coordinate, where the error on the line has a closed form; the estimator is compared with "
                + "it by quadrature, and the factorization over coordinates at points, from all nodes. That the slope on the line is near -3/4 is a fit of the instance at hand. ");
        var tensors = tensors(provenance);
        var rates = rates(provenance);
        return Spaces.of(tensors.and(rates, "-rate", TITLE, provenance), Spaces.share(6, tensors), Spaces.share(2, rates));
    }

    private static Claim<GridRate> rates(Provenance provenance) {
        var t13 = GridRate.of(new TwoModes(Rational.ONE, Rational.of(1, 2)), Tilts.time("3/5"), 16, 2);
        return Claim.of(DimensionFreeScore.ID, "R10c", TITLE, GridRate.class, provenance)
            .equal("line", "the error on the line", QUADRATURE, SQUARE).about(r -> r.grid().points() <= 4)
            .equal("slope", "the slope is that on the line over d", SLOPE.times(D), LINE)
            .fit("near", "which is within 1/4 of -3/4 for m up to 1", LINE, Formula.number(-3, 4), Rational.of(1, 4))
            .about(r -> r.grid().modes().m().compareTo(Rational.ONE) <= 0)
            .tooth("T13", "a slope of -1/2 on the plane", SLOPE, Formula.number(-1, 2), t13)
            .tooth("T13-50", "and in 50 dimensions", SLOPE, Formula.number(-1, 2), GridRate.of(t13.grid().modes(), Tilts.time("3/5"), 16, 50))
            .ownToothEqual("slope-d", "without the division by d", SLOPE, LINE, t13)
            .on(GridClaims::drawRate, List.of(new Edge<>("T13", t13), new Edge<>("one point", GridRate.of(t13.grid().modes(), Tilts.time("4/5"), 1, 3)),
                new Edge<>("three points", GridRate.of(new TwoModes(Rational.of(3, 2), Rational.of(1, 2)), Tilts.time("12/13"), 3, 1))));
    }

    private static GridRate drawRate(Draw draw) {
        var modes = new TwoModes(Rational.of(draw.integer(1, 16), 8), Rational.of(1, 2));
        return GridRate.of(modes, Tilts.time(draw), draw.integer(1, 6), Tilts.dimension(draw));
    }

    private static Claim<TensorPoint> tensors(Provenance provenance) {
        var witness = new TensorPoint(new Grid(new TwoModes(Rational.ONE, Rational.of(1, 2)), Tilts.time("3/5"), 3), List.of(Rational.ONE, Rational.of(-1, 2)));
        return Claim.of(DimensionFreeScore.ID, "R10c", TITLE, TensorPoint.class, provenance)
            .equal("factors", "the tensor estimator factors over the coordinates", TENSOR.plus(Formula.number(10)), FIRST.plus(Formula.number(10)))
            .ownToothEqual("factors-second", "the first coordinate depends on the second", TENSOR, Quantity.of("line_2", "\\hat R(x_2)", "", p -> p.line(1)), witness)
            .on(draw -> {
                var modes = new TwoModes(Rational.of(draw.integer(1, 16), 8), Rational.of(1, 2));
                int dimension = draw.integer(1, 3);
                return new TensorPoint(new Grid(modes, Tilts.time(draw), draw.integer(1, dimension == 3 ? 3 : 4)), draw.list(dimension, d -> d.rational(-3, 3, 2)));
            }, List.of(new Edge<>("nine nodes", witness), new Edge<>("far out", new TensorPoint(witness.grid(), Tilts.list("40 -7 0")))));
    }
}
