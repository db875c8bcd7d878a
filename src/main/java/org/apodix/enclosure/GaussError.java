package org.apodix.enclosure;

/**
 * The error of the n-point Gauss-Legendre rule for a function that is holomorphic in an ellipse.
 *
 * <p><b>Theorem.</b> Let f be holomorphic with |f| <= M in the open ellipse E_r with foci +-1 and semi-axes (r + 1/r) / 2 and (r - 1/r) / 2,
 * r > 1. Then the integral I of f over [-1, 1] and the n-point rule I_n, n >= 1, differ by at most
 * (64/15) M r^(-2n) / (1 - r^(-2)).
 *
 * <p><b>Proof.</b> f = sum a_k T_k on [-1, 1] with |a_k| <= 2 M r^(-k) (Bernstein; T_k(z) = (u^k + u^(-k)) / 2 with
 * z = (u + 1/u) / 2 makes this the Laurent series of f in 1/r < |u| < r). The rule is exact up to degree 2n - 1, and both sides vanish for odd
 * k. For even k >= 4: |int T_k| = 2 / (k^2 - 1) <= 2/15, and |I_n(T_k)| <= 2 as the weights are positive and add up to 2. For n = 1,
 * k = 2: |-2/3 + 2| = 4/3. So each term is at most 32/15 |a_k|, and the sum over k = 2n, 2n + 2, ... is
 * (32/15) 2M r^(-2n) / (1 - r^(-2)). Integrals over [m - h, m + h] are h times those of f(m + h t).
 */
public final class GaussError {

    private static final int BITS = 40;

    private GaussError() { }

    /**
     * The least n of the list for which the error is at most the given one, or -1.
     *
     * @param magnitude M, a bound of |f| on the ellipse
     * @param radius the sum r of the semi-axes, above 1
     * @param sizes numbers of points in rising order
     */
    public static int points(Dyadic magnitude, Dyadic radius, Dyadic error, int[] sizes) {
        int low = 0;
        int high = sizes.length; // the answer is at low .. high, and the bound falls with n
        while (low < high) {
            int middle = (low + high) / 2;
            if (bound(magnitude, radius, sizes[middle]).compareTo(error) <= 0) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low < sizes.length ? sizes[low] : -1;
    }

    /** An upper bound of (64/15) M r^(-2n) / (1 - r^(-2)). */
    public static Dyadic bound(Dyadic magnitude, Dyadic radius, int n) {
        var a = new Defined<>(new DyadicArithmetic(BITS));
        var r = DyadicInterval.point(radius);
        var one = DyadicInterval.point(Dyadic.ONE);
        var size = a.multiply(a.of(Rational.of(64, 15)), DyadicInterval.point(magnitude));
        var rest = a.subtract(one, a.power(r, -2));
        return a.divide(a.multiply(size, a.power(r, -2 * n)), rest).upper();
    }
}
