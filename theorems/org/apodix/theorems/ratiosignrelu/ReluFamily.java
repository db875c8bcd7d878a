package org.apodix.theorems.ratiosignrelu;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.apodix.audit.Family;
import org.apodix.audit.Fields;
import org.apodix.expression.Quantity;

/** {@code relu}: the exact ReLU gate for inputs up to B, and a point. */
final class ReluFamily implements Family<ReluInstance> {

    @Override
    public String name() {
        return "relu";
    }

    @Override
    public Class<ReluInstance> type() {
        return ReluInstance.class;
    }

    @Override
    public List<Set<String>> shapes() {
        return List.of(Set.of("alpha", "B", "x"));
    }

    @Override
    public ReluInstance read(Fields fields) {
        return new ReluInstance(Read.positive(fields, "alpha"), Read.positive(fields, "B"), fields.rational("x"));
    }

    @Override
    public ObjectNode write(ReluInstance model) {
        return JsonNodeFactory.instance.objectNode().put("family", name()).put("alpha", model.alpha().toString())
            .put("B", model.bound().toString()).put("x", model.x().toString());
    }

    @Override
    public List<Quantity<ReluInstance>> quantities(ReluInstance model) {
        return ReluClaims.printed(model);
    }
}
