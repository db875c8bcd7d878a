package org.apodix.proof;

import java.util.List;
import org.apodix.enclosure.Dyadic;
import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.Rational;
import org.apodix.enclosure.Rounding;

/** Proved bounds of a function on a cell: lower <= f <= upper, both exact rationals. */
record Bounds(Rational lower, Rational upper) {

    static Bounds of(List<Rational> values) {
        var lower = values.get(0);
        var upper = lower;
        for (var value : values) {
            lower = lower.min(value);
            upper = upper.max(value);
        }
        return new Bounds(lower, upper);
    }

    boolean isNonnegative() {
        return lower.signum() >= 0;
    }

    boolean isNonpositive() {
        return upper.signum() <= 0;
    }

    boolean hasZero() {
        return lower.signum() <= 0 && upper.signum() >= 0;
    }

    DyadicInterval outward(int bits) {
        return DyadicInterval.of(Dyadic.of(lower, bits, Rounding.DOWN), Dyadic.of(upper, bits, Rounding.UP));
    }
}
