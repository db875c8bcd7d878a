package org.apodix.theorems.fisherkl;

import java.util.ArrayList;
import java.util.List;
import org.apodix.diffusion.Mixture;
import org.apodix.diffusion.NoiseLevel;
import org.apodix.diffusion.Scheme;
import org.apodix.enclosure.Dyadic;
import org.apodix.enclosure.Rational;
import org.apodix.enclosure.Rounding;
import org.apodix.expression.Expr;

/**
 * KL(mu | law X_0) for a mixture on the line and exact scores, in a bracket (R13(e), section 6.4 of fisher-kl).
 *
 * <p>g(y) = log Q_0(y) + y^2/2s^2 is the logarithm of a Laplace transform ({@link OutputDensity}), hence <b>convex</b>. Between two nodes it is at most its
 * chord and at least the chord next to it on either side, continued; each half of a cell takes the one of its side. Beyond the last node it is at least
 * the last chord, and at most -log(2 pi s^2)/2 + y^2/2s^2 because Q_0 is a mixture of Gaussian densities of variance s^2. So int g dmu lies between two sums
 * over nodes whose coefficients are masses and first moments of mu on half cells, and
 * KL = int log(mu) dmu + E y^2/2s^2 - int g dmu with int log(mu) dmu = H_0 - E y^2/2 - log(2 pi)/2.
 */
final class ExactTruth {

    /** Widths of the cells and errors of the density: brackets of about 10^-2 for the claims, 10^-3 for drawings, and 10^-4 for what is printed. */
    enum Accuracy {
        COARSE(Rational.of(1, 8), 4, 13), MIDDLE(Rational.of(1, 32), 4, 13), FINE(Rational.of(1, 64), 5, 18);

        private final Rational cell;
        /** Standard deviations of a component from the outermost center to the last node. */
        private final long reach;
        private final Rational error;

        Accuracy(Rational cell, long reach, int errorDigits) {
            this.cell = cell;
            this.reach = reach;
            this.error = Rational.of(10).pow(-errorDigits);
        }
    }

    private static final int BITS = 8;

    private final Mixture law;
    private final Rational q;
    private final Rational cell;
    private final int count;
    private final OutputDensity density;
    private final Expr deviation;

    /** int mu and int y mu from -infinity to a point. */
    private record Moments(Expr mass, Expr first) { }

    ExactTruth(Mixture law, Rational q, int steps, Scheme scheme, Accuracy accuracy) {
        this.law = law;
        this.q = q;
        this.cell = accuracy.cell;
        this.density = new OutputDensity(law, q, steps, scheme, accuracy.error);
        this.deviation = Expr.of(law.componentVariance()).sqrt();
        var root = Dyadic.sqrt(Dyadic.of(law.componentVariance(), BITS, Rounding.UP), BITS, Rounding.UP).toRational();
        var end = law.centers().stream().map(Rational::abs).reduce(Rational::max).orElseThrow().plus(root.times(Rational.of(accuracy.reach)));
        this.count = end.over(cell).floor().intValueExact() + 1;
    }

    /** Multiplications of an evaluation, about; {@link Long#MAX_VALUE} where no grid is good enough. */
    static long work(Mixture law, Rational q, int steps) {
        long most = 0;
        for (var scheme : Scheme.values()) {
            var fine = new ExactTruth(law, q, steps, scheme, Accuracy.FINE);
            long nodes = fine.density.nodes();
            most = Math.max(most, fine.density.meets(Accuracy.FINE.error) ? nodes * ((steps - 1) * nodes + 2L * fine.count) : Long.MAX_VALUE);
        }
        return most;
    }

    private Moments upTo(Rational y) {
        var masses = new ArrayList<Expr>();
        var firsts = new ArrayList<Expr>();
        for (int i = 0; i < law.centers().size(); i++) {
            var c = Expr.of(law.centers().get(i));
            var w = Expr.of(law.weights().get(i));
            var z = Expr.of(y.minus(law.centers().get(i))).over(deviation);
            var mass = z.normalCdf();
            masses.add(w.times(mass));
            firsts.add(w.times(c.times(mass).minus(deviation.times(gauss(z)))));
        }
        return new Moments(Expr.sum(masses), Expr.sum(firsts));
    }

    private static Expr gauss(Expr z) {
        return z.square().over(-2).exp().over(Expr.PI.times(2).sqrt());
    }

    private Rational node(int k) {
        return cell.times(Rational.of(k));
    }

