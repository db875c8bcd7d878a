package org.apodix.theorems.dimensionfreescore;

import java.util.ArrayList;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/**
 * What R12 bounds: the sampler of R11(c) with K steps of the factor q and M sampled nodes in d dimensions, for a tilt of the Lipschitz constant C.
 *
 * @param lipschitz C, not negative
 * @param factor    q in (0, 1)
 */
record Sampler(Rational lipschitz, Rational factor, int steps, int nodes, int dimension) {

    Sampler {
        if (lipschitz.signum() < 0 || factor.signum() <= 0 || factor.compareTo(Rational.ONE) >= 0 || steps < 1 || nodes < 1 || dimension < 1) {
            throw new IllegalArgumentException("a sampler of " + steps + " steps of the factor " + factor + " with " + nodes + " nodes in dimension " + dimension + " and the Lipschitz constant " + lipschitz
                + ": the factor lies strictly between 0 and 1, the constant is not negative, and all others are 1 or more");
        }
    }

    /** 1 - q^2. */
    private Rational noise() {
        return Rational.ONE.minus(factor.pow(2));
    }

    /** q^{2K} + 1 - q^2. */
    Rational exactPart() {
        return factor.pow(2 * steps).plus(noise());
    }

    private Expr squared(Rational number) {
        return Expr.of(number.times(lipschitz.pow(2)));
    }

    private Expr gradientPart() {
        return Expr.of(lipschitz.pow(2)).exp().times(4).over(nodes);
    }

    /** (C/2)(q^{2K} + 1 - q^2 + 4 e^{C^2}/M)^{1/2}. */
    Expr gradientBound() {
        return Expr.of(exactPart()).plus(gradientPart()).sqrt().times(Expr.of(lipschitz)).over(2);
    }

    /** The same without q^{2K}. */
    Expr boundWithoutStart() {
        return Expr.of(noise()).plus(gradientPart()).sqrt().times(Expr.of(lipschitz)).over(2);
    }

    /** (1/q^2 - 1)/2. */
    Rational pathWeight() {
        return factor.pow(2).inverse().minus(Rational.ONE).over(Rational.TWO);
    }

    /** q^{2j}/(1 - q^{2j}). */
    private Rational ratio(int j) {
        var decay = factor.pow(2 * j);
        return decay.over(Rational.ONE.minus(decay));
    }

    /** The bound of the mean of KL_path in the Stein form: C^2 (q^{2K} + 1 - q^2)/2 + ((1/q^2 - 1)/2M) sum_j q^{2j}/(1 - q^{2j}) B_M(d, sigma_j C). */
    Expr steinDivergence() {
        var terms = new ArrayList<Expr>();
        for (int j = 1; j <= steps; j++) {
            var kappaSquared = lipschitz.pow(2).times(Rational.ONE.minus(factor.pow(2 * j)));
            terms.add(RidgeNodes.steinBound(kappaSquared, dimension, nodes).times(Expr.of(ratio(j))));
        }
        return squared(exactPart().over(Rational.TWO)).plus(Expr.sum(terms).times(Expr.of(pathWeight().over(Rational.of(nodes)))));
    }

    /** Its root over 2. */
    Expr steinBound() {
        return steinDivergence().over(2).sqrt();
    }

    /** ((1/q^2 - 1)/2) sum_j q^{2j}/(1 - q^{2j}). */
    Rational stepSum() {
        var sum = Rational.ZERO;
        for (int j = 1; j <= steps; j++) {
            sum = sum.plus(ratio(j));
        }
        return sum.times(pathWeight());
    }

    /** (1 + (e^{2h} - 1)/(2h) log(1/(1 - q^2)))/2, h = -log q. */
    Expr stepSumBound() {
        var twoH = Expr.of(factor.pow(2)).log().negate();
        var log = Expr.of(noise()).log().negate();
        return Expr.ONE.plus(log.times(Expr.of(pathWeight().times(Rational.TWO))).over(twoH)).over(2);
    }

    /** TV for the tilt Cx and the gradient form: every node set gives the exact score q^j C, and p^ = N(C (1 - q^{2K}) e, I). */
    Expr linearDistance() {
        var mean = new DriftChain(lipschitz, factor, steps).mean();
        return GaussianDistance.shifted(Expr.of(lipschitz.minus(mean)));
    }

    /** The mean of Y_0 over that of the nodes, for no tilt and the Stein form: v^_j = (a_j/sigma_j) times the mean of the nodes, the same ones in every step. */
    private Expr drift() {
        var terms = new ArrayList<Expr>();
        for (int j = 1; j <= steps; j++) {
            var decay = factor.pow(2 * j);
            terms.add(Expr.of(decay).over(Expr.of(Rational.ONE.minus(decay)).sqrt()));
        }
        return Expr.sum(terms).times(Expr.of(pathWeight().times(Rational.TWO)));
    }

    /** E TV for no tilt and the Stein form: the mean of the nodes has the length chi_d/M^{1/2}, and TV = 2 Phi(s chi_d/(2 M^{1/2})) - 1 is the probability that |T| < s (d/M)^{1/2}/2, T of Student's law. */
    Expr flatDistance() {
        return student(drift().over(Expr.of(nodes).sqrt()).over(2), dimension);
    }

    /** The bound of R12(S) for C = 0: B_M = d. */
    Expr flatBound(int d) {
        return Expr.of(stepSum().times(Rational.of(d, nodes)).over(Rational.TWO)).sqrt();
    }

    /**
     * P(|N| < c chi_d) for independent N standard normal and chi_d, by the finite sums in theta = arctan c: for odd d (2/pi)(theta + sin(theta)(cos + (2/3) cos^3 + ...)), for even d
     * sin(theta)(1 + (1/2) cos^2 + (1 3/(2 4)) cos^4 + ...), up to cos^{d-2}.
     */
    static Expr student(Expr c, int d) {
        var square = Expr.ONE.plus(c.square());
        var cosine = Expr.ONE.over(square.sqrt());
        var sine = c.times(cosine);
        boolean odd = d % 2 == 1;
        var terms = new ArrayList<Expr>();
        var factor = Rational.ONE;
        for (int power = odd ? 1 : 0; power <= d - 2; power += 2) {
            terms.add((odd ? cosine : Expr.ONE).over(square.pow(power / 2)).times(Expr.of(factor)));
            factor = factor.times(Rational.of(power + 1L, power + 2L));
        }
        var sum = terms.isEmpty() ? Expr.ZERO : Expr.sum(terms).times(sine);
        return odd ? c.atan().plus(sum).times(2).over(Expr.PI) : sum;
    }
}
