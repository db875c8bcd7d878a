package org.apodix.diffusion;

import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/**
 * The law with density f = 1 + alpha He_n relative to the standard Gaussian, n = 2 or 4: at time t it is 1 + alpha_t He_n with
 * alpha_t = alpha a^n, and r = alpha_t n He_{n-1}/f.
 *
 * <p>Integrals run over |x| <= 15; beyond, 1 <= f <= 1 + alpha_t b(x) with b(x) = x^2 or x^4 + 3, so that 0 <= f log f <= f^2 and
 * f r^2 = (alpha_t n He_{n-1})^2/f is at most (alpha_t n He_{n-1})^2.
 */
public final class HermiteTilt extends LineLaw {

    /** From this k^2 on, the Mills ratio comes from its continued fraction. */
    private static final Rational FRACTION_FROM = Rational.of(64);
    private static final int FRACTION_TERMS = 160;
    /** Ends of the integral over u = log x of H_0 for n = 2, alpha = 1. */
    private static final long LOG_LEAST = 40;
    private static final long LOG_MOST = 3;

    private final int order;
    private final Rational alpha;

    /**
     * A tilt.
     *
     * @param order n, 2 or 4
     * @param alpha in (0, 1] for n = 2 and in (0, 1/6) for n = 4, where f is positive (the caller's promise)
     */
    public HermiteTilt(int order, Rational alpha) {
        if (order != 2 && order != 4) {
            throw new IllegalArgumentException("order " + order + ": 2 or 4 is supported");
        }
        this.order = order;
        this.alpha = alpha;
    }

    public int order() {
        return order;
    }

    /** alpha. */
    public Rational alpha() {
        return alpha;
    }

    @Override
    public Rational mean() {
        return Rational.ZERO;
    }

    /** E x^2 = 1 + 2 alpha for n = 2, and 1 for n = 4, because He_2 and He_4 are orthogonal. */
    @Override
    public Rational variance() {
        return order == 2 ? Rational.ONE.plus(alpha.times(Rational.TWO)) : Rational.ONE;
    }

    @Override
    public boolean hasFiniteFisher() {
        return true;
    }

    private Expr tilt(NoiseLevel level) {
        return Expr.of(alpha).times(level.signal().pow(order));
    }

    @Override
    public Point at(NoiseLevel level, Expr x) {
        var ratio = ratio(level, x);
        return new Point(ratio.times(normalDensity(x)), slope(level, x).over(ratio), ratio.log());
    }

    /** f(x); 1 + alpha_t (x^2 - 1) is 1 - alpha_t + alpha_t x^2. */
    private Expr ratio(NoiseLevel level, Expr x) {
        var t = tilt(level);
        var square = x.square();
        if (order == 2) {
            return Expr.ONE.minus(t).plus(t.times(square));
        }
        // He_4 = (x^2 - 3)^2 - 6
        return Expr.ONE.minus(t.times(6)).plus(t.times(square.minus(Expr.of(3)).square()));
    }

    /** f'(x) = alpha_t n He_{n-1}. */
    private Expr slope(NoiseLevel level, Expr x) {
        var t = tilt(level);
        return order == 2 ? t.times(2).times(x) : t.times(4).times(x).times(x.square().minus(Expr.of(3)));
    }

    @Override
    public Expr entropy(NoiseLevel level) {
        if (level.isNone() && alpha.equals(Rational.ONE)) {
            return singularEntropy();
        }
        var z = Expr.of(CUT);
        var t = tilt(level);
        var tail = order == 2
            // (1 + t x^2)^2
            ? tailMoment(0, z).plus(t.times(2).times(tailMoment(2, z))).plus(t.square().times(tailMoment(4, z)))
            // (1 + 3t + t x^4)^2
            : Expr.ONE.plus(t.times(3)).square().times(tailMoment(0, z)).plus(Expr.ONE.plus(t.times(3)).times(t).times(2).times(tailMoment(4, z)))
                .plus(t.square().times(tailMoment(8, z)));
        return line(x -> {
            var f = ratio(level, x);
            return normalDensity(x).times(f).times(f.log());
        }, tail);
    }

