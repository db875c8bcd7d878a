package org.apodix.proof;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apodix.enclosure.DyadicArithmetic;
import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.Rational;
import org.apodix.enclosure.UndefinedException;
import org.apodix.expression.Expr;
import org.apodix.expression.Tape;
import org.apodix.expression.Variable;

/** The two sides of a statement as functions of the variables of its domain. Belongs to one thread. */
final class Sides {

    private static final int FIRST_BITS = 128;
    private static final int MOST_BITS = 1024;
    /** In squared bits of the numbers met: a few milliseconds. */
    private static final long EXACT_WORK = 300_000_000L;

    /** As many samples are kept: neighboring cells share their corners. */
    private static final int MOST_SAMPLES = 1_000;

    private final Tape tape;
    private final Map<List<Rational>, Optional<Sample>> samples = new HashMap<>();

    /** @throws IllegalArgumentException if a side contains a free variable that is none of these */
    Sides(Expr left, Expr right, List<Variable> variables) {
        this.tape = Tape.of(List.of(left, right), variables);
        for (var side : List.of(left, right)) {
            for (var unknown : Tape.free(side, variables)) {
                throw new IllegalArgumentException("a statement that contains the variable " + unknown.name() + ", over a domain of "
                    + String.join(", ", variables.stream().map(Variable::name).toList()) + ": give the domain that same variable, or bind it");
            }
        }
    }

    Tape tape() {
        return tape;
    }

    /** Both sides at a point: exact where they are rational and short, else enclosed until they are apart; null where they are not proved to be defined. */
    Sample at(List<Rational> point) {
        var known = samples.get(point);
        if (known != null) {
            return known.orElse(null);
        }
        var sample = computed(point);
        if (samples.size() < MOST_SAMPLES) {
            samples.put(List.copyOf(point), Optional.ofNullable(sample));
        }
        return sample;
    }

    private Sample computed(List<Rational> point) {
        Sample sample = null;
        List<Rational> exact = null;
        for (int bits = FIRST_BITS; bits <= MOST_BITS; bits *= 2) {
            var values = enclosed(point, bits);
            if (values == null) {
                continue;
            }
            exact = exact == null ? tape.exact(EXACT_WORK, point) : exact;
            sample = new Sample(List.copyOf(point), values.get(0), values.get(1), exact.get(0), exact.get(1));
            if (sample.isExact() || !sample.left().overlaps(sample.right())) {
                return sample;
            }
        }
        return sample;
    }

    private List<DyadicInterval> enclosed(List<Rational> point, int bits) {
        var arithmetic = new DyadicArithmetic(bits);
        try {
            var values = tape.evaluate(arithmetic, point.stream().map(arithmetic::of).toList());
            return values.stream().allMatch(DyadicInterval::isBounded) ? values : null;
        } catch (UndefinedException e) {
            return null;
        }
    }
}
