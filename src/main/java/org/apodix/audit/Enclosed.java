package org.apodix.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apodix.enclosure.Arithmetic;
import org.apodix.enclosure.Decimals;
import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.Rational;
import org.apodix.enclosure.UndefinedException;
import org.apodix.expression.Expr;
import org.apodix.expression.Tape;

/**
 * An expression enclosed to a number of digits with the carriers of arbitrary precision of a ladder.
 *
 * @param interval the enclosure, true in any case
 * @param exact    the value where it is rational and short, or null
 * @param reached  whether hi - lo <= 10^-digits |value| was reached
 */
public record Enclosed(DyadicInterval interval, Rational exact, boolean reached) {

    /** Budget of exact evaluation: only short values are shown. */
    private static final long EXACT_WORK = 20_000_000L;
    private static final int SHOWN_CHARACTERS = 200;

    /**
     * Encloses all expressions to {@code digits} significant digits each, as far as the ladder goes.
     *
     * @throws UndefinedException if one of them is not proved to be defined at the last rung
     * @throws Disagreement       if the ladder has a second one and their enclosures of an expression are disjoint
     */
    public static List<Enclosed> of(List<Expr> expressions, int digits, Ladder ladder) {
        return of(expressions, Collections.nCopies(expressions.size(), digits), ladder, true);
    }

    /**
     * For people: a dozen digits each, fewer where twice the precision hardly gives more. It begins with a coarser carrier.
     *
     * @param digits how many, of each expression
     */
    public static List<Enclosed> shown(List<Expr> expressions, List<Integer> digits, Ladder ladder) {
        return of(expressions, digits, ladder.coarse(), false);
    }

    /** @param patient whether only sets of numbers are taken to be as narrow as they get: a quadrature may be wide until the precision suffices */
    private static List<Enclosed> of(List<Expr> expressions, List<Integer> digits, Ladder ladder, boolean patient) {
        var tape = Tape.of(expressions);
        var found = alone(expressions, tape, digits, ladder, patient);
        var second = ladder.second() == null ? null : alone(expressions, tape, digits, ladder.second(), patient);
        var rational = tape.mayBeRational();
        var results = new ArrayList<Enclosed>();
        for (int i = 0; i < found.size(); i++) {
            // the carriers are compared before an exact value takes the place of what they found
            var enclosed = second == null ? found.get(i) : found.get(i).and(second.get(i), "an enclosure");
            results.add(rational[i] ? enclosed.withExact(expressions.get(i), digits.get(i)) : enclosed);
        }
        return results;
    }

    /** What two carriers say together. */
    private Enclosed and(Enclosed other, String what) {
        Agreement.require(what, interval, other.interval);
        return new Enclosed(interval.intersect(other.interval), exact, reached || other.reached);
    }

    private static List<Enclosed> alone(List<Expr> expressions, Tape all, List<Integer> digits, Ladder ladder, boolean patient) {
        var found = new ArrayList<Enclosed>();
        expressions.forEach(e -> found.add(null));
        var settled = new boolean[expressions.size()];
        UndefinedException undefined = null;
        long spent = 0;
        var taped = IntStream.range(0, expressions.size()).boxed().toList();
        var tape = all;
        for (var rung : ladder.fineRungs()) {
            var open = new ArrayList<Integer>();
            for (int i = 0; i < expressions.size(); i++) {
                if (found.get(i) == null || !found.get(i).reached() && !settled[i]) {
                    open.add(i);
                }
            }
            if (!open.equals(taped)) {
                taped = open;
                tape = Tape.of(open.stream().map(expressions::get).toList());
            }
            spent += Ladder.work(rung, tape.operations());
            if (open.isEmpty() || spent > ladder.maxWork() && found.get(open.get(0)) != null) {
                break;
            }
            try {
                undefined = null;
                var before = open.stream().map(i -> Optional.ofNullable(found.get(i))).toList();
                place(tape, rung, open, digits, found);
                for (int k = 0; k < open.size(); k++) {
                    int i = open.get(k);
                    settled[i] = before.get(k).isPresent() && found.get(i).isHardlyNarrowerThan(before.get(k).get()) && (!patient || Tape.hasRange(expressions.get(i)));
                }
            } catch (UndefinedException e) {
                undefined = e;
            }
        }
        if (undefined != null) {
            throw undefined;
        }
        return found;
    }

    private static <T> void place(Tape tape, Arithmetic<T> rung, List<Integer> open, List<Integer> digits, List<Enclosed> found) {
        var values = tape.evaluate(rung);
        for (int k = 0; k < open.size(); k++) {
            var interval = rung.enclosure(values.get(k));
            found.set(open.get(k), new Enclosed(interval, null, reaches(interval, digits.get(open.get(k)))));
        }
    }

    private boolean isHardlyNarrowerThan(Enclosed coarser) {
        return !reached && isHardlyNarrower(interval, coarser.interval);
    }

    /**
     * Whether twice the precision did not halve the width: an expression over sets, which is as wide as they make it, is then as narrow as it
     * will get.
     */
    static boolean isHardlyNarrower(DyadicInterval fine, DyadicInterval coarse) {
        return fine.isBounded() && coarse.isBounded() && fine.width().toRational().times(Rational.TWO).compareTo(coarse.width().toRational()) >= 0;
    }

    /** One digit in reserve, because the decimal ends are rounded outward. */
    private static boolean reaches(DyadicInterval x, int digits) {
        if (!x.isBounded()) {
            return false;
        }
        var size = x.containsZero() ? Rational.ONE : x.mignitude().toRational();
        return x.width().toRational().compareTo(size.times(Rational.of(10).pow(-digits - 1))) <= 0;
    }

    private Enclosed withExact(Expr expression, int digits) {
        var value = Tape.of(List.of(expression)).exact(EXACT_WORK).get(0);
        if (value == null || value.toString().length() > SHOWN_CHARACTERS) {
            return this;
        }
        return new Enclosed(DyadicInterval.of(value, 64 + 4 * digits), value, true);
    }

    /** The lower end in decimal, rounded down. */
    public String lower(int digits) {
        return exact == null ? Decimals.lower(interval, digits + 2) : Decimals.lower(exact, digits + 2);
    }

    /** The upper end in decimal, rounded up. */
    public String upper(int digits) {
        return exact == null ? Decimals.upper(interval, digits + 2) : Decimals.upper(exact, digits + 2);
    }
}
