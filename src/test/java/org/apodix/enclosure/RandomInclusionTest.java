package org.apodix.enclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Random functions on random sets, wide, thin and special, against twice the precision: inclusion in both carriers,
 * isotonicity, and an accuracy floor at points. The system property {@code apodix.random} is the number of operations; the
 * Maven profile {@code long} sets more than a million.
 */
class RandomInclusionTest {

    private static final double[] SPECIAL = {0, 1, -1, 0.5, -0.5, 2, Math.PI, -Math.PI / 2, Double.MIN_VALUE, -Double.MIN_NORMAL,
        Double.MAX_VALUE, 0x1p-30, 1e20, -1e22, 700, -745, 26.5, 38.6, Math.nextUp(1.0), Math.nextDown(-1.0), Math.nextUp(-1.0)};
    private static final int[] PRECISIONS = {2, 3, 10, 24, 53, 53, 64, 64, 113, 128, 200, 256, 333, 500, 900};

    private final Random random = new Random(20_251_107);

    @Test
    void should_contain_what_twice_the_precision_finds() {
        int operations = Integer.getInteger("apodix.random", 20_000);
        for (int done = 0; done < operations;) {
            done += round();
        }
    }

    /** The function of several variables: the same for lists of one to five sets. */
    @Test
    void should_contain_what_twice_the_precision_finds_of_log_sum_exp() {
        int operations = Integer.getInteger("apodix.random", 20_000) / 10;
        for (int done = 0; done < operations; done += 4) {
            int bits = PRECISIONS[random.nextInt(PRECISIONS.length)];
            var points = new ArrayList<DyadicInterval>();
            var sets = new ArrayList<DyadicInterval>();
            for (int i = random.nextInt(5); i >= 0; i--) {
                Dyadic x = number();
                points.add(DyadicInterval.point(x));
                sets.add(set(x));
            }
            var coarse = new DyadicArithmetic(bits);
            var truth = new DyadicArithmetic(2 * bits + 64).logSumExp(points);
            var thin = coarse.logSumExp(points);
            var wide = coarse.logSumExp(sets);
            var filter = DoubleArithmetic.INSTANCE.logSumExp(sets.stream().map(DoubleFunctions::outward).toList()).toDyadic();
            assertThat(wide.contains(thin)).as("isotonic: %s of %s at %s bits", sets, points, bits).isTrue();
            assertThat(wide.contains(truth) && filter.contains(truth)).as("%s at %s bits", sets, bits).isTrue();
            assertThat(points.size() == 1 || thin.contains(truth)).as("%s at %s bits", points, bits).isTrue();
            if (points.size() > 1 && thin.magnitude().top() > -Dyadic.MAX_EXPONENT) {
                assertThat(thin.width().shift(bits - 2L)).as("width at %s and %s bits", points, bits).isLessThanOrEqualTo(thin.mignitude());
            }
        }
    }

    private Dyadic number() {
        int kind = random.nextInt(10);
        if (kind == 0) {
            return Dyadic.ofExact(SPECIAL[random.nextInt(SPECIAL.length)]);
        }
        int bits = 1 + random.nextInt(kind < 6 ? 53 : 200);
        BigInteger m = new BigInteger(bits, random).setBit(bits - 1);
        int top = kind < 8 ? random.nextInt(12) - 6 : random.nextInt(kind == 8 ? 120 : 700) - (kind == 8 ? 60 : 350);
        Dyadic x = Dyadic.of(m, (long) top - bits);
        return random.nextBoolean() ? x : x.negate();
    }

    /** A point, a thin or a wide interval, a half-line or the line. */
    private DyadicInterval set(Dyadic x) {
        switch (random.nextInt(8)) {
            case 0:
                Dyadic y = number();
                return DyadicInterval.of(x.min(y), x.max(y));
            case 1:
                return DyadicInterval.of(x, Dyadic.sum(x, number().abs().shift(-random.nextInt(100)), 300, Rounding.UP));
            case 2:
                return random.nextInt(3) > 0 ? DyadicInterval.of(x, Dyadic.POSITIVE_INFINITY)
                        : random.nextBoolean() ? DyadicInterval.of(Dyadic.NEGATIVE_INFINITY, x) : DyadicInterval.ENTIRE;
            default:
                return DyadicInterval.point(x);
        }
    }

    /** One function; returns the number of operations. */
    private int round() {
        Functions f = Functions.VALUES.get(random.nextInt(Functions.VALUES.size()));
        int bits = PRECISIONS[random.nextInt(PRECISIONS.length)];
        Dyadic x = number();
        DyadicInterval wide = set(x);
        DyadicInterval point = DyadicInterval.point(x);
        DyadicArithmetic coarse = new DyadicArithmetic(bits);
        DyadicInterval result = f.at(coarse, wide);
        DoubleInterval outer = DoubleFunctions.outward(wide);
        DoubleInterval filter = f.at(DoubleArithmetic.INSTANCE, outer);
        if (!f.domain().test(wide)) {
            assertThat(result.isEntire()).as("%s of %s is undefined", f.name(), wide).isTrue();
            assertThat(filter.isEntire()).as("%s of %s is undefined", f.name(), wide).isTrue();
            return 2;
        }
        DyadicInterval truth = f.at(new DyadicArithmetic(2 * bits + 64), point);
        contains(result, truth, f, bits, wide);
        contains(filter.toDyadic(), truth, f, 0, wide);
        DyadicInterval thin = f.at(coarse, point);
        contains(thin, truth, f, bits, point);
        contains(result, thin, f, bits, wide); // isotonic
        if (thin.isBounded() && !thin.equals(DyadicInterval.of(Dyadic.of(-1), Dyadic.ONE))
                && thin.magnitude().top() > -Dyadic.MAX_EXPONENT) {
            assertThat(thin.width().shift(bits - 2L)).as("width of %s of %s at %s bits: %s", f.name(), x, bits, thin)
                    .isLessThanOrEqualTo(thin.mignitude());
        }
        accurate(f, x);
        return 5;
    }

    private static void contains(DyadicInterval set, DyadicInterval part, Functions f, int bits, DyadicInterval x) {
        if (!set.contains(part)) {
            throw new AssertionError(f.name() + " of [" + x.lower() + ", " + x.upper() + "] at " + bits + " bits: [" + set.lower()
                    + ", " + set.upper() + "] should contain [" + part.lower() + ", " + part.upper() + "]");
        }
    }

    /** Doubles at points: at most 16 units of the last place, where nothing overflows or underflows. */
    private static void accurate(Functions f, Dyadic x) {
        double d = x.toDouble(Rounding.DOWN);
        DyadicInterval point = Double.isFinite(d) ? DyadicInterval.point(Dyadic.ofExact(d)) : DyadicInterval.ENTIRE;
        if (point.isPoint() && f.domain().test(point)) {
            DoubleInterval y = f.at(DoubleArithmetic.INSTANCE, DoubleInterval.of(d, d));
            double size = Math.max(Math.abs(y.lower()), Math.abs(y.upper()));
            if (size > 1e-300 && size < 1e300) {
                assertThat(y.upper() - y.lower()).as("double %s of %s: %s", f.name(), d, y).isLessThanOrEqualTo(size * 0x1p-48);
            }
        }
    }
}
