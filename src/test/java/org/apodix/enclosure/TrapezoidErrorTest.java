package org.apodix.enclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

/** The theorem on functions with closed forms: the true error is within the bound, and not far below it. */
class TrapezoidErrorTest {

    private static final DyadicArithmetic D = new DyadicArithmetic(300);

    private static Dyadic scaled(long mantissa, int exponent) {
        return Dyadic.of(BigInteger.valueOf(mantissa), exponent);
    }

    private static DyadicInterval point(Dyadic x) {
        return DyadicInterval.point(x);
    }

    /**
     * f = 1 / (x^2 + 1): |f(x + ik)| <= 1 / (x^2 + 1 - k^2), so M <= pi / sqrt(1 - k^2), and |f(A + iy)| <= 1 / (A^2 + 1 - k^2). The integral over [-A, A] is 2
     * atan A.
     */
    @Test
    void theErrorOfARationalFunctionIsWithinTheBound() {
        var k = scaled(15, -4);
        var one = point(Dyadic.ONE);
        var gap = D.subtract(one, D.square(point(k)));
        for (int shift = 0; shift <= 5; shift++) {
            var h = Dyadic.ONE.shift(-shift);
            for (int points : new int[] {0, 1, 10, 3000}) {
                var end = h.times(Dyadic.of(2L * points + 1)).shift(-1);
                var sum = one;
                for (int n = 1; n <= points; n++) {
                    var term = D.divide(one, D.add(D.square(point(h.times(Dyadic.of(n)))), one));
                    sum = D.add(sum, D.add(term, term));
                }
                var atan = D.atan(point(end));
                var error = D.subtract(D.multiply(point(h), sum), D.add(atan, atan)).magnitude();
                var bound = TrapezoidError.bound(D.divide(D.pi(), D.sqrt(gap)).upper(), k, h);
                var side = D.divide(one, D.add(D.square(point(end)), gap)).upper();
                var ends = side.times(TrapezoidError.weight(Dyadic.ZERO, h)).shift(2);
                assertThat(error).as("h = 2^-%s, %s points", shift, points).isLessThanOrEqualTo(bound.plus(ends));
                if (points == 3000 && shift <= 1) {
                    assertThat(error.shift(4)).as("h = 2^-%s", shift).isGreaterThan(bound.plus(ends));
                }
            }
        }
    }

    /** f = cos(2 pi x / h) is 1 at all points; |f(x + ik)| <= cosh(2 pi k / h), so the bound cannot be much less than 2A, the error. */
    @Test
    void anAliasIsWithinTheBound() {
        var h = scaled(1, -1);
        var k = scaled(3, -2);
        var end = h.times(Dyadic.of(7)).shift(-1);
        var turn = D.exp(D.multiply(D.multiply(D.of(Rational.TWO), D.pi()), D.divide(point(k), point(h))));
        var cosh = D.multiply(D.of(Rational.of(1, 2)), D.add(turn, D.divide(point(Dyadic.ONE), turn)));
        var bound = TrapezoidError.bound(D.multiply(point(end.shift(1)), cosh).upper(), k, h);
        assertThat(bound).isGreaterThanOrEqualTo(end.shift(1)).isLessThan(end.shift(2));
    }

    @Test
    void theStepReachesTheError() {
        for (int bits : new int[] {1, 20, 100, 1000, 100_000}) {
            var error = Dyadic.ONE.shift(-bits);
            var step = TrapezoidError.step(Dyadic.of(3), scaled(3, -1), error);
            assertThat(TrapezoidError.bound(Dyadic.of(3), scaled(3, -1), step)).isLessThanOrEqualTo(error.shift(1));
            assertThat(step.signum()).isPositive();
            assertThat(step).isLessThanOrEqualTo(scaled(3, -2));
            if (bits > 20) {
                assertThat(TrapezoidError.bound(Dyadic.of(3), scaled(3, -1), step.shift(1))).isGreaterThan(error);
            }
        }
        assertThat(TrapezoidError.step(Dyadic.ZERO, Dyadic.ONE, Dyadic.ONE)).isEqualTo(scaled(1, -1));
        assertThat(TrapezoidError.weight(Dyadic.ONE, Dyadic.ONE)).isLessThan(scaled(1, -11));
    }

    /** Both formulas with many bits, for numbers of all sizes. */
    @Test
    void boundsAreTheFormulasFromAbove() {
        var turn = D.multiply(D.of(Rational.TWO), D.pi());
        for (int n = 1; n <= 40; n++) {
            var height = scaled(2 * n + 1, -3);
            var step = scaled(41 - n, -5);
            var turns = D.divide(D.multiply(turn, point(height)), point(step));
            var integral = scaled(7 * n, -n);
            isJustAbove(TrapezoidError.bound(integral, height, step), D.divide(point(integral.shift(1)), D.expm1(turns)));
            isJustAbove(TrapezoidError.weight(height, step), D.multiply(D.divide(point(step), turn), D.exp(D.negate(turns))));
        }
    }

    private static void isJustAbove(Dyadic bound, DyadicInterval value) {
        assertThat(bound).isGreaterThan(value.upper());
        assertThat(bound).isLessThan(value.lower().plus(value.lower().shift(-45)));
    }
}
