package org.apodix.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apodix.audit.figure.Curve;
import org.apodix.audit.figure.Figure;
import org.apodix.audit.figure.Picture;
import org.apodix.audit.figure.Plot;
import org.apodix.audit.figure.Stack;
import org.apodix.audit.figure.Table;
import org.apodix.expression.Expr;
import org.apodix.report.Prose;

/** Makes the views of figures. Every number in them is enclosed; doubles only place what is drawn. */
public final class Figures {

    private final String theorem;

    private Figures(String theorem) {
        this.theorem = theorem;
    }

    /** The view of a figure of a theorem. */
    public static FigureView view(String theorem, Figure figure) {
        var figures = new Figures(theorem);
        if (figure instanceof Plot plot) {
            return figures.plot(plot);
        }
        if (figure instanceof Stack stack) {
            return figures.stack(stack);
        }
        return figure instanceof Table table ? figures.table(table) : figures.picture((Picture) figure);
    }

    private FigureView plot(Plot plot) {
        var series = plot.curves().stream().map(Series::of).toList();
        var marks = Value.of(plot.marks().stream().map(org.apodix.audit.figure.Mark::at).toList());
        var leftOut = new ArrayList<String>();
        var keys = new ArrayList<FigureView.Key>();
        var slopes = new ArrayList<FigureView.Slope>();
        var csv = new Csv("curve", "role", "x", "x_lo", "x_hi", "y", "y_lo", "y_hi", "slope_lo", "slope_hi");
        for (int i = 0; i < series.size(); i++) {
            var curve = series.get(i);
            var letter = series.size() > 1 ? PlotDrawing.letter(i) + ": " : "";
            keys.add(new FigureView.Key(Marker.sample(i, curve.curve().role()), Prose.of(letter + curve.curve().label()), role(curve.curve().role())));
            leftOut.addAll(curve.leftOut(plot));
            var fitted = curve.curve().fitted() ? Slopes.of(curve, plot) : null;
            PlotCsv.curve(csv, plot, curve, fitted);
            if (fitted != null) {
                slopes.add(new FigureView.Slope(Prose.of(curve.curve().label()), fitted.points(), Slopes.of(plot), words(fitted.fit()),
                    fitted.local().stream().map(Figures::words).toList()));
            }
        }
        for (int i = 0; i < marks.size(); i++) {
            var mark = plot.marks().get(i);
            PlotCsv.mark(csv, mark, marks.get(i));
            if (!Scale.hasPlace(marks.get(i), mark.upright() ? plot.x() : plot.y())) {
                leftOut.add("the line \"" + mark.label() + "\": " + (marks.get(i).isKnown() ? "it has no place on the axis" : marks.get(i).problem()));
            }
        }
        return view(plot, PlotDrawing.of(anchor(plot), plot, series, marks), keys, slopes, leftOut, List.of(), List.of(), csv.toString());
    }

    private static String words(Value slope) {
        return slope.isKnown() ? slope.digits(Value.DIGITS) : slope.problem();
    }

    private static String role(Curve.Role role) {
        return switch (role) {
            case VALUE -> "enclosed values";
            case BOUND -> "proved bound";
            case THEORY -> "theory, to compare with";
        };
    }

    private FigureView stack(Stack stack) {
        var leftOut = new ArrayList<String>();
        var values = stack.bars().stream().map(bar -> Value.of(bar.values())).toList();
        var totals = stack.bars().stream().map(bar -> Value.of(Expr.sum(bar.values()))).toList();
        var csv = new Csv("bar", "part", "value", "value_lo", "value_hi");
        var rows = new ArrayList<List<FigureView.Cell>>();
        for (int b = 0; b < values.size(); b++) {
            var label = stack.bars().get(b).label();
            var row = new ArrayList<FigureView.Cell>();
            row.add(new FigureView.Cell(Prose.of(label), false));
            for (int p = 0; p < stack.parts().size(); p++) {
                var value = values.get(b).get(p);
                csv.row(label, stack.parts().get(p), value.exact(), value.lower(), value.upper());
                row.add(new FigureView.Cell(Prose.of(value.shown()), true));
                if (!value.isKnown()) {
                    leftOut.add(label + ", " + stack.parts().get(p) + ": " + value.problem() + ".");
                }
            }
            var total = totals.get(b);
            csv.row(label, "total", total.exact(), total.lower(), total.upper());
            row.add(new FigureView.Cell(Prose.of(total.shown()), true));
            rows.add(row);
        }
        var head = new ArrayList<>(List.of(Prose.of("")));
        stack.parts().forEach(part -> head.add(Prose.of(part)));
        head.add(Prose.of("total, in " + stack.unit()));
        var keys = IntStream.range(0, stack.parts().size())
            .mapToObj(i -> new FigureView.Key(StackDrawing.sample(i), Prose.of(PlotDrawing.letter(i) + ": " + stack.parts().get(i)), "")).toList();
        return view(stack, StackDrawing.of(anchor(stack), stack, values, totals), keys, List.of(), leftOut, head, rows, csv.toString());
    }

    private FigureView table(Table table) {
        var head = new ArrayList<String>();
        for (int c = 0; c < table.columns().size(); c++) {
            head.add(table.columns().get(c));
            if (hasNumbers(table, c)) {
                head.add(table.columns().get(c) + " lo");
                head.add(table.columns().get(c) + " hi");
            }
        }
        var csv = new Csv(head.toArray(String[]::new));
        var rows = new ArrayList<List<FigureView.Cell>>();
        for (var row : table.rows()) {
            var cells = new ArrayList<FigureView.Cell>();
            var texts = new ArrayList<String>();
            for (int c = 0; c < row.size(); c++) {
                if (row.get(c) instanceof Table.Number number) {
                    var value = Value.of(number.value());
                    cells.add(new FigureView.Cell(Prose.of(value.shown()), true));
                    texts.addAll(List.of(value.exact(), value.lower(), value.upper()));
                } else {
                    var words = ((Table.Words) row.get(c)).text();
                    cells.add(new FigureView.Cell(Prose.of(words), false));
                    texts.addAll(hasNumbers(table, c) ? List.of(words, "", "") : List.of(words));
                }
            }
            rows.add(cells);
            csv.row(texts);
        }
        return view(table, "", List.of(), List.of(), List.of(), table.columns().stream().map(Prose::of).toList(), rows, csv.toString());
    }

    private static boolean hasNumbers(Table table, int column) {
        return table.rows().stream().anyMatch(row -> row.get(column) instanceof Table.Number);
    }

    private FigureView picture(Picture picture) {
        var svg = SafeSvg.require(picture.heading().id(), picture.svg().get());
        // the alternative text speaks for the whole drawing; what is inside stays silent
        var label = new Svg().open("div", "class", "picture", "role", "img", "aria-label", PlainTex.of(picture.alternative())).toString();
        return view(picture, label + "\n" + svg + "</div>", List.of(), List.of(), List.of(), List.of(), List.of(), "");
    }

    private FigureView view(Figure figure, String svg, List<FigureView.Key> keys, List<FigureView.Slope> slopes, List<String> leftOut, List<Prose> head,
            List<List<FigureView.Cell>> rows, String csv) {
        var heading = figure.heading();
        return new FigureView(heading.id(), anchor(figure), PlainTex.of(heading.title()), Prose.of(heading.title()), Prose.of(heading.caption()), heading.claims(), svg, keys, slopes,
            List.copyOf(leftOut), head, rows, csv.isEmpty() ? "" : "figures/" + theorem + "-" + heading.id() + ".csv", csv);
    }

    private static String anchor(Figure figure) {
        return "figure-" + figure.heading().id();
    }
}
