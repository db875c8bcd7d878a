package org.apodix.theorems.dimensionfreescore;

import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/**
 * The integrals over p_t that claims compare, by {@link LineSum}: each expression is built once for a tilt, so that all of them run over the same points together. For a constant
 * tilt they are exact.
 */
final class Averages {

    private final RidgeTilt tilt;
    private final int bits;
    private final boolean weights;
    private LineSum line;
    private Expr meanSquare;
    private Expr chiSquare;
    private Expr lineVariance;
    private Expr gradientVariance;
    private Expr posteriorVariance;
    private Expr oneNode;
    /** Of the Stein and of the gradient estimator. */
    private final Expr[] own = new Expr[2];
    private final Expr[] pairs = new Expr[2];
    private Expr excessFourth;
    private Expr excess;

    /** @param weights whether the remainders of R5(c) are among the integrals; only for a tilt that is bounded below */
    Averages(RidgeTilt tilt, int bits, boolean weights) {
        this.tilt = tilt;
        this.bits = bits;
        this.weights = weights;
    }

    private Expr kappa() {
        return tilt.kappa();
    }

    private LineSum line() {
        if (line == null) {
            var size = !weights ? lineBound() : fourthBound(new Remainder(tilt, 1, false), mu(4)).times(tilt.profile().weightMass(tilt.time()));
            line = new LineSum(tilt, bits, size);
        }
        return line;
    }

    /** 18 e^{1/2} rho (2 + 2 kappa)^2: from 2, 8 and 8 for the three terms of V_1. */
    private Expr lineBound() {
        return Expr.HALF.exp().times(18).times(tilt.rhoBound()).times(Expr.TWO.plus(kappa().times(2)).square());
    }

    private Moments constant() {
        return new LinearProfile(Rational.ZERO).at(tilt.time(), Expr.ZERO); // the weights are 1
    }

    /** int r^2 p_t: two moments over F, 2 e (2 + kappa)^2. */
    synchronized Expr meanSquare() {
        if (meanSquare == null) {
            var bound = Expr.ONE.exp().times(2).times(Expr.TWO.plus(kappa()).square());
            meanSquare = tilt.profile().isConstant() ? Expr.ZERO : line().average(m -> m.mean().square(), kappa().square(), bound);
        }
        return meanSquare;
    }

    /** J. */
    Expr fisher() {
        return meanSquare().times(Expr.of(tilt.time().a().pow(2).over(tilt.time().variance())));
    }

    /** K: 2 e^{1/2} rho. */
    synchronized Expr chiSquare() {
        if (chiSquare == null) {
            chiSquare = tilt.profile().isConstant() ? Expr.ONE
                : line().average(Moments::rho, tilt.rhoBound(), Expr.HALF.exp().times(2).times(tilt.rhoBound()));
        }
        return chiSquare;
    }

    /** int V_1 p_t. */
    synchronized Expr lineVariance() {
        if (lineVariance == null) {
            var most = tilt.rhoBound().times(Expr.ONE.plus(kappa().times(3)).square());
            lineVariance = tilt.profile().isConstant() ? constant().steinVariance() : line().average(Moments::steinVariance, most, lineBound());
        }
        return lineVariance;
    }

    /** int V p_t. */
    Expr variance() {
        return lineVariance().plus(chiSquare().times(tilt.dimension() - 1L));
    }

    /** int V' p_t: 18 e^{1/2} rho C^2. */
    synchronized Expr gradientVariance() {
        if (gradientVariance == null) {
            var slope = tilt.rhoBound().times(Expr.of(tilt.profile().lipschitz().pow(2)));
            gradientVariance = tilt.profile().isConstant() ? Expr.ZERO
                : line().average(Moments::gradientVariance, slope.times(4), Expr.HALF.exp().times(18).times(slope));
        }
        return gradientVariance;
    }

    /** int Var(U_1 | x) p_t: one moment, and two over F, 3 e (2 + kappa)^2. */
    synchronized Expr posteriorVariance() {
        if (posteriorVariance == null) {
            var bound = Expr.ONE.exp().times(3).times(Expr.TWO.plus(kappa()).square());
            posteriorVariance = tilt.profile().isConstant() ? Expr.ONE
                : line().average(Moments::posteriorVariance, Expr.ONE.plus(kappa()).square(), bound);
        }
        return posteriorVariance;
    }

