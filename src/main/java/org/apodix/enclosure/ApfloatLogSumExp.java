package org.apodix.enclosure;

import java.util.List;
import org.apfloat.Apfloat;

/**
 * log(exp(x_1) + ... + exp(x_n)) = m + log(1 + S) with m = max x_i and S the sum of exp(x_i - m) over all i but one with x_i = m. It increases in
 * every x_i. At -inf a term is 0, the limit.
 */
final class ApfloatLogSumExp {

    private ApfloatLogSumExp() { }

    static ApfloatInterval range(List<ApfloatInterval> terms, int digits) {
        var low = at(terms.stream().map(ApfloatInterval::lower).toList(), digits);
        if (terms.stream().allMatch(ApfloatInterval::isPoint)) {
            return low;
        }
        return ApfloatInterval.of(low.lower(), at(terms.stream().map(ApfloatInterval::upper).toList(), digits).upper());
    }

    private static ApfloatInterval at(List<Apfloat> x, int digits) {
        var greatest = x.get(0);
        for (var term : x) {
            greatest = ApfloatRounding.greatest(greatest, term);
        }
        if (ApfloatRounding.isInfinite(greatest)) {
            return ApfloatInterval.ENTIRE; // all lower ends are -inf, or some upper end is +inf
        }
        var m = ApfloatInterval.point(greatest);
        return ApfloatSeries.refined(digits, w -> w.add(m, w.log1p(rest(x, m, w))));
    }

    private static ApfloatInterval rest(List<Apfloat> x, ApfloatInterval m, ApfloatArithmetic w) {
        var sum = ApfloatInterval.ZERO;
        boolean skipped = false;
        for (var term : x) {
            if (!skipped && term.compareTo(m.lower()) == 0) {
                skipped = true;
            } else if (!ApfloatRounding.isInfinite(term)) {
                sum = w.add(sum, w.exp(w.subtract(ApfloatInterval.point(term), m)));
            }
        }
        return sum;
    }
}
