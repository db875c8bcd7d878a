package org.apodix.proof;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The values of one function on cells, for two searches that look at the same ones. A value that is known takes no work again, but counts as much: what is found
 * within a budget does not depend on what was known before.
 */
final class KnownValues {

    /** A value, or the cut that it asks for. */
    private record Known(Piece<Void> value, Fork fork, long terms) { }

    private final Map<Cell, Known> cells = new HashMap<>();

    /** The value on the cell, from {@code evaluation} the first time. */
    Piece<Void> on(Cell cell, Budget budget, Supplier<Piece<Void>> evaluation) {
        var known = cells.get(cell);
        if (known == null) {
            known = evaluated(budget, evaluation);
            cells.put(cell, known);
        } else {
            budget.terms(known.terms);
        }
        if (known.fork != null) {
            throw known.fork;
        }
        return known.value;
    }

    private static Known evaluated(Budget budget, Supplier<Piece<Void>> evaluation) {
        long before = budget.usedTerms();
        try {
            var value = evaluation.get();
            return new Known(value, null, budget.usedTerms() - before);
        } catch (Fork fork) {
            return new Known(null, fork, budget.usedTerms() - before);
        }
    }
}
