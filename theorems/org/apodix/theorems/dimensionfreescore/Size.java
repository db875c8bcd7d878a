package org.apodix.theorems.dimensionfreescore;

import org.apodix.enclosure.Rational;

/**
 * How large an integrand can be as a function of moments: a sum of products of at most {@code degree} moments E[u^p e^{kh}] or E[h'^p e^{kh}] with k up to
 * {@code power} and p up to 4, over F to a power of at most {@code quotient}, with coefficients of absolute sum at most {@code sum}.
 *
 * <p>If all moments are at most B >= 1 and F at least f <= 1, both exactly and approximately, and the moments are off by at most tau, then the integrand is off by at
 * most tau sum (degree + quotient) B^degree/f^(quotient + 1): on the segment between the two lists each of at most {@code degree} factors has a derivative
 * of at most B^(degree - 1)/f^quotient per unit of coefficient, and the power of F one of at most quotient B^degree/f^(quotient + 1).
 *
 * @param root whether the integrand is the square root of such an expression: then its error is at most the square root of the error
 */
record Size(Rational sum, int degree, int quotient, int power, boolean root) {

    static Size of(long sum, int degree, int quotient, int power) {
        return new Size(Rational.of(sum), degree, quotient, power, false);
    }

    /** How much the error tau of the moments is magnified, before the root. */
    Rational magnification(Rational most, Rational leastF) {
        return sum.times(Rational.of(degree + (long) quotient)).times(most.pow(degree)).times(leastF.inverse().pow(quotient + 1));
    }

    /** Bits of tau that make the integrand exact to 2^-bits. */
    int momentBits(int bits, Rational most, Rational leastF) {
        var magnification = magnification(most, leastF);
        int extra = Math.max(0, magnification.numerator().bitLength() - magnification.denominator().bitLength() + 1);
        return (root ? 2 * bits : bits) + extra;
    }
}
