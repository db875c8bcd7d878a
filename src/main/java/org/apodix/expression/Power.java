package org.apodix.expression;

import org.apodix.enclosure.Arithmetic;

/** An integer power of a scalar. */
public final class Power extends Expr {

    private final int exponent;

    private Power(Expr base, int exponent) {
        super(base);
        this.exponent = exponent;
    }

    static Expr of(Expr base, int exponent) {
        if (exponent == 0 && base instanceof Constant) {
            return ONE;
        }
        if (exponent == 1) {
            return base;
        }
        if (base.isZero() && exponent < 0) {
            throw new ArithmeticException("negative power of the constant 0");
        }
        if (base instanceof Constant c && (long) c.value().bitLength() * Math.abs((long) exponent) <= FOLDED_BITS) {
            return new Constant(c.value().pow(exponent));
        }
        return new Power(base, exponent);
    }

    @Override
    public String label() {
        return "power " + exponent;
    }

    @Override
    @SuppressWarnings("unchecked")
    <T> Object evaluate(Arithmetic<T> arithmetic, Object[] values) {
        return arithmetic.power((T) values[0], exponent);
    }

    @Override
    long operations() {
        return 2L * (32 - Integer.numberOfLeadingZeros(Math.abs(exponent)));
    }
}
