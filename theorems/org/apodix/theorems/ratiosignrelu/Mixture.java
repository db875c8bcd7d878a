package org.apodix.theorems.ratiosignrelu;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apodix.audit.Draw;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/**
 * Atoms seen through Gaussian noise: the unnormalized marginals F_2(x) = sum_i w_i exp(-|x - m_i|^2 / (2v)) and F_1, the same with w_i a_i in place of
 * w_i, where m_i = s a_i and v = 1 - s^2 (ratio-signrelu, section 2).
 *
 * @param weights positive, with sum 1
 * @param atoms   a_i, all of the same dimension
 * @param scale   s in (0, 1)
 */
record Mixture(List<Rational> weights, List<List<Rational>> atoms, Rational scale) {

    int dimension() {
        return atoms.get(0).size();
    }

    int size() {
        return weights.size();
    }

    /** v. */
    Rational variance() {
        return Rational.ONE.minus(scale.pow(2));
    }

    /** m_i. */
    List<Rational> mean(int i) {
        return atoms.get(i).stream().map(scale::times).toList();
    }

    /** The coefficients of component c: w_i a_ic, or w_i for c = d. */
    List<Rational> coefficients(int c) {
        return IntStream.range(0, size()).mapToObj(i -> c == dimension() ? weights.get(i) : weights.get(i).times(atoms.get(i).get(c))).toList();
    }

    /** sum_i |A_i| of a component. */
    Rational mass(int c) {
        return coefficients(c).stream().map(Rational::abs).reduce(Rational.ZERO, Rational::plus);
    }

    /** D = max |a_i|, of one dimension. */
    Rational reach() {
        return atoms.stream().map(a -> a.get(0).abs()).reduce(Rational.ZERO, Rational::max);
    }

    /** |x - m_i|^2 / (2v). */
    Expr exponent(int i, List<? extends Expr> x) {
        var mean = mean(i);
        var squares = IntStream.range(0, dimension()).mapToObj(k -> x.get(k).minus(Expr.of(mean.get(k))).square()).toList();
        return Expr.sum(squares).over(Expr.of(variance().times(Rational.TWO)));
    }

    /** Component c of (F_1, F_2) at a point; c = d is F_2. */
    Expr component(int c, List<? extends Expr> x) {
        var coefficients = coefficients(c);
        return Expr.sum(IntStream.range(0, size()).mapToObj(i -> Expr.of(coefficients.get(i)).times(exponent(i, x).negate().exp())).toList());
    }

    /** F_c''(x) = (1/v) sum_i A_i ((x - m_i)^2/v - 1) exp(-(x - m_i)^2/(2v)), of one dimension. */
    Expr curvature(int c, Expr x) {
        var coefficients = coefficients(c);
        var terms = new ArrayList<Expr>();
        for (int i = 0; i < size(); i++) {
            var z = exponent(i, List.of(x));
            terms.add(Expr.of(coefficients.get(i).over(variance())).times(z.times(2).minus(Expr.ONE)).times(z.negate().exp()));
        }
        return Expr.sum(terms);
    }

    /**
     * m_nc, a lower bound of F_2 on [-R, R], of one dimension: the least value of max_i w_i exp(-(x - m_i)^2 / (2v)) at the ends and at the crossings of two
     * terms, which are moved to the nearer end where they lie outside.
     */
    Expr nearestComponent(Rational radius) {
        var points = new ArrayList<Expr>(List.of(Expr.of(radius.negate()), Expr.of(radius)));
        for (int i = 0; i < size(); i++) {
            for (int j = i + 1; j < size(); j++) {
                var a = mean(i).get(0);
                var b = mean(j).get(0);
                if (!a.equals(b)) {
                    var shift = Expr.of(weights.get(i).over(weights.get(j))).log().times(Expr.of(variance().over(a.minus(b))));
                    var crossing = Expr.of(a.plus(b).over(Rational.TWO)).minus(shift);
                    points.add(crossing.max(Expr.of(radius.negate())).min(Expr.of(radius)));
                }
            }
        }
        Expr least = null;
        for (var x : points) {
            Expr most = null;
            for (int i = 0; i < size(); i++) {
                var term = Expr.of(weights.get(i)).times(exponent(i, List.of(x)).negate().exp());
                most = most == null ? term : most.max(term);
            }
            least = least == null ? most : least.min(most);
        }
        return least;
    }

    /** U_i^2 = sum_k (R + |m_ik|)^2 / v, the largest |x - m_i|^2 / v on [-R, R]^d. */
    Rational farthest(int i, Rational radius) {
        return mean(i).stream().map(m -> radius.plus(m.abs()).pow(2)).reduce(Rational.ZERO, Rational::plus).over(variance());
    }

