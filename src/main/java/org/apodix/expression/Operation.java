package org.apodix.expression;

import java.util.Locale;
import org.apodix.enclosure.Arithmetic;
import org.apodix.enclosure.ExactArithmetic;
import org.apodix.enclosure.InexactException;

/** A scalar operation with up to two operands. */
public final class Operation extends Expr {

    private static final ExactArithmetic FOLDING = new ExactArithmetic(FOLDED_BITS);

    private final Operator operator;

    Operation(Operator operator, Expr... operands) {
        super(operands);
        this.operator = operator;
    }

    /** The operation, or its value where all operands are constants and the exact result is rational and small. */
    static Expr folded(Operator operator, Expr... operands) {
        for (var operand : operands) {
            if (!(operand instanceof Constant)) {
                return new Operation(operator, operands);
            }
        }
        try {
            var first = ((Constant) operands[0]).value();
            var second = operands.length > 1 ? ((Constant) operands[1]).value() : null;
            return new Constant(operator.apply(FOLDING, first, second));
        } catch (InexactException e) {
            return new Operation(operator, operands);
        }
    }

    Operator operator() {
        return operator;
    }

    @Override
    public String label() {
        return operator.name().toLowerCase(Locale.ROOT);
    }

    @Override
    @SuppressWarnings("unchecked")
    <T> Object evaluate(Arithmetic<T> arithmetic, Object[] values) {
        return operator.apply(arithmetic, values.length > 0 ? (T) values[0] : null, values.length > 1 ? (T) values[1] : null);
    }
}
