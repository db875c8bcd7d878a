package org.apodix.enclosure;

import java.math.BigInteger;

/**
 * cos(r) and sin(r) for 0 <= r < 1, by tables of rotations.
 *
 * <p>All quantities are integers at scale 2^F; one unit is 2^-F. R is cut, exactly, into three digits of 7 bits and a rest y < 2^-21, so
 * that the point (cos r, sin r) is that of y after three rotations by angles of the tables.
 *
 * <p>The point of y: with Z = floor(y^2) < 2^-42, Horner's rules C_k = c_2k - floor(Z C_(k+1)) for the cosine and S_k = c_(2k+1) - floor(Z
 * S_(k+1)) for sin(y) / y, c_n = floor(2^F / n!), have errors e' <= 1 + 1 + 1 + 2^-42 e, below 3.1 (the coefficient, the floor, Z). The
 * terms of cos(y) and sin(y) from y^N / N! on, which are left out, are below 1/2 unit by the choice of N. So the cosine is off by less than
 * 3.6, and the sine, the floor of y S_0, by less than 1.6: as a point, by less than 4.
 *
 * <p>A rotation by cosines and sines that are off by less than 2 each, with two floors, adds less than 2 sqrt(2) + sqrt(2) + 0.1 < 4.4 to
 * the distance from the true point, which it leaves else as it is. So both coordinates are off by less than 4 + 3 (4.4) < 18.
 */
final class DyadicRotation {

    /** A bound of the error, in units. */
    static final int ERROR = 18;

    private DyadicRotation() { }

    /** Cosine and sine of R 2^-F, both times 2^F, for F up to {@link FixedPoint#MAX_TABLE_BITS}. */
    static BigInteger[] of(BigInteger r, int f) {
        int digits = r.shiftRight(f - 3 * FixedPoint.STEP).intValue();
        BigInteger y = r.subtract(BigInteger.valueOf(digits).shiftLeft(f - 3 * FixedPoint.STEP));
        BigInteger z = y.multiply(y).shiftRight(f);
        FixedPoint tables = FixedPoint.at(f);
        BigInteger[] coefficients = tables.inverseFactorials();
        int last = coefficients.length - 1;
        BigInteger cos = horner(coefficients, last - last % 2, z, f);
        BigInteger sin = horner(coefficients, last - 1 + last % 2, z, f).multiply(y).shiftRight(f);
        int mask = (1 << FixedPoint.STEP) - 1;
        for (int level = 0; level < 3; level++) {
            int digit = digits >> FixedPoint.STEP * (2 - level) & mask;
            if (digit != 0) {
                BigInteger a = tables.cosine(level, digit);
                BigInteger b = tables.sine(level, digit);
                BigInteger next = cos.multiply(a).subtract(sin.multiply(b)).shiftRight(f);
                sin = sin.multiply(a).add(cos.multiply(b)).shiftRight(f);
                cos = next;
            }
        }
        return new BigInteger[] {cos, sin};
    }

    /** c_n - c_(n-2) z + ... down to c_0 or c_1, from the highest n on. */
    private static BigInteger horner(BigInteger[] coefficients, int highest, BigInteger z, int f) {
        BigInteger sum = coefficients[highest];
        for (int n = highest - 2; n >= 0; n -= 2) {
            sum = coefficients[n].subtract(z.multiply(sum).shiftRight(f));
        }
        return sum;
    }
}
