package org.apodix.audit;

/** Input that is no object of what it should be. The message is one line: the value, the rule, the way out. */
public final class BadInput extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public BadInput(String message) {
        super(message);
    }
}
