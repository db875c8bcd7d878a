package org.apodix.audit.figure;

import org.apodix.expression.Expr;

/**
 * A line across a plot.
 *
 * @param label what is marked
 * @param at    its abscissa if {@code upright}, else its ordinate
 */
public record Mark(String label, Expr at, boolean upright) {

    /** The upright line at an abscissa. */
    public static Mark x(String label, Expr at) {
        return new Mark(label, at, true);
    }

    /** The level line at an ordinate. */
    public static Mark y(String label, Expr at) {
        return new Mark(label, at, false);
    }
}
