package org.apodix.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apodix.enclosure.Rational;

/** Color, dash pattern and letter of the values used most in a drawing; all others share one thin gray line. */
final class Palette {

    private static final String[] DASHES = {"none", "8 3", "2 3", "8 3 2 3", "14 4", "4 4", "12 3 2 3 2 3", "1 5"};
    private static final int COLUMN = 300;
    /** Width of a sample, and of a character with room to spare. */
    private static final double SAMPLE = 48;
    private static final double CHARACTER = 7;
    private static final int LINE = 20;

    private final List<SharedWeight> all;
    private final Map<Rational, Integer> places = new HashMap<>();

    /** For all values of a network, the most used first; where there are more than fit, one that is used once is not shared and gets no letter. */
    Palette(List<SharedWeight> all) {
        this.all = all;
        for (int k = 0; k < Math.min(DASHES.length, all.size()); k++) {
            if (all.size() <= DASHES.length || all.get(k).uses() > 1) {
                places.put(all.get(k).value(), k);
            }
        }
    }

    /** The rules of the style sheet. */
    static String style() {
        var rules = new StringBuilder();
        for (int k = 0; k < DASHES.length; k++) {
            rules.append(".apodix-network .edge.w").append(k).append(" { stroke: var(--c").append(k).append("); stroke-dasharray: ")
                .append(DASHES[k]).append("; } .apodix-network .part.w").append(k).append(" { fill: var(--c").append(k).append("); }\n");
        }
        return rules.toString();
    }

    /** The classes of an edge or of a part of a bar. */
    String style(Rational value) {
        var place = places.get(value);
        return place == null ? "other" : "w" + place;
    }

    /** The letter, or nothing. */
    String letter(Rational value) {
        var place = places.get(value);
        return place == null ? "" : String.valueOf((char) ('a' + place));
    }

    boolean names(Rational value) {
        return places.containsKey(value);
    }

    private int others() {
        return all.size() - places.size();
    }

    private int entries() {
        return places.size() + (others() > 0 ? 1 : 0);
    }

    /** As many columns as fit, one of them where a line is longer than a column. */
    private int columns(double width) {
        var longest = IntStream.range(0, entries()).mapToObj(this::line).mapToInt(String::length).max().orElse(0);
        return SAMPLE + CHARACTER * longest > COLUMN ? 1 : Math.max(1, (int) (width / COLUMN));
    }

    /** The text beside the k-th sample. */
    private String line(int k) {
        if (k < places.size()) {
            var weight = all.get(k);
            return letter(weight.value()) + " = " + SharedWeight.shown(weight.value()) + ": " + weight.counted();
        }
        int uses = all.subList(places.size(), all.size()).stream().mapToInt(SharedWeight::uses).sum();
        return "other: " + SharedWeight.count(others(), "value", "values") + ", " + SharedWeight.count(uses, "use", "uses");
    }

    /** Height of the legend in a picture of this width. */
    double height(double width) {
        return entries() == 0 ? 0 : 24 + LINE * ((entries() + columns(width) - 1) / columns(width));
    }

    /** How the legend shows a look: the letter is "other" where values have none; (x, y) is the left end of the line of text. */
    interface Sample {

        void draw(Svg svg, String style, String letter, double x, double y);
    }

    void legend(Svg svg, double top, double width, Sample sample) {
        for (int k = 0; k < entries(); k++) {
            double x = 20 + COLUMN * (k % columns(width));
            double y = top + 24 + LINE * (k / columns(width));
            if (k < places.size()) {
                sample.draw(svg, "w" + k, letter(all.get(k).value()), x, y);
            } else {
                sample.draw(svg, "other", "other", x, y);
            }
            svg.text("text", line(k), "x", x + SAMPLE, "y", y);
        }
    }
}
