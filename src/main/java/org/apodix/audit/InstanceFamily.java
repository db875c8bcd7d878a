package org.apodix.audit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Quantity;

/**
 * A family put together from its parts.
 *
 * @param shape     the names of the fields by which an instance without the field {@code family} is known
 * @param belongs   which models of the type it writes
 * @param reader    reads the fields; the rest of them is rejected afterwards
 * @param writer    writes the fields
 * @param printed   the quantities that are printed
 */
public record InstanceFamily<M>(String name, Class<M> type, Set<String> shape, Predicate<M> belongs, Function<Fields, M> reader,
        BiConsumer<M, ObjectNode> writer, List<Quantity<M>> printed) implements Family<M> {

    @Override
    public List<Set<String>> shapes() {
        return List.of(shape);
    }

    @Override
    public boolean writes(Object model) {
        return type.isInstance(model) && belongs.test(type.cast(model));
    }

    @Override
    public M read(Fields fields) {
        var model = reader.apply(fields);
        fields.requireNoOthers();
        return model;
    }

    @Override
    public ObjectNode write(M model) {
        var json = JsonNodeFactory.instance.objectNode().put("family", name);
        writer.accept(model, json);
        return json;
    }

    @Override
    public List<Quantity<M>> quantities(M model) {
        return printed;
    }

    /** Puts a list of exact numbers into an instance. */
    public static void put(ObjectNode json, String name, List<Rational> values) {
        var list = json.putArray(name);
        values.forEach(x -> list.add(x.toString()));
    }
}
