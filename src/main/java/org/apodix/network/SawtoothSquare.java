package org.apodix.network;

import java.util.ArrayList;
import org.apodix.enclosure.Rational;

/**
 * ReLU networks of the linear interpolant f_m of x^2 at the multiples of 2^-m, on [0, 1] (factorizable-density F4 and section 4.1).
 *
 * <p>f_m(x) = x - sum_{k=1}^m 4^-k T^k(x) with the tooth map T(g) = 2 g on [0, 1/2] and 2 - 2 g on [1/2, 1], which two ReLU units give on
 * [0, 1]: T(g) = 2 max(g, 0) - 4 max(g - 1/2, 0). Each hidden layer has three units: max(g, 0), max(g - 1/2, 0), and a multiple of
 * f_k >= 0. Outside of [0, 1] the networks mean nothing.
 */
public final class SawtoothSquare {

    /** Beyond this the weights 4^-m are of absurd length. */
    private static final int MOST = 200;

    private static final Rational HALF = Rational.of(1, 2);

    private SawtoothSquare() { }

    /** The height of the chord's error, 4^-(m+1): 0 <= f_m(x) - x^2 <= it on [0, 1]. */
    public static Rational error(int m) {
        require(m);
        return Rational.of(1, 4).pow(m + 1);
    }

    /** All hidden layers but the first are the same, with third unit 4^k f_k, so that 8 numbers are enough for every m. */
    public static Network shared(int m) {
        require(m);
        var third = Assembly.row(Rational.ZERO, Rational.of(-2), Rational.of(4), Rational.of(4));
        var layers = new ArrayList<Layer>();
        for (int k = 2; k <= m; k++) {
            layers.add(teeth(third));
        }
        return network(layers, AffineMap.of(3, third).scaled(Rational.of(1, 4).pow(m)));
    }

    /** The usual form, with third unit f_k and the weights of the layers decreasing with k. */
    public static Network unshared(int m) {
        require(m);
        var layers = new ArrayList<Layer>();
        for (int k = 2; k <= m; k++) {
            layers.add(teeth(third(k - 1)));
        }
        return network(layers, AffineMap.of(3, third(m)));
    }

    /** f_k from max(g, 0), max(g - 1/2, 0) and f_(k-1), where g = T^(k-1)(x). */
    private static Row third(int k) {
        var height = Rational.of(1, 4).pow(k);
        return Assembly.row(Rational.ZERO, height.times(Rational.of(-2)), height.times(Rational.of(4)), Rational.ONE);
    }

    private static Layer teeth(Row third) {
        var tooth = new Rational[] {Rational.TWO, Rational.of(-4), Rational.ZERO};
        return new Layer(AffineMap.of(3, Assembly.row(Rational.ZERO, tooth), Assembly.row(HALF.negate(), tooth), third), Activation.RELU);
    }

    private static Network network(ArrayList<Layer> layers, AffineMap output) {
        var one = Rational.ONE;
        layers.add(0, new Layer(AffineMap.of(1, Row.unit(0, one, Rational.ZERO), Row.unit(0, one, HALF.negate()),
            Row.unit(0, one, Rational.ZERO)), Activation.RELU));
        return Network.of(layers, output);
    }

    private static void require(int m) {
        if (m < 1 || m > MOST) {
            throw new IllegalArgumentException("a square of " + m + " teeth layers: give a number from 1 to " + MOST);
        }
    }
}
