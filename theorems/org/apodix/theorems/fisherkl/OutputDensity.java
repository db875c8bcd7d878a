package org.apodix.theorems.fisherkl;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apodix.diffusion.Mixture;
import org.apodix.diffusion.NoiseLevel;
import org.apodix.diffusion.Scheme;
import org.apodix.enclosure.DoubleArithmetic;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Tape;

/**
 * The density of the sampler's output for a mixture on the line and exact scores (section 6.4 of fisher-kl): Q_N = phi and
 * Q_{j-1}(y) = int Q_j(x) N(y; b_j(x), s^2) dx with b_j(x) = qx + c r_{s_j}(x), s^2 = 1 - q^2, by the trapezoid rule with the nodes i eta, |i| eta < R.
 *
 * <p><b>The rule.</b> For j < N, Q_j is a mixture of N(u; s^2) with real u, so |Q_j(x + i xi)| <= e^{xi^2/2s^2} Q_j(x), and for Q_N = phi too because s < 1.
 * With v_j = a^2 v + 1 - a^2, a = q^j and D the distance of the outer centers, the imaginary part of b_j(x + i xi) is at most
 * B = xi |q + c(1 - 1/v_j)| + (c a/v_j)(D/2)/cos(xi a D/2v_j) for xi < pi v_j/(a D) (lemma S), so |N(y; b_j(x + i xi), s^2)| <= e^{B^2/2s^2}/(sqrt(2 pi) s). The
 * rule over all nodes is off by at most 2M/(e^{2 pi xi/eta} - 1), M = e^{(xi^2 + B^2)/2s^2}/(sqrt(2 pi) s), uniformly in y.
 *
 * <p><b>The nodes left out.</b> |b_j(x)| <= Lambda |x| + nu, Lambda = |q + c(1 - 1/v_j)|, nu = (c a/v_j) max|c_i|. For every l > 0, E e^{l|X_j|} <= G_j(l) with
 * G_N(l) = 2e^{l^2/2}, G_{j-1}(l) = 2e^{l nu + l^2 s^2/2} G_j(Lambda l), and Q_j(x) <= K_j e^{-l|x|} with K_N = e^{l^2/2}/sqrt(2 pi),
 * K_{j-1} = e^{l nu + l^2 s^2/2} G_j(Lambda l)/(sqrt(2 pi) s). The nodes beyond R add at most 2 eta K_j e^{-lR}/(sqrt(2 pi) s (1 - e^{-l eta})).
 *
 * <p>xi, eta, R and l are chosen by comparing these bounds in double intervals; every choice is true. The kernel at equidistant points needs few exponentials:
 * N(ky; b, s^2) sqrt(2 pi) s = e^{-(ky)^2/2s^2} e^{-b^2/2s^2} (e^{yb/s^2})^k.
 */
final class OutputDensity {

    private static final int HEIGHTS = 15;
    private static final int FINEST = 12;
    private static final int FARTHEST = 40;

    private final Mixture law;
    private final Scheme scheme;
    private final int steps;
    private final Expr q;
    private final Expr c;
    private final Expr s2;
    private final Expr scale;
    private final Rational exactQ;
    private final Rational eta;
    private final int nodes;
    private final List<Expr> errors = new ArrayList<>();

    /** @param target about the error that is allowed of a step */
    OutputDensity(Mixture law, Rational exactQ, int steps, Scheme scheme, Rational target) {
        this.law = law;
        this.scheme = scheme;
        this.steps = steps;
        this.exactQ = exactQ;
        this.q = Expr.of(exactQ);
        this.c = scheme.coefficient(q);
        this.s2 = Expr.of(Rational.ONE.minus(exactQ.pow(2)));
        this.scale = Expr.PI.times(2).times(s2).sqrt();
        var steepest = new ArrayList<Rational>();
        for (int j = 1; j <= steps; j++) {
            steepest.add(height(j));
        }
        this.eta = step(steepest, target);
        var range = range(target);
        this.nodes = range.over(eta).floor().intValueExact();
        for (int j = 1; j <= steps; j++) {
            errors.add(ruleError(j, steepest.get(j - 1), eta).plus(bestTail(j, range, eta)));
        }
    }

