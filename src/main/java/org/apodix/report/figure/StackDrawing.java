package org.apodix.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apodix.audit.figure.Axis;
import org.apodix.audit.figure.Stack;

/** Draws bars of parts that add up. */
final class StackDrawing {

    private static final int WIDTH = 480;
    private static final double LEFT = 62;
    private static final double RIGHT = WIDTH - 12;
    private static final double TOP = 14;
    private static final double BOTTOM = 280;
    /** Width of a letter, about. */
    private static final double LETTER = 7;

    private StackDrawing() { }

    /**
     * The drawing.
     *
     * @param values of every bar, one for each part
     * @param totals of every bar
     */
    static String of(String id, Stack stack, List<List<Value>> values, List<Value> totals) {
        var shown = new ArrayList<>(totals.stream().filter(Value::isKnown).toList());
        shown.add(Value.of(org.apodix.expression.Expr.ZERO));
        var y = Scale.of(Axis.linear(stack.unit()), shown, BOTTOM, TOP);
        var labels = stack.bars().stream().map(bar -> PlainTex.of(bar.label())).toList();
        double step = (RIGHT - LEFT) / Math.max(1, labels.size());
        int longest = labels.stream().mapToInt(String::length).max().orElse(0);
        boolean turned = longest * LETTER > step - 4;
        int height = (int) (BOTTOM + (turned ? Math.min(150, 14 + longest * LETTER * 0.72) : 24));
        var svg = Svg.begin(id, "plot stack", PlainTex.of(stack.heading().title()), description(stack, totals), WIDTH, height);
        for (var tick : Ticks.of(y)) {
            double at = y.at(tick.position());
            svg.element("line", "class", "grid", "x1", LEFT, "x2", RIGHT, "y1", at, "y2", at)
                .text("text", tick.label(), "x", LEFT - 7, "y", at + 4.5, "text-anchor", "end");
        }
        for (int i = 0; i < labels.size(); i++) {
            double middle = LEFT + step * (i + 0.5);
            bar(svg, y, middle, Math.min(56, step * 0.7), values.get(i));
            if (turned) {
                svg.text("text", labels.get(i), "text-anchor", "end", "transform",
                    "translate(" + Svg.length(middle + 4) + " " + Svg.length(BOTTOM + 14) + ") rotate(-40)");
            } else {
                svg.text("text", labels.get(i), "x", middle, "y", BOTTOM + 18, "text-anchor", "middle");
            }
        }
        svg.element("path", "class", "axis", "d", "M" + Svg.length(LEFT) + "," + Svg.length(TOP) + "V" + Svg.length(BOTTOM) + "H" + Svg.length(RIGHT));
        svg.text("text", PlainTex.of(stack.unit()), "class", "name", "text-anchor", "middle", "transform",
            "translate(13 " + Svg.length((TOP + BOTTOM) / 2) + ") rotate(-90)");
        return svg.close("svg").toString();
    }

    /** Drawn from the foot upward as far as the parts are known; a letter in each part that has room for it. */
    private static void bar(Svg svg, Scale y, double middle, double width, List<Value> parts) {
        double foot = BOTTOM;
        for (int i = 0; i < parts.size(); i++) {
            if (!Scale.hasPlace(parts.get(i), Axis.linear(""))) {
                continue;
            }
            double size = Math.max(0, BOTTOM - y.pixel(parts.get(i)));
            svg.open("g", "class", "c" + i % Marker.COLORS + " part").element("rect", "x", middle - width / 2, "y", foot - size, "width", width, "height", size);
            if (size > 13) {
                svg.text("text", PlotDrawing.letter(i), "class", "on", "x", middle, "y", foot - size / 2 + 4.5, "text-anchor", "middle");
            }
            svg.close("g");
            foot -= size;
        }
    }

    private static String description(Stack stack, List<Value> totals) {
        var bars = IntStream.range(0, totals.size())
            .mapToObj(i -> stack.bars().get(i).label() + ": about " + totals.get(i).roughly()).collect(Collectors.joining("; "));
        return PlainTex.of("Stacked bars, in " + stack.unit() + ". Parts from the foot upward: " + String.join(", ", stack.parts()) + ". Totals: " + bars
            + ". The table below has every part.");
    }

    /** A sample for the legend. */
    static String sample(int index) {
        return new Svg().open("svg", "class", "plot sample", "viewBox", "0 0 36 14", "width", 36, "height", 14, "aria-hidden", "true")
            .open("g", "class", "c" + index % Marker.COLORS + " part").element("rect", "x", "8", "y", "0", "width", "20", "height", "14")
            .text("text", PlotDrawing.letter(index), "class", "on", "x", "18", "y", "11.5", "text-anchor", "middle").close("g").close("svg").toString();
    }
}
