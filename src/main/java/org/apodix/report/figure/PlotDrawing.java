package org.apodix.report.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.apodix.audit.figure.Axis;
import org.apodix.audit.figure.Curve;
import org.apodix.audit.figure.Mark;
import org.apodix.audit.figure.Plot;

/** Draws a plot. Colors come from the style sheet; curves differ by marker, dash and letter too. */
final class PlotDrawing {

    private static final int WIDTH = 480;
    private static final int HEIGHT = 340;
    private static final double LEFT = 62;
    private static final double RIGHT = WIDTH - 18;
    private static final double TOP = 14;
    private static final double BOTTOM = HEIGHT - 52;
    /** Above this many points markers are small. */
    private static final int MANY = 30;
    /** Room for a letter. */
    private static final double LETTER = 13;

    private final Plot plot;
    private final List<Series> series;
    private final List<Value> marks;
    private final Scale x;
    private final Scale y;
    private final Svg svg;

    private PlotDrawing(String id, Plot plot, List<Series> series, List<Value> marks) {
        this.plot = plot;
        this.series = series;
        this.marks = marks;
        var xs = new ArrayList<Value>();
        var ys = new ArrayList<Value>();
        series.forEach(curve -> curve.shown(plot).forEach(at -> {
            xs.add(at.x());
            ys.add(at.y());
        }));
        for (int i = 0; i < marks.size(); i++) {
            if (isShown(plot, i)) {
                (plot.marks().get(i).upright() ? xs : ys).add(marks.get(i));
            }
        }
        this.x = Scale.of(plot.x(), xs, LEFT, RIGHT);
        this.y = Scale.of(plot.y(), ys, BOTTOM, TOP);
        this.svg = Svg.begin(id, "plot", PlainTex.of(plot.heading().title()), description(), WIDTH, HEIGHT);
    }

    /** The drawing of a plot. {@code id} is unique on the page. */
    static String of(String id, Plot plot, List<Series> series, List<Value> marks) {
        return new PlotDrawing(id, plot, series, marks).draw();
    }

    private boolean isShown(Plot of, int mark) {
        return Scale.hasPlace(marks.get(mark), of.marks().get(mark).upright() ? of.x() : of.y());
    }

    private String draw() {
        axes();
        for (int i = 0; i < marks.size(); i++) {
            if (isShown(plot, i)) {
                mark(plot.marks().get(i), marks.get(i));
            }
        }
        for (int i = 0; i < series.size(); i++) {
            curve(i, series.get(i));
        }
        letters();
        return svg.close("svg").toString();
    }

    /** A letter at the last point of every curve, where there are several; they are moved apart where they would overlap. */
    private void letters() {
        var letters = new ArrayList<Letter>();
        for (int i = 0; series.size() > 1 && i < series.size(); i++) {
            var shown = series.get(i).shown(plot);
            if (!shown.isEmpty()) {
                var last = shown.get(shown.size() - 1);
                letters.add(new Letter(i, Math.min(x.pixel(last.x()) + 5, RIGHT - 4), Math.max(TOP + 10, y.pixel(last.y()) - 6)));
            }
        }
        letters.sort(Comparator.comparing(Letter::y).thenComparing(Letter::index));
        var placed = new ArrayList<Letter>();
        for (var letter : letters) {
            double at = letter.y();
            for (var other : placed) {
                if (Math.abs(other.x() - letter.x()) < LETTER && at - other.y() < LETTER) {
                    at = other.y() + LETTER;
                }
            }
            placed.add(new Letter(letter.index(), letter.x(), at));
        }
        for (var letter : placed) {
            svg.open("g", "class", "c" + letter.index() % Marker.COLORS).text("text", letter(letter.index()), "class", "halo letter", "x", letter.x(), "y", letter.y())
                .close("g");
        }
    }

    private record Letter(int index, double x, double y) { }

    private void axes() {
        for (var tick : Ticks.of(x)) {
            double at = x.at(tick.position());
            svg.element("line", "class", tick.label().isEmpty() ? "grid minor" : "grid", "x1", at, "x2", at, "y1", TOP, "y2", BOTTOM);
            if (!tick.label().isEmpty()) {
                svg.text("text", tick.label(), "x", at, "y", BOTTOM + 18, "text-anchor", "middle");
            }
        }
        for (var tick : Ticks.of(y)) {
            double at = y.at(tick.position());
            svg.element("line", "class", tick.label().isEmpty() ? "grid minor" : "grid", "x1", LEFT, "x2", RIGHT, "y1", at, "y2", at);
            if (!tick.label().isEmpty()) {
                svg.text("text", tick.label(), "x", LEFT - 7, "y", at + 4.5, "text-anchor", "end");
            }
        }
        svg.element("path", "class", "axis", "d", "M" + point(LEFT, TOP) + "V" + Svg.length(BOTTOM) + "H" + Svg.length(RIGHT));
        svg.text("text", PlainTex.of(plot.x().label()), "class", "name", "x", (LEFT + RIGHT) / 2, "y", BOTTOM + 41, "text-anchor", "middle");
        svg.text("text", PlainTex.of(plot.y().label()), "class", "name", "text-anchor", "middle", "transform",
            "translate(13 " + Svg.length((TOP + BOTTOM) / 2) + ") rotate(-90)");
    }

