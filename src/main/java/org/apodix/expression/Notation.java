package org.apodix.expression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.apodix.enclosure.Rational;

/**
 * Reads an expression in ordinary notation.
 *
 * <pre>
 * sum      = term { ("+" | "-") term }             from the left
 * term     = factor { ("*" | "/") factor }         from the left; "*" is required
 * factor   = { "+" | "-" } power                   -x^2 is -(x^2)
 * power    = atom [ "^" exponent ]                 from the right: 2^3^2 is 2^9
 * exponent = { "+" | "-" } atom [ "^" exponent ]   an integer constant of at most 10^6 in size
 * atom     = number | "pi" | variable | "(" sum ")" | name "(" sum { "," sum } ")"
 * </pre>
 *
 * {@code logsumexp} takes one argument or more. Numbers are exact: {@code 7}, {@code 1.25}, {@code 1e-6}. {@code interval(a, b)} with constant ends is a {@link Range};
 * {@code integral}, {@code sup} and {@code inf} of {@code (f, x, a, b)} bind the variable x in f alone. Nothing is evaluated here: a
 * division by zero is read, and found when enclosing.
 *
 * <p>Rejected, with a {@link NotationException}: everything else, more than {@value #MOST_CHARACTERS} characters, a nesting deeper than
 * {@value #MOST_LEVELS}, larger exponents.
 */
public final class Notation {

    static final int MOST_CHARACTERS = 10_000;
    static final int MOST_LEVELS = 100;
    private static final int MOST_EXPONENT = 1_000_000;

    private static final Map<String, UnaryOperator<Expr>> FUNCTIONS = new TreeMap<>(Map.ofEntries(
        Map.entry("sqrt", Expr::sqrt), Map.entry("cbrt", Expr::cbrt), Map.entry("exp", Expr::exp), Map.entry("expm1", Expr::expm1),
        Map.entry("log", Expr::log), Map.entry("log1p", Expr::log1p), Map.entry("sin", Expr::sin), Map.entry("cos", Expr::cos),
        Map.entry("tanh", Expr::tanh), Map.entry("atan", Expr::atan), Map.entry("erf", Expr::erf), Map.entry("erfc", Expr::erfc),
        Map.entry("normcdf", Expr::normalCdf), Map.entry("abs", Expr::abs), Map.entry("relu", Expr::relu)));
    private static final Map<String, BinaryOperator<Expr>> PAIRS = Map.of("min", Expr::min, "max", Expr::max);
    private static final List<String> BINDERS = List.of("integral", "sup", "inf");
    private static final List<String> OTHERS = List.of("interval", "logsumexp");

    private final NotationText text;
    private final Map<String, Variable> variables = new HashMap<>();
    private int level;

    private Notation(String text) {
        this.text = new NotationText(text);
    }

