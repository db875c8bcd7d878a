package org.apodix.enclosure;

import java.util.List;

/**
 * Arithmetic on truncated Taylor series: a value holds, for k = 0, ..., n, a set that contains the coefficient of t^k of
 * every function it stands for.
 *
 * <p>With the coefficients (X, h) for the variable, X an interval and h a number, the coefficients of f hold
 * f^(k)(x) h^k / k! for <i>every</i> x in X: for each x the exact coefficients obey the recurrences of {@link
 * JetSeries}, and each step of those is an inclusion.
 *
 * <p>Only functions that are infinitely differentiable on the set are accepted. {@link UndefinedException} is thrown for
 * a division by a set that contains 0, a logarithm of one not wholly positive, the square or cube root of one that contains 0, and
 * for abs, min and max whose branch is not the same on the whole set; a function that does not depend on t may be anywhere
 * where the operation has a value.
 *
 * @param <T> the sets of real numbers that serve as coefficients
 */
public final class JetArithmetic<T> implements Arithmetic<Jet<T>> {

    /** Powers up to this one are products, which accept a base that contains 0. */
    private static final int SMALL_POWER = 4;

    private final Arithmetic<T> base;
    private final int order;
    private final JetSeries<T> series;

    /** @param order the greatest exponent of t, at least 0 */
    public JetArithmetic(Arithmetic<T> base, int order) {
        if (order < 0) {
            throw new IllegalArgumentException("Taylor coefficients up to order " + order);
        }
        this.base = base instanceof Defined<T> ? base : new Defined<>(base);
        this.order = order;
        this.series = new JetSeries<>(this.base, order);
    }

    public int order() {
        return order;
    }

    /** The function value + slope t. */
    public Jet<T> variable(T value, T slope) {
        return order == 0 ? constant(value) : new Jet<>(new Object[] {value, slope});
    }

    /** The function with this value for every t. */
    public Jet<T> constant(T value) {
        return new Jet<>(new Object[] {value});
    }

    /** The coefficient of t^k; exactly 0 beyond the stored ones. */
    public T coefficient(Jet<T> a, int k) {
        return k < a.length() ? a.at(k) : series.zero();
    }

    @Override
    public String name() {
        return "jets-" + order + " over " + base.name();
    }

    @Override
    public int precision() {
        return base.precision();
    }

    @Override
    public Jet<T> of(Rational value) {
        return constant(base.of(value));
    }

    @Override
    public Jet<T> enclose(DyadicInterval set) {
        return constant(base.enclose(set));
    }

    @Override
    public Jet<T> pi() {
        return constant(base.pi());
    }

    @Override
    public Jet<T> add(Jet<T> a, Jet<T> b) {
        if (a.length() < b.length()) {
            return add(b, a);
        }
        var sum = new Object[a.length()];
        for (int k = 0; k < sum.length; k++) {
            sum[k] = k < b.length() ? base.add(a.at(k), b.at(k)) : a.at(k);
        }
        return new Jet<>(sum);
    }

    @Override
    public Jet<T> subtract(Jet<T> a, Jet<T> b) {
        var sum = new Object[Math.max(a.length(), b.length())];
        for (int k = 0; k < sum.length; k++) {
            sum[k] = k >= b.length() ? a.at(k) : k >= a.length() ? base.negate(b.at(k)) : base.subtract(a.at(k), b.at(k));
        }
        return new Jet<>(sum);
    }

    @Override
    public Jet<T> negate(Jet<T> a) {
        var negated = new Object[a.length()];
        for (int k = 0; k < negated.length; k++) {
            negated[k] = base.negate(a.at(k));
        }
        return new Jet<>(negated);
    }

    @Override
    public Jet<T> multiply(Jet<T> a, Jet<T> b) {
        return series.product(a, b);
    }

    @Override
    public Jet<T> divide(Jet<T> a, Jet<T> b) {
        return series.quotient(a, b);
    }

    @Override
    public Jet<T> square(Jet<T> a) {
        return series.square(a);
    }

    /** Powers of a base without 0 by the recurrence of a differential equation, others as products. */
    @Override
    public Jet<T> power(Jet<T> a, int n) {
        if (a.isConstant()) {
            return constant(base.power(a.at(0), n));
        }
        if (n > SMALL_POWER && base.enclosure(a.at(0)).containsZero() || n >= 0 && n <= SMALL_POWER) {
            return product(a, n);
        }
        return series.power(a, base.power(a.at(0), n), n, 1);
    }

    private Jet<T> product(Jet<T> a, int n) {
        if (n == 0) {
            return of(Rational.ONE);
        }
        var result = a;
        for (int i = 30 - Integer.numberOfLeadingZeros(n); i >= 0; i--) {
            result = square(result);
            if ((n >> i & 1) != 0) {
                result = multiply(result, a);
            }
        }
        // the value itself without the dependence of repeated products
        var coefficients = result.coefficients().toArray();
        coefficients[0] = base.power(a.at(0), n);
        return new Jet<>(coefficients);
    }

    @Override
    public Jet<T> sqrt(Jet<T> a) {
        return a.isConstant() ? constant(base.sqrt(a.at(0))) : series.power(a, base.sqrt(a.at(0)), 1, 2);
    }

