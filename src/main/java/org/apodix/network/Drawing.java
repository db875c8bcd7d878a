package org.apodix.network;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A picture of a network as SVG text, to stand alone or inside a page: without scripts, for light and dark, with a title and a description for
 * those who do not see it.
 *
 * <p>A small network is drawn unit by unit, with an edge for every non-zero weight; a larger one as one block per layer. The values used most
 * have a color, a dash pattern and a letter each, explained below the picture.
 */
public final class Drawing {

    private static final int MOST_UNITS = 120;
    private static final int MOST_IN_A_LAYER = 40;
    private static final int MOST_LAYERS = 10;
    private static final int MOST_EDGES = 600;

    private static final String STYLE = """
        <style>
        .apodix-network { color-scheme: light dark; --c0: #0b5fa5; --c1: #b3460c; --c2: #1b7a4b; --c3: #8a3fa0; --c4: #7d6200;
          --c5: #a3195b; --c6: #00717d; --c7: #5b4a3a; --back: #fcfcfa; --fore: #1d1e20; --quiet: #595d63; --fill: #f3f3ee;
          background: var(--back); font-family: system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; font-size: 12px; }
        @media (prefers-color-scheme: dark) { .apodix-network { --c0: #6db3f2; --c1: #f2925c; --c2: #63c58f; --c3: #cf93e0; --c4: #d6b84a;
          --c5: #f07fb0; --c6: #55c4d0; --c7: #c2a98f; --back: #16181b; --fore: #e6e5e0; --quiet: #a3a7ad; --fill: #1e2125; } }
        .apodix-network text { fill: var(--fore); } .apodix-network .quiet { fill: var(--quiet); }
        .apodix-network .head { font-weight: 600; font-size: 13px; }
        .apodix-network .unit { fill: var(--fill); stroke: var(--fore); stroke-width: 1.3; }
        .apodix-network .label { font-size: 11px; paint-order: stroke; stroke: var(--back); stroke-width: 4px; stroke-linejoin: round; }
        .apodix-network .edge { fill: none; stroke-width: 1.6; } .apodix-network .edge.other { stroke-width: .8; }
        .apodix-network .crowded .edge { stroke-width: 1; opacity: .85; }
        .apodix-network .other { stroke: var(--quiet); } .apodix-network .part.other { fill: var(--quiet); }
        .apodix-network .part { stroke: var(--back); stroke-width: 1; } .apodix-network .on { fill: var(--back); font-weight: 600; font-size: 10px; }
        """;

    private Drawing() { }

    /** The picture with a title, such as "division gate". */
    public static String of(Network network, String title) {
        return isSmall(network) ? UnitDrawing.of(network, title) : LayerDrawing.of(network, title);
    }

    private static boolean isSmall(Network network) {
        var sizes = IntStream.concat(IntStream.of(network.inputs()), network.maps().stream().mapToInt(AffineMap::outputs)).toArray();
        long edges = network.maps().stream().flatMap(map -> map.rows().stream()).mapToLong(row -> row.terms().size()).sum();
        return IntStream.of(sizes).sum() <= MOST_UNITS && IntStream.of(sizes).allMatch(size -> size <= MOST_IN_A_LAYER)
            && sizes.length <= MOST_LAYERS && edges <= MOST_EDGES;
    }

    /** The opening of a picture: style, title, description. */
    static Svg begin(Network network, String title, double width, double height) {
        var box = String.format(Locale.ROOT, "0 0 %.0f %.0f", width, height);
        return new Svg().open("svg", "xmlns", "http://www.w3.org/2000/svg", "class", "apodix-network", "role", "img", "viewBox", box,
                "width", Math.round(width), "height", Math.round(height), "style", "max-width: 100%; height: auto")
            .text("title", title).text("desc", describe(network)).raw(STYLE).raw(Palette.style()).raw("</style>\n");
    }

    /** The network in words. */
    public static String describe(Network network) {
        var figures = Figures.of(network);
        var hidden = IntStream.range(0, network.hidden().size()).mapToObj(k -> "hidden layer " + (k + 1) + " of "
            + SharedWeight.count(network.hidden().get(k).outputs(), "unit", "units") + ", " + network.hidden().get(k).activation().name() + "; ");
        return "Network: " + SharedWeight.count(network.inputs(), "input", "inputs") + "; " + hidden.collect(Collectors.joining())
            + SharedWeight.count(network.outputs(), "output", "outputs") + "; " + SharedWeight.count(figures.nonzeros(), "weight or bias", "weights and biases") + " other than 0, "
            + SharedWeight.count(figures.distinct(), "distinct value", "distinct values") + " among them.";
    }

    /** Name of the layer of values after the k-th affine map, 0 for the inputs. */
    static String layer(Network network, int k) {
        return k == 0 ? "input" : k <= network.hidden().size() ? "hidden " + k : "output";
    }
}
