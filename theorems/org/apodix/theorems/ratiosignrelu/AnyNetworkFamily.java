package org.apodix.theorems.ratiosignrelu;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.apodix.audit.BadInput;
import org.apodix.audit.Family;
import org.apodix.audit.Fields;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Quantity;

/** {@code network}: a SignReLU network of one or two inputs and one output, layer by layer. */
final class AnyNetworkFamily implements Family<AnyNetwork> {

    private static final int MOST_LAYERS = 12;
    private static final int MOST_UNITS = 40;

    @Override
    public String name() {
        return "network";
    }

    @Override
    public Class<AnyNetwork> type() {
        return AnyNetwork.class;
    }

    /** The rows of hidden layer k, counted from 1, stand in the field {@code layerk}: per unit its weights and then its bias. */
    @Override
    public AnyNetwork read(Fields fields) {
        var alpha = Read.positive(fields, "alpha");
        int inputs = fields.integer("inputs", 1, 2);
        var widths = Read.list(fields, "widths", MOST_LAYERS);
        var layers = new ArrayList<List<List<Rational>>>();
        int before = inputs;
        for (int k = 0; k <= widths.size(); k++) {
            int units = k == widths.size() ? 1 : units(widths.get(k));
            layers.add(rows(fields, k == widths.size() ? "output" : "layer" + (k + 1), before, units));
            before = units;
        }
        return new AnyNetwork(alpha, List.copyOf(layers));
    }

    private static int units(Rational width) {
        if (!width.isInteger() || width.signum() <= 0 || width.compareTo(Rational.of(MOST_UNITS)) > 0) {
            throw new BadInput("\"widths\" contains " + Fields.shorten(width.toString()) + "; each is an integer from 1 to " + MOST_UNITS);
        }
        return width.numerator().intValueExact();
    }

    private static List<List<Rational>> rows(Fields fields, String name, int inputs, int units) {
        var matrix = fields.matrix(name, units, inputs + 1);
        var rows = new ArrayList<List<Rational>>();
        for (int i = 0; i < units; i++) {
            var row = new ArrayList<Rational>();
            for (int j = 0; j <= inputs; j++) {
                row.add(matrix.at(i, j));
            }
            rows.add(List.copyOf(row));
        }
        return List.copyOf(rows);
    }

    @Override
    public ObjectNode write(AnyNetwork model) {
        var json = JsonNodeFactory.instance.objectNode().put("family", name()).put("alpha", model.alpha().toString())
            .put("inputs", model.inputs());
        var widths = json.putArray("widths");
        model.layers().subList(0, model.depth()).forEach(layer -> widths.add(layer.size()));
        for (int k = 0; k <= model.depth(); k++) {
            var rows = json.putArray(k == model.depth() ? "output" : "layer" + (k + 1));
            for (var row : model.layers().get(k)) {
                var list = rows.addArray();
                row.forEach(value -> list.add(value.toString()));
            }
        }
        return json;
    }

    @Override
    public List<Quantity<AnyNetwork>> quantities(AnyNetwork model) {
        return model.inputs() == 2 ? DepthClaims.printed() : ReluClaims.printedOfAny();
    }
}
