package org.apodix.theorems.dimensionfreescore;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apodix.enclosure.Arithmetic;
import org.apodix.enclosure.DoubleArithmetic;
import org.apodix.enclosure.DyadicArithmetic;
import org.apodix.enclosure.Rational;

/**
 * Seeded Gaussian nodes as exact rationals, the same on every machine (dimension-free-score, section 4): SplitMix64 started at the seed, U = ((z >> 11) + 1/2) 2^-53, and each
 * coordinate the number of 2^-20 next to Phi^-1(U), in the order u_11, ..., u_1d, u_21, ...
 */
final class GaussianNodes {

    private static final BigInteger SEEDS = BigInteger.ONE.shiftLeft(64);
    private static final long INCREMENT = 0x9E3779B97F4A7C15L;
    private static final int BITS = 20;
    /** Phi(-9) < 2^-54 <= U: no quantile is further from 0. */
    private static final long MOST = 9L << BITS;
    private static final int PRECISION = 80;
    private static final int MOST_PRECISION = 1 << 12;

    private long state;

    private GaussianNodes(BigInteger seed) {
        this.state = seed.longValue();
    }

    /** {@code count} nodes of {@code dimension} entries; a seed outside of [0, 2^64) is rejected. */
    static List<List<Rational>> of(BigInteger seed, int count, int dimension) {
        if (seed.signum() < 0 || seed.compareTo(SEEDS) >= 0) {
            throw new IllegalArgumentException("the seed " + seed + " of Gaussian nodes: it lies in [0, 2^64)");
        }
        var stream = new GaussianNodes(seed);
        var nodes = new ArrayList<List<Rational>>();
        for (int i = 0; i < count; i++) {
            var node = new ArrayList<Rational>();
            for (int j = 0; j < dimension; j++) {
                node.add(quantile(stream.uniform()));
            }
            nodes.add(List.copyOf(node));
        }
        return List.copyOf(nodes);
    }

    private Rational uniform() {
        state += INCREMENT;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        z ^= z >>> 31;
        return Rational.of(2 * (z >>> 11) + 1).times(Rational.TWO.pow(-54));
    }

    /** floor(2^20 Phi^-1(u) + 1/2)/2^20: the largest k with Phi((k - 1/2)/2^20) <= u, found by halving between bounds on both sides of a guess. */
    static Rational quantile(Rational u) {
        long low = guess(u);
        long high = low + 1;
        for (long step = 1; !isBelow(low, u); step *= 4) {
            high = low;
            low = Math.max(-MOST, low - step);
        }
        for (long step = 1; high < MOST && isBelow(high, u); step *= 4) {
            low = high;
            high = Math.min(MOST, high + step);
        }
        while (high - low > 1) {
            long middle = Math.floorDiv(low + high, 2L);
            if (isBelow(middle, u)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Rational.of(low).times(Rational.TWO.pow(-BITS));
    }

    /** About the k that is looked for; where it is wrong, the search takes longer. Hastings' quotient (Abramowitz and Stegun 26.2.23), and a step of Newton's method. */
    private static long guess(Rational u) {
        double p = u.numerator().doubleValue() / u.denominator().doubleValue();
        double t = StrictMath.sqrt(-2 * StrictMath.log(Math.min(p, 1 - p)));
        double x = t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
        x = p < 0.5 ? -x : x;
        var start = DoubleArithmetic.INSTANCE.of(Rational.of(StrictMath.round(x * (1 << BITS))).times(Rational.TWO.pow(-BITS)));
        var value = DoubleArithmetic.INSTANCE.enclosure(DoubleArithmetic.INSTANCE.normalCdf(start)).lower().toRational();
        var gap = u.minus(value);
        double missing = gap.numerator().doubleValue() / gap.denominator().doubleValue();
        double step = missing * StrictMath.sqrt(2 * StrictMath.PI) * StrictMath.exp(x * x / 2);
        return Math.max(-MOST, Math.min(MOST - 1, StrictMath.round((x + step) * (1 << BITS))));
    }

    /** Phi((k - 1/2)/2^20) <= u. */
    private static boolean isBelow(long k, Rational u) {
        return isBelow(Rational.of(2 * k - 1).times(Rational.TWO.pow(-BITS - 1)), u);
    }

    /** Phi(x) <= u, by intervals of doubles where they decide it, else by as many bits as it takes. */
    private static boolean isBelow(Rational x, Rational u) {
        var decided = isBelow(x, u, DoubleArithmetic.INSTANCE);
        for (int bits = PRECISION; decided == null && bits <= MOST_PRECISION; bits *= 2) {
            decided = isBelow(x, u, new DyadicArithmetic(bits));
        }
        if (decided == null) {
            throw new IllegalStateException("Phi(" + x + ") is too close to " + u);
        }
        return decided;
    }

    private static <T> Boolean isBelow(Rational x, Rational u, Arithmetic<T> arithmetic) {
        var value = arithmetic.enclosure(arithmetic.normalCdf(arithmetic.of(x)));
        if (value.upper().toRational().compareTo(u) <= 0) {
            return true;
        }
        return value.lower().toRational().compareTo(u) > 0 ? false : null;
    }
}