    /** Nodes of the rule, for limits on work. */
    int nodes() {
        return 2 * nodes - 1;
    }

    /** Whether the error of every step is within four times the target. */
    boolean meets(Rational target) {
        return errors.stream().allMatch(error -> isBelow(error, Expr.of(target.times(Rational.of(4)))));
    }

    private Rational signal(int j) {
        return exactQ.pow(j);
    }

    /** v_j. */
    private Rational variance(int j) {
        var square = signal(j).pow(2);
        return square.times(law.componentVariance()).plus(Rational.ONE).minus(square);
    }

    private Rational spread() {
        var centers = law.centers();
        return centers.stream().reduce(Rational::max).orElseThrow().minus(centers.stream().reduce(Rational::min).orElseThrow());
    }

    private Rational farthest() {
        return law.centers().stream().map(Rational::abs).reduce(Rational::max).orElseThrow();
    }

    /** Lambda. */
    private Expr slope(int j) {
        return q.plus(c.times(Expr.of(Rational.ONE.minus(variance(j).inverse())))).abs();
    }

    private Expr drift(int j) {
        return c.times(Expr.of(signal(j).over(variance(j))));
    }

    private Expr logMagnitude(int j, Rational xi) {
        var half = spread().times(signal(j)).over(Rational.TWO).over(variance(j));
        var center = drift(j).times(Expr.of(spread().over(Rational.TWO))).over(Expr.of(xi.times(half)).cos());
        return Expr.of(xi.pow(2)).plus(Expr.of(xi).times(slope(j)).plus(center).square()).over(s2.times(2));
    }

    private Expr ruleError(int j, Rational xi, Rational step) {
        return logMagnitude(j, xi).exp().times(2).over(scale).over(Expr.PI.times(2).times(Expr.of(xi.over(step))).expm1());
    }

    /** Of the heights below the limit, the one with the least error at a step of an eighth. */
    private Rational height(int j) {
        var most = Rational.of(3).times(variance(j)).over(spread().times(signal(j)).max(variance(j)));
        Rational best = null;
        Expr least = null;
        for (int i = 1; i <= HEIGHTS; i++) {
            var xi = most.times(Rational.of(i, HEIGHTS + 1L));
            var size = logMagnitude(j, xi).minus(Expr.PI.times(Expr.of(xi)).times(16));
            if (least == null || isBelow(size, least)) {
                best = xi;
                least = size;
            }
        }
        return best;
    }

    private static boolean isBelow(Expr first, Expr second) {
        var found = Tape.of(List.of(second.minus(first))).evaluate(DoubleArithmetic.INSTANCE).get(0);
        return DoubleArithmetic.INSTANCE.enclosure(found).isPositive();
    }

    /** 2^-n or 3/4 of it. */
    private Rational step(List<Rational> heights, Rational target) {
        for (int n = 2; n < 2 * FINEST; n++) {
            var step = Rational.TWO.pow(-(n / 2)).times(n % 2 == 0 ? Rational.ONE : Rational.of(3, 4));
            if (IntStream.rangeClosed(1, steps).allMatch(j -> isBelow(ruleError(j, heights.get(j - 1), step), Expr.of(target)))) {
                return step;
            }
        }
        return Rational.TWO.pow(-FINEST);
    }

    /** The least of the multiples of eta next below 4, 5, 6, ... at which the nodes left out are within the target. */
    private Rational range(Rational target) {
        for (int r = 4; r < FARTHEST; r++) {
            var range = Rational.of(Rational.of(r).over(eta).floor()).times(eta);
            if (IntStream.rangeClosed(1, steps).allMatch(j -> isBelow(bestTail(j, range, eta), Expr.of(target)))) {
                return range;
            }
        }
        return Rational.of(Rational.of(FARTHEST).over(eta).floor()).times(eta);
    }

