package org.apodix.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apodix.enclosure.Digits;
import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.Rational;

/** Small pieces of plain output. */
final class Text {

    private static final int BITS = 256;

    private Text() { }

    /** Rows whose columns are two spaces apart; the last cell of a row may be of any width. */
    static List<String> table(List<List<String>> rows) {
        var widths = new ArrayList<Integer>();
        for (var row : rows) {
            for (int i = 0; i < row.size(); i++) {
                if (i == widths.size()) {
                    widths.add(0);
                }
                if (i < row.size() - 1) {
                    widths.set(i, Math.max(widths.get(i), row.get(i).length()));
                }
            }
        }
        var lines = new ArrayList<String>();
        for (var row : rows) {
            var line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                line.append(row.get(i)).append(" ".repeat(Math.max(0, widths.get(i) - row.get(i).length()) + 2));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    /** The digits that all numbers between the decimal strings {@code lo} and {@code hi} have in common. */
    static String certified(JsonNode ends, int digits) {
        var lo = ends.get("lo").textValue();
        var hi = ends.get("hi").textValue();
        if (lo.endsWith("inf") || hi.endsWith("inf")) {
            return "[" + lo + ", " + hi + "]";
        }
        var lower = DyadicInterval.of(Rational.parse(lo), BITS);
        var upper = DyadicInterval.of(Rational.parse(hi), BITS);
        return Digits.of(lower.hull(upper), digits);
    }

    /** {@code 0.4 s}. */
    static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.1f s", seconds);
    }

    /** One word of a POSIX shell. */
    static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
