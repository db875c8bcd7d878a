package org.apodix.network;

import java.util.List;
import java.util.Locale;

/** Every layer a block, every affine map an arrow with its counts and a bar of its values, layers from top to bottom. */
final class LayerDrawing {

    private static final double WIDTH = 760;
    private static final double BLOCK = 44;
    private static final double ARROW = 74;
    private static final double LEFT = 20;
    private static final double BAR = 260;

    private final Network network;
    private final Palette palette;
    private final int most;

    private LayerDrawing(Network network) {
        this.network = network;
        this.palette = new Palette(SharedWeight.of(network));
        this.most = Math.max(network.inputs(), network.maps().stream().mapToInt(AffineMap::outputs).max().orElse(1));
    }

    static String of(Network network, String title) {
        return new LayerDrawing(network).draw(title);
    }

    private String draw(String title) {
        var maps = network.maps();
        double end = 52 + maps.size() * (BLOCK + ARROW) + BLOCK;
        var svg = Drawing.begin(network, title, WIDTH, end + palette.height(WIDTH) + 12);
        svg.text("text", "Blocks grow with the logarithm of the number of units; bars show how often each value is used.",
            "class", "quiet", "x", LEFT, "y", 24);
        double y = 40;
        block(svg, 0, y);
        for (int k = 1; k <= maps.size(); k++) {
            map(svg, maps.get(k - 1), y + BLOCK);
            y += BLOCK + ARROW;
            block(svg, k, y);
        }
        palette.legend(svg, end, WIDTH, LayerDrawing::swatch);
        return svg.close("svg").toString();
    }

    private void block(Svg svg, int k, double y) {
        int units = k == 0 ? network.inputs() : network.maps().get(k - 1).outputs();
        double width = 340 + (WIDTH - 2 * LEFT - 340) * Math.log(units) / Math.log(Math.max(most, 2));
        var kind = k == 0 || k > network.hidden().size() ? "" : ", " + network.hidden().get(k - 1).activation().name();
        svg.element("rect", "class", "unit", "x", (WIDTH - width) / 2, "y", y, "width", width, "height", BLOCK, "rx", 6);
        svg.open("text", "text-anchor", "middle", "x", WIDTH / 2, "y", y + BLOCK / 2 + 5)
            .text("tspan", Drawing.layer(network, k) + " ", "class", "head")
            .text("tspan", SharedWeight.count(units, "unit", "units") + kind, "dx", 6).close("text");
    }

    private void map(Svg svg, AffineMap map, double y) {
        svg.element("path", "class", "edge other", "style", "stroke-width: 1.6", "d", String.format(Locale.ROOT,
            "M%.1f %.1f V%.1f m-5 -7 l5 7 l5 -7", WIDTH / 2, y + 3, y + ARROW - 3));
        var values = SharedWeight.of(List.of(map));
        long weights = values.stream().mapToLong(SharedWeight::weights).sum();
        long entries = (long) map.inputs() * map.outputs();
        long biases = values.stream().mapToLong(SharedWeight::biases).sum();
        svg.text("text", SharedWeight.count(weights, "weight", "weights") + " of " + String.format(Locale.ROOT, "%,d", entries)
            + " (" + share(weights, entries) + ")", "x", WIDTH / 2 + 18, "y", y + 32);
        svg.text("text", SharedWeight.count(biases, "bias", "biases") + ", " + SharedWeight.count(values.size(), "distinct value", "distinct values"),
            "class", "quiet", "x", WIDTH / 2 + 18, "y", y + 49);
        bar(svg, values, y + 28);
    }

    /** The values that have a letter, most used first, and the rest. */
    private void bar(Svg svg, List<SharedWeight> values, double y) {
        double all = values.stream().mapToLong(SharedWeight::uses).sum();
        double x = WIDTH / 2 - 18 - BAR;
        double rest = BAR;
        for (var value : values.stream().filter(v -> palette.names(v.value())).toList()) {
            double width = BAR * value.uses() / all;
            part(svg, palette.style(value.value()), palette.letter(value.value()), SharedWeight.shown(value.value()) + ": " + value.counted(), x, y, width);
            x += width;
            rest -= width;
        }
        if (values.stream().anyMatch(v -> !palette.names(v.value()))) {
            part(svg, "other", "other", "other values", x, y, rest);
        }
    }

    private static void swatch(Svg svg, String style, String letter, double x, double y) {
        part(svg, style, letter, letter, x + 8, y - 13, 32);
    }

    private static void part(Svg svg, String style, String letter, String title, double x, double y, double width) {
        svg.titled(title, "rect", "class", "part " + style, "x", x, "y", y, "width", width, "height", 16);
        if (width > 6 * letter.length() + 4) {
            svg.text("text", letter, "class", "on", "text-anchor", "middle", "x", x + width / 2, "y", y + 12);
        }
    }

    /** Percent with one decimal, rounded down. */
    private static String share(long part, long all) {
        long permille = Math.multiplyExact(part, 1000L) / all;
        return permille == 0 && part > 0 ? "below 0.1%" : permille / 10 + "." + permille % 10 + "%";
    }
}
