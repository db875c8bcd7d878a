package org.apodix.theorems.ratiosignrelu;

import java.util.ArrayList;
import java.util.List;
import org.apodix.enclosure.DyadicArithmetic;
import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Tape;
import org.apodix.network.Network;
import org.apodix.network.QuotientNetwork;
import org.apodix.network.RationalFunctionNetwork;
import org.apodix.network.SignReluGates;

/**
 * The marginals of a mixture on the line by their interpolants of degree 2K - 1 at Chebyshev nodes of [-R, R], with rational coefficients and every rounding in the
 * bounds (ratio-signrelu R14(b), section 4).
 *
 * <p>The nodes t_j of [-1, 1] are rational and at most d = 2^-160 from Chebyshev's, so that |prod(t - t_j)| is at most 2^(1-2K) + 2K d (2 + d)^(2K-1). Values at the nodes,
 * divided differences and the change to powers of t are enclosed; a coefficient is then replaced by a multiple of 2^-256, and what this changes is added to the
 * bound, which is right because |t^l| is at most 1.
 */
final class ChebyshevFit {

    private static final int NODE_BITS = 160;
    private static final int BITS = 512;
    private static final Rational UNIT = Rational.TWO.pow(256);

    private final Mixture mixture;
    private final Rational radius;
    private final int pairs;
    private final List<Rational> nodes = new ArrayList<>();
    private final List<List<Rational>> coefficients = new ArrayList<>();
    private final List<Rational> errors = new ArrayList<>();

    /**
     * The fit.
     *
     * @param pairs K, at least 1
     */
    ChebyshevFit(Mixture mixture, Rational radius, int pairs) {
        this.mixture = mixture;
        this.radius = radius;
        this.pairs = pairs;
        var arithmetic = new DyadicArithmetic(BITS);
        for (int j = 0; j < 2 * pairs; j++) {
            var node = Tape.of(List.of(Expr.PI.times(Expr.of(2L * j + 1, 4L * pairs)).cos())).evaluate(arithmetic).get(0);
            nodes.add(Rational.of(node.lower().toRational().times(Rational.TWO.pow(NODE_BITS + 1)).floor()).over(Rational.TWO.pow(NODE_BITS + 1)));
        }
        for (int c = 0; c < 2; c++) {
            fit(c, arithmetic);
        }
    }

    private void fit(int c, DyadicArithmetic arithmetic) {
        int n = nodes.size();
        var points = nodes.stream().map(arithmetic::of).toList();
        var table = new ArrayList<>(Tape.of(nodes.stream().map(t -> mixture.component(c, List.of(Expr.of(t.times(radius))))).toList()).evaluate(arithmetic));
        for (int order = 1; order < n; order++) {
            for (int j = n - 1; j >= order; j--) {
                var span = arithmetic.subtract(points.get(j), points.get(j - order));
                table.set(j, arithmetic.divide(arithmetic.subtract(table.get(j), table.get(j - 1)), span));
            }
        }
        // Newton's form to powers of t, from the highest difference down: p <- p (t - t_j) + difference
        var powers = new ArrayList<DyadicInterval>();
        for (int j = n - 1; j >= 0; j--) {
            powers.add(0, arithmetic.of(Rational.ZERO));
            for (int l = 0; l + 1 < powers.size(); l++) {
                powers.set(l, arithmetic.subtract(powers.get(l), arithmetic.multiply(points.get(j), powers.get(l + 1))));
            }
            powers.set(0, arithmetic.add(powers.get(0), table.get(j)));
        }
        var rounded = new ArrayList<Rational>();
        var error = interpolation(c);
        for (var power : powers) {
            var value = Rational.of(power.lower().toRational().times(UNIT).floor()).over(UNIT);
            rounded.add(value);
            error = error.plus(power.upper().toRational().minus(value));
        }
        coefficients.add(List.copyOf(rounded));
        // a short number above the error
        errors.add(Rational.of(error.times(UNIT).floor().add(java.math.BigInteger.ONE)).over(UNIT));
    }

    /** sum |A_i| (R^2/v)^K / (2^K K!) times the bound of the node polynomial: the K-th derivatives are at most v^-K (2K - 1)!! sum |A_i|. */
    private Rational interpolation(int c) {
        int n = nodes.size();
        var moved = Rational.TWO.pow(-NODE_BITS);
        var polynomial = Rational.TWO.pow(1 - n).plus(Rational.of(n).times(moved).times(Rational.TWO.plus(moved).pow(n - 1)));
        var derivative = radius.pow(2).over(mixture.variance().times(Rational.TWO)).pow(pairs).over(Mixture.factorial(pairs));
        return mixture.mass(c).times(derivative).times(polynomial);
    }

    /** A bound of |F_c - p_c| on [-R, R], with all roundings. */
    Rational error(int c) {
        return errors.get(c);
    }

    /** The coefficients of p_c as a polynomial in t, x = R t. */
    List<Rational> coefficients(int c) {
        return coefficients.get(c);
    }

    /** p_1/p_2 at x. */
    Expr quotient(Expr x) {
        var t = x.over(Expr.of(radius));
        return polynomial(0, t).over(polynomial(1, t));
    }

    /** p_c at t, x = R t. */
    Expr polynomial(int c, Expr t) {
        Expr sum = Expr.ZERO;
        for (int l = coefficients.get(c).size() - 1; l >= 0; l--) {
            sum = sum.times(t).plus(Expr.of(coefficients.get(c).get(l)));
        }
        return sum;
    }

    /**
     * t -> p_1/p_2 on [-1, 1], three hidden layers of widths 2K, 4, 2.
     *
     * @param least a lower bound of F_2 on [-R, R] that exceeds its error
     */
    Network network(SignReluGates gates, Rational least) {
        var bounds = new QuotientNetwork(mixture.mass(0).plus(error(0)), least.minus(error(1)), Rational.ONE.plus(error(1)));
        return new RationalFunctionNetwork(coefficients(0), coefficients(1), pairs, bounds).network(gates);
    }
}
