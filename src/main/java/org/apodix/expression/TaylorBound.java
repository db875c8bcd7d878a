package org.apodix.expression;

import java.util.List;
import org.apodix.enclosure.Dyadic;
import org.apodix.enclosure.DyadicArithmetic;
import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.Jet;
import org.apodix.enclosure.JetArithmetic;
import org.apodix.enclosure.Rational;
import org.apodix.enclosure.UndefinedException;

/**
 * Upper bounds of a function of one variable on [c - h, c + h] by its Taylor polynomial, for functions that are flat or whose terms cancel.
 *
 * <p>With a_k = f^(k)(c) h^k / k! and, for an even n, A an interval that contains f^(n)(x) h^n / n! for all x of the range: f(c + h t) = sum_{k<n} a_k t^k + r
 * t^n with r in A (Taylor, Lagrange) for |t| <= 1. So f <= a_0 + q + |a_3| + ... + |a_(n-1)| + max(0, sup A), where q is the
 * greatest value of |a_1| s + a_2 s^2 for 0 <= s <= 1: it is a_1^2 / (-4 a_2) where 0 <= |a_1| <= -2 a_2 and a_2 < 0, else at most max(0, |a_1| + a_2). The
 * cancellation of terms takes place in the numbers a_k at one point, so what the bound loses is of the order h^n.
 */
final class TaylorBound {

    private static final int ORDER = 8;

    private final DyadicArithmetic arithmetic;
    private final JetArithmetic<DyadicInterval> jets;
    private final Body<Jet<DyadicInterval>> body;

    TaylorBound(Tape tape, List<DyadicInterval> outer, DyadicArithmetic arithmetic) {
        this.arithmetic = arithmetic;
        this.jets = new JetArithmetic<>(arithmetic, ORDER);
        this.body = new Body<>(tape, jets, outer);
    }

    /** An upper bound on the range; infinite where the function is not proved to be differentiable so often. */
    Dyadic on(DyadicInterval range) {
        try {
            var h = arithmetic.enclose(DyadicInterval.point(range.width().shift(-1)));
            var centre = arithmetic.enclose(DyadicInterval.point(range.lower().plus(range.upper()).shift(-1)));
            var a = body.at(jets.variable(centre, h));
            var wide = body.at(jets.variable(arithmetic.enclose(range), h));
            var sum = arithmetic.add(jets.coefficient(a, 0), quadratic(jets.coefficient(a, 1), jets.coefficient(a, 2)));
            for (int k = 3; k < ORDER; k++) {
                sum = arithmetic.add(sum, arithmetic.abs(jets.coefficient(a, k)));
            }
            return arithmetic.add(sum, positive(jets.coefficient(wide, ORDER))).upper();
        } catch (UndefinedException e) {
            return Dyadic.POSITIVE_INFINITY;
        }
    }

    private DyadicInterval positive(DyadicInterval a) {
        return arithmetic.max(DyadicInterval.point(Dyadic.ZERO), a);
    }

    /** A set whose upper end is at least q for all elements. */
    private DyadicInterval quadratic(DyadicInterval linear, DyadicInterval square) {
        var size = arithmetic.abs(linear);
        var fall = arithmetic.negate(square);
        if (fall.isPositive() && size.upper().compareTo(fall.lower().shift(1)) <= 0) {
            return arithmetic.divide(arithmetic.square(size), arithmetic.multiply(arithmetic.of(Rational.of(4)), fall));
        }
        return positive(arithmetic.add(size, square));
    }
}
