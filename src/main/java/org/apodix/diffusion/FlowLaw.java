package org.apodix.diffusion;

import org.apodix.expression.Expr;

/** A data law whose relative entropy and relative Fisher information are known along the Ornstein-Uhlenbeck flow. */
public interface FlowLaw {

    int dimension();

    /** M_2 = E|X_0|^2. */
    Expr secondMoment();

    /** H_t = KL(p_t | gamma) at this level; a law without a density has none at time 0, and asking for it is a mistake of the caller. */
    Expr entropy(NoiseLevel level);

    /** I_t = I(p_t | gamma) at this level; likewise where it is infinite. */
    Expr fisher(NoiseLevel level);

    /** Whether the Fisher information is finite at time 0. */
    boolean hasFiniteFisher();
}
