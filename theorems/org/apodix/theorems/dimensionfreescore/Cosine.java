package org.apodix.theorems.dimensionfreescore;

import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/**
 * COS: h(z) = c cos(omega z + phase).
 *
 * @param c     any number of size at most 8
 * @param omega positive, at most 64
 */
record Cosine(Rational c, Rational omega, Rational phase) implements Profile {

    private static final Rational MOST_HEIGHT = Rational.of(8);
    private static final Rational MOST_FREQUENCY = Rational.of(64);
    /** Bits of the remainder of a moment at a number. */
    private static final int POINT_BITS = 200;
    private static final int SIZE_BITS = 30;

    Cosine {
        if (c.abs().compareTo(MOST_HEIGHT) > 0 || omega.signum() <= 0 || omega.compareTo(MOST_FREQUENCY) > 0) {
            throw new IllegalArgumentException("the tilt " + c + " cos(" + omega + " z + " + phase + "): the height is at most " + MOST_HEIGHT
                + " in size and the frequency lies in (0, " + MOST_FREQUENCY + "]");
        }
    }

    @Override
    public Expr value(Expr z) {
        return Expr.of(c).times(angle(z).cos());
    }

    @Override
    public Expr slope(Expr z) {
        return Expr.of(c.times(omega).negate()).times(angle(z).sin());
    }

    private Expr angle(Expr z) {
        return z.times(Expr.of(omega)).plus(Expr.of(phase));
    }

    @Override
    public Rational lipschitz() {
        return c.abs().times(omega);
    }

    @Override
    public boolean isBounded() {
        return true;
    }

    @Override
    public boolean isBoundedBelow() {
        return true;
    }

    @Override
    public Expr infimum() {
        return Expr.of(c.abs().negate());
    }

    @Override
    public Expr supremum() {
        return Expr.of(c.abs());
    }

    @Override
    public boolean isConstant() {
        return c.isZero();
    }

    /** F at x = 0 in the limit of late times. */
    @Override
    public Expr normalizer() {
        return at(ForwardTime.NOISE, Expr.ZERO).density();
    }

    @Override
    public Expr secondMoment() {
        return at(ForwardTime.NOISE, Expr.ZERO).weighted(2, 1);
    }

    @Override
    public Moments at(ForwardTime time, Expr x) {
        return new CosineMoments(this, time, x, POINT_BITS, true);
    }

    /**
     * Normalized moments and the powers of F that weigh them magnify a remainder, by at most e^{20 |c|} for products of weights to the power 8: {@value #SIZE_BITS} bits more per unit of |c| make up for
     * that. What is left is an explicit range in any case.
     */
    @Override
    public Moments sampled(ForwardTime time, Expr x, int bits) {
        return new CosineMoments(this, time, x, bits + SIZE_BITS * ceiling(c.abs()), true);
    }

    @Override
    public Moments under(ForwardTime time, Expr x, Size use) {
        return new CosineMoments(this, time, x, use.momentBits(INTEGRAL_BITS, most(use.power()), least()), false);
    }

    /**
     * A bound B >= 1 of all moments E[u^p e^{kh}] and E[h'^p e^{kh}] with k up to the power, and of their approximations: E|u|^p <= 3 for p up to 4, e <= 3, and
     * 1 for the error.
     */
    private Rational most(int power) {
        var slope = Rational.ONE.max(lipschitz()).pow(4);
        return Rational.of(3).times(slope).times(Rational.of(3).pow(ceiling(c.abs().times(Rational.of(power))))).plus(Rational.ONE);
    }

    /** A bound f <= 1 of F and of its approximation from below: half of e^-|c|. */
    private Rational least() {
        return Rational.of(3).pow(-ceiling(c.abs())).over(Rational.TWO);
    }

    static int ceiling(Rational value) {
        return value.negate().floor().negate().intValueExact();
    }

    @Override
    public Expr error() {
        return isConstant() ? Expr.ZERO : Expr.of(Rational.TWO.pow(-INTEGRAL_BITS));
    }

    @Override
    public Expr tail(ForwardTime time, Expr from) {
        return supremum().exp().times(from.normalTail()).times(2);
    }

    @Override
    public Rational tailFrom(ForwardTime time) {
        return Rational.ZERO;
    }
}
