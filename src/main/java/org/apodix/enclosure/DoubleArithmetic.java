package org.apodix.enclosure;

import java.util.List;

/**
 * Interval arithmetic on double ends: the fast filter. It trusts IEEE 754 and what Java specifies for {@link
 * StrictMath}.
 */
public final class DoubleArithmetic implements Arithmetic<DoubleInterval> {

    public static final DoubleArithmetic INSTANCE = new DoubleArithmetic();

    private static final DoubleInterval ZERO = DoubleInterval.of(0, 0);
    private static final DoubleInterval ONE = DoubleInterval.of(1, 1);
    /**
     * Math.PI is the double nearest to pi = 3.14159265358979323846..., and below it: Math.PI =
     * 3.141592653589793115997...
     */
    private static final DoubleInterval PI = DoubleInterval.of(Math.PI, Math.nextUp(Math.PI));

    /** erf and its kin have no counterpart in Java: they are taken from the dyadic functions, rounded outward. */
    private static final DyadicArithmetic DYADIC = new DyadicArithmetic(64);

    private DoubleArithmetic() { }

    @Override
    public String name() {
        return "double";
    }

    @Override
    public DoubleInterval of(Rational value) {
        return DoubleInterval.of(value);
    }

    @Override
    public DoubleInterval enclose(DyadicInterval set) {
        return DoubleInterval.ordered(set.lower().toDouble(Rounding.DOWN), set.upper().toDouble(Rounding.UP));
    }

    @Override
    public int precision() {
        return 53;
    }

    @Override
    public boolean isPositive(DoubleInterval a) {
        return a.lower() > 0;
    }

    @Override
    public DoubleInterval pi() {
        return PI;
    }

    @Override
    public DoubleInterval add(DoubleInterval a, DoubleInterval b) {
        return DoubleInterval.ordered(
                DoubleBounds.addDown(a.lower(), b.lower()), DoubleBounds.addUp(a.upper(), b.upper()));
    }

    @Override
    public DoubleInterval subtract(DoubleInterval a, DoubleInterval b) {
        return DoubleInterval.ordered(
                DoubleBounds.addDown(a.lower(), -b.upper()), DoubleBounds.addUp(a.upper(), -b.lower()));
    }

    @Override
    public DoubleInterval multiply(DoubleInterval a, DoubleInterval b) {
        if (isZero(a) || isZero(b)) {
            return ZERO; // also against an unbounded interval
        }
        if (a.upper() <= 0) {
            return negate(multiply(negate(a), b));
        }
        if (b.upper() <= 0) {
            return negate(multiply(a, negate(b)));
        }
        // from here both upper ends are positive
        double top = DoubleBounds.multiplyUp(a.upper(), b.upper());
        if (a.lower() >= 0) {
            return DoubleInterval.ordered(
                    DoubleBounds.multiplyDown(b.lower() >= 0 ? a.lower() : a.upper(), b.lower()), top);
        }
        if (b.lower() >= 0) {
            return DoubleInterval.ordered(DoubleBounds.multiplyDown(a.lower(), b.upper()), top);
        }
        return DoubleInterval.ordered(
                Math.min(DoubleBounds.multiplyDown(a.lower(), b.upper()), DoubleBounds.multiplyDown(a.upper(), b.lower())),
                Math.max(DoubleBounds.multiplyUp(a.lower(), b.lower()), top));
    }

    private static boolean isZero(DoubleInterval a) {
        return a.lower() == 0 && a.upper() == 0;
    }

    @Override
    public DoubleInterval divide(DoubleInterval a, DoubleInterval b) {
        if (b.containsZero()) {
            return DoubleInterval.ENTIRE;
        }
        if (b.upper() < 0) {
            return negate(divide(a, negate(b)));
        }
        return DoubleInterval.ordered(
                DoubleBounds.divideDown(a.lower(), a.lower() >= 0 ? b.upper() : b.lower()),
                DoubleBounds.divideUp(a.upper(), a.upper() <= 0 ? b.upper() : b.lower()));
    }

    @Override
    public DoubleInterval negate(DoubleInterval a) {
        return DoubleInterval.ordered(-a.upper(), -a.lower());
    }

    @Override
    public DoubleInterval square(DoubleInterval a) {
        double lo = mignitude(a);
        double hi = magnitude(a);
        return DoubleInterval.ordered(DoubleBounds.multiplyDown(lo, lo), DoubleBounds.multiplyUp(hi, hi));
    }

    /** x^n is increasing for odd n and increases with |x| for even n. */
    @Override
    public DoubleInterval power(DoubleInterval a, int n) {
        if (n < 0) {
            return inverse(a, power(a, -(long) n));
        }
        return power(a, (long) n);
    }

    /** One over a power of an interval without 0; a power that underflowed to 0 gives an infinite end. */
    private static DoubleInterval inverse(DoubleInterval base, DoubleInterval power) {
        if (base.containsZero()) {
            return DoubleInterval.ENTIRE;
        }
        if (power.upper() <= 0) {
            return DoubleInterval.ordered(-inverseUp(-power.upper()), -DoubleBounds.divideDown(1, -power.lower()));
        }
        return DoubleInterval.ordered(DoubleBounds.divideDown(1, power.upper()), inverseUp(power.lower()));
    }

