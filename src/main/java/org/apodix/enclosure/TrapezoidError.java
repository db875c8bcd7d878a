package org.apodix.enclosure;

/**
 * The error of the trapezoid rule for a function that is holomorphic in a rectangle around a range of the real line.
 *
 * <p><b>Theorem.</b> Let h, k > 0, N >= 0 and A = (N + 1/2) h. Let f be holomorphic in a neighborhood of R = [-A, A] + i[-k, k] with f(conj z) = conj
 * f(z). Then
 *
 * <p>|h sum_{|n| <= N} f(nh) - int_{-A}^A f(x) dx| <= 2 M / (e^(2 pi k / h) - 1) + 2 V(A) + 2 V(-A),
 * where M = int_{-A}^A |f(x + ik)| dx and V(a) = int_0^k |f(a + iy)| / (e^(2 pi y / h) + 1) dy.
 *
 * <p><b>Proof.</b> Let w(z) = e^(2 pi i z / h). 1 / (w - 1) has its poles at the multiples of h, with residue h / (2 pi i); those in R are nh with |n| <= N,
 * and none is on the boundary. So h sum f(nh) is the integral of f / (w - 1) counterclockwise along the boundary of R. On its upper half U,
 * from A over A + ik and -A + ik to -A, 1 / (w - 1) = -1 - 1 / (1/w - 1), and -int_U f = int_{-A}^A f by Cauchy's theorem. Hence the
 * difference is the integral of f / (w - 1) along the lower half minus that of f / (1/w - 1) along U. On the upper side |1/w| = e^(2 pi k / h), so the
 * denominator is at least e^(2 pi k / h) - 1 in size. On the vertical sides, x = +-A = +-(N + 1/2) h, 1/w = -e^(2 pi y / h), so it is e^(2 pi y / h) + 1
 * in size. The lower half is the mirror image.
 *
 * <p>For N to infinity with vanishing ends this is the bound 2M / (e^(2 pi k / h) - 1) of the whole line (Trefethen and Weideman 2014, theorem 5.1).
 * The finite form supposes nothing about f outside of R. With V split at heights y, 1 / (e^u + 1) <= e^(-u) gives, for |f| <= B at the
 * heights from y on up to the next one, at most B (h / (2 pi)) e^(-2 pi y / h) for that part.
 */
public final class TrapezoidError {

    private static final int BITS = 64;
    private static final int STEP_BITS = 8;
    private static final Arithmetic<DyadicInterval> ARITHMETIC = new Defined<>(new DyadicArithmetic(BITS));

    private TrapezoidError() { }

    private static DyadicInterval turns(Dyadic height, Dyadic step) {
        var twoPi = ARITHMETIC.multiply(ARITHMETIC.of(Rational.TWO), ARITHMETIC.pi());
        return ARITHMETIC.multiply(twoPi, ARITHMETIC.divide(DyadicInterval.point(height), DyadicInterval.point(step)));
    }

    /** An upper bound of 2 M / (e^(2 pi k / h) - 1). */
    public static Dyadic bound(Dyadic integral, Dyadic height, Dyadic step) {
        var twice = ARITHMETIC.multiply(ARITHMETIC.of(Rational.TWO), DyadicInterval.point(integral));
        return ARITHMETIC.divide(twice, ARITHMETIC.expm1(turns(height, step))).upper();
    }

    /** An upper bound of (h / (2 pi)) e^(-2 pi y / h), y >= 0. */
    public static Dyadic weight(Dyadic y, Dyadic step) {
        var twoPi = ARITHMETIC.multiply(ARITHMETIC.of(Rational.TWO), ARITHMETIC.pi());
        return ARITHMETIC.multiply(ARITHMETIC.divide(DyadicInterval.point(step), twoPi), ARITHMETIC.exp(ARITHMETIC.negate(turns(y, step)))).upper();
    }

    /** A step of few bits, at most k/2, for which {@link #bound} is about the error; any step is allowed, this one saves work. */
    public static Dyadic step(Dyadic integral, Dyadic height, Dyadic error) {
        var most = height.shift(-1);
        if (integral.signum() == 0 || error.signum() == 0) {
            return most;
        }
        var ratio = ARITHMETIC.divide(DyadicInterval.point(integral.shift(1)), DyadicInterval.point(error));
        var step = ARITHMETIC.divide(turns(height, Dyadic.ONE), ARITHMETIC.log1p(ratio)).lower();
        return step.min(most).round(STEP_BITS, Rounding.DOWN);
    }
}
