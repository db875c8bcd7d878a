package org.apodix.expression;

import java.util.List;
import org.apodix.enclosure.Rational;

/**
 * One operation of a {@link Recording} with the set that is claimed of its result.
 *
 * @param place    its number, counted from 0; operands stand before their users
 * @param operator its name: an operation of {@link org.apodix.enclosure.Arithmetic} in lower case, or {@code const}, {@code range}
 * @param operands the steps that it reads
 * @param exponent of a power, else 0
 * @param lower    the lower end of the claimed set; equal to {@code upper} where the value is known exactly
 * @param upper    its upper end
 */
public record Step(int place, String operator, List<Step> operands, int exponent, Rational lower, Rational upper) {

    /** Whether the value is known exactly. */
    public boolean isExact() {
        return lower.equals(upper);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return place;
    }
}
