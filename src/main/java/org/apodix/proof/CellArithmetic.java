package org.apodix.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apodix.enclosure.Arithmetic;
import org.apodix.enclosure.Dyadic;
import org.apodix.enclosure.DyadicArithmetic;
import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.ExactArithmetic;
import org.apodix.enclosure.InexactException;
import org.apodix.enclosure.Rational;
import org.apodix.enclosure.RationalFunction;
import org.apodix.enclosure.UndefinedException;

/**
 * Functions on one cell: every value is a rational function of the local coordinates where it is one, always with an interval that contains
 * its values, and on demand with its value on a second carrier (jets for example).
 *
 * <p>|x|, min and max follow the branch that is proved to hold on the whole closed cell. Where none is, and the difference of the operands is a
 * rational function with an affine numerator, {@link Fork} asks for a cut of the cell; otherwise both branches are kept as forms of
 * which one is the value at each point. A divisor must be proved not to be 0 on the closed cell ({@link UndefinedException}); so no denominator has a zero there, and
 * the sign of a denominator is its sign at one point.
 *
 * @param <T> a value of the second carrier
 */
final class CellArithmetic<T> implements Arithmetic<Piece<T>> {

    static final int BITS = 128;
    /** Greater degrees are left to intervals. */
    private static final int MOST_DEGREE = 64;
    private static final int MOST_TERMS = 20_000;
    /** More functions of which one is the value, at each point another perhaps, are left to intervals. */
    private static final int MOST_FORMS = 8;
    private static final int EXACT_BITS = 10_000;

    private final Cell cell;
    private final Arithmetic<T> second;
    private final Budget budget;
    private final CellFunctions functions;
    private final DyadicArithmetic ranges = new DyadicArithmetic(BITS);
    private final ExactArithmetic exact = new ExactArithmetic(EXACT_BITS);
    private final int dimension;

    /** @param second the second carrier, or null */
    CellArithmetic(Cell cell, Arithmetic<T> second, Budget budget) {
        this.cell = cell;
        this.second = second;
        this.budget = budget;
        this.dimension = cell.dimension();
        this.functions = new CellFunctions(cell, budget);
    }

    /** The variables of the domain on this cell. {@code extras} are their values on the second carrier, where there is one. */
    List<Piece<T>> variables(List<T> extras) {
        var variables = new ArrayList<Piece<T>>();
        for (var x : cell.coordinates()) {
            var extra = second == null ? null : extras.get(variables.size());
            variables.add(piece(List.of(RationalFunction.of(x)), null, extra));
        }
        return variables;
    }

    /** Forms that are too large are forgotten. The range of polynomials is that of their coefficients alone. */
    private Piece<T> piece(List<RationalFunction> forms, Supplier<DyadicInterval> range, T extra) {
        boolean polynomials = !forms.isEmpty();
        for (var form : forms) {
            if (form.numerator().size() > MOST_TERMS || form.denominator().size() > MOST_TERMS) {
                return new Piece<>(List.of(), eager(range.get()), extra);
            }
            polynomials &= form.denominator().isConstant();
        }
        if (polynomials) {
            return new Piece<>(forms, () -> functions.hull(forms), extra);
        }
        var set = range.get();
        return new Piece<>(forms, forms.isEmpty() || set.isBounded() ? eager(set) : () -> functions.hull(forms), extra);
    }

    private static Supplier<DyadicInterval> eager(DyadicInterval set) {
        return () -> set;
    }

    private T extra(Function<Arithmetic<T>, T> operation) {
        return second == null ? null : operation.apply(second);
    }

    private static int degree(RationalFunction f) {
        return Math.max(f.numerator().degree(), f.denominator().degree());
    }

    /** An operation on rational functions: the results for all pairs, or none where they would be large or many. */
    private List<RationalFunction> forms(Piece<T> a, Piece<T> b, BinaryOperator<RationalFunction> operation) {
        if (a.forms().size() * b.forms().size() > MOST_FORMS) {
            return List.of();
        }
        var results = new ArrayList<RationalFunction>(a.forms().size() * b.forms().size());
        for (var f : a.forms()) {
            for (var g : b.forms()) {
                if (degree(f) + degree(g) > MOST_DEGREE) {
                    return List.of();
                }
                long size = Math.max(f.numerator().size(), f.denominator().size());
                budget.terms(2 * size * Math.max(g.numerator().size(), g.denominator().size()));
                results.add(operation.apply(f, g));
            }
        }
        return results;
    }

    private Piece<T> both(Piece<T> a, Piece<T> b, BinaryOperator<RationalFunction> form, BinaryOperator<DyadicInterval> range,
            Function<Arithmetic<T>, T> extra) {
        return piece(forms(a, b, form), () -> range.apply(a.range(), b.range()), extra(extra));
    }

