package org.apodix.theorems.ratiosignrelu;

import java.util.ArrayList;
import java.util.List;
import org.apodix.audit.Draw;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/**
 * The function f(x) = integral of ReLU(x_1 + s . x' - beta) over s in [-1, 1]^{d-1}, beta in [-d, d], x in [-1, 1]^d, and its approximations on mu^d equal
 * cells: the model of the family {@code variation} (ratio-signrelu R12, family 5.F with density 1).
 *
 * @param parts mu
 * @param x     a point of [-1, 1]^d, d = 2 or 3
 */
record Variation(int parts, List<Rational> x) {

    /** A cell by its lower corner, s_1, ..., s_{d-1}, beta, at the point x. */
    private record Cell(List<Rational> lower, int number) { }

    int dimension() {
        return x.size();
    }

    private Rational sideS() {
        return Rational.of(2, parts);
    }

    private Rational sideBeta() {
        return Rational.of(2L * dimension(), parts);
    }

    private Rational side(int axis) {
        return axis == dimension() - 1 ? sideBeta() : sideS();
    }

    /** |T|. */
    Rational volume() {
        return sideS().pow(dimension() - 1).times(sideBeta());
    }

    /** The sum of the squares of x_2, ..., x_d. */
    private Rational rest() {
        return x.stream().skip(1).map(value -> value.pow(2)).reduce(Rational.ZERO, Rational::plus);
    }

    /** f in closed form: 2^{d-2} ((x_1 + d)^2 + |x'|^2/3). */
    Rational value() {
        var d = Rational.of(dimension());
        return Rational.TWO.pow(dimension() - 2).times(x.get(0).plus(d).pow(2).plus(rest().over(Rational.of(3))));
    }

    private List<Cell> cells() {
        var cells = new ArrayList<Cell>();
        int d = dimension();
        int count = 1;
        for (int i = 0; i < d; i++) {
            count *= parts;
        }
        for (int number = 0; number < count; number++) {
            var lower = new ArrayList<Rational>();
            int rest = number;
            for (int axis = 0; axis < d; axis++) {
                var start = Rational.of(axis == d - 1 ? -d : -1);
                lower.add(start.plus(side(axis).times(Rational.of(rest % parts))));
                rest /= parts;
            }
            cells.add(new Cell(lower, number));
        }
        return cells;
    }

    /** The affine function x_1 + s . x' - beta at the corner plus side times weights. */
    private Rational line(Cell cell, List<Rational> weights) {
        var sum = x.get(0);
        int d = dimension();
        for (int axis = 0; axis < d; axis++) {
            var coordinate = cell.lower.get(axis).plus(side(axis).times(weights.get(axis)));
            sum = axis == d - 1 ? sum.minus(coordinate) : sum.plus(coordinate.times(x.get(axis + 1)));
        }
        return sum;
    }

    private List<Rational> corner(int bits) {
        var weights = new ArrayList<Rational>();
        for (int axis = 0; axis < dimension(); axis++) {
            weights.add(Rational.of(bits >> axis & 1));
        }
        return weights;
    }

    private static Rational relu(Rational t) {
        return t.max(Rational.ZERO);
    }

    /** The values of the affine function at all corners. */
    private List<Rational> corners(Cell cell) {
        var values = new ArrayList<Rational>();
        for (int bits = 0; bits < 1 << dimension(); bits++) {
            values.add(line(cell, corner(bits)));
        }
        return values;
    }

    /** The multilinear interpolant: the sum of |T| times the mean of the corner values. */
    Rational interpolant() {
        var sum = Rational.ZERO;
        for (var cell : cells()) {
            for (var value : corners(cell)) {
                sum = sum.plus(relu(value));
            }
        }
        return sum.times(volume()).over(Rational.of(1L << dimension()));
    }

    /** |T| (ReLU at a point of the cell minus its multilinear interpolant), weights in [0, 1]^d. */
    private Rational remainder(Cell cell, List<Rational> corners, List<Rational> weights) {
        var interpolated = Rational.ZERO;
        for (int bits = 0; bits < corners.size(); bits++) {
            var weight = Rational.ONE;
            for (int axis = 0; axis < dimension(); axis++) {
                weight = weight.times((bits >> axis & 1) == 1 ? weights.get(axis) : Rational.ONE.minus(weights.get(axis)));
            }
            interpolated = interpolated.plus(weight.times(relu(corners.get(bits))));
        }
        return relu(line(cell, weights)).minus(interpolated).times(volume());
    }

