package org.apodix.theorems.dimensionfreescore;

import org.apodix.expression.Expr;

/** A quadratic tilt with a number of nodes. */
record QuadraticNodes(Quadratic tilt, int nodes) {

    Growth growth(boolean attained) {
        return Growth.of(tilt, attained);
    }

    /** E|X|^2 1_{|X| > B} under p_{t*}, N(0, v_* I) with the roles of a and sigma exchanged. */
    Expr bias() {
        var late = new Quadratic(tilt.lambda(), tilt.dimension(), new ForwardTime(tilt.sigma()));
        var square = growth(false).clipSquared(nodes);
        var v = Expr.of(late.variance());
        return v.times(tilt.dimension()).times(Gauss.chiSquareTail(tilt.dimension() + 2, square.over(v.times(2))));
    }

    /** The bound of the mean squared error, ((B sqrt(K - 1) + sqrt(tau))/sqrt(M) + bias)^2 with the growth constants that are attained. */
    Expr errorBound() {
        var growth = growth(true);
        var square = growth.clipSquared(nodes);
        var noise = square.times(growth.mostK(2).minus(Expr.ONE).max(Expr.ZERO)).sqrt().plus(growth.mostTau().sqrt()).over(Expr.of(nodes).sqrt());
        return noise.plus(growth.secondTail(square, tilt.time().a().pow(2)).sqrt()).square();
    }
}
