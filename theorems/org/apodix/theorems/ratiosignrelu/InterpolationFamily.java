package org.apodix.theorems.ratiosignrelu;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.apodix.audit.BadInput;
import org.apodix.audit.Family;
import org.apodix.audit.Fields;
import org.apodix.expression.Quantity;

/** {@code mixture_interpolation}: a mixture on the line, interpolated on n equal pieces of [-R, R]. */
final class InterpolationFamily implements Family<InterpolationInstance> {

    static final int MOST_POINTS = 100;
    private static final int MOST_PIECES = 1000;

    @Override
    public String name() {
        return "mixture_interpolation";
    }

    @Override
    public Class<InterpolationInstance> type() {
        return InterpolationInstance.class;
    }

    @Override
    public List<Set<String>> shapes() {
        return List.of(Set.of("weights", "atoms", "sqrt_abar", "R", "n", "x"));
    }

    @Override
    public InterpolationInstance read(Fields fields) {
        var radius = Read.positive(fields, "R");
        var points = Read.list(fields, "x", MOST_POINTS);
        for (var x : points) {
            if (x.abs().compareTo(radius) > 0) {
                throw new BadInput("\"x\" contains " + Fields.shorten(x.toString()) + "; it must lie in [-R, R] with R = " + radius);
            }
        }
        return new InterpolationInstance(MixtureFields.readLine(fields), radius, fields.integer("n", 1, MOST_PIECES), points);
    }

    @Override
    public ObjectNode write(InterpolationInstance model) {
        var json = JsonNodeFactory.instance.objectNode().put("family", name());
        MixtureFields.write(json, model.mixture(), true);
        json.put("R", model.radius().toString()).put("n", model.pieces());
        Simple.put(json, "x", model.points());
        return json;
    }

    @Override
    public List<Quantity<InterpolationInstance>> quantities(InterpolationInstance model) {
        return InterpolationClaims.printed(model);
    }
}
