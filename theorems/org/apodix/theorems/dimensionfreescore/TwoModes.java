package org.apodix.theorems.dimensionfreescore;

import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.ImproperIntegral;
import org.apodix.expression.TailBound;
import org.apodix.expression.Variable;

/**
 * MIX: the tilt of the mixture p N(m theta, I) + (1 - p) N(-m theta, I), h(z) = log(p e^{mz} + (1 - p) e^{-mz}) - m^2/2, Z = 1.
 *
 * @param m positive
 * @param p in (0, 1)
 */
record TwoModes(Rational m, Rational p) implements Profile {

    private static final Variable X = new Variable("x");
    private static final Variable L = new Variable("L");

    TwoModes {
        if (m.signum() <= 0 || p.signum() <= 0 || p.compareTo(Rational.ONE) >= 0) {
            throw new IllegalArgumentException("two modes at +-" + m + " with the weight " + p + ": m is positive and the weight lies strictly between 0 and 1");
        }
    }

    /** b = log(p/(1 - p))/2. */
    Expr offset() {
        return Expr.of(p.over(Rational.ONE.minus(p))).log().over(2);
    }

    /** 2 sqrt(p (1 - p)). */
    Expr balance() {
        return Expr.of(p.times(Rational.ONE.minus(p))).sqrt().times(2);
    }

    static Expr sinh(Rational s) {
        return Expr.of(s).exp().minus(Expr.of(s.negate()).exp()).over(2);
    }

    /** m^2 sigma^2. */
    Rational spread(ForwardTime time) {
        return m.times(m).times(time.variance());
    }

    @Override
    public Expr value(Expr z) {
        var y = z.times(Expr.of(m));
        var terms = java.util.List.of(y.plus(Expr.of(p).log()), Expr.of(Rational.ONE.minus(p)).log().minus(y));
        return Expr.logSumExp(terms).minus(Expr.of(m.times(m)).over(2));
    }

    @Override
    public Expr slope(Expr z) {
        return Expr.of(m).times(z.times(Expr.of(m)).plus(offset()).tanh());
    }

    @Override
    public Rational lipschitz() {
        return m;
    }

    @Override
    public boolean isBounded() {
        return false;
    }

    @Override
    public Expr infimum() {
        return balance().log().minus(Expr.of(m.times(m)).over(2));
    }

    @Override
    public Expr supremum() {
        throw new IllegalStateException("the tilt of two modes has no supremum");
    }

    @Override
    public boolean isBoundedBelow() {
        return true;
    }

    @Override
    public boolean isConstant() {
        return false;
    }

    @Override
    public Expr normalizer() {
        return Expr.ONE;
    }

    @Override
    public Expr secondMoment() {
        return Expr.of(Rational.ONE.plus(m.times(m)));
    }

    @Override
    public Moments at(ForwardTime time, Expr x) {
        return new TwoModesMoments(this, time, x);
    }

    @Override
    public Moments under(ForwardTime time, Expr x, Size use) {
        return at(time, x);
    }

    @Override
    public Expr error() {
        return Expr.ZERO;
    }

    /** F phi is the mixture of N(+-a m, 1): beyond L >= a m it has at most twice the Gaussian tail from L - a m on. */
    @Override
    public Expr tail(ForwardTime time, Expr from) {
        return from.minus(Expr.of(m.times(time.a()))).normalTail().times(2);
    }

    @Override
    public Rational tailFrom(ForwardTime time) {
        return m.times(time.a());
    }

    /** (F e^-m)^2 <= weightScale e^{2am|x|}, and E e^{2am|X|} <= E e^{2amX} + E e^{-2amX} = e^{4 a^2 m^2} + 1 for each of the modes N(+-am, 1). */
    @Override
    public Expr weightMass(ForwardTime time) {
        return weightScale(time).times(Expr.of(tailFrom(time).pow(2).times(Rational.of(4))).exp().plus(Expr.ONE));
    }

    /** e^{2amx} N(am, 1) is e^{4 a^2 m^2} N(3am, 1), and less for the other sign: decreasing beyond 3am. */
    @Override
    public Expr weightTail(ForwardTime time, Expr from) {
        var shift = tailFrom(time);
        var scale = weightScale(time).times(Expr.of(shift.pow(2).times(Rational.of(4))).exp());
        return scale.times(2).times(from.minus(Expr.of(weightFrom(time))).normalTail());
    }

    @Override
    public Rational weightFrom(ForwardTime time) {
        return tailFrom(time).times(Rational.of(3));
    }

    /** e^{s + 2|b|}: F <= e^{am|x| - a^2 m^2/2} and e^-m = e^{m^2/2} cosh b. */
    private Expr weightScale(ForwardTime time) {
        return Expr.of(spread(time)).plus(offset().abs().times(2)).exp();
    }

    /**
     * S_k = int sech^k(z) p_t, z = a m x + b: 2 sqrt(p (1 - p)) e^{-m^2 a^2/2} int cosh^{1-k}(z) phi, as p_t = that factor cosh(z) phi.
     * The integrand is at most phi.
     *
     * @param k at least 1
     */
    Expr sech(int k, ForwardTime time) {
        var z = X.times(Expr.of(m.times(time.a()))).plus(offset());
        var cosh = z.exp().plus(z.negate().exp()).over(2);
        var body = Gauss.density(X).over(cosh.pow(k - 1));
        var integral = ImproperIntegral.of(body, X, new TailBound(L.normalTail().times(2), L, Rational.ZERO));
        return balance().times(Expr.of(tailFrom(time).pow(2)).over(-2).exp()).times(integral);
    }
}
