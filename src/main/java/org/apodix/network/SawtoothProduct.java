package org.apodix.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apodix.enclosure.Rational;

/**
 * ReLU networks of products of numbers in [-1, 1] from squares (factorizable-density F5 and sections 4.2, 4.3): P_m(x, y) =
 * f_m(|x + y|/2) - f_m(|x - y|/2), off by at most 4^-(m+1), and exact where x or y is 0, 1 or -1.
 */
public final class SawtoothProduct {

    private static final int MOST_FACTORS = 1 << 12;

    private SawtoothProduct() { }

    /** P_m with the weight-shared squares: 4 units, then m layers of 6. */
    public static Network of(int m) {
        var h = Rational.of(1, 2);
        var parts = AffineMap.of(2, Assembly.row(Rational.ZERO, h, h), Assembly.row(Rational.ZERO, h.negate(), h.negate()),
            Assembly.row(Rational.ZERO, h, h.negate()), Assembly.row(Rational.ZERO, h.negate(), h));
        var one = Rational.ONE;
        var zero = Rational.ZERO;
        var sizes = AffineMap.of(4, Assembly.row(zero, one, one, zero, zero), Assembly.row(zero, zero, zero, one, one));
        var square = SawtoothSquare.shared(m);
        return Network.shallow(parts, Activation.RELU, sizes).then(square.beside(square))
            .then(AffineMap.of(2, Assembly.row(zero, one, one.negate())));
    }

    /**
     * The product of K = 2^q factors, neighbors first, adjacent affine maps merged; for K = 1 the identity. Off by at most
     * (K - 1) 4^-(m+1). Another K is rejected: {@link #padded}.
     */
    public static Network tree(int factors, int m) {
        if (factors < 1 || factors > MOST_FACTORS || Integer.bitCount(factors) != 1) {
            throw new IllegalArgumentException("a product tree of " + factors + " factors: give a power of 2 up to " + MOST_FACTORS
                + ", or pad with ones");
        }
        var product = of(m);
        var network = Network.affine(AffineMap.identity(factors));
        for (int left = factors; left > 1; left /= 2) {
            network = network.then(Assembly.beside(Collections.nCopies(left / 2, product)));
        }
        return network;
    }

    /** The product of any number of factors: the tree of the next power of 2, with ones for the missing factors; the same error bound. */
    public static Network padded(int factors, int m) {
        if (factors < 1 || factors > MOST_FACTORS) {
            throw new IllegalArgumentException("a product of " + factors + " factors: give a number from 1 to " + MOST_FACTORS);
        }
        int size = factors == 1 ? 1 : Integer.highestOneBit(factors - 1) * 2;
        var rows = new ArrayList<>(AffineMap.identity(factors).rows());
        rows.addAll(Collections.nCopies(size - factors, new Row(List.of(), Rational.ONE)));
        return Network.affine(AffineMap.of(factors, rows)).then(tree(size, m));
    }
}