    @Override
    public Jet<T> exp(Jet<T> a) {
        return series.exp(a, base.exp(a.at(0)));
    }

    @Override
    public Jet<T> log(Jet<T> a) {
        return series.log(a, base.log(a.at(0)));
    }

    @Override
    public Jet<T> logSumExp(List<Jet<T>> terms) {
        return LogSumExp.isOne(terms) ? terms.get(0) : new JetLogSumExp<>(base, order).at(terms);
    }

    @Override
    public Jet<T> cbrt(Jet<T> a) {
        return a.isConstant() ? constant(base.cbrt(a.at(0))) : series.power(a, base.cbrt(a.at(0)), 1, 3);
    }

    @Override
    public Jet<T> expm1(Jet<T> a) {
        return a.isConstant() ? constant(base.expm1(a.at(0))) : series.chained(a, base.expm1(a.at(0)), exp(a));
    }

    @Override
    public Jet<T> log1p(Jet<T> a) {
        return series.log(add(of(Rational.ONE), a), base.log1p(a.at(0)));
    }

    @Override
    public Jet<T> sin(Jet<T> a) {
        return a.isConstant() ? constant(base.sin(a.at(0))) : series.sinCos(a, base.sin(a.at(0)), base.cos(a.at(0)))[0];
    }

    @Override
    public Jet<T> cos(Jet<T> a) {
        return a.isConstant() ? constant(base.cos(a.at(0))) : series.sinCos(a, base.sin(a.at(0)), base.cos(a.at(0)))[1];
    }

    @Override
    public Jet<T> tanh(Jet<T> a) {
        return series.tanh(a, base.tanh(a.at(0)));
    }

    @Override
    public Jet<T> atan(Jet<T> a) {
        T value = base.atan(a.at(0));
        return a.isConstant() ? constant(value)
                : series.chained(a, value, divide(of(Rational.ONE), add(of(Rational.ONE), square(a))));
    }

    @Override
    public Jet<T> erf(Jet<T> a) {
        T value = base.erf(a.at(0));
        return a.isConstant() ? constant(value) : series.chained(a, value, erfSlope(a));
    }

    @Override
    public Jet<T> erfc(Jet<T> a) {
        T value = base.erfc(a.at(0));
        return a.isConstant() ? constant(value) : series.chained(a, value, negate(erfSlope(a)));
    }

    /** 2 / sqrt(pi) exp(-u^2). */
    private Jet<T> erfSlope(Jet<T> a) {
        T factor = base.divide(base.of(Rational.of(2)), base.sqrt(base.pi()));
        return multiply(constant(factor), exp(negate(square(a))));
    }

    @Override
    public Jet<T> normalCdf(Jet<T> a) {
        T value = base.normalCdf(a.at(0));
        return a.isConstant() ? constant(value) : series.chained(a, value, normalDensity(a));
    }

    @Override
    public Jet<T> normalTail(Jet<T> a) {
        T value = base.normalTail(a.at(0));
        return a.isConstant() ? constant(value) : series.chained(a, value, negate(normalDensity(a)));
    }

    /** exp(-u^2 / 2) / sqrt(2 pi). */
    private Jet<T> normalDensity(Jet<T> a) {
        T two = base.of(Rational.of(2));
        T factor = base.divide(base.of(Rational.ONE), base.sqrt(base.multiply(two, base.pi())));
        return multiply(constant(factor), exp(negate(divide(square(a), constant(two)))));
    }

    @Override
    public Jet<T> abs(Jet<T> a) {
        if (a.isConstant()) {
            return constant(base.abs(a.at(0)));
        }
        int sign = sign(a.at(0));
        if (sign == 0) {
            throw undecided("|x|");
        }
        return sign > 0 ? a : negate(a);
    }

    @Override
    public Jet<T> min(Jet<T> a, Jet<T> b) {
        if (a.isConstant() && b.isConstant()) {
            return constant(base.min(a.at(0), b.at(0)));
        }
        int sign = sign(base.subtract(a.at(0), b.at(0)));
        if (sign == 0) {
            throw undecided("min");
        }
        return sign > 0 ? b : a;
    }

    @Override
    public Jet<T> max(Jet<T> a, Jet<T> b) {
        return negate(min(negate(a), negate(b)));
    }

    private int sign(T a) {
        return base.isPositive(a) ? 1 : base.isPositive(base.negate(a)) ? -1 : 0;
    }

    private static UndefinedException undecided(String function) {
        return new UndefinedException("derivative of " + function + " where its branch changes");
    }

    /** Coefficient by coefficient. */
    @Override
    public Jet<T> hull(Jet<T> a, Jet<T> b) {
        var hull = new Object[Math.max(a.length(), b.length())];
        for (int k = 0; k < hull.length; k++) {
            hull[k] = base.hull(coefficient(a, k), coefficient(b, k));
        }
        return new Jet<>(hull);
    }

    /** Whether the set of values at t = 0 is the whole line. */
    @Override
    public boolean isEntire(Jet<T> a) {
        return base.isEntire(a.at(0));
    }

    /** The values at t = 0. */
    @Override
    public DyadicInterval enclosure(Jet<T> a) {
        return base.enclosure(a.at(0));
    }
}
