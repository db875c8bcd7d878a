package org.apodix.enclosure;

import java.util.List;

/**
 * Directed bounds of m + log(1 + S), S = sum of exp(x_i - m) over all i but one with x_i = m = max x_i: log(exp(x_1) + ... + exp(x_n)), which
 * increases in every x_i. Every step is rounded in the same direction and every step increases in the one before.
 */
final class DoubleLogSumExp {

    private DoubleLogSumExp() { }

    static DoubleInterval range(List<DoubleInterval> terms) {
        return DoubleInterval.ordered(
                down(terms.stream().mapToDouble(DoubleInterval::lower).toArray()), up(terms.stream().mapToDouble(DoubleInterval::upper).toArray()));
    }

    private static int greatest(double[] x) {
        int greatest = 0;
        for (int i = 1; i < x.length; i++) {
            greatest = x[i] > x[greatest] ? i : greatest;
        }
        return greatest;
    }

    private static double down(double[] x) {
        int greatest = greatest(x);
        double m = x[greatest];
        if (Double.isInfinite(m)) {
            return m;
        }
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum = i == greatest ? sum : DoubleBounds.addDown(sum, DoubleBounds.expDown(DoubleBounds.addDown(x[i], -m)));
        }
        return DoubleBounds.addDown(m, DoubleFunctions.log1pDown(sum));
    }

    private static double up(double[] x) {
        int greatest = greatest(x);
        double m = x[greatest];
        if (Double.isInfinite(m)) {
            return m;
        }
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum = i == greatest ? sum : DoubleBounds.addUp(sum, DoubleBounds.expUp(DoubleBounds.addUp(x[i], -m)));
        }
        return DoubleBounds.addUp(m, DoubleFunctions.log1pUp(sum));
    }
}
