package org.apodix.diffusion;

import org.apodix.expression.Expr;

/**
 * A time t of the Ornstein-Uhlenbeck flow, X_t = signal X_0 + sqrt(noise) G.
 *
 * @param signal a = e^-t in (0, 1]
 * @param noise  1 - a^2, given on its own because the difference loses digits for small times
 */
public record NoiseLevel(Expr signal, Expr noise) {

    /** Time 0. */
    public static final NoiseLevel NONE = new NoiseLevel(Expr.ONE, Expr.ZERO);

    /** The time at which the signal is a. */
    public static NoiseLevel of(Expr a) {
        return new NoiseLevel(a, Expr.ONE.minus(a.square()));
    }

    /** The time t > 0, with 1 - e^-2t from expm1. */
    public static NoiseLevel atTime(Expr t) {
        return new NoiseLevel(t.negate().exp(), t.times(-2).expm1().negate());
    }

    /** Whether this is time 0. */
    public boolean isNone() {
        return this == NONE;
    }
}