    /** A function that is no rational one: its value is known as a rational function only where that is constant. */
    private Piece<T> transcendental(Piece<T> a, UnaryOperator<Rational> exactly, UnaryOperator<DyadicInterval> range,
            BiFunction<Arithmetic<T>, T, T> extra) {
        var forms = List.<RationalFunction>of();
        if (a.form() != null && a.form().isConstant()) {
            try {
                forms = List.of(RationalFunction.constant(dimension, exactly.apply(a.form().numerator().constantTerm())));
            } catch (InexactException e) {
                forms = List.of();
            }
        }
        return piece(forms, () -> range.apply(a.range()), extra(s -> extra.apply(s, a.extra())));
    }

    @Override
    public String name() {
        return "cell";
    }

    @Override
    public Piece<T> of(Rational value) {
        return new Piece<>(List.of(RationalFunction.constant(dimension, value)), () -> ranges.of(value), extra(s -> s.of(value)));
    }

    /** A set whose dependence on the variables is not known: no second carrier, which may be one of derivatives, can take it. */
    @Override
    public Piece<T> enclose(DyadicInterval set) {
        if (second != null && !set.isPoint()) {
            throw new UndefinedException("a function known by an interval only");
        }
        if (set.isPoint()) {
            return of(set.lower().toRational());
        }
        return new Piece<>(List.of(), eager(set), null);
    }

    @Override
    public int precision() {
        return BITS;
    }

    @Override
    public Piece<T> pi() {
        return new Piece<>(List.of(), ranges::pi, extra(Arithmetic::pi));
    }

    @Override
    public Piece<T> add(Piece<T> a, Piece<T> b) {
        return both(a, b, RationalFunction::plus, ranges::add, s -> s.add(a.extra(), b.extra()));
    }

    @Override
    public Piece<T> subtract(Piece<T> a, Piece<T> b) {
        return both(a, b, RationalFunction::minus, ranges::subtract, s -> s.subtract(a.extra(), b.extra()));
    }

    /** A product with the constant 0 is 0: the other factor was proved to be defined. */
    @Override
    public Piece<T> multiply(Piece<T> a, Piece<T> b) {
        if (isZero(a) || isZero(b)) {
            return of(Rational.ZERO);
        }
        return both(a, b, RationalFunction::times, ranges::multiply, s -> s.multiply(a.extra(), b.extra()));
    }

    private static boolean isZero(Piece<?> a) {
        return a.form() != null && a.form().isZero();
    }

    /** The divisor is proved not to be 0 on the cell by its interval, or by bounds of its numerator. */
    @Override
    public Piece<T> divide(Piece<T> a, Piece<T> b) {
        var divisor = nonzero(b, "division by");
        return both(a, divisor, RationalFunction::over, ranges::divide, s -> s.divide(a.extra(), b.extra()));
    }

    /** The same value; where its interval alone proves that it is not 0, forms are kept only if there is no other one that may be 0. */
    private Piece<T> nonzero(Piece<T> a, String operation) {
        if (!a.forms().isEmpty() && a.forms().stream().noneMatch(functions::mayBeZero)) {
            return a;
        }
        if (a.range().containsZero()) {
            throw new UndefinedException(operation + " " + a.range() + " on " + cell);
        }
        return a.forms().size() <= 1 ? a : new Piece<>(List.of(), a::range, a.extra());
    }

    @Override
    public Piece<T> negate(Piece<T> a) {
        return piece(a.forms().stream().map(RationalFunction::negate).toList(), () -> ranges.negate(a.range()),
            extra(s -> s.negate(a.extra())));
    }

    @Override
    public Piece<T> square(Piece<T> a) {
        return power(a, 2);
    }

    @Override
    public Piece<T> power(Piece<T> a, int n) {
        var base = n < 0 ? nonzero(a, "negative power of") : a;
        var forms = new ArrayList<RationalFunction>();
        for (var form : base.forms()) {
            if (Math.max(1, degree(form)) * Math.abs((long) n) <= MOST_DEGREE) {
                budget.terms(workOfPower(form, Math.abs(n)));
                forms.add(form.pow(n));
            }
        }
        return piece(forms.size() == base.forms().size() ? forms : List.of(), () -> ranges.power(a.range(), n),
            extra(s -> s.power(a.extra(), n)));
    }

    /** Of p^n by squaring: in one variable the last products have degree(p) n / 2 + 1 terms each. */
    private long workOfPower(RationalFunction form, long n) {
        long size = dimension == 1 ? degree(form) * n / 2 + 1 : Math.max(form.numerator().size(), form.denominator().size()) * n;
        return 2 * size * size;
    }

    /** Where the operand is proved not to be negative, its interval is cut at 0. */
    @Override
    public Piece<T> sqrt(Piece<T> a) {
        var range = a.range();
        if (range.lower().signum() < 0 && range.upper().signum() >= 0 && a.form() != null && functions.sign(a.form()) > 0) {
            range = DyadicInterval.of(Dyadic.ZERO, range.upper());
        }
        var operand = range;
        return transcendental(a, exact::sqrt, x -> ranges.sqrt(operand), Arithmetic::sqrt);
    }

    @Override
    public Piece<T> exp(Piece<T> a) {
        return transcendental(a, exact::exp, ranges::exp, Arithmetic::exp);
    }

    @Override
    public Piece<T> log(Piece<T> a) {
        return transcendental(a, exact::log, ranges::log, Arithmetic::log);
    }

