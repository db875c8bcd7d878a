package org.apodix.network;

import java.util.List;
import org.apodix.enclosure.Rational;

/**
 * The gate y z / x: two hidden layers of widths 4 and 2, exact on a box (ratio-signrelu R3).
 *
 * <p>With H_x(t) = (1/(x - t) + 1/(x + t))^-1 = (x^2 - t^2)/(2x) it is (H_x(y - z) - H_x(y + z))/2: four reciprocals, their sums in pairs, two
 * reciprocals. On the box the arguments of the first four lie in [x0 - Y - Z, X + Y + Z], so that the sums are at least 2/(X + Y + Z).
 *
 * @param xLeast  x0, the least x; it must exceed Y + Z
 * @param xMost   X, the largest x
 * @param yBound  Y, the largest |y|
 * @param zBound  Z, the largest |z|
 */
public record DivisionGate(Rational xLeast, Rational xMost, Rational yBound, Rational zBound) {

    private static final Rational HALF = Rational.of(1, 2);

    public DivisionGate {
        if (yBound.signum() < 0 || zBound.signum() < 0 || xLeast.compareTo(yBound.plus(zBound)) <= 0) {
            throw new IllegalArgumentException("a division gate for x >= " + xLeast + ", |y| <= " + yBound + ", |z| <= " + zBound
                + ": x must exceed |y| + |z|; multiply x and the result by a scale");
        }
        if (xMost.compareTo(xLeast) < 0) {
            throw new IllegalArgumentException("a division gate for x from " + xLeast + " to " + xMost + ": give the smaller end first");
        }
    }

    /** tau_1 = x0 - Y - Z, the least argument of the first reciprocals. */
    public Rational innerThreshold() {
        return xLeast.minus(yBound).minus(zBound);
    }

    /** tau_2 = 2/(X + Y + Z), a lower bound of the sums of two reciprocals. */
    public Rational outerThreshold() {
        return Rational.TWO.over(xMost.plus(yBound).plus(zBound));
    }

    /** (x, y, z) -> y z / x. */
    public Network network(SignReluGates gates) {
        return network(gates, innerThreshold(), outerThreshold());
    }

    /** The gate with other thresholds of the reciprocals: exact where no argument is below its threshold. */
    public static Network network(SignReluGates gates, Rational inner, Rational outer) {
        return harmonic(gates, inner, outer).then(AffineMap.of(2, Row.of(List.of(HALF, HALF.negate()), Rational.ZERO)));
    }

    /** (x, y, z) -> (H_x(y - z), H_x(y + z)), with these thresholds of the reciprocals. */
    public static Network harmonic(SignReluGates gates, Rational inner, Rational outer) {
        var sums = AffineMap.of(4, row(1, 1, 0, 0), row(0, 0, 1, 1));
        return Network.affine(AffineMap.of(3, row(1, -1, 1), row(1, 1, -1), row(1, -1, -1), row(1, 1, 1)))
            .then(SignReluGates.copies(4, gates.reciprocal(inner))).then(sums).then(SignReluGates.copies(2, gates.reciprocal(outer)));
    }

    private static Row row(long... weights) {
        return Row.of(java.util.Arrays.stream(weights).mapToObj(Rational::of).toList(), Rational.ZERO);
    }

    /**
     * (x, y) -> y/x for least <= x <= most, |y| <= bound, where least > bound: the gate with z = c, divided by c. c is half of what is left of
     * {@code least}.
     */
    public static Network quotient(SignReluGates gates, Rational least, Rational most, Rational bound) {
        var c = least.minus(bound).times(HALF);
        var inputs = AffineMap.of(2, row(1, 0), row(0, 1), new Row(List.of(), c));
        return new DivisionGate(least, most, bound, c).on(inputs, gates, c.inverse());
    }

    /** (y, z) -> y z for |y| <= yBound, |z| <= zBound: the gate with x = c = Y + Z + 1, multiplied by c. */
    public static Network product(SignReluGates gates, Rational yBound, Rational zBound) {
        var c = yBound.plus(zBound).plus(Rational.ONE);
        var inputs = AffineMap.of(2, new Row(List.of(), c), row(1, 0), row(0, 1));
        return new DivisionGate(c, c, yBound, zBound).on(inputs, gates, c);
    }

    /** (x, y) -> y^2/x for least <= x <= most, |y| <= bound, where least > 2 bound. */
    public static Network squareOverLinear(SignReluGates gates, Rational least, Rational most, Rational bound) {
        var inputs = AffineMap.of(2, row(1, 0), row(0, 1), row(0, 1));
        return new DivisionGate(least, most, bound, bound).on(inputs, gates, Rational.ONE);
    }

    /** t -> t^2 for |t| <= bound, by two hidden layers of widths 2 and 1: c^2 - 2c H_c(t) with c = bound + 1. */
    public static Network square(SignReluGates gates, Rational bound) {
        SignReluGates.requirePositive("the bound of a square", bound);
        var c = bound.plus(Rational.ONE);
        var ends = AffineMap.of(1, Row.unit(0, Rational.ONE.negate(), c), Row.unit(0, Rational.ONE, c));
        // 1/(c - t) + 1/(c + t) = 2c/(c^2 - t^2) >= 2/c
        return Network.affine(ends).then(SignReluGates.copies(2, gates.reciprocal(c.minus(bound)))).then(AffineMap.of(2, row(1, 1)))
            .then(gates.reciprocal(Rational.TWO.over(c)))
            .then(AffineMap.of(1, Row.unit(0, c.times(Rational.TWO).negate(), c.times(c))));
    }

    private Network on(AffineMap inputs, SignReluGates gates, Rational factor) {
        return Network.affine(inputs).then(network(gates)).then(AffineMap.identity(1).scaled(factor));
    }
}
