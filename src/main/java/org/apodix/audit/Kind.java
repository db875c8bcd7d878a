package org.apodix.audit;

import java.util.Locale;

/** What a statement is, and so what its verdict can mean. */
public enum Kind {

    /** An identity. */
    EXACT,
    /** For all points of a domain of the instance. */
    UNIFORM,
    /** An inequality between numbers of the instance. */
    INSTANCE,
    /** A rate, read off a fitted slope with a rigorous enclosure: evidence, not proof. */
    FITTED,
    /** True with a stated confidence. */
    STATISTICAL;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
