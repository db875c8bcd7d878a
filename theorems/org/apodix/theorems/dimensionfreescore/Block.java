package org.apodix.theorems.dimensionfreescore;

import java.util.function.Function;
import org.apodix.expression.Quantity;

/** A block of the score network, for all its inputs (R8). */
sealed interface Block permits ExponentialBlock, ReciprocalBlock, SquareBlock, ProductBlock {

    /** A quantity of one kind of them; statements over it speak of that kind only. */
    static <M extends Block> Quantity<Block> view(Class<M> kind, Quantity<M> quantity) {
        return quantity.of((Function<Block, M>) kind::cast, "", "");
    }
}
