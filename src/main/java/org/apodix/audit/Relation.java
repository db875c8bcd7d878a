package org.apodix.audit;

/** How the two sides of a statement compare. */
public enum Relation {

    AT_MOST("<=", "\\le"),
    EQUAL("=", "="),
    /** The left side lies within the range stated on the right. */
    FIT("fit", "\\in");

    private final String symbol;
    private final String tex;

    Relation(String symbol, String tex) {
        this.symbol = symbol;
        this.tex = tex;
    }

    public String symbol() {
        return symbol;
    }

    public String tex() {
        return tex;
    }
}
