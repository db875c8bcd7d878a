package org.apodix.report.figure;

import java.util.ArrayList;
import java.util.List;
import org.apodix.audit.figure.Axis;
import org.apodix.audit.figure.Plot;
import org.apodix.expression.Expr;
import org.apodix.expression.LeastSquares;

/**
 * Slopes of a fitted curve, enclosed: of the least-squares line through the shown points, which is linear in the ordinates, and between
 * neighbors. They are those of the logarithms along a logarithmic axis.
 *
 * @param fit   over all shown points
 * @param local one for each pair of neighbors
 */
record Slopes(int points, Value fit, List<Value> local) {

    static Slopes of(Series series, Plot plot) {
        var shown = series.shown(plot);
        var x = new ArrayList<Expr>();
        var y = new ArrayList<Expr>();
        for (var at : shown) {
            var point = series.curve().points().get(at.number() - 1);
            x.add(along(plot.x(), point.x()));
            y.add(along(plot.y(), point.y()));
        }
        var local = new ArrayList<Value>();
        for (int i = 0; i + 1 < x.size(); i++) {
            local.add(slope(x.subList(i, i + 2), y.subList(i, i + 2)));
        }
        return new Slopes(shown.size(), slope(x, y), List.copyOf(local));
    }

    private static Expr along(Axis axis, Expr number) {
        return axis.scale() == Axis.Scale.LOGARITHMIC ? number.log() : number;
    }

    private static Value slope(List<Expr> x, List<Expr> y) {
        if (x.size() < 2) {
            return Value.none("there are fewer than two points");
        }
        try {
            return Value.of(LeastSquares.slope(x, y));
        } catch (ArithmeticException e) {
            return Value.none("the points have one abscissa");
        }
    }

    /** Of what these are slopes. */
    static String of(Plot plot) {
        var y = plot.y().scale() == Axis.Scale.LOGARITHMIC ? "log of the ordinate" : "ordinate";
        var x = plot.x().scale() == Axis.Scale.LOGARITHMIC ? "log of the abscissa" : "abscissa";
        return y + " against " + x;
    }
}
