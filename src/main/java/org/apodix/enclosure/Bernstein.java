package org.apodix.enclosure;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToLongFunction;

/**
 * Bernstein coefficients of polynomials on the unit cube and on the unit simplex.
 *
 * <p>The Bernstein polynomials of a degree are not negative there and add to 1, so the values of the polynomial lie between the least
 * and the greatest coefficient. The coefficients of the corners are the values there.
 */
public final class Bernstein {

    private Bernstein() { }

    /** How many coefficients {@link #onCube} has, Long.MAX_VALUE where that is more than a long holds. */
    public static long sizeOnCube(Polynomial p) {
        return size(i -> p.degree(i) + 1L, p.variables(), i -> 1L);
    }

    /** How many coefficients {@link #onSimplex} has. */
    public static long sizeOnSimplex(Polynomial p) {
        int n = Math.max(p.degree(), 0);
        return size(i -> n + i + 1L, p.variables(), i -> i + 1L);
    }

    private static long size(IntToLongFunction factor, int count, IntToLongFunction divisor) {
        long product = 1;
        for (int i = 0; i < count; i++) {
            if (product > Integer.MAX_VALUE) {
                return Long.MAX_VALUE;
            }
            product = product * factor.applyAsLong(i) / divisor.applyAsLong(i);
        }
        return product;
    }

    /** Coefficients over one denominator, which is positive. */
    private record Fractions(BigInteger[] numerators, BigInteger denominator) {

        Rational at(BigInteger numerator) {
            return Rational.of(numerator, denominator);
        }
    }

    /**
     * The coefficients on [0,1]^n, of the polynomial's own degree n_i in t_i: b_j is the sum over k <= j of the coefficient of t^k times
     * prod_i C(j_i, k_i) / C(n_i, k_i), because t^k (t + (1 - t))^(n - k) = t^k in each variable. Taken one variable after the other.
     */
    public static List<Rational> onCube(Polynomial p) {
        var fractions = fractionsOnCube(p);
        return Arrays.stream(fractions.numerators).map(fractions::at).toList();
    }

    /** The least and the greatest of {@link #onCube}. */
    public static List<Rational> rangeOnCube(Polynomial p) {
        var fractions = fractionsOnCube(p);
        var least = fractions.numerators[0];
        var greatest = least;
        for (var numerator : fractions.numerators) {
            least = least.min(numerator);
            greatest = greatest.max(numerator);
        }
        return List.of(fractions.at(least), fractions.at(greatest));
    }

    private static Fractions fractionsOnCube(Polynomial p) {
        int variables = p.variables();
        var stride = new int[variables + 1];
        stride[0] = 1;
        for (int i = 0; i < variables; i++) {
            stride[i + 1] = Math.multiplyExact(stride[i], p.degree(i) + 1);
        }
        var denominator = BigInteger.ONE;
        for (var coefficient : p.coefficients()) {
            denominator = leastCommonMultiple(denominator, coefficient.denominator());
        }
        var b = new BigInteger[stride[variables]];
        Arrays.fill(b, BigInteger.ZERO);
        for (var term : p.terms().entrySet()) {
            int place = 0;
            for (int i = 0; i < variables; i++) {
                place += term.getKey()[i] * stride[i];
            }
            b[place] = term.getValue().numerator().multiply(denominator.divide(term.getValue().denominator()));
        }
        for (int i = 0; i < variables; i++) {
            int n = p.degree(i);
            var factors = inverseBinomials(n);
            for (int place = 0; place < b.length; place++) {
                if (place / stride[i] % (n + 1) == 0) {
                    alongAxis(b, place, stride[i], factors);
                }
            }
            denominator = denominator.multiply(factors[0]);
        }
        return new Fractions(b, denominator);
    }

    /** L / C(n, k) for k = 0, ..., n, where L is the least common multiple of the binomials. */
    private static BigInteger[] inverseBinomials(int n) {
        var binomials = new BigInteger[n + 1];
        var multiple = BigInteger.ONE;
        for (int k = 0; k <= n; k++) {
            binomials[k] = k == 0 ? BigInteger.ONE : binomials[k - 1].multiply(BigInteger.valueOf(n - k + 1)).divide(BigInteger.valueOf(k));
            multiple = leastCommonMultiple(multiple, binomials[k]);
        }
        for (int k = 0; k <= n; k++) {
            binomials[k] = multiple.divide(binomials[k]);
        }
        return binomials;
    }

    /** With c_k = a_k / C(n, k), b_j = sum over k <= j of C(j, k) c_k, by the additions of Pascal's triangle; all times L. */
    private static void alongAxis(BigInteger[] b, int start, int stride, BigInteger[] factors) {
        int n = factors.length - 1;
        for (int k = 0; k <= n; k++) {
            b[start + k * stride] = b[start + k * stride].multiply(factors[k]);
        }
        for (int row = 1; row <= n; row++) {
            for (int j = n; j >= row; j--) {
                b[start + j * stride] = b[start + j * stride].add(b[start + (j - 1) * stride]);
            }
        }
    }

    private static BigInteger leastCommonMultiple(BigInteger a, BigInteger b) {
        return a.divide(a.gcd(b)).multiply(b);
    }

    /**
     * The coefficients on {t_i >= 0, t_1 + ... + t_n <= 1}, of the polynomial's total degree N: b_a, |a| <= N, is the sum over k <= a of the
     * coefficient of t^k times (N - |k|)! / N! prod_i a_i! / (a_i - k_i)!, from t^k (t_0 + ... + t_n)^(N - |k|) = t^k with t_0 the rest to 1.
     */
    public static List<Rational> onSimplex(Polynomial p) {
        int degree = Math.max(p.degree(), 0);
        var terms = p.terms();
        var coefficients = new ArrayList<Rational>();
        var a = new int[p.variables()];
        int sum = 0;
        while (true) {
            var b = Rational.ZERO;
            for (var term : terms.entrySet()) {
                b = b.plus(term.getValue().times(share(a, term.getKey(), degree)));
            }
            coefficients.add(b);
            // the next exponents with a sum of at most the degree
            int i = 0;
            while (i < a.length && sum == degree) {
                sum -= a[i];
                a[i++] = 0;
            }
            if (i == a.length) {
                return List.copyOf(coefficients);
            }
            a[i]++;
            sum++;
        }
    }

    private static Rational share(int[] a, int[] k, int degree) {
        var above = BigInteger.ONE;
        int size = 0;
        for (int i = 0; i < a.length; i++) {
            if (k[i] > a[i]) {
                return Rational.ZERO;
            }
            above = above.multiply(falling(a[i], k[i]));
            size += k[i];
        }
        return Rational.of(above, falling(degree, size));
    }

    /** n (n - 1) ... (n - k + 1). */
    private static BigInteger falling(int n, int k) {
        var product = BigInteger.ONE;
        for (int i = 0; i < k; i++) {
            product = product.multiply(BigInteger.valueOf(n - i));
        }
        return product;
    }
}
