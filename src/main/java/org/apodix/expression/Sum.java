package org.apodix.expression;

import java.util.List;
import org.apodix.enclosure.Arithmetic;

/** The sum of many terms, added in order. */
public final class Sum extends Expr {

    private Sum(Expr... terms) {
        super(terms);
    }

    static Expr of(List<? extends Expr> terms) {
        var nonzero = terms.stream().filter(term -> !term.isZero()).toArray(Expr[]::new);
        return switch (nonzero.length) {
            case 0 -> ZERO;
            case 1 -> nonzero[0];
            case 2 -> nonzero[0].plus(nonzero[1]);
            default -> new Sum(nonzero);
        };
    }

    @Override
    public String label() {
        return "sum";
    }

    @Override
    @SuppressWarnings("unchecked")
    <T> Object evaluate(Arithmetic<T> arithmetic, Object[] values) {
        T total = (T) values[0];
        for (int i = 1; i < values.length; i++) {
            total = arithmetic.add(total, (T) values[i]);
        }
        return total;
    }

    @Override
    long operations() {
        return operands().length;
    }
}
