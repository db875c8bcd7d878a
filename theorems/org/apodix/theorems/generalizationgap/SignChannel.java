package org.apodix.theorems.generalizationgap;

import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/**
 * A fair sign seen at signal-to-noise ratio r = mu^2/(v + T), that is the two modes at time T: the model of the family {@code sign_channel}.
 */
public record SignChannel(Rational r) implements Modes {

    Expr information() {
        return SignInformation.of(r);
    }

    /** KL(p_T | N(0, v + T)) = r/2 - I(r). */
    Expr fixedPrior() {
        return Expr.of(r.over(Rational.TWO)).minus(information());
    }

    /** KL(p_T | N(0, v + T + mu^2)) = log(1 + r)/2 - I(r). */
    Expr matchedPrior() {
        return Expr.of(r.plus(Rational.ONE)).log().over(2).minus(information());
    }

    SignChannel doubled() {
        return new SignChannel(r.times(Rational.TWO));
    }
}
