package org.apodix.proof;

import java.util.Locale;

/** What a {@link Prover} found of a statement about all points of a domain. */
public sealed interface Finding {

    /** How a statement was proved, the simplest means that was enough. */
    enum Method {
        /** Identities and signs of polynomials on the parts of the domain as they were given. */
        ALGEBRA,
        /** The same, on cells between the points where an expression changes its branch. */
        BREAKPOINTS,
        /** Cells were halved until the statement was proved on each, by signs of polynomials, enclosures or Taylor polynomials. */
        SUBDIVISION;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The statement holds at every point of the domain.
     *
     * @param cells    the number of cells on which it was proved
     * @param sample   the point, of those where both sides were computed, at which left/right is greatest, or right - left least where the right side is
     *     positive at none of them; of an identity, the first such point; null where both sides were enclosed at no point
     */
    record Proved(Method method, long cells, Sample sample) implements Finding { }

    /** The statement fails at a point, by both sides as they were stated. */
    record Refuted(Sample witness) implements Finding { }

    /** Neither was found; the reason in words. */
    record Open(String reason) implements Finding { }
}
