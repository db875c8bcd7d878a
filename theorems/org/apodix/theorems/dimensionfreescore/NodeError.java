package org.apodix.theorems.dimensionfreescore;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.IndexedSum;
import org.apodix.expression.Integral;

/**
 * The error of the estimators with given nodes, D^2 = int |R^ - r|^2 p_t and int |R'^ - r'|^2 p_t: integrals over the line in any dimension, as only theta . u_i and the
 * scalar products of the nodes enter (R10(a)).
 *
 * <p><b>Strips of {@link #compared}</b>, with b_j = max |u_ij| and b = max |theta . u_i|.
 * COS, k = asinh(pi/(3|c|))/(omega a), at most 3: in |Im x| <= k the weights have |arg w| <= |c| sinh(omega a k) <= pi/3 and |w| <= B = e^{|c| cosh(omega a k)}, so that a sum of weights is at
 * least half of the sum of their sizes: |R^_j| <= 2 b_j, |theta . R^| <= 2b, |r| <= 2 E|uw|/E|w| <= 2 B^2, and |h'| <= S = |c| omega cosh(omega a k), so |R'^|, |r'| <= 2S. With |F phi| <= B e^{k^2/2} phi,
 * N = (4 sum b_j^2 + 8 b B^2 + 4 B^4) B e^{k^2/2}/Z and 16 S^2 B e^{k^2/2}/Z.
 * MIX, k = pi/(3am), at most 3: likewise |arg| <= pi/3 for both terms of a weight, |tanh z|^2 <= 3, |p_t(x + i eta)| <= e^{k^2/2} p_t(x):
 * N = (4 sum b_j^2 + 4 sqrt(3) sigma m b + 3 sigma^2 m^2) e^{k^2/2} and (2 + sqrt(3))^2 m^2 e^{k^2/2}.
 */
final class NodeError {

    /** Bits of the sums that claims compare. */
    private static final int COMPARED = 24;
    private static final int EQUAL = 112;
    /** Where the integrals of a piecewise linear tilt are cut: Phi(-16) < 2^-187. */
    private static final Rational CUT = Rational.of(16);
    /** What claims compare of a piecewise linear tilt: cells of this width up to this cut. */
    private static final Rational CELL = Rational.of(1, 32);
    private static final int CUT_CELLS = 6 * 32;
    /** phi grows beyond. */
    private static final Expr MOST_STRIP = Expr.of(3);

    private final SeededNodes nodes;
    private final RidgeTilt tilt;
    private final boolean gradient;
    private Expr compared;

    NodeError(SeededNodes nodes, boolean gradient) {
        this.nodes = nodes;
        this.tilt = nodes.tilt();
        this.gradient = gradient;
    }

    private Expr error(NodeWeights weights, Moments moments) {
        return gradient ? weights.gradientError(moments.slope()) : weights.steinError(moments.mean());
    }

    private Expr most() {
        return gradient ? nodes.mostGradient() : nodes.mostStein();
    }

    /** The integral, its strip derived; for a piecewise linear tilt between kinks, and for a constant one the exact number. */
    Expr value() {
        if (tilt.profile().isConstant()) {
            return flat();
        }
        if (tilt.profile() instanceof PiecewiseLinear linear) {
            return pieces(linear, CUT);
        }
        var size = gradient ? new Size(Rational.of(4).times(Rational.ONE.plus(tilt.profile().lipschitz()).pow(2)), 2, 1, 1, false)
            : new Size(nodes.mostSquare().plus(nodes.mostAlong().times(Rational.TWO)).plus(Rational.ONE), 2, 1, 1, false);
        return tilt.average(m -> error(NodeWeights.smooth(nodes, RidgeTilt.X), m), most(), size);
    }

    /** The sum that claims compare, some 24 bits of it. */
    synchronized Expr compared() {
        if (compared == null) {
            compared = tilt.profile().isConstant() ? flat() : tilt.profile() instanceof PiecewiseLinear linear ? cells(linear) : line(COMPARED);
        }
        return compared;
    }

    /** The weights do not depend on x, and r and all slopes are 0. */
    private Expr flat() {
        return gradient ? Expr.ZERO : nodes.at(Rational.ZERO).steinError(Expr.ZERO);
    }

    /** The same with {@value #EQUAL} bits, of which an equality is stated; not for a piecewise linear tilt. */
    Expr equal() {
        return tilt.profile().isConstant() ? flat() : line(EQUAL);
    }

    private Expr line(int bits) {
        var strip = strip();
        var bound = bound(strip);
        return new LineSum(tilt, bits, bound, strip).average(m -> error(NodeWeights.smooth(nodes, LineSum.X), m), most(), bound);
    }

