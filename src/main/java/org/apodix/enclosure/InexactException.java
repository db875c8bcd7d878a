package org.apodix.enclosure;

/**
 * Thrown by {@link ExactArithmetic} when a value is not a rational number of acceptable size. Carries no stack trace.
 */
public final class InexactException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InexactException(String message) {
        super(message, null, false, false);
    }
}
