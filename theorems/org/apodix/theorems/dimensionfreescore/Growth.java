package org.apodix.theorems.dimensionfreescore;

import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/**
 * The hypothesis (H), -alpha |y|^2 - c_- <= f(y) <= beta |y|^2 + c_+, and the bounds of R2 and R6 that follow from it.
 *
 * @param alpha above -1/2
 * @param beta  below 1/2
 * @param below c_-
 * @param above c_+
 */
record Growth(Rational alpha, Rational beta, Expr below, Expr above, int dimension, ForwardTime time) {

    private static final Rational HALF = Rational.of(1, 2);

    Growth {
        if (alpha.compareTo(HALF.negate()) <= 0 || beta.compareTo(HALF) >= 0) {
            throw new IllegalArgumentException("quadratic growth with alpha = " + alpha + " and beta = " + beta + ": alpha > -1/2 and beta < 1/2");
        }
    }

    /** Of a quadratic tilt: with both constants nonnegative, or with alpha = -beta, where all bounds are attained. */
    static Growth of(Quadratic q, boolean attained) {
        var half = q.lambda().over(Rational.TWO);
        var alpha = attained ? half : half.max(Rational.ZERO);
        var beta = attained ? half.negate() : half.negate().max(Rational.ZERO);
        return new Growth(alpha, beta, Expr.ZERO, Expr.ZERO, q.dimension(), q.time());
    }

    /** Of two modes: alpha = 0, c_- = -inf f and c_+ = m^2/(4 beta) - m^2/2, as f <= m|z| - m^2/2. */
    static Growth of(TwoModes modes, Rational beta, int dimension, ForwardTime time) {
        var square = modes.m().pow(2);
        var above = square.over(beta.times(Rational.of(4))).minus(square.over(Rational.TWO));
        return new Growth(Rational.ZERO, beta, modes.infimum().negate(), Expr.of(above), dimension, time);
    }

    /** The rational to the power d/2. */
    static Expr halfPower(Rational base, int dimension) {
        var even = Expr.of(base.pow(dimension / 2));
        return dimension % 2 == 0 ? even : even.times(Expr.of(base).sqrt());
    }

    private Rational affine(Rational factor, Rational value) {
        return Rational.ONE.plus(factor.times(value));
    }

    /** 1 + 2 alpha s. */
    private Rational lower(Rational s) {
        return affine(alpha.times(Rational.TWO), s);
    }

    /** 1 - 2 beta s. */
    private Rational upper(Rational s) {
        return affine(beta.times(Rational.TWO).negate(), s);
    }

    private Rational variance() {
        return time.variance();
    }

    /** e^-c_- (1 + 2 alpha)^{-d/2}. */
    Expr leastZ() {
        return below.negate().exp().over(halfPower(lower(Rational.ONE), dimension));
    }

    /** e^c_+ (1 - 2 beta)^{-d/2}. */
    Expr mostZ() {
        return above.exp().over(halfPower(upper(Rational.ONE), dimension));
    }

    /** The lower bound of F at |x|^2. */
    Expr leastF(Rational squared) {
        var s = lower(variance());
        var exponent = alpha.times(time.a().pow(2)).times(squared).over(s).negate();
        return below.negate().plus(Expr.of(exponent)).exp().over(halfPower(s, dimension));
    }

    /** The upper bound of F at |x|^2. */
    Expr mostF(Rational squared) {
        var s = upper(variance());
        var exponent = beta.times(time.a().pow(2)).times(squared).over(s);
        return above.plus(Expr.of(exponent)).exp().over(halfPower(s, dimension));
    }

    /** G = e^{c_+ + c_-} ((1 + 2 alpha)/(1 - 2 beta))^{d/2}. */
    Expr factor() {
        return above.plus(below).exp().times(halfPower(lower(Rational.ONE).over(upper(Rational.ONE)), dimension));
    }

    /** s^2 at a time with this sigma^2: (1 - 2 beta sigma^2)/(1 - 2 beta). */
    Rational spread(Rational variance) {
        return upper(variance).over(upper(Rational.ONE));
    }

    /** G Q(d/2, R^2/(2 s^2)) of the time, R^2 given. */
    Expr tail(Expr squared) {
        return factor().times(Gauss.chiSquareTail(dimension, squared.over(Expr.of(spread(variance())).times(2))));
    }

    /** G d s^2 Q(d/2 + 1, R^2/(2 s^2)) at a time with this sigma^2. */
    Expr secondTail(Expr squared, Rational variance) {
        var s = Expr.of(spread(variance));
        return factor().times(dimension).times(s).times(Gauss.chiSquareTail(dimension + 2, squared.over(s.times(2))));
    }

    /** 1 - 4 beta sigma^2. */
    Rational room() {
        return Rational.ONE.minus(beta.times(variance()).times(Rational.of(4)));
    }

    /** theta = 2 beta a^2/(1 - 4 beta sigma^2) + alpha a^2/(1 + 2 alpha sigma^2). */
    Rational theta() {
        var square = time.a().pow(2);
        return beta.times(Rational.TWO).times(square).over(room()).plus(alpha.times(square).over(lower(variance())));
    }

    /** Whether R6 applies: 4 beta sigma^2 < 1 and theta < 1/2. */
    boolean isEnough() {
        return room().signum() > 0 && theta().compareTo(HALF) < 0;
    }

    /** Kbar, with 1 - multiple theta in place of 1 - 2 theta for another multiple; -log 0, which no enclosure defines, where R6 does not apply. */
    Expr mostK(int multiple) {
        if (!isEnough()) {
            return Expr.ZERO.log().negate();
        }
        var rest = affine(theta().negate(), Rational.of(multiple));
        var base = lower(Rational.ONE).times(lower(variance())).over(room().times(rest));
        return above.plus(below).times(2).exp().times(halfPower(base, dimension));
    }

    /** The bound of taubar. */
    Expr mostTau() {
        if (!isEnough()) {
            return mostK(2);
        }
        var rest = affine(theta().negate(), Rational.TWO);
        var second = beta.pow(2).times(time.a().pow(2)).times(variance()).times(Rational.of(16)).over(room().pow(2).times(rest));
        return mostK(2).times(Expr.of(Rational.of(dimension).times(room().inverse().plus(second))));
    }

    /** s_*^2 of the complementary time, whose sigma is a. */
    Rational complementarySpread() {
        return spread(time.a().pow(2));
    }

    /** B^2 = s_*^2 (d + 2 + 2 sqrt((d + 2) L) + 2 L), L = log M. */
    Expr clipSquared(int nodes) {
        var log = Expr.of(nodes).log();
        var degrees = Expr.of(dimension + 2L);
        return Expr.of(complementarySpread()).times(degrees.plus(degrees.times(log).sqrt().times(2)).plus(log.times(2)));
    }
}
