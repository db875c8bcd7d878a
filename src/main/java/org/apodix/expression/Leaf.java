package org.apodix.expression;

import java.util.ArrayList;
import java.util.List;
import org.apodix.enclosure.Dyadic;
import org.apodix.enclosure.DyadicInterval;

/**
 * A box with a statement about f on it, which can be checked without the search that found it.
 *
 * @param box one interval per variable
 * @param kind what is stated
 * @param bound of a BOUND, an upper bound of f on the box, maybe infinite; else null
 * @param coordinate of the other kinds, the variable in which f is strictly monotone; else -1
 * @param increasing whether it increases
 */
public record Leaf(List<DyadicInterval> box, Kind kind, Dyadic bound, int coordinate, boolean increasing) {

    /** What is stated of f on the box. */
    public enum Kind {
        /** f is at most the bound. */
        BOUND,
        /**
         * f is differentiable near the box and strictly monotone in a coordinate, and the face to which it rises is not on the boundary of the
         * whole range: no point of the box is a maximum over the range.
         */
        NO_MAXIMUM,
        /** The same, but the face lies on the boundary of the range: f is at most its maximum over the face, which has leaves of its own. */
        FACE
    }

    static Leaf bound(List<DyadicInterval> box, Dyadic bound) {
        return new Leaf(box, Kind.BOUND, bound, -1, false);
    }

    /** The face to which f rises. */
    public List<DyadicInterval> face() {
        return with(box, coordinate, DyadicInterval.point(increasing ? box.get(coordinate).upper() : box.get(coordinate).lower()));
    }

    static List<DyadicInterval> with(List<DyadicInterval> box, int coordinate, DyadicInterval side) {
        var changed = new ArrayList<>(box);
        changed.set(coordinate, side);
        return List.copyOf(changed);
    }
}
