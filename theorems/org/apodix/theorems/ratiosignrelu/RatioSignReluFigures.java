package org.apodix.theorems.ratiosignrelu;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apodix.audit.figure.Axis;
import org.apodix.audit.figure.Curve;
import org.apodix.audit.figure.Figure;
import org.apodix.audit.figure.Figure.Heading;
import org.apodix.audit.figure.Plot;
import org.apodix.audit.figure.Table;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.network.Figures;
import org.apodix.network.Network;
import org.apodix.network.SignReluGates;

/** What the report draws of ratio-signrelu. */
final class RatioSignReluFigures {

    private static final SignReluGates GATES = new SignReluGates(Rational.ONE);
    /** Points at which an interpolant that has no closed form of its error is looked at. */
    private static final int LOOKED_AT = 40;

    private RatioSignReluFigures() { }

    static List<Figure> all() {
        return List.of(sizes(), quotientErrors(), interpolationRate(), variationRate(), EndToEndFigure.parts());
    }

    /** Three atoms on [-2, 2], the instance of the tables of the mathematics page. */
    private static Mixture three() {
        return InterpolationClaims.fine().mixture();
    }

    private static TaylorInstance taylor(int terms) {
        return new TaylorInstance(three(), Rational.TWO, terms, Rational.ONE, List.of(List.of(Rational.ZERO)));
    }

    /** Networks that are built, beside the paper's depth and width. */
    private static Table sizes() {
        var rows = new ArrayList<List<Table.Cell>>();
        var gate = new org.apodix.network.DivisionGate(Rational.of(3), Rational.of(10), Rational.ONE, Rational.ONE);
        rows.add(row("the division gate alone", 3, 0, gate.network(GATES)));
        var line = taylor(24);
        rows.add(row("$d=1$, Taylor polynomials, $K=24$", 1, 48, line.network()));
        var piecewise = InterpolationClaims.instance(List.of("1/4", "1/4", "1/2"), List.of("-1", "1/2", "1"), "3/5", "2", 64, List.of("0"));
        var shallow = piecewise.shallow();
        rows.add(row("$d=1$, piecewise linear, $n=64$", 1, 64, piecewise.gate(shallow).of(GATES, shallow.readouts())));
        rows.add(row("$d=1$, a step of the end-to-end bound, input clipped", 1, 2 * EndToEndClaims.s8().degrees().get(0), EndToEndClaims.s8().step(2).network()));
        var plane = TaylorClaims.ridge();
        rows.add(row("$d=2$, ridge polynomials, $K=4$", 2, plane.ridges().value().units(), plane.ridges().value().network(GATES, plane.least())));
        var space = TaylorClaims.space();
        rows.add(row("$d=3$, ridge polynomials, $K=3$", 3, space.ridges().value().units(), space.ridges().value().network(GATES, space.least())));
        var heading = Heading.of("network-sizes", "Depth and width of the networks that are built",
            "Counted on the networks themselves, layer by layer. The paper is quoted with depth 7 and width of order $n+9$, $n$ the number of units that carry "
                + "numerators and denominator; for three hidden layers the width here is $\\max(n,4d)$. Depth is the number of hidden layers, one less than that of "
                + "affine maps.", "R3", "R9", "R10", "R14", "R21");
        return new Table(heading, List.of("network", "inputs", "n", "hidden layers", "affine maps", "width", "paper: depth", "paper: n + 9", "weights not 0"), rows);
    }

    private static List<Table.Cell> row(String words, int inputs, int units, Network network) {
        var figures = Figures.of(network);
        return List.of(Table.words(words), Table.number(inputs), units == 0 ? Table.words("") : Table.number(units), Table.number(figures.hiddenLayers()),
            Table.number(figures.affineMaps()), Table.number(figures.width()), Table.number(7), units == 0 ? Table.words("") : Table.number(units + 9L),
            Table.number(figures.nonzeros()));
    }

    private static Curve.Point at(long n, Expr value) {
        return new Curve.Point(Expr.of(n), value);
    }

    private static List<Curve.Point> points(List<Integer> sizes, IntFunction<Expr> value) {
        return sizes.stream().map(n -> at(n, value.apply(n))).toList();
    }

