package org.apodix.theorems.ratiosignrelu;

import org.apodix.audit.Draw;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Integral;
import org.apodix.expression.Variable;

/**
 * f_1 = f_2 = g_1 = 1 on [0, 1] and a denominator g_2 = 1 - max(0, 1 - |x - 1/2|/eps) that touches 0: the model of the family {@code spike}.
 *
 * @param width    eps in (0, 1/2]
 * @param exponent k: the error of the quotient is integrated up to the distance eps 10^-k from the zero of g_2
 * @param p        the norm of e_2
 */
record SpikeInstance(Rational width, int exponent, int p) implements RatioModel {

    /** The distance from the zero up to which is integrated. */
    Rational cut() {
        return width.times(Rational.of(10).pow(-exponent));
    }

    /** The integral of |e_2|^p, as an integral. */
    Expr denominatorError() {
        var u = new Variable("u");
        return Integral.of(Expr.ONE.minus(u.over(Expr.of(width))).pow(p), u, Expr.ZERO, Expr.of(width)).times(2);
    }

    /** The integral of |1 - 1/g_2| where |x - 1/2| is at least the cut, as an integral. */
    Expr quotientError() {
        var u = new Variable("u");
        return Integral.of(Expr.of(width).over(u).minus(Expr.ONE), u, Expr.of(cut()), Expr.of(width)).times(2);
    }

    /** The same in closed form: 2 eps (log(eps/cut) - 1) + 2 cut. */
    Expr quotientErrorClosed() {
        return Expr.of(10).log().times(exponent).minus(Expr.ONE).times(Expr.of(width)).plus(Expr.of(cut())).times(2);
    }

    static SpikeInstance draw(Draw draw) {
        int n = draw.integer(2, 100);
        return new SpikeInstance(Rational.of(1, n), draw.integer(1, 8), draw.integer(1, 4));
    }
}
