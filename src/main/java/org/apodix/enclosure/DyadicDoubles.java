package org.apodix.enclosure;

import java.math.BigInteger;

/** Doubles as dyadic numbers, exactly, and dyadic numbers as doubles, rounded in a direction. */
final class DyadicDoubles {

    private DyadicDoubles() { }

    /** Exactly the number that the double is. */
    static Dyadic of(double value) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("NaN is not a number: give a finite or infinite double");
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? Dyadic.POSITIVE_INFINITY : Dyadic.NEGATIVE_INFINITY;
        }
        long bits = Double.doubleToRawLongBits(value);
        int biased = (int) (bits >> 52) & 0x7ff;
        long fraction = bits & 0xfffffffffffffL;
        long size = biased == 0 ? fraction : fraction | 0x10000000000000L;
        if (size == 0) {
            return Dyadic.ZERO;
        }
        return Dyadic.of(value < 0 ? -size : size).shift(Math.max(biased, 1) - 1075);
    }

    /** The best bound of the number among the doubles, infinities included. */
    static double bound(Dyadic x, Rounding rounding) {
        if (x.isInfinite()) {
            return x.signum() > 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
        if (x.signum() < 0) {
            return -bound(x.negate(), rounding.opposite());
        }
        if (x.signum() == 0) {
            return 0;
        }
        if (x.top() > 1024) {
            return rounding == Rounding.UP ? Double.POSITIVE_INFINITY : Double.MAX_VALUE;
        }
        int unit = Math.max(x.top() - 53, -1074); // the spacing of the doubles there is 2^unit
        BigInteger m;
        if (x.exponent() >= unit) {
            m = x.mantissa().shiftLeft(x.exponent() - unit);
        } else {
            m = x.mantissa().shiftRight(unit - x.exponent());
            if (rounding == Rounding.UP && x.mantissa().getLowestSetBit() < unit - x.exponent()) {
                m = m.add(BigInteger.ONE);
            }
        }
        return Math.scalb((double) m.longValue(), unit);
    }
}
