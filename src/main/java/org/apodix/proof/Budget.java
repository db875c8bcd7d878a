package org.apodix.proof;

import java.util.List;
import org.apodix.enclosure.Rational;

/** The work that a proof may take: cells looked at and products of terms of polynomials, never time. */
final class Budget {

    /** Thrown when the work ends. */
    static final class Exhausted extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private Exhausted(String message) {
            super(message, null, false, false);
        }
    }

    private final long cells;
    private final long terms;
    private long usedCells;
    private long usedTerms;

    Budget(long cells, long terms) {
        this.cells = cells;
        this.terms = terms;
    }

    /** The products of terms computed so far. */
    long usedTerms() {
        return usedTerms;
    }

    void cell() {
        if (++usedCells > cells) {
            throw new Exhausted("the budget of " + cells + " cells ended");
        }
    }

    /** The reduction of these fractions: quadratic in their lengths, where they are long. */
    void numbers(List<Rational> fractions) {
        for (var fraction : fractions) {
            long words = fraction.bitLength() / Long.SIZE;
            terms(words * words);
        }
    }

    void terms(long number) {
        usedTerms += number;
        if (usedTerms > terms) {
            throw new Exhausted("the budget of " + terms + " products of terms ended");
        }
    }
}
