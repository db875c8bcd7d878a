package org.apodix.proof;

import java.util.List;
import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.Rational;

/**
 * Both sides of a statement at one point of its domain, computed from the expressions that were stated.
 *
 * @param point      one number per variable of the domain
 * @param exactLeft  the left side where it is rational and short, or null; likewise {@code exactRight}
 */
public record Sample(List<Rational> point, DyadicInterval left, DyadicInterval right, Rational exactLeft, Rational exactRight) {

    boolean isExact() {
        return exactLeft != null && exactRight != null;
    }

    /** Whether left <= right is proved to fail here. */
    boolean isAbove() {
        return isExact() ? exactLeft.compareTo(exactRight) > 0 : left.lower().compareTo(right.upper()) > 0;
    }

    /** Whether left = right is proved to fail here. */
    boolean isApart() {
        return isExact() ? !exactLeft.equals(exactRight) : !left.overlaps(right);
    }

    /** Whether left <= right is proved to hold with equality here. */
    public boolean isAttained() {
        return isExact() && exactLeft.equals(exactRight);
    }
}
