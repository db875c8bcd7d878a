package org.apodix.theorems.fisherkl;

import org.apodix.expression.Expr;

/** What R2 and R3 speak of: the Ornstein-Uhlenbeck flow between two times s < t, u = t - s. */
public interface TwoTimes {

    /** H_s. */
    Expr earlierEntropy();

    /** H_t. */
    Expr laterEntropy();

    /** I_s, where it is finite. */
    Expr earlierFisher();

    /** I_t. */
    Expr laterFisher();

    /** e^-u. */
    Expr contraction();

    /** Whether I_s is finite. */
    boolean hasFiniteFisher();

    /** Whether the data law is N(m, I), for which the inequalities are equalities. */
    boolean isShift();
}
