package org.apodix.theorems.fisherkl;

import org.apodix.expression.Expr;

/** What R9 speaks of: one time t > 0 of the flow of a law with a second moment. */
public interface MomentModel {

    /** H_t. */
    Expr momentEntropy();

    /** I_t. */
    Expr momentFisher();

    /** M_2 = E|X_0|^2. */
    Expr secondMoment();

    int dimension();

    /** e^-t. */
    Expr momentSignal();

    /** Whether the data law is one point, for which the bounds are equalities. */
    boolean isPoint();

    /** e^-2t (M_2 + d/(e^2t - 1)). */
    default Expr fisherBound() {
        var a2 = momentSignal().square();
        return a2.times(secondMoment().plus(Expr.of(dimension()).times(a2).over(Expr.ONE.minus(a2))));
    }

    /** (e^-2t M_2 - d e^-2t - d log(1 - e^-2t))/2. */
    default Expr entropyBound() {
        var a2 = momentSignal().square();
        return a2.times(secondMoment()).minus(a2.plus(a2.negate().log1p()).times(dimension())).over(2);
    }
}
