package org.apodix.theorems.dimensionfreescore;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.apodix.audit.BadInput;
import org.apodix.audit.Family;
import org.apodix.audit.Fields;
import org.apodix.expression.Quantity;

/**
 * A family whose instances are of several kinds, told apart by their fields.
 *
 * @param kinds the first that fits reads an instance; at most one writes a model
 */
record KindsFamily(String name, List<Kind<?>> kinds) implements Family<Object> {

    @Override
    public Class<Object> type() {
        return Object.class;
    }

    @Override
    public boolean writes(Object model) {
        return kinds.stream().anyMatch(kind -> kind.writes(model));
    }

    @Override
    public Object read(Fields fields) {
        var kind = kinds.stream().filter(k -> k.fits().test(fields)).findFirst().orElseThrow(() -> new BadInput(
            "no kind of \"" + name + "\" instance has exactly the fields " + Fields.shorten(fields.names().toString())
                + "; docs/instances names the fields of each"));
        var model = kind.reader().apply(fields);
        fields.requireNoOthers();
        return model;
    }

    @Override
    public ObjectNode write(Object model) {
        var json = JsonNodeFactory.instance.objectNode().put("family", name);
        kind(model).write(model, json);
        return json;
    }

    @Override
    public List<Quantity<Object>> quantities(Object model) {
        return kind(model).quantities(model);
    }

    private Kind<?> kind(Object model) {
        return kinds.stream().filter(k -> k.writes(model)).findFirst()
            .orElseThrow(() -> new IllegalArgumentException("the family " + name + " has no model " + model));
    }
}
