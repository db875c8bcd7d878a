package org.apodix.diffusion;

import java.util.List;
import org.apodix.enclosure.Matrix;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.MatrixExpr;

/**
 * The kinetic (underdamped) Ornstein-Uhlenbeck flow dX = V dt, dV = -X dt - 2V dt + 2 dB on the plane, at critical damping: drift
 * matrix A with rows (0, 1), (-1, -2) and the double eigenvalue -1; the standard Gaussian of the plane is invariant.
 *
 * <p>Times are numbers, not decay factors: e^-t and t both enter, so nothing but t = 0 is rational.
 */
public final class CriticalDamping {

    /** The series of the lost correlation ends where its remainder is below 10^-90 of its value. */
    private static final Rational SERIES_ERROR = Rational.of(10).pow(-90);

    private CriticalDamping() { }

    /** The matrix with these rows. */
    static MatrixExpr matrix(Expr a, Expr b, Expr c, Expr d) {
        return MatrixExpr.stack(List.of(a, c)).times(row(1, 0)).plus(MatrixExpr.stack(List.of(b, d)).times(row(0, 1)));
    }

    private static MatrixExpr row(long x, long v) {
        return MatrixExpr.of(Matrix.of(1, 2, (i, j) -> Rational.of(j == 0 ? x : v)));
    }

    /** e^{tA} = e^-t [1 + t, t; -t, 1 - t], for every real t. */
    public static MatrixExpr flow(Expr t) {
        var decay = t.negate().exp();
        return matrix(Expr.ONE.plus(t), t, t.negate(), Expr.ONE.minus(t)).scale(decay);
    }

    /** b_t = e^-t (1 + t, -t)^T, the first column of e^{tA}: the mean of Z_t for the mean (1, 0)^T at time 0. */
    public static MatrixExpr response(Expr t) {
        return MatrixExpr.stack(List.of(Expr.ONE.plus(t), t.negate())).scale(t.negate().exp());
    }

    /** rho_t^2 = |b_t|^2 = e^-2t (1 + 2t + 2t^2). */
    public static Expr squaredCorrelation(Expr t) {
        return t.times(-2).exp().times(quadratic(t));
    }

    /** 1 + 2t + 2t^2. */
    static Expr quadratic(Expr t) {
        return Expr.ONE.plus(t.times(2)).plus(t.square().times(2));
    }

    /** phi_t = t e^-t, the velocity part of -b_t. */
    public static Expr velocity(Expr t) {
        return t.times(t.negate().exp());
    }

    /** The integral of phi from s to t: (1 + s) e^-s - (1 + t) e^-t. */
    public static Expr velocityIntegral(Expr s, Expr t) {
        return Expr.ONE.plus(s).times(s.negate().exp()).minus(Expr.ONE.plus(t).times(t.negate().exp()));
    }

    /** The overdamped time tau(t) = -log rho_t = t - log(1 + 2t + 2t^2)/2. */
    public static Expr clock(Expr t) {
        return t.minus(quadratic(t).log().over(2));
    }

    /**
     * 1 - rho_t^2 for t > 0: by subtraction for t > 2, else without one, as e^-2t sum_{k >= 3} (2t)^k / k! with the partial sum exactly
     * and as its remainder the geometric series with the ratio of the first two terms left out.
     */
    public static Expr lostCorrelation(Rational t) {
        if (t.compareTo(Rational.TWO) > 0) {
            return Expr.ONE.minus(squaredCorrelation(Expr.of(t)));
        }
        var x = t.times(Rational.TWO);
        var term = x.pow(3).over(Rational.of(6));
        var sum = Rational.ZERO;
        int k = 3;
        while (true) {
            sum = sum.plus(term);
            k++;
            term = term.times(x).over(Rational.of(k));
            var ratio = x.over(Rational.of(k + 1L));
            if (ratio.compareTo(Rational.of(1, 2)) <= 0 && term.compareTo(sum.times(SERIES_ERROR)) <= 0) {
                return Expr.between(sum, sum.plus(term.over(Rational.ONE.minus(ratio)))).times(Expr.of(x.negate()).exp());
            }
        }
    }

    /** The overdamped law at the time tau(t) for data N(m, v): N(rho_t m, rho_t^2 v + 1 - rho_t^2), with variance exactly 1 for v = 1. */
    public static Gaussian overdamped(Expr mean, Rational variance, Rational t) {
        if (t.isZero()) {
            return Gaussian.onLine(mean, Expr.of(variance));
        }
        var squared = squaredCorrelation(Expr.of(t));
        return Gaussian.onLine(squared.sqrt().times(mean), variance.equals(Rational.ONE) ? Expr.ONE
            : squared.times(Expr.of(variance)).plus(lostCorrelation(t)));
    }
}
