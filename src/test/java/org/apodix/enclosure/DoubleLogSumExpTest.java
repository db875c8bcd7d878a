package org.apodix.enclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** log(e^x_1 + ... + e^x_n) of doubles, where a single rounding in the wrong direction shows beside the slack of exp and log. */
class DoubleLogSumExpTest {

    private static final DyadicArithmetic FINE = new DyadicArithmetic(300);

    private static void contained(List<DoubleInterval> terms) {
        var found = DoubleArithmetic.INSTANCE.logSumExp(terms).toDyadic();
        var truth = FINE.logSumExp(terms.stream().map(DoubleInterval::toDyadic).toList());
        assertThat(found.contains(truth)).as("%s: %s should contain %s", terms, found, truth).isTrue();
    }

    private static DoubleInterval point(double x) {
        return DoubleInterval.of(x, x);
    }

    /** The greatest term is next to 0, below the last bit of the other one, and is of the size of its exponential. */
    @Test
    void differencesAreRoundedOutward() {
        var random = new Random(43);
        for (int i = 0; i < 400; i++) {
            double x = -33 + 6 * random.nextDouble();
            double m = (random.nextDouble() - 0.5) * 4 * Math.ulp(x);
            contained(List.of(point(x), point(m)));
            contained(List.of(point(m), point(x), point(x - random.nextDouble())));
            contained(List.of(DoubleInterval.of(x, x / 2), DoubleInterval.of(Math.min(m, -m), Math.max(m, -m))));
        }
    }

    /** Each of many small terms is lost in the sum, on one side or the other. */
    @Test
    void sumsAreRoundedOutward() {
        for (double x : new double[] {-50, -38, -37.5, -36.8}) {
            for (int count : new int[] {40, 200}) {
                var terms = new ArrayList<>(Collections.nCopies(count, point(x)));
                terms.add(1, point(0));
                terms.add(0, point(0));
                contained(terms);
            }
        }
    }

    /** Three exponentials a little below 4/3 of a power of two: relative to their sum, a unit of their last place is one and a half. */
    @Test
    void exponentialsAreRoundedOutward() {
        var random = new Random(47);
        for (int i = 0; i < 1500; i++) {
            double x = Math.log(1.333 - 0.05 * random.nextDouble()) - (30 + random.nextInt(20)) * Math.log(2);
            contained(List.of(point(x), point(x), point(0), point(x)));
        }
    }

    @Test
    void infiniteEndsAreLimits() {
        var half = DoubleInterval.of(Double.NEGATIVE_INFINITY, 1);
        var found = DoubleArithmetic.INSTANCE.logSumExp(List.of(half, point(0)));
        assertThat(found.lower()).isZero();
        assertThat(found.upper()).isBetween(1.3132616875182, 1.3132616875183);
        assertThat(DoubleArithmetic.INSTANCE.logSumExp(List.of(half, half)).lower()).isEqualTo(Double.NEGATIVE_INFINITY);
        var up = DoubleArithmetic.INSTANCE.logSumExp(List.of(DoubleInterval.of(2, Double.POSITIVE_INFINITY), point(0)));
        assertThat(up.upper()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(up.lower()).isGreaterThan(2);
    }
}
