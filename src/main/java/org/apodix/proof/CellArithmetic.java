package org.apodix.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apodix.enclosure.Arithmetic;
import org.apodix.enclosure.Dyadic;
import org.apodix.enclosure.DyadicArithmetic;
import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.ExactArithmetic;
import org.apodix.enclosure.InexactException;
import org.apodix.enclosure.Polynomial;
import org.apodix.enclosure.Rational;
import org.apodix.enclosure.RationalFunction;
import org.apodix.enclosure.UndefinedException;

/**
 * Functions on one cell: every value is a rational function of the local coordinates where it is one, always with an interval that contains
 * its values, and on demand with its value on a second carrier (jets for example).
 *
 * <p>|x|, min and max follow the branch that is proved to hold on the whole closed cell. Where none is, and the difference of the operands is a
 * rational function with an affine numerator, {@link Fork} asks for a cut of the cell; otherwise the value is known by its
 * interval alone. A divisor must be proved not to be 0 on the closed cell ({@link UndefinedException}); so no denominator has a zero there, and
 * the sign of a denominator is its sign at one point.
 *
 * @param <T> a value of the second carrier
 */
final class CellArithmetic<T> implements Arithmetic<Piece<T>> {

    static final int BITS = 128;
    /** Greater degrees are left to intervals. */
    private static final int MOST_DEGREE = 64;
    private static final int MOST_TERMS = 20_000;
    private static final int EXACT_BITS = 10_000;

    private final Cell cell;
    private final Arithmetic<T> second;
    private final Budget budget;
    private final DyadicArithmetic ranges = new DyadicArithmetic(BITS);
    private final ExactArithmetic exact = new ExactArithmetic(EXACT_BITS);
    private final int dimension;

    /** @param second the second carrier, or null */
    CellArithmetic(Cell cell, Arithmetic<T> second, Budget budget) {
        this.cell = cell;
        this.second = second;
        this.budget = budget;
        this.dimension = cell.dimension();
    }

    /** The variables of the domain on this cell. {@code extras} are their values on the second carrier, where there is one. */
    List<Piece<T>> variables(List<T> extras) {
        var variables = new ArrayList<Piece<T>>();
        for (var x : cell.coordinates()) {
            var extra = second == null ? null : extras.get(variables.size());
            variables.add(piece(RationalFunction.of(x), cell.bounds(x).outward(BITS), extra));
        }
        return variables;
    }

    /** The sign of a rational function on the whole closed cell, with 0 at some points allowed: 1, -1, or 0 where neither is proved. */
    int sign(RationalFunction f) {
        var bounds = bounds(f.numerator());
        int sign = bounds.isNonnegative() ? 1 : bounds.isNonpositive() ? -1 : 0;
        return sign * f.denominator().at(cell.corners().get(0)).signum();
    }

    /** The numerator of f times the sign of its denominator: has the sign of f at every point of the cell. */
    Polynomial signed(RationalFunction f) {
        return f.denominator().at(cell.corners().get(0)).signum() < 0 ? f.numerator().negate() : f.numerator();
    }

    private Bounds bounds(Polynomial p) {
        budget.terms(p.isAffine() ? p.size() : (long) p.size() * (p.size() + p.degree()));
        return cell.bounds(p);
    }

    private Piece<T> piece(RationalFunction form, DyadicInterval range, T extra) {
        boolean large = form != null && (form.numerator().size() > MOST_TERMS || form.denominator().size() > MOST_TERMS);
        if (form == null || large) {
            return new Piece<>(null, range, extra);
        }
        if (!form.isConstant() && !(form.denominator().isConstant() && form.numerator().isAffine()) && range.isBounded()) {
            return new Piece<>(form, range, extra);
        }
        return new Piece<>(form, tighter(form, range), extra);
    }

    /** The range, cut to the bounds of numerator and denominator. */
    private DyadicInterval tighter(RationalFunction form, DyadicInterval range) {
        var above = bounds(form.numerator());
        var below = bounds(form.denominator());
        if (below.hasZero()) {
            return range;
        }
        return ranges.divide(above.outward(BITS), below.outward(BITS)).intersect(range);
    }

    private T extra(Function<Arithmetic<T>, T> operation) {
        return second == null ? null : operation.apply(second);
    }

    private static int degree(RationalFunction f) {
        return f == null ? 0 : Math.max(f.numerator().degree(), f.denominator().degree());
    }

    /** An operation on rational functions, or null where the result would be large. */
    private RationalFunction form(Piece<T> a, Piece<T> b, BinaryOperator<RationalFunction> operation) {
        if (a.form() == null || b.form() == null || degree(a.form()) + degree(b.form()) > MOST_DEGREE) {
            return null;
        }
        long size = Math.max(a.form().numerator().size(), a.form().denominator().size());
        budget.terms(2 * size * Math.max(b.form().numerator().size(), b.form().denominator().size()));
        return operation.apply(a.form(), b.form());
    }

