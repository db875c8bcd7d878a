package org.apodix.theorems.ratiosignrelu;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.apodix.audit.BadInput;
import org.apodix.audit.Family;
import org.apodix.audit.Fields;
import org.apodix.expression.Quantity;

/** {@code steps}: step functions f1, f2, g1, g2 on [0, 1], one value per cell. */
final class StepFamily implements Family<StepInstance> {

    private static final int MOST_CELLS = 1000;

    @Override
    public String name() {
        return "steps";
    }

    @Override
    public Class<StepInstance> type() {
        return StepInstance.class;
    }

    @Override
    public StepInstance read(Fields fields) {
        var f1 = Read.list(fields, "f1", MOST_CELLS);
        var f2 = Read.list(fields, "f2", f1.size(), "entry of \"f1\"");
        var g1 = Read.list(fields, "g1", f1.size(), "entry of \"f1\"");
        var g2 = Read.list(fields, "g2", f1.size(), "entry of \"f1\"");
        for (var value : f2) {
            if (value.signum() <= 0) {
                throw new BadInput("\"f2\" contains " + Fields.shorten(value.toString()) + "; the denominator must be positive");
            }
        }
        if (g2.stream().anyMatch(value -> value.isZero())) {
            throw new BadInput("\"g2\" contains 0; the approximate denominator must not vanish");
        }
        return new StepInstance(f1, f2, g1, g2);
    }

    @Override
    public ObjectNode write(StepInstance model) {
        var json = JsonNodeFactory.instance.objectNode().put("family", name());
        Simple.put(json, "f1", model.f1());
        Simple.put(json, "f2", model.f2());
        Simple.put(json, "g1", model.g1());
        Simple.put(json, "g2", model.g2());
        return json;
    }

    @Override
    public List<Quantity<StepInstance>> quantities(StepInstance model) {
        return RatioClaims.printed(model);
    }
}
