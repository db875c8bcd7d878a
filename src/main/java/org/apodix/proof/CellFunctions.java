package org.apodix.proof;

import java.util.List;
import org.apodix.enclosure.DyadicArithmetic;
import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.Polynomial;
import org.apodix.enclosure.RationalFunction;

/**
 * Signs and ranges of rational functions on one cell. Their denominators are known to have no zero on the closed cell; as a cell is connected,
 * the sign of such a denominator is its sign at one point.
 */
final class CellFunctions {

    private final Cell cell;
    private final Budget budget;

    CellFunctions(Cell cell, Budget budget) {
        this.cell = cell;
        this.budget = budget;
    }

    /** The sign of f on the whole closed cell, with 0 at some points allowed: 1, -1, or 0 where neither is proved. */
    int sign(RationalFunction f) {
        var bounds = bounds(f.numerator());
        int sign = bounds.isNonnegative() ? 1 : bounds.isNonpositive() ? -1 : 0;
        return sign * signOfDenominator(f);
    }

    /** Whether f is not proved to have no zero on the closed cell. */
    boolean mayBeZero(RationalFunction f) {
        return bounds(f.numerator()).hasZero();
    }

    /** The numerator of f times the sign of its denominator: it has the sign of f at every point of the cell. */
    static Polynomial signed(RationalFunction f) {
        return signOfDenominator(f) < 0 ? f.numerator().negate() : f.numerator();
    }

    private static int signOfDenominator(RationalFunction f) {
        return f.denominator().constantTerm().signum(); // at the origin of the local coordinates, a corner
    }

    /** A set that contains the values of all these functions on the cell, from bounds of numerators and denominators. */
    DyadicInterval hull(List<RationalFunction> functions) {
        var ranges = new DyadicArithmetic(CellArithmetic.BITS);
        DyadicInterval hull = null;
        for (var f : functions) {
            var above = bounds(f.numerator()).outward(CellArithmetic.BITS);
            var set = f.denominator().isConstant() ? above
                : ranges.divide(above, bounds(f.denominator()).outward(CellArithmetic.BITS));
            hull = hull == null ? set : hull.hull(set);
        }
        return hull;
    }

    private Bounds bounds(Polynomial p) {
        budget.terms(p.isAffine() ? p.size() : (long) p.size() * (cell.dimension() == 1 ? 1 + p.degree() : p.size() + p.degree()));
        return cell.bounds(p);
    }
}
