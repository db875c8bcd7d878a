package org.apodix.theorems.dimensionfreescore;

import java.util.ArrayList;
import java.util.List;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/**
 * PL: the continuous piecewise linear h with these values at the knots and these slopes before the first and after the last one. HAT and RAMP are among
 * them; with end slopes other than 0, F_t phi is still integrable.
 *
 * @param knots  increasing, at least one
 * @param values one per knot
 */
record PiecewiseLinear(List<Rational> knots, List<Rational> values, Rational first, Rational last) implements Profile {

    PiecewiseLinear {
        knots = List.copyOf(knots);
        values = List.copyOf(values);
        if (knots.isEmpty() || knots.size() != values.size()) {
            throw new IllegalArgumentException(knots.size() + " knots with " + values.size() + " values: give at least one knot and a value for each");
        }
        for (int i = 1; i < knots.size(); i++) {
            if (knots.get(i - 1).compareTo(knots.get(i)) >= 0) {
                throw new IllegalArgumentException("the knot " + knots.get(i) + " comes after " + knots.get(i - 1) + ": knots increase");
            }
        }
    }

    /** Constant outside of the knots. */
    static PiecewiseLinear of(List<Rational> knots, List<Rational> values) {
        return new PiecewiseLinear(knots, values, Rational.ZERO, Rational.ZERO);
    }

    /** HAT: c max(0, 1 - |z|). */
    static PiecewiseLinear hat(Rational c) {
        return of(List.of(Rational.of(-1), Rational.ZERO, Rational.ONE), List.of(Rational.ZERO, c, Rational.ZERO));
    }

    /** RAMP: n min(z, 0), for n >= 0. */
    static PiecewiseLinear ramp(Rational n) {
        return new PiecewiseLinear(List.of(Rational.ZERO), List.of(Rational.ZERO), n, Rational.ZERO);
    }

    /** The number of pieces, with both outer ones. */
    int pieces() {
        return knots.size() + 1;
    }

    /** The slope on piece i, from 0 on the left to the number of knots on the right. */
    Rational slope(int i) {
        if (i == 0) {
            return first;
        }
        if (i == knots.size()) {
            return last;
        }
        return values.get(i).minus(values.get(i - 1)).over(knots.get(i).minus(knots.get(i - 1)));
    }

    /** The value that the line of piece i has at 0. */
    Rational intercept(int i) {
        int knot = Math.min(i, knots.size() - 1);
        return values.get(knot).minus(slope(i).times(knots.get(knot)));
    }

    /** The line of the first piece and a positive part for every change of slope. */
    @Override
    public Expr value(Expr z) {
        var terms = new ArrayList<Expr>();
        terms.add(z.times(Expr.of(first)).plus(Expr.of(intercept(0))));
        for (int i = 0; i < knots.size(); i++) {
            terms.add(z.minus(Expr.of(knots.get(i))).relu().times(Expr.of(slope(i + 1).minus(slope(i)))));
        }
        return Expr.sum(terms);
    }

    /** h at a number. */
    Rational at(Rational z) {
        int i = 0;
        while (i < knots.size() && knots.get(i).compareTo(z) < 0) {
            i++;
        }
        return slope(i).times(z).plus(intercept(i));
    }

    /** Of a number: the slope of the piece in which it lies. */
    Rational slopeAt(Rational z) {
        for (int i = 0; i < knots.size(); i++) {
            int order = z.compareTo(knots.get(i));
            if (order <= 0) {
                return order == 0 ? slope(i).plus(slope(i + 1)).over(Rational.TWO) : slope(i);
            }
        }
        return last;
    }

    @Override
    public Expr slope(Expr z) {
        throw new IllegalStateException("the slope of a piecewise linear tilt is no expression: it jumps");
    }

    @Override
    public Rational lipschitz() {
        var most = Rational.ZERO;
        for (int i = 0; i < pieces(); i++) {
            most = most.max(slope(i).abs());
        }
        return most;
    }

    @Override
    public boolean isBounded() {
        return first.isZero() && last.isZero();
    }

    @Override
    public boolean isBoundedBelow() {
        return first.signum() <= 0 && last.signum() >= 0;
    }

    private boolean isBoundedAbove() {
        return first.signum() >= 0 && last.signum() <= 0;
    }

    @Override
    public Expr infimum() {
        if (!isBoundedBelow()) {
            throw new IllegalStateException("a tilt that is not bounded below has no infimum");
        }
        return Expr.of(values.stream().reduce(Rational::min).orElseThrow());
    }

    @Override
    public Expr supremum() {
        if (!isBoundedAbove()) {
            throw new IllegalStateException("a tilt that is not bounded above has no supremum");
        }
        return Expr.of(values.stream().reduce(Rational::max).orElseThrow());
    }

    @Override
    public boolean isConstant() {
        return lipschitz().isZero();
    }

    /** F at x = 0 in the limit of late times. */
    @Override
    public Expr normalizer() {
        return at(ForwardTime.NOISE, Expr.ZERO).density();
    }

    @Override
    public Expr secondMoment() {
        return at(ForwardTime.NOISE, Expr.ZERO).weighted(2, 1);
    }

    @Override
    public Moments at(ForwardTime time, Expr x) {
        return new PiecewiseMoments(this, time, x);
    }

    @Override
    public Moments under(ForwardTime time, Expr x, Size use) {
        return at(time, x);
    }

    @Override
    public Expr error() {
        return Expr.ZERO;
    }

    /** Where h is bounded above, F is too. */
    @Override
    public Expr tail(ForwardTime time, Expr from) {
        return supremum().exp().times(from.normalTail()).times(2);
    }

    @Override
    public Rational tailFrom(ForwardTime time) {
        return Rational.ZERO;
    }
}
