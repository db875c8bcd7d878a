package org.apodix.enclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Arc tangents against sine and cosine: between 0 and pi/2, y < atan(x) just when sin(y) < x cos(y). */
class DyadicAtanTest {

    private static List<Dyadic> numbers() {
        var numbers = new ArrayList<Dyadic>();
        for (int places : new int[] {-900, -62, -61, -60, -40, -21, -14, -7, -3, -2, -1, 0, 1, 2, 7, 20, 60, 61, 900}) {
            for (long m : new long[] {1, 3, 171, (1L << 52) - 3}) {
                numbers.add(Dyadic.of(m).shift(places - (long) Dyadic.of(m).top()));
            }
        }
        return numbers;
    }

    private static void check(Dyadic x, int bits) {
        var y = DyadicAtan.atan(x, bits);
        assertThat(y.width().shift(bits - 1L)).as("atan %s with %s bits", x, bits).isLessThanOrEqualTo(y.upper());
        var fine = new DyadicArithmetic(bits + 100 + 3 * Math.abs(x.top()));
        assertThat(excess(fine, x, y.lower()).isNegative()).as("atan %s with %s bits: %s", x, bits, y).isTrue();
        assertThat(excess(fine, x, y.upper()).isPositive()).as("atan %s with %s bits: %s", x, bits, y).isTrue();
    }

    /** sin(y) - x cos(y). */
    private static DyadicInterval excess(DyadicArithmetic fine, Dyadic x, Dyadic y) {
        var point = DyadicInterval.point(y);
        return fine.subtract(fine.sin(point), fine.multiply(DyadicInterval.point(x), fine.cos(point)));
    }

    @Test
    void boundsByTables() {
        for (var x : numbers()) {
            for (int bits : new int[] {2, 30, 53, 64, 128, 500}) {
                check(x, bits);
            }
        }
    }

    /** From 2048 bits on, by a number near the value. */
    @Test
    void boundsBySeed() {
        for (int places : new int[] {-61, -60, -1, 0, 1, 60, 61, 2500}) {
            for (long m : new long[] {1, (1L << 52) - 3}) {
                check(Dyadic.of(m).shift(places - (long) Dyadic.of(m).top()), 2100);
            }
        }
    }
}
