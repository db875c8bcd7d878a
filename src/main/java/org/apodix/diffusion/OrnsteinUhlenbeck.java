package org.apodix.diffusion;

import org.apodix.expression.Expr;
import org.apodix.expression.MatrixExpr;

/**
 * The Ornstein-Uhlenbeck flow dX = -X dt + sqrt(2) dB, so that X_t = a X_0 + sqrt(1 - a^2) G with a = e^-t.
 *
 * <p>Times enter through a, which may be an exact rational; t itself is not needed.
 */
public final class OrnsteinUhlenbeck {

    private OrnsteinUhlenbeck() { }

    /** The law at time t of the flow started in {@code law}: N(a m, I + a^2 (V - I)), a = e^-t in (0, 1]. */
    public static Gaussian flow(Gaussian law, Expr a) {
        var identity = MatrixExpr.identity(law.dimension());
        return Gaussian.of(law.mean().scale(a), identity.plus(law.covariance().minus(identity).scale(a.square())));
    }

    /**
     * E[X_s | X_t = x] for s earlier than t by u, decay = e^-u, from the joint Gaussian law: Cov(X_s, X_t) = e^-u V_s, so it is
     * m_s + e^-u V_s V_t^-1 (x - m_t). No Tweedie formula is used.
     */
    public static MatrixExpr regression(Gaussian earlier, Gaussian later, Expr decay, MatrixExpr x) {
        return earlier.mean().plus(earlier.covariance().times(later.precision().times(x.minus(later.mean()))).scale(decay));
    }
}
