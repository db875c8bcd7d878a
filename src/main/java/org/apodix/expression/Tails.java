package org.apodix.expression;

import org.apodix.enclosure.Dyadic;
import org.apodix.enclosure.DyadicArithmetic;
import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.Rounding;
import org.apodix.enclosure.UndefinedException;

/** The tail bound of one integral over the line, as a function of L, with a check that can refute it. */
final class Tails {

    private static final int BITS = 64;
    /** Cells on either side of 0 in which |f| is bounded from below. */
    private static final int CELLS = 32;

    private final Integrand integrand;
    private final Body<DyadicInterval> bound;
    private final Dyadic least;

    Tails(Integrand integrand, Tape bound, Dyadic least) {
        this.integrand = integrand;
        this.bound = new Body<>(bound, new DyadicArithmetic(BITS), integrand.outer());
        this.least = least;
    }

    /** The least L for which the bound is promised. */
    Dyadic least() {
        return least;
    }

    /** An upper bound of the integral of |f| over |x| > L, for an L at least the least; infinite where the bound is not proved to be defined. */
    Dyadic beyond(Dyadic from) {
        try {
            var upper = bound.at(DyadicInterval.point(from)).upper();
            if (upper.signum() < 0) {
                throw new IllegalStateException("the tail bound is negative at " + from + ": it bounds the integral of |f| beyond it");
            }
            return upper;
        } catch (UndefinedException e) {
            return Dyadic.POSITIVE_INFINITY;
        }
    }

    /** An {@link IllegalStateException} if the integral of |f| over L < |x| < 2L is proved to be above the promised bound. */
    void check(Dyadic from) {
        var width = from.shift(-5);
        var total = Dyadic.ZERO;
        for (int k = 0; k < CELLS; k++) {
            var lower = from.plus(width.times(Dyadic.of(k)));
            var upper = lower.plus(width);
            total = Dyadic.sum(total, mignitude(lower, upper), BITS, Rounding.DOWN);
            total = Dyadic.sum(total, mignitude(upper.negate(), lower.negate()), BITS, Rounding.DOWN);
        }
        integrand.spend(2L * CELLS);
        var promised = beyond(from);
        if (Dyadic.product(total, width, BITS, Rounding.DOWN).compareTo(promised) > 0) {
            throw new IllegalStateException("the tail bound at " + from + " is " + promised + ", but the integral of |f| beyond it is more");
        }
    }

    private Dyadic mignitude(Dyadic lower, Dyadic upper) {
        var range = integrand.bounds(0).range(DyadicInterval.of(lower, upper));
        return range == null ? Dyadic.ZERO : range.mignitude();
    }
}
