package org.apodix.enclosure;

/**
 * log(1 + x) for x > -1.
 *
 * <p>For 0 < |x| < 2^(-bits-2) from x - x^2 < log(1 + x) < x. Otherwise it is the logarithm of 1 + x, which is exact when
 * it fits in four times the precision, and else is rounded in the direction of the end that is asked for: log increases.
 */
final class DyadicLog1p {

    private DyadicLog1p() { }

    /** Thin intervals as those of {@link DyadicThin#log}; null where 1 + x or 1 + y has many bits, and where that method gives null. */
    static DyadicInterval thin(Dyadic x, Dyadic y, int bits) {
        if (x.isInfinite() || y.isInfinite() || x.top() < -bits || y.top() < -bits || x.exponent() < -2 * bits || y.exponent() < -2 * bits
                || x.top() > bits || y.top() > bits) {
            return null;
        }
        return DyadicThin.log(Dyadic.ONE.plus(x), Dyadic.ONE.plus(y), bits);
    }

    /** The neighbours of log(1 + x) with the given number of bits; the point 0 for x = 0; x > -1. */
    static DyadicInterval log1p(Dyadic x, int bits) {
        if (x.signum() == 0) {
            return DyadicInterval.point(Dyadic.ZERO);
        }
        if (!x.isInfinite() && x.top() <= -bits - 2) {
            return DyadicLog.nearest(x, bits);
        }
        int wide = 4 * bits + 256;
        Dyadic below = Dyadic.sum(Dyadic.ONE, x, wide, Rounding.DOWN);
        Dyadic above = Dyadic.sum(Dyadic.ONE, x, wide, Rounding.UP);
        DyadicInterval log = below.signum() > 0 ? DyadicLog.log(below, bits) : DyadicInterval.ENTIRE;
        return below.equals(above) ? log : DyadicInterval.ordered(log.lower(), DyadicLog.log(above, bits).upper());
    }
}
