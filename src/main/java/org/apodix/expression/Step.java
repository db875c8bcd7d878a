package org.apodix.expression;

import java.util.List;
import org.apodix.enclosure.Rational;

/**
 * One operation of a {@link Recording} with the set that is claimed of its result.
 *
 * @param place    its number, counted from 0; operands stand before their users
 * @param operator its name: an operation of {@link org.apodix.enclosure.Arithmetic} in lower case, or {@code const}, {@code range}
 * @param operands the steps that it reads
 * @param exponent of a power, of an input of a program its number, else 0
 * @param lower    the lower end of the claimed set; equal to {@code upper} where the value is known exactly
 * @param upper    its upper end; null, like {@code lower}, in a program, whose steps claim nothing
 * @param body     of an integral the program of its integrand, whose last step is its value; else empty
 */
public record Step(int place, String operator, List<Step> operands, int exponent, Rational lower, Rational upper, List<Step> body) {

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
