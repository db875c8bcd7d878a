package org.apodix.audit;

import java.util.function.Predicate;
import org.apodix.expression.Formula;

/**
 * When a true statement says something: where {@code less < more} is proved. For an upper bound, {@code less} is the bound and
 * {@code more} what is known without the theorem; for a lower bound, {@code less} is what is known and {@code more} the bound.
 *
 * @param known on which instances that comparison means something; elsewhere the statement counts as informative
 */
public record Informative<M>(Formula<M> less, Formula<M> more, Predicate<M> known) {

    /** LaTeX of the condition. */
    public String tex() {
        return less.tex() + " < " + more.tex();
    }
}
