package org.apodix.proof;

import java.util.ArrayList;
import java.util.List;
import org.apodix.enclosure.Polynomial;
import org.apodix.enclosure.Rational;

/** Proves left = right on a domain: on every cell both sides are rational functions, and equal as such. */
final class Identity extends Search {

    /** Halving brings a function closer to a rational one only where the branch changes along a curve. */
    private static final int MOST_DEPTH = 12;

    private Sample first;

    Identity(Sides sides, Domain domain, Budget budget) {
        super(sides, domain, budget, MOST_DEPTH);
    }

    @Override
    Cut.Reason proof(Cell cell, Piece<Void> left, Piece<Void> right) {
        if (left.forms().isEmpty() || right.forms().isEmpty()) {
            refute(cell.at(cell.center()));
            return null;
        }
        for (var l : left.forms()) {
            for (var r : right.forms()) {
                var difference = l.minus(r).numerator();
                if (!difference.isZero()) {
                    refute(cell.at(nonzero(difference, cell)));
                    return null;
                }
            }
        }
        return Cut.Reason.SIGNS;
    }

    @Override
    Polynomial obstacle(Cell cell, Piece<Void> left, Piece<Void> right) {
        return null;
    }

    /**
     * A point of the reference set where a nonzero polynomial is not 0: one variable after the other is given a value for which the rest is a nonzero
     * polynomial. Of n + 1 values one is found, n the degree in the variable. All lie in (0, 1/d), so their sum is below 1.
     */
    private static List<Rational> nonzero(Polynomial p, Cell cell) {
        int d = cell.dimension();
        var values = new ArrayList<Rational>();
        var rest = p;
        for (int i = 0; i < d; i++) {
            int n = rest.degree(i);
            for (int k = 1; k <= n + 1; k++) {
                var value = Rational.of(k, (long) (n + 2) * d);
                var fixed = fix(rest, i, value);
                if (!fixed.isZero()) {
                    rest = fixed;
                    values.add(value);
                    break;
                }
            }
        }
        return values;
    }

    private static Polynomial fix(Polynomial p, int i, Rational value) {
        int d = p.variables();
        var sum = Polynomial.constant(d, Rational.ZERO);
        for (var term : p.terms().entrySet()) {
            var product = Polynomial.constant(d, term.getValue().times(value.pow(term.getKey()[i])));
            for (int k = 0; k < d; k++) {
                product = k == i ? product : product.times(Polynomial.variable(d, k).pow(term.getKey()[k]));
            }
            sum = sum.plus(product);
        }
        return sum;
    }

    @Override
    boolean fails(Sample sample) {
        return sample.isApart();
    }

    @Override
    void note(Sample sample) {
        first = first == null ? sample : first;
    }

    @Override
    Sample reported() {
        return first;
    }
}
