package org.apodix.diffusion;

import org.apodix.expression.Expr;

/** The two samplers: x maps to q x + c s(x) + sqrt(1 - q^2) Z, q = e^-h; they differ in the coefficient c. */
public enum Scheme {

    /** EI: the exponential integrator of dX = (-X + 2r) dt + sqrt(2) dB with r frozen over the step, c = 2(1 - q). */
    EXPONENTIAL_INTEGRATOR {
        @Override
        public Expr coefficient(Expr q) {
            return Expr.ONE.minus(q).times(2);
        }
    },

    /** TW: the mean of Tweedie's formula (ancestral sampling), c = 1/q - q. */
    TWEEDIE {
        @Override
        public Expr coefficient(Expr q) {
            return Expr.ONE.minus(q.square()).over(q);
        }
    };

    /** The coefficient c of the score in one step. */
    public abstract Expr coefficient(Expr q);
}
