package org.apodix.theorems.ratiosignrelu;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apodix.enclosure.Rational;

/**
 * A cell T of parameters theta = (s, beta) of {@link Variation}, at the point x: the line l = x_1 + s . x' - beta, and the remainder R_T = ReLU(l) minus its multilinear
 * interpolant in theta.
 *
 * @param s      the lower corner
 * @param sideS  side in every direction of s
 * @param beta   lower end
 * @param side   side in beta
 * @param slope  of the density a = 1 + slope beta, at least 0
 * @param number of the cell, which chooses its sample
 * @param corners l at all corners; bit k of the index is the weight in direction k, beta last
 */
record VariationCell(List<Rational> x, List<Rational> s, Rational sideS, Rational beta, Rational side, Rational slope, long number, List<Rational> corners) {

    static VariationCell of(List<Rational> x, List<Rational> s, Rational sideS, Rational beta, Rational side, Rational slope, long number) {
        var cell = new VariationCell(x, s, sideS, beta, side, slope, number, List.of());
        return new VariationCell(x, s, sideS, beta, side, slope, number, cell.lines());
    }

    private int dimension() {
        return x.size();
    }

    private Rational density(Rational at) {
        return Rational.ONE.plus(slope.times(at));
    }

    private Rational volume() {
        return sideS.pow(dimension() - 1).times(side);
    }

    /** l at the corner plus side times weights, beta's weight last. */
    private Rational line(List<Rational> weights) {
        var sum = x.get(0);
        int d = dimension();
        for (int axis = 1; axis < d; axis++) {
            sum = sum.plus(s.get(axis - 1).plus(sideS.times(weights.get(axis - 1))).times(x.get(axis)));
        }
        return sum.minus(beta).minus(side.times(weights.get(d - 1)));
    }

    private List<Rational> lines() {
        var values = new ArrayList<Rational>();
        for (int bits = 0; bits < 1 << dimension(); bits++) {
            var weights = new ArrayList<Rational>();
            for (int axis = 0; axis < dimension(); axis++) {
                weights.add(Rational.of(bits >> axis & 1));
            }
            values.add(line(weights));
        }
        return values;
    }

    private static Rational relu(Rational t) {
        return t.max(Rational.ZERO);
    }

    boolean isCut() {
        return corners.stream().anyMatch(l -> l.signum() > 0) && corners.stream().anyMatch(l -> l.signum() < 0);
    }

    /** b_T = |T| sup a p q/(p + q), for a cut cell. */
    Rational bound() {
        var q = corners.stream().reduce(Rational::max).orElseThrow();
        var p = corners.stream().reduce(Rational::min).orElseThrow().negate();
        return volume().times(density(beta.plus(side))).times(p.times(q).over(p.plus(q)));
    }

    /** What samples at odd multiples of 2^-65 of the sides, in place of uniform ones, move the mean of |T| a R_T at most: 3 |T| sup a (p + q) 2^-64 (ratio-signrelu 5.F). */
    Rational gridBias() {
        var q = corners.stream().reduce(Rational::max).orElseThrow();
        var p = corners.stream().reduce(Rational::min).orElseThrow().negate();
        return Rational.of(3).times(volume()).times(density(beta.plus(side))).times(p.plus(q)).times(Rational.TWO.pow(-64));
    }

    /** |T| a R_T at the corner plus side times weights in [0, 1]^d. */
    private Rational remainder(List<Rational> weights) {
        int d = dimension();
        var interpolated = Rational.ZERO;
        for (int bits = 0; bits < corners.size(); bits++) {
            if (corners.get(bits).signum() > 0) {
                var weight = corners.get(bits);
                for (int axis = 0; axis < d; axis++) {
                    weight = weight.times((bits >> axis & 1) == 1 ? weights.get(axis) : Rational.ONE.minus(weights.get(axis)));
                }
                interpolated = interpolated.plus(weight);
            }
        }
        var a = density(beta.plus(side.times(weights.get(d - 1))));
        return relu(line(weights)).minus(interpolated).times(a).times(volume());
    }

    /** The values of |T| a R_T at the midpoints of 4^d parts. */
    List<Rational> grid() {
        int d = dimension();
        var values = new ArrayList<Rational>();
        for (int k = 0; k < 1 << 2 * d; k++) {
            var weights = new ArrayList<Rational>();
            for (int axis = 0; axis < d; axis++) {
                weights.add(Rational.of(2L * (k >> 2 * axis & 3) + 1, 8));
            }
            values.add(remainder(weights));
        }
        return values;
    }

    /** |T| a R_T at the sample of this cell. */
    Rational sampled() {
        var weights = new ArrayList<Rational>();
        for (int axis = 0; axis < dimension(); axis++) {
            weights.add(hash(number * 3L + axis));
        }
        return remainder(weights);
    }

    /** (k + 1/2) 2^-64 for a k that looks random. */
    private static Rational hash(long number) {
        long z = (number + 1) * 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        z ^= z >>> 31;
        var k = new BigInteger(Long.toUnsignedString(z));
        return Rational.of(k.shiftLeft(1).add(BigInteger.ONE)).over(Rational.TWO.pow(65));
    }

    /** int_T a R_T, exactly: the integral of a ReLU(l) minus that of its interpolant. */
    Rational integral() {
        return ridgeIntegral().minus(interpolatedIntegral());
    }

    /**
     * int_T a ReLU(l). For a fixed s and c = x_1 + s . x', the integral over beta from b to infinity is a(b) u^2/2! + slope u^3/3!, u = ReLU(c - b); the cell is a difference of
     * two. In a direction s_k with x_k = 0 nothing depends on s_k; in the others integration raises the powers and divides by x_k.
     */
    private Rational ridgeIntegral() {
        var total = Rational.ZERO;
        int d = dimension();
        for (int bits = 0; bits < 1 << d; bits++) {
            var c = x.get(0);
            var factor = Rational.ONE;
            int raised = 0;
            for (int axis = 1; axis < d; axis++) {
                boolean upper = (bits >> axis - 1 & 1) == 1;
                var xk = x.get(axis);
                if (xk.isZero()) {
                    factor = upper ? factor.times(sideS) : Rational.ZERO;
                } else {
                    c = c.plus(s.get(axis - 1).plus(upper ? sideS : Rational.ZERO).times(xk));
                    factor = (upper ? factor : factor.negate()).over(xk);
                    raised++;
                }
            }
            boolean upper = (bits >> d - 1 & 1) == 1;
            var b = upper ? beta.plus(side) : beta;
            var u = relu(c.minus(b));
            var value = density(b).times(u.pow(2 + raised)).over(Mixture.factorial(2 + raised))
                .plus(slope.times(u.pow(3 + raised)).over(Mixture.factorial(3 + raised)));
            total = total.plus((upper ? value.negate() : value).times(factor));
        }
        return total;
    }

    /** The sum over the corners of A_Tk ReLU(l): half of the side for every direction of s, and in beta the integral of a times a linear weight. */
    private Rational interpolatedIntegral() {
        int d = dimension();
        var half = sideS.over(Rational.TWO).pow(d - 1);
        var mean = density(beta).times(side).over(Rational.TWO);
        var lower = mean.plus(slope.times(side.pow(2)).over(Rational.of(6)));
        var upper = mean.plus(slope.times(side.pow(2)).over(Rational.of(3)));
        var sum = Rational.ZERO;
        for (int bits = 0; bits < corners.size(); bits++) {
            sum = sum.plus(relu(corners.get(bits)).times((bits >> d - 1 & 1) == 1 ? upper : lower));
        }
        return sum.times(half);
    }
}
