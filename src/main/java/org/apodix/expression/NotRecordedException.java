package org.apodix.expression;

/** An expression of which no {@link Recording} is made: the message says why. */
public final class NotRecordedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param message what is not written out, and why */
    public NotRecordedException(String message) {
        super(message);
    }
}
