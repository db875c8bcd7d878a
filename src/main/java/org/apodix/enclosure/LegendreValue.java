package org.apodix.enclosure;

import java.math.BigInteger;

/**
 * Values of the Legendre polynomials P_n and P_{n-1} at numbers of [-1, 1] in fixed point, with a proved error.
 *
 * <p>(j+1) P_{j+1} = (2j+1) x P_j - j P_{j-1}. With F bits after the point, let p_j be an integer with |p_j - 2^F P_j| <= e_j. The step
 * p_{j+1} = floor(((2j+1) floor(x p_j) - j p_{j-1}) / (j+1)) has, because |x| <= 1 and each floor is off by less than 1,
 * e_{j+1} = ((2j+1) (e_j + 1) + j e_{j-1}) / (j+1) + 1, rounded up. x itself is exact. The e_j grow like (1 + sqrt 2)^j, which costs
 * about 1.3 bits a degree: F is chosen so much greater.
 */
final class LegendreValue {

    private final int n;
    private final int scale;
    private final BigInteger error;
    private final BigInteger previousError;

    /** @param digits the error is to be below 2^-digits */
    LegendreValue(int n, int digits) {
        this.n = n;
        BigInteger before = BigInteger.ZERO;
        BigInteger current = BigInteger.ZERO;
        for (int j = 1; j < n; j++) {
            BigInteger sum = current.add(BigInteger.ONE).multiply(BigInteger.valueOf(2L * j + 1))
                    .add(before.multiply(BigInteger.valueOf(j)));
            before = current;
            current = sum.divide(BigInteger.valueOf(j + 1L)).add(BigInteger.TWO);
        }
        this.error = current;
        this.previousError = before;
        this.scale = digits + current.bitLength();
    }

    /** The bits after the point of the numbers here. */
    int scale() {
        return scale;
    }

    /** Proves that last < low < high <= 1 and that P_n has a root strictly between low and high. */
    void certify(BigInteger low, BigInteger high, BigInteger last) {
        boolean ordered = last.compareTo(low) < 0 && low.signum() > 0 && low.compareTo(high) < 0
                && high.compareTo(BigInteger.ONE.shiftLeft(scale)) <= 0;
        if (!ordered || sign(low) * sign(high) >= 0) {
            throw new IllegalStateException("a node of the Gauss rule with " + n + " points is not certified");
        }
    }

    /** The proved sign of P_n; 0 if there is none. */
    private int sign(BigInteger x) {
        BigInteger value = recurrence(n, x, scale)[1];
        return value.abs().compareTo(error) > 0 ? value.signum() : 0;
    }

    /** P_{n-1} on all of [x, x + 2 * 2^-digits]. */
    DyadicInterval previous(BigInteger x, int digits) {
        BigInteger value = recurrence(n, x, scale)[0];
        BigInteger slack = previousError.add(BigInteger.valueOf((long) n * (n - 1)).shiftLeft(scale - digits));
        return DyadicInterval.of(Dyadic.of(value.subtract(slack), -scale), Dyadic.of(value.add(slack), -scale));
    }

    /** The integers p_{n-1} and p_n above, for n >= 1. */
    static BigInteger[] recurrence(int n, BigInteger x, int scale) {
        BigInteger previous = BigInteger.ONE.shiftLeft(scale);
        BigInteger current = x;
        for (int j = 1; j < n; j++) {
            BigInteger next = x.multiply(current).shiftRight(scale).multiply(BigInteger.valueOf(2L * j + 1))
                    .subtract(previous.multiply(BigInteger.valueOf(j))).divide(BigInteger.valueOf(j + 1L));
            previous = current;
            current = next;
        }
        return new BigInteger[] {previous, current};
    }
}
