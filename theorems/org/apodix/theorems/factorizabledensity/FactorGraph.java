package org.apodix.theorems.factorizabledensity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apodix.enclosure.Rational;
import org.apodix.network.Svg;

/**
 * The factor graph of a positive law on {0, 1}^D as SVG text: its coordinates as circles, its canonical factors of two or more coordinates that are not constant 1 as
 * squares above them. Which factors there are is decided from the exact values of the law (F1(b)).
 */
final class FactorGraph {

    private static final double PITCH = 120;
    private static final double SIDE = 90;
    private static final double LEVEL = 84;
    private static final double TOP = 80;
    private static final double HALF = 8;
    private static final double LEFT = 20;
    /** More than the mean width of a letter of the heading, whatever the font. */
    private static final double LETTER = 8;
    private static final String STYLE = """
        <style>
        .apodix-factors { color-scheme: light dark; --two: #0b5fa5; --three: #b3460c; --more: #8a3fa0; --back: #fcfcfa; --fore: #1d1e20; --fill: #f3f3ee;
          background: var(--back); font-family: system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; font-size: 12px; }
        @media (prefers-color-scheme: dark) { .apodix-factors { --two: #6db3f2; --three: #f2925c; --more: #cf93e0; --back: #16181b; --fore: #e6e5e0; --fill: #1e2125; } }
        .apodix-factors text { fill: var(--fore); text-anchor: middle; } .apodix-factors .head { font-weight: 600; font-size: 13px; text-anchor: start; }
        .apodix-factors .coordinate { fill: var(--fill); stroke: var(--fore); stroke-width: 1.3; }
        .apodix-factors line { stroke-width: 1.6; } .apodix-factors .two { stroke: var(--two); } .apodix-factors .three { stroke: var(--three); stroke-dasharray: 8 3; }
        .apodix-factors .more { stroke: var(--more); stroke-dasharray: 2 3; }
        .apodix-factors rect { fill: var(--fill); stroke-dasharray: none; stroke-width: 2; }
        </style>
        """;

    private final BinaryTable law;
    private final List<Integer> factors;

    FactorGraph(BinaryTable law) {
        this.law = law;
        this.factors = BinaryTable.subsets(law.d()).stream().filter(set -> Integer.bitCount(set) >= 2 && !law.factor(set).equals(Rational.ONE)).toList();
    }

    /** The sets of coordinates of the factors that are drawn. */
    List<Integer> factors() {
        return factors;
    }

    /** The graph in words. */
    String words() {
        var sets = factors.stream().map(set -> "{" + String.join(", ", BinaryTable.name(set).split("")) + "}").collect(Collectors.joining(", "));
        return law.d() + " coordinates; " + (factors.isEmpty() ? "no factor of two or more coordinates" : "factors on " + sets) + "; effective dimension "
            + law.effectiveDimension() + ".";
    }

    /** The picture. */
    String svg(String title) {
        var levels = IntStream.rangeClosed(2, law.d()).mapToObj(size -> factors.stream().filter(set -> Integer.bitCount(set) == size).toList())
            .filter(level -> !level.isEmpty()).toList();
        int widest = levels.stream().mapToInt(List::size).max().orElse(1);
        var heading = List.of(title, "effective dimension " + law.effectiveDimension());
        double longest = 2 * LEFT + LETTER * heading.stream().mapToInt(String::length).max().orElseThrow();
        double width = Math.max(longest, 2 * SIDE + PITCH * Math.max(law.d() - 1, widest - 1));
        double bottom = TOP + LEVEL * levels.size() + 20;
        var svg = new Svg().open("svg", "xmlns", "http://www.w3.org/2000/svg", "class", "apodix-factors", "role", "img", "viewBox",
                String.format(Locale.ROOT, "0 0 %.0f %.0f", width, bottom + 40), "width", Math.round(width), "height", Math.round(bottom + 40), "style", "max-width: 100%; height: auto")
            .text("title", title).text("desc", words()).raw(STYLE)
            .text("text", heading.get(0), "class", "head", "x", LEFT, "y", 24).text("text", heading.get(1), "class", "head", "x", LEFT, "y", 42);
        var squares = new ArrayList<Runnable>();
        for (int k = 0; k < levels.size(); k++) {
            var level = levels.get(k);
            double y = bottom - LEVEL * (k + 1);
            for (int j = 0; j < level.size(); j++) {
                factor(svg, squares, level.get(j), place(j, level.size(), width), y, bottom, width);
            }
        }
        squares.forEach(Runnable::run);
        for (int i = 0; i < law.d(); i++) {
            double x = place(i, law.d(), width);
            svg.element("circle", "class", "coordinate", "cx", x, "cy", bottom, "r", 16.0).text("text", String.valueOf(i + 1), "x", x, "y", bottom + 4);
        }
        return svg.close("svg").toString();
    }

    /** Lines first, squares after all of them. */
    private void factor(Svg svg, List<Runnable> squares, int set, double x, double y, double bottom, double width) {
        int size = Integer.bitCount(set);
        var style = size == 2 ? "two" : size == 3 ? "three" : "more";
        for (int i = 0; i < law.d(); i++) {
            if ((set >> i & 1) == 1) {
                svg.element("line", "class", style, "x1", x, "y1", y, "x2", place(i, law.d(), width), "y2", bottom);
            }
        }
        squares.add(() -> svg.open("rect", "class", style, "x", x - HALF, "y", y - HALF, "width", 2 * HALF, "height", 2 * HALF)
            .text("title", "factor on " + BinaryTable.name(set) + ", " + law.factor(set) + " at the state of ones").close("rect")
            .text("text", BinaryTable.name(set), "x", x, "y", y - HALF - 6));
    }

    /** The j-th of some places, spread over the width. */
    private static double place(int j, int count, double width) {
        return count == 1 ? width / 2 : SIDE + (width - 2 * SIDE) * j / (count - 1);
    }
}
