package org.apodix.expression;

/** A text that is no expression in the notation of {@link Notation}. The message is one line: the text, the rule, the way out. */
public final class NotationException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    NotationException(String message) {
        super(message);
    }
}
