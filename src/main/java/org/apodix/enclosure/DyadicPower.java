package org.apodix.enclosure;

import static org.apodix.enclosure.Rounding.DOWN;
import static org.apodix.enclosure.Rounding.UP;

/** Integer powers of dyadic intervals. */
final class DyadicPower {

    /** Extra bits of the products: at most 62 of them, each off by one unit, and each error is then multiplied by n. */
    private static final int GUARD_BITS = 40;

    private DyadicPower() { }

    static DyadicInterval power(DyadicInterval a, int n, int bits) {
        if (n < 0) {
            return a.containsZero() ? DyadicInterval.ENTIRE : inverse(power(a, -(long) n, bits + 2), bits);
        }
        return power(a, (long) n, bits);
    }

    /** x^n is increasing for odd n and increases with |x| for even n. */
    private static DyadicInterval power(DyadicInterval a, long n, int bits) {
        if (n == 0) {
            return DyadicInterval.point(Dyadic.ONE);
        }
        if (n % 2 == 0) {
            return DyadicInterval.ordered(
                    end(a.mignitude(), n, bits, DOWN), end(a.magnitude(), n, bits, UP));
        }
        return DyadicInterval.ordered(odd(a.lower(), n, bits, DOWN), odd(a.upper(), n, bits, UP));
    }

    private static Dyadic odd(Dyadic x, long n, int bits, Rounding rounding) {
        return x.signum() < 0
                ? end(x.negate(), n, bits, rounding.opposite()).negate()
                : end(x, n, bits, rounding);
    }

    /** Bound of x^n for x >= 0: repeated squaring, every product rounded in the one direction. */
    private static Dyadic end(Dyadic x, long n, int bits, Rounding rounding) {
        int working = bits + GUARD_BITS;
        Dyadic result = x;
        for (int i = 62 - Long.numberOfLeadingZeros(n); i >= 0; i--) {
            result = Dyadic.product(result, result, working, rounding);
            if ((n >> i & 1) != 0) {
                result = Dyadic.product(result, x, working, rounding);
            }
        }
        return result.round(bits, rounding);
    }

    /** One over an interval without 0; an end that was rounded to 0 gives an infinite end. */
    private static DyadicInterval inverse(DyadicInterval a, int bits) {
        return DyadicInterval.ordered(inverse(a.upper(), bits, DOWN), inverse(a.lower(), bits, UP));
    }

    private static Dyadic inverse(Dyadic x, int bits, Rounding rounding) {
        if (x.signum() == 0) {
            return rounding == UP ? Dyadic.POSITIVE_INFINITY : Dyadic.NEGATIVE_INFINITY;
        }
        return Dyadic.quotient(Dyadic.ONE, x, bits, rounding);
    }
}
