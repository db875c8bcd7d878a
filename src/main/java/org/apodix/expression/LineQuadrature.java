package org.apodix.expression;

import org.apodix.enclosure.Dyadic;
import org.apodix.enclosure.DyadicArithmetic;
import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.Rounding;
import org.apodix.enclosure.TrapezoidError;

/**
 * The choice of the range, the strip and the step of the trapezoid rule on the real line, and its sum.
 *
 * <p>The tolerance is 2^-(p + 6) S, S about the integral of |f|. L is a number of few bits whose tails are below a sixteenth of it; of the strips that
 * are proved the one with the fewest points is taken. All of this steers the work: the result, the sum with the error bound of {@link TrapezoidError}
 * at the A that was taken and the tail bound beyond that A, is true for every choice.
 */
final class LineQuadrature {

    private static final int BITS = 64;
    private static final int FEW_BITS = 10;
    /** Doublings and halvings of L, and of the height of the strip. */
    private static final int MOST_SCALES = 64;
    private static final int MOST_HEIGHTS = 14;
    private static final int MOST_ROUNDS = 8;
    private static final int DOUBLE_RANGE = 400;
    private static final int GUARD_BITS = 32;

    private final Integrand integrand;
    private final Tails tails;
    private final Quadrature quadrature;
    private final Strip strip;
    private final DyadicArithmetic arithmetic;

    /** A rule with the points nh, |n| <= points, for the range between the ends +-(points + 1/2) h. */
    private record Rule(Dyadic height, Dyadic step, int points, Dyadic error) {

        Dyadic end() {
            return step.times(Dyadic.of(2L * points + 1)).shift(-1);
        }
    }

    LineQuadrature(Integrand integrand, Tails tails) {
        this.integrand = integrand;
        this.tails = tails;
        this.quadrature = new Quadrature(integrand, new GaussCells(integrand));
        this.strip = new Strip(integrand, integrand.left() / 2);
        this.arithmetic = new DyadicArithmetic(integrand.workingBits() + GUARD_BITS);
    }

    DyadicInterval enclose() {
        var tolerance = tolerance();
        if (tolerance.signum() == 0 || Cell.exponent(tolerance) < -DOUBLE_RANGE) {
            integrand.leaveDoubles(); // squares of magnitudes underflow
        }
        var to = reach(tolerance.scaledUp(-4));
        for (int round = 0;; round++) {
            var rule = rule(to, tolerance);
            if (rule == null) {
                return withTails(quadrature.over(DyadicInterval.point(to.negate()), DyadicInterval.point(to)), to);
            }
            var ends = Dyadic.sum(ends(rule, rule.end()), ends(rule, rule.end().negate()), BITS, Rounding.UP);
            if (round == MOST_ROUNDS || ends.compareTo(tolerance) <= 0) {
                var error = Dyadic.sum(rule.error(), ends.shift(1), BITS, Rounding.UP);
                return withTails(arithmetic.add(sum(rule, tolerance), around(error)), rule.end());
            }
            to = to.times(Dyadic.of(9)).shift(-3);
        }
    }

    private static DyadicInterval around(Dyadic error) {
        return DyadicInterval.of(error.negate(), error);
    }

    private DyadicInterval withTails(DyadicInterval middle, Dyadic from) {
        tails.check(from);
        return arithmetic.add(middle, around(tails.beyond(from)));
    }

    /** From an L whose tails are less than the guess of the integral of |f| up to it, where there is one. */
    private Dyadic tolerance() {
        var to = tails.least().max(Dyadic.ONE);
        for (int i = 0;; i++) {
            tails.check(to);
            var tolerance = quadrature.tolerance(to.negate(), to);
            var allowed = tolerance.scaledUp(integrand.precision() + 6L);
            if (i == MOST_SCALES / 4 || allowed.signum() > 0 && tails.beyond(to).compareTo(allowed) <= 0) {
                return tolerance;
            }
            to = to.shift(1);
        }
    }

