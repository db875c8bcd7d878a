package org.apodix.proof;

import java.util.ArrayList;
import java.util.List;
import org.apodix.enclosure.Rational;
import org.apodix.enclosure.UndefinedException;
import org.apodix.expression.Expr;

/**
 * Proves left <= right on a box where right - left is a sum of functions of one variable each: then its least value is the sum of theirs. The work is that of as many
 * proofs in one variable, where cells in all variables would be as many as the product.
 *
 * <p>The sum is found from the tape of both sides itself (see {@link SeparatedArithmetic}), and held against them at corners and center.
 */
final class SumOfFunctions {

    private final Sides sides;
    private final Domain domain;
    private final Budget budget;
    private final List<Evidence.Summand> summands = new ArrayList<>();

    SumOfFunctions(Sides sides, Domain domain, Budget budget) {
        this.sides = sides;
        this.domain = domain;
        this.budget = budget;
    }

    /** The least values of the summands, of a run that proved the statement. */
    List<Evidence.Summand> evidence() {
        return List.copyOf(summands);
    }

    /** Proved or refuted, or null where this means finds neither. */
    Finding run() {
        if (domain.cells().size() != 1 || !(domain.cells().get(0) instanceof Box box) || box.dimension() < 2) {
            return null;
        }
        try {
            var arithmetic = new SeparatedArithmetic(domain.variables());
            var values = sides.tape().evaluate(arithmetic, arithmetic.variables());
            return least(box, arithmetic.subtract(values.get(1), values.get(0)));
        } catch (Separated.Mixed | UndefinedException | Budget.Exhausted e) {
            return null;
        }
    }

    private Finding least(Box box, Separated difference) {
        guard(box, difference);
        var point = new ArrayList<Rational>();
        var sum = difference.constant();
        var cells = 0L;
        var method = Finding.Method.ALGEBRA;
        for (int i = 0; i < box.dimension(); i++) {
            var x = domain.variables().get(i);
            var function = difference.summand(i, domain.variables());
            var interval = Domain.interval(x, box.lower().get(i), box.upper().get(i));
            var known = new KnownValues();
            var search = new LeastValue(function, x, interval, budget, known);
            if (!(search.run() instanceof Finding.Proved)) {
                return null;
            }
            var inequality = new Inequality(search.value(), function, x, interval, budget, known);
            if (!(inequality.run() instanceof Finding.Proved proved)) {
                return null;
            }
            summands.add(new Evidence.Summand(i, search.value(), inequality.evidence().get(0)));
            point.add(search.point());
            sum = sum.plus(search.value());
            cells += proved.cells();
            method = proved.method().compareTo(method) > 0 ? proved.method() : method;
        }
        var sample = sides.at(point);
        if (sum.signum() < 0) {
            return sample != null && sample.isAbove() ? new Finding.Refuted(sample) : null;
        }
        return new Finding.Proved(method, cells, sample);
    }

    /** An independent check of the sum: the values of both sides, as they were stated, at corners and center. */
    private void guard(Box box, Separated difference) {
        var summands = new ArrayList<Sides>();
        for (var x : domain.variables()) {
            summands.add(new Sides(difference.summand(summands.size(), domain.variables()), Expr.ZERO, List.of(x)));
        }
        for (var t : Search.points(box)) {
            var point = box.at(t);
            var sample = sides.at(point);
            if (sample == null || !sample.isExact()) {
                continue;
            }
            var sum = difference.constant();
            for (int i = 0; i < box.dimension(); i++) {
                var value = summands.get(i).at(List.of(point.get(i))).exactLeft();
                if (value == null) {
                    return;
                }
                sum = sum.plus(value);
            }
            if (!sum.equals(sample.exactRight().minus(sample.exactLeft()))) {
                throw new IllegalStateException("the sum of functions of one variable " + sum + " contradicts the values " + sample + " at " + point);
            }
        }
    }
}
