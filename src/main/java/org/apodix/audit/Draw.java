package org.apodix.audit;

import java.util.ArrayList;
import java.util.List;
import org.apodix.enclosure.Rational;

/**
 * A source of choices from which an instance is drawn, and the record of them.
 *
 * <p>Every draw is a sequence of choices c_i in {0, ..., n_i}; 0 is always the simplest value. So an instance is a list of
 * integers: it can be replayed, and it shrinks by making the list smaller. Instance k of a claim depends on (seed, claim, k)
 * alone.
 */
public final class Draw {

    /** Where the choices come from. */
    private interface Source {
        /** A choice in {0, ..., most}. */
        long next(long most);
    }

    private final Source source;
    private final List<Long> choices = new ArrayList<>();

    private Draw(Source source) {
        this.source = source;
    }

    /** Random choices, determined by the seed, the claim's name and the instance's number. */
    public static Draw random(long seed, String claim, int k) {
        var generator = new SplitMix(seed, claim, k);
        return new Draw(generator::below);
    }

    /** The given choices, each reduced to its range; where they end, 0 is chosen. */
    public static Draw replay(List<Long> choices) {
        var rest = choices.iterator();
        return new Draw(most -> rest.hasNext() ? Math.floorMod(rest.next(), most + 1) : 0);
    }

    /** The choices made so far. */
    public List<Long> choices() {
        return List.copyOf(choices);
    }

    private long choose(long most) {
        if (most < 0) {
            throw new IllegalArgumentException("a choice from an empty range");
        }
        long choice = source.next(most);
        choices.add(choice);
        return choice;
    }

    /** An integer in [least, most]; the simplest is the one nearest to 0. */
    public int integer(int least, int most) {
        long span = (long) most - least;
        long c = choose(span);
        if (least >= 0) {
            return (int) (least + c);
        }
        if (most <= 0) {
            return (int) (most - c);
        }
        // 0, 1, -1, 2, -2, ... as long as both signs are left, then the rest of the longer side
        long both = 2L * Math.min(-(long) least, most);
        if (c <= both) {
            return (int) (c % 2 == 0 ? -(c / 2) : c / 2 + 1);
        }
        return (int) (most > -(long) least ? c - both / 2 : -(c - both / 2));
    }

    public boolean yes() {
        return choose(1) == 1;
    }

    /** One of the values; the first is the simplest. */
    @SafeVarargs
    public final <T> T of(T... values) {
        return values[(int) choose(values.length - 1L)];
    }

    /** A rational in [least, most] with a denominator of at most {@code denominators}; integers are simplest. */
    public Rational rational(int least, int most, int denominators) {
        int denominator = integer(1, denominators);
        return Rational.of(integer(least * denominator, most * denominator), denominator);
    }

    /** A positive rational m 10^k, m of one or two digits, spread evenly over the decades from 10^least to 10^most; 1 is simplest. */
    public Rational positive(int least, int most) {
        int decade = integer(least, most);
        var size = Rational.of(10).pow(decade);
        return yes() ? Rational.of(integer(10, 99), 10).times(size) : Rational.of(integer(1, 9)).times(size);
    }

    /** A list of {@code size} draws. */
    public <T> List<T> list(int size, java.util.function.Function<Draw, T> element) {
        var values = new ArrayList<T>(size);
        for (int i = 0; i < size; i++) {
            values.add(element.apply(this));
        }
        return values;
    }
}
