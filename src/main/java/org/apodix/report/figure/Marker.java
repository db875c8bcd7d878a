package org.apodix.report.figure;

import org.apodix.audit.figure.Curve;

/** The shapes by which curves differ without color. */
final class Marker {

    /** Colors of the style sheet: classes {@code c0}, {@code c1}, ... */
    static final int COLORS = 8;

    private Marker() { }

    /** A path around a point: disk, square, triangle, diamond, cross, triangle on its tip. */
    static String at(int index, double x, double y, double r) {
        return switch (index % 6) {
            case 0 -> "M" + p(x - r, y) + "a" + p(r, r) + " 0 1 0 " + p(2 * r, 0) + "a" + p(r, r) + " 0 1 0 " + p(-2 * r, 0) + "z";
            case 1 -> "M" + p(x - r, y - r) + "h" + n(2 * r) + "v" + n(2 * r) + "h" + n(-2 * r) + "z";
            case 2 -> "M" + p(x, y - 1.2 * r) + "l" + p(1.2 * r, 2.1 * r) + "h" + n(-2.4 * r) + "z";
            case 3 -> "M" + p(x, y - 1.4 * r) + "l" + p(1.4 * r, 1.4 * r) + "l" + p(-1.4 * r, 1.4 * r) + "l" + p(-1.4 * r, -1.4 * r) + "z";
            case 4 -> "M" + p(x - r, y - r) + "l" + p(2 * r, 2 * r) + "m" + p(-2 * r, 0) + "l" + p(2 * r, -2 * r);
            default -> "M" + p(x, y + 1.2 * r) + "l" + p(1.2 * r, -2.1 * r) + "h" + n(-2.4 * r) + "z";
        };
    }

    /** A sample for the legend. */
    static String sample(int index, Curve.Role role) {
        var svg = new Svg().open("svg", "class", "plot sample", "viewBox", "0 0 36 14", "width", 36, "height", 14, "aria-hidden", "true")
            .open("g", "class", PlotDrawing.style(index, role)).element("polyline", "points", "1,7 35,7");
        if (role == Curve.Role.VALUE) {
            svg.element("path", "class", "marker", "d", at(index, 18, 7, 3.6));
        }
        return svg.close("g").close("svg").toString();
    }

    private static String p(double x, double y) {
        return n(x) + "," + n(y);
    }

    private static String n(double x) {
        return Svg.length(x);
    }
}