    @Override
    public Piece<T> logSumExp(List<Piece<T>> terms) {
        if (terms.size() == 1) {
            return terms.get(0);
        }
        return new Piece<>(List.of(), () -> ranges.logSumExp(terms.stream().map(Piece::range).toList()),
            extra(s -> s.logSumExp(terms.stream().map(Piece::extra).toList())));
    }

    @Override
    public Piece<T> cbrt(Piece<T> a) {
        return transcendental(a, exact::cbrt, ranges::cbrt, Arithmetic::cbrt);
    }

    @Override
    public Piece<T> expm1(Piece<T> a) {
        return transcendental(a, exact::expm1, ranges::expm1, Arithmetic::expm1);
    }

    @Override
    public Piece<T> log1p(Piece<T> a) {
        return transcendental(a, exact::log1p, ranges::log1p, Arithmetic::log1p);
    }

    @Override
    public Piece<T> sin(Piece<T> a) {
        return transcendental(a, exact::sin, ranges::sin, Arithmetic::sin);
    }

    @Override
    public Piece<T> cos(Piece<T> a) {
        return transcendental(a, exact::cos, ranges::cos, Arithmetic::cos);
    }

    @Override
    public Piece<T> tanh(Piece<T> a) {
        return transcendental(a, exact::tanh, ranges::tanh, Arithmetic::tanh);
    }

    @Override
    public Piece<T> atan(Piece<T> a) {
        return transcendental(a, exact::atan, ranges::atan, Arithmetic::atan);
    }

    @Override
    public Piece<T> erf(Piece<T> a) {
        return transcendental(a, exact::erf, ranges::erf, Arithmetic::erf);
    }

    @Override
    public Piece<T> erfc(Piece<T> a) {
        return transcendental(a, exact::erfc, ranges::erfc, Arithmetic::erfc);
    }

    @Override
    public Piece<T> normalCdf(Piece<T> a) {
        return transcendental(a, exact::normalCdf, ranges::normalCdf, Arithmetic::normalCdf);
    }

    @Override
    public Piece<T> normalTail(Piece<T> a) {
        return transcendental(a, exact::normalTail, ranges::normalTail, Arithmetic::normalTail);
    }

    @Override
    public Piece<T> abs(Piece<T> a) {
        return max(a, negate(a));
    }

    @Override
    public Piece<T> min(Piece<T> a, Piece<T> b) {
        int order = order(a, b);
        return order > 0 ? b : order < 0 ? a
            : either(a, b, ranges.min(a.range(), b.range()), extra(s -> s.min(a.extra(), b.extra())));
    }

    @Override
    public Piece<T> max(Piece<T> a, Piece<T> b) {
        int order = order(a, b);
        return order > 0 ? a : order < 0 ? b
            : either(a, b, ranges.max(a.range(), b.range()), extra(s -> s.max(a.extra(), b.extra())));
    }

    /** A value that is a or b, which of them is not known. */
    private Piece<T> either(Piece<T> a, Piece<T> b, DyadicInterval range, T extra) {
        var forms = new ArrayList<RationalFunction>();
        if (!a.forms().isEmpty() && !b.forms().isEmpty() && a.forms().size() + b.forms().size() <= MOST_FORMS) {
            forms.addAll(a.forms());
            forms.addAll(b.forms());
        }
        return new Piece<>(forms, eager(range), extra);
    }

    /** 1 where a >= b is proved on the cell, -1 where a <= b is, 0 where neither is. */
    private int order(Piece<T> a, Piece<T> b) {
        var differences = forms(a, b, RationalFunction::minus);
        if (differences.isEmpty()) {
            return a.range().lower().compareTo(b.range().upper()) >= 0 ? 1 : a.range().upper().compareTo(b.range().lower()) <= 0 ? -1 : 0;
        }
        boolean above = true;
        boolean below = true;
        for (var difference : differences) {
            int sign = difference.isZero() ? 0 : functions.sign(difference);
            if (sign == 0 && !difference.isZero()) {
                if (differences.size() == 1 && difference.numerator().isAffine()) {
                    throw new Fork(difference.numerator());
                }
                return 0;
            }
            above &= sign >= 0;
            below &= sign <= 0;
        }
        return above ? 1 : below ? -1 : 0;
    }

    @Override
    public Piece<T> hull(Piece<T> a, Piece<T> b) {
        if (a.form() != null && b.form() != null && a.form().equals(b.form())) {
            return a;
        }
        if (second != null) {
            throw new UndefinedException("a function known by an interval only");
        }
        return new Piece<>(List.of(), eager(ranges.hull(a.range(), b.range())), null);
    }

    /** Whether the values are proved to be above 0 on the closed cell. */
    @Override
    public boolean isPositive(Piece<T> a) {
        return a.range().isPositive() || a.form() != null && functions.sign(a.form()) > 0 && !functions.mayBeZero(a.form());
    }

    @Override
    public boolean isEntire(Piece<T> a) {
        return a.forms().isEmpty() && a.range().isEntire();
    }

    @Override
    public DyadicInterval enclosure(Piece<T> a) {
        return a.range();
    }
}
