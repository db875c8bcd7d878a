package org.apodix.theorems.ratiosignrelu;

import java.util.ArrayList;
import java.util.List;
import org.apodix.enclosure.Polynomial;
import org.apodix.enclosure.Rational;
import org.apodix.network.AffineMap;
import org.apodix.network.Network;
import org.apodix.network.QuotientNetwork;
import org.apodix.network.RidgePolynomial;
import org.apodix.network.Row;
import org.apodix.network.SignReluGates;

/**
 * The quotients F_1/F_2 of a mixture in the plane or in space by a network: Taylor polynomials as sums of ridge polynomials over rational directions, each by 2K - 2 units, and
 * the gate (ratio-signrelu R14(c)).
 *
 * <p>With y = x/R, a form of degree delta in two variables is a combination of (y_1 + s_i y_2)^delta for delta + 1 different s_i; in three of (y_1 + s_i y_2 + t_j y_3)^delta for
 * i + j at most delta, because polynomials of degree delta in (s, t) are determined by their values on such a triangular grid. Directions (1, s, t) with |s|, |t| at most 1 have
 * |omega . y| at most d.
 */
final class RidgeMarginals {

    /** H of the ridge polynomials: their error falls with its square. */
    private static final Rational SPREAD = Rational.TWO.pow(-20);

    private final Mixture mixture;
    private final Rational radius;
    private final int terms;
    private final int dimension;
    private final List<int[]> directions = new ArrayList<>();
    private final List<List<RidgePolynomial>> ridges = new ArrayList<>();
    private final List<Rational> errors = new ArrayList<>();

    /**
     * The construction.
     *
     * @param terms K, at least 2
     */
    RidgeMarginals(Mixture mixture, Rational radius, int terms) {
        this.mixture = mixture;
        this.radius = radius;
        this.terms = terms;
        this.dimension = mixture.dimension();
        int degree = 2 * terms - 2;
        for (int i = 0; i <= degree; i++) {
            for (int j = 0; j <= (dimension == 2 ? 0 : degree - i); j++) {
                directions.add(new int[] {i, j});
            }
        }
        for (int c = 0; c <= dimension; c++) {
            var polynomials = ridges(taylor(c));
            ridges.add(polynomials);
            var error = mixture.taylorBound(c, radius, terms, 0);
            errors.add(polynomials.stream().map(RidgePolynomial::errorBound).reduce(error, Rational::plus));
        }
    }

    /** P_c(R y) as a polynomial in y. */
    private Polynomial taylor(int c) {
        var sum = Polynomial.constant(dimension, Rational.ZERO);
        for (int i = 0; i < mixture.size(); i++) {
            var z = Polynomial.constant(dimension, Rational.ZERO);
            for (int k = 0; k < dimension; k++) {
                var difference = Polynomial.variable(dimension, k).times(radius).minus(Polynomial.constant(dimension, mixture.mean(i).get(k)));
                z = z.plus(difference.times(difference));
            }
            z = z.times(mixture.variance().times(Rational.TWO).inverse());
            var exponential = Polynomial.constant(dimension, Rational.ZERO);
            for (int k = terms - 1; k >= 0; k--) {
                exponential = Polynomial.constant(dimension, Mixture.factorial(k).inverse()).minus(z.times(exponential));
            }
            sum = sum.plus(exponential.times(mixture.coefficients(c).get(i)));
        }
        return sum;
    }

    /** s_i = t_i = -1 + i/(K - 1). */
    private Rational parameter(int i) {
        return Rational.of(i, terms - 1L).minus(Rational.ONE);
    }

    private Rational power(int[] direction, int l, int m) {
        return parameter(direction[0]).pow(l).times(parameter(direction[1]).pow(m));
    }