    /** About the least L with tails within the bound; else the one, of those tried, with the least tails. */
    private Dyadic reach(Dyadic allowed) {
        var to = tails.least().max(Dyadic.ONE);
        var best = to;
        for (int i = 0; i < MOST_SCALES && tails.beyond(to).compareTo(allowed) > 0; i++) {
            to = to.shift(1);
            best = tails.beyond(to).compareTo(tails.beyond(best)) < 0 ? to : best;
        }
        if (tails.beyond(to).compareTo(allowed) > 0) {
            return best;
        }
        for (int i = 0; i < MOST_SCALES && isEnough(to.shift(-1), allowed); i++) {
            to = to.shift(-1);
        }
        var low = to.shift(-1);
        for (int i = 0; i < FEW_BITS / 2; i++) {
            var middle = low.plus(to).shift(-1).round(FEW_BITS, Rounding.UP);
            if (isEnough(middle, allowed)) {
                to = middle;
            } else {
                low = middle;
            }
        }
        return to;
    }

    private boolean isEnough(Dyadic from, Dyadic allowed) {
        return from.compareTo(tails.least()) >= 0 && tails.beyond(from).compareTo(allowed) <= 0;
    }

    /** The rule with the fewest points among strips of heights 2L, 3L/2, L, 3L/4, ..., or null. */
    private Rule rule(Dyadic to, Dyadic tolerance) {
        Rule best = null;
        for (int i = 0; i < 2 * MOST_HEIGHTS && !strip.isExhausted(); i++) {
            var height = to.times(Dyadic.of(i % 2 == 0 ? 4 : 3)).shift(-1 - i / 2);
            var proved = to.plus(height);
            var integral = strip.edge(proved, height);
            if (integral == null) {
                continue;
            }
            var rule = rule(to, proved, height, TrapezoidError.step(integral, height, tolerance), integral);
            if (best != null && (rule == null || rule.points() >= best.points())) {
                break;
            }
            best = rule;
        }
        return best != null && best.points() <= integrand.left() / 2 ? best : null;
    }

    /** The rule with this step whose end is the first above L, at most L + 2h with h <= k/2; null where that is not in the proved rectangle. */
    private Rule rule(Dyadic to, Dyadic proved, Dyadic height, Dyadic step, Dyadic integral) {
        var points = Dyadic.quotient(to, step, BITS, Rounding.UP);
        if (points.compareTo(Dyadic.of(Integer.MAX_VALUE / 4)) > 0) {
            return null;
        }
        int count = points.toRational().numerator().add(points.toRational().denominator()).divide(points.toRational().denominator()).intValue();
        var rule = new Rule(height, step, count, TrapezoidError.bound(integral, height, step));
        return rule.end().compareTo(proved) <= 0 ? rule : null;
    }

    /** V at one end: the sum over slices of the bound of |f| times the weight. */
    private Dyadic ends(Rule rule, Dyadic at) {
        var bounds = strip.slices(at, rule.height());
        var total = Dyadic.ZERO;
        for (int j = 0; j < bounds.length; j++) {
            var y = rule.height().times(Dyadic.of(j)).shift(-Integer.numberOfTrailingZeros(bounds.length));
            var part = Dyadic.product(bounds[j], TrapezoidError.weight(y, rule.step()), BITS, Rounding.UP);
            total = Dyadic.sum(total, part, BITS, Rounding.UP);
        }
        return total;
    }

    private DyadicInterval sum(Rule rule, Dyadic tolerance) {
        var sum = value(Dyadic.ZERO, rule, tolerance);
        for (int n = 1; n <= rule.points(); n++) {
            var x = rule.step().times(Dyadic.of(n));
            sum = arithmetic.add(sum, arithmetic.add(value(x, rule, tolerance), value(x.negate(), rule, tolerance)));
        }
        integrand.spend(2L * rule.points());
        return arithmetic.multiply(DyadicInterval.point(rule.step()), sum);
    }

    /** f(x), with as many bits as its size asks for. */
    private DyadicInterval value(Dyadic x, Rule rule, Dyadic tolerance) {
        var point = DyadicInterval.point(x);
        var rough = integrand.bounds(0).range(point);
        int bits = integrand.workingBits();
        if (rough != null && tolerance.signum() > 0) {
            int reserve = GUARD_BITS + 2 * Math.max(0, Cell.exponent(rule.end()));
            int size = rough.magnitude().signum() == 0 ? 0 : Cell.exponent(rough.magnitude()) - Cell.exponent(tolerance);
            bits = Math.min(bits, Integrand.roundedUp(Math.max(32, size + reserve)));
        }
        return integrand.at(point, bits);
    }
}