    private void mark(Mark mark, Value value) {
        double at = mark.upright() ? x.pixel(value) : y.pixel(value);
        var label = PlainTex.of(mark.label());
        if (mark.upright()) {
            boolean isFarRight = at > RIGHT - 20;
            svg.element("line", "class", "mark", "x1", at, "x2", at, "y1", TOP, "y2", BOTTOM)
                .text("text", label, "class", "halo", "text-anchor", "end", "transform",
                    "translate(" + Svg.length(isFarRight ? at - 5 : at + 14) + " " + Svg.length(TOP + 6) + ") rotate(-90)");
        } else {
            boolean isAtTop = at < TOP + 16;
            svg.element("line", "class", "mark", "x1", LEFT, "x2", RIGHT, "y1", at, "y2", at)
                .text("text", label, "class", "halo", "x", LEFT + 6, "y", isAtTop ? at + 15 : at - 5);
        }
    }

    private void curve(int index, Series curve) {
        var shown = curve.shown(plot);
        if (shown.isEmpty()) {
            return;
        }
        svg.open("g", "class", style(index, curve.curve().role()));
        if (shown.size() > 1) {
            svg.element("polyline", "points",
                shown.stream().map(at -> point(x.pixel(at.x()), y.pixel(at.y()))).collect(Collectors.joining(" ")));
        }
        boolean isValue = curve.curve().role() == Curve.Role.VALUE;
        for (var at : shown) {
            bars(at);
            if (isValue || shown.size() == 1) {
                svg.element("path", "class", "marker", "d", Marker.at(index, x.pixel(at.x()), y.pixel(at.y()), shown.size() > MANY ? 2 : 3.6));
            }
        }
        svg.close("g");
    }

    /** Bars where an enclosure can be seen. */
    private void bars(Series.At at) {
        double low = y.pixel(at.y().interval().lower());
        double high = y.pixel(at.y().interval().upper());
        if (low - high > 1) {
            svg.element("line", "class", "bar", "x1", x.pixel(at.x()), "x2", x.pixel(at.x()), "y1", low, "y2", high);
        }
        double left = x.pixel(at.x().interval().lower());
        double right = x.pixel(at.x().interval().upper());
        if (right - left > 1) {
            svg.element("line", "class", "bar", "x1", left, "x2", right, "y1", y.pixel(at.y()), "y2", y.pixel(at.y()));
        }
    }

    /** The classes of a curve: its color, and how it is drawn. */
    static String style(int index, Curve.Role role) {
        return "c" + index % Marker.COLORS + " " + switch (role) {
            case VALUE -> "value";
            case BOUND -> "bound";
            case THEORY -> "theory";
        };
    }

    static String letter(int index) {
        return String.valueOf((char) ('A' + index % 26));
    }

    private String description() {
        var words = new StringBuilder("Plot. Across: ").append(axis(plot.x())).append(". Upward: ").append(axis(plot.y())).append(". ");
        for (int i = 0; i < series.size(); i++) {
            var curve = series.get(i);
            var shown = curve.shown(plot);
            words.append("Curve ").append(letter(i)).append(", ").append(curve.curve().label()).append(": ");
            if (shown.isEmpty()) {
                words.append("no point can be shown. ");
                continue;
            }
            var first = shown.get(0);
            var last = shown.get(shown.size() - 1);
            words.append(shown.size()).append(shown.size() == 1 ? " point" : " points").append(", from about ").append(first.y().roughly())
                .append(" at ").append(first.x().roughly()).append(" to about ").append(last.y().roughly()).append(" at ").append(last.x().roughly()).append(". ");
        }
        for (int i = 0; i < marks.size(); i++) {
            words.append("A line marks ").append(plot.marks().get(i).label()).append(plot.marks().get(i).upright() ? " across at " : " upward at ")
                .append(marks.get(i).roughly()).append(". ");
        }
        return PlainTex.of(words.toString().strip());
    }

    private static String axis(Axis axis) {
        return axis.label() + (axis.scale() == Axis.Scale.LOGARITHMIC ? ", logarithmic" : "");
    }

    private static String point(double x, double y) {
        return Svg.length(x) + "," + Svg.length(y);
    }
}
