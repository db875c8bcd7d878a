package org.apodix.enclosure;

import java.math.BigInteger;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Tables at scale 2^F, in units of 2^-F, for F up to {@link #MAX_TABLE_BITS}; all are multiples of 32.
 *
 * <p>Every entry is computed by a fixed rule from its index and F; which thread fills it, and when, makes no
 * difference.
 */
final class FixedPoint {

    /** Beyond this precision tables cost more than they save. */
    static final int MAX_TABLE_BITS = 2048;
    /** Bits of the argument of exp that one table covers. */
    static final int STEP = 7;

    private static final ConcurrentHashMap<Integer, FixedPoint> KNOWN = new ConcurrentHashMap<>();

    private final int f;
    private final AtomicReferenceArray<BigInteger> exponentials = new AtomicReferenceArray<>(3 << STEP);
    private final BigInteger[] inverseFactorials;
    private final BigInteger[] inverses;

    private FixedPoint(int f) {
        this.f = f;
        BigInteger one = BigInteger.ONE.shiftLeft(f);
        inverseFactorials = new BigInteger[terms(f)];
        BigInteger factorial = BigInteger.ONE;
        for (int n = 0; n < inverseFactorials.length; n++) {
            inverseFactorials[n] = one.divide(factorial);
            factorial = factorial.multiply(BigInteger.valueOf(n + 1L));
        }
        inverses = new BigInteger[f / 8];
        for (int n = 1; n < inverses.length; n++) {
            inverses[n] = one.divide(BigInteger.valueOf(n));
        }
    }

    /** The next multiple of 32: whole words are cheap to drop. */
    static int roundUp(int bits) {
        return bits + 31 & ~31;
    }

    static FixedPoint at(int f) {
        FixedPoint known = KNOWN.get(f); // computeIfAbsent locks even when the entry is there
        return known != null ? known : KNOWN.computeIfAbsent(f, FixedPoint::new);
    }

    /** The least N with 3 STEP N + log2(N!) >= F + 1, where the logarithm is taken from below. */
    private static int terms(int f) {
        long sum = 0;
        int n = 0;
        while (sum < f + 1) {
            n++;
            sum += 3 * STEP + 31 - Integer.numberOfLeadingZeros(n);
        }
        return n;
    }

    /** Some v with v <= 2^F exp(i 2^(-STEP (level + 1))) < v + 2, for level 0, 1, 2 and 0 <= i < 2^STEP. */
    BigInteger exponential(int level, int i) {
        int index = (level << STEP) + i;
        BigInteger known = exponentials.get(index);
        if (known == null) {
            Dyadic x = Dyadic.of(BigInteger.valueOf(i), -STEP * (level + 1L));
            Approximation y = DyadicExp.bySquaring(x, f + 40); // off by less than one unit of 2^-F
            known = DyadicExp.shift(y.value().subtract(y.error()), y.exponent() + f);
            exponentials.set(index, known);
        }
        return known;
    }

    /** floor(2^F / n!) for n below the number of terms that exp needs after the table reduction. */
    BigInteger[] inverseFactorials() {
        return inverseFactorials;
    }

    /** floor(2^F / n), for any F and n >= 1. */
    static BigInteger inverse(int f, int n) {
        if (f <= MAX_TABLE_BITS) {
            BigInteger[] known = at(f).inverses;
            if (n < known.length) {
                return known[n];
            }
        }
        return BigInteger.ONE.shiftLeft(f).divide(BigInteger.valueOf(n));
    }
}
