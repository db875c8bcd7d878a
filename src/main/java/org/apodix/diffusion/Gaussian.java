package org.apodix.diffusion;

import org.apodix.enclosure.Matrix;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.MatrixExpr;

/**
 * A Gaussian law N(m, V) on R^d with positive definite covariance, and its closed forms relative to the standard Gaussian.
 *
 * <p>Sources of the formulas: the density of N(m, V) and E[x] = m, Cov(x) = V; no approximation is involved.
 */
public final class Gaussian {

    private final MatrixExpr mean;
    private final MatrixExpr covariance;
    private MatrixExpr precision;
    private MatrixExpr scoreMatrix;
    private Expr relativeEntropy;
    private Expr relativeFisherInformation;

    private Gaussian(MatrixExpr mean, MatrixExpr covariance) {
        this.mean = mean;
        this.covariance = covariance;
    }

    /**
     * The law N(mean, covariance).
     *
     * @param mean       a column of d entries
     * @param covariance d x d, symmetric positive definite (the caller's promise; enclosing proves it or fails)
     */
    public static Gaussian of(MatrixExpr mean, MatrixExpr covariance) {
        if (mean.columns() != 1 || covariance.rows() != mean.rows() || covariance.columns() != mean.rows()) {
            throw new IllegalArgumentException("a mean of " + mean.rows() + " entries does not fit a covariance of shape "
                + covariance.rows() + " x " + covariance.columns());
        }
        return new Gaussian(mean, covariance);
    }

    /** The law on the line with this mean and variance. */
    public static Gaussian onLine(Expr mean, Expr variance) {
        var one = MatrixExpr.identity(1);
        return of(one.scale(mean), one.scale(variance));
    }

    /** The standard Gaussian of R^d. */
    public static Gaussian standard(int dimension) {
        return of(MatrixExpr.of(Matrix.of(dimension, 1, (i, j) -> Rational.ZERO)), MatrixExpr.identity(dimension));
    }

    public int dimension() {
        return mean.rows();
    }

    public MatrixExpr mean() {
        return mean;
    }

    public MatrixExpr covariance() {
        return covariance;
    }

    /** The inverse of the covariance. */
    public MatrixExpr precision() {
        if (precision == null) {
            precision = covariance.inverse();
        }
        return precision;
    }

    /** KL(N(m, V) | gamma) = (|m|^2 + tr V - d - log det V) / 2. */
    public Expr relativeEntropy() {
        if (relativeEntropy == null) {
            relativeEntropy = mean.squaredNorm().plus(covariance.trace()).minus(Expr.of(dimension()))
                .minus(covariance.logDeterminant()).times(Expr.HALF);
        }
        return relativeEntropy;
    }

    /** I(N(m, V) | gamma) = E|grad log(dN(m, V)/d gamma)|^2 = |m|^2 + tr V + tr V^-1 - 2d. */
    public Expr relativeFisherInformation() {
        if (relativeFisherInformation == null) {
            relativeFisherInformation = mean.squaredNorm().plus(covariance.trace()).plus(precision().trace())
                .minus(Expr.of(2L * dimension()));
        }
        return relativeFisherInformation;
    }

    /** E|X|^2 = |m|^2 + tr V. */
    public Expr secondMoment() {
        return mean.squaredNorm().plus(covariance.trace());
    }

    /** The matrix R of the relative score r(x) = x + grad log p(x) = R x + rho: R = I - V^-1. */
    public MatrixExpr scoreMatrix() {
        if (scoreMatrix == null) {
            scoreMatrix = MatrixExpr.identity(dimension()).minus(precision());
        }
        return scoreMatrix;
    }

    /** The offset rho = V^-1 m of the relative score. */
    public MatrixExpr scoreOffset() {
        return precision().times(mean);
    }

    /** The relative score r(x) = x - V^-1 (x - m) at a column x. */
    public MatrixExpr relativeScore(MatrixExpr x) {
        return x.minus(precision().times(x.minus(mean)));
    }

    /**
     * KL(this | other) = (tr(V'^-1 V) - d + (m - m')^T V'^-1 (m - m') + log det V' - log det V) / 2,
     * with m', V' of {@code other}: the data law first.
     */
    public Expr divergence(Gaussian other) {
        var shift = mean.minus(other.mean);
        return other.precision().inner(covariance).minus(Expr.of(dimension()))
            .plus(shift.inner(other.precision().times(shift)))
            .plus(other.covariance.logDeterminant()).minus(covariance.logDeterminant())
            .times(Expr.HALF);
    }
}
