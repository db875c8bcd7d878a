package org.apodix.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.apodix.expression.Quantity;

/**
 * A family of instances, as it is read from and written to JSON.
 *
 * @param <M> the model: the paper's objects of one instance, built from exact parameters
 */
public interface Family<M> {

    /** The value of the field {@code family}. */
    String name();

    Class<M> type();

    /**
     * The names of the fields of an instance that may come without the field {@code family}: one with exactly these fields is of this family.
     * A list may be given as its name with {@code []}, which then must be one. Empty where it needs that field.
     */
    default List<Set<String>> shapes() {
        return List.of();
    }

    /** Whether this family writes the model; several families may share one type. */
    default boolean writes(Object model) {
        return type().isInstance(model);
    }

    /**
     * The model of an instance.
     *
     * @throws BadInput if the fields are no object of this family
     */
    M read(Fields fields);

    /** The exact instance as JSON; {@link #read} gives the model back. */
    ObjectNode write(M model);

    /** Why {@code evaluate} does not answer an instance, because it would take many minutes; empty where it does. */
    default String refusal(M model) {
        return "";
    }

    /** The named quantities that {@code evaluate} prints of this instance, in order. */
    List<Quantity<M>> quantities(M model);
}
