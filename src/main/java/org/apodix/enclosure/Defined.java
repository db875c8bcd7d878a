package org.apodix.enclosure;

import java.util.List;

/**
 * A carrier that refuses undefined operations: where another carrier answers "everything", because a divisor may be 0 or
 * an argument may lie outside of the domain, this one throws {@link UndefinedException}. Without it a later operation, a
 * product with 0 or an exponential, could turn "everything" into a usable set of numbers that do not exist.
 *
 * @param <T> the value of the underlying carrier
 */
public record Defined<T>(Arithmetic<T> carrier) implements Arithmetic<T> {

    @Override
    public T divide(T a, T b) {
        return required(carrier.divide(a, b), "division by", b);
    }

    @Override
    public T power(T a, int n) {
        return n < 0 ? required(carrier.power(a, n), "negative power of", a) : carrier.power(a, n);
    }

    @Override
    public T sqrt(T a) {
        return required(carrier.sqrt(a), "square root of", a);
    }

    @Override
    public T log(T a) {
        return required(carrier.log(a), "logarithm of", a);
    }

    @Override
    public T log1p(T a) {
        return required(carrier.log1p(a), "logarithm of one plus", a);
    }

    private T required(T result, String operation, T operand) {
        if (carrier.isEntire(result)) {
            var set = carrier.enclosure(operand);
            throw new UndefinedException(operation + " [" + Decimals.lower(set, 4) + ", " + Decimals.upper(set, 4) + "]");
        }
        return result;
    }

    @Override
    public String name() {
        return carrier.name();
    }

    @Override
    public T of(Rational value) {
        return carrier.of(value);
    }

    @Override
    public T enclose(DyadicInterval set) {
        return carrier.enclose(set);
    }

    @Override
    public int precision() {
        return carrier.precision();
    }

    @Override
    public boolean isPositive(T a) {
        return carrier.isPositive(a);
    }

    @Override
    public T pi() {
        return carrier.pi();
    }

    @Override
    public T add(T a, T b) {
        return carrier.add(a, b);
    }

    @Override
    public T subtract(T a, T b) {
        return carrier.subtract(a, b);
    }

    @Override
    public T multiply(T a, T b) {
        return carrier.multiply(a, b);
    }

    @Override
    public T negate(T a) {
        return carrier.negate(a);
    }

    @Override
    public T square(T a) {
        return carrier.square(a);
    }

    @Override
    public T exp(T a) {
        return carrier.exp(a);
    }

    @Override
    public T logSumExp(List<T> terms) {
        return carrier.logSumExp(terms);
    }

    @Override
    public T cbrt(T a) {
        return carrier.cbrt(a);
    }

    @Override
    public T expm1(T a) {
        return carrier.expm1(a);
    }

    @Override
    public T sin(T a) {
        return carrier.sin(a);
    }

    @Override
    public T cos(T a) {
        return carrier.cos(a);
    }

    @Override
    public T tanh(T a) {
        return carrier.tanh(a);
    }

    @Override
    public T atan(T a) {
        return carrier.atan(a);
    }

    @Override
    public T erf(T a) {
        return carrier.erf(a);
    }

    @Override
    public T erfc(T a) {
        return carrier.erfc(a);
    }

    @Override
    public T normalCdf(T a) {
        return carrier.normalCdf(a);
    }

    @Override
    public T normalTail(T a) {
        return carrier.normalTail(a);
    }

    @Override
    public T abs(T a) {
        return carrier.abs(a);
    }

    @Override
    public T min(T a, T b) {
        return carrier.min(a, b);
    }

    @Override
    public T max(T a, T b) {
        return carrier.max(a, b);
    }

    @Override
    public T hull(T a, T b) {
        return carrier.hull(a, b);
    }

    @Override
    public boolean isEntire(T a) {
        return carrier.isEntire(a);
    }

    @Override
    public DyadicInterval enclosure(T a) {
        return carrier.enclosure(a);
    }
}
