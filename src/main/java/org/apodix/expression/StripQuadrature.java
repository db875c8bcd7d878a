package org.apodix.expression;

import org.apodix.enclosure.Dyadic;
import org.apodix.enclosure.DyadicArithmetic;
import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.Rational;
import org.apodix.enclosure.Rounding;
import org.apodix.enclosure.TrapezoidError;
import org.apodix.enclosure.UndefinedException;

/**
 * The trapezoid rule of one {@link StripIntegral}: h sum f(nh) over |n| <= N.
 *
 * <p>Over all n the rule is off by at most 2 M / (e^(2 pi k / h) - 1), M the promised bound at the height k ({@link TrapezoidError} for N to infinity, where
 * the ends vanish). What is left out is at most h sum_{n > N} 2 G(nh) <= the integral of G over |x| > Nh, as G does not increase and Nh is at least the
 * least L: the promised tail at Nh. This holds for all k, h and N; they are chosen for a tolerance of 2^-(p + 6) S, S about the integral of |f|.
 */
final class StripQuadrature {

    private static final int BITS = 64;
    private static final int FEW_BITS = 10;
    private static final int GUARD_BITS = 32;
    private static final int LOW_HEIGHT = 20;
    private static final int MOST_SCALES = 64;
    /** Heights limit (7/8)^j. */
    private static final int MOST_HEIGHTS = 40;
    /** Nodes on either side with which S is guessed. */
    private static final int GUESS_NODES = 32;
    /** Beyond so many nodes on either side per bit, subdivision is better. */
    private static final int NODES_PER_BIT = 32;
    private static final Rounding UP = Rounding.UP;

    private final Integrand integrand;
    private final Promise promise;
    private final boolean even;
    private final DyadicArithmetic arithmetic;

    /** The promised expressions. */
    record Promise(Body<DyadicInterval> limit, Body<DyadicInterval> integral, Body<DyadicInterval> tail, Body<DyadicInterval> least) {

        /** The greatest value at x; infinite where it is not proved to be defined. */
        private static Dyadic upper(Body<DyadicInterval> body, Dyadic x) {
            try {
                return body.at(DyadicInterval.point(x)).upper();
            } catch (UndefinedException e) {
                return Dyadic.POSITIVE_INFINITY;
            }
        }

        Dyadic integral(Dyadic height) {
            return upper(integral, height);
        }

        Dyadic tail(Dyadic from) {
            return upper(tail, from);
        }
    }

    /** A height, its promised bound, and the step for the tolerance. */
    private record Rule(Dyadic height, Dyadic integral, Dyadic step) {

        Dyadic error(int coarser) {
            return TrapezoidError.bound(integral, height, step.times(Dyadic.of(coarser)));
        }
    }

    StripQuadrature(Integrand integrand, Promise promise, boolean even) {
        this.integrand = integrand;
        this.promise = promise;
        this.even = even;
        this.arithmetic = new DyadicArithmetic(integrand.workingBits() + GUARD_BITS);
    }

    DyadicInterval enclose() {
        var limit = promise.limit().at(DyadicInterval.point(Dyadic.ZERO)).lower();
        var least = promise.least().at(DyadicInterval.point(Dyadic.ZERO)).upper();
        if (limit.signum() <= 0 || limit.isInfinite() || least.isInfinite()) {
            throw new UndefinedException("integral over a strip of no width");
        }
        var first = least.max(Dyadic.ofExact(1e-9)).round(FEW_BITS, UP);
        var tolerance = tolerance(limit, first);
        var to = reach(first, tolerance.shift(-4));
        var rule = rule(limit, tolerance);
        var nodes = Dyadic.quotient(to, rule.step(), BITS, UP);
        if (nodes.compareTo(Dyadic.of((long) NODES_PER_BIT * integrand.precision())) > 0) {
            return bySubdivision(to);
        }
        int count = ceiling(nodes);
        return sum(rule, count + count % 2, tolerance);
    }

    private static int ceiling(Dyadic x) {
        var exact = x.toRational();
        return exact.numerator().add(exact.denominator()).divide(exact.denominator()).intValueExact();
    }

    /** S from a few nodes where most of the integral is; only a guess, and only the work depends on it. */
    private Dyadic tolerance(Dyadic limit, Dyadic first) {
        var most = promise.integral(limit.shift(-LOW_HEIGHT)); // at a low height: the bound of the integral of |f| on the line itself, nearly
        var to = reach(first, promise.tail(first).scaledUp(-20));
        var step = to.shift(-Integer.numberOfTrailingZeros(GUESS_NODES));
        var sum = Dyadic.ZERO;
        for (int n = 0; n <= GUESS_NODES; n++) {
            var x = step.times(Dyadic.of(n));
            sum = Dyadic.sum(sum, rough(x), BITS, UP);
            sum = even || n == 0 ? sum : Dyadic.sum(sum, rough(x.negate()), BITS, UP);
        }
        var scale = Dyadic.product(sum, step, BITS, UP);
        if (scale.isInfinite() || scale.signum() == 0) {
            scale = most.isInfinite() ? Dyadic.ONE : most;
        }
        scale = scale.min(most); // doubles may have seen nothing but their own rounding
        if (scale.signum() == 0) {
            return Dyadic.ONE.scaledUp(-integrand.precision());
        }
        return scale.round(FEW_BITS, UP).scaledUp(-integrand.precision() - 6L);
    }

