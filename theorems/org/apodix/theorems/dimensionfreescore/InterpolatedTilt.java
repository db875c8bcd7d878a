package org.apodix.theorems.dimensionfreescore;

import java.util.List;
import java.util.stream.IntStream;
import org.apodix.enclosure.DyadicArithmetic;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Tape;
import org.apodix.expression.Variable;
import org.apodix.network.Figures;
import org.apodix.network.Row;
import org.apodix.proof.Domain;

/**
 * A tilt COS or MIX and the ReLU network phi that takes its place (R7): the interpolant at equally spaced knots on [-R, R], its values rounded to multiples of 2^-bits. Beyond the knots phi is constant
 * for COS and has the slopes -m and m for MIX, whose knots are moved by -b/m, rounded to 20 bits, next to the middle of the tilt.
 *
 * @param theta direction of d entries and norm 1
 * @param x     theta . x of the point at which posterior means are compared
 */
record InterpolatedTilt(RidgeTilt tilt, List<Rational> theta, Rational reach, int pieces, int bits, Rational x) {

    private static final Variable Z = new Variable("z");
    private static final int SHIFT_BITS = 20;
    private static final int MOST_PRECISION = 1 << 9;
    /** Bits of the mean of the squared shift. */
    private static final int COMPARED = 24;

    InterpolatedTilt {
        if (tilt.profile() instanceof PiecewiseLinear || tilt.profile() instanceof LinearProfile || tilt.profile().isConstant()) {
            throw new IllegalArgumentException("an interpolant of " + tilt.profile() + ": give a cosine other than 0 or two modes");
        }
        if (reach.signum() <= 0 || pieces < 1) {
            throw new IllegalArgumentException("an interpolant of " + pieces + " pieces on [-" + reach + ", " + reach + "]: give a positive range and at least one piece");
        }
        theta = List.copyOf(theta);
    }

    boolean isCosine() {
        return tilt.profile() instanceof Cosine;
    }

    /** H. */
    Rational step() {
        return reach.times(Rational.of(2, pieces));
    }

    /** The middle of the knots. */
    Rational middle() {
        if (!(tilt.profile() instanceof TwoModes modes) || modes.p().equals(Rational.of(1, 2))) {
            return Rational.ZERO;
        }
        return nearest(modes.offset().over(Expr.of(modes.m())).negate(), SHIFT_BITS);
    }

    /** phi. */
    PiecewiseLinear interpolant() {
        var knots = IntStream.rangeClosed(0, pieces).mapToObj(j -> middle().minus(reach).plus(step().times(Rational.of(j)))).toList();
        var values = knots.stream().map(knot -> nearest(tilt.profile().value(Expr.of(knot)), bits)).toList();
        var end = isCosine() ? Rational.ZERO : tilt.profile().lipschitz();
        return new PiecewiseLinear(knots, values, end.negate(), end);
    }

    /**
     * floor(2^bits y + 1/2)/2^bits, by as many bits as that takes. Where y is in the middle of two such numbers, or so close to it that {@link #MOST_PRECISION}
     * bits do not tell, the upper one: off by less than 2^-bits in any case, which is all that is used.
     */
    private static Rational nearest(Expr y, int bits) {
        var scale = Rational.TWO.pow(bits);
        for (int precision = bits + 64;; precision *= 2) {
            var set = Tape.of(List.of(y)).evaluate(new DyadicArithmetic(precision)).get(0);
            var high = set.upper().toRational().times(scale).plus(Rational.of(1, 2)).floor();
            if (precision > MOST_PRECISION || set.lower().toRational().times(scale).plus(Rational.of(1, 2)).floor().equals(high)) {
                return Rational.of(high).over(scale);
            }
        }
    }

    /** 2^-bits. */
    Rational rounding() {
        return Rational.TWO.pow(-bits);
    }

    /** COS: the bound |c| omega^2 H^2/8 + 2^-bits of |phi - h| on the knots' range. MIX: 2 delta, the bound of the oscillation of phi - h on the whole line. */
    Expr error() {
        if (tilt.profile() instanceof Cosine cosine) {
            return Expr.of(cosine.c().abs().times(cosine.omega().times(step()).pow(2)).over(Rational.of(8)).plus(rounding()));
        }
        return chord().plus(Expr.of(rounding()));
    }

