package org.apodix.proof;

import java.util.List;
import org.apodix.enclosure.Rational;

/**
 * What becomes of a cell in a proof: it is divided, or the statement was proved on it. The cuts of a domain's part, each before those of its pieces, tell how
 * the part was covered: whoever divides it once more by the same cuts gets the same cells, and cannot miss one.
 */
public sealed interface Cut {

    /** How the statement was proved on a cell that was not divided. */
    enum Reason {
        /** Both sides are rational functions there; their difference is 0, or has no negative Bernstein coefficient. */
        SIGNS,
        /** The enclosures of the sides on the cell are apart. */
        ENCLOSURES,
        /** A Taylor polynomial at an end of the cell. */
        TAYLOR
    }

    /** A box is cut into the part where the variable is at most a number, and the part where it is at least that. */
    record Across(int variable, Rational at) implements Cut { }

    /** A box is divided into its Kuhn simplices, in lexicographic order of the orders of its variables. */
    record Simplices() implements Cut { }

    /** The point (1 - s) v_from + s v_to of a simplex takes the place of v_to, and then of v_from. */
    record Edge(int from, int to, Rational s) implements Cut { }

    /** The statement was proved on the cell. */
    record Leaf(Reason reason) implements Cut { }

    /** The cut that leads from a cell to these parts, two or more. */
    static Cut between(Cell cell, List<Cell> parts) {
        if (cell instanceof Simplex simplex) {
            return edge(simplex, (Simplex) parts.get(0), (Simplex) parts.get(1));
        }
        if (parts.get(0) instanceof Simplex) {
            return new Simplices();
        }
        var whole = (Box) cell;
        var below = (Box) parts.get(0);
        for (int i = 0; i < whole.dimension(); i++) {
            if (!below.upper().get(i).equals(whole.upper().get(i))) {
                return new Across(i, below.upper().get(i));
            }
        }
        throw new IllegalArgumentException(parts + " are no parts of " + cell);
    }

    private static Cut edge(Simplex whole, Simplex first, Simplex second) {
        int to = changed(whole, first);
        int from = changed(whole, second);
        var point = first.vertices().get(to);
        for (int i = 0; i < point.size(); i++) {
            var length = whole.vertices().get(to).get(i).minus(whole.vertices().get(from).get(i));
            if (!length.isZero()) {
                return new Edge(from, to, point.get(i).minus(whole.vertices().get(from).get(i)).over(length));
            }
        }
        throw new IllegalArgumentException("an edge without length in " + whole);
    }

    private static int changed(Simplex whole, Simplex part) {
        int k = 0;
        while (whole.vertices().get(k).equals(part.vertices().get(k))) {
            k++;
        }
        return k;
    }
}
