package org.apodix.theorems.generalizationgap;

import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/**
 * A fair sign seen at signal-to-noise ratio r = mu^2/(v + T), that is the two modes at time T: the model of the family {@code sign_channel}.
 */
public final class SignChannel implements Modes {

    private final Rational r;
    private final Expr information;
    private SignChannel doubled;

    /** A channel of ratio r >= 0; its integral is built once, so that the statements share it. */
    public SignChannel(Rational r) {
        this.r = r;
        this.information = SignInformation.of(r);
    }

    public Rational r() {
        return r;
    }

    Expr information() {
        return information;
    }

    /** KL(p_T | N(0, v + T)) = r/2 - I(r). */
    Expr fixedPrior() {
        return Expr.of(r.over(Rational.TWO)).minus(information);
    }

    /** KL(p_T | N(0, v + T + mu^2)) = log(1 + r)/2 - I(r). */
    Expr matchedPrior() {
        return Expr.of(r.plus(Rational.ONE)).log().over(2).minus(information);
    }

    /** The channel of twice the ratio. */
    synchronized SignChannel doubled() {
        if (doubled == null) {
            doubled = new SignChannel(r.times(Rational.TWO));
        }
        return doubled;
    }
}
