package org.apodix.report.figure;

import java.util.List;
import org.apodix.enclosure.Dyadic;
import org.apodix.enclosure.Rational;
import org.apodix.enclosure.Rounding;

/** A small picture of how numbers are spread. Doubles sort them into bars, nothing more. */
public final class Histogram {

    private static final int BARS = 12;
    private static final int STEP = 10;
    private static final double HEIGHT = 28;

    private Histogram() { }

    /** The picture of sorted numbers, or an empty text where they are all the same. */
    public static String of(String name, List<Rational> sorted) {
        var low = sorted.get(0);
        var high = sorted.get(sorted.size() - 1);
        if (low.equals(high)) {
            return "";
        }
        boolean logarithmic = low.signum() > 0 && high.over(low).compareTo(Rational.of(100)) > 0;
        double from = position(low, logarithmic);
        double to = position(high, logarithmic);
        if (!(Math.abs(to - from) < 1e300) || to <= from) {
            return "";
        }
        var bars = new int[BARS];
        for (var number : sorted) {
            int bar = (int) ((position(number, logarithmic) - from) / (to - from) * BARS);
            bars[Math.max(0, Math.min(BARS - 1, bar))]++;
        }
        int most = 0;
        for (int bar : bars) {
            most = Math.max(most, bar);
        }
        var svg = new Svg().open("svg", "class", "spread", "role", "img", "viewBox", "0 0 120 30", "width", 120, "height", 30, "aria-label",
            "values of " + name + " in " + BARS + (logarithmic ? " bars of equal ratio: " : " bars of equal width: ") + java.util.Arrays.toString(bars));
        var path = new StringBuilder();
        for (int i = 0; i < BARS; i++) {
            if (bars[i] > 0) {
                path.append('M').append(i * STEP + 1).append(",29v-").append(Svg.length(Math.max(1.5, HEIGHT * bars[i] / most))).append("h8V29z");
            }
        }
        return svg.element("path", "d", path).element("path", "d", "M0,29.5H120").close("svg").toString();
    }

    private static double position(Rational number, boolean logarithmic) {
        var dyadic = Dyadic.of(number, 60, Rounding.DOWN);
        return logarithmic ? Scale.log10(dyadic) : dyadic.toDouble(Rounding.DOWN);
    }
}
