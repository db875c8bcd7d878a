package org.apodix.audit.figure;

import java.util.List;
import org.apodix.expression.Expr;

/**
 * Bars of parts that add up, such as the terms of an end-to-end bound.
 *
 * @param unit  what the parts are, such as {@code nats}
 * @param parts names of the parts, from the foot of a bar upward
 */
public record Stack(Heading heading, String unit, List<String> parts, List<Bar> bars) implements Figure {

    /** @throws IllegalArgumentException if a bar has not one value for each part */
    public Stack {
        parts = List.copyOf(parts);
        bars = List.copyOf(bars);
        for (var bar : bars) {
            if (bar.values().size() != parts.size()) {
                throw new IllegalArgumentException("the bar \"" + bar.label() + "\" has " + bar.values().size() + " values for " + parts.size() + " parts");
            }
        }
    }

    /**
     * A bar.
     *
     * @param values nonnegative, one for each part
     */
    public record Bar(String label, List<Expr> values) {

        public Bar {
            values = List.copyOf(values);
        }
    }
}