    /** m_cr = max_i w_i exp(-U_i^2 / 2), a lower bound of F_2 on [-R, R]^d. */
    Expr crude(Rational radius) {
        Expr most = Expr.ZERO;
        for (int i = 0; i < size(); i++) {
            most = most.max(Expr.of(weights.get(i)).times(Expr.of(farthest(i, radius).over(Rational.TWO).negate()).exp()));
        }
        return most;
    }

    /** The bound sum_i |A_i| (U_i^2/2)^K / K! of the Taylor polynomial of a component, with (K + more)! in place of K!. */
    Rational taylorBound(int c, Rational radius, int degree, int more) {
        var coefficients = coefficients(c);
        var sum = Rational.ZERO;
        for (int i = 0; i < size(); i++) {
            sum = sum.plus(coefficients.get(i).abs().times(farthest(i, radius).over(Rational.TWO).pow(degree)));
        }
        return sum.over(factorial(degree + more));
    }

    /** The bound 2 sum_i |A_i| (R^2/(8v))^K / K! of the interpolant of degree 2K - 1 at Chebyshev nodes, of one dimension. */
    Rational chebyshevBound(int c, Rational radius, int pairs) {
        return Rational.TWO.times(mass(c)).times(radius.pow(2).over(variance().times(Rational.of(8))).pow(pairs)).over(factorial(pairs));
    }

    static Rational factorial(int n) {
        var product = Rational.ONE;
        for (int k = 2; k <= n; k++) {
            product = product.times(Rational.of(k));
        }
        return product;
    }

    /** Component c of (P_1, P_2), T_K(z) = sum_{k < K} (-z)^k / k! in place of exp(-z). */
    Expr taylor(int c, int degree, List<? extends Expr> x) {
        var coefficients = coefficients(c);
        var terms = new ArrayList<Expr>();
        for (int i = 0; i < size(); i++) {
            var z = exponent(i, x);
            Expr sum = Expr.of(factorial(degree - 1).inverse());
            for (int k = degree - 2; k >= 0; k--) {
                sum = Expr.of(factorial(k).inverse()).minus(z.times(sum));
            }
            terms.add(Expr.of(coefficients.get(i)).times(sum));
        }
        return Expr.sum(terms);
    }

    /** The coefficients of component c of (P_1, P_2) as a polynomial in t, x = R t, of one dimension: degree 2K - 2. */
    List<Rational> taylorCoefficients(int c, int degree, Rational radius) {
        var coefficients = coefficients(c);
        var total = new ArrayList<>(java.util.Collections.nCopies(2 * degree - 1, Rational.ZERO));
        for (int i = 0; i < size(); i++) {
            var m = mean(i).get(0);
            var half = variance().times(Rational.TWO).inverse();
            // z = (R t - m)^2 / (2v)
            var z = List.of(m.pow(2).times(half), m.times(radius).times(half).times(Rational.of(-2)), radius.pow(2).times(half));
            List<Rational> sum = List.of(factorial(degree - 1).inverse());
            for (int k = degree - 2; k >= 0; k--) {
                var next = new ArrayList<>(java.util.Collections.nCopies(sum.size() + 2, Rational.ZERO));
                for (int p = 0; p < sum.size(); p++) {
                    for (int q = 0; q < 3; q++) {
                        next.set(p + q, next.get(p + q).minus(sum.get(p).times(z.get(q))));
                    }
                }
                next.set(0, next.get(0).plus(factorial(k).inverse()));
                sum = next;
            }
            for (int p = 0; p < sum.size(); p++) {
                total.set(p, total.get(p).plus(coefficients.get(i).times(sum.get(p))));
            }
        }
        return List.copyOf(total);
    }

    static Mixture draw(Draw draw, int dimension) {
        int size = draw.integer(1, 5);
        var parts = draw.list(size, w -> w.integer(1, 6));
        int total = parts.stream().mapToInt(Integer::intValue).sum();
        var weights = parts.stream().map(w -> Rational.of(w, total)).toList();
        var atoms = draw.list(size, a -> List.copyOf(a.list(dimension, k -> k.rational(-2, 2, 8))));
        var scale = draw.of(Rational.of(3, 5), Rational.of(4, 5), Rational.of(5, 13), Rational.of(7, 25), Rational.of(1, 5), Rational.of(9, 10),
            Rational.of(1, 2));
        return new Mixture(weights, atoms, scale);
    }
}
