package org.apodix.theorems.generalizationgap;

import java.util.List;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.ImproperIntegral;
import org.apodix.expression.TailBound;
import org.apodix.expression.Variable;

/** I(r) = r - E log cosh(r + sqrt(r) Z): the information, in nats, of a fair sign seen through a Gaussian channel of signal-to-noise ratio r. */
final class SignInformation {

    private SignInformation() { }

    /**
     * I(r) of r >= 0.
     *
     * <p>Tail: |log cosh w| <= |w| <= r + sqrt(r) |z| and int_L^inf phi <= phi(L)/L, so that the integral over |z| > L is at most
     * 2 phi(L) (r/L + sqrt(r)).
     */
    static Expr of(Rational r) {
        if (r.isZero()) {
            return Expr.ZERO;
        }
        var z = new Variable("z");
        var far = new Variable("L");
        var ratio = Expr.of(r);
        var w = ratio.plus(ratio.sqrt().times(z));
        var body = density(z).times(Expr.logSumExp(List.of(w, w.negate())).minus(Expr.TWO.log()));
        var tail = density(far).times(2).times(ratio.over(far).plus(ratio.sqrt()));
        return ratio.minus(ImproperIntegral.of(body, z, new TailBound(tail, far, Rational.ONE)));
    }

    static Expr density(Expr z) {
        return z.square().over(-2).exp().over(Expr.PI.times(2).sqrt());
    }
}