    /** The expression that the text denotes. */
    public static Expr parse(String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw new NotationException("the expression " + NotationText.quote(text) + " has " + text.length() + " characters, more than the "
                + MOST_CHARACTERS + " allowed: split it");
        }
        if (text.isBlank()) {
            throw new NotationException("the expression is empty: write one, such as sqrt(2) or exp(-1/3)");
        }
        var reader = new Notation(text);
        var expression = reader.sum();
        if (!reader.text.atEnd()) {
            throw reader.text.misplaced("an operator + - * / ^");
        }
        return expression;
    }

    private Expr sum() {
        var value = term();
        while (true) {
            if (text.accept('+')) {
                value = value.plus(term());
            } else if (text.accept('-')) {
                value = value.minus(term());
            } else {
                return value;
            }
        }
    }

    private Expr term() {
        var value = factor();
        while (true) {
            if (text.accept('*')) {
                value = value.times(factor());
            } else if (text.accept('/')) {
                value = quotient(value, factor());
            } else {
                return value;
            }
        }
    }

    private Expr factor() {
        boolean negative = text.signs();
        var value = atom();
        if (text.accept('^')) {
            value = power(value, exponent());
        }
        return negative ? value.negate() : value;
    }

    private int exponent() {
        descend();
        int start = text.next();
        boolean negative = text.signs();
        var value = atom();
        if (text.accept('^')) {
            value = power(value, exponent());
        }
        level--;
        var exact = value instanceof Constant c && c.value().isInteger() ? c.value().numerator() : null;
        if (exact == null) {
            throw text.error(start, "an exponent is an integer constant", "write sqrt(x), cbrt(x) or exp(y*log(x)) for other powers");
        }
        if (exact.bitLength() > 31 || Math.abs(exact.longValue()) > MOST_EXPONENT) {
            throw text.error(start, "an exponent is at most " + MOST_EXPONENT + " in size", "write exp(n*log(x))");
        }
        return negative ? -exact.intValue() : exact.intValue();
    }

    /** A power keeps its base, also where the exponent is 0: what is undefined stays undefined. */
    private static Expr power(Expr base, int exponent) {
        if (exponent == 0) {
            return base.times(Expr.ZERO).plus(Expr.ONE);
        }
        return exponent < 0 && base.isZero() ? quotient(Expr.ONE, base) : base.pow(exponent);
    }

    /** A quotient that may have the constant divisor 0. */
    private static Expr quotient(Expr dividend, Expr divisor) {
        return divisor.isZero() ? new Operation(Operator.DIVIDE, dividend, divisor) : dividend.over(divisor);
    }

    private Expr atom() {
        int start = text.next();
        if (text.accept('(')) {
            descend();
            var value = sum();
            level--;
            text.require(')');
            return value;
        }
        if (text.isDigit()) {
            return Expr.of(text.number());
        }
        var name = text.name();
        if (name.isEmpty()) {
            throw text.misplaced("a number, a name or (");
        }
        if (name.equals("pi")) {
            return Expr.PI;
        }
        if (variables.get(name) != null) {
            return variables.get(name);
        }
        if (!text.accept('(')) {
            throw isFunction(name) ? text.misplaced("( after " + name) : unknown(start, name);
        }
        return call(start, name);
    }

    private Expr call(int start, String name) {
        descend();
        Expr value;
        if (FUNCTIONS.containsKey(name)) {
            value = FUNCTIONS.get(name).apply(arguments(start, name, 1).get(0));
        } else if (PAIRS.containsKey(name)) {
            var both = arguments(start, name, 2);
            value = PAIRS.get(name).apply(both.get(0), both.get(1));
        } else if (name.equals("logsumexp")) {
            value = Expr.logSumExp(arguments());
        } else if (name.equals("interval")) {
            value = range(start);
        } else if (BINDERS.contains(name)) {
            value = bound(start, name);
        } else {
            throw unknown(start, name);
        }
        level--;
        text.require(')');
        return value;
    }

    private List<Expr> arguments() {
        var arguments = new ArrayList<Expr>();
        do {
            arguments.add(sum());
        } while (text.accept(','));
        return arguments;
    }

    private List<Expr> arguments(int start, String name, int count) {
        var arguments = arguments();
        if (arguments.size() != count) {
            throw text.error(start, name + " takes " + count + (count == 1 ? " argument" : " arguments") + ", not " + arguments.size(),
                count == 1 ? "write " + name + "(x)" : "write " + name + "(x, y)");
        }
        return arguments;
    }

    private Expr range(int start) {
        var ends = arguments(start, "interval", 2);
        if (!(ends.get(0) instanceof Constant lower) || !(ends.get(1) instanceof Constant upper)) {
            throw text.error(start, "the ends of an interval are exact numbers", "write fractions or decimals of moderate length");
        }
        if (lower.value().compareTo(upper.value()) > 0) {
            throw text.error(start, "an interval has its lower end first", "swap the ends");
        }
        return Range.of(lower.value(), upper.value());
    }

    private Expr bound(int start, String name) {
        var variable = text.nameAfterComma();
        if (variable.isEmpty() || isFunction(variable) || variable.equals("pi")) {
            throw text.error(start, name + " needs a variable as its second argument", "write " + name + "(f, x, a, b)");
        }
        var bound = new Variable(variable);
        var hidden = variables.put(variable, bound);
        var body = sum();
        variables.put(variable, hidden);
        text.require(',');
        text.name();
        text.require(',');
        var lower = sum();
        text.require(',');
        return binder(start, name, body, bound, lower, sum());
    }

    private Expr binder(int start, String name, Expr body, Variable variable, Expr lower, Expr upper) {
        try {
            return switch (name) {
                case "integral" -> Integral.of(body, variable, lower, upper);
                case "sup" -> Supremum.of(body, variable, lower, upper);
                default -> Supremum.infimum(body, variable, lower, upper);
            };
        } catch (IllegalArgumentException e) {
            throw text.error(start, e.getMessage(), "iterated integrals are not built yet");
        }
    }

    private void descend() {
        if (++level > MOST_LEVELS) {
            throw text.error(text.next(), "brackets and powers are nested at most " + MOST_LEVELS + " deep", "split the expression");
        }
    }

    private static boolean isFunction(String name) {
        return FUNCTIONS.containsKey(name) || PAIRS.containsKey(name) || BINDERS.contains(name) || OTHERS.contains(name);
    }

    private NotationException unknown(int start, String name) {
        var known = new TreeSet<>(FUNCTIONS.keySet());
        known.addAll(PAIRS.keySet());
        known.addAll(BINDERS);
        known.addAll(OTHERS);
        return text.error(start, "the name " + NotationText.quote(name) + " is unknown", "the names are pi, " + String.join(", ", known));
    }
}