    /** The even body over [-15, 15], and both of its tails, each between 0 and the bound. */
    private static Expr line(java.util.function.UnaryOperator<Expr> body, Expr tail) {
        return integral(body, Expr.ZERO, Expr.of(CUT)).plus(Expr.between(Rational.ZERO, Rational.ONE).times(tail)).times(2);
    }

    /**
     * H_0 = E[x^2 log x^2] for f = x^2: with x = e^u it is int 4u e^{3u} phi(e^u) du. Below -L the rest lies between
     * -(4/sqrt(2 pi)) e^{-3L} (L/3 + 1/9) and 0, above U between 0 and int_X^infinity 4 x^3 phi = 4 (X^2 + 2) phi(X), X = e^U.
     */
    private static Expr singularEntropy() {
        var body = integral(u -> {
            var x = u.exp();
            return u.times(4).times(x.pow(3)).times(normalDensity(x));
        }, Expr.of(-LOG_LEAST), Expr.of(LOG_MOST));
        var below = Expr.of(-3 * LOG_LEAST).exp().times(Expr.of(LOG_LEAST, 3).plus(Expr.of(1, 9))).times(4).over(Expr.PI.times(2).sqrt());
        var x = Expr.of(LOG_MOST).exp();
        var above = x.square().plus(Expr.TWO).times(normalDensity(x)).times(4);
        var unit = Expr.between(Rational.ZERO, Rational.ONE);
        return body.minus(unit.times(below)).plus(unit.times(above));
    }

    @Override
    public Expr fisher(NoiseLevel level) {
        if (order == 2) {
            return level.isNone() && alpha.equals(Rational.ONE) ? Expr.of(4) : byMillsRatio(tilt(level), level);
        }
        var z = Expr.of(CUT);
        // 16 t^2 (x^3 + 3x)^2
        var tail = tailMoment(6, z).plus(tailMoment(4, z).times(6)).plus(tailMoment(2, z).times(9)).times(tilt(level).square()).times(16);
        return line(x -> slope(level, x).square().over(ratio(level, x)).times(normalDensity(x)), tail);
    }

    /**
     * I_t = 4 alpha_t (1 - k m(k)), k^2 = (1 - alpha_t)/alpha_t, m the Mills ratio (section 6.3 of fisher-kl). For k^2 >= 64, from
     * m(k) = 1/(k + 1/(k + 2/(k + ...))): 1 - k m(k) = T_1/(k^2 + T_1) with T_j = j k^2/(k^2 + T_{j+1}) and 0 <= T_j <= j, so
     * that nothing is subtracted and the set {@code [0, n]} for T_n brackets the value.
     */
    private Expr byMillsRatio(Expr tilt, NoiseLevel level) {
        var square = Expr.ONE.minus(tilt).over(tilt);
        if (!isLarge(level)) {
            var k = square.sqrt();
            var mills = Expr.PI.over(2).sqrt().times(square.over(2).exp()).times(k.over(Expr.TWO.sqrt()).erfc());
            return tilt.times(4).times(Expr.ONE.minus(k.times(mills)));
        }
        Expr fraction = Expr.between(Rational.ZERO, Rational.of(FRACTION_TERMS));
        for (int j = FRACTION_TERMS - 1; j >= 1; j--) {
            fraction = square.times(j).over(square.plus(fraction));
        }
        return tilt.times(4).times(fraction).over(square.plus(fraction));
    }

    /** Whether k^2 is at least 64, for certain: a choice between two formulas, both true. */
    private boolean isLarge(NoiseLevel level) {
        var bound = org.apodix.enclosure.DoubleArithmetic.INSTANCE;
        var square = Expr.ONE.minus(tilt(level)).over(tilt(level)).minus(Expr.of(FRACTION_FROM));
        return bound.enclosure(org.apodix.expression.Tape.of(java.util.List.of(square)).evaluate(bound).get(0)).isPositive();
    }
}
