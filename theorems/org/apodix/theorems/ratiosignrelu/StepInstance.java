package org.apodix.theorems.ratiosignrelu;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apodix.audit.Draw;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Variable;

/**
 * Four step functions f_1, f_2, g_1, g_2 on [0, 1], constant on cells of equal length: the model of the family {@code steps}. f_2 > 0, and g_2 is
 * nowhere 0.
 */
record StepInstance(List<Rational> f1, List<Rational> f2, List<Rational> g1, List<Rational> g2) implements RatioModel {

    /** A value of f_2, of f_1/f_2, of e_1 and of e_2. */
    static final Variable VALUE = new Variable("f");
    static final Variable RATIO = new Variable("r");
    static final Variable ERROR1 = new Variable("e1");
    static final Variable ERROR2 = new Variable("e2");

    int cells() {
        return f1.size();
    }

    /** m, the least value of f_2. */
    Rational least() {
        return f2.stream().reduce(Rational::min).orElseThrow();
    }

    Rational greatest() {
        return f2.stream().reduce(Rational::max).orElseThrow();
    }

    /** The least value of g_2. */
    Rational leastApproximant() {
        return g2.stream().reduce(Rational::min).orElseThrow();
    }

    /** rho, the largest |f_1/f_2|. */
    Rational ratio() {
        return largest(i -> f1.get(i).over(f2.get(i)));
    }

    Rational error1(int i) {
        return f1.get(i).minus(g1.get(i));
    }

    Rational error2(int i) {
        return f2.get(i).minus(g2.get(i));
    }

    /** f_1/f_2 - g_1/g_2 on cell i. */
    Rational difference(int i) {
        return f1.get(i).over(f2.get(i)).minus(g1.get(i).over(g2.get(i)));
    }

    Rational largest(IntFunction<Rational> function) {
        return IntStream.range(0, cells()).mapToObj(function).map(Rational::abs).reduce(Rational.ZERO, Rational::max);
    }

    /** The integral of |function|^p. */
    Rational integral(IntFunction<Rational> function, int p) {
        return IntStream.range(0, cells()).mapToObj(i -> function.apply(i).abs().pow(p)).reduce(Rational.ZERO, Rational::plus)
            .over(Rational.of(cells()));
    }

    /** The norm in L^p, p = 1 or 2, or in L^infinity for p = 0. */
    Expr norm(IntFunction<Rational> function, int p) {
        return switch (p) {
            case 0 -> Expr.of(largest(function));
            case 1 -> Expr.of(integral(function, 1));
            default -> Expr.of(integral(function, 2)).sqrt();
        };
    }

    static StepInstance draw(Draw draw) {
        int cells = draw.integer(1, 6);
        var f2 = draw.list(cells, d -> Simple.positive(d, 20, 10));
        var f1 = draw.list(cells, d -> d.rational(-3, 3, 6));
        var least = f2.stream().reduce(Rational::min).orElseThrow();
        // mostly |e_2| < m, sometimes not
        var most = least.times(draw.of(Rational.of(9, 10), Rational.of(1, 2), Rational.of(1, 10), Rational.of(21, 10)));
        var g1 = new ArrayList<Rational>();
        var g2 = new ArrayList<Rational>();
        for (int i = 0; i < cells; i++) {
            g1.add(f1.get(i).plus(Simple.within(draw, Rational.of(1, 2))));
            var value = f2.get(i).plus(Simple.within(draw, most));
            g2.add(value.isZero() ? f2.get(i) : value);
        }
        return new StepInstance(List.copyOf(f1), List.copyOf(f2), List.copyOf(g1), List.copyOf(g2));
    }
}
