package org.apodix.proof;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.apodix.enclosure.Arithmetic;
import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Variable;

/**
 * Writes an expression as a sum of functions of one variable each, where it is one: linear operations act on the summands, others are possible where the
 * operands depend on the same variable alone. Only operations that are defined everywhere are accepted; so nothing that may be undefined is
 * dropped with a factor 0. Whatever is refused is {@link Separated.Mixed}.
 */
final class SeparatedArithmetic implements Arithmetic<Separated> {

    private final List<Variable> variables;

    SeparatedArithmetic(List<Variable> variables) {
        this.variables = variables;
    }

    List<Separated> variables() {
        return java.util.stream.IntStream.range(0, variables.size()).mapToObj(i -> Separated.variable(variables.size(), i)).toList();
    }

    private Expr whole(Separated a, int i) {
        return a.summand(i, variables).plus(Expr.of(a.constant()));
    }

    private Separated apply(Separated a, UnaryOperator<Expr> function) {
        int i = a.variableWith(a);
        return a.only(i, function.apply(whole(a, i)));
    }

    private Separated apply(Separated a, Separated b, BinaryOperator<Expr> function) {
        int i = a.variableWith(b);
        return a.only(i, function.apply(whole(a, i), whole(b, i)));
    }

    @Override
    public String name() {
        return "separated";
    }

    @Override
    public Separated of(Rational value) {
        return Separated.constant(variables.size(), value);
    }

    @Override
    public Separated enclose(DyadicInterval set) {
        if (!set.isPoint()) {
            throw new Separated.Mixed();
        }
        return of(set.lower().toRational());
    }

    @Override
    public Separated pi() {
        return of(Rational.ZERO).only(0, Expr.PI);
    }

    @Override
    public Separated add(Separated a, Separated b) {
        return a.plus(b);
    }

    @Override
    public Separated subtract(Separated a, Separated b) {
        return a.plus(negate(b));
    }

    @Override
    public Separated multiply(Separated a, Separated b) {
        return a.isConstant() ? b.times(a.constant()) : b.isConstant() ? a.times(b.constant()) : apply(a, b, Expr::times);
    }

    @Override
    public Separated divide(Separated a, Separated b) {
        if (!b.isConstant() || b.constant().isZero()) {
            throw new Separated.Mixed();
        }
        return a.times(b.constant().inverse());
    }

    @Override
    public Separated negate(Separated a) {
        return a.times(Rational.ONE.negate());
    }

    @Override
    public Separated square(Separated a) {
        return apply(a, Expr::square);
    }

    @Override
    public Separated power(Separated a, int n) {
        if (n < 0) {
            throw new Separated.Mixed();
        }
        return apply(a, x -> x.pow(n));
    }

    @Override
    public Separated sqrt(Separated a) {
        throw new Separated.Mixed();
    }

    @Override
    public Separated exp(Separated a) {
        return apply(a, Expr::exp);
    }

    @Override
    public Separated log(Separated a) {
        throw new Separated.Mixed();
    }

    @Override
    public Separated logSumExp(List<Separated> terms) {
        throw new Separated.Mixed();
    }

    @Override
    public Separated cbrt(Separated a) {
        return apply(a, Expr::cbrt);
    }

    @Override
    public Separated expm1(Separated a) {
        return apply(a, Expr::expm1);
    }

    @Override
    public Separated log1p(Separated a) {
        throw new Separated.Mixed();
    }

    @Override
    public Separated sin(Separated a) {
        return apply(a, Expr::sin);
    }

    @Override
    public Separated cos(Separated a) {
        return apply(a, Expr::cos);
    }

    @Override
    public Separated tanh(Separated a) {
        return apply(a, Expr::tanh);
    }

    @Override
    public Separated atan(Separated a) {
        return apply(a, Expr::atan);
    }

    @Override
    public Separated erf(Separated a) {
        return apply(a, Expr::erf);
    }

    @Override
    public Separated erfc(Separated a) {
        return apply(a, Expr::erfc);
    }

    @Override
    public Separated normalCdf(Separated a) {
        return apply(a, Expr::normalCdf);
    }

    @Override
    public Separated normalTail(Separated a) {
        return apply(a, Expr::normalTail);
    }

    @Override
    public Separated abs(Separated a) {
        return apply(a, Expr::abs);
    }

    @Override
    public Separated min(Separated a, Separated b) {
        return apply(a, b, Expr::min);
    }

    @Override
    public Separated max(Separated a, Separated b) {
        return apply(a, b, Expr::max);
    }

    @Override
    public Separated hull(Separated a, Separated b) {
        throw new Separated.Mixed();
    }

    /** Every function here is defined everywhere. */
    @Override
    public boolean isEntire(Separated a) {
        return false;
    }

    @Override
    public boolean isPositive(Separated a) {
        throw new Separated.Mixed();
    }

    @Override
    public DyadicInterval enclosure(Separated a) {
        throw new Separated.Mixed();
    }
}