    private Dyadic rough(Dyadic x) {
        var range = integrand.bounds(0).range(DyadicInterval.point(x));
        return range == null ? Dyadic.ZERO : range.magnitude();
    }

    /** About the least L, not below the first, with a promised tail within the bound; else the one, of those tried, with the least tail. */
    private Dyadic reach(Dyadic first, Dyadic allowed) {
        var to = first;
        for (int i = 0; i < MOST_SCALES && promise.tail(to).compareTo(allowed) > 0; i++) {
            to = to.shift(1);
        }
        if (to.compareTo(first) == 0 || promise.tail(to).compareTo(allowed) > 0) {
            return to;
        }
        var low = to.shift(-1);
        for (int i = 0; i < FEW_BITS / 2; i++) {
            var middle = low.plus(to).shift(-1).round(FEW_BITS, UP);
            if (promise.tail(middle).compareTo(allowed) <= 0) {
                to = middle;
            } else {
                low = middle;
            }
        }
        return to;
    }

    /** The widest step among heights that fall by an eighth, until it no longer grows. */
    private Rule rule(Dyadic limit, Dyadic tolerance) {
        Rule best = null;
        var height = limit;
        for (int i = 0; i < MOST_HEIGHTS; i++) {
            height = Dyadic.product(height, Dyadic.ofExact(0.875), FEW_BITS, Rounding.DOWN);
            var integral = promise.integral(height);
            if (integral.signum() < 0) {
                throw new IllegalStateException("the promised bound of the integral of |f| at the height " + height + " is negative");
            }
            if (integral.isInfinite()) {
                continue;
            }
            var rule = new Rule(height, integral, TrapezoidError.step(integral, height, tolerance));
            if (best != null && rule.step().compareTo(best.step()) < 0) {
                break;
            }
            best = rule;
        }
        if (best == null) {
            throw new UndefinedException("integral over a strip in which it is not bounded");
        }
        return best;
    }

    /** The rule with the nodes nh, |n| <= count, count even; the nodes with even n make a rule of their own, which must not contradict it. */
    private DyadicInterval sum(Rule rule, int count, Dyadic tolerance) {
        var all = value(0, rule, tolerance, count);
        var coarse = all;
        for (int n = 1; n <= count; n++) {
            var pair = even ? arithmetic.multiply(arithmetic.of(Rational.TWO), value(n, rule, tolerance, count))
                : arithmetic.add(value(n, rule, tolerance, count), value(-n, rule, tolerance, count));
            all = arithmetic.add(all, pair);
            coarse = n % 2 == 0 ? arithmetic.add(coarse, pair) : coarse;
        }
        integrand.spend(even ? count : 2L * count);
        var tail = promise.tail(rule.step().times(Dyadic.of(count)));
        var fine = within(arithmetic.multiply(DyadicInterval.point(rule.step()), all), rule.error(1), tail);
        var check = within(arithmetic.multiply(DyadicInterval.point(rule.step().shift(1)), coarse), rule.error(2), tail);
        if (!fine.overlaps(check)) {
            throw new IllegalStateException("the promised strip is wrong: the sums with the steps h and 2h are " + fine + " and " + check);
        }
        if (fine.mignitude().compareTo(rule.integral()) > 0) {
            throw new IllegalStateException("the promised strip is wrong: the integral is " + fine + ", and that of |f| at most " + rule.integral());
        }
        return fine;
    }

    private DyadicInterval within(DyadicInterval sum, Dyadic error, Dyadic tail) {
        var off = Dyadic.sum(error, tail, BITS, UP);
        return arithmetic.add(sum, DyadicInterval.of(off.negate(), off));
    }

    /** f(nh), with as many bits as its size asks for. */
    private DyadicInterval value(int n, Rule rule, Dyadic tolerance, int count) {
        var x = DyadicInterval.point(rule.step().times(Dyadic.of(n)));
        var range = integrand.bounds(0).range(x);
        int bits = integrand.workingBits();
        if (range != null) {
            int reserve = GUARD_BITS + 2 * Math.max(0, Cell.exponent(rule.step().times(Dyadic.of(count))));
            int size = range.magnitude().signum() == 0 ? 0 : Cell.exponent(range.magnitude()) - Cell.exponent(tolerance);
            bits = Math.min(bits, Integrand.roundedUp(Math.max(32, size + reserve)));
        }
        try {
            return integrand.at(x, bits);
        } catch (UndefinedException e) {
            return integrand.at(x, integrand.workingBits()); // a difference that few bits do not tell from 0
        }
    }

    /** Gauss-Legendre quadrature of [-L, L], where the strip is too narrow for the rule. */
    private DyadicInterval bySubdivision(Dyadic to) {
        var quadrature = new Quadrature(integrand, new GaussCells(integrand));
        var end = DyadicInterval.point(to);
        var middle = even ? arithmetic.multiply(arithmetic.of(Rational.TWO), quadrature.over(DyadicInterval.point(Dyadic.ZERO), end))
            : quadrature.over(DyadicInterval.point(to.negate()), end);
        return within(middle, Dyadic.ZERO, promise.tail(to));
    }
}
