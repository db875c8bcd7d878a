package org.apodix.expression;

import org.apodix.enclosure.Rational;

/**
 * A bound of the tails of an integral over the real line: for every real L >= {@code least} the bound at {@code from} = L is at least the
 * integral of |f(x)| over |x| > L.
 *
 * <p><b>This is a promise.</b> It cannot be derived from the expression of f, as it speaks of an unbounded range: the author of a formula proves it
 * and says where. What can be refuted is: an {@link ImproperIntegral} compares it with lower bounds of the integral of |f| next to L.
 *
 * @param bound may use {@code from} and variables that other nodes bind
 * @param least a nonnegative number; a negative one is rejected
 */
public record TailBound(Expr bound, Variable from, Rational least) {

    public TailBound {
        if (least.signum() < 0) {
            throw new IllegalArgumentException("a tail bound for |x| > L from L = " + least + " on: give a least L of 0 or more");
        }
    }
}
