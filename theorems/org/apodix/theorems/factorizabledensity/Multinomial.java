package org.apodix.theorems.factorizabledensity;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apodix.audit.BadInput;
import org.apodix.enclosure.Rational;

/** The counts of n independent draws from a law on finitely many cells. */
final class Multinomial {

    private static final int MOST_COUNTS = 20_000;

    private Multinomial() { }

    /** What is done with a vector of counts. */
    interface Visit {

        /** @param empirical the counts over n */
        void at(Rational probability, List<Rational> empirical);
    }

    /** Rejects an instance with too many vectors of counts to enumerate. */
    static void requireFew(int n, int cells) {
        if (binomial(n + cells - 1, n).compareTo(BigInteger.valueOf(MOST_COUNTS)) > 0) {
            throw new BadInput("\"n\" is " + n + " with " + cells + " cells; at most " + MOST_COUNTS
                + " vectors of counts are enumerated: take fewer samples or cells");
        }
    }

    /** All vectors of counts of positive probability. */
    static void forEach(List<Rational> law, int n, Visit visit) {
        forEach(law, new ArrayList<>(), n, n, Rational.ONE, visit);
    }

    private static void forEach(List<Rational> law, List<Integer> counts, int n, int left, Rational probability, Visit visit) {
        int next = counts.size();
        if (next == law.size()) {
            if (left == 0) {
                visit.at(probability, counts.stream().map(c -> Rational.of(c, n)).toList());
            }
            return;
        }
        int least = next == law.size() - 1 ? left : 0;
        for (int c = least; c <= left; c++) {
            if (c > 0 && law.get(next).isZero()) {
                return;
            }
            counts.add(c);
            forEach(law, counts, n, left - c, probability.times(Rational.of(binomial(left, c))).times(law.get(next).pow(c)), visit);
            counts.remove(next);
        }
    }

    static BigInteger binomial(int n, int k) {
        var value = BigInteger.ONE;
        for (int i = 0; i < k; i++) {
            value = value.multiply(BigInteger.valueOf(n - i)).divide(BigInteger.valueOf(i + 1L));
        }
        return value;
    }

    /** E|Bin(n, p) - np| by de Moivre: 2 v binom(n, v) p^v (1 - p)^(n - v + 1), v = floor(np) + 1. */
    static Rational deviation(int n, Rational p) {
        int v = p.times(Rational.of(n)).floor().intValueExact() + 1;
        return v > n ? Rational.ZERO : Rational.of(binomial(n, v)).times(Rational.of(2L * v)).times(p.pow(v)).times(Rational.ONE.minus(p).pow(n - v + 1));
    }

    /** The mean variation between a law and the frequencies of n draws from it. */
    static Rational meanVariation(List<Rational> law, int n) {
        return law.stream().map(p -> deviation(n, p)).reduce(Rational.ZERO, Rational::plus).over(Rational.of(2L * n));
    }
}
