package org.apodix.expression;

import java.util.List;
import java.util.stream.Collectors;
import org.apodix.enclosure.Rational;

/**
 * A formula over named quantities of an instance: what a claim states, what a reader sees, and what is computed.
 *
 * @param <M> the type of the instance's model
 */
public abstract sealed class Formula<M> permits Quantity, Formula.Number, Formula.Compound {

    /** The formula of this model: an expression over exact leaves. */
    public abstract Expr in(M model);

    /** LaTeX of the named form. */
    public final String tex() {
        return tex(0);
    }

    /** One line of the named form that fingerprints and scripts can rely on, in prefix notation. */
    public abstract String canonical();

    /** The named quantities in order of first appearance (with repetitions). */
    public abstract List<Quantity<M>> quantities();

    /** LaTeX, in brackets where the context binds tighter: 0 nothing, 1 a term of a sum, 2 a factor, 3 a base of a power. */
    abstract String tex(int context);

    public static <M> Formula<M> number(Rational value) {
        return new Number<>(value);
    }

    public static <M> Formula<M> number(long value) {
        return number(Rational.of(value));
    }

    public static <M> Formula<M> number(long numerator, long denominator) {
        return number(Rational.of(numerator, denominator));
    }

    public final Formula<M> plus(Formula<M> other) {
        return new Compound<>(Connective.PLUS, List.of(this, other));
    }

    public final Formula<M> minus(Formula<M> other) {
        return new Compound<>(Connective.MINUS, List.of(this, other));
    }

    public final Formula<M> times(Formula<M> other) {
        return new Compound<>(Connective.TIMES, List.of(this, other));
    }

    public final Formula<M> over(Formula<M> other) {
        return new Compound<>(Connective.OVER, List.of(this, other));
    }

    public final Formula<M> squared() {
        return new Compound<>(Connective.SQUARED, List.of(this));
    }

    /** {@code factor} times this formula. */
    public final Formula<M> scaled(long numerator, long denominator) {
        return Formula.<M>number(numerator, denominator).times(this);
    }

    /** log(e^x_1 + ... + e^x_n) of at least one formula. */
    public static <M> Formula<M> logSumExp(List<? extends Formula<M>> terms) {
        if (terms.isEmpty()) {
            throw new IllegalArgumentException("the logarithm of an empty sum of exponentials: give one term or more");
        }
        return new Compound<>(Connective.LOG_SUM_EXP, List.copyOf(terms));
    }

    private enum Connective { PLUS, MINUS, TIMES, OVER, SQUARED, LOG_SUM_EXP }

    /** An exact constant. */
    static final class Number<M> extends Formula<M> {

        private final Rational value;

        private Number(Rational value) {
            this.value = value;
        }

        @Override
        public Expr in(M model) {
            return Expr.of(value);
        }

        @Override
        public String canonical() {
            return value.toString();
        }

        @Override
        public List<Quantity<M>> quantities() {
            return List.of();
        }

        @Override
        String tex(int context) {
            var size = value.abs();
            var text = size.isInteger() ? size.toString()
                : "\\tfrac{" + size.numerator() + "}{" + size.denominator() + "}";
            return value.signum() < 0 ? bracket(context > 0, "-" + text) : text;
        }
    }

    /** A connective of formulas. */
    static final class Compound<M> extends Formula<M> {

        private final Connective connective;
        private final List<Formula<M>> parts;

        private Compound(Connective connective, List<Formula<M>> parts) {
            this.connective = connective;
            this.parts = parts;
        }

        @Override
        public Expr in(M model) {
            var first = parts.get(0).in(model);
            return switch (connective) {
                case PLUS -> first.plus(parts.get(1).in(model));
                case MINUS -> first.minus(parts.get(1).in(model));
                case TIMES -> first.times(parts.get(1).in(model));
                case OVER -> first.over(parts.get(1).in(model));
                case SQUARED -> first.square();
                case LOG_SUM_EXP -> Expr.logSumExp(parts.stream().map(part -> part.in(model)).toList());
            };
        }

        @Override
        public String canonical() {
            return "(" + connective.name().toLowerCase(java.util.Locale.ROOT) + " "
                + parts.stream().map(Formula::canonical).collect(Collectors.joining(" ")) + ")";
        }

        @Override
        public List<Quantity<M>> quantities() {
            return parts.stream().flatMap(part -> part.quantities().stream()).toList();
        }

        @Override
        String tex(int context) {
            var first = parts.get(0);
            return switch (connective) {
                case PLUS -> bracket(context > 0, first.tex(0) + " + " + parts.get(1).tex(0));
                case MINUS -> bracket(context > 0, first.tex(0) + " - " + parts.get(1).tex(1));
                case TIMES -> bracket(context > 2, first.tex(2) + "\\," + parts.get(1).tex(2));
                case OVER -> bracket(context > 2, "\\frac{" + first.tex(0) + "}{" + parts.get(1).tex(0) + "}");
                case SQUARED -> first.tex(3) + "^2";
                case LOG_SUM_EXP -> bracket(context > 2, "\\log\\left(" + parts.stream().map(part -> "e^{" + part.tex(0) + "}")
                    .collect(Collectors.joining(" + ")) + "\\right)");
            };
        }
    }

    private static String bracket(boolean needed, String text) {
        return needed ? "\\left(" + text + "\\right)" : text;
    }
}
