package org.apodix.expression;

import org.apodix.enclosure.Rational;

/** The characters of an expression and the place that was reached in them: what {@link Notation} reads, and its messages. */
final class NotationText {

    private static final int SHOWN = 40;

    private final String text;
    private int position;

    NotationText(String text) {
        this.text = text;
    }

    /** Skips blanks and tells where the next character is. */
    int next() {
        while (position < text.length() && (text.charAt(position) == ' ' || text.charAt(position) == '\t')) {
            position++;
        }
        return position;
    }

    boolean atEnd() {
        return next() == text.length();
    }

    /** Reads the character if it comes next. */
    boolean accept(char wanted) {
        boolean found = !atEnd() && text.charAt(position) == wanted;
        position += found ? 1 : 0;
        return found;
    }

    void require(char wanted) {
        if (!accept(wanted)) {
            throw misplaced(wanted == ')' ? "an operator, a comma or )" : "\"" + wanted + "\"");
        }
    }

    /** Reads signs: whether their product is negative. */
    boolean signs() {
        boolean negative = false;
        while (true) {
            if (accept('-')) {
                negative = !negative;
            } else if (!accept('+')) {
                return negative;
            }
        }
    }

    boolean isDigit() {
        return isDigit(next());
    }

    /** Reads an unsigned decimal number such as 7, 1.25 or 1e-6, exactly. */
    Rational number() {
        int start = next();
        digits();
        if (position < text.length() && text.charAt(position) == '.') {
            position++;
            if (!isDigit(position)) {
                throw misplaced("a digit after the point");
            }
            digits();
        }
        int sign = position + 1 < text.length() && "+-".indexOf(text.charAt(position + 1)) >= 0 ? 1 : 0;
        if (position < text.length() && "eE".indexOf(text.charAt(position)) >= 0 && isDigit(position + 1 + sign)) {
            position += 1 + sign;
            digits();
        }
        try {
            return Rational.parse(text.substring(start, position).replace("+", ""));
        } catch (IllegalArgumentException e) {
            throw new NotationException(e.getMessage());
        }
    }

    private void digits() {
        while (isDigit(position)) {
            position++;
        }
    }

    private boolean isDigit(int i) {
        return i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }

    /** Reads a name, which may be empty. */
    String name() {
        int start = next();
        while (isLetter(position) || position > start && isDigit(position)) {
            position++;
        }
        return text.substring(start, position);
    }

    private boolean isLetter(int i) {
        return i < text.length() && (text.charAt(i) >= 'a' && text.charAt(i) <= 'z' || text.charAt(i) >= 'A' && text.charAt(i) <= 'Z'
            || text.charAt(i) == '_');
    }

    /** The name after the next comma that is outside of brackets, or an empty text; nothing is read. */
    String nameAfterComma() {
        int from = position;
        int open = 0;
        while (position < text.length() && (open > 0 || text.charAt(position) != ',')) {
            open += text.charAt(position) == '(' ? 1 : text.charAt(position) == ')' ? -1 : 0;
            position++;
        }
        position = Math.min(position + 1, text.length());
        var name = name();
        position = from;
        return name;
    }

    NotationException misplaced(String wanted) {
        var found = atEnd() ? "the end" : quote(text.substring(position, position + 1));
        return error(position, found + " stands where " + wanted + " must stand", "2*x, not 2x; exp(-x^2/2), not exp -x^2/2");
    }

    NotationException error(int at, String rule, String wayOut) {
        return new NotationException("the expression " + quote(text) + " at position " + (at + 1) + ": " + rule + " (" + wayOut + ")");
    }

    /** At most {@value #SHOWN} characters in quotes, on one line. */
    static String quote(String text) {
        var line = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", " ");
        return "\"" + (line.length() <= SHOWN ? line : line.substring(0, SHOWN - 3) + "...") + "\"";
    }
}