    /** The divergence as a set that contains it. */
    Expr divergence() {
        var g = density.logLaplace(cell, count);
        var lower = new ArrayList<Expr>();
        var upper = new ArrayList<Expr>();
        var from = upTo(node(-count));
        outside(g, from, lower, upper);
        for (int k = -count; k < count; k++) {
            var middle = upTo(node(k).plus(cell.over(Rational.TWO)));
            var to = upTo(node(k + 1));
            addCell(g, k, from, middle, to, lower, upper);
            from = to;
        }
        var least = Expr.sum(lower);
        var integral = least.plus(Expr.between(Rational.ZERO, Rational.ONE).times(Expr.sum(upper).minus(least)));
        var s2 = Expr.of(Rational.ONE.minus(q.pow(2)));
        var self = law.entropy(NoiseLevel.NONE).minus(law.secondMoment().over(2)).minus(Expr.PI.times(2).log().over(2));
        return self.plus(law.secondMoment().over(s2.times(2))).minus(integral).max(Expr.ZERO); // no divergence is negative
    }

    private void addCell(List<Expr> g, int k, Moments from, Moments middle, Moments to, List<Expr> lower, List<Expr> upper) {
        var left = g.get(k + count);
        var right = g.get(k + 1 + count);
        // int (y - y_k)/W dmu over the cell, and over its halves the distances from the nearer node
        var rise = to.first.minus(from.first).minus(Expr.of(node(k)).times(to.mass.minus(from.mass))).over(Expr.of(cell));
        var nearLeft = middle.first.minus(from.first).minus(Expr.of(node(k)).times(middle.mass.minus(from.mass))).over(Expr.of(cell));
        var nearRight = Expr.of(node(k + 1)).times(to.mass.minus(middle.mass)).minus(to.first.minus(middle.first)).over(Expr.of(cell));
        upper.add(left.times(to.mass.minus(from.mass).minus(rise)).plus(right.times(rise)));
        // the chord before the cell for its left half, the one after it for its right half; at the ends the other one
        lower.add(k > -count ? left.times(middle.mass.minus(from.mass).plus(nearLeft)).minus(g.get(k - 1 + count).times(nearLeft))
            : beyond(right, g.get(k + 2 + count), middle.mass.minus(from.mass), Expr.of(node(k + 1)).times(middle.mass.minus(from.mass))
                .minus(middle.first.minus(from.first)).over(Expr.of(cell))));
        lower.add(k + 1 < count ? beyond(right, g.get(k + 2 + count), to.mass.minus(middle.mass), nearRight)
            : beyond(left, g.get(k - 1 + count), to.mass.minus(middle.mass), to.first.minus(middle.first)
                .minus(Expr.of(node(k)).times(to.mass.minus(middle.mass))).over(Expr.of(cell))));
    }

    /** The chord from {@code far} to {@code near}, continued beyond {@code near}: the integral over a set of this mass and mean distance times mass. */
    private static Expr beyond(Expr near, Expr far, Expr mass, Expr distance) {
        return near.times(mass.plus(distance)).minus(far.times(distance));
    }

    private void outside(List<Expr> g, Moments below, List<Expr> lower, List<Expr> upper) {
        var above = upTo(node(count));
        var mass = Expr.ONE.minus(above.mass);
        var first = Expr.of(law.mean()).minus(above.first);
        var width = Expr.of(cell);
        lower.add(beyond(g.get(0), g.get(1), below.mass, Expr.of(node(-count)).times(below.mass).minus(below.first).over(width)));
        lower.add(beyond(g.get(2 * count), g.get(2 * count - 1), mass, first.minus(Expr.of(node(count)).times(mass)).over(width)));
        var s2 = Expr.of(Rational.ONE.minus(q.pow(2)));
        var squares = new ArrayList<Expr>();
        for (int i = 0; i < law.centers().size(); i++) {
            var c = law.centers().get(i);
            // int y^2 beyond the ends: (c^2 + v) tail + sqrt(v) (Y + c) phi above, the mirror image below
            for (var center : List.of(c, c.negate())) {
                var z = Expr.of(node(count).minus(center)).over(deviation);
                squares.add(Expr.of(law.weights().get(i)).times(Expr.of(center.pow(2).plus(law.componentVariance())).times(z.normalTail())
                    .plus(deviation.times(Expr.of(node(count).plus(center))).times(gauss(z)))));
            }
        }
        upper.add(Expr.sum(squares).over(s2.times(2)).minus(below.mass.plus(mass).times(Expr.PI.times(2).times(s2).log()).over(2)));
    }
}
