package org.apodix.network;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apodix.enclosure.Rational;

/**
 * ReLU networks sum_k c P_m(phi(N x - k), Q_k(x)/c) of polynomials Q_k of degree at most 2, one per grid point, on [0, 1]^d
 * (factorizable-density F7, the network version).
 *
 * <p>Monomials x_i^2 and x_i x_j come once from a square or a product network, so Q_k is within (sum of its absolute quadratic
 * coefficients) 4^-(m+1) of the polynomial; the products with the spikes that are 0 are exactly 0.
 */
public final class TaylorNetwork {

    private TaylorNetwork() { }

    /**
     * A polynomial of degree at most 2.
     *
     * @param quadratic coefficient of x_i x_j for i <= j, by rows: (0,0), (0,1), ..., (1,1), ...
     */
    public record Quadratic(Rational constant, List<Rational> linear, List<Rational> quadratic) {

        public Quadratic {
            linear = List.copyOf(linear);
            quadratic = List.copyOf(quadratic);
            int d = linear.size();
            if (d < 1 || quadratic.size() != d * (d + 1) / 2) {
                throw new IllegalArgumentException("a quadratic polynomial with " + d + " linear and " + quadratic.size()
                    + " quadratic coefficients: give d and d (d + 1)/2");
            }
        }

        /** A bound of the absolute value where all monomials lie in [0, 1]. */
        public Rational size() {
            return linear.stream().map(Rational::abs).reduce(constant.abs(), Rational::plus).plus(quadraticSize());
        }

        /** The sum of the absolute quadratic coefficients. */
        public Rational quadraticSize() {
            return quadratic.stream().map(Rational::abs).reduce(Rational.ZERO, Rational::plus);
        }
    }

    /** The network for polynomials in the order of {@link KuhnInterpolation#points}; c is the largest size of one of them, or 1 if all are 0. */
    public static Network of(int d, int n, int m, List<Quadratic> polynomials) {
        int points = KuhnInterpolation.points(d, n).size();
        if (polynomials.size() != points || polynomials.stream().anyMatch(q -> q.linear().size() != d)) {
            throw new IllegalArgumentException(polynomials.size() + " polynomials for " + points + " grid points in dimension " + d
                + ": give one per point, in " + d + " variables");
        }
        var c = scale(polynomials);
        var monomials = monomials(d, m);
        var spikes = KuhnInterpolation.spikes(d, n);
        int depth = Math.max(spikes.hidden().size(), monomials.hidden().size());
        var parts = carried(spikes, depth).stackedOn(carried(monomials, depth));

        var pairs = new ArrayList<Row>();
        for (int k = 0; k < points; k++) {
            var q = polynomials.get(k);
            var weights = new ArrayList<>(q.linear());
            weights.addAll(q.quadratic());
            pairs.add(Row.unit(k, Rational.ONE, Rational.ZERO));
            pairs.add(Row.combination(List.of(Row.of(weights, q.constant()).shifted(points)), List.of(c.inverse()), Rational.ZERO));
        }
        var product = SawtoothProduct.of(m);
        var products = Assembly.beside(IntStream.range(0, points).mapToObj(k -> product).toList());
        var sum = Row.of(IntStream.range(0, points).mapToObj(k -> c).toList(), Rational.ZERO);
        return parts.then(AffineMap.of(parts.outputs(), pairs)).then(products).then(AffineMap.of(points, sum));
    }

    /** The c of the network. */
    public static Rational scale(List<Quadratic> polynomials) {
        var most = polynomials.stream().map(Quadratic::size).reduce(Rational.ZERO, Rational::max);
        return most.isZero() ? Rational.ONE : most;
    }

    /** x -> (x_1, ..., x_d, then x_i x_j for i <= j), all in [0, 1]. */
    private static Network monomials(int d, int m) {
        var networks = new ArrayList<Network>();
        for (int i = 0; i < d; i++) {
            networks.add(Network.affine(AffineMap.selection(d, i)));
        }
        for (int i = 0; i < d; i++) {
            networks.add(Network.affine(AffineMap.selection(d, i)).then(SawtoothSquare.shared(m)));
            for (int j = i + 1; j < d; j++) {
                networks.add(Network.affine(AffineMap.selection(d, i, j)).then(SawtoothProduct.of(m)));
            }
        }
        int depth = networks.stream().mapToInt(network -> network.hidden().size()).max().orElseThrow();
        return Assembly.stacked(networks.stream().map(network -> carried(network, depth)).toList());
    }

    private static Network carried(Network network, int depth) {
        return Assembly.carried(network, depth - network.hidden().size());
    }
}
