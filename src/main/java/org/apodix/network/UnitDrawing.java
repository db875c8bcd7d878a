package org.apodix.network;

import java.util.ArrayList;
import java.util.List;
import org.apodix.enclosure.Rational;

/** Every unit a circle, every non-zero weight an edge, layers from left to right. */
final class UnitDrawing {

    private static final double TOP = 64;
    private static final double SIDE = 70;
    private static final double GAP = 200;
    /** With more edges than this, labels would cover each other; pointing at an edge still tells its weight. */
    private static final int MOST_LABELS = 40;
    private static final int LONGEST_LABEL = 7;

    private final Network network;
    private final List<AffineMap> maps;
    private final Palette palette;
    private final boolean labels;
    private final double pitch;
    private final double radius;
    private final double width;
    private final double height;

    private UnitDrawing(Network network) {
        this.network = network;
        this.maps = network.maps();
        this.palette = new Palette(SharedWeight.of(network));
        this.labels = maps.stream().flatMap(map -> map.rows().stream()).mapToInt(row -> row.terms().size()).sum() <= MOST_LABELS;
        int most = Math.max(network.inputs(), maps.stream().mapToInt(AffineMap::outputs).max().orElse(1));
        this.pitch = Math.max(14, Math.min(72, 640.0 / most));
        this.radius = Math.min(16, 0.36 * pitch);
        this.width = 2 * SIDE + GAP * maps.size();
        this.height = TOP + Math.max(most * pitch, 80);
    }

    static String of(Network network, String title) {
        return new UnitDrawing(network).draw(title);
    }

    private String draw(String title) {
        var svg = Drawing.begin(network, title, width, height + palette.height(width) + 12);
        svg.open("g", "class", labels ? "labeled" : "crowded");
        edges(svg);
        svg.close("g");
        for (int k = 0; k <= maps.size(); k++) {
            layer(svg, k);
        }
        palette.legend(svg, height, width, UnitDrawing::sample);
        return svg.close("svg").toString();
    }

    private static void sample(Svg svg, String style, String letter, double x, double y) {
        svg.element("line", "class", "edge " + style, "x1", x, "y1", y - 4, "x2", x + 40, "y2", y - 4);
    }

    private double x(int layer) {
        return SIDE + GAP * layer;
    }

    private double y(int layer, int unit) {
        return TOP + (height - TOP) / 2 + (unit - (size(layer) - 1) / 2.0) * pitch;
    }

    private int size(int layer) {
        return layer == 0 ? network.inputs() : maps.get(layer - 1).outputs();
    }

    /** All lines first, then all labels, so that no line crosses a label. */
    private void edges(Svg svg) {
        var later = new ArrayList<Runnable>();
        for (int k = 1; k <= maps.size(); k++) {
            var rows = maps.get(k - 1).rows();
            for (int i = 0; i < rows.size(); i++) {
                for (var term : rows.get(i).terms()) {
                    edge(svg, k, i, term.column(), term.weight());
                    int layer = k;
                    int unit = i;
                    later.add(() -> label(svg, layer, unit, term.column(), term.weight()));
                }
            }
        }
        if (labels) {
            later.forEach(Runnable::run);
        }
    }

    private void edge(Svg svg, int layer, int unit, int input, Rational weight) {
        svg.titled(name(layer - 1, input) + " to " + name(layer, unit) + ": " + SharedWeight.shown(weight), "line",
            "class", "edge " + palette.style(weight), "x1", x(layer - 1), "y1", y(layer - 1, input), "x2", x(layer), "y2", y(layer, unit));
    }

    /** Nearer to the input for the first inputs and farther for the next, so that labels of neighbors do not meet. */
    private void label(Svg svg, int layer, int unit, int input, Rational weight) {
        double part = 0.28 + 0.15 * (input % 4);
        svg.text("text", label(weight), "class", "label", "text-anchor", "middle", "x", x(layer - 1) + part * GAP,
            "y", y(layer - 1, input) + part * (y(layer, unit) - y(layer - 1, input)) + 4);
    }

    private String label(Rational weight) {
        var exact = weight.toString();
        return exact.length() <= LONGEST_LABEL ? exact : palette.names(weight) ? palette.letter(weight) : "…";
    }

    private void layer(Svg svg, int k) {
        boolean hidden = k > 0 && k <= network.hidden().size();
        svg.text("text", Drawing.layer(network, k), "class", "head", "text-anchor", "middle", "x", x(k), "y", 24);
        svg.text("text", SharedWeight.count(size(k), "unit", "units") + (hidden ? ", " + network.hidden().get(k - 1).activation().name() : ""),
            "class", "quiet", "text-anchor", "middle", "x", x(k), "y", 42);
        for (int i = 0; i < size(k); i++) {
            var bias = k == 0 ? Rational.ZERO : maps.get(k - 1).rows().get(i).bias();
            svg.titled(name(k, i) + (k == 0 ? "" : ": bias " + SharedWeight.shown(bias)), "circle",
                "class", "unit", "cx", x(k), "cy", y(k, i), "r", radius);
            if (radius >= 10 && !hidden) {
                svg.text("text", name(k, i), "text-anchor", "middle", "x", x(k), "y", y(k, i) + 4);
            }
            if (labels && !bias.isZero()) {
                svg.text("text", (bias.signum() > 0 ? "+" : "") + label(bias), "class", "label", "text-anchor", "middle",
                    "x", x(k), "y", y(k, i) + radius + 13);
            }
        }
    }

    private String name(int layer, int unit) {
        return layer == 0 ? "x" + (unit + 1) : layer == maps.size() ? "y" + (unit + 1) : "hidden " + layer + ", unit " + (unit + 1);
    }
}
