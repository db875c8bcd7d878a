package org.apodix.network;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apodix.enclosure.Rational;

/**
 * ReLU networks on the Kuhn triangulation of the grid of mesh 1/N in [0, 1]^d (factorizable-density F6 and section 4.4), from the spike
 * phi(y) = max(1 - max_i y_i^+ - max_i y_i^-, 0).
 *
 * <p>The spikes phi(N x - k), k in {0..N}^d, are non-negative, sum to 1 on [0, 1]^d, and at most d + 1 of them are not 0 at any point. A
 * maximum of non-negative numbers is max(a, b) = max(a, 0) + max(b - a, 0), in pairs.
 */
public final class KuhnInterpolation {

    /** Spikes of the largest network. */
    private static final long MOST_SPIKES = 20_000;

    private KuhnInterpolation() { }

    /** phi on R^d. */
    public static Network spike(int d) {
        requireDimension(d);
        var rows = new ArrayList<Row>();
        for (var sign : List.of(Rational.ONE, Rational.ONE.negate())) {
            IntStream.range(0, d).forEach(i -> rows.add(Row.unit(i, sign, Rational.ZERO)));
        }
        return Network.affine(AffineMap.of(d, rows)).activated(Activation.RELU).then(height(d)).activated(Activation.RELU);
    }

    /** x -> (phi(N x - k)) for the grid points of {@link #points}, in their order. */
    public static Network spikes(int d, int n) {
        var points = points(d, n);
        var units = new ArrayList<Row>();
        for (int c = 0; c < d; c++) {
            for (int k = 0; k <= n; k++) {
                units.add(Row.unit(c, Rational.of(n), Rational.of(-k)));
                units.add(Row.unit(c, Rational.of(-n), Rational.of(k)));
            }
        }
        var height = height(d);
        var heights = Assembly.stacked(points.stream()
            .map(k -> Network.affine(AffineMap.selection(units.size(), places(k, n))).then(height)).toList());
        return Network.affine(AffineMap.of(d, units)).activated(Activation.RELU).then(heights).activated(Activation.RELU);
    }

    /** The linear interpolant on the Kuhn simplices of a function with these values at k/N; exact on [0, 1]^d. */
    public static Network of(int d, int n, Function<List<Integer>, Rational> values) {
        return spikes(d, n).then(AffineMap.of(points(d, n).size(), Row.of(points(d, n).stream().map(values).toList(), Rational.ZERO)));
    }

    /** {0..N}^d, the last coordinate fastest. */
    public static List<List<Integer>> points(int d, int n) {
        requireDimension(d);
        if (n < 1 || Math.pow(n + 1.0, d) > MOST_SPIKES) {
            throw new IllegalArgumentException("a grid of mesh 1/" + n + " in dimension " + d + ": give N >= 1 with (N + 1)^d <= " + MOST_SPIKES);
        }
        List<List<Integer>> points = List.of(List.of());
        for (int i = 0; i < d; i++) {
            points = points.stream().flatMap(k -> IntStream.rangeClosed(0, n).mapToObj(j -> {
                var longer = new ArrayList<>(k);
                longer.add(j);
                return List.copyOf(longer);
            })).collect(Collectors.toList());
        }
        return points;
    }

    /** The places of (N x_c - k_c)^+ for all c, then of (N x_c - k_c)^-, in the first layer of the spikes. */
    private static int[] places(List<Integer> k, int n) {
        int d = k.size();
        return IntStream.range(0, 2 * d).map(i -> 2 * ((n + 1) * (i % d) + k.get(i % d)) + i / d).toArray();
    }

    /** 1 - max_i a_i - max_i b_i of (a, b), all entries non-negative. */
    private static Network height(int d) {
        var maximum = maximum(d);
        var one = Rational.ONE;
        return maximum.beside(maximum).then(AffineMap.of(2, Assembly.row(one, one.negate(), one.negate())));
    }

    /** The maximum of n non-negative numbers, pair by pair. */
    private static Network maximum(int n) {
        if (n == 1) {
            return Network.affine(AffineMap.identity(1));
        }
        var units = new ArrayList<Row>();
        var sums = new ArrayList<Row>();
        for (int i = 0; i < n; i += 2) {
            var sum = new ArrayList<Row.Term>();
            sum.add(new Row.Term(units.size(), Rational.ONE));
            units.add(Row.unit(i, Rational.ONE, Rational.ZERO));
            if (i + 1 < n) {
                sum.add(new Row.Term(units.size(), Rational.ONE));
                units.add(new Row(List.of(new Row.Term(i, Rational.ONE.negate()), new Row.Term(i + 1, Rational.ONE)), Rational.ZERO));
            }
            sums.add(new Row(sum, Rational.ZERO));
        }
        return Network.shallow(AffineMap.of(n, units), Activation.RELU, AffineMap.of(units.size(), sums)).then(maximum((n + 1) / 2));
    }

    private static void requireDimension(int d) {
        if (d < 1) {
            throw new IllegalArgumentException("a spike in dimension " + d + ": give a dimension of at least 1");
        }
    }
}
