package org.apodix.theorems.generalizationgap;

import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/**
 * A fair sign seen at signal-to-noise ratio r = mu^2/(v + T), that is the two modes at time T: the model of the family {@code sign_channel}.
 */
public final class SignChannel implements Modes {

    private final Rational r;
    private final Expr information;
    private final Expr entropy;
    private SignChannel doubled;

    /** A channel of ratio r >= 0; its integrals are built once, so that the statements share them. */
    public SignChannel(Rational r) {
        this.r = r;
        this.information = SignInformation.of(r);
        this.entropy = new ModePair(r, Rational.ONE).entropy();
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

    /** {@link #fixedPrior} from the density: -h(p) - E log of N(0, 1), where p is N(-sqrt r, 1)/2 + N(sqrt r, 1)/2 and has second moment 1 + r. */
    Expr fixedPriorFromDensity() {
        return fromDensity(Rational.ONE);
    }

    /** {@link #matchedPrior} from the density: the same with N(0, 1 + r). */
    Expr matchedPriorFromDensity() {
        return fromDensity(r.plus(Rational.ONE));
    }

    private Expr fromDensity(Rational start) {
        var cross = Expr.PI.times(2).times(Expr.of(start)).log().plus(Expr.of(r.plus(Rational.ONE).over(start))).over(2);
        return cross.minus(entropy);
    }

    /** The channel of twice the ratio. */
    synchronized SignChannel doubled() {
        if (doubled == null) {
            doubled = new SignChannel(r.times(Rational.TWO));
        }
        return doubled;
    }
}
