package org.apodix.network;

import java.util.ArrayList;
import java.util.List;
import org.apodix.enclosure.Rational;

/**
 * A polynomial p of even degree k, on [-1, 1] up to a stated error, by one hidden layer of k units (ratio-signrelu R13).
 *
 * <p>With nodes h_i = H (2i - k)/k and coefficients c_i such that sum_i c_i h_i^l = a_l for l up to k, sum_i c_i/(1 - h_i u) has the Taylor
 * polynomial p. The node 0 is a bias.
 */
public final class RidgePolynomial {

    private final List<Rational> coefficients;
    private final Rational radius;
    private final int degree;

    /**
     * The approximation of a polynomial.
     *
     * @param coefficients a_0, ..., a_k, an odd number of them, at least 3
     * @param radius       H in (0, 1)
     */
    public RidgePolynomial(List<Rational> coefficients, Rational radius) {
        if (coefficients.size() < 3 || coefficients.size() % 2 == 0) {
            throw new IllegalArgumentException(coefficients.size() + " coefficients: a polynomial of even degree has an odd number of them, "
                + "from 3 on; append a 0");
        }
        if (radius.signum() <= 0 || radius.compareTo(Rational.ONE) >= 0) {
            throw new IllegalArgumentException("H is " + radius + ": give a number strictly between 0 and 1");
        }
        this.coefficients = List.copyOf(coefficients);
        this.radius = radius;
        this.degree = coefficients.size() - 1;
    }

    public int degree() {
        return degree;
    }

    /** h_i. */
    public Rational node(int i) {
        return radius.times(Rational.of(2L * i - degree, degree));
    }

    /** c_i = sum_l a_l [z^l] L_i(z), L_i the Lagrange polynomials of the nodes. */
    public Rational coefficient(int i) {
        List<Rational> basis = List.of(Rational.ONE);
        var scale = Rational.ONE;
        for (int j = 0; j <= degree; j++) {
            if (j != i) {
                basis = times(basis, node(j));
                scale = scale.times(node(i).minus(node(j)));
            }
        }
        var sum = Rational.ZERO;
        for (int l = 0; l <= degree; l++) {
            sum = sum.plus(coefficients.get(l).times(basis.get(l)));
        }
        return sum.over(scale);
    }

    /** (z - root) p(z). */
    private static List<Rational> times(List<Rational> p, Rational root) {
        var product = new ArrayList<Rational>();
        for (int l = 0; l <= p.size(); l++) {
            var above = l == 0 ? Rational.ZERO : p.get(l - 1);
            var same = l == p.size() ? Rational.ZERO : p.get(l).times(root);
            product.add(above.minus(same));
        }
        return product;
    }

    /** p(u). */
    public Rational polynomial(Rational u) {
        return RationalFunctionNetwork.value(coefficients, u);
    }

    /** The error, value minus polynomial, in closed form: -u^{k+1} / prod_i (1 - h_i u) sum_l a_l sum_{j <= l} e_j u^{l-j}. */
    public Rational error(Rational u) {
        List<Rational> omega = List.of(Rational.ONE);
        var product = Rational.ONE;
        for (int i = 0; i <= degree; i++) {
            omega = times(omega, node(i));
            product = product.times(Rational.ONE.minus(node(i).times(u)));
        }
        var sum = Rational.ZERO;
        for (int l = 0; l <= degree; l++) {
            for (int j = 0; j <= l; j++) {
                sum = sum.plus(coefficients.get(l).times(omega.get(j)).times(u.pow(l - j)));
            }
        }
        return sum.times(u.pow(degree + 1)).over(product).negate();
    }

    /** delta(H) = |a|_1 ((1 + H)^{k+1} - 1 - (k + 1) H) / (1 - H)^{k+1}, a bound of the error on [-1, 1]. */
    public Rational errorBound() {
        var size = coefficients.stream().map(Rational::abs).reduce(Rational.ZERO, Rational::plus);
        var excess = Rational.ONE.plus(radius).pow(degree + 1).minus(Rational.ONE).minus(radius.times(Rational.of(degree + 1)));
        return size.times(excess).over(Rational.ONE.minus(radius).pow(degree + 1));
    }

    /** u -> sum_i c_i/(1 - h_i u) on [-1, 1], one hidden layer of k units with the threshold 1 - H. */
    public Network network(SignReluGates gates) {
        Network units = null;
        var weights = new ArrayList<Rational>();
        for (int i = 0; i <= degree; i++) {
            if (2 * i != degree) {
                var unit = Network.affine(AffineMap.of(1, Row.unit(0, node(i).negate(), Rational.ONE)))
                    .then(gates.reciprocal(Rational.ONE.minus(radius)));
                units = units == null ? unit : units.stackedOn(unit);
                weights.add(coefficient(i));
            }
        }
        return units.then(AffineMap.of(degree, Row.of(weights, coefficient(degree / 2))));
    }
}
