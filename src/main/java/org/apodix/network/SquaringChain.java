package org.apodix.network;

import java.util.List;
import org.apodix.enclosure.Rational;

/** ReLU networks of the reciprocal and the exponential by repeated squaring (factorizable-density F8). */
public final class SquaringChain {

    private static final int MOST = 30;

    private SquaringChain() { }

    /**
     * 1/x for x in [a, 1], 0 < a <= 1, by k factors of prod_j (1 + (1 - x)^(2^j)): y_0 = 1 - x, y_(j+1) = f_m(y_j), R_0 = a, R_(j+1) =
     * clip(2 P_m(R_j, (1 + y_j)/2)) to [0, 1], output R_k/a. The error is at most {@link #reciprocalError}.
     */
    public static Network reciprocal(Rational a, int k, int m) {
        return reciprocalPair(a, k, m).then(AffineMap.selection(2, 0).scaled(a.inverse()));
    }

    /** x -> (R_k, y_k) of {@link #reciprocal}. */
    public static Network reciprocalPair(Rational a, int k, int m) {
        requireLower(a);
        requireFactors(k);
        var network = Network.affine(AffineMap.of(1, new Row(List.of(), a), Row.unit(0, Rational.ONE.negate(), Rational.ONE)));
        for (int j = 0; j < k; j++) {
            network = network.then(reciprocalStep(m));
        }
        return network;
    }

    /** (R, y) -> (clip(2 P_m(R, (1 + y)/2)), f_m(y)); clip z = max(z, 0) - max(z - 1, 0). */
    public static Network reciprocalStep(int m) {
        var one = Rational.ONE;
        var zero = Rational.ZERO;
        var half = Rational.of(1, 2);
        var doubled = Network.affine(AffineMap.of(2, Row.unit(0, one, zero), Row.unit(1, half, half))).then(SawtoothProduct.of(m))
            .then(AffineMap.of(1, Row.unit(0, Rational.TWO, zero)));
        var clipped = doubled.then(Network.shallow(AffineMap.of(1, Row.unit(0, one, zero), Row.unit(0, one, one.negate())),
            Activation.RELU, AffineMap.of(2, Assembly.row(zero, one, one.negate()))));
        var square = Network.affine(AffineMap.selection(2, 1)).then(SawtoothSquare.shared(m));
        return clipped.stackedOn(Assembly.carried(square, 2));
    }

    /** (k 2^(k-1) + 2^k - 1) 4^-(m+1)/a + (1 - a)^(2^k)/a. */
    public static Rational reciprocalError(Rational a, int k, int m) {
        requireLower(a);
        requireFactors(k);
        var squares = Rational.of(k, 2).times(Rational.TWO.pow(k)).plus(Rational.TWO.pow(k)).minus(Rational.ONE);
        return squares.times(SawtoothSquare.error(m)).plus(Rational.ONE.minus(a).pow(1 << k)).over(a);
    }

    /** e^-x for x in [0, 2^k] by (1 - x 2^-k)^(2^k) with k squares: between that number and (2^k - 1) 4^-(m+1) above it. */
    public static Network exponential(int k, int m) {
        requireFactors(k);
        var network = Network.affine(AffineMap.of(1, Row.unit(0, Rational.TWO.pow(-k).negate(), Rational.ONE)));
        for (int j = 0; j < k; j++) {
            network = network.then(SawtoothSquare.shared(m));
        }
        return network;
    }

    private static void requireLower(Rational a) {
        if (a.signum() <= 0 || a.compareTo(Rational.ONE) > 0) {
            throw new IllegalArgumentException("a reciprocal on [" + a + ", 1]: give a lower end in (0, 1]");
        }
    }

    private static void requireFactors(int k) {
        if (k < 0 || k > MOST) {
            throw new IllegalArgumentException(k + " squarings: give a number from 0 to " + MOST);
        }
    }
}
