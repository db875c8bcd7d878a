package org.apodix.theorems.ratiosignrelu;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.apodix.audit.BadInput;
import org.apodix.audit.Family;
import org.apodix.audit.Fields;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Quantity;

/** {@code variation}: the ReLU integral in dimension d, mu cells per axis, and a point; the density is 1, or with {@code "density": "sloped"} 1 + beta/(2d). */
final class VariationFamily implements Family<Variation> {

    @Override
    public String name() {
        return "variation";
    }

    @Override
    public Class<Variation> type() {
        return Variation.class;
    }

    @Override
    public List<Set<String>> shapes() {
        return List.of(Set.of("d", "m", "x"), Set.of("d", "m", "x", "density"));
    }

    @Override
    public Variation read(Fields fields) {
        int dimension = fields.integer("d", 2, 3);
        int parts = fields.integer("m", 1, dimension == 2 ? 100 : 20);
        var x = Read.list(fields, "x", dimension, "dimension");
        for (var value : x) {
            if (value.abs().compareTo(Rational.ONE) > 0) {
                throw new BadInput("\"x\" contains " + Fields.shorten(value.toString()) + "; it must lie in [-1, 1]");
            }
        }
        boolean sloped = fields.has("density") && fields.word("density", "one", "sloped").equals("sloped");
        return new Variation(parts, List.copyOf(x), sloped);
    }

    @Override
    public ObjectNode write(Variation model) {
        var json = JsonNodeFactory.instance.objectNode().put("family", name()).put("d", model.dimension()).put("m", model.parts());
        Simple.put(json, "x", model.x());
        if (model.sloped()) {
            json.put("density", "sloped");
        }
        return json;
    }

    @Override
    public List<Quantity<Variation>> quantities(Variation model) {
        return VariationClaims.printed();
    }
}
