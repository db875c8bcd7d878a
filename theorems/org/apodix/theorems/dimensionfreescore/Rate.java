package org.apodix.theorems.dimensionfreescore;

import org.apodix.expression.Expr;

/** A tilt with two numbers of nodes: the proved bracket of the log-log slope of the error norm between them (R10(b)). */
final class Rate {

    private final RidgeNodes few;
    private final RidgeNodes many;

    /** @param more above {@code nodes}; others are rejected */
    Rate(RidgeTilt tilt, int nodes, int more) {
        if (more <= nodes) {
            throw new IllegalArgumentException("a rate between " + nodes + " and " + more + " nodes: give the smaller number first");
        }
        this.few = new RidgeNodes(tilt, nodes);
        this.many = new RidgeNodes(tilt, more);
    }

    RidgeNodes few() {
        return few;
    }

    RidgeNodes many() {
        return many;
    }

    /** The end of the bracket; undefined where the lower bound of a norm is not positive. */
    Expr slope(boolean upper) {
        var distance = Expr.of(org.apodix.enclosure.Rational.of(many.nodes(), few.nodes())).log();
        return many.norm(upper).over(few.norm(!upper)).log().over(distance);
    }
}
