package org.apodix.theorems.dimensionfreescore;

import org.apodix.expression.Expr;

/** A law p_0 and a forward time delta, a = e^-delta, of which TV(p_0, p_delta) is known: R11(b). */
interface EarlyStopping {

    ForwardTime time();

    /** TV(p_0, p_delta). */
    Expr distance();

    /** E_{p_0}|grad f|. */
    Expr meanSlope();

    /** An upper bound of |grad f|, or null where there is none. */
    Expr lipschitz();

    /** arccos(a)/sqrt(2 pi) E_{p_0}|grad f|. */
    default Expr bound() {
        return factor().times(meanSlope());
    }

    /** arccos(a)/sqrt(2 pi). */
    default Expr factor() {
        return angle().over(Expr.PI.times(2).sqrt());
    }

    /** arccos a = arctan(sigma/a). */
    default Expr angle() {
        return time().noise().over(time().signal()).atan();
    }
}
