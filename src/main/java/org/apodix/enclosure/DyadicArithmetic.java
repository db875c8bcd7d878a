package org.apodix.enclosure;

import static org.apodix.enclosure.Rounding.DOWN;
import static org.apodix.enclosure.Rounding.UP;

import java.util.List;

/**
 * Interval arithmetic on dyadic ends of a fixed number of bits.
 *
 * <p>The ends of + - * / and of square, sqrt, cbrt and pi are the best bounds with that number of bits. So are those of
 * the other functions, except where the value is so close to a number of that many bits that a bounded search does not tell them
 * apart: there an end may be one unit further out. Powers are within a few units of the last bit. Best bounds make an
 * operation inclusion isotonic: smaller operands give a smaller result.
 */
public final class DyadicArithmetic implements Arithmetic<DyadicInterval> {

    private static final int MAX_BITS = 1 << 16;

    /** From these precisions on one long operation and a few short ones are faster than two long ones. */
    private static final int THIN_QUOTIENTS = 1000;
    private static final int THIN_ROOTS = 64;

    private static final DyadicInterval ZERO = DyadicInterval.point(Dyadic.ZERO);
    private static final Dyadic MINUS_ONE = Dyadic.ONE.negate();
    private static final Dyadic HALF = Dyadic.ONE.shift(-1);

    private final int bits;

    /** @param bits the precision of the ends, from 2 to 65536 */
    public DyadicArithmetic(int bits) {
        if (bits < 2 || bits > MAX_BITS) {
            throw new IllegalArgumentException("a precision of " + bits + " bits: give 2 to " + MAX_BITS);
        }
        this.bits = bits;
    }

    public int bits() {
        return bits;
    }

    @Override
    public String name() {
        return "dyadic-" + bits;
    }

    @Override
    public DyadicInterval of(Rational value) {
        return DyadicInterval.of(value, bits);
    }

    @Override
    public DyadicInterval enclose(DyadicInterval set) {
        return set.round(bits);
    }

    @Override
    public int precision() {
        return bits;
    }

    @Override
    public boolean isPositive(DyadicInterval a) {
        return a.isPositive();
    }

    @Override
    public DyadicInterval pi() {
        return DyadicPi.pi(bits);
    }

    @Override
    public DyadicInterval add(DyadicInterval a, DyadicInterval b) {
        return a.lower() == a.upper() && b.lower() == b.upper()
                ? DyadicPoints.sum(a.lower(), b.lower(), bits)
                : DyadicInterval.ordered(Dyadic.sum(a.lower(), b.lower(), bits, DOWN),
                        Dyadic.sum(a.upper(), b.upper(), bits, UP));
    }

    @Override
    public DyadicInterval subtract(DyadicInterval a, DyadicInterval b) {
        return add(a, negate(b));
    }

    @Override
    public DyadicInterval multiply(DyadicInterval a, DyadicInterval b) {
        if (isZero(a) || isZero(b)) {
            return ZERO; // also against an unbounded interval
        }
        if (a.lower() == a.upper() && b.lower() == b.upper()) {
            return DyadicPoints.product(a.lower(), b.lower(), bits);
        }
        if (a.upper().signum() <= 0) {
            return negate(multiply(negate(a), b));
        }
        if (b.upper().signum() <= 0) {
            return negate(multiply(a, negate(b)));
        }
        // from here both upper ends are positive
        if (a.isNonnegative()) {
            Dyadic left = b.isNonnegative() ? a.lower() : a.upper();
            return DyadicInterval.ordered(down(left, b.lower()), up(a.upper(), b.upper()));
        }
        if (b.isNonnegative()) {
            return DyadicInterval.ordered(down(a.lower(), b.upper()), up(a.upper(), b.upper()));
        }
        return DyadicInterval.ordered(
                down(a.lower(), b.upper()).min(down(a.upper(), b.lower())),
                up(a.lower(), b.lower()).max(up(a.upper(), b.upper())));
    }

    private static boolean isZero(DyadicInterval a) {
        return a.lower().signum() == 0 && a.upper().signum() == 0;
    }

    private Dyadic down(Dyadic a, Dyadic b) {
        return Dyadic.product(a, b, bits, DOWN);
    }

    private Dyadic up(Dyadic a, Dyadic b) {
        return Dyadic.product(a, b, bits, UP);
    }

    @Override
    public DyadicInterval divide(DyadicInterval a, DyadicInterval b) {
        if (b.containsZero()) {
            return DyadicInterval.ENTIRE;
        }
        if (b.isNegative()) {
            return negate(divide(a, negate(b)));
        }
        if (a.lower() == a.upper() && b.lower() == b.upper()) {
            return DyadicQuotient.bounds(a.lower(), b.lower(), bits);
        }
        if (bits >= THIN_QUOTIENTS && !a.containsZero()) {
            DyadicInterval thin = a.isPositive()
                    ? DyadicThin.divide(a, b, bits)
                    : DyadicThin.divide(negate(a), b, bits);
            if (thin != null) {
                return a.isPositive() ? thin : negate(thin);
            }
        }
        return DyadicInterval.ordered(
                Dyadic.quotient(a.lower(), a.isNonnegative() ? b.upper() : b.lower(), bits, DOWN),
                Dyadic.quotient(a.upper(), a.upper().signum() <= 0 ? b.upper() : b.lower(), bits, UP));
    }

    @Override
    public DyadicInterval negate(DyadicInterval a) {
        Dyadic lower = a.upper().negate();
        return DyadicInterval.ordered(lower, a.lower() == a.upper() ? lower : a.lower().negate());
    }

    @Override
    public DyadicInterval square(DyadicInterval a) {
        if (a.lower() == a.upper()) {
            return DyadicPoints.product(a.lower(), a.lower(), bits);
        }
        Dyadic lo = a.mignitude();
        Dyadic hi = a.magnitude();
        return DyadicInterval.ordered(down(lo, lo), up(hi, hi));
    }

