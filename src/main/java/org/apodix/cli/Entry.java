package org.apodix.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apodix.audit.BadInput;
import org.apodix.audit.Family;
import org.apodix.audit.Fields;
import org.apodix.audit.Json;
import org.apodix.audit.Theorem;

/**
 * One entry of an input of {@code evaluate}, validated.
 *
 * @param claim    the label, echoed
 * @param instance as it was given, echoed
 * @param family   the name of the family, given or known from the field names
 * @param subject  the model, or null where the family is not built yet
 */
record Entry(String claim, ObjectNode instance, String family, Subject<?> subject) {

    private static final Set<String> FIELDS = Set.of("claim", "instance", "quantities");
    private static final String SHAPE = "{\"claim\": \"R7\", \"instance\": {\"family\": ...}}";

    /** A model with the family that read it. */
    record Subject<M>(Family<M> family, M model) { }

    /** The entries of a text: one object or an array of them. All are validated before the first is evaluated. */
    static List<Entry> read(Input input, Theorem theorem) {
        var json = Json.read(input.text(), input.name());
        if (!json.isArray()) {
            return List.of(entry(json, input.name(), theorem));
        }
        if (json.isEmpty()) {
            throw new BadInput(input.name() + " is an empty array; write at least one " + SHAPE);
        }
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < json.size(); i++) {
            entries.add(entry(json.get(i), "entry " + (i + 1) + " of " + input.name(), theorem));
        }
        return entries;
    }

    private static Entry entry(JsonNode json, String where, Theorem theorem) {
        try {
            return entry(json, theorem);
        } catch (BadInput e) {
            throw new BadInput(where + ": " + e.getMessage());
        }
    }

    private static Entry entry(JsonNode json, Theorem theorem) {
        if (!json.isObject()) {
            throw new BadInput("an entry is an object " + SHAPE + ", not " + Fields.shorten(json.toString()));
        }
        if (json.has("family")) {
            throw new BadInput("this is an instance without its entry; write " + SHAPE);
        }
        for (var names = json.fieldNames(); names.hasNext(); ) {
            var name = names.next();
            if (!FIELDS.contains(name)) {
                throw new BadInput("unknown field \"" + Fields.shorten(name) + "\" of an entry; its fields are claim, instance, and quantities, which is ignored");
            }
        }
        if (!json.path("claim").isTextual()) {
            throw new BadInput("the field \"claim\" must be a text, a label that is echoed; write " + SHAPE);
        }
        if (!json.has("instance")) {
            throw new BadInput("the entry has no field \"instance\"; write " + SHAPE);
        }
        var fields = recognized(new Fields(json.get("instance")), theorem);
        return new Entry(json.get("claim").textValue(), (ObjectNode) json.get("instance"), fields.family(), subject(fields, theorem));
    }

    /** The fields with the name of their family: of several that have these field names, the first. */
    private static Fields recognized(Fields fields, Theorem theorem) {
        if (fields.namesFamily()) {
            return fields;
        }
        var names = fields.names();
        for (var family : theorem.families()) {
            if (family.shapes().contains(names)) {
                return fields.ofFamily(family.name());
            }
        }
        for (var planned : theorem.plannedShapes().entrySet()) {
            if (planned.getValue().contains(names)) {
                return fields.ofFamily(planned.getKey());
            }
        }
        var known = theorem.families().stream().flatMap(family -> family.shapes().stream()).map(shape -> new TreeSet<>(shape).toString()).toList();
        if (known.isEmpty()) {
            return fields; // the instance must name its family, which it will be told
        }
        throw new BadInput("no family of " + theorem.id() + " is known by the fields " + Fields.shorten(names.toString())
            + "; add the field \"family\", or give exactly one of " + String.join(", ", known));
    }

    private static Subject<?> subject(Fields fields, Theorem theorem) {
        for (var family : theorem.families()) {
            if (family.name().equals(fields.family())) {
                return subject(family, fields);
            }
        }
        if (theorem.plannedFamilies().contains(fields.family())) {
            return null;
        }
        throw new BadInput("unknown family \"" + Fields.shorten(fields.family()) + "\" of " + theorem.id() + "; the families are "
            + String.join(", ", theorem.families().stream().map(Family::name).toList()));
    }

    private static <M> Subject<M> subject(Family<M> family, Fields fields) {
        var model = family.read(fields);
        fields.requireNoOthers();
        return new Subject<>(family, model);
    }
}
