package org.apodix.theorems.generalizationgap;

import java.util.List;
import org.apodix.enclosure.DyadicArithmetic;
import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.MatrixExpr;
import org.apodix.expression.Tape;

/**
 * One feature cos(w x + u t + b) and data q delta_{x1} + (1 - q) delta_{x2}: the model of the family {@code two_atoms}.
 *
 * <p>With k of n samples at x1, Delta_B = (k/n - q) (B(x1) - B(x2)), k binomial: expectations are finite sums, and so are probabilities once it is
 * decided which k count.
 */
public record TwoAtoms(Rational q, int n, Rational delta, Rational x1, Rational x2, Rational w, Rational u, Rational b, Rational horizon) {

    private static final int BITS = 320;

    private FeatureMoments moments(Law law) {
        return new FeatureMoments(List.of(new Feature(List.of(w), u, Expr.of(b))), law, horizon);
    }

    private FeatureMoments at(Rational x) {
        return moments(Law.empirical(List.of(List.of(x))));
    }

    FeatureMoments population() {
        return moments(new Law(List.of(q, Rational.ONE.minus(q)), List.of(List.of(x1), List.of(x2)), Rational.ZERO));
    }

    private MatrixExpr matrix(FeatureMoments moments, boolean gram) {
        return gram ? moments.gram() : moments.linear();
    }

    /** |B(x1) - B(x2)|, or the same of G. */
    Expr distance(boolean gram) {
        return matrix(at(x1), gram).minus(matrix(at(x2), gram)).entry(0, 0).abs();
    }

    /** E|Delta|^2 over all k. */
    Expr meanSquare(boolean gram) {
        var sum = Rational.ZERO;
        for (int k = 0; k <= n; k++) {
            var gap = Rational.of(k, n).minus(q);
            sum = sum.plus(probability(k).times(gap).times(gap));
        }
        return Expr.of(sum).times(distance(gram).square());
    }

    /** (E|B(X_0)|^2 - |B|^2)/n by the closed forms of G1, or the same of G. */
    Expr variance(boolean gram) {
        var population = population();
        var second = gram ? population.gramSecondMoment() : population.linearSecondMoment();
        return second.minus(matrix(population, gram).squaredNorm()).over(n);
    }

    private Rational probability(int k) {
        var value = q.pow(k).times(Rational.ONE.minus(q).pow(n - k));
        for (int i = 1; i <= k; i++) {
            value = value.times(Rational.of(n - k + (long) i, i));
        }
        return value;
    }

    /** beta = 2 (1 - e^{-w^2 T/2})/|w|. */
    Expr beta() {
        return Expr.of(w.times(w).times(horizon).over(Rational.of(-2))).expm1().negate().times(2).over(Expr.of(w.abs()));
    }

    /** The greatest |B(x)|, or |G(x)|. */
    Expr size(boolean gram) {
        return gram ? Expr.of(horizon) : beta();
    }

    /** beta eta_n(delta), or T eta_n(delta). */
    Expr threshold(boolean gram) {
        return size(gram).times(MainClaims.eta(n, delta));
    }

    /** beta sqrt(log(1/delta)/(8 n)): too small. */
    Expr smallThreshold() {
        return beta().times(Expr.of(delta.inverse()).log().over(8L * n).sqrt());
    }

    /** P(|Delta| >= threshold): exact, or between two rationals where it is not decided at {@value #BITS} bits whether some k counts. */
    Expr exceedance(boolean gram, Expr threshold) {
        var sides = Tape.of(List.of(distance(gram), threshold)).evaluate(new DyadicArithmetic(BITS));
        var surely = Rational.ZERO;
        var perhaps = Rational.ZERO;
        for (int k = 0; k <= n; k++) {
            var gap = Rational.of(k, n).minus(q).abs();
            if (gap.times(lower(sides.get(0))).compareTo(upper(sides.get(1))) >= 0) {
                surely = surely.plus(probability(k));
            } else if (gap.times(upper(sides.get(0))).compareTo(lower(sides.get(1))) >= 0) {
                perhaps = perhaps.plus(probability(k));
            }
        }
        return perhaps.isZero() ? Expr.of(surely) : Expr.between(surely, surely.plus(perhaps));
    }

    private static Rational lower(DyadicInterval x) {
        return x.lower().toRational();
    }

    private static Rational upper(DyadicInterval x) {
        return x.upper().toRational();
    }
}
