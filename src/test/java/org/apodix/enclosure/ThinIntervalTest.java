package org.apodix.enclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Functions of thin intervals give exactly the bounds of the two ends. */
class ThinIntervalTest {

    private static final int[] BITS = {30, 53, 64, 70, 128, 200, 256, 400, 512, 1100};

    private static final Set<String> MONOTONE = Set.of("sqrt", "exp", "log", "cbrt", "expm1", "log1p", "tanh", "atan", "erf", "erfc", "normalCdf", "normalTail");

    private final Random random = new Random(7);

    /** An interval above 0 of a few units at that many bits, or much thinner or wider; sometimes its ends cross a power of 2. */
    private DyadicInterval thin(int bits) {
        BigInteger m = random.nextInt(4) == 0
                ? BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.valueOf(random.nextInt(4)))
                : new BigInteger(bits, random).setBit(bits - 1);
        Dyadic lower = Dyadic.of(m, random.nextInt(12) - 6L - bits);
        int unit = random.nextInt(4) == 0 ? random.nextInt(bits) - bits / 3 : random.nextInt(3);
        Dyadic width = Dyadic.of(BigInteger.valueOf(1 + random.nextInt(9)), lower.exponent() - (long) unit);
        return DyadicInterval.of(lower, lower.plus(width));
    }

    @Test
    void both_ends_are_as_if_alone() {
        for (int i = 0; i < 4000; i++) {
            int bits = BITS[i % BITS.length];
            DyadicArithmetic arithmetic = new DyadicArithmetic(bits);
            DyadicInterval x = thin(bits);
            assertThat(arithmetic.log(x)).isEqualTo(DyadicInterval.of(
                    DyadicLog.log(x.lower(), bits).lower(), DyadicLog.log(x.upper(), bits).upper()));
            assertThat(arithmetic.sqrt(x)).isEqualTo(DyadicInterval.of(
                    Dyadic.sqrt(x.lower(), bits, Rounding.DOWN), Dyadic.sqrt(x.upper(), bits, Rounding.UP)));
            DyadicInterval y = i % 2 == 0 ? x : arithmetic.negate(x);
            assertThat(arithmetic.exp(y)).isEqualTo(DyadicInterval.of(
                    DyadicExp.exp(y.lower(), bits).lower(), DyadicExp.exp(y.upper(), bits).upper()));
            DyadicInterval z = thin(bits);
            assertThat(arithmetic.divide(x, z)).isEqualTo(quotient(x, z, bits));
            assertThat(arithmetic.divide(y, z)).isEqualTo(i % 2 == 0 ? quotient(x, z, bits) : arithmetic.negate(quotient(x, z, bits)));
        }
    }

    /** The functions of one variable where they are monotone, of either sign and of all sizes. */
    @Test
    void both_ends_are_as_if_alone_for_all_functions() {
        for (int i = 0; i < 3000; i++) {
            int bits = BITS[i % BITS.length];
            DyadicArithmetic arithmetic = new DyadicArithmetic(bits);
            DyadicInterval size = thin(bits);
            DyadicInterval x = i % 2 == 0 ? size : arithmetic.negate(size);
            int places = i % 5 == 0 ? 1 - random.nextInt(bits) : 0;
            asIfAlone(DyadicInterval.of(x.lower().shift(places), x.upper().shift(places)), bits);
        }
    }

    /** Steps so long, 2^57 units and less at a relative width of 2^-42, that a derivative taken at one end alone is wrong by many units. */
    @Test
    void both_ends_are_as_if_alone_where_the_derivative_varies() {
        for (int i = 0; i < 1000; i++) {
            int bits = 60 + random.nextInt(34);
            var lower = Dyadic.of(new BigInteger(bits, random).setBit(bits - 1), random.nextInt(8) - 5L - bits);
            var upper = lower.plus(Dyadic.of(1L + random.nextInt(7)).shift(lower.top() - 44L - random.nextInt(16) - Math.max(0, lower.top())));
            asIfAlone(i % 2 == 0 ? DyadicInterval.of(lower, upper) : DyadicInterval.of(upper.negate(), lower.negate()), bits);
        }
    }

    /** Sets a little too wide for one derivative, on which it changes by more than the last bits: they are not taken for thin. */
    @Test
    void both_ends_are_as_if_alone_where_the_set_is_not_thin() {
        for (int i = 0; i < 400; i++) {
            int bits = 30 + random.nextInt(60);
            var lower = Dyadic.of(new BigInteger(bits, random).setBit(bits - 1), random.nextInt(8) - 5L - bits);
            var upper = lower.plus(lower.round(2, Rounding.DOWN).shift(-8 - random.nextInt(34)));
            asIfAlone(i % 2 == 0 ? DyadicInterval.of(lower, upper) : DyadicInterval.of(upper.negate(), lower.negate()), bits);
        }
    }

    @Test
    void zero_may_be_an_end() {
        for (int places : new int[] {-30, -45, -60, -200}) {
            var small = Dyadic.ONE.shift(places);
            for (int bits : new int[] {30, 64, 128}) {
                asIfAlone(DyadicInterval.of(Dyadic.ZERO, small), bits);
                asIfAlone(DyadicInterval.of(small.negate(), Dyadic.ZERO), bits);
            }
        }
    }

    private static void asIfAlone(DyadicInterval z, int bits) {
        var arithmetic = new DyadicArithmetic(bits);
        DyadicInterval low = DyadicInterval.point(z.lower());
        DyadicInterval high = DyadicInterval.point(z.upper());
        for (Functions f : Functions.VALUES) {
            boolean wave = f.name().equals("sin") || f.name().equals("cos");
            boolean monotone = MONOTONE.contains(f.name()) || wave && DyadicCircular.quarter(z.lower()).equals(DyadicCircular.quarter(z.upper()));
            if (monotone && f.domain().test(z)) {
                assertThat(f.at(arithmetic, z)).as("%s of %s at %s bits", f.name(), z, bits)
                        .isEqualTo(f.at(arithmetic, low).hull(f.at(arithmetic, high)));
            }
        }
    }

    private static DyadicInterval quotient(DyadicInterval x, DyadicInterval z, int bits) {
        return DyadicInterval.of(Dyadic.quotient(x.lower(), z.upper(), bits, Rounding.DOWN),
                Dyadic.quotient(x.upper(), z.lower(), bits, Rounding.UP));
    }

    @Test
    void thin_intervals_are_evaluated_once() {
        int decided = 0;
        for (int i = 0; i < 100; i++) {
            Dyadic x = Dyadic.of(new BigInteger(256, random).setBit(255), -255);
            Dyadic y = x.plus(Dyadic.of(BigInteger.TWO, -255));
            DyadicInterval both = DyadicInterval.of(x, y);
            decided += DyadicThin.exp(x, y, 256) != null ? 1 : 0;
            decided += DyadicThin.log(x, y, 256) != null ? 1 : 0;
            decided += DyadicThin.sqrt(x, y, 256) != null ? 1 : 0;
            decided += DyadicThin.divide(both, both, 256) != null ? 1 : 0;
            decided += DyadicMeanValue.cbrt(x, y, 256) != null ? 1 : 0;
            decided += DyadicMeanValue.expm1(x, y, 256) != null ? 1 : 0;
            decided += DyadicMeanValue.tanh(y.negate(), x.negate(), 256) != null ? 1 : 0;
            decided += DyadicMeanValue.atan(x, y, 256) != null ? 1 : 0;
            decided += DyadicMeanValue.erf(DyadicErf.PLAIN, x, y, 256) != null ? 1 : 0;
            decided += DyadicMeanValue.erfc(DyadicErf.NORMAL, y.negate(), x.negate(), 256) != null ? 1 : 0;
            decided += DyadicMeanValue.sine(x, y, 0, 256) != null ? 1 : 0;
            decided += DyadicMeanValue.sine(y.negate(), x.negate(), 1, 256) != null ? 1 : 0;
            decided += DyadicLog1p.thin(x, y, 256) != null ? 1 : 0;
        }
        assertThat(decided).isGreaterThan(1270);
    }
}
