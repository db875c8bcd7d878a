package org.apodix.theorems;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apodix.audit.figure.Figure;
import org.apodix.audit.figure.Picture;
import org.apodix.audit.figure.Table;
import org.apodix.audit.figure.Table.Cell;
import org.apodix.expression.Expr;
import org.apodix.network.Drawing;
import org.apodix.network.Figures;
import org.apodix.network.Network;
import org.apodix.network.WeightTable;

/** What the report shows of a network: a drawing, every weight of a small one, and the sizes of several side by side. */
public final class NetworkFigure {

    private NetworkFigure() { }

    /** The drawing: unit by unit where the network is small, else layer by layer. */
    public static Figure drawing(Figure.Heading heading, Network network) {
        return new Picture(heading, Drawing.describe(network), () -> Drawing.of(network, heading.title()));
    }

    /** Every weight and bias other than 0, by map, unit and input, counted from 1 as in the drawing. */
    public static Figure weights(Figure.Heading heading, Network network) {
        var rows = new ArrayList<List<Cell>>();
        for (var entry : WeightTable.of(network)) {
            rows.add(List.of(Table.number(entry.map()), Table.number(entry.unit()), entry.input() == 0 ? Table.words("bias") : Table.number(entry.input()),
                Table.number(Expr.of(entry.weight()))));
        }
        return new Table(heading, List.of("map", "unit", "input", "weight"), rows);
    }

    /** The sizes of networks, in this order: names to networks. */
    public static Figure sizes(Figure.Heading heading, Map<String, Network> networks) {
        var rows = new ArrayList<List<Cell>>();
        networks.forEach((name, network) -> {
            var figures = Figures.of(network);
            rows.add(List.of(Table.words(name), Table.number(figures.affineMaps()), Table.number(figures.hiddenLayers()), Table.number(figures.width()),
                Table.number(figures.nonzeros()), Table.number(figures.distinct()), Table.number(Expr.of(figures.magnitude()))));
        });
        return new Table(heading, List.of("network", "affine maps", "hidden layers", "width", "weights other than 0", "distinct values", "largest size"), rows);
    }
}