    /** b_T = |T| p q/(p + q) of the cut cells, in order. */
    List<Rational> cutBounds() {
        var bounds = new ArrayList<Rational>();
        for (var cell : cells()) {
            var corners = corners(cell);
            var q = corners.stream().reduce(Rational::max).orElseThrow();
            var p = corners.stream().reduce(Rational::min).orElseThrow().negate();
            if (p.signum() > 0 && q.signum() > 0) {
                bounds.add(volume().times(p.times(q).over(p.plus(q))));
            }
        }
        return bounds;
    }

    Rational sum() {
        return cutBounds().stream().reduce(Rational.ZERO, Rational::plus);
    }

    Rational squares() {
        return cutBounds().stream().map(b -> b.pow(2)).reduce(Rational.ZERO, Rational::plus);
    }

    /** The network of one draw: one sample per cell, at a multiple of 2^-64 that a hash of the cell's number chooses. */
    Rational sampled() {
        var sum = interpolant();
        for (var cell : cells()) {
            var weights = new ArrayList<Rational>();
            for (int axis = 0; axis < dimension(); axis++) {
                weights.add(hash(cell.number * 3L + axis));
            }
            sum = sum.plus(remainder(cell, corners(cell), weights));
        }
        return sum;
    }

    /** (k + 1/2) 2^-64 for a k that looks random. */
    private static Rational hash(long number) {
        long z = (number + 1) * 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        z ^= z >>> 31;
        var k = new java.math.BigInteger(Long.toUnsignedString(z));
        return Rational.of(k.shiftLeft(1).add(java.math.BigInteger.ONE)).over(Rational.TWO.pow(65));
    }

    /** The variance of the sum of the remainders, each sample uniform on the midpoints of 4^d parts of its cell. */
    Rational gridVariance() {
        int d = dimension();
        int count = 1 << 2 * d;
        var sum = Rational.ZERO;
        for (var cell : cells()) {
            var corners = corners(cell);
            if (corners.stream().allMatch(value -> value.signum() >= 0) || corners.stream().allMatch(value -> value.signum() <= 0)) {
                continue; // the remainder is 0
            }
            var mean = Rational.ZERO;
            var square = Rational.ZERO;
            for (int k = 0; k < count; k++) {
                var weights = new ArrayList<Rational>();
                for (int axis = 0; axis < d; axis++) {
                    weights.add(Rational.of(2L * (k >> 2 * axis & 3) + 1, 8));
                }
                var value = remainder(cell, corners, weights);
                mean = mean.plus(value);
                square = square.plus(value.pow(2));
            }
            var n = Rational.of(count);
            sum = sum.plus(square.over(n).minus(mean.over(n).pow(2)));
        }
        return sum;
    }

    /** n = (mu + 1)^d + mu^d. */
    Rational units() {
        return Rational.of(parts + 1L).pow(dimension()).plus(Rational.of(parts).pow(dimension()));
    }

    /** Lambda = d (2d - 1) 2^{d-1}. */
    Rational lambda() {
        int d = dimension();
        return Rational.of((long) d * (2L * d - 1) << d - 1);
    }

    /** C n^{-1/2 - 3/(2d)} = Lambda sqrt(1/2) ((2^d + 1)/n)^{1/2 + 3/(2d)}: the exponent is 5/4 or 1. */
    Expr rate() {
        var ratio = Expr.of(Rational.of((1L << dimension()) + 1).over(units()));
        var power = dimension() == 2 ? ratio.times(ratio.sqrt().sqrt()) : ratio;
        return Expr.of(lambda()).times(Expr.HALF.sqrt()).times(power);
    }

    static Variation draw(Draw draw) {
        int dimension = draw.of(2, 3);
        int parts = dimension == 2 ? draw.integer(1, 8) : draw.integer(1, 3);
        return new Variation(parts, List.copyOf(draw.list(dimension, x -> Simple.within(x, Rational.ONE))));
    }
}