    /** max(m^2 H^2/8, log(1 + e^{-2mR})), R less the rounding of the middle. */
    private Expr chord() {
        var m = tilt.profile().lipschitz();
        var inner = Expr.of(m.times(step()).pow(2).over(Rational.of(8)));
        var certain = reach.minus(middle().isZero() ? Rational.ZERO : Rational.TWO.pow(-SHIFT_BITS));
        return inner.max(Expr.of(m.times(certain).times(Rational.of(-2))).exp().log1p());
    }

    /** (phi - h)(z). */
    Expr difference() {
        return interpolant().value(Z).minus(tilt.profile().value(Z));
    }

    /** The range of the knots, and one unit more on either side for MIX. */
    Domain domain() {
        var more = isCosine() ? Rational.ZERO : Rational.ONE;
        return Domain.interval(Z, middle().minus(reach).minus(more), middle().plus(reach).plus(more));
    }

    /** |r_phi - r_f| at x. */
    Expr shift() {
        return interpolant().at(tilt.time(), Expr.of(x)).mean().minus(tilt.at(Expr.of(x)).mean()).abs();
    }

    /** lambda_max(Cov U)^{1/2} at x: along theta the posterior variance, 1 across. */
    Expr deviation() {
        return tilt.at(Expr.of(x)).posteriorVariance().max(Expr.ONE).sqrt();
    }

    /**
     * int |r_phi - r_f|^2 p_t by the strip of {@link LineSum} for the larger Lipschitz constant: |r| <= 2(1 + kappa + theta) <= 2(2 + kappa) for both, and |F phi| <= e F phi, so that N = 16 e (2 + kappa)^2.
     */
    Expr meanShift() {
        var phi = interpolant();
        var kappa = tilt.time().noise().times(Expr.of(phi.lipschitz().max(tilt.profile().lipschitz())));
        var height = tilt.time().noise().over(Expr.ONE.plus(kappa)).over(tilt.time().signal()).min(Expr.ONE);
        var bound = Expr.ONE.exp().times(16).times(Expr.TWO.plus(kappa).square());
        var moments = phi.at(tilt.time(), LineSum.X);
        return new LineSum(tilt, COMPARED, bound, height).average(m -> moments.mean().minus(m.mean()).square(), kappa.times(2).square(), bound);
    }

    /** e^{Delta + 2 Delta'}((e^delta - 1)^2 + (e^{Delta'} - 1)^2 P(A^c)) for COS, Delta = 2|c|, Delta' = Delta + 2^-bits, P(A^c) <= 2 e^{2|c|} Phi(-R). */
    Expr meanBound() {
        var osc = tilt.profile().oscillation();
        var most = osc.plus(Expr.of(rounding()));
        var outside = osc.exp().times(2).times(Expr.of(reach).normalTail());
        return osc.plus(most.times(2)).exp().times(error().expm1().square().plus(most.expm1().square().times(outside)));
    }

    /** The path norm of phi as a network of d inputs, counted; for COS. */
    Rational path() {
        var phi = interpolant();
        var network = new org.apodix.network.PiecewiseLinear(phi.knots(), phi.values(), phi.first(), phi.last()).ridge(Row.of(theta, Rational.ZERO), theta.size());
        return Figures.of(network).pathNorms().get(0);
    }

    /** (2R|c| omega^2 + 2|c| omega + 2^{2 - bits} R/H^2)(|theta|_1 + R) + |c| + 2^-bits. */
    Rational pathBound() {
        var cosine = (Cosine) tilt.profile();
        var c = cosine.c().abs();
        var sum = theta.stream().map(Rational::abs).reduce(Rational.ZERO, Rational::plus);
        var slopes = reach.times(c).times(cosine.omega().pow(2)).plus(c.times(cosine.omega())).times(Rational.TWO);
        var rounded = rounding().times(Rational.of(4)).times(reach).over(step().pow(2));
        return slopes.plus(rounded).times(sum.plus(reach)).plus(c).plus(rounding());
    }
}
