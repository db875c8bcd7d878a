package org.apodix.expression;

import java.util.ArrayList;
import java.util.List;
import org.apodix.enclosure.Arithmetic;
import org.apodix.enclosure.Defined;
import org.apodix.enclosure.DyadicInterval;

/**
 * A body with bound variables as a function on one carrier. What does not depend on a variable is computed once.
 *
 * @param <T> a value of the carrier
 */
final class Body<T> {

    private final Tape tape;
    private final Arithmetic<T> arithmetic;
    private final Object[] constants;
    private final List<T> outer;

    /** @param outer the values of the variables after the first ones, which are bound by other nodes */
    Body(Tape tape, Arithmetic<T> carrier, List<DyadicInterval> outer) {
        this.tape = tape;
        this.arithmetic = new Defined<>(carrier);
        this.constants = tape.constants(arithmetic);
        this.outer = outer.stream().map(carrier::enclose).toList();
    }

    /**
     * The value at values of the first variables.
     *
     * @throws org.apodix.enclosure.UndefinedException if some operation is not proved to be defined
     */
    T at(List<T> row) {
        if (outer.isEmpty()) {
            return tape.at(arithmetic, constants, row);
        }
        var all = new ArrayList<>(row);
        all.addAll(outer);
        return tape.at(arithmetic, constants, all);
    }

    T at(T x) {
        return at(List.of(x));
    }
}
