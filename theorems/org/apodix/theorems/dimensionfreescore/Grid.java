package org.apodix.theorems.dimensionfreescore;

import java.util.ArrayList;
import java.util.List;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.StripBound;
import org.apodix.expression.StripIntegral;
import org.apodix.expression.Variable;

/**
 * The Stein estimator of two equal modes on the line with the equal-weight nodes z_k = Phi^-1((k - 1/2)/n), and its error e_1(n) = (int (R^ - r)^2 p_t)^{1/2}.
 *
 * <p>With s = m sigma the weight of z_k is proportional to e^{amx + s z_k} + e^{-amx - s z_k}, and the nodes are symmetric, so that R^ = tanh(amx) S_1/S_0, S_0 = sum cosh(s z_k) and
 * S_1 = sum z_k sinh(s z_k), while r = s tanh(amx): e_1 = |s - S_1/S_0| (E tanh^2)^{1/2}.
 */
final class Grid {

    private static final Variable X = new Variable("x");
    private static final Variable K = new Variable("k");
    private static final Variable L = new Variable("L");
    private static final int BITS = 200;
    /** Phi at 8 is above all (n - 1/2)/n here. */
    private static final Rational FAR = Rational.of(8);

    private final TwoModes modes;
    private final ForwardTime time;
    private final int points;
    private List<Expr> nodes;
    private Expr error;

    /**
     * A grid.
     *
     * @param modes  of equal weights; others are rejected
     * @param points n, at least 1
     */
    Grid(TwoModes modes, ForwardTime time, int points) {
        if (!modes.p().equals(Rational.of(1, 2)) || points < 1) {
            throw new IllegalArgumentException("a grid of " + points + " points for modes of the weight " + modes.p() + ": give at least one point, and equal modes");
        }
        this.modes = modes;
        this.time = time;
        this.points = points;
    }

    TwoModes modes() {
        return modes;
    }

    ForwardTime time() {
        return time;
    }

    /** n. */
    int points() {
        return points;
    }

    /** The positive nodes, increasing; the others are their negatives, and 0 for odd n. */
    synchronized List<Expr> positive() {
        if (nodes == null) {
            var all = new ArrayList<Expr>();
            for (int k = points / 2 + points % 2 + 1; k <= points; k++) {
                all.add(quantile(Rational.of(2L * k - 1, 2L * points)));
            }
            nodes = List.copyOf(all);
        }
        return nodes;
    }

    private static Expr quantile(Rational probability) {
        var level = Expr.of(probability);
        return new Root(z -> z.normalCdf().minus(level), Gauss::density).between(Rational.ZERO, FAR, BITS);
    }

    private Expr spread() {
        return Expr.of(modes.m()).times(time.noise());
    }

    private static Expr cosh(Expr y) {
        return y.exp().plus(y.negate().exp()).over(2);
    }

    /** S_0. */
    private Expr total() {
        var terms = new ArrayList<Expr>(List.of(points % 2 == 0 ? Expr.ZERO : Expr.ONE));
        positive().forEach(z -> terms.add(cosh(spread().times(z)).times(2)));
        return Expr.sum(terms);
    }

    /** S_1. */
    private Expr first() {
        var terms = new ArrayList<Expr>(List.of(Expr.ZERO));
        positive().forEach(z -> terms.add(spread().times(z).exp().minus(spread().times(z).negate().exp()).times(z)));
        return Expr.sum(terms);
    }

    /** |s - S_1/S_0|. */
    Expr gap() {
        return spread().minus(first().over(total())).abs();
    }

    /** e_1(n). */
    synchronized Expr error() {
        error = error == null ? gap().times(Expr.ONE.minus(ModesLine.at(modes, time.a()).sech(2)).sqrt()) : error;
        return error;
    }

    /** The Stein estimator at the number or variable x, from the weights of all nodes. */
    Expr estimator(Expr x) {
        var up = new ArrayList<Expr>();
        var down = new ArrayList<Expr>();
        weights(x).forEach(pair -> {
            up.add(pair.get(0).times(pair.get(1)));
            down.add(pair.get(1));
        });
        return Expr.sum(up).over(Expr.sum(down));
    }

    /** All nodes with their weights e^{h(ax + sigma z)}, up to a factor. */
    List<List<Expr>> weights(Expr x) {
        var all = new ArrayList<List<Expr>>();
        if (points % 2 == 1) {
            all.add(List.of(Expr.ZERO, weight(x, Expr.ZERO)));
        }
        for (var z : positive()) {
            all.add(List.of(z, weight(x, z)));
            all.add(List.of(z.negate(), weight(x, z.negate())));
        }
        return all;
    }

    private Expr weight(Expr x, Expr z) {
        return cosh(x.times(time.signal()).plus(z.times(time.noise())).times(Expr.of(modes.m())));
    }

    /**
     * int (R^ - r)^2 p_t by quadrature. For |Im x| = k <= pi/(3am) the real parts of all weights are at least half of their sizes at the real part, so that |R^| <= 2b, b the largest node,
     * and |tanh| <= sqrt 3; |p_t| grows at most by e^{k^2/2}. On the line the square is at most (b + s)^2, and p_t at most phi(|x| - am).
     */
    Expr squaredError() {
        var largest = points == 1 ? Expr.ZERO : positive().get(positive().size() - 1);
        var s = spread();
        var am = Expr.of(modes.m()).times(time.signal());
        var most = largest.times(2).plus(s.times(Expr.of(3).sqrt())).square().times(K.square().over(2).exp());
        var tail = largest.plus(s).square().times(L.minus(am).normalTail()).times(2);
        var density = cosh(am.times(X)).times(am.square().over(-2).exp()).times(Gauss.density(X));
        var body = estimator(X).minus(s.times(am.times(X).tanh())).square().times(density);
        return StripIntegral.of(body, X, new StripBound(Expr.PI.over(am.times(3)), most, K, tail, L, am, true));
    }
}