    /** One polynomial in omega . y/d per direction; forms of degree delta use the directions with i + j at most delta. */
    private List<RidgePolynomial> ridges(Polynomial polynomial) {
        int degree = 2 * terms - 2;
        var coefficients = new ArrayList<List<Rational>>();
        directions.forEach(direction -> coefficients.add(new ArrayList<>()));
        for (int delta = 0; delta <= degree; delta++) {
            int most = delta;
            var used = directions.stream().filter(direction -> direction[0] + direction[1] <= most).toList();
            var rows = new ArrayList<List<Rational>>();
            for (var exponents : used) {
                // one equation per monomial y_1^(delta - l - m) y_2^l y_3^m, numbered like the directions
                int l = exponents[0];
                int m = exponents[1];
                var row = new ArrayList<Rational>();
                used.forEach(direction -> row.add(power(direction, l, m)));
                var multinomial = Mixture.factorial(delta).over(Mixture.factorial(l)).over(Mixture.factorial(m)).over(Mixture.factorial(delta - l - m));
                var value = dimension == 2 ? polynomial.coefficient(delta - l, l) : polynomial.coefficient(delta - l - m, l, m);
                row.add(value.over(multinomial));
                rows.add(row);
            }
            var solution = solve(rows);
            for (int k = 0; k < directions.size(); k++) {
                int place = used.indexOf(directions.get(k));
                var value = place < 0 ? Rational.ZERO : solution.get(place);
                coefficients.get(k).add(value.times(Rational.of(dimension).pow(delta)));
            }
        }
        return coefficients.stream().map(list -> new RidgePolynomial(list, SPREAD)).toList();
    }

    /** The solution of a regular linear system by elimination; the right side is the last column. */
    private static List<Rational> solve(List<List<Rational>> rows) {
        int n = rows.size();
        for (int k = 0; k < n; k++) {
            int pivot = k;
            while (rows.get(pivot).get(k).isZero()) {
                pivot++;
            }
            java.util.Collections.swap(rows, k, pivot);
            for (int i = 0; i < n; i++) {
                var factor = rows.get(i).get(k).over(rows.get(k).get(k));
                for (int j = k; i != k && !factor.isZero() && j <= n; j++) {
                    rows.get(i).set(j, rows.get(i).get(j).minus(factor.times(rows.get(k).get(j))));
                }
            }
        }
        var solution = new ArrayList<Rational>();
        for (int k = 0; k < n; k++) {
            solution.add(rows.get(k).get(n).over(rows.get(k).get(k)));
        }
        return solution;
    }

    /** A bound of |F_c - g_c| on [-R, R]^d: eps_c and the errors of all ridge polynomials. */
    Rational error(int c) {
        return errors.get(c);
    }

    /** n: the directions times 2K - 2. */
    int units() {
        return directions.size() * (2 * terms - 2);
    }

    /**
     * x -> F_1/F_2, three hidden layers of widths n, 4d, 2d.
     *
     * @param least a lower bound of F_2 on [-R, R]^d that exceeds its error
     */
    Network network(SignReluGates gates, Rational least) {
        int degree = 2 * terms - 2;
        var threshold = Rational.ONE.minus(SPREAD);
        var rows = new ArrayList<Row>();
        var scale = radius.times(Rational.of(dimension));
        for (int k = 0; k < directions.size(); k++) {
            for (int i = 0; i <= degree; i++) {
                if (2 * i != degree) {
                    var h = ridges.get(0).get(k).node(i).over(scale).negate();
                    var omega = new ArrayList<>(List.of(h, h.times(parameter(directions.get(k)[0]))));
                    if (dimension == 3) {
                        omega.add(h.times(parameter(directions.get(k)[1])));
                    }
                    rows.add(Row.of(omega, Rational.ONE));
                }
            }
        }
        var units = Network.affine(AffineMap.of(dimension, rows)).then(SignReluGates.copies(rows.size(), gates.reciprocal(threshold)));
        var readouts = new ArrayList<Row>();
        for (int c = 0; c <= dimension; c++) {
            var weights = new ArrayList<Rational>();
            var bias = Rational.ZERO;
            for (var ridge : ridges.get(c)) {
                for (int i = 0; i <= degree; i++) {
                    if (2 * i == degree) {
                        bias = bias.plus(ridge.coefficient(i));
                    } else {
                        weights.add(ridge.coefficient(i));
                    }
                }
            }
            readouts.add(Row.of(weights, bias));
        }
        var most = Rational.ZERO;
        for (int c = 0; c < dimension; c++) {
            most = most.max(mixture.mass(c).plus(error(c)));
        }
        var bounds = new QuotientNetwork(most, least.minus(error(dimension)), Rational.ONE.plus(error(dimension)));
        return bounds.of(gates, units.then(AffineMap.of(rows.size(), readouts)));
    }
}
