package org.apodix.enclosure;

import static org.apodix.enclosure.Rounding.DOWN;
import static org.apodix.enclosure.Rounding.UP;

import java.util.List;
import java.util.function.BiFunction;
import org.apfloat.Apfloat;

/**
 * Interval arithmetic on decimal ends of a fixed number of digits, carried on Apfloat: a second opinion about what
 * {@link DyadicArithmetic} says, in another radix, on another library's integers and by other algorithms, about fifty times slower.
 *
 * <p>The ends of + - * / and of square, sqrt and cbrt are the best bounds with that many digits, see {@link ApfloatRounding}. The functions
 * are our own series with proved remainders, summed in this same interval arithmetic at growing precision, so that every rounding
 * and every cancellation is inside the enclosure; where the precision suffices, as it does unless a value is within 10^-(3 digits) of 0,
 * an end is at most two units of the last digit off. Apfloat's own functions are not used, but as guesses of square and cube roots, which
 * are then checked exactly.
 */
public final class ApfloatArithmetic implements Arithmetic<ApfloatInterval> {

    private static final int MAX_DIGITS = 100_000;

    private final int digits;

    /** @param digits the precision of the ends, from 2 to 100000 decimal digits */
    public ApfloatArithmetic(int digits) {
        if (digits < 2 || digits > MAX_DIGITS) {
            throw new IllegalArgumentException("a precision of " + digits + " digits: give 2 to " + MAX_DIGITS);
        }
        this.digits = digits;
    }

    public int digits() {
        return digits;
    }

    @Override
    public String name() {
        return "apfloat-" + digits;
    }

    @Override
    public ApfloatInterval of(Rational value) {
        var lower = ApfloatRounding.of(value, digits, DOWN);
        var upper = ApfloatRounding.of(value, digits, UP);
        return ApfloatInterval.of(lower, upper);
    }

    @Override
    public ApfloatInterval pi() {
        return ApfloatAtan.pi(digits);
    }

    @Override
    public ApfloatInterval add(ApfloatInterval a, ApfloatInterval b) {
        return ApfloatInterval.of(ApfloatRounding.sum(a.lower(), b.lower(), digits, DOWN),
                ApfloatRounding.sum(a.upper(), b.upper(), digits, UP));
    }

    @Override
    public ApfloatInterval subtract(ApfloatInterval a, ApfloatInterval b) {
        return add(a, b.negate());
    }

    @Override
    public ApfloatInterval multiply(ApfloatInterval a, ApfloatInterval b) {
        if (a.upper().signum() <= 0) {
            return a.isZero() ? a : multiply(a.negate(), b).negate();
        }
        if (b.upper().signum() <= 0) {
            return b.isZero() ? b : multiply(a, b.negate()).negate();
        }
        // from here both upper ends are positive
        if (a.isNonnegative()) {
            return ApfloatInterval.of(down(b.isNonnegative() ? a.lower() : a.upper(), b.lower()), up(a.upper(), b.upper()));
        }
        if (b.isNonnegative()) {
            return ApfloatInterval.of(down(a.lower(), b.upper()), up(a.upper(), b.upper()));
        }
        return ApfloatInterval.of(
                ApfloatRounding.least(down(a.lower(), b.upper()), down(a.upper(), b.lower())),
                ApfloatRounding.greatest(up(a.lower(), b.lower()), up(a.upper(), b.upper())));
    }

    private Apfloat down(Apfloat a, Apfloat b) {
        return ApfloatRounding.product(a, b, digits, DOWN);
    }

    private Apfloat up(Apfloat a, Apfloat b) {
        return ApfloatRounding.product(a, b, digits, UP);
    }

    @Override
    public ApfloatInterval divide(ApfloatInterval a, ApfloatInterval b) {
        if (b.containsZero()) {
            return ApfloatInterval.ENTIRE;
        }
        if (b.upper().signum() < 0) {
            return divide(a, b.negate()).negate();
        }
        if (a.isPoint() && b.isPoint()) {
            return ApfloatRounding.quotient(a.lower(), b.lower(), digits);
        }
        var low = ApfloatRounding.quotient(a.lower(), a.isNonnegative() ? b.upper() : b.lower(), digits);
        var high = ApfloatRounding.quotient(a.upper(), a.upper().signum() <= 0 ? b.upper() : b.lower(), digits);
        return ApfloatInterval.of(low.lower(), high.upper());
    }

    @Override
    public ApfloatInterval negate(ApfloatInterval a) {
        return a.negate();
    }

    @Override
    public ApfloatInterval square(ApfloatInterval a) {
        var low = a.mignitude();
        var high = a.magnitude();
        return ApfloatInterval.of(down(low, low), up(high, high));
    }

    @Override
    public ApfloatInterval power(ApfloatInterval a, int n) {
        if (n < 0 && a.containsZero()) {
            return ApfloatInterval.ENTIRE;
        }
        if (n < 0) {
            return new ApfloatArithmetic(digits + 2).divide(ApfloatInterval.ONE, power(a, -(long) n, digits + 2)).round(digits);
        }
        return power(a, (long) n, digits);
    }

    /** x^n, n >= 0, is increasing for odd n and increases with |x| for even n. */
    private static ApfloatInterval power(ApfloatInterval a, long n, int digits) {
        if (n == 0) {
            return ApfloatInterval.ONE;
        }
        var low = n % 2 == 0 ? a.mignitude() : a.lower();
        var high = n % 2 == 0 ? a.magnitude() : a.upper();
        return ApfloatInterval.of(power(low, n, digits, DOWN), power(high, n, digits, UP));
    }

