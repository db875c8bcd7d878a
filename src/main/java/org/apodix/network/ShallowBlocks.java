package org.apodix.network;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apodix.enclosure.DyadicArithmetic;
import org.apodix.enclosure.Rational;

/**
 * Piecewise linear blocks with one hidden layer, whose path norms stay bounded however fine they are (dimension-free-score R8): exponential,
 * reciprocal, square, product.
 */
public final class ShallowBlocks {

    private static final int MOST_PIECES = 1 << 14;

    /** A value e^x 2^p this close to an integer is not met before this precision, as e^x is irrational for rational x other than 0. */
    private static final int MOST_BITS = 1 << 14;

    private ShallowBlocks() { }

    /**
     * R8(a): the exponential on [-length, length], {@code pieces} equal pieces, values rounded up to {@code bits} bits after the leading one,
     * 1 <= E(z) e^-z <= 1 + kappa_E. Constant to the left, continued to the right.
     */
    public static PiecewiseLinear exponential(Rational length, int pieces, int bits) {
        requirePieces(pieces);
        if (length.signum() <= 0 || bits < 1) {
            throw new IllegalArgumentException("an exponential on [-" + length + ", " + length + "] with " + bits
                + " bits: give a positive length and at least 1 bit");
        }
        var knots = IntStream.rangeClosed(0, pieces).mapToObj(j -> length.times(Rational.of(2L * j - pieces, pieces))).toList();
        return startingFlat(knots, knots.stream().map(x -> roundedExponential(x, bits)).toList());
    }

    /** The least multiple of 2^(e - bits) that is at least e^x, with 2^e <= e^x < 2^(e+1). */
    static Rational roundedExponential(Rational x, int bits) {
        if (x.isZero()) {
            return Rational.ONE;
        }
        for (int precision = 2 * bits + 64; precision <= MOST_BITS; precision *= 2) {
            var arithmetic = new DyadicArithmetic(precision);
            var value = arithmetic.enclosure(arithmetic.exp(arithmetic.of(x)));
            var low = roundedUp(value.lower().toRational(), bits);
            if (low.equals(roundedUp(value.upper().toRational(), bits))) {
                return low;
            }
        }
        throw new IllegalArgumentException("e^(" + x + ") is too close to a number of " + bits + " bits");
    }

    /** The least multiple of 2^(e - bits) that is at least x, with 2^e <= x < 2^(e+1). */
    private static Rational roundedUp(Rational x, int bits) {
        int e = x.numerator().bitLength() - x.denominator().bitLength();
        e = Rational.TWO.pow(e).compareTo(x) > 0 ? e - 1 : e;
        var unit = Rational.TWO.pow(e - bits);
        return Rational.of(x.over(unit).negate().floor().negate()).times(unit);
    }

    /** R8(b): the reciprocal on [start, start ratio^pieces], geometric knots, 1 <= D Rec(D) <= 1 + (ratio - 1)^2/(4 ratio), attained. */
    public static PiecewiseLinear reciprocal(Rational start, Rational ratio, int pieces) {
        requirePieces(pieces);
        if (start.signum() <= 0 || ratio.compareTo(Rational.ONE) <= 0) {
            throw new IllegalArgumentException("a reciprocal from " + start + " with ratio " + ratio + ": give a positive start and a ratio above 1");
        }
        var knots = IntStream.rangeClosed(0, pieces).mapToObj(l -> start.times(ratio.pow(l))).toList();
        return startingFlat(knots, knots.stream().map(Rational::inverse).toList());
    }

    private static PiecewiseLinear startingFlat(List<Rational> knots, List<Rational> values) {
        return new PiecewiseLinear(knots, values, Rational.ZERO, PiecewiseLinear.continued(knots, values).after());
    }

    /** R8(c): T, the interpolant of z^2 at k/n on [-1, 1], 0 <= T(z) - z^2 <= 1/(4 n^2), attained at the midpoints; 2 n units. */
    public static Network square(int n) {
        requirePieces(n);
        var units = new ArrayList<Row>();
        var weights = new ArrayList<Rational>();
        for (int k = 0; k < n; k++) {
            for (var sign : List.of(Rational.ONE, Rational.ONE.negate())) {
                units.add(Row.unit(0, sign, Rational.of(-k, n)));
                weights.add(Rational.of(k == 0 ? 1 : 2, n));
            }
        }
        return Network.shallow(AffineMap.of(1, units), Activation.RELU, AffineMap.of(units.size(), Row.of(weights, Rational.ZERO)));
    }

    /** R8(d): X Y (T((x/X + y/Y)/2) - T((x/X - y/Y)/2)) for |x| <= X, |y| <= Y, off by at most X Y/(4 n^2); 4 n units. */
    public static Network product(Rational most, Rational mostOther, int n) {
        if (most.signum() <= 0 || mostOther.signum() <= 0) {
            throw new IllegalArgumentException("a product of numbers up to " + most + " and " + mostOther + ": give positive bounds");
        }
        var square = square(n);
        var x = most.inverse().over(Rational.TWO);
        var y = mostOther.inverse().over(Rational.TWO);
        var parts = AffineMap.of(2, Assembly.row(Rational.ZERO, x, y), Assembly.row(Rational.ZERO, x, y.negate()));
        var scale = most.times(mostOther);
        return Network.affine(parts).then(square.beside(square))
            .then(AffineMap.of(2, Assembly.row(Rational.ZERO, scale, scale.negate())));
    }

    private static void requirePieces(int pieces) {
        if (pieces < 1 || pieces > MOST_PIECES) {
            throw new IllegalArgumentException("a block of " + pieces + " pieces: give a number from 1 to " + MOST_PIECES);
        }
    }
}
