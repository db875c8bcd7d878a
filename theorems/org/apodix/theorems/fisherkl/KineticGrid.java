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

    /**
     * A lower bound of K = 4 int_0^1 s(1 - s) e^-2s J(s) ds: J does not increase, so on each step within [0, 1] it is at least its value at the
     * end; the antiderivative of the weight is 2 s^2 e^-2s.
     */
    default Expr lowerIntegral() {
        Expr sum = Expr.ZERO;
        for (int j = 1; j <= count() && step().times(Rational.of(j)).compareTo(Rational.ONE) <= 0; j++) {
            sum = sum.plus(informationAt(j).times(rise(time(j)).minus(rise(time(j - 1)))));
        }
        return sum;
    }

    private static Expr rise(Expr s) {
        return s.times(s.negate().exp()).square().times(2);
    }

    /** A lower bound of int_h^infinity (1 - s)^2 e^-2s J(s) ds in the same way; the antiderivative is -e^-2s (s^2/2 - s/2 + 1/4). */
    default Expr lowerRest() {
        Expr sum = Expr.ZERO;
        for (int j = 2; j <= count(); j++) {
            sum = sum.plus(informationAt(j).times(fall(time(j - 1)).minus(fall(time(j)))));
        }
        return sum;
    }

    private static Expr fall(Expr s) {
        return s.times(-2).exp().times(s.square().minus(s).over(2).plus(Expr.of(1, 4)));
    }
}
