package org.apodix.theorems.dimensionfreescore;

import java.util.List;
import java.util.function.UnaryOperator;
import org.apodix.enclosure.Dyadic;
import org.apodix.enclosure.DyadicArithmetic;
import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.Rational;
import org.apodix.enclosure.Rounding;
import org.apodix.expression.Expr;
import org.apodix.expression.Tape;

/**
 * The root of an increasing function, between two exact ends at which the function is proved to be below and above 0. Newton's rule guesses; the signs at the ends alone decide.
 *
 * @param function  increasing on the line, or where its root lies
 * @param derivative of it, a guide only
 */
record Root(UnaryOperator<Expr> function, UnaryOperator<Expr> derivative) {

    private static final int BISECTIONS = 12;
    private static final int STEPS = 30;
    private static final int GUARD = 64;

    /**
     * An enclosure of the root: of the width 2^(1 - bits), or wider where the signs there are not proved.
     *
     * @param below where the function is negative
     * @param above where it is positive; signs that are not proved are rejected
     */
    Expr between(Rational below, Rational above, int bits) {
        var arithmetic = new DyadicArithmetic(bits + GUARD);
        if (sign(below, arithmetic) >= 0 || sign(above, arithmetic) <= 0) {
            throw new IllegalStateException("the function is not proved to be negative at " + below + " and positive at " + above);
        }
        var lower = below;
        var upper = above;
        var middle = lower;
        for (int i = 0; i < BISECTIONS; i++) {
            middle = rounded(lower.plus(upper).over(Rational.TWO), bits);
            int sign = sign(middle, arithmetic);
            if (sign == 0) {
                break;
            }
            lower = sign < 0 ? middle : lower;
            upper = sign > 0 ? middle : upper;
        }
        var guess = newton(middle, lower, upper, bits, arithmetic);
        for (int k = bits; k > 0; k -= 8) {
            var radius = Rational.TWO.pow(-k);
            if (sign(guess.minus(radius), arithmetic) < 0 && sign(guess.plus(radius), arithmetic) > 0) {
                return Expr.between(guess.minus(radius), guess.plus(radius));
            }
        }
        return Expr.between(lower, upper);
    }

    private Rational newton(Rational start, Rational lower, Rational upper, int bits, DyadicArithmetic arithmetic) {
        var guess = start;
        for (int i = 0; i < STEPS; i++) {
            var slope = middle(derivative.apply(Expr.of(guess)), arithmetic);
            if (slope.signum() <= 0) {
                return guess;
            }
            var next = rounded(guess.minus(middle(function.apply(Expr.of(guess)), arithmetic).over(slope)), bits + GUARD / 2).max(lower).min(upper);
            boolean done = next.minus(guess).abs().compareTo(Rational.TWO.pow(-bits)) <= 0;
            guess = next;
            if (done) {
                return guess;
            }
        }
        return guess;
    }

    private static Rational rounded(Rational value, int bits) {
        return Gauss.roundedUp(value, bits);
    }

    private static DyadicInterval enclosed(Expr value, DyadicArithmetic arithmetic) {
        return Tape.of(List.of(value)).evaluate(arithmetic).get(0);
    }

    private static Rational middle(Expr value, DyadicArithmetic arithmetic) {
        var set = enclosed(value, arithmetic);
        return Dyadic.sum(set.lower(), set.upper(), arithmetic.bits(), Rounding.DOWN).shift(-1).toRational();
    }

    private int sign(Rational at, DyadicArithmetic arithmetic) {
        var set = enclosed(function.apply(Expr.of(at)), arithmetic);
        return set.isPositive() ? 1 : set.isNegative() ? -1 : 0;
    }
}
