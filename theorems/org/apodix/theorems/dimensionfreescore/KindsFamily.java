package org.apodix.theorems.dimensionfreescore;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
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

    /** What is read from an instance of a kind that is planned. */
    private record Planned(String reason) { }

    /** A field of each planned kind that no other one has. */
    private static final List<String> PLANNED = List.of("n", "q");

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
        if (kinds.stream().noneMatch(k -> k.fits().test(fields)) && isPlanned(fields)) {
            fields.names().forEach(fields::has);
            return new Planned("this kind of \"" + name + "\" instance is not built yet");
        }
        var kind = kinds.stream().filter(k -> k.fits().test(fields)).findFirst().orElseThrow(() -> new BadInput(
            "no kind of \"" + name + "\" instance has exactly the fields " + Fields.shorten(fields.names().toString())
                + "; docs/instances names the fields of each"));
        var model = kind.reader().apply(fields);
        fields.requireNoOthers();
        return model;
    }

    /** Grids, chains, and early stopping of two modes. */
    private boolean isPlanned(Fields fields) {
        return PLANNED.stream().anyMatch(fields.names()::contains) || fields.names().equals(Set.of("m", "p", "a", "sigma"));
    }

    @Override
    public String refusal(Object model) {
        return model instanceof Planned planned ? planned.reason() : "";
    }

    @Override
    public ObjectNode write(Object model) {
        var json = JsonNodeFactory.instance.objectNode().put("family", name);
        kind(model).write(model, json);
        return json;
    }

    @Override
    public List<Quantity<Object>> quantities(Object model) {
        return model instanceof Planned ? List.of() : kind(model).quantities(model);
    }

    private Kind<?> kind(Object model) {
        return kinds.stream().filter(k -> k.writes(model)).findFirst()
            .orElseThrow(() -> new IllegalArgumentException("the family " + name + " has no model " + model));
    }
}
