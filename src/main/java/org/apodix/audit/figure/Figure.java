package org.apodix.audit.figure;

import java.util.List;

/**
 * What a theorem hands to the report beside its claims. Every number in it is an expression, which the report encloses; nothing is drawn from a plain double.
 *
 * <p>A figure decides nothing: verdicts belong to claims alone.
 */
public sealed interface Figure permits Plot, Stack, Table, Picture {

    /** What the figure is called, and where it belongs. */
    Heading heading();

    /**
     * What the figure is called, and where it belongs.
     *
     * @param id      its permanent name within the theorem and the name of its CSV file: lower-case letters, digits and hyphens
     * @param title   in one line
     * @param caption what is shown, and what it is evidence of; LaTeX between dollar signs
     * @param claims  ids of the claims that it illustrates; none if it belongs to the theorem as a whole
     */
    record Heading(String id, String title, String caption, List<String> claims) {

        /** @throws IllegalArgumentException if the name is not made of lower-case letters, digits and hyphens */
        public Heading {
            if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
                throw new IllegalArgumentException("a figure called \"" + id + "\": its name is made of lower-case letters, digits and hyphens");
            }
            claims = List.copyOf(claims);
        }

        /** The heading of a figure that illustrates the claims. */
        public static Heading of(String id, String title, String caption, String... claims) {
            return new Heading(id, title, caption, List.of(claims));
        }
    }
}