    /** int E|h' - r'|^2 p_t without weights: e C^2, 2 e C^2 and 2 e^{1/2} C^2 for the three terms. */
    synchronized Expr oneNodeGradient() {
        if (oneNode == null) {
            var square = Expr.of(tilt.profile().lipschitz().pow(2));
            oneNode = tilt.profile().isConstant() ? Expr.ZERO : line().average(m -> m.slopes(2, 0).minus(m.slope().times(2).times(m.slopes(1, 0)))
                .plus(m.slope().square()), square.times(4), Expr.of(3, 2).exp().times(5).times(square));
        }
        return oneNode;
    }

    /**
     * An upper bound of T_M, by the inequality of Cauchy and Schwarz: T_M^4 <= int (F e^-m)^2 A_4 p_t int (F e^-m)^2 O_4 p_t, both integrals without a root, and each the sum of a part
     * without M and M - 1 times another.
     */
    synchronized Expr remainderBound(Remainder remainder) {
        if (tilt.profile().isConstant()) {
            return Expr.ZERO;
        }
        int kind = remainder.gradient() ? 1 : 0;
        if (own[kind] == null) {
            own[kind] = line().weighted(remainder::own, remainder.mostOwn(), fourthBound(remainder, mu(4)));
            pairs[kind] = line().weighted(remainder::pairs, remainder.mostPairs(), fourthBound(remainder, mu(2).square()));
        }
        if (excessFourth == null) {
            excessFourth = line().weighted(Moments::excessFourth, Remainder.theta(tilt.kappaSquared(), 1), fluctuationBound());
            excess = line().weighted(Remainder::excess, mu(2).square(), excessBound());
        }
        long others = remainder.nodes() - 1L;
        var fourth = own[kind].plus(pairs[kind].times(others));
        var fluctuation = excessFourth.plus(excess.times(3 * others));
        var product = fourth.max(Expr.ZERO).times(fluctuation.max(Expr.ZERO)).sqrt();
        return product.over(Expr.of(Rational.of(remainder.nodes()).pow(3))).sqrt();
    }

    private Expr mu(int k) {
        return Expr.of(tilt.kappaSquared().times(Rational.of((long) k * (k - 1), 2))).exp();
    }

    /**
     * For F^3 E|Xi|^4 and F^3 (V^2 + 2 tr Sigma^2), with mu_4 and mu_2^2: at most five divisions are left, so that each term brings at most 2^5 e^{1/2} <= 53, and
     * the coefficients add up to at most 16 d (d + 2) in both (16 + 8 (d - 1) + d^2 - 1, and 48 + 10 (d - 1) + (d - 1)^2 <= 16 d (d + 2)): 848 d (d + 2) (7/3 + 4 kappa)^4, where
     * ||u||_4 <= 4/3; for the gradient 848 3 C^4. phi brings e^{1/2} more.
     */
    private Expr fourthBound(Remainder remainder, Expr weights) {
        if (remainder.gradient()) {
            return Expr.HALF.exp().times(Expr.of(tilt.profile().lipschitz().pow(4))).times(weights).times(2544);
        }
        long d = tilt.dimension();
        var norm = Expr.of(7, 3).plus(kappa().times(4)).pow(4);
        return Expr.HALF.exp().times(848 * d * (d + 2)).times(norm).times(weights);
    }

    /** For F^3 E(W - 1)^4: each term brings at most e^{3/2} <= 5 (or 2, or 2 e^{1/2}). */
    private Expr fluctuationBound() {
        var sum = mu(4).plus(mu(3).times(4)).plus(mu(2).times(6)).plus(Expr.of(3));
        return Expr.HALF.exp().times(5).times(sum);
    }

    /** For F^3 (rho - 1)^2. */
    private Expr excessBound() {
        return Expr.HALF.exp().times(5).times(mu(2).plus(Expr.ONE).square());
    }
}
