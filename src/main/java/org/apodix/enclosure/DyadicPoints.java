package org.apodix.enclosure;

/** Both best bounds of an operation on two finite numbers, found in one go; a point where they are equal. */
final class DyadicPoints {

    private DyadicPoints() { }

    static DyadicInterval sum(Dyadic a, Dyadic b, int bits) {
        if (a.signum() == 0 || b.signum() == 0) {
            return point(a.signum() == 0 ? b : a, bits);
        }
        return Dyadic.small(a, b, bits) ? TwoWords.sums(a, b, bits) : DyadicSum.bounds(a, b, bits);
    }

    static DyadicInterval product(Dyadic a, Dyadic b, int bits) {
        if (a.signum() == 0 || b.signum() == 0) {
            return DyadicInterval.point(Dyadic.ZERO);
        }
        return Dyadic.small(a, b, bits)
                ? TwoWords.products(a, b, bits)
                : DyadicInterval.rounded(
                        a.mantissa().multiply(b.mantissa()), (long) a.exponent() + b.exponent(), bits);
    }

    private static DyadicInterval point(Dyadic a, int bits) {
        Dyadic lower = a.round(bits, Rounding.DOWN);
        Dyadic upper = a.round(bits, Rounding.UP);
        return DyadicInterval.ordered(lower, lower.equals(upper) ? lower : upper);
    }
}
