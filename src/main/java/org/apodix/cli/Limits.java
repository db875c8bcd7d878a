package org.apodix.cli;

import org.apodix.audit.BadInput;

/** What option values may be. */
final class Limits {

    private Limits() { }

    /** Rejects a value outside [least, most]. */
    static int require(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new BadInput(option + " is " + value + "; it must be an integer from " + least + " to " + most);
        }
        return value;
    }
}