    private static double inverseUp(double x) {
        return x == 0 ? Double.POSITIVE_INFINITY : DoubleBounds.divideUp(1, x);
    }

    private static DoubleInterval power(DoubleInterval a, long n) {
        if (n == 0) {
            return ONE;
        }
        if (n % 2 == 0) {
            return DoubleInterval.ordered(
                    DoubleBounds.powerDown(mignitude(a), n), DoubleBounds.powerUp(magnitude(a), n));
        }
        return DoubleInterval.ordered(
                a.lower() < 0 ? -DoubleBounds.powerUp(-a.lower(), n) : DoubleBounds.powerDown(a.lower(), n),
                a.upper() < 0 ? -DoubleBounds.powerDown(-a.upper(), n) : DoubleBounds.powerUp(a.upper(), n));
    }

    private static double magnitude(DoubleInterval a) {
        return Math.max(Math.abs(a.lower()), Math.abs(a.upper()));
    }

    private static double mignitude(DoubleInterval a) {
        return a.containsZero() ? 0 : Math.min(Math.abs(a.lower()), Math.abs(a.upper()));
    }

    @Override
    public DoubleInterval sqrt(DoubleInterval a) {
        return a.lower() < 0
                ? DoubleInterval.ENTIRE
                : DoubleInterval.ordered(DoubleBounds.sqrtDown(a.lower()), DoubleBounds.sqrtUp(a.upper()));
    }

    @Override
    public DoubleInterval exp(DoubleInterval a) {
        return DoubleInterval.ordered(DoubleBounds.expDown(a.lower()), DoubleBounds.expUp(a.upper()));
    }

    @Override
    public DoubleInterval log(DoubleInterval a) {
        return a.lower() <= 0
                ? DoubleInterval.ENTIRE
                : DoubleInterval.ordered(DoubleBounds.logDown(a.lower()), DoubleBounds.logUp(a.upper()));
    }

    @Override
    public DoubleInterval logSumExp(List<DoubleInterval> terms) {
        return LogSumExp.isOne(terms) ? terms.get(0) : DoubleLogSumExp.range(terms);
    }

    @Override
    public DoubleInterval cbrt(DoubleInterval a) {
        return DoubleInterval.ordered(DoubleFunctions.cbrtDown(a.lower()), DoubleFunctions.cbrtUp(a.upper()));
    }

    @Override
    public DoubleInterval expm1(DoubleInterval a) {
        return DoubleInterval.ordered(DoubleFunctions.expm1Down(a.lower()), DoubleFunctions.expm1Up(a.upper()));
    }

    @Override
    public DoubleInterval tanh(DoubleInterval a) {
        return DoubleInterval.ordered(DoubleFunctions.tanhDown(a.lower()), DoubleFunctions.tanhUp(a.upper()));
    }

    @Override
    public DoubleInterval atan(DoubleInterval a) {
        return DoubleInterval.ordered(DoubleFunctions.atanDown(a.lower()), DoubleFunctions.atanUp(a.upper()));
    }

    @Override
    public DoubleInterval log1p(DoubleInterval a) {
        return a.lower() <= -1
                ? DoubleInterval.ENTIRE
                : DoubleInterval.ordered(DoubleFunctions.log1pDown(a.lower()), DoubleFunctions.log1pUp(a.upper()));
    }

    @Override
    public DoubleInterval sin(DoubleInterval a) {
        return DoubleFunctions.sin(a);
    }

    @Override
    public DoubleInterval cos(DoubleInterval a) {
        return DoubleFunctions.cos(a);
    }

    @Override
    public DoubleInterval erf(DoubleInterval a) {
        return DoubleFunctions.outward(DYADIC.erf(a.toDyadic()));
    }

    @Override
    public DoubleInterval erfc(DoubleInterval a) {
        return DoubleFunctions.outward(DYADIC.erfc(a.toDyadic()));
    }

    @Override
    public DoubleInterval normalCdf(DoubleInterval a) {
        return DoubleFunctions.outward(DYADIC.normalCdf(a.toDyadic()));
    }

    @Override
    public DoubleInterval normalTail(DoubleInterval a) {
        return DoubleFunctions.outward(DYADIC.normalTail(a.toDyadic()));
    }

    @Override
    public DoubleInterval abs(DoubleInterval a) {
        return DoubleInterval.ordered(mignitude(a), magnitude(a));
    }

    @Override
    public DoubleInterval min(DoubleInterval a, DoubleInterval b) {
        return DoubleInterval.ordered(Math.min(a.lower(), b.lower()), Math.min(a.upper(), b.upper()));
    }

    @Override
    public DoubleInterval max(DoubleInterval a, DoubleInterval b) {
        return DoubleInterval.ordered(Math.max(a.lower(), b.lower()), Math.max(a.upper(), b.upper()));
    }

    @Override
    public DoubleInterval hull(DoubleInterval a, DoubleInterval b) {
        return DoubleInterval.ordered(Math.min(a.lower(), b.lower()), Math.max(a.upper(), b.upper()));
    }

    @Override
    public DyadicInterval enclosure(DoubleInterval a) {
        return a.toDyadic();
    }

    @Override
    public boolean isEntire(DoubleInterval a) {
        return a.isEntire();
    }
}
