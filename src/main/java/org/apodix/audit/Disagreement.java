package org.apodix.audit;

/**
 * Two carriers contradict each other about the same object, so at least one of them is wrong: an error of this program, never of
 * its input. The message is one line: what was computed, and both answers.
 */
public final class Disagreement extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Disagreement(String message) {
        super(message);
    }
}
