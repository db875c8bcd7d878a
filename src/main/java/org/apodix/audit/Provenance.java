package org.apodix.audit;

/** Where a claim stands: what the paper says, what is checked, and the difference in words. */
public record Provenance(Origin origin, String paperSays, String difference) {

    /** Who states the claim. */
    public enum Origin {
        ABSTRACT("paper, abstract"),
        HEADLINE("paper, headline theorem"),
        TEXT("paper, text"),
        RESTATED("restated elsewhere"),
        CLASSICAL("classical"),
        DERIVED("derived here");

        private final String words;

        Origin(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** A claim that the project derives itself; {@code paperSays} is what the paper has in its place, or empty. */
    public static Provenance derived(String paperSays, String difference) {
        return new Provenance(Origin.DERIVED, paperSays, difference);
    }
}