    /** A number k > 0, at most 1, of the strip. */
    private Expr strip() {
        if (tilt.profile() instanceof TwoModes modes) {
            return Expr.PI.over(Expr.of(modes.tailFrom(tilt.time()).times(Rational.of(3)))).min(MOST_STRIP);
        }
        var cosine = (Cosine) tilt.profile();
        var angle = Expr.PI.over(Expr.of(cosine.c().abs().times(Rational.of(3))));
        var asinh = angle.plus(angle.square().plus(Expr.ONE).sqrt()).log();
        return asinh.over(Expr.of(cosine.omega().times(tilt.time().a()))).min(MOST_STRIP);
    }

    private Expr bound(Expr k) {
        var box = Expr.of(nodes.boxSquare().times(Rational.of(4)));
        var along = Expr.of(nodes.mostAlong());
        var gauss = k.square().over(2).exp();
        if (tilt.profile() instanceof TwoModes modes) {
            var root = Expr.of(3).sqrt();
            var m = Expr.of(modes.m());
            var kappa = m.times(tilt.time().noise());
            var stein = box.plus(root.times(kappa).times(along).times(4)).plus(kappa.square().times(3));
            return gauss.times(gradient ? Expr.TWO.plus(root).times(m).square() : stein);
        }
        var cosine = (Cosine) tilt.profile();
        var up = k.times(Expr.of(cosine.omega().times(tilt.time().a()))).exp();
        var cosh = up.plus(Expr.ONE.over(up)).over(2);
        var b = Expr.of(cosine.c().abs()).times(cosh).exp();
        var slope = Expr.of(cosine.lipschitz()).times(cosh);
        var stein = box.plus(along.times(8).times(b.square())).plus(b.pow(4).times(4));
        return (gradient ? slope.square().times(16) : stein).times(b).times(gauss).over(tilt.normalizer());
    }

    /** Between the kinks, where every node is on one piece, by Gauss-Legendre quadrature; beyond the cut the density is at most e^{sup h} phi/Z. */
    private Expr pieces(PiecewiseLinear linear, Rational cut) {
        var time = tilt.time();
        var ends = new TreeSet<Rational>(List.of(cut.negate(), cut));
        for (var along : nodes.along()) {
            for (var knot : linear.knots()) {
                var kink = knot.minus(time.exactNoise().times(along)).over(time.a());
                if (kink.abs().compareTo(cut) < 0) {
                    ends.add(kink);
                }
            }
        }
        var x = RidgeTilt.X;
        var moments = linear.at(time, x);
        var terms = new ArrayList<Expr>();
        Rational from = null;
        for (var to : ends) {
            if (from != null) {
                var body = error(NodeWeights.piece(nodes, x, from.plus(to).over(Rational.TWO)), moments).times(moments.density()).times(Gauss.density(x));
                terms.add(Integral.of(body, x, Expr.of(from), Expr.of(to)));
            }
            from = to;
        }
        var left = most().times(linear.tail(time, Expr.of(cut)));
        terms.add(Expr.between(Rational.ZERO, Rational.ONE).times(left));
        return Expr.sum(terms).over(tilt.normalizer());
    }

    /**
     * By cells: the integral over [-L, L] is the mean over rho in [-h/2, h/2] of 2L times the mean of the integrand at the points of a grid of step h moved by rho; one enclosure for all rho
     * is right to first order in h. For the Stein estimator alone: slopes jump at kinks.
     */
    private Expr cells(PiecewiseLinear linear) {
        if (gradient) {
            throw new IllegalStateException("the gradient estimator of a piecewise linear tilt by cells: its slopes jump");
        }
        var half = CELL.over(Rational.TWO);
        var moved = LineSum.X.plus(Expr.between(half.negate(), half));
        var moments = linear.at(tilt.time(), moved);
        var body = error(NodeWeights.smooth(nodes, moved), moments).times(moments.density()).times(Gauss.density(moved));
        var rows = new ArrayList<List<Rational>>();
        for (int n = -CUT_CELLS; n < CUT_CELLS; n++) {
            rows.add(List.of(CELL.times(Rational.of(2L * n + 1, 2))));
        }
        var left = most().times(linear.tail(tilt.time(), Expr.of(CELL.times(Rational.of(CUT_CELLS)))));
        return IndexedSum.of(body, List.of(LineSum.X), rows).times(Expr.of(CELL)).plus(Expr.between(Rational.ZERO, Rational.ONE).times(left)).over(tilt.normalizer());
    }

    /** int r p_t = sigma theta . E X_0, which one node's error needs: E z under e^h phi/Z. */
    static Expr meanAlong(RidgeTilt tilt) {
        return tilt.profile().at(ForwardTime.NOISE, Expr.ZERO).weighted(1, 1).times(tilt.time().noise());
    }
}
