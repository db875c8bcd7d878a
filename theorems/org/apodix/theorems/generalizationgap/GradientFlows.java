package org.apodix.theorems.generalizationgap;

import org.apodix.expression.Expr;
import org.apodix.expression.MatrixExpr;

/**
 * The gradient flows of a quadratic loss and of the same loss with other coefficients, in closed form (generalization-gap G4).
 *
 * <p>L(theta) = <theta G, theta>/2 + <theta, B> + C; the flow from 0 is theta(tau) = -tau B phi_1(-tau G). A hat means the flow of the
 * coefficients of a sample. |.| is the Frobenius norm.
 */
class GradientFlows {

    private final MatrixExpr gram;
    private final MatrixExpr linear;
    private final MatrixExpr gramHat;
    private final MatrixExpr linearHat;
    private final Expr constant;
    private final Expr tau;
    private final MatrixExpr theta;
    private final MatrixExpr thetaHat;
    private final MatrixExpr minimizer;

    /**
     * Two flows.
     *
     * @param gramHat  the same object as {@code gram}, and {@code linearHat} as {@code linear}, where the two flows are one
     * @param constant C
     */
    GradientFlows(MatrixExpr gram, MatrixExpr linear, MatrixExpr gramHat, MatrixExpr linearHat, Expr constant, Expr tau) {
        this(gram, linear, gramHat, linearHat, constant, tau, linear.times(gram.inverse()).scale(Expr.of(-1)));
    }

    /** The same where a minimizer is known. */
    GradientFlows(MatrixExpr gram, MatrixExpr linear, MatrixExpr gramHat, MatrixExpr linearHat, Expr constant, Expr tau, MatrixExpr minimizer) {
        this.minimizer = minimizer;
        this.gram = gram;
        this.linear = linear;
        this.gramHat = gramHat;
        this.linearHat = linearHat;
        this.constant = constant;
        this.tau = tau;
        this.theta = flow(gram, linear, tau);
        this.thetaHat = gram == gramHat && linear == linearHat ? theta : flow(gramHat, linearHat, tau);
    }

    private static MatrixExpr flow(MatrixExpr gram, MatrixExpr linear, Expr tau) {
        return linear.times(gram.scale(tau.negate()).phi1()).scale(tau.negate());
    }

    /** The same two flows at another time. */
    final GradientFlows at(Expr time) {
        return new GradientFlows(gram, linear, gramHat, linearHat, constant, time, minimizer);
    }

    /** Whether both flows stay at 0 for reasons of symmetry. */
    boolean isBlind() {
        return false;
    }

    final MatrixExpr gram() {
        return gram;
    }

    final MatrixExpr linear() {
        return linear;
    }

    final Expr tau() {
        return tau;
    }

    /** C; null where it is not known. */
    final Expr constant() {
        return constant;
    }

    final MatrixExpr theta() {
        return theta;
    }

    final MatrixExpr thetaHat() {
        return thetaHat;
    }

    private static MatrixExpr difference(MatrixExpr a, MatrixExpr b) {
        return a == b ? MatrixExpr.zero(a.rows(), a.columns()) : a.minus(b);
    }

    static Expr norm(MatrixExpr matrix) {
        return Simple.root(matrix.squaredNorm());
    }

    /** Whether Delta_G = 0 because both problems have the same G. */
    final boolean hasSameGram() {
        return gram == gramHat;
    }

    /** |Delta_G|. */
    final Expr gramDistance() {
        return norm(difference(gramHat, gram));
    }

    /** |Delta_B|. */
    final Expr linearDistance() {
        return norm(difference(linearHat, linear));
    }

    /** |theta-hat(tau) - theta(tau)|. */
    final Expr drift() {
        return norm(difference(thetaHat, theta));
    }

    /** |(theta-hat(tau) - theta(tau)) G^{1/2}|. */
    final Expr smoothedDrift() {
        var delta = difference(thetaHat, theta);
        return Simple.root(delta.times(gram).inner(delta));
    }

    /** D_tau = |Delta_B| + |Delta_G| |theta-hat(tau)|. */
    final Expr driving() {
        return linearDistance().plus(gramDistance().times(norm(thetaHat)));
    }

    /** |Delta_B| + |Delta_G| |theta-hat*|, the limit of D_tau, where the problem of the sample is regular. */
    final Expr greatestDriving() {
        return linearDistance().plus(gramDistance().times(norm(linearHat.times(gramHat.inverse()))));
    }

    /** L at these parameters without C. */
    final Expr withoutConstant(MatrixExpr parameters) {
        return parameters.times(gram).inner(parameters).over(2).plus(parameters.inner(linear));
    }

    final Expr loss(MatrixExpr parameters) {
        return withoutConstant(parameters).plus(constant);
    }

    /** J_{1/(2 tau)} - C = -tr(B (G + I/(2 tau))^{-1} B^T)/2. */
    final Expr ridgeGain() {
        return ridge().inner(linear).over(2);
    }

    /** -B (G + I/(2 tau))^{-1}, the minimizer of L + |.|^2/(4 tau). */
    final MatrixExpr ridge() {
        var shifted = gram.plus(MatrixExpr.identity(gram.rows()).scale(Expr.ONE.over(tau.times(2))));
        return linear.times(shifted.inverse()).scale(Expr.of(-1));
    }

    /** L* - C = <theta*, B>/2. */
    final Expr minimizerGain() {
        return minimizer.inner(linear).over(2);
    }

    /** |grad L(theta(tau))| = |theta(tau) G + B|. */
    final Expr gradientNorm() {
        return norm(theta.times(gram).plus(linear));
    }

    /** theta* = -B G^{-1} where G is regular; undefined where that is not proved and no other is known. */
    final MatrixExpr minimizer() {
        return minimizer;
    }

    /** <(theta - theta*) G, theta - theta*>/2 = L(theta) - L*, without the cancellation. */
    final Expr excess(MatrixExpr parameters) {
        var gap = parameters.minus(minimizer);
        return gap.times(gram).inner(gap).over(2);
    }

    final Expr minimizerNorm() {
        return norm(minimizer);
    }
}