    private Piece<T> both(Piece<T> a, Piece<T> b, BinaryOperator<RationalFunction> form, BinaryOperator<DyadicInterval> range,
            Function<Arithmetic<T>, T> extra) {
        return piece(form(a, b, form), range.apply(a.range(), b.range()), extra(extra));
    }

    /** A function that is no rational one: its value is known as a rational function only where that is constant. */
    private Piece<T> transcendental(Piece<T> a, UnaryOperator<Rational> exactly, UnaryOperator<DyadicInterval> range,
            BiFunction<Arithmetic<T>, T, T> extra) {
        RationalFunction form = null;
        if (a.form() != null && a.form().isConstant()) {
            try {
                form = RationalFunction.constant(dimension, exactly.apply(a.form().numerator().constantTerm()));
            } catch (InexactException e) {
                form = null;
            }
        }
        return piece(form, range.apply(a.range()), extra(s -> extra.apply(s, a.extra())));
    }

    @Override
    public String name() {
        return "cell";
    }

    @Override
    public Piece<T> of(Rational value) {
        return new Piece<>(RationalFunction.constant(dimension, value), ranges.of(value), extra(s -> s.of(value)));
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
        return new Piece<>(null, set, null);
    }

    @Override
    public int precision() {
        return BITS;
    }

    @Override
    public Piece<T> pi() {
        return new Piece<>(null, ranges.pi(), extra(Arithmetic::pi));
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
        requireNonzero(b, "division by");
        return both(a, b, RationalFunction::over, ranges::divide, s -> s.divide(a.extra(), b.extra()));
    }

    private void requireNonzero(Piece<T> divisor, String operation) {
        if (divisor.range().containsZero() && (divisor.form() == null || bounds(divisor.form().numerator()).hasZero())) {
            throw new UndefinedException(operation + " " + divisor.range() + " on " + cell);
        }
    }

    @Override
    public Piece<T> negate(Piece<T> a) {
        return piece(a.form() == null ? null : a.form().negate(), ranges.negate(a.range()), extra(s -> s.negate(a.extra())));
    }

    @Override
    public Piece<T> square(Piece<T> a) {
        return power(a, 2);
    }

    @Override
    public Piece<T> power(Piece<T> a, int n) {
        if (n < 0) {
            requireNonzero(a, "negative power of");
        }
        RationalFunction form = null;
        if (a.form() != null && (long) Math.max(1, degree(a.form())) * Math.abs((long) n) <= MOST_DEGREE) {
            long size = Math.max(a.form().numerator().size(), a.form().denominator().size());
            budget.terms(size * size * Math.abs((long) n) * Math.abs((long) n));
            form = a.form().pow(n);
        }
        return piece(form, ranges.power(a.range(), n), extra(s -> s.power(a.extra(), n)));
    }

    /** Where the operand is proved not to be negative, its interval is cut at 0. */
    @Override
    public Piece<T> sqrt(Piece<T> a) {
        var range = a.range();
        if (range.lower().signum() < 0 && range.upper().signum() >= 0 && a.form() != null && sign(a.form()) > 0) {
            range = DyadicInterval.of(Dyadic.ZERO, range.upper());
        }
        var root = ranges.sqrt(range);
        return transcendental(a, exact::sqrt, x -> root, Arithmetic::sqrt);
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
            : new Piece<>(null, ranges.min(a.range(), b.range()), extra(s -> s.min(a.extra(), b.extra())));
    }

    @Override
    public Piece<T> max(Piece<T> a, Piece<T> b) {
        int order = order(a, b);
        return order > 0 ? a : order < 0 ? b
            : new Piece<>(null, ranges.max(a.range(), b.range()), extra(s -> s.max(a.extra(), b.extra())));
    }

    /** 1 where a >= b is proved on the cell, -1 where a <= b is, 0 where neither is. */
    private int order(Piece<T> a, Piece<T> b) {
        if (a.range().lower().compareTo(b.range().upper()) >= 0) {
            return 1;
        }
        if (a.range().upper().compareTo(b.range().lower()) <= 0) {
            return -1;
        }
        var difference = form(a, b, RationalFunction::minus);
        if (difference == null) {
            return 0;
        }
        int sign = difference.isZero() ? 1 : sign(difference);
        if (sign == 0 && difference.numerator().isAffine()) {
            throw new Fork(difference.numerator());
        }
        return sign;
    }

    @Override
    public Piece<T> hull(Piece<T> a, Piece<T> b) {
        if (a.form() != null && b.form() != null && a.form().equals(b.form())) {
            return a;
        }
        if (second != null) {
            throw new UndefinedException("a function known by an interval only");
        }
        return new Piece<>(null, ranges.hull(a.range(), b.range()), null);
    }

    /** Whether the values are proved to be above 0 on the closed cell. */
    @Override
    public boolean isPositive(Piece<T> a) {
        return a.range().isPositive() || a.form() != null && sign(a.form()) > 0 && !bounds(a.form().numerator()).hasZero();
    }

    @Override
    public boolean isEntire(Piece<T> a) {
        return a.form() == null && a.range().isEntire();
    }

    @Override
    public DyadicInterval enclosure(Piece<T> a) {
        return a.range();
    }
}
