package org.apodix.theorems.factorizabledensity;

import java.util.function.Function;
import org.apodix.expression.Expr;
import org.apodix.expression.Quantity;

/** A law with Gaussian noise, or a shifted one: what F12 speaks of. */
sealed interface Diffused permits Smoothing, SmoothedCube, SmoothedTilt, PairShift, ChainVariation, Prior, AtomPair {

    /** A quantity of one kind of them; statements over it speak of that kind only. */
    static <M extends Diffused> Quantity<Diffused> view(Class<M> kind, Quantity<M> quantity) {
        return quantity.of((Function<Diffused, M>) kind::cast, "", "");
    }

    /** The standard normal density. */
    static Expr normal(Expr z) {
        return z.square().over(-2).exp().over(Expr.PI.times(2).sqrt());
    }
}
