package org.apodix.expression;

import java.util.Arrays;
import java.util.List;
import org.apodix.enclosure.Arithmetic;

/** log(exp(x_1) + ... + exp(x_n)) of two or more scalars, without overflow on the way. */
public final class LogSumExp extends Expr {

    private LogSumExp(Expr... terms) {
        super(terms);
    }

    /** One term alone is itself; none is rejected. */
    static Expr of(List<? extends Expr> terms) {
        if (terms.isEmpty()) {
            throw new IllegalArgumentException("the logarithm of an empty sum of exponentials: give one term or more");
        }
        return terms.size() == 1 ? terms.get(0) : new LogSumExp(terms.toArray(Expr[]::new));
    }

    @Override
    public String label() {
        return "log_sum_exp";
    }

    @Override
    @SuppressWarnings("unchecked")
    <T> Object evaluate(Arithmetic<T> arithmetic, Object[] values) {
        return arithmetic.logSumExp((List<T>) Arrays.asList(values));
    }

    @Override
    long operations() {
        return 2L * operands().length;
    }
}
