package org.apodix.theorems.dimensionfreescore;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apodix.audit.figure.Axis;
import org.apodix.audit.figure.Curve;
import org.apodix.audit.figure.Figure;
import org.apodix.audit.figure.Figure.Heading;
import org.apodix.audit.figure.Plot;
import org.apodix.audit.figure.Table;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/** What the report draws of dimension-free-score beside its networks: the rate, in every dimension, and grids beside it. */
final class DimensionFreeScoreFigures {

    private static final List<Integer> DIMENSIONS = List.of(1, 2, 5, 10, 20, 50, 100);
    private static final List<Integer> POWERS = List.of(8, 10, 12, 14, 16);
    private static final int FEW = 1 << 16;
    private static final int MANY = 1 << 20;

    private DimensionFreeScoreFigures() { }

    static List<Figure> figures() {
        return List.of(rate(), brackets(), certificates());
    }

    /** Two equal modes at distance 1, at a = 3/5: the tilt of I2 and I12. */
    private static RidgeTilt tilt(int dimension) {
        return Tilts.modes("1", "1/2", "3/5", dimension).measured();
    }

    private static Expr gridError(int points) {
        return Measured.of(new Grid(new TwoModes(Rational.ONE, Rational.of(1, 2)), Tilts.time("3/5"), points).error());
    }

    /** Upper ends of the brackets for sampled nodes, and the errors of grids. */
    static Plot rate() {
        var curves = new ArrayList<Curve>();
        for (int d : DIMENSIONS) {
            var tilt = tilt(d);
            curves.add(Curve.bound("sampled nodes, d = " + d, POWERS.stream().map(power -> new Curve.Point(Expr.of(1L << power), new RidgeNodes(tilt, 1 << power).norm(true))).toList()).withSlope());
        }
        curves.add(grid(1, 8, 16, 32));
        curves.add(grid(2, 4, 8, 16, 32));
        curves.add(grid(5, 2, 4, 8));
        curves.add(grid(10, 2, 4));
        return Plot.of(Heading.of("rate-of-nodes", "The rate of sampled nodes in 1 to 100 dimensions, and of grids",
            "Two equal modes at distance 1 from the origin, $a=\\tfrac35$. Lines: the proved upper end $\\sqrt{\\bar V/M}+T_M$ of $(E\\|\\hat R-r\\|^2)^{1/2}$ with $M$ sampled nodes, R5(c); the lower end is $2T_M$ below, see the "
                + "table of brackets. Points: $\\sqrt d\\,e_1(n)$ with the $M=n^d$ nodes of a grid, for the product of the same two modes in each of $d$ coordinates: another tilt on the same scale, the control of R10(c). Slopes of curves are evidence; "
                + "the proved brackets are in the table.", "R5", "R10b", "R10c"), Axis.logarithmic("nodes M"), Axis.logarithmic("error of the Stein estimator"), curves);
    }

    private static Curve grid(int dimension, int... points) {
        var all = new ArrayList<Curve.Point>();
        for (int n : points) {
            all.add(new Curve.Point(Expr.of(Rational.of(n).pow(dimension)), Expr.of(dimension).sqrt().times(gridError(n))));
        }
        return Curve.values("grid, d = " + dimension, all).withSlope();
    }

    /** Both ends of the error at 2^16 nodes and of the slope from there to 2^20, beside the slope of grids. */
    static Table brackets() {
        var line = gridError(32).over(gridError(16)).log().over(Expr.TWO.log());
        var rows = new ArrayList<List<Table.Cell>>();
        for (int d : DIMENSIONS) {
            var rate = new Rate(tilt(d), FEW, MANY);
            rows.add(List.of(Table.number(d), Table.number(rate.few().norm(false)), Table.number(rate.few().norm(true)), Table.number(rate.slope(false)), Table.number(rate.slope(true)),
                Table.number(line.over(d))));
        }
        return new Table(Heading.of("rate-brackets", "Proved brackets of the rate", "The tilt of the plot. Between the first two numbers lies $(E\\|\\hat R-r\\|^2)^{1/2}$ with $2^{16}$ sampled nodes; between the next two the slope of its logarithm "
            + "against $\\log M$ from $2^{16}$ to $2^{20}$ nodes. Last: the slope for grids from $16^d$ to $32^d$ nodes, for the product tilt.", "R10b", "R10c"),
            List.of("d", "error from", "error to", "slope from", "slope to", "slope of grids"), rows);
    }

    /** The errors of nodes that are there, not expected ones. */
    static Plot certificates() {
        var curves = new ArrayList<Curve>();
        for (int d : List.of(1, 5, 20)) {
            var points = new ArrayList<Curve.Point>();
            var theory = new ArrayList<Curve.Point>();
            var tilt = tilt(d);
            for (int nodes = 4; nodes <= 32; nodes *= 2) {
                var set = new SeededNodes(tilt, AssembledClaims.direction("1", d), BigInteger.ONE, nodes);
                points.add(new Curve.Point(Expr.of(nodes), new NodeError(set, false).compared().sqrt()));
                theory.add(new Curve.Point(Expr.of(nodes), tilt.compared().variance().over(nodes).sqrt()));
            }
            curves.add(Curve.values("nodes of seed 1, d = " + d, points).withSlope());
            curves.add(Curve.theory("leading order, d = " + d, theory));
        }
        return Plot.of(Heading.of("certificates", "Certified errors of given nodes", "The same tilt. Points: $D=\\|\\hat R-r\\|_{L^2(p_t)}$ of the nodes of seed 1, an integral over the line that is enclosed. Dashed: $\\sqrt{\\bar V/M}$, what is expected of "
            + "sampled nodes to leading order. One sample: the slopes are evidence.", "R10a"), Axis.logarithmic("nodes M"), Axis.logarithmic("error of the Stein estimator"), curves);
    }
}
