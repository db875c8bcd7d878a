package org.apodix.proof;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apodix.enclosure.Bernstein;
import org.apodix.enclosure.Polynomial;
import org.apodix.enclosure.Rational;

/** A box, one side per variable; x_i = lower_i + (upper_i - lower_i) t_i. A side may be a point. */
record Box(List<Rational> lower, List<Rational> upper) implements Cell {

    static final int MOST_CORNERS = 64;
    /** Boxes of more dimensions are not divided into simplices: there would be more than 120. */
    private static final int MOST_TRIANGULATED = 5;
    private static final int MOST_COEFFICIENTS = 100_000;
    private static final Rational HALF = Rational.of(1, 2);

    @Override
    public int dimension() {
        return lower.size();
    }

    @Override
    public List<Polynomial> coordinates() {
        int n = dimension();
        var coordinates = new ArrayList<Polynomial>();
        for (int i = 0; i < n; i++) {
            coordinates.add(Polynomial.constant(n, lower.get(i)).plus(Polynomial.variable(n, i).times(width(i))));
        }
        return coordinates;
    }

    private Rational width(int i) {
        return upper.get(i).minus(lower.get(i));
    }

    @Override
    public List<List<Rational>> corners() {
        int n = dimension();
        if (n >= Integer.SIZE - 1 || 1 << n > MOST_CORNERS) {
            return List.of(Collections.nCopies(n, Rational.ZERO), Collections.nCopies(n, Rational.ONE));
        }
        var corners = new ArrayList<List<Rational>>();
        for (int bits = 0; bits < 1 << n; bits++) {
            var corner = new ArrayList<Rational>();
            for (int i = 0; i < n; i++) {
                corner.add(Rational.of(bits >> i & 1));
            }
            corners.add(corner);
        }
        return corners;
    }

    @Override
    public List<Rational> center() {
        return Collections.nCopies(dimension(), HALF);
    }

    /** Every t^k is between 0 and 1: the negative terms add to a lower bound. Sharp where p is affine. */
    private static Bounds byTerms(Polynomial p) {
        var least = p.constantTerm();
        var greatest = least;
        var terms = p.coefficients();
        for (var term : least.isZero() ? terms : terms.subList(1, terms.size())) { // the constant term is the first one
            least = term.signum() < 0 ? least.plus(term) : least;
            greatest = term.signum() > 0 ? greatest.plus(term) : greatest;
        }
        return new Bounds(least, greatest);
    }

    @Override
    public Bounds bounds(Polynomial p) {
        return p.isAffine() || Bernstein.sizeOnCube(p) > MOST_COEFFICIENTS ? byTerms(p) : Bounds.of(Bernstein.rangeOnCube(p));
    }

    @Override
    public List<Cell> halves(Polynomial p) {
        var most = Rational.ZERO;
        int axis = -1;
        for (int i = 0; i < dimension(); i++) {
            var variation = Rational.ZERO;
            for (var term : p.terms().entrySet()) {
                variation = term.getKey()[i] > 0 ? variation.plus(term.getValue().abs()) : variation;
            }
            if (variation.compareTo(most) > 0) {
                most = variation;
                axis = i;
            }
        }
        return axis < 0 || width(axis).isZero() ? halves() : cut(axis, HALF);
    }

    @Override
    public List<Cell> halves() {
        int axis = 0;
        for (int i = 1; i < dimension(); i++) {
            axis = width(i).compareTo(width(axis)) > 0 ? i : axis;
        }
        return width(axis).isZero() ? List.of() : cut(axis, HALF);
    }

    private List<Cell> cut(int axis, Rational t) {
        var middle = lower.get(axis).plus(width(axis).times(t));
        var below = new ArrayList<>(upper);
        below.set(axis, middle);
        var above = new ArrayList<>(lower);
        above.set(axis, middle);
        return List.of(new Box(lower, List.copyOf(below)), new Box(List.copyOf(above), upper));
    }

    /** Along the edges at the origin, and those at the opposite corner. */
    @Override
    public List<Cell> cutAtTouching(Polynomial p) {
        for (int axis = 0; axis < dimension(); axis++) {
            for (var rest : List.of(Rational.ZERO, Rational.ONE)) {
                var from = new ArrayList<>(Collections.nCopies(dimension(), rest));
                var to = new ArrayList<>(from);
                from.set(axis, Rational.ZERO);
                to.set(axis, Rational.ONE);
                var t = width(axis).isZero() ? null : Univariate.touching(Univariate.onSegment(p, from, to));
                if (t != null) {
                    return cut(axis, t);
                }
            }
        }
        return List.of();
    }

    /** At the root where p depends on one coordinate; otherwise the box is divided into simplices, which can be cut. */
    @Override
    public List<Cell> cut(Polynomial affine) {
        var bounds = byTerms(affine);
        if (bounds.isNonnegative() || bounds.isNonpositive()) {
            return List.of();
        }
        int axis = -1;
        int number = 0;
        for (int i = 0; i < dimension(); i++) {
            if (affine.degree(i) > 0) {
                axis = i;
                number++;
            }
        }
        if (number == 1) {
            return cut(axis, affine.constantTerm().over(Cell.slope(affine, axis)).negate());
        }
        return dimension() <= MOST_TRIANGULATED ? triangulated() : List.of();
    }

    /**
     * The Kuhn simplices of the box: one per order of the coordinates, {1 >= t_p(1) >= ... >= t_p(n) >= 0}, with the corners
     * 0, e_p(1), e_p(1) + e_p(2), ...
     */
    List<Cell> triangulated() {
        var simplices = new ArrayList<Cell>();
        permute(new ArrayList<>(), simplices);
        return simplices;
    }

    private void permute(List<Integer> order, List<Cell> simplices) {
        if (order.size() == dimension()) {
            var corner = new ArrayList<>(lower);
            var corners = new ArrayList<List<Rational>>();
            corners.add(lower);
            for (int i : order) {
                corner.set(i, upper.get(i));
                corners.add(List.copyOf(corner));
            }
            simplices.add(new Simplex(List.copyOf(corners)));
            return;
        }
        for (int i = 0; i < dimension(); i++) {
            if (!order.contains(i)) {
                order.add(i);
                permute(order, simplices);
                order.remove(order.size() - 1);
            }
        }
    }
}
