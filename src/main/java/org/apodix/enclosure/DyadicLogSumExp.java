package org.apodix.enclosure;

import java.util.List;
import java.util.stream.IntStream;

/**
 * log(exp(x_1) + ... + exp(x_n)).
 *
 * <p>The function increases in every x_i, so its range on a box is from its value at all lower ends to that at all upper ends.
 *
 * <p><b>At a point.</b> With m = max x_i, taken at one i, y = m + log(1 + S) with S = sum over the other i of exp(x_i - m), where every term is
 * at most 1: nothing overflows, and 0 <= S <= n - 1. This is evaluated in interval arithmetic of a growing number of bits, so every rounding is in
 * the enclosure; the outward rounding of any of these enclosures is a bound. For n >= 2 numbers y is not a dyadic number: e^y = sum e^(x_i) with
 * algebraic y, x_i contradicts the theorem of Lindemann and Weierstrass (all coefficients of the x_i are positive, so they do not cancel). So once
 * the rounded ends are neighbors they are the best bounds. The loop ends in any case: where m and log(1 + S) cancel to more than four
 * times the precision, the ends are further out.
 *
 * <p><b>Infinite ends.</b> exp(-inf) is 0, the limit: such terms are left out. If all are -inf the value is -inf, and with +inf it is +inf.
 */
final class DyadicLogSumExp {

    private static final int MOST_BITS = 1 << 16;

    private DyadicLogSumExp() { }

    static DyadicInterval range(List<DyadicInterval> terms, int bits) {
        var low = at(terms.stream().map(DyadicInterval::lower).toList(), bits);
        if (terms.stream().allMatch(DyadicInterval::isPoint)) {
            return low;
        }
        return DyadicInterval.ordered(low.lower(), at(terms.stream().map(DyadicInterval::upper).toList(), bits).upper());
    }

    /** Bounds at a point; at infinite coordinates, of the limit, as far as it is a bound. */
    private static DyadicInterval at(List<Dyadic> x, int bits) {
        int greatest = 0;
        for (int i = 1; i < x.size(); i++) {
            greatest = x.get(i).compareTo(x.get(greatest)) > 0 ? i : greatest;
        }
        var m = x.get(greatest);
        if (m.isInfinite()) {
            return DyadicInterval.ENTIRE; // all lower ends are -inf, or some upper end is +inf
        }
        int skipped = greatest;
        var rest = IntStream.range(0, x.size()).filter(i -> i != skipped).mapToObj(x::get)
                .filter(term -> !term.isInfinite()).toList();
        if (rest.isEmpty()) {
            return DyadicInterval.point(m).round(bits);
        }
        int extra = Integer.SIZE - Integer.numberOfLeadingZeros(x.size());
        for (int guard = 16;; guard *= 4) {
            int working = Math.min(bits + guard + extra, MOST_BITS);
            var y = value(m, rest, new DyadicArithmetic(working)).round(bits);
            if (guard > 3 * bits + 256 || working == MOST_BITS || areNeighbors(y, bits)) {
                return y;
            }
        }
    }

    private static DyadicInterval value(Dyadic m, List<Dyadic> rest, DyadicArithmetic a) {
        var greatest = DyadicInterval.point(m);
        var sum = DyadicInterval.point(Dyadic.ZERO);
        for (var x : rest) {
            sum = a.add(sum, a.exp(a.subtract(DyadicInterval.point(x), greatest)));
        }
        return a.add(greatest, a.log1p(sum));
    }

    /** Whether no number of that many bits lies between the ends. This saves further bits; the ends are bounds in any case. */
    private static boolean areNeighbors(DyadicInterval y, int bits) {
        if (y.containsZero() || y.isPoint() || !y.isBounded()) {
            return false;
        }
        long step = (long) y.lower().top() - bits - 2;
        return step > -Dyadic.MAX_EXPONENT
                && Dyadic.sum(y.lower(), Dyadic.ONE.shift(step), bits, Rounding.UP).equals(y.upper());
    }
}
