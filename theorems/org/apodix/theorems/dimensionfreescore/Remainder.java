package org.apodix.theorems.dimensionfreescore;

import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/**
 * What R5(c) is made of for M nodes: A_4 = E|A|^4 of the mean A of M copies of Xi = W(u - r), or of W(h' - r') for the gradient estimator, and O_4 = E omega^4
 * of the mean omega of M copies of W - 1.
 *
 * @param tilt  bounded below
 * @param nodes M, at least 1
 */
record Remainder(RidgeTilt tilt, int nodes, boolean gradient) {

    /** M^3 A_4 at one x: E|Xi|^4 + (M - 1)(V^2 + 2 tr Sigma^2). */
    Expr fourth(Moments m) {
        return own(m).plus(pairs(m).times(nodes - 1L));
    }

    /** E|Xi|^4. */
    Expr own(Moments m) {
        if (gradient) {
            return m.centralSlope(4, 4);
        }
        long d = tilt.dimension();
        return m.central(4, 4).plus(m.central(2, 4).times(2 * (d - 1))).plus(m.mu(4).times(d * d - 1));
    }

    /** V^2 + 2 tr Sigma^2, V = V_1 + (d - 1) rho and tr Sigma^2 = V_1^2 + (d - 1) rho^2. */
    Expr pairs(Moments m) {
        if (gradient) {
            return m.gradientVariance().square().times(3);
        }
        long d = tilt.dimension();
        var line = m.steinVariance();
        var all = line.plus(m.rho().times(d - 1));
        return all.square().plus(line.square().times(2)).plus(m.rho().square().times(2 * (d - 1)));
    }

    /** M^3 O_4 at one x: E(W - 1)^4 + 3 (M - 1)(rho - 1)^2. */
    Expr fluctuation(Moments m) {
        return m.excessFourth().plus(excess(m).times(3L * (nodes - 1)));
    }

    /** (rho - 1)^2. */
    static Expr excess(Moments m) {
        return m.rho().minus(Expr.ONE).square();
    }

    /** (F e^{-m})^2, m = inf f. */
    Expr weight(Moments m) {
        return m.density().square().times(tilt.profile().infimum().times(-2).exp());
    }

    /** T_M = (int (F e^-m)^2 sqrt(A_4 O_4) p_t)^{1/2}. */
    Expr value() {
        if (tilt.profile().isConstant()) {
            return Expr.ZERO; // W = 1
        }
        var integral = tilt.average(m -> weight(m).times(fourth(m).times(fluctuation(m)).sqrt()), most(), size());
        return integral.over(Expr.of(Rational.of(nodes).pow(3))).sqrt();
    }

    /** Theta_M of R5(b) at kappa^2 = k: 3 (1 - 1/M)(e^k - 1)^2 + (e^{6k} + 2 e^k - 3)/M, at least M^2 O_4. */
    static Expr theta(Rational k, int nodes) {
        var exp = Expr.of(k).exp();
        var many = exp.minus(Expr.ONE).square().times(3L * (nodes - 1));
        return many.plus(Expr.of(k.times(Rational.of(6))).exp()).plus(exp.times(2)).minus(Expr.of(3)).over(nodes);
    }

    /** A bound of M^3 A_4. */
    Expr mostFourth() {
        return mostOwn().plus(mostPairs().times(nodes - 1L));
    }

    /** A bound of E|Xi|^4: mu_4 ((d^2 + 2d)^{1/4} + 5 kappa)^4, or 16 C^4 mu_4 for the gradient; mu_4 <= e^{6 kappa^2}. */
    Expr mostOwn() {
        var fourth = Expr.of(tilt.kappaSquared().times(Rational.of(6))).exp();
        if (gradient) {
            return Expr.of(tilt.profile().lipschitz().pow(4)).times(fourth).times(16);
        }
        long d = tilt.dimension();
        return fourth.times(Expr.of(d * d + 2 * d).sqrt().sqrt().plus(tilt.kappa().times(5)).pow(4));
    }

    /** A bound of V^2 + 2 tr Sigma^2 <= 3 V^2: 3 rho^2 (sqrt d + 3 kappa)^4, or 48 C^4 rho^2 for the gradient; rho <= e^{kappa^2}. */
    Expr mostPairs() {
        var square = Expr.of(tilt.kappaSquared().times(Rational.TWO)).exp();
        if (gradient) {
            return Expr.of(tilt.profile().lipschitz().pow(4)).times(square).times(48);
        }
        return square.times(Expr.of(tilt.dimension()).sqrt().plus(tilt.kappa().times(3)).pow(4)).times(3);
    }

    /** A bound of the integrand for a bounded tilt, up to M^3: (F e^-m)^2 <= e^{2 Delta}. */
    private Expr most() {
        var fluctuation = theta(tilt.kappaSquared(), nodes).times(nodes);
        return tilt.profile().oscillation().times(2).exp().times(mostFourth().times(fluctuation).sqrt());
    }

    /**
     * F^6 A_4 O_4 e^{-4m}, of which the integrand is the root: A_4 is a sum of products of at most 6 moments over F^8 and O_4 one of at most 4 over F^4, with coefficients
     * that add up as in {@link #fourth} to at most 16 + 8(d - 1) + d^2 + (M - 1)(3 16 + 2 4(d - 1) + (d - 1)^2 + 2(d - 1)) <= 48 M (d + 1)^2 and to
     * at most 14 + 12 (M - 1) <= 14 M. e^{-4m} <= 3^{4|c|} is within the bound of one more moment.
     */
    private Size size() {
        long d = tilt.dimension();
        var sum = Rational.of(48L * nodes).times(Rational.of((d + 1) * (d + 1))).times(Rational.of(14L * nodes));
        return new Size(sum, 18, 12, 4, true);
    }
}
