package org.apodix.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apodix.report.figure.Svg;

/** Draws what rests on what: in layers from left to right, every arrow from a claim to one that uses it. */
final class GraphDrawing {

    private static final int BOX = 58;
    private static final int HEIGHT = 28;
    private static final int ACROSS = 104;
    private static final int DOWN = 44;
    private static final int SWEEPS = 6;

    private final LemmaGraph graph;
    private final Map<String, Integer> layers = new HashMap<>();
    private final List<List<String>> columns = new ArrayList<>();

    private GraphDrawing(LemmaGraph graph) {
        this.graph = graph;
    }

    static String of(LemmaGraph graph, String theorem) {
        var drawing = new GraphDrawing(graph);
        drawing.place();
        return drawing.draw(theorem);
    }

    private void place() {
        for (var id : graph.lemmas().keySet()) {
            int layer = layer(id, 0);
            while (columns.size() <= layer) {
                columns.add(new ArrayList<>());
            }
            columns.get(layer).add(id);
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (var column : columns) {
                var middle = new HashMap<String, Double>();
                column.forEach(id -> middle.put(id, middle(id, column.indexOf(id))));
                column.sort(Comparator.comparing(middle::get));
            }
        }
    }

    /** The longest way down. A cycle, which no honest declaration has, is cut. */
    private int layer(String id, int depth) {
        var known = layers.get(id);
        if (known != null) {
            return known;
        }
        int layer = 0;
        if (depth < graph.lemmas().size()) {
            for (var next : graph.lemmas().get(id).restsOn()) {
                layer = Math.max(layer, layer(next, depth + 1) + 1);
            }
        }
        layers.put(id, layer);
        return layer;
    }

    /** The mean place of the neighbors, to keep arrows short. */
    private double middle(String id, int own) {
        var places = new ArrayList<Double>();
        for (var lemma : graph.lemmas().values()) {
            if (lemma.restsOn().contains(id)) {
                places.add(row(lemma.id()));
            }
            if (lemma.id().equals(id)) {
                lemma.restsOn().forEach(next -> places.add(row(next)));
            }
        }
        return places.isEmpty() ? own - columns.get(layers.get(id)).size() / 2.0 : places.stream().mapToDouble(x -> x).average().orElse(own);
    }

    /** The place in the column, from its middle. */
    private double row(String id) {
        var column = columns.get(layers.get(id));
        return column.indexOf(id) - (column.size() - 1) / 2.0;
    }

    private String draw(String theorem) {
        int tallest = columns.stream().mapToInt(List::size).max().orElse(1);
        int width = (columns.size() - 1) * ACROSS + BOX + 16;
        int height = (tallest - 1) * DOWN + HEIGHT + 16;
        int arrows = graph.lemmas().values().stream().mapToInt(lemma -> lemma.restsOn().size()).sum();
        var svg = Svg.begin("graph", "graph", "What rests on what in " + theorem, graph.lemmas().size() + " claims and " + arrows
            + " arrows from a claim to one whose proof uses it. The list below says the same in words.", width, height, false);
        svg.open("defs").open("marker", "id", "arrow", "viewBox", "0 0 8 8", "refX", "7", "refY", "4", "markerWidth", "7", "markerHeight", "7", "orient", "auto")
            .element("path", "d", "M0,0L8,4L0,8z").close("marker").close("defs");
        for (var lemma : graph.lemmas().values()) {
            lemma.restsOn().forEach(from -> arrow(svg, from, lemma.id(), height));
        }
        for (var lemma : graph.lemmas().values()) {
            box(svg, lemma, height);
        }
        return svg.close("svg").toString();
    }

    private double x(String id) {
        return 8 + layers.get(id) * ACROSS;
    }

    private double y(String id, int height) {
        return height / 2.0 + row(id) * DOWN;
    }

    private void arrow(Svg svg, String from, String to, int height) {
        double x1 = x(from) + BOX;
        double x2 = x(to) - 2;
        double bend = Math.max(20, (x2 - x1) / 2);
        svg.element("path", "class", "arrow", "marker-end", "url(#arrow)", "d", "M" + at(x1, y(from, height)) + "C" + at(x1 + bend, y(from, height)) + " "
            + at(x2 - bend, y(to, height)) + " " + at(x2, y(to, height)));
    }

    private void box(Svg svg, Lemma lemma, int height) {
        double y = y(lemma.id(), height);
        if (lemma.isBuilt()) {
            svg.open("a", "href", lemma.page());
        }
        svg.open("g", "class", "lemma " + lemma.state() + " from-" + lemma.origin()).text("title", lemma.id() + ", " + lemma.title() + ": " + lemma.words() + "; "
                + lemma.origin())
            .element("rect", "x", x(lemma.id()), "y", y - HEIGHT / 2.0, "width", BOX, "height", HEIGHT, "rx", 6)
            .text("text", lemma.id(), "x", x(lemma.id()) + BOX / 2.0, "y", y + 4.5, "text-anchor", "middle").close("g");
        if (lemma.isBuilt()) {
            svg.close("a");
        }
    }

    private static String at(double x, double y) {
        return String.format(java.util.Locale.ROOT, "%.1f,%.1f", x, y);
    }
}
