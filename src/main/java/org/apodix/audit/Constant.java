package org.apodix.audit;

/**
 * A symbol of a theorem's statement, explained.
 *
 * @param tex     the symbol, in LaTeX
 * @param meaning what it is, with its value or formula; LaTeX between dollar signs
 * @param fixedBy who fixed it
 */
public record Constant(String tex, String meaning, Source fixedBy) {

    /** Who fixed a constant. */
    public enum Source {
        PAPER("the paper"),
        DERIVED("derived here"),
        INSTANCE("the instance"),
        RUN("chosen for the run");

        private final String words;

        Source(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
