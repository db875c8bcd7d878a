package org.apodix.enclosure;

import java.math.BigInteger;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

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
    private final AtomicReferenceArray<BigInteger> logarithms = new AtomicReferenceArray<>(3 << STEP + 1);
    private final AtomicReferenceArray<BigInteger> angles = new AtomicReferenceArray<>(3 << STEP + 1);
    private final AtomicReferenceArray<BigInteger> cosines = new AtomicReferenceArray<>(3 << STEP);
    private final AtomicReferenceArray<BigInteger> sines = new AtomicReferenceArray<>(3 << STEP);
    private final BigInteger[] inverseFactorials;
    private final BigInteger[] inverses;

    /** Tables of their own, still empty; {@link #at} keeps one for each F. */
    FixedPoint(int f) {
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
        return entry(exponentials, (level << STEP) + i, () -> {
            Dyadic x = Dyadic.of(BigInteger.valueOf(i), -STEP * (level + 1L));
            Approximation y = DyadicExp.bySquaring(x, f + 40); // off by less than one unit of 2^-F
            return DyadicExp.shift(y.value().subtract(y.error()), y.exponent() + f);
        });
    }

    /**
     * 2^F log(n / d), off by less than 2 units, for 2/3 <= n/d <= 3/2 and d < 2^24, kept under a place below 3 2^(STEP+1): log(n/d) =
     * 2 atanh((n - d) / (n + d)), and the series is off by less than 2^28 units of 2^-(F+32).
     */
    BigInteger logarithm(int place, int n, int d) {
        return entry(logarithms, place, () -> {
            BigInteger size = DyadicConstant.arc(Math.abs(n - d), n + d, 1, f + 32).shiftRight(31);
            return n < d ? size.negate() : size;
        });
    }

    /**
     * 2^F atan(i 2^(-STEP (level + 1))), off by less than 2 units, for level 0, 1, 2 and 0 <= i <= 2^STEP. For large c = i 2^-STEP it is
     * pi/4 - atan((1 - c) / (1 + c)), and the series is off by less than 2^28 units of 2^-(F+32).
     */
    BigInteger angle(int level, int i) {
        return entry(angles, (level << STEP + 1) + i, () -> {
            int one = 1 << STEP * (level + 1);
            int g = f + 32;
            return (5 * i <= 2 * one
                    ? DyadicConstant.arc(i, one, -1, g)
                    : DyadicPi.at(g - 2).subtract(DyadicConstant.arc(one - i, one + i, -1, g))).shiftRight(32);
        });
    }

    /** 2^F cos(i 2^(-STEP (level + 1))), off by less than 2 units, for level 0, 1, 2 and 0 < i < 2^STEP. */
    BigInteger cosine(int level, int i) {
        return entry(cosines, (level << STEP) + i, () -> circular(level, i, 1));
    }

    /** 2^F sin(i 2^(-STEP (level + 1))), off by less than 2 units, for level 0, 1, 2 and 0 < i < 2^STEP. */
    BigInteger sine(int level, int i) {
        return entry(sines, (level << STEP) + i, () -> circular(level, i, 0));
    }

    private BigInteger circular(int level, int i, int shift) {
        Dyadic x = Dyadic.of(BigInteger.valueOf(i), -STEP * (level + 1L));
        Approximation y = DyadicCircular.byDoubling(x, shift, f + 8); // off by less than one unit of 2^-F
        return DyadicExp.shift(y.value(), y.exponent() + f);
    }

    private static BigInteger entry(AtomicReferenceArray<BigInteger> table, int place, Supplier<BigInteger> compute) {
        BigInteger known = table.get(place);
        if (known == null) {
            known = compute.get();
            table.set(place, known);
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
