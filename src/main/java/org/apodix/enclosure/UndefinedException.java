package org.apodix.enclosure;

/**
 * An operation met a set on which it is not proved to be defined: a division by an interval that contains 0, the logarithm
 * of one that is not wholly positive. Higher precision may prove it; no value is invented meanwhile.
 */
public final class UndefinedException extends ArithmeticException {

    private static final long serialVersionUID = 1L;

    public UndefinedException(String message) {
        super(message);
    }
}
