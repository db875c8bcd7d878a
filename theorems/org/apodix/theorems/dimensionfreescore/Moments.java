package org.apodix.theorems.dimensionfreescore;

import org.apodix.expression.Expr;

/**
 * Moments of the normalized weights W = e^{h(ax + sigma u)}/F at one x, u standard normal. The posterior at x has the density W; r = E[uW], r' = E[h'W].
 *
 * <p>Each expression is built once, so that all quantities at x share their parts.
 */
abstract class Moments {

    private static final int MOST = 4;

    private final Expr[][] weighted = new Expr[MOST + 1][MOST + 1];
    private final Expr[][] sloped = new Expr[MOST + 1][MOST + 1];

    /** F = E e^{h(ax + sigma u)}. */
    abstract Expr density();

    /** E[u^p W^k] computed. */
    abstract Expr moment(int p, int k);

    /** E[h'(ax + sigma u)^p W^k] computed. */
    abstract Expr slopeMoment(int p, int k);

    /** E[u^p W^k], p and k up to 4. */
    final Expr weighted(int p, int k) {
        if (weighted[p][k] == null) {
            weighted[p][k] = p == 0 && k <= 1 ? Expr.ONE : moment(p, k);
        }
        return weighted[p][k];
    }

    /** E[h'^p W^k], p and k up to 4. */
    final Expr slopes(int p, int k) {
        if (p == 0) {
            return weighted(0, k);
        }
        if (sloped[p][k] == null) {
            sloped[p][k] = slopeMoment(p, k);
        }
        return sloped[p][k];
    }

    /** r, by Stein's formula. */
    Expr mean() {
        return weighted(1, 1);
    }

    /** r' = E[h'W]. */
    Expr slope() {
        return slopes(1, 1);
    }

    /** mu_k = E W^k. */
    final Expr mu(int k) {
        return weighted(0, k);
    }

    /** rho = E W^2. */
    Expr rho() {
        return mu(2);
    }

    /** E[W^k (u - r)^p], p = 2 or 4. */
    Expr central(int p, int k) {
        return central(p, mean(), j -> weighted(j, k));
    }

    /** E[W^k (h' - r')^p], p = 2 or 4. */
    Expr centralSlope(int p, int k) {
        return central(p, slope(), j -> slopes(j, k));
    }

    /** V_1 = E[W^2 (u - r)^2]. */
    Expr steinVariance() {
        return central(2, 2);
    }

    /** V' = E[W^2 (h' - r')^2]. */
    Expr gradientVariance() {
        return centralSlope(2, 2);
    }

    /** Var U = E[u^2 W] - r^2 of the posterior. */
    final Expr posteriorVariance() {
        return weighted(2, 1).minus(mean().square());
    }

    /** E (W - 1)^4. */
    final Expr excessFourth() {
        return mu(4).minus(mu(3).times(4)).plus(mu(2).times(6)).minus(Expr.of(3));
    }

    private static Expr central(int p, Expr mean, java.util.function.IntFunction<Expr> moments) {
        var square = moments.apply(2).plus(mean.square().times(moments.apply(0)));
        if (p == 2) {
            return square.minus(mean.times(2).times(moments.apply(1)));
        }
        var even = moments.apply(4).plus(mean.square().times(6).times(moments.apply(2))).plus(mean.pow(4).times(moments.apply(0)));
        return even.minus(mean.times(4).times(moments.apply(3))).minus(mean.pow(3).times(4).times(moments.apply(1)));
    }
}