    /** The error of the quotient against the number of units, d = 1. */
    private static Plot quotientErrors() {
        var few = List.of(8, 16, 24, 32, 40, 48);
        var piecewise = new InterpolationRate(three(), Rational.TWO, few);
        var linear = IntStream.range(0, few.size()).mapToObj(k -> at(few.get(k), piecewise.quotient(k))).toList();
        var chebyshev = points(few, n -> largest(new ChebyshevFit(three(), Rational.TWO, n / 2)));
        var taylorSizes = List.of(32, 40, 48, 56, 64);
        var heading = Heading.of("quotient-error", "Error of the quotient against the number of units, one dimension",
            "Three atoms, $[-2,2]$. Piecewise linear: the largest error over the midpoints of the pieces. Chebyshev: the largest error over 41 points. Taylor: the "
                + "supremum over the whole interval, and its bound $(\\varepsilon_1+\\rho\\varepsilon_2)/(m-\\varepsilon_2)$, which exists from $K=16$ on. The "
                + "exponent $-\\tfrac12-\\tfrac3{2d}=-2$ is the dashed line.", "R10", "R14");
        return Plot.of(heading, Axis.logarithmic("units n"), Axis.logarithmic("error of the quotient"), List.of(
            Curve.values("piecewise linear", linear).withSlope(),
            Curve.values("Chebyshev interpolants", chebyshev),
            Curve.values("Taylor polynomials, whole interval", points(taylorSizes, n -> taylor(n / 2).quotientSupremum())),
            Curve.bound("their bound", points(taylorSizes, n -> ratioBound(taylor(n / 2)))),
            Curve.theory("8/n^2", points(few, n -> Expr.of(8).over((long) n * n)))));
    }

    private static Expr ratioBound(TaylorInstance m) {
        return Expr.of(m.error(0).plus(m.mixture().reach().times(m.error(1)))).over(m.leastExpression().minus(Expr.of(m.error(1))));
    }

    private static Expr largest(ChebyshevFit fit) {
        Expr most = Expr.ZERO;
        for (int k = 0; k <= LOOKED_AT; k++) {
            var x = Expr.of(Rational.of(4L * k, LOOKED_AT).minus(Rational.TWO));
            most = most.max(three().component(0, List.of(x)).over(three().component(1, List.of(x))).minus(fit.quotient(x)).abs());
        }
        return most;
    }

    /** R10 over the whole interval, with the fitted slope. */
    private static Plot interpolationRate() {
        var model = InterpolationClaims.fine();
        var sizes = model.pieces();
        var heading = Heading.of("interpolation-rate", "Piecewise linear interpolation of the denominator",
            "$\\sup|F_2-g_2|$ over the whole of $[-2,2]$, enclosed between its largest value over the midpoints and $\\tfrac{h^2}8\\sup|F_2''|$, and the bound "
                + "$R^2/(2n^2v)$. The slope is evidence for the rate $n^{-2}$.", "R10");
        return Plot.of(heading, Axis.logarithmic("pieces n"), Axis.logarithmic("error of the denominator"), List.of(
            Curve.values("error", IntStream.range(0, sizes.size()).mapToObj(k -> at(sizes.get(k), model.supremum(k))).toList()).withSlope(),
            Curve.bound("bound", points(sizes, n -> Expr.of(model.radius().over(Rational.of(n)).pow(2).over(model.mixture().variance()).over(Rational.TWO))))));
    }

    /** R12 in the plane: samples and interpolation, and interpolation alone. */
    private static Plot variationRate() {
        var model = VariationClaims.fine();
        var heading = Heading.of("variation-rate", "Interpolation with and without samples, two dimensions",
            "The functions of R12 in the plane on $\\mu^2$ cells. The bound $\\tfrac12(\\sum_Tb_T^2)^{1/2}$ at the worst of 121 points, the root mean square error "
                + "over 25 points of the quotient of one draw, and over 121 points of interpolation alone. Theory: $\\mu^{-5/2}$ with samples, $\\mu^{-2}$ without. "
                + "Slopes are evidence.", "R12");
        return Plot.of(heading, Axis.logarithmic("cells per axis"), Axis.logarithmic("error"), List.of(
            Curve.bound("bound of the root mean square error", points(model.parts(), model::bound)).withSlope(),
            Curve.values("quotient, one draw", points(model.parts(), model::quotient)).withSlope(),
            Curve.values("interpolation alone", points(model.parts(), model::interpolation)).withSlope(),
            Curve.theory("4 mu^(-5/2)", points(model.parts(), mu -> Expr.of(4).over(Expr.of((long) mu * mu).times(Expr.of(mu).sqrt()))))));
    }
}