    /** A bound of x^n by repeated squaring: at most 62 products, each off by a unit, and each error is multiplied by at most n. */
    private static Apfloat power(Apfloat x, long n, int digits, Rounding rounding) {
        if (x.signum() < 0) {
            var size = power(x.negate(), n, digits, n % 2 == 0 ? rounding : rounding.opposite());
            return n % 2 == 0 ? size : size.negate();
        }
        int working = digits + 3 + (int) Math.log10(64.0 * n);
        var result = x;
        for (int i = 62 - Long.numberOfLeadingZeros(n); i >= 0; i--) {
            result = ApfloatRounding.product(result, result, working, rounding);
            if ((n >> i & 1) != 0) {
                result = ApfloatRounding.product(result, x, working, rounding);
            }
        }
        return ApfloatRounding.round(result, digits, rounding);
    }

    @Override
    public ApfloatInterval sqrt(ApfloatInterval a) {
        return a.isNonnegative() ? root(a, 2) : ApfloatInterval.ENTIRE;
    }

    private ApfloatInterval root(ApfloatInterval a, int n) {
        return ApfloatSeries.increasing(a, x -> x.signum() < 0
                ? ApfloatRounding.root(x.negate(), n, digits).negate() : ApfloatRounding.root(x, n, digits));
    }

    @Override
    public ApfloatInterval logSumExp(List<ApfloatInterval> terms) {
        return LogSumExp.isOne(terms) ? terms.get(0) : ApfloatLogSumExp.range(terms, digits);
    }

    @Override
    public ApfloatInterval cbrt(ApfloatInterval a) {
        return root(a, 3);
    }

    private ApfloatInterval increasing(ApfloatInterval a, BiFunction<Apfloat, ApfloatArithmetic, ApfloatInterval> f) {
        return ApfloatSeries.increasing(a, x -> ApfloatSeries.refined(digits, w -> f.apply(x, w)));
    }

    @Override
    public ApfloatInterval exp(ApfloatInterval a) {
        return increasing(a, ApfloatExp::exp);
    }

    @Override
    public ApfloatInterval expm1(ApfloatInterval a) {
        return increasing(a, ApfloatExp::expm1);
    }

    @Override
    public ApfloatInterval log(ApfloatInterval a) {
        return a.lower().signum() > 0 ? increasing(a, ApfloatLog::log) : ApfloatInterval.ENTIRE;
    }

    @Override
    public ApfloatInterval log1p(ApfloatInterval a) {
        return a.lower().compareTo(Apfloat.ONE.negate()) > 0 ? increasing(a, ApfloatLog::log1p) : ApfloatInterval.ENTIRE;
    }

    @Override
    public ApfloatInterval sin(ApfloatInterval a) {
        return ApfloatAngle.sine(a, 0, digits);
    }

    @Override
    public ApfloatInterval cos(ApfloatInterval a) {
        return ApfloatAngle.sine(a, 1, digits);
    }

    @Override
    public ApfloatInterval tanh(ApfloatInterval a) {
        return increasing(a, ApfloatExp::tanh);
    }

    @Override
    public ApfloatInterval atan(ApfloatInterval a) {
        return increasing(a, ApfloatAtan::atan);
    }

    @Override
    public ApfloatInterval erf(ApfloatInterval a) {
        return increasing(a, ApfloatErf::erf);
    }

    @Override
    public ApfloatInterval erfc(ApfloatInterval a) {
        return increasing(a.negate(), (x, w) -> ApfloatErf.erfc(x.negate(), w));
    }

    @Override
    public ApfloatInterval normalCdf(ApfloatInterval a) {
        return increasing(a, ApfloatErf::normalCdf);
    }

    @Override
    public ApfloatInterval normalTail(ApfloatInterval a) {
        return normalCdf(a.negate());
    }

    @Override
    public ApfloatInterval abs(ApfloatInterval a) {
        return ApfloatInterval.of(a.mignitude(), a.magnitude());
    }

    @Override
    public ApfloatInterval min(ApfloatInterval a, ApfloatInterval b) {
        return ApfloatInterval.of(ApfloatRounding.least(a.lower(), b.lower()), ApfloatRounding.least(a.upper(), b.upper()));
    }

    @Override
    public ApfloatInterval max(ApfloatInterval a, ApfloatInterval b) {
        return ApfloatInterval.of(ApfloatRounding.greatest(a.lower(), b.lower()), ApfloatRounding.greatest(a.upper(), b.upper()));
    }

    @Override
    public ApfloatInterval hull(ApfloatInterval a, ApfloatInterval b) {
        return a.hull(b);
    }

    @Override
    public boolean isEntire(ApfloatInterval a) {
        return a.isEntire();
    }

    @Override
    public ApfloatInterval enclose(DyadicInterval set) {
        return ApfloatInterval.of(ApfloatRounding.of(set.lower(), digits, DOWN), ApfloatRounding.of(set.upper(), digits, UP));
    }

    @Override
    public int precision() {
        return (int) (digits * 3.33) + 1;
    }

    @Override
    public boolean isPositive(ApfloatInterval a) {
        return a.lower().signum() > 0;
    }

    @Override
    public DyadicInterval enclosure(ApfloatInterval a) {
        int bits = 4 * digits + 64;
        return DyadicInterval.of(ApfloatRounding.dyadic(a.lower(), bits, DOWN), ApfloatRounding.dyadic(a.upper(), bits, UP));
    }
}
