package org.apodix.proof;

import java.util.List;
import org.apodix.enclosure.Polynomial;
import org.apodix.enclosure.Rational;

/**
 * A part of a domain, as the affine image of a reference set in local coordinates t: the unit cube of a box, the unit simplex of a simplex.
 * Functions on a cell are functions of t, and statements on the reference set are statements on the cell.
 */
sealed interface Cell permits Box, Simplex {

    /** The number of local coordinates. */
    int dimension();

    /** The variables of the domain as affine polynomials in t. */
    List<Polynomial> coordinates();

    /** The corners of the reference set, or two opposite ones where there are more than {@value Box#MOST_CORNERS}; the origin comes first. */
    List<List<Rational>> corners();

    /** A point inside of the reference set. */
    List<Rational> center();

    /** Bounds of a polynomial in t on the reference set: sharp where it is affine, else by {@link org.apodix.enclosure.Bernstein}. */
    Bounds bounds(Polynomial p);

    /** Two cells that cover this one, cut in the middle so that this polynomial varies less; none where the cell is a point. */
    List<Cell> halves(Polynomial p);

    /** Two cells that cover this one, cut in the middle of the longest side; none where the cell is a point. */
    List<Cell> halves();

    /**
     * Cells that cover this one and bring the zeros of the affine polynomial closer to their common faces: after finitely many cuts it changes
     * its sign within no cell. None where it changes its sign nowhere here, or where this cell cannot be cut along it.
     */
    List<Cell> cut(Polynomial affine);

    /**
     * Two cells that cover this one, cut where the polynomial touches 0 inside of an edge, at a rational point: there it may be 0 without changing its
     * sign, and becomes so at a corner. None where no edge has such a point.
     */
    List<Cell> cutAtTouching(Polynomial p);

    /** The point of the domain with these local coordinates. */
    default List<Rational> at(List<Rational> t) {
        return coordinates().stream().map(x -> x.at(t)).toList();
    }

    /** The coefficient of t_i in an affine polynomial. */
    static Rational slope(Polynomial affine, int i) {
        var exponents = new int[affine.variables()];
        exponents[i] = 1;
        return affine.coefficient(exponents);
    }
}
