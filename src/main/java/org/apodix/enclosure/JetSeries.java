package org.apodix.enclosure;

import java.util.function.IntFunction;

/**
 * The recurrences of Taylor coefficients. For y = F(u), with coefficients u_k and y_k, y_0 = F(u_0) and:
 *
 * <ul>
 * <li>q = a / b: q_k = (a_k - sum_{j=1..k} b_j q_{k-j}) / b_0, from q b = a;
 * <li>y' = g u': k y_k = sum_{j=1..k} j u_j g_{k-j} (the chain rule); g = y for exp, g = 1 - y^2 for tanh, g = exp(-u^2) times a
 * constant for the error functions, (sin, cos) and (cos, -sin) for the pair;
 * <li>u y' = u' (log): k y_k = (k u_k - sum_{j=1..k-1} j y_j u_{k-j}) / u_0;
 * <li>u y' = a u' y, y = u^a for a = p/q: q k u_0 y_k = sum_{j=1..k} ((p + q) j - q k) u_j y_{k-j}.
 * </ul>
 *
 * Each is the comparison of coefficients of t^(k-1) in the differential equation (Moore, Interval Analysis, 1966).
 */
final class JetSeries<T> {

    private final Arithmetic<T> base;
    private final int order;
    private final Object[] integers;

    JetSeries(Arithmetic<T> base, int order) {
        this.base = base;
        this.order = order;
        this.integers = new Object[order + 1];
        for (int k = 0; k <= order; k++) {
            integers[k] = base.of(Rational.of(k));
        }
    }

    T zero() {
        return integer(0);
    }

    @SuppressWarnings("unchecked")
    private T integer(int k) {
        return (T) integers[k];
    }

    @SuppressWarnings("unchecked")
    private static <T> T cell(Object[] cells, int k) {
        return (T) cells[k];
    }

    Jet<T> product(Jet<T> a, Jet<T> b) {
        int length = Math.min(order + 1, a.length() + b.length() - 1);
        var product = new Object[length];
        for (int k = 0; k < length; k++) {
            T sum = null;
            for (int j = Math.max(0, k - b.length() + 1); j <= Math.min(k, a.length() - 1); j++) {
                sum = plus(sum, base.multiply(a.at(j), b.at(k - j)));
            }
            product[k] = sum;
        }
        return new Jet<>(product);
    }

    private T plus(T sum, T term) {
        return sum == null ? term : base.add(sum, term);
    }

    Jet<T> square(Jet<T> a) {
        int length = Math.min(order + 1, 2 * a.length() - 1);
        var square = new Object[length];
        for (int k = 0; k < length; k++) {
            square[k] = squareCoefficient(a::at, a.length(), k);
        }
        return new Jet<>(square);
    }

    /** The coefficient k of the square of a series of which {@code length} coefficients are not zero. */
    private T squareCoefficient(IntFunction<T> a, int length, int k) {
        T twice = null;
        for (int j = Math.max(0, k - length + 1); 2 * j < k; j++) {
            twice = plus(twice, base.multiply(a.apply(j), a.apply(k - j)));
        }
        T sum = twice == null ? null : base.add(twice, twice);
        return k % 2 == 0 && k / 2 < length ? plus(sum, base.square(a.apply(k / 2))) : sum;
    }

    Jet<T> quotient(Jet<T> a, Jet<T> b) {
        int length = b.isConstant() ? a.length() : order + 1;
        var quotient = new Object[length];
        for (int k = 0; k < length; k++) {
            T value = k < a.length() ? a.at(k) : zero();
            for (int j = 1; j <= Math.min(k, b.length() - 1); j++) {
                value = base.subtract(value, base.multiply(b.at(j), JetSeries.<T>cell(quotient, k - j)));
            }
            quotient[k] = base.divide(value, b.at(0));
        }
        return new Jet<>(quotient);
    }

