package org.apodix.expression;

import org.apodix.enclosure.Dyadic;
import org.apodix.enclosure.DyadicInterval;

/**
 * A part of the range of an integral.
 *
 * @param area an enclosure of the integral over the cell: its length times the range of the integrand; null where the
 *     integrand is not proved to be defined and bounded
 * @param depth how often the range was halved
 */
record Cell(Dyadic lower, Dyadic upper, DyadicInterval area, int depth) implements Comparable<Cell> {

    Dyadic middle() {
        return lower.plus(upper).shift(-1);
    }

    Dyadic radius() {
        return upper.minus(lower).shift(-1);
    }

    DyadicInterval range() {
        return DyadicInterval.of(lower, upper);
    }

    /** The least number e with |x| < 2^e on the cell, less that of its length: the bits to tell its points apart. */
    int depthOfPoints() {
        return exponent(lower.abs().max(upper.abs())) - exponent(upper.minus(lower));
    }

    /** The least e with |x| < 2^e for x != 0, to one unit. */
    static int exponent(Dyadic x) {
        return x.exponent() + x.mantissa().bitLength();
    }

    /** The cells whose direct enclosure is worst come first: undefined ones (the narrowest before), then by width, from the left. */
    @Override
    public int compareTo(Cell other) {
        if (area == null || other.area == null) {
            int undefined = Boolean.compare(area != null, other.area != null);
            int narrower = Integer.compare(other.depth, depth);
            return undefined != 0 ? undefined : narrower != 0 ? narrower : lower.compareTo(other.lower);
        }
        int wider = other.area.width().compareTo(area.width());
        return wider != 0 ? wider : lower.compareTo(other.lower);
    }
}
