package org.apodix.theorems.fisherkl;

import org.apodix.expression.Expr;

/** A model that speaks of the Ornstein-Uhlenbeck flow of Gaussian data between two times. */
public interface HasFlow extends TwoTimes, MomentModel {

    GaussianFlow flow();

    @Override
    default Expr earlierEntropy() {
        return flow().additive(FlowClaims.EARLIER_ENTROPY);
    }

    @Override
    default Expr laterEntropy() {
        return flow().additive(FlowClaims.LATER_ENTROPY);
    }

    @Override
    default Expr earlierFisher() {
        return flow().additive(FlowClaims.EARLIER_FISHER);
    }

    @Override
    default Expr laterFisher() {
        return flow().additive(FlowClaims.LATER_FISHER);
    }

    @Override
    default Expr contraction() {
        return flow().q();
    }

    @Override
    default boolean hasFiniteFisher() {
        return true;
    }

    @Override
    default boolean isShift() {
        return flow().data().hasUnitCovariance();
    }

    @Override
    default Expr momentEntropy() {
        return laterEntropy();
    }

    @Override
    default Expr momentFisher() {
        return laterFisher();
    }

    @Override
    default Expr secondMoment() {
        return flow().additive(FlowClaims.SECOND_MOMENT);
    }

    @Override
    default int dimension() {
        return flow().data().dimension();
    }

    @Override
    default Expr momentSignal() {
        return flow().alpha();
    }

    @Override
    default boolean isPoint() {
        return false;
    }
}
