package org.apodix.theorems.fisherkl;

import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/** What K6 speaks of: the kinetic sampler with exact velocity scores on the grid s_j = j h. */
public interface KineticGrid {

    /** h. */
    Rational step();

    /** N. */
    int count();

    /** J(s_j) = I(p_{tau(s_j)} | gamma)/rho_{s_j}^2, j = 1..N. */
    Expr informationAt(int j);

    /** path^k. */
    Expr kineticPath();

    /** H^k_T. */
    Expr kineticEnd();

    /** Whether the network is the exact velocity score. */
    boolean isExact();

    /** Whether all divergences are 0. */
    boolean isVoid();

    /** s_j. */
    private Expr time(int j) {
        return Expr.of(step().times(Rational.of(j)));
    }

    /** An upper bound of K = 4 int_0^1 s(1 - s) e^-2s J(s) ds. */
    Expr upperIntegral();

    /**
     * A lower bound of K: J does not increase, so on each step within [0, 1] it is at least its value at the end; the antiderivative of the
     * weight is 2 s^2 e^-2s.
     */
    default Expr lowerIntegral() {
        Expr sum = Expr.ZERO;
        for (int j = 1; j <= count() && step().times(Rational.of(j)).compareTo(Rational.ONE) <= 0; j++) {
            sum = sum.plus(informationAt(j).times(rise(time(j)).minus(rise(time(j - 1)))));
        }
        return sum;
    }

    /** K as a set that contains it: what is above the lower sum refutes nothing before it is above the upper one. */
    default Expr integral() {
        return between(lowerIntegral(), upperIntegral());
    }

    /** 2 s^2 e^-2s. */
    static Expr rise(Expr s) {
        return s.times(s.negate().exp()).square().times(2);
    }

    /**
     * int_h^infinity (1 - s)^2 e^-2s J(s) ds as a set that contains it: on each step J lies between its values at the ends, and beyond T between 0
     * and the last one; the antiderivative is -e^-2s (s^2/2 - s/2 + 1/4).
     */
    default Expr rest() {
        Expr lower = Expr.ZERO;
        Expr upper = informationAt(count()).times(fall(time(count())));
        for (int j = 2; j <= count(); j++) {
            var weight = fall(time(j - 1)).minus(fall(time(j)));
            lower = lower.plus(informationAt(j).times(weight));
            upper = upper.plus(informationAt(j - 1).times(weight));
        }
        return between(lower, upper);
    }

    private static Expr fall(Expr s) {
        return s.times(-2).exp().times(s.square().minus(s).over(2).plus(Expr.of(1, 4)));
    }

    private static Expr between(Expr lower, Expr upper) {
        return lower.plus(Expr.between(Rational.ZERO, Rational.ONE).times(upper.minus(lower)));
    }
}
