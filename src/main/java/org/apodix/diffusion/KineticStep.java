package org.apodix.diffusion;

import java.util.List;
import org.apodix.expression.Expr;
import org.apodix.expression.MatrixExpr;

/**
 * One step of size h of the kinetic sampler: Z maps to e^{hA^T} Z + s(Z) b_h + N(0, C_h), the exact integration of
 * dX = -V dt, dV = (X - 2V + 4s) dt + 2 dB with the velocity score s frozen.
 */
public final class KineticStep {

    private final Expr h;
    private final MatrixExpr forward;
    private final MatrixExpr mean;
    private final MatrixExpr noise;
    private final MatrixExpr shift;
    private final Expr beta;

    /** @param h the step, positive */
    public KineticStep(Expr h) {
        this.h = h;
        this.forward = CriticalDamping.flow(h);
        this.mean = forward.transpose();
        this.noise = MatrixExpr.identity(2).minus(mean.times(forward));
        var decay = h.negate().exp();
        this.shift = MatrixExpr.stack(List.of(Expr.ONE.plus(h).times(decay).minus(Expr.ONE), h.times(decay))).scale(Expr.of(4));
        this.beta = shift.inner(noise.inverse().times(shift));
    }

    /** h. */
    public Expr size() {
        return h;
    }

    /** e^{hA}. */
    public MatrixExpr forward() {
        return forward;
    }

    /** e^{hA^T}, the mean of the step without a score. */
    public MatrixExpr mean() {
        return mean;
    }

    /** e^{-hA}. */
    public MatrixExpr inverse() {
        return CriticalDamping.flow(h.negate());
    }

    /** C_h = I - e^{hA^T} e^{hA}; about 4 log10(1/h) digits are lost when it is inverted. */
    public MatrixExpr noise() {
        return noise;
    }

    /** b_h = int_0^h e^{uA^T} (0, 4)^T du = 4 ((1 + h) e^-h - 1, h e^-h)^T. */
    public MatrixExpr shift() {
        return shift;
    }

    /** beta_h = b_h^T C_h^-1 b_h. */
    public Expr beta() {
        return beta;
    }
}
