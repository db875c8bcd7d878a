package org.apodix.theorems.dimensionfreescore;

import java.math.BigInteger;
import java.util.List;
import org.apodix.enclosure.DyadicArithmetic;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Tape;

/**
 * R12(G) with steps h = 1/M, K the least integer with K >= (M log M)/2.
 *
 * @param nodes M, at least 2, where log M is irrational and so the rounding certain
 */
record SamplerRate(Rational lipschitz, int nodes) {

    private static final int BITS = 256;

    SamplerRate {
        if (lipschitz.signum() < 0 || nodes < 2) {
            throw new IllegalArgumentException("the rate with " + nodes + " nodes and the Lipschitz constant " + lipschitz + ": give 2 nodes or more, and a constant that is not negative");
        }
    }

    /** K. */
    BigInteger steps() {
        var set = Tape.of(List.of(Expr.of(nodes).log().times(Expr.of(nodes, 2)))).evaluate(new DyadicArithmetic(BITS)).get(0);
        var lower = set.lower().toRational().floor();
        if (!lower.equals(set.upper().toRational().floor())) {
            throw new IllegalStateException("the number of steps for " + nodes + " nodes is not certain");
        }
        return lower.add(BigInteger.ONE);
    }

    /** (C/2)(q^{2K} + 1 - q^2 + 4e^{C^2}/M)^{1/2}, q = e^{-1/M}. */
    Expr bound() {
        var start = Expr.of(Rational.of(steps()).times(Rational.of(-2, nodes))).exp();
        var noise = Expr.of(-2, nodes).expm1().negate();
        var rest = Expr.of(lipschitz.pow(2)).exp().times(4).over(nodes);
        return start.plus(noise).plus(rest).sqrt().times(Expr.of(lipschitz)).over(2);
    }

    /** (C/2)(3 + 4e^{C^2})^{1/2} M^{-1/2}, or with another number in place of 3. */
    Expr rate(long constant) {
        var sum = Expr.of(constant).plus(Expr.of(lipschitz.pow(2)).exp().times(4));
        return sum.over(nodes).sqrt().times(Expr.of(lipschitz)).over(2);
    }
}
