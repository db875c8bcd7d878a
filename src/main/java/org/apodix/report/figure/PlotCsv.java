package org.apodix.report.figure;

import java.util.Locale;
import org.apodix.audit.figure.Mark;
import org.apodix.audit.figure.Plot;

/** The numbers of a plot as rows: of every point the exact coordinates where they are rational and short, and certified ends in any case. */
final class PlotCsv {

    private PlotCsv() { }

    /** Rows of the points; the slope in a row is that to the next shown point. A last row has the slope of the fitted line. */
    static void curve(Csv csv, Plot plot, Series series, Slopes slopes) {
        var role = series.curve().role().name().toLowerCase(Locale.ROOT);
        var shown = series.shown(plot);
        for (var at : series.points()) {
            int place = shown.indexOf(at);
            var slope = slopes != null && place >= 0 && place < slopes.local().size() ? slopes.local().get(place) : Value.none("");
            csv.row(series.curve().label(), role, at.x().exact(), at.x().lower(), at.x().upper(), at.y().exact(), at.y().lower(), at.y().upper(),
                slope.lower(), slope.upper());
        }
        if (slopes != null) {
            csv.row(series.curve().label(), "fit", "", "", "", "", "", "", slopes.fit().lower(), slopes.fit().upper());
        }
    }

    static void mark(Csv csv, Mark mark, Value at) {
        if (mark.upright()) {
            csv.row(mark.label(), "mark", at.exact(), at.lower(), at.upper(), "", "", "", "", "");
        } else {
            csv.row(mark.label(), "mark", "", "", "", at.exact(), at.lower(), at.upper(), "", "");
        }
    }
}
