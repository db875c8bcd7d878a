package org.apodix.enclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Products, quotients and roots next to the ends of the range of exponents, decided on exact mantissas with exponents that are longs. */
class RangeEndsTest {

    private static final int[] BITS = {2, 24, 53, 64, 100, 127, 128, 129, 200};
    private static final int[] LENGTHS = {1, 2, 64, 127, 128, 129, 200};

    private final Random random = new Random(9);

    @Test
    void shouldContainTheTrueValueOrReachInfinityOrZero() {
        int saturated = 0;
        for (int i = 0; i < 20_000; i++) {
            var arithmetic = new DyadicArithmetic(BITS[random.nextInt(BITS.length)]);
            var x = interval();
            var y = interval();
            int operation = i % 3;
            if (operation == 1 && y.containsZero() || operation == 2 && !x.isNonnegative()) {
                continue;
            }
            var z = operation == 0 ? arithmetic.multiply(x, y) : operation == 1 ? arithmetic.divide(x, y) : arithmetic.sqrt(x);
            saturated += z.isBounded() && z.lower().signum() != 0 && z.upper().signum() != 0 ? 0 : 1;
            for (var a : List.of(x.lower(), x.upper())) {
                for (var b : List.of(y.lower(), y.upper())) {
                    assertThat(compare(z.lower(), operation, a, b)).as("%s of %s and %s from below", operation, x, y).isLessThanOrEqualTo(0);
                    assertThat(compare(z.upper(), operation, a, b)).as("%s of %s and %s from above", operation, x, y).isGreaterThanOrEqualTo(0);
                }
            }
        }
        assertThat(saturated).isGreaterThan(1000);
    }

    private DyadicInterval interval() {
        var x = DyadicInterval.point(number());
        return random.nextInt(3) == 0 ? x.hull(DyadicInterval.point(number())) : x;
    }

    private Dyadic number() {
        int length = LENGTHS[random.nextInt(LENGTHS.length)];
        var mantissa = random.nextInt(3) == 0 ? BigInteger.ONE.shiftLeft(length).subtract(BigInteger.ONE) : new BigInteger(length, random).setBit(length - 1);
        long most = Dyadic.MAX_EXPONENT;
        long top = switch (random.nextInt(6)) {
            case 0 -> most - random.nextInt(3);
            case 1 -> -most + random.nextInt(3);
            case 2 -> most / 2 + random.nextInt(3) - 1;
            case 3 -> -most / 2 + random.nextInt(3) - 1;
            case 4 -> random.nextInt(300) - 150;
            default -> (random.nextBoolean() ? 1 : -1) * (most - 100 - random.nextInt(200));
        };
        var size = Dyadic.of(mantissa, top - length);
        return random.nextBoolean() ? size : size.negate();
    }

    /** The sign of the end less the true a b, a / b or sqrt(a). */
    private static int compare(Dyadic end, int operation, Dyadic a, Dyadic b) {
        if (end.isInfinite()) {
            return end.signum();
        }
        var m = end.mantissa();
        long e = end.exponent();
        return switch (operation) {
            case 0 -> compare(m, e, a.mantissa().multiply(b.mantissa()), (long) a.exponent() + b.exponent());
            case 1 -> b.signum() * compare(m.multiply(b.mantissa()), e + b.exponent(), a.mantissa(), a.exponent());
            default -> end.signum() < 0 ? -1 : compare(m.multiply(m), 2 * e, a.mantissa(), a.exponent());
        };
    }

    private static int compare(BigInteger m, long e, BigInteger n, long f) {
        if (m.signum() != n.signum() || m.signum() == 0) {
            return Integer.compare(m.signum(), n.signum());
        }
        long top = m.abs().bitLength() + e;
        long other = n.abs().bitLength() + f;
        if (top != other) {
            return m.signum() * Long.compare(top, other);
        }
        return e >= f ? m.shiftLeft((int) (e - f)).compareTo(n) : m.compareTo(n.shiftLeft((int) (f - e)));
    }
}
