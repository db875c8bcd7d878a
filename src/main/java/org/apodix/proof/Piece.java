package org.apodix.proof;

import java.util.List;
import java.util.function.Supplier;
import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.RationalFunction;

/** What is known of the value of an expression on a cell. */
final class Piece<T> {

    private final List<RationalFunction> forms;
    private final T extra;
    private Supplier<DyadicInterval> supplier;
    private DyadicInterval range;

    /**
     * A value.
     *
     * @param forms rational functions of the local coordinates, whose denominators have no zero on the cell: at every point of the cell the
     *     value is that of one of them; empty where none are known
     * @param range a set that contains the values on the cell, computed when it is asked for
     * @param extra the value on the second carrier; null where there is none
     */
    Piece(List<RationalFunction> forms, Supplier<DyadicInterval> range, T extra) {
        this.forms = forms;
        this.supplier = range;
        this.extra = extra;
    }

    List<RationalFunction> forms() {
        return forms;
    }

    /** The rational function that the value is on the whole cell, or null. */
    RationalFunction form() {
        return forms.size() == 1 ? forms.get(0) : null;
    }

    DyadicInterval range() {
        if (range == null) {
            range = supplier.get();
            supplier = null;
        }
        return range;
    }

    T extra() {
        return extra;
    }
}
