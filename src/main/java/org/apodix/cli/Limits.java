package org.apodix.cli;

import org.apodix.audit.BadInput;
import org.apodix.audit.Fields;
import org.apodix.audit.Options;

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

    /** Rejects every engine but the one that is built. */
    static String requireEngine(String engine) {
        if (engine.equals(Options.DEFAULT_ENGINE)) {
            return engine;
        }
        if (engine.equals("apfloat") || engine.equals("both")) {
            throw new BadInput("--engine " + engine + " is not built yet; leave --engine out, or use --engine dyadic");
        }
        throw new BadInput("--engine \"" + Fields.shorten(engine) + "\" is unknown; the engine is dyadic (apfloat and both are not built yet)");
    }
}
