package org.apodix.enclosure;

import java.math.BigInteger;

/** Directed quotient of integers with binary exponents. */
final class DyadicQuotient {

    private DyadicQuotient() { }

    /**
     * The best bound of (a 2^ea) / (b 2^eb) with the given number of bits, b nonzero.
     *
     * <p>With |a| shifted so that q = floor(|a| / |b|) has more than {@code bits} bits, the quotient equals q when the
     * remainder is 0 and otherwise lies strictly between q and q + 1; 2q + 1 at half the unit then rounds as it does,
     * because every number of {@code bits} bits of that size is a multiple of the unit.
     */
    static Dyadic quotient(BigInteger a, long ea, BigInteger b, long eb, int bits, Rounding rounding) {
        if (a.signum() == 0) {
            return Dyadic.ZERO;
        }
        int shift = Math.max(0, bits + 2 + b.bitLength() - a.bitLength());
        BigInteger[] parts = a.abs().shiftLeft(shift).divideAndRemainder(b.abs());
        BigInteger size = parts[0].shiftLeft(1);
        if (parts[1].signum() != 0) {
            size = size.add(BigInteger.ONE);
        }
        return Dyadic.rounded(a.signum() == b.signum() ? size : size.negate(), ea - eb - shift - 1, bits, rounding);
    }
}
