package org.apodix.theorems.dimensionfreescore;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apodix.audit.Fields;
import org.apodix.expression.Quantity;

/**
 * One of the kinds of instances that share the name of a family: the fields of an instance determine what is computed of it.
 *
 * @param fits    whether an instance of the family with these fields is of this kind
 * @param belongs which models of the type this kind writes
 * @param writer  writes the fields, but for the name of the family
 */
record Kind<M>(Class<M> type, Predicate<Fields> fits, Predicate<M> belongs, Function<Fields, M> reader, BiConsumer<M, ObjectNode> writer,
        Function<M, List<Quantity<M>>> printed) {

    boolean writes(Object model) {
        return type.isInstance(model) && belongs.test(type.cast(model));
    }

    void write(Object model, ObjectNode json) {
        writer.accept(type.cast(model), json);
    }

    List<Quantity<Object>> quantities(Object model) {
        return printed.apply(type.cast(model)).stream().map(quantity -> quantity.<Object>of(type::cast, "", "")).toList();
    }
}