    private Expr bestTail(int j, Rational range, Rational step) {
        Expr best = null;
        for (long n : new long[] {1, 2, 4, 8}) {
            var tail = tail(j, range, step, Expr.of(range.times(Rational.of(n, 4))));
            best = best == null || isBelow(tail, best) ? tail : best;
        }
        return best;
    }

    private Expr tail(int j, Rational range, Rational step, Expr l) {
        var bound = j == steps ? l.square().over(2).exp().over(Expr.PI.times(2).sqrt()) : growth(j + 1, l).times(moment(j + 1, slope(j + 1).times(l))).over(scale);
        var geometric = l.times(Expr.of(step)).negate().expm1().negate();
        return bound.times(2).times(Expr.of(step)).times(l.times(Expr.of(range)).negate().exp()).over(scale.times(geometric));
    }

    /** e^{l nu_j + l^2 s^2/2}. */
    private Expr growth(int j, Expr l) {
        return l.times(drift(j)).times(Expr.of(farthest())).plus(l.square().times(s2).over(2)).exp();
    }

    /** G_j(l). */
    private Expr moment(int j, Expr l) {
        return j == steps ? l.square().over(2).exp().times(2) : growth(j + 1, l).times(moment(j + 1, slope(j + 1).times(l))).times(2);
    }

    /** log Q_0(y) + y^2/2s^2 at y = k cell, |k| <= count: the first entry is that of -count. */
    List<Expr> logLaplace(Rational cell, int count) {
        var values = new ArrayList<Expr>();
        for (int i = 1 - nodes; i < nodes; i++) {
            values.add(Expr.of(eta.times(Rational.of(i)).pow(2)).over(-2).exp().over(Expr.PI.times(2).sqrt()));
        }
        for (int j = steps; j >= 2; j--) {
            var sums = sums(j, values, eta, nodes - 1);
            values.clear();
            for (int i = 1 - nodes; i < nodes; i++) {
                var gauss = Expr.of(eta.times(Rational.of(i)).pow(2)).over(s2.times(-2)).exp();
                values.add(sums.get(i + nodes - 1).times(gauss).over(scale).plus(around(errors.get(j - 1))).max(Expr.ZERO));
            }
        }
        var sums = sums(1, values, cell, count);
        var results = new ArrayList<Expr>();
        for (int k = -count; k <= count; k++) {
            var gauss = Expr.of(cell.times(Rational.of(k)).pow(2)).over(s2.times(2)).exp();
            results.add(sums.get(k + count).over(scale).plus(around(errors.get(0).times(gauss))).log());
        }
        return results;
    }

    private static Expr around(Expr error) {
        return Expr.between(Rational.of(-1), Rational.ONE).times(error);
    }

    /** eta sum_i Q_j(x_i) e^{-b_i^2/2s^2} e^{k spacing b_i/s^2}, |k| <= count. */
    private List<Expr> sums(int j, List<Expr> values, Rational spacing, int count) {
        var level = NoiseLevel.of(Expr.of(signal(j)));
        int size = values.size();
        var up = new Expr[size];
        var down = new Expr[size];
        var start = new ArrayList<Expr>();
        for (int i = 0; i < size; i++) {
            var x = Expr.of(eta.times(Rational.of(i + 1L - nodes)));
            var b = q.times(x).plus(c.times(law.at(level, x).score()));
            start.add(values.get(i).times(b.square().over(s2.times(-2)).exp()));
            up[i] = b.times(Expr.of(spacing)).over(s2).exp();
            down[i] = Expr.ONE.over(up[i]);
        }
        var sums = new ArrayList<Expr>(java.util.Collections.nCopies(2 * count + 1, (Expr) null));
        sums.set(count, Expr.sum(start).times(Expr.of(eta)));
        for (int sign = -1; sign <= 1; sign += 2) {
            var terms = new ArrayList<>(start);
            for (int k = 1; k <= count; k++) {
                for (int i = 0; i < size; i++) {
                    terms.set(i, terms.get(i).times(sign > 0 ? up[i] : down[i]));
                }
                sums.set(count + sign * k, Expr.sum(terms).times(Expr.of(eta)));
            }
        }
        return sums;
    }
}
