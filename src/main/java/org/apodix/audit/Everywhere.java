package org.apodix.audit;

import java.util.List;
import java.util.function.Function;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.IndexedSum;
import org.apodix.proof.Domain;

/**
 * That a statement speaks of every point of a domain: its formulas contain the variables of the domain, free.
 *
 * @param tex    the variables and where they range, in LaTeX, such as {@code x \\in [0, 1]}
 * @param domain the domain of a model
 */
public record Everywhere<M>(String tex, Function<? super M, Domain> domain) {

    /** The expression at a point of the domain: a sum over this one row of values. */
    Expr at(Expr side, M model, List<Rational> point) {
        return IndexedSum.of(side, domain.apply(model).variables(), List.of(point));
    }
}
