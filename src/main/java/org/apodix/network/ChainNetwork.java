package org.apodix.network;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apodix.enclosure.Rational;

/**
 * The factor-wise ReLU network of the polynomial chain prod_i g_i(u_i, u_(i+1)), g_i(u, v) = 1 + a_i (2u - 1)(2v - 1), on [0, 1]^D
 * (factorizable-density F10 and section 4.5).
 *
 * <p>K = D - 1 interpolants of g_i/(1 + |a_i|) on the grid of mesh 1/N side by side, then the product tree with squares of m teeth, times
 * prod (1 + |a_i|). The interpolants are positive, and a ReLU layer is kept behind them.
 */
public final class ChainNetwork {

    private ChainNetwork() { }

    /**
     * The network; a number of factors that is no power of 2 is padded with ones.
     *
     * @param a the coefficients, each in (-1, 1)
     */
    public static Network of(List<Rational> a, int n, int m) {
        if (a.isEmpty()) {
            throw new IllegalArgumentException("a chain without a factor: give at least one coefficient");
        }
        var columns = new ArrayList<Integer>();
        var blocks = new ArrayList<Network>();
        var scale = Rational.ONE;
        for (int i = 0; i < a.size(); i++) {
            columns.addAll(List.of(i, i + 1));
            blocks.add(block(a.get(i), n));
            scale = scale.times(Rational.ONE.plus(a.get(i).abs()));
        }
        var pairs = AffineMap.selection(a.size() + 1, columns.stream().mapToInt(Integer::intValue).toArray());
        var network = Network.affine(pairs).then(Assembly.beside(blocks)).activated(Activation.RELU)
            .then(SawtoothProduct.padded(a.size(), m));
        return network.then(AffineMap.identity(1).scaled(scale));
    }

    /** The interpolant of g/(1 + |a|). */
    private static Network block(Rational a, int n) {
        if (a.abs().compareTo(Rational.ONE) >= 0) {
            throw new IllegalArgumentException("the coefficient " + a + " of a chain: give one strictly between -1 and 1");
        }
        var scale = Rational.ONE.plus(a.abs()).inverse();
        return KuhnInterpolation.of(2, n, k -> {
            var both = IntStream.of(0, 1).mapToObj(c -> Rational.of(2L * k.get(c), n).minus(Rational.ONE)).reduce(a, Rational::times);
            return Rational.ONE.plus(both).times(scale);
        });
    }
}
