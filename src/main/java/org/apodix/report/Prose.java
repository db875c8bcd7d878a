package org.apodix.report;

import java.util.ArrayList;
import java.util.List;

/** Words with LaTeX between dollar signs, cut into pieces. */
public record Prose(List<Piece> pieces) {

    /** A piece of plain text, or of LaTeX without its dollar signs. */
    public record Piece(String text, boolean isTex) { }

    /** Cuts a text at its dollar signs; an odd last dollar sign is an ordinary character. */
    public static Prose of(String text) {
        var pieces = new ArrayList<Piece>();
        int from = 0;
        while (from < text.length()) {
            int open = text.indexOf('$', from);
            int close = open < 0 ? -1 : text.indexOf('$', open + 1);
            if (close < 0) {
                pieces.add(new Piece(text.substring(from), false));
                break;
            }
            if (open > from) {
                pieces.add(new Piece(text.substring(from, open), false));
            }
            if (close > open + 1) {
                pieces.add(new Piece(text.substring(open + 1, close), true));
            }
            from = close + 1;
        }
        return new Prose(List.copyOf(pieces));
    }

    public boolean isEmpty() {
        return pieces.isEmpty();
    }
}
