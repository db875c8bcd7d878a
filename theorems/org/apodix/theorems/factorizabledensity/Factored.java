package org.apodix.theorems.factorizabledensity;

import java.util.function.Function;
import org.apodix.expression.Quantity;

/** A law that factorizes: what F1 and F9 speak of. */
sealed interface Factored permits FactorTables, PolynomialNetwork, BayesianPair {

    /** A quantity of one kind of them; statements over it speak of that kind only. */
    static <M extends Factored> Quantity<Factored> view(Class<M> kind, Quantity<M> quantity) {
        return quantity.of((Function<Factored, M>) kind::cast, "", "");
    }
}