    /** u^(p/q), with its value y_0; the base must be proved to be nonzero. */
    Jet<T> power(Jet<T> u, T value, int p, int q) {
        var y = start(u, value);
        for (int k = 1; k < y.length; k++) {
            T sum = null;
            for (int j = 1; j <= Math.min(k, u.length() - 1); j++) {
                T factor = base.of(Rational.of(((long) p + q) * j - (long) q * k));
                sum = plus(sum, base.multiply(factor, base.multiply(u.at(j), JetSeries.<T>cell(y, k - j))));
            }
            y[k] = base.divide(sum, base.multiply(base.of(Rational.of((long) q * k)), u.at(0)));
        }
        return new Jet<>(y);
    }

    /** Room for the coefficients of a function of u: one if u does not depend on t. */
    private Object[] start(Jet<T> u, T value) {
        var y = new Object[u.isConstant() ? 1 : order + 1];
        y[0] = value;
        return y;
    }

    /** The products j u_j. */
    private Object[] weighted(Jet<T> u) {
        var weighted = new Object[u.length()];
        for (int j = 1; j < weighted.length; j++) {
            weighted[j] = base.multiply(integer(j), u.at(j));
        }
        return weighted;
    }

    /** (1/k) sum_{j=1..k} j u_j g_{k-j}. */
    private T chain(Object[] weighted, IntFunction<T> g, int k) {
        T sum = null;
        for (int j = 1; j <= Math.min(k, weighted.length - 1); j++) {
            sum = plus(sum, base.multiply(JetSeries.<T>cell(weighted, j), g.apply(k - j)));
        }
        return k == 1 ? sum : base.divide(sum, integer(k));
    }

    Jet<T> exp(Jet<T> u, T value) {
        var y = start(u, value);
        var weighted = weighted(u);
        for (int k = 1; k < y.length; k++) {
            y[k] = chain(weighted, i -> JetSeries.<T>cell(y, i), k);
        }
        return new Jet<>(y);
    }

    Jet<T> log(Jet<T> u, T value) {
        var y = start(u, value);
        var weighted = new Object[y.length];
        for (int k = 1; k < y.length; k++) {
            T sum = null;
            for (int j = Math.max(1, k - u.length() + 1); j < k; j++) {
                sum = plus(sum, base.multiply(JetSeries.<T>cell(weighted, j), u.at(k - j)));
            }
            T top = k < u.length() ? base.multiply(integer(k), u.at(k)) : zero();
            weighted[k] = base.divide(sum == null ? top : base.subtract(top, sum), u.at(0));
            y[k] = base.divide(JetSeries.<T>cell(weighted, k), integer(k));
        }
        return new Jet<>(y);
    }

    /** The series y with y' = g u' and the value y_0, for a series g of the same order. */
    Jet<T> chained(Jet<T> u, T value, Jet<T> g) {
        var y = start(u, value);
        var weighted = weighted(u);
        for (int k = 1; k < y.length; k++) {
            y[k] = chain(weighted, i -> i < g.length() ? g.at(i) : zero(), k);
        }
        return new Jet<>(y);
    }

    /** Sine (first) and cosine (second) with their values. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    Jet<T>[] sinCos(Jet<T> u, T sin, T cos) {
        var s = start(u, sin);
        var c = start(u, cos);
        var weighted = weighted(u);
        for (int k = 1; k < s.length; k++) {
            s[k] = chain(weighted, i -> JetSeries.<T>cell(c, i), k);
            c[k] = base.negate(chain(weighted, i -> JetSeries.<T>cell(s, i), k));
        }
        return new Jet[] {new Jet<T>(s), new Jet<T>(c)};
    }

    Jet<T> tanh(Jet<T> u, T value) {
        var y = start(u, value);
        var g = new Object[y.length];
        var weighted = weighted(u);
        for (int k = 0; k < y.length; k++) {
            if (k > 0) {
                y[k] = chain(weighted, i -> JetSeries.<T>cell(g, i), k);
            }
            T square = squareCoefficient(i -> JetSeries.<T>cell(y, i), k + 1, k);
            g[k] = k == 0 ? base.subtract(base.of(Rational.ONE), square) : base.negate(square);
        }
        return new Jet<>(y);
    }
}