    @Override
    public DyadicInterval power(DyadicInterval a, int n) {
        return DyadicPower.power(a, n, bits);
    }

    @Override
    public DyadicInterval sqrt(DyadicInterval a) {
        if (!a.isNonnegative()) {
            return DyadicInterval.ENTIRE;
        }
        if (a.lower() == a.upper()) {
            return DyadicSqrt.bounds(a.lower(), bits);
        }
        DyadicInterval thin = bits < THIN_ROOTS ? null : DyadicThin.sqrt(a.lower(), a.upper(), bits);
        return thin != null ? thin
                : DyadicInterval.ordered(Dyadic.sqrt(a.lower(), bits, DOWN), Dyadic.sqrt(a.upper(), bits, UP));
    }

    @Override
    public DyadicInterval exp(DyadicInterval a) {
        return increasing(a, DyadicExp::exp, DyadicThin::exp);
    }

    @Override
    public DyadicInterval log(DyadicInterval a) {
        return a.isPositive() ? increasing(a, DyadicLog::log, DyadicThin::log) : DyadicInterval.ENTIRE;
    }

    /** From the lower bound at the lower end to the upper bound at the upper end. */
    private DyadicInterval increasing(DyadicInterval a, PointFunction function) {
        DyadicInterval low = function.at(a.lower(), bits);
        return a.isPoint() ? low : DyadicInterval.ordered(low.lower(), function.at(a.upper(), bits).upper());
    }

    /** The same, from a thin interval where the other function knows a short way, and has not null. */
    private DyadicInterval increasing(DyadicInterval a, PointFunction function, ThinFunction thin) {
        DyadicInterval known = a.isPoint() ? null : thin.over(a.lower(), a.upper(), bits);
        return known != null ? known : increasing(a, function);
    }

    private interface ThinFunction {
        DyadicInterval over(Dyadic lower, Dyadic upper, int bits);
    }

    /** Bounds of a function at a number; at an infinite end, of its values nearby. */
    private interface PointFunction {
        DyadicInterval at(Dyadic x, int bits);
    }

    @Override
    public DyadicInterval logSumExp(List<DyadicInterval> terms) {
        return LogSumExp.isOne(terms) ? terms.get(0) : DyadicLogSumExp.range(terms, bits);
    }

    @Override
    public DyadicInterval cbrt(DyadicInterval a) {
        return increasing(a, DyadicCbrt::cbrt, DyadicMeanValue::cbrt);
    }

    @Override
    public DyadicInterval expm1(DyadicInterval a) {
        return increasing(a, DyadicExpm1::expm1, DyadicMeanValue::expm1);
    }

    @Override
    public DyadicInterval log1p(DyadicInterval a) {
        return a.lower().compareTo(MINUS_ONE) <= 0 ? DyadicInterval.ENTIRE : increasing(a, DyadicLog1p::log1p, DyadicLog1p::thin);
    }

    @Override
    public DyadicInterval sin(DyadicInterval a) {
        return DyadicCircular.range(a, 0, bits);
    }

    @Override
    public DyadicInterval cos(DyadicInterval a) {
        return DyadicCircular.range(a, 1, bits);
    }

    @Override
    public DyadicInterval tanh(DyadicInterval a) {
        return increasing(a, DyadicTanh::tanh, DyadicMeanValue::tanh);
    }

    @Override
    public DyadicInterval atan(DyadicInterval a) {
        return increasing(a, DyadicAtan::atan, DyadicMeanValue::atan);
    }

    @Override
    public DyadicInterval erf(DyadicInterval a) {
        return increasing(a, DyadicErf.PLAIN::erf, (x, y, n) -> DyadicMeanValue.erf(DyadicErf.PLAIN, x, y, n));
    }

    @Override
    public DyadicInterval erfc(DyadicInterval a) {
        return erfc(DyadicErf.PLAIN, a);
    }

    private DyadicInterval erfc(DyadicErf erf, DyadicInterval a) {
        return increasing(negate(a), (x, n) -> erf.erfc(x.negate(), n), (x, y, n) -> DyadicMeanValue.erfc(erf, y.negate(), x.negate(), n));
    }

    @Override
    public DyadicInterval normalCdf(DyadicInterval a) {
        return half(erfc(DyadicErf.NORMAL, negate(a)));
    }

    @Override
    public DyadicInterval normalTail(DyadicInterval a) {
        return normalCdf(negate(a));
    }

    /** Half of a set of numbers from 0 to 2, with the same bits; the least number of all has no half. */
    private DyadicInterval half(DyadicInterval y) {
        return DyadicInterval.ordered(Dyadic.product(y.lower(), HALF, bits, DOWN), Dyadic.product(y.upper(), HALF, bits, UP));
    }

    @Override
    public DyadicInterval abs(DyadicInterval a) {
        return DyadicInterval.ordered(a.mignitude(), a.magnitude());
    }

    @Override
    public DyadicInterval min(DyadicInterval a, DyadicInterval b) {
        return DyadicInterval.ordered(a.lower().min(b.lower()), a.upper().min(b.upper()));
    }

    @Override
    public DyadicInterval max(DyadicInterval a, DyadicInterval b) {
        return DyadicInterval.ordered(a.lower().max(b.lower()), a.upper().max(b.upper()));
    }

    @Override
    public DyadicInterval hull(DyadicInterval a, DyadicInterval b) {
        return a.hull(b);
    }

    @Override
    public DyadicInterval enclosure(DyadicInterval a) {
        return a;
    }

    @Override
    public boolean isEntire(DyadicInterval a) {
        return a.isEntire();
    }
}
