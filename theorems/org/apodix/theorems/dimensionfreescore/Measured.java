package org.apodix.theorems.dimensionfreescore;

import java.util.List;
import org.apodix.enclosure.DoubleArithmetic;
import org.apodix.expression.Expr;
import org.apodix.expression.Tape;

/** Numbers that a drawing or a table repeats in many places: enclosed once, by intervals of doubles, and from then on any number of that enclosure. */
final class Measured {

    private Measured() { }

    /**
     * The expression as a range between two exact ends that contain it; the expression itself where it is not enclosed by bounds.
     *
     * @throws org.apodix.enclosure.UndefinedException where it is not proved to be defined
     */
    static Expr of(Expr expression) {
        var arithmetic = DoubleArithmetic.INSTANCE;
        var set = arithmetic.enclosure(Tape.of(List.of(expression)).evaluate(arithmetic).get(0));
        return set.isBounded() ? Expr.between(set.lower().toRational(), set.upper().toRational()) : expression;
    }
}
