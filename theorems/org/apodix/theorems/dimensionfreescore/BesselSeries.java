package org.apodix.theorems.dimensionfreescore;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apodix.enclosure.Rational;

/**
 * The modified Bessel functions I_0(y), ..., I_n(y) between multiples of 2^-bits, by their power series in fixed point.
 *
 * <p>I_l(y) = sum_m (y/2)^(2m + l)/(m! (m + l)!), all terms nonnegative for y >= 0. Each lower end adds up terms rounded down, each upper end terms rounded
 * up; once a term is below one unit and the next ones at most half of their predecessors, the rest is at most the last upper term.
 */
final class BesselSeries {

    private static final int GUARD = 24;

    private final int bits;
    private final List<BigInteger> lower = new ArrayList<>();
    private final List<BigInteger> upper = new ArrayList<>();

    /** @param y not negative, at most 64 */
    BesselSeries(Rational y, int order, int bits) {
        if (y.signum() < 0 || y.compareTo(Rational.of(64)) > 0) {
            throw new IllegalArgumentException("Bessel functions at " + y + ": the argument lies in [0, 64]");
        }
        this.bits = bits + GUARD;
        var half = y.over(Rational.TWO);
        var square = half.times(half);
        var first = new BigInteger[] {BigInteger.ONE.shiftLeft(this.bits), BigInteger.ONE.shiftLeft(this.bits)};
        for (int l = 0; l <= order; l++) {
            if (l > 0) {
                first = times(first, half, l);
            }
            sum(first, square, l);
        }
    }

    private void sum(BigInteger[] first, Rational square, int l) {
        var low = BigInteger.ZERO;
        var high = BigInteger.ZERO;
        var term = first;
        for (int m = 1;; m++) {
            low = low.add(term[0]);
            high = high.add(term[1]);
            long factor = (long) m * (m + l);
            // from here on each term is at most half of the one before
            if (term[1].compareTo(BigInteger.ONE) <= 0 && square.times(Rational.TWO).compareTo(Rational.of(factor)) <= 0) {
                high = high.add(term[1]);
                break;
            }
            term = times(term, square, factor);
        }
        lower.add(low);
        upper.add(high);
    }

    /** The term times factor/divisor, its ends rounded outward. */
    private static BigInteger[] times(BigInteger[] term, Rational factor, long divisor) {
        var below = factor.denominator().multiply(BigInteger.valueOf(divisor));
        var high = term[1].multiply(factor.numerator()).add(below.subtract(BigInteger.ONE)).divide(below);
        return new BigInteger[] {term[0].multiply(factor.numerator()).divide(below), high};
    }

    /** A lower bound of I_l(y), in units of 2^-{@link #scale}. */
    BigInteger lower(int l) {
        return lower.get(l);
    }

    /** An upper bound of I_l(y), in the same units. */
    BigInteger upper(int l) {
        return upper.get(l);
    }

    int scale() {
        return bits;
    }
}
