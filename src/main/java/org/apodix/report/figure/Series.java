package org.apodix.report.figure;

import java.util.ArrayList;
import java.util.List;
import org.apodix.audit.figure.Axis;
import org.apodix.audit.figure.Curve;
import org.apodix.audit.figure.Plot;

/**
 * A curve with its points enclosed.
 *
 * @param points every point, those without a place on the axes too
 */
record Series(Curve curve, List<At> points) {

    /**
     * A point.
     *
     * @param number of the point on its curve, from 1
     */
    record At(int number, Value x, Value y) { }

    static Series of(Curve curve) {
        var x = Value.of(curve.points().stream().map(Curve.Point::x).toList());
        var y = Value.of(curve.points().stream().map(Curve.Point::y).toList());
        var points = new ArrayList<At>();
        for (int i = 0; i < x.size(); i++) {
            points.add(new At(i + 1, x.get(i), y.get(i)));
        }
        return new Series(curve, List.copyOf(points));
    }

    /** The points that the axes can show. */
    List<At> shown(Plot plot) {
        return points.stream().filter(at -> Scale.hasPlace(at.x(), plot.x()) && Scale.hasPlace(at.y(), plot.y())).toList();
    }

    /** Every point that is not shown, with the reason. */
    List<String> leftOut(Plot plot) {
        var lines = new ArrayList<String>();
        for (var at : points) {
            var reason = reason("abscissa", at.x(), plot.x()) + reason("ordinate", at.y(), plot.y());
            if (!reason.isEmpty()) {
                lines.add(curve.label() + ", point " + at.number() + " of " + points.size()
                    + (at.x().isKnown() ? " (at " + at.x().shown() + ")" : "") + ":" + reason);
            }
        }
        return lines;
    }

    private static String reason(String what, Value value, Axis axis) {
        if (Scale.hasPlace(value, axis)) {
            return "";
        }
        return " its " + what + " is " + (!value.isKnown() ? value.problem()
            : axis.scale() == Axis.Scale.LOGARITHMIC && !value.isPositive() ? "not proved to be positive, and the axis is logarithmic" : "beyond what can be drawn") + ".";
    }
}
